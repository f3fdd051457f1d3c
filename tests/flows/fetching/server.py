"""A server on this machine that misbehaves as it is told, and remembers what it was asked."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import IO


@dataclass(frozen=True)
class Seen:
    """A request, as it came in."""

    target: str
    headers: Mapping[str, str]  # by names in small letters
    at: float  # time.monotonic


@dataclass(frozen=True)
class Reply:
    """What to send: the head at once, then the pieces of the body with a pause before each, then the end."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    pieces: tuple[bytes, ...] = ()
    pause: float = 0
    declared: int | None = -1  # Content-Length; -1: what the body has, null: none, the end is the connection's


Answer = Reply | Callable[[IO[bytes]], object]
"""A reply, or whatever writes to the connection by itself."""


class Server:
    """Answers each path with its replies in turn, the last one again and again."""

    def __init__(self, port: int) -> None:
        self.seen: list[Seen] = []
        self.ended = threading.Event()
        self._port = port
        self._replies: dict[str, list[Answer]] = {}

    def url(self, target: str = "/", user: str = "") -> str:
        """A URL of this server."""
        return f"http://{user}{'@' if user else ''}127.0.0.1:{self._port}{target}"

    def on(self, path: str, *replies: Answer) -> str:
        """Answer so from now on; the URL."""
        self._replies[path] = list(replies)
        return self.url(path)

    def answer(self, path: str, out: IO[bytes]) -> None:
        """Send the next reply."""
        replies = self._replies.get(path) or [Reply(status=404)]
        reply = replies.pop(0) if len(replies) > 1 else replies[0]
        if isinstance(reply, Reply):
            self._send(reply, out)
        else:
            reply(out)

    def _send(self, reply: Reply, out: IO[bytes]) -> None:
        pieces = reply.pieces or (reply.body,)
        length = sum(map(len, pieces)) if reply.declared == -1 else reply.declared
        headers = dict(reply.headers) | ({} if length is None else {"Content-Length": str(length)})
        lines = [f"HTTP/1.1 {reply.status} Said", *(f"{name}: {value}" for name, value in headers.items())]
        out.write("\r\n".join([*lines, "Connection: close", "", ""]).encode())
        for piece in pieces:
            self.ended.wait(reply.pause)
            out.write(piece)

    @property
    def targets(self) -> list[str]:
        """What was asked for, in order."""
        return [seen.target for seen in self.seen]


@contextmanager
def serving() -> Iterator[Server]:
    """A server until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self.close_connection = True
            server.seen.append(
                Seen(self.path, {name.lower(): value for name, value in self.headers.items()}, time.monotonic())
            )
            with suppress(OSError):  # who asked has gone
                server.answer(self.path, self.wfile)  # type: ignore[arg-type]

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listener:
        server = Server(listener.server_address[1])
        thread = threading.Thread(target=listener.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.ended.set()
            listener.shutdown()
