"""Whose value it is, and what is done or looked at in the subject: "shallow networks show gains of 4%"."""

from __future__ import annotations

from extractors.context.metric import metric_cues
from extractors.context.setting.accept import accept
from extractors.context.setting.span import Span, span_of
from extractors.endings import Ending
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from extractors.text import holds

# The kinds of things in the plural whose values are told.
_THINGS = (
    "architectures", "networks", "models", "variants", "datasets", "workloads", "benchmarks", "kernels", "tasks",
    "cases", "LLMs", "queries", "graphs", "images", "videos", "documents", "prompts", "sequences", "calls", "steps",
    "requests", "jobs", "layers", "operators", "scenes", "languages", "inputs", "traces", "games", "matrices",
    "problems", "questions", "users", "reads", "writes", "encoders", "decoders", "corpora", "circuits",
    "molecules", "sentences", "clips", "programs", "solvers", "instances", "samples", "patches", "backbones",
)  # fmt: skip
_SEVERAL = (*map(str.lower, _THINGS), "a/b test")
# What begins as such a subject does and is none, or is of others.
_NO_SUBJECT = (
    r"(?:Although|Though|While|Whereas|When|If|Since|Because|Unlike|Even)\s",
    r"the\s(?:accelerated|resulting|compressed|quantized|proposed|final|trained|distilled)\b",
    r"(?:\p{L}+\s)?(?:experiments?|evaluations?|results?|analys[ei]s|extensive|ablations?)\b",
    r"(?:other|prior|previous|existing|earlier|current|competing|baseline|state-of-the-art)\s",
    r"(?:these|those|such|most|many|its|their)\s",
)
_DO = (
    "achieve", "show", "exhibit", "obtain", "reach", "get", "yield", "see", "gain", "score", "attain", "experience",
    "have", "sustain", "manage", "drop", "fall", "run", "take", "need", "require", "complete", "finish", "lose",
    "remain", "stay", "hit", "climb", "train", "improve", "benefit", "converge", "skip", "consume", "become",
    "suffer", "fail", "succeed", "retain",
)  # fmt: skip
_SUBJECT = Pattern(
    r"(?:^|[:;]\s|\(\d\)\s|\bthat:?\s|,?\s(?:while|whereas|but)\s|,\sand\s)"
    rf"(?P<np>(?!{'|'.join(_NO_SUBJECT)})(?:(?!our\b|we\b|the proposed)[\p{{L}}\d/-]+\s){{1,6}}?"
    rf"(?:{'|'.join(_THINGS)}|A/B tests?)(?:\s\([^()]{{2,80}}\))?)"
    rf"\s(?:(?:only|still|even|already|now)\s)?(?:{'|'.join(_DO)})s?\b",
    IGNORECASE,
)
_TURNS = (";", ":", " while ", " whereas ", ", but ")


def subject(s: Situation) -> Span | None:
    """ "shallow networks (ResNet-18) show gains of 4%": whose value it is."""
    found = [*_SUBJECT.finditer(s.left)] if s.says(_SEVERAL) else []
    if not found or metric_cues(found[-1]["np"]) or holds(s.left[found[-1].end() :], _TURNS):
        return None
    return span_of(found[-1], s.quantity.start)


_DOES = (
    r"is|can|could|may|outperforms?|completes?|finishes|takes?|yields?|gives?|cuts?|makes?|requires?|needs?|reduces?|improves?|runs?|fits?|brings?|costs?|leads?|"
    r"results?|speeds?|raises?|lowers?|shrinks?|saves?|reaches|achieves?|drops?"
)
# "Quantizing Tarnet to 3 bits shrinks it by 5x"
_DOING = Pattern(
    r"(?:\([\divx]{1,3}\)\s|(?:For example|For instance|Notably|Specifically|Moreover|Furthermore),\s)?"
    r"(?i:quanti[sz]|prun|(?:pre-?|post-?)?train|fine-?tun|compress|serv|runn|retrofitt|generat|render|process|decod|encod|simulat|"
    r"solv|port|adapt|distill|evaluat|scal|sort|compil|migrat|deploy|optimi[sz]|factori[sz]|scann|index|load|augment|equipp|enhanc|accelerat)ing\s"
    r"(?:(?:on|with|over|of|to)\s)?(?P<np>(?!(?:of|in|for|from|at|and|by|to|is|are)\s)(?:the\s|an?\s)?[\p{L}\d][^\s,;:()]*(?:\s(?!(?:to|with|on|in|for|by|from|at|using|via|under|into|and|of|through|without|"
    + _DOES
    + r")\b)[^\s,;:()]+){0,4})"
)
_DOES_THEN = Pattern(r"[^,;:.]{0,80}?\s(?:" + _DOES + r")\s")
_FIRST_VALUES = 3  # of the sentence


def doing(s: Situation) -> Span | None:
    """ "Quantizing Tarnet to 3 bits shrinks it by 5x": what something is done to, in the subject."""
    match = _DOING.match(s.doc.view, s.sentence.start, s.quantity.start)
    if (
        match is None
        or s.index > _FIRST_VALUES
        or ": " in s.left
        or not _DOES_THEN.match(s.doc.view, match.end("np"), s.quantity.start)
    ):
        return None
    return accept(s, match.span("np"), "on")


# "our audit of the Foo corpus reveals that 12% ..."
_STUDY = Pattern(
    r"(?:(?:[Aa]n?|[Oo]ur|[Tt]he|[Tt]his)\s)?(?:[\p{L}-]+\s){0,2}(?:[Ss]tudy|[Aa]nalysis|[Aa]udit|[Ss]urvey|[Ee]xamination|[Ii]nspection|[Rr]eview|"
    r"[Ii]nvestigation|[Mm]easurement)\s(?:of|on)\s(?P<np>[^,;:()]{3,60}?)\s(?:reveals?|shows?|finds?|found|indicates?|uncovers?|suggests?|"
    r"demonstrates?)\s(?:that\s)?"
)


def study_of(s: Situation) -> Span | None:
    """ "Our audit of the Foo corpus reveals that 12% ...": what was looked at."""
    match = _STUDY.match(s.left) if s.index <= _FIRST_VALUES else None
    return accept(s, span_of(match, s.quantity.start), "on") if match else None


# "small nets do well, with Tarnet-7B reaching a recall of 72%"
_LED_BY = Ending(
    r",\s(?:and\s)?with\s(?P<np>(?!(?:the\s)?(?:best|our|proposed|top)\b)(?:the\s)?(?=(?:the\s)?[^,;()]{0,20}[\p{Lu}\d])[\p{L}\d][^\s,;:()]*(?:\s[\p{L}\d][^\s,;:()]*){0,3}?)\s"
    r"(?:even\s|only\s|still\s)?(?:reach|achiev|attain|scor|obtain|hitt|exhibit|yield|gett|show|solv|gain|los|need|requir|tak|us)ing\s"
    r"(?:(?!\s(?:than|over|by|from|and)\s)[^,;:()\d]){0,60}$"
)


def led_by(s: Situation) -> Span | None:
    """ "small nets do well, with Tarnet-7B reaching a recall of 72%": whose value it is."""
    if s.quantity.dimension in (Dimension.TIMES, Dimension.POINTS):
        return None
    match = _LED_BY.search(s.near_left) if ", with " in s.near_left or ", and with " in s.near_left else None
    return None if match is None or metric_cues(match["np"]) else span_of(match, s.quantity.start)
