"""A warehouse from what :mod:`warehouse.exporting` wrote, equal to the first row by row.

It is built under another name beside its place, on the layout of the export, checked, brought to the present layout,
and only then moved to its place.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from warehouse import manifest
from warehouse.children import CHILDREN
from warehouse.connection import first_line, interruptible, transaction
from warehouse.errors import WarehouseError
from warehouse.exchange import fill
from warehouse.files import remove_litter
from warehouse.grounding import first_ungrounded, said
from warehouse.manifest import Manifest
from warehouse.migrations import STEPS, latest, migrate

_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
# What stands for one thing; uniqueness is checked here, as it is where rows are loaded.
_KEYS = {
    "papers": ("paper_id",),
    **{child.name: child.key for child in CHILDREN},
    "hardware": ("name",),
    "runs": ("run_id",),
    "rejects": ("reject_id",),
}
_TEXTS = "(FROM papers SELECT paper_id, title, abstract UNION FROM papers_history SELECT paper_id, title, abstract)"


def import_(directory: Path, path: Path) -> dict[str, int]:
    """Build the warehouse at ``path`` from an export; the rows of each of its tables.

    Views are not read: they follow from the tables. An export of an older layout is brought up to date.

    Raises:
        WarehouseError: something is at ``path`` already; the export is of a newer layout; a file of it is missing or
            damaged, or holds a row that the loader would refuse. Nothing is left behind.
    """
    path = path.absolute()
    if os.path.lexists(path):
        raise WarehouseError(f"{path}: is there already; an import makes a new warehouse")
    if not path.parent.is_dir():
        raise WarehouseError(f"{path}: the directory {path.parent} does not exist")
    export = manifest.read(directory)
    if export.layout > latest():
        newer = f"layout {export.layout}, this one knows up to {latest()}"
        raise WarehouseError(f"{directory}: was exported by a newer paperclaims ({newer})")
    remove_litter(path.parent, rf"\.{re.escape(path.name)}\.(\d+)\.import(?:\.wal)?")
    draft = path.with_name(f".{path.name}.{os.getpid()}.import")
    try:
        connection = duckdb.connect(str(draft), config=_CONFIG)
        try:
            rows = _build(connection, directory, export)
        finally:
            connection.close()
        _move(draft, path)
    except (OSError, duckdb.Error) as error:
        reason = first_line(error) if isinstance(error, duckdb.Error) else error.strerror
        raise WarehouseError(f"{path}: {reason}") from error
    finally:
        for litter in (draft, draft.with_name(f"{draft.name}.wal")):
            litter.unlink(missing_ok=True)
    return rows


def _build(connection: duckdb.DuckDBPyConnection, directory: Path, export: Manifest) -> dict[str, int]:
    migrate(connection, export.layout)
    names = connection.execute("SELECT table_name FROM duckdb_tables() WHERE NOT internal ORDER BY 1").fetchall()
    tables = {name: directory / export.file(name) for (name,) in names}
    rows = {}
    with interruptible(), transaction(connection):
        for table, file in tables.items():
            with _told_of(file):
                connection.execute(f"DELETE FROM {table}")  # a migration may have put rows there
                fill(connection, table, file, export.format)
                [rows[table]] = connection.execute(f"SELECT count(*) FROM {table}").fetchone() or (0,)
        _refuse_other_steps(connection, tables["migrations"], export.layout)
        _refuse_repeats(connection, tables)
        _refuse_ungrounded(connection, tables)
        _refuse_damage(tables, rows, export)
    migrate(connection)
    connection.execute("CHECKPOINT")
    return rows


@contextmanager
def _told_of(file: Path) -> Iterator[None]:
    """Turn what goes wrong with a file into an error of one line that names it."""
    try:
        yield
    except FileNotFoundError as error:
        raise WarehouseError(f"{file}: there is no such file") from error
    except OSError as error:
        raise WarehouseError(f"{file}: {error.strerror}") from error
    except (UnicodeDecodeError, duckdb.Error) as error:
        if str(error) == "Query interrupted":
            raise
        if not file.exists():
            raise WarehouseError(f"{file}: there is no such file") from error
        raise WarehouseError(f"{file}: {_reason(error, file)}") from error


def _reason(error: Exception, file: Path) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "is not UTF-8"
    message = str(error)
    if line := re.search(r"CSV Error on Line: (\d+)", message):
        told = re.search(r"^(?!Original Line|Invalid Input Error|Conversion Error|\s*$).+", message, re.MULTILINE)
        return f"line {line[1]}: {told[0].strip() if told else 'is damaged'}"
    return first_line(error).replace(str(file), file.name)


def _refuse_other_steps(connection: duckdb.DuckDBPyConnection, file: Path, layout: int) -> None:
    found = connection.execute("SELECT version, name FROM migrations ORDER BY version").fetchall()
    if found != [(number, name) for number, name, _ in STEPS if number <= layout]:
        raise WarehouseError(f"{file}: does not record the steps to layout {layout}, which the manifest names")


def _refuse_repeats(connection: duckdb.DuckDBPyConnection, tables: dict[str, Path]) -> None:
    for table, key in _KEYS.items():
        columns = ", ".join(key)
        row = connection.execute(
            f"SELECT {columns} FROM {table} GROUP BY ALL HAVING count(*) > 1 ORDER BY min(rowid) LIMIT 1"
        ).fetchone()
        if row:
            raise WarehouseError(f"{tables[table]}: more than one row for {', '.join(map(str, row))}")


def _refuse_ungrounded(connection: duckdb.DuckDBPyConnection, tables: dict[str, Path]) -> None:
    for child in CHILDREN:
        # What was replaced counts in the text of its time.
        for table, texts in ((child.name, "papers"), (f"{child.name}_history", _TEXTS)):
            if wrong := first_ungrounded(connection, table, texts):
                raise WarehouseError(f"{tables[table]}: {said(wrong)}")


def _refuse_damage(tables: dict[str, Path], rows: dict[str, int], export: Manifest) -> None:
    for table, file in tables.items():
        written = export.relations.get(table)
        if written is None:
            raise WarehouseError(f"{file.parent / manifest.NAME}: does not know {file.name}")
        if rows[table] != written.rows:
            raise WarehouseError(f"{file}: has {rows[table]} rows, but {written.rows} were exported")
        if manifest.sha256(file) != written.sha256:
            raise WarehouseError(f"{file}: is not what was exported (its SHA-256 is another one)")


def _move(draft: Path, path: Path) -> None:
    """Move the draft to its place, unless somebody was faster."""
    try:
        os.link(draft, path)
    except FileExistsError as error:
        raise WarehouseError(f"{path}: is there already; an import makes a new warehouse") from error
    except OSError:  # a file system without links
        draft.replace(path)
