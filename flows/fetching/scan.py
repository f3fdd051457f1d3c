"""What a document says of the list that it is a part of: arXiv's Atom feeds and OAI-PMH."""

from __future__ import annotations

from dataclasses import dataclass
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
    is_whole: bool = True


class _NotAListError(Exception):
    """The document is another."""


def scan(path: Path) -> Scan:
    """Read through a document, in bounded memory. One that is neither Atom nor OAI-PMH is no part of a list."""
    found = Scan()
    inside, said = "", ""
    parser = expat.ParserCreate(namespace_separator=" ")

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal inside, said
        if found.root is None:
            if name not in (ATOM, OAI):
                raise _NotAListError
            found.root = name
        found.items += name in _ITEMS
        if name in _TOLD:
            inside, said = name, attributes.get("code", "") + " "

    def text(data: str) -> None:
        nonlocal said
        if inside and len(said) < _LONGEST:
            said += data

    def end(name: str) -> None:
        nonlocal inside
        if name == inside:
            _note(found, name, said.strip())
            inside = ""

    def refuse(*_: object) -> None:
        raise _NotAListError  # neither format has a document type, which is where entities are made that explode

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = begin, end, text
    parser.StartDoctypeDeclHandler = refuse
    try:
        with path.open("rb") as file:
            while data := file.read(_CHUNK):
                parser.Parse(data)
            parser.Parse(b"", True)
    except (_NotAListError, LookupError, ValueError):  # the last two: of encodings that nobody knows
        return Scan()
    except expat.ExpatError:
        found.is_whole = found.root is None  # what never was a list is whole for all we know
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
