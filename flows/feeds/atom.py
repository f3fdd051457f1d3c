"""Atom, and the answers of the arXiv API, which are Atom: an entry a paper.

``title``; ``summary``, else ``content``, is the abstract; ``id``, ``link``, ``published``, ``category`` and a DOI in
``arxiv:doi`` or in a link that is called so.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from flows.feeds import arxivfeed
from flows.feeds.dates import Dates
from flows.feeds.elements import read_elements, root, text_of
from flows.feeds.fields import BadRecordError
from flows.feeds.markup import to_text
from flows.feeds.source import FeedError, Listed, Notice, named
from schemas.records import Paper, Reject

if TYPE_CHECKING:
    from lxml import etree

SOURCE = "atom"
API_SOURCE = "arxiv-api"

_ATOM = "{http://www.w3.org/2005/Atom}"
_ARXIV = "{http://arxiv.org/schemas/atom}"
_API = "arxiv.org/api/"


def sniff(head: str) -> bool:
    """Whether a file that starts so is an Atom feed."""
    return root(head) in (f"{_ATOM}feed", f"{_ATOM}entry")


def sniff_api(head: str) -> bool:
    """Whether a file that starts so is an answer of the arXiv API."""
    return _API in head.partition("</entry>")[0] and sniff(head)  # the message of an error says so in its only entry


def read(path: Path, dates: Dates) -> Iterator[Listed | Reject | Notice]:
    """The papers of a feed and the entries that are none, in order, one at a time.

    Raises:
        FeedError: the file can not be read, or is not XML to its end.
    """
    return read_elements(path, ["entry"], partial(_paper, source=SOURCE, dates=dates))


def read_api(path: Path, dates: Dates) -> Iterator[Listed | Reject | Notice]:
    """The papers of an answer, in order, one at a time.

    Raises:
        FeedError: the file can not be read, is not XML to its end, or is the message of an error.
    """

    def to_paper(entry: etree._Element, line: int) -> Paper:
        if f"{_API}errors" in (text_of(entry, f"{_ATOM}id") or ""):
            raise FeedError(f"{named(path)}: arXiv answered with an error: {text_of(entry, f'{_ATOM}summary')}")
        return _paper(entry, line, source=API_SOURCE, dates=dates)

    return read_elements(path, ["entry"], to_paper)


def _paper(entry: etree._Element, _: int, *, source: str, dates: Dates) -> Paper:
    title, is_first = arxivfeed.title_of(_required(entry, "title"))
    abstract, is_new = arxivfeed.abstract_of(_required(entry, "summary", "content"))
    links = {
        link.get("title") or link.get("rel", "alternate"): link.get("href") for link in entry.iterfind(f"{_ATOM}link")
    }
    ident = text_of(entry, f"{_ATOM}id")
    published = text_of(entry, f"{_ATOM}published") if is_first and is_new else None
    return Paper.of(
        title,
        abstract,
        source=source,
        url=links.get("alternate") or (ident if ident and ident.startswith("http") else None),
        arxiv_id=ident,
        doi=text_of(entry, f"{_ARXIV}doi") or links.get("doi") or ident,
        published=dates.of(published),
        categories=tuple(term for one in entry.iterfind(f"{_ATOM}category") if (term := one.get("term"))),
    )


def _required(entry: etree._Element, *names: str) -> str:
    for name in names:
        for element in entry.iterfind(f"{_ATOM}{name}"):
            text = " ".join(element.itertext()) if element.get("type") == "xhtml" else "".join(element.itertext())
            if text.strip():
                return to_text(text) if element.get("type") == "html" else text
    raise BadRecordError(f"no {names[0]}")
