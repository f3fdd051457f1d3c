"""Filters of the leaderboard: what each lets through, alone and together, and what is said when nothing fits."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from schemas.records import Device, Extraction, Mention
from schemas.vocabulary import DeviceClass, Metric, Qualifier
from tests.warehouse.samples import batch, comparison, paper, span
from warehouse import Filters, Warehouse, WarehouseError, leaderboard

HOPPER: dict[str, Any] = {"vendor": "NVIDIA", "device_class": DeviceClass.GPU, "family": "Hopper"}
DEVICES = [
    Device("NVIDIA H100", **HOPPER),
    Device("NVIDIA H200", **HOPPER),
    Device("NVIDIA V100", "NVIDIA", DeviceClass.GPU, "Volta"),
    Device("AMD EPYC 7763", "AMD", DeviceClass.CPU, "EPYC"),
    Device("Iluvatar BI-V100", "Iluvatar CoreX", DeviceClass.GPU, "BI"),
]
# Number, factor, and what the claim holds for.
CLAIMS: list[tuple[int, float, dict[str, Any]]] = [
    (1, 9, {"hardware": ("NVIDIA H100",), "baseline": "the FlashAttention-2 library", "setting": "Prefill of 8k"}),
    (2, 8, {"hardware": ("NVIDIA V100",), "baseline": "vLLM", "qualifier": Qualifier.AT_LEAST, "confidence": 0.75}),
    (3, 7, {"hardware": ("NVIDIA Hopper",), "baseline": "prior methods"}),
    (4, 6, {"hardware": ("AMD EPYC 7763", "NVIDIA V100"), "setting": "decoding"}),
    (5, 5, {"hardware": (), "metric": Metric.THROUGHPUT, "baseline": "vLLM-Omni"}),
]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Paper N is of the Nth month of 2024, the first only by its arXiv id and the fifth not at all."""
    path = tmp_path_factory.mktemp("filters") / "claims.duckdb"
    found = []
    for number, factor, more in CLAIMS:
        known: dict[str, Any] = {"published": dt.date(2024, number, 15)} if number in (2, 3, 4) else {}
        known |= {"arxiv_id": None} if number == 5 else {}
        made = paper(number, speed=factor, **known)
        mention = Mention(*span(made, "V100"), name="NVIDIA V100", rule="catalogue")
        metric = more.get("metric", Metric.SPEED)
        claim = comparison(made, f"{factor:g}x", factor, **more | {"metric": metric})
        found.append((made, Extraction((claim,), (mention,))))
    with Warehouse.open(path) as store:
        store.replace_devices(DEVICES)
        run_id = store.start_run("feed.jsonl", "1")
        store.load(run_id, batch(found))
        store.finish_run(run_id, "completed")
    return path


def fitting(path: Path, filters: Filters, metric: str | None = None) -> list[float]:
    with leaderboard(path, metric, filters=filters) as found:
        place = found.columns.index("factor_low")
        return [row[place] for row in found]


@pytest.mark.parametrize(
    ("name", "factors"),
    [
        ("NVIDIA H100", [9]),
        ("nvidia  h100", [9]),
        ("H100", [9]),
        ("Hopper", [9, 7]),
        ("volta", [8, 6]),
        ("NVIDIA", [9, 8, 7, 6]),
        ("CPU", [6]),
        ("epyc", [6]),
        ("7763", [6]),
        ("V100", [8, 6]),
        ("V10", [8, 6]),
    ],
)
def test_hardware(path: Path, name: str, factors: list[float]) -> None:
    assert fitting(path, Filters(hardware=(name,))) == factors


def test_any_of_several_devices(path: Path) -> None:
    assert fitting(path, Filters(hardware=("H100", "EPYC"))) == [9, 6]


def test_what_a_name_of_hardware_stands_for_is_noted(path: Path) -> None:
    with leaderboard(path, filters=Filters(hardware=("Hopper", "V100"))) as found:
        assert found.notes == (
            "hardware: NVIDIA H100, NVIDIA Hopper, NVIDIA V100; no claim on Iluvatar BI-V100, NVIDIA H200",
        )


@pytest.mark.parametrize(
    ("name", "factors"),
    [
        ("vLLM", [8, 5]),
        ("a vLLM server", [8]),
        ("Flash Attention 2", [9]),
        ("flashattention", [9]),
        ("prior", [7]),
        ("existing work", [7]),
    ],
)
def test_baseline(path: Path, name: str, factors: list[float]) -> None:
    assert fitting(path, Filters(baseline=name)) == factors


@pytest.mark.parametrize(
    ("filters", "factors"),
    [
        (Filters(setting="PREFILL"), [9]),
        (Filters(since=dt.date(2024, 3, 1)), [7, 6]),
        (Filters(since=dt.date(2024, 3, 16)), [6]),
        (Filters(since=dt.date(2024, 1, 31)), [9, 8, 7, 6]),
        (Filters(since=dt.date(2024, 2, 1)), [8, 7, 6]),
        (Filters(min_factor=7), [9, 8, 7]),
        (Filters(qualifier=Qualifier.AT_LEAST), [8]),
        (Filters(min_confidence=0.75), [9, 8, 7, 6, 5]),
        (Filters(min_confidence=0.76), [9, 7, 6, 5]),
        (Filters(named=True), [9, 8, 5]),
        (Filters(named=True, hardware=("NVIDIA",), min_factor=8.5), [9]),
        (Filters(since=dt.date(2024, 2, 1), hardware=("V100",), setting="decoding"), [6]),
        (Filters(), [9, 8, 7, 6, 5]),
    ],
)
def test_alone_and_together(path: Path, filters: Filters, factors: list[float]) -> None:
    assert fitting(path, filters) == factors


def test_claims_of_papers_without_a_date_are_noted(path: Path) -> None:
    with leaderboard(path, filters=Filters(since=dt.date(2024, 1, 1))) as found:
        assert found.notes == ("since: 1 claim of a paper without a date is left out",)


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        (Filters(hardware=("H900",)), "'H900' is no known device, vendor, family or class (near: NVIDIA H100"),
        (Filters(hardware=(" ",)), "' ' is no known device"),
        (Filters(hardware=("H200",)), "none fits hardware 'H200' (most name NVIDIA V100, "),
        (Filters(baseline="vLMM"), "none fits baseline 'vLMM' (near: vLLM, "),
        (Filters(setting="prefil of 9k"), "none fits setting 'prefil of 9k' (near: Prefill of 8k, "),
        (Filters(since=dt.date(2030, 1, 1)), "none fits since 2030-01-01 (the newest is of 2024-04-15)"),
        (Filters(min_factor=50), "of 5 claims none fits a factor of 50 or more (the largest is 9)"),
        (Filters(qualifier=Qualifier.APPROX), "none fits qualifier approx (there are: at_least, exact)"),
        (Filters(min_confidence=2), "none fits a confidence of 2 or more (the highest is 1.00)"),
        (Filters(min_factor=50, setting="9k"), "none fits setting '9k' (near: "),
        (
            Filters(min_factor=7, setting="decoding"),
            "none fits all of: setting 'decoding' (1), a factor of 7 or more (3)",
        ),
    ],
)
def test_what_fits_nothing_is_said_in_one_line(path: Path, filters: Filters, said: str) -> None:
    with pytest.raises(WarehouseError) as refused:
        leaderboard(path, filters=filters)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_metric_that_nothing_is_claimed_of(path: Path) -> None:
    with pytest.raises(WarehouseError, match="there is no claim of energy to rank"):
        leaderboard(path, "energy", filters=Filters(named=True))
