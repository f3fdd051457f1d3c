"""Which document of a list is to be asked for next."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote, urlsplit

from flows.fetching.errors import RequestError, TemporaryError
from flows.fetching.scan import ATOM, OAI, Scan, scan

SLICE = 1000
"""Papers asked of arXiv at once, which gives 2,000 at most (https://info.arxiv.org/help/api/user-manual.html)."""
_PAGES = 100_000  # of one harvest: more than any list has, fewer than a disk holds

_OAI_ARGUMENTS = {"verb", "metadataPrefix", "set", "from", "until", "identifier", "resumptionToken"}


class ExpiredError(RequestError):
    """The server no longer knows the place in its list; the harvest has to begin anew."""


class Pager:
    """Goes through the list that a URL asks for, as its documents say: by ``start`` and ``max_results`` as arXiv's
    API does, as far as ``max_results`` asks for, or by OAI-PMH's resumption tokens to their end."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._pages = 0
        self._items = 0
        self._root: str | None = None
        self._tokens: set[str] = set()
        self._total: int | None = None
        self._start = _number(url, "start") or 0
        self._asked = _number(url, "max_results")

    @property
    def so_far(self) -> str:
        """How far it is, for whoever waits."""
        of = f" of {self._wanted:,}" if self._total is not None else ""
        return f"page {self._pages + 1}, {self._items:,}{of} papers" if self._items else ""

    @property
    def _wanted(self) -> int:
        rest = max(0, (self._total or 0) - self._start)
        return min(rest, self._asked) if self._asked is not None else rest

    def first(self) -> str:
        """The URL to begin with."""
        is_api = urlsplit(self._url).path.endswith("/api/query")
        if is_api and self._asked is not None and self._asked > SLICE:
            return _with(self._url, start=self._start, max_results=SLICE)
        return self._url

    def check(self, page: Path) -> Scan:
        """Look whether a document is what was asked for; :meth:`after` then goes on from it.

        Raises:
            RequestError: it says that there is no such list, or is another part of it.
            ExpiredError: the place in the list is no longer known.
            TemporaryError: it is not whole, empty, or no part of the list, and may be when it is asked for again.
        """
        found = scan(page)
        if not found.is_whole:
            raise TemporaryError("the answer is not whole: its XML breaks off or is damaged")
        if found.error:
            code, words = found.error
            if code == "badResumptionToken" and self._pages:
                raise ExpiredError(
                    "the server no longer knows how the list goes on (the resumption token has expired)"
                )
            raise RequestError(f"the server answers {code}" + (f" ({words[:200]})" if words else ""))
        if not self._pages:
            return found
        if found.root != self._root:
            raise TemporaryError("the answer is no part of the list")
        if found.root == ATOM and found.start != self._start + self._items:
            raise RequestError(
                f"the server gives the papers from {found.start}, not from {self._start + self._items}"
            )
        if found.root == ATOM and not found.items and (found.total or 0) > self._start + self._items:
            raise TemporaryError("the server gives an empty page in the middle of the list")
        if found.token and found.token in self._tokens:
            raise RequestError("the server gives the same resumption token twice: its list has no end")
        return found

    def after(self, found: Scan) -> str | None:
        """The URL of the next document; null when this was the last."""
        self._pages += 1
        self._items += found.items
        self._root = found.root
        if self._pages >= _PAGES:
            raise RequestError(f"the list has more than {_PAGES:,} pages")
        if found.root == ATOM and found.total is not None and found.start is not None:
            self._total = found.total
            left = self._wanted - self._items
            if self._asked is None or left <= 0 or not found.items:
                return None
            return _with(self._url, start=self._start + self._items, max_results=min(left, SLICE))
        if found.root == OAI and found.token:
            self._tokens.add(found.token)
            return self._resumed(found.token)
        return None

    def _resumed(self, token: str) -> str:
        """The token stands for all other arguments (OAI-PMH 2.0, 3.5: it is an exclusive one)."""
        parts = urlsplit(self._url)
        kept = [part for part in parts.query.split("&") if part and part.partition("=")[0] not in _OAI_ARGUMENTS]
        verb = [part for part in parts.query.split("&") if part.startswith("verb=")] or ["verb=ListRecords"]
        query = "&".join([*kept, *verb, f"resumptionToken={quote(token, safe='')}"])
        return parts._replace(query=query, fragment="").geturl()


def _number(url: str, name: str) -> int | None:
    for part in urlsplit(url).query.split("&"):
        key, _, value = part.partition("=")
        if key == name and value.isdecimal() and len(value) < 10:
            return int(value)
    return None


def _with(url: str, **numbers: int) -> str:
    """The URL with these parameters; the others stay as they were written."""
    parts = urlsplit(url)
    kept = [part for part in parts.query.split("&") if part and part.partition("=")[0] not in numbers]
    return parts._replace(query="&".join([*kept, *(f"{name}={value}" for name, value in numbers.items())])).geturl()
