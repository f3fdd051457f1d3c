"""A feed of forty papers to try the tool on, in the form of the trending page.

Each abstract tells of a real, published system in this project's own words, with the figures that its authors
reported. Together they show every kind of claim, and much that looks like a claim and is none.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def path() -> Path:
    """Where the sample feed lies; UTF-8 text."""
    return Path(str(files(__name__).joinpath("trending.txt")))
