"""What a phrase ends before: its bracket, the subject or the metric that it runs into, the next value."""

from __future__ import annotations

from extractors.context.metric import closing_metric
from extractors.context.phrase.conjoined import with_brackets
from extractors.context.phrase.shapes import NOUN_BEHIND
from extractors.context.setting.accept.forms import SORT_OF_METRIC
from extractors.context.setting.span import Span
from extractors.patterns import Pattern
from schemas.vocabulary import Metric

_AND_RANKED = Pattern(r"\sand\s(?:ranked|placed|won|came)\s")
_BRACKET = Pattern(r"\s\(")
# "a power-constrained (7W) board", "tabular (A) and spoken (B) sets": the noun is still to come
_QUALIFIED = Pattern(
    r"[^()]*-\p{L}+ed\s\([^()]*\)\s\p{L}|(?:[^()]*\s\([^()]*\)(?:,?\s(?:and|or)|,)\s){1,3}[\p{Ll}-]+\s\([^()]*\)\s\p{L}"
)
_SHORT_FORM = Pattern(rf"[^()]*\s?\((?=[^()]*\p{{Lu}}[^()]*\p{{Lu}})[\p{{L}}\d-]{{2,10}}\)\s{NOUN_BEHIND}$")
_SUBJECT_LAST = Pattern(
    r"(?P<np>[^,]*(?:\p{Ll}s|\s(?:suite|benchmark|dataset|corpus|task|split|leaderboard)))\s(?:\p{Lu}[\p{L}\d.-]*|it|our\s(?:[\p{L}\d-]+\s?){1,3})"
)
# Behind a plural or a name, an article begins another phrase.
_NEXT_PHRASE = Pattern(
    r"\b(?!(?:across|versus|plus|minus|as|less|towards|besides|is|was|has)\s)"
    r"(?:[\p{L}\d-]*(?:\p{Ll}{2}s|[\p{Lu}\d])|\p{Lu}[\p{L}\d-]+)(?P<gap>\s)(?:the|an?|our|its|their)\s(?=\p{L})"
)
_ARTICLE_INSIDE = Pattern(r"\s(?:the|an?|our|its|their)\s")  # in each of them, and sooner found missing
_BY_NEXT = Pattern(r"\sby\s(?:up to\s|about\s|over\s|nearly\s)?[~+]?\d")
_AND_RIVAL = Pattern(r"(?P<np>.*?\p{L}[^,]*?),?\sand\s(?:the\s|an?\s)?[\p{Lu}\d][^,]*")
_DOES = Pattern(
    r"\s(?:is|runs|achiev|reach|attain|deliver|gains|can\b|could\b|cuts|reduces|improves|outperforms|needs)"
)
# "with an F1 of 91", "with faster decoding", "and the recall on maps"
_WITH_SCORE = Pattern(
    r"\s(?:with\s(?:an?\s|the\s)?(?P<better>(?P<quick>faster|quicker|real-time)\s|(?:lower|higher|better|less|shorter|improved|reduced|sub-\p{L}+)\s)?|"
    r"(?P<and>and)\sthe\s)(?=\p{L})"
)
_NAME = Pattern(r"\p{Lu}[\p{L}\d-]*")
_OF_A_NUMBER = Pattern(r"\s(?:of|at|above|below|over|under)\s[~<>$]?\d")
_PREPOSITION = Pattern(r"\s(?:of|on|in|for|by|from|to)\s")
_CONDITIONS = frozenset(
    {Metric.CONTEXT_LENGTH, Metric.BATCH_SIZE, Metric.MODEL_SIZE, Metric.DATASET_SIZE, Metric.CAPACITY, Metric.COUNT}
)
# What a metric does, and words that say which sort of it is meant.
_MOVES = Pattern(r"\s(?:is|are|was|were|rises|falls|drops|grows|improves|increases|decreases|climbs|doubles)\b")


def up_to(text: str, pattern: Pattern) -> str:
    """The text up to the first match of a pattern."""
    found = pattern.search(text)
    return text[: found.start()] if found else text


def without_bracket(text: str) -> str:
    """The text up to its bracket, unless the noun is still to come."""
    if "(" not in text or _QUALIFIED.match(text) or _SHORT_FORM.match(text):
        return text
    each = with_brackets(text)
    return text[: each.end()] if each else up_to(text, _BRACKET)


def until_ranked(view: str, span: Span) -> Span:
    """ "did well on A and ranked 3rd"."""
    ranked = _AND_RANKED.search(view, *span)
    return (span[0], ranked.start()) if ranked else span


def without_subject(view: str, span: Span) -> Span:
    """ "On nine layers EIE is 13x faster", "on TreeSet the parser": the phrase ends where the subject begins."""
    subject = _SUBJECT_LAST.fullmatch(view, *span) if _DOES.match(view, span[1]) else None
    if subject:
        return span[0], subject.end("np")
    if (what := _before_metric(view, span)) is not None:
        return span[0], what  # "on a warm cache throughput is 2x higher"
    if rival := _AND_RIVAL.match(view, *span) if _BY_NEXT.match(view, span[1]) else None:
        return span[0], rival.end("np")  # "beats X by 28% on A and Y by 37% on B"
    if (score := _before_score(view, span)) is not None:
        return span[0], score
    other = _NEXT_PHRASE.search(view, *span) if _ARTICLE_INSIDE.search(view, *span) else None
    return (span[0], other.start("gap")) if other else span


def _before_score(view: str, span: Span) -> int | None:
    """Where a phrase ends that goes on with a score: "PixBench with an F1 | of 91", "maps and the recall | on"."""
    found = _WITH_SCORE.search(view, *span)
    if found is None:
        return None
    what = view[found.end() : span[1]]
    if found["quick"] or (_NAME.fullmatch(what) and _OF_A_NUMBER.match(view, span[1])):
        return found.start()
    cue = closing_metric(what)
    if cue is None or cue.metric in _CONDITIONS:
        return None
    if found["better"] or _OF_A_NUMBER.match(view, span[1]) or (found["and"] and _PREPOSITION.match(view, span[1])):
        return found.start()
    return None


def _before_metric(view: str, span: Span) -> int | None:
    """Where a phrase ends that runs into the metric which is the subject."""
    cue = closing_metric(view[slice(*span)]) if _MOVES.match(view, span[1]) else None
    before = SORT_OF_METRIC.search(view, span[0], span[0] + cue.start) if cue else None
    return before.start() if before and before.start() > span[0] else None
