"""Whatever a feed's path names: a directory, a pattern, a pipe, and compressed files by any name."""

from __future__ import annotations

import gzip
import io
import json
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from flows.feeds import FeedError, open_feed
from flows.feeds.seen import Seen
from tests.flows.feeds import COMPRESSED, read
from tests.flows.papers import title, write
from tests.flows.runner import paperclaims, refused
from tests.warehouse.samples import rows


def line(number: int, **more: str) -> bytes:
    record = {"title": title(number), "abstract": f"Sorter{number} is 2x faster.", "id": f"2401.{number:05}"}
    return json.dumps(record | more).encode() + b"\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three feeds, one of them compressed and one further down, and what is none."""
    folder = tmp_path / "feeds"
    (folder / "deep" / "er").mkdir(parents=True)
    (folder / ".hidden").mkdir()
    (folder / "b.jsonl").write_bytes(line(2) + line(3))
    (folder / "a.txt").write_bytes(gzip.compress(line(1) + line(2)))
    (folder / "deep" / "er" / "c").write_bytes(COMPRESSED["zstd"](line(4)))
    (folder / ".hidden" / "d.jsonl").write_bytes(line(5))
    (folder / ".e.jsonl").write_bytes(line(6))
    (folder / "empty").write_bytes(b"")
    (folder / "notes.md").write_bytes(b"# Shopping\n\nmilk\n")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    return folder


def test_a_directory_is_one_feed_in_the_order_of_its_files(folder: Path) -> None:
    found = read(folder)
    assert found.titles == [title(number) for number in (1, 2, 3, 4)]
    assert found.reasons == [(f"{folder}/b.jsonl:1", f"listed before, at {folder}/a.txt:2")]
    assert [(Path(place).name, said.split(";")[0].split(" (")[0]) for place, said in found.said] == [
        ("empty", "is empty"),
        ("notes.md", "is in no known feed format"),
        ("picture.png", "is not a text file"),
    ]
    assert found.failure is None


@pytest.mark.parametrize(
    ("pattern", "numbers"),
    [
        ("*.jsonl", [2, 3]),
        ("**/*", [1, 2, 3, 4]),
        ("[ab].*", [1, 2, 3]),
        ("d*p", [4]),
        ("deep/??/*", [4]),
        ("b.jsonl", [2, 3]),
    ],
)
def test_a_pattern_is_one_feed(folder: Path, pattern: str, numbers: list[int]) -> None:
    found = read(folder / pattern)
    assert (found.titles, found.failure) == ([title(number) for number in numbers], None)


@pytest.mark.parametrize("pattern", ["", "*"])
def test_a_pipe_among_the_files_is_not_waited_for(folder: Path, pattern: str) -> None:
    before = read(folder / pattern).titles
    os.mkfifo(folder / "pipe")
    assert read(folder / pattern).titles == before != []


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(folder: Path) -> None:
    path = folder / "[ab].jsonl"
    path.write_bytes(line(9))
    assert read(path).titles == [title(9)]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("*.xml", "no file fits the pattern"),
        ("e*", "its only file is no feed; {folder}/empty: is empty"),
        ("[np]*", "none of its 2 files is a feed; {folder}/picture.png: is not a text file"),
    ],
)
def test_several_files_without_a_feed_are_refused_at_once(folder: Path, name: str, said: str) -> None:
    with pytest.raises(FeedError) as caught:
        open_feed(folder / name)
    assert str(caught.value).startswith(f"{folder / name}: {said.format(folder=folder)}")


def test_a_broken_file_among_several_fails_the_feed_when_the_others_are_read(folder: Path) -> None:
    (folder / "aa").write_bytes(gzip.compress(b"".join(map(line, range(100, 200))), mtime=0)[:-30])
    found = read(folder)
    assert set(found.titles) > {title(number) for number in (1, 2, 3, 4, 100, 101)}
    assert str(found.failure).startswith(f"{folder}/aa: the compressed data is damaged after line ")


