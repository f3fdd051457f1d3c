"""What a score or a change of it is of: "the document parsing score from 71 to 78", "an average RoadQA gain of 4"."""

from __future__ import annotations

from extractors.context.metric import metric_cues
from extractors.context.setting.accept import accept
from extractors.context.setting.accept.forms import STATISTIC
from extractors.context.setting.span import Span, span_of
from extractors.endings import Ending
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Metric

# "the document parsing score from 71 to 78", "a RoadSet success rate of 40%"
_WORD = (
    r"(?!(?i:an?|the|its|their|our|and|or|over|up|by|to|of|in|on|at|under|during|across|without|via|per|than|against|when|with|for|from|as|that|overall|average|mean|final|zero-shot|"
    r"attack|highest|lowest|best|Rank-?\d+|R-?\d+|model|system|relative|absolute|training|test|validation|total|new|best|same|top-1|higher|lower|better|standard|"
    r"robust|strong|high|stable|solid|consistent|impressive|excellent|remarkable|competitive|superior|promising|"
    r"(?:improv|rais|lift|boost|increas|reduc|decreas|lower|drops|degrad|collaps|caus|push|reach|attain|obtain|achiev)\p{L}*)\s)"
    r"[\p{L}\d][^\s,;:()]*\s"
)
_SCORE_OF = Ending(
    rf"(?:^|\b(?i:an?|the|its|their|our|and|in|overall|average|mean|doubl\p{{L}}*|tripl\p{{L}}*|quadrupl\p{{L}}*)\s|"
    rf"\b(?:improv|rais|lift|boost|increas|reduc|caus|push)\p{{L}}*\s|^\s)"
    rf"(?P<np>(?:{_WORD}){{1,4}})(?:(?:benchmark|overall|average|mean|zero-shot|top-1|validation|test)\s)?"
    r"(?:scores?|accurac(?:y|ies)|(?:success|win|pass|solve|resolution)\srates?|recall|precision|[Ff]1(?:[-\s]score)?|performance|"
    r"perplexity|PSNR|SSIM|FID|WER|CER|BLEU|m?AP|m?IoU|AUC|AUROC)"
    r"\s\(?(?:(?:is|rises|falls|climbs|drops|rose|fell|grows|improves|increases|decreases)\s)?(?:(?:from|by|of|to)\s)?"
    r"(?:(?:up\sto|an?|about|over|more\sthan|around|roughly|nearly|only|just|merely|average|of)\s){0,3}[~$+]{0,2}$"
)
_SCORES = (
    "score", "accurac", "rate", "recall", "precision", "f1", "performance", "perplexity", "psnr", "ssim", "fid",
    "wer", "cer", "bleu", "ap", "iou", "auc", "auroc",
)  # fmt: skip
_ADJECTIVE = Pattern(
    r"(?:state-of-the-art\s)?\p{Ll}+(?:ive|al|ic|ed|ous|ary|able|ible|est)|best|worst|top|aggregate|tasks?"
)  # "generative perplexity"
_COMMON = Pattern(r"\p{L}?[\p{Ll}-]+")


def score_of(s: Situation) -> Span | None:
    """ "raises the document parsing score from 71 to 78": what the score is of."""
    match = _SCORE_OF.search(s.near_left[-120:]) if s.says(_SCORES) else None
    if match is None or metric_cues(match["np"]) or STATISTIC.search(match["np"]):
        return None
    name = match["np"].strip()
    if _ADJECTIVE.fullmatch(name) or (" " not in name and _COMMON.fullmatch(name)):
        return None  # "a coordination score of 91%": which sort of score it is
    start, end = span_of(match, s.quantity.start)
    return accept(s, (start, end - 1), "on")


# "an average RoadQA gain of 4 points"
_GAIN_IN = Ending(
    r"\b(?:an?|the|and|average|mean|its|with)\s(?P<np>(?!(?:[CGTN]PU|F\d|IO|KV|MFU|LLM|DNN|SM)s?\b)\p{Lu}[\p{L}\d.+-]*[\p{Lu}\d][\p{L}\d.+-]*)\s"
    r"(?:(?:average|mean|relative|absolute)\s)?(?:gain|improvement|drop|boost|increase|lift|loss)s?\s(?:of|by)\s"
    r"(?:(?:up\sto|an?|about|over|only|nearly|around|at\smost|at\sleast)\s){0,2}[~$+]{0,2}$"
)
_GAINS = ("gain", "improvement", "drop", "boost", "increase", "lift", "loss")


def gain_in(s: Situation) -> Span | None:
    """ "an average RoadQA gain of 4 points": the benchmark whose score rises."""
    match = _GAIN_IN.search(s.near_left[-90:]) if s.says(_GAINS) else None
    if match is None or metric_cues(match["np"]):
        return None
    return span_of(match, s.quantity.start)


# "speedups for sparse attention of 2.3x", "gains on Foo reach 5 points, those on Bar 2 points"
_CHANGE_ON = Ending(
    r"\b(?:speed-?ups?|gains?|improvements?|accelerations?|reductions?|savings?|drops?|those)\s(?:on|for|across|under|during)\s"
    r"(?P<np>(?!average\b)(?:(?!\b(?:of|by|over|and\s\p{L}+s)\s)[^,;:()]){2,60}?)\s"
    r"(?:of|up\sto|reach(?:es)?|stays?\sat|(?:is|are|was|were)|amounts?\sto|averages?|exceeds?|ranges?\sfrom)\s"
    r"(?:(?:up\sto|an?|about|over|nearly|around|only|at\smost|average\sof)\s){0,3}[~$+]{0,2}$",
    IGNORECASE,
)


def change_on(s: Situation) -> Span | None:
    """ "speedups for sparse attention of 2.3x": what the change is seen on."""
    match = _CHANGE_ON.search(s.list_left[-140:])
    if match is None or _is_of_a_metric(match["np"]):
        return None
    return accept(s, span_of(match, s.siblings[s.group[0]].start), "on")


def _is_of_a_metric(phrase: str) -> bool:
    """ "the gain on word error rate"; "MAE pretraining" is of none."""
    cues = metric_cues(phrase)
    return bool(cues) and (cues[-1].end == len(phrase) or cues[-1].metric is not Metric.ERROR)
