"""The best of the phrases that the prepositions of a window introduce: "on A" rather than "with B"."""

from __future__ import annotations

from extractors.context.metric import metric_cues
from extractors.context.phrase import noun_phrase
from extractors.context.setting.accept import accept
from extractors.context.setting.accept.more import with_what
from extractors.context.setting.introduced import DOING_ELSEWHERE, PREPOSITION, says_what_it_rests_on
from extractors.context.setting.look import look_of
from extractors.context.setting.span import Span
from extractors.endings import Ending
from extractors.patterns import IGNORECASE, Folded, Match, Pattern
from extractors.situation import Situation
from extractors.text import folded

# The prepositions that introduce a setting, the surest first.
_RANK = dict.fromkeys(("on", "across", "for", "under", "during"), 0)
_RANK |= dict.fromkeys(("when", "in", "at", "within"), 1) | {"with": 2}
_STOP_BREAK = Folded(
    r";|\(p\s?[<=>≤]|[.:]\s|,\s(?:while|whereas|but|and|achiev\w+|with|\p{L}+ing|which|that|compared|without|even|up|or|thereby|thus)\b|,\s\(?\d\)\s|"
    r"\)\s(?:and|via|through|that|which|\p{Ll}+\sthat)\s|"
    r"\band\s(?:\p{L}+ly\s)?(?:outperform|surpass|exceed|reduc|improv|achiev|reach|enhanc|deliver|preserv|remain|generali[sz]|compos|exhibit|support|retain|maintain|"
    r"match|requir|scal)(?:e?s|ing|e)?\b|"
    # "by 9% and shows its use in A", "9x faster and can run on B"
    r"\band\s(?:also\s|even\s|then\s|\p{L}+ly\s)?(?:can|could|may|might|will|would|is|are|was|were|has|have|\p{Ll}{3,}(?<![su])s)\s(?!(?:across|on|in|for|under|of|at|by|with|when)\b)|"
    r"\bwhile\b|\bwhereas\b|\bwithout\b|\bbut\b|\band (?:up|by|a|an|over|on|\d)\b"
)
_CHANGE_IN = Pattern(r"\b(?:reductions?|increases?|decreases?|drops?|savings?)\s$", IGNORECASE)
_WHAT_CHANGES = Pattern(r"\p{Ll}|\p{Lu}{2,5}\s\p{Ll}{3,}(?<!s)\b")
_IMPROVED = Ending(r"\b(?:improvement|gain|boost|lift|enhancement|uplift)s?\s$")
_QUALITY = frozenset({"word", "measure"})
_NAMED_NEAR = 4  # words: "a 2x latency reduction in"


def behind(s: Situation, place: int, reach: int) -> str:
    """What stands behind a place of the sentence, as far as it reaches."""
    return s.doc.view[place : min(place + reach, s.sentence.end)]


def pick(s: Situation, window: str, start: int) -> Span | None:
    """The best of the phrases that a preposition of the window introduces; it may run on past the window."""
    stop = _STOP_BREAK.search(window)
    window = window[: stop.start()] if stop else window
    best: tuple[int, Span] | None = None
    for match in PREPOSITION.finditer(window):
        prep = folded(match["prep"])
        if best is not None and best[0] <= _RANK[prep]:
            continue  # of equals, the first
        if _introduces_none(window, match, prep):
            continue
        span = noun_phrase(s.doc.view, start + match.end(), s.sentence.end, limit=90)
        span = accept(s, with_what(s.doc.view, span, s.sentence.end), prep)
        if (
            span is not None
            and prep == "in"
            and _IMPROVED.search(window, 0, match.start())
            and _is_a_quality(s, span)
        ):
            continue
        best = (_RANK[prep], span) if span is not None else best
    return best[1] if best else None


def _is_a_quality(s: Situation, span: Span) -> bool:
    """ "an improvement in interpretability": what gets better, not where."""
    text = s.doc.view[slice(*span)]
    return text.islower() and look_of(text)[0] in _QUALITY and not text.endswith(("tion", "sion", "sis"))


def _introduces_none(window: str, match: Match, prep: str) -> bool:
    """ "built on A", "than running on A", "(in BIPS)"; "a reduction in CPU overload" says what is reduced."""
    if says_what_it_rests_on(window, match.start(), prep):
        return True
    before = window[: match.start()]
    if DOING_ELSEWHERE.search(before):
        return True
    if prep != "in":
        return False
    if before.endswith("("):
        return True
    if metric_cues(" ".join(before.split()[-_NAMED_NEAR:])) or not _CHANGE_IN.search(before):
        return False
    return _WHAT_CHANGES.match(window, match.end()) is not None
