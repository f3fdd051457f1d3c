"""A factor with no word of change at all: "achieves 2.3x"; and words that are the change, such as "halves"."""

from __future__ import annotations

from extractors.context.change.counted import counted
from extractors.context.change.founded import beside, may_be_speed, says_how_often
from extractors.context.change.made import Change
from extractors.context.change.meant import EFFICIENCY_OF, metric_after, usable
from extractors.context.change.subject import metric_of_the_subject
from extractors.context.change.used import taken_up
from extractors.context.change.window import clip
from extractors.context.change.words import ALL_BUT, CLAUSE_BREAK, LOST_ON, PAYS
from extractors.context.metric import first_metric, head_metric, last_metric, last_ranked_metric
from extractors.endings import Ending
from extractors.lexicon import DOWN, HEDGES_OR_A, UP
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern
from extractors.rulenames import BARE_AND_UNNAMED, BARE_FACTOR, MULTIPLE_OF_BASELINE, POINTS, PRICE_PAID
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Direction, Metric, Polarity

_PARAMETERS = Pattern(
    r"\s{0,2}(?:(?:the|its|their|our)\s|as many\s)?(?:parameters|params|(?:(?:parameter|model)\s)?(?:size|count))\b"
)
_RANGE = Pattern(
    r"\s(?:[\p{L}-]+\s)?(?:enrichment|over-?representation|abundance|dilution|range|spread|span|expansion|"
    r"extrapolation|extension|variation|diversity)\b"
)
_VARIATION = Pattern(
    r"\s(?:[\p{L}-]+\s){0,2}(?:variations?|variability|ranges?|spreads?|(?:changes?|shifts?|swings?)(?=\sin))\b"
)  # "a 6x variation in cost"
_VARIES = Ending(
    r"\b(?:var(?:y|ies|ied|ying)|differ(?:s|ed|ing)?|spread(?:s|ing)?|rang(?:es?|ed|ing))\s"
    r"(?:(?:by|over|across)\s)?" + HEDGES_OR_A + r"(?:factor\sof\s)?" + HEDGES_OR_A + r"$"
)
_UNDER = Pattern(r"\b(?:[Uu]nder|with|at|for)\s(?:an?\s)?(?:up to\s)?$")
_CONDITION = Pattern(
    r"\s(?:[\p{L}-]+\s){0,2}?(?:shift|load|oversubscription|budget|scaling|scale-up|over-?parameteri[sz]ation|"
    r"overload|concurrency|inflation|contention|skew|oversampling)s?\b"
)
_LEVEL = Pattern(  # "the speedup peaks at 5x"
    r"\b(?:peak|stand|plateau|saturat|settl|remain|stay|hold|top(?:ping|s|ped) out)\p{L}*\sat\s$"
)
_AT_A_COST = Ending(r"\bcost(?:s|ing)?\s(?:(?:of|is|was|around|each)\s)?" + HEDGES_OR_A + r"$")
_SHORTFALL = Pattern(  # "narrows the gap to 3 points"
    r"\b(?:gap|deficit|shortfall)s?\s(?:[^,;]{0,40}\s)?(?:to|of|is|was|remains|stays|at|by)\s"
    r"(?:(?:only|just|about|under|within|still|at|a mere|merely)\s|~){0,2}$"
)
# "at a tenth of its size", "one third of the parameters"
_OF_ITS_SIZE = Pattern(
    r"\s(?:of\s)?(?:the\s|its\s|their\s)(?:(?:original|full|total|teacher's|model|parameter)\s){0,2}"
    r"(?:size|parameters|parameter count|weights)\b(?!\sof\sthe\s(?:data|index|file|cache))"
)
_RAISES = Pattern(r"\b(?:rais|increas|inflat|amplif|multipl|worsen)(?!ing\b)\p{Ll}{0,4}\s[^,;.]{2,50}$")
_WORSENS = Pattern(r"\b(?:amplification|inflation|penalt(?:y|ies)|premium|blow-?up)\b")
_SPANS = Ending(r"\bspan(?:s|ned|ning)?\s" + HEDGES_OR_A + r"$")
_UNKNOWN = Pattern(  # "2x denser"
    r"\s(?!(?:over|under|other|per|after|rather|user|server|number|power|layer|buffer|order|cluster|newer|older|outer|"
    r"inner|super|hyper|inter|further|together|whether|however|compiler|kernel|solver|router|smarter)\b)"
    r"\p{Ll}{3,9}(?<!hi)(?:[^aeiou]|i)er(?=\s(?:than|and|at|on|for|under)\b|[.,;)]|$)"
)
_WEAKER = Pattern(r"\s(?:weaker|poorer|sparser|thinner|rarer|narrower|shallower|milder|dimmer|looser|coarser)\b")
_AT = Pattern(r"\bat\s(?:an?\s)?$")


