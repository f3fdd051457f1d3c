"""RSS 2.0, 0.9x and 1.0 (RDF), arXiv's own among them: an item a paper.

``title``; ``description``, else ``content:encoded``, is the abstract; ``link`` (else ``guid``), ``pubDate`` or
``dc:date``, ``category`` or ``dc:subject``, and a DOI in ``prism:doi`` or ``dc:identifier``. The date of an item that
announces a new version of a paper, or lists it under another category, is not the paper's, and is not read.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from flows.feeds import arxivfeed
from flows.feeds.dates import Dates
from flows.feeds.elements import read_elements, required_text, root, text_of, texts_of
from flows.feeds.markup import to_text
from flows.feeds.source import Listed, Notice
from schemas.records import Paper, Reject

if TYPE_CHECKING:
    from lxml import etree

SOURCE = "rss"

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PRISM = ("{http://prismstandard.org/namespaces/basic/2.0/}", "{http://prismstandard.org/namespaces/basic/2.1/}",
          "{http://prismstandard.org/namespaces/1.2/basic/}")  # fmt: skip
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_OWN = ("", "{http://purl.org/rss/1.0/}", "{http://my.netscape.com/rdf/simple/0.9/}")  # namespaces, by version


def sniff(head: str) -> bool:
    """Whether a file that starts so is an RSS feed."""
    tag = root(head)
    return tag is not None and (tag.rpartition("}")[2] == "rss" or tag == f"{_RDF}RDF")


def read(path: Path, dates: Dates) -> Iterator[Listed | Reject | Notice]:
    """The papers of a feed and the items that are none, in order, one at a time.

    Raises:
        FeedError: the file can not be read, or is not XML to its end.
    """
    return read_elements(path, ["item"], partial(_paper, dates=dates))


def _paper(item: etree._Element, _: int, *, dates: Dates) -> Paper:
    title, is_first = arxivfeed.title_of(to_text(required_text(item, "title", *_own("title"))))
    described = required_text(item, "description", *_own("description"), _CONTENT, f"{_DC}description")
    abstract, is_new = arxivfeed.abstract_of(to_text(described))
    link = text_of(item, *_own("link")) or item.get(f"{_RDF}about")
    ident = text_of(item, *_own("guid")) or link
    return Paper.of(
        title,
        abstract,
        source=SOURCE,
        url=link or (ident if ident and ident.startswith("http") else None),
        arxiv_id=ident,
        doi=text_of(item, *(f"{prism}doi" for prism in _PRISM), f"{_DC}identifier") or ident,
        published=_published(item, dates) if is_first and is_new else None,
        categories=tuple(texts_of(item, "category") or texts_of(item, f"{_DC}subject")),
    )


def _published(item: etree._Element, dates: Dates) -> dt.date | None:
    tags = (*_own("pubDate"), f"{_DC}date", *(f"{prism}publicationDate" for prism in _PRISM))
    return dates.of(text_of(item, *tags), "pubDate")


def _own(name: str) -> tuple[str, ...]:
    return tuple(f"{space}{name}" for space in _OWN)
