"""A Prefect server in a process of its own; ends when its standard input does.

    python -m flows.orchestration.serve SOCKET_FD        serve a command's own flow runs, on an inherited socket
    python -m flows.orchestration.serve SOCKET_FD PIPE   serve schedules, with user interface; PIPE: its input
    python -m flows.orchestration.serve                  only make the database ready

Its database is made once, under another name first: whoever is killed in the middle leaves no half
of a database behind.
"""

from __future__ import annotations

import gc
import os
import signal
import socket
import sys
import threading
import warnings
from pathlib import Path

from flows.orchestration.settings import (
    SERVER_DEFAULTS,
    TEMPORARY_DEFAULTS,
    cache,
    configure,
    database_environment,
    database_path,
)


def main(arguments: list[str]) -> None:
    """Make the database when it is missing, then serve."""
    gc.disable()  # a fifth of what follows would go to looking for garbage in modules that stay
    configure()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # so that a draft of the database is cleared away
    descriptor, pipe = (*arguments, None, None)[:2]
    if descriptor:
        threading.Thread(target=_end_with_parents, args=[pipe], daemon=True).start()
    listener = socket.socket(fileno=int(descriptor)) if descriptor else None
    path = database_path()
    _settle(path, listener if pipe else None)
    if path is not None and not path.exists():
        _make_database(path)
    if listener:
        _serve(listener)


def _settle(database: Path | None, shown_at: socket.socket | None) -> None:
    """Make Prefect's settings, before it is imported; ``shown_at``: with user interface, at that address."""
    defaults = {**SERVER_DEFAULTS, **({} if shown_at else TEMPORARY_DEFAULTS)} if database else {}
    settings = database_environment(database) if database else {}
    settings |= {"PREFECT__SERVER_FINAL": "1"}
    if shown_at:
        host, port = shown_at.getsockname()
        settings |= {"PREFECT_UI_API_URL": f"http://{host}:{port}/api"}
        # Prefect unpacks the pages of the interface, by default among its own modules, which need not be ours.
        defaults |= {"PREFECT_UI_STATIC_DIRECTORY": str(cache() / "prefect-ui")}
    else:  # Prefect's own marks of a temporary server: only the services that a flow run needs
        settings |= {"PREFECT_UI_ENABLED": "0", "PREFECT__SERVER_EPHEMERAL": "1"}
    os.environ.update(settings)
    for name, value in defaults.items():
        os.environ.setdefault(name, value)


def _end_with_parents(pipe: str | None) -> None:
    """Whoever needs the server holds the other end of standard input, and lets go of it when it ends, however."""
    while os.read(0, 1024):
        pass
    if pipe:
        Path(pipe).unlink(missing_ok=True)  # so that whoever comes now starts another server
    os.kill(os.getpid(), signal.SIGTERM)


def _make_database(path: Path) -> None:
    """Run Prefect's own migrations over a plain connection: its asynchronous one takes four times as long."""
    import sqlalchemy
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory
    from prefect.server.database import provide_database_interface
    from prefect.server.database.alembic_commands import alembic_config

    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.new")
    database = provide_database_interface()
    config = alembic_config()
    script = ScriptDirectory.from_config(config)
    script.version_locations = [str(database.orm.versions_dir)]
    engine = sqlalchemy.create_engine(f"sqlite:///{draft}")
    environment = EnvironmentContext(config, script, fn=lambda rev, _: script._upgrade_revs("head", rev))
    try:
        with warnings.catch_warnings(), environment, engine.connect() as connection:
            warnings.simplefilter("ignore", sqlalchemy.exc.SAWarning)
            connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
            connection.exec_driver_sql("PRAGMA synchronous = OFF")  # a draft that is lost is made again
            connection.commit()
            environment.configure(
                connection=connection,
                target_metadata=database.Base.metadata,
                render_as_batch=True,
                transaction_per_migration=True,
                template_args={"dialect": "sqlite"},
            )
            with environment.begin_transaction():
                environment.run_migrations()
            connection.commit()
        engine.dispose()
        draft.replace(path)
    finally:
        for litter in draft.parent.glob(f"{draft.name}*"):
            litter.unlink(missing_ok=True)


def _serve(listener: socket.socket) -> None:
    import uvicorn
    from prefect.server.api.server import create_app

    config = uvicorn.Config(create_app(), log_level="error", lifespan="on", access_log=False)
    gc.freeze()
    gc.enable()
    uvicorn.Server(config).run(sockets=[listener])


if __name__ == "__main__":
    main(sys.argv[1:])
