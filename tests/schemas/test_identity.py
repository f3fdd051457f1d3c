"""What names a paper, in all the forms in which feeds give it."""

from __future__ import annotations

import sys

import pytest

from schemas.identity import fold_space, normalise_arxiv_id, normalise_doi
from schemas.records import Paper

ARXIV = {
    "2401.00001": "2401.00001",
    "2401.00001v12": "2401.00001",
    " 0704.0001 ": "0704.0001",
    "arXiv:2401.00001v1": "2401.00001",
    "oai:arXiv.org:2401.00001": "2401.00001",
    "oai:arXiv.org:2401.00001v2": "2401.00001",
    "oai:arXiv.org:hep-th/9901001": "hep-th/9901001",
    "https://arxiv.org/abs/2401.00001v3": "2401.00001",
    "http://arxiv.org/pdf/2401.00001v1.pdf": "2401.00001",
    "https://arxiv.org/abs/hep-th/9901001v1": "hep-th/9901001",
    "hep-th/9901001": "hep-th/9901001",
    "math.GT/0309136": "math/0309136",
    "https://arxiv.org/abs/math.GT/0309136": "math/0309136",
    "cond-mat/0309136v2": "cond-mat/0309136",
    "https://huggingface.co/papers/2401.00001": "2401.00001",
    "10.48550/arXiv.2401.00001": "2401.00001",
    "https://doi.org/10.48550/arXiv.hep-th/9901001": "hep-th/9901001",
    "10.1145/3297858.3304028": None,
    "https://example.org/2401.00001": None,
    "2401.000011": None,
    "https://arxiv.org/": None,
    "": None,
    None: None,
}


@pytest.mark.parametrize(("text", "expected"), ARXIV.items())
def test_an_arxiv_id_is_read_off_whatever_holds_it(text: str | None, expected: str | None) -> None:
    assert normalise_arxiv_id(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10.1145/3297858.3304028", "10.1145/3297858.3304028"),
        ("https://doi.org/10.1016/J.JCP.2019.01.001", "10.1016/j.jcp.2019.01.001"),
        ("doi: 10.1000/182.", "10.1000/182"),
        ("10.48550/arXiv.2401.00001", None),
        ("2401.00001", None),
        (None, None),
    ],
)
def test_a_doi_is_lower_case_and_arxivs_own_say_nothing(text: str | None, expected: str | None) -> None:
    assert normalise_doi(text) == expected


def test_white_space_of_every_kind_is_folded() -> None:
    assert fold_space("\ufeff a \t\r\n b\u00a0\u2003c\x1cd\x85\n") == "\ufeff a b c d"
    assert fold_space("\n a\nb c \n") == "a b c"
    kinds = [character for character in map(chr, range(sys.maxunicode + 1)) if character.isspace()]
    assert len(kinds) > 20
    assert [fold_space(f"{kind}a{kind}b{kind}{kind}c{kind}") for kind in kinds] == ["a b c"] * len(kinds)
    assert [fold_space(f"a{kind}b") for kind in kinds] == ["a b"] * len(kinds)


@pytest.mark.parametrize(
    ("arxiv_id", "url", "doi"),
    [
        ("hep-th/9901001", None, None),
        ("oai:arXiv.org:hep-th/9901001", None, None),
        (None, "http://arxiv.org/abs/hep-th/9901001v2", None),
        ("HEP-TH/9901001v3", None, "10.1000/182"),
    ],
)
def test_one_paper_has_one_id_whichever_feed_names_it(arxiv_id: str | None, url: str | None, doi: str | None) -> None:
    paper = Paper.of("Strings", "They vibrate.", source="test", arxiv_id=arxiv_id, url=url, doi=doi)
    assert paper.paper_id == "arxiv:hep-th/9901001"
