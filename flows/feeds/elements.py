"""The records of an XML feed, one element at a time, read safely, and none lost to the damage of another.

XML is parsed strictly: a record that is not well-formed is refused, and reading goes on with a new parser at the next
record. Entities that a file declares are not expanded, nothing outside the file is loaded, and a file that
declares any is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from flows.feeds.fields import BadRecordError
from flows.feeds.source import UTF8_MARK, FeedError, Listed, Notice, chunks, named, refused
from schemas.records import Paper, Reject

if TYPE_CHECKING:  # it takes its time, and only XML needs it
    from lxml import etree

_TAG_BYTES = 64  # the most that the start of a record's tag can be cut off by the end of a chunk
_MAX_BYTES = 4 << 20  # a longer element is refused, so that memory stays bounded
_SNIFFED_STEP = 4096
_NO_END = "it has no end"
_ENCODING = re.compile(rb"<\?xml[^>]*?\bencoding\s*=\s*[\"']([A-Za-z0-9._-]+)")
_PARSING: Final[dict[str, Any]] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}

ToRecord = Callable[["etree._Element", int], Paper | Notice | None]
"""An element and its line in, what it stands for out; nothing, when that is no paper."""


def root(head: str) -> str | None:
    """The tag, as ``{namespace}name``, with which the XML of a file that starts so begins; null when it is none."""
    start = head.lstrip()
    if not start.startswith("<"):
        return None
    from lxml import etree

    parser = etree.XMLPullParser(events=("start",), **_PARSING)
    data = re.sub(r"^<\?xml.*?\?>", "", start, count=1, flags=re.DOTALL).encode()  # its encoding is no longer true
    for place in range(0, len(data), _SNIFFED_STEP):
        failure = _feed(parser, data[place : place + _SNIFFED_STEP])
        for _, element in parser.read_events():
            return str(element.tag)
        if failure:
            break
    return None


def read_elements(path: Path, names: Sequence[str], to_record: ToRecord) -> Iterator[Listed | Reject | Notice]:
    """What ``to_record`` makes of each element with one of these local names, and the elements that are damaged.

    Raises:
        FeedError: the file can not be read, is not XML, breaks off, or declares entities.
    """
    from lxml import etree

    reader = _Reader(path, names)
    for line, found in reader.elements():
        if isinstance(found, Reject):
            yield found
            continue
        try:
            record = to_record(found, line)
        except BadRecordError as error:
            yield refused(f"{path}:{line}", str(error), etree.tostring(found, encoding="unicode", with_tail=False))
            continue
        if isinstance(record, Paper):
            yield Listed(line, record)
        elif record is not None:
            yield record


class _Reader:
    def __init__(self, path: Path, names: Sequence[str]) -> None:
        self.path = path
        self._tags = [f"{{*}}{name}" for name in names]
        self._start = re.compile(rf"<(?:[\w.-]+:)?(?:{'|'.join(names)})(?=[\s>/])".encode())
        self._encoding: str | None = None
        self._around: list[etree._Element] = []  # the elements that the records stand in, outermost first
        self._open_tags: bytes | None = None  # theirs
        self._close_tag = b""  # of the outermost
        self._parser_line = 1  # at which the parser began
        self._open_at: int | None = None  # the line of the element that is open
        self._since = bytearray()  # what was read since the last element ended
        self._hidden = _Hidden()
        self._skips = False  # until the next element starts, because of damage

    def elements(self) -> Iterator[tuple[int, etree._Element | Reject]]:
        """Each element or its refusal, with its line."""
        line, tail = 1, b""
        for line, piece, is_start in self._pieces():
            tail = (tail + piece)[-_TAG_BYTES:]
            if self._open_tags is None and (failure := self._look_around(piece, is_start)):
                yield self._refused(*failure, piece)
            elif is_start or not self._skips:
                yield from self._of_piece(line, piece, is_start)
        is_whole = self._open_tags is not None and tail.rstrip().endswith(self._close_tag)
        fault = "" if self._skips else self._end()
        if not is_whole and (self._skips or fault):
            raise FeedError(f"{named(self.path)}: breaks off at line {self._open_at or line}: {fault or _NO_END}")
        if fault:
            yield self._refused(fault, line, self._since)

    def _of_piece(self, line: int, piece: bytes, is_start: bool) -> Iterator[tuple[int, etree._Element | Reject]]:
        if self._skips:
            self._begin(line)
        is_hidden = self._hidden.holds(piece)
        if is_start and self._open_at is not None and not is_hidden:
            yield self._refused(self._end() or _NO_END, line, self._since)
            self._begin(line)
        failure, events = self._feed(piece)
        if is_start and not events and not failure and not is_hidden:
            # The parser waits for the end of something that stands between elements.
            yield self._refused(self._end() or _NO_END, line, self._since)
            self._begin(line)
            failure, events = self._feed(piece)
        self._since += piece
        self._hidden.feed(piece)
        for kind, element in events:
            if kind == "start":
                self._open_at = line
                continue
            yield self._open_at or line, element
            self._open_at, self._since = None, bytearray(piece)
            _forget(element)
        if failure or len(self._since) > _MAX_BYTES:
            reason, at = failure or ("longer than a record can be", line)
            yield self._refused(reason, at, self._since)
            self._skips = True

    def _begin(self, line: int) -> None:
        """Go on with a new parser, as if the next piece were the first of the records."""
        self._parser, self._parser_line = self._new_parser(), line
        self._open_at, self._since, self._hidden, self._skips = None, bytearray(), _Hidden(), False

    def _end(self) -> str:
        """Why what was read is not well-formed to its end, if so."""
        from lxml import etree

        try:
            self._refuse_entities(self._parser.close())
        except etree.XMLSyntaxError as error:
            return _said(error)
        return ""

    def _feed(self, piece: bytes) -> tuple[tuple[str, int] | None, list[tuple[str, etree._Element]]]:
        """Why the piece is not well-formed, if so, and at which line; and the elements that start and end."""
        found = _feed(self._parser, piece)
        return found and (found[0], self._parser_line + found[1] - 1), list(self._parser.read_events())

    def _refused(self, reason: str, line: int, piece: bytes | bytearray) -> tuple[int, Reject]:
        line = self._open_at or line
        self._open_at = None
        text = piece.decode(self._encoding or "utf-8", "replace")
        return line, refused(f"{self.path}:{line}", f"not well-formed: {reason}", text)

    def _new_parser(self) -> etree.XMLPullParser:
        from lxml import etree

        parser = etree.XMLPullParser(events=("start", "end"), tag=self._tags, encoding=self._encoding, **_PARSING)
        if self._open_tags:
            parser.feed(self._open_tags)
        return parser

    def _look_around(self, piece: bytes, is_start: bool) -> tuple[str, int] | None:
        """Learn the tags that the records stand in, up to the first record, for parsers that start in the middle.

        Returns why what is before the first record is not well-formed, if so.
        """
        failure = None
        if not is_start:
            failure = _feed(self._outer, piece)
            for kind, element in self._outer.read_events():
                if kind == "start":
                    self._around.append(element)
                else:
                    self._around.remove(element)
            if failure and not self._around:
                raise FeedError(f"{named(self.path)}: is not XML that can be read: {failure[0]}")
            if not failure:
                return None
            self._skips = True
        for element in self._around[:1]:
            self._refuse_entities(element)
        names = [f"{one.prefix}:{_local(one)}" if one.prefix else _local(one) for one in self._around]
        spaces = [
            "".join(f' xmlns{f":{prefix}" if prefix else ""}="{_quoted(uri)}"' for prefix, uri in one.nsmap.items())
            for one in self._around
        ]
        tags = (f"<{name}{space}>" for name, space in zip(names, spaces, strict=True))
        self._open_tags = "".join(tags).encode(self._encoding or "utf-8")
        self._close_tag = f"</{names[0]}>".encode() if names else b">"
        return failure

    def _refuse_entities(self, element: etree._Element) -> None:
        dtd = element.getroottree().docinfo.internalDTD
        if dtd is not None and next(dtd.iterentities(), None) is not None:
            raise FeedError(f"{named(self.path)}: declares XML entities; such a file is not read")

    def _pieces(self) -> Iterator[tuple[int, bytes, bool]]:
        """The file in pieces, each with its line; where an element may start, so does a piece."""
        from lxml import etree

        line, rest, is_first = 1, b"", True
        for chunk in self._chunks():
            if is_first:
                chunk = chunk.removeprefix(UTF8_MARK)
                found = _ENCODING.match(chunk.lstrip())
                self._encoding = found[1].decode() if found else None
                try:
                    b"".decode(self._encoding or "utf-8")
                    self._parser = self._new_parser()
                except LookupError as error:
                    raise FeedError(f"{named(self.path)}: declares an unknown encoding, {self._encoding}") from error
                self._outer = etree.XMLPullParser(events=("start", "end"), encoding=self._encoding, **_PARSING)
                line += chunk.count(b"\n", 0, len(chunk) - len(chunk.lstrip()))
                chunk, is_first = chunk.lstrip(), False
            data = rest + chunk
            cut = data.rfind(b"<", max(0, len(data) - _TAG_BYTES))
            data, rest = (data[:cut], data[cut:]) if cut >= 0 and chunk else (data, b"")
            starts = {found.start() for found in self._start.finditer(data)}
            for begin, end in pairwise(sorted({0, *starts, len(data)})):
                yield line, data[begin:end], begin in starts
                line += data.count(b"\n", begin, end)

    def _chunks(self) -> Iterator[bytes]:
        yield from chunks(self.path)
        yield b""


def _feed(parser: etree.XMLPullParser, piece: bytes) -> tuple[str, int] | None:
    """Why the piece is not well-formed, if that is seen already, and the parser's line."""
    from lxml import etree

    try:
        parser.feed(piece)
    except etree.XMLSyntaxError as error:
        return _said(error), error.lineno or 1
    errors = (
        parser.feed_error_log.filter_from_errors()
    )  # not every error is raised; after one, the parser would begin anew
    return (_said(errors[0]), errors[0].line) if errors else None


