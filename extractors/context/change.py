"""What a comparison says: which metric moved, which way, and by or to how much."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import regex

from extractors.context.metric import Cue, first_metric, head_metric, last_metric, metric_cues
from extractors.lexicon import CHANGE_CUE, CHANGES, DOWN, OUTPERFORM, UP, VERB_CUE, VERBS, has_verb
from extractors.numbers.units import Dimension
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Direction, Metric, Polarity


@dataclass(frozen=True, slots=True)
class Change:
    """A metric and where it moved; ``rule`` names the wording that was found."""

    metric: Metric
    direction: Direction
    form: Form
    rule: str


_RIGHT_END = regex.compile(
    r"[,;:()]|\.\s|\b(?:than|over|compared|relative to|versus|vs|while|when|whereas|for|on|across|under|using|at|via|by|which|that|"
    r"without|with|thanks|due|after|because|but|from|against|where|during|depending|respectively|as well|within|through)\b|\band\b",
    regex.IGNORECASE,
)
_CLAUSE_BREAK = regex.compile(r"[;]|,\s(?:while|whereas|but|with|and|which)\s|\bwhile\b|\bwhereas\b|\.\s", regex.IGNORECASE)
_FILLER = (
    r"(?:\s{1,3}|(?:a|an|the|up to|about|around|over|nearly|almost|roughly|approximately|more than|less than|at least|at most|only|just|"
    r"as much as|as many as|as low as|as high as|as little as|a further|an additional|further|another|an? average of|on average|an? average|average|a mean of|geometric means? of|"
    r"geomean of|a geomean of|a geometric mean of|a median of|factors? of|a factor of|a maximum of|a minimum of|minimum/maximum of|a minimum/maximum of|some|even|"
    r"well over|close to|under|exceeding|beyond|above|below|within|an? (?:overall|relative|absolute|impressive|remarkable|significant|substantial|notable|total)|[~<>≥≤$(+-]|by)(?=\W|$)){0,8}"
)
_BY = regex.compile(r"\bby" + _FILLER + r"$", regex.IGNORECASE)
_TO = regex.compile(r"(?<!up\s)(?<!equal\s)(?<!close\s)\b(?:down\s)?to" + _FILLER + r"$", regex.IGNORECASE)
_OF = regex.compile(r"(?<!average\s)(?<!mean\s)(?<!factor\s)(?<!factors\s)(?<!means\s)(?<!maximum\s)\b(?:of|ranging(?: from)?|reaching|between|is|are|was|were|exceeding|by|up to|as high as|averaging|in the range of)" + _FILLER + r"$", regex.IGNORECASE)
_VERB_END = regex.compile(
    r"\b(?P<verb>drop(?:s|ped|ping)?|falls?|fell|falling|ris(?:es?|ing)|rose|increas(?:es?|ed|ing)|decreas(?:es?|ed|ing)|improv(?:es?|ed|ing)|"
    r"declin(?:es?|ed|ing)|sav(?:es?|ed|ing)|gain(?:s|ed|ing)?|los(?:es?|ing)|lost|grow(?:s|ing)?|grew|reduc(?:es?|ed|ing)|cut(?:s|ting)?|lower(?:s|ed|ing)?)"
    r"\s(?:(?:over|about|nearly|almost|roughly|approximately|up to|around|more than|another|an additional|a further|an?|by|only|just)\s){0,3}[~$(+]{0,2}\s?$",
    regex.IGNORECASE,
)
_FROM = regex.compile(r"\bfrom\s{1,3}[~($]{0,2}\s?$", regex.IGNORECASE)
_OPEN = regex.compile(r"[(\[][^()\[\]]{0,12}$")
_NOUN_BEFORE_OF = regex.compile(
    r"(?P<noun>speed-?ups?|accelerations?|improvements?|gains?|increases?|boosts?|reductions?|decreases?|drops?|savings?|slow-?downs?|"
    r"degradations?|overheads?|enhancements?|uplifts?|compression|declines?|loss(?:es)?|advantages?|difference|gaps?)"
    r"(?:\s(?:factors?|ratios?|rates?|values?|levels?))?(?P<rest>(?:\s\((?:[^()]{1,30})\))?(?:\s(?:in|of|on|for|over|across|compared (?:to|with)|relative to|against)\s[^;:]{1,80}?)?)(?:,)?\s{1,2}$",
    regex.IGNORECASE,
)
_ACCOUNTS = regex.compile(r"\b(?:account|contribut|constitut|compris|represent|make up|makes up|occup)\w*\b[^,;]{0,24}$", regex.IGNORECASE)
_VERB_AFTER = regex.compile(r"(?:increas|reduc|improv|sav|decreas|enhanc|boost)es|cuts|saves|boosts", regex.IGNORECASE)
_BEATS = regex.compile(
    r"\b(?:outperform|surpass|exceed|beat|match|rival|comparable to|on par with|competitive with)(?:s|es|ed|ing|ting)?\b(?!\sby\b)[^;.]{1,70}?"
    r"(?:\(|\b(?:with|using|on|that|which|requiring|consuming|trained on|is|are|at))\s?(?:(?:is|are|uses?|has|have|up to|more than|over|nearly|about|~|requires?)\s){0,3}$",
    regex.IGNORECASE,
)
_STILL_CHANGE = regex.compile(
    r"\b(?P<noun>gains?|improvements?|increases?|speed-?ups?|reductions?|savings?)\b[^,;.]{0,30}?\b(?:increas|climb|grow|grew|ris|rose|reach|rang|vary|var|extend|drop|fall|shrink|are|is|was|were|remain)\w*\s(?:(?:from|to|up to|between|at|as high as|over|above|about|around)\s){1,2}[~$+(]{0,2}\s?$",
    regex.IGNORECASE,
)
_SHARE = regex.compile(
    r"^\s{0,2}(?:[\p{L}-]{1,20}\s)?of\s(?P<what>(?:(?:the|its|their|that|those|our|all)\s)?(?:of\s)?(?:the\s)?[^,;:()]{2,70})", regex.IGNORECASE
)
_AS_MANY = regex.compile(r"^\s{0,2}(?:as\s(?P<word>many|much|fast|large|long|few|small|high|low)|(?P<the>the|that of|those of)\s(?P<what>[^,;:()]{2,50}))", regex.IGNORECASE)
_PEAK = regex.compile(r"\b(?:peak|theoretical|roofline|ideal|maximum achievable|available|bandwidth|line rate|attainable|hardware limit|speed of light)\b", regex.IGNORECASE)
_REFERENCE = regex.compile(
    r"\b(?:full|original|baseline|baselines|dense|base|native|vanilla|uncompressed|unpruned|teacher|standard|conventional|existing|other|prior|previous|"
    r"full-precision|full-attention|fp16|bf16|fp32|float|unquantized|sequential|competing|state-of-the-art|total|required|default|exact|"
    r"that|those|needed|naive|reference|human|oracle|centralized|supervised|larger|model's|method|methods)\b",
    regex.IGNORECASE,
)
_RETAIN = regex.compile(r"\b(?:retain|preserv|maintain|keep|kept|recover|achiev|reach|attain|match|obtain|within)\w*\b[^;:]{0,40}$", regex.IGNORECASE)
_ONLY = regex.compile(r"\b(?:only|just|merely|using|uses|use|with|requires?|requiring|needs?|consum\w+|less than|under|as little as|as low as|takes?|costs?)\b[^,;:]{0,24}$", regex.IGNORECASE)
_FEWER = regex.compile(r"\b(?:fewer|less|smaller|more|larger)\s(?:\p{L}+-?\s?){0,3}?(?P<what>parameters?|params|weights|data|samples|examples|images|labels|models?|annotations|networks?|tokens|vocabulary)\b", regex.IGNORECASE)
_SIZE = {"parameters": Metric.MODEL_SIZE, "parameter": Metric.MODEL_SIZE, "params": Metric.MODEL_SIZE, "weights": Metric.MODEL_SIZE,
         "model": Metric.MODEL_SIZE, "models": Metric.MODEL_SIZE, "network": Metric.MODEL_SIZE, "networks": Metric.MODEL_SIZE,
         "tokens": Metric.COMPUTE}  # fmt: skip
_EFFICIENCY_OF = regex.compile(r"(?P<what>parameter|data|sample|token|label|training|compute|computational|memory|inference)[-\s]efficien", regex.IGNORECASE)
_LESSER = frozenset({"lower", "less", "fewer", "smaller", "shorter", "lighter"})


def find_change(s: Situation) -> Change | None:
    """What the words around a quantity say has changed; null when they speak of no change."""
    for step in _STEPS:
        change = step(s)
        if change is not None:
            return _of_the_beaten(s, change)
    return None


def _of_the_beaten(s: Situation, change: Change) -> Change:
    """ "outperforms models with twice the compute": a decrease for the paper's own model (CLAIMS.md, section 8)."""
    size = change.metric in (Metric.MODEL_SIZE, Metric.COMPUTE, Metric.DATASET_SIZE, Metric.COUNT, Metric.CAPACITY, Metric.COST)
    if size and change.direction is UP and _BEATS.search(s.left[-110:]):
        metric = Metric.MODEL_SIZE if change.metric is Metric.CAPACITY else change.metric
        return Change(metric, DOWN, change.form, change.rule)
    if change.metric is Metric.CAPACITY and change.direction is DOWN:
        return Change(Metric.OTHER, DOWN, change.form, change.rule)
    return change


