"""How each claim of a text came about, and what was refused."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, fields

from rich.text import Text

from extractors.context.ranking import Candidate, score, weights_of
from extractors.sentence import Found
from flows.highlighting import claim_fields, mark
from flows.rendering import shown
from flows.rendering.page import Page
from schemas.records import Claim, Refusal

_OF_CLAIM = tuple(field.name for field in fields(Claim))
COLUMNS = (*_OF_CLAIM, "steps", "refused")
_OTHERS = 2  # settings that are shown beside the chosen one
_OF_PLACE = re.compile(r"\b(?:before|after|between|follows|nearest|directly|list|share)\b")


def explain(text: str, found: Sequence[Found], refusals: Sequence[Refusal]) -> None:
    """Print the text with its claims, then each claim with its derivation, then the numbers that are no claims."""
    console = Page(highlight=False, soft_wrap=True)
    rows = [asdict(one.claim) for one in found]
    console.print(mark(text, list(enumerate(rows, 1))))
    for number, (one, row) in enumerate(zip(found, rows, strict=True), 1):
        console.print()
        console.print(claim_fields(number, row))
        for step, what in derivation(one):
            console.print(Text(f"    {step:<12} {what}"), style="dim")
    if not found:
        console.print("\nno claims", style="dim")
    if refusals:
        console.print("\nrefused", style="bold")
        for refusal in refusals:
            console.print(Text(f"    {refusal.quote!r} at {refusal.start_char}: {refusal.reason}"))


def rows(found: Sequence[Found], refusals: Sequence[Refusal]) -> Iterator[list[object]]:
    """A row a number, in the columns :data:`COLUMNS`: a claim with its derivation, or why the number is none."""
    for one in found:
        claim = asdict(one.claim)
        steps = [f"{step}: {what}" for step, what in derivation(one)]
        yield [*(claim[name] for name in _OF_CLAIM), steps, None]
    for refusal in refusals:
        known = asdict(refusal)
        yield [*(known.get(name) for name in _OF_CLAIM), None, refusal.reason]


def derivation(found: Found) -> list[tuple[str, str]]:
    """The steps from the characters to the row, each with its name: number, kind and change, the factor's formula."""
    claim = found.claim
    number, _, reading = claim.rule.partition("; ")
    place = f"{claim.start_char}:{claim.end_char} {claim.quote!r}"
    steps = [
        ("number", f"{place} read as {number}: {shown(claim.low)} to {shown(claim.high)} {claim.unit}".rstrip()),
        ("reading", reading),
    ]
    if claim.direction is not None:
        polarity = claim.metric.polarity.value
        better = {"higher": "better when higher", "lower": "better when lower", "neither": "neither better nor worse"}
        steps.append(("change", f"{claim.metric.value} {claim.direction.value}, {better[polarity]}"))
        steps.append(("factor", _factor(found)))
    if found.settings:
        steps.append(("setting", _setting(found.settings)))
    return steps


def _setting(considered: Sequence[Candidate]) -> str:
    """What was chosen, what spoke for it and how much, and the next best."""
    weights = weights_of("extractors.context.setting")
    best, *others = considered
    if not others and best.text is not None:
        return f"{_named(best)}, not weighed against others: {best.signs[0]}"
    if not others:
        return "no setting: nothing in the sentence could be one"
    reasons: dict[str, float] = {}
    for sign in best.signs:
        if sign in weights:
            reason = _reason(sign, best)
            reasons[reason] = reasons.get(reason, 0.0) + weights[sign]
    weighed = ", ".join(f"{reason} {weight:+.1f}" for reason, weight in reasons.items())
    rest = ", ".join(f"{_named(one)} {score(one, weights):.1f}" for one in others[:_OTHERS])
    return f"{_named(best)} {score(best, weights):.1f} ({weighed}), ahead of {rest}"


def _named(candidate: Candidate) -> str:
    return repr(candidate.text) if candidate.text is not None else "no setting"


def _reason(sign: str, candidate: Candidate) -> str:
    """What a sign of a candidate is about, in a reader's words."""
    if candidate.text is None:
        return "no rule finds one" if sign == "none by rule" else "usual for such a value"
    if "rule" in sign.split():
        return f"the rule {next(one for one in candidate.signs if one.startswith('rule ')).removeprefix('rule ')!r}"
    if sign.startswith("subject"):
        return "the subject of its clause"
    return "its place" if _OF_PLACE.search(sign) else "its wording"


def _factor(found: Found) -> str:
    claim, made = found.claim, found.factor
    if made is None:
        return "none: not defined for this metric and unit"
    values = dict.fromkeys([(claim.low, made.low), (claim.high, made.high)])
    worked = [f"{made.formula} at {shown(value)} is {shown(factor)}" for value, factor in values]
    return "; ".join(worked)
