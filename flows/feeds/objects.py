"""The objects of a JSON file that is no JSON Lines, one at a time: in an array, in several, or under keys.

A damaged object is refused, and reading goes on where one starts again as the first did.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import regex

from flows.feeds.fields import BadRecordError, kind
from flows.feeds.source import MAX_LINE_BYTES, FeedError, Listed, chunks, named, refused
from schemas.records import Paper, Reject

KEY = r'"(?:\d{4}-\d\d-\d\d|papers|daily_?papers|entries|items|results|data)"\s*:\s*(?=\[)'
"""A key under which there is an array of papers: a day, or a word for them."""

_BETWEEN = regex.compile(rf"(?:[\s,\[\]}}]|\{{\s*{KEY}|{KEY})*+", regex.I)
"""What may stand between objects: the brackets of arrays, and keys of arrays."""

_START = regex.compile(r'\s*\{\s*(?:"[^"\\]*")?')
_CUT_OFF = 16  # characters before the end of what was read in which an error may mean no more than that it ends there
_KEPT = 1000  # characters before the place, with the white space before an object


def first_object(head: str) -> dict[str, Any]:
    """The first object of a file that starts so; an empty one, if it is none or not whole."""
    try:
        found, _ = json.JSONDecoder().raw_decode(head, _between(head, 0))
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def read_objects(path: Path, to_paper: Callable[[Mapping[str, Any]], Paper]) -> Iterator[Listed | Reject]:
    """The papers that are made of the objects of a file, and the objects of which none can be made.

    Raises:
        FeedError: the file can not be read, or it breaks off.
    """
    for line, text, found in _Reader(path).objects():
        try:
            if isinstance(found, str):
                raise BadRecordError(found)
            yield Listed(line, to_paper(found))
        except BadRecordError as error:
            yield refused(f"{path}:{line}", str(error), text)


class _Reader:
    def __init__(self, path: Path) -> None:
        self._path = path
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("surrogateescape")
        self._chunks = chunks(path)
        self._text, self._place, self._line = "", 0, 1
        self._depth = 0  # of brackets that are open
        self._is_over = False  # all is read
        self._start: str | None = None  # how an object starts, with the white space before it

    def objects(self) -> Iterator[tuple[int, str, dict[str, Any] | str]]:
        """Each object, or what is wrong with it, with its line and its text."""
        parse = json.JSONDecoder().raw_decode
        while self._skip_to_object():
            try:
                found, end = parse(self._text, self._place)
            except (ValueError, RecursionError) as error:
                if not (self._may_be_cut_off(error) and self._read_more()):
                    yield self._damaged(error)
                continue
            self._start = self._start or self._start_here()
            line, text = self._line, self._text[self._place : end]
            self._go_to(end)
            yield line, text, _checked(found, text)
        if self._depth > 0:
            raise FeedError(f"{named(self._path)}: breaks off at line {self._line}: the end of the JSON is missing")

    def _skip_to_object(self) -> bool:
        """Go to the next object; false at the end of the file."""
        while True:
            place = _between(self._text, self._place)
            if len(self._text) - place > _CUT_OFF or not self._read_more():
                break
        between = self._text[self._place : place]
        self._depth += sum(map(between.count, "[{")) - sum(map(between.count, "]}"))
        self._go_to(place)
        return place < len(self._text)

    def _damaged(self, error: Exception) -> tuple[int, str, str]:
        """Go on to the next object that starts as the first one did.

        Raises:
            FeedError: there is none, and the file ends inside the damaged one.
        """
        start = self._start or self._start_here()
        length = error.pos - self._place if isinstance(error, json.JSONDecodeError) else 0
        while (found := self._text.find(start, self._place + 1)) < 0 and self._read_more():
            pass
        text = self._text.rstrip()
        if found < 0 and (self._place + length >= len(text) or text[-1:] not in ("]", "}")):
            raise FeedError(f"{named(self._path)}: breaks off in the record at line {self._line}") from error
        if found < 0:
            self._depth = 0
            place = len(self._text)
        else:
            place = found + len(start) - len(start.lstrip())
        line, text = self._line, self._text[self._place : place]
        self._go_to(place)
        return line, text, f"not JSON: {parse_error(error)}"

    def _read_more(self) -> bool:
        if self._is_over or len(self._text) - self._place > MAX_LINE_BYTES:
            return False
        data = next(self._chunks, b"")
        self._is_over = not data
        kept = max(0, self._place - _KEPT)
        self._text = self._text[kept:] + self._decoder.decode(data, final=not data)
        self._place -= kept
        return True

    def _go_to(self, place: int) -> None:
        self._line += self._text.count("\n", self._place, place)
        self._place = place

    def _may_be_cut_off(self, error: Exception) -> bool:
        if not isinstance(error, json.JSONDecodeError):
            return False
        return error.msg.startswith("Unterminated string") or error.pos >= len(self._text) - _CUT_OFF

    def _start_here(self) -> str:
        found = _START.match(self._text, len(self._text[: self._place].rstrip()))
        return found[0] if found else "{"


def parse_error(error: Exception) -> str:
    """What Python's parser of JSON has to say, without the place."""
    return error.msg.lower().removesuffix(" at") if isinstance(error, json.JSONDecodeError) else str(error)


def _between(text: str, place: int) -> int:
    found = _BETWEEN.match(text, place)
    return found.end() if found else place


def _checked(found: Any, text: str) -> dict[str, Any] | str:
    if not isinstance(found, dict):
        return f"not an object but {kind(found)}"
    if text.isascii():
        return found
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "not UTF-8"
    return found
