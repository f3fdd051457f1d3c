"""Find the URLs of a text and cut them clean: no closing punctuation, no LaTeX, no mark-down."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.links.targets import target_of
from schemas.records import Link
from schemas.vocabulary import Field

_ESCAPE = re.compile(r"\\(?:textunderscore ?|textasciitilde ?|~\{\}|[_%#&$~-])")
_ESCAPES = {"textunderscore": "_", "textasciitilde": "~", "~{}": "~"}
_BODY = r"(?:[\w\-.~:/?#@!&'()*+,;=%^]|" + _ESCAPE.pattern + ")"

_SCHEME = r"https?:(?: (?=//))?//"
# Written without a scheme: hosts of code, data and papers with a path; "www."; project pages of a forge.
_KNOWN = (
    r"(?:(?:github|gitlab|gitee|kaggle|bitbucket|huggingface|figshare)\.(?:com|co|org)|codeberg\.org|hf\.co|doi\.org|"
    r"zenodo\.org|osf\.io|arxiv\.org|anonymous\.4open\.science|youtu\.be|aka\.ms|bit\.ly|tinyurl\.com)(?=/[\w~])|"
    r"www\.(?=[\w-]{1,60}\.[A-Za-z])|[A-Za-z0-9][\w-]{0,60}\.(?:github|gitlab)\.io\b"
)
_PATHED = (
    r"(?:[a-z0-9][a-z0-9-]{0,40}\.){1,4}"
    r"(?:com|org|net|io|ai|edu|dev|app|science|gov|de|uk|cn|ch|fr|eu|jp|kr|at|nl)(?=/[\w~])"
)
_BARE = r"(?:[a-z0-9][a-z0-9-]{0,40}\.){1,3}(?:com|org|net|io|ai|edu|dev|app|cloud|science)(?![\w-])"
_START = re.compile(
    rf"(?<![A-Za-z0-9@])(?P<scheme>{_SCHEME})|(?<=[a-z])(?P<glued>https?://)|(?<![\w@./:-])(?:(?P<known>{_KNOWN})|(?P<pathed>{_PATHED})|(?P<bare>{_BARE}))"
)
_REST = re.compile(rf"{_BODY}+")
_HOST = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63})+(?::\d{1,5})?")
_INNER = re.compile(r"(?<=[^/=])https?://")
# Between an address and the text shown for it: \\href{address}{text}, the command perhaps lost; [address](address).
_DISPLAY = re.compile(r"(?:[^{}\s]{0,20}\}\s?)?\{\s?(?:\\[a-z]{1,20}(?:\{[A-Za-z]{1,20}\})?\{){0,3}|\]\(")
# A bare domain counts where the text points at it.
_POINTER = re.compile(
    r"(?:available|hosted|accessed|accessible|found|visit|website|webpage|page|site|demo|leaderboard|portal|released|platform)\b[^.]{0,40}(?:\bat|\bon|\bvia|:|\()\s?$"
)
_SENTENCE = re.compile(
    r"\.(?:The|We|Our|This|These|In|It|A|An|And|Code|Data|Project|For|To|Contributions?|Keywords|Index|By|As)$"
)
# Every URL has one of these, not far from where it begins; looking for them is much cheaper than looking for URLs.
_DOMAIN = re.compile(
    r"\.(?:com|org|net|io|ai|edu|dev|app|cloud|science|gov|de|uk|cn|ch|fr|eu|jp|kr|at|nl|co|be|ms|ly)(?![A-Za-z])"
)
_HINT = re.compile(rf"//|www\.|{_DOMAIN.pattern}")
_BEFORE_HINT = 300  # characters, more than a host has
_WELL_FORMED = re.compile(r"https?://[\w.-]+\.\w[\w-]*(?::\d+)?(?:[/?#][^\s{}<>\"`\\]*)?")


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    url: str


def find_links(text: str, field: Field) -> list[Link]:
    """The links of a text in reading order, not overlapping.

    ``quote`` is what stands in the text, ``url`` the address it means: LaTeX escapes undone, ``https`` put before an
    address that is written without a scheme. The text of a ``\\href`` or of a mark-down link that repeats its address
    is no second link.

    >>> from schemas.vocabulary import Field
    >>> [link] = find_links(r"Code: \\url{https://github.com/lab/a\\_tool}.", Field.ABSTRACT)
    >>> link.url, link.repo
    ('https://github.com/lab/a_tool', 'github.com/lab/a_tool')
    """
    return [_link(text, field, found) for found in _urls(text)]


def _link(text: str, field: Field, found: _Found) -> Link:
    target = target_of(found.url)
    quote = text[found.start : found.end]
    return Link(field, found.start, found.end, quote, found.url, target.type, target.repo, target.ref)


def _urls(text: str) -> Iterator[_Found]:
    if "//" not in text and "www." not in text and _DOMAIN.search(text) is None:
        return
    position = 0
    while (start := _next_start(text, position)) is not None:
        found = _url_at(text, start)
        if found is None:
            position = start.end()
            continue
        yield found
        position = _after(text, found)


def _next_start(text: str, position: int) -> re.Match[str] | None:
    hint = _HINT.search(text, position)
    if hint is None:
        return None
    space = text.rfind(" ", position, max(position, hint.start() - len("https: ")))  # none is inside but that one
    return _START.search(text, max(position, space + 1, hint.start() - _BEFORE_HINT))


def _url_at(text: str, start: re.Match[str]) -> _Found | None:
    if start["bare"] and not _POINTER.search(text, max(0, start.start() - 80), start.start()):
        return None
    host = _HOST.match(text, start.end() if start["scheme"] or start["glued"] else start.start())
    if host is None:
        return None
    end = host.end()
    if text[end : end + 1] in ("/", "?", "#"):
        inner = _INNER.search(text, end)
        rest = _REST.match(text, end, inner.start() if inner is not None else len(text))
        end = rest.end() if rest is not None else end
    end = _trimmed(text, start.start(), end)
    address = _ESCAPE.sub(_unescaped, text[start.start() : end]).replace(" ", "")
    url = address if start["scheme"] or start["glued"] else f"https://{address}"
    if _WELL_FORMED.fullmatch(url) is None:
        return None
    return _Found(start.start(), end, url)


def _unescaped(match: re.Match[str]) -> str:
    escaped = match[0][1:].strip()
    return _ESCAPES.get(escaped, escaped)


def _trimmed(text: str, start: int, end: int) -> int:
    """Where the URL that can reach up to ``end`` really ends."""
    comma = text.find(",", start, end)
    while comma >= 0 and text[comma + 1 : comma + 2].isdigit():
        comma = text.find(",", comma + 1, end)
    if comma >= 0:
        end = comma
    opened = text.count("(", start, end) - text.count(")", start, end)
    while end > start:
        last = text[end - 1]
        if last in ".,;:!?'’*^+=&@(" or (last == ")" and opened < 0):
            opened += {")": 1, "(": -1}.get(last, 0)
            end -= 1
        elif last == "-" and text[end : end + 1] == " ":  # a word broken at the end of a line
            end -= 1
        else:
            sentence = _SENTENCE.search(text, max(start, end - 16), end)
            if sentence is None:
                break
            end = sentence.start()
    return end


def _after(text: str, found: _Found) -> int:
    """Where to go on: behind the text of a link when it repeats the link's own address."""
    display = _DISPLAY.match(text, found.end)
    if display is None:
        return found.end
    address = text[found.start : found.end].rstrip("/")
    for form in (address, address.removeprefix("https://").removeprefix("http://")):
        if text.startswith(form, display.end()):
            return display.end() + len(form)
    return found.end
