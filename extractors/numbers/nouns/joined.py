"""What an "and" or "or" behind a number joins: "12 open and proprietary models"."""

from __future__ import annotations

from extractors.numbers.wordgroups import word_group
from extractors.patterns import IGNORECASE, Pattern

_ADJECTIVE = Pattern(
    r"(?:open|closed)(?:-?(?:source|weights?))?|proprietary|commercial|public|private|synthetic|"
    r"real(?:-world)?|simulated|large|small|"
    r"labell?ed|unlabell?ed|annotated|medium|general|specialized|local|remote|positive|negative|static|dynamic|textual|visual|multimodal|"
    r"industrial|academic|\p{L}+-\p{L}+",
    IGNORECASE,
)
_SORT_AND_PLURAL = Pattern(
    r"\s(?!the\b|\p{L}+s\s)[\p{Ll}-]{3,20}\s(?!is\b|was\b|has\b)(?P<counted>\p{Ll}{3,20}(?<![suo])s|corpora|queries)\b"
)
_EVALUATED = word_group("evaluated") | {"corpora", "models", "suites", "domains"}
_DONE_AND_PLURAL = Pattern(r"\s(?:\p{Ll}+ly\s)?\p{Ll}{3,16}ed\s\p{Ll}{3,20}(?<![suo])s\b")
_MANY = 20


def joins_sorts(view: str, word: str, before: str, at: int, value: float) -> bool:
    """Whether the word that ends at ``at`` joins what describes one noun: "12 open and proprietary models"."""
    if word not in ("and", "or") or not before:
        return False
    return _ADJECTIVE.fullmatch(before) is not None or _two_sorts(view, before, at, value)


def _two_sorts(view: str, before: str, at: int, value: float) -> bool:
    """ "1M chat and reasoning queries": whether a word and a plural follow the *and* at ``at``.

    Likewise "12 open- and closed-source models", "15 carefully chosen and manually checked texts".
    """
    if before.endswith("-"):
        return True
    if before.endswith("ed") and _DONE_AND_PLURAL.match(view, at):
        return True
    sorts = _SORT_AND_PLURAL.match(view, at)
    return sorts is not None and (value >= _MANY or sorts["counted"] in _EVALUATED)
