"""The phrases of a sentence that may be a setting, each with what can be said of it whatever the value is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from extractors.context.metric import metric_cues
from extractors.context.phrase import noun_phrase
from extractors.context.phrase.ends import end_after
from extractors.context.setting.accept import trimmed
from extractors.context.setting.accept.devices import names_devices_only
from extractors.context.setting.accept.forms import BARE_STATE
from extractors.context.setting.accept.more import with_what
from extractors.context.setting.introduced import says_what_it_rests_on
from extractors.context.setting.look import WORDS_KEPT, head_of, is_a_measure, look_of
from extractors.context.setting.span import Span
from extractors.lexicon import has_verb
from extractors.patterns import Folded, Match, Pattern
from extractors.wordgroups import word_groups

_INTRODUCED = Folded(
    r"(?<!-)\b(?P<prep>on|for|in|across|under|during|within|at|when|if|once|with|over|of|averaged over|"
    r"(?:(?:applied|adapted)(?:\swithout(?:\s\w+){1,2}|\sunchanged)?|(?:transfer|generali[sz]|"
    r"extend)\w*(?:\s\w{2,12})?|carries over|scaled|scales) to"
    r"(?!\s(?:support|handle|process|serve|train|cover|include|reach|accommodate|manage|solve|fit|run|build|produce|generate)\s)|using|"
    r"(?:appl(?:y|ying|ies)|integrat(?:e|es|ing)|incorporat(?:e|es|ing))\s(?:(?!to\b)[^\s,;:()]+\s){1,5}?(?:to|into)"
    r"(?!\s\p{Ll}+\s(?:the|an?|its|our|their)\s)|(?:integrated|incorporated) into|"
    r"while (?:training|fine-tuning|serving|running|processing|evaluating|decoding)(?!\sof\b))\s"
    r"(?:(?:more|fewer|less)\sthan\s(?=\$?\d))?"
)
_LIKE = {"into": "to", "averaged": "across", "while": "when", "if": "when", "once": "when"}
_LONGER = Pattern(  # "A, B, and C", "A and B"; what goes on behind "A, and" is another statement
    r"(?!,\sand\s)(?:,\s(?!(?:and|or|while|with|which|across|on|in|for|at|under|over|when|to|by|from|using|"
    r"during|our|we|it)\b|\p{L}+ing\s)[^,;:()]{2,40}){0,6},?(?P<and>\s)and\s(?:the\s)?(?P<last>(?!(?:show|find|demonstrate|report|observe|prove|conclude|argue)\b)(?!\p{Ll}+ly\s\p{Ll}+s?\s(?:at|on|in|with|under|the|an?)\b)(?!\p{Ll}+ing\s(?:at|in|on|with|under|from)\b)(?!\p{Ll}+s\s(?:at|"
    r"on|with|in|by|an?|the)\b)[^,;:().]{2,40})"
)
# "and doubles the range", "and found that"
_FINITE = Pattern(
    r"\sand\s(?:(?:\p{Ll}+ly\s)?\p{Ll}{2,}s|introduced?|proposed?|present|released?|develop(?:ed)?|found|find|show(?:ed)?|can|could|may|will|is|are|was|were|has|have)\s"
)
_OPENING = Pattern(
    r"(?:[\p{L}-]+(?:ly|ally)?,\s|(?:For (?:instance|example)|In particular|In fact|Moreover|Furthermore|Also),\s|"
    r"\(?(?:\d|[ivx]{1,3}|[a-e])\)\s|First,\s|Second,\s|Third,\s)?"
)
# "40% of the tasks" names none
_ALL_OF_THEM = Pattern(r"(?:(?:the|all|all the)\s)?(?:tasks|cases|problems|questions|instances|samples|runs|trials)")
_SHORT_METRIC = Pattern(r"m(?:AP|IoU|Acc|Dice)(?:@[\d.:]+)?|[rgF]FID|AP(?:\d{2})?|[Pp]ass@\d+")
_VALUE = Pattern(r"\b(?:as|up to|over|by|from|about)\s|[~+]\d|\d\s?(?:%|x\b|times\b|ms\b|s\b)")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase at ``[start, end)`` of the text, introduced at ``at``, and the signs that it shows by itself."""

    at: int
    start: int
    end: int
    prep: str
    place: str  # what stands before the preposition
    head: str  # what kind of word the last one is
    signs: tuple[str, ...]


