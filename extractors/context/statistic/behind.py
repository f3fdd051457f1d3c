"""Statistics named behind a value: "2x on average", "9 ms at p99", "30% (median)"."""

from __future__ import annotations

from extractors.context.statistic.before import RATIOS
from extractors.context.statistic.words import is_up_to, may_name_one
from extractors.endings import Ending
from extractors.lexicon import HEDGES, has_verb
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Match, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Statistic

_AFTER: tuple[tuple[Statistic, Pattern], ...] = tuple(
    (
        statistic,
        Pattern(
            rf"^\s{{0,2}}(?:,\s(?=(?:on|in)\sav))?(?:(?:[\p{{L}}-]+\s){{0,3}}[(])?\s?(?:(?!and\b|while\b|over\b|with\b|at\b|"
            rf"for\b|(?:result|yield|lead|translat)ing\b)[\p{{L}}\d%/@-]+\s){{0,{reach}}}?(?:{words})(?![\p{{L}}])",
            IGNORECASE,
        ),
    )
    for statistic, words, reach in (
        (Statistic.GEOMEAN, r"geo(?:metric)?[\s-]?means?|geomeans?", 2),
        (Statistic.P99, r"(?:at\s(?:the\s)?)?(?:p-?99|99th)", 2),
        (Statistic.P95, r"(?:at\s(?:the\s)?)?(?:p-?95|95th)", 2),
        (Statistic.MEDIAN, r"(?:(?:in|at)\s(?:the\s)?)?(?:median(?!-)|p-?50)", 3),
        (
            Statistic.MEAN,
            r"on\saverage|averaged|(?<!\sof\sthe\s)average(?:d)?(?!\s(?:precision|of)\b)|(?<!harmonic\s)(?<!\sof\sthe\s)mean(?!\sof\b)(?![\s-](?:IOU|iou|IoU|squared?|per[\s-]joint|directional|"
            r"average|absolute|reciprocal|intersection|opinion))|"
            r"in\saverage|avg\.?",
            3,
        ),
        (
            Statistic.MAX,
            r"at (?:peak"
            r"(?!\s(?:[\p{L}-]+\s)?(?:loads?|requests?|demand|traffic|hours?|rates?|times?)\b)|best)|"
            r"maximum|max\b|peak(?=\))|peak (?!perf|flop|mem)",
            0,
        ),
        (Statistic.MAX, r"at best", 2),
        (Statistic.MIN, r"minimum", 0),
    )
)


def named_behind(s: Situation) -> Statistic | None:
    """The statistic right behind the value, else the mean of "... on average" in its clause."""
    if _WITHIN.search(s.doc.view, s.quantity.start, s.quantity.end):
        return Statistic.MEAN
    near = s.near_right[:60]
    if s.quantity.dimension is Dimension.BYTES and _PEAK_MEMORY.match(near):
        return Statistic.MAX
    if s.quantity.dimension not in RATIOS and _PEAK_VALUE.match(near):
        return Statistic.MAX
    for statistic, pattern in _AFTER if may_name_one(near) else ():
        match = pattern.match(near)
        if match and not _of_the_next(s, match):
            return statistic
    averaged = None if _is_the_most(s) else _ON_AVERAGE.match(_until_the_next_like_it(s))
    if averaged is None or _OWN_CLAUSE.search(averaged[0]) or _opens_the_next(s, averaged.end()):
        return Statistic.MEAN if _ends_a_list_of_means(s) else None
    return Statistic.MEAN


