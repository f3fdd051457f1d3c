"""No change lowers the scores on annotated papers unseen: what was reached, less one point."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.flows.runner import COMMAND

GOLD = Path(os.environ.get("PAPERCLAIMS_SHARED", Path(__file__).parents[3] / "shared")) / "gold"
REACHED = {
    "hf-trending.jsonl": {
        "value": 0.992,
        "claim": 0.913,
        "full": 0.793,
        "hardware": 0.974,
        "links": 1.0,
        "system": 0.952,
    },
    "mixed-120.jsonl": {"value": 0.968, "claim": 0.933, "full": 0.835, "hardware": 1.0, "links": 1.0, "system": 0.96},
}


@pytest.mark.shared
@pytest.mark.parametrize("name", REACHED)
def test_scores_are_kept(name: str) -> None:
    gold = GOLD / name
    if not gold.exists():
        pytest.skip(f"no annotated papers at {gold}")
    command = [*COMMAND, "evaluate", str(gold), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    for figure, reached in REACHED[name].items():
        assert found[figure]["accuracy" if figure == "system" else "f1"] >= reached - 0.01, figure
