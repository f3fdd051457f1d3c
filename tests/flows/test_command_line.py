"""The command as a user runs it: a feed in, questions in SQL, and one line for every mistake."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from flows import sample


def paperclaims(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "flows.cli", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, timeout=180)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("loaded")
    done = paperclaims("run", feed(), cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "40 new" in done.stdout + done.stderr
    return folder


def feed() -> Path:
    return next(path for path in Path(sample.__file__).parent.iterdir() if path.suffix == ".txt")


def test_running_a_feed_again_changes_nothing(loaded: Path) -> None:
    done = paperclaims("run", feed(), cwd=loaded)
    assert done.returncode == 0
    assert "40 unchanged" in done.stdout + done.stderr


def test_every_quote_stands_where_the_row_says(loaded: Path) -> None:
    question = (
        "SELECT count(*) AS wrong FROM claims JOIN papers USING (paper_id) WHERE quote <> "
        "substr(CASE field WHEN 'title' THEN title ELSE abstract END, start_char + 1, end_char - start_char)"
    )
    done = paperclaims("sql", question, "-f", "json", cwd=loaded)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [{"wrong": 0}]


def test_the_leaderboard_descends(loaded: Path) -> None:
    done = paperclaims("leaderboard", "speed", "--limit", "8", "-f", "json", cwd=loaded)
    factors = [row["factor_low"] for row in json.loads(done.stdout)]
    assert len(factors) == 8
    assert factors == sorted(factors, reverse=True)


@pytest.mark.parametrize(
    ("name", "content"),
    [("missing.txt", None), ("empty.txt", b""), ("binary.txt", bytes(range(256)) * 8), ("bad.jsonl", b"{no json\n")],
)
def test_a_bad_feed_is_one_line_and_not_a_traceback(tmp_path: Path, name: str, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    done = paperclaims("run", name, cwd=tmp_path)
    assert done.returncode != 0
    assert name in done.stderr
    assert "Traceback" not in done.stderr


def test_bad_sql_is_one_line_and_not_a_traceback(loaded: Path) -> None:
    done = paperclaims("sql", "SELECT nothing FROM nowhere", cwd=loaded)
    assert done.returncode != 0
    assert "nowhere" in done.stderr
    assert "Traceback" not in done.stderr
