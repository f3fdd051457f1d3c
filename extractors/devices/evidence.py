"""What stands around a name and makes it hardware, or something else.

The name of a device is often a word of its own ("Frontier", "Hopper", "T4"). Each test here looks at one place: what
stands right before the name, right after it, between it and a neighbour, or somewhere in its sentence.
"""

from __future__ import annotations

import re

from schemas.vocabulary import DeviceClass

_REACH = 60  # characters that the tests of what stands before and after may look at
_SENTENCE_REACH = 400

# Vendors as they are written, and the vendor's name in canonical device names.
_VENDORS = {
    "nvidia": "NVIDIA", "amd": "AMD", "xilinx": "AMD", "ati": "AMD", "intel": "Intel", "altera": "Intel",
    "habana": "Intel", "movidius": "Intel", "google": "Google", "amazon": "AWS", "aws": "AWS", "apple": "Apple",
    "qualcomm": "Qualcomm", "arm": "Arm", "huawei": "Huawei", "hisilicon": "Huawei", "ibm": "IBM",
    "samsung": "Samsung", "mediatek": "MediaTek", "microsoft": "Microsoft", "meta": "Meta", "facebook": "Facebook",
    "oculus": "Meta", "cerebras": "Cerebras", "graphcore": "Graphcore", "sambanova": "SambaNova", "groq": "Groq",
    "tenstorrent": "Tenstorrent", "quantinuum": "Quantinuum", "ionq": "IonQ", "rigetti": "Rigetti",
    "quera": "QuEra", "pasqal": "Pasqal", "iqm": "IQM", "xanadu": "Xanadu", "d-wave": "D-Wave", "fujitsu": "Fujitsu",
    "nec": "NEC", "cray": "Cray", "hpe": "HPE", "nxp": "NXP", "rockchip": "Rockchip", "espressif": "Espressif",
    "st": "STMicroelectronics", "stmicroelectronics": "STMicroelectronics", "nordic": "Nordic",
    "renesas": "Renesas", "ti": "Texas Instruments", "hygon": "Hygon", "sugon": "Hygon", "cambricon": "Cambricon",
    "baidu": "Baidu", "alibaba": "Alibaba", "metax": "MetaX", "enflame": "Enflame", "rebellions": "Rebellions",
    "furiosaai": "FuriosaAI", "brainchip": "BrainChip", "synsense": "SynSense", "sifive": "SiFive",
    "greenwaves": "GreenWaves", "digilent": "Digilent", "avnet": "Avnet", "terasic": "Terasic", "tesla": "Tesla",
    "lattice": "Lattice", "microchip": "Microchip", "pmod": "Digilent", "spacemit": "SpacemiT",
    "sony": "Sony", "etched": "Etched", "mythic": "Mythic", "axelera": "Axelera", "raspberry": "Raspberry Pi",
}  # fmt: skip
# Words of a maker's product lines that may stand between the vendor and the name, or in its place.
_BRANDS = {
    "geforce": "NVIDIA", "tesla": "NVIDIA", "quadro": "NVIDIA", "jetson": "NVIDIA", "dgx": "NVIDIA", "hgx": "NVIDIA",
    "instinct": "AMD", "radeon": "AMD", "epyc": "AMD", "ryzen": "AMD", "alveo": "AMD", "versal": "AMD", "zynq": "AMD",
    "ultrascale+": "AMD", "mpsoc": "AMD", "kria": "AMD", "virtex": "AMD", "kintex": "AMD", "artix": "AMD",
    "xeon": "Intel", "core": "Intel", "arc": "Intel", "movidius": "Intel", "stratix": "Intel", "arria": "Intel",
    "agilex": "Intel", "barefoot": "Intel", "cloud": "Google", "snapdragon": "Qualcomm", "hexagon": "Qualcomm",
    "ascend": "Huawei", "atlas": "Huawei", "kunpeng": "Huawei", "neoverse": "Arm", "cortex": "Arm", "quantum": "IBM",
    "macbook": "Apple", "mac": "Apple", "ipad": "Apple", "macbooks": "Apple", "pro": "", "air": "", "mini": "",
    "studio": "Apple", "silicon": "Apple", "chip": "", "system": "", "power": "IBM", "superpod": "NVIDIA",
}  # fmt: skip

