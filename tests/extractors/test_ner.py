"""The model of names: what it adds to the catalogue and the rules, and what it costs to have it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from importlib.resources import files

import pytest

from extractors import extract, extract_paper
from extractors.context.ranking import Candidate, replaced, weights_of
from extractors.devices import find_mentions
from extractors.engine import explain
from extractors.ner.asking import answered
from extractors.ner.devices import RULE
from extractors.ner.names import Name, _shipped, names_in
from extractors.ner.settings import with_names
from schemas.vocabulary import Field

UNLISTED = [
    ("The decoder reaches 40 frames per second on a Zorbic ZX900 NPU.", "ZX900"),
    ("Inference runs 3x faster on the Kelvo K510 FPGA than on the host.", "K510"),
    ("We evaluate the compiler on a Morvane MV7200 processor with 16 cores.", "MV7200"),
]


@pytest.mark.parametrize(("text", "name"), UNLISTED)
def test_a_device_that_no_list_knows_is_named_by_its_context(text: str, name: str) -> None:
    known = find_mentions(text, Field.ABSTRACT)
    if any(name in mention.quote for mention in known):
        pytest.fail(f"{name} is in the catalogue; take another invented name")
    found = [mention for mention in extract_paper("", text).mentions if mention.rule == RULE]
    assert [mention.name.split()[-1] for mention in found] == [name]
    assert all(text[mention.start_char : mention.end_char] == mention.quote for mention in found)


@pytest.mark.parametrize(
    "text",
    [
        "The model is trained on a GPU with FP16 and INT8 weights.",
        "GPT-4 and Llama-2-70B were queried from a CPU server in 2024.",
        "The FPGA design uses the AXI4 bus and DDR4 memory.",
        "A chip of the RV64 family is simulated.",
    ],
)
def test_classes_models_and_standards_are_no_devices(text: str) -> None:
    assert [mention for mention in extract_paper("", text).mentions if mention.rule == RULE] == []


def test_a_score_takes_the_data_set_of_its_sentence() -> None:
    [claim] = extract("On QuizBench and with greedy decoding alone, our student model scores 81.2% accuracy.")
    assert claim.setting is not None
    assert "QuizBench" in claim.setting


CLOSE = (Candidate("Orlo", ("plain", "names")), Candidate("Miravel", ("plain", "names")), Candidate(None, ("none",)))


def chosen(settings: tuple[Candidate, ...], names: list[Name], weights: dict[str, float]) -> tuple[str | None, int]:
    """The setting after the names were asked for, and how often they were."""
    [one] = explain("It scores 81%.")[0]
    one = replace(one, claim=replace(one.claim, setting=settings[0].text), settings=settings)
    asked: list[str] = []

    def model(sentences: Sequence[str]) -> list[list[Name]]:
        asked.extend(sentences)
        return [names for _ in sentences]

    with replaced(weights):
        [again] = answered(with_names([one]), model)
    assert again.claim.setting == again.settings[0].text
    return again.claim.setting, len(asked)


def test_names_decide_between_settings_that_are_about_as_good() -> None:
    weights = {"plain": 1.0, "a DATASET": 1.0, "a SYSTEM": -1.0}
    assert chosen(CLOSE, [Name("DATASET", 0, 7, "Miravel")], weights) == ("Miravel", 1)
    assert chosen(CLOSE, [Name("SYSTEM", 0, 4, "Orlo")], weights) == ("Miravel", 1)
    assert chosen(CLOSE, [], weights) == ("Orlo", 1)


def test_where_one_setting_is_ahead_the_model_is_not_asked() -> None:
    ahead = (Candidate("Orlo", ("best", "names")), *CLOSE[1:])
    names = [Name("DATASET", 0, 7, "Miravel")]
    assert chosen(ahead, names, {"best": 3.0, "a DATASET": 2.9}) == ("Orlo", 0)
    assert chosen(ahead, names, {"best": 3.0, "a DATASET": 3.1}) == ("Miravel", 1)
    plain = tuple(replace(one, signs=("plain",)) for one in CLOSE)
    assert chosen(plain, names, {"a DATASET": 9.0}) == ("Orlo", 0)


def test_the_shipped_weights_know_the_names() -> None:
    weights = weights_of("extractors.context.setting")
    assert weights["a DATASET"] > max(0.1, weights.get("a SYSTEM", 0))


def test_the_same_sentence_gives_the_same_names() -> None:
    texts = [text for text, _ in UNLISTED]
    assert names_in(texts) == names_in(texts)
    assert [names_in([text])[0] for text in texts] == names_in(texts)


def test_words_are_not_kept() -> None:
    names_in(["A first sentence."])
    kept = len(_shipped().vocab.strings)
    names_in([f"It runs on the Qopra{number}zix board." for number in range(50)])
    assert len(_shipped().vocab.strings) == kept


def test_the_model_is_small() -> None:
    root = files("extractors.ner").joinpath("model")
    size = sum(
        len(file.read_bytes()) for file in [*root.iterdir(), *root.joinpath("ner").iterdir()] if file.is_file()
    )
    assert 100_000 < size < 5_000_000


def test_spacy_is_imported_only_when_a_sentence_asks_for_it() -> None:
    code = (
        "import sys; from extractors import extract; extract('It is 2x faster.'); "
        "print('spacy' in sys.modules); extract('It runs at 9 W on a Zorbic ZX900 NPU.'); "
        "print('spacy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
