"""How a text uses a name: how often, as the doer of results, as its own or as someone else's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractors.system.cues import cue
from extractors.system.words import Words, is_distinctive, words_of

_OURS = frozenset({"our", "proposed"})
_POINTING = frozenset({"our", "this"})  # "this Bag of Runs method"
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
    presented: int  # right behind a verb of presenting, and written the same


def _written_alike(found: Sequence[str], name: Sequence[str]) -> bool:
    """Whether the words are those of the name; a title has more capitals: "Sorts In Sorts", "RX Losses"."""
    if found == name or found[0] != name[0]:
        return found == name
    free = is_distinctive(name[0])
    return all(a == b or free or (a in cue("connector") and a == b.lower()) for a, b in zip(found, name, strict=True))


class Body:
    """An abstract, ready to be asked about ``names``; a question takes time in the occurrences of the name only."""

    def __init__(self, abstract: str, words: Words, names: Iterable[str]) -> None:
        """``words`` are those of the abstract without its LaTeX; ``abstract`` itself is read for its links."""
        self._words = words.lower
        self._written = words.text
        self._parts = {name: words_of(name) for name in names}
        self._at: dict[str, list[int]] = {parts.lower[0]: [] for parts in self._parts.values() if parts.lower}
        for i in [i for i, word in enumerate(words.lower) if word in self._at]:
            self._at[words.lower[i]].append(i)
        repositories = (
            (m["name"].removesuffix(".git") for m in _REPOSITORY.finditer(abstract)) if ".co" in abstract else ()
        )
        self.repositories = frozenset(map(key_of, repositories))

    def uses(self, name: str) -> Uses:
        """The uses of one of the names, its case aside."""
        words, parts = self._words, self._parts[name].lower
        count = doing = ours = others = presented = 0
        for i in self._at[parts[0]] if parts else ():
            end = i + len(parts)
            if words[i:end] != parts:
                continue
            before = words[i - 1] if i else ""
            count += 1
            doing += end < len(words) and words[end] in cue("doing")
            ours += before in _OURS
            others += before in cue("others")
            verb = words[i - 2] if before in cue("article") and i > 1 else before
            presented += verb in cue("present") and not verb.endswith("ed") and self._ends(name, i, end)
            presented += before in _POINTING and end < len(words) and words[end] in cue("class")
        return Uses(count, doing, ours, others, presented)

    def is_within(self, name: str, rest: Sequence[str]) -> bool:
        """Whether the rest of a longer name, or its plural, follows wherever one of the names stands."""
        parts = self._parts[name].lower
        places = [i + len(parts) for i in self._at[parts[0]] if self._words[i : i + len(parts)] == parts]
        joined = " ".join(rest)
        return all(" ".join(self._words[i : i + len(rest)]).removesuffix("s") == joined for i in places)

    def _ends(self, name: str, start: int, end: int) -> bool:
        """Whether the words at ``[start, end)`` are the name as it is written, and the whole of it."""
        if not _written_alike(self._written[start:end], self._parts[name].text):
            return False
        after = self._written[end] if end < len(self._written) else "."
        return (after != "(" and not after[0].isalnum()) or after in cue("stop") or after in cue("connector")
