"""arXiv's rule: one request at a time, three seconds apart, over all processes of a user."""

from __future__ import annotations

import itertools
import subprocess
import sys
from pathlib import Path

import pytest

from flows.fetching.pace import Pace
from tests.flows.runner import environment


class Time:
    """A clock that moves when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1_000_000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.now += seconds


@pytest.fixture
def time() -> Time:
    return Time()


def test_a_second_request_waits_for_the_rest_of_three_seconds(tmp_path: Path, time: Time) -> None:
    pace = Pace(tmp_path, time, time.sleep)
    with pace.turn("export.arxiv.org"):
        time.now += 10  # a long answer: what counts is its end
    time.now += 1
    with pace.turn("arxiv.org"):
        pass
    time.now += 3
    with pace.turn("rss.arxiv.org"):
        pass
    assert time.slept == [2]


@pytest.mark.parametrize("host", ["example.org", "127.0.0.1", "notarxiv.org", "arxiv.org.example.org"])
def test_other_hosts_are_not_waited_for(tmp_path: Path, time: Time, host: str) -> None:
    pace = Pace(tmp_path, time, time.sleep)
    for _ in range(3):
        with pace.turn(host):
            pass
    assert time.slept == []
    assert list(tmp_path.iterdir()) == []


def test_a_new_process_knows_of_the_last_request(tmp_path: Path, time: Time) -> None:
    for _ in range(2):
        with Pace(tmp_path / "made", time, time.sleep).turn("arxiv.org"):
            pass
    assert time.slept == [3]


def test_a_request_that_fails_counts(tmp_path: Path, time: Time) -> None:
    pace = Pace(tmp_path, time, time.sleep)
    with pytest.raises(OSError, match="broken"), pace.turn("arxiv.org"):
        raise OSError("broken")
    with pace.turn("arxiv.org"):
        pass
    assert time.slept == [3]


def test_a_clock_that_was_set_back_costs_three_seconds_at_most(tmp_path: Path, time: Time) -> None:
    pace = Pace(tmp_path, time, time.sleep)
    with pace.turn("arxiv.org"):
        pass
    time.now -= 86_400
    with pace.turn("arxiv.org"):
        pass
    assert time.slept == [3]


def test_without_a_place_for_the_file_it_holds_in_the_process(tmp_path: Path, time: Time) -> None:
    (tmp_path / "taken").write_text("")
    pace = Pace(tmp_path / "taken", time, time.sleep)
    for _ in range(2):
        with pace.turn("arxiv.org"):
            pass
    assert time.slept == [3]


@pytest.mark.parametrize("said", ["", "yesterday", "\x00\x00"])
def test_a_damaged_file_is_no_obstacle(tmp_path: Path, time: Time, said: str) -> None:
    (tmp_path / "arxiv.org.turn").write_text(said)
    with Pace(tmp_path, time, time.sleep).turn("arxiv.org"):
        pass
    assert time.slept == []


ASKING = """
import sys, time
from pathlib import Path
from flows.fetching.pace import Pace
pace = Pace(Path(sys.argv[1]), seconds=0.4)
for _ in range(3):
    with pace.turn("arxiv.org"):
        began = time.time()
        time.sleep(0.05)
        print(began, time.time(), flush=True)
"""


def test_two_processes_share_the_rule(tmp_path: Path) -> None:
    command = [sys.executable, "-c", ASKING, str(tmp_path)]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment()) for _ in range(2)]
    said = [process.communicate(timeout=60)[0] for process in started]
    assert [process.returncode for process in started] == [0, 0]
    turns = sorted(tuple(map(float, line.split())) for text in said for line in text.splitlines())
    assert len(turns) == 6
    for (_, ended), (began, _) in itertools.pairwise(turns):
        assert began - ended >= 0.39
