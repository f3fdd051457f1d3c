"""Members of a series that go on after a first one: "TPU v2 and v3", "Cortex-M4/M7", "Raspberry Pi 4 and 5"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from schemas.records import Mention

# The model at the end of a name, behind a product line ("Google TPU", "Arm Cortex-").
_LAST = re.compile(r"(?P<line>\S+[ -]\S*[ -]|\S+ \S+-)(?P<model>[A-Za-z]?\d{1,2}[a-z+]?)")
_NEXT = re.compile(
    r"s?(?:\s?[,/&]\s?(?:and\s|or\s)?|\s(?:and|or|vs\.?)\s)-?(?P<model>[A-Za-z]?(?!\d+x)\d{1,2}[a-z+]?)"  # no "3x"
    r"(?![\w%])(?!\.\d)"
)
# A bare number is a model only where nothing is counted by it.
_UNCOUNTED = re.compile(
    r"[.,;:)]|$|\s(?:and|with|in|on|for|using|devices|boards|platforms|systems|chips|accelerators)\b"
)
_LONGEST = 6  # members
_DIGITS = re.compile(r"\d+[a-z+]?")


def following_members(text: str, mention: Mention) -> Iterator[Mention]:
    """The further members behind a mention; each of the form of the one before."""
    first = _LAST.fullmatch(mention.name)
    if first is None or not mention.quote.endswith(first["model"]):
        return
    end = mention.end_char
    for _ in range(_LONGEST):
        following = _NEXT.match(text, end)
        if following is None or _shape(following["model"]) != _shape(first["model"]):
            return
        end = following.end()
        if following["model"].isdigit() and _UNCOUNTED.match(text, end) is None:
            return
        name = first["line"] + following["model"]
        yield Mention(mention.field, following.start("model"), end, following["model"], name, "series")


def _shape(model: str) -> str:
    """The letters of a model, its digits left out: "v2" and "v3" agree, "M4" and "4" do not."""
    return _DIGITS.sub("9", model)
