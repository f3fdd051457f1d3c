"""Lists that take one each of what was named for as many values before: "by 5x and 3x, respectively"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from extractors.patterns import Pattern
from extractors.situation import Situation

_RESPECTIVELY = Pattern(r"^[^;]{0,80}\brespectively\b")


def one_each(s: Situation, named: Iterable[str | None], *, evenly: bool = False) -> str | None:
    """Which of the last names belongs to a member of a list; null unless there is one for each member.

    ``evenly``: only where each of them was named as often: "80% on A and 90% on B, by 5 and 7 points".
    """
    first, last = s.group
    count = last - first + 1
    if count < 2 or not _RESPECTIVELY.match(s.list_right):
        return None
    times = Counter(name for name in named if name)  # keeps their order
    names = [*times][-count:]
    if len(names) != count or (evenly and len({times[name] for name in names}) > 1):
        return None
    name = names[s.index - first]
    return None if s.doc.text[s.quantity.start : s.quantity.end] in name else name
