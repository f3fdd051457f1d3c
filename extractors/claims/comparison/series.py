"""The next of a series of changes: "cuts the cost by 40% and the delay by 25%", "2x on A, 3x on B"."""

from __future__ import annotations

import regex

from extractors.claims.comparison.sign import turns_round
from extractors.claims.draft import Before, Draft, compared
from extractors.context.change import Change, metric_after
from extractors.context.change.meant import usable
from extractors.context.metric import last_metric
from extractors.endings import Ending
from extractors.lexicon import DOWN, HEDGES, UP, has_verb
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern
from extractors.rulenames import (
    MULTIPLE_OF_BASELINE,
    MULTIPLE_OF_COUNT,
    NEXT_IN_LIST,
    RELATIVE_CHANGE,
    SHARE_OF,
    VERB_AND_QUANTITY,
)
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Direction, Kind, Metric, Polarity

_OWN_SUBJECT = Pattern(
    r"\b(?:(?:accurac(?:y|ies)|scores?|rates?)\s(?:of|is|to)|reach\w*|achiev\w*|obtain\w*|is|are|was|were|from)\b",
    IGNORECASE,
)
_CLAUSE = Pattern(
    r";|\bwhile\b|\bwhereas\b|\bdespite\b|\balthough\b|\b(?:preserv|retain|maintain|keep)(?:s|es|ing)\b|(?<!vs)\.\s|,\s(?:achieving|reaching)\b|,\swith\b(?!\s[~$]?$)"
)
_GOES_ON = Pattern(
    r"\s{0,2}\)?\s?(?:,|and\b|compared|over\b|relative to|than\b|on\b|for\b|in\b|against|vs|\)|respectively|$|\.)",
    IGNORECASE,
)
_JOINED = regex.compile(
    r"(?:,\s{0,2}(?:and\s)?|\sand\s|/|\(|(?<=[(,]\s?)\p{L}[\p{L}\d-]*:|"
    r"(?:\son average)?,?\s(?:versus|vs\.?|against|compared (?:to|with)))\s{0,2}"
    r"(?:(?:with|a|an|by|up to|about|over|of|another|around|nearly|almost|approximately|"
    r"more than|roughly|only|just|even|mean|median|average|"
    r"avg\.?|max(?:imum)?|geo-?mean|on average|as much as),?\s){0,3}[~($+<>]{0,3}\s{0,3}$",
    regex.IGNORECASE,
)
_FIRST_OF_TWO = Pattern(r"[%$\\\s]{0,3}(?:vs\.?|versus)\s[~$]?\d")
_CHANGE_NOUN = Pattern(
    r"\b(?:higher|lower|less|larger|greater|reductions?|improvements?|gains?|drops?|increases?|decreases?|speed-?ups?|savings?|latency|"
    r"compared|reduced|improved)\b",
    IGNORECASE,
)
_LOOSE_LIST = Pattern(
    r"[)\s]{0,3}(?:\((?:[^()]{1,40})\)|(?:on|in|for|over|at|with|when|across|under|against|to|of)\s[^,;:.]{1,60}?|"
    r"[\p{L}][^,;:.]{0,40})?\s{0,2}(?:,\s{0,2}(?:and\s)?|\sand\s|/|,\s?while\s)\s{0,3}(?:(?:with|a|an|the|by|up to|"
    r"about|over|of|another|to|around|nearly|even|maximum|minimum|average|median|mean)\s){0,3}[~($+<>]{0,3}\s{0,3}",
    IGNORECASE,
)
# "3% for large files but 17% for small ones", "9 times slower, or 4 times with the cache"
_ELLIPTIC = Pattern(
    r"[%$\\)]{0,3}(?:\s(?:slower|faster|lower|higher|less|more|cheaper|worse))?(?:\s(?:on average|in [\p{L}-]+))?"
    r"(?:\s(?:on|in|for|at|with|under|over)\s[^,;:.()]{1,50}?)?(?:,?\sbut|,\sor)\s"
    r"(?:(?:only|just|even|still|as much as|up to|about|over|nearly)\s|~){0,2}"
)
_GROWS_TO = Ending(rf",\s(?:and\s)?(?:worsen|ris|grow|increas|climb|widen)ing\s(?:further\s)?to\s{HEDGES}$")
_USING_ONLY = Ending(r"\b(?:and|while|or)\s[^;]{4,80}\s(?:using|with)\s(?:only|just|merely)\s~?$")
_ENDS = Pattern(r"\s?(?:[.,;)]|$)")
_FOR_WHAT = Pattern(r"\s(?:at|on|in|for|under|with|when)\s")
_MOST_GROWTH = 4  # times; what is further away is a level
_BARE_NOUN = Pattern(
    r"\s(?P<noun>improvement|gain|enhancement|increase|reduction|decrease|saving|boost)s?\s(?:compared|over|relative|versus|vs\.?|"
    r"against|on|for|under)\b"
)
# "a 12% latency gain over A and a 15% gain over B"
_NAMED_NOUN = Pattern(
    r"[%$\\]{0,3}\s(?!(?:relative|absolute|average|mean|further|additional)\s\p{L}+\s(?:over|compared)\b)(?:[\p{L}@/-]+\s){1,3}?"
    r"(?P<noun>improvement|gain|enhancement|increase|reduction|decrease|saving|boost)s?\s"
    r"(?:compared|over|relative|versus|vs\.?|against|on|for|under)\b"
)
_AND_A = Ending(rf"(?:,\s(?:and\s)?|\sand\s)(?:an?\s)?{HEDGES}$")
_LONGEST_GAP = 130  # characters
_IMPROVES = Pattern(r"\b(?:improv|better|gain|enhanc|outperform|surpass)\p{L}*\b", IGNORECASE)
_AND_BRACKET = Pattern(
    r"\)?(?:,\s(?:and\s)?|\sand\s)(?:in\s)?(?P<what>(?:[\p{L}-]+\s){0,4}[\p{L}-]+)\s\("
    r"(?:(?:up to|about|by|over)\s|[~+-])?"
)
_AND_OBJECT = Pattern(r"(?:,\s(?:and\s)?|\sand\s)(?:the\s|its\s)?(?:[\p{L}-]+(?:\d[\d.]*)?\s){1,4}?(?P<by>(?:by\s)?)")
_FAR = 4  # times; a percentage of a score that is further away is a level


