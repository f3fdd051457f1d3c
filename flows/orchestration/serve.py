"""A temporary Prefect server in a process of its own; ends when its standard input does.

    python -m flows.orchestration.serve SOCKET_FD    serve on an inherited, listening socket
    python -m flows.orchestration.serve              only make the database ready

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

from flows.orchestration.settings import SERVER_DEFAULTS, configure, database_environment, database_path


def main(arguments: list[str]) -> None:
    """Make the database when it is missing, then serve."""
    gc.disable()  # a fifth of what follows would go to looking for garbage in modules that stay
    configure()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # so that a draft of the database is cleared away
    if arguments:
        threading.Thread(target=_end_with_parent, daemon=True).start()
    if (path := database_path()) is not None:
        os.environ.update(database_environment(path))
        for name, value in SERVER_DEFAULTS.items():
            os.environ.setdefault(name, value)
        if not path.exists():
            _make_database(path)
    if arguments:
        _serve(socket.socket(fileno=int(arguments[0])))


def _end_with_parent() -> None:
    """The parent holds the other end of standard input: it ends when the parent does, however that happens."""
    while os.read(0, 1024):
        pass
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
    # Prefect's own marks of a temporary server: no user interface, only the services that a flow run needs.
    os.environ.update(PREFECT_UI_ENABLED="0", PREFECT__SERVER_EPHEMERAL="1", PREFECT__SERVER_FINAL="1")
    import uvicorn
    from prefect.server.api.server import create_app

    config = uvicorn.Config(create_app(), log_level="error", lifespan="on", access_log=False)
    gc.freeze()
    gc.enable()
    uvicorn.Server(config).run(sockets=[listener])


if __name__ == "__main__":
    main(sys.argv[1:])
