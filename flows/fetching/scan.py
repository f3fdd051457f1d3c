"""What a document says of the list that it is a part of: arXiv's Atom feeds and OAI-PMH."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

_ATOM = "http://www.w3.org/2005/Atom"
_SEARCH = "http://a9.com/-/spec/opensearch/1.1/"
_OAI = "http://www.openarchives.org/OAI/2.0/"

ATOM, OAI = f"{_ATOM} feed", f"{_OAI} OAI-PMH"
_ITEMS = {f"{_ATOM} entry", f"{_OAI} record"}
_TOTAL, _START = f"{_SEARCH} totalResults", f"{_SEARCH} startIndex"
_TOKEN, _ERROR = f"{_OAI} resumptionToken", f"{_OAI} error"
_TOLD = {_TOTAL, _START, _TOKEN, _ERROR}

_CHUNK = 1 << 16
_LONGEST = 4096  # characters of a token or an error; longer ones are no tokens of any server


@dataclass
class Scan:
    """A part of a list."""

    root: str | None = None  # ATOM, OAI; null for anything else
    items: int = 0
    total: int | None = None
    start: int | None = None
    token: str | None = None  # an empty one, or none, ends the list
    error: tuple[str, str] | None = None  # OAI-PMH's code and words
    _text: list[str] = field(default_factory=list, repr=False)
    _inside: str | None = field(default=None, repr=False)


class _NotAListError(Exception):
    """The document is another."""


def scan(path: Path) -> Scan:
    """Read through a document, in bounded memory. One that is not XML, or not to its end, is no part of a list."""
    found = Scan()
    parser = expat.ParserCreate(namespace_separator=" ")

    def begin(name: str, attributes: dict[str, str]) -> None:
        if found.root is None:
            if name not in (ATOM, OAI):
                raise _NotAListError
            found.root = name
        found.items += name in _ITEMS
        if name in _TOLD:
            found._inside, found._text = name, [f"{attributes['code']} "] if "code" in attributes else []

    def text(data: str) -> None:
        if found._inside and sum(map(len, found._text)) < _LONGEST:
            found._text.append(data)

    def end(name: str) -> None:
        if name == found._inside:
            _note(found, name, "".join(found._text).strip())
            found._inside = None

    def refuse(*_: object) -> None:
        raise _NotAListError  # neither format has a document type, which is where entities are made that explode

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = begin, end, text
    parser.StartDoctypeDeclHandler = refuse
    try:
        with path.open("rb") as file:
            while data := file.read(_CHUNK):
                parser.Parse(data)
            parser.Parse(b"", True)
    except (_NotAListError, expat.ExpatError):
        return Scan()
    return found


def _note(found: Scan, name: str, said: str) -> None:
    match name:
        case _ if name == _TOKEN:
            found.token = said or None
        case _ if name == _ERROR:
            code, _, words = said.partition(" ")
            found.error = code, " ".join(words.split())
        case _ if said.isdecimal() and len(said) < 10:
            setattr(found, "total" if name == _TOTAL else "start", int(said))
