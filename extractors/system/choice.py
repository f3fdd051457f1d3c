"""Choose the name of what the paper presents from the candidates, by independent pieces of evidence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extractors.system.candidates import Candidate, text_candidates, title_candidates
from extractors.system.latex import without_wrappers
from extractors.system.words import Word, is_common, is_distinctive, words_of

THRESHOLD = 3.0
_SEEN_PRESENTED = 2.4  # at least one rule has to see the name being presented

_RESULT = frozenset(
    "achieves outperforms improves reduces attains delivers enables provides consists surpasses yields combines uses supports "
    "employs leverages integrates introduces maintains demonstrates shows exploits exceeds offers retains preserves extends "
    "generates learns produces accelerates speeds runs trains consistently significantly also can is allows includes adopts "
    "performs establishes comprises addresses builds features decomposes operates matches obtains scales".split()
)
_OTHERS = frozenset("than over outperforming outperforms surpassing baseline baselines existing prior like".split())
_COMPONENTS = ("module", "layer", "block", "loss", "unit", "mechanism", "score", "metric")
_OURS = frozenset({"our", "proposed"})
_NO_LETTER = re.compile(r"[\W_]+")
_REPOSITORY = re.compile(r"(?:git(?:hub|lab|ee)\.com|huggingface\.co)/[\w.-]+/(?:[\w.-]+/)?(?P<name>[\w.-]+)")


@dataclass(slots=True)
class _Entry:
    name: str
    order: int
    in_title: float = 0.0  # the weight of the best rule that saw it in the title
    in_text: float = 0.0
    term: bool = False  # spelt out where nothing is presented: a term of the field
    rules: set[str] = field(default_factory=set)
    long_forms: set[str] = field(default_factory=set)

    @property
    def strongest(self) -> float:
        return max(self.in_title, self.in_text)


def find_system(title: str, abstract: str) -> str | None:
    """The name that the paper gives to what it presents, as it writes it; null when it names nothing.

    >>> find_system("Fast Sorting on Wide Machines", "We present Sluice, a sorting library. Sluice outperforms others.")
    'Sluice'
    """
    heading, body = without_wrappers(title), without_wrappers(abstract)
    words = words_of(body)
    entries = _collect([*title_candidates(heading), *text_candidates(words)])
    if not entries:
        return None
    scores = {
        key: _evidence(entry) + _usage(entry, words, heading) + _repository(entry, abstract)
        for key, entry in entries.items()
        if entry.strongest >= _SEEN_PRESENTED or _opens_title(entry, heading)
    }
    if not scores:
        return None
    best = max(scores, key=lambda key: (scores[key], -entries[key].order))
    return entries[best].name if scores[best] >= THRESHOLD else None


def _key(name: str) -> str:
    """The name for comparison: letters and digits in lower case, Greek letters by their names."""
    if not name.isascii():
        name = "".join(unicodedata.name(c).rsplit(" ", 1)[-1] if "\u0370" <= c <= "\u03ff" else c for c in name)
    return _NO_LETTER.sub("", name).lower()


def _collect(candidates: Iterable[Candidate]) -> dict[str, _Entry]:
    """One entry a name; a long form counts for its short one. The abstract's way of writing goes before the title's."""
    candidates = list(candidates)
    shorts = {_key(c.long_form): c.name for c in candidates if c.long_form is not None}
    entries: dict[str, _Entry] = {}
    for order, candidate in enumerate(candidates):
        name = shorts.get(_key(candidate.name), candidate.name)
        entry = entries.setdefault(_key(name), _Entry(name, order))
        if candidate.rule.startswith("title"):
            entry.in_title = max(entry.in_title, candidate.weight)
        else:
            if entry.in_text == 0.0:
                entry.name = name
            entry.in_text = max(entry.in_text, candidate.weight)
        if candidate.long_form is not None:
            entry.long_forms.add(_key(candidate.long_form))
        if candidate.rule in {"acronym", "term"} and not entry.rules & {"acronym", "term"}:
            entry.term = candidate.weight <= 1.0
        entry.rules.add(candidate.rule)
    return entries


def _evidence(entry: _Entry) -> float:
    """What the rules say: the best of the title's and the best of the abstract's, and a little for each further one."""
    return entry.in_title + entry.in_text + 0.4 * (len(entry.rules) - 1)


def _opens_title(entry: _Entry, title: str) -> bool:
    heading = _key(title)
    return any(heading.startswith(form) for form in entry.long_forms)


def _usage(entry: _Entry, words: Sequence[Word], title: str) -> float:
    """What the rest of the text says for the name: it is used, it is "ours", it achieves; or it is someone else's."""
    parts = [w.lower for w in words_of(entry.name)]
    if not parts:
        return -5.0
    score, count = 0.0, 0
    results = ours = others = 0
    first = parts[0]
    for i, word in enumerate(words):
        if word.lower != first or [w.lower for w in words[i : i + len(parts)]] != parts:
            continue
        count += 1
        after = words[i + len(parts)].lower if i + len(parts) < len(words) else ""
        before = words[i - 1].lower if i else ""
        results += after in _RESULT
        ours += before in _OURS
        others += before in _OTHERS
    score += 0.35 * min(count, 6) + 0.7 * min(results, 3) + 0.8 * min(ours, 2) - 0.8 * min(others, 2)
    if count == 0 and "title" in entry.rules and " " in entry.name:
        score -= 1.0 if is_distinctive(entry.name) else 2.0
    if "title" not in entry.rules and _key(entry.name) in _key(title):
        score += 1.0
    if count and "title" in entry.rules and is_distinctive(entry.name):
        score += 1.5
    heading = _key(title)
    if _opens_title(entry, title):
        return score + 2.5
    if not entry.term and any(form in heading for form in entry.long_forms):
        return score + 1.5
    if is_common(entry.name) or entry.term:
        score -= 2.0
    if any(form.endswith(_COMPONENTS) for form in entry.long_forms):
        score -= 1.0
    return score


def _repository(entry: _Entry, abstract: str) -> float:
    """A repository of the same name."""
    key = _key(entry.name)
    return 1.0 if any(_key(m["name"]) == key for m in _REPOSITORY.finditer(abstract)) else 0.0
