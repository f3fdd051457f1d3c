"""The queries of ``docs/cookbook.md`` and their answers: asked anew, compared, and written.

``python -m tests.cookbook`` says what differs; with ``--write`` it writes the answers of now into the file.
"""

from __future__ import annotations

import argparse
import difflib
import io
import re
import shlex
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from flows.rendering import render
from tests.flows.runner import ROOT, spawned
from warehouse import QueryError, query

PATH = ROOT / "docs" / "cookbook.md"

_QUERY = re.compile(
    r"^## (?P<question>.+)\n(?:(?!## |```sql\n).*\n)*```sql\n(?P<sql>(?:(?!```).*\n)+)```\n\n(?P<answer>(?:\|.*\n)*)",
    re.MULTILINE,
)
_RUN = re.compile(r"^paperclaims (run .+)$", re.MULTILINE)


@dataclass(frozen=True)
class Recipe:
    """A question, its query, and the answer that stands below it, a Markdown table; empty where none stands."""

    question: str
    sql: str
    answer: str


def recipes(text: str) -> list[Recipe]:
    """Every question of the text that has a query, in order."""
    return [Recipe(**match.groupdict()) for match in _QUERY.finditer(text)]


def answer(warehouse: Path, recipe: Recipe) -> str:
    """What the warehouse says, as ``paperclaims sql -f md`` prints it.

    Raises:
        QueryError: the query is wrong, or not allowed; the message begins with the question.
    """
    out = io.StringIO()
    try:
        with query(warehouse, recipe.sql) as result:
            render(result.columns, result, "md", out)
    except QueryError as error:
        raise QueryError(f"{recipe.question}: {error}") from error
    return out.getvalue()


def difference(recipe: Recipe, now: str) -> str:
    """The answer that stands and the one of now, line by line; empty when they are the same."""
    stands, says = recipe.answer.splitlines(), now.splitlines()
    return "\n".join(
        difflib.unified_diff(stands, says, "the cookbook", "the warehouse", recipe.question, lineterm="")
    )


def answered(text: str, ask: Callable[[Recipe], str]) -> str:
    """The text with the answer to each question as ``ask`` gives it."""

    def put(match: re.Match[str]) -> str:
        recipe = Recipe(**match.groupdict())
        head = match[0].removesuffix(recipe.answer)
        return f"{head}{ask(recipe)}" + ("" if recipe.answer else "\n")

    return _QUERY.sub(put, text)


def make_warehouse(text: str, folder: Path) -> Path:
    """Run the command by which the text makes its warehouse, in the project's folder; the file lies in ``folder``."""
    found = _RUN.search(text)
    assert found, "the cookbook does not say how its warehouse is made"
    arguments = shlex.split(found[1])
    path = folder / arguments.pop()
    done = spawned(*arguments, path, cwd=ROOT)
    assert done.code == 0, done.err
    return path


def main() -> int:
    """Compare, or write; 1 when an answer is not what stands there."""
    parser = argparse.ArgumentParser(prog="python -m tests.cookbook", description="Ask the cookbook's queries again.")
    parser.add_argument("--write", action="store_true", help="write the answers into the file")
    args = parser.parse_args()
    text = PATH.read_text(encoding="utf-8")
    try:
        with tempfile.TemporaryDirectory() as folder:
            warehouse = make_warehouse(text, Path(folder))
            now = answered(text, lambda recipe: answer(warehouse, recipe))
    except QueryError as error:
        print(error, file=sys.stderr)
        return 1
    if args.write:
        PATH.write_text(now, encoding="utf-8")
        return 0
    differences = [
        difference(stands, says.answer)
        for stands, says in zip(recipes(text), recipes(now), strict=True)
        if stands != says
    ]
    sys.stdout.writelines(f"{part}\n" for part in differences)
    return int(bool(differences))


if __name__ == "__main__":
    sys.exit(main())
