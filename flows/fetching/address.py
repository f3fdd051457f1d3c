"""What a URL says: whether it is one, whether it can be fetched, and how it is shown."""

from __future__ import annotations

import re
from pathlib import PurePath
from urllib.parse import SplitResult, urlsplit

from flows.fetching.errors import FetchError

SCHEMES = ("http", "https")
HIDDEN = "***"

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_USER = re.compile(r"(?<=://)[^/?#]*@")
_BROKEN_USER = re.compile(r"(?<=://).*@")  # in a URL that can not be taken apart, whatever may be one

# Names of parameters, in small letters and without - and _, whose values are nobody else's business.
_SECRETS = {
    "accesskey", "accesstoken", "apikey", "apitoken", "auth", "authkey", "authorization", "authtoken", "clientsecret",
    "credential", "key", "pass", "passwd", "password", "pwd", "secret", "sig", "signature", "token", "xamzcredential",
    "xamzsecuritytoken", "xamzsignature", "xgoogcredential", "xgoogsignature",
}  # fmt: skip


def is_url(feed: str) -> bool:
    """Whether a feed is named by a URL, of whatever scheme, and not by a path."""
    return bool(_URL.match(feed))


def check_url(url: str) -> SplitResult:
    """The parts of a URL that can be fetched.

    Raises:
        FetchError: it can not.
    """
    name = without_secrets(url)
    try:
        parts = urlsplit(url)
        _ = parts.port  # which is looked at only now
    except ValueError:
        raise FetchError(f"{name}: is not a URL that can be read") from None
    if parts.scheme not in SCHEMES:
        raise FetchError(f"{name}: is fetched from http:// and https:// only, not {parts.scheme}://")
    if not parts.hostname:
        raise FetchError(f"{name}: names no host")
    if odd := re.search(r"[\s\x00-\x1f\x7f]", url):
        what = "a space (%20)" if odd[0] == " " else f"the character {odd[0]!r}"
        raise FetchError(f"{name!r}: holds {what}, which a URL can not")
    return parts


def without_secrets(feed: str) -> str:
    """A feed as it may be shown and stored: a URL without user, password, fragment and the values of keys."""
    if not is_url(feed):
        return feed
    try:
        parts = urlsplit(_USER.sub("", feed))
        _ = parts.port
    except ValueError:
        return _BROKEN_USER.sub("", feed).partition("?")[0]
    return parts._replace(query="&".join(map(_hidden, parts.query.split("&"))), fragment="").geturl()


def short(feed: str) -> str:
    """What a feed is called where there is little room: the end of its path, and what a URL asks for."""
    if not is_url(feed):
        return PurePath(feed).name
    address, mark, query = feed.partition("?")
    return f"{PurePath(address).name}{mark}{query}"


def _hidden(parameter: str) -> str:
    name, equals, value = parameter.partition("=")
    is_secret = value and re.sub(r"[-_]|%2d|%5f", "", name.lower()) in _SECRETS
    return f"{name}{equals}{HIDDEN}" if is_secret else parameter
