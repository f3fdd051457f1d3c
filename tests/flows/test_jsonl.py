"""JSON Lines: what is read, what is refused and at which line."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import tracemalloc
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from flows.feeds import FeedError, Notice, open_feed
from schemas.records import Paper, Reject
from tests.flows import feeds
from tests.flows.shared import feed

GOOD = {"title": "Sorter: Sorting at Speed", "abstract": "Sorter is 2x faster."}


def write(path: Path, *lines: object, end: str = "\n") -> Path:
    texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    path.write_bytes("".join(text + end for text in texts).encode())
    return path


def read(path: Path, name: str | None = "jsonl") -> tuple[list[Paper], list[Reject], list[Notice]]:
    records = list(open_feed(path, name).records())
    return (
        [record for record in records if isinstance(record, Paper)],
        [record for record in records if isinstance(record, Reject)],
        [record for record in records if isinstance(record, Notice)],
    )


def test_every_field(tmp_path: Path) -> None:
    row = GOOD | {
        "id": "2312.12345v2",
        "url": "https://example.org/p",
        "published": "2024-02-29T10:00:00Z",
        "categories": ["cs.DC", "cs.LG"],
        "votes": 3,
    }
    [paper], rejects, notices = read(write(tmp_path / "feed.jsonl", row), None)
    assert (paper.paper_id, paper.arxiv_id, paper.url) == ("arxiv:2312.12345", "2312.12345", "https://example.org/p")
    assert (paper.published, paper.categories, paper.source) == (dt.date(2024, 2, 29), ("cs.DC", "cs.LG"), "jsonl")
    assert (paper.title, paper.abstract) == (GOOD["title"], GOOD["abstract"])
    assert (rejects, notices) == ([], [])


def test_two_fields_are_enough(tmp_path: Path) -> None:
    [paper], rejects, _ = read(write(tmp_path / "feed", GOOD), None)
    assert paper.paper_id.startswith("title:")
    assert (paper.published, paper.categories, rejects) == (None, (), [])


def test_categories_as_words_and_a_doi_as_id(tmp_path: Path) -> None:
    [paper], _, _ = read(write(tmp_path / "feed", GOOD | {"categories": "cs.DC cs.LG", "id": "10.1145/1.2"}))
    assert (paper.categories, paper.paper_id) == (("cs.DC", "cs.LG"), "doi:10.1145/1.2")


REFUSED: dict[str, tuple[Any, str]] = {
    "no JSON": ('{"title": "T", ', "not JSON: "),
    "a list": ("[1]", "not an object but a list"),
    "null": ("null", "not an object but null"),
    "no abstract": ({"title": "T"}, "no abstract"),
    "an empty title": ({"title": " ", "abstract": "A"}, "no title"),
    "a null abstract": ({"title": "T", "abstract": None}, "no abstract"),
    "a number as title": ({"title": 3, "abstract": "A"}, "title is not a string but a number"),
    "categories of numbers": (GOOD | {"categories": [1]}, "categories is not a list of strings"),
    "half a surrogate": ('{"title": "\\ud800", "abstract": "A"}', "title is not Unicode text"),
    "brackets without end": ("[" * 100_000, "not JSON that can be read"),
    "a number without end": ('{"title": ' + "9" * 5000 + "}", "not JSON that can be read"),
}


@pytest.mark.parametrize(("line", "reason"), REFUSED.values(), ids=REFUSED)
def test_a_bad_line_is_refused_with_its_number_and_the_others_stay(tmp_path: Path, line: Any, reason: str) -> None:
    path = write(tmp_path / "feed", GOOD, "", line, GOOD | {"title": "Another Title"})
    papers, [reject], _ = read(path)
    assert [paper.title for paper in papers] == [GOOD["title"], "Another Title"]
    assert reject.locator == f"{path}:3"
    assert reject.reason.startswith(reason)
    assert reject.payload
    assert len(reject.payload) <= 2000


def test_bytes_that_are_not_utf8_are_refused_with_their_place(tmp_path: Path) -> None:
    path = tmp_path / "feed"
    path.write_bytes(json.dumps(GOOD).encode() + b'\n{"title": "caf\xe9", "abstract": "A"}\n')
    papers, [reject], _ = read(path)
    assert len(papers) == 1
    assert (reject.locator, reject.reason) == (f"{path}:2", "not UTF-8: byte 0xe9 at byte 15 of line 2")


def test_byte_order_mark_and_carriage_returns_are_told_of(tmp_path: Path) -> None:
    path = tmp_path / "feed"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(GOOD).encode() + b"\r\n")
    [paper], rejects, notices = read(path, None)
    assert paper.title == GOOD["title"]
    assert rejects == []
    assert [notice.message.split()[:4] for notice in notices] == [
        ["a", "byte", "order", "mark"],
        ["the", "lines", "end", "in"],
    ]


def test_listed_twice(tmp_path: Path) -> None:
    path = write(tmp_path / "feed", GOOD | {"id": "2401.00001v1"}, GOOD | {"id": "arXiv:2401.00001v2"})
    [paper], [reject], _ = read(path)
    assert paper.paper_id == "arxiv:2401.00001"
    assert (reject.locator, reject.reason) == (f"{path}:2", f"listed before, at {path}:1")


def test_gzip_whatever_it_is_called(tmp_path: Path) -> None:
    path = tmp_path / "feed.txt"
    path.write_bytes(gzip.compress(json.dumps(GOOD).encode() + b"\n"))
    papers, rejects, _ = read(path, None)
    assert (len(papers), rejects) == (1, [])


def test_a_gzip_that_ends_early_gives_what_it_holds_then_says_so(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl.gz"
    rows = "".join(json.dumps(GOOD | {"title": f"Title {i * 7919}"}) + "\n" for i in range(40_000))
    whole = gzip.compress(rows.encode())
    path.write_bytes(whole[: len(whole) // 2])
    records = open_feed(path).records()
    seen = 0
    with pytest.raises(FeedError, match=r"feed\.jsonl\.gz: the compressed data is damaged after line \d+"):  # noqa: PT012
        for _ in records:
            seen += 1
    assert seen > 10_000


@pytest.mark.shared
def test_a_large_feed_is_a_stream() -> None:
    records = open_feed(feed("arxiv-40k.jsonl.gz")).records()
    tracemalloc.start()
    try:
        first = sum(isinstance(record, Paper) for record in islice(records, 200))
        tracemalloc.reset_peak()
        before = tracemalloc.get_traced_memory()[0]
        papers = first + sum(isinstance(record, Paper) for record in islice(records, 1800))
        peak = tracemalloc.get_traced_memory()[1] - before
    finally:
        tracemalloc.stop()
    assert papers == 2000
    # The ids of the papers are kept, to tell which are listed twice; the texts (3 MB) are not.
    assert peak < 1_500_000


@pytest.mark.shared
def test_the_mixed_feed_is_whole() -> None:
    papers, rejects, _ = read(feed("mixed-120.jsonl"), None)
    assert (len(papers), rejects) == (120, [])


LINES = [GOOD, GOOD | {"title": "Other", "tldr": "It is 3x faster."}]
AS_ARRAY = json.dumps(LINES)


@pytest.mark.parametrize("lines", [LINES, [AS_ARRAY]], ids=["jsonl", "json"])
def test_a_name_that_no_record_has_is_said_once_at_the_end(tmp_path: Path, lines: list[object]) -> None:
    path = write(tmp_path / "feed", *lines)
    found = feeds.read(path, columns={"abstract": "nosuch"})
    assert (found.papers, [reason for _, reason in found.reasons]) == ([], ["no nosuch"] * 2)
    assert found.failure == f"{path}: no record has 'nosuch' for the abstract; the first has: title, abstract"
    # Without a DOI, a paper is one all the same.
    found = feeds.read(path, columns={"doi": "nosuch"})
    assert (found.titles, found.failure) == ([GOOD["title"], "Other"], None)
    assert found.said == [(str(path), "no record has 'nosuch' for the doi; the first has: title, abstract")]


def test_a_name_that_some_records_have_is_no_fault(tmp_path: Path) -> None:
    found = feeds.read(write(tmp_path / "feed", *LINES), columns={"abstract": "tldr"})
    assert (found.titles, found.failure, found.said) == (["Other"], None, [])
