"""How arXiv words the items of its RSS and Atom feeds: what is put before an abstract and behind a title."""

from __future__ import annotations

import regex

# "arXiv:2401.00001v1 Announce Type: new Abstract: ...", on one line or several.
_PREFIX = regex.compile(r"\s*arXiv:\S+\s+Announce Type:\s*(?P<type>[\w-]+)\s+(?:Abstract:\s*)?", regex.I)
# "... (arXiv:2401.00001v1 [cs.LG])", as the feeds of before 2024 had it.
_SUFFIX = regex.compile(r"\s*\(arXiv:\S+ \[[\w.-]+\](?: (?P<type>UPDATED|CROSS LISTED))?\)\s*$")

_OF_NEW = "new"


def abstract_of(text: str) -> tuple[str, bool]:
    """The abstract without its prefix, and whether that lets the item be the paper's first announcement."""
    if found := _PREFIX.match(text):
        return text[found.end() :], found["type"].lower() == _OF_NEW
    return text, True


def title_of(text: str) -> tuple[str, bool]:
    """The title without its suffix, and whether that lets the item be the paper's first announcement."""
    if found := _SUFFIX.search(text):
        return text[: found.start()], found["type"] is None
    return text, True
