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
from warehouse import Filters, WarehouseError, leaderboard


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
        "baseline_name": None,
        "baseline_is_generic": None,
        "baseline_key": None,
        "setting": None,
        "hardware": ["NVIDIA V100"],
        "repo": "github.com/acme/s1",
        "url": "https://arxiv.org/abs/2401.00001",
        "published": DAY,
        "sentence": made.abstract,
        "field": "abstract",
        "start_char": own.start_char,
        "end_char": own.end_char,
        "paper_id": "arxiv:2401.00001",
        "work_id": "arxiv:2401.00001",
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
    every = board(path, filters=Filters(min_factor=0.01))
    assert [row["title"][:7] for row in every] == ["Sorter1", "Sorter2", "Sorter4", "Sorter3"]
    assert (every[-1]["factor_low"], every[-1]["factor_high"]) == (0.25, 0.5)
    assert rows(path, "SELECT factor_low FROM leaderboard WHERE factor_low > factor_high") == []


def test_what_got_worse_has_no_place_unless_it_is_asked_for(path: Path, run: Runner) -> None:
    run(
        [
            claiming(1, ("0.5x", 0.5, 0.5, {}), ("up to 3x", 3, 3, UP_TO)),
            claiming(2, ("0.4x to 2x", 0.4, 2, {})),
            claiming(3, ("0.3x", 0.3, 0.3, {}), ("0.2x", 0.2, 0.2, {})),
            claiming(4, ("1x", 1, 1, {})),
            claiming(5, ("0.1x", 0.1, 0.1, {"metric": Metric.ENERGY_EFFICIENCY})),
        ]
    )
    assert quotes(path, "speed") == ["up to 3x", "1x", "0.4x to 2x"]
    assert quotes(path, "speed", filters=Filters(min_factor=0.25)) == ["1x", "0.5x", "0.4x to 2x", "0.3x"]
    assert quotes(path, "energy_efficiency") == []
    note = "factor: {} below 1, where something got worse, {} left out; a lower --min-factor brings them"
    for metric, every_claim, notes in (
        (None, False, (note.format("2 lines", "are"),)),
        ("speed", False, (note.format("1 line", "is"),)),
        ("speed", True, (note.format("3 lines", "are"),)),
        ("memory", False, ()),
    ):
        with leaderboard(path, metric, every_claim=every_claim) as found:
            assert found.notes == notes
    with pytest.raises(WarehouseError, match=r"none fits a factor of 1 or more \(the largest is 0\.1\)$"):
        leaderboard(path, "energy_efficiency", filters=Filters(qualifier=Qualifier.EXACT))


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


def quotes(path: Path, *arguments: Any, **options: Any) -> list[str]:
    return [row["quote"] for row in board(path, *arguments, **options)]


UP_TO: dict[str, Any] = {"qualifier": Qualifier.AT_MOST}


def test_by_its_peak_a_paper_ranks_by_the_largest_factor_it_states(path: Path, run: Runner) -> None:
    run(
        [
            claiming(1, ("up to 50x", 50, 50, UP_TO), ("3x", 3, 3, {})),
            claiming(2, ("2x to 70x", 2, 70, {}), ("9x", 9, 9, {})),
            claiming(3, ("max 50x", 50, 50, {"statistic": Statistic.MAX}), ("8x", 8, 8, {})),
        ]
    )
    assert [(row["rank"], row["quote"]) for row in board(path, "speed", peak=True)] == [
        (1, "2x to 70x"), (2, "up to 50x"), (2, "max 50x"),
    ]  # fmt: skip
    assert quotes(path, "speed") == ["9x", "8x", "3x"]


def test_equal_factors_share_a_rank_however_they_came_about(path: Path, run: Runner) -> None:
    made, seen = claiming(1, ("90%", 90, 90, {}))
    shrunk = replace(seen.claims[0], unit="%", factor_low=1 / (1 - 0.9), factor_high=1 / (1 - 0.9))
    assert shrunk.factor_low != 10.0
    run([(made, replace(seen, claims=(shrunk,))), claiming(2, ("10x", 10, 10, {})), claiming(3, ("9x", 9, 9, {}))])
    assert [(row["rank"], row["quote"]) for row in board(path, "speed")] == [(1, "90%"), (1, "10x"), (3, "9x")]


