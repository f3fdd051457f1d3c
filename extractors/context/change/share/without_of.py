"""A percentage of a cost with no *of*: "using just 18% inference time"."""

from __future__ import annotations

from extractors.context.change.made import Change
from extractors.context.change.meant import usable
from extractors.context.change.share.added import ADDS
from extractors.context.change.share.part import REMOVES
from extractors.context.change.share.whole import ACCOUNTS, JUST, OF_A_CHIP
from extractors.context.change.window import clip
from extractors.context.change.words import PAYS
from extractors.context.metric import head_metric
from extractors.endings import Ending
from extractors.lexicon import CHANGE_CUE, DOWN, HEDGES, UP
from extractors.patterns import Pattern
from extractors.rulenames import PRICE_PAID, SHARE_OF_COST, VERB_AND_QUANTITY
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Metric, Polarity

# "reducing costs 19%"
_CUTS_COSTS = Ending(
    r"\b(?:reduc|cut|lower|decreas|slash|trim)(?:e|es|s|ing|ting|ed)?\s(?:(?:the|its|their|\p{Ll}+)\s)?costs\s(?:about\s|by\s|~)?$"
)
_NOTHING_NEXT = Pattern(r"\s?(?:[,.;)]|and\b|on\b|$)")
_BUDGET = Pattern(r"\s(?:[\p{L}-]+\s){0,2}?(?:budget|ratio|rate|sparsity)s?\b")  # "under a 50% token budget"
_NAMED_IN = Pattern(r"\sin\s")
_OF = Pattern(r"\sof\s")
_SAVED_BEFORE = Ending(r"\b(?:sav|reduc|cut|lower|trim|slash)\w*\s[^,;]{0,40}$")
AND_ONLY = Pattern(r"\s(?:[\p{L}-]{1,20}\s){1,3}and\s" + HEDGES)


def _accounts_for(s: Situation) -> bool:
    """ "only accounts for 2% power and 3% area": a part of the same."""
    if ACCOUNTS.search(s.near_left):
        return True
    previous = s.previous
    if previous is None or not AND_ONLY.fullmatch(s.near_left):
        return False
    return ACCOUNTS.search(s.doc.view, max(s.sentence.start, previous.start - 60), previous.start) is not None


def share_without_of(s: Situation) -> Change | None:
    """ "using just 18% inference time": a percentage of a cost that only is needed."""
    if _CUTS_COSTS.search(s.near_left):
        return Change(Metric.COST, DOWN, Form.BY, VERB_AND_QUANTITY)
    pays = PAYS.search(s.near_left)
    paid = head_metric(clip(s.list_right)) if pays else None
    if pays and paid is None and s.text_is_about_quality and _NOTHING_NEXT.match(s.near_right):
        return Change(Metric.ACCURACY, DOWN, Form.BY, PRICE_PAID)  # "removing the gate costs 2.3%"
    if paid is not None and paid.metric.polarity is Polarity.HIGHER:
        return Change(usable(paid, s) or paid.metric, DOWN, Form.BY, PRICE_PAID)
    if (
        not (JUST.search(s.near_left) or ADDS.search(s.near_left))
        or REMOVES.search(s.near_left)
        or _accounts_for(s)
        or _BUDGET.match(s.right)
        or OF_A_CHIP.match(s.near_right.lstrip())
        or CHANGE_CUE.search(clip(s.list_right))
    ):
        return None
    if _NAMED_IN.match(s.list_right):
        return None  # "4% in time and 6% in memory"
    cue = head_metric(clip(_OF.split(s.near_right)[0]))
    if cue is not None and cue.metric.polarity is Polarity.LOWER and ADDS.search(s.list_left):
        return Change(cue.metric, UP, Form.BY, "added")
    if cue is None or cue.metric.polarity is not Polarity.LOWER or cue.metric in (Metric.ERROR, Metric.OVERHEAD):
        return None
    if _SAVED_BEFORE.search(s.left) and AND_ONLY.fullmatch(s.near_left):
        return Change(cue.metric, DOWN, Form.BY, VERB_AND_QUANTITY)  # "saves 50% memory and 30% energy"
    return Change(cue.metric, DOWN, Form.TO, SHARE_OF_COST)
