"""The papers that are scored: annotated ones from a file, found ones from a file, a warehouse or the extractor."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from schemas.identity import fold_space
from schemas.records import Claim, Link, Mention


class EvaluationError(Exception):
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


_NEEDED = (
    "field",
    "start_char",
    "end_char",
    "quote",
    "kind",
    "low",
    "high",
    "unit",
    "qualifier",
    "metric",
    "attribution",
)


def read_annotated(path: Path) -> list[ScoredPaper]:
    """Papers of a JSON Lines file, each with title, abstract, system, claims, hardware and links.

    Raises:
        EvaluationError: the file can not be read, or a line is not such a paper.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise EvaluationError(f"{path}: {getattr(error, 'strerror', None) or error}") from error
    papers = [_paper(path, number, line) for number, line in enumerate(lines, 1) if line.strip()]
    if not papers:
        raise EvaluationError(f"{path}: holds no annotated paper")
    return papers


def _paper(path: Path, number: int, line: str) -> ScoredPaper:
    where = f"{path}:{number}"
    try:
        row = json.loads(line)
        paper = ScoredPaper(
            row["title"], row["abstract"], str(row.get("id", "")), row.get("system"),
            list(row["claims"]), list(row.get("hardware", [])), list(row.get("links", [])),
        )  # fmt: skip
    except (ValueError, TypeError, KeyError) as error:
        reason = f"lacks {error}" if isinstance(error, KeyError) else str(error)
        raise EvaluationError(f"{where}: not an annotated paper: {reason}") from error
    for claim in paper.claims:
        missing = [name for name in _NEEDED if name not in claim]
        if missing:
            raise EvaluationError(f"{where}: a claim lacks {', '.join(missing)}")
    return paper


def read_found(path: Path) -> list[ScoredPaper]:
    """Papers of a warehouse, or of a file of the annotated form when its name ends in ``.jsonl``.

    Raises:
        EvaluationError: the file can not be read.
        WarehouseError: it is no warehouse.
    """
    if path.suffix == ".jsonl":
        return read_annotated(path)
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
