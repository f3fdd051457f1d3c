"""Asking again: after a pause that doubles, or the one that the server asks for."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import TypeVar

from flows.fetching.errors import RequestError, TemporaryError
from flows.fetching.policy import Policy
from flows.stopping import stop_when_asked

_T = TypeVar("_T")


def patiently(
    request: Callable[[], _T],
    policy: Policy,
    tell: Callable[[str], None] = lambda _: None,
    sleep: Callable[[float], None] = time.sleep,
    chance: Callable[[], float] = random.random,
) -> _T:
    """What the request gives, in the end. Each pause is up to a half longer or shorter, so that clients that failed
    together do not come back together; one that the server asks for is never shorter.

    Raises:
        RequestError: it failed for good, too often, or the server asks for a pause that is too long.
    """
    for attempt in range(1, policy.attempts + 1):
        stop_when_asked()
        try:
            return request()
        except TemporaryError as error:
            if attempt == policy.attempts:
                raise RequestError(f"{error}; tried {attempt} times" if attempt > 1 else str(error)) from error
            pause = _pause(error, attempt, policy, chance())
            tell(f"{error}; trying again in {pause:.0f} s (after try {attempt} of {policy.attempts})")
            sleep(pause)
    raise AssertionError("a policy allows one attempt at least")


def _pause(error: TemporaryError, attempt: int, policy: Policy, chance: float) -> float:
    usual: float = min(policy.pause * 2 ** (attempt - 1), policy.longest_pause)
    if error.wait is None:
        return usual * (0.5 + chance)
    if error.wait > policy.longest_pause:
        raise RequestError(
            f"{error}, and asks to be left alone for {error.wait:.0f} s, longer than the {policy.longest_pause:g} s"
            " that are waited"
        ) from error
    return max(error.wait, 0.1) + usual * 0.5 * chance
