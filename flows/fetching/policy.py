"""How feeds are fetched: who asks, how long, how much, and how many copies are kept."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from importlib.metadata import version

from flows.fetching.address import without_secrets
from flows.usererror import UserError

CONTACT = "PAPERCLAIMS_CONTACT"


def _contact() -> str:
    return os.environ.get(CONTACT, "")


@dataclass(frozen=True)
class Policy:
    """What a fetch may take. All times are seconds, all sizes bytes."""

    contact: str = field(default_factory=_contact)  # an address for whoever runs the server
    keep: int = 10  # copies of a feed
    max_size: int = 2 * 10**9  # of one document, as sent and as unpacked
    connect: float = 15
    read: float = 60  # without a byte
    total: float = 1800  # one document, from the request to the last byte
    redirects: int = 5
    attempts: int = 5
    pause: float = 1  # after the first failure; doubled after each, and up to half more or less
    longest_pause: float = 300  # a server that asks for a longer one is left alone
    secrets: Mapping[str, str] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[ -~]*", self.contact):
            raise UserError(f"the contact {self.contact!r} is not one line of plain characters (see {CONTACT})")

    @property
    def user_agent(self) -> str:
        """Who asks, as servers want to know."""
        contact = self.contact.strip()
        return f"paperclaims/{version('paperclaims')}" + (f" ({contact})" if contact else "")

    def whole(self, feed: str) -> str:
        """The URL with its secrets, of one that is shown without them."""
        return self.secrets.get(feed, feed)


def secrets_of(feeds: list[str]) -> dict[str, str]:
    """Each URL that holds secrets, by how it is shown.

    Raises:
        UserError: two are shown alike and are not.
    """
    found: dict[str, str] = {}
    for feed in feeds:
        name = without_secrets(feed)
        if name != feed and found.setdefault(name, feed) != feed:
            raise UserError(f"{name}: is named twice, with different credentials")
    return found


_current: ContextVar[Policy | None] = ContextVar("policy", default=None)


def policy() -> Policy:
    """How the flow that is running fetches."""
    return _current.get() or Policy()


@contextmanager
def fetching_as(chosen: Policy) -> Iterator[None]:
    """Let the flows that run in this block fetch so."""
    token = _current.set(chosen)
    try:
        yield
    finally:
        _current.reset(token)
