"""One text with its view and its sentences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property

from extractors.text.folding import folded
from extractors.text.sentences import Sentence, sentences_of
from extractors.text.tidy import tidied
from extractors.text.view import view_of
from schemas.vocabulary import Field


class Document:
    """One text with its view and its sentences.

    ``text`` is the one that was ``given``, less the marks of LaTeX; ``view`` is of the same length. All places that
    rules speak of are places of these two; :meth:`given_span` says where they stand in what was given.
    """

    def __init__(self, given: str, field: Field = Field.ABSTRACT) -> None:
        self.given = given
        self.field = field
        self.text, self.view, self._places = tidied(given, view_of(given))
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

    @property
    def is_as_given(self) -> bool:
        """Whether nothing was taken out."""
        return self._places is None

    def given_span(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters of ``[start, end)``, at least one, stand in the given text."""
        return (start, end) if self._places is None else (self._places[start], self._places[end - 1] + 1)

    def tidy_span(self, start: int, end: int) -> tuple[int, int]:
        """What is left in ``text`` of a span of the given text."""
        places = self._places
        return (start, end) if places is None else (bisect_left(places, start), bisect_left(places, end))

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start for s in self.sentences]
