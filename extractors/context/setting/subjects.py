"""Several named subjects, each with its own value: "Kafka peaks at 1.2M messages/s, while Pulsar sustains 950K"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from extractors.context.setting.span import Span
from extractors.lexicon import has_verb
from extractors.patterns import Folded, Pattern
from extractors.situation import Situation

_PREDICATE = Folded(
    r"\s(?:(?:can|only|even|still|already|now|alone|correctly|successfully)\s){0,2}"
    r"(?:need|requir|tak|us(?=e)|run|consum|cost|reach|achiev|attain|obtain|scor|yield|get|deliver|remain|stay|drop|fall|"
    r"suffer|fail|solv|spend|sustain|exhibit|provid|perform|peak|support|handl|process|answer|flag|"
    r"show|gain|improv|finish|complet|climb|ris|refus|pass|offer|detect|agree)(?:es|s|ed|e)?\s"
)
_OPENS = (", ", "; ", ": ", " while ", " whereas ", " but ", " and ", " that ", " where ")
_NAMED = Pattern(
    r"(?:(?:the|\p{Lu}[\p{L}\d]{1,20}'s)\s)?(?=[^\s]*[\p{Lu}\d])[\p{L}][\p{L}\d.+/-]{1,24}"
    r"(?:\s[\p{Lu}\d][\p{L}\d.+/-]{0,16}){0,3}(?:\s\([^()]{1,30}\))?(?:\s(?:model|variant|solver|engine))?"
)
_NOBODY = Pattern(r"(?:We|It|Our|This|These|They|Results?|Experiments?|Evaluations?|The|Ours|On|In|For|With)\b")
_REACH = 60  # characters of a subject


def named_subject(s: Situation, system: str | None) -> str | None:
    """The subject of the value's clause, where other clauses of the sentence have other named ones.

    Null where one of them is the paper's own system: then the others are what it is set against.
    """
    found = _subjects(s.doc.view, s.sentence.start, s.sentence.end)
    names = {s.doc.text[slice(*span)] for span in found}
    if len(names) < 2 or (system and any(name in system or system in name for name in names)):
        return None
    before = [span for span in found if span[1] <= s.quantity.start]
    return s.doc.text[slice(*before[-1])] if before else None


@lru_cache(maxsize=4)
def _subjects(view: str, first: int, last: int) -> tuple[Span, ...]:
    return tuple(_each(view, first, last))


def _each(view: str, first: int, last: int) -> Iterator[Span]:
    for verb in _PREDICATE.finditer(view, first, last):
        start, end = clause_start(view, first, verb.start(), _OPENS), verb.start()
        text = view[start:end]
        if end - start < _REACH and _NAMED.fullmatch(text) and not _NOBODY.match(text) and not has_verb(text):
            yield start, end


def clause_start(view: str, first: int, end: int, opens: tuple[str, ...]) -> int:
    """Where the clause begins that goes on at ``end``: behind the last of the words that open one."""
    begins = (at + len(word) for word in opens if (at := view.rfind(word, first, end)) >= 0)
    return max(begins, default=first)
