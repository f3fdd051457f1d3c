"""Training the model of names: what is learned from, how names are varied, and that it can be done again."""

from __future__ import annotations

import gzip
import json
from importlib.resources import files
from pathlib import Path
from random import Random

import pytest

from extractors.ner.labels import DATASET, HARDWARE, LABELS, MODEL, SYSTEM
from extractors.ner.names import find_names, load
from extractors.ner.training import feeds
from extractors.ner.training.__main__ import main
from extractors.ner.training.gazetteer import Gazetteer
from extractors.ner.training.invent import invented, syllables
from extractors.ner.training.papers import LearnedPaper, learned
from extractors.ner.training.swaps import device_places, swapped, with_device
from extractors.ner.training.weak import UNKNOWN, Labelled, label_sentence

POOLS = {DATASET: ["QuizBench"], MODEL: ["Corvo-7B"], SYSTEM: ["FastLoom"], HARDWARE: ["Zorbic ZX900"]}


def _names(labelled: Labelled) -> list[tuple[str, str]]:
    return [(labelled.text[a:b], label) for a, b, label in labelled.spans]


def _label(title: str, abstract: str) -> list[tuple[str, str]]:
    paper = learned(title, abstract)
    gazetteer = Gazetteer.of([paper])
    return [name for s in paper.sentences for name in _names(label_sentence(paper, s, gazetteer))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It runs on an NVIDIA A100 GPU.", [("NVIDIA A100", HARDWARE)]),
        ("We fine-tune Llama-3.1-8B for a day.", [("Llama-3.1-8B", MODEL)]),
        ("Scores on the HumanEval and QuorBench benchmarks rise.", [("HumanEval", DATASET), ("QuorBench", DATASET)]),
        ("It is twice as fast as vLLM, and outperforms FooServe.", [("vLLM", SYSTEM), ("FooServe", SYSTEM)]),
        ("The Zorbic ZX900 FPGA is small.", [("Zorbic ZX900 FPGA", UNKNOWN)]),
        ("Many users of NVIDIA GPUs and of Intel CPUs are content.", []),
        ("The method of Optimal Transport is old.", []),
    ],
)
def test_weak_labels(text: str, expected: list[tuple[str, str]]) -> None:
    assert _label("On Nothing in Particular", text) == expected


def test_a_paper_says_what_its_own_name_is() -> None:
    abstract = "We present Kelvion, a benchmark of long tables. On Kelvion, parsers fail."
    assert _label("Kelvion: Tables for Parsers", abstract) == [("Kelvion", DATASET), ("Kelvion", DATASET)]


def test_an_acronym_that_several_papers_spell_out_is_a_term() -> None:
    papers = [learned(f"Paper {i}", "A graph lattice network (GLN) is slow. Yet GLN wins.") for i in range(2)]
    assert "GLN" in Gazetteer.of(papers).terms
    assert "GLN" not in Gazetteer.of(papers[:1]).terms


@pytest.mark.parametrize("seed", range(20))
def test_a_swap_changes_names_and_nothing_else(seed: int) -> None:
    text = "On QuizBench, FastLoom beats Corvo-7B; FastLoom needs one A100."
    spans = ((3, 12, DATASET), (14, 22, SYSTEM), (29, 37, MODEL), (39, 47, SYSTEM), (58, 62, HARDWARE))
    new = swapped(Labelled(text, spans), POOLS, Random(seed), 1.0)
    names = _names(new)
    assert [label for _, label in names] == [label for *_, label in spans]
    assert names[1] == names[3]
    first, second, third = names[0][0], names[1][0], names[2][0]
    assert new.text == f"On {first}, {second} beats {third}; {second} needs one {names[4][0]}."


