"""Of runs that are due at once, one is enough."""

from __future__ import annotations

import asyncio
import datetime as dt
import uuid
from dataclasses import dataclass, field
from typing import Any

import pytest

from flows.orchestration.skipping import look

DAILY, HOURLY = uuid.uuid4(), uuid.uuid4()
NAMES = {DAILY: "daily", HOURLY: "hourly"}


def at(minute: int) -> dt.datetime:
    return dt.datetime(2024, 5, 1, 7, minute, tzinfo=dt.UTC)


@dataclass
class Run:
    deployment_id: uuid.UUID
    expected_start_time: dt.datetime
    start_time: dt.datetime | None = None
    auto_scheduled: bool = True
    id: uuid.UUID = field(default_factory=uuid.uuid4)


class Client:
    """A server with these runs."""

    def __init__(self, waiting: list[Run], begun: list[Run]) -> None:
        self.waiting, self.begun = waiting, begun
        self.skipped: list[Run] = []

    async def get_scheduled_flow_runs_for_deployments(self, ids: list[uuid.UUID], **_: Any) -> list[Run]:
        return [run for run in self.waiting if run.deployment_id in ids]

    async def read_flow_runs(self, *, deployment_filter: Any, **_: Any) -> list[Run]:
        [wanted] = deployment_filter.id.any_
        found = [run for run in self.begun if run.deployment_id == wanted and run.start_time]
        return sorted(found, key=lambda run: run.start_time or at(0), reverse=True)

    async def set_flow_run_state(self, run_id: uuid.UUID, state: Any) -> None:
        assert (state.type.value, state.name) == ("CANCELLED", "Skipped")
        [run] = [run for run in self.waiting if run.id == run_id]
        self.skipped.append(run)


def skipped(waiting: list[Run], begun: list[Run]) -> list[tuple[str, int]]:
    client = Client(waiting, begun)
    asyncio.run(look(client, NAMES))  # type: ignore[arg-type]
    return [(NAMES[run.deployment_id], run.expected_start_time.minute) for run in client.skipped]


def test_the_last_of_those_that_wait_is_kept_of_each_deployment(capsys: pytest.CaptureFixture[str]) -> None:
    waiting = [Run(DAILY, at(3)), Run(DAILY, at(1)), Run(DAILY, at(2)), Run(HOURLY, at(1)), Run(HOURLY, at(2))]
    assert skipped(waiting, []) == [("daily", 1), ("daily", 2), ("hourly", 1)]
    three, one = capsys.readouterr().err.splitlines()
    began = f"{at(1).astimezone():%F %T}"
    assert three.endswith(f"  daily: skipped 2 runs due since {began}, as a later one brings the same")
    assert one.endswith(f"  hourly: skipped a run due at {began}, as a later one brings the same")


def test_what_was_due_before_a_run_began_is_not_run_after_it(capsys: pytest.CaptureFixture[str]) -> None:
    begun = [Run(DAILY, at(1), start_time=at(4)), Run(DAILY, at(0), start_time=at(0))]
    assert skipped([Run(DAILY, at(2)), Run(DAILY, at(3))], begun) == [("daily", 2), ("daily", 3)]
    capsys.readouterr()
    # What is due since is no run that another has done.
    assert skipped([Run(DAILY, at(5))], begun) == []
    assert skipped([Run(HOURLY, at(2))], begun) == []
    assert capsys.readouterr().err == ""


def test_what_somebody_has_asked_for_is_neither_skipped_nor_a_reason_to_skip() -> None:
    asked = Run(DAILY, at(1), auto_scheduled=False)
    assert skipped([asked, Run(DAILY, at(2))], []) == []
    assert skipped([Run(DAILY, at(2))], [Run(DAILY, at(1), start_time=at(4), auto_scheduled=False)]) == []
