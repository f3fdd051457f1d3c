"""Statistics named before a value: "an average speedup of 2x", "p99 latency falls by 9%"."""

from __future__ import annotations

from extractors.context.statistic.words import may_name_one
from extractors.endings import Ending
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from extractors.text import holds
from schemas.vocabulary import Statistic

_FILL = (
    r"(?:(?!and\b|while\b|within\b)[\p{L}\d@/-]+(?:\.\d[\p{L}\d-]{0,20})?\s{1,2}){0,8}(?:(?:by|of|to|up to|at|is|"
    r"was|remains?|stays?|with|a|an|about|around|roughly|"
    r"nearly|over|exceeding|approximately|more than|improves?|improved|only|still|just|"
    r"performance)\s{0,2}){0,3}(?:[~$(+<>≤≥=]\s{0,4}){0,3}$"
)
_BEFORE: tuple[tuple[Statistic, Pattern], ...] = tuple(
    (statistic, Pattern(rf"(?<![\p{{L}}_-])(?:{words})(?![\p{{L}}]|-in-)[):]?[\s-]{{0,2}}" + _FILL, IGNORECASE))
    for statistic, words in (
        (Statistic.GEOMEAN, r"geo(?:metric)?[\s-]?means?|geomeans?|geometric[\s-]averages?"),
        (Statistic.P99, r"p-?99|99(?:th|%)(?:[\s-](?:percentile|tail))?|99th"),
        (Statistic.P95, r"p-?95|95(?:th|%)(?:[\s-](?:percentile|tail))?"),
        (Statistic.MEDIAN, r"medians?|p-?50"),
        (
            Statistic.MEAN,
            r"(?:an?\s)?(?:average|avg\.?|mean)(?:\sof)?|(?:(?:micro|macro)-)?averag(?:es|ed|ing)|(?:micro|macro)-average|"
            r"on\saverage,?",
        ),
        (
            Statistic.MAX,
            r"max(?:imum)?\.?(?:\sof)?|(?<!of\s)(?<!theoretical\s)(?<!'s\s)peak(?!\ssignal\b)|"
            r"best (?:overall )?(?:accuracy|score|result|performance|speedup)|"
            r"the (?:best|largest|greatest) (?:(?:gain|improvement|speed-?up|saving|reduction) )?(?:is|was|being)|"
            r"(?<!at the )highest|peak(?:s|ed|ing)\sat|best[\s-]case",
        ),
        (Statistic.MIN, r"(?<!at\s)(?<!at\sa\s)min(?:imum)?\.?(?:\sof)?|worst(?![- ]case)|lowest"),
    )
)
_NOT_BEFORE = Pattern(
    r"(?<!-)mean-squared?|"
    r"mean (?:iou|squared?|absolute|average|reciprocal|intersection|opinion|per[\s-]joint|directional)|"
    r"best (?:published|prior|previous|known|"
    r"existing|performing|baseline|competing|of)|(?:theoretical|hardware|of) peak|average precision|"
    r"highest (?:resolution|degree)|max(?:imum)? (?:sequence|context|batch|input|supported|model|trainable|number)|"
    r"best[- ](?:in|practice)",
    IGNORECASE,
)
_PEAK_MEMORY = Pattern(r"\bpeak (?:[\p{L}-]+ ){0,2}memory\b", IGNORECASE)
# "98% peak efficiency at 48 V"
_OF_THE_ONE_BEFORE = Pattern(
    r"\s(?:peak|maximum|average|mean|median|geo-?mean|best|minimum)(?:\s[\p{L}-]+){1,3}\s(?:at|on|with|for|in|using)\s"
    r"(?:(?:an?|only|just|about|over|up to)\s|~){0,2}",
    IGNORECASE,
)


