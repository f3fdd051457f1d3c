"""``paperclaims upgrade``: a warehouse of an older version, brought up to this one's layout."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from flows.commands.options import add_warehouse

NAME = "upgrade"
HELP = "bring a warehouse of an older version up to date"
DESCRIPTION = """\
Bring a warehouse that an older version made to the layout of this one: every row stays, and tables, columns and views
that are new come to it. Whatever writes (run, reextract) does the same first; a version that only reads an older
warehouse answers what that layout can.

  paperclaims upgrade
  paperclaims upgrade -w arxiv.duckdb
"""


def add(parser: ArgumentParser) -> None:
    """Arguments of the verb."""
    add_warehouse(parser)


def run(args: Namespace) -> int:
    """Upgrade and say from which layout to which."""
    from warehouse import upgrade

    before, after = upgrade(args.warehouse)
    was = "the present one" if before == after else f"it was of {before}"
    print(f"{args.warehouse}: is of layout {after}, {was}")
    return 0
