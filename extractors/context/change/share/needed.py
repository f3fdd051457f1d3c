"""A part of the data, of a budget, of a cache or of the time that is enough: "with 0.1% training data"."""

from __future__ import annotations

import regex

from extractors.context.change.counted import counted
from extractors.context.change.made import Change
from extractors.context.change.moved_data import is_moved
from extractors.endings import Ending
from extractors.lexicon import DOWN, HEDGES, HEDGES_OR_A
from extractors.patterns import IGNORECASE, Pattern
from extractors.rulenames import SHARE_OF_COST, SHARE_OF_DATA
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Metric

ONLY = Pattern(
    r"\b(?:only|just|merely|using|uses|use|with|requires?|requiring|needs?|consum\w+|occup\w+|"
    r"tak(?:es|ing) up|draws?|drawing|less than|under|"
    r"as little as|as low as|takes?|costs?)\b[^,;:]{0,24}$|\bat\s(?:about\s|nearly\s|around\s|"
    r"approximately\s|roughly\s|[~<≤])?\s?$",
    IGNORECASE,
)
CACHE = Pattern(r"(?:the\s|its\s)?(?:full\s|original\s)?(?:KV[\s-])?cache\b", IGNORECASE)
# "with 0.1% training data", "using a 20% token budget"
_PART_USED = Pattern(
    r"\s(?:of\s)?(?:(?:the\s|its\s)?(?:original|full|total|labell?ed|unlabell?ed|annotated|pre-?training|training|"
    r"supervised|real|synthetic|generated|clean|human|expert|available|target|source|paired|[\p{L}-]+-generated|in-domain)\s){0,3}(?:(?P<dataset_size>data|labels|annotations|samples|examples|images|demonstrations)|"
    r"(?P<compute>tokens?(?:\sbudget)?|(?:compute\s)?budget|compute|steps)|(?P<cost>(?:annotation|labell?ing)\sbudget))"
    r"(?=[\s,.;)]|$)",
    IGNORECASE,
)
_USES = Pattern(
    r"\b(?:using|uses?|used|with|given|needs?|needing|requires?|requiring)\s" + HEDGES_OR_A + r"$",
    IGNORECASE,
)


def part_used(s: Situation) -> Change | None:
    """ "with 0.1% training data", "using a 20% token budget": a part is enough."""
    match = _PART_USED.match(s.list_right)
    if match is None or not match.lastgroup or not _USES.search(s.list_left):
        return None
    return Change(Metric(match.lastgroup), DOWN, Form.TO, SHARE_OF_DATA)


_IS_DATA = regex.compile(
    r"(?:the\s|its\s|all\s)?(?:(?!more\b)[\p{L}'-]+\s){0,4}?(?:(?<!\b(?:test|evaluation|validation)\s)data(?!\s(?:storage|movement|transfers?|traffic|processing)\b)|"
    r"corpus|corpora|training (?:set|samples|examples|images)|annotations|labels)\b",
    regex.IGNORECASE,
)
_DEVICES = Pattern(
    r"(?:the\s|its\s)?(?:[\p{L}-]+\s){0,2}?(?:GPUs|CPUs|TPUs|FPGAs|nodes|cores|devices|machines|servers|"
    r"accelerators|workers)\b"
)


# "fails at 12% of trials": how often
_OCCASIONS = Pattern(
    r"(?:all\s)?(?:[\p{L}-]+\s)?(?:trials|attempts|queries|turns|rounds|interactions|calls|invocations)\b"
)
_AT = Ending(r"\b(?:at|on)\s(?:the\s)?" + HEDGES + r"$")


def part_needed(s: Situation, what: str) -> Change | None:
    """ "using only 10% of the data", "with 20% of the frames", "just 30% of the cache"."""
    if ONLY.search(s.list_left) is None:
        return None
    if is_moved(s, what):
        return Change(Metric.COMMUNICATION, DOWN, Form.TO, SHARE_OF_COST)
    if _IS_DATA.match(what):
        return Change(Metric.DATASET_SIZE, DOWN, Form.TO, SHARE_OF_DATA)
    if _DEVICES.match(what):
        return Change(Metric.DEVICE_COUNT, DOWN, Form.TO, SHARE_OF_COST)
    if counted(what) is Metric.COMPUTE and not (_OCCASIONS.match(what) and _AT.search(s.near_left)):
        return Change(Metric.COMPUTE, DOWN, Form.TO, SHARE_OF_COST)
    return Change(Metric.MEMORY, DOWN, Form.TO, SHARE_OF_COST) if CACHE.match(what) else None


_CLOCKED = Pattern(
    r"\sof\s(?:the\s|its\s)?(?:(?:original|total|full)\s)?(?:wall-?clock|training|inference|execution)\stime\b"
)
# "in 20% of the time of Tarnet", "... that Tarnet needs"
_TIME_OF = Pattern(
    r"[%$\\]{0,3}\sof\s(?:the\s)?(?:run\s?|execution\s|solution\s)?time\s(?:of|taken\sby|needed\sby|required\sby|spent\sby|"
    r"(?:that\s)?[^,;.()]{2,40}?\s(?:needs?|takes?|requires?|spends?|needed|took|required|spent))(?=[\s.,;]|$)"
)
_IN_TIME = Ending(r"\bin\s" + HEDGES + r"$")


def time_taken(s: Situation) -> Change | None:
    """ "done in 35% of the inference time"."""
    if not ((_CLOCKED.match(s.list_right) or _TIME_OF.match(s.list_right)) and _IN_TIME.search(s.list_left)):
        return None
    return Change(Metric.RUNTIME, DOWN, Form.TO, SHARE_OF_COST)
