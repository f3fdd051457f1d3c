"""Shares and multiples: "80% of the baseline's FLOPs", "5x that of", "twice as fast"."""

from __future__ import annotations

import regex

from extractors.context.change.common import OPEN, PAYS, Change, clip, counted, default_metric, size_of_what, usable
from extractors.context.change.verb import TO
from extractors.context.metric import first_metric, head_metric, last_metric
from extractors.endings import ending
from extractors.lexicon import CHANGE_CUE, DOWN, UP
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Folded, Match, Pattern
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Metric, Polarity

_ACCOUNTS = Pattern(
    r"\b(?:account|spend|spent|contribut|constitut|compris|represent|(?:make|makes|take|takes|took|making|taking) up|"
    r"occup)\w*\b[^,;]{0,24}$",
    IGNORECASE,
)
# "one stage consumes over 75% of the training time"
_CONSUMES = ending(
    r"\b(?:consum(?:es?|ed|ing)|dominat(?:es?|ed|ing)\s(?:with|at))\s(?:over|more than|up to|nearly|almost|"
    r"as much as|at least)\s~?$"
)
_SHARE = Pattern(
    r"^\s{0,2}(?:[\p{L}-]{1,20}\s)?of\s(?P<what>(?:(?:the|its|their|that|those|our|"
    r"all)\s)?(?:of\s)?(?:the\s)?[^,;:()]{2,70})",
    IGNORECASE,
)
_AS_MANY = Pattern(
    r"^\s{0,2}(?:as\s(?:[\p{L}]+(?:-|ly\s))?(?P<word>many|much|fast|large|long|few|small|high|low|big|quick|slow|"
    r"expensive|costly|cheap|efficient|accurate|good|likely|effective)\b|(?P<the>the|that of|"
    r"those of|what)\s(?P<what>[^,;:()]{2,50}))",
    IGNORECASE,
)
_PEAK = Pattern(
    r"\b(?:peak|theoretical|roofline|ideal|maximum achievable|available|bandwidth|line rate|attainable|"
    r"hardware limit|speed of light)\b",
    IGNORECASE,
)
_REFERENCE = Pattern(
    r"\b(?:full|original|baseline|baselines|dense|base|native|vanilla|uncompressed|unpruned|teacher|"
    r"standard|conventional|existing|other|prior|previous|"
    r"full-precision|full-attention|fp16|bf16|fp32|float|unquantized|sequential|competing|state-of-the-art|"
    r"total|required|default|exact|"
    r"that|those|needed|naive|reference|human|oracle|centralized|supervised|larger|model's|method|methods)\b",
    IGNORECASE,
)
_RETAIN = Pattern(
    r"\b(?:retain|preserv|maintain|sustain|keep|kept|recover|achiev|reach|attain|match|obtain|"
    r"within)\w*\b[^;:]{0,40}$",
    IGNORECASE,
)
_KEEPS = Pattern(r"\b(?:retain|preserv|maintain|recover)\w*\b[^;:,]{0,30}$", IGNORECASE)
# "preserves 99% performance"; "61.7 points (87% of the teacher)"
_KEPT_PERFORMANCE = Pattern(
    r"\s(?:(?!of\b)[\p{L}-]+\s){0,2}?(?:performance|quality)\b(?!\s(?:drop|loss|gain|improvement|varia))", IGNORECASE
)
_OF_A_MODEL = Pattern(
    r"(?:the\s|its\s)?(?:[\p{L}\d.-]+\s){0,3}?(?:teacher|oracle|baseline|original|full model|dense model|"
    r"ceiling|upper bound|counterpart)\b"
)
_JUST = Folded(r"\b(?:only|just|merely|as little as|less than|under|and)\b[^,;:]{0,16}$")
_WITHIN = Pattern(r"\bwithin\s(?:about\s|only\s|just\s|~)?\s?$", IGNORECASE)
_REMOVES = Pattern(
    r"\b(?:remov|sav|free|prun|eliminat|skip|cut|drop|avoid|filter|discard|bypass|exclud|"
    r"reduc)\w*(?:,?\s(?:out|on average,?))?,?\s(?:up to\s|about\s|over\s|nearly\s|around\s|"
    r"more than\s|~)?\s?$",
    IGNORECASE,
)
_RECOVERS = Pattern(
    r"\b(?:recover|regain|restor|recoup)(?:s|es|ed|ing|e)?\s(?:(?:up to|about|over|nearly|around|more than|only|"
    r"roughly)\s|~)?\s?$"
)
_WHAT_IS_LOST = Pattern(
    r"(?:the\s)?(?:lost\s(?:accuracy|performance|quality)|(?:accuracy|performance|quality)\s(?:that (?:was|is)\s)?"
    r"(?:lost|loss|drop|degradation))\b"
)
# "only 14% of the tokens are routed": what happens to so many of them
_TAKEN = Pattern(r"\s(?:are|is|were|was|get|gets|need|needs|require|requires|have|has)\s")
_ALONE = Pattern(
    r"(?:^|[,;:]\s|\b(?:and|while|that|because|since)\s)(?:[Oo]nly|[Jj]ust|[Mm]erely|[Aa]bout|[Ll]ess than)\s$"
)
_BUDGET = Pattern(r"\s(?:[\p{L}-]+\s){0,2}?(?:budget|ratio|rate|sparsity)s?\b")  # "under a 50% token budget"
_COST_OF = Pattern(r"(?:the\s|its\s)?(?:[\p{L}-]+\s)?(?:costs?|price|budget|time|expense|effort)\sof\b")
_AT_A_COST = Pattern(
    r"\bat (?:the|a) (?:cost|expense|price) of\s(?:about\s|only\s|just\s|up to\s|an?\s|~){0,2}$", IGNORECASE
)
_ONLY_OF = Pattern(r"\b(?:only|just|merely|less than|under)\s(?:about\s|around\s|~)?\s?$", IGNORECASE)
_PARTS = Pattern(
    r"(?:the\s|its\s|all\s)?(?:[\p{L}-]+\s){0,2}?(?:layers|heads|experts|weights|parameters|channels|neurons|blocks|"
    r"(?P<read>tokens|patches|frames|steps|calls|views))\b",
    IGNORECASE,
)
_TOTAL = Pattern(
    r"(?:the\s)?(?:total|overall|end-to-end|global|world(?:wide|'s)?|national|system|device|GPU|host|available|"
    r"on-chip|chip)\b",
    IGNORECASE,
)
_ADDS = Pattern(
    r"\b(?:add|incur|introduc|impos|caus)\w*\s(?:an?\s|up to\s|about\s|only\s|just\s|less than\s|under\s|over\s|"
    r"extra\s|~){0,3}\s?$",
    IGNORECASE,
)
_OFF = Pattern(r"\soff\s(?:(?:of\s)?(?:the|its|their|our|overall|total)\s)?(?P<what>[^,;:()]{2,60})")
_ADDED = Pattern(r"^\s{0,2}(?:of|to|in)\s(?P<what>[^,;:()]{2,70})", IGNORECASE)
_ONLY = Pattern(
    r"\b(?:only|just|merely|using|uses|use|with|requires?|requiring|needs?|consum\w+|less than|under|"
    r"as little as|as low as|takes?|costs?)\b[^,;:]{0,24}$|\bat\s(?:about\s|nearly\s|around\s|[~<≤])?\s?$",
    IGNORECASE,
)
_SIZE_OF = Pattern(r"(?:size|number|amount|length)\sof\s(?P<of>.*)")
_TOKENS = Pattern(r"(?:the\s|its\s)?(?:\p{L}+\s)?tokens\b")
_CAUSED = Pattern(r"\b(?:attribut\w+|due to|caused|come|occur)")
# "only 4% of published models report their emissions"
_THEY_DO = Pattern(
    r"(?:the\s|all\s)?(?:[\p{L}-]+\s){0,3}?(?!(?:less|times|its|this)\b)\p{Ll}+s\s(?:report|use|contain|include|provide|release|disclose|"
    r"mention|support|meet|exceed|require|show|exhibit|suffer|cite|share|publish|specify|document|offer|consider)\b"
)
_MORE_PARAMETERS = Pattern(
    r"\s{0,2}(?:(?:extra|more|additional|trainable|new|learnable|model)\s){0,2}(?:parameters|params|weights)\b"
)
_PARAMETERS = Pattern(r"\b(parameters|weights|params)\b")
_CACHE = Pattern(r"(?:the\s|its\s)?(?:full\s|original\s)?(?:KV[\s-])?cache\b", IGNORECASE)
_IS_DATA = regex.compile(
    r"(?:the\s|its\s|all\s)?(?:(?!more\b)[\p{L}'-]+\s){0,4}?(?:(?<!\b(?:test|evaluation|validation)\s)data|"
    r"corpus|corpora|training (?:set|samples|examples|images)|annotations|labels)\b",
    regex.IGNORECASE,
)
_METHOD = Pattern(r"method|baseline|model|approach")
_OF = Pattern(r"\sof\s")
_WITHOUT = Pattern(r"\s(?:without|with|while|at)\s")
# "with 0.1% training data", "using a 20% token budget"
_PART_USED = Pattern(
    r"\s(?:of\s)?(?:(?:the\s|its\s)?(?:original|full|total|labell?ed|unlabell?ed|annotated|pre-?training|training|"
    r"supervised|real)\s){0,3}"
    r"(?:(?P<dataset_size>data|labels|annotations|samples|examples|images|demonstrations)|"
    r"(?P<compute>tokens?(?:\sbudget)?|compute(?:\sbudget)?|steps)|"
    r"(?P<cost>(?:annotation\s|labell?ing\s)?budget))(?=[\s,.;)]|$)",
    IGNORECASE,
)
_USES = Pattern(
    r"\b(?:using|uses?|used|with|given|needs?|needing|requires?|requiring)\s(?:an?\s|only\s|just\s|"
    r"merely\s|as little as\s|less than\s|under\s|about\s|"
    r"around\s|up to\s|~){0,3}$",
    IGNORECASE,
)
_NOTHING_NEXT = Pattern(r"\s?(?:[,.;)]|and\b|on\b|$)")
_SAVED_BEFORE = ending(r"\b(?:sav|reduc|cut|lower|trim|slash)\w*\s[^,;]{0,40}$")
_AND_ONLY = Pattern(r"\s(?:[\p{L}-]{1,20}\s){1,3}and\s(?:up to\s|about\s|~)?")
_NAMED_IN = Pattern(r"\sin\s")
_OF_NAMED = Pattern(r"\sof\s(?:the\s)?\p{Lu}|^(?:the\s)?\p{Lu}[\p{L}\d-]*'s\s")
# "of the Name throughput", "of the throughput achieved by Name"
_OF_RIVAL = Pattern(
    r"^(?:the\s)?(?:\p{L}*\p{Lu}[\p{L}\d-]*|hand-\p{L}+|native|single-\p{L}+)\s[^,;]{2,40}|\s(?:achieved|obtained|"
    r"delivered|reached|offered|attained)\s(?:by|with)\s"
)
_POSSESSIVE = Pattern(r"(?:the\s)?\p{Lu}[\p{L}\d-]*'s")
_OF_WORD = {
    "fast": Metric.SPEED,
    "quick": Metric.SPEED,
    "slow": Metric.RUNTIME,
    "expensive": Metric.COST,
    "costly": Metric.COST,
    "cheap": Metric.COST,
    "accurate": Metric.ACCURACY,
    "good": Metric.ACCURACY,
    "likely": Metric.OTHER,
}
_BIG = ("large", "big", "small")
_MODEL_IS = Pattern(
    r"\b(?:models?|networks?|transformers?|LLMs?|teachers?|students?|backbones?|encoders?|decoders?)\s(?:(?:is|are|"
    r"was|were|"
    r"that|which|being|only|nearly|about|over|more|than|roughly|at|least|up|to)\s){0,4}$",
    IGNORECASE,
)
_DATA_IS = Pattern(r"\b(?:data\s?sets?|corpus|corpora|benchmarks?|collections?)\s(?:[\p{L}]+\s){0,3}$", IGNORECASE)
_RATE = Pattern(r"\sas many\s(?:\p{L}+\s){1,2}per\s(?:second|minute|hour|day)\b")
_GAIN_OF = Pattern(r"(?:gain|improvement|uplift|margin|lift)s?\s(?:of|over|achieved|obtained|seen|from)\b")
_SERVED = Pattern(
    r"\s(?:(?:concurrent|simultaneous|parallel|active)\s)?(?:users|requests|clients|sessions|connections|streams|"
    r"tenants|"
    r"customers|jobs)\b(?!\sper\b)"
)
_THE_RATE = Pattern(r"rate\b(?!\sof\s(?!the\b|its\b|\p{Lu}))")
_SIZE = Pattern(r"size\b(?!\sof)")
_MODELS = Pattern(
    r"\b(?:models?|networks?|transformers?|LLMs?|baselines?)\s(?:(?:over|more than|nearly|about|at|of|"
    r"that is|that are)\s){0,2}$",
    IGNORECASE,
)
_APPOSED = Pattern(
    r"(?:\s(?:per|on|in|for|at|with)\s[^,;()]{1,30})?,\s"
    r"(?:(?:about|nearly|over|or|which is|i\.e\.,?|that is,)\s|~){0,2}"
)
_MEASURED = {
    Dimension.RATE: Metric.THROUGHPUT,
    Dimension.PERFORMANCE: Metric.THROUGHPUT,
    Dimension.TIME: Metric.RUNTIME,
    Dimension.POWER: Metric.POWER,
    Dimension.ENERGY: Metric.ENERGY,
    Dimension.MONEY: Metric.COST,
    Dimension.BYTES: Metric.MEMORY,
    Dimension.BANDWIDTH: Metric.BANDWIDTH,
}
_CLOCKED = Pattern(
    r"\sof\s(?:the\s|its\s)?(?:(?:original|total|full)\s)?(?:wall-?clock|training|inference|execution)\stime\b"
)
_TIME = Pattern(r"\sof\s(?:the\s|its\s)?(?:wall-?clock\s|training\s|original\s)?time\b")
_TAKES = ending(
    r"\b(?P<train>[Tt]raining\s|[Ff]ine-tuning\s)?(?:takes|taking|took|needs|requires|uses)\s(?:(?:only|just|"
    r"about|less than|under)\s|~){0,2}$"
)
_IN_TIME = ending(r"\bin\s(?:(?:only|just|about|under)\s|~){0,2}$")
_TRAINS = Pattern(
    r"\b(?P<train>(?:pre-?|re)?train|converg|fine-?tun)\w*\b[^,;]{0,20}\bin\s(?:only\s|just\s|about\s|~)?$|"
    r"\b(?:runs?|finish\w*|complet\w*|done)\s[^,;]{0,20}?"
    r"\bin\s(?:only\s|just\s|about\s|~)?$",
    IGNORECASE,
)
_SHRUNK = Pattern(
    r"\b(?:compress|shrink|shrunk|shrank|prun|quanti[sz]|squeez|keep|kept|hold|"
    r"held)\w*\b[^,;]{0,30}\b(?:(?:down\s)?to|at|within)\s(?:only\s|just\s|about\s|under\s|~){0,2}$",
    IGNORECASE,
)
_ITS_SIZE = Pattern(
    r"\sof\s(?:its|the|their)\s(?:(?:original|full|initial|uncompressed)\s)?(?P<what>size|memory|"
    r"footprint|parameters|weights|KV[- ]cache)\b",
    IGNORECASE,
)
_CACHED = Pattern(r"\b(?:cache|activations?|memory)\b", IGNORECASE)


