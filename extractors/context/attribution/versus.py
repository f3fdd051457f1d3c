"""Values that what is compared with is said to have, right before: "compared with 40%", "(vs. 79%)"."""

from __future__ import annotations

import regex

from extractors.context.won import is_score_of_loser, is_score_of_winner
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from extractors.text import folded, holds

# What each of some patterns below has to have, folded.
_SETS_AGAINST = (
    "vs", "versus", "than", "compar", "against", "instead of", "relative to", "opposed to", "up from", "down from",
    "while", "where", "when",
)  # fmt: skip
_VS = ("vs", "versus")
_WORSE_THAN_OURS = Pattern(
    r"\s{0,2}(?:slower|worse|more expensive|larger|higher|more|lower|less|fewer)\b[^,;.]{0,30}?\sthan\s"
    r"(?:ours\b|the proposed\b|our\s(?!(?:own\s)?baselines?\b))",
    IGNORECASE,
)
_BASELINE_BEFORE = regex.compile(
    r"(?:\b(?:vs\.?|versus|compared (?:to|with)|as compared to|in comparison (?:to|with)|"
    r"(?<!(?:more|less|fewer|greater|higher|larger|lower|smaller|better|longer|rather|other)\s)than|against|"
    r"instead of|rather than|relative to|as opposed to|(?:up|down) from|(?:while|whereas|where|"
    r"when(?=\s(?:an?\s|the\s)?(?:state-of-the-art|sota|baseline|previous|prior|existing|competing|best\spublished)"
    r"\b))"
    r"\s(?:an?\s|the\s)?"
    r"(?:(?:next|second)[- ]best|best|strongest|baselines?|previous|prior|existing|others?|competing|standard|"
    r"state-of-the-art|sota|earlier|traditional|classical|"
    r"reference|original|naive|plain|unmodified|vanilla|conventional)\b[^,;]{0,60}?(?:is|only|at|to|achiev\w+|"
    r"obtain\w+|reach\w+|need\w*|requir\w+|exhibits?|shows?|incurs?|attains?|takes?|took|exceeds?|uses?|consumes?|"
    r"costs?|runs?|gets?|scores?|spends?)?)(?:(?:\s[\p{L}\d.+-]{2,24}){1,2}'s)?(?:\s(?:a|an|the|only|just|about|"
    r"around|a score of|an accuracy of|accuracy of|its|their|original|standard|usual|typical|conventional|default|"
    r"customary|established|(?:latency|runtime|rate|throughput|error|"
    r"recall|precision|success rate) of|baseline|mere|over|up to|speedup of|~)){0,4}\s{0,2}[($~]{0,3}\s{0,2}$)",
    regex.IGNORECASE,
)
_AGAINST = Ending(rf"\bagainst\s(?:(?:all|the)\s)?{HEDGES}$", regex.IGNORECASE)
# "tested against 40 detectors": how many there are; "against 40 steps": what another needs
_NEEDED = Pattern(
    r"|(?:.*\s)?(?:tokens|steps|iterations|epochs|calls|quer(?:y|ies)|samples|episodes|rollouts|evaluations|operations|"
    r"cycles|frames|turns|rounds|updates|views|measurements|images|examples|layers|rules|lines)"
)
_COMPARED_WITH_METRIC = Ending(  # "compared with a hit rate of 40%"
    r"\b(?:compared\s(?:to|with)|in\scomparison\s(?:to|with)|versus|vs\.?)\s(?:an?\s|the\s|its\s)?"
    r"(?:(?!(?:and|with|on|in|for|at|by)\s)[\p{L}@-]{1,20}\s){1,4}of\s" + HEDGES + r"\$?$",
    regex.IGNORECASE,
)
RIVALS = Pattern(r"baselines|methods|models|systems|competitors|algorithms|approaches")  # "against 19 baselines"
_VERSUS_ANOTHER = Pattern(
    r"\b(?:vs\.?|versus)\s(?:\p{Lu}[\p{L}\d.-]*'s\s(?:[\p{Ll}-]+\s){1,3}at\s)?(?:(?!with\b|and\b|while\b|at\b)\p{Ll}[\p{Ll}-]*\.?\s){0,2}(?:at\s(?:least|most)\s)?(?:\\?[lg]eq\s?|[=<>~$+\s-])*$"
)
_VERSUS_SEVERAL = Ending(
    r"(?:\((?:vs\.?|versus)\s[^()]{2,80}|\b(?:vs\.?|versus)\s[~$]?[\d.]+\s?\\?%?\s\([^()\d]{2,24}\))(?:,|\sand)\s[~$]?$"
)  # "(vs. 79% for X and 97% for Y)"
_VALUE_OF = r"[\s~$]{0,3}\d[^\s,;]{0,12}\s(?P<of>for|by|with|from|of|in)\s"
_RIVALS_LISTED = Pattern(  # "compared with 40% for A, 38% for B and"
    r"\b(?:compared\s(?:to|with)|versus|vs\.?|against|relative\sto)" + _VALUE_OF + r"[^,;()]{1,40}?"
    r"(?:(?:,\s(?:and\s)?|\sand\s)[\s~$]{0,3}\d[^\s,;]{0,12}\s(?P=of)\s[^,;()]{1,40}?){0,4}"
    r"(?:,\s(?:and\s)?|\sand\s)[\s~$]{0,3}$",
    IGNORECASE,
)


