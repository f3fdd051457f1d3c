"""``paperclaims schedule``: what it refuses, and a real server whose schedule fires."""

from __future__ import annotations

import fcntl
import os
import re
import signal
import socket
import subprocess
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import prefect.settings  # noqa: F401  # which keeps the server that it is first read with: none of those that stand here
import pytest

from flows.cli import build_parser
from flows.commands.network import policy_of
from flows.commands.schedule import jobs_of
from flows.fetching.policy import Policy
from flows.orchestration import standing
from flows.orchestration.conventions import slug
from flows.orchestration.handover import handed_down, handing_down
from flows.orchestration.scheduling import reserved
from flows.orchestration.server import prefect_server
from flows.usererror import UserError
from tests.flows.papers import write
from tests.flows.processes import MARK, alive
from tests.flows.runner import COMMAND, environment, paperclaims, refused
from tests.warehouse.samples import rows

_PATIENCE = 240.0  # seconds; a quiet machine takes a tenth
DAILY = ("--cron", "0 7 * * *")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this process looks for a server: there is none."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in [name for name in os.environ if name.startswith("PREFECT")]:
        monkeypatch.delenv(name)
    return tmp_path / "cache" / "paperclaims"


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    return write(tmp_path / "today.jsonl", 3)


def test_a_feed_or_a_warehouse_that_can_not_be_is_one_line(tmp_path: Path, feed: Path) -> None:
    refused(paperclaims("schedule", tmp_path / "none.txt", *DAILY), "none.txt: no such file")
    nowhere = tmp_path / "nowhere" / "claims.duckdb"
    refused(paperclaims("schedule", feed, *DAILY, "-w", nowhere), f"the directory {nowhere.parent} does not exist")
    refused(paperclaims("schedule", feed, *DAILY, "-w", tmp_path), "is a directory")
    refused(
        paperclaims("schedule", feed, "--interval", "6h", "--timezone", "UTC"), "--timezone is for --cron", code=2
    )
    refused(
        paperclaims("schedule", "-", *DAILY, stdin=b"{}"), "standard input can not be read again and again", code=2
    )


def test_two_feeds_of_one_name_are_told_apart_by_the_user(tmp_path: Path, feed: Path) -> None:
    (tmp_path / "more").mkdir()
    twin = write(tmp_path / "more" / "today.jsonl.gz", 1)
    refused(
        paperclaims("schedule", feed, twin, *DAILY, "-f", "jsonl"),
        "two feeds would be today-claims in Prefect",
        code=2,
    )


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (("--cron", "0 25 * * *"), "'0 25 * * *' is no cron expression of five fields"),
        (("--cron", "0 0 30 2 *"), "'0 0 30 2 *' is no cron expression of five fields"),
        (("--cron", "0 0 0 7 * *"), "'0 0 0 7 * *' is no cron expression of five fields"),
        (("--cron", "daily"), "'daily' is no cron expression"),
        ((*DAILY, "--timezone", "Europe/Nowhere"), "there is no time zone 'Europe/Nowhere'"),
        ((*DAILY, "--timezone", "Europe"), "there is no time zone 'Europe'"),
        ((*DAILY, "--timezone", ""), "there is no time zone ''"),
    ],
)
def test_a_schedule_that_is_none_is_a_wrong_command_line(feed: Path, wrong: tuple[str, ...], said: str) -> None:
    refused(paperclaims("schedule", feed, *wrong), said, code=2)


@pytest.mark.parametrize("expression", ["0 7 * * 1-5", "*/15 * * * MON", "0 0 29 2 *", "@daily"])
def test_a_schedule_that_is_one(expression: str) -> None:
    args = build_parser().parse_args(["schedule", "a", "--cron", expression, "--timezone", "Europe/Berlin"])
    assert (args.cron, args.timezone) == (expression, "Europe/Berlin")


