"""A run asks nobody: no network, no account, no telemetry, no server of the user's."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from flows.orchestration.settings import configure, user_api_url
from tests.conftest import SampleRun
from tests.flows.contacts import Contacts
from tests.flows.runner import environment


def test_a_run_contacts_no_other_machine(sample_run: SampleRun) -> None:
    assert sample_run.done.code == 0
    assert sample_run.contacts == []


def test_what_a_run_says_while_it_lasts(sample_run: SampleRun) -> None:
    first, second, *rest = sample_run.done.err.splitlines()
    assert first in ("starting Prefect", "starting Prefect, and making its database, this once")
    assert second == f"opening {sample_run.warehouse}"
    assert len(rest) == 2  # the page's header, and the one batch
    assert "40 papers, " in rest[1]


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.getaddrinfo('elsewhere.invalid', 80)",
        "import urllib.request; urllib.request.urlopen('http://elsewhere.invalid')",
        "import socket; s = socket.socket(); s.setblocking(False); s.connect(('192.0.2.1', 80))",
    ],
)
def test_a_contact_would_be_seen(tmp_path: Path, code: str) -> None:
    contacts = Contacts(tmp_path)
    known = {name: value for name, value in environment(contacts.environment).items() if "proxy" not in name.lower()}
    subprocess.run([sys.executable, "-c", code], env=known, capture_output=True, check=False)
    assert contacts.made()


def test_prefect_is_told_to_keep_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("DO_NOT_TRACK", "PREFECT_SERVER_ANALYTICS_ENABLED", "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL")
    for name in names:
        monkeypatch.setenv(name, "as it was")
        monkeypatch.delenv(name)
    configure()
    import os

    assert [os.environ[name] for name in names] == ["1", "false", "CRITICAL"]


def test_what_the_user_has_set_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    monkeypatch.setenv("PREFECT_SERVER_ANALYTICS_ENABLED", "true")
    monkeypatch.setenv("PREFECT_API_URL", "http://prefect.example/api")
    configure()
    assert os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] == "true"
    assert user_api_url() == "http://prefect.example/api"
