"""docs/feeds.md names every format and every column, and its commands are commands."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from flows.cli import build_parser
from flows.feeds import FORMATS
from flows.feeds.fields import NAMES
from tests.flows.runner import ROOT, paperclaims

TEXT = (ROOT / "docs" / "feeds.md").read_text(encoding="utf-8")


def test_every_format_has_a_row() -> None:
    assert set(re.findall(r"^\| `([\w-]+)` \|", TEXT, re.MULTILINE)) == set(FORMATS)


def test_every_name_of_a_column_is_listed() -> None:
    rows = {
        field: f"| {field} | {', '.join(f'`{name}`' for name in names)} | `--{field}-column` |"
        for field, names in NAMES.items()
    }
    table = TEXT.partition("<!-- names -->")[2].partition("<!-- /names -->")[0].strip()
    assert table.splitlines()[2:] == list(rows.values())


def test_the_query_is_one(loaded: Path) -> None:
    [query] = re.findall(r"^```sql\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    done = paperclaims("sql", query, "-w", loaded)
    assert (done.code, done.err) == (0, "")


def test_every_command_is_one() -> None:
    [block] = re.findall(r"^```sh\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    for line in block.splitlines():
        command = shlex.split(line.partition("#")[0].rpartition("| ")[2])
        assert build_parser().parse_args(command[1:]).feeds
