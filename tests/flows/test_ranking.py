"""Weights learned from annotated papers."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from flows.evaluation.papers import read_annotated
from flows.evaluation.ranking import SEEN, Choice, choices_of, fit, learned, left_out, lessons

NAMED_WINS = [
    Choice(f"paper {i}", [("none",), ("far",), ("near", "named")], [False, False, True]) for i in range(20)
] + [Choice(f"other {i}", [("none",), ("far", "named")], [True, False]) for i in range(8)]


def test_the_weights_prefer_what_is_right() -> None:
    weights = fit(NAMED_WINS, ridge=1.0)
    assert weights["near"] > weights["none"] > weights["far"]
    assert all(one.is_solved(weights) for one in NAMED_WINS)
    assert left_out(NAMED_WINS, [], ridge=1.0) == 1.0


def test_a_stronger_ridge_draws_weights_to_zero() -> None:
    loose, tight = (fit(NAMED_WINS, ridge) for ridge in (0.5, 20.0))
    assert all(abs(tight[sign]) < abs(loose[sign]) for sign in ("near", "far"))


def test_a_prior_stays_where_nothing_speaks_against_it_and_gives_way_where_much_does() -> None:
    prior = {"none": 2.0, "near": -1.0, "elsewhere": 0.7}
    held, moved = (fit(NAMED_WINS, ridge, prior) for ridge in (1000.0, 0.5))
    assert all(abs(held[sign] - weight) < 0.1 for sign, weight in prior.items())
    assert moved["near"] > 0 > prior["near"]
    assert moved["elsewhere"] == prior["elsewhere"]
    assert "elsewhere" not in fit(NAMED_WINS, ridge=0.5)


def test_a_sign_that_is_seen_seldom_gets_no_weight() -> None:
    seldom = [*NAMED_WINS, Choice("last", [("none",), ("odd",)], [False, True])]
    assert "odd" not in fit(seldom, ridge=1.0)


def test_the_forms_of_the_corpus_are_lessons() -> None:
    taught = lessons()
    assert len(taught) > 100
    assert all(any(one.right) for one in taught)


def test_annotated_papers_become_a_table(tmp_path: Path) -> None:
    text = "On QuizBench, the new parser is 2.5x faster than Tarnet."
    claim = {
        "field": "abstract", "start_char": 32, "end_char": 36, "quote": "2.5x", "kind": "comparison", "low": 2.5,
        "high": 2.5, "unit": "x", "qualifier": "exact", "metric": "speed", "attribution": "own",
        "setting": ["QuizBench"], "baseline": "Tarnet",
    }  # fmt: skip
    rows = [
        {"id": str(i), "title": f"Parsing {i}", "abstract": text, "claims": [claim], "hardware": [], "links": []}
        for i in range(9)
    ]
    path = tmp_path / "annotated.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    [first, *_] = choices_of(read_annotated(path))
    assert first.right.count(True) == 1
    command = [sys.executable, "-m", "flows.evaluation.ranking", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    head, *lines = done.stdout.splitlines()
    assert head == "sign\tweight"
    weights = {sign: float(weight) for sign, weight in (line.split("\t") for line in lines)}
    assert weights["none"] < 0 or weights["none speed"] < 0
    assert weights["opens the sentence before"] > 0
    assert "9 values, 1.000 right" in done.stderr
    prior = tmp_path / "prior.tsv"
    prior.write_text("sign\tweight\nof another day\t1.50\n")
    done = subprocess.run([*command, "--prior", str(prior)], capture_output=True, text=True, check=True)
    assert "of another day\t1.50" in done.stdout.splitlines()
    prior.write_text("sign\tweight\nof another day\tmuch\n")
    for bad, why in (
        (prior, "not a table of signs and weights"),
        (tmp_path / "none.tsv", "No such file or directory"),
    ):
        done = subprocess.run([*command, "--prior", str(bad)], capture_output=True, text=True, check=False)
        assert done.returncode == 1
        assert done.stderr.count("\n") == 1
        assert f"{bad}: {why}" in done.stderr


def test_kinds_of_names_are_learned_in_every_round(tmp_path: Path) -> None:
    text = "Using Llama-3-8B, accuracy on QuizBench rises, and with Mistral-7B it reaches 81.2%."
    claim = {
        "field": "abstract", "start_char": 78, "end_char": 83, "quote": "81.2%", "kind": "metric", "low": 81.2,
        "high": 81.2, "unit": "%", "qualifier": "exact", "metric": "accuracy", "attribution": "own",
        "setting": ["Mistral-7B"], "baseline": None,
    }  # fmt: skip
    rows = [
        {"id": str(i), "title": f"Parsing {i}", "abstract": text, "claims": [claim], "hardware": [], "links": []}
        for i in range(SEEN)
    ]
    path = tmp_path / "annotated.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    weights, choices, _ = learned(read_annotated(path), ridge=3.0)
    assert len(choices) == SEEN
    assert all(one.signs[one.right.index(True)].count("a MODEL") == 1 for one in choices)
    assert weights["a MODEL"] > 0
    assert "a DATASET" in weights
