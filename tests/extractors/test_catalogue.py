"""The facts of the catalogue: within reach, and in step with each other and with a published data set."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from importlib.resources import files
from itertools import pairwise

import pytest

from extractors.devices import find_mentions
from extractors.devices.catalogue import Need, aliases, devices
from schemas.records import Device
from schemas.validation import check_devices
from schemas.vocabulary import DeviceClass, Field
from tests.flows.shared import reference

BY_NAME = {device.name: device for device in devices()}
FIGURES = ("memory_gb", "fp16_tflops", "bandwidth_gbs", "tdp_w")

# The least and the most that one device of a class can have: memory in GB, TFLOPS, GB/s, W.
REACH: dict[str, dict[DeviceClass, tuple[float, float]]] = {
    "memory_gb": {
        DeviceClass.GPU: (0.5, 600),
        DeviceClass.TPU: (8, 200),
        DeviceClass.NPU: (0.1, 1000),
        DeviceClass.FPGA: (0.25, 256),
        DeviceClass.CPU: (1e-4, 512),
        DeviceClass.BOARD: (1e-6, 128),
        DeviceClass.SYSTEM: (1, 50_000),
    },
    "fp16_tflops": {
        DeviceClass.GPU: (0.01, 5000),
        DeviceClass.TPU: (40, 2500),
        DeviceClass.NPU: (0.5, 7500),
        DeviceClass.CPU: (1, 100),
        DeviceClass.BOARD: (0.1, 300),
        DeviceClass.SYSTEM: (1, 400_000),
    },
    "bandwidth_gbs": {
        DeviceClass.GPU: (60, 20_000),
        DeviceClass.TPU: (30, 10_000),
        DeviceClass.NPU: (10, 21_000_000),  # wafers that compute from their own SRAM
        DeviceClass.FPGA: (10, 1000),
        DeviceClass.CPU: (10, 2000),
        DeviceClass.BOARD: (5, 300),
        DeviceClass.SYSTEM: (200, 600_000),
    },
    "tdp_w": {
        DeviceClass.GPU: (30, 3000),
        DeviceClass.TPU: (2, 1000),
        DeviceClass.NPU: (0.05, 25_000),  # wafers again
        DeviceClass.FPGA: (5, 300),
        DeviceClass.CPU: (2, 500),
        DeviceClass.BOARD: (1, 150),
        DeviceClass.SYSTEM: (100, 200_000),
    },
}

# Each member of a line has no less of anything than the one before.
LINES = {
    "NVIDIA": "M2090 K40 P100 V100 A100 H100 H200 B300",
    "NVIDIA RTX": "2080 Ti|3090|4090|5090",
    "NVIDIA Jetson": "TX1|TX2|AGX Xavier|AGX Orin|AGX Thor",
    "AMD Instinct": "MI25 MI50 MI100 MI250X MI300X MI325X MI350X MI355X",
    "Google TPU": "v2 v3 v5p v7",
    "AWS": "Trainium|Trainium 2|Trainium 3",
    "Apple": "M1 M2 M3 M4 M5",
    "Intel": "Gaudi|Gaudi 2|Gaudi 3",
    "Huawei Ascend": "910 910B 910C",
}

# Families in which several makers meet: their boards carry another maker's chip, or the family is a sort of machine.
SHARED_FAMILIES = {
    "GPU architecture", "CPU architecture", "Zynq", "Kintex", "Artix", "Intel FPGA", "SPARC", "PIM", "quantum",
}  # fmt: skip

# What an architecture is called that has no line of its own.
UNLISTED_ARCHITECTURES = {"7 series", "Xe-HPC", "Xe-HPG", "Xe2", "ARM11", "Tesla"}


def header() -> list[str]:
    lines = files("extractors.devices").joinpath("catalogue.tsv").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.startswith("#")]


def test_the_head_explains_every_column_and_names_the_sources() -> None:
    text = files("extractors.devices").joinpath("catalogue.tsv").read_text(encoding="utf-8")
    columns = text.splitlines()[len(header())].split("\t")
    explained = [line.split()[1] for line in header() if line.startswith("# ") and line[2:16].rstrip().islower()]
    assert [name for name in explained if name in columns] == columns
    said = " ".join(line[2:] for line in header())
    for source in ("data sheets", "Epoch AI", "CC BY", "TOP500", "AWS Neuron"):
        assert source in said


def test_every_line_has_every_column() -> None:
    lines = files("extractors.devices").joinpath("catalogue.tsv").read_text(encoding="utf-8").splitlines()
    assert {line.count("\t") for line in lines if not line.startswith("#")} == {12}


def test_every_device_passes_the_checks_of_the_relation() -> None:
    assert check_devices(devices()) == []


def test_it_knows_enough() -> None:
    kinds = Counter(device.device_class for device in devices())
    assert sum(kinds.values()) - kinds[DeviceClass.ARCHITECTURE] >= 1000
    assert kinds[DeviceClass.GPU] >= 200
    gpus = [device for device in devices() if device.device_class is DeviceClass.GPU]
    assert sum(all(getattr(gpu, figure) for figure in FIGURES) for gpu in gpus) >= 125
    assert sum(gpu.memory_gb is not None for gpu in gpus) >= 180
    assert sum(device.released is not None for device in devices()) >= 1090


@pytest.mark.parametrize("figure", FIGURES)
def test_figures_are_within_reach(figure: str) -> None:
    for device in devices():
        value = getattr(device, figure)
        if value is not None:
            least, most = REACH[figure][device.device_class]
            assert least <= value <= most, device


def test_no_chip_is_more_efficient_than_any_has_been() -> None:
    for device in devices():
        if device.fp16_tflops and device.tdp_w:
            assert device.fp16_tflops / device.tdp_w < 3, device  # TFLOPS a W


def test_memory_is_read_in_a_time_that_memories_take() -> None:
    for device in devices():
        if device.device_class is DeviceClass.GPU and device.memory_gb and device.bandwidth_gbs:
            assert 2 < device.bandwidth_gbs / device.memory_gb < 200, device


@pytest.mark.parametrize("line", LINES)
def test_a_generation_has_no_less_than_the_one_before(line: str) -> None:
    members = LINES[line].split("|" if "|" in LINES[line] else " ")
    for older, newer in pairwise(BY_NAME[f"{line} {member}"] for member in members):
        for fact in ("released", "memory_gb", "fp16_tflops", "bandwidth_gbs"):
            before, after = getattr(older, fact), getattr(newer, fact)
            assert before is None or after is None or before <= after, (older, newer)


def test_a_family_has_one_maker() -> None:
    makers = defaultdict(set)
    for device in devices():
        makers[device.family].add(device.vendor)
    assert {family for family, names in makers.items() if len(names) > 1} == SHARED_FAMILIES


def test_an_architecture_is_known_and_no_device_is_older_than_its_own() -> None:
    first = defaultdict(list)
    for device in devices():
        if device.device_class in (DeviceClass.ARCHITECTURE, DeviceClass.CPU, DeviceClass.FPGA, DeviceClass.NPU):
            first[device.name.removeprefix(device.vendor or "").strip()].append(device.released or 0)
    unknown = set()
    for device in devices():
        known = first.get(device.architecture or "")
        if device.architecture and known is None:
            unknown.add(device.architecture)
        elif known and device.released:
            assert min(known) <= device.released, device
    assert unknown == UNLISTED_ARCHITECTURES


def test_an_nvidia_gpu_is_of_the_generation_that_its_family_says() -> None:
    generations = {d.architecture for d in devices() if d.device_class is DeviceClass.ARCHITECTURE} | {"Tesla"}
    for device in devices():
        if device.vendor == "NVIDIA" and device.family in generations:
            assert device.architecture == device.family, device


def test_a_system_has_what_its_accelerators_have() -> None:
    for system in devices():
        if system.accelerator is None:
            continue
        part = BY_NAME[system.accelerator]
        assert system.released is None or (part.released or 0) <= system.released, system
        for figure in ("memory_gb", "fp16_tflops"):
            whole, one = getattr(system, figure), getattr(part, figure)
            if whole and one and system.accelerators and (system.name, figure) != ("NVIDIA DGX-2", "memory_gb"):
                assert whole == pytest.approx(system.accelerators * one, rel=0.03), system
    assert BY_NAME["NVIDIA DGX-2"].memory_gb == 16 * 32  # of the larger V100


def test_a_name_of_two_devices_needs_more_than_itself() -> None:
    owners = defaultdict(set)
    for alias in aliases():
        owners[alias.text.lower()].add((alias.device.name, alias.need))
    for name, found in owners.items():
        if len({device for device, _ in found}) > 1:
            assert Need.NOTHING not in {need for _, need in found}, name


def test_no_alias_of_a_device_is_given_twice_or_empty() -> None:
    for device in devices():
        assert len(set(device.aliases)) == len(device.aliases), device
        assert all(alias and alias == alias.strip() and alias[0] not in "!~?^=" for alias in device.aliases), device
        assert device.name not in device.aliases


def test_a_device_without_aliases_is_named_by_a_family() -> None:
    named = {alias.device.name for alias in aliases()}
    nameless = [device for device in devices() if device.name not in named]
    assert len(nameless) > 150
    for device in nameless:
        [mention] = find_mentions(f"It runs on the {device.name} accelerator.", Field.ABSTRACT)
        assert mention.name == device.name


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        ("NVIDIA V100", (16, 125, 900, 300)),
        ("NVIDIA T4", (16, 65, 320, 70)),
        ("NVIDIA RTX 3090", (24, 142, 936, 350)),
        ("NVIDIA RTX 4090", (24, 330, 1008, 450)),
        ("NVIDIA RTX A2000", (6, 31.9, 288, 70)),
        ("NVIDIA L40S", (48, 362, 864, 350)),
        ("NVIDIA H100", (80, 989, 3350, 700)),
        ("NVIDIA B200", (180, 2250, 7700, 1000)),
        ("NVIDIA DGX A100", (320, 2496, None, 6500)),
        ("NVIDIA GB200 NVL72", (13_400, 180_000, 576_000, 120_000)),
        ("NVIDIA Jetson Nano", (4, 0.5, 25.6, 10)),
        ("AMD Instinct MI250X", (128, 383, 3277, 500)),
        ("AMD Instinct MI300X", (192, 1307.4, 5300, 750)),
        ("AMD Radeon RX 7900 XTX", (24, 122.8, 960, 355)),
        ("AMD EPYC 7763", (None, None, 204.8, 280)),
        ("AMD Alveo U280", (8, None, 460, 225)),
        ("Google TPU v3", (32, 123, 900, 450)),
        ("Google TPU v5e", (16, 197, 819, None)),
        ("AWS Trainium 2", (96, 667, 2900, None)),
        ("Intel Gaudi 2", (96, 432, 2450, 600)),
        ("Huawei Ascend 910", (32, 256, 1200, 310)),
        ("Cerebras WSE-3", (44, None, 21_000_000, None)),
        ("Graphcore Bow IPU", (0.9, 350, 65_000, None)),
        ("Groq LPU", (0.23, 188, 80_000, 215)),
        ("Fujitsu A64FX", (32, 13.5, 1024, None)),
        ("Apple M1 Max", (64, 10.4, 400, None)),
    ],
)
def test_figures_of_devices_that_papers_name(name: str, figures: tuple[float | None, ...]) -> None:
    assert tuple(getattr(BY_NAME[name], figure) for figure in FIGURES) == figures


# -- against the data set of Epoch AI

_WITHOUT_MATRIX_UNITS = "the data set has the FP16 rate of the plain cores"
_HALF = "the data set has half of the pair"
DIFFERENCES: dict[tuple[str, str], str] = {
    **{
        (name, "fp16_tflops"): _WITHOUT_MATRIX_UNITS
        for name in (
            "NVIDIA A10", "NVIDIA A10G", "NVIDIA RTX 3080", "NVIDIA RTX 3090", "NVIDIA RTX 4000", "NVIDIA RTX 4070",
            "NVIDIA RTX 4080", "NVIDIA RTX 5000", "NVIDIA RTX 6000", "NVIDIA RTX 6000 Ada", "NVIDIA RTX 8000",
            "NVIDIA RTX A4000", "NVIDIA RTX A5000", "NVIDIA RTX A6000", "NVIDIA Titan V",
            "Intel Data Center GPU Max 1550",
        )
    },
    **{(name, figure): _HALF for name in ("NVIDIA GB200", "NVIDIA GB300") for figure in FIGURES},
    ("NVIDIA K80", "bandwidth_gbs"): _HALF,
    ("NVIDIA GB200", "released"): "first shown in 2024",
    ("NVIDIA C2050", "released"): "sold from 2010",
    ("NVIDIA GH100", "released"): "the chip was shown in 2022",
    ("NVIDIA GH200", "bandwidth_gbs"): "of the module with 96 GB of HBM3, not of that with 144 GB of HBM3e",
    ("NVIDIA GH200", "tdp_w"): "of the module with its CPU",
    ("NVIDIA P40", "bandwidth_gbs"): "384 bits at 7.2 Gbit/s; the data set has twice as much",
    ("NVIDIA RTX 2080 Ti", "fp16_tflops"): "at the reference clock, not the Founders Edition's",
    ("NVIDIA RTX 4070", "tdp_w"): "the data set has that of the RTX 4070 Ti",
    ("AMD Instinct MI300A", "tdp_w"): "the data set has the peak power",
    ("AMD Instinct MI308X", "bandwidth_gbs"): "eight stacks of HBM3 as in the MI300X",
    ("AMD Radeon RX 7900 XTX", "tdp_w"): "355 W on AMD's page",
    ("Google TPU v1", "memory_gb"): "8 GiB are 8 GB here",
    ("Google TPU v2", "bandwidth_gbs"): "700 GB/s in the paper of 2020",
    ("Google TPU v4", "tdp_w"): "the data set estimates it",
    ("Groq LPU", "released"): "first cards in 2020",
    ("Huawei Ascend 910", "bandwidth_gbs"): "1.2 TB/s when it was presented",
    ("Huawei Ascend 910A", "bandwidth_gbs"): "the data set transposes 1228",
    ("Huawei Ascend 910B", "memory_gb"): "as of the 910B1 to 910B3",
    ("Huawei Ascend 910B", "bandwidth_gbs"): "as of the 910B1 to 910B3",
    ("Intel Gaudi 2", "fp16_tflops"): "432 TFLOPS in Intel's white paper",
    ("MetaX C500", "bandwidth_gbs"): "the data set is ten times too high",
}  # fmt: skip
# A name of several devices, of which the data set has some.
GENERIC = {"Baidu Kunlun", "Meta MTIA", "Sunway", "AMD Instinct MI300", "Huawei Atlas 800"}


def published() -> dict[str, dict[str, list[float]]]:
    """By device of the catalogue and fact, what the rows of the data set say that name it."""
    tensor, plain = "Tensor-FP16/BF16 performance (FLOP/s)", "FP16 (half precision) performance (FLOP/s)"
    said: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    with reference("epoch-ml_hardware.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            name, maker = row["Hardware name"], row["Manufacturer"].partition(" ")[0]
            text = f"It runs on the {name if name.startswith(maker) else f'{maker} {name}'} accelerator."
            device = next((m.name for m in find_mentions(text, Field.ABSTRACT) if m.name in BY_NAME), None)
            if device is None:
                continue
            facts = {
                "released": (row["Release date"][:4], 1.0),
                "memory_gb": (row["Memory (bytes)"], 1e9),
                "fp16_tflops": (row[tensor] or row[plain], 1e12),
                "bandwidth_gbs": (row["Memory bandwidth (byte/s)"], 1e9),
                "tdp_w": (row["TDP (W)"], 1.0),
            }
            for fact, (cell, unit) in facts.items():
                if cell:
                    said[device][fact].append(float(cell) / unit)
    return said


def differs(device: Device, fact: str, values: list[float]) -> bool:
    """Whether a known fact is off by more than 3 percent, a year at all, from every variant of the device."""
    known = getattr(device, fact)
    tolerance = 0 if fact == "released" else 0.03
    return known is not None and all(abs(known - value) > tolerance * value for value in values)


@pytest.mark.shared
def test_the_figures_agree_with_a_published_data_set_or_it_is_known_why_not() -> None:
    said = published()
    assert len(said) >= 115
    found = {
        (name, fact)
        for name, facts in said.items()
        if name not in GENERIC
        for fact, values in facts.items()
        if differs(BY_NAME[name], fact, values)
    }
    assert found == set(DIFFERENCES)
