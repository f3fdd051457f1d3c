"""Text in, claims out: the steps in their order."""

from __future__ import annotations

from schemas.records import Claim, Extraction
from schemas.vocabulary import Field

EXTRACTOR_VERSION = "1.0.0"


def extract(text: str, field: Field = Field.ABSTRACT) -> list[Claim]:
    """The claims of one text, in reading order."""
    return []


def extract_paper(title: str, abstract: str) -> Extraction:
    """All that can be found in one paper."""
    return Extraction()
