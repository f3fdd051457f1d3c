"""Stable identities: white space, arXiv ids, DOIs, paper ids and claim ids."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable

import regex

# https://info.arxiv.org/help/arxiv_identifier.html: 0704.0001 to 9912.99999, or archive.SC/9912999 before April 2007.
_ARXIV = regex.compile(
    r"(?:^|arxiv\s*[:.]\s*|arxiv\.org(?::|/(?:abs|pdf|html|format)/)|/papers/|10\.48550/arxiv\.)"
    r"(?P<id>\d{4}\.\d{4,5}|(?P<archive>[a-z][a-z-]+)(?:\.[A-Z]{2})?/(?P<number>\d{7}))"
    r"(?:v\d+)?(?:\.pdf)?(?:$|[\s?#/])",
    regex.IGNORECASE,
)
# https://www.crossref.org/blog/dois-and-matching-regular-expressions/
_DOI = regex.compile(r"(?:^|doi\.org/|doi:\s*)(?P<doi>10\.\d{4,9}/[^\s\"<>]+)", regex.IGNORECASE)


def fold_space(text: str) -> str:
    """Fold each run of white space to one space and trim the ends; nothing else changes."""
    folded = text.replace("\n", " ")
    if "  " not in folded and folded.isprintable():  # no other white space is printable
        return folded.strip()
    return " ".join(text.split())


def normalise_arxiv_id(text: str | None) -> str | None:
    """The arXiv id in an id, URL, OAI identifier or DOI, without its version; null when there is none.

    An old id is without its subject class: ``math.GT/0309136`` and ``math/0309136`` are one paper, and arXiv lists it
    as the latter.
    """
    match = _ARXIV.search(text.strip()) if text else None
    if match is None:
        return None
    return f"{match['archive'].lower()}/{match['number']}" if match["archive"] else str(match["id"])


def normalise_doi(text: str | None) -> str | None:
    """The DOI in a DOI or URL, lower case (DOIs are case-insensitive); null when there is none.

    arXiv's own DOIs name the arXiv id and say nothing more, so they give null.
    """
    match = _DOI.search(text.strip()) if text else None
    if match is None:
        return None
    doi = str(match["doi"]).rstrip(".,;)").lower()
    return None if doi.startswith("10.48550/arxiv.") else doi


def fold_title(title: str) -> str:
    """The title for comparison: compatibility characters, case and white space folded."""
    return fold_space(unicodedata.normalize("NFKC", title)).casefold()


def paper_id(title: str, arxiv_id: str | None, doi: str | None) -> str:
    """``arxiv:`` id when known, else ``doi:``, else ``title:`` and a hash of the folded title."""
    if arxiv_id:
        return f"arxiv:{arxiv_id}"
    if doi:
        return f"doi:{doi}"
    return f"title:{digest([fold_title(title)])}"


def text_digest(title: str, abstract: str) -> int:
    """63 bits that tell the texts of a paper from others, as the warehouse's ``text_digest`` holds them.

    Of an MD5, since DuckDB computes the same: ``md5_number_lower(title || chr(31) || abstract) >> 1``.
    """
    whole = hashlib.md5(f"{title}\x1f{abstract}".encode("utf-8", "surrogatepass"), usedforsecurity=False)
    return int.from_bytes(whole.digest()[8:], "little") >> 1


def digest(parts: Iterable[object]) -> str:
    """16 hexadecimal digits (64 bits) of the SHA-256 of the parts, which can not run into one another."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]