def bare(s: Situation) -> Change | None:
    """A factor with no word of change at all: "achieves 2.3x", "is 100x ... than"."""
    if s.quantity.dimension is Dimension.TIMES:
        return _idiom(s) if s.quantity.idiom else _times(s)
    if s.quantity.dimension is Dimension.ORDERS:
        return beside(s) or _orders(s)
    if s.quantity.dimension is Dimension.PERCENT:
        return _unknown(s) if s.near_right.find(" than ", 4, 14) > 0 else None  # "12% farther than X"
    return _points(s) if s.quantity.dimension is Dimension.POINTS else None


def _unknown(s: Situation) -> Change | None:
    """ "2x denser": a comparative of what has no metric."""
    if _UNKNOWN.match(s.list_right) is None:
        return None
    return Change(Metric.OTHER, DOWN if _WEAKER.match(s.list_right) else UP, Form.BY, BARE_FACTOR)


def _times(s: Situation) -> Change | None:
    if _PARAMETERS.match(s.list_right):
        return Change(Metric.MODEL_SIZE, UP, Form.BY, "multiple of a size")
    if (change := _unknown(s) or beside(s)) is not None:
        return change
    return None if says_how_often(s) else _of_a_setting(s) or _of_what_is_named(s)


def _of_a_setting(s: Situation) -> Change | None:
    """ "sizes that span a 400-fold", "under a 10x shift in scale", "at 0.4x compute"."""
    if _SPANS.search(s.near_left) or (_UNDER.search(s.near_left) and _CONDITION.match(s.right)):
        return Change(Metric.OTHER, UP, Form.BY, "factor of a setting")
    window = clip(s.list_right)
    if EFFICIENCY_OF.search(window):
        return Change(Metric.OTHER, UP, Form.BY, "efficiency of no common kind")
    if not _AT.search(s.near_left) or _LEVEL.search(s.near_left):
        return None
    paid = head_metric(window)
    if paid is not None and paid.metric.polarity is not Polarity.NEITHER:
        return Change(paid.metric, UP, Form.BY, MULTIPLE_OF_BASELINE)
    return Change(Metric.OTHER, UP, Form.BY, "factor of a setting")


# "2x median upvotes", "13x signal-to-noise ratio": of the noun behind it, which no metric further off is of
_OF_A_NOUN = Pattern(
    r"\s(?:(?:median|mean|average|total|overall|more|peak)\s)?(?:[\p{Ll}-]+\s)?"
    r"(?:\p{Ll}{3,}(?<!ou)(?<![sui])s|ratios?|rate|amplification|range|share|volume)(?=[.,;)]|$|\s(?:in|for|on|of|across|among|with|per)\b)"
)


def _of_what_is_named(s: Situation) -> Change:
    window, shared = clip(s.list_right), CLAUSE_BREAK.split(s.list_left)[-1][-60:]
    if _VARIATION.match(window) or _VARIES.search(s.near_left):
        return Change(Metric.OTHER, UP, Form.BY, BARE_AND_UNNAMED)
    named = first_metric(window)
    if named is None and not _OF_A_NOUN.match(s.list_right):
        named = last_ranked_metric(shared)
    moved = usable(named, s)
    metric = moved or (Metric.OTHER if _RANGE.match(window) else _by_default(s))
    return Change(metric, _way(metric, window, shared), Form.BY, BARE_FACTOR if moved else BARE_AND_UNNAMED)


