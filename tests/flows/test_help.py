"""The help of every verb teaches, costs nothing heavy, and a wrong command line is one line."""

from __future__ import annotations

import argparse
import re
import shlex
import subprocess
import sys

import pytest

from flows.cli import VERBS, build_parser
from tests.flows.runner import environment, paperclaims

HEAVY = ("spacy", "prefect", "pandera", "duckdb", "polars", "pyarrow", "rich", "prompt_toolkit")
COMMANDS = ((), *((verb,) for verb in VERBS))


def parser_of(verb: str) -> argparse.ArgumentParser:
    [verbs] = [action for action in build_parser()._actions if isinstance(action, argparse._SubParsersAction)]
    found = verbs.choices[verb]
    assert isinstance(found, argparse.ArgumentParser)
    return found


def examples(text: str) -> list[str]:
    """The commands of a help text, without what they are said to do."""
    return [re.split(r" {3,}", line.strip())[0] for line in text.splitlines() if line.startswith("  paperclaims ")]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_says_what_and_shows_how(command: tuple[str, ...]) -> None:
    done = paperclaims(*command, "--help")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(" ".join(["usage: paperclaims", *command]))
    shown = examples(done.out)
    assert shown
    assert all(example.split()[1 : 1 + len(command)] == list(command) for example in shown)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_example_is_a_command(command: tuple[str, ...]) -> None:
    for example in examples(paperclaims(*command, "--help").out):
        arguments = shlex.split(example.partition(" < ")[0])[1:]
        assert build_parser().parse_args(arguments).verb in VERBS


@pytest.mark.parametrize("verb", VERBS)
def test_every_option_is_explained(verb: str) -> None:
    out = paperclaims(verb, "--help").out
    for action in parser_of(verb)._actions:
        assert action.help, action
        assert action.help is not argparse.SUPPRESS
        for name in action.option_strings or [str(action.metavar)]:
            assert re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", out), name


@pytest.mark.parametrize("verb", VERBS)
def test_every_option_has_a_long_name_and_no_verb_many_parameters(verb: str) -> None:
    parser = parser_of(verb)
    [positionals, options, *groups] = parser._action_groups
    assert len(positionals._group_actions) + len(options._group_actions) <= 9
    assert all(len(group._group_actions) <= 8 for group in groups)
    for action in parser._actions:
        assert not action.option_strings or any(name.startswith("--") for name in action.option_strings)


def test_the_first_help_names_every_verb() -> None:
    out = paperclaims("--help").out
    for verb in VERBS:
        assert re.search(rf"^    {verb}\s+\w", out, re.MULTILINE)


def test_version() -> None:
    done = paperclaims("--version")
    assert done.code == 0
    assert re.fullmatch(r"paperclaims \d+\.\d+\.\d+\n", done.out)