def share_of(s: Situation) -> Change | None:
    """ "80% of the baseline's FLOPs", "as low as 0.8% of other methods", "5x the ...", "twice as fast"."""
    if s.quantity.dimension not in (Dimension.PERCENT, Dimension.TIMES, Dimension.POINTS):
        return None
    right = s.list_right
    if s.quantity.dimension is Dimension.POINTS:
        within = _WITHIN.search(s.near_left) is not None
        return Change(Metric.ACCURACY, DOWN, Form.BY, "within a share") if within else None
    as_many = _AS_MANY.match(right)
    if as_many is not None:
        return _multiple_of(s, as_many)
    if s.quantity.dimension is not Dimension.PERCENT:
        return None
    if _WITHIN.search(s.near_left) and _SHARE.match(right):
        share = _SHARE.match(right)
        inside = first_metric(_WITHOUT.split(share["what"])[0]) if share else None
        named = usable(inside or last_metric(s.list_left[-60:]), s)
        return Change(named or default_metric(s), DOWN, Form.BY, "within a share")
    if (sure := _taken_off(s) or _added(s) or _part_used(s) or _time_taken(s) or _shrunk(s)) is not None:
        return sure
    if _KEPT_PERFORMANCE.match(right) and _KEEPS.search(s.list_left):
        return Change(Metric.ACCURACY, DOWN, Form.TO, "retained share")
    match = _SHARE.match(right)
    if match is None:
        return _share_without_of(s)
    what = match["what"]
    return _part_of(s, what) or _share_of_metric(s, what)


