"""What is done in a time or a memory, and on which machines: "reconstructs a scene in 54 seconds"."""

from __future__ import annotations

from extractors.context.setting.accept import accept
from extractors.context.setting.span import Span, span_of
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern
from extractors.situation import Situation

_DONE = Pattern(
    r"\b(?:(?:[Pp]re-?|[Pp]ost-?)?[Tt]rain|serv|deploy|host|generat|reconstruct|render|produc|process|synthesi[sz]|solv|complet|finish|edit|decod|encod|simulat|sort|index|"
    r"compil|search|scan|answer|quanti[sz]|prun|compress|distill|fine-?tun|calibrat)(?:es?|s|ed|ing)\s(?P<np>(?!(?:it|them|up|over|and|in|on|with|at|using|from|to)\b)"
    r"(?:(?!\s(?:(?:in|within)\s\d|(?:is|are|can|takes?|completes?|finishes|finish|costs?|runs?|needs?)\s))(?:[^,;:()]|,(?=\d))){3,60}?)"
    r"(?:\sby\s[~\d.]+\s?(?:x|times|\\?%))?(?:\s(?:on|in)\s(?:an?|one|the)\s[^,;:()]{2,40})?(?:\sonly)?\s(?:in|within|with|using)\s(?:(?:just|only)\s)?"
    + HEDGES
    + r"$"
)
_ON_DEVICES = Ending(
    r"\bon\s(?P<np>(?:\d[\d,]*|an?|a\ssingle|one|two|four|eight)\s(?:[\p{L}\d.-]+\s){0,3}(?:[CGTN]PUs?|cores|nodes?|chips|cards?|machines?|servers?))\s"
    r"(?:(?:to\s)?(?:complet|finish|converg|end)(?:es?|s)?\s)?(?:in|within)\s(?:(?:just|only|under|about|around|nearly|less\sthan|approximately)\s|~){0,2}$"
)
_SPENT = (Dimension.TIME, Dimension.BYTES)
_REACH = 110  # characters


def done_meanwhile(s: Situation) -> Span | None:
    """ "reconstructs a scene in 54 seconds", "serves Tarnet with 9 GB": what is done in that time or memory."""
    match = _DONE.search(s.left[-_REACH:]) if s.quantity.dimension in _SPENT else None
    return accept(s, span_of(match, s.quantity.start), "on") if match else None


def on_devices(s: Situation) -> Span | None:
    """ "training on 512 GPUs to complete in three weeks": the machine that it took so long on."""
    match = _ON_DEVICES.search(s.left[-_REACH:]) if s.quantity.dimension is Dimension.TIME else None
    return span_of(match, s.quantity.start) if match else None
