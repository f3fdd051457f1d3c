"""Words of a bound that say where or when a value holds: "within an eight-GPU node", "tested over 45 days"."""

from __future__ import annotations

from extractors.context.qualifier.over import without_over
from extractors.context.qualifier.rival import RATIOS
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation

_WITHIN = Pattern(r"\b(?:within|near|sub|under)\s(?=(?:an?\s|the\s)$)|\b(?:near|sub)\s$", IGNORECASE)
_BAND_NEXT = Pattern(r"\s(?:[\p{L}-]+\s)?(?:bands?|ranges?|windows?|intervals?|corridor)\b")
_WITHIN_ONE = Pattern(r"\b(?:within|under)\s$", IGNORECASE)
_CONDITIONS = Pattern(
    r"patterns|settings|conditions|scenarios|configurations|regimes|budgets|constraints|protocols|attacks|defen[cs]es|"
    r"corruptions|perturbations|shifts|threats|schemes|strategies|policies|assumptions|requests|users|clients"
)
_LENGTH_NEXT = Pattern(r"\s(?:input\s|output\s|prompt\s)?(?:sequence|context|input|output|prompt)\slengths?\b")


_UNDER_ONE = Pattern(r"\b(?:near|sub|under)\s(?=(?:an?\s|the\s)$)", IGNORECASE)
# "within the 8 ms deadline", "within a 90-second budget": no place, but how much it may be
_LIMIT_NEXT = Pattern(
    r"\s(?:(?!(?:and|or|of|in|on|for|with|at|to)\s)[\p{L}/-]+\s){0,3}?"
    r"(?:constraint|budget|limit|deadline|envelope|requirement|ceiling|cap|SLO|SLA|time-?out)s?\b"
)


def without_place(s: Situation, left: str) -> str:
    """What stands before, less what says where: "within an eight-GPU node", "within a 70-80% band"."""
    counts = s.quantity.dimension in (Dimension.DEVICES, Dimension.COUNT, Dimension.TIME)
    if counts and _LIMIT_NEXT.match(s.right):
        left = _UNDER_ONE.sub("", left)
    elif counts or (s.quantity.is_range and _BAND_NEXT.match(s.right)):
        left = _WITHIN.sub("", left)  # but "within 10 ms" is a bound
    if not counts:
        return left
    device = s.quantity.idiom and s.quantity.dimension is not Dimension.TIME  # "under a minute" is a bound
    if device or _CONDITIONS.fullmatch(s.quantity.unit) or _LENGTH_NEXT.match(s.right):
        left = _WITHIN_ONE.sub("", left)  # "under four patterns" holds for each of them
    return without_over(s, left)


_UNDER_A = Pattern(r"\bunder\s(?=an?\s$)", IGNORECASE)
LABELLED = Pattern(r"\s(?:labell?ed|annotated|missing|noisy)\s(?:data|samples|images|labels|annotations|values)\b")


_UNDER = Pattern(r"(?<!\b(?:to|of|at|in|by|is)\s)(?<!\b(?:are|was)\s)(?<!\b(?:with|were)\s)\bunder\s$", IGNORECASE)
_IMPOSED = Pattern(  # on what is tested: "under 30% packet loss", "under 4x compression"
    r"\s(?:(?!(?:and|or|of|in|on|for|with|at|to)\s)[\p{L}-]+\s){0,2}?(?:sparsity|pruning|(?:de)?compression|quantization|"
    r"(?:down|sub|up)sampling|attacks?|poisoning|failures|variability|variations?|occlusions?|corruptions?|perturbations?|"
    r"contamination|imbalance|dropout|masking|noise|packet\sloss|missing(?:ness)?|overload|oversubscription|shifts?)\b"
    r"(?!\s(?:rates?|errors?)\b)"
)


def without_condition(s: Situation, left: str) -> str:
    """What stands before, less a condition: "under a 10x shift", "under 5% labelled data", "under 4x compression"."""
    if s.quantity.dimension not in (Dimension.TIMES, Dimension.PERCENT):
        return left
    left = _UNDER_A.sub("", left)
    if left[-6:].lower() == "under " and _IMPOSED.match(s.list_right):
        return _UNDER.sub("", left)
    return _WITHIN_ONE.sub("", left) if LABELLED.match(s.list_right) else left


_ACROSS_A_LINK = Pattern(r"\bover\s(?=(?:an?\s|the\s)?$)", IGNORECASE)
_LINK = Pattern(r"\s?(?:networks?|links?|connections?|Ethernet|interconnects?|channels?|WANs?)\b")


_OVER_ONE = Pattern(r"(?<!well )\bover\s(?=(?:an?|the)\s$)", IGNORECASE)
_EXTENT_NEXT = Pattern(r"\s(?:[\p{L}-]+\s)?(?:ranges?|spans?|spreads?|intervals?)\b")  # "over a 12x range of widths"
_ROUND = (100, 1000, 1_000_000)  # "over a 100 runs"


def without_link(s: Situation, left: str) -> str:
    """What stands before, less what something runs across: "trained over a 1 Gbps network", "over a 2 km track"."""
    one = left[-3:] == " a " or left.endswith((" an ", " the "))
    if one and not s.quantity.in_words and s.quantity.dimension not in RATIOS and s.quantity.low not in _ROUND:
        left = _OVER_ONE.sub("", left)
    if one and s.quantity.dimension is Dimension.TIMES and _EXTENT_NEXT.match(s.right):
        left = _OVER_ONE.sub("", left)
    across = s.quantity.dimension is Dimension.BANDWIDTH and _LINK.match(s.right)
    return _ACROSS_A_LINK.sub("", left) if across else left