def _taken_off(s: Situation) -> Change | None:
    """ "shaves 34% off the time to first token"."""
    match = _OFF.match(s.list_right) if s.says((" off ",)) else None
    cue = head_metric(clip(match["what"] + ".")) if match else None
    return Change(cue.metric, DOWN, Form.BY, "part of a cost removed") if cue else None


def _added(s: Situation) -> Change | None:
    """ "adds 3% of overhead", "adds less than 9% to the latency", "adds 2% parameters"."""
    parameters, match = _MORE_PARAMETERS.match(s.list_right), _ADDED.match(s.list_right)
    if not (parameters or match) or not _ADDS.search(s.list_left):
        return None
    if parameters:
        return Change(Metric.MODEL_SIZE, UP, Form.BY, "added")
    cue = head_metric(match["what"]) if match else None
    if cue is None or cue.metric.polarity is not Polarity.LOWER:
        return None
    return Change(cue.metric, UP, Form.BY, "added")


def _part_used(s: Situation) -> Change | None:
    """ "with 0.1% training data", "using a 20% token budget": a part is enough."""
    match = _PART_USED.match(s.list_right)
    if match is None or not match.lastgroup or not _USES.search(s.list_left):
        return None
    return Change(Metric(match.lastgroup), DOWN, Form.TO, "share of the data")


