"""``nlp.add_pipe("paperclaims")``: claims on any spaCy English pipeline.

Sets ``doc._.claims`` (a list of :class:`schemas.records.Claim`, offsets in ``doc.text``), ``doc.spans["claims"]``
(their spans, widened to whole tokens, labelled with the kind) and ``span._.claim`` (the claim of such a span, else
null). The claims live in ``doc.user_data``, so they survive pickling, ``to_bytes`` and several processes.

Configuration: ``spans_key``, the name of the span group, and ``field``, whether the texts are abstracts or titles.
Added twice, each component has a group of its own; ``doc._.claims`` is what the last one found.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from extractors.engine import extract
from schemas.records import Claim
from schemas.vocabulary import Attribution, Direction, Field, Kind, Metric, Qualifier, Statistic

SPANS_KEY = "claims"
_DATA = "paperclaims"
_ID = "claim-"  # and the place of the claim: the id of its span


@Language.factory(
    "paperclaims",
    default_config={"spans_key": SPANS_KEY, "field": Field.ABSTRACT.value},
    assigns=["doc.spans", "doc._.claims", "span._.claim"],
)
def make_component(nlp: Language, name: str, spans_key: str, field: str) -> ClaimsComponent:
    """The component; raises ValueError for a field that is neither ``abstract`` nor ``title``."""
    try:
        return ClaimsComponent(spans_key, Field(field))
    except ValueError:
        known = " or ".join(member.value for member in Field)
        raise ValueError(f"paperclaims: the field of {name} has to be {known}, not {field!r}") from None


class ClaimsComponent:
    """Adds the claims of a text to its document."""

    def __init__(self, spans_key: str = SPANS_KEY, field: Field = Field.ABSTRACT) -> None:
        self.spans_key = spans_key
        self.field = field

    def __call__(self, doc: Doc) -> Doc:
        claims = extract(doc.text, self.field)
        doc.user_data[_DATA] = [_plain(claim) for claim in claims]
        spans = [_span(doc, claim, span_id=f"{_ID}{place}") for place, claim in enumerate(claims)]
        doc.spans[self.spans_key] = SpanGroup(doc, name=self.spans_key, spans=[span for span in spans if span])
        return doc


def _span(doc: Doc, claim: Claim, span_id: str = "") -> Span | None:
    """The tokens that the claim touches; two claims may share a token, so the id holds the claim's place."""
    kind, start, end = claim.kind.value, claim.start_char, claim.end_char
    return doc.char_span(start, end, label=kind, alignment_mode="expand", span_id=span_id)


def _plain(claim: Claim) -> dict[str, Any]:
    """A claim as spaCy can serialise it."""
    return {
        name: list(value) if isinstance(value, tuple) else str(value) if isinstance(value, str) else value
        for name, value in asdict(claim).items()
    }


def _claim(row: dict[str, Any]) -> Claim:
    members = {"statistic": Statistic, "direction": Direction}
    optional = {name: kind(row[name]) if row[name] else None for name, kind in members.items()}
    return Claim(
        **row
        | optional
        | {
            "field": Field(row["field"]),
            "kind": Kind(row["kind"]),
            "metric": Metric(row["metric"]),
            "qualifier": Qualifier(row["qualifier"]),
            "attribution": Attribution(row["attribution"]),
            "hardware": tuple(row["hardware"]),
        }
    )


def _claims_of_doc(doc: Doc) -> list[Claim]:
    return [_claim(row) for row in doc.user_data.get(_DATA, [])]


def _claim_of_span(span: Span) -> Claim | None:
    """The claim that the span was made for, or the first of the same tokens and kind."""
    claims = _claims_of_doc(span.doc)
    place = span.id_.removeprefix(_ID)
    if span.id_ != place and place.isdecimal() and int(place) < len(claims):
        claims = [claims[int(place)], *claims]
    for claim in claims:
        made = _span(span.doc, claim)
        if made is not None and (made.start, made.end) == (span.start, span.end) and span.label_ in ("", claim.kind):
            return claim
    return None


if not Doc.has_extension("claims"):
    Doc.set_extension("claims", getter=_claims_of_doc)
    Span.set_extension("claim", getter=_claim_of_span)