def _orders(s: Situation) -> Change:
    if _VARIES.search(s.near_left):
        return Change(Metric.OTHER, UP, Form.BY, BARE_AND_UNNAMED)
    metric = usable(last_metric(CLAUSE_BREAK.split(s.left)[-1][-80:]), s) or _by_default(s)
    return Change(metric, DOWN if metric.polarity is Polarity.LOWER else UP, Form.BY, "bare orders of magnitude")


def _by_default(s: Situation) -> Metric:
    return metric_of_the_subject(s) or (Metric.SPEED if may_be_speed(s) else Metric.OTHER)


def _way(metric: Metric, window: str, before: str) -> Direction:
    """Costs fall and speeds rise where no word tells, but for "raises latency 3x"."""
    if metric is Metric.OVERHEAD:
        return UP
    named = first_metric(window) is not None and metric is not Metric.COMMUNICATION
    falls = (metric.polarity is Polarity.LOWER and not named) or metric is Metric.COMMUNICATION
    raised = _RAISES.search(before) or _WORSENS.search(before) or _WORSENS.search(window)
    return DOWN if falls and not raised else UP


def _points(s: Situation) -> Change:
    """ "narrows the gap to 3 points", "loses merely 0.2 points of accuracy", "removing the gate costs 3.1 points"."""
    named = last_metric(CLAUSE_BREAK.split(s.left)[-1][-80:])
    if named is not None and named.metric is Metric.COST:
        if _AT_A_COST.search(s.near_left):
            return Change(Metric.ACCURACY, DOWN, Form.BY, PRICE_PAID)
        named = None
    if PAYS.search(s.near_left):
        return Change(metric_after(s) or Metric.ACCURACY, DOWN, Form.BY, PRICE_PAID)
    short = _SHORTFALL.search(s.list_left) or ALL_BUT.search(s.near_left) or LOST_ON.search(s.near_left)
    return Change(usable(named, s) or Metric.ACCURACY, DOWN if short else UP, Form.BY, POINTS)


# "shrinks the index almost tenfold"
_LESSENS = Ending(
    r"\b(?:reduc|cut|lower|shrink|shrank|decreas|shorten|slash|trim|lessen|compress|diminish|curb)(?:t?ing|e?s|ed|e)?\s"
    r"[^,;:()]{2,60}\s" + HEDGES_OR_A + r"$"
)


# "the archive more than doubles its size"
_OF_A_SET = Pattern(
    r"\b(?:data\s?sets?|corpus|corpora|archive|collection|benchmark|catalogue?|repository|database|suite)\b"
)
# "noise (in the context) doubles the odds": what stands before is not what is doubled
_OBJECT = Pattern(
    r"\s(?:(?:the|its|their|our)\s)?(?!(?:in|on|at|for|from|to|by|with|when|while|as|and|or|but|over|under|across|every|each|"
    r"compared|relative|again|once|after|before|between|per|if|since|than|that|which|it|them|during|within|without|via)\b|\p{Ll}+ly\b)"
    r"\p{Ll}[\p{L}-]+"
)


def _idiom(s: Situation) -> Change | None:
    """Halves, doubles, triples: the word is the verb and its object the metric."""
    word = s.quantity.idiom
    if _OF_ITS_SIZE.match(s.right):
        size = Metric.DATASET_SIZE if _OF_A_SET.search(s.near_left) else Metric.MODEL_SIZE
        return Change(size, DOWN if word.startswith(("hal", "1/")) else UP, Form.BY, "multiple of a size")
    named = head_metric(clip(s.right))
    if named is None and not (word.endswith(("es", "ed")) and _OBJECT.match(s.right)):
        named = last_metric(CLAUSE_BREAK.split(s.left)[-1][-60:])
    metric = taken_up(s, usable(named, s) or counted(s.right))
    if word.startswith(("hal", "1/")):
        if metric is Metric.COMPRESSION:
            metric = Metric.STORAGE  # "compressed to 1/8 of its size"
        return Change(metric or Metric.OTHER, DOWN, Form.BY, "halves")
    if word.endswith("fold") and _LESSENS.search(s.near_left):
        return Change(metric or Metric.OTHER, DOWN, Form.BY, "lessened so many times")
    return Change(metric or Metric.OTHER, UP, Form.BY, "doubles")
