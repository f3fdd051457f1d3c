"""``paperclaims run URL``, as a user sees it."""

from __future__ import annotations

import signal
import time
from pathlib import Path

import pytest

from flows import sample
from flows.orchestration.settings import database_path
from tests.flows.fetching.lists import oai
from tests.flows.fetching.server import Reply, Server
from tests.flows.runner import paperclaims, refused
from tests.flows.test_flow import held
from tests.flows.test_signals import closing_line, stopped
from tests.warehouse.samples import rows

PAGE = sample.path().read_bytes()
CLAIMS = "SELECT * EXCLUDE (run_id) FROM claims ORDER BY claim_id"


def test_a_feed_from_the_network(
    server: Server, prefect: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    server.on("/page.txt?token=hush", Reply(PAGE, headers={"ETag": '"1"'}), Reply(status=304), Reply(status=404))
    url, shown = server.url("/page.txt?token=hush", "me:hush"), server.url("/page.txt?token=***")

    first = paperclaims("run", url, "--contact", "mailto:me@example.org", env=prefect)
    assert first.code == 0, first
    assert f"feed       {shown}" in first.out.splitlines()
    assert "papers     40 (40 new, " in first.out
    assert f"fetching {shown}" in first.err.splitlines()
    assert server.seen[0].headers["user-agent"].endswith(" (mailto:me@example.org)")

    again = paperclaims("run", url, env=prefect)
    assert again.code == 0, again
    assert "papers     40 (0 new, 0 changed, 40 unchanged)" in again.out
    assert f"{shown}: has not changed since " in again.err
    assert (
        rows(tmp_path / "claims.duckdb", "SELECT feed, status, papers_seen FROM runs")
        == [(shown, "completed", 40)] * 2
    )
    [(seen,)] = rows(tmp_path / "claims.duckdb", "SELECT bool_and(last_seen > first_seen) FROM papers")
    assert seen

    gone = paperclaims("run", url, env=prefect)
    refused(gone, f"{shown}: the server answers 404 Not Found; the copy of ", " is kept: ", is_late=True)
    [failed] = rows(tmp_path / "claims.duckdb", "SELECT feed, reason, papers_seen FROM runs WHERE status = 'failed'")
    assert failed == (shown, gone.err.splitlines()[-1].removeprefix("paperclaims: "), 0)

    kept = gone.err.strip().rpartition(" is kept: ")[2]
    offline = paperclaims("run", kept, "-w", "other.duckdb", env=prefect)
    assert offline.code == 0, offline
    assert rows(tmp_path / "other.duckdb", CLAIMS) == rows(tmp_path / "claims.duckdb", CLAIMS)
    assert len(server.seen) == 3
    assert "hush" not in first.err + again.err + gone.err + first.out + again.out
    database = database_path()
    assert database
    stored = b"".join(path.read_bytes() for path in database.parent.glob(f"{database.name}*"))
    assert server.url("/page.txt?token=***").encode() in stored
    assert b"hush" not in stored


def test_a_feed_that_can_not_be_fetched_is_a_run_of_a_new_warehouse_too(
    server: Server, prefect: dict[str, str], tmp_path: Path
) -> None:
    url, path = server.on("/page.txt", Reply(status=404)), tmp_path / "claims.duckdb"
    done = paperclaims("run", url, "-w", path, env=prefect)
    refused(done, f"{url}: the server answers 404 Not Found", is_late=True)
    _, row, _, reason = paperclaims("runs", "-w", path).out.splitlines()
    assert row.split()[0::2][:2] == ["-1", "failed"]
    assert reason == f"-1 failed: {url}: the server answers 404 Not Found"


def test_where_the_ledger_can_not_be_written_only_the_fetch_is_spoken_of(
    server: Server, prefect: dict[str, str], tmp_path: Path
) -> None:
    url, path = server.on("/page.txt", Reply(status=404)), tmp_path / "claims.duckdb"
    with held(path):
        done = paperclaims("run", url, "-w", path, "--wait", "0.1", env=prefect)
    refused(done, f"{url}: the server answers 404 Not Found", is_late=True)
    assert rows(path, "SELECT count(*) FROM runs") == [(0,)]


LIST = "/oai2?verb=ListRecords&metadataPrefix=arXiv"
SECOND, THIRD = (f"/oai2?verb=ListRecords&resumptionToken={token}" for token in "23")


def test_a_harvest_breaks_off_and_goes_on(server: Server, prefect: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "claims.duckdb"
    url = server.on(LIST, Reply(oai([0, 1], "2")))
    server.on(SECOND, Reply(status=404))
    server.on(THIRD, Reply(oai([4])))

    broken = paperclaims("run", url, "-w", path, env=prefect)
    refused(
        broken, f"{url}: page 2: the server answers 404 Not Found; the page before is kept and read", is_late=True
    )
    assert rows(path, "SELECT status, papers_seen FROM runs") == [("failed", 2)]
    assert rows(path, "SELECT count(*) FROM papers") == [(2,)]

    server.on(SECOND, Reply(oai([2, 3], "3")))
    whole = paperclaims("run", url, "-w", path, env=prefect)
    assert whole.code == 0, whole
    assert server.targets == [LIST, SECOND, SECOND, THIRD]
    assert "papers     5 (3 new, 0 changed, 2 unchanged)" in whole.out
    assert f"{url}: going on after the page kept on " in whole.err
    assert "the list goes on" not in whole.err
    assert rows(path, "SELECT status, papers_seen FROM runs ORDER BY run_id") == [("failed", 2), ("completed", 5)]

    [kept] = (tmp_path / "claims.duckdb.feeds").glob("*/*Z")
    offline = paperclaims("run", kept, "-w", tmp_path / "other.duckdb", env=prefect)
    assert offline.code == 0, offline
    assert rows(tmp_path / "other.duckdb", CLAIMS) == rows(path, CLAIMS)
    assert len(rows(path, CLAIMS)) == 5


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("ftp://example.org/a", "ftp://example.org/a: is fetched from http:// and https:// only, not ftp://"),
        ("http://me:hush@example.org:port/", "http://example.org:port/: is not a URL that can be read"),
        ("https://", "names no host"),
    ],
)
def test_a_wrong_url_is_one_line_before_anything_is_started(tmp_path: Path, url: str, said: str) -> None:
    done = paperclaims("run", url, "-w", tmp_path / "claims.duckdb")
    refused(done, said)
    assert "hush" not in done.err


