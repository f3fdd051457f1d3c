"""When a request is made again, and after how long."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from flows.fetching.errors import RequestError, TemporaryError
from flows.fetching.faults import seconds_of
from flows.fetching.patience import patiently
from flows.fetching.policy import Policy

NOW = dt.datetime(2026, 11, 29, 12, 0, 0, tzinfo=dt.UTC)


def failing(*errors: RequestError) -> Callable[[], str]:
    """A request that fails so, then works."""
    left = list(errors)

    def request() -> str:
        if left:
            raise left.pop(0)
        return "done"

    return request


@pytest.mark.parametrize(("chance", "pauses"), [(0.0, [0.5, 1, 2]), (0.5, [1, 2, 4]), (1.0, [1.5, 3, 6])])
def test_pauses_double_and_vary(chance: float, pauses: list[float]) -> None:
    slept: list[float] = []
    request = failing(*(TemporaryError("closed") for _ in range(3)))
    assert patiently(request, Policy(), sleep=slept.append, chance=lambda: chance) == "done"
    assert slept == pauses


def test_a_pause_has_a_limit() -> None:
    slept: list[float] = []
    policy = Policy(attempts=20, longest_pause=60)
    request = failing(*(TemporaryError("closed") for _ in range(19)))
    patiently(request, policy, sleep=slept.append, chance=lambda: 0.5)
    assert max(slept) == 60


@pytest.mark.parametrize("chance", [0.0, 1.0])
def test_a_pause_that_is_asked_for_is_never_shorter(chance: float) -> None:
    slept: list[float] = []
    patiently(failing(TemporaryError("busy", 20)), Policy(), sleep=slept.append, chance=lambda: chance)
    assert 20 <= slept[0] <= 20.5


def test_a_pause_that_is_too_long_is_not_begun() -> None:
    with pytest.raises(
        RequestError, match=r"^busy, and asks to be left alone for 3600 s, longer than the 300 s that"
    ):
        patiently(failing(TemporaryError("busy", 3600)), Policy(), sleep=lambda _: pytest.fail("slept"))


def test_it_ends_after_so_many_tries_and_says_what_it_does() -> None:
    told: list[str] = []
    request = failing(*(TemporaryError("closed") for _ in range(9)))
    with pytest.raises(RequestError, match=r"^closed; tried 3 times$"):
        patiently(request, Policy(attempts=3), told.append, lambda _: None, lambda: 0.5)
    assert told == [
        "closed; trying again in 1 s (after try 1 of 3)",
        "closed; trying again in 2 s (after try 2 of 3)",
    ]


def test_what_is_final_is_not_tried_again() -> None:
    with pytest.raises(RequestError, match=r"^gone$"):
        patiently(failing(RequestError("gone")), Policy(), sleep=lambda _: pytest.fail("slept"))


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("Sun, 29 Nov 2026 12:00:30 GMT", 30),
        ("Sun, 29 Nov 2026 11:00:00 GMT", 0),
        ("Sun, 29 Nov 2026 13:00:30 +0100", 30),
        ("soon", None),
        ("-1", None),
        ("1e9", None),
        ("9" * 40, None),
        (None, None),
    ],
)
def test_what_retry_after_means(header: str | None, seconds: float | None) -> None:
    assert seconds_of(header, NOW) == seconds
