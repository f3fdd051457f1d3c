"""A share of a metric of somebody else: "80% of the baseline's FLOPs", "retains 97% of the accuracy"."""

from __future__ import annotations

from extractors.context.change.common import OPEN, Change, clip, counted, default_metric, usable
from extractors.context.change.share.needed import ONLY, part_needed
from extractors.context.change.share.part import happens_to
from extractors.context.change.verb.to import TO
from extractors.context.metric import first_metric, last_metric
from extractors.context.unit_metric import METRIC_OF
from extractors.endings import Ending
from extractors.lexicon import DOWN, HEDGES
from extractors.patterns import IGNORECASE, Folded, Pattern
from extractors.rulenames import RETAINED_SHARE, SHARE_OF_COST, SHARE_OF_DATA, SHARE_OF_PARAMETERS
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Metric, Polarity

_OF_A_MODEL = Pattern(
    r"(?:the\s|its\s)?(?:[\p{L}\d.-]+\s){0,3}?(?:teacher|oracle|baseline|original|full model|dense model|"
    r"ceiling|upper bound|counterpart)\b"
)
# "retains 98% of the model's performance", "reaches 99% of full-cache performance": how good it is
_OF_THE_WHOLE = Pattern(
    r"(?:the\s|its\s)?(?:full|dense|unpruned|uncompressed|unquantized|full-precision|(?:BF|FP)\d\d|original|teacher)[\s'-]"
    r"(?:[\p{L}'-]+\s){0,3}?performance\b"
)
_KEEPS = Pattern(r"\b(?:retain|preserv|maintain|keep|kept|recover|regain|restor)\w*\b[^;:,]{0,30}$", IGNORECASE)


_RELATIVE = Pattern(r"\s(?:that|which|who|whose)\s")  # "the requests that wait and hold memory": no share of memory


def share_of_metric(s: Situation, what: str) -> Change | None:
    """ "80% of the baseline's FLOPs", "retains 97% of the accuracy"."""
    if _is_of_a_whole(s, what):
        return None
    if (needed := part_needed(s, what)) is not None:
        return needed
    if OPEN.search(s.list_left) and _OF_A_MODEL.match(what):
        return Change(default_metric(s), DOWN, Form.TO, RETAINED_SHARE)
    head = first_metric(clip(what + ".")) or (None if counted(what) else first_metric(_RELATIVE.split(what)[0]))
    metric = usable(head, s) or _of_the_reference(s, what)
    if metric is None:
        return _share_of_no_metric(s, what)
    if metric is Metric.MODEL_SIZE and ONLY.search(s.list_left):
        return Change(metric, DOWN, Form.TO, SHARE_OF_PARAMETERS)
    if metric.polarity is Polarity.LOWER:
        return Change(metric, DOWN, Form.TO, SHARE_OF_COST) if _is_enough(s, what) else None
    if metric is Metric.SPEED and head and head.word.lower().startswith("perf"):
        whole = _OF_THE_WHOLE.match(what) and _RETAIN.search(s.list_left)
        metric = Metric.ACCURACY if whole or _KEEPS.search(s.list_left) else metric
    return Change(metric, DOWN, Form.TO, RETAINED_SHARE) if _is_retained(s, what, metric) else None


ACCOUNTS = Pattern(
    r"\b(?:account|spend|spent|contribut|constitut|compris|represent|(?:make|makes|take|takes|took|making|taking) up|"
    r"occup)\w*\b[^,;]{0,24}$",
    IGNORECASE,
)
# "one stage consumes over 75% of the training time"
_CONSUMES = Ending(
    r"\b(?:consum(?:es?|ed|ing)\s(?:over|more than|up to|nearly|almost|as much as|at least)\s~?|"
    r"dominat(?:es?|ed|ing)\s(?:with|at)\s" + HEDGES + r")$"
)
# "copying takes 31% of the run time": of the whole, unless a rival is named or so much is only needed
TAKES = Ending(
    r"\b(?:consum(?:es?|ed|ing)|takes?|took|costs?|wast(?:es?|ed|ing))\s(?:(?:over|more than|up to|nearly|almost|"
    r"as much as|at least|about|around|roughly|approximately)\s)?~?$"
)
# "accounts for 90% of the latency and 44% of the energy"
_AND_PART = Pattern(r"\sof\s[^,;:()]{2,40}?(?:,|,?\sand)\s" + HEDGES)


def _is_next_part(s: Situation) -> bool:
    if s.previous is None or _AND_PART.fullmatch(s.near_left) is None:
        return False
    return ACCOUNTS.search(s.doc.view[s.sentence.start : s.previous.start]) is not None


