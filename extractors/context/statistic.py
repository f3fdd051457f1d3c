"""Which statistic of several values the number is."""

from __future__ import annotations

import regex

from extractors.endings import ending
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Match, Pattern
from extractors.situation import Situation
from extractors.text import folded, holds
from schemas.vocabulary import Statistic

_FILL = (
    r"(?:(?!and\b|while\b|within\b)[\p{L}\d@/-]+(?:\.\d[\p{L}\d-]{0,20})?\s{1,2}){0,6}(?:(?:by|of|to|up to|at|is|"
    r"was|with|a|an|about|around|"
    r"nearly|over|exceeding|approximately|more than|improves?|improved|only|still|just|"
    r"performance)\s{0,2}){0,3}(?:[~$(+<>≤≥=]\s{0,4}){0,3}$"
)
_BEFORE: tuple[tuple[Statistic, Pattern], ...] = tuple(
    (statistic, Pattern(rf"(?<![\p{{L}}-])(?:{words})(?![\p{{L}}]):?[\s-]{{0,2}}" + _FILL, IGNORECASE))
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
            r"max(?:imum)?\.?(?:\sof)?|(?<!of\s)(?<!theoretical\s)(?<!'s\s)peak|"
            r"best (?:overall )?(?:accuracy|score|result|performance|speedup)|"
            r"highest|peak(?:s|ed|ing)\sat|best[\s-]case",
        ),
        (Statistic.MIN, r"(?<!at\s)(?<!at\sa\s)min(?:imum)?\.?(?:\sof)?|worst(?![- ]case)|lowest"),
    )
)
_ON_AVERAGE = Pattern(r"[^;,()]{0,60}?(?:\bon average\b|,\son average(?=[).;]))", IGNORECASE)
_AT_WORST = Pattern(r"[%$\\]{0,3}\s(?:at worst|in the worst)\b")
_OWN_CLAUSE = Pattern(r"\b(?:and|while)\s\p{L}+ing\b|\bwith\b")
_WORDS = (
    (Statistic.MEDIAN, Pattern(r"\bmedian\b", IGNORECASE)),
    (
        Statistic.MEAN,
        Pattern(r"\b(?:average|mean)\b(?!\s(?:squared?|absolute|reciprocal|iou|percentage|precision)\b)", IGNORECASE),
    ),
    (Statistic.P95, Pattern(r"\bp-?95\b|\b95th\b", IGNORECASE)),
    (Statistic.P99, Pattern(r"\bp-?99\b|\b99th\b", IGNORECASE)),
    (Statistic.MAX, Pattern(r"\b(?:maximum|peak|(?<!\bthe\s)best)\b", IGNORECASE)),
)
_AFTER: tuple[tuple[Statistic, Pattern], ...] = tuple(
    (
        statistic,
        Pattern(
            rf"^\s{{0,2}}(?:,\s(?=(?:on|in)\sav))?(?:(?:[\p{{L}}-]+\s){{0,3}}[(])?\s?(?:(?!and\b|while\b|over\b|with\b|at\b|"
            rf"for\b)[\p{{L}}\d%/@-]+\s){{0,{reach}}}?(?:{words})(?![\p{{L}}])",
            IGNORECASE,
        ),
    )
    for statistic, words, reach in (
        (Statistic.GEOMEAN, r"geo(?:metric)?[\s-]?means?|geomeans?", 2),
        (Statistic.P99, r"(?:at\s(?:the\s)?)?(?:p-?99|99th)", 2),
        (Statistic.P95, r"(?:at\s(?:the\s)?)?(?:p-?95|95th)", 2),
        (Statistic.MEDIAN, r"(?:(?:in|at)\s(?:the\s)?)?(?:median|p-?50)", 3),
        (
            Statistic.MEAN,
            r"on\saverage|averaged|average(?:d)?(?!\s(?:precision|of)\b)|mean(?!\sof\b)(?!\s(?:IOU|iou|IoU|squared?|"
            r"average|absolute|reciprocal))|"
            r"in\saverage|avg\.?",
            3,
        ),
        (Statistic.MAX, r"at (?:peak|best)|maximum|max\b|peak(?=\))|peak (?!perf|flop|mem)", 0),
        (Statistic.MAX, r"at best", 2),
        (Statistic.MIN, r"minimum", 0),
    )
)
_NOT_BEFORE = Pattern(
    r"mean (?:iou|squared?|absolute|average|reciprocal|intersection|opinion)|best (?:published|prior|previous|known|"
    r"existing|performing|baseline|competing|of)|peak memory|(?:theoretical|hardware|of) peak|average precision|"
    r"highest (?:resolution|degree)|max(?:imum)? (?:sequence|context|batch|input|supported|model|trainable|number)|"
    r"best[- ](?:in|practice)",
    IGNORECASE,
)
_LAST_CLAUSE = Pattern(
    r"[;:]|,\s(?!respectively)|\b(?:and|while|but|over|than|with|offset|accompanied)\b", IGNORECASE
)
_BEST_SUBJECT = regex.compile(
    r"(?<!\b(?:over|than|beyond|(?:compar\p{L}*|relative)\s(?:to|with)|against|of|by|(?:surpass|outperform|beat|"
    r"exceed|match|improv)\p{L}*)\s)\b(?:the|our|its)\s"
    r"(?:best|top|strongest|highest|leading|(?:single\s)?most\s(?:capable|competitive|accurate|advanced|"
    r"powerful))[-\s](?:(?:performing|scoring|evaluated|tested|ranked)\s)?(?!(?:prior|previous|existing|published|"
    r"known|competing|baseline|other|open)\b)(?:[\p{L}\d][\p{L}\d.-]*\s){0,2}?(?:agent|model|"
    r"system|method|variant|configuration|result|score|LLM|VLM|MLLM|performance|approach|detector|"
    r"classifier)s?\b(?:,\s[\p{L}\d. -]{2,30},)?|"
    r"\b[Ee]ven the (?:best|strongest|top|most \p{L}+)(?:[-\s][\p{L}-]+){1,2}(?=,\s|\s(?:only|just|achiev|reach|"
    r"obtain|scor|attain|solv|gets|fail))(?:,[^,]{2,30},)?|"
    r"\b(?:the|even the) best(?=\s(?:achiev|reach|obtain|scor|attain|solv))",
    regex.IGNORECASE,
)
_ACRONYM = Pattern(r"\s\(\p{Lu}[\p{L}\d/-]{1,10}\)(?=\s\p{Ll})")  # "p95 end-to-end (E2E) latency"
_BOUND = Pattern(r"\b(?:(?:more|less|fewer|greater|higher|lower) than|over)$")
# "improves the average speed over Tarnet by up to"
_OVER_WHAT = Pattern(
    r"\s(?:over|against|compared (?:to|with))\s[^,;:()]{2,40}(?=\sby(?:\s(?:up to|about|nearly|over|~))?$)"
)
_ANOTHER = Pattern(r"[,;]|\b(?:than|over|while|of the best)\b")
_OPENING_MEAN = Pattern(
    r"(?:^|^For (?:instance|example),\s|[;:]\s)(?:on average(?:\s(?:across|over|for|in|on)\s[^,;:()]{2,60})?,|"
    r"(?:macro-|micro-)?averag(?:ed|ing) (?:over|across) "
    r"(?:[^,;:()]{2,60},|"
    r"[^,;:()]{2,40}?(?=\s(?:the|our|we|it)\s)))\s[^;:]{0,90}$",
    IGNORECASE,
)
_MEAN_OF_SEVERAL = tuple(
    Pattern(
        rf"\b(?:average|mean)\s(?!iou|squared?|absolute|average|reciprocal|intersection|opinion){rest}$", IGNORECASE
    )
    for rest in (
        # "the average share from 48% to 60% on the first and from 44% to 58% on the second"
        r"(?:(?!\b(?:from|and|while)\b)[^,;:]){2,80}?\sfrom\s(?:[^,;:()\s]{1,12}\sto\s[^,;:()]{1,40}?\sand\sfrom\s)?"
        r"(?:[^,;:()\s]{1,12}\sto\s)?",
        # "the mean accuracy over five seeds is 81%"
        r"(?:\p{L}+\s){1,3}(?:over|across)\s(?:[^,;:()]{2,40})\s(?:is|was|of|reaches)\s(?:about\s|only\s|~)?",
        # "mean speedups of 6x on the first, 5x on the second, and 2x on the third"
        r"(?:\p{L}+\s){1,2}of\s(?:up to\s)?(?:[^\s,;]{1,12}\s(?:on|for|in)\s[^,;:()]{2,40}"
        r"(?:,\s(?:and\s)?|\sand\s)){1,4}",
        # "an average score of 43 on the first, surpassing others such as the second (38)"
        r"(?:\p{L}+\s){1,3}of\s[\d.]+%?[^;:]{0,50}?,?\s(?:(?:surpass|outperform|exceed|beat)ing|compared (?:to|with)|"
        r"competitive with|versus)\s[^,;:()]{2,60}\(",
        # "the average F1 and recall by 2%", "average scores over the second by 4 points"
        r"(?:(?!from\b|and\b)[\p{L}\d@-]+\s){1,3}(?:and|over)\s"
        r"(?:(?!while\b|(?:improv|reduc|increas|lower|rais|boost|cut)\p{L}*\s)[\p{L}\d@.-]+\s){1,4}by\s"
        r"(?:(?:up to|about|over)\s|~){0,2}",
        # "the highest average time in range, reaching 85%"
        r"(?:[\p{L}-]+\s){0,3}[\p{L}-]+,\s(?:reach|achiev|attain)ing\s(?:(?:about|over|up to)\s|~)?",
    )
)
_GEOMEAN_OVER = Pattern(  # "the geomean speedup over three libraries is 1.3x"
    r"\bgeo(?:metric)?[\s-]?mean\s(?:\p{L}+\s){1,3}(?:over|across|on)\s[^,;:()]{2,40}\s(?:is|was|of|"
    r"reaches)\s(?:about\s|~)?$",
    IGNORECASE,
)
# "98% peak efficiency at 48 V"
_OF_THE_ONE_BEFORE = Pattern(
    r"\s(?:peak|maximum|average|mean|median|geo-?mean|best|minimum)(?:\s[\p{L}-]+){1,3}\s(?:at|on|with|for|in|using)\s"
    r"(?:(?:an?|only|just|about|over|up to)\s|~){0,2}",
    IGNORECASE,
)
# "the lowest accuracy over ten seeds is 91%"
_EXTREME_OF_SEVERAL = Pattern(
    r"\b(?:(?P<max>best|highest|maximum|largest)|worst|lowest|minimum|smallest)\s(?!published|known|prior|previous|"
    r"existing|baseline)(?:[\p{L}-]+\s){1,3}(?:over|across|among)\s[^,;:()]{2,40}\s(?:is|was|of|reaches)\s"
    r"(?:(?:about|only)\s|~)?$",
    IGNORECASE,
)
# "the tail latency (p99) falls by", "measured at the 99th percentile, falls by"
_PERCENTILE_BESIDE = Pattern(
    r"(?:[(]|,\s(?:[\p{L}]+(?:ed|ing)\s)?(?:at|by|in|as)\s(?:the\s)?)(?:(?:at|the|i\.e\.,?)\s){0,2}"
    r"(?:p-?|the\s)?9[59](?:th)?(?!\.\d)(?:[\s-]percentile)?(?:\s\p{L}+)?[),](?P<gap>[^;:()]{0,90})$",
    IGNORECASE,
)
_OPENING_PERCENTILE = Pattern(
    r"(?:At|For) (?:the )?(?:[Pp]?9[59](?:th)?)(?: percentile)?(?: of [^,;]{2,30})?,\s[^,;]{0,80}$"
)
_UP_TO = Pattern(r"\bup to\s[~$]?$")
_PEAKS = ending(r"\b(?:peak(?:s|ed|ing)?\sat|(?:maximum|peak)\sof)\s[~$]?$")
_AND_BY_MEAN = Pattern(  # "by an average of 3% over the first, and by 7% over the second"
    r"\bby\s(?:an?\s)?(?:average|mean)(?:\sof)?\s[^;:]{2,90}?\sand\sby\s[-+]?$", IGNORECASE
)
_AVERAGES = ending(r"\baverag(?:es|ing)\s(?:(?:over|about|around|nearly|more than|up to)\s|~){0,2}$")
_WHEN_AVERAGED = Pattern(r"(?:,?\srespectively)?,?\s(?:when\s)?averaged\s(?:across|over)\b")
_COUNT_ON_AVERAGE = Pattern(r"(?:\s(?:per|a|each)\s\p{L}+)?,?\s(?:on|in) average\b")
_COUNT_AFTER = Pattern(
    r"\b(average|mean|median|averaging)(?:\sof)?\s(?:about\s|around\s|approximately\s|over\s|only\s|just\s|~)?$",
    IGNORECASE,
)
_SIZE_AVERAGED = Pattern(  # "an average activated size of 5B", "the mean number of turns is 12"
    r"\b(average|mean|median)\s(?:(?!of\b)[\p{L}-]+\s){0,3}(?:of|is|to)\s(?:(?:about|around|only|just|nearly|"
    r"over)\s|~)?$",
    IGNORECASE,
)
_EXTREME_COUNT = Pattern(r"\b(max(?:imum)?|min(?:imum)?)\.?\s(?:of\s)?$", IGNORECASE)
_SLASH = Pattern(r"min(?:imum)?\s?/\s?max(?:imum)?\s(?:of\s|by\s)?$", IGNORECASE)


