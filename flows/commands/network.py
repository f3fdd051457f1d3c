"""Options for feeds that are fetched from the network."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace

from flows.commands.options import positive, seconds
from flows.confinement.limits import memory_of, sized
from flows.fetching.policy import CONTACT, Policy, secrets_of


def add_network(parser: ArgumentParser) -> None:
    """``--contact``, ``--keep``, ``--max-size`` and ``--max-time``."""
    group = parser.add_argument_group("feeds from the network")
    group.add_argument(
        "--contact", metavar="ADDRESS",
        help=f"tell servers how to reach you, such as mailto:you@example.org (default: {CONTACT})",
    )  # fmt: skip
    group.add_argument(
        "--keep", type=positive, default=Policy.keep, metavar="N",
        help=f"copies of each feed that are kept beside the warehouse (default: {Policy.keep})",
    )  # fmt: skip
    group.add_argument(
        "--max-size", type=_size, default=Policy.max_size, metavar="SIZE",
        help=f"refuse a document that is larger, also when unpacked (default: {sized(Policy.max_size)})",
    )  # fmt: skip
    group.add_argument(
        "--max-time", type=seconds, default=Policy.total, metavar="SECONDS",
        help=f"give up a document that takes longer (default: {Policy.total:g})",
    )  # fmt: skip


def policy_of(args: Namespace) -> Policy:
    """How the feeds of a command line are fetched.

    Raises:
        UserError: the contact can not be told, or a feed is named with different credentials.
    """
    contact = {} if args.contact is None else {"contact": args.contact}
    secrets = secrets_of(args.feeds)
    return Policy(keep=args.keep, max_size=args.max_size, total=args.max_time, secrets=secrets, **contact)


def _size(text: str) -> int:
    try:
        return memory_of(text)
    except ValueError as error:
        raise ArgumentTypeError(f"{text!r} is not a size such as 500MB or 4GB") from error