# "keeps the overhead under 3% of the run time": what it comes to, and the time is that of the same
_OVERHEAD_IS = Ending(
    r"\boverheads?\s(?:(?!(?:and|while|that|which)\s)[\p{L}-]+\s){0,3}?(?:to|at|under|below|within|of|is|are|was|less\sthan)\s"
    + HEDGES
    + r"$"
)
_OF_AN_OVERHEAD = Pattern(
    r"\boverheads?\b|\b(?:baselines?|original|others?|previous|prior|existing|that|those|conventional|standard)\b|'s\b"
)
OF_A_CHIP = Pattern(
    r"(?:the\s|its\s|all\s|available\s){0,2}(?:LUTs?|FFs|DSPs?|BRAMs?|URAMs?|slices|registers|flip-flops)\b(?!\s(?:of|required|"
    r"needed|used|that)\b)"
)
_PEAK = Pattern(
    r"\b(?:peak|theoretical|roofline|ideal|maximum achievable|available|bandwidth|line rate|attainable|"
    r"hardware limit|speed of light)\b",
    IGNORECASE,
)
_CAUSED = Pattern(r"\b(?:attribut\w+|due to|caused|come|occur)")
# "only 4% of published models report their emissions"
_THEY_DO = Pattern(
    r"(?:the\s|all\s)?(?:[\p{L}-]+\s){0,3}?(?!(?:less|times|its|this)\b)\p{Ll}+s\s"
    r"(?:report|use|contain|include|provide|release|disclose|mention|support|meet|exceed|require|show|exhibit|"
    r"suffer|cite|share|publish|specify|document|offer|consider)\b"
)
# "70% of the failures stem from timeouts", "detects 10% of errors": how many of them
_EVENTS = Pattern(
    r"(?:(?!(?:of|in|on|for|from|by|with)\s)[\p{L}\d'-]+\s){0,5}?"
    r"(?:errors|failures|hallucinations|mistakes|faults|violations|crashes|bugs|vulnerabilities)\b"
)
_TOTAL = Pattern(
    r"(?:the\s)?(?:total|overall|end-to-end|global|world(?:wide|'s)?|national|system|device|GPU|host|available|"
    r"on-chip|chip)\b",
    IGNORECASE,
)
JUST = Folded(r"\b(?:only|just|merely|as little as|less than|under)\b[^,;:]{0,16}$|\band\s" + HEDGES + r"$")


def _is_of_a_whole(s: Situation, what: str) -> bool:
    """ "accounts for 30% of the time", "reaches 80% of the peak", "4% of models report": compared with nothing."""
    return bool(
        ACCOUNTS.search(s.near_left)
        or (_OVERHEAD_IS.search(s.near_left) and not _OF_AN_OVERHEAD.search(what))
        or _is_next_part(s)
        or _CONSUMES.search(s.near_left)
        or (TAKES.search(s.near_left) and not (_REFERENCE.search(what) or _OF_NAMED.search(what)))
        or happens_to(s, what)
        or _PEAK.search(what)
        or OF_A_CHIP.match(what)
        or _CAUSED.search(what)
        or _THEY_DO.match(what)
        or _EVENTS.match(what)
        or (_TOTAL.match(what) and not JUST.search(s.near_left))
    )


_REFERENCE = Pattern(
    r"(?<!-)\b(?:full|original|baseline|baselines|dense|base|native|vanilla|uncompressed|unpruned|teacher|standard|"
    r"conventional|existing|other|prior|previous|full-precision|full-attention|fp16|bf16|fp32|float|unquantized|"
    r"sequential|competing|state-of-the-art|total|required|default|exact|that|those|needed|naive|reference|human|"
    r"oracle|centralized|supervised|larger|model's|method|methods)\b",
    IGNORECASE,
)
_POSSESSIVE = Pattern(r"(?:the\s)?\p{Lu}[\p{L}\d-]*'s\.?")
# "occupies 1.3 GB, 3% of Tarnet's": the unit before tells of what
_APPOSED = Pattern(r",\s(?:(?:or|i\.e\.,?|only|just|about)\s|~){0,2}|\s\(" + HEDGES)
_METHOD = Pattern(r"method|baseline|model|approach")
_RETAIN = Pattern(
    r"\b(?:retain|preserv|maintain|sustain|keep|kept|recover|achiev|reach|attain|match|obtain|"
    r"within)\w*\b[^;:]{0,40}$",
    IGNORECASE,
)


def _of_the_reference(s: Situation, what: str) -> Metric | None:
    """ "its latency is 40% of the baseline's", "achieves 95% of the full method": the metric stands before."""
    if not (_REFERENCE.search(what) or _POSSESSIVE.fullmatch(what)):
        return None
    metric = usable(last_metric(s.list_left[-80:]), s)
    if metric is None and s.previous is not None and _APPOSED.fullmatch(s.near_left):
        return METRIC_OF.get(s.previous.dimension)
    if metric is None and _METHOD.search(what) and _RETAIN.search(s.list_left):
        return Metric.ACCURACY
    return metric


