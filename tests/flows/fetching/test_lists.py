"""Lists in several documents: to their end, at arXiv's pace, and on from where a harvest broke off."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from flows.feeds import open_feed
from flows.feeds.oai import Resumption
from flows.fetching.pace import Pace
from flows.fetching.paging import SLICE, Pager
from flows.fetching.scan import ATOM, OAI, Scan, scan
from tests.flows.fetching.lists import atom, oai, oai_error
from tests.flows.fetching.reader import Reader
from tests.flows.fetching.server import Reply, Server

LIST = "/oai2?verb=ListRecords&metadataPrefix=arXiv&set=cs"
SECOND, THIRD = (f"/oai2?verb=ListRecords&resumptionToken={token}" for token in ("5%7C2", "5%7C4"))
BUSY = Reply(status=503)


@pytest.fixture
def listed(server: Server) -> str:
    """The URL of a list of six papers in three parts."""
    server.on(SECOND, Reply(oai([2, 3], "5|4")))
    server.on(THIRD, Reply(oai([4, 5], "")))
    return server.on(LIST, Reply(oai([0, 1], "5|2"), headers={"ETag": '"1"'}))


def titles(path: Path) -> list[str]:
    """The papers in a file or a folder, in order."""
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return [title for file in files for title in re.findall(r"<title>Sorter (\d+)<", file.read_text())]


# OAI-PMH.


def test_a_list_is_followed_to_its_end(server: Server, reader: Reader, listed: str) -> None:
    found = reader(listed)
    assert server.targets == [LIST, SECOND, THIRD]
    assert found.fault is None
    assert [path.name for path in sorted(found.path.iterdir())] == ["0001.xml", "0002.xml", "0003.xml"]
    assert titles(found.path) == list("012345")
    [told] = reader.told()
    assert told["is_complete"]
    assert [document["url"] for document in told["documents"]] == [server.url(target) for target in server.targets]
    assert any(step.startswith(f"fetching {listed} (page 3, 4 papers") for step in reader.heard.steps)


@pytest.mark.parametrize("token", [None, ""])
def test_a_list_of_one_part(server: Server, reader: Reader, token: str | None) -> None:
    found = reader(server.on(LIST, Reply(oai([0], token))))
    assert (found.path.name, server.targets) == ("0001.xml", [LIST])


def test_a_list_is_never_asked_for_conditionally(server: Server, reader: Reader, listed: str) -> None:
    """Its first part may be as it was when the others are not."""
    first = reader(listed)
    server.on(THIRD, Reply(oai([4, 6], "")))
    second = reader(listed)
    assert [seen.headers.get("if-none-match") for seen in server.seen] == [None] * 6
    assert (titles(first.path), titles(second.path)) == (list("012345"), list("012346"))


def test_a_list_that_is_the_same_again_is_kept_once(server: Server, reader: Reader, listed: str) -> None:
    assert reader(listed) == reader(listed)
    assert len(reader.told()) == 1


def test_a_harvest_that_broke_off_goes_on_where_it_did(server: Server, reader: Reader, listed: str) -> None:
    server.on(SECOND, BUSY)
    broken = reader(listed, attempts=3)
    assert server.targets == [LIST, SECOND, SECOND, SECOND]
    assert titles(broken.path) == list("01")
    assert str(broken.fault) == (
        f"{listed}: page 2: the server answers 503 Service Unavailable; tried 3 times; the page before is kept and"
        " read, the next run goes on there"
    )
    server.seen.clear()
    server.on(SECOND, Reply(oai([2, 3], "5|4")))
    whole = reader(listed)
    assert server.targets == [SECOND, THIRD]
    assert whole.fault is None
    assert titles(whole.path) == list("012345")
    assert whole.path == broken.path.parent
    assert any(note.startswith(f"{listed}: going on after the page kept on 20") for note in reader.heard.notes)
    server.seen.clear()
    reader(listed)
    assert server.targets == [LIST, SECOND, THIRD]


def test_it_breaks_off_again_and_again(server: Server, reader: Reader, listed: str) -> None:
    server.on(THIRD, BUSY)
    for _ in range(2):
        broken = reader(listed, attempts=1)
        assert titles(broken.path) == list("0123")
        assert "page 3: the server answers 503" in str(broken.fault)
        assert "the 2 pages before are kept and read" in str(broken.fault)
    assert server.targets == [LIST, SECOND, THIRD, THIRD]


def test_a_harvest_that_was_killed_goes_on(server: Server, reader: Reader, listed: str) -> None:
    def interrupted(_: float) -> None:
        raise KeyboardInterrupt

    server.on(SECOND, BUSY)
    reader.sleep = interrupted
    with pytest.raises(KeyboardInterrupt):
        reader(listed)
    server.seen.clear()
    server.on(SECOND, Reply(oai([2, 3], "")))
    assert titles(reader(listed).path) == list("0123")
    assert server.targets == [SECOND]


def test_a_kept_copy_stays_while_a_harvest_is_unfinished(server: Server, reader: Reader, listed: str) -> None:
    whole = reader(listed)
    server.on(LIST, Reply(oai([7], "5|2")))
    server.on(SECOND, BUSY)
    assert titles(reader(listed, attempts=1).path) == ["7"]
    assert titles(whole.path) == list("012345")


@pytest.mark.parametrize("change", ["age", "damage"])
def test_what_is_too_old_or_damaged_is_begun_anew(server: Server, reader: Reader, listed: str, change: str) -> None:
    server.on(SECOND, BUSY)
    broken = reader(listed, attempts=1)
    if change == "damage":
        broken.path.write_bytes(oai([9], "5|2"))
    else:
        [told] = reader.folder.glob("*/.*.json")
        told.write_text(json.dumps(json.loads(told.read_text()) | {"begun_at": "2026-01-01T00:00:00+00:00"}))
    server.seen.clear()
    server.on(SECOND, Reply(oai([2], "")))
    assert titles(reader(listed).path) == list("012")
    assert server.targets == [LIST, SECOND]
    assert len(reader.told()) == 1


def test_a_token_that_has_expired_is_one_line_and_the_next_harvest_begins_anew(
    server: Server, reader: Reader, listed: str
) -> None:
    server.on(SECOND, Reply(oai_error("badResumptionToken", "gone")))
    broken = reader(listed)
    assert titles(broken.path) == list("01")
    assert str(broken.fault) == (
        f"{listed}: page 2: the server no longer knows how the list goes on (the resumption token has expired); the"
        " page before is kept and read, the next run begins anew"
    )
    server.seen.clear()
    server.on(SECOND, Reply(oai([2], "")))
    assert titles(reader(listed).path) == list("012")
    assert server.targets == [LIST, SECOND]


BAD_PARTS: dict[str, tuple[Reply, str, int]] = {
    "the same token": (Reply(oai([2], "5|2")), "gives the same resumption token twice: its list has no end", 1),
    "no XML after all": (Reply(oai([2, 3], "a&b")), "the answer is not whole: its XML breaks off or is damaged", 2),
    "another document": (Reply(b"{}"), "is no part of the list; tried 2 times", 2),
    "a web page": (Reply(b"<!doctype html><html></html>"), "is no part of the list", 2),
    "cut off within": (Reply(oai([2, 3], "5|4")[:-30]), "the answer is not whole: its XML breaks off", 2),
    "another list": (Reply(atom([2], total=1, start=0)), "is no part of the list", 2),
    "another error": (Reply(oai_error("badArgument", "no\nset")), "the server answers badArgument (no set)", 1),
    "not modified": (Reply(status=304), "the server answers 304 Not Modified", 1),
    "missing": (Reply(status=404), "the server answers 404 Not Found", 1),
}


@pytest.mark.parametrize(("reply", "said", "tries"), BAD_PARTS.values(), ids=BAD_PARTS)
def test_a_bad_part_ends_with_what_is_there(
    server: Server, reader: Reader, listed: str, reply: Reply, said: str, tries: int
) -> None:
    server.on(SECOND, reply)
    broken = reader(listed, attempts=2)
    assert said in str(broken.fault)
    assert titles(broken.path) == list("01")
    assert server.targets == [LIST, *[SECOND] * tries]


def test_a_first_part_that_is_cut_off_is_asked_for_again(server: Server, reader: Reader) -> None:
    url = server.on(LIST, Reply(oai([0, 1])[:-30], headers={"ETag": '"1"'}), Reply(oai([0, 1])))
    assert titles(reader(url).path) == list("01")
    server.on(LIST, Reply(oai([0, 1])[:-30]))
    assert "the answer is not whole: its XML breaks off or is damaged; tried 5 times" in reader.fails(url)


def test_a_list_that_is_none(server: Server, reader: Reader) -> None:
    url = server.on(LIST, Reply(oai_error("noRecordsMatch", "nothing on that day")))
    assert reader.fails(url) == f"{url}: the server answers noRecordsMatch (nothing on that day)"
    assert not reader.folder.exists()


def test_a_key_goes_along_and_is_not_told(server: Server, reader: Reader) -> None:
    server.on(f"{LIST}&key=hush", Reply(oai([0], "a&amp;b")))
    server.on("/oai2?key=hush&verb=ListRecords&resumptionToken=a%26b", Reply(oai([1], "")))
    found = reader(server.url(f"{LIST}&key=hush"))
    assert titles(found.path) == list("01")
    assert "hush" not in json.dumps(reader.told())


def test_parts_side_by_side_do_not_say_that_the_list_goes_on(tmp_path: Path) -> None:
    for number in (1, 2):
        (tmp_path / f"000{number}.xml").write_bytes(oai([number], f"after {number}"))
    records = list(open_feed(tmp_path).records())
    assert [record.token for record in records if isinstance(record, Resumption)] == ["after 2"]
    assert len(records) == 3


# arXiv's API.


class Search:
    """arXiv's API over so many papers, and what was asked of it."""

    def __init__(self, server: Server, papers: int, monkeypatch: pytest.MonkeyPatch) -> None:
        self.papers = papers
        self.asked: list[tuple[int, int]] = []
        answer = server.answer

        def search(target: str, out: object) -> None:
            query = {name: values[0] for name, values in parse_qs(urlsplit(target).query).items()}
            start, count = int(query.get("start", 0)), int(query.get("max_results", 10))
            self.asked.append((start, count))
            numbers = range(start, min(start + count, self.papers))
            server.on(target, Reply(atom(numbers, total=self.papers, start=start)))
            answer(target, out)  # type: ignore[arg-type]

        monkeypatch.setattr(server, "answer", search)


