"""A right batch passes whole; each planted error is refused by name, alone, and every rule has one."""

from __future__ import annotations

import json
import math
import time
from dataclasses import asdict, replace
from datetime import date
from typing import Any

import polars as pl
import pytest

from schemas import models
from schemas.models import Model
from schemas.records import Device, Extraction, Paper
from schemas.tables import SCHEMAS, Tables, tabulate
from schemas.validation import Validated, check_devices, validate
from schemas.vocabulary import DeviceClass, Stage
from tests.schemas.batches import ABSTRACT, TITLE, batch, extraction, paper

NAN, INF = float("nan"), float("inf")

# The first row of a relation gets these values: what the reject then says. The first claim: latency, reduced by 20%.
SPANS: list[tuple[dict[str, Any], str]] = [
    ({"paper_id": None}, "paper_id is missing"),
    ({"field": None}, "field is missing"),
    ({"start_char": None}, "start_char is missing"),
    ({"end_char": None}, "end_char is missing"),
    ({"quote": None}, "quote is missing"),
    ({"paper_id": "arxiv:9999.99999"}, "paper_id is not a paper of the batch"),
    ({"field": "body"}, "field is not in the vocabulary"),
    ({"start_char": -1}, "span is empty or outside the text"),
    ({"start_char": 40, "end_char": 40}, "span is empty or outside the text"),
    ({"start_char": 40, "end_char": 39}, "span is empty or outside the text"),
    ({"end_char": len(ABSTRACT) + 1}, "span is empty or outside the text"),
    ({"end_char": len(ABSTRACT)}, "quote is not what stands at the span"),
    ({"field": "title", "start_char": 0, "end_char": len(TITLE)}, "quote is not what stands at the span"),
]
CLAIMS: list[tuple[dict[str, Any], str]] = [
    *SPANS,
    *(({name: None}, f"{name} is missing") for name in ("claim_id", "kind", "low", "high", "unit", "qualifier")),
    *(({name: None}, f"{name} is missing") for name in ("metric", "hardware", "attribution", "sentence", "rule")),
    *(({name: None}, f"{name} is missing") for name in ("confidence", "extractor_version")),
    *(({name: "odd"}, f"{name} is not in the vocabulary") for name in ("kind", "qualifier", "statistic", "metric")),
    *(({name: "odd"}, f"{name} is not in the vocabulary") for name in ("direction", "attribution")),
    ({"low": NAN}, "low is not a finite number"),
    ({"low": -INF}, "low is not a finite number"),
    ({"high": INF}, "high is not a finite number"),
    ({"low": 20.5}, "low is greater than high"),
    ({"direction": None, "factor_low": None, "factor_high": None}, "direction is missing from a comparison"),
    (
        {"kind": "measurement", "factor_low": None, "factor_high": None},
        "direction is given for what is no comparison",
    ),
    ({"factor_high": None}, "factor_low and factor_high are not given together"),
    ({"factor_low": None, "factor_high": None}, "factor is missing"),
    ({"metric": "accuracy"}, "factor is given where none is defined"),
    ({"unit": "pp"}, "factor is given where none is defined"),
    ({"kind": "scale", "direction": None}, "factor is given where none is defined"),
    ({"factor_low": 1.2}, "factor is not the one that is defined"),
    ({"factor_high": 1.2500001}, "factor is not the one that is defined"),
    ({"direction": "increase"}, "factor is not the one that is defined"),
    ({"unit": "x", "factor_low": 5.0, "factor_high": 5.0}, "factor is not the one that is defined"),
    (
        {"unit": "x", "low": 4.0, "high": 4.0, "factor_low": 0.25, "factor_high": 0.25},
        "factor is not the one that is defined",
    ),
    ({"factor_low": NAN}, "factor is not the one that is defined"),
    ({"hardware": ["NVIDIA V100", ""]}, "hardware holds an empty name"),
    ({"hardware": [None]}, "hardware holds an empty name"),
    ({"sentence": ""}, "sentence is empty"),
    ({"extractor_version": ""}, "extractor_version is empty"),
    ({"sentence": "Nothing of the kind."}, "sentence does not hold the quote"),
    ({"confidence": 1.01}, "confidence is not between 0 and 1"),
    ({"confidence": -0.1}, "confidence is not between 0 and 1"),
    ({"confidence": NAN}, "confidence is not between 0 and 1"),
]
MENTIONS: list[tuple[dict[str, Any], str]] = [
    *SPANS,
    ({"name": None}, "name is missing"),
    ({"rule": None}, "rule is missing"),
    ({"name": ""}, "name is empty"),
]
LINKS: list[tuple[dict[str, Any], str]] = [
    *SPANS,
    ({"url": None}, "url is missing"),
    ({"type": None, "repo": None, "ref": None}, "type is missing"),
    ({"type": "blog", "repo": None, "ref": None}, "type is not in the vocabulary"),
    ({"url": "github.com/quillon/sorter"}, "url is not well formed"),
    ({"url": "https://github"}, "url is not well formed"),
    ({"url": "https://github.com/{this url}"}, "url is not well formed"),
    ({"url": "https://github.com/quillon/sorter."}, "url ends in punctuation"),
    ({"repo": None, "ref": None}, "repo is missing from a repository"),
    ({"type": "page"}, "repo is given for what is no repository"),
    ({"repo": "quillon/sorter"}, "repo is not host/owner/name"),
    ({"repo": "GitHub.com/quillon/sorter"}, "repo is not host/owner/name"),
    ({"repo": "github.com/quillon/sorter.git"}, "repo is not host/owner/name"),
    ({"type": "page", "repo": None}, "ref is given without a repo"),
]
PAPERS: list[tuple[dict[str, Any], str]] = [
    *(({name: None}, f"{name} is missing") for name in ("paper_id", "title", "abstract", "source", "categories")),
    ({"paper_id": "arxiv:2401.99999"}, "paper_id is not the one that its identifiers give"),
    ({"arxiv_id": None}, "paper_id is not the one that its identifiers give"),
    ({"title": ""}, "title is empty"),
    ({"source": ""}, "source is empty"),
    ({"title": TITLE + " "}, "white space of the title is not folded"),
    ({"abstract": ABSTRACT.replace(". ", ".\n")}, "white space of the abstract is not folded"),
    ({"abstract": ABSTRACT.replace(". ", ".  ")}, "white space of the abstract is not folded"),
    ({"url": "see the home page"}, "url is not well formed"),
    ({"arxiv_id": "2401.01234v2", "paper_id": "arxiv:2401.01234v2"}, "arxiv_id is not well formed"),
    ({"doi": "quillon.7"}, "doi is not well formed"),
]
# What a second row, made from the first by these changes, is told.
AGAIN: list[tuple[str, dict[str, Any], str]] = [
    ("papers", {"abstract": "Quite another text."}, "paper_id is given again with another text"),
    ("claims", {}, "claim_id is given twice"),
    ("claims", {"rule": "another"}, "claim_id is given twice"),
    ("hardware_mentions", {}, "span is given twice"),
    ("hardware_mentions", {"name": "AMD MI100"}, "span is given twice"),
    ("links", {"ref": None}, "span is given twice"),
]
PLANTED = [
    (relation, values, words)
    for relation, cases in (
        ("papers", PAPERS),
        ("claims", CLAIMS),
        ("hardware_mentions", MENTIONS),
        ("links", LINKS),
    )
    for values, words in cases
]


