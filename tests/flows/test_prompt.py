"""The prompt of ``paperclaims sql``, in a terminal and by its parts."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from flows.confinement.limits import Limits
from flows.prompt.completion import SqlCompleter
from flows.prompt.history import history, history_file
from flows.prompt.session import Known, converse
from tests.flows.runner import paperclaims, refused
from tests.flows.terminal import READY, Terminal
from tests.warehouse.samples import batch, found
from warehouse import Warehouse
from warehouse.catalogue import Catalogue, catalogue
from warehouse.statements import is_complete


@pytest.fixture(scope="module")
def known(loaded: Path) -> Catalogue:
    return catalogue(loaded)


@pytest.fixture
def state(tmp_path: Path) -> dict[str, str]:
    return {"XDG_STATE_HOME": str(tmp_path / "state")}


@pytest.fixture
def terminal(loaded: Path, state: dict[str, str]) -> Iterator[Terminal]:
    with Terminal("sql", "-w", loaded, env=state) as opened:
        opened.until(READY)
        yield opened


def test_a_conversation(terminal: Terminal, tmp_path: Path) -> None:
    terminal.enter("SELECT count(*) AS papers")
    terminal.enter("FROM papers;")
    assert "40" in terminal.until(READY).split()
    terminal.enter("SELECT 1")
    terminal.enter("FROM nowhere;")
    terminal.until("(line 2, column 6)")
    terminal.until(READY)
    terminal.enter("DROP TABLE papers;")
    terminal.until("DROP is not allowed: the warehouse can only be asked (line 1, column 1)")
    terminal.until(READY)
    terminal.enter(".format jsonl")
    terminal.until(READY)
    terminal.enter("SELECT ';' AS a, [1, 2] AS b;")
    terminal.until('{"a": ";", "b": [1, 2]}')
    terminal.until(READY)
    terminal.enter(".quit")
    assert terminal.end() == 0
    kept = tmp_path / "state" / "paperclaims" / "sql_history"
    assert "+FROM papers;" in kept.read_text()
    assert kept.stat().st_mode & 0o777 == 0o600


def test_ctrl_d_ends(terminal: Terminal) -> None:
    terminal.press("\x04")
    assert terminal.end() == 0


def test_ctrl_c_gives_up_the_line(terminal: Terminal) -> None:
    terminal.press("SELECT nonsense\x03")
    terminal.until(READY)
    terminal.enter("SELECT 41 + 1 AS n;")
    assert "42" in terminal.until(READY).split()


def test_ctrl_c_stops_the_query_and_not_the_prompt(terminal: Terminal) -> None:
    terminal.enter("SELECT levenshtein(repeat('ab', 300000), repeat('ba', 300000));")
    with pytest.raises(AssertionError, match="was not shown"):
        terminal.until(READY, seconds=1.5)
    terminal.interrupt()
    terminal.until("interrupted")
    terminal.until(READY)
    terminal.enter("SELECT 41 + 1 AS n;")
    assert "42" in terminal.until(READY).split()


def test_the_limits_hold(loaded: Path, state: dict[str, str]) -> None:
    with Terminal("sql", "-w", loaded, "--timeout", "0.5", "--memory", "300MB", env=state) as terminal:
        terminal.until(READY)
        terminal.enter("SELECT count(*) FROM range(1000000000000);")
        terminal.until("stopped after 0.5 s")
        terminal.until(READY)
        terminal.enter("SELECT length(repeat('x', 1000000000));")
        terminal.until("Out of Memory Error")
        terminal.until(READY)


def test_what_was_asked_in_an_earlier_session_comes_back(loaded: Path, state: dict[str, str]) -> None:
    with Terminal("sql", "-w", loaded, env=state) as terminal:
        terminal.until(READY)
        terminal.enter("SELECT 40 + 2 AS n;")
        terminal.until(READY)
        terminal.press("\x04")
        terminal.end()
    with Terminal("sql", "-w", loaded, env=state) as terminal:
        terminal.until(READY)
        terminal.press("\x1b[A")
        terminal.until("SELECT 40 + 2 AS n;")
        terminal.enter("")
        terminal.until("42")


def talk(warehouse: Path, *lines: str) -> None:
    """A conversation in this process; Enter after each line, then Ctrl-D."""
    with create_pipe_input() as typed, create_app_session(input=typed, output=DummyOutput()):
        typed.send_text("".join(f"{line}\r" for line in lines) + "\x04")
        assert converse(warehouse, "csv", Limits()) == 0


def test_each_query_sees_the_file_as_it_is(own: Path, capfd: pytest.CaptureFixture[str]) -> None:
    known = Known(own)
    with create_pipe_input() as typed, create_app_session(input=typed, output=DummyOutput()):
        typed.send_text("SELECT count(*) AS n FROM papers;\r\x04")
        assert converse(own, "csv", Limits()) == 0
        assert capfd.readouterr().out.endswith("n\n40\n")
        with Warehouse.open(own) as store:  # nobody holds the file between queries
            run_id = store.start_run("feed", "1")
            store.load(run_id, batch([found(1)]))
        typed.send_text("SELECT count(*) AS n FROM papers;\r\x04")
        assert converse(own, "csv", Limits()) == 0
    assert capfd.readouterr().out.endswith("n\n41\n")
    assert set(known().relations) == set(catalogue(own).relations)


def test_the_file_is_free_while_the_prompt_waits(own: Path, state: dict[str, str]) -> None:
    with Terminal("sql", "-w", own, env=state) as terminal:
        terminal.until(READY)
        with Warehouse.open(own) as store:
            store.load(store.start_run("feed", "1"), batch([found(1)]))
        terminal.enter("SELECT count(*) AS n FROM papers;")
        terminal.until("41")


def test_commands_with_a_dot(loaded: Path, capfd: pytest.CaptureFixture[str]) -> None:
    talk(
        loaded,
        ".help",
        ".tables",
        ".schema LINKS",
        ".schema nowhere",
        ".format",
        ".format xml",
        ".nonsense",
        ".format md;",
    )
    done = capfd.readouterr()
    for said in (".schema ", "leaderboard\n", "start_char", "BIGINT", "\ncsv\n"):
        assert said in done.out
    assert done.err.splitlines() == [
        line for line in done.err.splitlines() if line.startswith(("there is no", "'xml' is no format"))
    ]
    assert len(done.err.splitlines()) == 3


@pytest.mark.parametrize(
    ("text", "is_it"),
    [
        ("SELECT 1;", True),
        ("SELECT 1; -- the end", True),
        ("SELECT 1", False),
        ("SELECT ';", False),
        ("SELECT ';'", False),
        ('SELECT 1 AS ";"', False),
        ("SELECT 1 -- ;", False),
        ("/* ;", False),
        ("SELECT $$;$$", False),
        ("SELECT 'é🚀' ;", True),
        (";", True),
        ("", False),
    ],
)
def test_where_a_statement_ends(text: str, is_it: bool) -> None:
    assert is_complete(text) == is_it


def offered(known: Catalogue, text: str, rest: str = "") -> list[str]:
    document = Document(text + rest, cursor_position=len(text))
    return [found.text for found in SqlCompleter(lambda: known).get_completions(document, CompleteEvent())]


def test_completion(known: Catalogue) -> None:
    assert "hardware_mentions" in offered(known, "SELECT * FROM hardw")
    assert offered(known, "SELECT abs", " FROM papers")[0] == "abstract"
    assert offered(known, "SELECT c.fact", " FROM claims AS c") == ["factor_low", "factor_high"]
    assert offered(known, "SELECT c.fact", " FROM claims c WHERE true") == ["factor_low", "factor_high"]
    assert offered(known, "SELECT papers.tit", " FROM papers WHERE title > 'a'") == ["title"]
    assert "SELECT" in offered(known, "SEL")
    assert "select" in offered(known, "sel")
    assert "list_contains" in offered(known, "SELECT list_con")
    assert offered(known, "SELECT read_tex") == []
    assert offered(known, "SELECT ") == []
    assert offered(known, ".sch") == [".schema"]
    assert "leaderboard" in offered(known, ".schema lead")
    assert offered(known, ".format js") == ["json", "jsonl"]
    assert offered(known, ".nonsense x") == []


def test_completion_in_a_terminal(terminal: Terminal) -> None:
    terminal.press("SELECT count(*) < 0 AS n FROM hardware_mentions_h\t")
    terminal.until("istory")
    terminal.enter(";")
    terminal.until("false")


def test_where_the_history_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert history_file() == tmp_path / "paperclaims" / "sql_history"
    for value in ("", "relative"):
        monkeypatch.setenv("XDG_STATE_HOME", value)
        monkeypatch.setenv("HOME", str(tmp_path / "home"))
        assert history_file() == tmp_path / "home" / ".local" / "state" / "paperclaims" / "sql_history"


def test_a_history_that_can_not_be_kept_is_no_failure(
    loaded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    assert isinstance(history(), InMemoryHistory)
    talk(loaded, "SELECT 42 AS n;")
    assert capfd.readouterr().out.endswith("n\n42\n")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    kept = history()
    shutil.rmtree(tmp_path / "paperclaims")  # while the session goes on
    kept.append_string("SELECT 1;")
    assert kept.get_strings() == ["SELECT 1;"]


def test_the_style_is_for_readers(loaded: Path, state: dict[str, str]) -> None:
    with Terminal("sql", "-w", loaded, "-f", "parquet", env=state) as terminal:
        terminal.until("paperclaims: parquet is binary, not for a prompt")
        assert terminal.end() == 1
    with Terminal("sql", "SELECT 1", "-w", loaded, "-f", "parquet") as terminal:
        terminal.until("paperclaims: parquet is binary, not for a terminal")
        assert terminal.end() == 1
    with Terminal("sql", "-w", loaded, "-o", "rows.csv") as terminal:
        terminal.until("paperclaims: the prompt is for a terminal: to write to a file, give a query")
        assert terminal.end() == 1


def test_no_warehouse_is_said_at_once(tmp_path: Path) -> None:
    with Terminal("sql", "-w", tmp_path / "none.duckdb") as terminal:
        terminal.until("none.duckdb: there is no such warehouse")
        assert terminal.end() == 1


def test_without_a_terminal_the_query_comes_from_standard_input(loaded: Path) -> None:
    done = paperclaims("sql", "-w", loaded, "-f", "csv", stdin=b"SELECT 1 AS a;\nSELECT 2 AS b;\n")
    assert (done.code, done.out, done.err) == (0, "b\n2\n", "")
    refused(paperclaims("sql", "-w", loaded), "there is no query")
