"""Which lines are titles and which lines are the abstracts that belong to them.

Every way to cut the lines into papers, lone titles and stray text has a score: the evidence of each line for the part
it plays, less what each irregularity costs. The best cut is found by dynamic programming over the line ends, so
one missing or broken line is settled where it is and moves nothing after it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from flows.feeds.appearance import affinity, ends_sentence, goes_on, kinship, starts_inside, stems, title_evidence

MAX_PIECES: Final = 8  # lines that one abstract may be spread over

# Costs in the units of the evidence (nats): roughly the logarithm of how seldom each irregularity is.
_LONE_TITLE: Final = 6.0
_STRAY_TEXT: Final = 8.0
_BREAK: Final = 4.0

_SHORT_ABSTRACT: Final = 200  # characters; shorter ones are rare
_LONG_ABSTRACT: Final = 1930  # arXiv takes 1920


class Part(Enum):
    """What a group of lines is."""

    PAPER = "paper"  # a title, and its abstract on one line or more
    TITLE = "title"  # a title without an abstract
    TEXT = "text"  # text that belongs to no title


@dataclass(frozen=True, slots=True)
class Group:
    """Lines ``[start, stop)`` and what they are."""

    part: Part
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class _Seen:
    """A line and what was observed of it."""

    text: str
    evidence: float
    stems: frozenset[str]


def pair(texts: Sequence[str]) -> list[Group]:
    """Cut lines that are not blank into groups, in order; every line is in exactly one."""
    seen = [_Seen(text, title_evidence(text), stems(text)) for text in texts]
    best = [0.0] + [float("-inf")] * len(seen)
    chosen: list[Group] = [Group(Part.TEXT, 0, 0)] * (len(seen) + 1)
    for start in range(len(seen)):
        for group, score in _groups(seen, start):
            if best[start] + score > best[group.stop]:
                best[group.stop] = best[start] + score
                chosen[group.stop] = group
    return _walk_back(chosen)


def _walk_back(chosen: Sequence[Group]) -> list[Group]:
    groups = []
    at = len(chosen) - 1
    while at > 0:
        groups.append(chosen[at])
        at = chosen[at].start
    return groups[::-1]


def _groups(seen: Sequence[_Seen], start: int) -> Iterator[tuple[Group, float]]:
    title = seen[start]
    yield Group(Part.TITLE, start, start + 1), title.evidence - _LONE_TITLE
    yield Group(Part.TEXT, start, start + 1), -title.evidence - _STRAY_TEXT
    score = title.evidence
    length = 0
    before: frozenset[str] = frozenset()
    for at in range(start + 1, min(start + 1 + MAX_PIECES, len(seen))):
        piece = seen[at]
        length += len(piece.text) + 1
        score += kinship(title.stems, piece.stems, len(piece.text)) - piece.evidence
        if at == start + 1:
            score += _opening(piece.text)
        else:
            score += _joint(seen[at - 1].text, piece.text) - _BREAK - _excess(length)
            if ends_sentence(seen[at - 1].text):
                score += affinity(before, piece.stems, min(len(piece.text), length - len(piece.text)))
        before |= piece.stems
        yield Group(Part.PAPER, start, at + 1), score + _size(length) + _closing(piece.text)


def _opening(text: str) -> float:
    return -8.0 if starts_inside(text) or text.startswith("(") else 0.0


def _closing(text: str) -> float:
    return 0.5 if ends_sentence(text) else -2.0


def _joint(before: str, after: str) -> float:
    """Whether ``after`` goes on where ``before`` breaks off."""
    inside = starts_inside(after) or not after[:1].isupper()
    if ends_sentence(before):
        if inside:
            return 1.0
        return goes_on(after) - (0.0 if ends_sentence(after) else 2.0)
    return 4.0 if inside else -1.0


def _excess(length: int) -> float:
    """Two abstracts, of which one has lost its title, are longer together than most abstracts that were broken."""
    return max(0.0, min(6.0, (length - 1300) / 150))


def _size(length: int) -> float:
    if length < _SHORT_ABSTRACT:
        return -2.0
    return 0.0 if length <= _LONG_ABSTRACT else -5.0 - (length - _LONG_ABSTRACT) / 400
