"""Which papers a feed has listed, in few bytes a paper: the largest feeds list millions."""

from __future__ import annotations

from array import array

_FIRST_SLOTS = 1 << 10


class Seen:
    """Where each text was listed first: an open hash table of 64-bit hashes and places, 16 bytes a slot.

    Two texts of one hash would be taken for one; among ten million the odds of that are one in 400,000.
    """

    def __init__(self) -> None:
        self._allocate(_FIRST_SLOTS)
        self._count = 0

    def first(self, key: object, place: int) -> int | None:
        """Note that ``key`` is listed at ``place`` (above 0); the place at which it was listed first, if before."""
        code = hash(key) & 0xFFFFFFFFFFFFFFFF
        slot = self._slot(code)
        if found := self._places[slot]:
            return found
        self._codes[slot], self._places[slot] = code, place
        self._count += 1
        if 3 * self._count > 2 * len(self._codes):
            self._grow()
        return None

    def _slot(self, code: int) -> int:
        slot = code & self._mask
        while self._places[slot] and self._codes[slot] != code:
            slot = (slot + 1) & self._mask
        return slot

    def _allocate(self, slots: int) -> None:
        self._codes, self._places = array("Q", bytes(8 * slots)), array("Q", bytes(8 * slots))
        self._mask = slots - 1

    def _grow(self) -> None:
        before = zip(self._codes, self._places, strict=True)
        self._allocate(2 * len(self._codes))
        for code, place in before:
            if place:
                slot = self._slot(code)
                self._codes[slot], self._places[slot] = code, place
