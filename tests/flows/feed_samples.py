"""One made-up list of papers, written in every format whose records can be told apart: the ground of their tests."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

COUNT = 7
ALL = range(1, COUNT + 1)
MARK = "Zoë"
"""A word outside ASCII in every abstract, so that it can be written wrongly."""


def title(number: int) -> str:
    return f"Sorter{number}: Sorting & Searching, at Speed"


def abstract(number: int) -> str:
    return (
        f'Sorter{number} is {number}.5x faster (p < 0.05) than "QuickTool" & co.,\nsays {MARK}; it needs {number} GB.'
    )


def folded(number: int) -> str:
    return " ".join(abstract(number).split())


def published(number: int) -> dt.date:
    return dt.date(2024, 1, number)


def arxiv_id(number: int) -> str:
    return f"2401.{number:05}"


def doi(number: int) -> str:
    return f"10.1000/x.{number}"


CATEGORIES = ("cs.DC", "cs.LG")


@dataclass(frozen=True)
class Sample:
    """A format, and how the papers are written in it."""

    name: str
    record: Callable[[int], str]
    head: str = ""
    foot: str = ""
    joint: str = "\n"
    abstract_key: str = "abstract"
    stray: str = '"'  # what breaks a record when it stands in its abstract
    has_doi: bool = True
    has_categories: bool = True
    ends_visibly: bool = False  # a file that is cut off between two records is seen to be

    def text(self, records: Sequence[str] | None = None) -> str:
        found = [self.record(number) for number in ALL] if records is None else records
        return self.head + self.joint.join(found) + self.foot

    def data(self, records: Sequence[bytes] | None = None) -> bytes:
        found = [self.record(number).encode() for number in ALL] if records is None else records
        return self.head.encode() + self.joint.encode().join(found) + self.foot.encode()

    def line(self, number: int) -> int:
        """Where a record starts in the file."""
        before = self.head + "".join(self.record(n) + self.joint for n in range(1, number))
        record = self.record(number)
        return 1 + before.count("\n") + record[: len(record) - len(record.lstrip())].count("\n")


def _jsonl(number: int) -> str:
    return json.dumps(
        {
            "id": arxiv_id(number), "title": title(number), "abstract": abstract(number), "doi": doi(number),
            "published": str(published(number)), "categories": list(CATEGORIES),
        },
        ensure_ascii=False,
    )  # fmt: skip


def _kaggle(number: int) -> str:
    return json.dumps(
        {
            "id": arxiv_id(number), "submitter": "A. Nobody", "authors": "A. Nobody", "title": title(number),
            "doi": doi(number), "categories": " ".join(CATEGORIES), "license": None,
            "abstract": f"  {abstract(number)}\n",
            "versions": [
                {"version": "v1", "created": f"{published(number):%a, %d %b %Y} 19:18:42 GMT"},
                {"version": "v2", "created": "Sat, 1 Feb 2025 20:10:27 GMT"},
            ],
            "update_date": "2025-02-03", "authors_parsed": [["Nobody", "A.", ""]],
        },
        ensure_ascii=False,
    )  # fmt: skip


def _inner(number: int) -> dict[str, object]:
    return {
        "id": arxiv_id(number), "authors": [{"_id": "x", "name": "A. Nobody"}],
        "publishedAt": f"{published(number)}T13:11:45.000Z", "title": title(number), "summary": abstract(number),
    }  # fmt: skip


def _daily(number: int) -> str:
    entry = {
        "paper": _inner(number),
        "publishedAt": "2025-01-01T00:00:00.000Z",
        "title": title(number),
        "numComments": 1,
    }
    return json.dumps(entry, ensure_ascii=False)


def _daily_indented(number: int) -> str:
    return "  " + json.dumps({"paper": _inner(number)}, ensure_ascii=False, indent=2).replace("\n", "\n  ")


def _daily_bare(number: int) -> str:
    return json.dumps(_inner(number), ensure_ascii=False)


def _rss(number: int) -> str:
    described = (
        f"arXiv:{arxiv_id(number)}v1 Announce Type: new \nAbstract: {abstract(number)}".replace("&", "&amp;")
        .replace("<", "&lt;")
    )  # fmt: skip
    return f"""    <item>
      <title>{escape(escape(title(number), quote=False))}</title>
      <link>https://arxiv.org/abs/{arxiv_id(number)}</link>
      <description>{escape(described, quote=False)}</description>
      <guid isPermaLink="false">oai:arXiv.org:{arxiv_id(number)}v1</guid>
      <category>{CATEGORIES[0]}</category>
      <category>{CATEGORIES[1]}</category>
      <pubDate>{published(number):%a, %d %b %Y} 00:00:00 -0500</pubDate>
      <arxiv:announce_type>new</arxiv:announce_type>
      <prism:doi>{doi(number)}</prism:doi>
    </item>"""


def _atom(number: int) -> str:
    return f"""  <entry>
    <id>http://arxiv.org/abs/{arxiv_id(number)}v1</id>
    <updated>2025-01-01T00:00:00Z</updated><published>{published(number)}T17:59:46Z</published>
    <title>{escape(title(number))}</title>
    <summary>  {escape(abstract(number), quote=False)}
    </summary>
    <author><name>A. Nobody</name></author>
    <arxiv:doi>{doi(number)}</arxiv:doi>
    <link href="http://arxiv.org/abs/{arxiv_id(number)}v1" rel="alternate" type="text/html"/>
    <category term="{CATEGORIES[0]}"/><category term="{CATEGORIES[1]}"/>
  </entry>"""


def _oai(metadata: str) -> Callable[[int], str]:
    def record(number: int) -> str:
        filled = metadata.format(
            id=arxiv_id(number), title=escape(title(number)), abstract=escape(abstract(number), quote=False),
            day=published(number), date=f"{published(number):%a, %d %b %Y} 19:18:42 GMT", doi=doi(number),
            categories=" ".join(CATEGORIES),
        )  # fmt: skip
        header = f"<identifier>oai:arXiv.org:{arxiv_id(number)}</identifier><datestamp>2025-02-03</datestamp>"
        return f"<record>\n<header>{header}</header>\n<metadata>{filled}</metadata>\n</record>"

    return record


_OAI_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<responseDate>2025-02-03T12:56:31Z</responseDate>
<request verb="ListRecords" metadataPrefix="arXiv">http://export.arxiv.org/oai2</request>
<ListRecords>
"""
_OAI_FOOT = (
    '\n<resumptionToken cursor="0" completeListSize="99">6511260|1001</resumptionToken>\n</ListRecords>\n</OAI-PMH>\n'
)
_OAI_ARXIV = (
    '<arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>{id}</id><created>{day}</created><updated>2025-02-01</updated>'
    "<title>{title}</title><categories>{categories}</categories><doi>{doi}</doi><abstract> {abstract}</abstract>"
    "</arXiv>"
)
_OAI_RAW = (
    '<arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>{id}</id>'
    '<version version="v1"><date>{date}</date></version>'
    '<version version="v2"><date>Sat, 1 Feb 2025 20:10:27 GMT</date></version>'
    "<title>{title}</title>"
    "<categories>{categories}</categories><doi>{doi}</doi><abstract>{abstract}</abstract></arXivRaw>"
)
_OAI_DC = (
    '<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>{title}</dc:title><dc:subject>cs.DC</dc:subject><dc:subject>cs.LG</dc:subject>"
    "<dc:description>{abstract}</dc:description><dc:description>Comment: 3 pages</dc:description>"
    "<dc:date>2025-02-01</dc:date><dc:date>{day}</dc:date><dc:identifier>http://arxiv.org/abs/{id}</dc:identifier>"
    "<dc:identifier>doi:{doi}</dc:identifier></oai_dc:dc>"
)


