"""What is made faster: "speeds up leaf hashing by 16x", "leaf hashing is sped up by 16x"."""

from __future__ import annotations

from extractors.context.metric import closing_metric
from extractors.context.setting.accept.forms import COMPARED
from extractors.context.setting.look import look_of
from extractors.context.setting.span import Span, span_of
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.patterns import Pattern
from extractors.situation import Situation
from extractors.wordgroups import word_groups

_FASTER = ("accelerat", "speed", "sped up")
_BY = r"\s(?:by|up\sto)\s(?:an?\s(?:further|additional)\s)?" + HEDGES + r"$"
_OBJECT = Ending(
    r"\b(?:speed(?:s|ing)?\sup|sped\sup|accelerat(?:e|es|ed|ing))\s"
    r"(?P<np>(?!(?:our|its|their|this|these|those|it|them|both|each|all|such)\b)"
    r"(?:(?!\s(?:by|in|on|for|of|at|with|from|to|than|while|that|which|when|over)\s)[^,;:()\d]){3,60}?)" + _BY
)
_SUBJECT = Ending(
    r"(?:^|[:;,]\s|\b(?:[Ff]or\s(?:example|instance)|[Nn]otably|[Ss]pecifically|that),?\s)"
    r"(?P<np>(?!(?:we|it|they|this|these|our)\b)(?:[Aa]n?\s|[Tt]he\s)?[\p{L}-]+(?:\s[\p{L}-]+){0,4})\s"
    r"(?:is|are|was|were|(?:can|could|may)\sbe|has\sbeen|have\sbeen)\s(?:sped\sup|accelerated)" + _BY
)
_WORD = Pattern(r"[\p{L}\d][^\s/]*")
_DETERMINERS = ("a", "an", "the")


def made_faster(s: Situation) -> Span | None:
    """ "speeds up leaf hashing by 16x": the work that takes less time, unless any work is called so."""
    if not s.says(_FASTER):
        return None
    left = s.list_left
    match = _OBJECT.search(left) or _SUBJECT.search(left)
    if match is None or COMPARED.search(match["np"]) or _is_any_work(match["np"]):
        return None
    if look_of(match["np"])[0] == "measure" or closing_metric(match["np"]):
        return None  # "speeds up leaf decoding time"
    return span_of(match, s.siblings[s.group[0]].start)


def _is_any_work(phrase: str) -> bool:
    """Whether nothing, or but one common word, tells it from other work: "the parser", "per-image inference"."""
    common = word_groups("extractors.context.setting", "anywork.txt")["any work"]
    words = _WORD.findall(phrase)
    if len(words) - (words[0].lower() in _DETERMINERS) < 2:
        return phrase.islower()
    return all(word in common or word.startswith("per-") for word in map(str.lower, words))
