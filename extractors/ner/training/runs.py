"""The words of a sentence that look like names, in runs, and what stands around a run that says what it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from extractors.ner.labels import DATASET, MODEL, SYSTEM
from extractors.system.words import is_distinctive

_WORD = regex.compile(r"[\p{L}\d](?:[\p{L}\d+*@_#]|[-./'](?=[\p{L}\d]))*(?:\(\))?")
_PLAIN = regex.compile(r"\p{Lu}\p{Ll}+(?:-\p{L}\p{Ll}+)*")
_NUMBER = regex.compile(r"\d[\d.]*[a-zA-Z]?")
_DEVICE_WORD = regex.compile(
    r"(?:multi-|single-)?(?:[GCTNXDIQ]PU|FPGA|ASIC|SoC|MCU|HPC|AI|IoT|NVIDIA|AMD|Intel|Arm|ARM|Apple|"
    r"Google|Qualcomm|Xilinx|"
    r"IBM|Huawei|Nvidia|Samsung|SOTA|LLM|CUDA|RISC-V)(?:s|-\p{Ll}+)?",
    regex.IGNORECASE,
)
_GENERIC = frozenset(
    [
        "we",
        "our",
        "the",
        "this",
        "these",
        "that",
        "those",
        "it",
        "its",
        "in",
        "on",
        "for",
        "with",
        "a",
        "an",
        "to",
        "from",
        "by",
        "and",
        "or",
        "as",
        "at",
        "both",
        "each",
        "while",
        "when",
        "where",
        "however",
        "moreover",
        "furthermore",
        "experiments",
        "extensive",
        "results",
        "code",
        "existing",
        "recent",
        "experimental",
        "empirical",
        "specifically",
        "additionally",
        "finally",
        "first",
        "second",
        "third",
        "using",
        "based",
        "given",
        "compared",
        "under",
        "across",
        "through",
        "despite",
        "although",
        "because",
        "since",
        "thus",
        "therefore",
        "here",
        "there",
        "if",
        "then",
        "such",
        "they",
        "their",
        "notably",
        "evaluations",
        "evaluation",
        "unlike",
        "although",
    ]
)

_AFTER: tuple[tuple[str, regex.Pattern[str]], ...] = tuple(
    (label, regex.compile(rf"['’]?s?\s(?:[\p{{Ll}}\d-]+\s){{0,2}}?(?:{nouns})\b", regex.IGNORECASE))
    for label, nouns in (
        (
            DATASET,
            r"data ?sets?|benchmarks?|corpus|corpora|test ?sets?|leaderboards?|benchmark suites?|"
            r"test suites?|testbeds?|"
            r"challenges?|splits?|workloads?|traces?|test problems|collections?|queries|tasks?|"
            r"environments?|subsets?",
        ),
        (
            MODEL,
            r"models?|LLMs?|VLMs?|MLLMs?|backbones?|networks?|checkpoints?|variants|family|families|"
            r"encoders?|decoders?|"
            r"language models?|transformers?|detectors?|classifiers?|embeddings",
        ),
        (
            SYSTEM,
            r"frameworks?|library|libraries|engines?|compilers?|runtimes?|systems?|solvers?|algorithms?|"
            r"methods?|optimizers?|"
            r"simulators?|toolkits?|schedulers?|packages?|pipelines?|baselines?|agents?|approach(?:es)?|"
            r"tools?|kernels?|"
            r"implementations?|databases?|codecs?|platforms?|software|indexe?s?|strateg(?:y|ies)|techniques?",
        ),
    )
)
_ON = regex.compile(r"\b(?:on|across)\s(?:the\s|both\s)?$", regex.IGNORECASE)
_RESULT_PLACE = regex.compile(r"\s?(?:,|\(|\.$|\.\s|and\s|by\s|with\s|while\s|without\s|using\s|respectively)")
_COMPARED = regex.compile(
    r"\b(?:outperform(?:s|ed|ing)?|than|over|compared (?:to|with|against)|against|such as|like|including|"
    r"vs\.?|versus|surpass(?:es|ed|ing)?|"
    r"beat(?:s|ing)?|baselines?,?|relative to|methods?|exceed(?:s|ing)?)\s(?:the\s|prior\s|existing\s|"
    r"state-of-the-art\s|recent\s|popular\s|"
    r"vanilla\s|standard\s|original\s|methods?\s|systems?\s){0,3}$",
    regex.IGNORECASE,
)
_DOES = regex.compile(
    r"\s(?:consistently\s|also\s|significantly\s|further\s|thus\s)?(?:achiev\w+|outperforms?|reduces?|"
    r"improves?|surpass\w*|delivers?|enables?|accelerates?|attains?|"
    r"introduces?|leverages?|integrates?|combines?|uses?|employs?|consists|provides?|supports?|generates?|"
    r"yields?|runs?)\b"
)
_WE = regex.compile(
    r"\b(?:[Ww]e|paper|work|study)\s(?:\p{Ll}+\s){0,2}?(?:propose|present|introduce|develop|design|build|"
    r"call|name|term)(?:s|d|ed)?\s"
    r"(?:a\s|an\s|the\s|it\s)?$"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """Words ``[first, last]`` that follow each other and look like one name."""

    first: int
    last: int
    start: int
    end: int
    text: str
    distinctive: bool


def words_of(text: str) -> list[Word]:
    """The words of a text; marks are left out."""
    return [Word(m[0], m.start(), m.end()) for m in _WORD.finditer(text)]


def is_plain(word: str) -> bool:
    """Whether only the capital makes the word look like a name."""
    return _PLAIN.fullmatch(word) is not None


def is_device_word(word: str) -> bool:
    """Whether the word is a class of devices or a maker, which alone or together name no device."""
    return _DEVICE_WORD.fullmatch(word) is not None


def runs_of(text: str, words: Sequence[Word], taken: Sequence[tuple[int, int]] = ()) -> list[Run]:
    """The runs in reading order, outside the characters that are taken."""
    runs: list[Run] = []
    i = 0
    while i < len(words):
        if not _begins(words, i) or _inside(words[i], taken):
            i += 1
            continue
        last = i
        while (
            last + 1 < len(words)
            and _continues(text, words[last], words[last + 1])
            and not _inside(words[last + 1], taken)
        ):
            last += 1
        members = words[i : last + 1]
        span = text[members[0].start : members[-1].end]
        if all(is_device_word(w.text) for w in members):
            i = last + 1
            continue
        runs.append(
            Run(i, last, members[0].start, members[-1].end, span, any(is_distinctive(w.text) for w in members))
        )
        i = last + 1
    return runs


def _inside(word: Word, taken: Sequence[tuple[int, int]]) -> bool:
    return any(a < word.end and word.start < b for a, b in taken)


def _begins(words: Sequence[Word], i: int) -> bool:
    word = words[i].text
    if word.lower() in _GENERIC:
        return False
    if is_distinctive(word):
        return True
    return i > 0 and is_plain(word)


def _continues(text: str, word: Word, following: Word) -> bool:
    if text[word.end : following.start] != " ":
        return False
    return is_distinctive(following.text) or is_plain(following.text) or _NUMBER.fullmatch(following.text) is not None


def cue(text: str, start: int, end: int) -> str | None:
    """What the words around ``[start, end)`` say it is; null when they say nothing."""
    after = text[end : end + 50]
    for label, pattern in _AFTER:
        if pattern.match(after):
            return label
    before = text[max(0, start - 60) : start]
    if _COMPARED.search(before) or _WE.search(before) or _DOES.match(after):
        return SYSTEM
    if _ON.search(before) and _RESULT_PLACE.match(after):
        return DATASET
    return None