def test_a_wrong_contact_is_one_line_before_anything_is_started(tmp_path: Path) -> None:
    done = paperclaims("run", "http://127.0.0.1:1/", "--contact", "a\nb", "-w", tmp_path / "claims.duckdb")
    refused(done, "the contact 'a\\nb' is not one line of plain characters")


@pytest.mark.parametrize(
    ("number", "code", "line"), [(signal.SIGINT, 130, "interrupted"), (signal.SIGTERM, 143, "terminated")]
)
def test_a_signal_ends_a_fetch_at_once(
    server: Server, prefect: dict[str, str], tmp_path: Path, number: signal.Signals, code: int, line: str
) -> None:
    url = server.on("/page.txt", lambda _: server.ended.wait(100))
    path = tmp_path / "claims.duckdb"

    def is_asked(said: str) -> bool:
        """Whether the server has been asked and now lets us wait."""
        until = time.monotonic() + 10
        while said.startswith("fetching ") and not server.seen and time.monotonic() < until:
            time.sleep(0.02)
        return bool(server.seen)

    began = time.monotonic()
    done = stopped(number, url, path, is_asked, prefect)
    assert (done.code, closing_line(done)) == (code, f"paperclaims: {line}")
    assert list(tmp_path.iterdir()) == []
    assert time.monotonic() - began < 60