@pytest.mark.parametrize(
    ("query", "papers", "asked", "got"),
    [
        ("search_query=all:sort", 25, [(0, 10)], 10),
        ("search_query=all:sort&max_results=20", 25, [(0, 20)], 20),
        ("search_query=all:sort&max_results=100", 25, [(0, 100)], 25),
        (f"search_query=all:sort&max_results={2 * SLICE + 5}", 9 * SLICE,
         [(0, SLICE), (SLICE, SLICE), (2 * SLICE, 5)], 2 * SLICE + 5),
        (f"max_results={3 * SLICE}&start=7&id_list=", SLICE + 20, [(7, SLICE), (SLICE + 7, 13)], SLICE + 13),
        ("search_query=all:sort&max_results=20&start=30", 25, [(30, 20)], 0),
        ("search_query=all:sort&max_results=0", 25, [(0, 0)], 0),
    ],
)  # fmt: skip
def test_as_many_papers_as_the_url_asks_for(
    server: Server,
    reader: Reader,
    monkeypatch: pytest.MonkeyPatch,
    query: str,
    papers: int,
    asked: list[tuple[int, int]],
    got: int,
) -> None:
    search = Search(server, papers, monkeypatch)
    found = reader(server.url(f"/api/query?{query}"))
    assert found.fault is None
    assert search.asked == asked
    assert len(set(titles(found.path))) == got
    assert all("all:sort" in target for target in server.targets if "search_query" in query)


