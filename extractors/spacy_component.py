"""``nlp.add_pipe("paperclaims")``: claims on any spaCy English pipeline.

Sets ``doc._.claims`` (a list of :class:`schemas.records.Claim`, offsets in ``doc.text``), ``doc.spans["claims"]``
(their spans, widened to whole tokens, labelled with the kind) and ``span._.claim`` (the claim of such a span, else
null). The claims live in ``doc.user_data``, so they survive pickling, ``to_bytes`` and several processes.
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


@Language.factory(
    "paperclaims", default_config={"spans_key": SPANS_KEY}, assigns=["doc.spans", "doc._.claims", "span._.claim"]
)
def make_component(nlp: Language, name: str, spans_key: str) -> ClaimsComponent:
    """The component; ``spans_key`` names the span group."""
    return ClaimsComponent(spans_key)


class ClaimsComponent:
    """Adds the claims of a text to its document."""

    def __init__(self, spans_key: str = SPANS_KEY) -> None:
        self.spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        claims = extract(doc.text)
        doc.user_data[_DATA] = [_plain(claim) for claim in claims]
        spans = [
            doc.char_span(claim.start_char, claim.end_char, label=claim.kind.value, alignment_mode="expand")
            for claim in claims
        ]
        doc.spans[self.spans_key] = SpanGroup(doc, name=self.spans_key, spans=[span for span in spans if span])
        return doc


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
    """The claim whose characters the span holds, and whose kind it is labelled with."""
    for claim in _claims_of_doc(span.doc):
        whole = span.doc.char_span(claim.start_char, claim.end_char, alignment_mode="expand")
        if (
            whole is not None
            and (whole.start, whole.end) == (span.start, span.end)
            and span.label_ in ("", claim.kind)
        ):
            return claim
    return None


if not Doc.has_extension("claims"):
    Doc.set_extension("claims", getter=_claims_of_doc)
    Span.set_extension("claim", getter=_claim_of_span)
