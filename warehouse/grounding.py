"""The promise that a span holds its quote, in SQL."""

from __future__ import annotations

import duckdb

Place = tuple[str, str, int, int, str]
"""``paper_id``, ``field``, ``start_char``, ``end_char`` and ``quote`` of a row."""


def first_ungrounded(connection: duckdb.DuckDBPyConnection, rows: str, texts: str) -> Place | None:
    """The first of the rows that no text of its paper has at its place; ``texts`` may hold several of a paper.

    Both are relations: ``rows`` with the columns of :data:`Place`, ``texts`` with ``paper_id``, ``title`` and
    ``abstract``.
    """
    row = connection.execute(f"""
        WITH numbered AS (
            SELECT paper_id, field, start_char, end_char, quote, row_number() OVER () AS row_ FROM {rows}
        )
        SELECT paper_id, field, start_char, end_char, quote
        FROM numbered ANTI JOIN (
            SELECT n.row_
            FROM (
                SELECT n.*, CASE n.field WHEN 'title' THEN t.title WHEN 'abstract' THEN t.abstract END AS text_
                FROM numbered n JOIN {texts} t USING (paper_id)
            ) n
            WHERE n.start_char >= 0 AND n.start_char < n.end_char AND n.end_char <= length(n.text_)
                AND substr(n.text_, n.start_char + 1, n.end_char - n.start_char) = n.quote
        ) USING (row_)
        ORDER BY row_
        LIMIT 1
    """).fetchone()
    return None if row is None else (row[0], row[1], row[2], row[3], row[4])


def said(place: Place) -> str:
    """What is wrong with such a row."""
    paper_id, field, start, end, quote = place
    return f"{paper_id} {field}[{start}:{end}] is not {quote!r}"
