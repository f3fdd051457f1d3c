"""What is "2x larger", "smaller", "longer" or "shorter": a model, a file, an area, what is read or written."""

from __future__ import annotations

from extractors.context.change.meant import usable
from extractors.context.change.words import WRITTEN
from extractors.context.metric import last_metric
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Metric, Polarity

_LIGHT = frozenset({"smaller", "lighter", "slimmer", "leaner", "more compact", "more lightweight"})
SIZED = _LIGHT | {"larger", "bigger"}
_THAN_MODELS = Pattern(r"\b(?:models?|networks?|counterparts?|LLMs?|baselines?)\b[^,;]{0,40}$")
_A_MODEL = Pattern(
    r"\s(?:(?:open|closed|dense|proprietary)\s)?(?:(?:models?|networks?|LLMs?|baselines?|counterparts?|competitors?)\b|"
    r"\p{Lu}[\p{L}\d.-]+\b(?!\s\p{Ll}+s\b))"
)
_OBJECT = Pattern(
    r"\s(?!than\b|in\b|on\b|for\b|and\b|but\b|when\b|compared\b|while\b|models?\b|networks?\b|ones?\b|LLMs?\b)"
    r"(?:[\p{L}-]+\s){0,2}(?!models?\b|networks?\b|LLMs?\b|baselines?\b)\p{L}+s\b"
)
_THAN_SETS = Pattern(r"\sthan\s(?:[^\s,;()]+\s){0,6}?(?:data\s?sets?|corpus|corpora|benchmarks?|collections?)\b")
_FILES = Pattern(
    r"\b(?:index(?:es)?|indices|files?|checkpoints?|binar(?:y|ies)|archives?|logs?|executables?|"
    r"bundles?|code|containers?|(?:container|disk|docker|firmware)\simages?)\b[^,;()]{0,20}"
    r"(?:\d[\d.]{0,5}(?:%|x|\stimes)\s(?:faster|slower|quicker)\s(?:and|but)\s)?$",
    IGNORECASE,
)
_SETS = Pattern(r"\b(?:data\s?sets?|corpora|corpus)\b[^,;()]{0,20}$")  # "trains on data sets 9x larger than before"
_BATCH = Pattern(
    r"\s(?:[\p{Ll}-]+\s){0,2}?batch(?:es)?(?=[.,;)]|$|\s(?!(?:jobs?|normali[sz]ation|processing|queue)\b))"
)
# "a 3x smaller buffer"
_HELD = Pattern(
    r"\s(?:[\p{L}-]+\s){0,2}?(?:caches?|buffers?|heaps?|working\ssets?|resident\ssets?|optimi[sz]er\sstates?|activations|queues?|"
    r"hash\stables?|lookup\stables?|page\stables?|scratchpads?)\b"
)
_HAVE_A_SIZE = (Metric.STORAGE, Metric.MEMORY, Metric.MODEL_SIZE, Metric.AREA, Metric.CAPACITY, Metric.ERROR)
_PASSES_ON = Pattern(r",|\b(?:and|but|that|which|with|while)\b")


def of_size(s: Situation, word: str, after: str) -> Metric:
    """What is "2x larger" or "smaller" where no metric stands beside it."""
    if _BATCH.match(after):
        return Metric.CAPACITY
    if word in _LIGHT and _HELD.match(after):
        return Metric.MEMORY
    if word not in _LIGHT and (_THAN_MODELS.search(s.list_left) or _A_MODEL.match(after)):
        return Metric.MODEL_SIZE
    if word not in _LIGHT and (thing := _OBJECT.match(after)) is not None:
        return Metric.CAPACITY if "batch" in thing[0] else Metric.OTHER
    if _FILES.search(s.left[-60:]) or _FILES.search(after[:24]):
        return Metric.STORAGE
    if word not in _LIGHT and _THAN_SETS.match(after):
        return Metric.DATASET_SIZE
    cue = last_metric(s.list_left[-40:])
    before = usable(cue, s)
    beside = cue is not None and not _PASSES_ON.search(s.list_left[-40:], cue.end)
    if word in _LIGHT and beside and before is not None and before.polarity is Polarity.LOWER:
        return before
    if before in _HAVE_A_SIZE:
        return before
    if word in _LIGHT and any(one.dimension is Dimension.BYTES for one in s.siblings[: s.index]):
        return Metric.MEMORY  # "a 2 MB sketch is 20x smaller"
    if word in _LIGHT:
        return Metric.AREA if _is_a_circuit(s, after) else Metric.MODEL_SIZE
    return Metric.DATASET_SIZE if _SETS.search(s.list_left) else Metric.OTHER


