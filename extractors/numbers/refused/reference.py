"""Digits that point elsewhere: "[3, 7]", "(1) parse, (2) link", "three steps: 1. parse"."""

from __future__ import annotations

from extractors.numbers.refused.digits import Digits
from extractors.patterns import Pattern

_CITATION = Pattern(r"\[\s?\d{1,3}(?:\s?[,-]\s?\d{1,3}){0,20}\s?\]")
_LONGEST_MARKER = len("12")
_MARKER = Pattern(r"\)\s")
_POINT_MARKER = Pattern(r"\.\s\p{Ll}")  # "three steps: 1. parse, 2. link, and 3. run"


def in_reference(d: Digits) -> str | None:
    """A citation, or the marker of an item: "[3, 7]", "(1) parse"."""
    opening = d.before.rfind("[")
    if opening >= 0 and "]" not in d.before[opening:]:
        cited = _CITATION.match(d.view, d.start - (len(d.before) - opening))
        if cited and cited.end() > d.start:
            return "a citation"
    return "a list marker" if _is_marker_in_brackets(d) or _is_marker_with_a_point(d) else None


def _is_marker_in_brackets(d: Digits) -> bool:
    """ "(1) parse", "1) parse"; not the value that ends a bracket with more in it."""
    if d.end - d.start > _LONGEST_MARKER or not d.text.isdigit() or not _MARKER.match(d.after):
        return False
    opening = d.before.rfind("(")
    inside = d.before[opening + 1 :] if opening >= 0 else d.before
    if not inside.strip() and (opening >= 0 or d.before.endswith((" ", ",", ":", ";")) or not d.before):
        return True
    return opening < 0 or ")" in d.before[opening:]


def _is_marker_with_a_point(d: Digits) -> bool:
    """ "three steps: 1. parse, 2. link, and 3. run"."""
    listed = d.after[:1] == "." and d.before.endswith((": ", ", ", "; ", " and "))
    return listed and d.end - d.start <= _LONGEST_MARKER and _POINT_MARKER.match(d.after) is not None
