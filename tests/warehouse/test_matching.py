"""Which of the claims that came is which of those that went."""

from __future__ import annotations

from typing import Any

import pytest

from schemas.tables import CLAIMS
from warehouse.matching import Row, pair


def claim(start: int, quote: str = "2x", **given: Any) -> Row:
    row = dict.fromkeys(CLAIMS) | {
        "claim_id": f"{start}{quote}{given}", "paper_id": "title:1", "field": "abstract", "kind": "comparison",
        "metric": "speed", "unit": "x", "attribution": "own",
    }  # fmt: skip
    return row | {"start_char": start, "end_char": start + len(quote), "quote": quote} | given


PAIRS = {
    "of the same id, wherever": (
        [claim(5, claim_id="a"), claim(9, claim_id="b")],
        [claim(5, claim_id="b"), claim(9, claim_id="a")],
        [(1, 0), (0, 1)],
    ),
    "at the same place": (
        [claim(5), claim(9)],
        [claim(9, metric="memory"), claim(5, metric="power")],
        [(0, 1), (1, 0)],
    ),
    "at the same place of the same metric": (
        [claim(5, metric="memory"), claim(5)],
        [claim(5, sentence="Anew."), claim(5, metric="memory", sentence="Anew.")],
        [(0, 1), (1, 0)],
    ),
    "in the same order where the text moved": ([claim(5), claim(30)], [claim(55), claim(80)], [(0, 0), (1, 1)]),
    "of the same context where one is no more": (
        [claim(5, baseline="FooNet"), claim(30, baseline="BarNet")],
        [claim(11, baseline="BarNet")],
        [(0, None), (1, 0)],
    ),
    "another value at the same place": ([claim(5), claim(30)], [claim(5, "13.5x")], [(0, 0), (1, None)]),
    "another value elsewhere, the only one of its metric": (
        [claim(5), claim(30, "3 GB", metric="memory", unit="GB")],
        [claim(50, "4x"), claim(70, "1 GB", metric="memory", unit="GB")],
        [(0, 0), (1, 1)],
    ),
    "none, where it could be one of two": (
        [claim(5)],
        [claim(50, "4x"), claim(70, "7x")],
        [(0, None), (None, 0), (None, 1)],
    ),
    "none in the other field": ([claim(5)], [claim(5, field="title")], [(None, 0), (0, None)]),
    "none of another kind": ([claim(5)], [claim(50, kind="scale", metric="count")], [(0, None), (None, 0)]),
    "none": ([], [], []),
}


@pytest.mark.parametrize(("went", "came", "pairs"), PAIRS.values(), ids=PAIRS)
def test_a_claim_is_known_again(went: list[Row], came: list[Row], pairs: list[tuple[int | None, int | None]]) -> None:
    expected = [(None if old is None else went[old], None if new is None else came[new]) for old, new in pairs]
    assert sorted(map(repr, pair("claims", went, came))) == sorted(map(repr, expected))


def test_the_pairs_stand_as_the_text_goes() -> None:
    went, came = [claim(30), claim(5)], [claim(90), claim(2, field="title"), claim(65)]
    starts = [(new or old or {})["start_char"] for old, new in pair("claims", went, came)]
    assert starts == [2, 65, 90]
