"""The sample feed has the trending page's form and shows every kind of claim."""

from __future__ import annotations

import re
from functools import cache

import pytest

from extractors import extract_paper
from flows import sample
from schemas.records import Claim, Extraction
from schemas.vocabulary import Attribution, Direction, Kind, LinkType, Metric, Polarity, Qualifier, Statistic

PAPERS = 40
BOILERPLATE = 2
MARK = "Subscribe"
NUMBERLESS = {"MLIR", "DuckDB", "Triton", "Roofline"}

FORMS = {
    "raw LaTeX times": r"\$\d[\d.]*\\times\$",
    "bare LaTeX times": r"\d\$\\times\$",
    "stripped LaTeX times": r"\d[\d.]*times\b",
    "stripped LaTeX times before the number": r"\btimes~\d",
    "stripped LaTeX range": r"\d[\d.]*times sim \d[\d.]*times\b",
    "raw LaTeX range": r"\\times \\sim \d",
    "times as a word": r"\d times (?:faster|higher)",
    "fold": r"\d-fold",
    "x": r"\d[\d.]*x\b",
    "capital X": r"\d[\d.]*X\b",
    "percent": r"\d%",
    "raw LaTeX percent": r"\d\\%",
    "percentage points": r"\d percentage points",
    "points of a score": r"\d[\d.]* points",
    "orders of magnitude": r"orders of magnitude faster",
    "half": r"\bhalves\b",
    "double": r"\bdoubles\b",
    "triple": r"\btriple\b",
    "range with a hyphen": r"\b\d-\dx\b",
    "range with a spaced hyphen": r"\d - \d[\d.]*x\b",
    "range with two hyphens": r"%--\d",
    "range with 'to'": r"\d[\d.]*x to \d[\d.]*x\b",
    "range with 'between'": r"\bbetween \d[\d.]*x and \d",
    "scientific notation": r"\de\d|\\times 10\^",
    "thousands separator": r"\b\d{1,3},\d{3}\b",
    "magnitude letter": r"\b\d+B\b",
    "magnitude word": r"\b\d+ billion\b",
    "number word for devices": r"\b(?:two|four|five|eight)\b[\w ]* GPUs\b",
    "less-than sign": r"<\d%",
    "tilde": r"\$\\sim\$\d",
    "respectively": r"\brespectively\b",
    "before and after": r"\bfrom [\d.]+ \w+ to [\d.]+ \w+",
    "mathematics": r"O\(n\^2\)",
    "data type": r"\bINT8\b",
    "model name": r"\bGPT-3\b",
    "year": r"\bIn 2013\b",
    "URL with residue": r"https://\S+\{this URL\}",
    "URL of a branch": r"https://github\.com/\S+/tree/",
    "URL of a clone": r"https://github\.com/\S+\.git\b",
}


def text() -> str:
    return sample.path().read_text(encoding="utf-8")


def papers() -> list[tuple[str, str]]:
    """Pairs of title and abstract."""
    lines = text().splitlines()[BOILERPLATE:]
    titles, abstracts = lines[::2], lines[1::2]
    return list(zip([titles[0].removeprefix(MARK), *titles[1:]], abstracts, strict=True))


@cache
def extractions() -> dict[str, Extraction]:
    return {title: extract_paper(title, abstract) for title, abstract in papers()}


@cache
def claims() -> list[Claim]:
    return [claim for found in extractions().values() for claim in found.claims]


def test_lines_are_boilerplate_and_pairs() -> None:
    lines = text().splitlines()
    assert len(lines) == BOILERPLATE + 2 * PAPERS
    assert [number for number, line in enumerate(lines) if line.startswith(MARK)] == [BOILERPLATE]
    assert [number for number, line in enumerate(lines) if line != line.strip() or not line] == []


def test_titles_are_short_and_distinct_and_abstracts_long() -> None:
    titles, abstracts = zip(*papers(), strict=True)
    assert len(set(titles)) == PAPERS
    assert max(len(title.split()) for title in titles) <= 15
    assert {title: n for title, abstract in papers() if not 110 <= (n := len(abstract.split())) <= 190} == {}
    assert len(set(abstracts)) == PAPERS


@pytest.mark.parametrize("pattern", FORMS.values(), ids=FORMS)
def test_surface_form_occurs(pattern: str) -> None:
    assert re.search(pattern, text())


def test_claims_are_grounded() -> None:
    fields = {(title, "title"): title for title, _ in papers()}
    fields |= {(title, "abstract"): abstract for title, abstract in papers()}
    wrong = [
        claim.quote
        for title, found in extractions().items()
        for claim in found.claims
        if fields[title, claim.field.value][claim.start_char : claim.end_char] != claim.quote
    ]
    assert wrong == []
    assert {claim.field.value for claim in claims()} == {"title", "abstract"}


def test_every_value_of_the_small_vocabularies_occurs() -> None:
    assert {claim.kind for claim in claims()} == set(Kind)
    assert {claim.qualifier for claim in claims()} == set(Qualifier)
    assert {claim.statistic for claim in claims()} == {None, *Statistic}
    assert {claim.direction for claim in claims()} == {None, *Direction}
    assert {claim.attribution for claim in claims()} == set(Attribution)
    assert {link.type for found in extractions().values() for link in found.links} == set(LinkType)


def test_most_metrics_occur() -> None:
    metrics = {claim.metric for claim in claims()}
    assert len(metrics) >= 15
    assert {metric.polarity for metric in metrics} == set(Polarity)
    assert {
        Metric.SPEED,
        Metric.THROUGHPUT,
        Metric.ACCURACY,
        Metric.LATENCY,
        Metric.MEMORY,
        Metric.ENERGY,
        Metric.POWER,
        Metric.COST,
        Metric.DEVICE_COUNT,
        Metric.MODEL_SIZE,
        Metric.DATASET_SIZE,
    } <= metrics


def test_devices_of_several_vendors_occur() -> None:
    names = {mention.name for found in extractions().values() for mention in found.mentions}
    assert {"NVIDIA", "AMD", "Intel", "Google", "Arm", "Apple"} <= {name.split()[0] for name in names}


def test_context_occurs() -> None:
    assert any(claim.baseline for claim in claims())
    assert any(claim.setting for claim in claims())
    assert any(claim.hardware for claim in claims())
    assert any(claim.factor_low for claim in claims())


def test_papers_without_figures_give_no_claims() -> None:
    quiet = {title.split(":")[0] for title, found in extractions().items() if not found.claims}
    assert quiet >= NUMBERLESS
    assert len(quiet) <= PAPERS // 4
