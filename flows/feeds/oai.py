"""OAI-PMH, the protocol by which arXiv and other archives are harvested: a record a paper.

Metadata in ``arXiv``, ``arXivRaw`` or ``oai_dc``. Records that are marked as deleted are passed over. Where the list
goes on in another answer, the token that fetches it comes as a :class:`Resumption`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from flows.feeds.dates import Dates
from flows.feeds.elements import read_elements, required_text, root, text_of, texts_of
from flows.feeds.fields import BadRecordError
from flows.feeds.source import FeedError, Listed, Notice, named
from schemas.records import Paper, Reject

if TYPE_CHECKING:
    from lxml import etree

SOURCE = "oai-pmh"

_OAI = "{http://www.openarchives.org/OAI/2.0/}"
_ARXIV = "{http://arxiv.org/OAI/arXiv/}"
_RAW = "{http://arxiv.org/OAI/arXivRaw/}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_DC_RECORD = "{http://www.openarchives.org/OAI/2.0/oai_dc/}dc"


@dataclass(frozen=True, slots=True)
class Resumption(Notice):
    """The list goes on; ``token`` fetches the next part of it."""

    token: str


def sniff(head: str) -> bool:
    """Whether a file that starts so is an answer of an OAI-PMH server."""
    return root(head) == f"{_OAI}OAI-PMH"


def read(path: Path, dates: Dates) -> Iterator[Listed | Reject | Notice]:
    """The papers of an answer, the records that are none, and whether the list goes on, one at a time.

    Raises:
        FeedError: the file can not be read, is not XML to its end, or is the message of an error.
    """
    deleted = 0

    def to_record(element: etree._Element, line: int) -> Paper | Notice | None:
        nonlocal deleted
        text = "".join(element.itertext()).strip()
        if element.tag == f"{_OAI}error":
            raise FeedError(f"{named(path)}: the server answered with an error: {element.get('code')}: {text}")
        if element.tag == f"{_OAI}resumptionToken":
            of = f" of {size}" if (size := element.get("completeListSize")) else ""
            return Resumption(f"{path}:{line}", f"one part{of}; the list goes on", text) if text else None
        if element.tag != f"{_OAI}record":
            return None
        header = element.find(f"{_OAI}header")
        if header is not None and header.get("status") == "deleted":
            deleted += 1
            return None
        return _paper(element, dates)

    yield from read_elements(path, ["record", "resumptionToken", "error"], to_record)
    if deleted:
        yield Notice(str(path), f"{deleted} deleted record{'s were' if deleted > 1 else ' was'} passed over")


def _paper(record: etree._Element, dates: Dates) -> Paper:
    metadata = next(iter(record.iterfind(f"{_OAI}metadata/*")), None)
    if metadata is None:
        raise BadRecordError("no metadata")
    if metadata.tag == f"{_ARXIV}arXiv":
        return _of_arxiv(metadata, _ARXIV, text_of(metadata, f"{_ARXIV}created"), dates)
    if metadata.tag == f"{_RAW}arXivRaw":
        return _of_arxiv(metadata, _RAW, text_of(metadata, f"{_RAW}version/{_RAW}date"), dates)
    if metadata.tag == _DC_RECORD:
        return _of_dublin_core(metadata, text_of(record, f"{_OAI}header/{_OAI}identifier"), dates)
    name = str(metadata.tag).rpartition("}")[2]
    raise BadRecordError(f"metadata is {name}; arXiv, arXivRaw and oai_dc can be read")


def _of_arxiv(metadata: etree._Element, space: str, published: str | None, dates: Dates) -> Paper:
    ident = required_text(metadata, "id", f"{space}id")
    return Paper.of(
        required_text(metadata, "title", f"{space}title"),
        required_text(metadata, "abstract", f"{space}abstract"),
        source=SOURCE,
        url=f"https://arxiv.org/abs/{ident}",
        arxiv_id=ident,
        doi=text_of(metadata, f"{space}doi"),
        published=dates.of(published, "date"),
        categories=tuple((text_of(metadata, f"{space}categories") or "").split()),
    )


def _of_dublin_core(metadata: etree._Element, identifier: str | None, dates: Dates) -> Paper:
    identifiers = texts_of(metadata, f"{_DC}identifier")
    return Paper.of(
        required_text(metadata, "title", f"{_DC}title"),
        required_text(metadata, "description", f"{_DC}description"),
        source=SOURCE,
        url=next((text for text in identifiers if text.startswith("http")), None),
        arxiv_id=identifier,
        doi=next((text for text in identifiers if text.lower().startswith(("doi:", "10."))), None),
        published=dates.earliest(texts_of(metadata, f"{_DC}date"), "date"),
        categories=tuple(texts_of(metadata, f"{_DC}subject")),
    )
