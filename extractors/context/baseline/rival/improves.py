"""What is made better, being itself the baseline: "improves X by 3%", "pushes the state of the art by 4 points"."""

from __future__ import annotations

from extractors.context.baseline.after.shared import shared_over
from extractors.context.baseline.phrases import ANOTHER, NAMES_ANOTHER, with_data
from extractors.context.baseline.rival.verb import last_of, object_of
from extractors.context.metric import Cue, metric_cues
from extractors.context.phrase import noun_phrase
from extractors.context.phrase.shapes import BENCHMARK
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation

_BY = (" by",)  # in each match
_IMPROVES = Pattern(
    r"\b(?:[Ii]mprov|[Ee]nhanc|boost|better)(?:es|e|s|ed|ing|ts)?\s(?:(?:up)?on\s|over\s|from\s)?"
    r"(?P<np>(?:the\s|its\s|our\s)?(?:[\p{L}\d+./-]+\s){0,4}?"
    r"(?:(?i:baselines?|\p{L}*(?:LMs|LLMs|VLMs)|models|methods|networks|agents|policies|best [\p{L}\s]{3,30}|"
    r"state[- ]of[- ]the[- ]art[\p{L}\s-]{0,30}|prior\s[\p{L}\s]{2,30}|base model)|"
    r"(?:\p{Ll}{0,3}\p{Lu}[\p{L}\d.+/-]*)(?:\s\p{Lu}[\p{L}\d.+-]*){0,3}))\sby\b"
)
# "improves Brier Skill by 4% over X": a score with a name
_A_SCORE = Pattern(
    r"(?:.*\s)?\p{L}*(?:Index|Skill|Score|Rate|Ratio|Acc|Accuracy|Recall|Precision|Rank|Success|Correlation|"
    r"Coefficient|F1|AUC)",
)
_OVER_ANOTHER = Pattern(
    r"\sby\s(?:(?:up to|about|over|around|nearly|an? (?:average|mean|median) of)\s|[~+$]){0,3}\d[\d.,]{0,8}"
    r"\s?\\?%?\$?(?:\spoints?)?\s(?:over|than|compared (?:to|with)|relative to|versus)\s"
)


def improves(s: Situation) -> tuple[int, int] | None:
    """ "improves X by 3%", but not "improves FooQA by 3 points", "improves X by 3 points over Y"."""
    found = last_of(s, _IMPROVES) if s.says(_BY) else None
    span = noun_phrase(s.doc.view, *found.span("np")) if found else None
    if found is None or span is None or _OVER_ANOTHER.match(s.doc.view, found.end("np"), s.sentence.end):
        return None
    if shared_over(s) is not None and not NAMES_ANOTHER.search(s.doc.view, *span):
        return None  # "improves FooQA by 3% and BarQA by 2% over X"
    span = with_data(s.doc.view, _over(s, span), s.sentence.end)
    named = s.doc.view[slice(*span)]
    is_score = BENCHMARK.match(named) or _A_SCORE.fullmatch(named)
    return None if is_score or any(not _in_a_name(named, cue) for cue in metric_cues(named)) else span


def _over(s: Situation, span: tuple[int, int]) -> tuple[int, int]:
    """ "improves F1 over X by 3% on A and 2% on B": what stands behind *over*."""
    over = s.doc.view.rfind(" over ", *span)
    return span if over < 0 else (over + len(" over "), span[1])


def _in_a_name(named: str, cue: Cue) -> bool:
    """ "Faster R-CNN": the word is a part of a name and says nothing of a metric."""
    return cue.end < len(named) and named[cue.start : cue.end].istitle()


_PUSHES = Pattern(
    r"\b(?:push|advanc|rais|lift|mov|extend|improv|further)(?:es|e|s|ed|ing)?\s(?:(?:up)?on\s|over\s)?"
    r"(?P<np>(?:the\s|all\s)?(?:[\p{L}-]+\s){0,2}?(?:state[- ]of[- ]the[- ]art|SOTA|previous best|best previous|"
    r"prior best)(?:\s\p{L}+)?)(?:\s(?:on|in|for|across)\s[^,;]{2,50}?)?\s(?:further\s)?by\b|"
    r"\b(?:improv(?:es|e|ed|ing)\s(?:(?:up)?on|over)|leads(?!\s(?:to|the\s(?:leader|rank|field))))\s"
    r"(?P<of>[^;()]{2,90}?),?(?<!achieved)(?<!obtained)\sby\b"
)
_ON_TASKS = Pattern(
    r"(?:(?!existing\b|prior\b|previous\b)[\p{L}\d-]+\s){0,3}"
    r"(?:tasks|benchmarks?|datasets?|knowledge|reasoning|scenarios|domains)\b"
)


def pushes(s: Situation) -> tuple[int, int] | None:
    """ "pushes the state of the art on A by 4 points", "improves on the accuracy of X by 3%"."""
    found = last_of(s, _PUSHES) if s.says(_BY) else None
    if found is None or not found["of"]:
        return object_of(s, found)
    return None if _ON_TASKS.match(found["of"]) else object_of(s, found, "of")


_ACCELERATES = Pattern(
    r"\baccelerat(?:es|ed|ing)\s(?P<np>(?:our|the|its)\s(?:base|original|teacher|vanilla)\s\p{Ll}+)\sby\b", IGNORECASE
)


def accelerates(s: Situation) -> tuple[int, int] | None:
    """ "accelerating our base model by 3x": the model as it was."""
    return object_of(s, last_of(s, _ACCELERATES)) if s.says(_BY) else None


_BETTERS = Pattern(
    r"\b(?:improv|enhanc|boost|rais|lift|increas|reduc|lower|cut|decreas|accelerat|shorten)"
    r"(?:es|e|s|ed|ing|ts|ting)?\s(?:(?:the|its|their)\s)?(?:[\p{L}\d@-]{1,20}\s){1,3}?of\s"
    rf"(?P<np>(?:(?:an?|the|our)\s)?{ANOTHER}[^,;()]{{0,40}}?)\sby\b"
)


def betters(s: Situation) -> tuple[int, int] | None:
    """ "improves the recall of existing parsers by 3%"."""
    return object_of(s, last_of(s, _BETTERS)) if s.says(_BY) else None