def default_metric(s: Situation) -> Metric:
    """What "better" means where no metric is named."""
    if s.quantity.dimension is Dimension.POINTS:
        return Metric.ACCURACY
    if s.quantity.dimension is Dimension.PERCENT and s.text_is_about_quality:
        return Metric.ACCURACY
    return Metric.SPEED


def _usable(cue: Cue | None, s: Situation) -> Metric | None:
    """The metric of a cue; "performance" by itself means speed or quality as the text goes."""
    if cue is None:
        return None
    if cue.metric is Metric.SPEED and cue.word.lower().startswith("perf"):
        return Metric.ACCURACY if s.nothing_about_speed else default_metric(s)
    return cue.metric


def metric_after(s: Situation) -> Metric | None:
    """ "by 1.5 in BLEU", "by 4% (mAP)": the metric that stands right after the quantity."""
    return _usable(first_metric(_window_of(s)), s)


def _settle(metric: Metric, direction: Direction, word: str, rule: str, form: Form = Form.BY) -> Change:
    """An improvement of what is better when lower is a reduction of it."""
    praise = regex.match(r"improv|gain|boost|better|enhanc|advant|superior|uplift|optimi", word, regex.IGNORECASE)
    if praise and metric.polarity is Polarity.LOWER:
        direction = DOWN
    blame = regex.match(r"worse|degrad|penalty|deteriorat|inferior", word, regex.IGNORECASE)
    if blame and metric.polarity is Polarity.LOWER:
        direction = UP
    return Change(metric, direction, form, rule)