_MARK = r"(?:\((?:R|TM)\)|[®™]|TM(?=\W))?"
_WORD_BEFORE = re.compile(rf"(?P<word>[A-Za-z][A-Za-z-]*\+?){_MARK}(?P<possessive>['’]s)?(?P<gap>[\s~/-]{{1,2}})$")

_HARD_NOUN = (
    r"(?:[GCTNXD]PUs?|FPGAs?|IPUs?|VPUs?|QPUs?|DSPs?|(?:MP|RF)?SoCs?|MCUs?|SBCs?|ASICs?|DCUs?|RDUs?|LPUs?|superchips?|"
    r"chips?|chipsets?|processors?|co-?processors?|accelerators?|boards?|cards?|supercomputers?|supercomputing|superpods?|"
    r"microcontrollers?|microarchitectures?|micro-architectures?|nodes?|servers?|workstations?|laptops?|SmartNICs?|"
    r"smartphones?|handsets?|quantum computers?|quantum hardware|instances|tensor cores|Tensor Cores?|SMs|VRAM)\b"
)
_SOFT_NOUN = r"(?:architectures?|platforms?|devices?|machines?|modules?|systems?|generations?|clusters?|partitions?|kits?|cores?|hardware|hours?|kernels?|family|series|testbeds?)\b"
_AFTER_HARD = re.compile(
    rf"(?:-(?:based|class|equipped|powered|enabled|generation|series|only|level|like))?[\s~-]{{1,2}}(?:(?!(?:and|or|for|with|in|on|of|the|a|an|is|to|as)\b)[\w.+-]{{1,20}}[\s~-]){{0,2}}?{_HARD_NOUN}"
)
_AFTER_FIGURE = re.compile(
    r"['’]s (?:~|about |roughly )?\d[\d.,]{0,8}[ -]?(?:[TGP](?:F|FLOPS?|FLOP/s|OPS|B|B/s)|GB|TB|W|nodes|cores|SMs)\b"
)
_AFTER_SOFT = re.compile(
    rf"(?:-(?:based|class|equipped|powered|enabled|generation|series))?[\s~-]{{1,2}}(?:(?:edge|embedded|mobile|GPU|AI|compute|computing|inference)[\s-])?{_SOFT_NOUN}"
)

# What makes an everyday word something else than hardware.
_OTHER_AFTER = re.compile(
    r"(?:[-_ ]v\d|['’]s (?:equations?|laws?|method|theorem|demon|principle|triangle)|[ -](?:machines?(?! with)|complete(?:ness)?|tests?|VOC|"
    r"Context|environments?|tasks?|domains?|agents?|robots?|locomotion|datasets?|benchmarks?|models?|frameworks?|algorithms?|"
    r"optimi[sz]ers?|method|attention|corpus|optimal(?:ity)?|equations?|theor(?:em|y)|approachability|Observatory|LSST|"
    r"phages?|lysozyme|cells?|macrophages?|polari[sz]ation|neurons?|cortex|subjects?|learners?|level|conversations?|"
    r"LLMs?|AI|networks?|libraries|library|satellite|mission|telescope|pathways?|competition|forecasting|programmable|"
    r"programs?|programming|language|program|estimators?|tokamak|Programming|Programmable))"
)
_NAMING_BEFORE = re.compile(
    r"(?:\b(?:present|presents|presented|propos(?:e|es|ed|ing)|introduc(?:e|es|ed|ing)|develop(?:s|ed)?|describe[sd]?|release[sd]?|"
    r"call|called|calls|name|named|dub|dubbed|term|termed|coin|coined|denoted?)\b[^.;:]{0,12}|``|\\text(?:bf|sc|it)\{)$"
)
_NAMING_AFTER = re.compile(r"(?:\}?, an? (?:\w|new|novel)|\s?:\s|\s?\((?=[A-Z][a-z]+[- ][A-Z]))")

_BETWEEN = re.compile(
    r"(?:[\s,/&+;()\\~]|-|vs\.?|\b(?:and|or|versus|to|than|the|an?|both|its|GPUs?|CPUs?|NVIDIA|Nvidia|AMD|Intel|Apple|"
    r"Qualcomm|Jetson|chips?|from|with|plus|dual|single|\d{1,4}x?)\b){1,14}"
)

