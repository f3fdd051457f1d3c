"""A feed of one document: fetched, kept, asked for again, and never worse than before."""

from __future__ import annotations

import datetime as dt
import fcntl
import gzip
import hashlib
import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from flows.feeds import open_feed
from flows.fetching.harvest import Fetched
from flows.fetching.policy import secrets_of
from tests.flows.fetching.reader import Reader
from tests.flows.fetching.server import Reply, Server


def paper(number: int) -> bytes:
    return b'{"title": "Sorter %d", "abstract": "It is 2x faster."}\n' % number


ONE, TWO = paper(1), paper(2)


def test_a_feed_is_kept_beside_the_warehouse_byte_for_byte(server: Server, reader: Reader) -> None:
    before = dt.datetime.now(dt.UTC)
    url = server.on("/papers.jsonl", Reply(ONE, headers={"ETag": '"1"', "Content-Type": "text/plain"}))
    found = reader(url)
    assert found.fault is None
    assert found.path.read_bytes() == ONE
    assert found.path.name == "0001.jsonl"
    assert found.path.parents[2] == reader.folder
    [told] = reader.told()
    assert (told["url"], told["is_complete"]) == (url, True)
    [document] = told["documents"]
    assert before <= dt.datetime.fromisoformat(document["fetched_at"]) <= dt.datetime.now(dt.UTC)
    assert {name: document[name] for name in ("url", "found_at", "status", "etag", "bytes", "sha256")} == {
        "url": url,
        "found_at": url,
        "status": 200,
        "etag": '"1"',
        "bytes": len(ONE),
        "sha256": hashlib.sha256(ONE).hexdigest(),
    }
    assert len(reader.files()) == 2


def test_the_kept_copy_is_a_feed_by_itself(server: Server, reader: Reader) -> None:
    found = reader(server.on("/papers.jsonl", Reply(ONE + TWO)))
    assert len(list(open_feed(found.path).records())) == 2


def test_what_has_not_changed_is_not_fetched(server: Server, reader: Reader) -> None:
    url = server.on("/papers", Reply(ONE, headers={"ETag": '"1"', "Last-Modified": "then"}), Reply(status=304))
    first, second = reader(url), reader(url)
    assert second == first
    assert [seen.headers.get("if-none-match") for seen in server.seen] == [None, '"1"']
    assert server.seen[1].headers["if-modified-since"] == "then"
    [told] = reader.told()
    assert told["checked_at"] > told["begun_at"]
    [note] = reader.heard.notes
    assert note.startswith(f"{url}: has not changed since 20")


def test_what_is_the_same_again_is_kept_once(server: Server, reader: Reader) -> None:
    url = server.on("/papers", Reply(ONE))
    assert reader(url) == reader(url)
    assert len(reader.told()) == 1
    assert "if-none-match" not in server.seen[1].headers
    assert "has not changed since" in reader.heard.notes[0]


def test_what_has_changed_is_kept_beside_what_was(server: Server, reader: Reader) -> None:
    url = server.on(
        "/papers",
        Reply(ONE, headers={"ETag": '"1"'}),
        Reply(TWO, headers={"ETag": '"2"'}),
        Reply(status=304),
    )
    paths = [reader(url).path for _ in range(3)]
    assert [path.read_bytes() for path in paths] == [ONE, TWO, TWO]
    assert [seen.headers.get("if-none-match") for seen in server.seen] == [None, '"1"', '"2"']


def test_as_many_copies_are_kept_as_were_asked_for(server: Server, reader: Reader) -> None:
    url = server.on("/papers", *(Reply(paper(number)) for number in range(6)))
    for _ in range(6):
        reader(url, keep=3)
    assert [path.read_bytes() for path in sorted(reader.folder.glob("*/*/0001.jsonl"))] == [
        paper(3),
        paper(4),
        paper(5),
    ]
    assert len(reader.told()) == 3


