"""No change lowers the scores on annotated papers unseen: what was reached, less one point."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from flows.evaluation.standoff import attached
from tests.flows.runner import COMMAND

SHARED = Path(os.environ.get("PAPERCLAIMS_SHARED", Path(__file__).parents[3] / "shared"))
GOLD = SHARED / "gold"
FEEDS = [SHARED / "feeds" / name for name in ("hf-trending-1300.txt", "arxiv-40k.jsonl.gz")]
PLACES = Path(__file__).parents[1] / "annotated"
REACHED = {
    "hf-trending.jsonl": {
        "value": 0.992,
        "claim": 0.920,
        "full": 0.805,
        "hardware": 0.974,
        "links": 1.0,
        "system": 0.952,
    },
    "mixed-120.jsonl": {"value": 0.968, "claim": 0.936, "full": 0.838, "hardware": 1.0, "links": 1.0, "system": 0.97},
    "developed.jsonl": {"value": 0.979, "claim": 0.945, "full": 0.839, "system": 0.974},
    "unseen.jsonl": {"value": 0.977, "claim": 0.919, "full": 0.795, "system": 0.959},
}


@pytest.mark.shared
@pytest.mark.parametrize("name", REACHED)
def test_scores_are_kept(name: str, tmp_path: Path) -> None:
    annotated = GOLD / name
    if (PLACES / name).exists():
        annotated = tmp_path / name
        if missing := [feed for feed in FEEDS if not feed.exists()]:
            pytest.skip(f"no texts of the annotated papers at {missing[0]}")
        rows = attached(PLACES / name, FEEDS)
        annotated.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    elif not annotated.exists():
        pytest.skip(f"no annotated papers at {annotated}")
    command = [*COMMAND, "evaluate", str(annotated), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    for figure, reached in REACHED[name].items():
        assert found[figure]["accuracy" if figure == "system" else "f1"] >= reached - 0.01, figure
