"""Which statistic a value is; "34% average savings, and a 28% boost": an item shares that of the one before."""

from __future__ import annotations

from collections.abc import Callable

from extractors.claims.draft import Draft
from extractors.context.statistic import find_statistic, statistic_of_count
from extractors.endings import Ending
from extractors.lexicon import HEDGES, has_verb
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern
from extractors.rulenames import CHANGE_OF_PAIR
from extractors.sentence.beside import AND_ELSEWHERE
from extractors.sentence.found import Earlier, SoFar
from extractors.situation import Situation
from schemas.vocabulary import Attribution, Kind, Statistic

_OWN: dict[Kind, Callable[[Situation], Statistic | None]] = {
    Kind.COMPARISON: find_statistic,
    Kind.MEASUREMENT: find_statistic,
    Kind.SCALE: statistic_of_count,
    Kind.RESOURCE: lambda s: None,
}
_AVERAGES = (Statistic.MEAN, Statistic.GEOMEAN, Statistic.MEDIAN)
_LISTED = Pattern(r"[^,;:()]{3,50},\s(?:and\s)?(?:an?\s)?")  # "34% average savings, and a 28% boost"
# "0.03 on A and 0.005 on B", "90% mean Dice on A and 86% on B", "by 4 over A and by 2 over B"
_ON_ANOTHER = Pattern(
    r"%?(?P<noun>(?:\s[\p{L}\d@-]{1,20}){0,4}?)\s(?:on|for|in|at|with|over|across)\s[^,;:()]{2,50}?(?:,\s|,?\sand\s)(?:by\s)?[+-]?"
)
# "an average PSNR of 31 dB and SSIM of 0.94", "an average of 4% in A and 3% in B": said once, before the first
_NO_NOUN = Pattern(r"%?(?:\s(?:on|for|in|at|with|over|across)\s|[,.;)]|$)")
_OF_BOTH = Ending(
    r"\b(?:averages?|means?|medians?)(?:(?:\s(?!(?:and|or|by|of)\s)[\p{L}\d@-]{1,20}){0,4}\s(?:of|up to)|"
    r"(?P<bracket>(?:\s[\p{L}\d@-]{1,20}){1,4}\s\()|)\s?"
    rf"{HEDGES}[+$-]?$|\b(?:averag(?:ing|es)(?:\sat)?|on\saverage,?|geo-?mean)\s{HEDGES}[+$-]?$"
)
_AND_ITS = Pattern(
    r"%?(?:\s(?!(?:and|or|with|at|by|to|while|from|than|vs|versus)\s)[\p{L}\d@-]{1,20}){0,12}\)?\sand\s"
    r"(?!(?:an?|the|its|their)\s)(?:(?:[\p{L}\d@-]{1,20}\s){1,6}(?:\([\p{L}\d-]{1,10}\)\s)?(?P<of>of|by|\(|(?<=\()))?"
    r"\s?[~+$-]?"
)
_OF_THE_ONE = Pattern(r"^\s(?:average|mean|median|geo-?mean)\s")  # "34% average savings, 28% more speed"
_ELSEWHERE = Pattern(r"\s?%?\s(?:on|for|in|at|with|over|across)\s")
_OTHERWISE = Pattern(
    r"\b(?:average|mean|median|geomean|worst|best|peak|maximum|max|at most|up to|but|while|from|to|specifically|"
    r"including|notably|namely|e\.g|individual(?:ly)?)\b|%\)?\s-",
    IGNORECASE,
)
_FARTHEST = 110  # characters between a mean and that of a rival
_NOT_ITS_RIVAL = Pattern(
    r";|\b(?:while|whereas|individual(?:ly)?|specifically|median|maximum|worst|single|per|best(?:\s(?:case|run|seed)|-performing))\b",
    IGNORECASE,
)


_ALTOGETHER = Pattern(r"(?:\s[\p{L}-]{1,20}){0,2},?\s(?:altogether|in\stotal|in\sall|combined)\b")


