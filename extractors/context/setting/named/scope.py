"""A scope before the value: "in the cloud (up to 3x)", "on A from 1 to 2", "improves HumanEval accuracy from 40%"."""

from __future__ import annotations

from extractors.context.setting.accept import accept
from extractors.context.setting.named.measure import of_a_measure
from extractors.context.setting.span import Span
from extractors.lexicon import HEDGES_OR_A, has_verb
from extractors.patterns import Pattern
from extractors.situation import Situation

_SCOPED = Pattern(
    r"\b(?:in|on|for|under)\s(?:both\s(?![^()]{0,50}\sand\s))?(?P<np>(?:(?!\s(?:in|on|for|under|of|when|while)\s)[^,;:()]){2,50})\s\("
    r"(?:\p{L}[\p{L}\d]{0,9}\s?=\s)?" + HEDGES_OR_A + r"\s?[$+]?$"
)
_CLAUSE = Pattern(r"\s(?:it|we|they|is|are|our)\s|\s\p{Ll}{4,}(?<!s)s\s(?:the|an?|its)\s")
_EXAMPLE = Pattern(r"\b(?:such as|like|including|e\.g\.,?)\s(?=\p{Lu})")
_SCOPE_FROM = Pattern(
    r"\b(?:on|across|for)\s(?P<np>(?:(?!\s(?:on|across|for|in|with|causes|to)\s|\.\s)[^,;:()]){2,50}?)(?<!\sand)"
    r"(?:\s(?:goes|went|moves|moved|shifts|shifted))?\sfrom\s[~$]?$"
)
# "improves HumanEval accuracy from 40% to 50%", "and MBPP from 3 to 4": the name is the data set's
_MOVED = Pattern(
    r"(?:\b(?:improv|increas|rais|boost|lift|push|reduc|lower|mov|tak|bring|advanc)\p{L}*|\band|,)\s"
    r"(?:(?:its|their|our|overall|average|mean|final|zero-shot)\s){0,3}(?P<np>(?:the\s)?(?!(?:[CGTN]PU|FPGA|D?RAM|SSD|HBM)\b)(?:\p{Lu}[\p{L}\d.@*/_-]*)(?:\s\p{Lu}[\p{L}\d.@*/_-]*){0,2}?"
    # a subset of it: "FooBench Hard"
    r"(?:\s(?!(?:Recall|Accuracy|Precision|Scores?|Success|Average|Pass|Hits?|Dice|Error|Rate|Attack|Top|Exact|Word|Overall|Macro|Micro|"
    r"Mean|Resolve|Win)\b)\p{Lu}\p{Ll}{2,}(?=\s\p{Ll})){0,2})"
    r"(?:\s(?!(?:improv|increas|rais|boost|lift|push|reduc|lower|cut|mov|tak|bring|advanc|go|get|drop|fall|ris|climb)\p{L}*s\s)"
    r"(?:\p{L}[\p{L}@\d-]*)){0,2}\sfrom\s[~$]?$"
)
_PART_OF_MACHINE = Pattern(
    r"(?:the\s)?(?:[CGTNDIV]PU|FPGA|DRAM|SRAM|HBM|SM|SSD|NIC|IO|I/O|KV|MFU|LLM|DNN)s?(?:\s(?:SM|core))?"
)


def scope_of_bracket(s: Situation) -> Span | None:
    """ "speedups in the cloud (up to 3x)", "on sets such as Foo (3x)"."""
    inside = _SCOPED.search(s.near_left) if "(" in s.near_left else None
    if inside is None or _CLAUSE.search(inside["np"]):
        return None
    example = _EXAMPLE.search(inside["np"])
    start = s.quantity.start - len(s.near_left)
    begins = inside.start("np") + (example.end() if example else 0)
    return accept(s, (start + begins, start + inside.end("np")), "in")


def scope_of_pair(s: Situation) -> Span | None:
    """ "on A from 1 to 2"; else the data set whose score is moved: "improves HumanEval accuracy from 40% to 50%"."""
    if s.quantity.pair != "before":
        return None
    start = s.quantity.start - len(s.near_left)
    scope = _SCOPE_FROM.search(s.near_left)
    if scope and not has_verb(scope["np"]):
        span = accept(s, (start + scope.start("np"), start + scope.end("np")), "on")
        if span is not None:
            return span
    moved = _MOVED.search(s.near_left)
    if moved is None or _of_no_data(moved["np"]):
        return None
    return start + moved.start("np"), start + moved.end("np")


def _of_no_data(name: str) -> bool:
    """ "lifts GPU utilization from": a part of a machine is no data set."""
    return of_a_measure(name) or _PART_OF_MACHINE.fullmatch(name) is not None
