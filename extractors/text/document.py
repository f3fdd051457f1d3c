"""One text with its view and its sentences."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from extractors.text.folding import folded
from extractors.text.sentences import Sentence, sentences_of
from extractors.text.view import view_of
from schemas.vocabulary import Field


class Document:
    """One text with its view and its sentences."""

    def __init__(self, text: str, field: Field = Field.ABSTRACT) -> None:
        self.text = text
        self.field = field
        self.view = view_of(text)
        self._folded: dict[int, str] = {}

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences in reading order; they cover the text but for the space between them."""
        return sentences_of(self.view)

    def folded(self, sentence: Sentence) -> str:
        """A sentence as :func:`folded`; asked again and again for the same one."""
        known = self._folded.get(sentence.index)
        if known is None:
            known = self._folded[sentence.index] = folded(self.view[sentence.start : sentence.end])
        return known

    def sentence_at(self, position: int) -> Sentence:
        """The sentence that a character stands in."""
        return self.sentences[max(0, bisect_right(self._starts, position) - 1)]

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start for s in self.sentences]