def _said(error: Any) -> str:
    return re.sub(r",? line \d+(?:, column \d+)?", "", getattr(error, "msg", None) or error.message)


class _Hidden:
    """What of an XML file is in a comment or mere text, so that no element starts there."""

    _ENDS: Final = {b"<!--": b"-->", b"<![CDATA[": b"]]>"}

    def __init__(self) -> None:
        self._opened: bytes | None = None  # by what
        self._edge = b""

    def holds(self, piece: bytes) -> bool:
        """Whether the piece that comes next starts inside; none does that opens the same again before an end."""
        if self._opened is None:
            return False
        begin, end = piece.find(self._opened), piece.find(self._ENDS[self._opened])
        return begin < 0 or 0 <= end < begin

    def feed(self, piece: bytes) -> None:
        """Go on to the end of a piece."""
        text, place = self._edge + piece, 0
        while True:
            if self._opened is None:
                found = [(at, begin) for begin in self._ENDS if (at := text.find(begin, place)) >= 0]
                if not found:
                    break
                place, self._opened = min(found)
                place += len(self._opened)
            else:
                end = text.find(self._ENDS[self._opened], place)
                if end < 0:
                    break
                place, self._opened = end + 3, None
        self._edge = text[max(place, len(text) - 2) :]


def _forget(element: etree._Element) -> None:
    """Let go of an element and of what came before it, so that memory stays flat."""
    element.clear()
    parent = element.getparent()
    while parent is not None and (before := element.getprevious()) is not None:
        parent.remove(before)


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _quoted(uri: str) -> str:
    return uri.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def text_of(element: etree._Element, *tags: str) -> str | None:
    """All text in the first child that has one of these tags, the surest first, and any text; null when none has."""
    for tag in tags:
        for child in element.iterfind(tag):
            if (text := "".join(child.itertext())) and not text.isspace():
                return text.strip()
    return None


def texts_of(element: etree._Element, tag: str) -> list[str]:
    """The text of each child that has this tag, if it has any."""
    texts = ("".join(child.itertext()).strip() for child in element.iterfind(tag))
    return [text for text in texts if text]


def required_text(element: etree._Element, name: str, *tags: str) -> str:
    """A text that a paper can not do without.

    Raises:
        BadRecordError: there is none.
    """
    text = text_of(element, *tags)
    if text is None:
        raise BadRecordError(f"no {name}")
    return text
