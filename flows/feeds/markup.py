"""HTML as feeds give it, to text: tags off, character references resolved, LaTeX and all else as it is.

Only what is HTML beyond doubt is taken as such, since abstracts are full of "p < 0.05" and "a<b".
"""

from __future__ import annotations

import html

import regex

_BLOCKS = "p|div|br|hr|li|ul|ol|dl|dt|dd|h[1-6]|table|thead|tbody|tr|td|th|blockquote|pre|section|article|figure"
_INLINES = "a|abbr|b|big|cite|code|em|font|i|img|kbd|mark|q|s|small|span|strong|sub|tt|u|var|wbr"
_ATTRIBUTES = r"(?:\s+[\w:.-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>=]+)))*\s*/?"
_PREFIXED = r"(?:mml|jats|m|ns\d):\w+"
_BLOCK = regex.compile(rf"</?(?:{_BLOCKS}){_ATTRIBUTES}>", regex.I)
_INLINE = regex.compile(rf"</?(?:{_INLINES}|{_PREFIXED}){_ATTRIBUTES}>", regex.I)
_RAISED = regex.compile(rf"<sup{_ATTRIBUTES}>(?=\s*[-+−]?\d)", regex.I)
_OTHER_RAISED = regex.compile(rf"</?sup{_ATTRIBUTES}>", regex.I)
_UNSEEN = (("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>"))
_REFERENCE = regex.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def to_text(markup: str) -> str:
    """The text of a piece of HTML; plain text stays as it is.

    A raised number keeps a sign that it is one: ``10<sup>5</sup>`` is ``10^5``, not 105.
    """
    text = markup
    if "<" in text:
        text = _seen(text)
        text = _OTHER_RAISED.sub("", _RAISED.sub("^", text))
        text = _INLINE.sub("", _BLOCK.sub(" ", text))
    if "&" in text:
        text = _REFERENCE.sub(lambda found: html.unescape(found[0]), text)
    return text


def _seen(text: str) -> str:
    """The text without comments, scripts and styles, as far as they have an end."""
    for begin, end in _UNSEEN:
        pieces, place = [], 0
        while (start := text.find(begin, place)) >= 0 and (stop := text.find(end, start)) >= 0:
            pieces.append(text[place:start])
            place = stop + len(end)
        text = " ".join([*pieces, text[place:]])
    return text
