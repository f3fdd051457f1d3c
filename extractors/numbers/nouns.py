"""Counted nouns: what a number without a unit of measurement counts."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from extractors.numbers.units import PARAMETER_SORTS, Dimension
from extractors.numbers.wordgroups import word_group
from extractors.patterns import IGNORECASE, Pattern

# Head noun and its unit: the device in the singular.
DEVICES = {
    "gpu": "GPU",
    "gpus": "GPU",
    "gpgpu": "GPU",
    "gpgpus": "GPU",
    "cpu": "CPU",
    "cpus": "CPU",
    "tpu": "TPU",
    "tpus": "TPU",
    "fpga": "FPGA",
    "fpgas": "FPGA",
    "npu": "NPU",
    "npus": "NPU",
    "dpu": "DPU",
    "dpus": "DPU",
    "gcd": "GCD",
    "gcds": "GCD",
    "dcus": "DCU",
    "hpus": "HPU",
    "vcpus": "vCPU",
    "ipu": "IPU",
    "ipus": "IPU",
    "core": "core",
    "cores": "core",
    "node": "node",
    "nodes": "node",
    "worker": "worker",
    "workers": "worker",
    "machine": "machine",
    "machines": "machine",
    "accelerator": "accelerator",
    "accelerators": "accelerator",
    "device": "device",
    "devices": "device",
    "chip": "chip",
    "chips": "chip",
    "chiplet": "chiplet",
    "chiplets": "chiplet",
    "processor": "processor",
    "processors": "processor",
    "server": "server",
    "servers": "server",
    "card": "card",
    "cards": "card",
    "board": "board",
    "boards": "board",
    "socket": "socket",
    "sockets": "socket",
    "thread": "thread",
    "threads": "thread",
    "host": "host",
    "hosts": "host",
    "superchip": "superchip",
    "superchips": "superchip",
    "supercomputer": "supercomputer",
    "supercomputers": "supercomputer",
    "cluster": "cluster",
    "clusters": "cluster",
    "laptop": "laptop",
    "workstation": "workstation",
    "smartphone": "smartphone",
    "smartphones": "smartphone",
    "sms": "SM",
    "pes": "PE",
    "pe": "PE",
    "rank": "rank",
    "ranks": "rank",
    "vm": "VM",
    "vms": "VM",
    "qpu": "QPU",
    "microcontroller": "microcontroller",
    "microcontrollers": "microcontroller",
    "asic": "ASIC",
    "asics": "ASIC",
    "ssd": "SSD",
    "ssds": "SSD",
    "tile": "tile",
    "tiles": "tile",
}

# Nouns that a bare "7B" may stand before without counting them: it is the size of the model.
_MODELISH = Pattern(
    r"models?|llms?|slms?|mllms?|vlms?|lms?|variants?|networks?|transformers?|versions?|backbones?|scales?|"
    r"sizes?|baselines?|"
    r"checkpoints?|agents?|counterparts?|architectures?|moes?|experts?|encoders?|decoders?|dense|parameters?|params?|"
    r"weights|activations?|configurations?|settings?|setups?|levels?|regimes?|systems?|students?|teachers?|competitors?|"
    r"ones|series|class|reasoners?|policies|vlas?|drafters?|drafts?|generators?|verifiers?|judges?|planners?|controllers?|"
    r"targets?|rankers?|rerankers?|retrievers?|embedders?|foundation",
    IGNORECASE,
)
_A_MODEL = Pattern(r"\b(?:model|LLM|network)(?=\s\p{L})", IGNORECASE)
_OF_MODELS = Pattern(r"\bmodel\s\p{Ll}+s$")  # "1M+ model calls"
_CONTEXTISH = Pattern(
    r"\s?-?\s?(?:token\s|length\s)?(?:context|ctx|sequence|input|prompt|window|prefill|contexts|sequences|inputs)\b",
    IGNORECASE,
)

_STOP_WORDS = word_group("not_counted")
_NOT_PLURAL = word_group("not_plural")
_IRREGULAR = word_group("irregular_plural")
_COMPOUNDED = word_group("compounded")
_SIZED = word_group("sized")
_WORD = Pattern(
    r"(?P<gap>\s{1,2}|-)(?P<word>\p{L}(?:[\p{L}\d'+._&*]+|/(?!\d)|-(?!-)|--(?=\p{Ll}+\s(?:pairs|triples|triplets)\b))*+|\([^()\s]{1,14}\)|[A-Z]?\d{1,4}[A-Za-z]{1,4}\d{0,4})"
)
# A device by its name alone: "16 V100s", "8xH100".
_NAMED_GPU = Pattern(r"(?:[AHVBPTLK]\d{2,4}|GH200|GB[23]00|MI\d{2,3}[AX]?|RTX|GTX)(?:-[\dA-Za-z]+)?s?")
_TIMES_DEVICE = Pattern(
    r"\s{0,8}(?:x|times)\s{0,4}(?:(?:NVIDIA|Nvidia|AMD|Google|Cloud)\s)?(?P<name>(?:RTX|GTX)\s?\d{4}(?:\s?Ti)?(?!\d)|(?:RTX\s|"
    r"GTX\s)?(?!P(?:50|9\d)\b)[A-Z]{1,4}-?\d{2,4}[A-Za-z]{0,2}s?(?:-\d{2,3}GB?)?|\d{4}\s(?:Ada|PRO)|TPU\s?v?\d?\w?|GPUs?|"
    r"CPUs?)(?P<rest>[-\s]?\d{2,3}\s?GB)?(?:\s(?P<head>GPUs?|CPUs?|TPUs?|chips|cores|nodes))?(?![\p{L}\d])"
)
_RUN_AS = ("MPI", "parallel", "worker", "UPC", "SPMD")  # "4,096 MPI processes" are no verb
# Nouns that a plural before them only describes: "28 coreutils programs".
_HEADS = {
    "programs",
    "tasks",
    "datasets",
    "benchmarks",
    "images",
    "samples",
    "problems",
    "questions",
    "cases",
    "models",
    "records",
    "papers",
}
_ADJECTIVE = Pattern(
    r"(?:open|closed)(?:-?(?:source|weights?))?|proprietary|commercial|public|private|synthetic|"
    r"real(?:-world)?|simulated|large|small|"
    r"labell?ed|unlabell?ed|annotated|medium|general|specialized|local|remote|positive|negative|static|dynamic|textual|visual|multimodal|"
    r"industrial|academic|\p{L}+-\p{L}+",
    IGNORECASE,
)
_ADJECTIVES = Pattern(
    r"(?=(?:\s[\p{Ll}-]++){1,3}+,)(?:(?:\s[\p{Ll}-]+){0,2}\s\p{Ll}+(?:al|ed|ive|ous|ic|ex|ing|able),(?=\s\p{Ll}+ly\s\p{Ll}+(?:ed|al|ive|ous|se|ant|ent|ex|"
    r"able|ic)\s[\p{Ll}-]+s\b)|(?:\s[\p{Ll}-]+){1,3},(?=\s\p{Ll}+-\p{Ll}+\s[\p{Ll}-]+s\b)|"
    r"(?:\s[\p{Ll}-]+){0,2}\s(?:\p{Ll}+-\p{Ll}+|\p{Ll}+(?:ed|al|ive|ous)),"
    r"(?=(?:\s\p{Ll}+ly)?\s(?:\p{Ll}+-\p{Ll}+|\p{Ll}+(?:ed|al|ive|ous))(?:\s[\p{Ll}-]+){0,2}\s[\p{Ll}-]+s\b))"
)
# What a device or a parameter before it only describes: "16 GPU kernels", "1,300 parameter combinations".
_DEVICE_SORT = Pattern(
    r"(?<![sS])\s(?:(?!and\b|or\b|for\b|with\b|in\b|on\b|of\b|to\b)\p{Ll}+\s){0,2}?(?P<noun>domains|kernels|"
    r"programs|tasks|workloads|benchmarks|models|architectures|types|generations|families|vendors|applications|problems|"
    r"images|photos|photographs|videos|recordings|screenshots|traces|jobs|tests|bugs|operators|configurations|designs|styles|states|modes|classes|categories|failures|faults)\b"
)
_LEARNING = Pattern(r"[\s-](?:learning|translation|vision|intelligence|code|instructions?)\b")
_PARAMETER_SORT = Pattern(rf"(?<=r)\s(?P<noun>{PARAMETER_SORTS})\b")
_OBJECT = Pattern(r"\s(?:itself|themselves|the|an?|its|their|our)\s")
_FEW = 10  # "3 outranks the" is of a version, "300 episodes the agent" counts
_SORT_AND_PLURAL = Pattern(r"\s(?!the\b|\p{L}+s\s)[\p{Ll}-]{3,20}\s(?!is\b|was\b|has\b)\p{Ll}{3,20}(?<![suo])s\b")
_DONE_AND_PLURAL = Pattern(r"\s(?:\p{Ll}+ly\s)?\p{Ll}{3,16}ed\s\p{Ll}{3,20}(?<![suo])s\b")
_ENDS = frozenset("),.;")
_LINES_OF_CODE = frozenset({"loc", "kloc", "sloc"})
_OF_MODEL_SIZES = frozenset({"M", "B", "T", "million", "billion", "trillion"})
_SINGLE_STEPS = frozenset({"step", "epoch", "iteration"})
_DEVICE_VERSION = Pattern(r"\sv\d\w{0,2}(?=\s\p{L})")
_MODEL_NUMBER = Pattern(r"\s[A-Z]?\d{3,4}(?:\s?Ti)?")
# Series whose models are told apart by a number: "128 EPYC 9654 CPUs".
_NUMBERED = {"RTX": "GPU", "GTX": "GPU", "EPYC": "CPU", "Ryzen": "CPU", "Xeon": "CPU"}
# What stands between the words of a counted phrase: "8 A100 80GB GPUs", "2M bilingual (Czech and Polish) captions"
_INSERTED = Pattern(
    r"\s(?:\d+GB|\(?\d+\s?GB\)?)(?=\s|-)|"
    r"\s\d{1,4}-(?:second|minute|hour|day|page|frame|word|turn|step|channel|lead|view)(?=\s(?:[\p{Ll}-]+\s){0,2}\p{Ll}{3,}s\b)|"
    r"(?<=\p{Ll})\s\([^()\d]{2,40}\)(?=\s\p{Ll}{3,20}s\b)"
)


@dataclass(frozen=True, slots=True)
class NounMatch:
    """A counted noun phrase that ends at ``end``; ``phrase`` is as written."""

    unit: str
    dimension: Dimension
    end: int
    phrase: str


def parse_noun(  # noqa: C901 - one cascade of cases over the same words; apart they would hide the order
    view: str, start: int, *, magnitude: str, in_words: bool, value: float
) -> NounMatch | None:
    """The noun that a number ending at ``start`` counts, or null."""
    words: list[tuple[str, int]] = []
    listed = _ADJECTIVES.match(view, start)  # "80 complex, long-horizon tasks"
    position = listed.end() if listed else start
    best: NounMatch | None = None
    while len(words) < 7:
        if skip := _INSERTED.match(view, position):
            position = skip.end()
            continue
        match = _WORD.match(view, position)
        if match is None:
            break
        word = match["word"].rstrip(".")
        end = match.start("word") + len(word)
        low = word.lower()
        if low == "processes" and words and words[-1][0] in _RUN_AS:
            return NounMatch("process", Dimension.DEVICES, end, view[start:end].strip())
        if low in _STOP_WORDS:
            joins = (
                low in ("and", "or")
                and words
                and (_ADJECTIVE.fullmatch(words[-1][0]) or _two_sorts(view, words[-1][0], end, value))
            )
            if not joins:
                break
            position = end  # "12 open and proprietary models"
            continue
        hyphenated = match["gap"] == "-"
        tail = _hyphen_tail(word) if not words else None
        if hyphenated and not words:
            return _hyphen_noun(word, match.start("word"), magnitude)
        words.append((word, end))
        head = low.rsplit("/", 1)[-1]
        if model := _MODEL_NUMBER.match(view, end) if word in _NUMBERED else None:
            end = model.end()
            words[-1:] = []
            words.append((word, end))
            if not _WORD.match(view, end):
                return NounMatch(_NUMBERED[word], Dimension.DEVICES, end, view[start:end].strip())
            position = end
            continue
        if word[0].isupper() and _NAMED_GPU.fullmatch(word) and (word.endswith("s") or _phrase_ends(view, end)):
            return NounMatch("GPU", Dimension.DEVICES, end, view[start:end].strip())
        if low == "machine" and _LEARNING.match(view, end):
            position = end
            continue
        if head == "core" and in_words and value != 1:
            return None  # "five core ideas"
        if head in DEVICES and head != low and _is_plural(low.partition("/")[0]):
            return best  # "3,000 trajectories/GPU per day": a rate
        if head in DEVICES:
            if counted := _DEVICE_SORT.match(view, end):  # "16 GPU kernels" are kernels
                return NounMatch(counted["noun"], Dimension.COUNT, counted.end(), view[start : counted.end()].strip())
            best = NounMatch(DEVICES[head], Dimension.DEVICES, end, view[start:end].strip())
            if version := _DEVICE_VERSION.match(view, end):  # "6144 TPU v4 chips"
                end = version.end()
            if low.endswith("s") or not _device_follows(view, end, whole=value == 1):
                return best
            position = end
            continue
        if head in ("parameters", "parameter", "params", "param"):
            if counted := _PARAMETER_SORT.match(view, end):
                return NounMatch(counted["noun"], Dimension.COUNT, counted.end(), view[start : counted.end()].strip())
            return NounMatch("parameters", Dimension.PARAMETERS, end, view[start:end].strip())
        if low in _LINES_OF_CODE:
            return NounMatch(low.upper(), Dimension.COUNT, end, view[start:end].strip())
        if low in ("nfe", "nfes"):
            return NounMatch("NFEs", Dimension.COUNT, end, view[start:end].strip())
        if value == 1 and not in_words and low in _SINGLE_STEPS and len(words) == 1:
            return NounMatch(f"{low}s", Dimension.COUNT, end, view[start:end].strip())  # "in only 1 step"
        if head.startswith("token") and tail is None:
            return NounMatch("tokens", Dimension.COUNT, end, view[start:end].strip())
        if _describes_next(view, word, end):
            position = end
            continue
        if low == "runs" and view[end : end + 1] in _ENDS:
            return NounMatch("runs", Dimension.COUNT, end, view[start:end].strip())  # elsewhere mostly a verb
        if _is_plural(low):
            if _OBJECT.match(view, end) and (len(words) > 1 or value < _FEW):
                return best  # "1.5 pro distinguishes itself": a verb
            named = len(words) == 1 and word[0].isupper() and word[1:].islower() and value < 100
            if not magnitude and (named or value == 1):
                return None  # "20 Newsgroups" is a name
            return _plural_noun(view, start, word, end)
        if match["word"] != word:  # a full stop ends the phrase
            break
        position = end
    return best


def _two_sorts(view: str, before: str, at: int, value: float) -> bool:
    """ "1M chat and reasoning queries": whether a word and a plural follow the *and* at ``at``.

    Likewise "12 open- and closed-source models", "15 carefully chosen and manually checked texts".
    """
    if before.endswith("-"):
        return True
    if before.endswith("ed") and _DONE_AND_PLURAL.match(view, at):
        return True
    return value >= 20 and _SORT_AND_PLURAL.match(view, at) is not None


def _device_follows(view: str, at: int, *, whole: bool) -> bool:
    """ "16 GPU nodes" and, for a ``whole`` one, "a GPU node"; "a 64 node cluster" is of nodes."""
    after = _WORD.match(view, at)
    word = after["word"].lower().rstrip(".") if after and after["gap"] == " " else ""
    return word in DEVICES and (whole or word.endswith("s"))


def _phrase_ends(view: str, at: int) -> bool:
    after = _WORD.match(view, at)
    return after is None or after["word"].lower() in _STOP_WORDS


def _describes_next(view: str, word: str, end: int) -> bool:
    """ "10,862 data tables", "6.5 million GPS points": the word says what sort of thing is counted."""
    after = _WORD.match(view, end)
    if after is None or after["word"].lower() in _NOT_PLURAL:
        return False
    mixed = word[1:] != word[1:].lower() and "-" not in word  # "26 iOS apps"
    sort = mixed or (word.istitle() and len(word) > 3)  # "35 GitHub Actions failures"
    if sort and after["gap"] == " " and regex.match(r"(?:\p{Ll}+\s)?\p{Ll}{3,}s\b", view[after.start("word") :]):
        return _is_plural(word.lower()) and after["word"].lower() not in _STOP_WORDS
    return word.isupper() or (word.lower() in ("data", "news") and _is_plural(after["word"].lower().rstrip(".")))


def _plural_noun(view: str, start: int, word: str, end: int) -> NounMatch:
    """The plural that is counted, or the head that follows it: "50 reasoning tasks suites"."""
    follower = _WORD.match(view, end)
    if follower and follower["gap"] == " " and follower["word"].rstrip(".") in _HEADS:
        word = follower["word"].rstrip(".")
        end = follower.start("word") + len(word)
    return NounMatch(word.lower().rsplit("-", 1)[-1], Dimension.COUNT, end, view[start:end].strip())


def parse_times_device(view: str, start: int) -> NounMatch | None:
    """The device in "8xA100" or "64x MI250X GPUs"; null when none follows."""
    match = _TIMES_DEVICE.match(view, start)
    if match is None:
        return None
    head = (match["head"] or match["name"]).lower()
    unit = DEVICES.get(head, "TPU" if head.startswith("tpu") else "GPU")
    return NounMatch(unit, Dimension.DEVICES, match.end(), match[0].strip())


def is_model_size(view: str, start: int, noun: NounMatch | None) -> bool:
    """Whether a number with a bare magnitude letter is a model's size rather than a count of ``noun``."""
    if noun is None:
        return True
    first = _WORD.match(view, start)
    if view[start - 1 : start] in "BM" and _A_MODEL.search(noun.phrase) and not _OF_MODELS.search(noun.phrase):
        return True  # "A 1.5B reasoning model outranks"
    if _MODELISH.fullmatch(noun.unit):
        return True
    queried = (
        view[start - 1 : start] in "M+K" and first is not None and first["word"] == "model"
    )  # "1M+ model queries"
    return not queried and first is not None and _MODELISH.fullmatch(first["word"]) is not None


