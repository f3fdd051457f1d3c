"""RSS, Atom and OAI-PMH: what is theirs alone, and XML that means no good."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

import pytest

from flows.feeds.oai import Resumption
from tests.flows.feeds import read

ATOM = '<feed xmlns="http://www.w3.org/2005/Atom">{}</feed>'
ENTRY = "<entry><title>Sorter</title><summary>Sorter is 2x faster{}.</summary></entry>"
RSS = (
    '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>{}</channel></rss>'
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "feed.xml"


def laughs(levels: int) -> str:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, levels))
    return f'<!DOCTYPE feed [<!ENTITY e0 "ha">{entities}]>'


OUTSIDE = '<!DOCTYPE feed [<!ENTITY {} SYSTEM "file:///etc/hostname">{}]>'
HOSTILE = {
    "a billion laughs in a record": laughs(9) + ATOM.format(ENTRY.format("&e8;")),
    "a billion laughs before the records": laughs(9) + ATOM.format("<title>&e8;</title>" + ENTRY.format("")),
    "an entity that is harmless": laughs(1) + ATOM.format(ENTRY.format("&e0;")),
    "an entity that is not used": laughs(1) + ATOM.format(ENTRY.format("")),
    "an external entity": OUTSIDE.format("x", "") + ATOM.format(ENTRY.format("&x;")),
    "an external parameter entity": OUTSIDE.format("% x", "%x;") + ATOM.format(ENTRY.format("")),
    "an external entity in RSS": OUTSIDE.format("x", "") + RSS.format("<item><title>&x;</title></item>"),
    "entities far down": "<!-- " + "long " * 100_000 + "-->" + laughs(9) + ATOM.format(ENTRY.format("&e8;")),
    "entities without a record": laughs(9) + ATOM.format(""),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_file_that_declares_entities_is_refused_in_one_line(path: Path, text: str) -> None:
    path.write_text(text)
    found = read(path, "rss" if "<rss" in text else "atom")
    assert (found.papers, found.rejects) == ([], [])
    assert found.failure == f"{path}: declares XML entities; such a file is not read"


def test_a_billion_laughs_in_an_attribute_are_not_expanded(path: Path) -> None:
    path.write_text(laughs(12) + ATOM.replace("<feed", '<feed x="&e11;"').format(ENTRY.format("")))
    found = read(path, "atom")
    assert (found.papers, found.rejects) == ([], [])
    assert str(found.failure).startswith(f"{path}: ")
    assert "\n" not in str(found.failure)


def test_a_document_type_without_entities_is_no_harm(path: Path) -> None:
    path.write_text(
        '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://127.0.0.1:9/rss-0.91.dtd">\n'
        + RSS.format("<item><title>Sorter</title><description>It is 2x faster.</description></item>")
    )
    assert read(path).titles == ["Sorter"]


def test_an_entity_that_nobody_declares_costs_its_record(path: Path) -> None:
    path.write_text(ATOM.format(ENTRY.format("&nbsp;") + ENTRY.format("")))
    found = read(path)
    assert len(found.papers) == 1
    assert found.reasons == [(f"{path}:1", "not well-formed: Entity 'nbsp' not defined")]


def test_another_encoding_is_read_as_the_file_declares_it(path: Path) -> None:
    text = '<?xml version="1.0" encoding="ISO-8859-1"?>\n' + ATOM.format(
        ENTRY.format(" & Zoë") + ENTRY.format(" Zoë")
    )
    path.write_bytes(text.encode("latin-1"))
    found = read(path)
    assert [paper.abstract for paper in found.papers] == ["Sorter is 2x faster Zoë."]
    assert len(found.rejects) == 1


@pytest.mark.parametrize("name", ["no-such-encoding", "hex", "utf-7"])
def test_an_encoding_that_can_not_be_read_is_one_line(path: Path, name: str) -> None:
    path.write_text(f'<?xml version="1.0" encoding="{name}"?>' + ATOM.format(ENTRY.format("") + ENTRY.format(" & ")))
    found = read(path)
    assert found.failure in (None, f"{path}: declares an unknown encoding, {name}")
    assert found.failure or name == "utf-7"


def test_prefixes_and_default_namespaces_are_the_same(path: Path) -> None:
    entries = "".join(ENTRY.format(more) for more in ("", " & ", " again"))
    text = ATOM.format(entries).replace("<", "<a:").replace("<a:/", "</a:").replace("xmlns=", "xmlns:a=")
    path.write_text(text)
    found = read(path)
    assert [paper.abstract for paper in found.papers] == ["Sorter is 2x faster.", "Sorter is 2x faster again."]
    assert (len(found.rejects), found.failure) == (1, None)


def test_a_record_in_a_comment_or_as_text_is_none(path: Path) -> None:
    path.write_text(
        RSS.format(
            "<!-- <item><title>No</title><description>No.</description></item> -->"
            "<item><title>Sorter</title><description><![CDATA[Write <item> and </item> first, <b>then</b> sort.]]>"
            "</description></item><item><title>Other</title><description>It is 3x faster.</description></item>"
        )
    )
    found = read(path)
    assert [(paper.title, paper.abstract) for paper in found.papers] == [
        ("Sorter", "Write <item> and </item> first, then sort."),
        ("Other", "It is 3x faster."),
    ]
    assert (found.rejects, found.failure) == ([], None)


@pytest.mark.parametrize("part", ["<item>", "<item>&", "<item/>&", "<![CDATA[<item>", "<!--<item>"])
def test_a_file_of_nothing_but_damage_is_read_in_time(path: Path, part: str) -> None:
    path.write_text(RSS.format(part * 5_000))
    begin = time.process_time()
    found = read(path)
    assert found.papers == []
    assert found.rejects or found.failure
    assert time.process_time() - begin < 10


def test_the_lines_of_records_far_down_are_counted(path: Path) -> None:
    path.write_text(ATOM.format("\n" * 70_000 + ENTRY.format("") + "\n" + ENTRY.format(" & ") + "\n<entry/>"))
    assert [place for place, _ in read(path).reasons] == [f"{path}:70002", f"{path}:70003"]


@pytest.mark.parametrize("text", ["<feed", "<html><p>no</p></html>", "< feed>", "<?xml version='1.0'?>"])
def test_what_is_no_feed_is_said(path: Path, text: str) -> None:
    path.write_text(text)
    assert "is in no known feed format" in str(read(path).failure)
    found = read(path, "atom")
    assert (found.papers, found.rejects) == ([], [])


ANNOUNCED = """<item><title>{title}</title><link>https://arxiv.org/abs/2401.00001</link>
<description>{description}</description><guid isPermaLink="false">oai:arXiv.org:2401.00001v2</guid>
<pubDate>Tue, 02 Jan 2024 00:00:00 -0500</pubDate></item>"""


@pytest.mark.parametrize(
    ("title", "description", "published"),
    [
        ("Sorter", "arXiv:2401.00001v1 Announce Type: new \nAbstract: It is 2x faster.", dt.date(2024, 1, 2)),
        ("Sorter", "arXiv:2401.00001v2 Announce Type: replace \nAbstract: It is 2x faster.", None),
        ("Sorter", "arXiv:2401.00001v1 Announce Type: cross Abstract: It is 2x faster.", None),
        ("Sorter", "arXiv:2401.00001v3 Announce Type: replace-cross \nAbstract: It is 2x faster.", None),
        ("Sorter (arXiv:2401.00001v1 [cs.DC])", "&lt;p&gt;It is 2x faster.&lt;/p&gt;", dt.date(2024, 1, 2)),
        ("Sorter (arXiv:2401.00001v2 [cs.DC] UPDATED)", "&lt;p&gt;It is 2x faster.&lt;/p&gt;", None),
        ("Sorter (arXiv:2401.00001v1 [cs.DC] CROSS LISTED)", "It is 2x faster.", None),
    ],
)
def test_what_arxiv_puts_around_a_title_and_an_abstract_is_taken_off(
    path: Path, title: str, description: str, published: dt.date | None
) -> None:
    path.write_text(RSS.format(ANNOUNCED.format(title=title, description=description)))
    [paper] = read(path).papers
    assert (paper.title, paper.abstract) == ("Sorter", "It is 2x faster.")
    assert (paper.paper_id, paper.published) == ("arxiv:2401.00001", published)


def test_rss_1_of_a_journal(path: Path) -> None:
    path.write_text("""<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/">
