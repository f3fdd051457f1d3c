"""One document over HTTP: redirects, conditions, limits; every failure in a few words."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from urllib.parse import urljoin, urlsplit

import httpx

from flows.fetching.address import SCHEMES, without_secrets
from flows.fetching.aside import aside
from flows.fetching.body import Received, receive, too_large
from flows.fetching.content import detail
from flows.fetching.deadline import Deadline
from flows.fetching.errors import RequestError
from flows.fetching.faults import UNFIT, explained, refusal
from flows.fetching.pace import Pace
from flows.fetching.policy import Policy

_REDIRECTS = {301, 302, 303, 307, 308}
_ERROR_PAGE = 1 << 16  # bytes of it that are looked at

Tell = Callable[[int, int | None], None]
"""Hears how many bytes have come, of how many, where the server says it."""


@dataclass(frozen=True, slots=True)
class Validators:
    """By what a server tells whether a document is still the one that it sent."""

    etag: str | None = None
    last_modified: str | None = None

    def headers(self) -> dict[str, str]:
        """The request's conditions (RFC 9110, 13.1), as far as they can be sent back."""
        found = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in found.items() if value and value.isascii()}


@dataclass(frozen=True, slots=True)
class Answer:
    """A document that was fetched, and what its server says of it."""

    url: str  # where it was found after all redirects, without secrets
    status: int
    validators: Validators
    content_type: str | None
    content_encoding: str | None
    received: Received


class Client:
    """Asks servers for documents, as its policy says and at the pace that hosts ask for.

    Proxies and certificates are those of the environment: ``HTTPS_PROXY``, ``HTTP_PROXY``, ``ALL_PROXY``,
    ``NO_PROXY``, ``SSL_CERT_FILE``, ``SSL_CERT_DIR``.

    Raises:
        RequestError: a proxy or certificates are named that can not be used.
    """

    def __init__(self, policy: Policy, pace: Pace) -> None:
        self._policy = policy
        self._pace = pace
        self._limits = httpx.Timeout(policy.read, connect=policy.connect)
        logging.getLogger("httpx").setLevel(logging.WARNING)  # which writes whole URLs into its log
        try:
            self._http = httpx.Client(
                headers={"User-Agent": policy.user_agent, "Accept": "*/*", "Accept-Encoding": "gzip"},
                timeout=self._limits,
                limits=httpx.Limits(max_connections=1, max_keepalive_connections=0),
            )
        except OSError as error:
            said = error.strerror or error
            raise RequestError(
                f"the certificates that SSL_CERT_FILE or SSL_CERT_DIR names can not be read ({said})"
            ) from None
        except ImportError:
            raise RequestError("the environment names a SOCKS proxy, which needs the package socksio") from None
        except (ValueError, httpx.InvalidURL) as error:
            raise RequestError(f"the proxy that the environment names can not be used ({error})") from None

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.close()

    def get(
        self, url: str, path: Path, known: Validators | None = None, tell: Tell = lambda _, __: None
    ) -> Answer | None:
        """Write the document at ``url`` to ``path``, as it is when its Content-Encoding is taken off.

        Null when it is still the one of ``known``.

        Raises:
            RequestError, TemporaryError: there is no such document to be had; nothing is said of what is in ``path``.
            OSError: ``path`` can not be written.
        """
        passed = [url]
        while True:
            found = self._ask(passed[-1], path, known, tell)
            if not isinstance(found, str):
                return found
            if found in passed:
                raise RequestError(f"is redirected in a circle, to {without_secrets(found)} again")
            if len(passed) > self._policy.redirects:
                raise RequestError(f"is redirected more than {self._policy.redirects} times")
            passed.append(found)

    def _ask(self, url: str, path: Path, known: Validators | None, tell: Tell) -> Answer | str | None:
        """One request; a URL when the server names another place."""
        address, credentials = _apart(url)
        deadline = Deadline(self._policy.total)
        headers = known.headers() if known else {}
        request = self._http.stream(
            "GET", address, headers=headers, auth=credentials, extensions={"trace": deadline.trace}
        )

        def told(count: int, of: int | None) -> None:
            if not deadline.is_over:  # else nobody is there to hear it
                tell(count, of)

        with self._pace.turn(address.host), deadline, explained(deadline, self._limits):
            return aside(lambda: self._answer(url, request, path, known, told), deadline.end)

    def _answer(
        self,
        url: str,
        request: AbstractContextManager[httpx.Response],
        path: Path,
        known: Validators | None,
        tell: Tell,
    ) -> Answer | str | None:
        with request as response:
            if response.status_code in _REDIRECTS:
                return _redirected(url, response)
            if response.status_code == httpx.codes.NOT_MODIFIED and known:
                return None
            if response.status_code != httpx.codes.OK:
                raise refusal(response.status_code, response.headers.get("retry-after"), _error_page(response))
            return self._receive(response, path, tell)

    def _receive(self, response: httpx.Response, path: Path, tell: Tell) -> Answer:
        headers = response.headers
        length = headers.get("content-length", "")
        declared = int(length) if length.isdecimal() else None
        if declared and declared > self._policy.max_size:
            raise too_large(self._policy.max_size)
        encoding = headers.get("content-encoding", "")
        received = receive(
            response.iter_raw(), encoding, path, self._policy.max_size, lambda count: tell(count, declared)
        )
        return Answer(
            without_secrets(str(response.url)),
            response.status_code,
            Validators(headers.get("etag"), headers.get("last-modified")),
            headers.get("content-type"),
            encoding or None,
            received,
        )


def _apart(url: str) -> tuple[httpx.URL, httpx.BasicAuth | None]:
    """A URL without its user, whom it would show wherever it is told; and the user."""
    try:
        whole = httpx.URL(url)
        _ = whole.host  # which is looked at only now
    except (httpx.InvalidURL, UnicodeError):
        raise RequestError(UNFIT) from None
    plain = whole.copy_with(username=None, password=None, fragment=None)
    return plain, httpx.BasicAuth(whole.username, whole.password) if whole.userinfo else None


def _redirected(url: str, response: httpx.Response) -> str:
    """The URL that an answer sends us to; the user goes along within one server only."""
    place: str = response.headers.get("location", "")
    if not place:
        raise RequestError("is redirected to nowhere")
    before = urlsplit(url)
    try:
        target = urlsplit(urljoin(url, place))._replace(fragment="")
        is_same = (target.scheme, target.hostname, target.port) == (before.scheme, before.hostname, before.port)
    except ValueError:
        raise RequestError("is redirected to what is not a URL") from None
    named = without_secrets(target.geturl())
    if target.scheme not in SCHEMES or not target.hostname:
        raise RequestError(f"is redirected to {named}, which is not fetched")
    if (before.scheme, target.scheme) == ("https", "http"):
        raise RequestError(f"is redirected from https:// to {named}, which anybody on the way could change")
    return target._replace(netloc=before.netloc if is_same else target.netloc.rpartition("@")[2]).geturl()


def _error_page(response: httpx.Response) -> str | None:
    """What the page of an error says, as far as it can be read at once."""
    page = b""
    if not response.headers.get("content-encoding"):
        with suppress(httpx.HTTPError):
            for chunk in response.iter_raw():
                page += chunk
                if len(page) >= _ERROR_PAGE:
                    break
    return detail(page[:_ERROR_PAGE])