def _time_taken(s: Situation) -> Change | None:
    """ "trains in 35% of the time"."""
    time = _TIME.match(s.list_right)
    verb = _TRAINS.search(s.list_left) if time else None
    if time is not None and "training" in time[0]:
        verb = verb or _TAKES.search(s.list_left)
        return Change(Metric.TRAINING_TIME, DOWN, Form.TO, "share of a cost") if verb else None
    if verb is None:
        taken = _TAKES.search(s.list_left) if time else None
        if taken is None and _CLOCKED.match(s.list_right) and _IN_TIME.search(s.list_left):
            return Change(Metric.RUNTIME, DOWN, Form.TO, "share of a cost")
        if taken is None:
            return None
        return Change(Metric.TRAINING_TIME if taken["train"] else Metric.RUNTIME, DOWN, Form.TO, "share of a cost")
    return Change(Metric.TRAINING_TIME if verb["train"] else Metric.RUNTIME, DOWN, Form.TO, "share of a cost")


def _shrunk(s: Situation) -> Change | None:
    """ "the cache is compressed to 10% of its size"."""
    size = _ITS_SIZE.match(s.list_right)
    if size is None or not _SHRUNK.search(s.list_left):
        return None
    if size["what"].lower() in ("parameters", "weights"):
        return Change(Metric.MODEL_SIZE, DOWN, Form.TO, "share of the parameters")
    cached = _CACHED.search(s.list_left[-60:]) or size["what"].lower() != "size"
    return Change(Metric.MEMORY if cached else Metric.STORAGE, DOWN, Form.TO, "share of a cost")


