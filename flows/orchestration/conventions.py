"""What deployments, their runs and their artifacts agree on."""

from __future__ import annotations

import re
import sys
import time

WAIT = 600.0
"""Seconds that a scheduled run waits for somebody else who writes its warehouse, unless told otherwise."""


def slug(text: str) -> str:
    """Lower-case letters, digits and dashes, of which Prefect makes keys and names."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def say(deployment: str, what: str) -> None:
    """A line for whoever watches the process that serves the schedule."""
    print(f"{time.strftime('%F %T')}  {deployment}: {what}", file=sys.stderr, flush=True)
