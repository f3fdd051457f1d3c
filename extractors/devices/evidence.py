"""What stands around a name and makes it hardware, or something else.

The name of a device is often a word of its own ("Frontier", "Hopper", "T4"). Each test here looks at one place: what
stands right before the name, right after it, between it and a neighbour, or somewhere in its sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from schemas.vocabulary import DeviceClass

Span = tuple[int, int]

_REACH = 60  # characters that the tests of what stands before and after may look at
_SENTENCE_REACH = 400


def _words(*words: str) -> str:
    """A pattern of alternatives; a word that ends in ``s?`` may be a plural."""
    return "(?:" + "|".join(words) + ")"


_HARD_NOUN = (
    _words(
        "[GCTNXD]PUs?", "FPGAs?", "IPUs?", "VPUs?", "QPUs?", "DSPs?", "(?:MP|RF)?SoCs?", "MCUs?", "SBCs?", "ASICs?",
        "DCUs?", "RDUs?", "LPUs?", "superchips?", "chips?", "chipsets?", "(?:co-?)?processors?", "accelerators?",
        "boards?", "cards?", "supercomputers?", "supercomputing", "superpods?", "microcontrollers?",
        "micro-?architectures?", "nodes?", "servers?", "workstations?", "laptops?", "SmartNICs?", "smartphones?",
        "handsets?", "(?:[GCTN]PU[- ])?hours", "quantum computers?", "quantum hardware", "instances",
        "[Tt]ensor [Cc]ores?", "SMs", "VRAM",
    )
    + r"\b"
)  # fmt: skip
_SOFT_NOUN = (
    _words(
        "architectures?", "platforms?", "devices?", "machines?", "modules?", "systems?", "generations?", "clusters?",
        "partitions?", "kits?", "cores?", "hardware", "kernels?", "family", "series", "testbeds?",
    )
    + r"\b"
)  # fmt: skip
_COMPOUND = r"(?:-(?:based|class|equipped|powered|enabled|generation|series|only|level|like))?[\s~-]{1,2}"
_ONE_MORE_WORD = r"(?!(?:and|or|for|with|in|on|of|the|a|an|is|to|as)\b)[\w.+-]{1,20}[\s~-]"
_AFTER_HARD = re.compile(rf"{_COMPOUND}(?:{_ONE_MORE_WORD}){{0,2}}?{_HARD_NOUN}")
_AFTER_SOFT = re.compile(rf"{_COMPOUND}(?:(?:edge|embedded|mobile|GPU|AI|computing|inference)[\s-])?{_SOFT_NOUN}")
_AFTER_FIGURE = re.compile(
    r"['’]s (?:~|about |roughly )?\d[\d.,]{0,8}[ -]?(?:[TGP](?:F|FLOPS?|FLOP/s|OPS|B|B/s)|GB|TB|W|nodes|cores|SMs)\b"
)

# What makes an everyday word something else than hardware.
_OTHER_AFTER = re.compile(
    r"[-_ ]v\d|['’]s "
    + _words("equations?", "laws?", "method", "theorem", "demon", "principle", "triangle")
    + r"|[ -]"
    + _words(
        "machines?(?! with)", "complete(?:ness)?", "tests?", "VOC", "Context", "environments?", "tasks?", "domains?",
        "agents?", "robots?", "locomotion", "datasets?", "benchmarks?", "models?", "frameworks?", "algorithms?",
        "optimi[sz]ers?", "method", "attention", "corpus", "optimal(?:ity)?", "equations?", "theor(?:em|y)",
        "approachability", "Observatory", "LSST", "phages?", "lysozyme", "cells?", "macrophages?", "polari[sz]ation",
        "neurons?", "cortex", "subjects?", "learners?", "level", "conversations?", "LLMs?", "AI", "networks?",
        "librar(?:y|ies)", "satellite", "mission", "telescope", "pathways?", "competition", "forecasting",
        "[Pp]rogramm(?:able|ing)", "programs?", "language", "estimators?", "tokamak",
    )
)  # fmt: skip
_NAMING_VERB = _words(
    "present(?:s|ed)?", "propos(?:e|es|ed|ing)", "introduc(?:e|es|ed|ing)", "develop(?:s|ed)?", "describe[sd]?",
    "release[sd]?", "call(?:ed|s)?", "named?", "dub(?:bed)?", "term(?:ed)?", "coin(?:ed)?", "denoted?",
)  # fmt: skip
_NAMING_BEFORE = re.compile(rf"(?:\b{_NAMING_VERB}\b[^.;:]{{0,12}}|``|\\text(?:bf|sc|it)\{{)$")
_NAMING_AFTER = re.compile(r"(?:\}?, an? (?:\w|new|novel)|\s?:\s|\s?\((?=[A-Z][a-z]+[- ][A-Z]))")

_BETWEEN = re.compile(
    r"(?:[\s,/&+;()\\~]|-|vs\.?|\b"
    + _words(
        "and", "or", "versus", "to", "than", "the", "an?", "both", "its", "from", "with", "plus", "dual", "single",
        "GPUs?", "CPUs?", "chips?", "NVIDIA", "Nvidia", "AMD", "Intel", "Apple", "Qualcomm", "Jetson", r"\d{1,4}x?",
    )
    + r"\b){1,14}"
)  # fmt: skip

# What a sentence about computing hardware speaks of; the second, about the architecture of processors.
_COMPUTING = re.compile(
    r"\b"
    + _words(
        "[GCTN]PUs?", "FPGAs?", "SoCs?", "CUDA", "Triton", "ROCm", "HIP", "SYCL", "NVIDIA", "Nvidia", "AMD", "Intel",
        "Xilinx", "Apple", "Huawei", "IBM", "TensorRT", "[Tt]ensor [Cc]ores?", "[TPGE](?:FLOPs?|FLOPS|OPS)",
        "FP(?:4|8|16|32|64)", "accelerators?", r"supercomput\w{1,6}", "HPC", "hardware", "chips?", "processors?",
        "microcontrollers?", r"microarchitectur\w{1,4}", "kernels?", "FPS", "fps", "latency", "throughput",
        "inference", "on-device", "VRAM", "HBM", r"GDDR\d?", "edge", "embedded", r"deploy\w{0,6}", "testbed",
        "speedups?", "real-time", "runtime", "bandwidth", "cores", "mobile", "exascale", "ExaFLOPS",
        r"\d[\d.]{0,6} ?(?:ms|mJ|mW|tokens/s)",
    )
    + r"\b"
)  # fmt: skip
_PROCESSORS = re.compile(
    r"\b"
    + _words(
        "[GC]PUs?", "CUDA", "NVIDIA", "Nvidia", "AMD", "Intel", "[Tt]ensor [Cc]ores?", "[TPGE](?:FLOPs?|FLOPS|OPS)",
        "FP(?:4|8|16|32|64)", "NVFP4", "processors?", r"microarchitectur\w{1,4}", "kernels?", "hardware", "HBM",
        "[ABHV][1-3]00", "accelerators?", "cores",
    )
    + r"\b"
)  # fmt: skip
# The sentences of other fields that use the same names: control tasks, data sets, physics, medicine.
_OTHER_FIELD = re.compile(
    r"\b"
    + _words(
        "MuJoCo", "Mujoco", "Half-?Cheetah", "Walker2?-?[dD]?", "Ant", "Humanoid", "CartPole", "LunarLander",
        "Swimmer", "D4RL", "DeepMind Control", "VOC", "ADE20K", "Cityscapes", "telescopes?", "exoplanets?", "TESS",
        "electromagnetic", "macrophages?", r"immun\w{1,8}", "phages?", "CEFR", "ERP", "EEG",
    )
    + r"\b"
)  # fmt: skip
_MACHINE_SENTENCE = re.compile(
    r"\b"
    + _words(
        r"[Ss]upercomput\w{1,6}", "HPC", "[Ee]xascale", "[Pp]etascale", "[Pp]re-exascale", r"[EP]FLOP\w{0,3}",
        "(?:[Ee]xa|[Pp]eta)(?:FLOPs?|FLOPS|flops?)", "Oak Ridge", "OLCF", "Argonne", "ALCF", "NERSC", "Livermore",
        "LLNL", "CSCS", "TACC", "EuroHPC", "[Ll]eadership [Cc]omputing", "compute nodes?", "(?:weak|strong) scaling",
        "at (?:full )?scale(?= on)",
        r"[\d,]{2,9}(?:\+|k|K)? (?:\w{1,20} )?(?:nodes|GPUs|superchips)",
    )
    + r"\b"
)  # fmt: skip
_MACHINE_PLACE = re.compile(
    r"(?:\b"
    + _words(
        "[Oo]n", "[Aa]t", "of", "[Aa]cross", "[Uu]sing", "from", "to", "[Tt]he", "and",
        r"e\.g\.,?", r"i\.e\.,?", "like", "as", "including", "with", "in",
        "NERSC", "OLCF", "ALCF", "LLNL", "LANL", "TACC", "CSCS", "Argonne['’]s", "DOE",
        "ORNL['’]s", "Ridge['’]s",
    )
    + r"|[,/(])[\s~]?(?:(?:HPE|Cray|Dell)[\s~])?$"
)  # fmt: skip
_SENTENCE_END = re.compile(r"[.!?][\"')\]]{0,3}\s(?=[\"'(\[]{0,3}[A-Z$\\])")


def hardware_after(text: str, end: int) -> bool:
    """A hardware word right after the name or one word on ("A40 GPU"), or a figure of its own ("B300's 8 TB/s")."""
    reach = end + _REACH
    return _AFTER_HARD.match(text, end, reach) is not None or _AFTER_FIGURE.match(text, end, reach) is not None


def soft_after(text: str, end: int) -> bool:
    """A word after the name that may be hardware or not, such as "architecture" or "system"."""
    return _AFTER_SOFT.match(text, end, end + _REACH) is not None


def other_after(text: str, end: int) -> bool:
    """A word after the name that makes it something else: "Turing machine", "Hopper environment"."""
    return _OTHER_AFTER.match(text, end, end + _REACH) is not None


def named_here(text: str, start: int, end: int) -> bool:
    """Whether the text gives the name to something of its own: "we present Aurora", "Aurora: A New ..."."""
    before = _NAMING_BEFORE.search(text, max(0, start - 30), start)
    return before is not None or (start == 0 and _NAMING_AFTER.match(text, end) is not None)


def beside(text: str, end: int, start: int) -> bool:
    """Whether two names at ``..., end)`` and ``[start, ...`` are items of one list."""
    return start - end <= _REACH and _BETWEEN.fullmatch(text, end, start) is not None


class Surroundings:
    """The sentences of a text and what they speak of; each kind of cue is looked up once for the whole text."""

    def __init__(self, text: str) -> None:
        self._text = text

    def computing(self, start: int, end: int, device_class: DeviceClass) -> bool:
        """Whether the rest of the sentence is about computing hardware: of processors, for an architecture."""
        low, high = self._sentence(start, end)
        if _within(self._other_field, low, high):
            return False
        cues = self._processors if device_class is DeviceClass.ARCHITECTURE else self._computing
        if _within(cues, low, start) or _within(cues, end, high):
            return True
        return device_class is DeviceClass.SYSTEM and self.machine(start, end)

    def machine(self, start: int, end: int) -> bool:
        """Whether the name stands where a machine's name does, in a sentence about supercomputing."""
        low, high = self._sentence(start, end)
        if _MACHINE_PLACE.search(self._text, max(low, start - 24), start) is None:
            return False
        return _within(self._machines, low, start) or _within(self._machines, end, high)

    def _sentence(self, start: int, end: int) -> tuple[int, int]:
        """The bounds of the sentence around a name, at most 400 characters to either side."""
        before = bisect_right(self._ends, (start, start))
        low = self._ends[before - 1][1] if before else 0
        high = self._ends[before][0] if before < len(self._ends) else len(self._text)
        return max(low, start - _SENTENCE_REACH), min(max(high, end), end + _SENTENCE_REACH)

    @cached_property
    def _ends(self) -> list[Span]:
        return [match.span() for match in _SENTENCE_END.finditer(self._text)]

    @cached_property
    def _computing(self) -> list[Span]:
        return [match.span() for match in _COMPUTING.finditer(self._text)]

    @cached_property
    def _processors(self) -> list[Span]:
        return [match.span() for match in _PROCESSORS.finditer(self._text)]

    @cached_property
    def _other_field(self) -> list[Span]:
        return [match.span() for match in _OTHER_FIELD.finditer(self._text)]

    @cached_property
    def _machines(self) -> list[Span]:
        return [match.span() for match in _MACHINE_SENTENCE.finditer(self._text)]


def _within(spans: list[Span], low: int, high: int) -> bool:
    """Whether one of the spans, which are in order, lies in ``[low, high)``."""
    first = bisect_left(spans, (low, low))
    return first < len(spans) and spans[first][1] <= high
