"""Choose the name of what the paper presents from the candidates, by independent pieces of evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import inf

from extractors.system.abstract import abstract_candidates
from extractors.system.abstract.presented import explains, small_name
from extractors.system.abstract.subject import subject_name
from extractors.system.candidate import OF_THE_FIELD, Candidate
from extractors.system.latex import without_wrappers
from extractors.system.longforms import is_title_case
from extractors.system.terms import is_term
from extractors.system.titles import is_one_word, title_candidates, title_head
from extractors.system.usage import Body, key_of
from extractors.system.words import Words, is_common, is_distinctive, words_of

THRESHOLD = 3.0
_SEEN_PRESENTED = 2.4  # at least one rule has to see the name being presented
_PRESENTED = 4.0  # what the abstract's "we present NAME" says
_APPOSED_PLAIN = 2.0
_OFTEN_USED = 1.4
_WELL_USED = 2.0  # or the title to open with it and the abstract to say what it does
_COMPONENTS = ("module", "layer", "block", "loss", "unit", "mechanism", "score", "metric")


@dataclass(slots=True)
class _Entry:
    name: str
    order: int
    in_title: float = 0.0  # the weight of the best rule that saw it in the title
    in_text: float = 0.0
    aside: float = inf  # the least of what a rule that saw it says
    term: bool = False  # spelt out where nothing is presented: a term of the field
    rules: set[str] = field(default_factory=set)
    long_forms: set[str] = field(default_factory=set)


def find_system(title: str, abstract: str) -> str | None:
    """The name that the paper gives to what it presents, as it writes it; null when it names nothing.

    >>> find_system("Fast Sorting on Wide Machines", "We present Sluice, a library for sorting.")
    'Sluice'
    """
    heading = without_wrappers(title)
    words = words_of(without_wrappers(abstract))
    return (
        _best(heading, abstract, words)
        or _head(heading, abstract, words)
        or small_name(words, heading)
        or subject_name(words, heading)
    )


def _head(heading: str, abstract: str, words: Words) -> str | None:
    """What the title begins with, where the abstract presents it in the same words and gives nothing else a name.

    Words in small letters are a name only if the abstract goes on to explain them.
    """
    name = title_head(heading)
    if name is None:
        return None
    in_capitals = is_title_case(name) and Body(abstract, words, (name,)).uses(name).presented > 0
    return name if in_capitals or explains(words, words_of(name).lower) else None


def _best(heading: str, abstract: str, words: Words) -> str | None:
    entries = _collect([*title_candidates(heading), *abstract_candidates(words)])
    if not entries:
        return None
    body = Body(abstract, words, (entry.name for entry in entries.values()))
    key = key_of(heading)
    scored = ((name, _score(entry, body, key)) for name, entry in entries.items())
    scores = {name: score for name, score in scored if score is not None and score >= THRESHOLD}
    if not scores:
        return None
    best = max(scores, key=lambda name: (scores[name] - entries[name].aside, -entries[name].order))
    return _as_in_title(entries[best].name, entries.values(), body)


def _as_in_title(name: str, entries: Iterable[_Entry], body: Body) -> str:
    """ "Crane unit", not "Crane": the longer name in the title, where the abstract has the shorter in it only."""
    for entry in entries:
        longer = "title" in entry.rules and entry.name.startswith(name + " ")
        if longer and body.is_within(name, entry.name[len(name) :].lower().split()):
            return entry.name
    return name


def _collect(candidates: Iterable[Candidate]) -> dict[str, _Entry]:
    """One entry a name; a long form counts for its short one. The abstract's spelling goes before the title's."""
    candidates = [c for c in candidates if key_of(c.name) and not is_term(c.name)]
    of_the_field = {key_of(c.name).removesuffix("s") for c in candidates if c.rule == OF_THE_FIELD}
    candidates = [c for c in candidates if c.rule == "title" or key_of(c.name).removesuffix("s") not in of_the_field]
    spelt_out = {key_of(c.name).removesuffix("s") for c in candidates if c.rule == "term"}
    candidates = [
        c for c in candidates if c.rule != "class-noun" or key_of(c.name).removesuffix("s") not in spelt_out
    ]
    shorts = {key_of(c.long_form): c.name for c in candidates if c.long_form is not None}
    titles = [c.name + "-" for c in candidates if c.rule == "title" and is_distinctive(c.name)]
    entries: dict[str, _Entry] = {}
    for order, candidate in enumerate(candidates):
        name = shorts.get(key_of(candidate.name), candidate.name)
        if candidate.rule == "own":  # "our Name-XL"
            name = next((title[:-1] for title in titles if name.startswith(title)), name)
        entry = entries.setdefault(key_of(name), _Entry(name, order))
        if candidate.rule.startswith("title"):
            entry.in_title = max(entry.in_title, candidate.weight)
        else:
            if entry.in_text == 0.0:
                entry.name = name
            entry.in_text = max(entry.in_text, candidate.weight)
        if candidate.long_form is not None:
            entry.long_forms.add(key_of(candidate.long_form))
        if candidate.rule in {"acronym", "term"} and not entry.rules & {"acronym", "term"}:
            entry.term = candidate.weight <= 1.0
        entry.rules.add(candidate.rule)
        entry.aside = min(entry.aside, candidate.aside)
    return entries


def _score(entry: _Entry, body: Body, title: str) -> float | None:
    """All that speaks for the name; null when no rule saw it being presented and it is not used like one that was."""
    shown = _shown(entry, body)
    seen = shown or max(entry.in_title, entry.in_text) >= _SEEN_PRESENTED or _opens(entry, title)
    if not seen and entry.in_title == 0 and not _does_what_it_is_apposed_to(entry, body):
        return None
    used = _used(entry, body, title)
    if not seen and used < _WELL_USED:
        return None
    presented = _PRESENTED if shown and not entry.in_text else 0.0
    return _named(entry) + presented + used + _spelt_out(entry, title, used)


def _does_what_it_is_apposed_to(entry: _Entry, body: Body) -> bool:
    """ "We co-design a protocol, Sluice. Sluice exploits ...": a plain word that is a name by what it does."""
    return "apposed" in entry.rules and entry.in_text >= _APPOSED_PLAIN and body.uses(entry.name).doing > 0


def _shown(entry: _Entry, body: Body) -> bool:
    """Whether the name that opens the title stands behind a verb of presenting: "we present Name one"."""
    return entry.in_title > 0 and "(" not in entry.name and body.uses(entry.name).presented > 0


def _named(entry: _Entry) -> float:
    """What the rules say: the best of the title's, the best of the abstract's, a little for each further one."""
    return entry.in_title + entry.in_text + 0.4 * (len(entry.rules) - 1)


def _used(entry: _Entry, body: Body, title: str) -> float:
    """What the use of the name says for it, and a title or a repository that bears it."""
    uses = body.uses(entry.name)
    score = 0.35 * min(uses.count, 6) + 0.7 * min(uses.doing, 3) + 0.8 * min(uses.ours, 2) - 0.8 * min(uses.others, 2)
    if "title" not in entry.rules:
        score += 1.0 if key_of(entry.name) in title else 0.0
    elif uses.count:
        score += (1.5 if is_distinctive(entry.name) else 0.0) + (1.2 if is_one_word(entry.name) else 0.0)
    elif not is_one_word(entry.name):
        score -= 1.0 if is_distinctive(entry.name) else 2.0
    return score + (1.0 if key_of(entry.name) in body.repositories else 0.0)


def _spelt_out(entry: _Entry, title: str, used: float) -> float:
    """What the long form says: the title's own words speak for the name, a well-known term or a part against it."""
    if _opens(entry, title):
        return 2.5
    if not entry.term and any(form in title for form in entry.long_forms):
        return 1.5
    well_used = "title" in entry.rules and used >= _OFTEN_USED  # "Spark: ..." and then "Spark runs"
    of_others = entry.term and entry.rules.isdisjoint({"apposed", "presented"})
    known = 2.0 if of_others or (is_common(entry.name) and not well_used) else 0.0
    return -known - (1.0 if any(form.endswith(_COMPONENTS) for form in entry.long_forms) else 0.0)


def _opens(entry: _Entry, title: str) -> bool:
    return any(title.startswith(form) for form in entry.long_forms)
