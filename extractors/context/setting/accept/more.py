"""What a phrase goes on with that says nothing by itself: "benchmarks for code generation", "when it is warm"."""

from __future__ import annotations

from extractors.context.phrase import noun_phrase
from extractors.context.setting.span import Span
from extractors.endings import Ending
from extractors.patterns import IGNORECASE, Match, Pattern

_GENERIC = Pattern(
    r"(?:(?:the|a|an|various|several|multiple|standard|public|real|challenging|common|popular|"
    r"different|widely used)\s){0,2}"
    r"(?:benchmarks?|tasks?|data ?sets?|workloads?|models?|problems?|settings?|scenarios?|tests?|"
    r"configurations?|cases?|"
    r"subsets?|splits?|applications?|traces?|versions?|variants?)",
    IGNORECASE,
)
_CONDITIONS = ("when ", "When ", "if ", "If ", "once ", "Once ")
# "(when) the cache is warm"
_STATE = Pattern(
    r"\s(?:is|are|was|were|becomes?|gets?|grows?)\s(?:not\s|no\s|very\s|\p{Ll}+ly\s){0,2}\p{Ll}[\p{Ll}-]{2,20}"
    r"(?=[,.;:)]|\s(?:and|but|by|while|with|compared|from|to)\b|$)"
)
# "games made [for children]": the participle says nothing without what follows it
_PARTICIPLE = Ending(
    r"(?P<noun>[\p{L}\d)])(?P<and>\sand)?\s(?P<made>\p{Ll}{2,}[^e\W\d_]ed|built|shown|chosen|written|taken|driven)$"
)
_VERB = Pattern(r"\s(?:is|are|was|were|be|been|being|has|have|had)\s|\b(?:and|or)\s\S+$")
_COMPLEMENT = Pattern(r"\s(?:for|by|from|on|with|to|using|as)\s(?!(?:this|our)\b)(?=\p{L})")
_PREPOSITION = Pattern(r"\s(?:for|by(?!\s[~+$]?\d)|from|in|on|with|to|using|as|at|against|via|through)\s")
_NAME = Pattern(r"[\p{Lu}\d]")
_GOES_ON = Pattern(
    r"\s(?!with\s(?:less|more|fewer|no|only)\b)"
    r"(?:(?:for|from|in|of|with|without|like|such as|including|using|spanning|covering|involving|containing)\s|"
    r"(?:requiring|needing|exceeding|longer\sthan|larger\sthan|bigger\sthan|smaller\sthan|shorter\sthan)\s"
    r"(?:(?:more|fewer|less|at\sleast|up\sto|over|under)\s(?:than\s)?)?|(?=(?:that|whose)\s))"
)


def with_what(view: str, span: Span | None, last: int) -> Span | None:
    """The phrase with what it goes on with, at most to ``last``."""
    if span and view.endswith(_CONDITIONS, 0, span[0]) and (state := _STATE.match(view, span[1], last)):
        return span[0], state.end()
    if span and (made := _PARTICIPLE.search(view[slice(*span)])) and _PREPOSITION.match(view, span[1], last):
        return _with_participle(view, span, made, last)
    if span is None or not _GENERIC.fullmatch(view[slice(*span)]):
        return span
    more = _GOES_ON.match(view, span[1])
    rest = noun_phrase(view, more.end(), last, limit=90) if more else None
    return (span[0], rest[1]) if rest else span


def _with_participle(view: str, span: Span, made: Match, last: int) -> Span:
    """ "games made for children" as a whole; of "Tarnet tried on PicSet" and "nets and tried on", the noun alone."""
    start, end = span
    noun = view[start : start + made.end("noun")]
    if _VERB.search(noun):
        return span  # "if the cache is extended to"
    more = None if made["and"] or _NAME.search(noun) else _COMPLEMENT.match(view, end, last)
    rest = noun_phrase(view, more.end(), last, limit=70) if more else None
    return (start, rest[1]) if rest else (start, start + made.end("noun"))