def _window(text: str) -> str:
    end = _RIGHT_END.search(text)
    return text[: end.start()] if end else text[:110]


def _share_of(s: Situation) -> Change | None:
    """ "80% of the baseline's FLOPs", "as low as 0.8% of other methods", "5x the ...", "twice as fast"."""
    if s.quantity.dimension not in (Dimension.PERCENT, Dimension.TIMES):
        return None
    right = s.list_right
    as_many = _AS_MANY.match(right)
    if as_many is not None:
        return _multiple_of(s, as_many)
    if s.quantity.dimension is not Dimension.PERCENT:
        return None
    match = _SHARE.match(right)
    if match is None:
        return None
    what = match["what"]
    if _ACCOUNTS.search(s.near_left) or _PEAK.search(what) or regex.search(r"\b(?:attribut\w+|due to|caused|come|occur)", what):
        return None
    head = first_metric(what)
    metric = _usable(head, s)
    if metric is None and _REFERENCE.search(what):
        metric = _usable(last_metric(s.list_left[-80:]), s)
        if metric is None and regex.search(r"method|baseline|model|approach", what):
            metric = Metric.ACCURACY if _RETAIN.search(s.list_left) else None
    if metric is None:
        fewer = regex.search(r"\b(parameters|weights|params)\b", what)
        if fewer and _ONLY.search(s.list_left):
            return Change(Metric.MODEL_SIZE, DOWN, Form.TO, "share of the parameters")
        return None
    if metric.polarity is Polarity.LOWER and (_ONLY.search(s.list_left) or _REFERENCE.search(what) or _TO.search(s.list_left)):
        return Change(metric, DOWN, Form.TO, "share of a cost")
    if metric.polarity is Polarity.HIGHER and _RETAIN.search(s.list_left) and (_REFERENCE.search(what) or metric is Metric.ACCURACY):
        return Change(metric, DOWN, Form.TO, "retained share")
    return None


