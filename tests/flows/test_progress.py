"""What is said of a run that is under way."""

from __future__ import annotations

import pytest

from flows.progress import Tally


@pytest.mark.parametrize(
    ("tally", "said"),
    [
        (Tally(1, 1), "1 paper, 1 claim"),
        (Tally(0, 0), "0 papers, 0 claims"),
        (Tally(1, 2, of=1), "1 of 1 paper, 2 claims"),
        (Tally(1, 1000, 1, of=2000), "1 of 2,000 papers, 1,000 claims, 1 refused"),
    ],
)
def test_one_is_not_several(tally: Tally, said: str) -> None:
    assert str(tally) == said