_VERSUS_NEXT = Pattern(r"[%$\\\s]{0,3}(?:vs\.?|versus|against|compared\s(?:to|with))\s[~$]{0,2}\d")


# "is 0.12 J, not 0.41 J", "takes 3 hours, and not the usual 12"
_NOT = Pattern(
    rf"[%$\\]{{0,2}}(?:\s[\p{{L}}-]{{1,20}}){{0,3}},\s(?:and\s)?not\s(?:(?:an?|the|its|their)\s(?:(?:usual|old|original|former|"
    rf"expected|customary|typical)\s)?)?{HEDGES}\$?"
)


def _is_denied(s: Situation) -> bool:
    """ "takes 3 ms, not 12 ms": what it would take otherwise."""
    before = s.previous
    if before is None or before.dimension is not s.quantity.dimension or s.quantity.dimension is Dimension.COUNT:
        return False
    return before.low != s.quantity.low and " not " in s.near_left and _NOT.fullmatch(s.near_left) is not None


def is_first_of_two(s: Situation) -> bool:
    """ "doubles the rate of the best rival (95% vs. 41%)": the first is the paper's own."""
    if s.near_left.endswith(("(", "($")) and _VERSUS_NEXT.match(s.near_right) is not None:
        return True
    return is_score_of_winner(s)


def is_set_against(s: Situation) -> bool:
    """Whether words of comparison lead to the value, or it is said to be worse than ours."""
    if _WORSE_THAN_OURS.match(s.right) is not None or _is_denied(s):
        return True
    return _is_compared_with(s) or _is_further_rival(s) or _is_versus(s) or is_score_of_loser(s)


def _is_compared_with(s: Situation) -> bool:
    """ "instead of 12 GB", "where the baseline reaches 40%"; not "validated against 80 ratings"."""
    near = s.near_left[-110:]
    if not holds(folded(near), _SETS_AGAINST):
        return False
    if not (_BASELINE_BEFORE.search(near) or _COMPARED_WITH_METRIC.search(near)):
        return False
    if s.quantity.dimension is not Dimension.COUNT:
        return True
    if RIVALS.fullmatch(s.quantity.unit):
        return False
    of_two = s.previous is not None and s.previous.unit == s.quantity.unit  # "finds 14 faults, against 9 faults"
    return of_two or _NEEDED.fullmatch(s.quantity.unit) is not None or _AGAINST.search(near) is None


def _is_further_rival(s: Situation) -> bool:
    """ "compared with 40% for A, 38% for B and 35% for C": the second and the third."""
    if not s.index or not s.says(_SETS_AGAINST):
        return False
    listed = _RIVALS_LISTED.search(s.left[-220:])
    return listed is not None and s.right.startswith(f" {listed['of']} ")


def _is_versus(s: Situation) -> bool:
    """ "vs. a mean of 12 ms", "(vs. 79% for X and 97% for Y)"."""
    if not s.says(_VS):
        return False
    return _VERSUS_ANOTHER.search(s.near_left) is not None or _VERSUS_SEVERAL.search(s.left[-90:]) is not None