def _multiple_of(s: Situation, match: regex.Match[str]) -> Change | None:
    form = Form.TO if s.quantity.dimension is Dimension.PERCENT else Form.BY
    direction = DOWN if s.quantity.dimension is Dimension.PERCENT else UP
    word = (match["word"] or "").lower()
    if s.quantity.idiom.startswith("hal"):
        direction = DOWN
    if word in ("fast", "high"):
        metric = Metric.SPEED if word == "fast" else _usable(last_metric(s.list_left[-80:]), s) or Metric.SPEED
        return Change(metric, direction, form, "multiple of the baseline")
    named = first_metric(s.list_right[: match.end() + 40]) or last_metric(s.list_left[-80:])
    metric = _usable(named, s)
    if metric is None:
        return Change(Metric.COUNT if match["word"] else Metric.OTHER, direction, form, "multiple of a count")
    return Change(metric, direction, form, "multiple of the baseline")


def _right_change(s: Situation) -> Change | None:
    """ "2x faster", "30% higher throughput", "1.7x reduction in latency", "29% latency gains"."""
    rest = s.list_right
    window = _window(rest)
    cue = CHANGE_CUE.search(window)
    if cue is None or len(window[: cue.start()].split()) > 6:
        return _elliptic(s, window)
    if s.quantity.dimension in (Dimension.PERCENT, Dimension.NONE) and _verb_between(window[: cue.start()]):
        return None
    if _VERB_AFTER.fullmatch(cue[0]) and window[: cue.start()].strip() and regex.match(r"\s(?!in\b|of\b|to\b)\p{L}", window[cue.end() :]):
        return None  # "a 20% budget increases the throughput": a verb of its own
    _, direction, default = CHANGES[int((cue.lastgroup or "c0")[1:])]
    word = cue[0].lower()
    metric = default
    before, after = window[: cue.start()], window[cue.end() :]
    if metric is None:
        fewer = _FEWER.search(window)
        if fewer:
            what = fewer["what"].lower()
            return Change(_SIZE.get(what, Metric.DATASET_SIZE), direction, Form.BY, "comparative with a size")
        efficiency = _EFFICIENCY_OF.search(window)
        if efficiency and efficiency["what"].lower() in ("parameter", "data", "sample", "token", "label"):
            return Change(Metric.OTHER, direction, Form.BY, "efficiency of no common kind")
        named = last_metric(before) or last_metric(window[: cue.end()]) or head_metric(after)
        if named is None and regex.search(r"\bsizes?\s$", before):
            return Change(Metric.STORAGE, direction, Form.BY, "change of size")
        metric = _usable(named, s)
        if named is not None and named.word.lower() == "model size" and direction is DOWN:
            metric = Metric.STORAGE
        if metric is None:
            metric = _changed_elsewhere(s, rest, cue.end(), word)
    elif metric in (Metric.OVERHEAD, Metric.SPEED):
        named = last_metric(before)
        if named and metric is Metric.OVERHEAD and named.metric is not Metric.SPEED:
            metric = named.metric
        if metric is Metric.SPEED and word.startswith("slow") and s.quantity.dimension is Dimension.PERCENT:
            metric = Metric.OVERHEAD if word.startswith(("slow-d", "slowd")) else metric
            direction = UP if metric is Metric.OVERHEAD else direction
    return _settle(metric, direction, word, "quantity and change")


