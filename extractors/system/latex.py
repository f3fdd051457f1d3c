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
_KEPT_CASE = re.compile(r"(?<![\\\w^}])\{([A-Z][\w-]{0,30})\}(?=[\s:,]|$)")  # "{NAME}: ..." of a bibliography
_ACCENT = re.compile(r"\\(?:xspace\b|texttrademark\b|,|;|!|/|@)(?:\{\})?|\{(?<=\w\{)\}")
_PLAIN_MATH = re.compile(r"\$\s?\{?([A-Za-z][A-Za-z0-9 -]{1,60})\}?\s?\$")
_LETTER_OF_A_WORD = re.compile(
    r"\$\s?\{?([A-Z][A-Za-z]{0,8})\}?\s?\$(?=[a-z]{2})"
)  # "$M$ulti-$T$ask", for its acronym
_WRAPPED_MATH = re.compile(r"\$(?=[^$\\]{0,40}\\)[^$\s]{1,60}\$")  # what may stand in a name has no white space
_FORMULA_MARK = "\ue000"
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
        text = _unwrapped(text)
    return _PLAIN_MATH.sub(r"\1", _LETTER_OF_A_WORD.sub(r"\1", text)) if "$" in text else text


def _unwrapped(text: str) -> str:
    """The text without wrappers; in a formula they stay as given, unless it is all letters: "$\\texttt{Sluice}$"."""
    formulas: list[str] = []

    def _kept(formula: re.Match[str]) -> str:
        bare = _bare(formula[0])
        if _PLAIN_MATH.fullmatch(bare) or _LETTER_OF_A_WORD.match(bare + text[formula.end() : formula.end() + 2]):
            return formula[0]
        formulas.append(formula[0])
        return _FORMULA_MARK

    text = _bare(_WRAPPED_MATH.sub(_kept, text))
    for formula in formulas:
        text = text.replace(_FORMULA_MARK, formula, 1)
    return text


def _bare(text: str) -> str:
    for _ in range(3):
        text = _SWITCH.sub(r"\1", _COMMAND.sub(r"\1", text))
    return _KEPT_CASE.sub(r"\1", _ACCENT.sub("", text))
