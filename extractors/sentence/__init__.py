"""The claims of one sentence: a value may share what was said of one before it, "up to 3x faster and 2x smaller"."""

from __future__ import annotations

from extractors.sentence.found import Found, Known
from extractors.sentence.reader import read_sentence

__all__ = ["Found", "Known", "read_sentence"]