def read(s: Situation, draft: Draft, whose: Attribution, so_far: SoFar) -> Statistic | None:
    """The value's own statistic, else that of the value before where it is said for both."""
    own = _OWN[draft.kind](s)
    if own is not None or not so_far or _ALTOGETHER.match(s.right):
        return own
    if draft.rule == CHANGE_OF_PAIR:
        return so_far[-1].claim.statistic  # "reduces the mean error to 0.3 m (a 22% improvement)"
    earlier = _like_it(s, draft, so_far)
    if earlier is None or not (_is_said_for_both(earlier, s, draft) or _is_its_rival(earlier, s, draft, whose)):
        return None
    return earlier.claim.statistic


def _like_it(s: Situation, draft: Draft, so_far: SoFar) -> Earlier | None:
    """The value before, if it is of the same kind; sizes are passed over, "2% for the 8B model and 3%"."""
    next_to = s.index - 1
    for earlier in reversed(so_far[-2:]):
        if earlier.situation.index != next_to:
            return None
        if earlier.draft.kind is draft.kind:
            return earlier if earlier.claim.statistic is not None else None
        if earlier.quantity.dimension is not Dimension.PARAMETERS and earlier.draft.kind is not Kind.SCALE:
            return None
        next_to -= 1
    return None


def _is_said_for_both(earlier: Earlier, s: Situation, draft: Draft) -> bool:
    """Whether a value goes on in the list of the one before, and nothing between says otherwise."""
    gap = s.doc.view[earlier.quantity.end : s.quantity.start]
    if earlier.claim.statistic not in _AVERAGES and not _goes_on_elsewhere(earlier, s, draft, gap):
        return False
    if _OTHERWISE.search(_OF_THE_ONE.sub("", gap)):
        return False
    if s.group[0] <= earlier.situation.index or draft.rule.startswith("next"):
        return True
    if draft.metric is earlier.draft.metric and AND_ELSEWHERE.fullmatch(gap):
        return True
    another = _ON_ANOTHER.fullmatch(gap) if draft.metric is earlier.draft.metric else None
    if another and (not another["noun"] or _NO_NOUN.match(s.right)):
        return True
    return (draft.rule == earlier.draft.rule and _LISTED.fullmatch(gap) is not None) or _is_of_both(earlier, gap)


def _goes_on_elsewhere(earlier: Earlier, s: Situation, draft: Draft, gap: str) -> bool:
    """ "a peak speed-up of 3x on A and 4x on B": an extreme is said of the same quantity in another place only."""
    same = (draft.metric, draft.unit) == (earlier.draft.metric, earlier.draft.unit)
    another = _ON_ANOTHER.fullmatch(gap) if same else None
    return another is not None and not another["noun"] and _ELSEWHERE.match(s.right) is not None


def _is_its_rival(earlier: Earlier, s: Situation, draft: Draft, whose: Attribution) -> bool:
    """ "a mean score of 67, compared to 65 for Tarnet", "outperforming Tarnet (65)": a mean is set against a mean."""
    if whose is not Attribution.BASELINE or draft.kind is not Kind.MEASUREMENT:
        return False
    gap = s.doc.view[earlier.quantity.end : s.quantity.start]
    return (
        earlier.claim.statistic in _AVERAGES
        and (draft.metric, draft.unit) == (earlier.draft.metric, earlier.draft.unit)
        and len(gap) < _FARTHEST
        and _NOT_ITS_RIVAL.search(gap) is None
    )


def _is_of_both(earlier: Earlier, gap: str) -> bool:
    """ "an average PSNR of 31 dB and SSIM of 0.94"; but "the average delay by 4% and the load by 2%" is of one."""
    said, joined = _OF_BOTH.search(earlier.situation.near_left[-90:]), _AND_ITS.fullmatch(gap)
    if said is None or joined is None or has_verb(gap[gap.index(" and ") :]):
        return False
    return joined["of"] is None or (joined["of"] == "(") is (said["bracket"] is not None)