def test_a_format_that_is_named_passes_over_the_files_of_others(folder: Path) -> None:
    (folder / "page.txt").write_bytes(b"Sorter: Sorting\nSorter is 2x faster.\n")
    found = read(folder, "jsonl")
    assert found.titles == [title(number) for number in (1, 2, 3, 4)]
    assert f"{folder}/page.txt" in [place for place, _ in found.said]


def test_another_text_of_a_paper_is_a_version_of_it(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_bytes(line(1) + line(1, abstract="It is 3x faster.") + line(1))
    found = read(path)
    assert [paper.abstract for paper in found.papers] == ["Sorter1 is 2x faster.", "It is 3x faster."]
    assert {paper.paper_id for paper in found.papers} == {"arxiv:2401.00001"}
    assert found.reasons == [(f"{path}:3", f"listed before, at {path}:1")]


ANYHOW: dict[str, Callable[[bytes], bytes]] = {
    "plain": bytes,
    **COMPRESSED,
    **{
        f"{name} in two parts": lambda data, compress=compress: compress(data[:60]) + compress(data[60:])  # type: ignore[misc]
        for name, compress in COMPRESSED.items()
    },
}


@pytest.mark.parametrize("compress", ANYHOW.values(), ids=ANYHOW)
@pytest.mark.parametrize("count", [3, 5000])
def test_standard_input_is_sniffed_without_loss(
    monkeypatch: pytest.MonkeyPatch, compress: Callable[[bytes], bytes], count: int
) -> None:
    data = compress(b"".join(map(line, range(1, count + 1))))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    open_feed(Path("-"))  # as the command does, to say early what is wrong
    found = read(Path("-"))
    assert found.titles == [title(number) for number in range(1, count + 1)]
    assert (found.failure, found.rejects) == (None, [])
    with pytest.raises(FeedError, match=r"^standard input: can be read once only"):
        open_feed(Path("-"))


def test_a_named_pipe_is_sniffed_without_loss(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    data = b"".join(map(line, range(1, 4001)))
    writer = threading.Thread(target=path.write_bytes, args=(data,))
    writer.start()
    open_feed(path)
    assert len(read(path).papers) == 4000
    writer.join()


@pytest.mark.parametrize("compress", COMPRESSED.values(), ids=COMPRESSED)
@pytest.mark.parametrize("share", [0.3, 0.6, 0.999])
def test_compressed_data_that_ends_early_never_looks_complete(
    tmp_path: Path, compress: Callable[[bytes], bytes], share: float
) -> None:
    path = tmp_path / "feed"
    texts = [line(number, more=os.urandom(300).hex()) for number in range(1, 2001)]
    data = compress(b"".join(texts))
    path.write_bytes(data[: int(len(data) * share)])
    found = read(path)
    assert found.titles == [title(number) for number in range(1, len(found.papers) + 1)]
    assert len(found.papers) == pytest.approx(2000 * share, abs=400)
    assert len(found.rejects) <= 1  # the line that the end cut
    assert str(found.failure).startswith(
        f"{path}: the compressed data is damaged after line {len(found.papers) + len(found.rejects)}"
    )


def test_the_names_of_fields_hold_for_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_bytes(b'{"Paper Title": "A", "tl;dr": "It is 2x faster.", "date": "Tue, 02 Jan 2024 10:00:00 GMT"}\n')
    assert read(path).reasons == [(f"{path}:1", "no abstract")]
    [paper] = read(path, columns={"abstract": "tl;dr"}).papers
    assert (paper.title, paper.abstract, str(paper.published)) == ("A", "It is 2x faster.", "2024-01-02")
    [paper] = read(path, columns={"abstract": "tl;dr", "published": ""}).papers
    assert paper.published is None
    assert read(path, columns={"abstract": "none"}).reasons == [(f"{path}:1", "no none")]
    with pytest.raises(FeedError, match="a paper has no field 'author'; it has: title, abstract, "):
        open_feed(path, columns={"author": "x"})


def test_a_large_table_of_what_was_seen_forgets_nothing() -> None:
    seen = Seen()
    keys = [f"paper {number}" for number in range(20_000)]
    assert [seen.first(key, place) for place, key in enumerate(keys, 1)] == [None] * len(keys)
    assert [seen.first(key, 1) for key in keys] == list(range(1, len(keys) + 1))


@pytest.mark.parametrize("between", [0, 1, 1200])  # a batch has 1,000 papers
def test_the_version_that_is_listed_last_stands_however_often_the_feed_is_read(
    prefect: dict[str, str], tmp_path: Path, between: int
) -> None:
    path, warehouse = tmp_path / "feed.jsonl", tmp_path / "claims.duckdb"
    others = b"".join(line(number) for number in range(2, 2 + between))
    versions = [line(1, abstract=f"It is {speed}x faster.") for speed in (2, 3, 5)]
    path.write_bytes(versions[0] + others + versions[1] + versions[2])
    for counts in ("{0} new, 0 changed, 0 unchanged", *["0 new, 0 changed, {0} unchanged"] * 2):
        told = counts.format(f"{1 + between:,}")
        assert f"papers     {1 + between:,} ({told})" in paperclaims("run", path, "-w", warehouse, env=prefect).out
        [(abstract,)] = rows(warehouse, "SELECT abstract FROM papers WHERE paper_id = 'arxiv:2401.00001'")
        assert abstract == "It is 5x faster."
        history = rows(warehouse, "SELECT abstract FROM papers_history ORDER BY ALL")
        assert history == [("It is 2x faster.",), ("It is 3x faster.",)]
        assert rows(warehouse, "SELECT quote FROM claims_history ORDER BY ALL") == [("2x",), ("3x",)]
    assert rows(warehouse, "SELECT count(*) FROM rejects") == [(0,)]
    path.write_bytes(line(1, abstract="It is 4x faster."))
    assert (
        "papers     1 (0 new, 1 changed, 0 unchanged)" in paperclaims("run", path, "-w", warehouse, env=prefect).out
    )
    assert ("It is 5x faster.",) in rows(warehouse, "SELECT abstract FROM papers_history")


def test_versions_before_a_feed_breaks_off_are_loaded(prefect: dict[str, str], tmp_path: Path) -> None:
    path, warehouse = tmp_path / "feed.jsonl.gz", tmp_path / "claims.duckdb"
    lines = [line(1, abstract=f"It is {speed}x faster.") for speed in (2, 3)] + [line(n) for n in range(2, 400)]
    path.write_bytes(gzip.compress(b"".join(lines))[:-40])
    done = paperclaims("run", path, "-w", warehouse, env=prefect)
    assert done.code == 1
    assert "damaged" in done.err
    found = "SELECT abstract FROM papers WHERE paper_id = 'arxiv:2401.00001'"
    assert rows(warehouse, found) == [("It is 3x faster.",)]
    assert rows(warehouse, "SELECT status FROM runs") == [("failed",)]


def test_the_command_reads_a_pipe_a_directory_and_names_of_columns(
    prefect: dict[str, str], folder: Path, tmp_path: Path
) -> None:
    warehouse = tmp_path / "claims.duckdb"
    refused(
        paperclaims("run", "-", "-", "-w", warehouse, stdin=line(1)), "standard input can be read once only", code=2
    )
    data = json.dumps({"name": title(7), "abstract": "Sorter7 is 2x faster."}).encode()
    command = ("run", "-", "--title-column", "name", "-w", warehouse)
    assert "papers     1 (1 new, " in paperclaims(*command, env=prefect, stdin=data).out
    assert "papers     1 (0 new, 0 changed, 1 unchanged)" in paperclaims(*command, env=prefect, stdin=data).out
    whole = write(tmp_path / "whole.jsonl", 2)
    done = paperclaims("run", whole, folder, "-w", warehouse, env=prefect)
    assert "papers     4 (2 new, " in done.out
    assert f"{folder}/empty: is empty; passed over" in done.err.splitlines()
    assert rows(warehouse, "SELECT feed, papers_seen, rejected FROM runs ORDER BY run_id") == [
        ("-", 1, 0),
        ("-", 1, 0),
        (str(whole), 2, 0),
        (str(folder), 4, 1),
    ]
