"""Names like one that fits nothing, to offer in its place."""

from __future__ import annotations

import duckdb

_OFFERED = 5


def nearest(connection: duckdb.DuckDBPyConnection, names: str, text: str) -> list[str]:
    """The names most like the text, as a whole or in one word; ``names`` is SQL that gives a column ``name``.

    Likeness is the Damerau-Levenshtein distance in relation to the longer of the two; among equals, the commonest.
    """
    rows = connection.execute(
        f"""
        WITH said AS (
            SELECT name, count(*) AS times FROM ({names}) WHERE name IS NOT NULL GROUP BY name
        ),
        words AS (
            SELECT name, times, unnest([lower(name)] || string_split(lower(name), ' ')) AS word FROM said
        )
        SELECT name FROM words GROUP BY name, times
        ORDER BY
            min(damerau_levenshtein(word, lower($text)) / greatest(length(word), length($text))),
            times DESC, length(name), name
        LIMIT $limit
        """,
        {"text": text, "limit": _OFFERED},
    ).fetchall()
    return [name for (name,) in rows]


def offered(names: list[str]) -> str:
    """The names as they end a message; nothing when there are none."""
    return f" (near: {', '.join(names)})" if names else ""