# Where none of these stands in a text, folded, no statistic is named in it.
_STEMS = ("mean", "averag", "avg", "median", "99", "95", "p50", "p-50", "max", "min", "peak", "best", "highest",
          "worst", "lowest", "largest", "smallest", "top", "strongest", "leading", "most")  # fmt: skip
_MEANS = ("averag", "mean")  # no mean of several without
_PERCENTILES = ("95", "99")
_EXTREMES = ("best", "highest", "maximum", "largest", "worst", "lowest", "minimum", "smallest")
_BEST = ("best", "top", "strongest", "highest", "leading", "most")


def find_statistic(s: Situation) -> Statistic | None:
    """The statistic that the words next to the quantity name; null when none does."""
    if not s.says(_STEMS):
        return None
    aligned = _slash(s) or _aligned(s)
    if aligned is not None:
        return aligned
    near = s.near_right[:60]
    for statistic, pattern in _AFTER if holds(folded(near), _STEMS) else ():
        match = pattern.match(near)
        if match and not _of_the_next(s, match):
            return statistic
    averaged = None if _is_the_most(s) else _ON_AVERAGE.match(_until_the_next_like_it(s))
    if averaged and not _OWN_CLAUSE.search(averaged[0]):
        return Statistic.MEAN
    left = "" if _is_of_the_one_before(s) else _clause(s.near_left)
    if (named := _named(left)) is not None:
        return named
    if _UP_TO.search(s.near_left) and s.index:
        return None  # "on average 1.7x (up to 3.2x)"
    if s.says(_MEANS) and _GEOMEAN_OVER.search(s.left):
        return Statistic.GEOMEAN
    if s.says(_MEANS) and _is_mean(s):
        return Statistic.MEAN
    if (apart := _set_apart(s)) is not None:
        return apart
    if s.group[0] != s.index:
        return _named(_clause(s.list_left)) or _in_list_right(s)
    if s.group[1] != s.index:
        return None if _UP_TO.search(s.near_left) else _in_list_right(s)
    left = s.left if s.previous and s.previous.dimension is s.quantity.dimension else s.near_left
    match = _BEST_SUBJECT.search(left) if s.says(_BEST) else None
    return Statistic.MAX if match and not _ANOTHER.search(_BOUND.sub("", left.rstrip(" ~$")), match.end()) else None


