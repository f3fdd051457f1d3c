"""Digits in their place: what is looked at to tell whether they are a quantity."""

from __future__ import annotations

from typing import NamedTuple

# What the patterns of what follows begin with, behind at most eight spaces.
_NEAR = 9


class Digits(NamedTuple):
    """The digits of ``view[start:end]``, and what stands within reach to both sides."""

    view: str
    start: int
    end: int
    before: str
    after: str

    @property
    def text(self) -> str:
        return self.view[self.start : self.end]


def first_behind(after: str) -> str:
    """The first character behind white space, or nothing."""
    return after[:_NEAR].lstrip()[:1]
