"""The papers to learn from, as the rules read them: sentences, devices, and the name that the paper gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import regex

from extractors.devices import find_mentions
from extractors.ner.labels import DATASET, MODEL, SYSTEM
from extractors.ner.training import feeds
from extractors.system import find_system
from extractors.text import Document
from schemas.vocabulary import Field

_KINDS: tuple[tuple[str, regex.Pattern[str]], ...] = (
    (
        DATASET,
        regex.compile(r"\b(?:benchmark|data ?set|corpus|test ?bed|test suite|leaderboard)s?\b", regex.IGNORECASE),
    ),
    (
        MODEL,
        regex.compile(
            r"\b(?:models?|LLMs?|VLMs?|MLLMs?|transformer|network)\b(?!\s(?:training|inference|serving|compression|"
            r"editing|merging))"
        ),
    ),
    (
        SYSTEM,
        regex.compile(
            r"\b(?:framework|method|system|algorithm|library|approach|engine|compiler|tool|pipeline|technique|"
            r"strategy|mechanism|architecture)\b"
        ),
    ),
)
_IS_A = r"(?:\s\([^()]{2,80}\))?(?:,|:|\sis|,\swhich\sis)\s(?:the first\s|a\s|an\s|our\s)"
_REACH = 70
_PHRASE_END = regex.compile(r"[.;]|,\s|\s(?:for|that|which|to|of|with)\s")


@dataclass(frozen=True, slots=True)
class LearnedSentence:
    """A sentence with its LaTeX blanked out, and the spans ``(start, end, canonical name)`` of its known devices."""

    text: str
    devices: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class LearnedPaper:
    """A paper, the name that it gives to what it presents, and that name's label; null when it names nothing."""

    title: str
    sentences: tuple[LearnedSentence, ...]
    system: str | None
    system_label: str | None


def fold_title(title: str) -> str:
    """The title as it is compared with others."""
    return " ".join(title.split()).casefold()


def read(paths: Iterable[Path], excluded: frozenset[str]) -> Iterator[LearnedPaper]:
    """Every paper once, but for those whose folded title is excluded."""
    seen = set(excluded)
    for path in paths:
        for title, abstract in feeds.read(path):
            key = fold_title(title)
            if key not in seen:
                seen.add(key)
                yield learned(title, abstract)


def learned(title: str, abstract: str) -> LearnedPaper:
    """What there is to learn from one paper."""
    doc = Document(abstract, Field.ABSTRACT)
    mentions = find_mentions(doc.text, Field.ABSTRACT)
    sentences = tuple(
        LearnedSentence(
            doc.view[s.start : s.end],
            tuple(
                (m.start_char - s.start, m.end_char - s.start, m.name)
                for m in mentions
                if s.start <= m.start_char and m.end_char <= s.end
            ),
        )
        for s in doc.sentences
    )
    system = find_system(title, abstract)
    return LearnedPaper(title, sentences, system, _label(system, title, doc.view) if system else None)


def _label(system: str, title: str, view: str) -> str | None:
    """What sort of thing the paper's own name is, by the first noun that is said of it; null when two are as near."""
    if title.startswith(f"{system}:") and (label := _first_noun(title[len(system) : len(system) + _REACH * 2])):
        return label
    named = regex.search(rf"\b{regex.escape(system)}{_IS_A}", view)
    if named is not None and (label := _first_noun(view[named.end() : named.end() + _REACH])):
        return label
    called = regex.search(
        rf"(?P<noun>\b\p{{L}}+),?\s(?:called|named|dubbed|termed)?,?\s?{regex.escape(system)}\b", view
    )
    return _first_noun(called["noun"]) if called is not None else None


def _first_noun(text: str) -> str | None:
    clause = _PHRASE_END.split(text)[0]
    found = [(match.end(), label) for label, pattern in _KINDS for match in pattern.finditer(clause)]
    return max(found)[1] if found else None
