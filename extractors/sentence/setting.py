"""What a value holds for; "reaches 95% on A, surpassing B's 93%": both hold on A."""

from __future__ import annotations

from extractors.claims.draft import Draft
from extractors.context.ranking import Candidate, ranked, weights_of
from extractors.context.setting import SURE, find_setting
from extractors.context.setting.before.model import named_model
from extractors.context.setting.before.share import share_of_whole
from extractors.context.setting.before.trial import tried_on
from extractors.context.setting.candidates import candidates
from extractors.context.setting.ofrival import is_in_its_bracket, is_where, names_its_rival
from extractors.context.setting.subjects import named_subject
from extractors.context.setting.value import Value
from extractors.endings import Ending
from extractors.lexicon import HEDGES, HEDGES_OR_A
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern
from extractors.sentence.found import SoFar
from extractors.sentence.heldon import held_on
from extractors.sentence.otherbeside import VERSUS
from extractors.sentence.respectively import one_each
from extractors.situation import Situation
from schemas.vocabulary import Attribution, Kind, Metric

_SAME_BRACKET = Pattern(r"[%$\s]{0,2}[,;]\s[+-]")  # "X (81%, +5.6)"
_ITS_AVERAGE = Pattern(r"%?\s(?:on\s|in\s)?(?:average|avg\.?|mean|geomean|median)\)")  # "7.7x (4.9x average)"
# "by 2.6x on average and 9.1x at best"
_AT_BEST = Pattern(
    r"%?(?:\s(?:faster|higher|lower|less|speed-?up|better))?\s(?:on average|at best|at most|in the best case),?\s"
    r"(?:and|with|but)\s(?:by\s)?(?:up to\s|over\s|as much as\s)?"
)


def read(s: Situation, draft: Draft, value: Value, so_far: SoFar) -> tuple[Candidate, ...]:
    """What may be the setting, the best first."""
    before = so_far[-1].claim.setting if so_far else None
    if before and _SAME_BRACKET.fullmatch(s.near_left) and s.left.rfind("(") > s.left.rfind(")"):
        return (Candidate(_in_bracket(draft, before, so_far), ("in the same bracket",)),)
    named = so_far[-1].found.settings if s.quantity.pair == "after" and so_far else ()
    in_brackets = named and named[0].signs in (("rule in_brackets",), _BEHIND)
    if in_brackets and (find_setting(s) or ("none",))[0] != "in_brackets":
        return named  # "on A (1 to 2) and B (3 to 4)"
    if before and _AT_BEST.fullmatch(s.near_left) and find_setting(s) is None:
        return (Candidate(before, ("in the same breath",)),)
    if before and draft.kind is Kind.MEASUREMENT and _opens_behind(s, before):
        return (Candidate(before, _BEHIND),)
    if before and s.near_left == " (" and _ITS_AVERAGE.match(s.right):
        return (Candidate(before, ("in the same breath",)),)
    if value.attribution is Attribution.BASELINE and (where := _where_ours_is(s, draft, so_far)):
        return (Candidate(where, ("where ours is",)),)
    rule = _by_rule(s, draft, value, so_far)
    if rule and rule[0] in SURE:
        return (Candidate(rule[1], (f"rule {rule[0]}",)),)
    found = candidates(s, value, rule, before, _spent(s, draft, so_far))
    best = ranked(found, weights_of("extractors.context.setting"))
    if best[0].text is None and (told := _told_once(s, draft, value) or held_on(s, draft, so_far)):
        return (Candidate(told, ("told once",)),)
    return best


def _told_once(s: Situation, draft: Draft, value: Value) -> str | None:
    """Where no phrase near holds: what accounts for a share, an open model, what the sentence tells a trial of."""
    span = share_of_whole(s) if draft.kind is Kind.MEASUREMENT else None
    span = span or (None if value.attribution is Attribution.BASELINE else named_model(s, value.system))
    if span is None and value.attribution is Attribution.OWN and draft.metric is not Metric.DATASET_SIZE:
        span = tried_on(s)
    text = s.doc.text[slice(*span)] if span else None
    return None if text is None or text == value.system else text


_BEHIND = ("in the bracket behind it",)
_OPENS = Pattern(rf"\s\((?:(?:up|down)\s)?from\s{HEDGES}\$?")


def _opens_behind(s: Situation, before: str) -> bool:
    """ "cuts it by 64% on A (from 4,830 to 1,740 tokens)": the bracket opens behind the setting."""
    if s.quantity.pair != "before":
        return False
    at = s.near_left.rfind(before)
    return at >= 0 and _OPENS.fullmatch(s.near_left, at + len(before)) is not None


def _where_ours_is(s: Situation, draft: Draft, so_far: SoFar) -> str | None:
    """ "71% on A, compared with 60% for B", "surpassing B (60%)": the rival's value holds where ours does."""
    if draft.kind is not Kind.MEASUREMENT or s.quantity.pair or not so_far:
        return None
    if is_in_its_bracket(s):
        alike = (one.claim for one in so_far if (one.draft.kind, one.claim.metric) == (draft.kind, draft.metric))
        places = {claim.setting for claim in alike if claim.attribution is Attribution.OWN}
        place = places.pop() if len(places) == 1 else None
        return place if place and is_where(s, place) else None
    if not names_its_rival(s):
        return None
    first, last = s.group
    each = s.index - (last - first + 1)  # the one that it is set against where our values are as many
    ours = [one for one in so_far if each <= one.situation.index < first and one.draft.metric is draft.metric]
    if ours and ours[0].situation.index == each:
        ours = ours[:1]
    where = ours[-1].claim.setting if ours else None
    return where if where and is_where(s, where) else None