def _verb_between(text: str) -> bool:
    return regex.search(r"\b(?:is|are|was|were|achieves?|to|of|in|has|have|can|shows?)\b", text) is not None


def _changed_elsewhere(s: Situation, rest: str, at: int, word: str) -> Metric:
    """ "achieves a throughput 2x higher than": the metric stands before; else what the text is about."""
    tail = regex.match(r"\s(?:in|of)\s(?P<np>[^,;:()]{2,60})", rest[at:])
    if tail:
        named = _usable(head_metric(_window(tail["np"] + ".")), s)
        if named is not None or regex.match(r"reduc|decreas|increas", word):
            return named or Metric.OTHER
    if regex.match(r"drop|loss|degrad|declin|differ|gap|penalt|deteri", word) and s.quantity.dimension in (Dimension.PERCENT, Dimension.POINTS):
        named = _usable(last_metric(_CLAUSE_BREAK.split(s.list_left)[-1][-24:]), s)
        return named if named not in (None, Metric.SPEED) else Metric.ACCURACY
    if word in ("larger", "bigger") and regex.search(r"\b(?:models?|networks?|counterparts?|LLMs?|baselines?)\b[^,;]{0,40}$", s.list_left):
        return Metric.MODEL_SIZE
    if word in ("smaller", "larger", "bigger"):
        before = _usable(last_metric(s.list_left[-40:]), s)
        if before in (Metric.STORAGE, Metric.MEMORY, Metric.MODEL_SIZE, Metric.AREA, Metric.CAPACITY, Metric.ERROR):
            return before
        return Metric.MODEL_SIZE if word == "smaller" else Metric.CAPACITY
    if word in _LESSER or word in ("higher", "greater", "longer", "better", "worse", "improved", "reduced", "below"):
        nearby = s.list_left if len(s.list_left) > 12 else s.left[-90:]
        named = _usable(last_metric(_CLAUSE_BREAK.split(nearby)[-1][-70:]), s) or _usable(last_metric(nearby[-50:]), s)
        if named is not None:
            return named
        if word == "shorter":
            return Metric.RUNTIME
    if regex.match(r"reduc|decreas|sav|drop|cut|less|fewer", word):
        named = _usable(last_metric(_CLAUSE_BREAK.split(s.left)[-1][-90:]), s)
        return named or Metric.OTHER
    return default_metric(s)


def _elliptic(s: Situation, window: str) -> Change | None:
    """ "11% performance and 8% energy efficiency improvements": the change stands with the next member."""
    metric = first_metric(window)
    if metric is None or s.index + 1 >= len(s.siblings):
        return None
    follower = s.siblings[s.index + 1]
    gap = s.near_right
    if follower.dimension is not s.quantity.dimension or not regex.fullmatch(r"\s?[\p{L}\s-]{2,40}(?:,|\sand|,\sand)\s~?", gap):
        return None
    after = _window(s.doc.view[follower.end : s.sentence.end])
    cue = CHANGE_CUE.search(after)
    if cue is None:
        return None
    _, direction, _ = CHANGES[int((cue.lastgroup or "c0")[1:])]
    return _settle(_usable(metric, s) or default_metric(s), direction, cue[0], "shared change")


