"""``paperclaims diff``: what changed from one run to another."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from flows.commands.options import add_output, add_warehouse, metric, named, output, tell_passed_over

NAME = "diff"
HELP = "what changed from one run to another"
DESCRIPTION = """\
Show what changed from the state after one run to the state after another: papers that are new, texts and facts that
are not what they were, and claims, devices and links that came (+), went (-), say something else (~, with what they
said and what they say) or only stand elsewhere or among other words than they did (>).

RUN is a run's id or the beginning of one, latest, or -1 for the last that finished, -2 for the one before;
paperclaims runs lists them. With one RUN, from it to the last; with none, the last two.

  paperclaims diff
  paperclaims diff -3 latest --metric speed
  paperclaims diff 20240501 20240601 --paper "flashattention" -f csv
"""


def add(parser: ArgumentParser) -> None:
    """Arguments of the verb."""
    from schemas.vocabulary import Kind

    parser.add_argument("old", nargs="?", metavar="RUN", help="the run from which (default: the last but one)")
    parser.add_argument("new", nargs="?", metavar="RUN", help="the run up to which (default: the last)")
    parser.add_argument(
        "-p", "--paper", type=named, metavar="PAPER", help="only this paper: id, arXiv id, DOI or title"
    )
    parser.add_argument(
        "-m", "--metric", type=metric, metavar="METRIC", help="only claims of this metric, before or after"
    )
    parser.add_argument("-k", "--kind", choices=list(Kind), help="only claims of this kind, before or after")
    add_warehouse(parser)
    add_output(parser)


def run(args: Namespace) -> int:
    """Print the changes; csv and json have both rows whole."""
    from flows.changes import write
    from warehouse import Only, changes

    with changes(args.warehouse, args.old, args.new, Only(args.paper, args.metric, args.kind)) as found, output(args):
        tell_passed_over(found.passed_over, args.paper)
        write(found, args.format)
    return 0