def _spent(s: Situation, draft: Draft, so_far: SoFar) -> frozenset[str]:
    """ "3% on A and 4% on B, along with 2x faster decoding": what stands behind a value is of that value's metric."""
    if draft.kind in (Kind.SCALE, Kind.RESOURCE):
        return frozenset()
    behind = {
        earlier.claim.setting: (earlier.draft.metric, earlier.quantity.dimension)
        for earlier in so_far
        if earlier.claim.setting
        and s.doc.text.find(earlier.claim.setting, earlier.quantity.end, s.quantity.start) > 0
    }
    several = behind if len(behind) > 1 else {}
    mine = draft.metric, s.quantity.dimension
    return frozenset(setting for setting, what in several.items() if what != mine)


def _by_rule(s: Situation, draft: Draft, value: Value, so_far: SoFar) -> tuple[str, str] | None:
    """The name of the first rule that finds a setting, and the setting."""
    own = find_setting(s)
    if own is not None and own[0] in SURE:
        return own
    of_others = (earlier.claim.setting for earlier in so_far if earlier.situation.group != s.group)
    if listed := one_each(s, of_others, evenly=own is not None):
        return "list before", listed
    if own is not None:
        return own
    if draft.kind is Kind.MEASUREMENT and (subject := named_subject(s, value.system)):
        return "named_subject", subject
    carried = _as_fast(s, draft, so_far) or _carried(s, draft, value.attribution, so_far)
    return ("carried", carried) if carried else None


def _in_bracket(draft: Draft, before: str, so_far: SoFar) -> str | None:
    """ "81% on A, beating B (72%, +9 points)": the gain holds where the paper's own value does."""
    if draft.kind is not Kind.COMPARISON or so_far[-1].claim.attribution is not Attribution.BASELINE:
        return before
    own = (earlier.claim for earlier in reversed(so_far) if earlier.claim.attribution is Attribution.OWN)
    return next((claim.setting for claim in own if claim.kind is Kind.MEASUREMENT), None)


_SURPASSING = Ending(
    r"\b(?:surpass|outperform|exceed|beat)(?:ing|s|es)?\s[^;:]{2,80}\sby\s(?:over\s|up to\s|about\s|"
    r"~)?$|^\W{0,3}\(\+?$|"
    r"^[^;:()]{0,60},\s(?:a|an)\s$"
)


# "in three weeks, at a rental cost of $20k"
_AT_A_COST = Pattern(
    r",?\s(?:and\s)?(?:at|with|for)\s(?:an?\s)?(?:[\p{L}-]+\s){0,3}(?:costs?|price|expense|budget|bill)\s(?:of\s)?(?:[\p{L}]+\s){0,2}"
)
# "SVM (41%) and random forests (44%)"
_OWN_NAME = Pattern(r"[^()]{0,20}\)(?:,\s(?:and\s|or\s)?|\sand\s|\sor\s)[^();]{2,50}\(\s?[~$]?")


def _is_named_for_each(s: Situation, setting: str | None) -> bool:
    """ "60% for A and 64% for B": what stands behind the first is not of the second."""
    by = next((by for by in (" for ", " by ", " with ", " from ", " using ") if s.right.startswith(by)), None)
    return by is not None and setting is not None and f"{by}{setting}" in s.near_left


# "renders a scene in 3 s (up to 9 frames/s), making it 8x faster than X"
_AND_THAT_IS = Pattern(
    r"(?:\s\([^()]{1,40}\))?,\s(?:which\sis\s|making\sit\s|being\s|(?:achiev|yield|deliver|represent|offer|provid)ing\s)?"
    rf"(?:(?:over|an?|more\sthan|roughly)\s){{0,2}}{HEDGES_OR_A}"
)
_FASTER = Pattern(r"\s(?:faster|quicker|speed-?ups?|accelerations?)\b")


def _as_fast(s: Situation, draft: Draft, so_far: SoFar) -> str | None:
    """ "renders a scene in 3 s, 8x faster than X": the same work is done faster."""
    if draft.metric is not Metric.SPEED or not _FASTER.match(s.right):
        return None
    times = (one for one in reversed(so_far) if one.quantity.dimension is Dimension.TIME)
    time = next(times, None)
    if time is None or not _AND_THAT_IS.fullmatch(s.doc.view, time.quantity.end, s.quantity.start):
        return None
    return time.claim.setting


def _carried(s: Situation, draft: Draft, attribution: Attribution, so_far: SoFar) -> str | None:
    """ "reaches 95% on A, surpassing B's 93%", "... surpassing B by 2%": both hold on A."""
    over_other = draft.kind is Kind.COMPARISON and _SURPASSING.search(s.near_left)
    eligible = [one for one in so_far if not over_other or one.claim.attribution is not Attribution.BASELINE]
    if not eligible or s.quantity.pair:
        return None
    earlier = eligible[-1]
    if draft.metric is Metric.COST and _AT_A_COST.fullmatch(s.near_left) and earlier.stands_next_to(s):
        return earlier.claim.setting
    apart = not earlier.stands_next_to(s) and len(eligible) == len(so_far)
    if apart or earlier.draft.metric is not draft.metric or earlier.draft.kind is Kind.SCALE:
        return None
    if _OWN_NAME.fullmatch(s.near_left) or _is_named_for_each(s, earlier.claim.setting):
        return None
    against = attribution is Attribution.BASELINE or VERSUS.fullmatch(s.near_left)
    of_other = against and draft.kind is Kind.MEASUREMENT
    return earlier.claim.setting if of_other or over_other else None
