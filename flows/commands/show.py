"""``paperclaims show``: a paper's text with its claims highlighted, and their fields."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from flows.commands.options import add_warehouse, named, tell_passed_over

NAME = "show"
HELP = "show a paper with its claims highlighted"
DESCRIPTION = """\
Show a stored paper: title and abstract with every claim, device and link highlighted, then the fields of each claim.
PAPER is a paper id, an arXiv id, a DOI, a system, or a title or a part of one; a title that begins with it goes
before those that only contain it.

  paperclaims show arxiv:2205.14135
  paperclaims show "flashattention"
"""


def add(parser: ArgumentParser) -> None:
    """Arguments of the verb."""
    parser.add_argument(
        "paper", type=named, metavar="PAPER", help="paper id, arXiv id, DOI, system, or a title or part of one"
    )
    add_warehouse(parser)


def run(args: Namespace) -> int:
    """Print the paper."""
    from flows.highlighting import claim_fields, highlighted
    from flows.rendering.page import Page
    from warehouse import find_paper

    stored = find_paper(args.warehouse, args.paper)
    tell_passed_over(stored.passed_over, args.paper)
    console = Page(highlight=False, soft_wrap=True)
    console.print(highlighted(stored, "title"), style="bold")
    for line in _about(stored.paper):
        console.print(line, style="dim", markup=False)
    console.print()
    console.print(highlighted(stored, "abstract"))
    for number, claim in enumerate(stored.claims, 1):
        console.print()
        console.print(claim_fields(number, claim))
    if not stored.claims:
        console.print("\nno claims", style="dim")
    return 0


def _about(paper: dict[str, Any]) -> list[str]:
    lines = [str(paper["paper_id"])]
    if paper["system"]:
        lines.append(f"presents {paper['system']}")
    facts = [paper["url"], paper["published"], ", ".join(paper["categories"] or [])]
    if any(facts):
        lines.append("  ".join(str(fact) for fact in facts if fact))
    return lines
