"""Names that nobody bears, so that the model has to learn what stands around a name."""

from __future__ import annotations

from random import Random

from extractors.ner.labels import DATASET, HARDWARE, MODEL

_HEADS = [
    "b",
    "br",
    "c",
    "cl",
    "d",
    "dr",
    "f",
    "fl",
    "g",
    "gr",
    "h",
    "j",
    "k",
    "kr",
    "l",
    "m",
    "n",
    "p",
    "pr",
    "qu",
    "r",
    "s",
    "st",
    "str",
    "t",
    "tr",
    "v",
    "w",
    "x",
    "z",
]
_VOWELS = ["a", "e", "i", "o", "u", "a", "e", "i", "o", "ai", "ea", "io", "ou", "y"]
_TAILS = ["", "", "n", "r", "l", "s", "x", "m", "k", "th", "nd", "rt", "v", "q"]
_CAPITALS = "ABCDEFGHIKLMNOPQRSTVWXYZ"
_VENDORS = [
    "NVIDIA",
    "AMD",
    "Intel",
    "Xilinx",
    "Qualcomm",
    "Apple",
    "Google",
    "Huawei",
    "Samsung",
    "IBM",
    "Arm",
    "Broadcom",
    "Marvell",
    "Sony",
    "NXP",
    "MediaTek",
    "Fujitsu",
    "HPE",
    "Cray",
    "Lenovo",
    "Dell",
    "Nvidia",
    "ARM",
    "Hailo",
    "Microsoft",
    "Amazon",
    "Tencent",
    "Alibaba",
    "Baidu",
    "Texas",
    "STMicro",
    "Renesas",
    "Bosch",
    "Infineon",
    "Rockchip",
    "Lattice",
    "Microchip",
]
_GRADES = [
    "Pro",
    "Max",
    "Ultra",
    "Mini",
    "Lite",
    "Plus",
    "Nano",
    "Elite",
    "Edge",
    "XL",
    "Ti",
    "Gen2",
    "G2",
    "v2",
    "II",
    "III",
    "2",
    "3",
    "X",
]
_LINES = ["Core", "Neural", "Vision", "Compute", "Edge", "Tensor", "Stream", "Atom", "Fusion", "Titan"]


def syllables(rng: Random, count: int) -> str:
    """A word of so many syllables, lower case."""
    return "".join(rng.choice(_HEADS) + rng.choice(_VOWELS) for _ in range(count)) + rng.choice(_TAILS)


def _root(rng: Random) -> str:
    return syllables(rng, rng.choice((1, 2, 2, 2, 3))).capitalize()


def _acronym(rng: Random) -> str:
    return "".join(rng.choice(_CAPITALS) for _ in range(rng.choice((3, 3, 4, 4, 5))))


def _any(rng: Random) -> str:
    """A name whose form does not say what it names."""
    root = _root(rng)
    return rng.choice(
        (
            lambda: root,
            lambda: _acronym(rng),
            lambda: _acronym(rng),
            lambda: root + _root(rng),
            lambda: f"{root}-{rng.choice(_CAPITALS)}{rng.choice(('', str(rng.randint(2, 9))))}",
            lambda: f"{root}{rng.randint(2, 9)}",
            lambda: f"{_acronym(rng)}-{rng.randint(2, 9)}",
            lambda: root[:2].upper() + root[2:] + rng.choice(_CAPITALS),
        )
    )()


def _dataset(rng: Random) -> str:
    root = rng.choice((_root, _acronym))(rng)
    return rng.choice(
        (
            lambda: f"{root}Bench",
            lambda: f"{root}-Bench",
            lambda: f"{root} Bench",
            lambda: f"{root}QA",
            lambda: f"{root}-{rng.choice((10, 50, 100, 200, 500, 1000))}",
            lambda: f"{root}{rng.choice((24, 25, 26, 100, 2007, 2012, 2017, 2023))}",
            lambda: f"{root} {rng.choice((2007, 2012, 2017, 2019, 2023, 2025))}",
            lambda: f"{root}-{rng.randint(1, 900)}K",
            lambda: f"{root}Eval",
            lambda: f"{root}-v{rng.randint(2, 4)}",
            lambda: f"Open{root}",
            lambda: f"MM-{root}",
        )
    )()


