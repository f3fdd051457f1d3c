"""Which statements a query may hold: those that ask.

A statement is known by its first word before DuckDB parses it, since parsing alone can already read files
(``IMPORT DATABASE``) or make another statement of it (``PRAGMA``); then by what DuckDB parsed; and what ``EXPLAIN``
explains is judged by itself, since ``EXPLAIN ANALYZE`` runs it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import duckdb

from warehouse.connection import one_line
from warehouse.errors import QueryError
from warehouse.functions import REFUSED

_OTHER = frozenset(
    [
        *(
            "ABORT",
            "ALTER",
            "ANALYZE",
            "ATTACH",
            "BEGIN",
            "CALL",
            "CHECKPOINT",
            "COMMENT",
            "COMMIT",
            "COPY",
            "CREATE",
        ),
        *("DEALLOCATE", "DELETE", "DETACH", "DROP", "END", "EXECUTE", "EXPORT", "FORCE", "IMPORT", "INSERT"),
        *("INSTALL", "LOAD", "MERGE", "PRAGMA", "PREPARE", "RESET", "ROLLBACK", "SET", "START", "TRUNCATE", "UPDATE"),
        *("USE", "VACUUM"),
    ]
)
_OF_TWO_WORDS = frozenset(
    {
        ("EXPORT", "DATABASE"),
        ("FORCE", "CHECKPOINT"),
        ("FORCE", "INSTALL"),
        ("IMPORT", "DATABASE"),
        ("MERGE", "INTO"),
        ("START", "TRANSACTION"),
        ("UPDATE", "EXTENSIONS"),
    }
)
_ASKING = {duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN}
# What DuckDB takes for a space, and its tokenizer for a part of the word behind it.
_SPACES = (
    " \t\n\r\f\v\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u3000\ufeff"
)
_IDENTIFIER = re.compile(r'"(?:[^"]|"")*"|\w+')


@dataclass(frozen=True, slots=True)
class _Token:
    """A token of a query: its text, as far as it is a name, word or sign, and where it begins."""

    text: str
    at: int  # characters before it
    before_bracket: bool  # whether the next token is an opening one

    @property
    def word(self) -> str:
        return self.text.upper()

    @property
    def name(self) -> str:
        """As DuckDB looks it up: without quotes, in lower case."""
        return self.text.strip('"').replace('""', '"').lower()


def allowed(connection: duckdb.DuckDBPyConnection, sql: str) -> list[duckdb.Statement]:
    """The statements of a query, all of which only ask.

    Raises:
        QueryError: one does not, calls a function that is not for queries, or can not be parsed; or there is none.
    """
    if "\0" in sql:  # where DuckDB would stop reading
        raise QueryError(f"the query holds a character of code 0 ({_place(sql, sql.index(chr(0)))})")
    tokens = list(_tokens(sql))
    for first, second in _beginnings(tokens):
        if first.word in _OTHER:
            both = (first.word, second.word if second else "")
            raise _not_allowed(" ".join(both) if both in _OF_TWO_WORDS else first.word, sql, first.at)
    statements = _parsed(connection, sql)
    if not statements:
        raise QueryError("there is no query")
    for statement in statements:
        if not _asks(statement):
            raise _not_allowed(_kind(statement))
        if statement.type == duckdb.StatementType.EXPLAIN:
            _refuse_explained(connection, statement.query)
    for token in tokens:
        if token.before_bracket and token.name in REFUSED:
            raise _not_allowed(token.name, sql, token.at)
    return statements


def is_complete(sql: str) -> bool:
    """Whether the last statement is ended by a semicolon that stands in no text, name or comment."""
    tokens = list(_tokens(sql))
    return bool(tokens) and tokens[-1].text == ";"


def _asks(statement: duckdb.Statement) -> bool:
    # PIVOT makes a type for its columns first, a statement that has no text of its own.
    of_pivot = statement.type == duckdb.StatementType.CREATE and not statement.query
    return statement.type in _ASKING or of_pivot


def _refuse_explained(connection: duckdb.DuckDBPyConnection, explanation: str) -> None:
    tokens = list(_tokens(explanation))
    if not tokens:  # of a PIVOT, say, which is several statements, none of which has a text
        raise _not_allowed("to explain this statement")
    at = 1
    if tokens[at].word == "(" and tokens[at + 1].word in ("ANALYZE", "FORMAT", "VERBOSE"):
        at = next(place for place, token in enumerate(tokens) if token.text == ")") + 1
    while tokens[at].word in ("ANALYZE", "VERBOSE"):
        at += 1
    first = tokens[at]
    if first.word in _OTHER:
        raise _not_allowed(first.word)
    for statement in _parsed(connection, explanation[first.at :]):
        if not _asks(statement):
            raise _not_allowed(_kind(statement))


def _parsed(connection: duckdb.DuckDBPyConnection, sql: str) -> list[duckdb.Statement]:
    try:
        return connection.extract_statements(sql)
    except duckdb.Error as error:
        raise QueryError(one_line(error)) from error


def _kind(statement: duckdb.Statement) -> str:
    name = statement.type.name.replace("_", " ")
    return name if name.replace(" ", "").isalpha() else "this statement"  # DuckDB calls some "???"


def _tokens(sql: str) -> Iterator[_Token]:
    text = sql.encode()  # the tokenizer counts bytes
    starts = [at for at, _ in duckdb.tokenize(sql)]
    characters = last = 0  # counted from token to token, since a long query has many
    for at, after in pairwise([*starts, len(text)]):
        characters += len(text[last:at].decode(errors="replace"))
        last = at
        raw = text[at:after].decode(errors="replace")
        word = raw.lstrip(_SPACES)
        name = _IDENTIFIER.match(word)
        place = characters + len(raw) - len(word)
        yield _Token(name[0] if name else word[:1], place, text[after : after + 1] == b"(")


def _beginnings(tokens: list[_Token]) -> Iterator[tuple[_Token, _Token | None]]:
    """The first two tokens of each statement."""
    is_first = True
    for place, token in enumerate(tokens):
        if is_first and token.text != ";":
            yield token, tokens[place + 1] if place + 1 < len(tokens) else None
        is_first = token.text == ";"


def _not_allowed(what: str, sql: str = "", at: int | None = None) -> QueryError:
    place = "" if at is None else f" ({_place(sql, at)})"
    return QueryError(f"{what} is not allowed: the warehouse can only be asked{place}")


def _place(sql: str, at: int) -> str:
    before = sql[:at]
    return f"line {before.count(chr(10)) + 1}, column {len(before) - before.rfind(chr(10))}"