def test_ten_copies_are_kept_unless_asked(server: Server, reader: Reader) -> None:
    url = server.on("/papers", *(Reply(paper(number)) for number in range(12)))
    for _ in range(12):
        reader(url)
    assert len(reader.told()) == 10


@pytest.mark.parametrize("damage", [lambda path: path.write_bytes(TWO), lambda path: path.unlink()])
def test_a_copy_that_was_damaged_is_fetched_again(
    server: Server, reader: Reader, damage: Callable[[Path], object]
) -> None:
    url = server.on("/papers", Reply(ONE, headers={"ETag": '"1"'}))
    damage(reader(url).path)
    assert reader(url).path.read_bytes() == ONE
    assert "if-none-match" not in server.seen[1].headers


def test_what_tells_of_a_copy_and_is_damaged_is_left_alone(server: Server, reader: Reader) -> None:
    url = server.on("/papers", Reply(ONE, headers={"ETag": '"1"'}))
    [told] = reader(url).path.parents[1].glob(".*.json")
    told.write_text("{")
    assert reader(url).path.read_bytes() == ONE
    assert told.read_text() == "{"
    assert "if-none-match" not in server.seen[1].headers


NO_FEED: dict[str, tuple[Reply, str]] = {
    "a web page": (
        Reply(b"<!doctype html>\n<title>Please &amp; log in</title>"),
        "the server answers with a web page (Please & log in), not a feed",
    ),
    "a web page in XML": (
        Reply(b'<?xml version="1.0"?>\n<!-- x -->\n<html xmlns="http://www.w3.org/1999/xhtml"></html>'),
        "the server answers with a web page, not a feed",
    ),
    "arXiv's error, as if all were well": (
        Reply(
            b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>https://arxiv.org/api/errors#x</id>'
            b"<summary>no such identifier</summary></entry></feed>"
        ),
        "the server answers with an error (no such identifier)",
    ),
    "a list of things": (Reply(b"milk\nbread\na pound of butter\n"), "is in no known feed format"),
    "binary": (Reply(b"\x7fELF" + bytes(200)), "is not a text file"),
    "missing": (Reply(status=404), "the server answers 404 Not Found"),
    "cut off": (Reply(ONE, declared=1000), f"the connection ended after {len(ONE)} of 1,000 bytes; tried 5 times"),
    "busy": (Reply(status=503), "the server answers 503 Service Unavailable; tried 5 times"),
}


@pytest.mark.parametrize(("reply", "said"), NO_FEED.values(), ids=NO_FEED)
def test_what_is_no_feed_leaves_the_copy_of_before(server: Server, reader: Reader, reply: Reply, said: str) -> None:
    url = server.on("/papers", Reply(ONE, headers={"ETag": '"1"'}), reply)
    kept = reader(url).path
    before = reader.files()
    message = reader.fails(url)
    assert message.startswith(f"{url}: {said}")
    assert message.endswith(f" UTC is kept: {kept}")
    assert "\n" not in message
    assert kept.read_bytes() == ONE
    assert reader.files() == before
    server.on("/papers", Reply(status=304))
    assert reader(url).path == kept
    assert server.seen[-1].headers["if-none-match"] == '"1"'


@pytest.mark.parametrize(("reply", "said"), NO_FEED.values(), ids=NO_FEED)
def test_what_is_no_feed_leaves_nothing_where_nothing_was(
    server: Server, reader: Reader, reply: Reply, said: str
) -> None:
    url = server.on("/papers", reply)
    assert reader.fails(url).startswith(f"{url}: {said}")
    assert not reader.folder.exists()


def test_a_server_that_was_busy_is_asked_again(server: Server, reader: Reader) -> None:
    url = server.on("/papers", Reply(status=503), Reply(status=429, headers={"Retry-After": "7"}), Reply(ONE))
    assert reader(url).path.read_bytes() == ONE
    assert len(server.seen) == 3
    assert 0.5 <= reader.slept[0] <= 1.5
    assert 7 <= reader.slept[1] <= 8
    assert any("503 Service Unavailable; trying again in " in step for step in reader.heard.steps)


