"""What went wrong with a request, in the words of whoever has to mend it."""

from __future__ import annotations

import datetime as dt
import re
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email.utils import parsedate_to_datetime
from http import HTTPStatus

import httpx

from flows.fetching.deadline import Deadline
from flows.fetching.errors import RequestError, TemporaryError

UNFIT = "is not a URL that can be fetched"
_TEMPORARY = {408, 425, 429, 500, 502, 503, 504}
_UNFINISHED = re.compile(r"received (\d+) bytes, expected (\d+)")


@contextmanager
def explained(deadline: Deadline, limits: httpx.Timeout) -> Iterator[None]:
    """Let what httpx raises in the block be said in our words.

    Raises:
        RequestError, TemporaryError: the request failed, or its time was over.
    """
    try:
        yield
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, UnicodeError) as error:
        if not deadline.is_over:
            raise _explanation(error, limits) from None
    except TemporaryError:
        if not deadline.is_over:
            raise
    if deadline.is_over:
        raise RequestError(f"took longer than {deadline.seconds:g} s altogether (see --max-time)")


def refusal(status: int, retry_after: str | None = None, detail: str | None = None) -> RequestError:
    """The error for an answer that is not what was asked for; ``detail``: what its page says."""
    phrase = HTTPStatus(status).phrase if status in {known.value for known in HTTPStatus} else "an unknown status"
    reason = f"the server answers {status} {phrase}" + (f" ({detail})" if detail else "")
    return TemporaryError(reason, seconds_of(retry_after)) if status in _TEMPORARY else RequestError(reason)


def seconds_of(retry_after: str | None, now: dt.datetime | None = None) -> float | None:
    """The seconds that a Retry-After header means, a number or a date (RFC 9110, 10.2.3); null when it is neither."""
    if retry_after is None:
        return None
    text = retry_after.strip()
    if re.fullmatch(r"\d{1,9}", text):
        return float(text)
    try:
        until = parsedate_to_datetime(text)
    except ValueError:
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=dt.UTC)
    return max(0.0, (until - (now or dt.datetime.now(dt.UTC))).total_seconds())


def _explanation(error: Exception, limits: httpx.Timeout) -> RequestError:
    match error:
        case httpx.ConnectTimeout():
            return TemporaryError(f"no connection within {limits.connect:g} s")
        case httpx.ReadTimeout() | httpx.WriteTimeout():
            return TemporaryError(f"nothing came for {limits.read:g} s")
        case httpx.ConnectError():
            return _no_connection(error)
        case httpx.RemoteProtocolError():
            return TemporaryError(_broken(str(error)))
        case httpx.ProxyError():
            return RequestError(f"the proxy refuses: {error}")
        case httpx.InvalidURL() | httpx.UnsupportedProtocol() | UnicodeError():  # the last: of names with long parts
            return RequestError(UNFIT)
        case httpx.NetworkError():
            return TemporaryError("the connection broke")
    return TemporaryError(f"the request failed ({type(error).__name__})")


def _no_connection(error: BaseException) -> RequestError:
    for cause in _causes(error):
        match cause:
            case ssl.SSLCertVerificationError():
                return RequestError(f"TLS: the certificate is not to be trusted: {cause.verify_message}")
            case ssl.SSLError():
                return RequestError(f"TLS: no secure connection ({cause.reason or cause})")
            case socket.gaierror() if cause.errno == socket.EAI_AGAIN:
                return TemporaryError("the host's name can not be looked up at the moment")
            case socket.gaierror():
                return RequestError("there is no host of that name")
            case ConnectionRefusedError():
                return TemporaryError("the connection is refused")
            case OSError() if cause.strerror:
                return TemporaryError(f"no connection ({cause.strerror.lower()})")
    return TemporaryError("no connection")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _broken(said: str) -> str:
    if counts := _UNFINISHED.search(said):
        return f"the connection ended after {int(counts[1]):,} of {int(counts[2]):,} bytes"
    if "without sending complete message body" in said or "incomplete" in said:
        return "the connection ended in the middle of the answer"
    if "without sending a response" in said:
        return "the connection ended without an answer"
    return "the answer is not HTTP"
