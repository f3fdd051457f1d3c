"""What every way of wording a change shares: its result, its window, and what "better" means by default."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.context.change.subject import metric_of_the_subject
from extractors.context.metric import Cue, first_metric, last_metric, metric_cues
from extractors.lexicon import DOWN, UP
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Folded, Pattern
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Direction, Metric, Polarity

_RIGHT_END = Folded(
    r"[,;:()]|\.\s|(?<!-)\b(?:than|over(?! union)|compared|relative to|versus|vs|while|when|whenever|once|"
    r"whereas|for|on|across|"
    r"under(?! (?:the )?(?:[\p{L}-]+ ){0,2}(?:curve|roc|receiver|pr)\b)|using|at|via|by|which|that|without|with|"
    r"thanks|due|given|after|because|but|from|against|where|during|depending|respectively|as well|within|through)"
    r"\b(?!-)|\band\b"
)
_LOST = Pattern(r"\s{0,2}(?:relative\s|average\s)?performance\s(?:drop|loss|degradation|decline|gap)", IGNORECASE)
_ACRONYM = Pattern(r"(?<=\p{L})\s\((?=[^()]*\p{Lu})[\p{L}\d/-]{2,12}\)(?=\s\p{Ll})")
CLAUSE_BREAK = Pattern(r"[;]|,\s(?:while|whereas|but|with|and|which)\s|\bwhile\b|\bwhereas\b|\.\s", IGNORECASE)
FILLER = (
    r"(?:\s{1,3}|(?:a|an|the|between|up[ -]?to|about|around|circa|over|nearly|almost|roughly|approximately|"
    r"(?:no )?(?:more|less) than|at least|at most|only|just|merely|a mere|as much as|as many as|as low as|as high as|"
    r"as little as|a further|an additional|further|another|on average|an? average|average|"
    r"(?:geometric means?|geomean|factors?) of|"
    r"an? (?:[\p{L}-]+ ){0,2}(?:margin|average|mean|median|geomean|factor|maximum|minimum|accuracy|score|amount) of|"
    r"an (?:average )?improvement of|an average gain of|"
    r"maximum|minimum|max\.?|minimum/maximum of|a minimum/maximum of|some|even|well over|close to|under|exceeding|"
    r"beyond|above|below|within|an? (?:overall|relative|absolute|impressive|remarkable|significant|substantial|"
    r"notable|total)|[~<>≥≤$(+-]|by)(?=\W|$)){0,8}"
)
OPEN = Pattern(r"[(\[][^()\[\]]{0,12}$")
# What is run, and so gets faster when it improves.
IS_RUN = Pattern(
    r"\b(?:perf\w*|train|inference|serving|decod|generat|pre-?fill|process|execut|quer|insert|workload|comput|"
    r"kernel|operation|operator|attention|search|simulat|render|sampl|GEMM|matmul|matri|convol|compil|lookup|"
    r"loading|transfer|step|system|end-to-end|CPU|GPU|hardware|application|benchmark|case|setting|scenario|"
    r"wall-?clock|time|rate|speed)",
    IGNORECASE,
)
EFFICIENCY_OF = Pattern(
    r"(?P<what>parameter|data|sample|token|label|training|compute|computational|memory|inference)[-\s]efficien",
    IGNORECASE,
)
# What a model writes: shorter ones take fewer tokens.
WRITTEN = Pattern(
    r"\b(?:reasoning|responses?|outputs?|traces?|chains?(?:[-\s]of[-\s]thoughts?)?|CoTs?|thoughts?|thinking|"
    r"answers?|completions?|rationales?)\b"
)
# "loses 2% of the accuracy", "trades 1% accuracy for speed"
PAYS = Folded(
    r"\b(?:costs?|costing|sacrific\w+|los(?:es?|ing)|lost|giv(?:es|ing) up|trad(?:es|ing)(?: away| off)?|forgoes|"
    r"forfeits)\s(?:(?:about|only|just|up to|merely|a mere|less than|under|at most|roughly|another)\s|~)?\s?$"
)
_NO_COMMON_KIND = frozenset({"parameter", "data", "sample", "token", "label"})
_EFFICIENCIES = frozenset({Metric.ENERGY_EFFICIENCY, Metric.COST_EFFICIENCY, Metric.AREA_EFFICIENCY})
# What is counted in units of its own: "degrades under token compression by 6 points" is of a score.
_NEVER_IN_POINTS = frozenset(
    {
        Metric.COMPUTE,
        Metric.MEMORY,
        Metric.STORAGE,
        Metric.COST,
        Metric.ENERGY,
        Metric.POWER,
        Metric.LATENCY,
        Metric.RUNTIME,
        Metric.TRAINING_TIME,
        Metric.THROUGHPUT,
        Metric.BANDWIDTH,
        Metric.COMPRESSION,
        Metric.CONTEXT_LENGTH,
        Metric.MODEL_SIZE,
    }
)
_PRAISE = Pattern(r"improv|gain|boost|better|enhanc|advant|superior|uplift|optimi", IGNORECASE)
_BLAME = Pattern(r"worse|degrad|penalty|deteriorat|inferior", IGNORECASE)
_IN_BRACKET = Pattern(r"^\s?\((?P<np>[^()]{2,40})\)")
_IN_TERMS_OF = Pattern(r"^\s{0,2}(?:in|of|in terms of)\s(?P<np>[^,;:()]{2,50})")
_DIRECT = Pattern(r"^\s{0,2}(?P<np>\p{L}[^,;:()]{2,30})")
# What is counted, where no metric is named: "3x fewer parameters", "80% of the tokens", "saves 50% of the images".
_COUNTED = Pattern(
    r"\s{0,2}(?:of\s)?(?:the\s|its\s|all\s|their\s|as many\s|as much\s)?"
    r"(?:(?!(?:in|on|for|during|under|at|by|over|than|against|compared|relative)\s)[\p{L}'-]+\s){0,3}?"
    r"(?:(?P<device_count>GPUs|CPUs|TPUs|FPGAs|cores|machines|servers|accelerators)|"
    r"(?P<model_size>parameters?|params|weights|models?|networks?)|"
    r"(?P<dataset_size>(?:(?:pre-?)?training|unlabeled|labell?ed)[\s-](?:tokens|data)|data(?:set)?|"
    r"samples(?!\sper\s(?:problem|theorem|task|question|query|prompt|instance|step|proof))|examples|images|labels|"
    r"annotations|demonstrations|labels|vocabulary)|"
    r"(?P<compute>tokens?(?!\sper\s(?:second|s\b|minute|hour|watt|joule|dollar))|samples|FLOPs|MACs|operations|"
    r"epochs|NFEs|steps|rounds|calls|invocations|iterations|passes|evaluations|updates|rollouts|instructions|turns|"
    r"interactions|queries|frames|trials|attempts|simulations)|"
    r"(?P<error>mistakes|failures|faults|crashes|defects)|(?P<communication>messages|packets))(?![\p{L}-])"
    r"(?!\s(?:heterogeneity|divergences?|diversity|leakage|shifts?|drift|variance|imbalance|noise|uncertainty|"
    r"conflicts?|storage|movements?|traffic|calls|invocations)\b)",
    IGNORECASE,
)
_DATA = Pattern(r"\b(?:data(?:set)?s?|corpus|corpora|tokens|images|samples)\b")
_A_MODEL = Pattern(
    r"(?:the\s|its\s|our\s)?(?:[\p{L}\d.-]+\s){0,2}(?:models?|networks?|teachers?|students?|transformers?|LLMs?|"
    r"backbones?|baselines?|counterparts?|encoders?|decoders?)\b|(?:the\s)?\p{Lu}[\p{L}\d.-]*\b"
)


@dataclass(frozen=True, slots=True)
class Change:
    """A metric and where it moved; ``rule`` names the wording that was found."""

    metric: Metric
    direction: Direction
    form: Form
    rule: str


# "a 12% gain on the DocQA bench": of what such a set scores
_ON_A_BENCHMARK = Pattern(
    r"\s(?:(?:relative|absolute|performance|average|overall)\s)?(?:gain|improvement|increase|boost|lift|drop)s?\s(?:on|in)\s"
    r"(?:the\s)?\p{Lu}[^\s,;:()]*(?:\s\p{Lu}[^\s,;:()]*)?(?:\s\([^()]{1,20}\))?\s(?:bench|leaderboard|challenge)"
)


def default_metric(s: Situation) -> Metric:
    """What "better" means where no metric is named beside the value."""
    if (listed := metric_of_the_subject(s)) is not None:
        return listed
    if s.quantity.dimension is Dimension.PERCENT and _ON_A_BENCHMARK.match(s.right):
        return Metric.ACCURACY
    if s.quantity.dimension in (Dimension.POINTS, Dimension.NONE, Dimension.SIGNAL):
        return Metric.ACCURACY
    if s.quantity.dimension is Dimension.PERCENT and s.text_is_about_quality:
        return Metric.ACCURACY
    return Metric.ACCURACY if s.nothing_about_speed else Metric.SPEED


def usable(cue: Cue | None, s: Situation) -> Metric | None:
    """The metric of a cue; "performance" by itself means speed or quality as the text goes."""
    if cue is None or (s.quantity.dimension is Dimension.POINTS and cue.metric in _NEVER_IN_POINTS):
        return None
    if cue.metric is Metric.SPEED and cue.word.lower().startswith("perf"):
        if (
            s.quantity.dimension is Dimension.PERCENT
            and _LOST.match(s.list_right)
            and s.quantity.high <= (10 if s.text_is_about_quality else 5)
        ):
            return Metric.ACCURACY  # "0.1% performance drop" beside a speedup
        return Metric.ACCURACY if s.nothing_about_speed else default_metric(s)
    if cue.metric is Metric.SPEED and cue.word.lower() == "efficiency":
        return _efficiency(s)
    return cue.metric


def _efficiency(s: Situation) -> Metric:
    """ "5x faster and 90x more energy-efficient than X, and 80x in efficiency over Y": that named in the sentence."""
    if any(one.dimension is Dimension.EFFICIENCY for one in s.siblings):
        return Metric.ENERGY_EFFICIENCY
    kinds = {cue.metric for cue in metric_cues(s.doc.view[s.sentence.start : s.sentence.end])} & _EFFICIENCIES
    return kinds.pop() if len(kinds) == 1 else Metric.SPEED


def metric_after(s: Situation) -> Metric | None:
    """ "by 1.5 in BLEU", "by 4% (mAP)": the metric that stands right after the quantity."""
    return usable(first_metric(window_after(s)), s)


_ON_METRIC = Pattern(
    r"\son\s(?:the\s)?(?P<np>(?:[\p{L}\d-]+\s){0,4}?[\p{L}\d-]+)"
    r"(?=\s(?:over|compared|relative|than|on|for|in|across|against)\b|[,.;)]|$)"
)


def on_metric(after: str) -> Cue | None:
    """ "a 17% improvement on word error rate"."""
    on = _ON_METRIC.match(after)
    cue = last_metric(on["np"]) if on else None
    return cue if on and cue and cue.end == len(on["np"]) else None


def settle(metric: Metric, direction: Direction, word: str, rule: str, form: Form = Form.BY) -> Change:
    """An improvement of what is better when lower is a reduction of it."""
    praise = _PRAISE.match(word)
    if praise and metric.polarity is Polarity.LOWER:
        direction = DOWN
    blame = _BLAME.match(word)
    if blame and metric.polarity is Polarity.LOWER:
        direction = UP
    if metric.polarity is Polarity.HIGHER and word.lower().startswith("overhead"):
        direction = DOWN
    return Change(metric, direction, form, rule)


def counted(text: str) -> Metric | None:
    """The metric of what is counted at the start of a text; null when it is not a thing of that kind."""
    match = _COUNTED.match(text)
    return Metric(match.lastgroup) if match and match.lastgroup else None


def change_of_efficiency(text: str, direction: Direction, rule: str) -> Change | None:
    """ "2.7x more memory-efficient" is so much less memory; how well data or parameters are used has no metric."""
    efficiency = EFFICIENCY_OF.search(text)
    what = efficiency["what"].lower() if efficiency else ""
    if what == "memory":
        return Change(Metric.MEMORY, DOWN if direction is UP else UP, Form.BY, rule)
    if what in _NO_COMMON_KIND:
        return Change(Metric.OTHER, direction, Form.BY, "efficiency of no common kind")
    return None


def clip(text: str) -> str:
    """The words at the start of a text that belong together; the acronym of a long form does not end them."""
    text = text[:220]
    if "(" in text:
        text = _ACRONYM.sub("", text)
    end = _RIGHT_END.search(text)
    return text[: end.start()] if end else text[:110]


def window_after(s: Situation) -> str:
    """ "by 1.5 in BLEU": the metric after the quantity."""
    bracket = _IN_BRACKET.match(s.near_right)
    if bracket:
        return str(bracket["np"])
    match = _IN_TERMS_OF.match(s.list_right)
    if match:
        return clip(match["np"] + ".")
    direct = _DIRECT.match(s.list_right)
    return clip(direct["np"] + ".") if direct else ""


def size_of_what(s: Situation, what: str) -> Metric:
    """ "twice the number of parameters", "half the size of the teacher", "half the number of memory accesses"."""
    if (size := counted(" " + what)) is not None:
        return size
    if _DATA.search(what):
        return Metric.DATASET_SIZE
    named = usable(first_metric(clip(what + ".")), s)
    return named or (Metric.MODEL_SIZE if _A_MODEL.match(what) else Metric.OTHER)
