"""Why something could not be fetched."""

from __future__ import annotations

from flows.usererror import UserError


class FetchError(UserError):
    """A feed could not be fetched; the message is one line that names its URL."""


class RequestError(Exception):
    """Why a request failed, in a few words; to ask again would not help."""


class TemporaryError(RequestError):
    """A failure that may be over in a while; ``wait`` is how many seconds the server asks for, if it does."""

    def __init__(self, reason: str, wait: float | None = None) -> None:
        super().__init__(reason)
        self.wait = wait
