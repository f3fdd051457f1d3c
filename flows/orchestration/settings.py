"""Prefect's settings, made before Prefect is imported; whatever the user has set stays as it is."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

from flows.usererror import UserError

_DEFAULTS = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    # What happens is shown by our own summary; the runs' logs are kept by Prefect all the same.
    "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_TO_API_WHEN_MISSING_FLOW": "ignore",
    "PREFECT_TELEMETRY_ENABLE_RESOURCE_METRICS": "false",
}
SERVER_DEFAULTS = {
    # Just made, or made by this very version before.
    "PREFECT_SERVER_DATABASE_MIGRATE_ON_START": "false",
    # Checks of types at run time, which a library of Prefect's queue compiles anew at each start: 70 ms.
    "PY_KEY_VALUE_DISABLE_BEARTYPE": "true",
}
"""What no server need do on a database of our own."""
TEMPORARY_DEFAULTS = {
    # The types of blocks, which nothing here is configured by; the first server on a database would take seconds.
    "PREFECT_SERVER_REGISTER_BLOCKS_ON_START": "false",
    "PREFECT_SERVER_MEMOIZE_BLOCK_AUTO_REGISTRATION": "false",
    # Automations, and the store of events that they look at; runs, their states, logs and artifacts are stored.
    "PREFECT_SERVER_SERVICES_TRIGGERS_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_ENABLED": "false",
}
"""What a server that lives as long as a command need not do, either."""

_API_URL = "PREFECT_API_URL"
_DATABASE_URL = "PREFECT_SERVER_DATABASE_CONNECTION_URL"


def configure(*, verbose: bool = False) -> None:
    """Set what the user has not; ``verbose`` lets Prefect's own log through."""
    if verbose:
        os.environ.setdefault("PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL", "INFO")
    for name, value in _DEFAULTS.items():
        os.environ.setdefault(name, value)


def user_api_url() -> str | None:
    """The address of the user's own Prefect server, when there is one."""
    if url := os.environ.get(_API_URL):
        return url
    if not any(path.exists() for path in _setting_files()):
        return None
    # Only here, since Prefect takes long to import.
    from prefect.settings import get_current_settings

    return get_current_settings().api.url


def _setting_files() -> list[Path]:
    """Where Prefect looks for settings: its profiles, and the working directory."""
    profiles = Path(os.environ.get("PREFECT_PROFILES_PATH", home() / "profiles.toml")).expanduser()
    project = Path("pyproject.toml")
    found = [profiles, Path("prefect.toml"), Path(".env")]
    try:
        if "tool.prefect" in project.read_text(encoding="utf-8"):
            found.append(project)
    except (OSError, UnicodeDecodeError):
        pass
    return found


@contextmanager
def using(url: str) -> Iterator[None]:
    """Let Prefect, when it is imported in this block, talk to the server at that address."""
    os.environ[_API_URL] = url
    try:
        yield
    finally:
        del os.environ[_API_URL]


def home() -> Path:
    """Prefect's own directory, which it makes when it is imported."""
    return Path(os.environ.get("PREFECT_HOME") or "~/.prefect").expanduser()


def make_directories() -> None:
    """Make what Prefect and its server write into.

    Raises:
        UserError: one can not be made or written.
    """
    path = database_path()
    for directory, variable in ((home(), "PREFECT_HOME"), (path.parent if path else home(), "XDG_CACHE_HOME")):
        try:
            directory.mkdir(parents=True, exist_ok=True)
            reason = "" if os.access(directory, os.W_OK | os.X_OK) else "permission denied"
        except OSError as error:
            reason = str(error.strerror).lower()
        if reason:
            raise UserError(f"{directory}: can not be written ({reason}); {variable} names another place for it")


def cache() -> Path:
    """The directory for what can be made again, which need not exist yet."""
    return Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "paperclaims"


def database_path() -> Path | None:
    """Where our own servers keep Prefect's record of runs; null when the user has named a database."""
    if os.environ.get(_DATABASE_URL):
        return None
    return cache() / f"prefect-{version('prefect')}.db"


def database_environment(path: Path) -> dict[str, str]:
    """What makes a Prefect server use the database at ``path``."""
    return {_DATABASE_URL: f"sqlite+aiosqlite:///{path}"}
