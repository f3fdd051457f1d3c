"""Open families of devices, read from ``families.tsv``: names that follow a pattern, such as model numbers.

A family has one line: the words a name may begin with, what a mention needs (the marks of
:mod:`extractors.devices.catalogue`), whether case matters, the canonical name, and a pattern in which ``_`` stands
for an optional separator. The name is a template over the pattern's groups; ``!u``, ``!l`` and ``!t`` put a group in
upper, lower or title case, and a group that did not match leaves nothing behind.
"""

from __future__ import annotations

import csv
import re
import string
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from extractors.devices.catalogue import Need
from schemas.vocabulary import DeviceClass

# Between two parts of a name: perhaps a trade mark, then one space, hyphen or tie, or nothing.
SEPARATOR = r"(?:\(R\)|\(TM\)|[®™]|(?<=[a-z])TM(?![a-z])|T M(?= ))?(?:[ ~‑-]|\\[ ,])?"

_CASES: dict[str, Callable[[str], str]] = {
    "u": str.upper,
    "l": str.lower,
    "t": lambda text: text if text.isupper() and len(text) < 3 else text.title(),
}
_SPACE = re.compile(r"[\s~]+")


class _Template(string.Formatter):
    def convert_field(self, value: Any, conversion: str | None) -> Any:
        return _CASES[conversion](value) if conversion else value


@dataclass(frozen=True, slots=True)
class Family:
    """A pattern of device names."""

    rule: str
    begins: tuple[str, ...]  # the first run of letters or of digits, lower case
    need: Need
    device_class: DeviceClass
    template: str
    pattern: str
    flags: int

    def name(self, match: re.Match[str]) -> str:
        """The canonical name of what matched."""
        groups = {name: value or "" for name, value in match.groupdict().items()}
        return _SPACE.sub(" ", _Template().vformat(self.template, (), groups)).rstrip(" -")


@cache
def families() -> tuple[Family, ...]:
    """Every family, in the order of the file."""
    text = resources.files("extractors.devices").joinpath("families.tsv").read_text(encoding="utf-8")
    return tuple(
        Family(
            rule=line["rule"],
            begins=tuple(line["begins"].split()),
            need=Need(line["need"]),
            device_class=DeviceClass(line["device_class"]),
            template=line["name"],
            pattern=line["pattern"].replace("_", SEPARATOR),
            flags=re.IGNORECASE if line["case"] == "any" else 0,
        )
        for line in csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    )
