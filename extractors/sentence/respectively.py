"""Lists that take one each of what was named for as many values before: "by 5x and 3x, respectively"."""

from __future__ import annotations

from collections.abc import Iterable

from extractors.patterns import Pattern
from extractors.situation import Situation

_RESPECTIVELY = Pattern(r"^[^;]{0,80}\brespectively\b")


def one_each(s: Situation, named: Iterable[str | None]) -> str | None:
    """Which of the last names belongs to a member of a list; null unless there is one for each member."""
    first, last = s.group
    count = last - first + 1
    if count < 2 or not _RESPECTIVELY.match(s.list_right):
        return None
    names = list(dict.fromkeys(name for name in named if name))[-count:]
    return names[s.index - first] if len(names) == count else None
