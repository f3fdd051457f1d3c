"""Digits in their place: what is looked at to tell whether they are a quantity."""

from __future__ import annotations

from typing import NamedTuple


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
