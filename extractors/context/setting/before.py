"""Settings that stand before the value: "On A, ...", "improves A by 2x", "renders A in 2 s"."""

from __future__ import annotations

import regex

from extractors.context.metric import metric_cues
from extractors.context.phrase import noun_phrase
from extractors.context.phrase.shapes import BENCHMARK, ITEM
from extractors.context.setting.accept import accept
from extractors.context.setting.accept.forms import COMPARED, STATISTIC
from extractors.context.setting.accept.more import with_what
from extractors.context.setting.phrases import look_of
from extractors.context.setting.span import Span
from extractors.endings import Ending
from extractors.lexicon import HEDGES, VERB_CUE
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Folded, Match, Pattern
from extractors.situation import Situation
from extractors.text import holds
from schemas.vocabulary import Metric

_FIRST = Folded(
    r"(?:^(?:(?:our|the|extensive|comprehensive|experimental|empirical|numerical|efficiency|additional|further|preliminary)\s){0,2}"
    r"(?:experiments?|evaluations?|results?|benchmarks?|tests|experimentation|case studies|studies)\s|"
    r"^(?:specifically|notably|moreover|furthermore|additionally|meanwhile|remarkably|crucially|empirically|"
    r"experimentally|finally|importantly|[a-z]\p{L}+\s\p{L}+),\s|^\s?(?:(?:yet|but|still|and|also|similarly|conversely|however|even),?\s)?|"
    r"(?=[;:ts,(])(?:[;:]\s|\bthat,?\s|,\s(?:and|while|whereas|but)\s|,\s(?=across\s)|\bshow(?:s|n)?\s|\(\d\)\s))"
    r"(?P<prep>on|across|for|in|under|at|during|(?:when\s)?(?:applied|evaluated|tested|deployed|tried|validated|assessed)"
    r"(?:\s(?!on\b|to\b|in\b)[\p{L}-]+){0,4}?\s(?:to|on|across|over)|with)\s"
)
_BY = (
    r"\s(?:by|to|is|reaches|from)\s(?:(?:up to|an?|the|over|about|only|average|of|factor|nearly|around|more than|"
    r"approximately|roughly|at least|geometric|mean|geomean)\s)*[~$(+]{0,2}\s?$"
)
_ENDS_IN_BY = Ending(_BY, regex.IGNORECASE)
_OBJECT = regex.compile(
    r"\b(?:of|for|on|in)\s(?P<np>(?:(?!\s(?:of|for|on|in)\s)[^,;:()]){2,70}?)(?<!\b(?:up|and))(?:\s\([^()]{2,30}\))?"
    + _BY,
    regex.IGNORECASE,
)
_SUBJECT = Pattern(
    r"(?:^|[:;]\s|\(\d\)\s|\bthat:?\s|,?\s(?:while|whereas|but)\s|,\sand\s)(?P<np>(?!(?:Although|Though|While|Whereas|When|If|Since|Because|Unlike|Even)\s)(?!the\s(?:accelerated|resulting|compressed|quantized|"
    r"proposed|final|trained|distilled)\b)(?!(?:\p{L}+\s)?(?:experiments?|evaluations?|results?|"
    r"analys[ei]s|extensive|ablations?)\b)(?!(?:other|prior|previous|existing|earlier|current|competing|baseline|these|those|such|"
    r"state-of-the-art|most|many|its|their)\s)(?:(?!our\b|we\b|"
    r"the proposed)[\p{L}\d/-]+\s){1,6}?(?:architectures|networks|models|variants|datasets|workloads|"
    r"benchmarks|kernels|tasks|cases|LLMs|queries|graphs|images|videos|documents|prompts|sequences|calls|steps|requests|"
    r"jobs|layers|operators|scenes|languages|inputs|traces|games|matrices|problems|questions|users|reads|writes|"
    r"A/B tests?)(?:\s\([^()]{2,80}\))?)"
    r"\s(?:(?:only|still|even|already|now)\s)?(?:achieve|show|exhibit|obtain|reach|get|yield|see|gain|score|attain|experience|have|"
    r"sustain|manage|drop|fall|run|take|need|require|complete|finish|lose|remain|stay|hit|climb|train|improve|benefit|"
    r"converge|skip|consume|become|suffer|fail|succeed|retain)s?\b",
    IGNORECASE,
)
_TURNS = (";", ":", " while ", " whereas ", ", but ")
# What the subject has to have in the sentence, folded.
_SEVERAL = (
    "architectures", "networks", "models", "variants", "datasets", "workloads", "benchmarks", "kernels", "tasks",
    "cases", "llms", "queries", "graphs", "images", "videos", "documents", "prompts", "sequences", "calls", "steps",
    "requests", "jobs", "layers", "operators", "scenes", "languages", "inputs", "traces", "games", "matrices",
    "problems", "questions", "users", "reads", "writes", "a/b test",
)  # fmt: skip
_SPEEDS_UP = Pattern(
    r"\b(?:speed(?:s|ing)? up|accelerat\p{L}+|compress\p{L}*|prun\p{L}+|"
    r"quanti[sz]\p{L}+)\s(?P<np>(?:the\s)?\p{Lu}[^,;:()]{1,40}?)\s(?:by|up to)\s" + HEDGES + r"$"
)
# "reconstructs a scene in 54 seconds": what is done in that time
_DONE = Pattern(
    r"\b(?:generat|reconstruct|render|produc|process|synthesi[sz]|solv|complet|finish|edit|decod|encod|simulat|sort|index|"
    r"compil|search|scan|answer|quanti[sz]|prun|compress|distill|fine-?tun|train|calibrat)(?:es?|s|ed|ing)\s(?P<np>(?!(?:it|them|up|over|and|in|on|with|at|using|from|to)\b)(?:[^,;:()]|,(?=\d)){3,60}?)"
    r"(?:\sby\s[~\d.]+\s?(?:x|times|\\?%))?(?:\son\s(?:an?|one|the)\s[^,;:()]{2,30})?\s(?:in|within)\s"
    + HEDGES
    + r"$"
)
# "training on 512 GPUs to complete in three weeks"
_ON_DEVICES = Ending(
    r"\bon\s(?P<np>(?:\d[\d,]*|an?|a\ssingle|one|two|four|eight)\s(?:[\p{L}\d.-]+\s){0,3}(?:[CGTN]PUs?|cores|nodes?|chips|cards?|machines?|servers?))\s"
    r"(?:(?:to\s)?(?:complet|finish|converg|end)(?:es?|s)?\s)?(?:in|within)\s(?:(?:just|only|under|about|around|nearly|less\sthan|approximately)\s|~){0,2}$"
)
# "speedups for sparse attention of 2.3x", "gains on Foo reach 5 points, those on Bar 2 points"
_CHANGE_ON = Ending(
    r"\b(?:speed-?ups?|gains?|improvements?|accelerations?|reductions?|savings?|drops?|those)\s(?:on|for|across|under|during)\s"
    r"(?P<np>(?!average\b)(?:(?!\b(?:of|by|over|and\s\p{L}+s)\s)[^,;:()]){2,60}?)\s"
    r"(?:of|up\sto|reach(?:es)?|stays?\sat|(?:is|are|was|were)|amounts?\sto|averages?|exceeds?|ranges?\sfrom)\s"
    r"(?:(?:up\sto|an?|about|over|nearly|around|only|at\smost|average\sof)\s){0,3}[~$+]{0,2}$",
    IGNORECASE,
)
_NAME = r"\p{Lu}[\p{L}\d-]*(?:\s\p{Lu}[\p{L}\d-]*)?"
_IMPROVED = Ending(
    r"\b(?:improv|enhanc|boost|rais|lift|increas)(?:es|e|s|ed|ing)?\s"
    rf"(?P<np>{_NAME}(?:(?:,|,?\sand)\s{_NAME}){{0,3}})\sby\s(?:(?:up\sto|an?|about|over|average|of|nearly)\s){{0,3}}[~+]?$"
)
_ON_WITH = Pattern(
    r"\b(?:on|across)\s(?P<np>(?:(?!\s(?:on|across|for|in|of|with)\s|\sand\s\p{Ll}+s\s(?:at|with)\s)[^,;:()]){3,60}?)(?:\s(?:while|and|by|thus|thereby))?(?:,\s|\s)(?:with|at|achieving|reaching|attaining|"
    r"obtaining|scoring)\s[^,;:()]{0,50}$"
)
_DOES = (
    r"is|completes?|finishes|takes?|yields?|gives?|cuts?|makes?|requires?|needs?|reduces?|improves?|runs?|fits?|brings?|costs?|leads?|"
    r"results?|speeds?|raises?|lowers?|shrinks?|saves?|reaches|achieves?|drops?"
)
# "Quantizing Tarnet to 3 bits shrinks it by 5x"
_DOING = Pattern(
    r"(?:\([\divx]{1,3}\)\s|(?:For example|For instance|Notably|Specifically|Moreover|Furthermore),\s)?"
    r"(?:Quanti[sz]|Prun|(?:Pre-?|Post-?)?[Tt]rain|Fine-?tun|Compress|Serv|Runn|Retrofitt|Generat|Render|Process|Decod|Encod|Simulat|"
    r"Solv|Port|Adapt|Distill|Evaluat|Scal|Sort|Compil|Migrat|Deploy|Optimi[sz]|Factori[sz]|Scann|Index|Load|Augment|Equipp|Enhanc|Accelerat)ing\s"
    r"(?:(?:on|with|over)\s)?(?P<np>(?:the\s|an?\s)?[\p{L}\d][^\s,;:()]*(?:\s(?!(?:to|with|on|in|for|by|from|at|using|via|under|into|and|of|through|without|"
    + _DOES
    + r")\b)[^\s,;:()]+){0,4})"
)
_DOES_THEN = Pattern(r"[^,;:.]{0,80}?\s(?:" + _DOES + r")\s")
_FIRST_VALUES = 3  # of the sentence
# "the document parsing score from 71 to 78", "a RoadSet success rate of 40%"
_WORD = (
    r"(?!(?i:an?|the|its|their|our|and|or|over|up|by|to|of|in|on|with|for|from|as|that|overall|average|mean|final|zero-shot|"
    r"attack|highest|lowest|best|Rank-?\d+|R-?\d+|model|system|relative|absolute|training|test|validation|total|new|best|same|top-1|higher|lower|better|standard|"
    r"robust|strong|high|stable|solid|consistent|impressive|excellent|remarkable|competitive|superior|promising|"
    r"(?:improv|rais|lift|boost|increas|reduc|decreas|lower|caus|push|reach|attain|obtain|achiev)\p{L}*)\s)"
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
# "an average RoadQA gain of 4 points"
_GAIN_IN = Ending(
    r"\b(?:an?|the|and|average|mean|its|with)\s(?P<np>(?!(?:[CGTN]PU|F\d|IO|KV|MFU|LLM|DNN|SM)s?\b)\p{Lu}[\p{L}\d.+-]*[\p{Lu}\d][\p{L}\d.+-]*)\s"
    r"(?:(?:average|mean|relative|absolute)\s)?(?:gain|improvement|drop|boost|increase|lift|loss)s?\s(?:of|by)\s"
    r"(?:(?:up\sto|an?|about|over|only|nearly|around|at\smost|at\sleast)\s){0,2}[~$+]{0,2}$"
)
_GAINS = ("gain", "improvement", "drop", "boost", "increase", "lift", "loss")
# "our audit of the Foo corpus reveals that 12% ..."
_STUDY = Pattern(
    r"(?:(?:[Aa]n?|[Oo]ur|[Tt]he|[Tt]his)\s)?(?:[\p{L}-]+\s){0,2}(?:[Ss]tudy|[Aa]nalysis|[Aa]udit|[Ss]urvey|[Ee]xamination|[Ii]nspection|[Rr]eview|"
    r"[Ii]nvestigation|[Mm]easurement)\s(?:of|on)\s(?P<np>[^,;:()]{3,60}?)\s(?:reveals?|shows?|finds?|found|indicates?|uncovers?|suggests?|"
    r"demonstrates?)\s(?:that\s)?"
)
_NAMED_WHOLE = Pattern(r"\s\(\p{Lu}\p{Ll}{0,2}\p{Lu}\p{L}{0,4}\)")  # "the Age of Information (AoI)": one name
_SAYS = Pattern(r"\s(?:that|which|causes|makes|lets|leads|results|shows?|demonstrates?|indicates?|reveals?)\s")


def done_meanwhile(s: Situation) -> Span | None:
    if s.quantity.dimension is not Dimension.TIME:
        return None
    left = s.left[-110:]
    match = _DONE.search(left)
    start = s.quantity.start - len(left)
    return accept(s, (start + match.start("np"), start + match.end("np")), "on") if match else None


def improved_data(s: Situation) -> Span | None:
    """ "improves FooQA and BarQA by 3%": the data whose scores rise."""
    match = _IMPROVED.search(s.list_left) if " by " in s.list_left[-20:] else None
    if match is None or not BENCHMARK.match(match["np"]):
        return None
    start = s.siblings[s.group[0]].start - len(s.list_left)
    return start + match.start("np"), start + match.end("np")


def _is_of_a_metric(phrase: str) -> bool:
    """ "the gain on word error rate"; "MAE pretraining" is of none."""
    cues = metric_cues(phrase)
    return bool(cues) and (cues[-1].end == len(phrase) or cues[-1].metric is not Metric.ERROR)


def change_on(s: Situation) -> Span | None:
    """ "speedups for sparse attention of 2.3x": what the change is seen on."""
    match = _CHANGE_ON.search(s.near_left[-140:])
    if match is None or _is_of_a_metric(match["np"]):
        return None
    start = s.quantity.start - len(s.near_left[-140:])
    return accept(s, (start + match.start("np"), start + match.end("np")), "on")


def on_devices(s: Situation) -> Span | None:
    """ "training on 512 GPUs to complete in three weeks": the machine that it took so long on."""
    if s.quantity.dimension is not Dimension.TIME:
        return None
    match = _ON_DEVICES.search(s.left[-110:])
    start = s.quantity.start - len(s.left[-110:])
    return (start + match.start("np"), start + match.end("np")) if match else None


def gain_in(s: Situation) -> Span | None:
    """ "an average RoadQA gain of 4 points": the benchmark whose score rises."""
    match = _GAIN_IN.search(s.near_left[-90:]) if s.says(_GAINS) else None
    if match is None or metric_cues(match["np"]):
        return None
    start = s.quantity.start - len(s.near_left[-90:])
    return start + match.start("np"), start + match.end("np")


def study_of(s: Situation) -> Span | None:
    """ "Our audit of the Foo corpus reveals that 12% ...": what was looked at."""
    match = _STUDY.match(s.left)
    if match is None or s.index > _FIRST_VALUES:
        return None
    start = s.sentence.start
    return accept(s, (start + match.start("np"), start + match.end("np")), "on")


def before_with(s: Situation) -> Span | None:
    """ "state of the art on X with a score of 1.35": what is named before in the same clause."""
    match = _ON_WITH.search(s.near_left)
    start = s.quantity.start - len(s.near_left)
    return accept(s, (start + match.start("np"), start + match.end("np")), "on") if match else None


_MAY = Pattern(r"\s(?:can|could|may|might|will|would)\s")


def object_of(s: Situation) -> Span | None:
    """ "improves the performance of X by 14%", "cutting the footprint of Y by 90%"."""
    left = s.list_left
    match = _object(left)
    if match is None and s.index == s.group[0] and s.index:  # the size of a model stands in between
        before = s.siblings[s.index - 1]
        left = s.left if before.dimension is Dimension.PARAMETERS and s.near_left[:1] == " " else left
        match = _object(left)
    if (
        match is None
        or left[: match.start()].endswith(("number ", "that ", "those "))
        or VERB_CUE.search(match["np"])
        or _MAY.search(match["np"])
        or _SAYS.search(match["np"])
        or _NAMED_WHOLE.match(left, match.end("np"))
    ):
        return None
    start = s.siblings[s.group[0]].start - len(left)
    return accept(s, (start + match.start("np"), start + match.end("np")), "of")


def _object(left: str) -> Match | None:
    return _OBJECT.search(left) if _ENDS_IN_BY.search(left) else None  # the end refuses most at once


def sped_up(s: Situation) -> Span | None:
    """ "speeds up X by 2x and Y by 3x": the model that is made faster."""
    match = _SPEEDS_UP.search(s.near_left)
    if match is None or metric_cues(match["np"]) or COMPARED.search(match["np"]):
        return None
    start = s.quantity.start - len(s.near_left)
    return start + match.start("np"), start + match.end("np")


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


def score_of(s: Situation) -> Span | None:
    """ "raises the document parsing score from 71 to 78": what the score is of."""
    match = _SCORE_OF.search(s.near_left[-120:]) if s.says(_SCORES) else None
    if match is None or metric_cues(match["np"]) or STATISTIC.search(match["np"]):
        return None
    name = match["np"].strip()
    if _ADJECTIVE.fullmatch(name) or (" score" in match[0] and " " not in name and look_of(name)[0] == "word"):
        return None  # "a coordination score of 91%"
    start = s.quantity.start - len(s.near_left[-120:])
    return accept(s, (start + match.start("np"), start + match.end("np") - 1), "on")


def subject(s: Situation) -> Span | None:
    """ "shallow networks (ResNet-18) show gains of 4%": whose value it is."""
    found = [*_SUBJECT.finditer(s.left)] if s.says(_SEVERAL) else []
    if not found or metric_cues(found[-1]["np"]) or holds(s.left[found[-1].end() :], _TURNS):
        return None
    return s.sentence.start + found[-1].start("np"), s.sentence.start + found[-1].end("np")


def _is_in_another_item(left: str, match: Match) -> bool:
    """ "a) on six corpora it is better, b) it trains 10% faster"."""
    items = [item.start() for item in ITEM.finditer(left)] if ") " in left else []
    return len(items) > 1 and items[0] < match.start() and match.end() <= items[-1]


def sentence_start(s: Situation) -> Span | None:
    """ "On X, ...", "For Y, ...": the last such phrase before the quantity."""
    found: Span | None = None
    for match in _FIRST.finditer(s.left):
        if match["prep"].lower() == "with" and match.start() > 0:
            continue
        if ";" in s.left[match.end() :] or _is_in_another_item(s.left, match):
            continue
        start = s.sentence.start + match.end()
        span = with_what(s.doc.view, noun_phrase(s.doc.view, start, s.quantity.start, limit=110), s.sentence.end)
        if span is not None and s.doc.view[span[1] : span[1] + 1] not in (",", " ", ")", ";", ":"):
            continue
        found = accept(s, span, match["prep"].lower()) or found
    return found
