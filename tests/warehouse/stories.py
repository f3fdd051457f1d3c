"""Random stories of a warehouse: runs over feeds that grow, change, repeat themselves and go back to older texts."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from schemas.records import Extraction, Link, Mention, Paper
from schemas.vocabulary import LinkType, Metric
from tests.warehouse.samples import DAY, Dump, Found, batch, comparison, span
from warehouse import Warehouse

RELATIONS = ("papers", "claims", "hardware_mentions", "links")
PAPERS = 5

State = dict[str, list[tuple[Any, ...]]]


@dataclass(frozen=True)
class Chapter:
    """A run: its batches, the version of its extractor, and whether it is finished or dies."""

    batches: list[list[Paper]]
    version: str
    is_finished: bool


def story(seed: int, chapters: int) -> Iterator[Chapter]:
    """Chapters that a seed tells always alike."""
    chance = random.Random(seed)
    told: list[list[list[Paper]]] = []
    for _ in range(chapters):
        if told and chance.random() < 0.25:
            batches = chance.choice(told)  # an older feed again
        else:
            batches = [
                [_paper(chance, number) for number in sorted(chance.sample(range(PAPERS), chance.randint(0, PAPERS)))]
                for _ in range(chance.randint(1, 3))
            ]
        told.append(batches)
        yield Chapter(batches, chance.choice("1112"), chance.random() < 0.85)


def _paper(chance: random.Random, number: int) -> Paper:
    words = [chance.choice(["", "Here it is.", "数字 🚀 first."]), f"Sorter{number} sorts."]
    if chance.random() < 0.8:
        words.append(f"It is {chance.choice(['2', '4', '7.5'])}x faster on a NVIDIA V100.")
    if chance.random() < 0.5:
        words.append("It takes 0.5x the time.")
    if chance.random() < 0.5:
        words.append(f"See https://example.org/{number}.")
    chance.shuffle(words)
    return Paper.of(
        chance.choice([f"Sorter{number}: Sorting at Speed", f"Sorter{number}"]),
        " ".join(words),
        source=chance.choice(["jsonl", "jsonl", "trending"]),
        arxiv_id=f"2401.{number:05}",
        url=chance.choice([None, f"https://example.org/{number}", "https://example.net"]),
        published=chance.choice([None, DAY]),
        categories=chance.choice([(), ("cs.DC",), ("cs.PF", "cs.DC")]),
    )


def read(made: Paper, version: str) -> Found:
    """What an extractor of that version finds: the second knows the rule by another name and overlooks devices."""
    text = made.abstract
    rule = {"1": "times", "2": "times of a metric"}[version] if "faster" in text else "times"
    claims = tuple(
        comparison(made, quote[0], float(quote[1]), metric=Metric.SPEED, rule=rule)
        for quote in re.finditer(r"([\d.]+)x", text)
    )
    mentions = tuple(
        Mention(*span(made, quote), name=quote) for quote in re.findall("NVIDIA V100", text) if version == "1"
    )
    links = tuple(
        Link(*span(made, url), url=url, type=LinkType.PAGE) for url in re.findall(r"https://[\w./]+\d", text)
    )
    return made, Extraction(claims, mentions, links, system=made.title.partition(":")[0])


def tell(path: Path, chapter: Chapter) -> str:
    """Have it happen; the id of the run."""
    with Warehouse.open(path) as store:
        run_id = store.start_run("feed.jsonl", chapter.version)
        for papers in chapter.batches:
            store.load(run_id, batch([read(made, chapter.version) for made in papers], chapter.version))
        if chapter.is_finished:
            store.finish_run(run_id, "completed")
    return run_id


def state(path: Path, run: str) -> State:
    """Every row of a paper as of a run, in an order of its own."""
    with duckdb.connect(str(path), read_only=True) as connection:
        return {
            name: sorted(connection.execute(f"FROM {name}_at(?)", [run]).fetchall(), key=repr) for name in RELATIONS
        }


def held(rows_of: Dump) -> State:
    """The same as the warehouse holds it now."""
    return {name: rows_of[name] for name in RELATIONS}
