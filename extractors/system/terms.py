"""Terms of the field, which are no paper's own: "we present a retrieval-augmented generation (RAG) system"."""

from __future__ import annotations

from functools import cache

from extractors.system.cues import cue
from extractors.system.usage import key_of


def is_term(long_form: str) -> bool:
    """Whether many papers spell this out; a plural counts as its singular."""
    key = key_of(long_form)
    return key in _terms() or key.removesuffix("s") in _terms()


@cache
def _terms() -> frozenset[str]:
    return frozenset(map(key_of, cue("term")))