def _part_of(s: Situation, what: str) -> Change | None:
    """ "removes 60% of the latency", "at 3% of the accuracy", "10% of the tokens": a verb or *only* settles it."""
    if _REMOVES.search(s.near_left) and (part := _PARTS.match(what)):
        size = Metric.COMPUTE if part["read"] else Metric.MODEL_SIZE
        return Change(size, DOWN, Form.BY, "parts removed")
    if _REMOVES.search(s.near_left) and (thing := counted(what)) is not None:
        return Change(thing, DOWN, Form.BY, "parts removed")
    if _REMOVES.search(s.near_left) and _CACHE.match(what):
        return Change(Metric.MEMORY, DOWN, Form.BY, "parts removed")
    if (
        _REMOVES.search(s.near_left)
        and (cut := first_metric(_WITHOUT.split(what)[0]))
        and cut.metric.polarity is Polarity.LOWER
    ):
        return Change(cut.metric, DOWN, Form.BY, "part of a cost removed")
    if PAYS.search(s.near_left) and (paid := first_metric(what)) and paid.metric.polarity is Polarity.HIGHER:
        return Change(paid.metric, DOWN, Form.BY, "price paid")
    if _RECOVERS.search(s.near_left) and _WHAT_IS_LOST.match(what):
        return Change(Metric.ACCURACY, UP, Form.BY, "part of a loss recovered")
    if _ONLY.search(s.list_left) and _TOKENS.match(what) and not (_TAKEN.search(what) and _ALONE.search(s.near_left)):
        return Change(Metric.COMPUTE, DOWN, Form.TO, "share of a cost")
    return None


