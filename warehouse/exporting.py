"""Each relation as a file that other tools can read, and that a warehouse can be built from again."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from warehouse import manifest
from warehouse.connection import told, transaction
from warehouse.errors import WarehouseError
from warehouse.exchange import write
from warehouse.files import connect_reader, remove_litter
from warehouse.manifest import Manifest, Written
from warehouse.migrations import version_of


def export(path: Path, directory: Path, style: str = "parquet") -> list[Path]:
    """Write each relation to ``<relation>.parquet`` or ``.csv`` in the directory, which is made when missing.

    All show the same moment. A file appears whole or not at all, and none is replaced before all are written;
    ``manifest.json`` comes last and says what the others hold. See :mod:`warehouse.exchange` for the formats.

    Raises:
        WarehouseError: the warehouse can not be read, the directory can not be written, or there is no such style.
    """
    if style not in manifest.STYLES:
        raise WarehouseError(f"there is no format {style!r} for an export; there are: {', '.join(manifest.STYLES)}")
    drafts: dict[Path, Path] = {}
    relations: dict[str, Written] = {}
    connection = connect_reader(path)
    try:
        directory.mkdir(parents=True, exist_ok=True)
        remove_litter(directory, r"\.\w+\.(\d+)\.(?:parquet|csv|json)")
        with told(path), transaction(connection):
            layout = version_of(connection)
            names = connection.execute("""
                SELECT table_name FROM duckdb_tables() WHERE NOT internal
                UNION ALL SELECT view_name FROM duckdb_views() WHERE NOT internal
                ORDER BY 1
            """).fetchall()
            for (name,) in names:
                final = directory / f"{name}.{style}"
                draft = _draft(drafts, final)
                relations[name] = Written(write(connection, name, draft, style), manifest.sha256(draft))
        assert layout is not None  # the reader refuses what is no warehouse
        written = Manifest(layout, style, relations).to_json()
        _draft(drafts, directory / manifest.NAME).write_text(written, "utf-8")
        (directory / manifest.NAME).unlink(missing_ok=True)  # until all are replaced, it would speak of others
        for draft, final in drafts.items():
            draft.replace(final)
    except FileExistsError as error:
        raise WarehouseError(f"{directory}: is a file, not a directory") from error
    except OSError as error:
        raise WarehouseError(f"{directory}: {error.strerror}") from error
    finally:
        connection.close()
        for draft in drafts:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
    return list(drafts.values())


def _draft(drafts: dict[Path, Path], final: Path) -> Path:
    draft = final.with_name(f".{final.stem}.{os.getpid()}{final.suffix}")
    drafts[draft] = final
    return draft
