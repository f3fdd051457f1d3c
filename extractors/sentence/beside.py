"""A change with no metric of its own is of the value that it stands beside: "900 images/s, 3x what X manages"."""

from __future__ import annotations

from dataclasses import replace

from extractors.claims.draft import Draft
from extractors.endings import Ending
from extractors.lexicon import DOWN, HEDGES, UP
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern
from extractors.rulenames import BARE_AND_UNNAMED, BARE_FACTOR, MULTIPLE_OF_BASELINE, MULTIPLE_OF_COUNT, NEXT_IN_LIST
from extractors.sentence.found import Earlier, SoFar
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Kind, Metric, Polarity


def of_what_is_beside(s: Situation, draft: Draft, so_far: SoFar) -> Draft:
    """A multiple or reduction in apposition, or a factor in brackets, that names no metric is of the value before."""
    if not so_far:
        return draft
    if s.quantity.dimension in (Dimension.TIMES, Dimension.ORDERS):
        said = (
            _told_exactly(s, draft, so_far)
            or _of_the_same_elsewhere(s, draft, so_far)
            or _of_the_gap(s, so_far)
            or _multiple(s, draft, so_far)
            or _before_its_bracket(s, draft, so_far)
        )
        if said is not None:
            return said
    if draft.metric is not Metric.OTHER or not so_far[-1].stands_next_to(s):
        return draft
    if not (_REDUCED.fullmatch(s.near_left) and _A_REDUCTION.match(s.right)):
        return draft
    return replace(draft, metric=so_far[-1].draft.metric)


# "uses 45M parameters for vision - a 6x reduction over X"
_REDUCED = Pattern(
    r"(?:\s[^,;:()]{1,40})?(?:,|\s?--?|\s\u2014|:)\s(?:(?:at least|about|over|nearly|up to|or|only)\s){0,2}an?\s~?"
)
_A_REDUCTION = Pattern(r"[%\\]{0,2}\s(?:reduction|decrease|saving|cut|increase)\b(?!\s(?:in|of)\b)")

_ONCE_MORE = Pattern(rf"\s\({HEDGES}")
_SAME_FACTOR = 0.05  # of the factor, which the text rounds


def _told_exactly(s: Situation, draft: Draft, so_far: SoFar) -> Draft | None:
    """ "by over an order of magnitude (14x)", "from 16 to 128 nodes (8x)": what was just said, told in full."""
    if draft.rule != BARE_AND_UNNAMED or not so_far[-1].stands_next_to(s):
        return None
    if not _ONCE_MORE.fullmatch(s.near_left) or not s.right.startswith(")"):
        return None
    before, beside = so_far[-1].quantity, so_far[-1].draft
    if before.dimension is Dimension.ORDERS and beside.kind is Kind.COMPARISON:
        return replace(beside, unit=s.quantity.unit, rule=NEXT_IN_LIST)
    grown = before.is_range and before.low > 0 and abs(before.high / before.low / s.quantity.high - 1) < _SAME_FACTOR
    return replace(draft, metric=beside.metric, direction=UP) if grown else None


_BRACKETED = Pattern(r"(?:\s[^,;:()]{1,40})?\s\([~$]?")


def _before_its_bracket(s: Situation, draft: Draft, so_far: SoFar) -> Draft | None:
    """ "reaches 36 tokens/J (90x the GPU's)": a factor that names no metric is of the value before its bracket."""
    if draft.rule != BARE_AND_UNNAMED or not so_far[-1].stands_next_to(s):
        return None
    beside = so_far[-1].draft
    worse = beside.kind in (Kind.COMPARISON, Kind.RESOURCE) or beside.metric.polarity is Polarity.LOWER
    return None if worse or not _BRACKETED.fullmatch(s.near_left) else replace(draft, metric=beside.metric)


# "on an A100 the mean speedup is 2x, and on an H100 3x": the verb is left out
AND_ELSEWHERE = Pattern(
    r"(?:\s(?:on|for|in|with|under)\s[^,;:()]{2,50})?(?:,\s(?:and|but)|;|\sand)\s(?:on|for|in|with|under)\s"
    rf"(?!average\b|total\b|turn\b)(?:(?!\s(?:is|are|was|were|by|to)\s)[^,;:()]){{2,50}}?,?\s{HEDGES}"
)


def _of_the_same_elsewhere(s: Situation, draft: Draft, so_far: SoFar) -> Draft | None:
    """ "on an A100 the mean speedup is 2x, and on an H100 3x"."""
    before = so_far[-1].draft
    if draft.rule != BARE_AND_UNNAMED or draft.metric is not Metric.OTHER or not so_far[-1].stands_next_to(s):
        return None
    alike = before.kind is Kind.COMPARISON and so_far[-1].quantity.dimension is s.quantity.dimension
    return replace(before, rule=NEXT_IN_LIST) if alike and AND_ELSEWHERE.fullmatch(s.near_left) else None


# "40 ms against 95 ms for X; at scale the gap widens to 6x"
_THE_GAP = Ending(
    r"(?:[;,.]|\sand|\sbut)\s[^;()]{0,60}?\b(?:the|this|that|its)\s(?:gap|advantage|lead|margin|difference|ratio)\s"
    r"(?:widen|grow|increas|shrink|narrow|ris|reach|climb|expand|stretch)(?:e?s|e?d)\s(?:to\s)?" + HEDGES + r"$"
)
_HOW_MUCH = (Kind.MEASUREMENT, Kind.SCALE)