def _by(s: Situation) -> Change | None:
    """ "reduces memory by 61%", "throughput is improved by 2x", "outperforms X by 3%"."""
    left = s.list_left if s.group[0] != s.index and not _BY.search(s.near_left) else s.near_left
    start = s.doc.view[s.sentence.start : s.quantity.start]
    by = _BY.search(left)
    if by is None:
        return None
    # The verb may stand before an earlier quantity: "improves A by 2x in X and by 3x in Y".
    head = start[: len(start) - (len(left) - by.start())] if left and start.endswith(left) else left[: by.start()]
    return _governed(s, head, "verb and by")


def _governed(s: Situation, head: str, rule: str) -> Change | None:
    """What the last verb of change before the quantity does to what."""
    verbs = list(VERB_CUE.finditer(head))
    if not verbs:
        return None
    verb = verbs[-1]
    number = int((verb.lastgroup or "v0")[1:])
    _, direction, default = VERBS[number]
    word = verb[0]
    between = head[verb.end() :]
    if number == OUTPERFORM:
        named = first_metric(_window_of(s)) or last_metric(regex.split(r"\b(?:in|on|for|terms of)\b", between)[-1] if " in " in between else "")
        return _settle(_usable(named, s) or default_metric(s), UP, "better", "outperforms by")
    if default is not None:
        if default is Metric.SPEED and direction is DOWN:
            return Change(Metric.SPEED, DOWN, Form.BY, rule)
        return Change(default, direction, Form.BY, rule)
    size = regex.search(r"\b(?:(?<!timing\s)(?<!design\s)(?<!process\s)parameter(?:s| count)|model size|number of (?:\w+ )?parameters)\b", between)
    if size:
        metric = Metric.STORAGE if "model size" in size[0].lower() and direction is DOWN else Metric.MODEL_SIZE
        return Change(metric, direction, Form.BY, rule)
    shared = s.list_left if len(s.list_left) < len(between) else ""
    named = last_metric(shared[: len(shared) - 3]) if shared and not has_verb(shared) else None
    named = named or head_metric(_object(between))
    if named is None:
        subject = _CLAUSE_BREAK.split(head[: verb.start()])[-1]
        object_words = regex.sub(r"\b(?:is|are|be|been|was|were|can|has|have|significantly|substantially|also|further)\b", "", between).split()
        if len(object_words) <= 1 or not regex.match(r"\s{0,2}(?:the|its|our|their|a|an|on|over|upon)\b", between):
            named = _subject_metric(subject)
    if named is None and direction is DOWN and regex.search(r"\btokens?\s{1,2}$", between):
        return Change(Metric.COMPUTE, DOWN, Form.BY, rule)
    if named is None:
        named = first_metric(_window_of(s))
        if named is None and word.lower().startswith("reduction"):
            named = last_metric(head[max(0, verb.start() - 30) : verb.end()])
    metric = _usable(named, s)
    if metric is None:
        metric = default_metric(s) if regex.match(r"improv|boost|enhanc|gain|better|advanc", word, regex.IGNORECASE) else Metric.OTHER
    return _settle(metric, direction, word, rule)


def _verb_direct(s: Situation) -> Change | None:
    """ "energy drops 75%", "throughput rises 2.5x": the verb stands right before the quantity."""
    match = _VERB_END.search(s.near_left)
    if match is None or s.quantity.pair:
        return None
    verb = VERB_CUE.match(match["verb"])
    if verb is None:
        return None
    _, direction, default = VERBS[int((verb.lastgroup or "v0")[1:])]
    subject = _CLAUSE_BREAK.split(s.near_left[: match.start()])[-1]
    named = first_metric(_window(s.right)) or last_metric(subject[-60:])
    metric = default or _usable(named, s)
    if metric is None:
        return None
    return _settle(metric, direction, match["verb"], "verb and quantity")


