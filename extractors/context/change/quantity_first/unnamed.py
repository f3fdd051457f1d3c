"""A change of what is not named beside it: "achieves a throughput 2x higher than X", "a 12% drop"."""

from __future__ import annotations

from extractors.context.change.counted import counted
from extractors.context.change.meant import default_metric, usable
from extractors.context.change.quantity_first.comparative import of_comparative
from extractors.context.change.quantity_first.size import SIZED, of_length, of_size
from extractors.context.change.window import clip, on_metric
from extractors.context.change.words import CLAUSE_BREAK, IS_RUN, THING_BEFORE
from extractors.context.metric import head_metric, last_metric
from extractors.endings import Ending
from extractors.lexicon import HEDGES, UNRANKED
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Metric, Polarity

IN_OR_OF = Pattern(r"\s(?:in|of)\s(?P<np>[^,;:()]{2,60})")
LESS = Pattern(r"reduc|decreas|sav|drop|cut|less|fewer")
_LOSS = Pattern(r"drop|loss|degrad|declin|differ|gap|penalt|deteri")
_COMPARATIVES = frozenset({"more", "larger", "bigger", "smaller", "shorter", "longer", "less"})
_COMPARED = frozenset(
    {"lower", "less", "fewer", "smaller", "shorter", "lighter", "higher", "greater", "longer", "better", "worse"}
    | {"improved", "reduced", "below"}
)


def of_unnamed(s: Situation, rest: str, at: int, word: str) -> Metric:
    """ "achieves a throughput 2x higher than": the metric stands before; else what the text is about."""
    after = rest[at:]
    if (led := _LEADS_IN.search(s.list_left)) and (cue := head_metric(led["what"])):
        return usable(cue, s) or Metric.OTHER
    tail = IN_OR_OF.match(after)
    if tail is not None and (metric := _in_or_of(s, tail["np"], word)) is not None:
        return metric
    if (on := on_metric(after)) is not None:
        return usable(on, s) or Metric.OTHER
    if _LOSS.match(word) and s.quantity.dimension in (Dimension.PERCENT, Dimension.POINTS):
        if word.startswith("penalt") and not s.text_is_about_quality:
            return Metric.OVERHEAD  # "a 30% restore penalty"
        return _of_a_loss(s)
    if word in _COMPARATIVES and (things := of_comparative(s, word, after)) is not None:
        return things
    if word == "tighter":
        return Metric.OTHER
    if word in SIZED:
        return of_size(s, word, after)
    if word in _COMPARED and (metric := _compared_before(s, word, after)) is not None:
        return metric
    if LESS.match(word):
        if s.previous is not None and s.previous.dimension is Dimension.PARAMETERS and _BESIDE.fullmatch(s.near_left):
            return Metric.MODEL_SIZE
        if THING_BEFORE.fullmatch(rest[:at].removesuffix(word)):
            return Metric.OTHER  # "a 3x depth reduction"
        named = usable(last_metric(CLAUSE_BREAK.split(s.left)[-1][-90:]), s)
        return named or _lessened_before(s, rest[:at], word) or Metric.OTHER
    return _of_the_text(s, rest[:at], word, after)


def _lessened_before(s: Situation, said: str, word: str) -> Metric | None:
    """ "an 18% latency reduction on A, with up to 7% reduction on B": of what was named before."""
    named = usable(last_metric(s.left[-140:]), s) if said.strip().lower() == word else None
    return named if named is not None and named.polarity is Polarity.LOWER else None


