"""Resources: how many devices, cores, nodes or workers."""

from __future__ import annotations

from extractors.claims.draft import Draft, NoClaim, Outcome
from extractors.endings import ending
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Kind, Metric

_GRAPH = Pattern(
    r"\b(?:graphs?|edges|vertices|mesh|grid|tree|problems?|instances?|routing|"
    r"vehicles|customers|network with|knowledge base|road network|neurons?|ontology)\b",
    IGNORECASE,
)
_COMPUTE = Pattern(
    r"\b(?:compute|gpus?|cpus?|cluster|supercomputer|cores|distributed|nodes of|multi-node|workers|machines|"
    r"scal(?:es|ing) (?:to|up|from)|on|hpc|server)\b",
    IGNORECASE,
)
_NETWORKED = Pattern(
    r"\b(?:grid|graph|mesh|lattice|customer|tree|leaf|road|entity|event|concept|document|knowledge|city)\snodes?$",
    IGNORECASE,
)
_OF_A_PROCESS = Pattern(r"\b(?:technology|process|CMOS)\snodes?$")
_IDEAS = Pattern(
    r"\b(?:concepts?|components?|contributions?|tasks?|ideas?|capabilit|principles?|insights?|questions?|challenges?|"
    r"mechanisms?)"
)
_OFFERS = ending(r"\b(?:introduc|propos|present|design|develop|compris|combin)\w*\s$")
_OF_PAPER = Pattern(r"\b(?:model|data|dataset|report|system|credit|playing|flash|index|business)\s[Cc]ards?$")
_MANY = 64  # more than ranks of other things


def read(s: Situation) -> Outcome:
    """A count of devices; nodes of a graph and other such are ``scale``."""
    q = s.quantity
    if q.dimension is not Dimension.DEVICES:
        return None
    phrase = s.doc.view[q.start : q.end]
    if q.in_words and (q.low < 1 or s.right.startswith(" after another")):
        return NoClaim("no device is counted")
    if q.unit == "node" and _OF_A_PROCESS.search(phrase):
        return NoClaim("no device is counted")
    if q.unit == "node" and _is_graph(s, phrase):
        return Draft(Kind.SCALE, Metric.DATASET_SIZE, "nodes", "nodes of a graph")
    if q.unit == "cluster" and not q.in_words and not _COMPUTE.search(s.left[-60:] + phrase):
        return Draft(Kind.SCALE, Metric.COUNT, "clusters", "count")
    spread = q.unit == "rank" and q.low >= _MANY  # "2,048 ranks"
    if q.unit in ("tile", "rank", "cluster") and (q.in_words or not (spread or _COMPUTE.search(s.left[-60:]))):
        return NoClaim("not a count of devices")
    if q.in_words and q.low > 1 and q.unit == "accelerator" and _OFFERS.search(s.near_left):
        return NoClaim("parts of a method")
    if q.unit == "card" and _OF_PAPER.search(phrase):
        return Draft(Kind.SCALE, Metric.DATASET_SIZE, "cards", "count")
    if q.unit == "core" and _IDEAS.search(s.right[:15]):
        return NoClaim("not a count of devices")
    return Draft(Kind.RESOURCE, Metric.DEVICE_COUNT, q.unit, "count of devices" if not q.idiom else "a single device")


def _is_graph(s: Situation, phrase: str) -> bool:
    if _NETWORKED.search(phrase) or s.quantity.low >= 1e5:
        return True
    if s.quantity.idiom and s.near_left.endswith("on "):
        return False  # "graph construction on a single node"
    near = s.near_left[-60:] + " " + s.right[:40]
    return _GRAPH.search(near) is not None
