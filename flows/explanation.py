"""How each claim of a text came about, and what was refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from rich.text import Text

from extractors.context.ranking import Candidate, score, weights_of
from extractors.engine import explain as read
from extractors.sentence import Found
from flows.highlighting import claim_fields, mark
from flows.rendering import shown
from flows.rendering.page import Page

_SIGNS, _OTHERS = 4, 2  # that are shown of those that count for the setting


def explain(text: str) -> int:
    """Print the text with its claims, then each claim with its derivation, then the numbers that are no claims."""
    found, refusals = read(text)
    console = Page(highlight=False, soft_wrap=True)
    rows = [asdict(one.claim) for one in found]
    console.print(mark(text, list(enumerate(rows, 1))))
    for number, (one, row) in enumerate(zip(found, rows, strict=True), 1):
        console.print()
        console.print(claim_fields(number, row))
        for step in derivation(one):
            console.print(Text(f"    {step}"), style="dim")
    if not found:
        console.print("\nno claims", style="dim")
    if refusals:
        console.print("\nrefused", style="bold")
        for refusal in refusals:
            console.print(Text(f"    {refusal.quote!r} at {refusal.start_char}: {refusal.reason}"))
    return 0


def derivation(found: Found) -> list[str]:
    """The steps from the characters to the row: number, kind and change, and the factor with its formula."""
    claim = found.claim
    number, _, reading = claim.rule.partition("; ")
    steps = [
        f"number       {claim.start_char}:{claim.end_char} {claim.quote!r} read as {number}: "
        f"{shown(claim.low)} to {shown(claim.high)} {claim.unit}".rstrip(),
        f"reading      {reading}",
    ]
    if claim.direction is not None:
        polarity = claim.metric.polarity.value
        better = {"higher": "better when higher", "lower": "better when lower", "neither": "neither better nor worse"}
        steps.append(f"change       {claim.metric.value} {claim.direction.value}, {better[polarity]}")
        steps.append(f"factor       {_factor(found)}")
    if found.settings:
        steps.append(f"setting      {_setting(found.settings)}")
    return steps


def _setting(considered: Sequence[Candidate]) -> str:
    """What was chosen, the signs that weighed most, and the next best."""
    weights = weights_of("extractors.context.setting")
    best, *others = considered
    signs = sorted(dict.fromkeys(best.signs), key=lambda sign: -abs(weights.get(sign, 0)))[:_SIGNS]
    weighed = ", ".join(f"{sign} {weights[sign]:+.1f}" if sign in weights else sign for sign in signs)
    if not others:
        return f"{best.text!r}: {weighed}"
    rest = ", ".join(f"{one.text or 'none'!r} {score(one, weights):.1f}" for one in others[:_OTHERS])
    return f"{best.text or 'none'!r} {score(best, weights):.1f} ({weighed}) before {rest}"


def _factor(found: Found) -> str:
    claim, made = found.claim, found.factor
    if made is None:
        return "none: not defined for this metric and unit"
    values = dict.fromkeys([(claim.low, made.low), (claim.high, made.high)])
    worked = [f"{made.formula} at {shown(value)} is {shown(factor)}" for value, factor in values]
    return "; ".join(worked)