def _delimited(mark: str) -> Callable[[int], str]:
    def record(number: int) -> str:
        quoted = abstract(number).replace('"', '""')
        fields = [arxiv_id(number), f'"{title(number)}"', f'"{quoted}"', doi(number), str(published(number))]
        return mark.join([*fields, f'"{" ".join(CATEGORIES)}"'])

    return record


def _bibtex(number: int) -> str:
    return f"""@article{{nobody{number},
  title = {{{{Sorter{number}}}: Sorting \\& Searching, at Speed}},
  abstract = {{{abstract(number).replace("&", chr(92) + "&").replace("ë", "{" + chr(92) + '"e}')}}},
  author = {{Nobody, A. and Zo{{\\"e}}, B.}},
  note = {{{MARK}}},
  eprint = {{{arxiv_id(number)}}}, archiveprefix = {{arXiv}},
  doi = {{{doi(number)}}},
  year = 2024, month = jan, day = {number},
  keywords = {{cs.DC, cs.LG}}
}}"""


_ATOM_SPACES = 'xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"'

SAMPLES = {
    "JSON Lines": Sample("jsonl", _jsonl, foot="\n"),
    "JSON": Sample("json", _jsonl, "[", "]", ",\n", ends_visibly=True),
    "JSON, indented": Sample(
        "json", lambda number: json.dumps(json.loads(_jsonl(number)), ensure_ascii=False, indent=1), "[\n", "\n]\n",
        ",\n", ends_visibly=True,
    ),
    "JSON, objects over several lines": Sample(
        "json", lambda number: json.dumps(json.loads(_jsonl(number)), ensure_ascii=False, indent=1), "", "\n"
    ),
    "JSON, under a word": Sample("json", _jsonl, '{"papers": [', "]}", ", ", ends_visibly=True),
    "Kaggle": Sample("kaggle", _kaggle, foot="\n"),
    "daily papers": Sample(
        "hf-daily", _daily, "[", "]\n", ",", "summary", has_doi=False, has_categories=False, ends_visibly=True
    ),
    "daily papers, indented": Sample(
        "hf-daily", _daily_indented, "[\n", "\n]\n", ",\n", "summary", has_doi=False, has_categories=False,
        ends_visibly=True,
    ),
    "daily papers, without the entry around": Sample(
        "hf-daily", _daily_bare, "[", "]", ", ", "summary", has_doi=False, has_categories=False, ends_visibly=True
    ),
    "daily papers, a line an entry": Sample(
        "hf-daily", _daily, "", "\n", "\n", "summary", has_doi=False, has_categories=False
    ),
    "daily papers of many days": Sample(
        "hf-daily", lambda number: f'"2024-01-{number:02}": [{_daily(number)}]', "{", "}", ",\n", "summary",
        has_doi=False, has_categories=False, ends_visibly=True,
    ),
    "RSS": Sample(
        "rss", _rss,
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:arxiv="http://arxiv.org/schemas/atom"'
        ' xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/">\n  <channel>\n    <title>cs.DC</title>\n',
        "\n  </channel>\n</rss>\n", abstract_key="description", stray="<", ends_visibly=True,
    ),
    "RSS in CDATA": Sample(
        "rss", lambda number: _rss(number).replace("<description>", "<description><![CDATA[")
        .replace("</description>", "]]></description>").replace("&amp;amp;", "&amp;").replace("&amp;lt;", "&lt;"),
        '<rss version="2.0" xmlns:arxiv="http://arxiv.org/schemas/atom"'
        ' xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"><channel>',
        "</channel></rss>", "", "description", "]]>&", ends_visibly=True,
    ),
    "Atom": Sample(
        "atom", _atom, f"<feed {_ATOM_SPACES}>\n  <title>Papers</title>\n", "\n</feed>", "\n", "summary", "<",
        ends_visibly=True,
    ),
    "arXiv API": Sample(
        "arxiv-api", _atom,
        f"<?xml version='1.0' encoding='UTF-8'?>\n<feed {_ATOM_SPACES}>\n  <id>https://arxiv.org/api/abc</id>\n",
        "\n</feed>\n", "\n", "summary", "<", ends_visibly=True,
    ),
    "OAI-PMH": Sample("oai-pmh", _oai(_OAI_ARXIV), _OAI_HEAD, _OAI_FOOT, "\n", stray="<", ends_visibly=True),
    "OAI-PMH, raw": Sample("oai-pmh", _oai(_OAI_RAW), _OAI_HEAD, _OAI_FOOT, "", stray="<", ends_visibly=True),
    "OAI-PMH, Dublin Core": Sample(
        "oai-pmh", _oai(_OAI_DC), _OAI_HEAD, _OAI_FOOT, "\n", "dc:description", "<", ends_visibly=True
    ),
    "CSV": Sample("csv", _delimited(","), "id,title,abstract,doi,published,categories\n", "\n"),
    "TSV": Sample("csv", _delimited("\t"), "arxiv_id\tTitle\tSummary\tDOI\tDate\tSubjects\n", "\n"),
    "CSV with semicolons": Sample("csv", _delimited(";"), '"id";"title";"abstract";"doi";"date";"category"\n', "\n"),
    "BibTeX": Sample("bibtex", _bibtex, "% papers\n\n", "\n", "\n\n", stray="{"),
}  # fmt: skip
