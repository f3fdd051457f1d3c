"""Runs that are due and would bring nothing: of those that have waited, one is enough.

Several are due at once when Prefect's server was away or this process was, when the machine slept, or when a run
takes longer than the time between two. Each would read the same feed, so only the last of them is kept, and none when
a run has begun since. Runs that somebody has asked for are never skipped: they may have other parameters.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING
from uuid import UUID

from flows.orchestration.conventions import say

if TYPE_CHECKING:
    from prefect.client.orchestration import PrefectClient

_LOOK = 2.0  # seconds between looks
_RECENT = 20  # runs, of which some may have been asked for by somebody


async def skip_superfluous(names: Mapping[UUID, str]) -> None:
    """Look for such runs of these deployments, known by their names, until this is cancelled."""
    import httpx
    from prefect.client.orchestration import get_client

    async with get_client() as client:
        while True:
            with suppress(httpx.HTTPError):  # the server is away, which others notice
                await look(client, names)
            await asyncio.sleep(_LOOK)


async def look(client: PrefectClient, names: Mapping[UUID, str]) -> None:
    """Skip what is superfluous now, and say so."""
    from prefect.client.schemas.objects import State, StateType

    now = dt.datetime.now(dt.UTC)
    waiting = await client.get_scheduled_flow_runs_for_deployments(list(names), scheduled_before=now)
    for deployment, name in names.items():
        due = {
            run.expected_start_time: run
            for run in waiting
            if run.deployment_id == deployment and run.auto_scheduled and run.expected_start_time
        }
        if not due:
            continue
        begun = await _last_start(client, deployment)
        skipped = sorted(when for when in due if when < max(due) or (begun and when < begun))
        for when in skipped:
            message = "it waited, and a run that begins later brings what it would have brought"
            state = State[None](type=StateType.CANCELLED, name="Skipped", message=message)
            await client.set_flow_run_state(due[when].id, state)
        if skipped:
            first = f"{skipped[0].astimezone():%F %T}"
            what = f"a run due at {first}" if len(skipped) == 1 else f"{len(skipped)} runs due since {first}"
            say(name, f"skipped {what}, as a later one brings the same")


async def _last_start(client: PrefectClient, deployment: UUID) -> dt.datetime | None:
    """When the last run that the schedule asked for has begun."""
    from prefect.client.schemas.filters import (
        DeploymentFilter,
        DeploymentFilterId,
        FlowRunFilter,
        FlowRunFilterStartTime,
    )
    from prefect.client.schemas.sorting import FlowRunSort

    runs = await client.read_flow_runs(
        flow_run_filter=FlowRunFilter(start_time=FlowRunFilterStartTime(is_null_=False)),
        deployment_filter=DeploymentFilter(id=DeploymentFilterId(any_=[deployment])),
        sort=FlowRunSort.START_TIME_DESC,
        limit=_RECENT,
    )
    return next((run.start_time for run in runs if run.auto_scheduled), None)
