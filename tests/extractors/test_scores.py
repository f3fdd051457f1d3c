"""No change lowers the scores on annotated papers unseen: what was reached, less one point."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from functools import cache
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
        "full": 0.808,
        "hardware": 0.974,
        "links": 1.0,
        "system": 0.963,
    },
    "mixed-120.jsonl": {"value": 0.972, "claim": 0.940, "full": 0.851, "hardware": 1.0, "links": 1.0, "system": 0.97},
    "developed.jsonl": {"value": 0.982, "claim": 0.949, "full": 0.850, "system": 0.978},
    "unseen.jsonl": {"value": 0.977, "claim": 0.925, "full": 0.823, "system": 0.961},
    "wide.jsonl": {"value": 0.962, "claim": 0.909, "full": 0.719, "system": 0.978},
    "wide-unseen.jsonl": {"value": 0.984, "claim": 0.930, "full": 0.733, "system": 0.969},
}


@pytest.fixture(scope="module")
def annotated(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The annotated papers of each name; those that are kept without texts get them from the feeds, all at once."""
    folder = tmp_path_factory.mktemp("annotated")

    @cache
    def with_texts() -> dict[str, str]:
        if missing := [feed for feed in FEEDS if not feed.exists()]:
            pytest.skip(f"no texts of the annotated papers at {missing[0]}")
        places = folder / "places.jsonl"
        places.write_bytes(b"".join(path.read_bytes() for path in sorted(PLACES.glob("*.jsonl"))))
        return {row["id"]: json.dumps(row) + "\n" for row in attached(places, FEEDS)}

    def papers(name: str) -> Path:
        if (PLACES / name).exists():
            keys = [json.loads(line)["id"] for line in (PLACES / name).read_text(encoding="utf-8").splitlines()]
            path = folder / name
            path.write_text("".join(with_texts()[key] for key in keys), encoding="utf-8")
            return path
        if not (GOLD / name).exists():
            pytest.skip(f"no annotated papers at {GOLD / name}")
        return GOLD / name

    return papers


@pytest.mark.shared
@pytest.mark.parametrize("name", REACHED)
def test_scores_are_kept(name: str, annotated: Callable[[str], Path]) -> None:
    command = [*COMMAND, "evaluate", str(annotated(name)), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    for figure, reached in REACHED[name].items():
        assert found[figure]["accuracy" if figure == "system" else "f1"] >= reached - 0.01, figure


def test_no_paper_is_annotated_twice() -> None:
    keys = [
        json.loads(line)["id"] for path in PLACES.glob("*.jsonl") for line in path.read_text("utf-8").splitlines()
    ]
    assert len(keys) == len(set(keys))
