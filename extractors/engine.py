"""Text in, claims out: the steps in their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.claims import comparison, measurement, resource, scale
from extractors.claims.draft import Draft, NoClaim, Outcome
from extractors.context.attribution import find_attribution, first_own_sentence, score_of_other
from extractors.context.baseline import find_baseline
from extractors.context.hardware import find_hardware
from extractors.context.qualifier import find_qualifier
from extractors.context.setting import find_setting
from extractors.context.statistic import find_statistic
from extractors.devices import find_mentions
from extractors.links import find_links
from extractors.numbers.quantities import Quantity, find_quantities
from extractors.situation import Situation, situations
from extractors.system import find_system
from extractors.text import Document
from schemas.factor import Factor, factor
from schemas.records import Claim, Extraction, Link, Mention, Refusal
from schemas.vocabulary import Attribution, Field, Kind

EXTRACTOR_VERSION = "1.0.0"


@dataclass(frozen=True, slots=True)
class Found:
    """A claim and how its factor came about."""

    claim: Claim
    factor: Factor | None


def extract(text: str, field: Field = Field.ABSTRACT) -> list[Claim]:
    """The claims of one text, in reading order; spans count in the text as given."""
    doc = Document(text, field)
    found, _ = _claims(doc, find_mentions(text, field), find_links(text, field), None)
    return [one.claim for one in found]


def extract_paper(title: str, abstract: str) -> Extraction:
    """All that can be found in one paper: claims, device mentions, links, the system's name, and what was refused."""
    system = find_system(title, abstract)
    claims: list[Claim] = []
    mentions: list[Mention] = []
    links: list[Link] = []
    refusals: list[Refusal] = []
    for field, text in ((Field.TITLE, title), (Field.ABSTRACT, abstract)):
        here, linked = find_mentions(text, field), find_links(text, field)
        found, refused = _claims(Document(text, field), here, linked, system)
        claims.extend(one.claim for one in found)
        refusals.extend(refused)
        mentions.extend(here)
        links.extend(linked)
    return Extraction(tuple(claims), tuple(mentions), tuple(links), system, tuple(refusals))


def explain(text: str, field: Field = Field.ABSTRACT) -> tuple[list[Found], list[Refusal]]:
    """The claims of a text with the formula of each factor, and the numbers that are none, with the reason."""
    doc = Document(text, field)
    return _claims(doc, find_mentions(text, field), find_links(text, field), None)


def _claims(
    doc: Document, mentions: Sequence[Mention], links: Sequence[Link], system: str | None
) -> tuple[list[Found], list[Refusal]]:
    quantities, refused = find_quantities(doc.view)
    refusals = [_refusal(doc, r.start, r.end, r.reason) for r in refused]
    own_from = first_own_sentence(doc, system) if doc.field is Field.ABSTRACT else 0
    found: list[Found] = []
    previous: dict[int, Draft] = {}
    for s in situations(doc, [q for q in quantities if not _inside(q, mentions, links)]):
        outcome = _read(s, previous.get(s.sentence.index) if s.index else None)
        if isinstance(outcome, Draft):
            previous[s.sentence.index] = outcome
            found.append(_complete(s, outcome, own_from, mentions))
        else:
            previous.pop(s.sentence.index, None)
            reason = outcome.reason if outcome else "no unit and nothing named that it counts"
            refusals.append(_refusal(doc, s.quantity.start, s.quantity.end, reason))
    return found, sorted(refusals, key=lambda r: r.start_char)


def _inside(q: Quantity, mentions: Sequence[Mention], links: Sequence[Link]) -> bool:
    """Whether the number is part of a device's name or of a URL; a device's name may be part of the quantity."""
    return any(span.start_char <= q.start and q.end <= span.end_char for span in (*mentions, *links))


def _read(s: Situation, previous: Draft | None) -> Outcome:
    for outcome in (comparison.read(s, previous), resource.read(s), measurement.read(s, previous), scale.read(s)):
        if outcome is not None:
            return outcome
    return None


def _complete(s: Situation, draft: Draft, own_from: int, mentions: Sequence[Mention]) -> Found:
    q, text = s.quantity, s.doc.text
    kind = draft.kind
    attribution = find_attribution(s, own_from)
    if kind is Kind.MEASUREMENT and attribution is Attribution.OWN and not q.pair and score_of_other(s):
        attribution = Attribution.BASELINE
    made = factor(q.low, q.high, draft.unit, draft.metric, draft.direction, draft.form) if kind is Kind.COMPARISON else None
    counted = kind in (Kind.RESOURCE, Kind.SCALE)
    baseline = find_baseline(s) if kind is Kind.COMPARISON else None
    end = _closed(text, q)
    claim = Claim(
        field=s.doc.field,
        start_char=q.start,
        end_char=end,
        quote=text[q.start : end],
        kind=kind,
        low=q.low,
        high=q.high,
        unit=draft.unit,
        metric=draft.metric,
        qualifier=find_qualifier(s),
        statistic=None if counted else find_statistic(s),
        direction=draft.direction,
        baseline=baseline,
        setting=None if counted else find_setting(s),
        hardware=find_hardware(s, mentions, baseline),
        attribution=attribution,
        factor_low=made.low if made else None,
        factor_high=made.high if made else None,
        sentence=text[s.sentence.start : s.sentence.end],
        rule=f"{q.rule}; {draft.rule}",
        confidence=1.0,
    )
    return Found(claim, made)


def _closed(text: str, q: Quantity) -> int:
    """The end of the quote: a mathematics that is opened inside is closed inside."""
    odd = text.count("$", q.start, q.end) % 2 == 1
    return q.end + 1 if odd and text[q.end : q.end + 1] == "$" else q.end


def _refusal(doc: Document, start: int, end: int, reason: str) -> Refusal:
    return Refusal(doc.field, start, end, doc.text[start:end], reason)