def _window_of(s: Situation) -> str:
    """ "by 1.5 in BLEU": the metric after the quantity."""
    bracket = regex.match(r"^\s?\((?P<np>[^()]{2,40})\)", s.near_right)
    if bracket:
        return str(bracket["np"])
    match = regex.match(r"^\s{0,2}(?:in|of|in terms of)\s(?P<np>[^,;:()]{2,50})", s.list_right)
    if match:
        return _window(match["np"] + ".")
    direct = regex.match(r"^\s{0,2}(?P<np>\p{L}[^,;:()]{2,30})", s.list_right)
    return _window(direct["np"] + ".") if direct else ""


def _object(between: str) -> str:
    """The noun phrase after a verb, without an inserted remark."""
    return regex.sub(r"\s?[(-][^()]{3,60}[)-](?=by|\s)", " ", between)


def _subject_metric(subject: str) -> Cue | None:
    cues = metric_cues(subject[-110:])
    return cues[-1] if cues else None


def _to(s: Situation) -> Change | None:
    """ "reduces compute to only 30%": a percentage of a cost is a share of the baseline's."""
    if s.quantity.dimension is not Dimension.PERCENT or s.quantity.pair:
        return None
    to = _TO.search(s.near_left)
    if to is None:
        return None
    change = _governed(s, s.near_left[: to.start()], "reduced to")
    if change is None or change.direction is not DOWN or change.metric.polarity is not Polarity.LOWER:
        return None
    if change.metric in (Metric.ERROR, Metric.OVERHEAD):
        return None
    return Change(change.metric, DOWN, Form.TO, "reduced to")


def _of(s: Situation) -> Change | None:
    """ "speedups of up to 3x", "a reduction in latency of 30%", "improvements (12%)"."""
    left = s.list_left
    opened = _OPEN.search(left)
    of = _OF.search(left) or (_FROM.search(left) if s.quantity.is_range else None)
    if of is not None:
        head = left[: of.start()]
    elif opened is not None:
        head = left[: opened.start()]
    else:
        return None
    head = head.rstrip() + " "
    noun = _NOUN_BEFORE_OF.search(head[-150:])
    if noun is None:
        if opened is not None and (cue := list(CHANGE_CUE.finditer(head[-90:]))):
            return _parenthetical(s, head[-90:], cue[-1])
        return None
    if noun["noun"].lower().startswith(("reduction", "decrease", "saving")) and not metric_cues(noun["rest"] or ""):
        if not metric_cues(head[-150:][max(0, noun.start() - 40) : noun.start()]):
            named = last_metric(s.left[-140:])
            return Change(_usable(named, s) or Metric.OTHER, DOWN, Form.BY, "reduction of what was named before")
    cue2 = CHANGE_CUE.match(noun["noun"])
    if cue2 is None:
        return None
    _, direction, default = CHANGES[int((cue2.lastgroup or "c0")[1:])]
    before = _CLAUSE_BREAK.split(head[-150:][: noun.start()])[-1]
    compound = regex.search(r"(?:[\p{L}@/-]+\s){0,4}$", before)
    named = head_metric(noun["rest"]) if noun["rest"] else None
    named = named or last_metric(compound[0] if compound else "")
    metric = default
    if metric is None or (metric is Metric.OVERHEAD and named and named.metric is not Metric.SPEED):
        metric = _usable(named or first_metric(_window_of(s)), s) or default_metric(s)
    return _settle(metric, direction, noun["noun"], "change of")


def _still_change(s: Situation) -> Change | None:
    """ "the gains increase to 8%": a change of a change is still a change of the metric."""
    match = _STILL_CHANGE.search(s.list_left)
    if match is None:
        return None
    cue = CHANGE_CUE.match(match["noun"])
    if cue is None:
        return None
    _, direction, default = CHANGES[int((cue.lastgroup or "c0")[1:])]
    named = last_metric(s.list_left[max(0, match.start() - 40) : match.start()])
    return _settle(default or _usable(named, s) or default_metric(s), direction, match["noun"], "change of a change")


