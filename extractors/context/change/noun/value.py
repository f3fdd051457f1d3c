"""Numbers beside a noun of change that are values of their own: "reduces it while keeping a recall of 87%"."""

from __future__ import annotations

from extractors.context.change.noun.joint import Joint
from extractors.context.change.window import clip
from extractors.context.metric import first_metric
from extractors.endings import Ending
from extractors.lexicon import BEATS
from extractors.numbers.units import Dimension
from extractors.patterns import Match, Pattern
from extractors.situation import Situation

_ACHIEVES = Pattern(r"\b(?:achiev|reach|obtain|attain)\p{L}*\b")
_VERSUS_NUMBER = Pattern(r"\s?(?:vs\.?|versus|against)\s$")
_SURPASSES = Pattern(r"\b" + BEATS + r"\b")
_KEEPS = Pattern(
    r"\b(?:while|whilst)\s(?:still\s)?(?:maintain|preserv|keep|retain|achiev|reach|attain|sustain)\p{L}*\s|"
    r"\b(?:maintain|retain|keep|preserv)ing\s"
)
_WITH_A_RATE = frozenset(
    {
        "collapse",
        "loss",
        "drop",
        "erosion",
        "fall",
        "decline",
        "growth",
        "dip",
        "spike",
        "surge",
        "jump",
        "leap",
        "slump",
        "rise",
        "bump",
        "lift",
    }
)
_A_RATE = Pattern(r"\s(?:rates?|ratios?)\b")
_NAMED_GAP = Ending(r"\b(?:optimality|duality|generali[sz]ation|sub-?optimality)\sgaps?$")


def is_a_value(s: Situation, joint: Joint, noun: Match) -> bool:
    """Whether the quantity is no change, though ``noun`` and the joint stand before it."""
    rest = noun["rest"] or ""
    if s.quantity.dimension is Dimension.PERCENT and _KEEPS.search(rest):
        return True  # "a reduction in size while keeping an accuracy of 87%"
    if noun["noun"].lower() in _WITH_A_RATE and _A_RATE.match(joint.head, noun.end("noun")):
        return True  # "a collapse rate of 37%"
    kept = noun["noun"].lower() == "compression" and s.quantity.dimension is Dimension.PERCENT
    if kept and _A_RATE.match(joint.head, noun.end("noun")):
        return True  # "at a compression ratio of 35%": how much is left out
    if _ACHIEVES.search(rest) or _NAMED_GAP.search(joint.head, endpos=len(joint.head) - 1):
        return True  # "an improvement in X and achieves up to 100%", "an optimality gap of 2%"
    if joint.is_word and (_WITH_ANOTHER.search(rest) or _is_of_the_rival(s, noun)):
        return True
    if _VERSUS_NUMBER.match(s.near_right) and s.near_left.endswith("("):
        return True  # "half the rate of improvements (14% vs. 28%)"
    return not joint.is_word and _SURPASSES.search(rest) is not None  # "a speedup over X, surpassing Y (27%)"


# "a 4x speedup on A with a hit rate of 93%"
_WITH_ANOTHER = Ending(
    r"\s(?:with|at)\san?\s(?!(?:[\p{L}-]+\s)?(?:average|mean|median|maximum|max|minimum|factor|range|geomean|peak|total|overall|rate|"
    r"ratio|margin|further|additional|similar)\b)[^,;:()]{2,40}$"
)
_OVER_A_RIVAL = Ending(
    r"\s(?:over|on|from|above|relative\sto|(?:as\s)?compared\s(?:to|with))\s(?:the|an?|its|our)\s[^,;:()]{0,50}?"
    r"(?:baseline|model|result|score|accuracy|performance|rate|value|method|record|best|level)s?$"
)
_BESIDE = Pattern(r"\s(?:[\p{L}-]+\s){0,3}")


def _is_of_the_rival(s: Situation, noun: Match) -> bool:
    """ "a 12% improvement over the earlier baseline of 61%": what the rival reaches."""
    if s.previous is None or s.previous.dimension is not s.quantity.dimension:
        return False
    gap = s.near_left.partition(noun["noun"])[0]
    return _BESIDE.fullmatch(gap) is not None and _OVER_A_RIVAL.search(noun["rest"] or "") is not None


def names_its_own(s: Situation) -> bool:
    """ "improves the efficiency: 1.6x GPU utilization, 1.9x training throughput"."""
    if s.quantity.dimension is not Dimension.TIMES or not s.left.rstrip().endswith(":"):
        return False
    cue = first_metric(clip(s.list_right))
    return cue is not None and len(s.list_right[: cue.start].split()) <= 2
