"""What an export consists of: a file ``manifest.json`` beside the others, written last."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from warehouse.errors import WarehouseError

NAME = "manifest.json"
STYLES = ("parquet", "csv")


@dataclass(frozen=True, slots=True)
class Written:
    """A relation as it was written: its rows, and the SHA-256 of its file in hexadecimal digits."""

    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The layout of the warehouse (the number of its last migration), the format of the files, and each relation."""

    layout: int
    format: str
    relations: dict[str, Written]

    def file(self, relation: str) -> str:
        """The name of a relation's file."""
        return f"{relation}.{self.format}"

    def to_json(self) -> str:
        """As it stands in the file."""
        return json.dumps(asdict(self), indent=1) + "\n"


def read(directory: Path) -> Manifest:
    """The manifest of an export.

    Raises:
        WarehouseError: there is none, or it is none.
    """
    path = directory / NAME
    try:
        raw = json.loads(path.read_text("utf-8"))
        relations = {str(name): Written(int(of["rows"]), str(of["sha256"])) for name, of in raw["relations"].items()}
        manifest = Manifest(int(raw["layout"]), str(raw["format"]), relations)
    except FileNotFoundError as error:
        if not directory.is_dir():
            raise WarehouseError(f"{directory}: there is no such directory") from error
        raise WarehouseError(f"{path}: there is no such file; is this an export?") from error
    except OSError as error:
        raise WarehouseError(f"{path}: {error.strerror}") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise WarehouseError(f"{path}: is not the manifest of an export") from error
    if manifest.layout < 1 or manifest.format not in STYLES or not all(name.isidentifier() for name in relations):
        raise WarehouseError(f"{path}: is not the manifest of an export")
    return manifest


def sha256(path: Path) -> str:
    """Of a file, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