_COMPUTING = re.compile(
    r"\b(?:[GCTN]PUs?|FPGAs?|SoCs?|CUDA|Triton|ROCm|HIP|SYCL|NVIDIA|Nvidia|AMD|Intel|Xilinx|Apple|Huawei|IBM|TensorRT|"
    r"[Tt]ensor [Cc]ores?|[TPGE](?:FLOPs?|FLOPS|OPS)\b|FP(?:4|8|16|32|64)|accelerators?|supercomput\w+|HPC|hardware|chips?|"
    r"processors?|microcontrollers?|microarchitectur\w+|kernels?|FPS|fps|latency|throughput|inference|on-device|VRAM|HBM|"
    r"GDDR\d?|edge|embedded|deploy\w*|testbed|speedups?|real-time|runtime|bandwidth|cores|mobile|exascale|ExaFLOPS)\b"
)
_MACHINE_SENTENCE = re.compile(
    r"\b(?:[Ss]upercomput\w+|HPC|[Ee]xascale|[Pp]etascale|[Pp]re-exascale|(?:[Ee]xa|[Pp]eta)(?:FLOPs?|FLOPS|flops?)|[EP]FLOP\w*|"
    r"Oak Ridge|OLCF|Argonne|ALCF|NERSC|Livermore|LLNL|CSCS|TACC|EuroHPC|[Ll]eadership [Cc]omputing|compute nodes?|"
    r"[\d,]{2,}(?:\+|k|K)? (?:\w+ )?(?:nodes|GPUs|superchips)|(?:weak|strong) scaling)\b"
)
_MACHINE_PLACE = re.compile(
    r"(?:\b(?:on|at|of|across|using|from|to|the|and|e\.g\.,?|i\.e\.,?|like|as|including|with|in|NERSC|OLCF|ALCF|LLNL|LANL|TACC|"
    r"CSCS|Argonne['’]s|DOE|ORNL['’]s|Ridge['’]s)|[,/(])[\s~]?(?:HPE[\s~]|Cray[\s~]|Dell[\s~])?$"
)
_SENTENCE_END = re.compile(r"[.!?][\"')\]]*\s+(?=[\"'(\[]*[A-Z$\\])")


def vendor_before(text: str, start: int) -> tuple[int, str | None]:
    """Where the name begins with its vendor and product line, and the vendor's canonical name.

    "NVIDIA Tesla" before "V100" belongs to the name; the possessive "AMD's" names the vendor but stays outside.
    """
    begin, vendor = start, None
    for _ in range(5):
        match = _WORD_BEFORE.search(text, max(0, begin - 24), begin)
        if match is None:
            return begin, vendor
        word = match["word"].lower()
        of_maker, of_line = _VENDORS.get(word), _BRANDS.get(word)
        if of_maker is None and of_line is None:
            return begin, vendor
        if of_line == "" and not _continues(text, match.start()):
            return begin, vendor
        if not match["word"][0].isupper() and word not in ("nvidia", "xilinx", "quantum"):
            return begin, vendor
        if vendor is None:
            vendor = of_line or of_maker
        if match["possessive"]:
            return begin, vendor
        begin = match.start("word")
    return begin, vendor


def _continues(text: str, position: int) -> bool:
    """Whether a word of a product line stands before ``position``: "MacBook" before "Pro"."""
    match = _WORD_BEFORE.search(text, max(0, position - 24), position)
    return match is not None and match["word"].lower() in (_BRANDS.keys() | _VENDORS.keys())


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


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence around a name, at most 400 characters to either side."""
    low, high = max(0, start - _SENTENCE_REACH), min(len(text), end + _SENTENCE_REACH)
    for stop in _SENTENCE_END.finditer(text, low, start):
        low = stop.end()
    stop_after = _SENTENCE_END.search(text, end, high)
    return low, stop_after.start() if stop_after is not None else high


def computing_around(text: str, start: int, end: int, device_class: DeviceClass) -> bool:
    """Whether the rest of the sentence is about computing hardware (of supercomputers, for a system)."""
    low, high = sentence(text, start, end)
    if _COMPUTING.search(text, low, start) is not None or _COMPUTING.search(text, end, high) is not None:
        return True
    return device_class is DeviceClass.SYSTEM and machine_around(text, start, end)


def machine_around(text: str, start: int, end: int) -> bool:
    """Whether the name stands where a machine's name does, in a sentence about supercomputing."""
    low, high = sentence(text, start, end)
    if _MACHINE_PLACE.search(text, max(low, start - 24), start) is None:
        return False
    return _MACHINE_SENTENCE.search(text, low, start) is not None or _MACHINE_SENTENCE.search(text, end, high) is not None
