"""Titles and abstracts of the feeds to train on: JSON Lines (also gzipped) or the text of a trending page."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from schemas.identity import fold_space

_SHORTEST_ABSTRACT = 300  # characters
_LONGEST_TITLE = 250


def read(path: Path) -> Iterator[tuple[str, str]]:
    """Title and abstract of each paper, white space folded.

    Raises OSError when the file can not be read, ValueError when a line of JSON Lines is no object with both texts.
    """
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        if ".jsonl" in path.name:
            for number, line in enumerate(lines, 1):
                yield _record(line, f"{path}:{number}")
        else:
            yield from _pairs(lines)


def _record(line: str, place: str) -> tuple[str, str]:
    try:
        paper = json.loads(line)
        return fold_space(paper["title"]), fold_space(paper["abstract"])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{place}: no object with a title and an abstract ({error})") from error


def _pairs(lines: Iterator[str]) -> Iterator[tuple[str, str]]:
    title = ""
    for line in map(fold_space, lines):
        if len(line) >= _SHORTEST_ABSTRACT and title:
            yield title, line
            title = ""
        elif 0 < len(line) <= _LONGEST_TITLE:
            title = line.removeprefix("Subscribe")
