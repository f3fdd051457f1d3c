"""docs/network.md says what the code does."""

from __future__ import annotations

import re
import shlex

import pytest

from flows.cli import build_parser
from flows.fetching.address import check_url
from flows.fetching.pace import ARXIV_SECONDS
from flows.fetching.paging import SLICE
from flows.fetching.policy import CONTACT, Policy
from tests.flows.runner import ROOT

TEXT = (ROOT / "docs" / "network.md").read_text(encoding="utf-8")
COMMANDS = [line for line in TEXT.splitlines() if re.match(r'paperclaims run "?https:', line)]


@pytest.mark.parametrize("command", COMMANDS)
def test_an_example_is_a_command(command: str) -> None:
    [feed] = build_parser().parse_args(shlex.split(command)[1:]).feeds
    assert check_url(feed).scheme == "https"


def test_there_are_examples() -> None:
    assert len(COMMANDS) == 3


def test_the_limits_are_those_of_the_policy() -> None:
    policy = Policy()
    limits = dict(re.findall(r"^\| ([^|]+?) \| (\d[^|]*?) \|", TEXT, re.MULTILINE))
    assert limits == {
        "to connect": f"{policy.connect} s",
        "without a byte": f"{policy.read} s",
        "one document, from the request to its end": f"{policy.total} s",
        "its size, as sent and as unpacked": f"{policy.max_size // 10**9} GB",
        "redirects": str(policy.redirects),
    }
    for said in (
        f"The last {policy.keep} copies",
        f"tried {policy.attempts} times",
        f"more than {policy.longest_pause} seconds",
        f"no sooner than {ARXIV_SECONDS:.0f} seconds",
        f"in slices of {SLICE:,}",
        f"`{CONTACT}`",
    ):
        assert said in TEXT


def test_the_options_are_those_of_the_command() -> None:
    options = set(re.findall(r"`(--[a-z-]+)", TEXT))
    assert options == {"--keep", "--contact", "--max-time", "--max-size"}
    parsed = build_parser().parse_args(["run", "feed"])
    assert (parsed.keep, parsed.max_time, parsed.max_size) == (Policy.keep, Policy.total, Policy.max_size)
