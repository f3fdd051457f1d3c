"""Before/after pairs: "latency falls from 40 ms to 9 ms (77%)": what the two share, what a change behind is of."""

from __future__ import annotations

from dataclasses import replace

from extractors.claims.draft import Before
from extractors.sentence.found import Earlier, SoFar
from extractors.situation import Situation
from schemas.records import Claim
from schemas.vocabulary import Kind, Polarity


def pair_before(s: Situation, so_far: SoFar) -> Before | None:
    """What may have changed by the value: a pair or a single value that stands next to it."""
    if not so_far or not so_far[-1].stands_next_to(s):
        return None
    last = so_far[-1]
    ends = last.quantity.pair == "after" or _may_have_changed(last, s)
    return Before(last.quantity, last.draft) if ends else None


def _may_have_changed(earlier: Earlier, s: Situation) -> bool:
    """ "latency falls to 30 ms, a 40% improvement": a single value of something that can be better or worse."""
    return (
        earlier.draft.kind is Kind.MEASUREMENT
        and earlier.draft.metric.polarity is not Polarity.NEITHER
        and not earlier.quantity.pair
        and earlier.quantity.dimension is not s.quantity.dimension
    )


def shared(before: Earlier, after: Earlier) -> tuple[Earlier, Earlier]:
    """The two of a pair, "the mean score on A rises from 1 to 2": the second shares what stands before the first."""
    first, second = before.claim, after.claim
    setting = _setting_of_second(after.situation, first, second)
    if first.setting is None and second.setting is not None:
        before = _with_claim(before, replace(first, setting=second.setting))
    return before, _with_claim(after, replace(second, statistic=second.statistic or first.statistic, setting=setting))


def _setting_of_second(s: Situation, first: Claim, second: Claim) -> str | None:
    """The second's own, but not what a comma parts from it: "on A from 1 to 2, on B from 3 to 4"."""
    if first.setting is not None and s.right.startswith(","):
        return first.setting
    return second.setting or first.setting


def _with_claim(value: Earlier, claim: Claim) -> Earlier:
    return replace(value, found=replace(value.found, claim=claim))
