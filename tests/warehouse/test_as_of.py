"""Nothing is lost: what the warehouse held after each run can be read after all later ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.warehouse.samples import dump
from tests.warehouse.stories import RELATIONS, held, state, story, tell

STORIES = range(5)
CHAPTERS = 6


@pytest.mark.parametrize("seed", STORIES)
def test_every_run_can_be_gone_back_to(path: Path, seed: int) -> None:
    then = {}
    replaced: set[str] = set()
    for chapter in story(seed, CHAPTERS):
        run_id = tell(path, chapter)
        now = dump(path)
        then[run_id] = held(now)
        history = {f"{name} {row}" for name in RELATIONS for row in now[f"{name}_history"]}
        assert replaced <= history  # what is history stays as it is
        replaced = history
        # The same again, whatever is in it, changes nothing.
        again = tell(path, chapter)
        assert dump(path) == now
        then[again] = then[run_id]
    assert len(then) == 2 * CHAPTERS
    assert replaced
    for run_id, rows_then in then.items():
        assert state(path, run_id) == rows_then
