"""The noun phrase behind a number, read word by word."""

from __future__ import annotations

from extractors.numbers.nouns.device import of_device
from extractors.numbers.nouns.hyphenated import hyphenated
from extractors.numbers.nouns.joined import goes_on
from extractors.numbers.nouns.plural import is_sort, of_plural
from extractors.numbers.nouns.unit_word import of_unit_word
from extractors.numbers.nouns.word import STOP_WORDS, WORD, NounMatch, Number, Step, Word
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern

# What stands between the words of a counted phrase: "8 A100 80GB GPUs", "2M bilingual (Czech and Polish) captions",
# "24 (drug, dose) pairs"
_INSERTED = Pattern(
    r"\s(?:\d+GB|\(?\d+\s?GB\)?)(?=\s|-)|"
    r"\s\d{1,4}-(?:second|minute|hour|day|page|frame|word|turn|step|channel|lead|view)(?=\s(?:[\p{Ll}-]+\s){0,2}\p{Ll}{3,}s\b)|"
    r"(?:(?<=\p{Ll})\s\([^()\d]|(?<=\d)\s\(\p{Ll}[\p{L}-]+(?:,|\sx|\s?/)\s)[^()\d]{1,39}\)(?=\s\p{Ll}{3,20}s\b)|\s[Ss]tate[-\s]of[-\s]the[-\s]art(?=\s\p{L})"
)
# "100 such pairs", "the 50 most frequent words"
_POINTING = Pattern(r"\s(?:such|other|most)(?=\s(?!as\b|than\b|of\b)\p{L})")
# "300B of our tokens"
_OF_OURS = Pattern(r"\sof\s(?:our|the|its|their|these|those)(?=\s\p{Ll})")
_RUN_AS = ("MPI", "parallel", "worker", "UPC", "SPMD")  # "4,096 MPI processes" are no verb
_LONGEST = 7  # words


def parse_noun(view: str, start: int, *, magnitude: str, in_words: bool, value: float) -> NounMatch | None:
    """The noun that a number ending at ``start`` counts, or null."""
    number = Number(magnitude, in_words, value)
    pointing = _POINTING.match(view, start) or (_OF_OURS.match(view, start) if magnitude else None)
    position: int | None = pointing.end() if pointing else start
    best: NounMatch | None = None
    count, before = 0, ""
    while position is not None and count < _LONGEST:
        match = WORD.match(view, _past_insertions(view, position))
        text = match["word"].rstrip(".") if match else ""
        low = text.lower()
        if match is None or low in STOP_WORDS:
            position = goes_on(view, start, position, before, value)
            continue
        end = match.start("word") + len(text)
        if low == "processes" and before in _RUN_AS:
            return NounMatch("process", Dimension.DEVICES, end, view[start:end].strip())
        if match["gap"] == "-" and not count:
            return hyphenated(view, text, match.start("word"), number)
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
