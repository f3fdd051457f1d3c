"""The papers that are scored: annotated ones from a file, found ones from a file, a warehouse or the extractor."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from flows.usererror import UserError
from schemas.identity import fold_space
from schemas.records import Claim, Link, Mention


class EvaluationError(UserError):
    """What is to be scored can not be read; one line that says where and why."""


@dataclass
class ScoredPaper:
    """A paper with its claims, devices and links as rows."""

    title: str
    abstract: str
    id: str = ""  # what the halves go by
    system: Any = None  # annotated: a name, a list of accepted names, or null
    claims: list[dict[str, Any]] = field(default_factory=list)
    hardware: list[dict[str, Any]] = field(default_factory=list)
    links: list[dict[str, Any]] = field(default_factory=list)

    @property
    def half(self) -> int:
        """0 or 1: the parity of the first byte of the SHA-256 of the id."""
        return hashlib.sha256(self.id.encode()).digest()[0] % 2

    @property
    def key(self) -> str:
        """What papers are paired by: the title, case and white space folded."""
        return fold_space(self.title).casefold()


_PLACES = ("start_char", "end_char")
_VALUES = ("low", "high")
_NEEDED = ("field", *_PLACES, "quote", "kind", *_VALUES, "unit", "qualifier", "metric", "attribution")


def read_annotated(path: Path) -> list[ScoredPaper]:
    """Papers of a JSON Lines file, each with title, abstract, system, claims, hardware and links.

    Raises:
        EvaluationError: the file can not be read, a line is not such a paper, or a quote does not stand where it is
            said to.
    """
    papers = _read(path)
    for number, paper in papers:
        for claim in paper.claims:
            text = paper.title if claim["field"] == "title" else paper.abstract
            start, end = (claim[name] for name in _PLACES)
            if text[start:end] != claim["quote"]:
                raise EvaluationError(
                    f"{path}:{number}: {claim['quote']!r} does not stand at {start} to {end} of the {claim['field']}"
                )
    return [paper for _, paper in papers]


def lines_of(path: Path) -> list[tuple[int, str]]:
    """The lines of a file that are not blank, each with its number.

    Raises:
        EvaluationError: the file can not be read.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise EvaluationError(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise EvaluationError(f"{path}: not UTF-8 at byte {error.start + 1}") from error
    return [(number, line) for number, line in enumerate(lines, 1) if line.strip()]


def _read(path: Path) -> list[tuple[int, ScoredPaper]]:
    """The papers of a file, each with the number of its line."""
    papers = []
    for number, line in lines_of(path):
        try:
            papers.append((number, _paper(line)))
        except ValueError as error:
            raise EvaluationError(f"{path}:{number}: {error}") from error
    if not papers:
        raise EvaluationError(f"{path}: holds no annotated paper")
    return papers


def _paper(line: str) -> ScoredPaper:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg.lower()} at character {error.pos + 1}") from error
    except RecursionError as error:
        raise ValueError("not JSON that can be read: brackets too deep") from error
    if not isinstance(row, dict):
        raise ValueError("not an annotated paper but another kind of value")
    for name in ("title", "abstract"):
        if name not in row:
            raise ValueError(f"not an annotated paper: lacks {name!r}")
        if not isinstance(row[name], str):
            raise ValueError(f"not an annotated paper: {name!r} is no text")
    claims = _rows_of(row, "claims", _NEEDED)
    for claim in claims:
        _refuse_wrong_types(claim)
    others = (_rows_of({name: []} | row, name, (key,)) for name, key in (("hardware", "name"), ("links", "url")))
    return ScoredPaper(row["title"], row["abstract"], str(row.get("id", "")), row.get("system"), claims, *others)


def _rows_of(row: dict[str, Any], name: str, needed: Sequence[str]) -> list[dict[str, Any]]:
    """The list of that name, whose members have all that is needed."""
    if name not in row:
        raise ValueError(f"not an annotated paper: lacks {name!r}")
    found = row[name]
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise ValueError(f"not an annotated paper: {name} is not a list of objects")
    for one in found:
        if missing := [key for key in needed if key not in one]:
            raise ValueError(f"one of {name} lacks {', '.join(missing)}")
    return found


def _refuse_wrong_types(claim: dict[str, Any]) -> None:
    if claim["field"] not in ("title", "abstract"):
        raise ValueError(f"the field of a claim is {claim['field']!r}, not title or abstract")
    for name in _PLACES:
        if not isinstance(claim[name], int) or claim[name] < 0:
            raise ValueError(f"{name} of a claim is {claim[name]!r}, not a whole number")
    for name in _VALUES:
        if not isinstance(claim[name], int | float):
            raise ValueError(f"{name} of a claim is {claim[name]!r}, not a number")


def read_found(path: Path) -> list[ScoredPaper]:
    """Papers of a warehouse, or of a file of the annotated form when its name ends in ``.jsonl``.

    Raises:
        EvaluationError: the file can not be read.
        WarehouseError: it is no warehouse.
    """
    if path.suffix == ".jsonl":
        return [paper for _, paper in _read(path)]
    from warehouse import query

    def rows(relation: str) -> list[dict[str, Any]]:
        with query(path, f"SELECT * FROM {relation}") as result:
            return [dict(zip(result.columns, row, strict=True)) for row in result]

    papers = {
        row["paper_id"]: ScoredPaper(row["title"], row["abstract"], row["paper_id"], row["system"])
        for row in rows("papers")
    }
    for relation, name in (("claims", "claims"), ("hardware_mentions", "hardware"), ("links", "links")):
        for row in rows(relation):
            getattr(papers[row["paper_id"]], name).append(row)
    return list(papers.values())


def extract_found(annotated: Iterable[ScoredPaper]) -> list[ScoredPaper]:
    """What the extractor finds in the texts of annotated papers."""
    from extractors import extract_paper

    found = []
    for paper in annotated:
        extraction = extract_paper(paper.title, paper.abstract)
        found.append(
            ScoredPaper(
                paper.title,
                paper.abstract,
                paper.id,
                extraction.system,
                _rows(extraction.claims),
                _rows(extraction.mentions),
                _rows(extraction.links),
            )
        )
    return found


def _rows(records: Sequence[Claim] | Sequence[Mention] | Sequence[Link]) -> list[dict[str, Any]]:
    return [asdict(record) for record in records]