def test_parts_that_are_smaller_than_asked_for_are_followed(server: Server, reader: Reader) -> None:
    url = server.on("/api/query?q=1&max_results=5", Reply(atom([0, 1], total=9, start=0)))
    server.on("/api/query?q=1&start=2&max_results=3", Reply(atom([2, 3], total=9, start=2)))
    server.on("/api/query?q=1&start=4&max_results=1", Reply(atom([4], total=9, start=4)))
    assert titles(reader(url).path) == list("01234")
    assert len(server.seen) == 3


def test_an_empty_part_in_the_middle_is_asked_for_again(server: Server, reader: Reader) -> None:
    url = server.on("/api/query?max_results=3", Reply(atom([0, 1], total=9, start=0)))
    target = "/api/query?start=2&max_results=1"
    server.on(target, Reply(atom([], total=9, start=2)), Reply(atom([2], total=9, start=2)))
    assert titles(reader(url).path) == list("012")
    assert len(server.seen) == 3


def test_another_part_than_asked_for_is_refused(server: Server, reader: Reader) -> None:
    url = server.on("/api/query?max_results=3", Reply(atom([0, 1], total=9, start=0)))
    server.on("/api/query?start=2&max_results=1", Reply(atom([0], total=9, start=0)))
    assert "page 2: the server gives the papers from 0, not from 2; " in str(reader(url).fault)