def with_rows(tables: Tables, relation: str, rows: list[dict[str, Any]]) -> Tables:
    return replace(tables, **{relation: pl.DataFrame(rows, schema=SCHEMAS[relation])})


def test_a_right_batch_passes_whole() -> None:
    tables = batch()
    validated = validate(tables)
    assert validated.rejects == []
    for relation, frame in tables.items():
        assert not frame.is_empty()
        assert getattr(validated.tables, relation).equals(frame)


def test_an_empty_batch_passes() -> None:
    validated = validate(tabulate([], "1.0.0"))
    assert validated.rejects == []
    assert validated.tables.papers.is_empty()


@pytest.fixture(scope="module")
def planted() -> Validated:
    """What becomes of every planted error, each in a paper of its own."""
    tables = tabulate(((numbered_paper(number), extraction()) for number in range(len(PLANTED))), "1.0.0")
    rows = {name: frame.rows(named=True) for name, frame in tables.items()}
    for number, (relation, values, _) in enumerate(PLANTED):
        own = numbered_paper(number).paper_id
        next(row for row in rows[relation] if row["paper_id"] == own).update(values)
    for relation, wrong in rows.items():
        tables = with_rows(tables, relation, wrong)
    return validate(tables)


def numbered_paper(number: int) -> Paper:
    return replace(paper(), paper_id=f"arxiv:2401.{number:05}", arxiv_id=f"2401.{number:05}")