def named_before(s: Situation) -> Statistic | None:
    """The statistic in the clause before the value, unless it is of the value before."""
    if _is_of_the_one_before(s):
        return None
    clause = _clause(_since_the_last(s))
    if s.devices:
        clause = _without_devices(s, clause)
    if s.quantity.dimension in RATIOS:
        clause = _PEAK_MEMORY.sub("memory", clause)  # it moves as a whole, where "a peak memory of 3 GB" is the most
    return _named(clause)


def _since_the_last(s: Situation) -> str:
    """What stands behind the value before; "the mean score of the 3B model by 12%" is one clause."""
    before = s.index - 1
    while before >= 0 and s.siblings[before].dimension is Dimension.PARAMETERS:
        before -= 1
    return s.doc.view[s.siblings[before].end if before >= 0 else s.sentence.start : s.quantity.start]


def _without_devices(s: Situation, clause: str) -> str:
    """ "an M3 Max generates 17 tokens/s": the name of a device names no statistic."""
    for start, end in s.devices:
        clause = clause.replace(s.doc.view[start:end], "")
    return clause


RATIOS = frozenset((Dimension.TIMES, Dimension.PERCENT, Dimension.POINTS))


def named_before_list(s: Situation) -> Statistic | None:
    """ "average gains of 3% and 5%"."""
    return _named(_clause(s.list_left))


def _is_of_the_one_before(s: Situation) -> bool:
    """ "98% peak efficiency at 48 V": whose statistic stands to the left."""
    return bool(s.index and _OF_THE_ONE_BEFORE.fullmatch(s.near_left))


_LAST_CLAUSE = Pattern(
    r"[;:]|,\s(?!respectively)|\b(?:and|while|but|over|than|with|versus|vs|offset|accompanied)\b", IGNORECASE
)
_ACRONYM = Pattern(r"\s\(\p{Lu}[\p{L}\d/-]{1,10}\)(?=\s\p{Ll})")  # "p95 end-to-end (E2E) latency"
BOUND = Pattern(r"\b(?:(?:more|less|fewer|greater|higher|lower) than|over)$")
# "improves the average speed over Tarnet by up to", "the mean speedup over Tarnet is"
_OVER_WHAT = Pattern(
    r"\s(?:over|against|compared (?:to|with))\s[^,;:()]{2,40}"
    r"(?=\s(?:by|is|was|of)(?:\s(?:up to|about|nearly|over|~))?$)"
)
_JOINS_VALUE = (" by", " is", " was", " of")


# "median TTFT is 240 ms; P95, 1.4 s"
_GAPPED = Pattern(
    r"(?:^|[;,]\s|\band\s)(?:the\s|at\s(?:the\s)?)?(?P<of>p-?99|p-?95|(?:99th|95th)(?:\spercentile)?|median|geo-?mean|mean|max(?:imum)?),\s?$",
    IGNORECASE,
)
_ASIDE = Pattern(r",\son\saverage,\s", IGNORECASE)  # "saves, on average, a third of the calls"


def _clause(text: str) -> str:
    """The last clause of what stands before, without what a bound or a rival adds to it."""
    text = BOUND.sub("", _ACRONYM.sub("", text[-120:]).rstrip(": "))
    if (gapped := _GAPPED.search(text)) is not None:
        return gapped["of"] + " "
    if " average," in text:
        text = _ASIDE.sub(" on average ", text)
    if holds(text[-12:], _JOINS_VALUE):
        text = _OVER_WHAT.sub("", text)
    return _LAST_CLAUSE.split(text)[-1] + " "


_MATCHED = Ending(r"\b(?:match|equal|recover|retain|preserv)(?:e?s|ed|ing|e)?\s(?:the\s|its\s)?$", IGNORECASE)


def _named(left: str) -> Statistic | None:
    for statistic, pattern in _BEFORE if may_name_one(left) else ():
        match = pattern.search(left)
        if match and statistic is Statistic.MAX and _MATCHED.search(left, endpos=match.start()):
            continue  # "matches the peak accuracy of X 2x faster": of X
        if match and not _NOT_BEFORE.match(left, match.start()) and not _NOT_BEFORE.search(left[match.start() :]):
            return statistic
    return None
