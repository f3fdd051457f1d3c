"""Devices that are counted: "16 GPU nodes", "8xH100", "128 EPYC 9654 CPUs"."""

from __future__ import annotations

from extractors.numbers.nouns.plural import is_plural
from extractors.numbers.nouns.word import STOP_WORDS, WORD, NounMatch, Number, Step, Word
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern

# Whose unit is the device in the singular, as written here.
_IN_BOTH_NUMBERS = (
    "GPU CPU TPU FPGA NPU DPU GCD IPU VM ASIC SSD core node worker machine accelerator device chip chiplet processor "
    "server card board socket thread host superchip supercomputer cluster smartphone rank microcontroller tile"
)
# Head noun and its unit.
DEVICES = {form: unit for unit in _IN_BOTH_NUMBERS.split() for form in (unit.lower(), f"{unit.lower()}s")} | {
    "gpgpu": "GPU",
    "gpgpus": "GPU",
    "dcus": "DCU",
    "hpus": "HPU",
    "vcpus": "vCPU",
    "qpu": "QPU",
    "laptop": "laptop",
    "workstation": "workstation",
    "sms": "SM",
    "pe": "PE",
    "pes": "PE",
}
# Series whose models are told apart by a number: "128 EPYC 9654 CPUs".
_NUMBERED = {"RTX": "GPU", "GTX": "GPU", "EPYC": "CPU", "Ryzen": "CPU", "Xeon": "CPU"}
_MODEL_NUMBER = Pattern(r"\s[A-Z]?\d{3,4}(?:\s?Ti)?")
# "16 Raspberry Pi 4 boards", "12 Loihi 2 chips"
_VERSIONED = {"Pi": "board", "Loihi": "chip", "Gaudi": "accelerator", "Trainium": "accelerator", "Ascend": "NPU"}
_VERSION_NUMBER = Pattern(r"\s\d{1,3}[A-Z]?\+?s?(?![\p{L}\d])")
_MAKERS = {"NVIDIA": "GPU", "Nvidia": "GPU"}  # "four NVIDIA 4090 GPUs"
_BARE_NUMBER = Pattern(r"\s\d{4}(?:\s?Ti)?s?(?![\p{L}\d])")
_SERIES = ((_NUMBERED, _MODEL_NUMBER), (_VERSIONED, _VERSION_NUMBER), (_MAKERS, _BARE_NUMBER))
# A device by its name alone: "16 V100s", "8xH100".
_NAMED_GPU = Pattern(r"(?:[AHVBPTLK]\d{2,4}[GS]?|[TL]4|GH200|GB[23]00|MI\d{2,3}[AX]?|RTX|GTX)(?:-[\dA-Za-z]+)?s?")
_LEARNING = Pattern(r"[\s-](?:learning|translation|vision|intelligence|code|instructions?)\b")
# What a device or a parameter before it only describes: "16 GPU kernels", "1,300 parameter combinations".
_DEVICE_SORT = Pattern(
    r"(?<![sS])\s(?:(?!and\b|or\b|for\b|with\b|in\b|on\b|of\b|to\b)\p{Ll}+\s){0,2}?(?P<noun>domains|kernels|"
    r"programs|tasks|workloads|benchmarks|models|architectures|types|generations|families|vendors|applications|problems|"
    r"images|photos|photographs|videos|recordings|screenshots|traces|jobs|tests|bugs|games|tools|operators|configurations|designs|styles|states|modes|classes|categories|failures|faults)\b"
)
_DEVICE_VERSION = Pattern(r"\sv\d\w{0,2}(?=\s\p{L})")


def of_device(word: Word, number: Number, best: NounMatch | None) -> Step | None:
    """The device that a word is or goes on to name; null when it has to do with none."""
    if (named := _of_a_name(word, best)) is not None:
        return named
    if word.low == "machine" and _LEARNING.match(word.view, word.end):
        return best, word.end
    head = word.head
    if head == "core" and number.in_words and number.value != 1:
        return None, None  # "five core ideas"
    if head not in DEVICES:
        return None
    if head != word.low and is_plural(word.low.partition("/")[0]):
        return best, None  # "3,000 trajectories/GPU per day": a rate
    if sort := _DEVICE_SORT.match(word.view, word.end):  # "16 GPU kernels" are kernels
        return word.counted(sort["noun"], Dimension.COUNT, sort.end()), None
    best = word.counted(DEVICES[head], Dimension.DEVICES)
    version = _DEVICE_VERSION.match(word.view, word.end)  # "6144 TPU v4 chips"
    end = version.end() if version else word.end
    followed = not word.low.endswith("s") and _device_follows(word.view, end, whole=number.value == 1)
    return best, end if followed else None


def _of_a_name(word: Word, best: NounMatch | None) -> Step | None:
    """ "128 EPYC 9654 CPUs", "16 V100s": a device by its name."""
    for series, number in _SERIES:
        model = number.match(word.view, word.end) if word.text in series else None
        if model is not None:
            after = WORD.match(word.view, model.end())
            if after and after["word"].lower() not in STOP_WORDS and not model[0].endswith("s"):
                return best, model.end()
            return word.counted(series[word.text], Dimension.DEVICES, model.end()), None
    if not word.text[0].isupper() or not _NAMED_GPU.fullmatch(word.text):
        return None
    ends = word.text.endswith("s") or _phrase_ends(word.view, word.end)
    return (word.counted("GPU", Dimension.DEVICES), None) if ends else None


def _device_follows(view: str, at: int, *, whole: bool) -> bool:
    """ "16 GPU nodes" and, for a ``whole`` one, "a GPU node"; "a 64 node cluster" is of nodes."""
    after = WORD.match(view, at)
    word = after["word"].lower().rstrip(".") if after and after["gap"] == " " else ""
    return word in DEVICES and (whole or word.endswith("s"))


def _phrase_ends(view: str, at: int) -> bool:
    """Whether no word that describes something follows: "16 V100 with"."""
    after = WORD.match(view, at)
    return after is None or after["word"].lower() in STOP_WORDS


_TIMES_DEVICE = Pattern(
    r"\s{0,8}(?:x|times)\s{0,4}(?:(?:NVIDIA|Nvidia|AMD|Google|Cloud)\s)?(?P<name>(?:RTX|GTX)\s?\d{4}(?:\s?Ti)?(?!\d)|(?:RTX\s|"
    r"GTX\s)?(?!P(?:50|9\d)\b)[A-Z]{1,4}-?\d{2,4}[A-Za-z]{0,2}s?(?:-\d{2,3}GB?)?|\d{4}\s(?:Ada|PRO)|TPU\s?v?\d?\w?|GPUs?|"
    r"CPUs?)(?P<rest>[-\s]?\d{2,3}\s?GB)?(?:\s(?P<head>GPUs?|CPUs?|TPUs?|chips|cores|nodes))?(?![\p{L}\d])"
)


def parse_times_device(view: str, start: int) -> NounMatch | None:
    """The device in "8xA100" or "64x MI250X GPUs"; null when none follows."""
    match = _TIMES_DEVICE.match(view, start)
    if match is None:
        return None
    head = (match["head"] or match["name"]).lower()
    unit = DEVICES.get(head, "TPU" if head.startswith("tpu") else "GPU")
    return NounMatch(unit, Dimension.DEVICES, match.end(), match[0].strip())
