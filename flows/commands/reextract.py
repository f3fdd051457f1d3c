"""``paperclaims reextract``: the stored texts once more, with this version's extractor."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from flows.commands.options import add_wait, add_warehouse, add_workers

NAME = "reextract"
HELP = "read stored texts again with a newer extractor"
DESCRIPTION = """\
Extract again, from the stored texts, every paper that an older extractor has read. No feed is needed; what is
replaced stays readable in the history relations.

  paperclaims reextract
"""


def add(parser: ArgumentParser) -> None:
    """Arguments of the verb."""
    add_warehouse(parser)
    add_wait(parser)
    add_workers(parser)
    parser.add_argument("-v", "--verbose", action="store_true", help="show Prefect's log as well")


def run(args: Namespace) -> int:
    """Run the flow."""
    from flows.console import Console, check_warehouse, print_summary
    from flows.orchestration.session import session
    from flows.warmup import warm_up

    check_warehouse(args.warehouse, is_made=False, wait=args.wait)
    with Console() as console, session(console, verbose=args.verbose, meanwhile=warm_up):
        from flows.pipeline import reextract

        summary = reextract(str(args.warehouse), wait=args.wait, jobs=args.jobs, cluster=args.cluster)
        console.clear()
        print_summary(summary, args.warehouse)
    return 0