_OF_NAMED = Pattern(r"\sof\s(?:the\s)?\p{Lu}|^(?:the\s)?\p{Lu}[\p{L}\d-]*'s(?:\s|\.?$)")


# "logging uses 15% of disk time", "ships require 4% of crude oil": of all that there is
_USES = Ending(
    r"\b(?:uses?|requires?|needs?)\s(?:(?:over|more than|up to|nearly|almost|about|around|roughly|at least)\s|~)?$"
)
_DETERMINED = Pattern(r"(?:the|its|their|that|those|our|all)\s", IGNORECASE)


def _is_enough(s: Situation, what: str) -> bool:
    """Whether a share of a cost is what is needed, compared with another's."""
    if _OF_NAMED.search(what) or _REFERENCE.search(what) or TO.search(s.list_left):
        return True
    of_all = _USES.search(s.near_left) is not None and _DETERMINED.match(what) is None
    return ONLY.search(s.list_left) is not None and not of_all


_PERFORMANCE_OF = Pattern(r"(?:the\s)?performance\sof\s(?!(?:the|this|our|its|a)\s)")
# "of the Name throughput", "of the throughput achieved by Name"
_OF_RIVAL = Pattern(
    r"^(?:the\s)?(?:\p{L}*\p{Lu}[\p{L}\d-]*|hand-\p{L}+|native|single-\p{L}+)\s[^,;]{2,40}|\s(?:achieved|obtained|"
    r"delivered|reached|offered|attained)\s(?:by|with)\s"
)


def _is_retained(s: Situation, what: str, metric: Metric) -> bool:
    """ "retains 97% of the accuracy", "reaches 90% of the throughput of X"."""
    if metric.polarity is not Polarity.HIGHER or not _RETAIN.search(s.list_left):
        return False
    return bool(
        _REFERENCE.search(what)
        or _PERFORMANCE_OF.match(what)
        or metric is Metric.ACCURACY
        or _KEEPS.search(s.list_left)
        or _OF_RIVAL.search(what)
    )


# "keeps 97% of its reasoning ability": what has no score's name is measured by scores all the same
_ABILITIES = Pattern(
    r"(?:(?:the|its|their)\s)?(?:(?!(?:and|in|on|for|of)\b)[\p{L}'-]+\s){0,4}?(?:capabilit(?:y|ies)|abilit(?:y|ies)|effectiveness|"
    r"utility|competence|skills?|functionality)\b",
    IGNORECASE,
)
_ONLY_OF = Pattern(r"\b(?:only|just|merely|less than|under)\s" + HEDGES + r"\s?$", IGNORECASE)
_PARAMETERS = Pattern(r"\b(parameters|weights|params)\b")


def _share_of_no_metric(s: Situation, what: str) -> Change | None:
    """ "a cost of only 10% of that", "with 5% of the samples", "with 2% of the weights"."""
    cost = last_metric(s.list_left[-50:]) if _ONLY_OF.search(s.list_left) else None
    if cost is not None and cost.metric.polarity is Polarity.LOWER:
        return Change(cost.metric, DOWN, Form.TO, SHARE_OF_COST)
    if ONLY.search(s.list_left) and counted(what) is Metric.DATASET_SIZE:
        return Change(Metric.DATASET_SIZE, DOWN, Form.TO, SHARE_OF_DATA)
    if _PARAMETERS.search(what) and ONLY.search(s.list_left):
        return Change(Metric.MODEL_SIZE, DOWN, Form.TO, SHARE_OF_PARAMETERS)
    if _ABILITIES.match(what) and _KEEPS.search(s.list_left):
        return Change(Metric.ACCURACY, DOWN, Form.TO, RETAINED_SHARE)
    return None


# "preserves 99% performance"; "61.7 points (87% of the teacher)"
_KEPT_PERFORMANCE = Pattern(
    r"\s(?:(?!of\b)[\p{L}-]+\s){0,2}?(?:performance|quality)\b(?!\s(?:drop|loss|gain|improvement|varia))", IGNORECASE
)


_RETENTION = Pattern(r"\s(?:[\p{L}-]+\s)?(?:performance|accuracy|quality)\s(?:retention|preservation)\b", IGNORECASE)


def kept_performance(s: Situation) -> Change | None:
    """ "preserves 99% performance", "with 99% accuracy retention"."""
    kept = (_KEPT_PERFORMANCE.match(s.list_right) and _KEEPS.search(s.list_left)) or _RETENTION.match(s.list_right)
    return Change(Metric.ACCURACY, DOWN, Form.TO, RETAINED_SHARE) if kept else None