def _is_the_most(s: Situation) -> bool:
    """ "up to 33% and 21% on average": the second is the mean."""
    return s.group[1] == s.index + 1 and _UP_TO.search(s.near_left) is not None


def _is_of_the_one_before(s: Situation) -> bool:
    """ "98% peak efficiency at 48 V", "0.8% on average (2.3% at worst)": whose statistic stands to the left."""
    return bool(s.index and (_OF_THE_ONE_BEFORE.fullmatch(s.near_left) or _AT_WORST.match(s.near_right)))


def _set_apart(s: Situation) -> Statistic | None:
    """ "the tail latency (p99) falls by 2x", "the lowest accuracy over ten seeds is 91%"."""
    if s.says(_PERCENTILES):
        opened = _OPENING_PERCENTILE.match(s.left) or _PERCENTILE_BESIDE.search(s.near_left)
        if opened is not None:
            return Statistic.P99 if "99" in opened[0] else Statistic.P95
    extreme = _EXTREME_OF_SEVERAL.search(s.near_left) if s.says(_EXTREMES) else None
    if extreme is None:
        return None
    return Statistic.MAX if extreme["max"] else Statistic.MIN


def _is_mean(s: Situation) -> bool:
    """ "averages 5%", "averaged over the tasks, X reaches 5%", "the mean share from 4% to 5%"."""
    if _AVERAGES.search(s.near_left) or _WHEN_AVERAGED.match(s.list_right):
        return True
    opened = _OPENING_MEAN.search(s.left) or _AND_BY_MEAN.search(s.left)
    return opened is not None or any(pattern.search(s.left) for pattern in _MEAN_OF_SEVERAL)


