"""Bytes: what is held in memory, stored, sent, or read as data: "fits into 8 GB", "sends 3 MB a round"."""

from __future__ import annotations

from extractors.claims.draft import Draft, NoClaim, Outcome, measured
from extractors.claims.measurement.named_metric import behind_closing, clause, metric_beside
from extractors.context.metric import first_metric, last_metric
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Kind, Metric

_DATA = Pattern(
    r"^\s{0,2}(?!file\b)(?:of\s(?:(?!(?:per|for|in|on|at|to|and|or|with|the|its|memory|storage|disk|ram|"
    r"model)\b)[\p{L}-]+\s)?)?(?:(?:raw|training|text|image|video|input|compressed|uncompressed|pretraining|"
    r"scientific|simulation)\s){0,2}(?:data(?:set)?s?|corpus|corpora|files?|text|logs?|documents|inputs?|messages?|"
    r"tables?|graphs?|archive|imagery|images|videos?|footage|audio|recordings|records|genomes?|sequences?|traces?|"
    r"measurements|web\s(?:text|pages|data))\b",
    IGNORECASE,
)
_ON_DATA = Pattern(r"\b(?:on|of|for|per)\s{1,3}(?:a\s)?$", IGNORECASE)
_OF_A_DEVICE = Ending(  # "8 A100 (80 GB)", "a consumer GPU (24 GB)"
    r"\b(?:[AHVBPTLK]\d{2,4}s?|[LT]4s?|RTX\s?\d{4}\w{0,2}|GPUs?|graphics\scards?)\s\(\s?$"
)
_OF_MEMORY = Pattern(r"\s(?:of|is|are|was|were)\b")  # "needs on the first GPU 24 GB of memory"
_CLOSES = Pattern(r"\s?(?:of\s)?(?:V?RAM|HBM\d?\w?|(?:GPU\s|device\s|video\s)?memory)?\s?\)")
_OF_SUCH_A_DEVICE = Pattern(
    r"\s(?:[\p{L}\d-]+\s){0,3}?(?:GPUs?|accelerators?|cards?|devices?|boards?|NPUs?|phones?|laptops?)\b"
)
_NAME_LENGTH = 40  # characters
_SCALE_FACTOR = Pattern(r"\sscale\sfactor\b")  # of a database benchmark
_A_FILE = Pattern(r"\s(?:model\s|weight\s|binary\s)?(?:file|checkpoint|binary|executable|image)\b(?!s)")
# "on essay.txt (152 KB)", "on Foo (Bar Corpus, 152 KB)"
_OF_A_FILE = Ending(r"\.(?:txt|csv|json|xml|tar|log|pdf)\s\((?:[^()]{1,30},\s)?~?$|\([^()]{0,24}\b[Cc]orpus,\s~?$")
# "the merged dataset totals 1 TB"
_DATA_TOTALS = Ending(
    r"\b(?:data\s?sets?|corpus|corpora|archive|collection|data|catalogue?|release)\s(?:(?:in|that|which|now|together)\s)?"
    r"(?:total(?:s|ling|led)?|amount(?:s|ed|ing)?\sto|span(?:s|ning)?|compris(?:es|ing)|contain(?:s|ing)|exceed(?:s|ing)?|"
    r"is|of|with)\s(?:a\stotal\sof\s)?(?:(?:about|around|over|nearly|approximately|roughly|some|more\sthan|up\sto)\s|~){0,2}$",
    IGNORECASE,
)
# "On textset9 (1 GB), it": the data of the sentence
_OF_NAMED_DATA = Ending(
    r"(?:^|[;:]\s|,\s(?:and|while|whereas)\s)(?:[Oo]n|[Oo]ver|[Ff]or)\s(?:the\s)?(?=\S*[\p{Lu}\d])[\p{L}\d][\p{L}\d._/-]*"
    r"(?:\s(?:[\p{Lu}\d][\p{L}\d._/-]*|(?:data\s?set|corpus|graph|matrix|trace|genome|file))){0,3}\s\(~?$"
)
_STORED = Pattern(
    r"\b(?:(?:compress|shrink|shrunk|squeez)(?:es|ed|ing|s)?\s(?:the\s|a\s|its\s|this\s)?(?:[\p{L}\d.-]+\s)?"
    r"(?:models?|networks?|checkpoints?|index|weights)|model size|file size|storage|disk|binary|"
    r"checkpoints?\s(?:takes?|occup|weigh|is|needs?)|(?<!batch )(?<!window )(?<!group )size of|compressed (?:to|"
    r"into)|download|"
    r"footprint of the model)\b",
    IGNORECASE,
)
_HELD = Ending(
    r"\bmemory\s(?:footprints?|usage|use|consumption|requirements?|budgets?)\s"
    rf"(?:(?:of|to|is|at|below|under|within)\s){{1,2}}{HEDGES}$"
)
_SENDS = Pattern(
    r"\b(?:upload|send|transmit|exchang|transfer|communicat|broadcast|mov|shuffl|ship|fetch)"
    r"(?:s|es|ed|ing|t)?\s(?:a total of\s)?" + HEDGES + r"$",
    IGNORECASE,
)
_MODIFIERS = Pattern(r"\s(?:(?:(?!(?:of|in|on|for|with|and|at|to|by|from)\b)[\p{L}-]+)\s){0,2}")
_FROM = Ending(rf"\s\(?(?:from\s)?{HEDGES}$")  # "cuts the traffic by 10x (from 14 GB to 1 GB)"
_SENT = Pattern(
    r"\sof\s(?:[\p{L}-]+\s){0,2}?(?:bandwidth|traffic|uploads?|downloads?|communication|data transfers?|"
    r"uplink|network data)\b"
)


