"""Take names out of LaTeX: ``\\textbf{Name}``, ``{\\sc Name}``, ``\\textsc{N}ame``; mathematics stays."""

from __future__ import annotations

import re

_COMMAND = re.compile(
    r"\\(?:text(?:bf|it|sc|tt|sf|rm|up|sl|normal|color\{[^{}]{1,20}\})?|emph|underline|uline|ul|math(?:bf|rm|sf|tt|it|sc|cal|bb)|"
    r"mbox|b|u|boldsymbol|operatorname|uppercase|makebox|(?:color|href)\{[^{}]{1,200}\})\s?\{([^{}]{0,160})\}"
)
_SWITCH = re.compile(
    r"\{(?:\\(?:sc|bf|it|em|tt|sf|rm|sl|scshape|bfseries|ttfamily)\b|(?:sc|bf|it|em|tt|sf)(?= ))\s?([^{}]{0,160})\}"
)
_ACCENT = re.compile(r"\\(?:xspace\b|texttrademark\b|,|;|!|/|@)(?:\{\})?|\{(?<=\w\{)\}")
_PLAIN_MATH = re.compile(r"\$\s?\{?([A-Za-z][A-Za-z0-9 -]{1,60})\}?\s?\$")
_QUOTES = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "‐": "-", "‑": "-", "–": " - ", "—": " - "})


def without_wrappers(text: str) -> str:
    """The text with its LaTeX wrappers taken off; three levels of nesting.

    >>> without_wrappers(r"we present \\textbf{\\textsc{Sluice}}, {\\sc a} tool")
    'we present Sluice, a tool'
    """
    if not text.isascii():
        text = text.translate(_QUOTES)
    text = text.replace("``", '"').replace("''", '"').replace("**", "")
    if "\\" in text or "{" in text:
        for _ in range(3):
            text = _SWITCH.sub(r"\1", _COMMAND.sub(r"\1", text))
        text = _ACCENT.sub("", text)
    return _PLAIN_MATH.sub(r"\1", text) if "$" in text else text
