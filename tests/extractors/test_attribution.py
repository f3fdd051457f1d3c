"""Whose a value is, where that hangs on which system the paper presents; the rest is in the corpus."""

from __future__ import annotations

import pytest

from extractors import extract_paper
from schemas.vocabulary import Attribution

TITLE = "Tarnet: Sparse Layers for Small Parsers"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("MegaNet takes 3x the memory of Tarnet.", Attribution.BASELINE),
        ("We find that a dense and a gated one need 1.4x the compute of Tarnet.", Attribution.BASELINE),
        ("MegaNet is 40% slower than Tarnet.", Attribution.BASELINE),
        ("MegaNet takes 3x the memory of Fennet.", Attribution.OWN),
        ("Our large variant takes 3x the memory of Tarnet.", Attribution.OWN),
        ("Tarnet-L takes 3x the memory of Tarnet.", Attribution.OWN),
    ],
)
def test_what_is_worse_than_the_system_is_of_another(sentence: str, expected: Attribution) -> None:
    claims = extract_paper(TITLE, f"We present Tarnet, a sparse layer. {sentence}").claims
    assert [claim.attribution for claim in claims] == [expected]
