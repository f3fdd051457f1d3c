"""The members of a list of names: "Foo/Bar, Baz, and Qux"."""

from __future__ import annotations

from extractors.patterns import IGNORECASE, Pattern

TOLD = ("respectively",)  # what a sentence must say for its values to pair up in turn
RESPECTIVELY = Pattern(r",?\srespectively\b")
PAIRED_BEHIND = Pattern(r"[^;]{0,80}?\brespectively\b")  # behind the last of the values
SPLIT = Pattern(r",\s?(?:and\s|or\s)?|\sand\s|\s&\s|/(?=[A-Z])")
SPLIT_IN_WORDS = Pattern(r",\s?(?:and\s|or\s)?|\sand\s|\s&\s")
_SHARED = Pattern(r"(?:the\s)?(?:[\p{Ll}-]+\s){1,3}of\s(?:the\s)?(?=[\p{L}\d])")
_GOES_ON = Pattern(r"\s(?:on|in|for|with|at|across|under|over|than|to|by|compared)\s", IGNORECASE)


def respective_part(view: str, start: int, end: int, group: tuple[int, int], index: int) -> tuple[int, int] | None:
    """Where the name at ``index`` of a group of values stands in the list of names in ``[start, end)``."""
    stop = RESPECTIVELY.search(view, start, end)
    end = stop.start() if stop else end
    count = group[1] - group[0] + 1
    parts = _parts(view, start, end, SPLIT)
    if len(parts) > count:
        parts = _parts(view, start, end, SPLIT_IN_WORDS)  # "Foo/Bar, Baz, and Qux sets"
    if len(parts) != count or _GOES_ON.search(view, start, end) or view.startswith("terms of ", start):
        return None
    if any(view.endswith("-", *part) for part in parts):
        return None  # "the single- and double-precision routines"
    first, last = parts[index - group[0]]
    return (_behind_shared(view, first, last) if index == group[0] else first), last


def _behind_shared(view: str, start: int, end: int) -> int:
    """Where the first of "the pruning of tall and low trees" begins: what stands before "of" is said of each."""
    shared = _SHARED.match(view, start, end)
    return shared.end() if shared else start


def _parts(text: str, start: int, end: int, split: Pattern) -> list[tuple[int, int]]:
    """Where the members of a list stand."""
    parts = []
    for gap in (*split.finditer(text, start, end), None):
        stop = gap.start() if gap else end
        if text[start:stop].strip():
            parts.append((start, stop))
        start = gap.end() if gap else end
    return parts