def amount_of_bytes(s: Situation) -> Outcome:
    """Memory, where the words beside it speak of nothing else."""
    if s.quantity.noun == "bytes":  # "64 B chunks"
        return Draft(Kind.SCALE, Metric.OTHER, s.quantity.unit, "size of a piece")
    if _is_of_a_device(s):
        return NoClaim("part of a device's name")
    if _DATA.match(s.right) or _SCALE_FACTOR.match(s.right) or _OF_A_FILE.search(s.near_left):
        return _data(s)
    if _is_named_data(s) or _DATA_TOTALS.search(s.near_left):
        return _data(s)
    if _is_traffic(s):
        return measured(s, Metric.COMMUNICATION, "amount of traffic")
    if _HELD.search(s.near_left):
        return measured(s, Metric.MEMORY, "amount of memory")  # "compresses it to a memory footprint of 90 MB"
    if _A_FILE.match(s.right) or _STORED.search(s.left[-70:] + " " + s.right[:40]):
        return measured(s, Metric.STORAGE, "stored size")
    if _is_memory(s) or not _ON_DATA.search(s.near_left):
        return measured(s, Metric.MEMORY, "amount of memory")
    return _data(s)


def _is_of_a_device(s: Situation) -> bool:
    """ "an L4 (24 GB)", "a Nano 8 GB": how much memory a device has, right behind its name."""
    q = s.quantity
    if not _OF_MEMORY.match(s.right) and any(end + 1 == q.start for _, end in s.devices):
        return True
    return _OF_A_DEVICE.search(s.left[-_NAME_LENGTH:]) is not None and _CLOSES.match(s.right) is not None


def _data(s: Situation) -> Draft:
    return Draft(Kind.SCALE, Metric.DATASET_SIZE, s.quantity.unit, "amount of data")


def _is_named_data(s: Situation) -> bool:
    """ "On textset9 (1 GB), it": in brackets behind a name that is no device's."""
    if not s.right.startswith(")") or not _OF_NAMED_DATA.search(s.left[-90:]):
        return False
    opened = s.doc.view.rfind("(", s.sentence.start, s.quantity.start)
    return not any(opened - _NAME_LENGTH < end <= opened for _, end in s.devices)


def _is_traffic(s: Situation) -> bool:
    named = last_metric(s.list_left[-60:])
    if named is not None and named.metric is Metric.COMMUNICATION:
        return True
    if _SENDS.search(s.near_left) or _SENT.match(s.right):
        return True
    behind = clause(s.list_right)
    moved = first_metric(behind) or behind_closing(s)
    if moved is not None and moved.metric is Metric.COMMUNICATION:
        return moved.start == 0 or _MODIFIERS.fullmatch(behind, 0, moved.start) is not None
    before = last_metric(s.left[-60:]) if _FROM.search(s.near_left) else None
    return before is not None and before.metric is Metric.COMMUNICATION


def _is_memory(s: Situation) -> bool:
    return metric_beside(s, (Metric.MEMORY,)) is not None or _OF_SUCH_A_DEVICE.match(s.right) is not None
