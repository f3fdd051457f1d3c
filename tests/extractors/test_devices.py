"""Named devices: the catalogue, the corpus of texts with their mentions marked, and hostile texts."""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib.resources import files
from itertools import pairwise

import pytest
import regex

from extractors.devices import find_mentions
from extractors.devices.catalogue import aliases, devices
from extractors.devices.families import families
from schemas.records import Mention
from schemas.vocabulary import DeviceClass, Field
from tests.extractors.timing import assert_linear

_MARK = regex.compile(r"«(?P<quote>[^«»|]+)\|(?P<name>[^«»|]+)»")


def corpus() -> dict[str, list[str]]:
    text = files("extractors.devices").joinpath("devices.corpus.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def unmark(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text without marks, and the span and the name of each mention."""
    text, mentions, last = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        mentions.append((len(text), len(text) + len(mark["quote"]), mark["name"]))
        text += mark["quote"]
        last = mark.end()
    return text + marked[last:], mentions


def found(text: str) -> list[tuple[int, int, str]]:
    return [(m.start_char, m.end_char, m.name) for m in find_mentions(text, Field.ABSTRACT)]


def names(text: str) -> list[str]:
    return [m.name for m in find_mentions(text, Field.ABSTRACT)]


@pytest.mark.parametrize("marked", corpus()["texts"])
def test_the_marked_mentions_are_found_and_no_others(marked: str) -> None:
    text, wanted = unmark(marked)
    assert wanted, "a text of the list has to mark a mention"
    assert found(text) == wanted


@pytest.mark.parametrize("text", corpus()["nothing"])
def test_words_that_are_no_devices_yield_nothing(text: str) -> None:
    assert unmark(text)[1] == []
    assert found(text) == []


def test_the_corpus_is_large_and_repeats_nothing() -> None:
    texts, nothing = corpus()["texts"], corpus()["nothing"]
    assert len(texts) >= 80
    assert len(nothing) >= 60
    assert [text for text, count in Counter([*texts, *nothing]).items() if count > 1] == []


@pytest.mark.parametrize("marked", corpus()["texts"])
def test_mentions_are_grounded_and_say_what_found_them(marked: str) -> None:
    text, _ = unmark(marked)
    mentions = find_mentions(text, Field.TITLE)
    assert mentions == sorted(mentions, key=lambda m: m.start_char)
    for mention in mentions:
        assert text[mention.start_char : mention.end_char] == mention.quote
        assert mention.field is Field.TITLE
        assert mention.rule
    for first, second in pairwise(mentions):
        assert first.end_char <= second.start_char


def test_a_mention_is_a_record() -> None:
    [mention] = find_mentions("A Tesla T4 was used.", Field.ABSTRACT)
    assert mention == Mention(Field.ABSTRACT, 2, 10, "Tesla T4", "NVIDIA T4", mention.rule)


# -- what makes a name hardware


def test_a_name_of_many_meanings_needs_a_cue() -> None:
    assert names("We met the T4 group.") == []
    assert names("We met the T4 GPU group.") == ["NVIDIA T4"]


def test_a_list_with_a_known_device_is_a_cue() -> None:
    assert names("Runs on L4, A10 and A100 agree.") == ["NVIDIA L4", "NVIDIA A10", "NVIDIA A100"]


def test_a_name_accepted_once_counts_everywhere() -> None:
    text = "The NVIDIA L4 is small. It is bound by memory. Then L4 wins."
    assert names(text) == ["NVIDIA L4", "NVIDIA L4"]


def test_the_vendor_decides_between_devices_of_one_name() -> None:
    assert names("Tested on an Apple A10.") == ["Apple A10"]
    assert names("Tested on an NVIDIA A10.") == ["NVIDIA A10"]


def test_a_device_in_a_link_is_not_mentioned() -> None:
    assert names("See https://example.org/A100 and then an A100.") == ["NVIDIA A100"]


def test_the_product_line_folds_into_the_device() -> None:
    assert names("A Versal VCK190 board and a Zynq UltraScale+ MPSoC ZCU104 board.") == ["AMD VCK190", "AMD ZCU104"]


def test_a_series_goes_on() -> None:
    assert names("Zen 3, 4 and 5 chips; Gaudi 2 and 8 GPUs.") == [
        "AMD Zen 3",
        "AMD Zen 4",
        "AMD Zen 5",
        "Intel Gaudi 2",
    ]


@pytest.mark.parametrize("case", ["NVIDIA A100", "nvidia a100", "Nvidia A-100", "NVIDIA's A100"])
def test_spellings_of_the_vendor(case: str) -> None:
    assert names(f"It ran on an {case}.") == (["NVIDIA A100"] if "A-" not in case else [])


# -- the catalogue


def test_canonical_names_are_unique_and_well_formed() -> None:
    known = [device.name for device in devices()]
    assert len(known) == len(set(known)) >= 900
    assert all(name == name.strip() and "  " not in name for name in known)


def test_the_vendor_stands_in_the_name_of_a_product() -> None:
    own_name = {DeviceClass.SYSTEM, DeviceClass.NPU, DeviceClass.CPU, DeviceClass.BOARD}
    for device in devices():
        if device.device_class not in own_name:
            assert device.vendor is not None
            assert device.name.startswith((device.vendor.split()[0], "AWS")), device


def test_figures_are_plausible() -> None:
    for device in devices():
        assert device.released is None or 1990 <= device.released <= 2030, device
        for figure in (device.memory_gb, device.fp16_tflops, device.bandwidth_gbs, device.tdp_w):
            assert figure is None or figure > 0, device


def test_figures_of_well_known_devices() -> None:
    a100 = next(d for d in devices() if d.name == "NVIDIA A100")
    assert (a100.vendor, a100.device_class, a100.released) == ("NVIDIA", DeviceClass.GPU, 2020)
    assert (a100.memory_gb, a100.fp16_tflops, a100.bandwidth_gbs, a100.tdp_w) == (40, 312, 1555, 400)


def test_every_alias_of_a_device_leads_to_it_behind_its_vendor() -> None:
    missed = []
    for alias in aliases():
        vendor, name = alias.device.vendor or "", alias.device.name
        maker = vendor if name.startswith(vendor) else name.split()[0]
        before = "" if not maker or alias.text.startswith(maker) else f"{maker} "
        noun = "supercomputer" if alias.device.family == "supercomputer" else "accelerator"
        if name not in names(f"It runs on the {before}{alias.text} {noun}."):
            missed.append((name, alias.text))
    assert missed == []


def test_the_rules_of_families_are_distinct() -> None:
    rules = [family.rule for family in families()]
    assert len(rules) == len(set(rules))


# -- hostile texts


HOSTILE = {
    "digits": "1" * 100_000,
    "letters": "A" * 100_000,
    "no spaces": "A100H100" * 12_500,
    "commas": "A100," * 20_000,
    "dollars": "$" * 50_000 + "A100" + "$" * 50_000,
    "hyphens": "RTX-" * 25_000,
    "vendors": "NVIDIA " * 14_000,
    "ambiguous names": "T4, L4 and Hopper, " * 5_000,
    "supercomputers": "Big Red Blue supercomputer " * 3_700,
    "links": "www.a.org/T4 A100 " * 5_500,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_takes_linear_time(text: str) -> None:
    find_mentions(text[:2_000], Field.ABSTRACT)  # compiles what is needed
    assert_linear(lambda part: find_mentions(part, Field.ABSTRACT), text, 3)
