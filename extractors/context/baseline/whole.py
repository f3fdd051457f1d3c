"""The rival as a whole, whatever found where it begins: "flow and diffusion methods", "the best model, Foo"."""

from __future__ import annotations

from extractors.endings import Ending
from extractors.patterns import Pattern

_SORTS = (
    r"(?:methods|approaches|baselines|models|techniques|systems|algorithms|solvers|samplers|frameworks|strategies|policies|"
    r"architectures|networks|kernels|libraries|agents|planners|detectors|retrievers|classifiers|optimi[sz]ers|pipelines|variants|schemes)"
)
_SORT = (
    r"(?:model|method|system|baseline|approach|competitor|algorithm|solver|framework|agent|library|policy|planner|sampler|"
    r"optimi[sz]er|compiler|teacher|retriever|architecture|network|classifier|detector|pipeline|one)"
)
_PLURAL = Ending(r"[^s\W]s$")
_AND_SORT = Pattern(
    r"\sand\s(?!(?:other|more|all|our|its|their|the|better|even|still|then|to|in|on|for|with|of|by|at|than|over|\p{Ll}+ly|\p{Ll}+s)\b)"
    rf"[\p{{L}}\d-]+\s(?:[\p{{Ll}}-]*[^s\W]\s)?{_SORTS}\b"
)
_SUPERLATIVE = Pattern(
    r"(?:the|its)\s(?:[\p{L}\d-]+\s){0,3}?(?:best|strongest|leading|top|state-of-the-art|SOTA|fastest|previous|prior|current|closest|second-best|"
    r"teacher|base|original)\b[^,;:()]{0,40}?"
    rf"{_SORT}"
)
_NAME_BEHIND = Pattern(
    r",\s(?P<name>\p{Lu}[\p{L}\d.+/-]*[\p{L}\d](?:\s[\p{Lu}\d][\p{L}\d.+/-]*[\p{L}\d]){0,3})"
    r"(?=[,;)]|\.(?:\s|$)|\s(?:by|on|in|with|while|at|across|for|when)\s|$)(?!,\s(?:\p{Lu}|and\s\p{Lu}))"
)
_SHORT_FORM = Pattern(  # "the mixture-of-experts (MoE) model"
    r"\s\((?!(?:[CGT]PU|FPGA|ASIC)s?\))(?=[^()]*\p{Lu})[\p{L}\d-]{2,8}\)\s(?:[\p{Ll}-]+\s)?"
    rf"(?:{_SORTS}|{_SORT}|decoding|inference|training|attention|search)\b"
)


def whole(view: str, span: tuple[int, int], last: int) -> tuple[int, int]:
    """The phrase with the noun that it shares and the name behind its comma."""
    start, end = span
    if view.startswith(" and ", end) and not _PLURAL.search(view, start, end):
        shared = _AND_SORT.match(view, end, last)
        return (start, shared.end()) if shared else span
    if view.startswith(", ", end) and _SUPERLATIVE.fullmatch(view, start, end):
        named = _NAME_BEHIND.match(view, end, last)
        return (start, named.end("name")) if named else span
    if view.startswith(" (", end) and (short := _SHORT_FORM.match(view, end, last)):
        return start, short.end()
    return span
