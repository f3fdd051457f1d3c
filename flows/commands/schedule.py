"""``paperclaims schedule``: feeds into the warehouse, again and again."""

from __future__ import annotations

import datetime as dt
import re
import signal
import sys
import time
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from flows.commands.network import add_network, policy_of
from flows.commands.options import add_columns, add_warehouse, add_workers, columns, seconds
from flows.orchestration.conventions import WAIT, slug
from flows.orchestration.scheduling import Job
from flows.usererror import UsageError

if TYPE_CHECKING:
    from prefect.deployments.runner import RunnerDeployment

    from flows.console import Console
    from flows.orchestration.server import Server

NAME = "schedule"
HELP = "load feeds at set times, with Prefect's user interface"
DESCRIPTION = """\
Load feeds into the warehouse at set times, until it is stopped. Prefect keeps the schedule and shows every run in a
browser: what it was given, what it brought, why it failed; runs can be asked for and parameters changed there. What a
failed run has missed, the next one brings. A Prefect server of yours is used when PREFECT_API_URL or a profile names
one; otherwise one is started, which ends with the last schedule that needs it.

  paperclaims schedule today.jsonl --cron "0 7 * * *"                      every day at seven, local time
  paperclaims schedule a.txt b.jsonl -w all.duckdb --cron "0 7 * * 1-5"    several feeds, on working days
  paperclaims schedule today.jsonl --cron "0 7 * * *" --timezone UTC       in another time zone
  paperclaims schedule today.jsonl --interval 6h                           every six hours, from now on
"""
_PAUSE = 5.0  # seconds between looks for a server that has gone
_FIELDS = 5
_NICKNAMES = ("@hourly", "@daily", "@midnight", "@weekly", "@monthly", "@yearly", "@annually")
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


def add(parser: ArgumentParser) -> None:
    """Arguments of the verb."""
    from flows.feeds import FORMATS

    parser.add_argument("feeds", nargs="+", metavar="FEED", help="a file, a directory, a quoted pattern or a URL")
    add_warehouse(parser)
    parser.add_argument("-f", "--format", choices=sorted(FORMATS), help="the kind of the feeds (default: detected)")
    parser.add_argument(
        "--wait", type=seconds, default=WAIT, metavar="SECONDS",
        help=f"how long a run waits for somebody else who writes the warehouse (default: {WAIT:.0f})",
    )  # fmt: skip
    add_workers(parser)
    when = parser.add_argument_group("when")
    one = when.add_mutually_exclusive_group(required=True)
    one.add_argument(
        "--cron", type=_cron, metavar="EXPRESSION", help="minute, hour, day, month and weekday, as for cron"
    )
    one.add_argument("--interval", type=_interval, metavar="TIME", help="such as 90s, 30m, 6h or 1d, from now on")
    when.add_argument(
        "--timezone", type=_zone, metavar="ZONE", help="of the expression, such as Europe/Berlin (default: local)"
    )
    prefect = parser.add_argument_group("in Prefect")
    prefect.add_argument(
        "--name", type=_named, metavar="NAME", help="of the deployment (default: feed and warehouse)"
    )
    prefect.add_argument("--port", type=_port, metavar="PORT", help="of the server (default: 4200, or any free one)")
    add_columns(parser)
    add_network(parser)


def run(args: Namespace) -> int:
    """Serve until a signal comes, or our own server has gone."""
    from flows.console import Console, check_warehouse, unreadable
    from flows.orchestration.handover import handing_down
    from flows.orchestration.parent import parent_of_runs
    from flows.orchestration.scheduling import deployments, reserved, schedule_of
    from flows.orchestration.server import standing_server
    from flows.orchestration.session import wait_for
    from flows.stopping import ended_by_signals

    if args.timezone and not args.cron:
        raise UsageError("--timezone is for --cron; an interval is the same everywhere")
    jobs = jobs_of(args)
    for error in unreadable(args.feeds, args.format, columns(args)).values():
        raise error
    policy = policy_of(args)
    check_warehouse(args.warehouse, is_made=True, wait=args.wait)
    with (
        ended_by_signals(),
        Console() as console,
        handing_down(policy),
        parent_of_runs(),
        reserved([job.name for job in jobs]),
        standing_server(args.port) as server,
    ):
        prepared: list[RunnerDeployment] = []

        def prepare() -> None:
            prepared.extend(deployments(jobs, schedule_of(args.cron, args.interval, args.timezone)))

        wait_for(server, console, prepare)
        console.clear()
        _serve(prepared, server, console)
    return 0