# "needs only 30M parameters for it - a 5x reduction"
_BESIDE = Pattern(
    r"(?:\s[^.;:()\d]{1,50})?(?:,|\s-{1,3}|\u2014|\s?\(|:)\s?(?:(?:or|which is|i\.e\.,?|that is,|"
    r"at least|about|over|nearly|roughly|up to|"
    r"more than|representing|an?)\s|~){0,4}"
)
# "outperforms X in throughput, achieving up to a 3x improvement"
_LEADS_IN = Ending(
    r"\b(?:outperform|surpass|exceed|beat|lead|better|superior|ahead|excel|improve)\p{L}*\s[^,;:]{0,60}?\s?\bin\s"
    r"(?P<what>[^,;:]{3,40}),\s(?:(?:and|by)\s)?(?:with|achiev\p{L}+|reach\p{L}+|yield\p{L}+|deliver\p{L}+|obtain\p{L}+|giving)\s"
    rf"(?:an?\s)?{HEDGES}(?:an?\s)?$"
)
_UP_OR_DOWN = Pattern(r"reduc|decreas|increas|cut|saving")


def _in_or_of(s: Situation, what: str, word: str) -> Metric | None:
    """ "a 12% increase in throughput"; "a 1.6-fold improvement in contrast" is of no metric."""
    named = usable(head_metric(clip(what + ".")), s)
    if named is not None or _UP_OR_DOWN.match(word):
        return named or counted(" " + what) or Metric.OTHER
    return Metric.OTHER if default_metric(s) is Metric.SPEED and not IS_RUN.search(what) else None


_SMALL = Pattern(r"\b(?:an?|only|just|with|than|most|under|below|within|minimal|slight|about|~)\s{0,2}$")


def _of_a_loss(s: Situation) -> Metric:
    """ "with a 1% drop", "its accuracy has a 2% gap": of the quality, unless a metric stands right before."""
    if _SMALL.search(s.list_left):
        return Metric.ACCURACY
    cue = last_metric(CLAUSE_BREAK.split(s.list_left)[-1][-24:])
    if cue is not None and cue.word.lower().startswith(("loss", "degradation")):
        return Metric.ACCURACY  # "with minimal accuracy loss (a 2% drop)"
    named = usable(cue, s)
    if s.quantity.dimension is Dimension.POINTS and named is not Metric.ERROR:
        return Metric.ACCURACY  # "costs a mere 0.8-point loss"
    return named if named not in (None, Metric.SPEED) else Metric.ACCURACY


_UNKNOWN = Pattern(
    r"\s(?:\p{Lu}{2,6}\s)?(?!(?:than|that|those|what|overall|again|still|here|there|throughout|under|between|after|"
    r"before|during|without|within|because|while|where|which|when|once|from|thanks|in|on|for|over|with|and|at|"
    r"compared|relative|when|using|across|average|results?|performance|values?)\b)\p{Ll}{4,}"
)
_OF_A_RATE = Pattern(
    r"\b(?:rates?|ratios?|frequenc(?:y|ies)|numbers?|counts?|shares?|variances?)\s(?:that )?(?:(?:is|are|was|"
    r"were)\s)?" + HEDGES + r"$"
)


def _compared_before(s: Situation, word: str, after: str) -> Metric | None:
    """ "a throughput 2x higher than": the metric that stands before; what has a value but no metric is another."""
    nearby = s.list_left if len(s.list_left) > 12 else s.left[-90:]
    named = usable(last_metric(CLAUSE_BREAK.split(nearby)[-1][-70:]), s) or usable(last_metric(nearby[-50:]), s)
    if named is None and word in ("lower", "less", "fewer", "reduced"):
        named = usable(last_metric(s.left[-140:]), s)  # "overheads average 1% on A -- up to 8x lower than reported"
    if named is not None:
        return Metric.OTHER if _UNKNOWN.match(after) else named
    if word in ("shorter", "longer") or _OF_A_RATE.search(s.list_left) or _is_unknown(s, word):
        return of_length(s, word, after)
    return None


_IT_IS = Pattern(
    r"\b\p{Ll}{4,}\s(?:is|are|was|were)\s(?:(?:also|about|up to|nearly|roughly|over|on average)\s|~){0,2}$"
)


