"""Terms of the field, which are no paper's own: "we build a Retrieval-Augmented Generation (RAG) system"."""

from __future__ import annotations

from functools import cache
from importlib import resources

from extractors.system.usage import key_of


def is_term(long_form: str) -> bool:
    """Whether many papers spell this out; a plural counts as its singular."""
    return key_of(long_form).removesuffix("s") in _terms()


@cache
def _terms() -> frozenset[str]:
    text = resources.files("extractors.system").joinpath("terms.txt").read_text(encoding="utf-8")
    return frozenset(key_of(line).removesuffix("s") for line in text.splitlines())
