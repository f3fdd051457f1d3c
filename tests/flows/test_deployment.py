"""What Prefect is given to deploy: the file for work pools, and the parameters that can be edited."""

from __future__ import annotations

import logging
import re
import shlex
from typing import Any

import pytest
import yaml
from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
from prefect.client.schemas.schedules import CronSchedule
from prefect.exceptions import FailedRun, ParameterTypeError
from prefect.flows import Flow, load_flow_from_entrypoint
from prefect.utilities.callables import parameter_schema

from flows.artifacts import ROWS, TOP
from flows.cli import build_parser
from flows.feeds import FORMATS
from flows.orchestration.conventions import WAIT
from flows.orchestration.scheduling import Job, deployments, schedule_of
from flows.scheduled import ingest
from tests.flows.runner import ROOT

FILE: dict[str, Any] = yaml.safe_load((ROOT / "prefect.yaml").read_text(encoding="utf-8"))
[DAILY] = FILE["deployments"]


def test_the_file_for_work_pools_names_the_flow_and_what_it_takes() -> None:
    flow: Flow[..., Any] = load_flow_from_entrypoint(DAILY["entrypoint"])
    assert (flow.name, flow.fn) == (ingest.name, ingest.fn)
    assert flow.validate_parameters(DAILY["parameters"]).items() >= DAILY["parameters"].items()
    [schedule] = DAILY["schedules"]
    assert CronSchedule(**schedule).cron == "0 7 * * *"
    assert ConcurrencyLimitConfig(**DAILY["concurrency_limit"]).limit == 1


def test_what_is_served_is_what_the_file_deploys() -> None:
    job = Job("daily", DAILY["parameters"])
    [made] = deployments([job], schedule_of("0 7 * * *", None, "UTC"))
    assert (made.name, made.parameters, made.entrypoint) == ("daily", DAILY["parameters"], DAILY["entrypoint"])
    assert made.concurrency_limit == DAILY["concurrency_limit"]["limit"]
    assert made.concurrency_options
    # What serves a schedule skips late runs itself; a work pool has nobody who would.
    assert made.concurrency_options.collision_strategy == ConcurrencyLimitStrategy.ENQUEUE
    assert DAILY["concurrency_limit"]["collision_strategy"] == ConcurrencyLimitStrategy.CANCEL_NEW
    assert made.enforce_parameter_schema
    [schedule] = made.schedules or []
    assert isinstance(schedule.schedule, CronSchedule)
    assert (schedule.schedule.cron, schedule.schedule.timezone) == ("0 7 * * *", "UTC")


def test_every_parameter_is_explained_and_bounded() -> None:
    schema = parameter_schema(ingest)
    assert schema.required == ["feed", "warehouse"]
    assert all(known["description"] for known in schema.properties.values())
    assert schema.properties["format"]["enum"] == ["detect", *FORMATS]
    assert schema.properties["batch_size"]["minimum"] == 1


@pytest.mark.parametrize("bad", [{"batch_size": 0}, {"wait": -1}, {"feed": None}, {"jobs": "many"}], ids=str)
def test_a_bad_parameter_is_told_by_its_name(bad: dict[str, Any]) -> None:
    [name] = bad
    with pytest.raises(ParameterTypeError, match=f" - {name}: "):
        ingest.validate_parameters({"feed": "a.txt", "warehouse": "a.duckdb", **bad})


@pytest.mark.parametrize(
    ("error", "is_kept"), [(FailedRun("a"), False), (ParameterTypeError("b"), False), (ValueError("c"), True)]
)
def test_an_error_that_is_told_in_one_line_is_not_told_again(error: Exception, is_kept: bool) -> None:
    logger = logging.getLogger("prefect.flow_runs")
    told = (type(error), error, None)
    assert bool(logger.filter(logger.makeRecord(logger.name, logging.ERROR, "", 0, "ended", (), told))) == is_kept
    assert logger.filter(logger.makeRecord(logger.name, logging.ERROR, "", 0, "no such file", (), None))


DOCUMENT = (ROOT / "docs" / "schedule.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", [line for line in DOCUMENT.splitlines() if line.startswith("paperclaims ")])
def test_a_command_of_the_documentation_is_one(command: str) -> None:
    args = build_parser().parse_args(shlex.split(command)[1:])
    assert args.verb == "schedule"
    assert schedule_of(args.cron, args.interval, args.timezone)


def test_the_documentation_knows_the_artifacts_and_the_wait() -> None:
    assert set(re.findall(r"^\| `claims-([\w-]+)`", DOCUMENT, re.MULTILINE)) == {
        "summary", "new-claims", "leaderboard", "refused",
    }  # fmt: skip
    assert f"{ROWS} at most" in DOCUMENT
    assert (TOP, WAIT) == (10, 600)  # "the first ten places", "ten minutes"
