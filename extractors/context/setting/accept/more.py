"""What a phrase goes on with that says nothing by itself: "benchmarks for code generation", "when it is warm"."""

from __future__ import annotations

from extractors.context.phrase import noun_phrase
from extractors.context.setting.span import Span
from extractors.patterns import IGNORECASE, Pattern

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
_GOES_ON = Pattern(
    r"\s(?!with\s(?:less|more|fewer|no|only)\b)"
    r"(?:(?:for|from|in|of|with|without|like|such as|including|using|spanning|covering)\s|(?=(?:that|whose)\s))"
)


def with_what(view: str, span: Span | None, last: int) -> Span | None:
    """The phrase with what it goes on with, at most to ``last``."""
    if span and view.endswith(_CONDITIONS, 0, span[0]) and (state := _STATE.match(view, span[1], last)):
        return span[0], state.end()
    if span is None or not _GENERIC.fullmatch(view[slice(*span)]):
        return span
    more = _GOES_ON.match(view, span[1])
    rest = noun_phrase(view, more.end(), last, limit=90) if more else None
    return (span[0], rest[1]) if rest else span