def _until_the_next_like_it(s: Situation) -> str:
    """ "up to 5x faster than A and 2x faster on average": what stands behind the second is not of the first."""
    peak = _UP_TO.search(s.near_left) or _PEAKS.search(s.near_left)
    for follower in s.siblings[s.group[1] + 1 :]:
        if peak and follower.dimension is s.quantity.dimension:
            return s.doc.view[s.quantity.end : follower.start]
    return s.right


def _of_the_next(s: Situation, match: Match) -> bool:
    """ "2x (maximum 5x)": the word in the bracket is of the value in it."""
    return "(" in match[0] and ")" not in s.near_right and s.index + 1 < len(s.siblings)


def statistic_of_count(s: Situation) -> Statistic | None:
    """ "an average of 109 words", "109 words on average": only what stands right beside the count."""
    if (
        s.quantity.dimension is Dimension.PARAMETERS
        and not _SIZE_AVERAGED.search(s.near_left)
        and not _COUNT_ON_AVERAGE.match(s.right)
    ):
        return None
    if bound := _EXTREME_COUNT.search(s.near_left):
        return Statistic.MAX if bound[1].lower().startswith("max") else Statistic.MIN
    if averaged := _SIZE_AVERAGED.search(s.near_left):
        return Statistic.MEDIAN if averaged[1].lower() == "median" else Statistic.MEAN
    if _COUNT_ON_AVERAGE.match(s.right):
        return Statistic.MEAN
    named = _COUNT_AFTER.search(s.near_left)
    if named is None:
        return None
    return Statistic.MEDIAN if named[1].lower() == "median" else Statistic.MEAN