class Hours:
    """A clock that moves when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1e9
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def test_arxiv_is_asked_every_three_seconds(
    server: Server, reader: Reader, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    Search(server, 2500, monkeypatch)
    hours = Hours()
    reader.pace = Pace(tmp_path, lambda: hours.now, hours.sleep, domain="127.0.0.1")
    reader(server.url("/api/query?max_results=2500"))
    assert len(server.seen) == 3
    assert hours.slept == [3, 3]


def test_a_redirect_and_a_second_try_wait_for_their_turn(server: Server, reader: Reader, tmp_path: Path) -> None:
    hours = Hours()
    reader.pace = Pace(tmp_path, lambda: hours.now, hours.sleep, domain="127.0.0.1")
    server.on("/there", BUSY, Reply(oai([1])))
    reader(server.on("/here", Reply(status=301, headers={"Location": "/there"})))
    assert server.targets == ["/here", "/there"] * 2
    assert hours.slept == [3, 3, 3]


# What documents say.


@pytest.fixture
def document(tmp_path: Path) -> Path:
    return tmp_path / "document"


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (atom([1, 2], total=9, start=3), Scan(ATOM, 2, 9, 3)),
        (oai([1, 2, 3], "a|b &amp; c"), Scan(OAI, 3, token="a|b & c")),
        (oai([1], " "), Scan(OAI, 1)),
        (oai_error("noRecordsMatch"), Scan(OAI, error=("noRecordsMatch", ""))),
        (atom([1], total=9, start=3)[:-5], Scan(ATOM, 1, 9, 3, is_whole=False)),
        (b"<?xml version='1.0'?>\n<a", Scan()),
        (b'{"title": "T"}', Scan()),
        (b"", Scan()),
        (b"\x1f\x8b\x08\x00", Scan()),
        (b"<?xml version='1.0' encoding='klingon'?><feed/>", Scan()),
        (b"<?xml version='1.0' encoding='utf-7'?><feed/>", Scan()),
        (
            "<?xml version='1.0' encoding='utf-16'?>\n" + oai([1], "2").decode().partition("\n")[2],
            Scan(OAI, 1, token="2"),
        ),
        (b"<rss><channel/></rss>", Scan()),
        (b'<!DOCTYPE feed [<!ENTITY a "aa">]>' + atom([1], total=1, start=0).partition(b"\n")[2], Scan()),
        (atom([1], total=1, start=0).replace(b">1<", b">many<"), Scan(ATOM, 1, None, 0)),
        (oai([1], "t" * 100_000).replace(b"<record>", b"<record><x>" + b"y" * 100_000 + b"</x>"), None),
    ],
)
def test_what_is_read_from_a_document(document: Path, data: bytes | str, found: Scan | None) -> None:
    document.write_bytes(data.encode("utf-16") if isinstance(data, str) else data)
    result = scan(document)
    if found is None:
        assert result.items == 1
        assert len(result.token or "") < 70_000
    else:
        assert result == found


def test_the_first_request_of_a_long_search_is_for_a_slice() -> None:
    url = "https://export.arxiv.org/api/query?search_query=cat:cs.LG+AND+ti:%22fast%22&max_results=5000&sortBy=x"
    assert Pager(url).first() == (
        "https://export.arxiv.org/api/query?search_query=cat:cs.LG+AND+ti:%22fast%22&sortBy=x&start=0&max_results=1000"
    )
    assert Pager("https://example.org/feed?max_results=5000").first() == "https://example.org/feed?max_results=5000"