def _model(rng: Random) -> str:
    root = rng.choice((_root, _root, _acronym))(rng)
    size = rng.choice(("1B", "1.5B", "3B", "7B", "8B", "13B", "14B", "32B", "70B", "72B", "120B"))
    return rng.choice(
        (
            lambda: f"{root}-{size}",
            lambda: f"{root}-{rng.randint(2, 4)}-{size}",
            lambda: f"{root}{rng.randint(2, 4)}.{rng.randint(1, 9)}-{size}-Instruct",
            lambda: f"{root} {rng.randint(2, 5)}.{rng.randint(1, 9)}",
            lambda: f"{root}-{rng.choice(('Large', 'Base', 'L', 'B', 'Small', 'XL', 'mini', 'Pro'))}",
            lambda: f"{root}LM",
            lambda: f"{root}Net-{rng.choice((18, 34, 50, 101))}",
            lambda: f"{root}Former",
            lambda: f"{root} {rng.choice(('Pro', 'Flash', 'Opus', 'Large', 'Mini'))}",
            lambda: f"{root}-VL-{size}",
        )
    )()


_SYSTEM_ENDINGS = ("Serve", "Flow", "KV", "RL", "Spec", "Quant", "Opt", "RAG", "Attention", "DB", "Cache", "Fuse")
_SYSTEM_BEGINNINGS = ("Fast", "Flash", "Ada", "Auto", "Dyn", "Spec", "Hyper", "Omni", "Meta", "cu", "v", "Deep")


def _system(rng: Random) -> str:
    root = _root(rng)
    return rng.choice(
        (
            lambda: f"{root}{rng.choice(_SYSTEM_ENDINGS)}",
            lambda: f"{rng.choice(_SYSTEM_BEGINNINGS)}{root}",
            lambda: f"{root}-{rng.choice(('LLM', 'SD', 'PO', 'MoE', 'RAG', 'Serve', 'DS'))}",
            lambda: f"{root}++",
            lambda: f"{root}*",
            lambda: f"{root} {_root(rng)}",
            lambda: _acronym(rng),
            lambda: root,
        )
    )()


def _series(rng: Random) -> str:
    """A model number: "ZX900", "K-40", "M7", "VR5100T"."""
    letters = "".join(rng.choice(_CAPITALS) for _ in range(rng.choice((1, 1, 2, 2, 3))))
    digits = str(
        rng.choice((rng.randint(1, 9), rng.randint(10, 99), rng.randint(1, 99) * 10, rng.randint(1, 99) * 100))
    )
    return letters + rng.choice(("", "", "", "-", " ")) + digits + rng.choice(("", "", "", "", rng.choice(_CAPITALS)))


def vendor(rng: Random) -> str:
    """A maker's name, half of the time one that there is not."""
    return rng.choice(_VENDORS) if rng.random() < 0.5 else _root(rng)


def _device(rng: Random) -> str:
    maker, series, root = vendor(rng), _series(rng), _root(rng)
    name = rng.choice(
        (
            lambda: series,
            lambda: f"{root} {series}",
            lambda: f"{root} {rng.randint(1, 9)}",
            lambda: f"{root}-{rng.randint(1, 99)}",
            lambda: f"{rng.choice(_LINES)} {series}",
            lambda: f"{root} {rng.choice(_GRADES)}",
            lambda: f"{series} {rng.choice(_GRADES)}",
            lambda: root,
        )
    )()
    return f"{maker} {name}" if rng.random() < 0.5 else name


_FORMS = {DATASET: _dataset, MODEL: _model, HARDWARE: _device}
_FORMLESS = 0.25


def invented(label: str, rng: Random) -> str:
    """A name that may stand for one of this label; one in four has a form that all labels share."""
    if rng.random() < _FORMLESS:
        return _any(rng)
    return _FORMS.get(label, _system)(rng)
