"""The view ``clusters``: which device a count is of, and what so many of it amount to."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from schemas.records import Claim, Device, Extraction, Mention, Paper
from schemas.vocabulary import Attribution, DeviceClass, Kind, Metric, Qualifier
from tests.warehouse.conftest import Runner
from tests.warehouse.samples import Found, rows, span
from warehouse import Warehouse

DEVICES = [
    Device("NVIDIA V100", "NVIDIA", DeviceClass.GPU, "Volta", 2017, 16, 125, 900, 300),
    Device("NVIDIA A100", "NVIDIA", DeviceClass.GPU, "Ampere", 2020, 40, 312, 1555, 400),
    Device("NVIDIA GB200", "NVIDIA", DeviceClass.GPU, "Grace", 2024, 372, 5000, 16000, 2700, accelerators=2),
    Device("NVIDIA Hopper", "NVIDIA", DeviceClass.ARCHITECTURE, "GPU architecture", 2022),
    Device("NVIDIA DGX A100", "NVIDIA", DeviceClass.SYSTEM, "DGX", 2020, 320, 2496, None, 6500, accelerators=8),
    Device("NVIDIA GB200 NVL72", "NVIDIA", DeviceClass.SYSTEM, "DGX", 2024, 13_400, 180_000, accelerators=72),
    Device("Google TPU v4", "Google", DeviceClass.TPU, "TPU", 2021, 32, 275, 1228, 192),
    Device("Intel Xeon Max", "Intel", DeviceClass.CPU, "Xeon", 2023, 64, None, 1600, 350),
    Device("Frontier", None, DeviceClass.SYSTEM, "supercomputer", 2022, accelerators=37888),
]


def claim(
    sentence: str, quote: str, unit: str, low: float, *hardware: str, high: float | None = None, **more: Any
) -> Found:
    """A paper of one sentence, which counts devices; what stands between ``[`` and ``]`` is a mention of a device."""
    text = sentence.replace("[", "").replace("]", "")
    made = Paper.of(f"On {quote}", text, source="jsonl", published=dt.date(2024, 5, 6))
    counted = Claim(
        *span(made, quote),
        kind=Kind.RESOURCE,
        low=low,
        high=high or low,
        unit=unit,
        metric=Metric.DEVICE_COUNT,
        hardware=hardware,
        sentence=text,
        rule="count",
        **more,
    )
    names = [part.partition("]")[0] for part in sentence.split("[")[1:]]
    mentions = tuple(Mention(*span(made, name), name=name, rule="catalogue") for name in names)
    return made, Extraction((counted,), mentions)


def clusters(path: Path, run: Runner, *papers: Found, columns: str = "device") -> list[tuple[Any, ...]]:
    with Warehouse.open(path) as store:
        store.replace_devices(DEVICES)
    run(papers)
    return rows(path, f"SELECT {columns} FROM clusters ORDER BY ALL")


def test_so_many_devices_amount_to_so_much(path: Path, run: Runner) -> None:
    sentence = "It was trained on at most 512 [NVIDIA V100] GPUs."
    counted = claim(sentence, "512 NVIDIA V100 GPUs", "GPU", 512, "NVIDIA V100", qualifier=Qualifier.AT_MOST)
    [row] = clusters(
        path, run, counted,
        columns="device, count_low, count_high, unit, total_memory_gb, total_fp16_pflops, total_power_kw, qualifier, "
        "attribution, hardware, title, published, year, quote, sentence",
    )  # fmt: skip
    assert row[:9] == ("NVIDIA V100", 512, 512, "GPU", 512 * 16, 64, 153.6, "at_most", "own")
    assert row[9] == ["NVIDIA V100"]
    said = sentence.replace("[", "").replace("]", "")
    assert row[10:] == ("On 512 NVIDIA V100 GPUs", dt.date(2024, 5, 6), 2024, "512 NVIDIA V100 GPUs", said)


def test_of_a_range_the_larger_count_is_totalled(path: Path, run: Runner) -> None:
    counted = claim("It runs on 8 to 64 [Google TPU v4] chips.", "8 to 64 Google TPU v4 chips", "chip", 8, high=64)
    columns = "device, count_low, count_high, total_memory_gb, total_power_kw"
    assert clusters(path, run, counted, columns=columns) == [("Google TPU v4", 8, 64, 2048, 64 * 0.192)]


def test_the_device_in_the_quote_goes_before_others_of_the_sentence(path: Path, run: Runner) -> None:
    sentence = "Training took 64 [NVIDIA A100] GPUs where an [NVIDIA V100] was too small, on [Frontier]."
    counted = claim(sentence, "64 NVIDIA A100 GPUs", "GPU", 64, "NVIDIA A100", "NVIDIA V100", "Frontier")
    assert clusters(path, run, counted, columns="device, total_fp16_pflops") == [("NVIDIA A100", 64 * 0.312)]


@pytest.mark.parametrize(
    ("sentence", "quote", "unit", "hardware", "device"),
    [
        ("On [NVIDIA A100] hardware, 8 GPUs suffice.", "8 GPUs", "GPU", ["NVIDIA A100"], "NVIDIA A100"),
        ("The [Google TPU v4] pod has 8 chips.", "8 chips", "chip", ["Google TPU v4"], "Google TPU v4"),
        ("We rent 8 [NVIDIA DGX A100] nodes.", "8 NVIDIA DGX A100 nodes", "node", [], "NVIDIA DGX A100"),
        ("We own 8 [NVIDIA GB200] superchips.", "8 NVIDIA GB200 superchips", "superchip", [], "NVIDIA GB200"),
        ("It takes 8 [Intel Xeon Max] processors.", "8 Intel Xeon Max processors", "processor", [], "Intel Xeon Max"),
        ("It takes 8 [NVIDIA Hopper] GPUs.", "8 NVIDIA Hopper GPUs", "GPU", [], "NVIDIA Hopper"),
        # Several devices, none that is known, or none at all.
        ("[NVIDIA A100] and [NVIDIA V100]: 8 GPUs.", "8 GPUs", "GPU", ["NVIDIA A100", "NVIDIA V100"], None),
        ("The [Acme Z1] has 8 NPUs.", "8 NPUs", "NPU", ["Acme Z1"], None),
        ("It takes 8 NVIDIA GPUs.", "8 NVIDIA GPUs", "GPU", [], None),
        # What is counted is not the device.
        ("We use 8 nodes of [NVIDIA A100] type.", "8 nodes", "node", ["NVIDIA A100"], None),
        ("We use 8 nodes of [Frontier].", "8 nodes", "node", ["Frontier"], None),
        ("We use 8 nodes of [NVIDIA GB200 NVL72].", "8 nodes", "node", ["NVIDIA GB200 NVL72"], None),
        ("We use 8 GPUs of [Frontier].", "8 GPUs", "GPU", ["Frontier"], None),
        ("Our 8 chips beat an [NVIDIA V100].", "8 chips", "chip", ["NVIDIA V100"], None),
    ],
)  # fmt: skip
def test_what_is_counted(
    path: Path, run: Runner, sentence: str, quote: str, unit: str, hardware: list[str], device: str | None
) -> None:
    assert clusters(path, run, claim(sentence, quote, unit, 8, *hardware)) == [(device,)]


def test_what_others_counted_is_not_put_on_the_papers_own_device(path: Path, run: Runner) -> None:
    sentence = "One [NVIDIA A100] replaces their 128 GPUs."
    theirs = claim(sentence, "128 GPUs", "GPU", 128, "NVIDIA A100", attribution=Attribution.BASELINE)
    assert clusters(path, run, theirs, columns="device, attribution") == [(None, "baseline")]


@pytest.mark.parametrize(
    ("quote", "unit", "totals"),
    [
        ("8 NVIDIA GB200 GPUs", "GPU", (None, None, None)),
        ("8 NVIDIA GB200 superchips", "superchip", (2976, 40, 21.6)),
        ("8 NVIDIA Hopper GPUs", "GPU", (None, None, None)),
        ("8 Intel Xeon Max CPUs", "CPU", (512, None, 2.8)),
    ],
)  # fmt: skip
def test_what_is_not_sure_has_no_total(
    path: Path, run: Runner, quote: str, unit: str, totals: tuple[float | None, ...]
) -> None:
    device = quote.removeprefix("8 ").rpartition(" ")[0]
    counted = claim(f"It runs on {quote.replace(device, f'[{device}]')}.", quote, unit, 8)
    columns = "device, total_memory_gb, total_fp16_pflops, total_power_kw"
    assert clusters(path, run, counted, columns=columns) == [(device, *totals)]


@pytest.mark.parametrize("unit", ["core", "thread", "worker", "rank"])
def test_parts_of_devices_are_not_counted(path: Path, run: Runner, unit: str) -> None:
    counted = claim(f"It uses 8 [NVIDIA A100] {unit}s.", f"8 NVIDIA A100 {unit}s", unit, 8, "NVIDIA A100")
    assert clusters(path, run, counted) == []


def test_a_device_that_is_named_twice_in_a_quote_is_one_row(path: Path, run: Runner) -> None:
    made, found = claim("It uses 8 [NVIDIA A100] or A100X GPUs.", "8 NVIDIA A100 or A100X GPUs", "GPU", 8)
    again = Mention(*span(made, "A100X"), name="NVIDIA A100", rule="catalogue")
    twice = made, Extraction(found.claims, (*found.mentions, again))
    assert clusters(path, run, twice, columns="device, total_memory_gb") == [("NVIDIA A100", 320)]