@lru_cache(maxsize=4)
def phrases(view: str, first: int, last: int, devices: tuple[Span, ...]) -> tuple[Phrase, ...]:
    """The phrases of the sentence ``[first, last)``, in reading order of their introductions.

    Those that say on which hardware and nothing else are left out, that is a field of its own.
    """
    found = _phrases(view, first, last)
    return tuple(one for one in found if not names_devices_only(view, (one.start, one.end), devices, named=False))


def _phrases(view: str, first: int, last: int) -> Iterator[Phrase]:
    opening = _OPENING.match(view, first, last)
    opens = opening.end() if opening else first
    for match in _INTRODUCED.finditer(view, first, last):
        at = match.start()
        if says_what_it_rests_on(view, at, match["prep"]):
            continue
        span = trimmed(view, with_what(view, noun_phrase(view, match.end(), last), last))
        if span is None:
            continue
        words = match["prep"].lower().split()
        prep = _LIKE.get(words[0]) or _LIKE.get(words[-1], words[-1])
        place = "opens the sentence" if at <= opens else _place(view[max(first, at - 40) : at])
        head, look = look_of(view[slice(*span)])
        if words[-1] == "into" and head == "method":
            continue  # "integrated into a serving framework"
        if not _says_nothing(prep, head, view[slice(*span)]):
            yield Phrase(at, *span, prep, place, head, look)
        longer = _LONGER.match(view, span[1], last) if view.startswith((",", " and "), span[1]) else None
        if longer is not None and not _begins_a_statement(view, longer):
            end = _ended(view, longer.start("last"), longer.end())
            more = view[span[1] : end]
            if end > span[1] and end - span[0] < 160 and not has_verb(more) and not _VALUE.search(more):
                head, signs = look_of(view[span[0] : end])
                yield Phrase(at, span[0], end, prep, place, head, ("goes on in a list", *signs))


def _says_nothing(prep: str, head: str, text: str) -> bool:
    """ "40% of the tasks", "when configured", "12% on F1"."""
    if prep == "when":
        return BARE_STATE.fullmatch(text) is not None
    if prep == "of" and _ALL_OF_THEM.fullmatch(text):
        return True
    if prep not in ("on", "in", "of", "for"):
        return False
    if _SHORT_METRIC.fullmatch(text):
        return True
    return is_a_measure(text) or (head == "measure" and _is_a_metric(text))


def _is_a_metric(text: str) -> bool:
    """Whether a phrase is the name of a metric and no more."""
    if not (text.isupper() or text[1:].islower()):
        return False  # "QuaLITY"
    cues = metric_cues(text)
    return bool(cues) and cues[0].start == 0 and cues[-1].end == len(text)


def _begins_a_statement(view: str, longer: Match) -> bool:
    """ "on one chip and doubles the range": what follows "and" is no member of a list."""
    if not _FINITE.match(view, longer.start("and")):
        return False
    stop = end_after(view[longer.start("and") : longer.end()], 0)
    return stop is not None and stop.start() == 0


def _ended(view: str, start: int, end: int) -> int:
    """Where the last member of a list ends: as a phrase of its own would."""
    span = noun_phrase(view, start, end)
    return span[1] if span else start


def _place(before: str) -> str:
    """What stands before the preposition."""
    *_, other, last = ["", "", *before.rsplit(maxsplit=2)]
    if last[-1:] in ",;:(" or (last in ("and", "but", "while", "whereas") and other[-1:] in ",;:)"):
        return "opens a clause"
    return _kind_before(last)


@lru_cache(maxsize=WORDS_KEPT)
def _kind_before(word: str) -> str:
    groups = word_groups("extractors.context.setting", "before.txt")
    plain = word.strip(".,()").lower()
    for name in ("trial", "training", "compared", "clause", "speedup", "remark"):
        if plain in groups[name]:
            return f"after {name}"
    if head_of(plain) == "measure":
        return "after a measure"
    if word[-1:] in "%)" or word[:1].isdigit():
        return "after a digit"
    return "after a name" if any(c.isupper() for c in word) else "after a word"
