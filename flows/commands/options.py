"""Options that several verbs share."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from io import TextIOWrapper
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from flows.rendering import FORMATS, render

_OF_TABLES = ("txt", "text", "log")  # endings of files that people read
DEFAULT_WAREHOUSE = Path("claims.duckdb")
_MOST = 2**63 - 1  # DuckDB's largest number of rows
WHAT = {
    "id": "identifier: an arXiv id or a DOI is taken as such",
    "published": "date of the first version",
    "doi": "DOI",
    "url": "web address",
}


def add_warehouse(parser: ArgumentParser, *, is_made: bool = False) -> None:
    """``--warehouse PATH``; ``is_made``: it must not be there yet."""
    what = "the warehouse to make, a DuckDB file that is not there yet" if is_made else "the warehouse, a DuckDB file"
    parser.add_argument(
        "-w", "--warehouse", type=named_path, default=DEFAULT_WAREHOUSE, metavar="PATH",
        help=f"{what} (default: {DEFAULT_WAREHOUSE})",
    )  # fmt: skip


def add_wait(parser: ArgumentParser) -> None:
    """``--wait SECONDS``."""
    parser.add_argument(
        "--wait", type=seconds, default=0, metavar="SECONDS",
        help="wait so long for somebody else who writes the warehouse (default: stop and say who it is)",
    )  # fmt: skip


def add_columns(parser: ArgumentParser) -> None:
    """``--title-column NAME`` and so on, a group of their own."""
    from flows.feeds.fields import FIELDS

    group = parser.add_argument_group(
        "names of columns",
        "For CSV, Parquet and JSON, where a name is none of those that are recognised; '' leaves a field out.",
    )
    for field in FIELDS:
        group.add_argument(f"--{field}-column", metavar="NAME", help=f"the name of the {WHAT.get(field, field)}")


def columns(args: Namespace) -> dict[str, str] | None:
    """By field, the name that ``--FIELD-column`` gives."""
    from flows.feeds.fields import FIELDS

    given = {field: getattr(args, f"{field}_column") for field in FIELDS}
    return {field: name for field, name in given.items() if name is not None} or None


def add_workers(parser: ArgumentParser) -> None:
    """``--jobs N`` and ``--cluster ADDRESS``."""
    parser.add_argument(
        "-j", "--jobs", type=positive, metavar="N",
        help="processes that extract, where there is much to extract (default: one for each core)",
    )  # fmt: skip
    parser.add_argument(
        "--cluster", type=_scheduler, metavar="ADDRESS",
        help="let the workers of a Dask cluster extract; the address of its scheduler, tcp://host:8786 (needs "
        "paperclaims[cluster])",
    )  # fmt: skip


def add_output(parser: ArgumentParser) -> None:
    """``--format`` and ``--output FILE``."""
    parser.add_argument(
        "-f", "--format", type=_style, choices=FORMATS,
        help="how rows are written (default: as the ending of FILE says, else table)",
    )  # fmt: skip
    parser.add_argument(
        "-o", "--output", type=named_path, metavar="FILE",
        help="write the rows to a file, which appears whole or not at all (default: standard output)",
    )  # fmt: skip


def settle_format(args: Namespace) -> None:
    """Where no format of rows is asked for, the ending of the file that they go to says it; else they are a table."""
    args.odd_ending = ""
    if not hasattr(args, "output") or args.format is not None:
        return
    ending = args.output.suffix.lower().lstrip(".") if args.output else ""
    args.format = _style(ending) if ending in FORMATS else "table"
    args.odd_ending = "" if ending in (*FORMATS, *_OF_TABLES) else ending


@contextmanager
def output(args: Namespace) -> Iterator[TextIOWrapper]:
    """Where what is printed goes: a file, as ``--output`` says, or standard output."""
    from flows.output import destination

    with destination(args.output, args.format) as stream, redirect_stdout(stream):
        if args.odd_ending:
            print(
                f"{args.output}: a table, as .{args.odd_ending} is the ending of no format; see --format",
                file=sys.stderr,
            )
        yield stream


def print_rows(
    args: Namespace, columns: Sequence[str], rows: Iterable[Sequence[Any]], rigid: Collection[str] = ()
) -> None:
    """Write rows as ``--format`` and ``--output`` say; ``rigid`` columns of a table are not broken over lines."""
    with output(args):
        render(columns, rows, args.format, rigid=rigid)


def tell_passed_over(titles: int, part: str) -> None:
    """Say how many more titles contain the part of one by which a paper was asked for."""
    if titles:
        others = "1 more title contains" if titles == 1 else f"{titles:,} more titles contain"
        print(f"{others} {part!r}", file=sys.stderr)


def _style(text: str) -> str:
    return "markdown" if text == "md" else text


def _scheduler(text: str) -> str:
    """The address of a Dask scheduler."""
    try:
        parts = urlsplit(text)
        if parts.scheme in ("tcp", "tls", "ws", "wss") and parts.hostname and parts.port:
            return text
    except ValueError:  # a port that is no number
        pass
    raise ArgumentTypeError(f"{text!r} is not the address of a scheduler, such as tcp://10.0.0.1:8786")


def named_path(text: str) -> Path:
    """A path; an empty one would be the working directory."""
    if not text:
        raise ArgumentTypeError("the name is empty")
    return Path(text)


def named(text: str) -> str:
    """Words to look for; none would be found everywhere."""
    if not text.strip():
        raise ArgumentTypeError("the text is empty")
    return text


def metric(text: str) -> str:
    """A metric that claims are about."""
    from schemas.vocabulary import Metric

    if text not in list(Metric):
        raise ArgumentTypeError(f"there is no metric {text!r}; there are: {', '.join(Metric)}")
    return text


def ranked_metric(text: str) -> str:
    """A metric of which one value can be so many times better than another."""
    from schemas.vocabulary import Metric

    ranked = [one for one in Metric if one.has_factor]
    if text in ranked:
        return text
    if text in list(Metric):
        raise ArgumentTypeError(
            f"a change of {text} has no factor, so none is ranked; they stand in the relation claims"
        )
    raise ArgumentTypeError(f"there is no metric {text!r}; there are: {', '.join(ranked)}")


def positive(text: str) -> int:
    """A whole number of 1 or more."""
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number > _MOST:
        raise ArgumentTypeError(f"{text!r} is too large")
    if number < 1:
        raise ArgumentTypeError(f"{text!r} is not a whole number of 1 or more")
    return number


def seconds(text: str) -> float:
    """A number of seconds above 0."""
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not number > 0:
        raise ArgumentTypeError(f"{text!r} is not a number of seconds above 0")
    return number
