"""A text as the rules read it: the same characters in the same places, less the LaTeX, in sentences."""

from __future__ import annotations

from extractors.text.document import Document
from extractors.text.folding import folded, holds
from extractors.text.limit import scan_limit
from extractors.text.sentences import Sentence
from extractors.text.view import view_of

__all__ = ["Document", "Sentence", "folded", "holds", "scan_limit", "view_of"]