def is_context_length(view: str, start: int) -> bool:
    """Whether a context or a sequence follows: "32K context"."""
    return _CONTEXTISH.match(view, start) is not None


def _hyphen_tail(word: str) -> str | None:
    return word.rsplit("-", 1)[1] if "-" in word else None


def _hyphen_noun(word: str, at: int, magnitude: str) -> NounMatch | None:
    """ "14B-parameter", "eight-accelerator", "70B-scale", "trillion-token-scale"."""
    first, _, rest = word.partition("-")
    low = first.lower()
    end = at + len(first)
    if low in DEVICES:
        return NounMatch(DEVICES[low], Dimension.DEVICES, end, first)
    if low in ("parameter", "param", "parameters"):
        return NounMatch("parameters", Dimension.PARAMETERS, end, first)
    if low in ("token", "tokens"):
        return NounMatch("tokens", Dimension.COUNT, at + len(word) if rest == "scale" else end, word)
    if low in ("scale", "size", "sized", "level") and magnitude in ("k", "K", "thousand"):
        return NounMatch("samples", Dimension.COUNT, end, first)
    if low in ("scale", "size", "sized", "level", "class") and magnitude in _OF_MODEL_SIZES:
        return NounMatch("parameters", Dimension.PARAMETERS, end, first)
    if low in ("nfe", "nfes"):
        return NounMatch("NFEs", Dimension.COUNT, end, first)
    if low in _COMPOUNDED or (magnitude and low in _SIZED):
        return NounMatch(_plural_of(low), Dimension.COUNT, end, first)
    return None


def _plural_of(word: str) -> str:
    if word in _IRREGULAR:
        return word
    if word == "vertex":
        return "vertices"
    if word == "iter":
        return "iterations"
    if word.endswith("y"):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith("s") else "s")


def _is_plural(word: str) -> bool:
    head = word.rsplit("-", 1)[-1].rsplit("/", 1)[-1]
    if word in _NOT_PLURAL or head in _NOT_PLURAL or len(head) < 3:
        return False
    if head in _IRREGULAR:
        return True
    return head.endswith("s") and not head.endswith(("ss", "us", "is", "ous", "'s", "ics"))
