"""Ranges and before/after pairs: which two numbers belong together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from extractors.endings import ending
from extractors.numbers.numerals import LETTERS
from extractors.numbers.quantity import Quantity
from extractors.numbers.units import Dimension
from extractors.numbers.words import MAGNITUDES
from extractors.patterns import IGNORECASE, Pattern

_RANGE_GAP = Pattern(r"\s{0,8}(?:-{1,3}|~)\s{0,4}~?\s?|\s{0,2}~\s{0,4}|\s\.{2,3}\s?|\s-\s")
_WIDEST_DASH = 17  # characters: the longest that _RANGE_GAP matches
_TO_GAP = Pattern(
    r"-?\s{1,3}(?:up\s)?to\s{0,3}[~+-]?\s{0,8}(?:(?:over|about|around|roughly|nearly|almost|more than|"
    r"approximately|only|just|merely|a mere|less than|under|below|within|as much as|as many as)\s)?|"
    r"\s{0,4}(?:->|→)\s{0,14}"
)
_LOOSE_TO = Pattern(
    r"\s?(?:\([^()]{1,40}\)|(?:(?!\b(?:compared|relative|due|thanks|equal|close)\b)[^.;:()]){1,48}?)\s(?:up\s|down\s)?to\s{1,3}~?\s{0,3}(?:(?:over|about|only|just|"
    r"around|nearly|almost|merely|a mere|under|below|within|less than|more than|fewer than)\s)?"
)
_AND_GAP = Pattern(r"\s{1,3}(?:and|&)\s{1,3}~?")
_BETWEEN = Pattern(r"\bbetween\s{1,3}~?(?:about\s|roughly\s|approximately\s)?$", IGNORECASE)
_FROM = Pattern(
    r"\bfrom\s{1,3}[~<>≥≤-]?\s{0,8}(?:(?:about|around|roughly|approximately|nearly|almost|over|under|a|an|the|"
    r"as low as|as little as|just|only|merely|more than|less than|(?:the\s)?\p{L}[\p{L}\d-]{0,20}'s?)\s){0,2}$",
    IGNORECASE,
)
_RANGING = Pattern(
    r"\b(?:rang(?:e|es|ed|ing)|span(?:s|ned|ning)?|var(?:y|ies|ied|ying)|anywhere|"
    r"across)\s(?:\p{L}+\s){0,4}?(?:from\s)?~?$",
    IGNORECASE,
)
_CHANGES = Pattern(
    r"\b(?:improv|increas|rais|ris|boost|lift|push|reduc|lower|decreas|drop|fall|climb|grow|mov|cut)(?:es?|s|ed|ing|en)\s"
    r"(?:(?!by\b|over\b)[^,;\s]+\s){0,5}$",
    IGNORECASE,
)
_MOVES_ON = Pattern(
    r"\s(?:down\s)?to\s(?!\d|\p{L}+ly\b|further|better|exploit|train|run|reach|process|complet|achiev|solv|comput|generat|be\b)"
)
_SCALING = Pattern(r"\b(?:scal(?:e|es|ed|ing)|grow(?:s|ing)?)\b[^,;.]{0,40}$", IGNORECASE)
_SIZES = Pattern(r"\b(?:sizes?|scales?|models?|parameters?|lengths?|datasets?)\s(?:\p{L}+\s)?from\s~?$", IGNORECASE)
_MOVES = Pattern(
    r"\b(?:reduc|improv|increas|decreas|lower|cut|boost|rais|ris|rose|drop|fall|fell|grow|grew|mov|go(?:es|"
    r"ing)?\b|went|shrink|shrank|shrunk|"
    r"shrinks|extend|expand|widen|shift|accelerat|speed|compress|enhanc|elevat|push|bring|brought|tak(?:e|"
    r"es|ing)\b|took|climb|declin|jump|surg|"
    r"narrow|shorten|scal(?:es|ed|ing)\b|advanc|slash|trim|degrad|lift|soar|plummet|enlarg|upgrad|convert|"
    r"dropping|falls|chang|i\.e\.|down|up)",
    IGNORECASE,
)
BY_FACTOR = ending(
    r"(?:(?<!real[-\s]time\s)(?<!\b(?:scale|load|impact|fill|form|quality)\s)"
    r"factors?\s(?:of\s|between\s|ranging from\s)?(?:up to\s|about\s|"
    r"approximately\s|around\s|nearly\s|"
    r"almost\s|over\s|more than\s|at least\s|~\s?)*"
    r"|multiplied by\s(?:up to\s)?|(?:speed-?ups?|accelerations?)(?:\sfactors?)?\s(?:of|by|between|from|is|"
    r"to)\s(?:between\s|from\s)?(?:up to\s|about\s|over\s|~\s?|more than\s|nearly\s|around\s)*)$",
    IGNORECASE,
)
_RANGES_FROM = ending(r"\brang(?:e|es|ed|ing)\s$", IGNORECASE)
_AND_ON_ANOTHER = Pattern(
    r"\s?\)?\s(?:on|for|in|at|with|using|under)\s[^,;:.]{1,60}(?:\([^()]{1,40}\))?(?:,\s(?:and\s)?|\sand\s)(?:from\s)?~?\s{0,8}"
)
# "gains on the Foo benchmark from 16% to 40%"
_ON_A_NAME = Pattern(
    r"\son\s(?:the\s)?(?:[\p{L}\d-]+\s){0,2}(?=\S{0,12}\p{Lu})[^\s,;:()]+(?:\s(?:benchmark|data\s?set|suite|tasks?|split))?\s$"
)
# "gains on A from 16% to 40%, reasoning on B from 54% to 87%, and C from 28% to 57%"
_ANOTHER_FROM = Pattern(r"(?:,|,?\sand)\s(?:[^\s,;:()%]+\s){1,6}from\s")
_IN_BRACKETS = ending(r"\((?:[^()\d]{1,40}:\s)?[$~\s-]{0,4}$")
_IN_ONE_UNIT = Pattern(r"\d+(?:\.\d+)?\sto\s\d+(?:\.\d+)?\s?(?:%|percent|ms|s|seconds|minutes|hours|GB|MB|x|W)\s?\)")
_ARROW = Pattern("->|→")
NOTHING_COUNTED = Pattern(r"[,.;)]|\s(?:for|in|on|at|by|and|with|while|are|is|of)\b|$")
_SENTENCE_BREAK = Pattern(r"[;]|[.]\s(?=\p{Lu})")
_SI = {
    "k": 1e3,
    "K": 1e3,
    "M": 1e6,
    "G": 1e9,
    "T": 1e12,
    "P": 1e15,
    "E": 1e18,
    "m": 1e-3,
    "u": 1e-6,
    "n": 1e-9,
    "p": 1e-12,
}
_SECONDS = {
    "ns": 1e-9,
    "us": 1e-6,
    "ms": 1e-3,
    "s": 1.0,
    "min": 60.0,
    "h": 3600.0,
    "day": 86400.0,
    "week": 604800.0,
    "month": 2592000.0,
    "year": 31536000.0,
}


def join_ranges(view: str, items: Sequence[Quantity]) -> list[Quantity]:
    """Two numbers that are one range, or the two of a before/after pair; dashes bind closer than words."""
    return _join_all(view, _join_all(view, items, _dashed), _join)


_Join = Callable[[str, Quantity, Quantity, Quantity | None], list[Quantity] | None]


def _join_all(view: str, items: Sequence[Quantity], join: _Join) -> list[Quantity]:
    out: list[Quantity] = []
    i = 0
    while i < len(items):
        first = items[i]
        second = items[i + 1] if i + 1 < len(items) else None
        joined = join(view, first, second, out[-1] if out else None) if second is not None else None
        if joined is None:
            out.append(first)
            i += 1
        else:
            out.extend(joined)
            i += 2
    return out


def _dashed(view: str, first: Quantity, second: Quantity, _: Quantity | None) -> list[Quantity] | None:
    """ "1.2-2.4x", "1.8x ~ 4.5x": dashes bind closer than words."""
    if not 0 <= second.start - first.end <= _WIDEST_DASH or not _compatible(first, second):
        return None
    return [_range(first, second)] if _RANGE_GAP.fullmatch(view[first.end : second.start]) else None


def _join(view: str, first: Quantity, second: Quantity, last: Quantity | None) -> list[Quantity] | None:
    """One range, a before/after pair, or null when the two do not belong together."""
    gap = view[first.end : second.start]
    if len(gap) > 60 or first.end > second.start:
        return None
    before = view[max(0, first.start - 240) : first.start]
    if not _compatible(first, second):
        if _FROM.search(before) and _TO_GAP.fullmatch(gap) and _is_bare(view, second) and _has_unit(first):
            return _pair(first, second)  # "from 256 steps to 1"
        if _BETWEEN.search(before) or _FROM.search(before):
            return _mixed_range(view, first, second, gap)
        return None
    if _AND_GAP.fullmatch(gap):
        return [_range(first, second)] if _BETWEEN.search(before) else None
    if _TO_GAP.fullmatch(gap):
        if gap.endswith(("-", "+")) and not view.endswith(gap[-1], 0, first.start):
            return None  # "from +0.3 to -0.2"
        if last is not None and _is_next_pair(view, last, first):
            return _pair(first, second)
        return _to_pair_or_range(view, first, second, before)
    origin = _FROM.search(before) if _measured(second) and _LOOSE_TO.fullmatch(gap) else None
    if origin is not None and _RANGES_FROM.search(before[: origin.start()]):
        return [_range(first, second)]  # "range from 1.2x (small) to 9.8x"
    if origin is not None and _MOVES.search(before):
        return _pair(first, second)
    return None


def _is_value_of_symbol(view: str, first: Quantity) -> bool:
    """ "r=0.87 to 0.92"."""
    return view[max(0, first.start - 2) : first.start].rstrip().endswith("=")


def _is_next_pair(view: str, last: Quantity, first: Quantity) -> bool:
    """ "from 41 to 55 on A and 30 to 38 on B": whether a second pair begins where the first is done with."""
    if last.pair != "after" or last.dimension is not first.dimension:
        return False
    gap = view[last.end : first.start]
    return (_AND_ON_ANOTHER.fullmatch(gap) or _ANOTHER_FROM.fullmatch(gap)) is not None


def _compatible(first: Quantity, second: Quantity) -> bool:
    if first.dimension is Dimension.NONE:
        return first.magnitude not in ("B", "T") or second.dimension in (
            Dimension.PARAMETERS,
            Dimension.COUNT,
            Dimension.NONE,
        )
    if first.dimension is second.dimension:
        counted = first.dimension is Dimension.COUNT and first.rule == second.rule == "counted noun"
        return not counted or first.unit == second.unit  # not "9 pipelines to 30 datasets"
    if first.dimension is Dimension.PARAMETERS and not first.noun and first.rule == "model size":
        return second.dimension is Dimension.COUNT and second.unit == "tokens" and second.magnitude in ("B", "T")
    return (
        second.dimension is Dimension.NONE
        and first.dimension
        in (
            Dimension.PERCENT,
            Dimension.TIMES,
            Dimension.MONEY,
        )
    ) or (first.dimension is Dimension.MONEY and _only_sized(second))  # "$1.2-2.0M"


def _measured(quantity: Quantity) -> bool:
    return quantity.dimension not in (Dimension.NONE, Dimension.COUNT, Dimension.DEVICES)


def _has_unit(quantity: Quantity) -> bool:
    return quantity.dimension not in (Dimension.NONE, Dimension.PARAMETERS) and not quantity.idiom


def _is_bare(view: str, quantity: Quantity) -> bool:
    """Whether nothing is counted behind the number."""
    of_no_noun = quantity.dimension is Dimension.NONE or _only_sized(quantity)
    return of_no_noun and NOTHING_COUNTED.match(view, quantity.end) is not None


def _only_sized(quantity: Quantity) -> bool:
    """A bare "0.4M", which is the size of a model where nothing else is counted beside it."""
    return quantity.rule == "model size" and not quantity.noun


def _to_pair_or_range(view: str, first: Quantity, second: Quantity, before: str) -> list[Quantity] | None:
    origin = _FROM.search(before)
    sentence = _SENTENCE_BREAK.split(before)[-1]
    if origin is not None:
        head = sentence[: -len(origin[0])] if origin[0] else sentence
        if _MOVES_ON.match(view, second.end):
            return [replace(_range(first, second), pair="before")]  # "from 1 to 2 minutes to real time"
        if first.low > second.low or (first.is_range and second.is_range):
            return _pair(first, second)
        sized = (
            second.dimension in (Dimension.PARAMETERS, Dimension.COUNT, Dimension.BYTES, Dimension.DEVICES)
            or (second.dimension is Dimension.TIME and "-" in view[second.start : second.end])  # "to 10-hour videos"
        ) and (_SIZES.search(head + "from ") or _SCALING.search(head))
        moved = second.dimension is Dimension.TIMES and _CHANGES.search(head[-70:])
        if moved and not _RANGING.search(head + "from "):
            return _pair(first, second)
        if _RANGING.search(head + "from ") or sized or second.dimension is Dimension.TIMES:
            return [_range(first, second)]
        if second.dimension in (Dimension.PERCENT, Dimension.NONE) and _ON_A_NAME.search(head[-60:]):
            return _pair(first, second)
        wide = second.dimension not in (Dimension.PARAMETERS, Dimension.COUNT, Dimension.DEVICES)
        if _MOVES.search(head if wide else head[-90:]):
            return _pair(first, second)
        return [_range(first, second)]
    bracketed = _IN_BRACKETS.search(before) is not None
    if bracketed and first.low < second.low and _IN_ONE_UNIT.match(view, first.start) and not _MOVES.search(sentence):
        return [_range(first, second)]  # "high utilization (88 to 92 percent)"
    if bracketed and first.dimension in (
        Dimension.PERCENT,
        Dimension.NONE,
        Dimension.TIME,
        Dimension.BYTES,
    ):
        return _pair(first, second)
    if _ARROW.search(view[first.end : second.start]):
        return _pair(first, second)
    if first.dimension is Dimension.NONE and second.dimension is Dimension.NONE:
        of_one = first.magnitude or BY_FACTOR.search(before[-60:]) or _is_value_of_symbol(view, first)
        return [_range(first, second)] if of_one else None
    if first.dimension is Dimension.DEVICES and not first.shared and first.end - first.start > 6:
        return None
    return [_range(first, second)]


def _range(first: Quantity, second: Quantity) -> Quantity:
    a, b = first.low, second.high
    unscaled = not first.magnitude and first.dimension in (Dimension.NONE, Dimension.MONEY)
    if second.magnitude and unscaled and a < 1000:
        scale = scale_of(second.magnitude)
        a = a * scale
    if (
        first.dimension is Dimension.NONE
        and second.dimension is Dimension.NONE
        and first.magnitude
        and not second.magnitude
    ):
        b = b * scale_of(first.magnitude)
    unit, dimension = (
        (second.unit, second.dimension) if second.dimension is not Dimension.NONE else (first.unit, first.dimension)
    )
    if first.dimension is Dimension.MONEY:
        unit, dimension = first.unit, first.dimension
    elif first.dimension is Dimension.PARAMETERS and dimension is Dimension.COUNT:
        b = second.high
    elif first.dimension is second.dimension and first.unit != second.unit and first.dimension is not Dimension.COUNT:
        b *= _ratio(second.unit, first.unit)
        unit = first.unit
    return replace(
        second,
        start=first.start,
        low=min(a, b),
        high=max(a, b),
        unit=unit,
        dimension=dimension,
        is_range=a != b,
        in_words=first.in_words and second.in_words,
        rule="range",
    )


def _mixed_range(view: str, first: Quantity, second: Quantity, gap: str) -> list[Quantity] | None:
    """ "ranging from 32.2% to 10x": both as factors."""
    if {first.dimension, second.dimension} != {Dimension.PERCENT, Dimension.TIMES}:
        return None
    if not (_TO_GAP.fullmatch(gap) or _AND_GAP.fullmatch(gap)):
        return None
    low, high = (1 + q.low / 100 if q.dimension is Dimension.PERCENT else q.low for q in (first, second))
    return [
        replace(
            second,
            start=first.start,
            low=min(low, high),
            high=max(low, high),
            unit="x",
            dimension=Dimension.TIMES,
            is_range=True,
            rule="range of mixed units",
        )
    ]


def _pair(first: Quantity, second: Quantity) -> list[Quantity]:
    if first.dimension is Dimension.NONE:
        low = (
            first.low * scale_of(second.magnitude)
            if second.magnitude and not first.magnitude and first.low < 1000
            else first.low
        )
        first = replace(
            first, low=low, high=low, unit=second.unit, dimension=second.dimension, noun=second.noun, shared=True
        )
    elif second.dimension is Dimension.NONE or (_only_sized(second) and first.dimension is Dimension.COUNT):
        second = replace(second, unit=first.unit, dimension=first.dimension, noun=first.noun)
    return [
        replace(first, pair="before", rule="before/after pair"),
        replace(second, pair="after", rule="before/after pair"),
    ]


def scale_of(magnitude: str) -> float:
    return LETTERS.get(magnitude, MAGNITUDES.get(magnitude, 1.0))


def _ratio(unit: str, other: str) -> float:
    """How many of ``other`` make one of ``unit``; 1 where that is not known."""
    if unit in _SECONDS and other in _SECONDS:
        return _SECONDS[unit] / _SECONDS[other]
    if unit[1:] == other[1:] and unit[:1] in _SI and other[:1] in _SI:
        return _SI[unit[0]] / _SI[other[0]]
    if unit[1:] == other and unit[:1] in _SI:
        return _SI[unit[0]]
    if other[1:] == unit and other[:1] in _SI:
        return 1 / _SI[other[0]]
    return 1.0
