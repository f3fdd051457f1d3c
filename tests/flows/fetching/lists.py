"""Parts of lists as arXiv's API and OAI-PMH servers give them, about papers that nobody wrote."""

from __future__ import annotations

from collections.abc import Iterable


def atom(numbers: Iterable[int], *, total: int, start: int) -> bytes:
    """A page of arXiv's API."""
    entries = "".join(
        f"<entry><id>http://arxiv.org/abs/2601.{number:05}v1</id><title>Sorter {number}</title>"
        f"<summary>Sorter {number} is 2x faster than QuickTool.</summary><published>2026-01-02T03:04:05Z</published>"
        f'<category term="cs.DS"/></entry>'
        for number in numbers
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/"'
        ' xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom"><title>Sorters</title>'
        f"<opensearch:totalResults>{total}</opensearch:totalResults>"
        f"<opensearch:startIndex>{start}</opensearch:startIndex>{entries}</feed>\n"
    ).encode()


def oai(numbers: Iterable[int], token: str | None = None) -> bytes:
    """A page of OAI-PMH records; ``token``: how the list goes on, empty at its end."""
    records = "".join(
        f"<record><header><identifier>oai:arXiv.org:2601.{number:05}</identifier><datestamp>2026-01-02</datestamp>"
        '</header><metadata><arXiv xmlns="http://arxiv.org/OAI/arXiv/">'
        f"<id>2601.{number:05}</id><created>2026-01-02</created><title>Sorter {number}</title>"
        f"<categories>cs.DS</categories><abstract>Sorter {number} is 2x faster than QuickTool.</abstract></arXiv>"
        "</metadata></record>"
        for number in numbers
    )
    resumption = "" if token is None else f'<resumptionToken cursor="0">{token}</resumptionToken>'
    return _oai(f"<ListRecords>{records}{resumption}</ListRecords>")


def oai_error(code: str, words: str = "") -> bytes:
    """What an OAI-PMH server says instead."""
    return _oai(f'<error code="{code}">{words}</error>')


def _oai(inside: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">'
        '<responseDate>2026-01-03T00:00:00Z</responseDate><request verb="ListRecords">http://x.invalid/oai</request>'
        f"{inside}</OAI-PMH>\n"
    ).encode()