_CIRCUIT = (
    r"(?:(?:circuit|chip|die|macro|multiplier|adder|systolic\sarray|bit-?cell|datapath|ADC|DAC|PLL|amplifier|transceiver|"
    r"comparator|divider|antenna|coprocessor|microcontroller|(?:MAC|logic|arithmetic|vector)\sunit)s?|circuitry)"
)
# "the multiplier is 2x smaller", "the design is 2x smaller than a systolic array"
_IT_IS = Ending(rf"\b{_CIRCUIT}\s(?:(?:that|which)\s)?(?:(?:is|are|was|were)\s)?{HEDGES}$", IGNORECASE)
_THAN_CIRCUITS = Pattern(rf"\s(?:in\ssize\s)?than\s(?:[^\s,;()]+\s){{0,4}}?{_CIRCUIT}\b", IGNORECASE)


def _is_a_circuit(s: Situation, after: str) -> bool:
    return _IT_IS.search(s.near_left) is not None or _THAN_CIRCUITS.match(after) is not None


_RESIZES = Pattern(r"(?:shr[iau]nk|grow|grew|swell|bloat|inflat|enlarg|slim|squeez)", IGNORECASE)
_A_FILE = Ending(
    r"\b(?:(?:(?:learned|inverted|search|vector)\s)?index(?:es)?|indices|files?|checkpoints?|binar(?:y|ies)|archives?|executables?|"
    r"bitstreams?|installers?|firmware|snapshots?|databases?|tarballs?|packages?|bundles?)\s?$",
    IGNORECASE,
)
_IN_MEMORY = Ending(
    r"\b(?:caches?|buffers?|heaps?|working\ssets?|resident\ssets?|optimi[sz]er\sstates?|activations)\s?$", IGNORECASE
)
_THE_DATA = Ending(
    r"\b(?:data\s?sets?|corpus|corpora|(?:(?:pre-?)?training|test|evaluation|validation|calibration)\s(?:sets?|suites?|pools?|data))\s?$",
    IGNORECASE,
)
_THE_MODEL = Ending(r"^(?:(?:the|our|a|each|every)\s)?(?:models?|networks?|students?)\s?$", IGNORECASE)


def of_resized(verb: str, what: str) -> Metric | None:
    """ "the index shrinks by a third", "shrinks binaries by 6%", "the cache grows by half"."""
    if _RESIZES.match(verb) is None:
        return None
    if _THE_MODEL.search(what.strip()):
        return Metric.MODEL_SIZE
    if _IN_MEMORY.search(what):
        return Metric.MEMORY
    if _THE_DATA.search(what):
        return Metric.DATASET_SIZE
    return Metric.STORAGE if _A_FILE.search(what) else None


def of_its_kind(s: Situation) -> Metric | None:
    """ "its code is half the size of the hand-written one": a file or a circuit, which the size is of."""
    if _FILES.search(s.near_left[-60:]):
        return Metric.STORAGE
    return Metric.AREA if _IT_IS.search(s.near_left) else None


_ARE_READ = Pattern(
    r"\b(?:sequences?|inputs?|prompts?|documents?|videos?|texts?|contexts?|horizons?|generations?|clips?)\s"
    r"(?:(?:that are|which are|up to|over|about|nearly|more than)\s){0,2}$"
)


_LINES = (
    r"(?:(?:source|\p{L}+)\scode|code|programs?|source|scripts?|listings?|proofs?|specifications?|configurations?|descriptions?|"
    r"implementations?|kernels?|diffs?|patch(?:es)?|manuscripts?|articles?|sentences?|texts?)"
)
_IN_LINES = Ending(rf"\b{_LINES}\s(?:(?:that|which)\s)?(?:is|are|was|were|gets?|becomes?)\s{HEDGES}$", IGNORECASE)
_LINES_NEXT = Pattern(rf"\s(?:and\s\p{{L}}+\s)?{_LINES}\b(?!\s(?:times?|runs?|latency))")


def of_length(s: Situation, word: str, after: str) -> Metric:
    """What is "3x longer" or "shorter" where no metric is beside it; "the refusal rate is 5x lower" has none."""
    if word not in ("shorter", "longer"):
        return Metric.OTHER
    if WRITTEN.search(after[:40]) or WRITTEN.search(s.list_left[-50:]):
        return Metric.COMPUTE
    if word == "shorter":
        return Metric.OTHER if _IN_LINES.search(s.list_left) or _LINES_NEXT.match(after) else Metric.RUNTIME
    return Metric.CONTEXT_LENGTH if _ARE_READ.search(s.list_left) else Metric.OTHER
