"""A baseline that stands behind a later value and is of both: "7x speed and 3x energy gains over X"."""

from __future__ import annotations

from extractors.context.baseline.phrases import A_NUMBER, THAN, cut
from extractors.lexicon import HEDGES, HEDGES_OR_A, has_verb
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation

_CHANGES = (Dimension.PERCENT, Dimension.TIMES, Dimension.POINTS)
_LESS = r"[%$\\]{0,3}\s(?:less|fewer|lower|more|higher|smaller|faster|greater|shorter|better)"
_LESS_AND = Pattern(
    rf"{_LESS}(?:\s(?!and\b)[\p{{L}}-]+){{1,3}},?\sand\s(?:(?:up to|about|over|nearly|an?)\s|~){{0,2}}"
)
_LESS_THAN = Pattern(
    rf"{_LESS}\s(?:(?!and\b)[\p{{L}}-]+\s){{1,3}}?"
    rf"(?:than|over|(?:as\s)?compared\s(?:to|with)|relative\sto|versus)\s(?!{A_NUMBER})"
)


def jointly(s: Situation) -> tuple[int, int] | None:
    """ "27% less compute and 30% less memory than B": one comparison with B, whatever is said before."""
    if s.index + 1 >= len(s.siblings) or not _LESS_AND.fullmatch(s.near_right):
        return None
    follower = s.siblings[s.index + 1]
    than = _LESS_THAN.match(s.doc.view, follower.end, s.sentence.end) if follower.dimension in _CHANGES else None
    return cut(s, than.end(), s.sentence.end) if than else None


_SETS_AGAINST = ("over", "than", "compar", "relative", "versus", "vs", "against", "respect", "place of", "top of")


def shared_over(s: Situation) -> int | None:
    """Where X begins in "gains 3x, lowers the loss by 2% and saves 5% over X"."""
    if not s.says(_SETS_AGAINST):
        return None
    for last in range(s.index + 1, min(s.index + 8, len(s.siblings))):
        joint = "and" if _is_aside(s, last) else _joint(s, last)
        if joint is None:
            return None
        if joint != "," and (shared := _than(s, last)) is not None:
            return shared
    return None


_CONDITIONS = (Dimension.COUNT, Dimension.PARAMETERS, Dimension.DEVICES, Dimension.NONE)
# "48x speedup at 128K tokens over X", "a 9% gain on 7 tasks over X"
_UNDER_CONDITION = Pattern(
    r"(?:(?!\s(?:and|by|while|than|is|are|was|were)\s)[^;:,()]){0,60}\s(?:on|at|for|across|in|under|with)\s(?:(?:an?|the|all)\s)?~?"
)
_OPENS_BRACKET = Pattern(
    rf"(?:\s(?!and\b)[\p{{L}}-]{{1,20}}){{0,3}}\s?\({HEDGES}[$+-]?"
)  # "7x speed (3x on average)"
_CLOSES_BRACKET = Pattern(r"[^();]{0,30}\)")


def _is_aside(s: Situation, index: int) -> bool:
    """Whether a number says under which condition the change holds, or stands in the change's bracket."""
    before, value = s.siblings[index - 1], s.siblings[index]
    gap = s.doc.view[before.end : value.start]
    if _OPENS_BRACKET.fullmatch(gap):
        return _CLOSES_BRACKET.match(s.doc.view, value.end) is not None
    return (
        before.dimension in _CHANGES
        and value.dimension in _CONDITIONS
        and _UNDER_CONDITION.fullmatch(gap) is not None
        and not THAN.search(s.doc.view, before.end, value.start + 1)
    )


_STOPS = Pattern(
    r"[;:]|\.\s|,\s(?:while|whereas|but|which|where|with|\p{Ll}+ing)\b|"
    r"\s(?:and|while)\s(?:\p{Ll}+ly\s)?\p{Ll}+(?:ing|s)\s"
)


def _than(s: Situation, index: int) -> int | None:
    """Where the baseline begins that stands behind a value, before the next one and in its clause."""
    start, end = s.siblings[index].end, s.sentence.end
    for value in s.siblings[index + 1 :]:
        between = s.doc.view[start : value.start]
        if value.dimension in _CHANGES and between.count("(") <= between.count(")"):
            end = value.start + 1  # "over 9": a digit tells that nothing is named
            break
    found = THAN.search(s.doc.view, start, end)
    return found.end() if found and not _STOPS.search(s.doc.view, start, found.start()) else None


_JOINS = Pattern(
    r"[^;:]{0,80}?(?:,\s|,?\s(?:and|with)\s)(?:[^;:,]{2,50}\s(?:by|gains?|rises?|drops?|falls?)\s|an?\s(?:[\p{L}-]+\s){1,3}of\s)?"
    + HEDGES_OR_A
    + r"(?:(?<=\sa\s)(?!factor|total)\p{Ll}{4,}\s)?[$(+]{0,2}\s?"
)
_SLASH = Pattern(r"\s?/\s?")
_JOINS_AT_ONCE = Pattern(
    rf"(?:(?!\s(?:on|across|for)\s)[^;:,]){{0,60}}?,?\s(?:and|with)\s(?:an?\s(?:[\p{{L}}-]+\s){{1,3}}of\s)?{HEDGES_OR_A}[$+]?"
)
# "gains 3x and reduces the cost by 2x", "gains 3x, lowers the loss by 2%": verbs of one subject
_NEXT_VERB = Pattern(
    r"[^;:]{0,70}?(?P<joint>,?\s(?:and|while|whilst)|,)\s(?:(?:also|then|further|\p{L}+ly)\s)?"
    r"(?P<verb>(?:reduc|cut|lower|improv|increas|decreas|boost|rais|enhanc|sav|shorten|lift|shrink|achiev|deliver|"
    r"provid|offer|yield|show|obtain|attain|reach|requir|us|need|consum|incur|gain|giv|accelerat|enabl)(?:t?ing|e?s))\s"
    r"[^;:]{0,70}"
)
_SCORE_GAIN = Pattern(r"\s[a-z]{0,2}\p{Lu}{2}[\p{L}\d@-]{0,12}\s(?:improvement|gain|increase|reduction|drop)\b")
_NO_VERB = Pattern(
    r"\b(?:higher|lower|larger|greater|better|faster|fewer|smaller|reductions?|improvements?|gains?|increases?|"
    r"decreases?|savings?|speed-?ups?)\b",
    IGNORECASE,
)


def _joint(s: Situation, index: int) -> str | None:
    """What joins a value to the one before, as nouns are joined or verbs of one subject; null when nothing does."""
    before, value = s.siblings[index - 1], s.siblings[index]
    gap = s.doc.view[before.end : value.start]
    changes = value.dimension in (*_CHANGES, s.quantity.dimension) or _SCORE_GAIN.match(s.doc.view, value.end)
    if not changes or THAN.search(s.doc.view, before.end, value.start + 1):
        return None
    if (verb := _NEXT_VERB.fullmatch(gap)) is not None:
        is_own = verb["joint"] == "," and verb["verb"].endswith("ing")  # "gains 3x, lowering the loss by 2% over X"
        return None if is_own else verb["joint"]
    if _SLASH.fullmatch(gap):
        return "and"
    alike = value.dimension is before.dimension or (
        before.dimension in _CONDITIONS and value.dimension is s.quantity.dimension
    )
    joins = _JOINS if alike else _JOINS_AT_ONCE
    return "and" if joins.fullmatch(gap) and not has_verb(_NO_VERB.sub("", gap)) else None
