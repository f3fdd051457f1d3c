"""How a text uses a name: how often, as the doer of results, as its own or as someone else's."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache

from extractors.system.cues import cue
from extractors.system.words import words_of

_OURS = frozenset({"our", "proposed"})
_REPOSITORY = re.compile(
    r"(?:git(?:hub|lab|ee)\.com|huggingface\.co)/[\w.-]{1,100}/(?:[\w.-]{1,100}/)?(?P<name>[\w.-]{1,100})"
)
_NO_LETTER = re.compile(r"[^\w+*]+|_")


@lru_cache(maxsize=1 << 12)
def key_of(name: str) -> str:
    """The name for comparison: letters, digits, "+" and "*" in lower case, Greek letters by their names."""
    if not name.isascii():
        name = "".join(unicodedata.name(c, c).rsplit(" ", 1)[-1] if "\u0370" <= c <= "\u03ff" else c for c in name)
    return _NO_LETTER.sub("", name).lower()


@dataclass(frozen=True, slots=True)
class Uses:
    """How often a name stands in the text, and how often as a doer, as the paper's own, and as someone else's."""

    count: int
    doing: int
    ours: int
    others: int


class Body:
    """An abstract, ready to be asked about names; each question takes time in the occurrences of the name only."""

    def __init__(self, abstract: str, text: str) -> None:
        """``text`` is the abstract without its LaTeX; ``abstract`` itself is read for its links."""
        self.words = words_of(text)
        names = (m["name"].removesuffix(".git") for m in _REPOSITORY.finditer(abstract)) if "/" in abstract else ()
        self.repositories = frozenset(map(key_of, names))

    @cached_property
    def _at(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = defaultdict(list)
        for i, word in enumerate(self.words):
            places[word.lower].append(i)
        return places

    def uses(self, name: str) -> Uses:
        """The uses of a name, its case aside."""
        parts = [w.lower for w in words_of(name)]
        count = doing = ours = others = 0
        for i in self._at.get(parts[0], ()) if parts else ():
            end = i + len(parts)
            if [w.lower for w in self.words[i:end]] != parts:
                continue
            before = self.words[i - 1].lower if i else ""
            count += 1
            doing += end < len(self.words) and self.words[end].lower in cue("doing")
            ours += before in _OURS
            others += before in cue("others")
        return Uses(count, doing, ours, others)
