"""The text of a page of trending papers: a header, then a title and its abstract in turn.

The page's own lines come first: how many, and in what words, varies. The button "Subscribe" that closes them
is glued to the first title.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import regex

from flows.feeds.appearance import ends_sentence, kinship, stems, title_evidence
from flows.feeds.dates import Dates
from flows.feeds.pairing import Group, Part, pair
from flows.feeds.source import FeedError, Line, Listed, Notice, lines, named
from schemas.identity import fold_space
from schemas.records import Paper, Reject
from schemas.vocabulary import Stage

SOURCE = "trending"

_MAX_HEADER = 20  # lines
_RUNNING_TEXT = 300  # characters from which a line is surely no title and no line of the header
_SENTENCES = 120  # the same, when it ends as a sentence does
_SNIFFED = 60  # lines that tell the format
_SNIFFED_SHARE = 0.6  # of them in whole papers
_SNIFFED_ABSTRACT = 200  # characters that a whole abstract has, on one line
_ABSTRACT_BELOW_BUTTON = 30  # the same, where the page's own button says what page it is

# "Subscribe" and something glued to it, unless the two are one word ("Subscribers of ...").
_BUTTON = regex.compile(r"Subscribe(?!(?:rs?|d|s|s')\b)(?=\S)")
_CALL = regex.compile(r"!$|^subscribe$|\b(?:inbox|e-?mail|newsletter|sign up|sign in|log in|once a day)\b", regex.I)


def sniff(head: str) -> bool:
    """Whether a file that starts so is a page of trending papers."""
    found = [Line(number, text) for number, text in enumerate(head.split("\n")[:_SNIFFED], start=1)]
    filled = [line for line in map(_folded, found) if line.text]
    header, content = _header(filled)
    has_button = len(content) + header == len(filled) and bool(filled) and content[:1] != filled[header : header + 1]
    shortest = _ABSTRACT_BELOW_BUTTON if has_button else _SNIFFED_ABSTRACT
    if not content or any(line.text[0] in "{[<#" for line in (filled[0], content[0])):
        return False
    whole = 0
    for group in pair([line.text for line in content]):
        title, *pieces = [line.text for line in content[group.start : group.stop]]
        if group.part is Part.PAPER and title_evidence(title) > 0 and len(pieces[0]) >= shortest:
            whole += 1 + len(pieces)
    return whole >= _SNIFFED_SHARE * len(content)


def read(path: Path, _: Dates) -> Iterator[Listed | Reject | Notice]:
    """The papers of a page, what could not be paired, and what was mended.

    Raises:
        FeedError: the file can not be read, or holds no title with an abstract.
    """
    found: list[Line] = []
    blank = 0
    for line in lines(path):
        if isinstance(line, Notice):
            yield line
            continue
        folded = _folded(line)
        if folded.text:
            found.append(folded)
        else:
            blank += 1
    if blank:
        yield Notice(str(path), f"{blank} blank line{'s were' if blank > 1 else ' was'} passed over")
    header, content = _header(found)
    groups = pair([line.text for line in content])
    if not any(_is_plain(content[group.start : group.stop]) for group in groups if group.part is Part.PAPER):
        raise FeedError(f"{named(path)}: is not a page of trending papers: no title with an abstract under it")
    if header:
        count = f"{header} line{'s' if header > 1 else ''}"
        yield Notice(f"{path}:{found[0].number}", f"{count} of page header passed over")
    for group in groups:
        yield from _records(path, content[group.start : group.stop], group)


def _is_plain(paper: Sequence[Line]) -> bool:
    """Whether it can be seen without its neighbours that these lines are a title and an abstract."""
    return title_evidence(paper[0].text) > 0 and ends_sentence(paper[-1].text)


def _folded(line: Line) -> Line:
    return replace(line, text=fold_space(line.text))


def _header(found: Sequence[Line]) -> tuple[int, list[Line]]:
    """How many lines the header has, and the lines after it, the first without the button."""
    first = next((i for i, line in enumerate(found) if _is_running_text(line.text)), None)
    until = first or 0
    for i, line in enumerate(found[: _MAX_HEADER if first is None else min(first + 1, _MAX_HEADER)]):
        if button := _BUTTON.match(line.text):
            return i, [replace(line, text=line.text[button.end() :]), *found[i + 1 :]]
    calls = 0
    while calls < until - 1 and _CALL.search(found[calls].text):
        calls += 1
    if 0 < until == calls + 1 and _is_alone(found[calls].text, found[until].text):
        calls += 1
    return calls, list(found[calls:])


def _is_alone(text: str, below: str) -> bool:
    """Whether the line before the first abstract is the header's last and no title: the title is missing."""
    return bool(_CALL.search(text)) and kinship(stems(text), stems(below), len(below)) < 0


def _is_running_text(text: str) -> bool:
    length = _SENTENCES if ends_sentence(text) else _RUNNING_TEXT
    return len(text) >= length and title_evidence(text) < 0


def _records(path: Path, group: Sequence[Line], what: Group) -> Iterator[Listed | Reject | Notice]:
    locator = f"{path}:{group[0].number}"
    text = "\n".join(line.text for line in group)
    if faulty := next((line for line in group if line.fault), None):
        yield Reject(Stage.SPLIT, f"{path}:{faulty.number}", str(faulty.fault), text)
    elif what.part is Part.PAPER and not group[-1].is_ended and not ends_sentence(group[-1].text):
        at = f"{path}:{group[-1].number}"
        yield Reject(Stage.SPLIT, at, "the file breaks off inside this abstract: no full stop and no line end", text)
    elif what.part is Part.TITLE:
        yield Reject(Stage.SPLIT, locator, "a title without an abstract", text)
    elif what.part is Part.TEXT:
        yield Reject(Stage.SPLIT, locator, "text that belongs to no title", text)
    else:
        title, *pieces = group
        if len(pieces) > 1:
            yield Notice(f"{path}:{pieces[0].number}", f"an abstract spread over {len(pieces)} lines was joined")
        yield Listed(group[0].number, Paper.of(title.text, " ".join(piece.text for piece in pieces), source=SOURCE))