def _part_needed(s: Situation, what: str) -> Change | None:
    """ "using only 10% of the data", "with 20% of the frames", "just 30% of the cache"."""
    if _ONLY.search(s.list_left) is None:
        return None
    if _IS_DATA.match(what) and not _COST_OF.match(what):
        return Change(Metric.DATASET_SIZE, DOWN, Form.TO, "share of the data")
    if counted(what) is Metric.COMPUTE:
        return Change(Metric.COMPUTE, DOWN, Form.TO, "share of a cost")
    return Change(Metric.MEMORY, DOWN, Form.TO, "share of a cost") if _CACHE.match(what) else None


def _share_of_metric(s: Situation, what: str) -> Change | None:
    """ "80% of the baseline's FLOPs", "retains 97% of the accuracy"."""
    if (
        _ACCOUNTS.search(s.near_left)
        or _CONSUMES.search(s.near_left)
        or (_TAKEN.search(what) and _ALONE.search(s.near_left))
        or _PEAK.search(what)
        or _CAUSED.search(what)
        or _THEY_DO.match(what)
    ):
        return None
    if _TOTAL.match(what) and not _JUST.search(s.near_left):
        return None
    if (needed := _part_needed(s, what)) is not None:
        return needed
    if OPEN.search(s.list_left) and _OF_A_MODEL.match(what):
        return Change(default_metric(s), DOWN, Form.TO, "retained share")
    head = first_metric(clip(what + ".")) or (None if counted(what) else first_metric(what))
    metric = usable(head, s)
    if metric is None and (_REFERENCE.search(what) or _POSSESSIVE.fullmatch(what)):
        metric = usable(last_metric(s.list_left[-80:]), s)
        if metric is None and _METHOD.search(what):
            metric = Metric.ACCURACY if _RETAIN.search(s.list_left) else None
    if metric is None:
        return _share_of_no_metric(s, what)
    if metric is Metric.MODEL_SIZE and _ONLY.search(s.list_left):
        return Change(metric, DOWN, Form.TO, "share of the parameters")
    if metric.polarity is Polarity.LOWER and (
        _OF_NAMED.search(what) or _ONLY.search(s.list_left) or _REFERENCE.search(what) or TO.search(s.list_left)
    ):
        return Change(metric, DOWN, Form.TO, "share of a cost")
    if metric is Metric.SPEED and _KEEPS.search(s.list_left) and head and head.word.lower().startswith("perf"):
        metric = Metric.ACCURACY  # "retains 98% of the model's performance"
    if (
        metric.polarity is Polarity.HIGHER
        and _RETAIN.search(s.list_left)
        and (
            _REFERENCE.search(what)
            or metric is Metric.ACCURACY
            or _KEEPS.search(s.list_left)
            or _OF_RIVAL.search(what)
        )
    ):
        return Change(metric, DOWN, Form.TO, "retained share")
    return None


def _share_of_no_metric(s: Situation, what: str) -> Change | None:
    """ "a cost of only 10% of that", "with 5% of the samples", "with 2% of the weights"."""
    cost = last_metric(s.list_left[-50:]) if _ONLY_OF.search(s.list_left) else None
    if cost is not None and cost.metric.polarity is Polarity.LOWER:
        return Change(cost.metric, DOWN, Form.TO, "share of a cost")
    if _ONLY.search(s.list_left) and counted(what) is Metric.DATASET_SIZE:
        return Change(Metric.DATASET_SIZE, DOWN, Form.TO, "share of the data")
    if _PARAMETERS.search(what) and _ONLY.search(s.list_left):
        return Change(Metric.MODEL_SIZE, DOWN, Form.TO, "share of the parameters")
    return None


