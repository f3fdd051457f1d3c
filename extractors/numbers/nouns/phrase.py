"""The noun phrase behind a number, read word by word."""

from __future__ import annotations

from extractors.numbers.nouns.device import of_device
from extractors.numbers.nouns.hyphenated import hyphenated
from extractors.numbers.nouns.joined import joins_sorts
from extractors.numbers.nouns.plural import is_sort, of_plural
from extractors.numbers.nouns.unit_word import of_unit_word
from extractors.numbers.nouns.word import STOP_WORDS, WORD, NounMatch, Number, Step, Word
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern

_ADJECTIVES = Pattern(
    r"(?=(?:\s[\p{Ll}-]++){1,3}+,)(?:(?:\s[\p{Ll}-]+){0,2}\s\p{Ll}+(?:al|ed|ive|ous|ic|ex|ing|able),(?=\s\p{Ll}+ly\s\p{Ll}+(?:ed|al|ive|ous|se|ant|ent|ex|"
    r"able|ic)\s[\p{Ll}-]+s\b)|(?:\s[\p{Ll}-]+){1,3}(?<![^us]s),(?=\s\p{Ll}+-\p{Ll}+\s[\p{Ll}-]+s\b)|"
    r"(?:\s[\p{Ll}-]+){0,2}\s(?:\p{Ll}+-\p{Ll}+|\p{Ll}+(?:ed|al|ive|ous)),"
    r"(?=(?:\s\p{Ll}+ly)?\s(?:\p{Ll}+-\p{Ll}+|\p{Ll}+(?:ed|al|ive|ous))(?:\s[\p{Ll}-]+){0,2}\s[\p{Ll}-]+s\b))"
)
# What stands between the words of a counted phrase: "8 A100 80GB GPUs", "2M bilingual (Czech and Polish) captions"
_INSERTED = Pattern(
    r"\s(?:\d+GB|\(?\d+\s?GB\)?)(?=\s|-)|"
    r"\s\d{1,4}-(?:second|minute|hour|day|page|frame|word|turn|step|channel|lead|view)(?=\s(?:[\p{Ll}-]+\s){0,2}\p{Ll}{3,}s\b)|"
    r"(?<=\p{Ll})\s\([^()\d]{2,40}\)(?=\s\p{Ll}{3,20}s\b)"
)
_RUN_AS = ("MPI", "parallel", "worker", "UPC", "SPMD")  # "4,096 MPI processes" are no verb
_LONGEST = 7  # words


def parse_noun(view: str, start: int, *, magnitude: str, in_words: bool, value: float) -> NounMatch | None:
    """The noun that a number ending at ``start`` counts, or null."""
    number = Number(magnitude, in_words, value)
    listed = _ADJECTIVES.match(view, start)  # "80 complex, long-horizon tasks"
    position: int | None = listed.end() if listed else start
    best: NounMatch | None = None
    count, before = 0, ""
    while position is not None and count < _LONGEST:
        match = WORD.match(view, _past_insertions(view, position))
        if match is None:
            break
        text = match["word"].rstrip(".")
        low, end = text.lower(), match.start("word") + len(text)
        if low == "processes" and before in _RUN_AS:
            return NounMatch("process", Dimension.DEVICES, end, view[start:end].strip())
        if low in STOP_WORDS:
            if not joins_sorts(view, low, before, end, value):
                break
            position = end
            continue
        if match["gap"] == "-" and not count:
            return hyphenated(view, text, match.start("word"), magnitude)
        count, before = count + 1, text
        word = Word(view, start, text, low, end, count == 1)
        best, position = _read(word, number, best) or (best, end if match["word"] == text else None)
    return best


def _read(word: Word, number: Number, best: NounMatch | None) -> Step | None:
    """What a word is found to be, the surest first; null when it may describe what follows."""
    return (
        of_device(word, number, best)
        or of_unit_word(word, number)
        or ((best, word.end) if is_sort(word) else None)
        or of_plural(word, number, best)
    )


def _past_insertions(view: str, position: int) -> int:
    """Past what stands between the words of a counted phrase: "8 A100 80GB GPUs"."""
    while skip := _INSERTED.match(view, position):
        position = skip.end()
    return position