@pytest.mark.parametrize(
    "number", range(len(PLANTED)), ids=lambda number: f"{PLANTED[number][0]}-{PLANTED[number][2]}"
)
def test_a_planted_error_is_refused_by_its_name(planted: Validated, number: int) -> None:
    relation, values, words = PLANTED[number]
    own = numbered_paper(number).paper_id
    right = tabulate([(numbered_paper(number), extraction())], "1.0.0")
    wrong = getattr(right, relation).row(0, named=True) | values
    [reject] = [reject for reject in planted.rejects if json.loads(reject.payload) == as_json(wrong)]
    assert reject.reason == words
    assert reject.stage is Stage.VALIDATE
    taken = [reject.reason for reject in planted.rejects if own in reject.payload]
    if relation == "papers":
        assert reject.locator == str(wrong["paper_id"])
        assert own not in planted.tables.papers["paper_id"]
    else:
        place = f"{wrong['field']}[{wrong['start_char']}:{wrong['end_char']}]"
        assert reject.locator == f"{wrong['paper_id']} {relation} {place}"
        assert taken == ([words] if "paper_id" not in values else [])
        for name, frame in right.items():
            passed = getattr(planted.tables, name).filter(pl.col("paper_id") == own)
            assert passed.equals(frame[1:] if name == relation else frame)


def as_json(row: dict[str, Any]) -> dict[str, Any]:
    """The row as a reject keeps it."""
    plain = {name: str(value) if isinstance(value, date) else value for name, value in row.items()}
    return {k: str(v) if isinstance(v, float) and not math.isfinite(v) else v for k, v in plain.items()}


@pytest.mark.parametrize(("relation", "values", "words"), AGAIN)
def test_of_two_rows_for_one_thing_one_is_refused(relation: str, values: dict[str, Any], words: str) -> None:
    tables = batch()
    rows = getattr(tables, relation).rows(named=True)
    twice = [rows[0] | values, *rows] if relation == "papers" else [*rows, rows[0] | values]
    validated = validate(with_rows(tables, relation, twice))
    assert getattr(validated.tables, relation).rows(named=True) == rows
    assert [reject.reason for reject in validated.rejects] == [words]


@pytest.mark.parametrize("model", [models.PAPERS, models.CLAIMS, models.HARDWARE_MENTIONS, models.LINKS])
def test_every_rule_has_an_error_planted_for_it(model: Model) -> None:
    planted = {words for relation, _, words in [*PLANTED, *AGAIN] if relation == model.name}
    assert planted == set(model.rules)
    # Each is a check of its own in Pandera too, under the same name.
    assert {check.name for check in model.schema.checks} == set(model.rules)


def test_the_row_is_kept_as_json() -> None:
    tables = batch()
    first, *others = tables.claims.rows(named=True)
    [reject] = validate(with_rows(tables, "claims", [first | {"high": INF}, *others])).rejects
    assert json.loads(reject.payload) == first | {"high": "inf"}


def test_a_refused_paper_takes_its_rows_with_it() -> None:
    tables = batch()
    other = replace(paper(), paper_id="arxiv:2402.00001", arxiv_id="2402.00001")
    both = tabulate([(paper(), extraction()), (other, extraction())], "1.0.0")
    row = both.papers.rows(named=True)
    validated = validate(with_rows(both, "papers", [row[0] | {"source": ""}, row[1]]))
    assert set(validated.tables.claims["paper_id"]) == {"arxiv:2402.00001"}
    assert validated.tables.claims.height == tables.claims.height
    reasons = [reject.reason for reject in validated.rejects]
    lost = tables.claims.height + tables.hardware_mentions.height + tables.links.height
    assert reasons == ["source is empty"] + ["its paper was refused"] * lost


def test_a_row_with_two_faults_names_both() -> None:
    tables = batch()
    first, *others = tables.claims.rows(named=True)
    wrong = first | {"confidence": 2.0, "attribution": "theirs"}
    [reject] = validate(with_rows(tables, "claims", [wrong, *others])).rejects
    assert set(reject.reason.split("; ")) == {
        "confidence is not between 0 and 1",
        "attribution is not in the vocabulary",
    }


def test_a_paper_listed_twice_becomes_one_row_that_knows_what_both_know() -> None:
    known = replace(paper(), doi=None, categories=())
    validated = validate(tabulate([(paper(), extraction()), (known, extraction())], "1.0.0"))
    assert validated.rejects == []
    assert validated.tables.papers.rows(named=True) == batch().papers.rows(named=True)
    assert validated.tables.claims.equals(batch().claims)