def _overhead(s: Situation) -> Change | None:
    """ "the latency overhead remains below 10%": an overhead is an increase."""
    if s.quantity.dimension is not Dimension.PERCENT:
        return None
    cues = metric_cues(s.list_left[-90:])
    if not cues or not cues[-1].word.lower().endswith(("overhead", "overheads", "slowdown", "slowdowns")):
        return None
    others = [cue for cue in cues[:-1] if cues[-1].start - cue.end <= 1 and cue.metric is not Metric.SPEED]
    return Change(others[-1].metric if others else Metric.OVERHEAD, UP, Form.BY, "overhead")


def _parenthetical(s: Situation, head: str, cue: regex.Match[str]) -> Change | None:
    """ "adds negligible latency overhead (7%)", "comparable accuracy (0.2 percent better)"."""
    tail = head[cue.end() :]
    if len(tail.split()) > 7 or regex.search(r"[.;]", tail):
        return None
    _, direction, default = CHANGES[int((cue.lastgroup or "c0")[1:])]
    named = last_metric(head[max(0, cue.start() - 40) : cue.start()]) or head_metric(tail)
    if default is Metric.COMPRESSION:
        return None
    metric = default if default not in (None, Metric.OVERHEAD) else _usable(named, s) or default or default_metric(s)
    return _settle(metric or default_metric(s), direction, cue[0], "change in brackets")


def _direct(s: Situation) -> Change | None:
    """A factor with no word of change at all: "achieves 2.3x", "is 100x ... than"."""
    if s.quantity.dimension is Dimension.TIMES and s.quantity.idiom:
        return _idiom(s)
    if s.quantity.dimension is Dimension.TIMES:
        window = _window(s.list_right)
        if regex.match(r"\s{0,2}(?:the\s|as many\s)?(?:parameters|params|size)\b", s.list_right):
            return Change(Metric.MODEL_SIZE, UP, Form.BY, "multiple of a size")
        named = first_metric(window) or last_metric(_CLAUSE_BREAK.split(s.list_left)[-1][-60:])
        metric = _usable(named, s) or Metric.SPEED
        if _EFFICIENCY_OF.search(window):
            return Change(Metric.OTHER, UP, Form.BY, "efficiency of no common kind")
        bracketed = _OPEN.search(s.list_left) is not None or first_metric(window) is not None
        direction = UP if metric.polarity is not Polarity.LOWER or (bracketed and first_metric(window)) else DOWN
        if metric is Metric.COMMUNICATION or metric is Metric.COST:
            direction = DOWN
        return Change(metric, direction, Form.BY, "bare factor")
    if s.quantity.dimension is Dimension.ORDERS:
        named = last_metric(_CLAUSE_BREAK.split(s.left)[-1][-80:])
        metric = _usable(named, s) or Metric.SPEED
        return Change(metric, DOWN if metric.polarity is Polarity.LOWER else UP, Form.BY, "bare orders of magnitude")
    if s.quantity.dimension is Dimension.POINTS:
        named = last_metric(_CLAUSE_BREAK.split(s.left)[-1][-80:])
        return Change(_usable(named, s) or Metric.ACCURACY, UP, Form.BY, "points")
    return None


def _idiom(s: Situation) -> Change | None:
    """Halves, doubles, triples: the word is the verb and its object the metric."""
    word = s.quantity.idiom
    named = head_metric(_window(s.right)) or last_metric(_CLAUSE_BREAK.split(s.left)[-1][-60:])
    metric = _usable(named, s)
    if word.startswith("hal") or word == "half":
        return Change(metric or Metric.OTHER, DOWN, Form.BY, "halves")
    return Change(metric or Metric.OTHER, UP, Form.BY, "doubles")


_STEPS: tuple[Callable[[Situation], Change | None], ...] = (_share_of, _right_change, _by, _to, _of, _still_change, _verb_direct, _overhead, _direct)
