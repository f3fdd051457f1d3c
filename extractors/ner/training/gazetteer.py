"""Which label the names of a collection of papers have, from what stands around all of their mentions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

import regex

from extractors.ner.training.known import known_names
from extractors.ner.training.papers import LearnedPaper
from extractors.ner.training.runs import cue, is_plain, runs_of, words_of

_PRESENTED = 4  # what the paper itself calls its own name counts as so many mentions elsewhere
_ENOUGH = 3
_SHARE = 0.75
_EVERYDAY = 50  # what stands in so many papers is a term of the field, unless it is known
_LONGEST = 6  # words
_SPELT_OUT = 2  # an acronym that so many papers spell out in small letters is a term of the field
_ACRONYM = regex.compile(r"(?P<long>(?:\p{Ll}[\p{Ll}-]*\s){2,5})\((?P<short>\p{Lu}[\p{L}]{0,5}\p{Lu}s?)\)")


class Gazetteer:
    """Labels of names, and the terms that look like names and are none."""

    def __init__(self, labels: dict[str, str], terms: frozenset[str]) -> None:
        self.labels = labels
        self.terms = terms
        self._by_words = {tuple(w.text for w in words_of(name)): label for name, label in labels.items()}
        self._longest = min(_LONGEST, max(map(len, self._by_words), default=0))

    @classmethod
    def of(cls, papers: Iterable[LearnedPaper]) -> Gazetteer:
        """Collect the evidence of all papers."""
        evidence: dict[str, Counter[str]] = defaultdict(Counter)
        own: set[str] = set()
        in_papers: Counter[str] = Counter()
        spelt_out: Counter[str] = Counter()
        for paper in papers:
            if paper.system and paper.system_label:
                evidence[paper.system][paper.system_label] += _PRESENTED
                own.add(paper.system)
            seen: set[str] = set()
            for sentence in paper.sentences:
                taken = [(a, b) for a, b, _ in sentence.devices]
                for run in runs_of(sentence.text, words_of(sentence.text), taken):
                    seen.add(run.text)
                    if (label := cue(sentence.text, run.start, run.end)) is not None:
                        evidence[run.text][label] += 1
            in_papers.update(seen)
            spelt_out.update({short for s in paper.sentences for short in _acronyms(s.text)} - {paper.system})
        terms = {name for name, count in in_papers.items() if count >= _EVERYDAY}
        terms |= {short for short, count in spelt_out.items() if count >= _SPELT_OUT}
        labels: dict[str, str] = {}
        for name, counts in evidence.items():
            (label, most), total = counts.most_common(1)[0], counts.total()
            clear = (
                total >= _ENOUGH
                and most >= _SHARE * total
                and ((name in own and not is_plain(name)) or _looks_like_a_name(name))
            )
            if clear and name not in terms:
                labels[name] = label
        labels.update(known_names())
        return cls(labels, frozenset(terms - labels.keys()))

    def longest(self, texts: tuple[str, ...]) -> tuple[int, str] | None:
        """How many of the first words make up the longest known name, and its label."""
        for count in range(min(self._longest, len(texts)), 0, -1):
            label = self._by_words.get(texts[:count])
            if label is not None:
                return count, label
        return None


def _looks_like_a_name(name: str) -> bool:
    return not all(is_plain(word) for word in name.split())


def _acronyms(text: str) -> Iterator[str]:
    """The acronyms that the text spells out in small letters."""
    for match in _ACRONYM.finditer(text):
        initials = [part[0] for word in match["long"].split() for part in word.split("-") if part]
        letters = match["short"].rstrip("s").lower()
        if len(letters) <= len(initials) and "".join(initials[-len(letters) :]) == letters:
            yield match["short"].rstrip("s")