def test_of_two_texts_of_a_paper_the_newest_stands() -> None:
    older = replace(paper(), abstract="An early draft with nothing measured.")
    validated = validate(tabulate([(older, Extraction()), (paper(), extraction()), (older, Extraction())], "1.0.0"))
    assert validated.tables.papers["abstract"].to_list() == [ABSTRACT]
    assert validated.tables.claims.equals(batch().claims)
    assert [reject.reason for reject in validated.rejects] == ["paper_id is given again with another text"]


@pytest.mark.parametrize(
    "values",
    [
        {"unit": "%", "low": 120.0, "high": 120.0, "factor_low": None, "factor_high": None},  # a reduction beyond all
        {"unit": "x", "low": 4.0, "high": 5.0, "factor_low": 4.0, "factor_high": 5.0},
        {"unit": "x", "low": 0.8, "high": 0.8, "factor_low": 1.25, "factor_high": 1.25},  # "at 0.8x the latency"
        {"unit": "pp", "metric": "accuracy", "factor_low": None, "factor_high": None},
        {"unit": "orders of magnitude", "low": 2.0, "high": 2.0, "factor_low": 100.0, "factor_high": 100.0},
        {"unit": "orders of magnitude", "low": 400.0, "high": 400.0, "factor_low": None, "factor_high": None},
    ],
)
def test_a_factor_as_defined_passes(values: dict[str, Any]) -> None:
    tables = batch()
    first, *others = tables.claims.rows(named=True)
    assert validate(with_rows(tables, "claims", [first | values, *others])).rejects == []


def test_a_frame_of_other_columns_is_no_matter_of_rows() -> None:
    tables = batch()
    wrong = tables.claims.with_columns(low=pl.col("low").cast(pl.String))
    with pytest.raises(ValueError, match="claims: "):
        validate(replace(tables, claims=wrong))
    with pytest.raises(ValueError, match="hardware: "):
        models.HARDWARE.faults(wrong)


def test_the_environment_can_not_switch_the_checks_off(monkeypatch: pytest.MonkeyPatch) -> None:
    from pandera.config import CONFIG

    monkeypatch.setattr(CONFIG, "validation_enabled", False)
    tables = batch()
    first, *others = tables.claims.rows(named=True)
    assert len(validate(with_rows(tables, "claims", [first | {"unit": None}, *others])).rejects) == 1


V100 = Device("NVIDIA V100", "NVIDIA", DeviceClass.GPU, "Volta", 2017, 32, 125, 900, 300, "Volta", ("V100S",))


def test_right_devices_pass() -> None:
    assert check_devices([V100, Device("Frontier", None, DeviceClass.SYSTEM)]) == []


@pytest.mark.parametrize(
    ("values", "words"),
    [
        *(({name: None}, f"{name} is missing") for name in ("name", "device_class")),
        *(({name: ""}, f"{name} is empty") for name in ("name", "vendor", "family", "architecture", "accelerator")),
        ({}, "name is given twice"),
        ({"device_class": "toaster"}, "device_class is not in the vocabulary"),
        ({"released": 17}, "released is not a year of computing"),
        *(
            ({name: number}, f"{name} is not a finite number above 0")
            for name in ("memory_gb", "fp16_tflops", "bandwidth_gbs", "tdp_w")
            for number in (0.0, INF, NAN)
        ),
        ({"aliases": ("V100S", "")}, "aliases holds an empty name"),
        ({"accelerators": 0}, "accelerators is not 1 or more"),
    ],
)
def test_a_wrong_device_is_named(values: dict[str, Any], words: str) -> None:
    assert words in models.HARDWARE.rules
    other = replace(V100, name="NVIDIA V100" if not values else "AMD MI100")
    device = Device(**(asdict(V100) | values))
    assert check_devices([other, device]) == [f"{device.name}: {words}"]


def test_a_feed_of_usual_size_takes_no_time() -> None:
    results = []
    for number in range(120):
        one = replace(paper(), paper_id=f"arxiv:2401.{number:05}", arxiv_id=f"2401.{number:05}")
        results.append((one, extraction()))
    tables = tabulate(results, "1.0.0")
    assert tables.claims.height == 360
    seconds = []
    for _ in range(3):
        began = time.perf_counter()
        assert validate(tables).rejects == []
        seconds.append(time.perf_counter() - began)
    # It is a twentieth of a second; the rest is for a busy machine.
    assert min(seconds) < 0.25
