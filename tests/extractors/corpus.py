"""Corpora of texts with their claims marked, and the comparison of what is marked with what is found.

A corpus is a TOML file beside the rules it tests. It holds ``[[claim]]`` tables and one list ``nothing``::

    nothing = ["Texts that must yield nothing at all."]

    [[claim]]
    kind = "comparison"
    low = 2.4
    metric = ["speed", "throughput"]
    baseline = ""
    texts = ["The new kernel is «2.4x» faster on ‹16 GPUs›."]

In a text, «…» marks the quote of a claim that has the fields of its table, ‹…› the quote of any other claim. Every
claim of the text is marked one way or the other. The fields are those of a claim; ``factor`` stands for both ends of
the factor, and a table names only the fields it is about. A list means that each of its members is right. The empty
string means that the field is null, except for ``unit``, which may be empty. ``field = "title"`` reads the texts as
titles.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import regex

from extractors import extract
from extractors.numbers.quantities import find_quantities
from extractors.numbers.quantity import Quantity
from extractors.text import view_of
from schemas.records import Claim
from schemas.vocabulary import Field

Span = tuple[int, int]
Fields = Mapping[str, Any]

_CLAIM_FIELDS = {field.name for field in fields(Claim)} | {"factor"}
_NUMBER_FIELDS = {"low", "high", "unit", "pair"}
_MARKS = {"«": "»", "‹": "›"}
_PHRASES = frozenset(["baseline", "setting"])
_ARTICLE = regex.compile(r"^(?:the|an?)\s", regex.IGNORECASE)


@dataclass(frozen=True)
class Case:
    """One text without its marks, where the marks were, and the fields of the claims under test."""

    corpus: str  # the file's name without its ending
    name: str
    text: str
    targets: tuple[Span, ...]
    others: tuple[Span, ...]
    wanted: Fields
    field: Field = Field.ABSTRACT

    @property
    def is_numerals(self) -> bool:
        """Whether the quantities are under test and not the claims."""
        return self.corpus == "numerals"


@cache
def cases(corpus: str) -> tuple[Case, ...]:
    """All cases of a corpus, such as ``claims/comparison``.

    Raises:
        ValueError: the file is not a corpus; the message names the file and the text.
    """
    path = files("extractors").joinpath(f"{corpus}.corpus.toml")
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(_cases(corpus, tables))


def corpora() -> list[str]:
    """The corpora of numbers, claims, context and sentences: ``numbers/numerals``, ``claims/scale``, ..."""
    found: list[str] = []
    for folder in ("numbers", "claims", "context", "sentence"):
        inside: Traversable = files("extractors").joinpath(folder)
        names = sorted(entry.name for entry in inside.iterdir() if entry.name.endswith(".corpus.toml"))
        found.extend(f"{folder}/{name.removesuffix('.corpus.toml')}" for name in names)
    return found


def problems(case: Case) -> list[str]:
    """What is wrong with what is found in a text, one line a fault; empty when all is as marked."""
    found: Sequence[Claim] | Sequence[Quantity]
    if case.is_numerals:
        found = find_quantities(view_of(case.text))[0]
        spans = [(q.start, q.end) for q in found]
    else:
        found = extract(case.text, case.field)
        spans = [(c.start_char, c.end_char) for c in found]
    faults = list(faults_of_spans(case, spans))
    for span in case.targets:
        if span in spans:
            faults.extend(_faults_of_fields(case, span, found[spans.index(span)]))
    return faults


def explain(case: Case, faults: Sequence[str]) -> str:
    """The message of a failed case: the text, what was wanted and what is wrong."""
    wanted = ", ".join(f"{name}={value!r}" for name, value in case.wanted.items()) or "nothing"
    quotes = [case.text[a:b] for a, b in case.targets]
    return "\n".join(
        ["", f"text:   {case.text}", f"wanted: {quotes} with {wanted}", *(f"found:  {fault}" for fault in faults)]
    )


def _cases(corpus: str, tables: Mapping[str, Any]) -> Iterator[Case]:
    short = corpus.rsplit("/", 1)[-1]
    if unknown := tables.keys() - {"claim", "nothing"}:
        raise ValueError(f"{corpus}: unknown table {sorted(unknown)}")
    known = _NUMBER_FIELDS if short == "numerals" else _CLAIM_FIELDS
    for number, table in enumerate(tables.get("claim", ()), 1):
        wanted = {name: value for name, value in table.items() if name not in ("texts", "field")}
        if not wanted or not wanted.keys() <= known or not table.get("texts"):
            raise ValueError(
                f"{corpus}: table {number} wants {sorted(wanted)} of {len(table.get('texts', ()))} texts"
            )
        for marked in table["texts"]:
            text, targets, others = unmark(marked)
            if not targets:
                raise ValueError(f"{corpus}: table {number} marks no claim in {marked!r}")
            yield Case(
                short, f"{number}-{_slug(text)}", text, targets, others, wanted, Field(table.get("field", "abstract"))
            )
    for marked in tables.get("nothing", ()):
        text, targets, others = unmark(marked)
        if targets or others:
            raise ValueError(f"{corpus}: a claim is marked in {marked!r}")
        yield Case(short, f"nothing-{_slug(text)}", text, (), (), {})


def unmark(marked: str) -> tuple[str, tuple[Span, ...], tuple[Span, ...]]:
    """The text without marks, the spans of «…» and the spans of ‹…›.

    Raises:
        ValueError: a mark is not closed, or stands inside another.
    """
    text: list[str] = []
    spans: dict[str, list[Span]] = {"«": [], "‹": []}
    opened: tuple[str, int] | None = None
    for char in marked:
        if char in _MARKS and opened is None:
            opened = (char, len(text))
        elif opened is not None and char == _MARKS[opened[0]]:
            spans[opened[0]].append((opened[1], len(text)))
            opened = None
        elif char in "«»‹›":
            raise ValueError(f"marks do not pair up in {marked!r}")
        else:
            text.append(char)
    if opened is not None:
        raise ValueError(f"marks do not pair up in {marked!r}")
    return "".join(text), tuple(spans["«"]), tuple(spans["‹"])


def faults_of_spans(case: Case, found: Sequence[Span]) -> Iterator[str]:
    """What is marked and not found, found in part, found twice, or found and not marked."""
    marked = [*case.targets, *case.others]
    for span in marked:
        quote = case.text[slice(*span)]
        here = [other for other in found if _overlap(span, other)]
        if not here:
            yield f"missing: {quote!r}"
        elif len(here) > 1:
            yield f"ambiguous: {quote!r} is read as {[case.text[slice(*other)] for other in here]}"
        elif here[0] != span:
            yield f"partial: {quote!r} is read as {case.text[slice(*here[0])]!r}"
    for span in found:
        if not any(_overlap(span, other) for other in marked):
            yield f"extra: {case.text[slice(*span)]!r}"


def _faults_of_fields(case: Case, span: Span, found: Claim | Quantity) -> Iterator[str]:
    for name, wanted in case.wanted.items():
        for attribute in ("factor_low", "factor_high") if name == "factor" else (name,):
            value = getattr(found, attribute)
            options = wanted if isinstance(wanted, list) and name != "hardware" else [wanted]
            if not any(_same(attribute, option, value) for option in options):
                quote = case.text[slice(*span)]
                yield f"{attribute} of {quote!r} is {value if value is None else _plain(value)!r}, not {wanted!r}"


def _same(name: str, wanted: Any, value: Any) -> bool:
    if name == "unit":
        return bool(value == wanted)
    if wanted == "":
        return value is None
    if name == "hardware":
        return bool(list(value) == wanted)
    if isinstance(wanted, int | float):
        return isinstance(value, int | float) and math.isclose(value, wanted, rel_tol=1e-6)
    if name in _PHRASES:
        return value is not None and _without_article(value) == _without_article(wanted)
    return bool(value == wanted)


def _without_article(phrase: str) -> str:
    return _ARTICLE.sub("", phrase, count=1)


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, str) else value


def _overlap(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _slug(text: str) -> str:
    return regex.sub(r"[^A-Za-z0-9%.]+", "-", text)[:60].strip("-")
