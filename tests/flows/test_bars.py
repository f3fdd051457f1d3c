from __future__ import annotations

import io

import pytest

from flows.bars import Scale

UTF8 = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
LATIN = io.TextIOWrapper(io.BytesIO(), encoding="latin-1")


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")


@pytest.mark.parametrize(
    ("low", "high", "is_peak", "bar"),
    [
        (8, 8, False, "████████"),
        (4, 4, False, "████"),
        (2.5, 2.5, False, "██▌"),
        (4, 8, False, "████░░░░"),
        (8, 8, True, "░░░░░░░░"),
        (4, 4, True, "░░░░"),
        (0.01, 0.01, False, "▏"),
    ],
)
def test_linear(low: float, high: float, is_peak: bool, bar: str) -> None:
    scale = Scale([2, 8], 8, UTF8)
    assert scale.name == "scale"
    assert scale.bar(low, high, is_peak=is_peak) == bar


@pytest.mark.parametrize(
    ("low", "high", "bar"),
    [(10000, 10000, "████████"), (100, 100, "████"), (10, 1000, "██░░░░"), (1, 1, ""), (0.5, 0.5, "")],
)
def test_logarithmic_where_the_spread_is_large(low: float, high: float, bar: str) -> None:
    scale = Scale([10000, 2, 0.5], 8, UTF8)
    assert scale.name == "log scale"
    assert scale.bar(low, high) == bar


def test_what_the_stream_can_not_encode_is_plain() -> None:
    scale = Scale([8], 8, LATIN)
    assert [scale.bar(8, 8), scale.bar(4, 8), scale.bar(4, 4, is_peak=True)] == ["########", "####....", "...."]


@pytest.mark.parametrize("values", [[], [0.0], [1.0], [0.25, 0.5]])
def test_nothing_to_compare_with(values: list[float]) -> None:
    scale = Scale(values, 8, UTF8)
    assert len(scale.bar(0.25, 0.5)) <= 8
    assert scale.bar(0.0, 0.0) == ""