def test_a_date_to_come_again_at(server: Server, reader: Reader) -> None:
    date = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=30)
    then = f"{date:%a, %d %b %Y %H:%M:%S} GMT"
    reader(server.on("/papers", Reply(status=429, headers={"Retry-After": then}), Reply(ONE)))
    assert 25 <= reader.slept[0] <= 31


def test_an_hour_is_not_waited(server: Server, reader: Reader) -> None:
    url = server.on("/papers", Reply(status=503, headers={"Retry-After": "3600"}))
    assert "asks to be left alone for 3600 s" in reader.fails(url)
    assert (len(server.seen), reader.slept) == (1, [])


def test_a_format_that_is_named_is_believed(server: Server, reader: Reader) -> None:
    url = server.on("/list", Reply(b"milk\nbread\na pound of butter\n"))
    assert "is in no known feed format" in reader.fails(url)
    assert reader(url, "trending").path.name == "0001.txt"


def test_no_secret_is_told_or_kept(server: Server, reader: Reader) -> None:
    target = "/papers?api_key=hush&q=1"
    server.on(target, Reply(ONE))
    url, plain = server.url(target, "me:hush"), server.url("/papers?api_key=***&q=1")
    reader(plain, secrets=secrets_of([url]))
    [seen] = server.seen
    assert seen.target == target
    assert seen.headers["authorization"].startswith("Basic ")
    kept = [path.read_text() for path in reader.folder.rglob("*") if path.is_file()]
    assert not [text for text in [*kept, *reader.files(), *reader.heard.steps] if "hush" in text]
    assert reader.told()[0]["documents"][0]["found_at"] == plain
    server.on(target, Reply(status=500))
    assert "hush" not in reader.fails(url)


def test_feeds_that_differ_in_a_secret_are_kept_apart(server: Server, reader: Reader) -> None:
    paths = []
    for key, body in (("a", ONE), ("b", TWO)):
        server.on(f"/papers?key={key}", Reply(body, headers={"Last-Modified": "then"}))
        paths.append(reader(server.url(f"/papers?key={key}")).path)
    assert [path.read_bytes() for path in paths] == [ONE, TWO]
    assert "if-modified-since" not in server.seen[1].headers


@pytest.mark.parametrize(
    ("target", "body", "name"),
    [
        ("/a/papers.jsonl.gz", gzip.compress(ONE, mtime=0), "0001.jsonl.gz"),
        ("/a", gzip.compress(ONE, mtime=0), "0001.gz"),
        ("/a.php?x=1", ONE, "0001.jsonl"),
        ("/..%2F..%2Fa.jsonl", ONE, "0001.jsonl"),
    ],
    ids=["packed", "packed, unnamed", "unnamed", "a name that climbs"],
)
def test_the_name_says_what_it_is(server: Server, reader: Reader, target: str, body: bytes, name: str) -> None:
    server.on(target, Reply(body))
    path = reader(server.url(target)).path
    assert path.name == name
    assert path.resolve().is_relative_to(reader.folder.resolve())


def test_two_fetches_of_one_feed_wait_for_each_other(server: Server, reader: Reader) -> None:
    url = server.on("/papers", Reply(ONE, headers={"ETag": '"1"'}), Reply(status=304))
    folder = reader(url).path.parents[1]
    held = os.open(folder, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    found: list[Fetched] = []
    other = threading.Thread(target=lambda: found.append(reader(url)), daemon=True)
    other.start()
    other.join(0.3)
    assert (len(server.seen), found) == (1, [])
    assert reader.heard.steps[-1] == f"waiting: another process fetches {url}"
    os.close(held)
    other.join(10)
    assert (len(server.seen), len(found)) == (2, 1)


def test_a_place_that_can_not_be_written_is_one_line(server: Server, reader: Reader) -> None:
    reader.folder.write_text("")
    assert reader.fails(server.on("/papers", Reply(ONE))).startswith(f"{reader.folder}")
