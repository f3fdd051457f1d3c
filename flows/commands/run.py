"""``paperclaims run``: feeds into the warehouse."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from flows.commands.network import add_network, policy_of
from flows.commands.options import add_columns, add_wait, add_warehouse, add_workers, columns

if TYPE_CHECKING:
    from warehouse import RunSummary

NAME = "run"
HELP = "load feeds of papers into the warehouse"
DESCRIPTION = """\
Split feeds into papers, extract their claims, validate every row and load what passes; what does not is kept in the
relation rejects with its reason. Running a feed again changes nothing. A feed's kind is detected by its content, gzip
and zstd included. Whoever reads the warehouse meanwhile sees it as it was before, and the whole run when it is over.
A feed at a URL is fetched, all its pages, when it has changed, and kept beside the warehouse in WAREHOUSE.feeds.

  paperclaims run trending.txt                      a trending page saved as text
  paperclaims run papers.jsonl.gz -w arxiv.duckdb   JSON Lines: title, abstract, url, published, categories
  paperclaims run a.txt b.jsonl feeds/              several feeds, one after the other; all files of a directory
  paperclaims run "feeds/**/*.gz"                   all files that fit a pattern, as one feed
  paperclaims run - < papers.jsonl                  standard input
  paperclaims run https://example.org/papers.jsonl  a feed from the network
  paperclaims run papers.jsonl --abstract-column tldr   a field under another name
  paperclaims run today.txt --wait 600              wait for another run on the same warehouse

formats:
{formats}
"""


def add(parser: ArgumentParser) -> None:
    """Arguments of the verb."""
    from flows.feeds import FORMATS

    listed = "\n".join(f"  {known.name:<10} {known.summary}" for known in FORMATS.values())
    parser.description = DESCRIPTION.format(formats=listed)
    parser.add_argument(
        "feeds",
        nargs="+",
        metavar="FEED",
        help="a file, a directory, a quoted pattern, a URL, or - for standard input",
    )
    add_warehouse(parser)
    parser.add_argument("-f", "--format", choices=sorted(FORMATS), help="the kind of the feeds (default: detected)")
    add_wait(parser)
    add_workers(parser)
    add_columns(parser)
    parser.add_argument("-v", "--verbose", action="store_true", help="show Prefect's log as well")
    add_network(parser)


def run(args: Namespace) -> int:
    """Run the flow on each feed; one that can not be read does not keep the others from it."""
    from flows.console import Console, check_warehouse, print_summary, unreadable
    from flows.fetching.address import without_secrets
    from flows.fetching.policy import fetching_as
    from flows.orchestration.session import session
    from flows.warmup import warm_up

    named = columns(args)
    wrong = unreadable(args.feeds, args.format, named)  # before Prefect is waited for
    policy = policy_of(args)
    check_warehouse(args.warehouse, is_made=True, wait=args.wait)
    if len(wrong) == len(set(args.feeds)):
        for error in wrong.values():
            print(f"paperclaims: {error}", file=sys.stderr)
        return 1
    with Console() as console, session(console, verbose=args.verbose, meanwhile=warm_up), fetching_as(policy):
        from flows.feeds import FeedError
        from flows.fetching.errors import FetchError
        from flows.pipeline import ingest

        code = 0
        for feed in map(without_secrets, args.feeds):  # as Prefect may remember it
            try:
                summary: RunSummary = ingest(
                    feed,
                    str(args.warehouse),
                    args.format,
                    wait=args.wait,
                    columns=named,
                    jobs=args.jobs,
                    cluster=args.cluster,
                )
            except (FeedError, FetchError) as error:
                console.end_of_feed()
                console.fail(str(error))
                code = 1
                continue
            console.end_of_feed()
            print_summary(summary, args.warehouse)
        return code
