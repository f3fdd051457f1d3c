"""The leaderboard: which claims stand in it, in which order."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from schemas.records import Claim, Extraction, Link
from schemas.vocabulary import Attribution, Direction, Kind, LinkType, Metric, Qualifier, Statistic
from tests.warehouse.conftest import Runner
from tests.warehouse.samples import DAY, Found, comparison, found, paper, rows, span
from warehouse import WarehouseError, leaderboard


def board(path: Path, *arguments: Any, **options: Any) -> list[dict[str, Any]]:
    result = leaderboard(path, *arguments, **options)
    return [dict(zip(result.columns, row, strict=True)) for row in result]


def claiming(number: int, *claims: tuple[str, float, float, dict[str, Any]], **given: Any) -> Found:
    """A paper whose abstract is its quotes."""
    made = replace(paper(number, **given), abstract=" and ".join(quote for quote, *_ in claims))
    return made, Extraction(tuple(comparison(made, quote, low, high, **more) for quote, low, high, more in claims))


def test_own_comparisons_with_a_factor_and_nothing_else(path: Path, run: Runner) -> None:
    made, seen = found(1, published=DAY)
    [own] = seen.claims
    scale = replace(own, kind=Kind.SCALE, direction=None, factor_low=None, factor_high=None)
    others: list[Claim] = [
        replace(own, attribution=Attribution.BASELINE),
        replace(own, attribution=Attribution.BACKGROUND),
        replace(own, metric=Metric.ACCURACY, factor_low=None, factor_high=None),
        scale,
    ]
    run([(made, replace(seen, claims=(own, *others)))])
    [row] = board(path)
    assert row.pop("claim_id")
    assert row == {
        "rank": 1,
        "metric": "speed",
        "factor_low": 2.0,
        "factor_high": 2.0,
        "qualifier": "exact",
        "statistic": None,
        "system": "Sorter1",
        "title": "Sorter1: Sorting at Speed",
        "quote": "2x",
        "baseline": None,
        "setting": None,
        "hardware": ["NVIDIA V100"],
        "repo": "github.com/acme/s1",
        "url": "https://arxiv.org/abs/2401.00001",
        "published": DAY,
        "sentence": made.abstract,
        "paper_id": "arxiv:2401.00001",
        "confidence": 1.0,
    }


def test_one_row_a_claim_however_many_links(path: Path, run: Runner) -> None:
    made, seen = found(1, words="At https://gitlab.com/first/one and https://acme.example/page.")
    links = tuple(
        Link(*span(made, url), url=url, type=type_, repo=repo)
        for url, type_, repo in (
            ("https://acme.example/page", LinkType.PAGE, None),
            ("https://github.com/acme/s1", LinkType.REPOSITORY, "github.com/acme/s1"),
            ("https://gitlab.com/first/one", LinkType.REPOSITORY, "gitlab.com/first/one"),
        )
    )
    run([(made, replace(seen, links=links)), (paper(2), Extraction())])
    assert rows(path, "SELECT repo FROM leaderboard") == [("gitlab.com/first/one",)]


def test_the_url_is_the_papers_own_or_follows_from_its_identifier(path: Path, run: Runner) -> None:
    run(
        [
            found(1, url="https://example.org/1"),
            found(2),
            found(3, arxiv_id=None, doi="10.1234/Three"),
            found(4, arxiv_id=None),
        ]
    )
    assert rows(path, "SELECT url FROM leaderboard ORDER BY title") == [
        ("https://example.org/1",),
        ("https://arxiv.org/abs/2401.00002",),
        ("https://doi.org/10.1234/three",),
        (None,),
    ]


def test_a_range_ranks_by_the_end_that_every_case_reaches(path: Path, run: Runner) -> None:
    run(
        [
            claiming(1, ("2x to 26x", 2, 26, {})),
            claiming(2, ("5x", 5, 5, {})),
            claiming(3, ("5x to 6x", 5, 6, {})),
            claiming(4, ("5x", 5, 5, {})),
        ]
    )
    ranked = [(row["rank"], row["title"][:7], row["factor_high"]) for row in board(path, "speed")]
    assert ranked == [(1, "Sorter3", 6.0), (2, "Sorter2", 5.0), (2, "Sorter4", 5.0), (4, "Sorter1", 26.0)]


def test_a_worsening_ranks_by_its_worse_end(path: Path, run: Runner) -> None:
    run([claiming(1, ("2x to 4x", 2, 4, {})), claiming(2, ("1.2x", 1.2, 1.2, {}))])
    made, seen = claiming(3, ("2x to 4x slower", 2, 4, {}))
    slower = replace(seen.claims[0], direction=Direction.DECREASE, factor_low=0.5, factor_high=0.25)
    middling = claiming(4, ("0.3x", 0.3, 0.3, {}))
    run([(made, replace(seen, claims=(slower,))), middling])
    assert [row["title"][:7] for row in board(path)] == ["Sorter1", "Sorter2", "Sorter4", "Sorter3"]


def test_a_paper_stands_by_its_best_typical_claim(path: Path, run: Runner) -> None:
    up_to, best = {"qualifier": Qualifier.AT_MOST}, {"statistic": Statistic.MAX}
    run(
        [
            claiming(1, ("up to 50x", 50, 50, up_to), ("3x", 3, 3, {}), ("2x", 2, 2, {"statistic": Statistic.MEAN})),
            claiming(2, ("max 40x", 40, 40, best), ("up to 7x", 7, 7, up_to)),
            claiming(3, ("4x", 4, 4, {})),
        ]
    )
    assert [(row["rank"], row["quote"]) for row in board(path)] == [(1, "max 40x"), (2, "4x"), (3, "3x")]
    every = [row["quote"] for row in board(path, every_claim=True)]
    assert every == ["up to 50x", "max 40x", "up to 7x", "4x", "3x", "2x"]


def test_one_metric_or_all(path: Path, run: Runner) -> None:
    both = claiming(1, ("3x", 3, 3, {}), ("9x", 9, 9, {"metric": Metric.THROUGHPUT}))
    run([both, claiming(2, ("4x", 4, 4, {}))])
    assert [row["quote"] for row in board(path)] == ["9x", "4x", "3x"]
    assert [row["quote"] for row in board(path, "speed")] == ["4x", "3x"]
    assert [row["quote"] for row in board(path, "speed", 1)] == ["4x"]
    assert board(path, "energy") == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(("velocity",), "there is no metric 'velocity'; there are: speed, throughput, "), (("speed", 0), "one line")],
)
def test_what_can_not_be_ranked(path: Path, arguments: tuple[Any, ...], words: str) -> None:
    with pytest.raises(WarehouseError, match=words):
        leaderboard(path, *arguments)
