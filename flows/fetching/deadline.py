"""A limit to what a request may take altogether, even from a server that sends a byte now and then."""

from __future__ import annotations

import socket
import threading
from collections.abc import Mapping
from contextlib import suppress
from types import TracebackType
from typing import Any


class Deadline:
    """Cuts the connection of the request in its block after so many seconds; httpx's own limits are for each read.

    :attr:`is_over` says whether it did, since what then happens to the request may be any error or none.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.is_over = False
        self._timer = threading.Timer(seconds, self.end)
        self._timer.daemon = True
        self._stream: Any = None

    def __enter__(self) -> Deadline:
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        self._timer.join()  # at once

    def trace(self, event: str, info: Mapping[str, Any]) -> None:
        """Hear of the connection; a trace extension of httpx (https://www.encode.io/httpcore/extensions/)."""
        if event.endswith((".connect_tcp.complete", ".start_tls.complete")):
            self._stream = info["return_value"]
            if self.is_over:
                self._cut()

    def end(self) -> None:
        """Let it be over now."""
        self.is_over = True
        self._cut()

    def _cut(self) -> None:
        """Wake whoever waits for the socket. Not its own shutdown(), which for TLS frees what the reader is using."""
        if self._stream is not None and (connection := self._stream.get_extra_info("socket")):
            with suppress(OSError):
                socket.socket.shutdown(connection, socket.SHUT_RDWR)