def continues(s: Situation, before: Before) -> bool:
    """Whether the quantity goes on with the list of the one before: no verb, score or clause in between."""
    gap = s.doc.view[before.quantity.end : s.quantity.start]
    if before.draft.rule == RELATIVE_CHANGE:
        gap = gap.partition(")")[2]  # "by 4% absolute (9% relative) on A and 5% absolute"
    if before.quantity.pair or len(gap) > _LONGEST_GAP or _OWN_SUBJECT.search(gap) or _CLAUSE.search(gap):
        return False
    opens = gap.rstrip(" ~$").endswith("(")
    if opens and (s.quantity.dimension is Dimension.NONE or _FIRST_OF_TWO.match(s.right)):
        return False  # "a 7% gain in recall (90% vs. 97%)"
    if s.quantity.dimension is Dimension.NONE and gap.rstrip().endswith(", to"):
        return False
    if gap.count(")") > gap.count("(") and not s.right.startswith(")"):
        return False  # "92% recall (a 37% improvement), 96% precision"
    joined = (
        _LOOSE_LIST.fullmatch(gap)
        or (_FOR_WHAT.match(s.right) and _ELLIPTIC.fullmatch(gap))
        or (_GOES_ON.match(s.right) and _JOINED.search(gap))
    )
    return joined is not None and not has_verb(_CHANGE_NOUN.sub("", gap))


def next_in_series(s: Situation, before: Before | None) -> Draft | None:
    """ "2x faster on A and 3x on B": a change as the one before, of its own metric where it names one."""
    if before is None or before.draft.kind is not Kind.COMPARISON:
        return None
    if not (continues(s, before) or _grows(s, before) or _using_only(s, before)):
        return None
    draft = before.draft
    metric = metric_after(s) or _before_its_bracket(s) or draft.metric
    if metric is Metric.COMPUTE and draft.metric is Metric.SPEED and s.right.startswith(" in "):
        metric = draft.metric  # "speedups of 2x in addition and 3x in multiplication": what is sped up
    way = _the_same_way(s, draft, metric)
    if turns_round(s, before.quantity):
        way = UP if draft.direction is DOWN else DOWN
    if _is_part(s) and draft.direction is Direction.INCREASE and metric.polarity is not Polarity.HIGHER:
        return compared(s, metric, Direction.DECREASE, NEXT_IN_LIST, Form.TO)
    return compared(s, metric, way, NEXT_IN_LIST, draft.form)