# what moves as a whole in "10% less peak memory" is the most in "3 GB of peak memory"
_PEAK_MEMORY = Pattern(r"\s(?:of\s|in\s)?(?:the\s)?peak\s(?:[\p{L}-]+\s){0,2}(?:memory|V?RAM|footprint|usage)\b")
_PEAK_VALUE = Pattern(
    r"\s(?:of\s)?peak\s(?:performance|throughput|bandwidth|power|speed|compute)\b"
)  # "3 TFLOP/s peak"
_WITHIN = Pattern(r"\s(?:average|mean)\s", IGNORECASE)  # "5.3 average bits"
_TO_AVERAGE = Pattern(
    r"(?P<list>[^;()]{0,160}?)(?:,?\son average\b|\s\(average\)|"
    r",\s(?:when\s)?averaged(?=\s(?:across|over)\b))(?=[,.;)]|\s(?:over|across|on|for|in)\b|$)"
)
# "and solves only 4%"
_AND_DOES = r"\sand\s(?:\p{L}+ly\s)?(?!\p{L}*ss\s)\p{L}+s\s(?:(?:only|just|about|nearly|over|a|the)\s){0,2}[~$]?\d"
_OTHERWISE = Pattern(rf"\b(?:while|up to|with|from|to|average)\b|,\s(?:and\s)?\p{{L}}+ing\b|{_AND_DOES}")


def _ends_a_list_of_means(s: Situation) -> bool:
    """ "by 5% over A, 7% over B and 9% over C on average": as many values of one sort, told with one verb."""
    if s.index + 1 == len(s.siblings) or s.quantity.is_range or _is_peak(s):
        return False
    averaged = _TO_AVERAGE.match(s.right)
    if averaged is None:
        return False
    told = averaged["list"]
    end = s.quantity.end + len(told)
    others = [one.dimension for one in s.siblings[s.index + 1 :] if one.end <= end]
    return bool(others) and set(others) == {s.quantity.dimension} and not (_OTHERWISE.search(told) or has_verb(told))


def _opens_the_next(s: Situation, at: int) -> bool:
    """ "in a 50 ms slot, it waits on average 20 ms": *on average*, ending ``at`` characters on, is of the second."""
    if s.index + 1 == len(s.siblings):
        return False
    return _HEDGED.fullmatch(s.doc.view, s.quantity.end + at, s.siblings[s.index + 1].start) is not None


def _of_the_next(s: Situation, match: Match) -> bool:
    """ "2x (maximum 5x)": the word in the bracket is of the value in it."""
    return "(" in match[0] and ")" not in s.near_right and s.index + 1 < len(s.siblings)


_ON_AVERAGE = Pattern(
    r"[^;,()]{0,60}?(?:\bon average\b|,\son average(?=[).;])|,\s(?:when\s)?averaged\s(?:across|over)\b)", IGNORECASE
)
_HEDGED = Pattern(r"\s(?:by\s)?" + HEDGES + r"\$?")
_OWN_CLAUSE = Pattern(rf"\b(?:and|while)\s\p{{L}}+ing\b|\bwith\b|{_AND_DOES}")
_PEAKS = Ending(r"\b(?:peak(?:s|ed|ing)?\sat|(?:maximum|peak)\sof)\s[~$]?$")


def _is_the_most(s: Situation) -> bool:
    """ "up to 33% and 21% on average": the second is the mean."""
    return s.group[1] == s.index + 1 and is_up_to(s)


def _is_peak(s: Situation) -> bool:
    return is_up_to(s) or _PEAKS.search(s.near_left) is not None


def _until_the_next_like_it(s: Situation) -> str:
    """ "up to 5x faster than A and 2x faster on average": what stands behind the second is not of the first."""
    peak = _is_peak(s) or s.quantity.is_range
    for follower in s.siblings[s.group[1] + 1 :]:
        between = s.doc.view[s.quantity.end : follower.start]
        alike = follower.dimension is s.quantity.dimension
        if peak and (alike or ({follower.dimension, s.quantity.dimension} <= RATIOS and " and " in between)):
            return between
    return s.right


_SHARED = (Statistic.MEAN, Statistic.GEOMEAN, Statistic.MEDIAN)


def named_behind_list(s: Situation) -> Statistic | None:
    """ "2x and 3x on average": what all members of a list can be."""
    behind = s.list_right[:50]
    return next((statistic for statistic, pattern in _AFTER if statistic in _SHARED and pattern.match(behind)), None)
