"""The vendor and the product line that stand before a device's name."""

from __future__ import annotations

import re

# Vendors (lower case) as they are written, and the vendor's name in canonical device names.
VENDORS = {
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
    "threads": "Moore Threads", "hynix": "SK hynix",
    "allwinner": "Allwinner", "oracle": "Oracle", "adapteva": "Adapteva",
    "psiquantum": "PsiQuantum", "hailo": "Hailo", "kunlunxin": "Kunlunxin",
}  # fmt: skip
# Words of a maker's product lines that may stand between the vendor and the name, or in its place.
BRANDS = {
    "geforce": "NVIDIA", "tesla": "NVIDIA", "quadro": "NVIDIA", "jetson": "NVIDIA", "dgx": "NVIDIA", "hgx": "NVIDIA",
    "instinct": "AMD", "radeon": "AMD", "epyc": "AMD", "ryzen": "AMD", "alveo": "AMD", "versal": "AMD", "zynq": "AMD",
    "ultrascale+": "AMD", "mpsoc": "AMD", "kria": "AMD", "virtex": "AMD", "kintex": "AMD", "artix": "AMD",
    "xeon": "Intel", "core": "Intel", "arc": "Intel", "movidius": "Intel", "stratix": "Intel", "arria": "Intel",
    "agilex": "Intel", "barefoot": "Intel", "cloud": "Google", "snapdragon": "Qualcomm", "hexagon": "Qualcomm",
    "ascend": "Huawei", "atlas": "Huawei", "kunpeng": "Huawei", "neoverse": "Arm", "cortex": "Arm", "quantum": "IBM",
    "macbook": "Apple", "mac": "Apple", "ipad": "Apple", "macbooks": "Apple", "pro": "", "air": "", "mini": "",
    "studio": "Apple", "silicon": "Apple", "chip": "", "system": "", "power": "IBM", "superpod": "NVIDIA",
}  # fmt: skip

_MOST_WORDS = 5
_OFTEN_SMALL = frozenset({"nvidia", "xilinx", "hynix", "quantum"})
_MARK = r"(?:\((?:R|TM)\)|[®™]|TM(?=\W))?"
_WORD_BEFORE = re.compile(rf"(?P<word>[A-Za-z][A-Za-z-]*\+?){_MARK}(?P<possessive>['’]s)?(?P<gap>[\s~/-]{{1,2}})$")


def vendor_before(text: str, start: int) -> tuple[int, frozenset[str]]:
    """Where the name begins with its vendor and product line, and the vendors that the words may mean.

    "NVIDIA Tesla" before "V100" belongs to the name; the possessive "AMD's" names the vendor but stays outside.
    """
    begin, vendors = start, frozenset[str]()
    for _ in range(_MOST_WORDS):
        match = _WORD_BEFORE.search(text, max(0, begin - 24), begin)
        if match is None:
            break
        word = match["word"].lower()
        meant = {VENDORS.get(word), BRANDS.get(word)} - {None}
        if not meant or (not match["word"][0].isupper() and word not in _OFTEN_SMALL):
            break
        if meant == {""} and not _continues(text, match.start()):
            break
        vendors = vendors or frozenset(v for v in meant if v)
        if match["possessive"]:
            break
        begin = match.start("word")
    return begin, vendors


def _continues(text: str, position: int) -> bool:
    """Whether a word of a product line stands before ``position``: "MacBook" before "Pro"."""
    match = _WORD_BEFORE.search(text, max(0, position - 24), position)
    return match is not None and match["word"].lower() in (BRANDS.keys() | VENDORS.keys())