def _clause(text: str) -> str:
    text = _BOUND.sub("", _ACRONYM.sub("", text[-120:]).rstrip(": "))
    if " by" in text[-12:]:
        text = _OVER_WHAT.sub("", text)
    return _LAST_CLAUSE.split(text)[-1] + " "


def _named(left: str) -> Statistic | None:
    for statistic, pattern in _BEFORE if holds(folded(left), _STEMS) else ():
        match = pattern.search(left)
        if match and not _NOT_BEFORE.match(left, match.start()) and not _NOT_BEFORE.search(left[match.start() :]):
            return statistic
    return None


def _in_list_right(s: Situation) -> Statistic | None:
    for statistic, pattern in _AFTER:
        if statistic in (Statistic.MEAN, Statistic.GEOMEAN, Statistic.MEDIAN) and pattern.match(s.list_right[:50]):
            return statistic
    return None


def _aligned(s: Situation) -> Statistic | None:
    """ "5x and 7x in median and 95th percentile latency": each value takes its own."""
    first, last = s.group
    if last == first:
        return None
    for beside in (s.list_right[:90], s.list_left[-90:]):
        named = ((pattern.search(beside), statistic) for statistic, pattern in _WORDS)
        found = sorted((match.start(), statistic) for match, statistic in named if match)
        if len(found) == last - first + 1:
            return found[s.index - first][1]
    return None


def _slash(s: Situation) -> Statistic | None:
    """ "by a minimum/maximum of 17%/55%"."""
    first, last = s.group
    if last - first != 1 or not _SLASH.search(s.list_left):
        return None
    return Statistic.MIN if s.index == first else Statistic.MAX
