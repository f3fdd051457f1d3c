"""How feeds are fetched, from the process that serves a schedule to those that it starts for the runs.

Not as a parameter of the runs: Prefect would store the credentials.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict

from flows.fetching.policy import Policy

_VARIABLE = "PAPERCLAIMS_FETCHING"


@contextmanager
def handing_down(policy: Policy) -> Iterator[None]:
    """Let the processes that are started in this block fetch so."""
    os.environ[_VARIABLE] = json.dumps(asdict(policy))
    try:
        yield
    finally:
        del os.environ[_VARIABLE]


def handed_down() -> Policy:
    """How this process is to fetch."""
    return Policy(**json.loads(os.environ.get(_VARIABLE, "{}")))
