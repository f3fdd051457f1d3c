"""What the value is a part of, and whose score it is: "answers 84% of the puzzles", "95% translation accuracy"."""

from __future__ import annotations

from extractors.context.metric import metric_cues
from extractors.context.phrase import noun_phrase
from extractors.context.setting.accept import accept
from extractors.context.setting.accept.forms import STATISTIC
from extractors.context.setting.span import Span
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.patterns import Pattern
from extractors.situation import Situation

_SHARE = Pattern(r"[%\\]{0,2}\sof\s(?:all\s)?(?!the\s(?:time|cases)\b|cases\b)")
_SOLVES = Ending(
    r"\b(?:solv|complet|answer|resolv|fix|pass|prov|finish|repair|detect|recover|crack|clear)(?:e?s|ed|ing|e)?\s"
    + HEDGES
    + r"$"
)


def solved_of(s: Situation) -> Span | None:
    """ "answers 84% of the puzzles", "completes 3% of RoomBench": what is solved."""
    match = _SHARE.match(s.near_right)
    if match is None or not _SOLVES.search(s.near_left):
        return None
    return accept(s, noun_phrase(s.doc.view, s.quantity.end + match.end(), s.sentence.end, limit=90), "across")


_NO_HEAD = (
    r"(?!(?:with|while|without|in|of|for|on|at|by|and|or|from|to|as|the|an?|higher|better|relative|absolute|average|mean|overall|"
    r"top|best|new|additional|improve\w*|gains?|boost|increase|drop|competitive|comparable|minimal|slight|state|\p{L}+ing)\b)"
)
_OF_METRIC = Pattern(
    rf"^\\?%?\$?\s(?P<np>{_NO_HEAD}\p{{L}}[\p{{L}}-]+(?:\s{_NO_HEAD}\p{{L}}[\p{{L}}-]+){{1,3}})"
    rf"\s(?:accuracy|success rate|precision|recall|F1(?:[- ]score)?|reliability)\b"
)


def of_what(s: Situation) -> Span | None:
    """ "95% source translation accuracy": what is translated."""
    match = _OF_METRIC.match(s.near_right)
    if match is None or metric_cues(match["np"]) or STATISTIC.search(match["np"]):
        return None
    return s.quantity.end + match.start("np"), s.quantity.end + match.end("np")
