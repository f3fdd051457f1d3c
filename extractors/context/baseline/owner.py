"""Whose a cost or an aspect is: "half the energy of X" is set against X."""

from __future__ import annotations

from extractors.context.baseline.phrases import NAMES_ANOTHER, cut
from extractors.context.metric import metric_cues
from extractors.context.phrase import noun_phrase
from extractors.endings import Ending
from extractors.patterns import Pattern
from extractors.situation import Situation
from schemas.vocabulary import Polarity

_WIDELY_USED = Ending(r"\s\p{L}+ly\sused$")
_USED = Pattern(r"\s(?:used|required|needed|consumed|taken|achieved|obtained|produced|generated|attained|reported)$")
_MADE = Pattern(
    r"\s(?:written|authored|designed|crafted|proposed|created|developed|tuned|built|optimi[sz]ed|curated|made|"
    r"trained|chosen|selected|found|drawn|discovered|generated|suggested|provided|filtered|labell?ed|annotated|"
    r"collected|synthesi[sz]ed|produced|pruned|quanti[sz]ed|obtained|retrieved|ranked|sampled|rewritten|translated)$"
)
_BY_WHOM = Pattern(
    r"\sby\s(?!\d|up\b|over\b|about\b|more\b|at\b|nearly\b|an?\s(?:factor|average|margin|mean)\b|[~$]|\p{L}+ing\b)"
)
_BY = Pattern(r"\s(?:by|for)\s")
_METRIC_OF = Pattern(
    r"(?:the\s)?(?P<metric>[^,;()]{2,40}?)\s(?:(?:required|needed|used|consumed|achieved|obtained|produced|"
    r"incurred|taken) by|of|over|compared\s(?:to|with)|relative\sto)\s"
    r"(?=\p{L})"
)
_KEPT_METRIC = Pattern(
    r"(?:the\s)?(?:original|full|baseline|best|same)\s(?:performance|accuracy|quality|throughput|speed|score|result)"
)
_GAIN = Pattern(r"(?:[\p{L}-]+\s){0,2}(?:gains?|improvements?|speed-?ups?|reductions?|savings?|lifts?)")
# "the teacher's final accuracy", "the planners' budget", and no "Tarnet's kernel"
_OWNED = Pattern(r"(?P<who>[^;()]{2,60}?(?:'s|s'))\s(?P<what>[^';()]{3,50})")
_QUALITY = Ending(
    r"\b(?:performance|quality|accuracy|scores?|capabilit(?:y|ies)|results?|efficiency|utility|gains?|loss|size|"
    r"(?:training\s)?(?:data|tokens|compute|cost|budget|time)|parameters)$"
)
_REQUIRED_BY = Pattern(
    r"\s(?:required|needed|used|consumed|achieved|obtained|incurred|taken|demanded) "
    r"(?:by\s|for\s(?=full|training|fine|dense|supervised))(?!\d)"
)
# "40% of the memory that a dense index requires"
_THAT_REQUIRES = Pattern(
    r"(?:\s(?:that|which))?\s(?P<np>(?:(?:an?|the)\s)?(?!(?:and|or|but|to|can|while|yet)\b)\p{L}[\p{L}\d.+-]*(?:\s[\p{L}\d.+-]+){0,4}?)\s"
    r"(?:requir|need|us|consum|tak|achiev|obtain|incur|occup|demand)(?:e?s|e|ed)?\b"
)
_THAT_OF = Pattern(r"(?:(?:that|those)\s(?:of|for)|what)\s(?=\p{L})")
_DOES = Pattern(r"\s(?:do|does|did)$")
_SIZE = Pattern(
    r"(?:the\s)?(?:space|power|time)|size|number|amount|length|scale|(?:trainable\s|model\s|total\s)?(?:parameters|params|weights)"
)
_DATA = Pattern(r"(?:the\s)?(?:data|number|size|scale|amount|length|batch|both|all)\b")
# "9 points, more than doubling the best known gain"
_DOUBLING = Pattern(r"(?:doubl|tripl|quadrupl|halv)ing\s")
_ARTICLE = len("the ")