def _is_unknown(s: Situation, word: str) -> bool:
    """ "their entropy is 2x lower": something that has a value, but no metric; a method is never "lower"."""
    return word in ("higher", "lower", "greater") and _IT_IS.search(s.list_left) is not None


_ADJECTIVES = Pattern(
    r"\b(?:relative|absolute|average|mean|median|additional|further|overall|significant|substantial|consistent|"
    r"total|maximum|max|geometric|geomean|potential|theoretical|net|cumulative|respective|notable|up to|about|the|"
    r"an?|and|or|in|on|of|to)\b|[^\p{L}\s]",
    IGNORECASE,
)
_ACRONYM = Pattern(r"\s\p{L}{0,2}\p{Lu}[\p{L}\d]{0,3}\p{Lu}\b(?=\s(?:than|on|in|for|over|compared|at)\b|[.,;]|$)")
_PRAISED = Pattern(r"gain|improvement|lift|uplift|boost|enhancement|increase")


_NO_SCORE = Ending(rf"\b{UNRANKED}\s?$", IGNORECASE)
# "reaches a perplexity of 21, a 12% improvement over X"
_APPOSED = Ending(
    r"(?:,|\s-{1,3}|\u2014|\()\s?(?:(?:which\sis|i\.e\.,?|that\sis,|representing|corresponding\sto|marking|an?|relative)\s){0,3}"
    + HEDGES
    + r"$"
)


# "reduces the loss (up to 53% improvement)"
_LESSENED = Ending(
    r"\b(?:reduc|lower|cut|decreas|shorten|minimi[sz]|lessen|mitigat|trim)\p{L}*\s(?P<what>[^,;:()]{3,60})\s\((?:(?:with|by)\s)?"
    rf"(?:an?\s)?{HEDGES}(?:an?\s)?$"
)


def _of_the_value_before(s: Situation) -> Metric | None:
    """What is better when lower and has its value right before, which the improvement is told of."""
    if (lessened := _LESSENED.search(s.near_left)) is not None:
        named = usable(last_metric(lessened["what"]), s)
        return named if named is not None and named.polarity is Polarity.LOWER else None
    if s.previous is None or s.previous.dimension is s.quantity.dimension is Dimension.TIMES:
        return None
    if (joint := _APPOSED.search(s.near_left)) is None:
        return None
    cue = last_metric(s.near_left[: joint.start()]) or last_metric(
        s.doc.view[s.sentence.start : s.previous.start][-40:]
    )
    named = usable(cue, s)
    return named if named is not None and named.polarity is Polarity.LOWER else None


_AND_FASTER = Pattern(r"\s(?:and|while)\s(?:(?!than\b)[\p{L}\d.,-]+\s){0,7}?(?:faster|quicker)\b")


def _of_the_text(s: Situation, said: str, word: str, after: str) -> Metric:
    """What the text is about; "13% higher reply engagement" and "an 11% click-rate lift" are of no metric."""
    what = said[: -len(word)] if said.lower().endswith(word) else ""
    if word in ("higher", "greater", "lower") and _ACRONYM.match(after):
        return Metric.ACCURACY if s.text_is_about_quality else Metric.OTHER  # "a 23% higher FoM"
    if _PRAISED.match(word) and not what.strip() and (before := _of_the_value_before(s)) is not None:
        return before
    if word == "better" and _AND_FASTER.match(s.list_right[len(said) :]) is not None:
        return Metric.ACCURACY  # how fast, is said beside it
    if _NO_SCORE.search(what) or (word.startswith("differ") and s.quantity.dimension is Dimension.TIMES):
        return Metric.OTHER
    unknown = _ADJECTIVES.sub("", what).strip()
    praised = _PRAISED.match(word) and default_metric(s) is Metric.SPEED and not IS_RUN.search(what)
    if (word in ("higher", "greater", "lower") and _UNKNOWN.match(after)) or (unknown and praised):
        return Metric.OTHER
    return Metric.OTHER if word == "below" else default_metric(s)
