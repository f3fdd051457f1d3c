"""``nlp.add_pipe("paperclaims")``, as a user of spaCy meets it."""

from __future__ import annotations

import pickle

import pytest
import spacy
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc

from schemas.vocabulary import Kind

TEXT = "Our scheme halves the runtime, runs 2.4x faster than cuBLAS and needs 3.1 GB of memory on 8 GPUs."
LATEX = r"The solver is $2.4\times$ faster and saves 24\% of the energy."


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("paperclaims")
    return pipeline


def test_claims_are_on_the_document_with_exact_offsets(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert [claim.quote for claim in doc._.claims] == ["halves", "2.4x", "3.1 GB", "8 GPUs"]
    assert all(doc.text[claim.start_char : claim.end_char] == claim.quote for claim in doc._.claims)


def test_spans_are_whole_tokens_labelled_with_the_kind(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert [(span.text, span.label_) for span in doc.spans["claims"]] == [
        ("halves", "comparison"),
        ("2.4x", "comparison"),
        ("3.1 GB", "measurement"),
        ("8 GPUs", "resource"),
    ]


def test_a_span_knows_its_claim_and_no_other_does(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert [span._.claim for span in doc.spans["claims"]] == doc._.claims
    assert doc[0:2]._.claim is None


def test_latex_is_read_and_its_offsets_kept(nlp: Language) -> None:
    doc = nlp(LATEX)
    assert [(claim.quote, claim.low) for claim in doc._.claims] == [(r"2.4\times", 2.4), (r"24\%", 24.0)]
    assert len(doc.spans["claims"]) == 2


@pytest.mark.parametrize("text", ["", "No number here.", "Größe – 日本語 🙂"])
def test_a_text_without_claims_has_an_empty_group(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc._.claims == []
    assert list(doc.spans["claims"]) == []


def test_pipe_gives_what_single_calls_give(nlp: Language) -> None:
    texts = [TEXT, LATEX, ""]
    assert [doc._.claims for doc in nlp.pipe(texts)] == [nlp(text)._.claims for text in texts]


def test_several_processes_give_the_same(nlp: Language) -> None:
    docs = list(nlp.pipe([TEXT, LATEX] * 2, n_process=2, batch_size=2))
    assert [len(doc._.claims) for doc in docs] == [4, 2, 4, 2]


def test_claims_survive_serialisation(nlp: Language) -> None:
    doc = nlp(TEXT)
    stored = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert stored._.claims == doc._.claims
    assert [span.text for span in stored.spans["claims"]] == [span.text for span in doc.spans["claims"]]
    assert pickle.loads(pickle.dumps(doc))._.claims == doc._.claims


def test_the_group_can_have_another_name() -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("paperclaims", config={"spans_key": "numbers"})
    assert len(pipeline(TEXT).spans["numbers"]) == 4


def test_the_pipeline_is_restored_from_its_bytes(nlp: Language) -> None:
    copy = spacy.blank("en")
    copy.add_pipe("paperclaims")
    copy.from_bytes(nlp.to_bytes())
    assert copy(TEXT)._.claims == nlp(TEXT)._.claims


def test_displacy_renders_the_claims(nlp: Language) -> None:
    html = displacy.render(nlp(TEXT), style="span", options={"spans_key": "claims"}, jupyter=False)
    assert Kind.COMPARISON.value in html
    assert "2.4x" in html