@pytest.mark.parametrize("seed", range(10))
def test_a_device_is_put_where_a_class_of_devices_stands(seed: int) -> None:
    sentence = Labelled("FastLoom runs on a GPU.", ((0, 8, SYSTEM),))
    [place] = device_places(sentence)
    assert sentence.text[slice(*place)] == "GPU"
    (own, _), (device, label) = _names(with_device(sentence, place, POOLS[HARDWARE], Random(seed)))
    assert (own, label) == ("FastLoom", HARDWARE)
    assert device
    assert "GPU" not in device


def test_invented_names_are_many_and_the_same_for_a_seed() -> None:
    for label in LABELS:
        names = [invented(label, Random(seed)) for seed in range(200)]
        assert len(set(names)) > 150
        assert names == [invented(label, Random(seed)) for seed in range(200)]


def _feed(path: Path, count: int) -> Path:
    """Papers about invented things, in the form of JSON Lines."""
    rng = Random(7)
    lines = []
    for _ in range(count):
        system, data, device = (syllables(rng, 2).capitalize() for _ in range(3))
        abstract = (
            f"We present {system}X, a framework for sorting. {system}X reaches 91% on the {data}Bench dataset. "
            f"It runs on an NVIDIA A100 GPU and on a {device} V{rng.randint(100, 999)} FPGA. "
            "It outperforms PyTorch by 3x."
        )
        lines.append(json.dumps({"title": f"{system}X: Sorting Faster", "abstract": abstract}))
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write("\n".join(lines))
    return path


def test_training_again_gives_the_same_model(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    feed = _feed(tmp_path / "feed.jsonl.gz", 40)
    held_out = _feed(tmp_path / "held.jsonl.gz", 5)
    outs = [tmp_path / "one", tmp_path / "two"]
    for out in outs:
        assert main([str(feed), "--exclude", str(held_out), "--out", str(out), "--seed", "3"]) == 0
    models = [{p.relative_to(out): p.read_bytes() for p in out.rglob("*") if p.is_file()} for out in outs]
    assert models[0] == models[1]
    meta = json.loads((outs[0] / "meta.json").read_text(encoding="utf-8"))
    assert (meta["training"]["seed"], meta["training"]["papers"], meta["training"]["excluded_titles"]) == (3, 35, 5)
    assert meta["training"]["names"][HARDWARE] > 0
    assert len(find_names(load(outs[0]), ["It runs on an NVIDIA A100 GPU.", "Nothing."])) == 2


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("none.jsonl", None, "No such file"),
        ("list.jsonl", "[1]\n", "list.jsonl:1: no object with a title and an abstract"),
        ("empty.jsonl", "", "too few papers to train on"),
    ],
)
def test_a_bad_feed_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: str | None, message: str
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")
    assert main([str(tmp_path / name), "--out", str(tmp_path / "out")]) == 2
    error = capsys.readouterr().err
    assert message in error
    assert error.count("\n") == 1


def test_a_trending_page_is_read_too(tmp_path: Path) -> None:
    long = "A sentence of our own about nothing. " * 12
    page = tmp_path / "page.txt"
    page.write_text(
        f"Get papers by mail!\nSubscribeA First Paper\n{long}\nA Second Paper\n{long}\n", encoding="utf-8"
    )
    assert [title for title, _ in feeds.read(page)] == ["A First Paper", "A Second Paper"]


def test_the_shipped_model_says_how_it_was_made_and_holds_no_text() -> None:
    root = files("extractors.ner").joinpath("model")
    assert sorted(file.name for file in root.iterdir()) == ["config.cfg", "meta.json", "ner"]
    meta = json.loads(root.joinpath("meta.json").read_text(encoding="utf-8"))
    assert meta["labels"]["ner"] == sorted(LABELS)
    assert meta["training"]["excluded_titles"] > 0
    assert meta["training"]["sentences"] > 10_000
    assert set(meta["scores"]) == set(LABELS)


def test_a_paper_that_names_nothing_teaches_no_name() -> None:
    paper = learned("On Sorting", "We sort numbers. It takes 3 s.")
    assert isinstance(paper, LearnedPaper)
    assert paper.system is None
    assert all(not s.devices for s in paper.sentences)
