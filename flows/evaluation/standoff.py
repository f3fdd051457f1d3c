"""Annotated papers without their texts: claims as places and figures, which can be kept where the texts can not.

python -m flows.evaluation.standoff detach ANNOTATED... > places.jsonl
python -m flows.evaluation.standoff attach places.jsonl FEED... > annotated.jsonl

Papers are known by their ``paper_id``. Their claims and systems are kept, not their devices and links. A baseline,
setting or system that stands in the text as it is annotated becomes ``[field, start, end]``, in code points; one in
other words stays as it is.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from flows.evaluation.agreement import accepted
from flows.evaluation.papers import EvaluationError, ScoredPaper, lines_of, read_annotated
from flows.feeds.registry import open_feed
from flows.usererror import in_one_line
from schemas.records import Paper

_TEXTS = ("title", "abstract")
_PHRASES = ("baseline", "setting")
_WORDS = ("quote", *_PHRASES)

Texts = Mapping[str, str]
"""The title and the abstract, by those names."""


def detach(paper: ScoredPaper) -> dict[str, Any]:
    """The annotation of a paper without its words."""
    texts = {name: getattr(paper, name) for name in _TEXTS}
    claims = []
    for claim in paper.claims:
        row = {key: value for key, value in claim.items() if value not in (None, []) and key not in _WORDS}
        phrases = {name: _places(claim.get(name), claim["field"], texts) for name in _PHRASES}
        claims.append({**row, **phrases})
    return {"id": paper.id, "system": _places(paper.system, "title", texts), "claims": claims}


def _places(phrases: Any, field: str, texts: Texts) -> list[Any]:
    """Where each of the accepted phrases stands, in that text or else in the other; itself where it does not."""
    return [_place(phrase, field, texts) for phrase in accepted(phrases)]


def _place(phrase: str | None, field: str, texts: Texts) -> str | list[Any] | None:
    for name in sorted(_TEXTS, key=lambda name: name != field) if phrase else ():
        start = texts[name].find(phrase or "")
        if start >= 0:
            return [name, start, start + len(phrase or "")]
    return phrase


def attach(row: Mapping[str, Any], texts: Texts) -> dict[str, Any]:
    """The annotated paper, as :func:`flows.evaluation.papers.read_annotated` reads it."""
    claims = []
    for claim in row["claims"]:
        quote = texts[claim["field"]][claim["start_char"] : claim["end_char"]]
        claims.append({**claim, "quote": quote, **{name: _phrases(claim[name], texts) for name in _PHRASES}})
    system = _phrases(row["system"], texts)
    return {"id": row["id"], **texts, "system": None if system == [None] else system, "claims": claims}


def _phrases(places: list[Any], texts: Texts) -> list[str | None]:
    return [texts[at[0]][at[1] : at[2]] if isinstance(at, list) else at for at in places]


def attached(places: Path, feeds: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """The annotated papers of a file of places, in its order.

    Raises:
        EvaluationError: the file can not be read, a line is no such annotation, or no feed has its paper.
        FeedError: a feed can not be read.
    """
    rows = _rows(places)
    wanted = {row["id"] for _, row in rows}
    found: dict[str, Texts] = {}
    for feed in feeds:
        for paper in open_feed(feed).records():
            if isinstance(paper, Paper) and paper.paper_id in wanted:
                found.setdefault(paper.paper_id, {name: getattr(paper, name) for name in _TEXTS})
    for number, row in rows:
        if row["id"] not in found:
            raise EvaluationError(f"{places}:{number}: no feed has the paper {row['id']}")
        try:
            yield attach(row, found[row["id"]])
        except (LookupError, TypeError) as error:
            raise EvaluationError(f"{places}:{number}: not claims with places in the texts of their paper") from error


def _rows(places: Path) -> list[tuple[int, dict[str, Any]]]:
    """The annotations of a file, each with the number of its line."""
    rows = []
    for number, line in lines_of(places):
        try:
            row = json.loads(line)
        except ValueError as error:
            raise EvaluationError(f"{places}:{number}: not JSON") from error
        if not isinstance(row, dict) or not {"id", "system", "claims"} <= row.keys():
            raise EvaluationError(f"{places}:{number}: not an annotated paper without its text")
        rows.append((number, row))
    return rows


def main() -> None:
    """Print one form or the other."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("detach").add_argument("annotated", type=Path, nargs="+")
    adding = verbs.add_parser("attach")
    adding.add_argument("places", type=Path)
    adding.add_argument("feeds", type=Path, nargs="+")
    args = parser.parse_args()
    if args.verb == "detach":
        rows: Iterable[dict[str, Any]] = (detach(paper) for path in args.annotated for paper in read_annotated(path))
    else:
        rows = attached(args.places, args.feeds)
    for row in rows:
        sys.stdout.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    in_one_line(main)
