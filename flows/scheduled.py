"""The flow as deployments run it: its parameters can be edited in Prefect's user interface, its end is one line."""

from __future__ import annotations

import logging
import time
from typing import Annotated

from prefect import State, flow, get_run_logger
from prefect.exceptions import FailedRun, ParameterTypeError
from prefect.runtime import deployment, flow_run
from prefect.states import Completed, Failed
from pydantic import Field

from flows import pipeline
from flows.feeds import FORMATS
from flows.fetching.policy import fetching_as
from flows.orchestration.conventions import WAIT, say
from flows.orchestration.handover import handed_down
from flows.orchestration.parent import ended_with_parent
from flows.progress import Progress, listening
from flows.usererror import UserError
from warehouse import RunSummary, WarehouseError

DETECT = "detect"
"""A format that stands for whichever the feed is in."""
_NOTES = 20  # notes that are logged; what was refused is in an artifact, and all of it in the relation rejects


def _is_untold(record: logging.LogRecord) -> bool:
    """Whether a line of the run's log is not the traceback of an error that a line before it has told."""
    kind = record.exc_info[0] if record.exc_info else None
    return kind is None or not issubclass(kind, FailedRun | ParameterTypeError)


logging.getLogger("prefect.flow_runs").addFilter(_is_untold)


class _Log(Progress):
    """Notes into the log of the run."""

    def __init__(self) -> None:
        self._notes = 0
        self._waits = False

    def step(self, what: str) -> None:
        """Only a wait is worth a line, once; the flow logs its batches itself."""
        if what.startswith("waiting: ") and not self._waits:
            self._waits = True
            self.note(what)

    def note(self, message: str) -> None:
        self._notes += 1
        if self._notes <= _NOTES:
            get_run_logger().info(message)


@flow(
    name=pipeline.ingest.name,
    flow_run_name=lambda: f"{flow_run.get_flow_name()}-{time.strftime('%Y%m%d-%H%M%S')}",
)
def ingest(
    feed: Annotated[str, Field(min_length=1)],
    warehouse: Annotated[str, Field(min_length=1)],
    format: Annotated[str, Field(json_schema_extra={"enum": [DETECT, *FORMATS]})] = DETECT,  # noqa: A002
    batch_size: Annotated[int, Field(ge=1)] = pipeline.BATCH_SIZE,
    wait: Annotated[float, Field(ge=0)] = WAIT,
    columns: dict[str, str] | None = None,
    jobs: Annotated[int | None, Field(ge=1)] = None,
    cluster: str | None = None,
) -> State[RunSummary]:
    """Load the papers of a feed and their claims into a warehouse. Running it again changes nothing.

    Args:
        feed: A file, directory, pattern or URL of titles and abstracts, as the machine that runs the flow sees it.
        warehouse: The DuckDB file; it is made when there is none.
        format: The kind of the feed.
        batch_size: Papers a batch: what is lost when a run is killed.
        wait: Seconds to wait for somebody else who writes the warehouse.
        columns: By field, such as abstract or id, what the feed calls it, where that is not recognised.
        jobs: Processes that extract, where there is much to extract; one for each core when empty.
        cluster: The address of a Dask scheduler whose workers extract instead.
    """
    try:
        with ended_with_parent(), listening(_Log()), fetching_as(handed_down()):
            summary = pipeline.ingest.fn(
                feed,
                warehouse,
                None if format == DETECT else format,
                batch_size=batch_size,
                wait=wait,
                columns=columns,
                jobs=jobs,
                cluster=cluster,
            )
    except (UserError, WarehouseError) as error:
        get_run_logger().error(str(error))
        _say(f"failed: {error}")
        return Failed(message=str(error))
    told = (
        f"{summary.papers_seen:,} papers ({summary.papers_new:,} new, {summary.papers_changed:,} changed), "
        f"{summary.claims:,} claims ({summary.claims_new:,} new), {summary.rejected:,} refused"
    )
    _say(told)
    return Completed(message=told)


def _say(what: str) -> None:
    say(deployment.get_name() or flow_run.get_name() or "run", what)