def _of_the_gap(s: Situation, so_far: SoFar) -> Draft | None:
    """ "takes 20 ms compared with 80 ms; for long texts the gap widens to 6x"."""
    beside = so_far[-1].draft
    if not so_far[-1].stands_next_to(s) or beside.kind is not Kind.MEASUREMENT or not _THE_GAP.search(s.near_left):
        return None
    if beside.metric.polarity is Polarity.NEITHER or s.list_right[:1] not in ("", ".", ",", ";", ")", " "):
        return None
    way = DOWN if beside.metric.polarity is Polarity.LOWER else UP
    return Draft(Kind.COMPARISON, beside.metric, s.quantity.unit, "widened gap", way)


# what may stand between a value and its multiple
_IN_APPOSITION = Pattern(
    r"(?:\s[^,;:()\d]{1,70})?(?:,|\s?\(|\s-{1,3}|\s?\u2014|;|\sor|:)\s?"
    rf"(?:(?:or|i\.e\.,?|that is,?|which is|and thus|thus|some|still)\s){{0,2}}{HEDGES}"
)
_IS = Pattern(rf"\s(?:is|are|was|were)\s{HEDGES}")  # "its latency of 12 ms is half that of X"
_VERBS = ("halves", "doubles", "triples", "quadruples")
# what says of no metric what there is a multiple of
_OF_ANOTHER = Pattern(
    r"\s(?:of\s)?(?:what\b|(?:that|those)\s(?:of|for|by|under|with)\b|as\s(?:many|much)\b|\p{Ll}{0,3}\p{Lu}|"
    r"the\s(?:amounts?|figures?|values?|numbers?|quantity|volume|total|level|scale|size|data|baseline|previous|next|second|largest|best)\b)|"
    r"\s(?:beyond|above|over)\s\p{L}|"
    r"\s(?:more|larger|bigger|greater|longer|smaller|fewer|less|higher|lower)\s(?:often\s)?than\b"
)
_WEAK = (MULTIPLE_OF_COUNT, BARE_AND_UNNAMED, BARE_FACTOR)
_UNSURE = (Metric.OTHER, Metric.COUNT, Metric.SPEED, Metric.MODEL_SIZE)
# "8,000 hours of video from 40 cars, 3x more than X": the second says where from
_GROUND = Ending(
    r"\s(?:from|on|with|across|in|over|using|by|at|for|among)\s(?:(?:the|an?|only|just|over|about)\s){0,2}$"
)


def _multiple(s: Situation, draft: Draft, so_far: SoFar) -> Draft | None:
    """ "900 images/s, 3x what X manages", "3M images - twice the size of X", "a 12 ms latency, half that of X"."""
    each = s.group[0] < s.group[1] and _EACH.search(s.list_right)
    if not each and (draft.metric not in _UNSURE or not _OF_ANOTHER.match(s.list_right)):
        return None
    value = _value_of(s, so_far)
    if value is None or value.kind not in _HOW_MUCH or value.metric is Metric.OTHER:
        return None
    if draft.metric is Metric.MODEL_SIZE and value.metric is not Metric.DATASET_SIZE:
        return None
    if draft.metric is Metric.SPEED and not each and value.metric is not Metric.DATASET_SIZE:
        return None  # "30 tokens/s, 3x over X" is a speed-up
    made = replace(draft, metric=value.metric)
    part = s.quantity.dimension is Dimension.TIMES and s.quantity.high < 1 and not s.quantity.idiom
    if part and draft.direction is UP and value.metric.polarity is not Polarity.NEITHER:
        made = replace(made, direction=DOWN, form=Form.TO)
    return replace(made, rule=MULTIPLE_OF_BASELINE) if draft.rule in _WEAK else made


def _value_of(s: Situation, so_far: SoFar) -> Draft | None:
    """The value that a multiple, or each of a list of them, stands in apposition to."""
    first, last = s.group
    before = [one for one in so_far if one.situation.index < first]
    if not before or before[-1].situation.index != first - 1:
        return None
    between = s.list_left
    joined = s.quantity.idiom in _VERBS and between == " "
    if not (joined or _IN_APPOSITION.fullmatch(between) or _IS.fullmatch(between)):
        return None
    if last > first and _EACH.search(s.list_right):
        return before[s.index - last - 1].draft if len(before) > last - first else None
    return _past_its_ground(before).draft


_EACH = Pattern(r"\s(?:the\s(?:figures|values|numbers)|those)\b[^;.]{0,80}\brespectively\b")


def _past_its_ground(before: list[Earlier]) -> Earlier:
    """The last of some values, or the one before where the last counts what the other was obtained with."""
    last = before[-1]
    if len(before) < 2 or not before[-2].stands_next_to(last.situation):
        return last
    counts = last.draft.kind is Kind.RESOURCE or last.draft.metric in (Metric.COUNT, Metric.DEVICE_COUNT)
    return before[-2] if counts and _GROUND.search(last.situation.near_left) else last
