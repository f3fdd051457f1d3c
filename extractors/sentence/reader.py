"""Reads a sentence: each quantity gets its kind, then its context, then its factor."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.claims.draft import Draft
from extractors.confidence import confidence_of
from extractors.context.baseline.won import won_against
from extractors.context.setting.anaphor import none_if_it_points
from extractors.context.setting.value import Value
from extractors.sentence import attribution, baseline, kind, pair, qualifier, setting, statistic
from extractors.sentence.found import Earlier, Found, Known, SoFar
from extractors.sentence.hardware import with_hardware
from extractors.situation import Situation
from schemas.factor import factor
from schemas.records import Claim
from schemas.vocabulary import Kind


def read_sentence(situations: Sequence[Situation], known: Known) -> tuple[list[Found], list[tuple[Situation, str]]]:
    """The claims of a sentence in reading order, and the quantities that are none, with the reason."""
    so_far: list[Earlier] = []
    refused: list[tuple[Situation, str]] = []
    for s in situations:
        outcome = kind.read(s, so_far)
        if not isinstance(outcome, Draft):
            refused.append((s, outcome.reason if outcome else "no unit and nothing named that it counts"))
            continue
        value = Earlier(s, outcome, _complete(s, outcome, so_far, known))
        if s.quantity.pair == "after" and so_far:
            so_far[-1], value = pair.shared(so_far[-1], value)
        so_far.append(value)
    return with_hardware(so_far, known.mentions), refused


def _complete(s: Situation, draft: Draft, so_far: SoFar, known: Known) -> Found:
    """The claim that a draft becomes: what its own words say, else what it shares with the values read before."""
    q, text = s.quantity, s.doc.text
    against = baseline.read(s, draft, so_far) if draft.kind is Kind.COMPARISON else won_against(s, draft)
    whose = attribution.read(s, draft, against, so_far, known)
    value = Value(draft.kind, draft.metric, whose, against, known.system)
    settings = (
        () if draft.kind in (Kind.RESOURCE, Kind.SCALE) else none_if_it_points(setting.read(s, draft, value, so_far))
    )
    made = factor(q.low, q.high, draft.unit, draft.metric, draft.direction, draft.form) if draft.direction else None
    claim = Claim(
        field=s.doc.field,
        start_char=q.start,
        end_char=q.end,
        quote=text[q.start : q.end],
        kind=draft.kind,
        low=q.low,
        high=q.high,
        unit=draft.unit,
        metric=draft.metric,
        qualifier=qualifier.read(s, draft, so_far),
        statistic=statistic.read(s, draft, whose, so_far),
        direction=draft.direction,
        baseline=against,
        setting=settings[0].text if settings else None,
        attribution=whose,
        factor_low=made.low if made else None,
        factor_high=made.high if made else None,
        sentence=text[s.sentence.start : max(s.sentence.end, q.end)],  # a number may end what is too long for one
        rule=f"{q.rule}; {draft.rule}",
        confidence=confidence_of(draft.rule),
    )
    return Found(claim, made, settings)