def owner(s: Situation, span: tuple[int, int]) -> tuple[int, int]:
    """ "the context size of X" and "the cost required by X": X is what is compared with."""
    text = s.doc.view[span[0] : span[1]]
    if (doubling := _DOUBLING.match(text)) is not None:
        span, text = (span[0] + doubling.end(), span[1]), text[doubling.end() :]
    if (widely := _WIDELY_USED.search(text)) and s.doc.view.startswith(" for ", span[1]):
        return span[0], span[0] + widely.start()  # "the slicing widely used for video"
    if _USED.search(text) and (by := _BY.match(s.doc.view, span[1])):  # "of the compute used by X"
        return noun_phrase(s.doc.view, by.end(), s.sentence.end) or span
    if _MADE.search(text) and (by := _BY_WHOM.match(s.doc.view, span[1], s.sentence.end)):  # "designs written by X"
        whole = noun_phrase(s.doc.view, by.end(), s.sentence.end)
        return (span[0], whole[1]) if whole else span
    if does := _DOES.search(text):  # "than X does"
        return span[0], span[0] + does.start()
    if pronoun := _THAT_OF.match(text):
        return span[0] + pronoun.end(), span[1]
    if (is_cost(text) or _KEPT_METRIC.fullmatch(text)) and (
        by := _REQUIRED_BY.match(s.doc.view, span[1], s.sentence.end)
    ):
        return noun_phrase(s.doc.view, by.end(), s.sentence.end) or span  # "the loss achieved by X"
    match = _METRIC_OF.match(text)
    if match is None or not _is_metric(match["metric"]):
        return _possessor(span, text)
    return span[0] + match.end(), span[1]


def _is_metric(phrase: str) -> bool:
    return bool(metric_cues(phrase) or _SIZE.fullmatch(phrase) or _GAIN.fullmatch(phrase))


def _possessor(span: tuple[int, int], text: str) -> tuple[int, int]:
    """ "(3x) the teacher's final accuracy": the teacher."""
    owned = _OWNED.fullmatch(text)
    if owned is None or not (_QUALITY.search(owned["what"]) or is_cost(owned["what"])):
        return span
    return span[0], span[0] + owned.end("who") - (2 if owned["who"].endswith("'s") else 1)


def whose(s: Situation, end: int) -> tuple[int, int] | None:
    """Who needs the cost that ends at ``end``: "(the memory) that X requires", "(the parameters) required by X"."""
    if by := _REQUIRED_BY.match(s.doc.view, end, s.sentence.end):
        return cut(s, by.end(), s.sentence.end)
    theirs = _THAT_REQUIRES.match(s.doc.view, end, s.sentence.end)
    return theirs.span("np") if theirs else None


_OF_ONE = Pattern(r"\sper\s[\p{L}-]+$")


def is_cost(phrase: str) -> bool:
    """ "saves 30% of the energy", "100x the model size" name no baseline; "of the baseline energy" does."""
    phrase = _OF_ONE.sub("", phrase)  # "the energy per token" is the energy
    length = len(phrase.split())
    if any(cue.start <= _ARTICLE and cue.end == len(phrase) for cue in metric_cues(phrase)):
        return True  # "the throughput per watt"
    if length > 3 or NAMES_ANOTHER.search(phrase):
        return False
    return any(
        cue.end == len(phrase) and (cue.metric.polarity is not Polarity.HIGHER or length <= 2)
        for cue in metric_cues(phrase)
    )


def is_aspect(s: Situation, start: int) -> bool:
    """ "with respect to latency", "w.r.t. data and batch size": what is compared, not what with."""
    span = noun_phrase(s.doc.view, start, s.sentence.end)
    named = s.doc.view[slice(*span)] if span else ""
    short = len(named.split()) < 4
    return (short and any(cue.end == len(named) for cue in metric_cues(named))) or _DATA.match(named) is not None