def _share_without_of(s: Situation) -> Change | None:
    """ "using just 18% inference time": a percentage of a cost that only is needed."""
    pays = PAYS.search(s.near_left) or _AT_A_COST.search(s.near_left)
    paid = head_metric(clip(s.list_right)) if pays else None
    if pays and paid is None and s.text_is_about_quality and _NOTHING_NEXT.match(s.near_right):
        return Change(Metric.ACCURACY, DOWN, Form.BY, "price paid")  # "removing the gate costs 2.3%"
    if paid is not None and paid.metric.polarity is Polarity.HIGHER:
        return Change(usable(paid, s) or paid.metric, DOWN, Form.BY, "price paid")
    if (
        not _JUST.search(s.near_left)
        or _REMOVES.search(s.near_left)
        or _BUDGET.match(s.right)
        or CHANGE_CUE.search(clip(s.list_right))
    ):
        return None
    if _NAMED_IN.match(s.list_right):
        return None  # "4% in time and 6% in memory"
    cue = head_metric(clip(_OF.split(s.near_right)[0]))
    if cue is not None and cue.metric.polarity is Polarity.LOWER and _ADDS.search(s.list_left):
        return Change(cue.metric, UP, Form.BY, "added")
    if cue is None or cue.metric.polarity is not Polarity.LOWER or cue.metric in (Metric.ERROR, Metric.OVERHEAD):
        return None
    if _SAVED_BEFORE.search(s.left) and _AND_ONLY.fullmatch(s.near_left):
        return Change(cue.metric, DOWN, Form.BY, "verb and quantity")  # "saves 50% memory and 30% energy"
    return Change(cue.metric, DOWN, Form.TO, "share of a cost")


def _multiple_of(s: Situation, match: Match) -> Change | None:
    form = Form.TO if s.quantity.dimension is Dimension.PERCENT else Form.BY
    direction = DOWN if s.quantity.dimension is Dimension.PERCENT else UP
    word = (match["word"] or "").lower()
    if s.quantity.idiom.startswith(("hal", "1/")):
        direction = DOWN
    if word == "high":
        high = usable(last_metric(s.list_left[-80:]), s)
        return Change(high or Metric.SPEED, direction, form, "multiple of the baseline")
    if (plain := _OF_WORD.get(word)) is not None:
        direction = DOWN if word == "cheap" else direction
        return Change(plain, direction, form, "multiple of the baseline")
    if word in _BIG and (size := _how_large(s)) is not None:
        direction = DOWN if word == "small" else direction
        return Change(size, direction, form, "multiple of a size")
    if _SIZE.match(match["what"] or "") and _MODELS.search(s.list_left):
        return Change(Metric.MODEL_SIZE, direction, form, "multiple of a size")
    if _GAIN_OF.match(match["what"] or ""):
        scored = s.previous is not None and s.previous.dimension is Dimension.POINTS
        return Change(Metric.ACCURACY if scored else default_metric(s), direction, form, "multiple of the baseline")
    sized = _SIZE_OF.match(match["what"] or "")
    if sized is not None:
        return Change(size_of_what(s, sized["of"]), direction, form, "multiple of a size")
    if _RATE.match(s.list_right) or _THE_RATE.match(match["what"] or ""):
        return Change(Metric.THROUGHPUT, direction, form, "multiple of the baseline")
    if word == "many" and _SERVED.match(s.list_right, match.end()):
        return Change(Metric.CAPACITY, direction, form, "multiple of the baseline")
    if size := counted(match["what"] or s.list_right[match.end() :]):
        return Change(size, direction, form, "multiple of a size")
    named = first_metric(clip(s.list_right[: match.end() + 40])) or last_metric(s.list_left[-80:])
    metric = usable(named, s)
    if metric is None and s.previous is not None and _APPOSED.fullmatch(s.near_left):
        metric = _MEASURED.get(s.previous.dimension)  # "14k tokens/s, 2.3x that of X"
    if metric is None:
        return Change(Metric.COUNT if match["word"] else Metric.OTHER, direction, form, "multiple of a count")
    return Change(metric, direction, form, "multiple of the baseline")


def _how_large(s: Situation) -> Metric | None:
    """ "the model is twice as large": what is large stands before."""
    if _MODEL_IS.search(s.list_left):
        return Metric.MODEL_SIZE
    return Metric.DATASET_SIZE if _DATA_IS.search(s.list_left) else None