def test_a_port_that_is_taken_is_one_line(cache: Path, tmp_path: Path, feed: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        env = {"XDG_CACHE_HOME": str(cache.parent)}
        done = paperclaims("schedule", feed, *DAILY, "-w", tmp_path / "c.duckdb", "--port", str(port), env=env)
        refused(done, f"port {port}: Address already in use; --port names another")


def test_the_users_server_that_does_not_answer_is_one_line(cache: Path, tmp_path: Path, feed: Path) -> None:
    env = {"XDG_CACHE_HOME": str(cache.parent), "PREFECT_API_URL": "http://127.0.0.1:9/api"}
    done = paperclaims("schedule", feed, *DAILY, "-w", tmp_path / "c.duckdb", env=env)
    refused(done, "Prefect's server at http://127.0.0.1:9/api does not answer (see PREFECT_API_URL)", is_late=True)


@pytest.mark.parametrize(
    ("text", "made"),
    [("Daily ML", "daily-ml"), ("a.b_c", "a-b-c"), ("--x--", "x"), ("\u00e9t\u00e9", "t"), ("?", "")],
)
def test_a_name_is_made_of_letters_digits_and_dashes(text: str, made: str) -> None:
    assert slug(text) == made


def test_a_deployment_has_one_process_that_serves_it(cache: Path) -> None:
    with reserved(["one", "two"]):
        with pytest.raises(UserError, match="two: is on a schedule in another process already"), reserved(["two"]):
            pass
        with reserved(["three"]):
            pass
    with reserved(["two"]):
        pass
    assert list((cache / "served").iterdir()) == []


def test_what_a_killed_schedule_had_reserved_is_free_and_cleared_away(cache: Path) -> None:
    (cache / "served").mkdir(parents=True)
    (cache / "served" / "one.lock").touch()
    with reserved(["one"]):
        pass
    assert list((cache / "served").iterdir()) == []


def test_a_lock_that_was_removed_after_it_was_opened_is_not_taken_for_the_one_that_stands(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = cache / "served" / "one.lock"
    locked: list[IO[str]] = []

    def removed_first(lock: IO[str], how: int) -> None:
        if not locked:
            path.unlink()  # as whoever had it does, between our opening and our locking
        locked.append(lock)
        flock(lock, how)

    flock = fcntl.flock
    monkeypatch.setattr(fcntl, "flock", removed_first)
    with reserved(["one"]):
        assert len(locked) == 2
        assert path.exists()
        with pytest.raises(UserError, match="one: is on a schedule"), reserved(["one"]):
            pass


def test_a_cache_that_can_not_be_written_is_one_line(tmp_path: Path, feed: Path) -> None:
    (taken := tmp_path / "cache").write_bytes(b"")
    env = {**environment(), "XDG_CACHE_HOME": str(taken)}
    done = paperclaims("schedule", feed, *DAILY, "-w", tmp_path / "claims.duckdb", env=env)
    refused(done, f"{taken}/paperclaims", "can not be written (not a directory)")


def test_credentials_go_to_the_runs_by_the_environment_and_not_to_prefect() -> None:
    url = "https://reader:secret@feeds.example/today.jsonl?token=hidden&page=1"
    args = build_parser().parse_args(["schedule", url, *DAILY, "--keep", "3"])
    [job] = jobs_of(args)
    shown = "https://feeds.example/today.jsonl?token=***&page=1"
    assert (job.name, job.parameters["feed"]) == ("today-claims", shown)
    assert "secret" not in str(job)
    assert "hidden" not in str(job)
    with handing_down(policy_of(args)):
        assert (handed_down().whole(shown), handed_down().keep) == (url, 3)
    assert handed_down() == Policy()


@contextmanager
def standing_at(cache: Path, url: str) -> Iterator[int]:
    """What a server that stands at that address leaves for others to find; gives the end that it reads."""
    cache.mkdir(parents=True)
    (cache / "server.url").write_text(url)
    os.mkfifo(cache / "server.pipe")
    end = os.open(cache / "server.pipe", os.O_RDONLY | os.O_NONBLOCK)
    yield end
    os.close(end)


def test_no_server_is_found_where_none_was_or_none_is_left(cache: Path) -> None:
    assert standing.find() is None
    with standing_at(cache, "http://127.0.0.1:9/api"):
        pass
    assert standing.find() is None


def test_a_server_is_found_held_and_seen_to_go(cache: Path) -> None:
    with standing_at(cache, "http://127.0.0.1:9/api") as end:
        hold, other = standing.find(), standing.find()
        assert hold
        assert other
        assert hold.url == "http://127.0.0.1:9/api"
        other.release()
        with pytest.raises(BlockingIOError):  # somebody holds the other end
            os.read(end, 1)
        assert not hold.is_broken()
        with prefect_server() as server:
            assert (server.url, server.is_ours, server.end()) == (hold.url, True, None)
            assert os.environ["PREFECT_API_URL"] == hold.url
        assert "PREFECT_API_URL" not in os.environ
    assert hold.is_broken()
    hold.release()


@dataclass(frozen=True)
class Watched:
    """A schedule that runs, and what it has said."""

    process: subprocess.Popen[str]
    said: list[str]

    def line_with(self, part: str) -> str:
        """The next line that has this in it."""
        stream: IO[str] | None = self.process.stderr
        assert stream
        while line := stream.readline():
            self.said.append(line)
            if part in line:
                return line
        raise AssertionError(self.said)


def test_a_schedule_fires_fails_catches_up_and_ends_clean(tmp_path: Path, feed: Path) -> None:
    path, mark = tmp_path / "claims.duckdb", uuid.uuid4().hex
    env = {
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "PREFECT_HOME": str(tmp_path / "home"),
        "PREFECT_RUNNER_POLL_FREQUENCY": "1",
        "PREFECT_UI_ENABLED": "false",  # to unpack it takes some seconds
        MARK: mark,
    }
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    command = [*COMMAND, "schedule", str(feed), "-w", str(path), "--interval", "2s", "--port", port]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment(env)) as process:
        watchdog = threading.Timer(_PATIENCE, process.kill)
        watchdog.start()
        try:
            schedule = Watched(process, [])
            assert schedule.line_with("today-claims: ").strip() == f"today-claims: {feed} into {path}"
            assert f" at http://127.0.0.1:{port}; " in schedule.line_with("Prefect shows")
            assert "(3 new, 0 changed), 9 claims (9 new)" in schedule.line_with("today-claims: 3 papers ")
            feed.rename(feed.with_name("away"))
            assert schedule.line_with("failed").strip().endswith(f"today-claims: failed: {feed}: no such file")
            write(feed, 5)
            assert "5 papers (2 new, 0 changed)" in schedule.line_with("today-claims: 5 papers")
            process.send_signal(signal.SIGTERM)
            assert process.stderr
            rest = process.stderr.read()
        finally:
            watchdog.cancel()
            process.kill()
    assert process.wait() == 143
    assert rest.splitlines()[-1] == "paperclaims: terminated"
    said = "".join(schedule.said) + rest
    assert "Traceback" not in said
    # The runs take longer than the time between two.
    assert re.search(r"  today-claims: skipped (?:a run|\d+ runs) due .*, as a later one brings the same\n", said)
    until = time.monotonic() + 20
    while alive(mark) and time.monotonic() < until:
        time.sleep(0.1)
    assert alive(mark) == []
    finished = rows(path, "SELECT papers_new FROM runs WHERE status = 'completed' ORDER BY run_id")
    assert [new for (new,) in finished if new] == [3, 2]
    assert sorted(left.name for left in tmp_path.glob("*claims*")) == ["claims.duckdb"]