def _serve(prepared: Sequence[RunnerDeployment], server: Server, console: Console) -> NoReturn:
    """End as a signal asks; the user's server may go and come again meanwhile."""
    from flows.orchestration.scheduling import serve
    from flows.orchestration.server import ServerError
    from flows.stopping import stop_when_asked

    def say() -> None:
        for deployment in prepared:
            given = deployment.parameters or {}
            print(f"{deployment.name}: {given['feed']} into {given['warehouse']}", file=sys.stderr)
        shown_at = server.url.removesuffix("/api")
        print(f"Prefect shows the runs at {shown_at}; Ctrl-C ends this", file=sys.stderr, flush=True)

    while True:
        asked = serve(prepared, lambda: server.is_ours and server.end() is not None, say)
        if asked is not None:
            raise KeyboardInterrupt if asked == signal.SIGINT else SystemExit(128 + asked)
        if server.is_ours:
            raise ServerError(server.end() or f"Prefect's server at {server.url} does not answer any more")
        console.step(f"waiting for Prefect's server at {server.url}")
        while not server.answers():
            stop_when_asked()
            time.sleep(_PAUSE)


def jobs_of(args: Namespace) -> list[Job]:
    """A job a feed, each with a name of its own; credentials are no part of it."""
    from flows.feeds.source import STANDARD_INPUT
    from flows.fetching.address import is_url, without_secrets

    if str(STANDARD_INPUT) in args.feeds:
        raise UsageError("standard input can not be read again and again; name a file or a URL")
    names = [_name(feed, args) for feed in args.feeds]
    if twice := [name for name, count in Counter(names).items() if count > 1]:
        raise UsageError(f"two feeds would be {twice[0]} in Prefect; give each a schedule and a --name of its own")
    shared = {
        "warehouse": str(args.warehouse.absolute()),
        **({"format": args.format} if args.format else {}),
        "wait": args.wait,
        "columns": columns(args),
        "jobs": args.jobs,
        "cluster": args.cluster,
    }
    feeds = [without_secrets(feed) if is_url(feed) else str(Path(feed).absolute()) for feed in args.feeds]
    return [Job(name, {"feed": feed, **shared}) for name, feed in zip(names, feeds, strict=True)]


def _name(feed: str, args: Namespace) -> str:
    stem = slug(Path(urlsplit(feed).path).name.partition(".")[0]) or "feed"
    if not args.name:
        return f"{stem}-{slug(args.warehouse.stem) or 'warehouse'}"
    return str(args.name) if len(args.feeds) == 1 else f"{args.name}-{stem}"


def _named(text: str) -> str:
    if not (name := slug(text)):
        raise ArgumentTypeError(f"{text!r} has no letter or digit of a name")
    return name


def _cron(text: str) -> str:
    from cronsim import CronSim, CronSimError

    if text in _NICKNAMES:
        return text
    try:
        if len(text.split()) != _FIELDS:
            raise CronSimError("not five fields")
        next(CronSim(text, dt.datetime.now()))
    except CronSimError as error:
        why = str(error).lower()
        raise ArgumentTypeError(
            f"{text!r} is no cron expression of five fields: minute, hour, day, month, weekday ({why})"
        ) from error
    except StopIteration:
        raise ArgumentTypeError(f"{text!r} is a time that never comes") from None
    return text


def _zone(text: str) -> str:
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # the last: a directory of zones
        raise ArgumentTypeError(f"there is no time zone {text!r}; they are named such as Europe/Berlin") from None
    return text


def _interval(text: str) -> dt.timedelta:
    found = re.fullmatch(r"(\d{1,6})([smhd])", text)
    if not found or not int(found[1]):
        raise ArgumentTypeError(f"{text!r} is no time such as 90s, 30m, 6h or 1d")
    return dt.timedelta(seconds=int(found[1]) * _UNITS[found[2]])


def _port(text: str) -> int:
    port = int(text) if text.isdecimal() else 0
    if not 0 < port < 1 << 16:
        raise ArgumentTypeError(f"{text!r} is no port: 1 to 65535")
    return port
