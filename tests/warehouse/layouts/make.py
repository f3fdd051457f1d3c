"""The warehouse that a user of this version has: python -m tests.warehouse.layouts.make [--stop-at LAYOUT].

Run once when a layout is released, by the code that is released; the file is then kept as it is, since later code
would not make the same. It is the DuckDB file itself, compressed, and no dump in SQL: what is to be opened later is
what this version's DuckDB has stored, which a dump read in by a later one is not.

The first version came with three steps at once. Layouts 1 and 2 are that version, stopped after these steps; layout 1
has no history, so nothing changes in it.
"""

from __future__ import annotations

import argparse
import gzip
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from schemas.records import Device, Reject
from schemas.vocabulary import DeviceClass, Stage
from tests.warehouse.samples import DAY, Found, batch, comparison, found
from warehouse import Warehouse, migrations

FOLDER = Path(__file__).parent
DEVICES = [
    Device("NVIDIA V100", "NVIDIA", DeviceClass.GPU, "Volta", 2017, 32, 125, 900, 300),
    Device("Frontier", None, DeviceClass.SYSTEM),
]
REFUSED = [
    Reject(Stage.SPLIT, "feed.jsonl:9", "no abstract", "A Title Alone"),
    Reject(Stage.VALIDATE, "arxiv:2401.00002 claims abstract[3:5]", "low is greater than high", "{}"),
]

Fed = tuple[str, str, list[Found], bool]  # the feed, the extractor's version, its papers, and whether it is a feed


def first() -> list[Found]:
    """Papers with and without an id, a date, categories and claims, one with two claims at a place."""
    several, seen = found(3, words="数字 👩‍👩‍👧", url="https://example.org/3", categories=("cs.DC", "cs.PF"))
    more = comparison(several, "2x", 2.0, setting="small inputs", baseline="QuickTool")
    bare, unread = found(4, arxiv_id=None, source="trending")
    return [
        found(1),
        found(2, published=DAY, doi="10.1234/two"),
        (several, replace(seen, claims=(*seen.claims, more))),
        (bare, replace(unread, claims=(), mentions=(), links=(), system=None)),
        found(5),
    ]


def later() -> list[Fed]:
    """What changes: texts and metadata; then what a newer extractor finds, no longer finds, and confirms."""
    _, second, third, fourth, fifth = first()
    made, seen = third
    fewer = made, replace(seen, claims=seen.claims[:1])
    return [
        ("second.jsonl", "1", [found(1, speed=3.5), found(2, doi="10.1234/two", url="https://example.org/2")], True),
        ("reextract", "2", [second, fewer, fourth, found(5, rule="better")], False),
        ("third.jsonl", "2", [found(1, words="Once more:", speed=2), fifth], True),
    ]


def make(path: Path, *, with_changes: bool) -> None:
    """Runs that bring, repeat and change papers, and one that died."""
    with Warehouse.open(path) as store:
        store.replace_devices(DEVICES)
        _load(store, "first.jsonl", "1", first())
        _load(store, "first.jsonl", "1", first())
        for feed, version, papers, from_feed in later() if with_changes else ():
            _load(store, feed, version, papers, from_feed=from_feed)
        died = store.start_run("fourth.jsonl", "2")
        store.load(died, batch([found(6)], "2"))


def _load(store: Warehouse, feed: str, version: str, papers: Iterable[Found], *, from_feed: bool = True) -> None:
    run_id = store.start_run(feed, version)
    store.load(run_id, batch(papers, version), REFUSED if from_feed else (), from_feed=from_feed)
    store.finish_run(run_id, "completed")


def main() -> None:
    """Write the file of the present layout, or of an earlier one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stop-at", type=int, default=migrations.latest(), help="the layout (default: the present)")
    layout = parser.parse_args().stop_at
    migrations.STEPS[:] = [step for step in migrations.STEPS if step[0] <= layout]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "claims.duckdb")
        make(path, with_changes=layout > 1)
        (FOLDER / f"layout{layout}.duckdb.gz").write_bytes(gzip.compress(path.read_bytes(), mtime=0))


if __name__ == "__main__":
    main()
