"""Settings of values that a sentence sets side by side: "2x faster decoding and 3x faster search"."""

from __future__ import annotations

from extractors.context.metric import metric_cues
from extractors.context.phrase import noun_phrase
from extractors.context.setting.accept import accept
from extractors.context.setting.after.further import CHANGE_IN
from extractors.context.setting.gains import gain_in_each
from extractors.context.setting.span import Span
from extractors.endings import Ending
from extractors.lexicon import BEATING, HEDGES_OR_A
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation

_ACTIVITY = (
    r"(?:[\p{L}\d][\p{L}\d-]*\s){0,2}?(?:pre-?fill(?:ing)?|decode|decoding|(?:pre-?|post-?)?training|fine-?tuning|inference|"
    r"generation|search|retrieval|rendering|encoding|sampling|serving|indexing|building|construction|compilation|simulation|"
    r"planning|parsing|sorting|hashing|insertions?|lookups?|deletions?|updates|queries|scans|reads|writes|aggregation|"
    r"reconstruction|optimi[sz]ation|convergence|quanti[sz]ation|loading|processing|verification|execution|"
    r"(?:forward|backward)(?:\spass(?:es)?)?|caches?|attention|layers)"
)
_NO_NAME = (
    r"(?!an?\s[~$+]{0,2}$)(?!(?:by|it|them|adding|(?:reduc|cut|lower|increas|improv|decreas|sav|boost)\p{L}*)\b)"
)
_WORD = (
    r"(?!(?:and|by|or|up|over|about|mak(?:es|ing)|(?:accelerat|compress|prun|quanti[sz]|shorten)\p{L}*)\s)"
    r"[\p{L}\d][^\s,;:()]*\s"
)
_FASTER = Pattern(
    rf"[%$\\]{{0,3}}\s(?:faster|quicker|cheaper|slower|speed-?ups?\s(?:in|for))\s(?P<np>{_ACTIVITY})\b(?![\s-]+(?:time|speed|rate))",
    IGNORECASE,
)
_OF_WHAT = Pattern(
    rf"[%$\\]{{0,3}}\s(?P<np>{_ACTIVITY})\b(?=,?\s(?:and|speed-?ups?|reductions?|savings?|accelerations?|gains?|[\p{{Ll}}-]+\s"
    r"(?:speed-?ups?|reductions?|savings?))\b)",
    IGNORECASE,
)
_DONE = Ending(
    r"(?:\b(?:accelerat\w+|speed(?:s|ing)?\sup|sped\sup|compress\w*|prun\w+|quanti[sz]\w+|shorten\w*)|,?\sand|,)\s"
    rf"(?P<np>{_NO_NAME}(?:{_WORD}){{1,4}})by\s"
    r"(?:(?:up\sto|an?|about|over|more\sthan|approximately|around|roughly|nearly|factor|average|of)\s){0,4}[~$+]{0,2}$"
)
_DOES = Pattern(
    r"\b(?:speed(?:s|ing)?\sup|sped\sup|(?:accelerat|prun|quanti[sz])(?:es?|ed|ing)|(?:compress|shorten)(?:e?s|ed|ing)?)\b",
    IGNORECASE,
)
_ON_BY = Ending(
    r"\b(?:on|for|in|under)\s(?P<np>(?:(?!(?:and|on|for|in|by|under)\s)[\p{L}\d][^\s,;:()]*\s){1,4})by\s"
    + HEDGES_OR_A
    + r"[$+]{0,2}$"
)
# "25% to 94% in copying and from 20% to 79% in sketching"
_BEHIND = Pattern(
    rf"[%$\\]{{0,3}}(?:{CHANGE_IN}(?=\s(?:on|for|under|at|during)\s))?"
    r"(?:\s(?!(?:and|or|than|to|vs|over)\b)\p{L}[\p{L}\d@/-]*){0,2}?\s(?P<prep>on|in|for|under|at|during|across)\s(?=[\p{L}\d])"
)
_WHAT_CHANGES = tuple(f" {noun} in " for noun in ("improvement", "reduction", "increase", "decrease", "gain", "drop"))
# "2x on A and 3x in B": what may stand between two such values
_GAP = Pattern(
    rf"[%$\\]{{0,3}}(?:{CHANGE_IN}|(?:\s[\p{{L}}-]+){{0,2}}?)"
    r"\s(?:on|in|for|under|at|during|across)\s(?:(?!\s(?:by|than|over|of|and)\s)[^,;:()]){2,60}(?:\s\([^()\d]{2,30}\))?"
    r"(?:\sand|,(?:\sand)?)\s(?:by\s)?" + HEDGES_OR_A + r"[$+]{0,2}"
)
# "starts A in 3.9 s and B in 14.6 s"
_DOES_IN = Ending(
    r"(?:\b(?!(?:is|was|has|as|this|its|us|results|runs|reduced|based)\s)\p{Ll}{2,}(?:s|ed)|,\s(?:and|but)|,|\band)\s(?:the\s|an?\s)?"
    r"(?P<np>(?!(?:On|In|For|At|With|The|We)\s)\p{Lu}[\p{L}\d./-]*\s(?:[\p{Lu}\d][\p{L}\d./-]*\s){0,2}?)in\s"
    + HEDGES_OR_A
    + r"$"
)
_PARTS = (
    "faster", "quicker", "cheaper", "slower", "accelerat", "sped", "speed", "compress", "prun", "quanti", "shorten",
    "reduction", "saving", "making", "makes",
)  # fmt: skip