@pytest.mark.parametrize("command", [("--help",), ("run", "--help"), ("--version",), ("nonsense",)], ids=" ".join)
def test_help_imports_nothing_heavy(command: tuple[str, ...]) -> None:
    code = (
        "import sys\nfrom flows.cli import main\ntry: main(sys.argv[1:])\nexcept SystemExit: pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *command], capture_output=True, text=True, env=environment(), check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


WRONG: dict[tuple[str, ...], str] = {
    (): "the following arguments are required: VERB",
    ("nonsense",): "invalid choice: 'nonsense' (choose from ",
    ("--nonsense",): "VERB",
    ("run",): "the following arguments are required: FEED",
    ("run", "feed.txt", "--nonsense"): "unrecognized arguments: --nonsense",
    ("run", "feed.txt", "--format", "word"): "invalid choice: 'word'",
    ("run", "feed.txt", "--warehouse"): "expected one argument",
    ("run", "feed.txt", "--wait", "long"): "'long' is not a number of seconds above 0",
    ("reextract", "--wait", "-1"): "'-1' is not a number of seconds above 0",
    ("schedule", "feed.txt"): "one of the arguments --cron --interval is required",
    ("schedule", "--cron", "0 7 * * *"): "the following arguments are required: FEED",
    ("schedule", "feed.txt", "--cron", "0 7 * * *", "--interval", "6h"): "not allowed with argument --cron",
    ("schedule", "feed.txt", "--interval", "soon"): "'soon' is no time such as 90s, 30m, 6h or 1d",
    ("schedule", "feed.txt", "--interval", "0m"): "'0m' is no time",
    ("schedule", "feed.txt", "--interval", "6h", "--port", "70000"): "'70000' is no port",
    ("schedule", "feed.txt", "--interval", "6h", "--name", "?"): "'?' has no letter or digit",
    ("leaderboard", "speed", "more"): "unrecognized arguments: more",
    ("leaderboard", "--limit", "ten"): "'ten' is not a whole number of 1 or more",
    ("leaderboard", "--limit", "9223372036854775808"): "'9223372036854775808' is too large",
    ("leaderboard", "--since", "June"): "'June' is no date such as 2024, 2024-06 or 2024-06-30",
    ("leaderboard", "--min-factor", "0"): "'0' is not a number above 0",
    ("leaderboard", "--min-confidence", "95"): "'95' is not a number from 0 to 1",
    ("leaderboard", "--min-confidence", "nan"): "'nan' is not a number from 0 to 1",
    ("leaderboard", "--min-factor", "nan"): "'nan' is not a number above 0",
    ("leaderboard", "--qualifier", "roughly"): "invalid choice: 'roughly'",
    ("compare",): "A, B",
    ("compare", "EIE"): "the following arguments are required: B",
    ("sql", "SELECT 1", "--format", "xml"): "invalid choice: 'xml'",
    ("sql", "SELECT 1", "--timeout", "-1"): "'-1' is not a number of seconds",
    ("sql", "SELECT 1", "--memory", "much"): "'much' is not a size such as 500MB",
    ("sql", "SELECT 1", "--memory", "10MB"): "'10MB' is less than 300MB",
    ("show",): "PAPER",
    ("extract", "a", "b"): "unrecognized arguments: b",
    ("evaluate",): "GOLD",
    ("evaluate", "gold.jsonl", "--half", "2"): "invalid choice: 2",
    ("evaluate", "gold.jsonl", "--errors", "-1"): "'-1' is not a whole number",
    ("runs", "-2"): "unrecognized arguments: -2",
    ("runs", "--limit", "0"): "'0' is not a whole number of 1 or more",
    ("diff", "-3", "-2", "-1"): "unrecognized arguments: -1",
    ("diff", "--kind", "claim"): "invalid choice: 'claim'",
    ("upgrade", "old.duckdb"): "unrecognized arguments: old.duckdb",
    ("reextract", "feed.txt"): "unrecognized arguments: feed.txt",
    ("export",): "DIR",
    ("export", "out", "--format", "xml"): "invalid choice: 'xml'",
    ("import",): "DIR",
    ("export", ""): "argument DIR: the name is empty",
    ("runs", "--output", ""): "argument -o/--output: the name is empty",
}
WITH_WAREHOUSE = {
    "run": ["feed.txt"], "schedule": ["feed.txt", "--interval", "6h"], "leaderboard": [], "compare": ["A", "B"],
    "sql": [], "show": ["A"], "runs": [], "diff": [], "reextract": [], "upgrade": [], "export": ["out"],
    "import": ["out"],
}  # fmt: skip


@pytest.mark.parametrize(("command", "said"), WRONG.items(), ids=[" ".join(command) or "none" for command in WRONG])
def test_a_wrong_command_line_is_one_line(command: tuple[str, ...], said: str) -> None:
    done = paperclaims(*command)
    assert (done.code, done.out) == (2, "")
    [line] = done.err.splitlines()
    assert line.startswith("paperclaims")
    assert said in line
    assert re.search(r"; see paperclaims(?: \w+)? --help$", line)


@pytest.mark.parametrize("verb", WITH_WAREHOUSE)
def test_an_empty_name_of_a_warehouse_is_one_line(verb: str) -> None:
    done = paperclaims(verb, *WITH_WAREHOUSE[verb], "--warehouse", "")
    assert (done.code, done.out) == (2, "")
    said = f"argument -w/--warehouse: the name is empty; see paperclaims {verb} --help\n"
    assert done.err == f"paperclaims {verb}: {said}"


def test_every_verb_with_a_warehouse_is_tried() -> None:
    having = {verb for verb in VERBS if "--warehouse" in parser_of(verb)._option_string_actions}
    assert having == set(WITH_WAREHOUSE)