def test_a_claim_that_only_repeats_another_takes_no_line(path: Path, run: Runner) -> None:
    run(
        [
            claiming(
                1,
                ("7x", 7, 7, {}),  # the title's way of the next
                ("up to 7x", 7, 7, {**UP_TO, "baseline": "vLLM", "setting": "decoding"}),
                ("7-fold", 7, 7, {"baseline": "the vLLM baseline"}),
                ("seven times", 7, 7, {"baseline": "prior work", "setting": "Decoding"}),
                ("2x", 2, 2, {}),
                ("twice", 2, 2, {}),
            ),
        ]
    )
    assert quotes(path, "speed", every_claim=True) == ["up to 7x", "2x"]
    assert quotes(path, "speed") == ["2x"]  # and the 7x of the title is not taken for a typical value


def test_the_same_number_over_or_for_something_else_is_another_claim(path: Path, run: Runner) -> None:
    mean = {"statistic": Statistic.MEAN}
    run(
        [
            claiming(
                1,
                ("3x A", 3, 3, {"baseline": "vLLM"}),
                ("3x B", 3, 3, {"baseline": "PyTorch"}),
                ("3x C", 3, 3, {"baseline": "vLLM", "setting": "prefill"}),
                ("3x D", 3, 3, {"hardware": ("NVIDIA V100",)}),
                ("3x E", 3, 3, mean),
                ("3x F", 3, 3, UP_TO),
                ("3x G", 3, 3, {"metric": Metric.THROUGHPUT}),
            ),
        ]
    )
    assert sorted(quotes(path, every_claim=True)) == ["3x B", "3x C", "3x D", "3x E", "3x F", "3x G"]


def test_a_paper_in_two_feeds_takes_one_line(path: Path, run: Runner) -> None:
    by_id = claiming(1, ("4x", 4, 4, {}), ("3x", 3, 3, {}))
    by_title = claiming(1, ("4x", 4, 4, {}), ("5x", 5, 5, {}), arxiv_id=None)
    retitled = replace(by_title[0], title="Sorter1 — sorting, at Speed", paper_id="title:other")
    run([by_id, by_title, (retitled, by_title[1])])
    assert rows(path, "SELECT count(*), count(DISTINCT work_id) FROM leaderboard") == [(6, 1)]
    assert quotes(path, "speed") == ["5x"]
    every = board(path, "speed", every_claim=True)
    records = [(row["quote"], row["paper_id"].partition(":")[0]) for row in every]
    assert records == [("5x", "title"), ("4x", "arxiv"), ("3x", "arxiv")]


def test_papers_of_one_title_with_identifiers_of_their_own_are_several(path: Path, run: Runner) -> None:
    found = [
        claiming(2, ("2x", 2, 2, {})),
        claiming(3, ("3x", 3, 3, {})),
        claiming(4, ("4x", 4, 4, {}), arxiv_id=None),
    ]
    run([(replace(made, title="Sorting"), seen) for made, seen in found])
    assert quotes(path, "speed") == ["4x", "3x", "2x"]


def test_a_doi_stands_for_a_title_and_an_arxiv_id_for_a_doi(path: Path, run: Runner) -> None:
    said = ("2x", 2.0, 2.0, dict[str, Any]())
    run([claiming(1, said, arxiv_id=None, doi="10.1234/one"), claiming(1, said, arxiv_id=None)])
    assert rows(path, "SELECT DISTINCT work_id FROM works") == [("doi:10.1234/one",)]
    run([claiming(1, said)])
    assert rows(path, "SELECT DISTINCT work_id FROM works") == [("arxiv:2401.00001",)]
    assert len(board(path, every_claim=True)) == 1
