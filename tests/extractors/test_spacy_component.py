"""``nlp.add_pipe("paperclaims")``, as a user of spaCy meets it."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc

from schemas.vocabulary import Field, Kind

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


def test_two_components_have_a_group_each() -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("paperclaims")
    pipeline.add_pipe("paperclaims", name="again", config={"spans_key": "numbers"})
    doc = pipeline(TEXT)
    assert [span.text for span in doc.spans["numbers"]] == [span.text for span in doc.spans["claims"]]
    assert [span._.claim for span in doc.spans["numbers"]] == doc._.claims


def test_claims_that_share_a_token_are_told_apart(nlp: Language) -> None:
    doc = nlp("The two kernels are 2x/5x faster than the old ones.")
    first, second = doc.spans["claims"]
    assert (first.start, first.end) == (second.start, second.end)
    assert [first._.claim.low, second._.claim.low] == [2.0, 5.0]


def test_the_field_can_be_a_title() -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("paperclaims", config={"field": "title"})
    [claim] = pipeline("Sorting 4x Faster on Wide Machines")._.claims
    assert claim.field is Field.TITLE


def test_another_field_is_refused_in_one_line() -> None:
    with pytest.raises(ValueError, match=r"^paperclaims: the field of paperclaims has to be .* not 'body'$"):
        spacy.blank("en").add_pipe("paperclaims", config={"field": "body"})


def test_the_entry_point_is_enough(tmp_path: Path, nlp: Language) -> None:
    nlp.to_disk(tmp_path / "pipeline")
    code = f"import spacy; print(len(spacy.load({str(tmp_path / 'pipeline')!r})({TEXT!r})._.claims))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["4"]


def test_other_components_do_not_mind(nlp: Language) -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    pipeline.add_pipe("paperclaims", first=True)
    doc = pipeline(TEXT + " " + TEXT)
    assert len(list(doc.sents)) == 2
    assert len(doc._.claims) == 8


def test_offsets_count_code_points_of_the_text_as_given(nlp: Language) -> None:
    text = "Für 日本語 🙂   is it  ≈3.5× faster – with 12% less energy."
    doc = nlp(text)
    assert doc.text == text
    assert [text[claim.start_char : claim.end_char] for claim in doc._.claims] == ["3.5×", "12%"]
    assert [claim.quote for claim in doc._.claims] == ["3.5×", "12%"]


def test_the_pipeline_is_restored_from_its_bytes(nlp: Language) -> None:
    copy = spacy.blank("en")
    copy.add_pipe("paperclaims")
    copy.from_bytes(nlp.to_bytes())
    assert copy(TEXT)._.claims == nlp(TEXT)._.claims


def test_displacy_renders_the_claims(nlp: Language) -> None:
    html = displacy.render(nlp(TEXT), style="span", options={"spans_key": "claims"}, jupyter=False)
    assert Kind.COMPARISON.value in html
    assert "2.4x" in html