<channel rdf:about="https://example.org/feed"><title>Journal of Sorting</title></channel>
<item rdf:about="https://example.org/a1"><title><![CDATA[A <i>sorted</i> title]]></title>
<content:encoded><![CDATA[<p>It is 10<sup>2</sup> times faster &amp; needs CO<sub>2</sub>;</p><p>p &lt; 0.05.</p>]]>
</content:encoded>
<dc:date>2024-02-29</dc:date><dc:subject>Sorting</dc:subject><prism:doi>10.1000/ABC</prism:doi></item>
</rdf:RDF>""")
    [paper] = read(path).papers
    assert (paper.title, paper.url) == ("A sorted title", "https://example.org/a1")
    assert paper.abstract == "It is 10^2 times faster & needs CO2; p < 0.05."
    assert (paper.doi, paper.published, paper.categories) == ("10.1000/abc", dt.date(2024, 2, 29), ("Sorting",))


def test_atom_as_html_and_as_xhtml(path: Path) -> None:
    div = '<div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div>'
    path.write_text(
        ATOM.format(
            '<entry><title type="html">A &lt;b&gt;bold&lt;/b&gt; title</title><id>https://example.org/1</id>'
            f'<content type="xhtml">{div}</content></entry>'
            "<entry><title>a &lt;b&gt; c</title><summary>It is text: &lt;b&gt;.</summary></entry>"
        )
    )
    one, two = read(path).papers
    assert (one.title, one.abstract, one.url) == ("A bold title", "One. Two.", "https://example.org/1")
    assert (two.title, two.abstract) == ("a <b> c", "It is text: <b>.")


def test_the_message_of_an_error_of_the_api_is_an_error(path: Path) -> None:
    path.write_text(
        ATOM.format(
            "<id>https://arxiv.org/</id><entry><id>https://arxiv.org/api/errors#wrong</id><title>Error</title>"
            "<summary>wrong id</summary></entry>"
        )
    )
    found = read(path)
    assert (found.papers, found.failure) == ([], f"{path}: arXiv answered with an error: wrong id")


OAI = '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">{}</OAI-PMH>'


def test_deleted_records_and_the_token_are_told_of(path: Path) -> None:
    deleted = '<record><header status="deleted"><identifier>oai:arXiv.org:{}</identifier></header></record>\n'
    path.write_text(
        OAI.format(
            f"<ListRecords>{deleted.format(1)}{deleted.format(2)}<record><header/></record>"
            "\n<resumptionToken> abc|1001 </resumptionToken></ListRecords>"
        )
    )
    found = read(path)
    assert found.reasons == [(f"{path}:3", "no metadata")]
    assert found.said == [
        (f"{path}:4", "one part; the list goes on"),
        (str(path), "2 deleted records were passed over"),
    ]
    assert [notice.token for notice in found.notices if isinstance(notice, Resumption)] == ["abc|1001"]


def test_the_last_part_of_a_list_has_no_token(path: Path) -> None:
    path.write_text(OAI.format("<ListRecords><resumptionToken completeListSize='9'/></ListRecords>"))
    assert read(path).said == []


def test_an_error_of_the_server_is_an_error(path: Path) -> None:
    path.write_text(OAI.format('<error code="badResumptionToken">it has expired</error>'))
    assert read(path).failure == f"{path}: the server answered with an error: badResumptionToken: it has expired"


def test_metadata_that_can_not_be_read_is_refused(path: Path) -> None:
    path.write_text(OAI.format('<ListRecords><record><metadata><mods xmlns="x"/></metadata></record></ListRecords>'))
    assert read(path).reasons == [(f"{path}:1", "metadata is mods; arXiv, arXivRaw and oai_dc can be read")]
