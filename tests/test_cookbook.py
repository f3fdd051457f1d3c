"""The cookbook answers its questions as it says, and the harness that sees to it notices when it does not."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from flows.cli import build_parser
from tests import cookbook
from tests.cookbook import Recipe
from tests.flows.runner import ROOT, paperclaims
from warehouse import QueryError

TEXT = cookbook.PATH.read_text(encoding="utf-8")
RECIPES = cookbook.recipes(TEXT)
COMMANDS = re.findall(r"^paperclaims (.+)$", TEXT, re.MULTILINE)


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The one that the cookbook has its reader make."""
    return cookbook.make_warehouse(TEXT, tmp_path_factory.mktemp("cookbook"))


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.question)
def test_the_answer_is_what_the_warehouse_says(warehouse: Path, recipe: Recipe) -> None:
    differs = cookbook.difference(recipe, cookbook.answer(warehouse, recipe))
    assert not differs, f"\n{differs}\nif the new answer is right: python -m tests.cookbook --write"


def test_every_question_has_a_query_and_an_answer() -> None:
    titles = re.findall(r"^## (.+)$", TEXT, re.MULTILINE)
    assert [recipe.question for recipe in RECIPES] == titles
    assert len(titles) >= 20
    assert [int(title.partition(".")[0]) for title in titles] == list(range(1, len(titles) + 1))
    for recipe in RECIPES:
        header, _, *rows = recipe.answer.splitlines()
        assert header.startswith("| "), recipe.question
        assert 2 <= len(rows) <= 12, recipe.question


def test_every_block_is_run() -> None:
    assert TEXT.count("```sql\n") == len(RECIPES)
    assert set(re.findall(r"^```(\w+)$", TEXT, re.MULTILINE)) == {"sql", "sh"}


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.question)
def test_rows_come_in_an_order_of_their_own(recipe: Recipe) -> None:
    assert re.search(r"^ORDER BY ", recipe.sql, re.MULTILINE)


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.question)
def test_it_is_said_how_to_read_the_answer(recipe: Recipe) -> None:
    section = TEXT.partition(f"## {recipe.question}\n")[2].partition("\n## ")[0]
    after = section.partition(recipe.answer)[2].strip()
    assert 40 <= len(after) <= 500


def test_the_commands_are_commands_and_their_feeds_are_there() -> None:
    assert len(COMMANDS) == 2
    run, ask = (build_parser().parse_args(shlex.split(line.partition("<")[0])) for line in COMMANDS)
    assert (run.verb, ask.verb) == ("run", "sql")
    assert len(run.feeds) == 3
    assert all((ROOT / feed).exists() for feed in run.feeds)
    assert run.warehouse == ask.warehouse


def test_the_command_prints_the_answer_that_is_compared(warehouse: Path) -> None:
    recipe = RECIPES[0]
    done = paperclaims("sql", "-", "-w", warehouse, "-f", "md", stdin=recipe.sql.encode())
    assert done.out == recipe.answer


# -- the harness

DOCUMENT = """\
# Title

## 1. How many?

Before.

```sql
SELECT 2 AS n
```

| n |
|---|
| 1 |

After.

## 2. No answer yet?

```sql
SELECT 'a|b' AS text
```

## 3. No query.

| n |
|---|
"""


def test_recipes_are_found_with_and_without_an_answer() -> None:
    assert cookbook.recipes(DOCUMENT) == [
        Recipe("1. How many?", "SELECT 2 AS n\n", "| n |\n|---|\n| 1 |\n"),
        Recipe("2. No answer yet?", "SELECT 'a|b' AS text\n", ""),
    ]


def test_a_wrong_answer_is_shown_line_by_line(warehouse: Path) -> None:
    recipe = cookbook.recipes(DOCUMENT)[0]
    differs = cookbook.difference(recipe, cookbook.answer(warehouse, recipe))
    assert "-| 1 |" in differs.splitlines()
    assert "+| 2 |" in differs.splitlines()
    assert "1. How many?" in differs


def test_answers_are_written_where_they_belong(warehouse: Path) -> None:
    written = cookbook.answered(DOCUMENT, lambda recipe: cookbook.answer(warehouse, recipe))
    assert written == DOCUMENT.replace("| 1 |", "| 2 |").replace(
        "AS text\n```\n\n", "AS text\n```\n\n| text |\n|---|\n| a\\|b |\n\n"
    )
    assert cookbook.answered(written, lambda recipe: cookbook.answer(warehouse, recipe)) == written


def test_what_the_sandbox_refuses_is_no_recipe(warehouse: Path) -> None:
    with pytest.raises(QueryError, match=r"^How to\?: DELETE is not allowed"):
        cookbook.answer(warehouse, Recipe("How to?", "DELETE FROM claims", ""))
