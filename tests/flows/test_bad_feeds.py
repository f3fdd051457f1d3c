"""What ``paperclaims run`` says of each kind of bad feed, and its exit code."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from flows import sample
from tests.flows.runner import Done, paperclaims, refused
from tests.warehouse.samples import rows

HEADER, MARK = 2, "Subscribe"
LINES = sample.path().read_text(encoding="utf-8").splitlines()[: HEADER + 8]  # four papers
TITLES = [LINES[HEADER].removeprefix(MARK), *LINES[HEADER + 2 :: 2]]
PASSED_OVER = "2 lines of page header passed over"


def text(lines: list[str], end: str = "\n") -> bytes:
    return "".join(line + end for line in lines).encode()


def at(place: int, *instead: str) -> list[str]:
    """The page with other lines in the place of one."""
    return [*LINES[:place], *instead, *LINES[place + 1 :]]


SPLIT = LINES[HEADER + 3].index(" ", 400)
NOT_UTF8 = text(LINES).replace(LINES[HEADER + 5].encode()[:40], LINES[HEADER + 5].encode()[:39] + b"\xff", 1)

# The page; what is said, after the path and the number of a line; how many of the four papers get in.
MENDED: dict[str, tuple[bytes, list[str], int]] = {
    "as it should be": (text(LINES), [f"1: {PASSED_OVER}"], 4),
    "byte order mark": (
        b"\xef\xbb\xbf" + text(LINES),
        ["1: a byte order mark was taken off", f"1: {PASSED_OVER}"],
        4,
    ),
    "CR LF": (
        text(LINES, "\r\n"),
        ["1: the lines end in CR LF; the carriage returns were taken off", f"1: {PASSED_OVER}"],
        4,
    ),
    "blank lines": (text(LINES, "\n\n"), [" 10 blank lines were passed over", f"1: {PASSED_OVER}"], 4),
    "title without abstract": (
        text(at(HEADER + 3)),
        [f"1: {PASSED_OVER}", "5: refused: a title without an abstract"],
        3,
    ),
    "abstract over two lines": (
        text(at(HEADER + 3, LINES[HEADER + 3][:SPLIT], LINES[HEADER + 3][SPLIT + 1 :])),
        [f"1: {PASSED_OVER}", "6: an abstract spread over 2 lines was joined"],
        4,
    ),
    "listed twice": (
        text([*LINES, *LINES[HEADER + 4 : HEADER + 6]]),
        [f"1: {PASSED_OVER}", "11: refused: listed before, at {path}:7"],
        4,
    ),
    "not UTF-8": (NOT_UTF8, [f"1: {PASSED_OVER}", "8: refused: not UTF-8: byte 0xff at byte 40 of line 8"], 3),
}


@pytest.mark.parametrize(("data", "said", "papers"), MENDED.values(), ids=MENDED)
def test_what_can_be_mended_or_left_out_is_said_and_the_others_are_loaded(
    prefect: dict[str, str], tmp_path: Path, data: bytes, said: list[str], papers: int
) -> None:
    path, warehouse = tmp_path / "page.txt", tmp_path / "claims.duckdb"
    path.write_bytes(data)
    done = paperclaims("run", path, "-w", warehouse, env=prefect)
    assert done.code == 0
    # "starting Prefect", "opening ...", and at the end the one batch.
    notes = done.err.splitlines()[2:-1]
    assert notes == [f"{path}:{note.format(path=path)}" for note in said]
    assert f"papers     {papers} ({papers} new, " in done.out
    titles = {title for (title,) in rows(warehouse, "SELECT title FROM papers")}
    assert len(titles) == papers
    assert titles <= set(TITLES)
    refusals = [note for note in notes if ": refused: " in note]
    assert f"refused    {len(refusals)}" in done.out.splitlines()
    kept = rows(warehouse, "SELECT locator || ': refused: ' || reason FROM rejects WHERE payload <> ''")
    assert [note for (note,) in kept] == refusals


def bad(data: bytes) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / "feed.txt"
        path.write_bytes(data)
        return path

    return make


WHOLE = gzip.compress(text([json.dumps({"title": "T", "abstract": "It is 2x faster."})]))
UNREADABLE: dict[str, tuple[Callable[[Path], Path], str]] = {
    "missing": (lambda folder: folder / "none.txt", "no such file"),
    "an empty directory": (lambda folder: folder, "the directory holds no file"),
    "empty": (bad(b""), "is empty"),
    "blank": (bad(b"\n\r\n \n"), "is empty"),
    "binary": (bad(bytes(range(256)) * 8), "is not a text file"),
    "UTF-16": (bad("\n".join(LINES).encode("utf-16")), "is UTF-16; feeds are read as UTF-8"),
    "a list of things": (bad(b"milk\nbread\na pound of butter\n"), "is in no known feed format (kaggle, "),
    "HTML": (bad(b"<!doctype html>\n<p>" + text(LINES)), "is in no known feed format"),
    "CSV without names of columns": (bad(b"One,Two\nThree,Four\n"), "is in no known feed format"),
    "the beginning of a gzip file": (bad(WHOLE[:10]), "can not be read"),
}


def unchanged(done: Done, path: Path, said: str, warehouse: Path) -> None:
    refused(done, f"{path}: ", said)
    assert not warehouse.exists()


@pytest.mark.parametrize(("make", "said"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_no_feed_is_one_line_before_anything_is_started(
    tmp_path: Path, make: Callable[[Path], Path], said: str
) -> None:
    path, warehouse = make(tmp_path), tmp_path / "claims.duckdb"
    unchanged(paperclaims("run", path, "-w", warehouse), path, said, warehouse)


def test_of_several_feeds_those_that_can_be_read_are_loaded_and_the_others_are_failed_runs(
    prefect: dict[str, str], tmp_path: Path
) -> None:
    good, empty, none, warehouse = (tmp_path / name for name in ("page.txt", "empty.jsonl", "none.txt", "c.duckdb"))
    good.write_bytes(text(LINES))
    empty.touch()
    (tmp_path / "folder").mkdir()
    wrong = {
        str(empty): "is empty",
        str(none): "no such file",
        str(tmp_path / "folder"): "the directory holds no file",
        str(tmp_path / "*.xml"): "no file fits the pattern",
    }
    done = paperclaims("run", empty, good, *list(wrong)[1:], "-w", warehouse, env=prefect)
    assert done.code == 1
    said = [f"{feed}: {why}" for feed, why in wrong.items()]
    assert [line for line in done.err.splitlines() if line.startswith("paperclaims: ")] == [
        f"paperclaims: {line}" for line in said
    ]
    assert "papers     4 (4 new, " in done.out
    ledger = rows(warehouse, "SELECT feed, status, reason FROM runs ORDER BY run_id")
    failed = [(feed, "failed", reason) for feed, reason in zip(wrong, said, strict=True)]
    assert ledger == [failed[0], (str(good), "completed", None), *failed[1:]]


def test_of_several_feeds_none_of_which_can_be_read_each_is_one_line(tmp_path: Path) -> None:
    warehouse = tmp_path / "claims.duckdb"
    done = paperclaims("run", tmp_path / "a.txt", tmp_path / "b.txt", "-w", warehouse)
    assert (done.code, done.out) == (1, "")
    assert done.err.splitlines() == [f"paperclaims: {tmp_path / name}: no such file" for name in ("a.txt", "b.txt")]
    assert not warehouse.exists()


def test_an_empty_name_is_not_the_working_directory(tmp_path: Path) -> None:
    warehouse = tmp_path / "claims.duckdb"
    for verb in (("run",), ("schedule", "--interval", "6h")):
        refused(paperclaims(*verb, "", "-w", warehouse), "'' names no feed", code=2)
    assert not warehouse.exists()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        (
            "trending",
            b"milk\nbread\na pound of butter\n",
            "is not a page of trending papers: no title with an abstract",
        ),
        ("jsonl", b"milk\nbread\n", "holds no paper; the first line refused is {path}:1: not JSON: "),
        ("jsonl", b'{"title": "T"}\n', "holds no paper; the first line refused is {path}:1: no abstract"),
        (None, b"{no json\n", "holds no paper; the first line refused is {path}:1: not JSON: "),
    ],
)
def test_a_feed_without_a_paper_ends_the_run(
    prefect: dict[str, str], tmp_path: Path, name: str | None, data: bytes, said: str
) -> None:
    path, warehouse = bad(data)(tmp_path), tmp_path / "claims.duckdb"
    done = paperclaims("run", path, *(["--format", name] if name else []), "-w", warehouse, env=prefect)
    refused(done, f"{path}: ", said.format(path=path), is_late=True)
    assert rows(warehouse, "SELECT status, papers_seen FROM runs") == [("failed", 0)]


def test_a_named_format_that_does_not_fit_is_said(prefect: dict[str, str], tmp_path: Path) -> None:
    path = bad(b"Sorter: fast sorting\nSorter is 2x faster than QuickTool.\n")(tmp_path)
    done = paperclaims("run", path, "--format", "trending", "-w", tmp_path / "claims.duckdb", env=prefect)
    assert done.code == 0
    assert f"{path}:1: does not look like trending; read as such all the same" in done.err.splitlines()
    assert "papers     1 (1 new, " in done.out


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("none/claims.duckdb", "the directory "),
        ("feed.txt", "is not a DuckDB file"),
        (".", "is a directory, not a warehouse"),
    ],
)
def test_a_wrong_warehouse_is_one_line_before_anything_is_started(tmp_path: Path, place: str, said: str) -> None:
    path = bad(text(LINES))(tmp_path)
    before = path.read_bytes()
    refused(paperclaims("run", path, "-w", tmp_path / place), said)
    assert path.read_bytes() == before
