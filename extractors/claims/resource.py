"""Resources: how many devices, cores, nodes or workers."""

from __future__ import annotations

from extractors.claims.draft import Draft, NoClaim, Outcome
from extractors.endings import Ending
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Folded, Pattern
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
_OFFERS = Ending(r"\b(?:introduc|propos|present|design|develop|compris|combin)\w*\s$")
_OF_PAPER = Pattern(r"\b(?:model|data|dataset|report|system|credit|playing|flash|index|business)\s[Cc]ards?$")
_MANY = 64  # more than ranks of other things
_MACHINES = Folded(  # what a sentence about the nodes of a cluster speaks of
    r"\b(?:[gcntd]pus?\b|clusters?\b|supercomput|hpc\b|mpi\b|comput(?:e|ing)\b|servers?\b|machines?\b|cores?\b|"
    r"testbed|data ?cent(?:er|re)s?\b|infiniband|rdma)"
)
_AT_WORK = Folded(  # and may, unless it speaks of graphs
    r"\b(?:cloud|parallel|scal(?:es?|ed|ing|ab)|lanes\b|distributed|federated|decentrali[sz]|deploy|storage|workers?\b|"
    r"hosts?\b|sensors?\b|imus?\b|iot\b|edge[- ]|lora\b|wireless|kubernetes|bandwidth|throughput|prefill|replica|"
    r"train(?:ed|ing)\b|failover|microservice|database|vectors\b|efficien|speed-?ups?\b|[a-z]flops?\b|solver|consensus)"
)
_RUN_ON = Ending(
    r"\b(?:on|across|using|with|at|from|over|(?<!up )to)\s(?:(?:only|just|up to|over|about|the|all)\s){0,2}$"
)
_RUN_BY = Pattern(r"\s(?:are|is|were|was)\s(?:used|employed|needed|enough)\b")
_OF_GRAPHS = Pattern(
    r"\b(?:graphs?|subgraphs?|edges|KGs?|GNNs?|TSP|topolog(?:y|ies)|motifs?|entit(?:y|ies)|causal|SEMs?|DAGs?|"
    r"(?:entity|node|edge|relation) types)\b"
)
_KINDS = Pattern(r"\stypes?\b")
# "12 core values", "21 card games", "64-core" and "4 node cluster" aside: the noun that is counted
_FURTHER_NOUN = Pattern(r"\s(?:\p{Ll}[\p{Ll}-]*\s){0,2}?(?P<noun>\p{Ll}{3,}s)\b(?!\s\p{Ll}+s\b)")
_HARDWARE = Folded(
    r"\s(?:(?!and\b|with\b|of\b)[\w-]+\s){0,2}(?:[gcntd]pus?|processors?|machines?|servers?|systems?|chips?|nodes?|"
    r"platforms?|clusters?|workstations?|laptops?|computers?|boards?|devices?|configurations?|set-?ups?|hours|days|"
    r"deployments?|architectures?|instances?|runs?|jobs?)\b"
)
_GRAPHICS = Folded(
    r"\b(?:[gcnt]pus?\b|graphics?\b|gaming|comput|accelerator|nvidia|rtx|a100|h\d00|train|inference|vram|memory|consumer)"
)
_OF_TOOLS = Pattern(r"\bMCP\b|\btools\b")


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
    if (other := _of_something_else(s, phrase)) is not None:
        return other
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


def _of_something_else(s: Situation, phrase: str) -> Outcome:
    """Nodes of a graph, values that are core, servers of tools and the like; null for devices."""
    q = s.quantity
    if q.unit == "node" and _KINDS.match(s.right):
        return NoClaim("kinds are counted")
    if q.unit == "node" and _is_graph(s, phrase):
        return Draft(Kind.SCALE, Metric.DATASET_SIZE, "nodes", "nodes of a graph")
    if q.in_words or q.idiom:
        return None
    if q.unit in ("core", "card", "server", "node") and phrase.endswith((" core", " card", " server", " node")):
        further = _FURTHER_NOUN.match(s.right)
        if further is not None and not _HARDWARE.match(s.right[:60]):
            return Draft(Kind.SCALE, Metric.COUNT, further["noun"], "count")
    sentence = s.doc.view[s.sentence.start : s.sentence.end]
    if q.unit == "server" and _OF_TOOLS.search(sentence):
        return Draft(Kind.SCALE, Metric.COUNT, "servers", "count")
    if q.unit == "card" and not _GRAPHICS.search(sentence):
        return Draft(Kind.SCALE, Metric.DATASET_SIZE, "cards", "count")
    return None


def _is_graph(s: Situation, phrase: str) -> bool:
    if _NETWORKED.search(phrase) or s.quantity.high >= 1e5:
        return True
    if s.quantity.idiom and s.near_left.endswith("on "):
        return False  # "graph construction on a single node"
    near = s.near_left[-60:] + " " + s.right[:40]
    if _GRAPH.search(near) is not None:
        return True
    sentence = s.doc.view[s.sentence.start : s.sentence.end]
    if s.quantity.in_words or s.quantity.idiom or s.devices or _MACHINES.search(sentence):
        return False
    if _OF_GRAPHS.search(sentence):
        return True
    return not (_RUN_ON.search(s.list_left) or _RUN_BY.match(s.right) or _AT_WORK.search(sentence))