def _is_part(s: Situation) -> bool:
    """ "3x the throughput and 0.6x the power": less than once as much."""
    return s.quantity.dimension is Dimension.TIMES and s.quantity.high < 1 and not s.quantity.idiom


def _using_only(s: Situation, before: Before) -> bool:
    """ "matches X with 20% of the data, and beats Y using only 10%"."""
    shared = before.draft.rule.startswith(SHARE_OF) and before.quantity.unit == s.quantity.unit
    return shared and _USING_ONLY.search(s.near_left) is not None and _ENDS.match(s.right) is not None


def _grows(s: Situation, before: Before) -> bool:
    """ "12% more latency under light load, rising to 40% for long prompts"; not "12% better, rising to 88%"."""
    if before.quantity.unit != s.quantity.unit or not _GROWS_TO.search(s.near_left) or not _FOR_WHAT.match(s.right):
        return False
    near = s.quantity.start - before.quantity.end <= _LONGEST_GAP
    return near and before.quantity.high < s.quantity.high < _MOST_GROWTH * before.quantity.high


def of_the_same_noun(s: Situation, before: Before | None) -> Draft | None:
    """ "a 2x enhancement in throughput over A and a 5x enhancement over B": what the first is in."""
    if before is None or before.draft.kind is not Kind.COMPARISON or before.quantity is not s.previous:
        return None
    noun, said = _BARE_NOUN.match(s.list_right), s.near_left
    if noun is None:
        return None
    named = _NAMED_NOUN.match(said)
    same = named is not None and named["noun"] == noun["noun"] and _AND_A.search(said) is not None
    if not (same or said.startswith((f" {noun['noun']} in ", f" {noun['noun']} of "))):
        return None
    draft = before.draft
    return compared(s, draft.metric, draft.direction, NEXT_IN_LIST, draft.form)


def next_multiple(s: Situation, before: Before | None, change: Change) -> Draft | None:
    """ "4.5x that of X and 11x that of Y"."""
    if change.rule != MULTIPLE_OF_COUNT or before is None or before.draft.rule != MULTIPLE_OF_BASELINE:
        return None
    if not continues(s, before):
        return None
    draft = before.draft
    return compared(s, draft.metric, draft.direction, NEXT_IN_LIST, draft.form)


def of_the_same_verb(s: Situation, before: Before | None) -> Draft | None:
    """ "reduces the MAE 5% and the RMSE 6%": the second has its own object, and the verb of the first."""
    if before is None or before.draft.kind is not Kind.COMPARISON or before.quantity is not s.previous:
        return None
    draft, named = before.draft, _AND_OBJECT.fullmatch(s.near_left)
    cue = last_metric(s.near_left) if named and draft.rule == VERB_AND_QUANTITY else None
    metric = usable(cue, s)
    if named is None or cue is None or metric is None or cue.end < named.start("by") - 1:
        return None
    level = metric in (Metric.ACCURACY, Metric.UTILIZATION) and s.quantity.high > _FAR * before.quantity.high
    return None if level else compared(s, metric, draft.direction, draft.rule)


def _before_its_bracket(s: Situation) -> Metric | None:
    """ "improvements in energy (33%) and execution time (21%)"."""
    own = _AND_BRACKET.fullmatch(s.near_left)
    cue = last_metric(own["what"].replace("-", " ")) if own else None  # "execution-time (21%) gains"
    return usable(cue, s) if own and cue and cue.end == len(own["what"]) else None


def _the_same_way(s: Situation, draft: Draft, metric: Metric) -> Direction | None:
    """The direction of the one before, unless both improve and for this one better is the other way."""
    sides = {draft.metric.polarity, metric.polarity}
    if draft.direction is None or sides != {Polarity.HIGHER, Polarity.LOWER} or not _IMPROVES.search(s.left):
        return draft.direction
    return Direction.DECREASE if metric.polarity is Polarity.LOWER else Direction.INCREASE
