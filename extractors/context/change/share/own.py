"""A share of its own whole, which compares it with no rival: "planning takes 4 ms, under 2% of the response time"."""

from __future__ import annotations

from extractors.context.change.share.another import names_another
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.numbers.units import Dimension
from extractors.patterns import Folded, Pattern
from extractors.situation import Situation

_ALL = r"(?:total|overall|end-to-end|whole|entire|complete)"
_COST = (
    r"(?:time|latency|runtime|run\stime|duration|energy|power|costs?|budget|bill|area|memory|compute|footprint|flops|computation|"
    r"execution|cycles)"
)
# One that has parts: "the step time", "the average response time"
_ONE = r"(?:step|iteration|epoch|frame|round|request|response|query|cycle|turn|job|episode|task)"
# no "of the rival", no "needed by"
_ENDS = r"(?=[.\s]{0,2}$|\s(?:in|on|at|with|and|or|when|while|even|per|across|during|so)\s)"
_AVERAGE = r"(?:the\s|its\s|their\s)?(?:(?:average|mean|median|typical)\s)?"
_TOTAL = Folded(rf"{_AVERAGE}{_ALL}\s(?:[\p{{L}}-]+\s){{0,2}}?{_COST}{_ENDS}")
_OF_ONE = Folded(rf"{_AVERAGE}(?P<one>{_ONE})\s(?:{_COST}){_ENDS}")
_TAKES = Ending(
    r"\b(?:tak(?:es?|ing)|took|consum(?:es?|ed|ing)|cost(?:s|ing)?|spen(?:ds?|t|ding)|add(?:s|ed|ing)?|occup(?:y|ies|ied|ying)|"
    rf"draw(?:s|ing)?|drew)\s{HEDGES}$"
)
_TO = Ending(rf"\b(?:to|at|below|beneath|within|is|are|was|were)\s{HEDGES}$")
_APPOSED = Pattern(rf"(?:,\s|\s\()(?:(?:or|i\.e\.,?|which\sis)\s)?{HEDGES}$")
# "adds 14 ms, i.e. less than 4% of the prefill time": no rival is named
_PLAIN = Pattern(
    r"(?:(?:the|its|their|all)\s){0,2}(?:available\s)?(?:(?!(?:of|in|on|for|by|than)\s)(?:\p{Ll}[\p{Ll}-]*|[GCTN]PU|DRAM|HBM|LLM|KV)\s){0,3}?"
    rf"(?:{_COST}|storage|traffic|communication)(?:\s(?:of|for)\s(?:one|an?|each|every)\s{_ONE})?{_ENDS}"
)
_MEASURED = (Dimension.TIME, Dimension.ENERGY, Dimension.POWER, Dimension.BYTES, Dimension.MONEY, Dimension.AREA)


def is_of_its_own(s: Situation, what: str) -> bool:
    """Whether a share of a cost is a part of it, and not so much of a rival's."""
    if _is_apposed(s) and _PLAIN.match(what) and not names_another(what):
        return True
    one = _OF_ONE.match(what)
    if one is None and _TOTAL.match(what) is None:
        return False
    if _TAKES.search(s.near_left) or _is_apposed(s):
        return True
    # "cuts the step time to 40% of the step time" names the same twice
    return one is not None and _TO.search(s.near_left) is not None and one["one"].lower() not in s.list_left.lower()


def _is_apposed(s: Situation) -> bool:
    """ "takes 4 ms, under 2% of the total time": the value itself stands before."""
    before = s.previous
    return before is not None and before.dimension in _MEASURED and _APPOSED.fullmatch(s.near_left) is not None
