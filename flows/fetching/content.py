"""What kind of document came: a page for people instead of a feed, or an answer that says what is wrong."""

from __future__ import annotations

import html
import re

_HEAD = 2048  # bytes in which a page says that it is one
_SHOWN = 100  # characters of what a page says
_OPENING = re.compile(rb"\s*(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:!doctype\s+html|html)[\s>]", re.DOTALL | re.IGNORECASE)
_TITLE = re.compile(rb"<title[^>]*>(.*?)</title>", re.DOTALL | re.IGNORECASE)
_SUMMARY = re.compile(rb"<id>[^<]{,99}/api/errors.{,2000}?<summary[^>]*>(.*?)</summary>", re.DOTALL)  # arXiv's errors


def is_html(head: bytes) -> bool:
    """Whether a document that starts so is a web page."""
    return bool(_OPENING.match(head.removeprefix(b"\xef\xbb\xbf")[:_HEAD]))


def detail(page: bytes) -> str | None:
    """What a document that is no feed says of itself: an error's summary, or a web page's title."""
    found = _SUMMARY.search(page) or (_TITLE.search(page) if is_html(page) else None)
    if found is None:
        return None
    text = html.unescape(found[1].decode("utf-8", "replace"))
    text = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return (text if len(text) <= _SHOWN else f"{text[:_SHOWN]}...") or None