def side_by_side(s: Situation) -> Span | None:
    """What this value is of, where the value before or behind is said in the same way to be of something else."""
    return _of_activities(s) or _behind_each(s) or _by_each(s) or _in_each(s) or gain_in_each(s)


def _in_each(s: Situation) -> Span | None:
    """ "starts A in 3.9 s and B in 14.6 s"."""
    own = _left(s, s.index, _DOES_IN) if s.quantity.dimension is Dimension.TIME and " in " in s.near_left else None
    if own is None:
        return None
    beside = [place for place in (s.index - 1, s.index + 1) if 0 <= place < len(s.siblings)]
    times = [place for place in beside if s.siblings[place].dimension is Dimension.TIME]
    return own if any(_left(s, place, _DOES_IN) for place in times) else None


def _by_each(s: Situation) -> Span | None:
    """ "on A by 2%, on B by 3%"."""
    own = _left(s, s.index, _ON_BY) if " by " in s.near_left else None
    if own is None:
        return None
    others = [place for place in (s.index - 1, s.index + 1) if 0 <= place < len(s.siblings)]
    return accept(s, own, "on") if any(_left(s, place, _ON_BY) for place in others) else None


def _behind_each(s: Situation) -> Span | None:
    """Where each of two values or before/after pairs of a kind has a phrase of its own right behind it."""
    own = _place_behind(s, s.index) if s.quantity.pair or _have_gap(s) else None
    if own is None:
        return None
    if not s.quantity.pair:
        return accept(s, own[1], own[0])
    others = [place for place in (s.index - 2, s.index + 2) if 0 <= place < len(s.siblings)]
    alike = [place for place in others if s.siblings[place].dimension is s.quantity.dimension]
    if not any((other := _place_behind(s, place)) and other[0] == own[0] and other[1] != own[1] for place in alike):
        return None
    return accept(s, own[1], own[0])


_CHANGES = (Dimension.TIMES, Dimension.PERCENT, Dimension.POINTS, Dimension.NONE)


def _have_gap(s: Situation) -> bool:
    """ "2x on A and 3x in B": whether this is one of two such values; "in" twice may say in which metric."""
    first, last = s.group
    if last > first or s.quantity.dimension not in _CHANGES:
        return False
    for one in (s.index - 1, s.index):
        pair = s.siblings[one : one + 2] if one >= 0 else ()
        if len(pair) == 2 and not any(q.pair or q.dimension not in _CHANGES for q in pair):
            gap = s.doc.view[pair[0].end : pair[1].start]
            other = _BEHIND.match(s.doc.view, pair[1].end, s.sentence.end)
            own = _BEHIND.match(gap) if other else None
            if own and other and (own["prep"] != other["prep"] or own["prep"] != "in") and _GAP.fullmatch(gap):
                return True
    return False


def _place_behind(s: Situation, index: int) -> tuple[str, Span] | None:
    last = index + (s.siblings[index].pair == "before" and index + 1 < len(s.siblings))
    match = _BEHIND.match(s.doc.view, s.siblings[last].end, s.sentence.end)
    if match and s.doc.view.endswith(_WHAT_CHANGES, 0, match.end()):
        return None
    span = noun_phrase(s.doc.view, match.end(), s.sentence.end, limit=90) if match else None
    return (match["prep"], span) if match and span and not metric_cues(s.doc.view[slice(*span)]) else None


def _of_activities(s: Situation) -> Span | None:
    beside = [place for place in (s.index - 1, s.index + 1) if 0 <= place < len(s.siblings)]
    if not beside or s.quantity.dimension not in (Dimension.TIMES, Dimension.PERCENT) or not s.says(_PARTS):
        return None
    for form in (_faster, _of_what, _done):
        own = form(s, s.index)
        if own is None:
            continue
        others = [other for place in beside if (other := form(s, place)) is not None]
        if any(s.doc.view[slice(*other)].lower() != s.doc.view[slice(*own)].lower() for other in others):
            return own
    return None


def _right(s: Situation, index: int, pattern: Pattern) -> Span | None:
    match = pattern.match(s.doc.view, s.siblings[index].end, s.sentence.end)
    return match.span("np") if match else None


def _faster(s: Situation, index: int) -> Span | None:
    return _right(s, index, _FASTER)


def _of_what(s: Situation, index: int) -> Span | None:
    return _right(s, index, _OF_WHAT)


def _left(s: Situation, index: int, pattern: Ending) -> Span | None:
    start = s.siblings[index - 1].end if index else s.sentence.start
    start = max(start, s.siblings[index].start - 110)
    match = pattern.search(s.doc.view[start : s.siblings[index].start])
    if match is None or metric_cues(match["np"]):
        return None
    return start + match.start("np"), start + match.end("np") - 1


def _done(s: Situation, index: int) -> Span | None:
    return _left(s, index, _DONE) if _DOES.search(s.left) and not BEATING.search(s.left) else None
