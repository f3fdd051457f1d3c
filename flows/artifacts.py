"""What Prefect shows of a run: its summary, the new claims, who moved in the leaderboards, and what was refused.

The keys begin with the warehouse's name, so that the history of each stands under one. A table that would be empty is
not made.
"""

from __future__ import annotations

import re
import textwrap
from typing import Any

from prefect.artifacts import create_markdown_artifact, create_table_artifact

from flows.claimcells import factor
from flows.orchestration.conventions import slug
from flows.summary import as_markdown
from warehouse import Move, RunSummary, Warehouse

ROWS = 50
"""Rows of a table at most; Prefect stores and shows each table whole."""
TOP = 10
"""Places of each metric's leaderboard that are watched."""

Row = dict[str, Any]

_WIDTH = 60  # characters of a title, so that the columns after it are seen
_PLAIN = re.compile(r"https?://[^\s()<>\[\]]+")  # what ends in no wrong place in a link
_ROUND = str.maketrans("[]", "()")


def publish(store: Warehouse, summary: RunSummary) -> None:
    """Make the artifacts of a run, before its warehouse is closed."""
    name = slug(store.path.stem) or "warehouse"
    into = f"{summary.feed} into {store.path}"
    create_markdown_artifact(as_markdown(summary), key=f"{name}-summary", description=into)
    news = store.news(summary.run_id, ROWS, TOP)
    tables = [
        ("new-claims", "new claims", [_claim(row) for row in news.claims], news.claims_in_all),
        ("leaderboard", f"moves in the first {TOP} places", [_move(move) for move in news.moves], len(news.moves)),
        ("refused", "refused", [_reject(row) for row in news.rejects], news.rejects_in_all),
    ]
    for key, what, rows, in_all in tables:
        if rows:
            shown = f"the first {ROWS} of " if in_all > ROWS else ""
            told = f"{shown}{in_all:,} {what}: {into}"
            create_table_artifact(rows[:ROWS], key=f"{name}-{key}", description=told)


def _claim(row: Row) -> Row:
    return {
        "metric": row["metric"],
        "factor": factor(row) if row["factor_low"] is not None else "",
        "paper": paper_cell(row),
        "quote": row["quote"],
        "baseline": row["baseline"] or "",
        "claimed by": row["attribution"],
    }


def _move(move: Move) -> Row:
    row = move.row
    return {
        "metric": row["metric"],
        "place": move.new or "",
        "before": move.old or "",
        "factor": factor(row),
        "paper": paper_cell(row),
        "quote": row["quote"],
        "baseline": row["baseline"] or "",
    }


def paper_cell(row: Row) -> str:
    """The title, or its beginning, as the link that Prefect makes of a cell in Markdown."""
    title = textwrap.shorten(row["title"], _WIDTH, placeholder=" ...").translate(_ROUND)
    return f"[{title}]({row['url']})" if row["url"] and _PLAIN.fullmatch(row["url"]) else title


def _reject(row: Row) -> Row:
    return {"where": row["locator"], "why": row["reason"], "stage": row["stage"]}
