"""The command line; each verb is imported when it is asked for."""

from __future__ import annotations

import argparse
import errno
import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import Any, NoReturn

from flows.commands.options import settle_format
from flows.usererror import UsageError, UserError

VERBS = (
    "run", "schedule", "leaderboard", "compare", "sql", "show", "extract", "evaluate", "runs", "diff", "reextract",
    "upgrade", "export", "import",
)  # fmt: skip
_MODULES = {"import": "import_"}  # where a verb is no name for a module

_DESCRIPTION = """\
What do papers claim: which speedup, over what, on which hardware, and where does it say so? Turns feeds of titles and
abstracts into a DuckDB warehouse of validated claims, and answers in SQL.
"""
_EPILOG = """\
first steps:
  paperclaims run feed.txt                    a feed into claims.duckdb
  paperclaims leaderboard speed               who reports the largest speedup
  paperclaims show "part of a title"          a paper with its claims highlighted
  paperclaims sql "FROM claims LIMIT 5"       anything else

paperclaims VERB --help says more about each.
"""


# A disk that takes no more, or no stream at all.
_NO_MORE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF}
_TERMINATED = 128 + signal.SIGTERM


class Parser(argparse.ArgumentParser):
    """A parser that says in one line what is wrong with a command line."""

    def error(self, message: str) -> NoReturn:
        """End with 2; the usage is a question away."""
        self.exit(2, f"{self.prog}: {message}; see {self.prog} --help\n")

    def _print_message(self, message: str, file: Any = None) -> None:
        """Help and version; of a stream that takes nothing, argparse's own method says nothing."""
        if file is sys.stdout:
            file.write(message)
        else:
            super()._print_message(message, file)


def build_parser() -> Parser:
    """The parser with all verbs."""
    from importlib.metadata import version  # which takes long enough to be interrupted

    parser = Parser(
        prog="paperclaims",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"paperclaims {version('paperclaims')}")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    for name in VERBS:
        verb: Any = import_module(f"flows.commands.{_MODULES.get(name, name)}")
        sub = verbs.add_parser(
            verb.NAME,
            help=verb.HELP,
            description=verb.DESCRIPTION,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        verb.add(sub)
        sub.set_defaults(run=verb.run)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run a verb; 0: it worked, 1: an error that the message names, 2: a wrong command line, 130: Ctrl-C.

    Raises:
        SystemExit: for the parser with 0 or 2, on a SIGTERM with 143.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # what the terminal has no character for is still said
            stream.reconfigure(errors="backslashreplace")
    try:
        args = _parsed(argv)
        settle_format(args)
        _refuse_other_encodings(sys.argv[1:] if argv is None else argv)
        code = args.run(args)
        sys.stdout.flush()
        return int(code)
    except BrokenPipeError:
        # Whoever reads has seen enough; nothing more is to be written at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        if error.errno not in _NO_MORE or error.filename is not None:
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        why = "is closed" if error.errno == errno.EBADF else error.strerror
        print(f"paperclaims: standard output: {why}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("paperclaims: interrupted", file=sys.stderr)
        return 130
    except SystemExit as end:
        if end.code == _TERMINATED:  # what a flow makes of the signal
            print("paperclaims: terminated", file=sys.stderr)
        raise
    except Exception as error:
        if not _is_users(error):
            raise
        print(f"paperclaims: {error}", file=sys.stderr)
        return 2 if isinstance(error, UsageError) else 1


def _parsed(argv: Sequence[str] | None) -> argparse.Namespace:
    try:
        return build_parser().parse_args(argv)
    except SystemExit:
        sys.stdout.flush()  # a help that could not be written
        raise


def _refuse_other_encodings(argv: Sequence[str]) -> None:
    for place, argument in enumerate(argv, 1):
        try:
            argument.encode()
        except UnicodeEncodeError as error:
            raise UserError(f"argument {place} of the command is not UTF-8") from error


def _is_users(error: Exception) -> bool:
    """Whether the error is one that a user can cause, which its message explains."""
    warehouse = sys.modules.get("warehouse.errors")
    return isinstance(error, UserError) or (warehouse is not None and isinstance(error, warehouse.WarehouseError))
