"""Lists of names beside the values: of "on A and B" the second is of the second value."""

from __future__ import annotations

from extractors.context.pairing.members import members
from extractors.context.pairing.parts import SPLIT, SPLIT_IN_WORDS
from extractors.context.pairing.respective import are_of_their_own, pair_elsewhere, pairing_is_told, pairs_up
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation

_BRACKETS = Pattern(r"\([^()]*\)")
_OPENING = Pattern(r"(?:both|either)\s", IGNORECASE)
_SLASHED = Pattern(r"[\p{L}\d][^\s,;:()/]*(?:/[\p{L}\d][^\s,;:()/]*)+")
_YEAR = Pattern(r"(?:19|20)\d\d")
_ADJECTIVE = Pattern(r"\p{Ll}[\p{Ll}-]*")
_NO_ARTICLE = Pattern(r"(?!(?:an?|the)\s)\p{Ll}")
_SEVERAL = Pattern(r"(?:various|different|multiple|diverse|several|many)\s", IGNORECASE)
_COUNTED = Pattern(r"\d[\d,.]*\+?\s(?:[\p{L}\d-]+\s)*(?P<what>[\p{L}\d-]*[^s\W\d]s)")
_AVERAGED = Pattern(r"[%$\\]{0,3}\s(?:on|in) average\b")
_SORTS = Pattern(r"\s(?:covering|spanning|comprising|consisting of)\s")


def aligned(s: Situation, span: tuple[int, int]) -> str | None:
    """The part of a list of names that belongs to this member of a list of values; null when they do not pair up."""
    first, last, count, place = members(s)
    if count < 2 or _AVERAGED.match(s.doc.view, s.siblings[last].end):
        return None  # "by up to 3x and 2x on average": two of the same
    text = _BRACKETS.sub("", s.doc.text[span[0] : span[1]])
    slashes = "/" in s.doc.view[s.siblings[first].end : s.siblings[first + 1].start]
    if slashes and (slashed := _SLASHED.search(text)) and slashed[0].count("/") == count - 1:
        names = slashed[0].split("/")  # "the easy/mid/hard splits", "64/128/256 tokens"
        if len({name[0].isdigit() for name in names}) == 1 and not _YEAR.fullmatch(names[0]):
            return names[place]
    parts = _parts(text, SPLIT)
    if len(parts) > count:
        parts = _parts(text, SPLIT_IN_WORDS)  # "A/B, C and D"
    before = span[1] <= s.siblings[first].start
    if (before or not pairing_is_told(s)) and are_of_their_own(s):
        return None  # "on A and B, it raises precision and recall by 3% and 4%, respectively"
    if len(parts) != count or _is_one_phrase(parts, told=pairs_up(s)):
        return None
    if before and _is_of_all(s, parts):
        return None
    part = parts[place]
    opening = _OPENING.match(part)
    return part[opening.end() :] if opening else part


def _parts(text: str, split: Pattern) -> list[str]:
    return [part.strip() for part in split.split(text) if part.strip()]


def _is_one_phrase(parts: list[str], *, told: bool) -> bool:
    """Whether the parts have words in common; ``told``: the sentence says that its lists pair up."""
    if any(part.endswith("-") for part in parts) or _SORTS.search(parts[0]):
        return True  # "the single- and double-precision routines", "sets covering A and B"
    if told:
        return False
    if _ADJECTIVE.fullmatch(parts[0]) and " " in parts[-1]:
        return True  # "older and newer methods"
    if (first := _COUNTED.fullmatch(parts[0])) and (last := _COUNTED.fullmatch(parts[-1])):
        return first["what"] != last["what"]  # "5 nets and 3 suites"
    return (
        parts[0].startswith(("a ", "an ")) and _NO_ARTICLE.match(parts[-1]) is not None
    )  # "a fixed cost and budget"


def _is_of_all(s: Situation, parts: list[str]) -> bool:
    """Whether a list before the values is of all: "various sizes and workloads", or they pair up with another."""
    if _SEVERAL.match(parts[0]) and _NO_ARTICLE.match(parts[-1]):
        return True
    return s.says(("respectively",)) and pair_elsewhere(s)
