"""One more value of the change before: "by 30%, with a maximum of 55%", "an overhead of 2%, down from 12%"."""

from __future__ import annotations

from extractors.claims.draft import Before, Draft, compared
from extractors.context.change import metric_after
from extractors.context.metric import last_metric
from extractors.endings import Ending
from extractors.lexicon import DOWN, HEDGES, UP
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Kind, Polarity

_ASIDE = r"(?:\s?\([^()\d]{1,30}\)|\son\saverage)?"
_STATISTIC = (
    r"(?:maxim(?:um|al)|max\.?|peak|mean|median|average|minim(?:um|al)|min\.?|geo-?mean|geometric\smean|"
    r"(?:worst|best)[\s-]case)"
)
_OF_A_STATISTIC = Pattern(
    rf"{_ASIDE}(?:\s(?:in|on|for|over|across|of)\s[^,;:()\d]{{2,50}})?,?\s(?:(?:and|but|with|where)\s){{0,2}}"
    rf"(?:(?:an?|the|its)\s(?:overall\s|observed\s)?{_STATISTIC}(?:\svalue)?\s(?:of|at|being|is|was)|averaging|"
    rf"peaking\sat|topping\sout\sat)\s{HEDGES}",
    IGNORECASE,
)
# "by 9% (geomean) and at most 31%"
_AND_BOUND = Pattern(
    rf"(?:\s(?:in|on|for|over|across|of)\s[^,;:()\d]{{2,50}}?)?{_ASIDE}(?:,?\s(?:and|or|but)\s(?:by\s)?|,?\s\()(?:at\s(?:most|least|best|worst)|no\smore\sthan|as\s(?:much|many|little)\sas)\s~?"
)
# "falls by 7% on average, with single gains of up to 31%"
_WITH_GAINS = Pattern(
    rf"(?:\s(?:in|on|for|over|across)\s[^,;:()\d]{{2,50}})?{_ASIDE},\swith\s(?:[\p{{L}}-]+\s)?"
    rf"(?P<what>gain|improvement|benefit|reduction|saving|decrease|drop)s\s(?:of|reaching|peaking\sat|as\shigh\sas)\s{HEDGES}"
)
_LESSENS = ("reduction", "saving", "decrease", "drop")
# "is 1.3% on average and never exceeds 4%"
_NEVER_MORE = Pattern(
    rf"{_ASIDE}(?:\s(?:in|on|for|over|across)\s[^,;:()\d]{{2,50}})?,?\s(?:and|but)\s(?:(?:it|they|that|which)\s)?"
    r"(?:(?:never|rarely|seldom|nowhere)\s(?:exceeds?|rises\sabove|surpass(?:es)?|goes\sabove)|(?:do|does)\snot\sexceed|cannot\sexceed|"
    r"(?:always\s)?(?:stays?|remains?)\s(?:below|under|within))\s"
)
_CAME_FROM = Pattern(rf"(?:\sof\s[^,;:()\d]{{2,40}})?,\s(?:down|up)\sfrom\s{HEDGES}")
# "gives a 22% gain in throughput, whereas batching contributes a further 9%"
_FURTHER = Ending(rf"\b(?:a\sfurther|another|an\s(?:additional|extra))\s{HEDGES}$")
# "on the first it gains 3%, on the second it is 8%"
_IT_IS_ELSEWHERE = Pattern(
    r"(?:\s(?:on|for|in|with|at|under)\s[^,;:()]{2,40})?(?:[,;]|,?\s(?:and|while|whereas|but))\s(?:on|for|in|with|at|under)\s"
    rf"[^,;:()]{{2,40}}?,?\s(?:it|this)\s(?:is|was|reaches|reached|becomes|rises\sto|grows\sto|drops\sto|falls\sto)\s{HEDGES}"
)
# no "a further 9% of the users"
_SAYS_NO_MORE = Pattern(r"[,.;:)]|$|\s(?:on|when|with|at|over|through|via|while|whereas|and|by|but|beyond)\b")
_CLAUSE = Pattern(r"[,;:]\s|\s(?:and|while|whereas|but)\s")
_MOST_APART = 8  # times; what is further away is a level


def again(s: Situation, before: Before | None) -> Draft | None:
    """A statistic, a bound or a former value of the same change, where no metric of its own is named."""
    if before is None or before.draft.kind is not Kind.COMPARISON or before.quantity is not s.previous:
        return None
    draft = before.draft
    if before.quantity.unit != s.quantity.unit or metric_after(s) not in (None, draft.metric):
        return None
    if not (
        _IT_IS_ELSEWHERE.fullmatch(s.near_left)
        or _came_down(s, draft)
        or _is_of_the_same(s, before)
        or _is_further(s)
    ):
        return None
    return compared(s, draft.metric, draft.direction, "the same change again", draft.form)


def _came_down(s: Situation, draft: Draft) -> bool:
    """ "an overhead of 2%, down from 12%"."""
    added = draft.direction is UP and draft.metric.polarity is Polarity.LOWER
    return added and _CAME_FROM.fullmatch(s.near_left) is not None


def _is_of_the_same(s: Situation, before: Before) -> bool:
    """Whether a value that is near the one before is said to be another statistic of it, or a bound."""
    high, gap = before.quantity.high, s.near_left
    if not high < s.quantity.high * _MOST_APART < high * _MOST_APART**2:
        return False
    if _NEVER_MORE.fullmatch(gap):
        return high < s.quantity.high
    if (gains := _WITH_GAINS.fullmatch(gap)) is not None:
        return gains["what"] not in _LESSENS or before.draft.direction is DOWN
    return _OF_A_STATISTIC.fullmatch(gap) is not None or _AND_BOUND.fullmatch(gap) is not None


def _is_further(s: Situation) -> bool:
    """Whether a value is one more step of a change, and its clause does not say of what."""
    if _FURTHER.search(s.near_left) is None or _SAYS_NO_MORE.match(s.right) is None:
        return False
    return last_metric(_CLAUSE.split(s.near_left)[-1]) is None
