"""Changes of how many or how large: "3x fewer parameters", "half the size of the teacher"."""

from __future__ import annotations

from extractors.context.change.meant import usable
from extractors.context.change.window import clip
from extractors.context.metric import first_metric
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Metric

# What is counted, where no metric is named: "3x fewer parameters", "80% of the tokens", "saves 50% of the images".
_COUNTED = Pattern(
    r"\s{0,2}(?:of\s)?(?:the\s|its\s|all\s|their\s|as many\s|as much\s)?"
    r"(?:(?!(?:in|on|for|during|under|at|by|over|than|against|compared|relative)\s)[\p{L}'-]+\s){0,3}?"
    r"(?:(?P<device_count>GPUs|CPUs|TPUs|FPGAs|cores|machines|servers|accelerators)|"
    r"(?P<model_size>parameters?|params|weights|models?|networks?)|"
    r"(?P<dataset_size>(?:(?:pre-?)?training|unlabeled|labell?ed)[\s-](?:tokens|data)|data(?:[\s-]?set)?|"
    r"(?:(?:pre-?)?training|fine-?tuning|test|evaluation|validation|calibration)[\s-](?:sets?|suites?|pools?|corpus|corpora)|"
    r"corpus|corpora|(?:benchmark|evaluation|test)\ssuites?|benchmark|"
    r"samples(?!\sper\s(?:problem|theorem|task|question|query|prompt|instance|step|proof))|examples|images|labels|"
    r"annotations|demonstrations|labels|vocabulary)|"
    r"(?P<compute>tokens?(?!\sper\s(?:second|s\b|minute|hour|watt|joule|dollar))|samples|FLOPs|MACs|operations|"
    r"epochs|NFEs|steps|rounds|calls|invocations|iterations|passes|evaluations|updates|rollouts|instructions|turns|"
    r"interactions|queries|frames|trials|attempts|simulations|executions|(?:re-?)?runs|"
    r"re-?computations)|"
    r"(?P<error>mistakes|failures|faults|crashes|defects)|(?P<communication>messages|packets|fetches|uploads|downloads|synchroni[sz]ations))(?![\p{L}-])"
    r"(?!\s(?:heterogeneity|divergences?|diversity|leakage|shifts?|drift|variance|imbalance|noise|uncertainty|"
    r"conflicts?|storage|movements?|traffic|calls|invocations)\b)",
    IGNORECASE,
)
_DATA = Pattern(r"\b(?:data(?:set)?s?|corpus|corpora|tokens|images|samples)\b")
_A_MODEL = Pattern(
    r"(?:the\s|its\s|our\s)?(?:[\p{L}\d.-]+\s){0,2}(?:models?|networks?|teachers?|students?|transformers?|LLMs?|"
    r"backbones?|baselines?|counterparts?|encoders?|decoders?)\b|(?:the\s)?\p{Lu}[\p{L}\d.-]*\b"
)


def counted(text: str) -> Metric | None:
    """The metric of what is counted at the start of a text; null when it is not a thing of that kind."""
    match = _COUNTED.match(text)
    return Metric(match.lastgroup) if match and match.lastgroup else None


def size_of_what(s: Situation, what: str) -> Metric:
    """ "twice the number of parameters", "half the size of the teacher", "half the number of memory accesses"."""
    if (size := counted(" " + what)) is not None:
        return size
    if _DATA.search(what):
        return Metric.DATASET_SIZE
    named = usable(first_metric(clip(what + ".")), s)
    return named or (Metric.MODEL_SIZE if _A_MODEL.match(what) else Metric.OTHER)
