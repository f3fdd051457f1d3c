"""What is done in a time or a memory, and on which machines: "reconstructs a scene in 54 seconds"."""

from __future__ import annotations

from extractors.context.setting.accept import accept
from extractors.context.setting.span import Span, span_of
from extractors.endings import Ending
from extractors.lexicon import HEDGES, has_verb
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern
from extractors.situation import Situation

_WORK = (
    r"(?:[Pp]re-?|[Pp]ost-?|[Rr]e-?)?[Tt]rain|serv|deploy|host|generat|reconstruct|render|produc|process|synthesi[sz]|solv|"
    r"complet|finish|edit|decod|encod|simulat|sort|index|compil|search|scan|answer|quanti[sz]|prun|compress|distill|"
    r"fine-?tun|calibrat|infer|segment|analy[sz]|translat|pars|transcrib|execut|handl|support|adapt|classif|stream|"
    r"fitt?|reproduc|summari[sz]|retriev|upscal|verif|optimi[sz]"
)
_MAY = r"(?:can|could|may|might|will|would|to|we|they|and|or|also|then|directly|fully|quickly|efficiently)"
_VERB = (
    r"(?:is|are|can|takes?|completes?|finishes|finish|costs?|runs?|needs?|reach(?:es)?|achieves?|attains?|requires?)"
)
_OBJECT = (
    rf"\b(?:(?:{_WORK})(?:i?es?|s|i?ed|ing)|{_MAY}\s(?:{_WORK}|classify|verify))\s"
    r"(?P<np>(?!(?:\p{Ll}+ly\s)?(?:it|them|up|over|and|in|on|with|at|using|from|to|by|for|of|performance|throughput|capabilit\p{Ll}+|speeds?|rates?|power|latency)\b)"
    rf"(?:(?!\s(?:(?:in|within)\s\d|at\s\d[\d.]*\s?(?:FPS|fps|Hz|frames|tokens)|{_VERB}\s))(?:[^,;:()]|,(?=\d))){{3,60}}?)"
)
_DONE = Pattern(
    _OBJECT
    + r"(?:\sby\s[~\d.]+\s?(?:x|times|\\?%))?(?:\s(?:on|in)\s(?:an?|one|the)\s[^,;:()]{2,40})?(?:\sonly)?"
    + r"\s(?:in|into|within|with|using)\s(?:(?:just|only)\s)?"
    + HEDGES
    + r"$"
)
# "renders 4K video at 30 FPS", "real-time rendering of scenes at 30 FPS"
_DONE_AT = Pattern(
    _OBJECT
    + r"(?:\s(?:on|in)\s(?:an?|one|the)\s[^,;:()]{2,40})?\sat\s"
    + r"(?:(?:an?|the)\s)?(?:(?:rates?|speeds?|throughput|average)\s(?:of\s)?){0,2}"
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
    """ "reconstructs a scene in 54 seconds", "serves Tarnet with 9 GB", "renders video at 30 FPS": what is done."""
    if s.quantity.dimension is Dimension.RATE:
        match = _DONE_AT.search(s.left[-_REACH:]) if " at " in s.near_left else None
    else:
        match = _DONE.search(s.left[-_REACH:]) if s.quantity.dimension in _SPENT else None
    if match is None or has_verb(match["np"]):
        return None
    return accept(s, span_of(match, s.quantity.start), "on")


def on_devices(s: Situation) -> Span | None:
    """ "training on 512 GPUs to complete in three weeks": the machine that it took so long on."""
    match = _ON_DEVICES.search(s.left[-_REACH:]) if s.quantity.dimension is Dimension.TIME else None
    return span_of(match, s.quantity.start) if match else None
