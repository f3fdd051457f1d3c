"""The level that a baseline reaches: "a chance level of 25%", "the baseline only gets 40%"."""

from __future__ import annotations

import regex

from extractors.context.attribution.clause import REACHES
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation

_OF_THE_BASELINE = Pattern(
    r"^\s{0,2}\)?\s?(?:(?:achieved|obtained|reported|reached|required|needed)\s)?"
    r"(?:by|for|from|with|in|using)\s(?:the\s)?(?:\p{L}+[-\s]){0,2}?"
    r"(?:baselines?|base model|previous|prior|vanilla|existing|(?:conventional|original|standard)"
    r"(?!\s(?:\p{L}+\s)?(?:environments?|settings?|conditions?|benchmarks?|rooms?|tests?|data|datasets?|scenarios?|"
    r"tasks?|hardware|offices?|homes?|images?|videos?|questions?|inputs?|deviations?|errors?)\b))\b|"
    r"^\s(?:base(?:line)?|original|vanilla|previous|prior)\b(?!\sto\b)|"
    r"^\s(?:human|expert|physician|clinician|annotator|chance)(?:[-\s](?:level|expert))?\s(?:baseline|benchmark|ceiling|performance|accuracy|level|score|rate)\b|"
    r"^(?:\s(?!(?:against|over|than|above|below|beyond|versus|vs|to|from|with|under|on|of|in|behind)\b)[\p{L}\d-]{1,16}){1,2}\sbaseline\b"
    r"(?!\s\p{Ll})|^(?!\s(?:while|where(?:as)?|when|but)\b)[^,;.]{0,20}\bpublished\b(?!\s(?:articles?|papers?|studies|works?|literature|research)\b)",
    IGNORECASE,
)
_BASELINE_REACHES = Pattern(
    r"\bbaselines?\s(?:(?:(?:method|model|system|approach|detector|classifier)s?\s)?\((?:[\p{L}\d-]{1,12}\s?=\s?)?$|"
    r"(?:(?:that|which)\s)?(?:(?:only|still)\s)?"
    rf"(?:{REACHES}(?:(?:an?|at|an accuracy of)\s){{0,2}}|"
    rf"(?:drop|fall|collaps|degrad|deteriorat)(?:e?s|e?d)?\sto\s){HEDGES}\$?$)",
    IGNORECASE,
)
# "we also release Reed, a baseline that reaches 60%"
_OWN_BASELINE = Pattern(
    r"\bwe\s(?:also\s|further\s)?(?:report|present|introduce|provide|propose|release|offer|establish|contribute|build|train)\s"
    r"[^;]{0,100}\bbaselines?\s(?:that|which)\s",
    IGNORECASE,
)
# "3x the second best at 5.1"
_SECOND_BEST = Ending(
    r"\b(?:(?:(?:second|next)[- ]best|runner-up)(?:\s\p{L}{3,12})?\sat|"
    r"(?:(?:second|next)[- ]best|runner-up|(?:best|strongest) (?:baseline|competitor))"
    r"(?:\s\p{L}{3,12})?\s(?:of|with))\s[~$]?$"
)
# "the best published figure of 750 GB/s"
_REPORTED = Ending(
    rf"\b(?:literature-reported|(?:previously|best)[-\s](?:reported|published))\s(?:[\p{{L}}-]+\s){{0,3}}(?:of|at)\s{HEDGES}\$?$"
)
# "well below the human baseline of 90%", "over a chance level of 25%"
_LEVEL_OF = Ending(
    r"\b(?:(?:baselines?|human|expert|annotator|chance|random)\s(?:performance|accuracy|level|score|rate|agreement)|"
    r"baselines?|random\s(?:chance|guess(?:ing|es)?)|chance)(?:\s(?:accuracy|score|rate|value|time|latency))?\s?"
    rf"(?:(?:of|(?<!baseline\s)(?<!baselines\s)at|is|being|was|[=:])\s?){HEDGES}\$?$",
    regex.IGNORECASE,
)
# "avoids the overhead of rebuilding (about 150 ms)"
_AVOIDED = Pattern(rf"\b(?:eliminat|remov|avoid)(?:e|es|ed|ing|s)?\s[^,;()]{{3,80}}\((?:of\s)?{HEDGES}$")


def is_level_of_another(s: Situation) -> bool:
    """Whether a baseline, the second best, people or chance are said to be at the value."""
    return (
        (_OF_THE_BASELINE.match(s.near_right) is not None and not s.near_left.endswith("within "))
        or _SECOND_BEST.search(s.near_left[-60:]) is not None
        or _LEVEL_OF.search(s.near_left) is not None
        or _REPORTED.search(s.near_left) is not None
    )


def is_avoided(s: Situation) -> bool:
    """ "avoids the overhead of rebuilding (about 150 ms)"."""
    return s.quantity.dimension in (Dimension.TIME, Dimension.BYTES) and _AVOIDED.search(s.near_left) is not None


def baseline_reaches(s: Situation) -> bool:
    """ "the baseline only reaches 40%", "the baseline (40%)"."""
    if "baseline" not in s.sentence_folded or _BASELINE_REACHES.search(s.near_left) is None:
        return False
    return _OWN_BASELINE.search(s.left) is None
