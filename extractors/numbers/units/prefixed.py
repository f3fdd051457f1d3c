"""Units behind a prefix of size: "4.1 GFLOPs", "20 MB/s", "3 mJ", "12 milliwatts"."""

from __future__ import annotations

from extractors.numbers.units.rate import plural
from extractors.numbers.units.unit import Dimension, UnitMatch, Units
from extractors.patterns import Pattern

_PREFIX_WORDS = {
    "kilo": "k",
    "mega": "M",
    "giga": "G",
    "tera": "T",
    "peta": "P",
    "exa": "E",
    "zetta": "Z",
    "milli": "m",
    "micro": "u",
    "nano": "n",
    "pico": "p",
    "femto": "f",
}
_WORDS = "|".join(_PREFIX_WORDS)
_P = r"(?P<p>[kKMGTPEZmunpf]|Ki|Mi|Gi|Ti|(?i:" + _WORDS + r"))?[-\s]{0,2}"
_NEWTON = r"(?<![TEPZGpfK])N"  # "39 TN" are true negatives
# Behind a lone letter: the end of the phrase, or what is no noun that "N" could be a name in.
_PHRASE_GOES_ON = (
    r"\s?(?:[,.;:)]|$)|\s(?:forces?|grips?|loads?|thrust|of|at|in|on|and|or|to|with|without|for|from|per|by|while|when|"
    r"under|over|during|across|versus|vs|compared|than|is|are|was|were)\b"
)
PREFIXED: Units = tuple(
    (Pattern(rf"{_P}(?:{pattern})(?![\p{{L}}\d])"), base, dimension)
    for pattern, base, dimension in (
        (r"samples?/[kK]J", "samples/kJ", Dimension.EFFICIENCY),
        (
            r"(?:FLOP/?s|FLOPS|[Ff]lop/?s|OP/?S|OP/s|ops)(?:/s)?\s?/\s?W(?:att)?|(?:FLOPS|OPS)(?:\s|-)per(?:\s|"
            r"-)[Ww]att",
            "OPS/W",
            Dimension.EFFICIENCY,
        ),
        (
            r"(?:[Ii]nferences?|[Ff]rames?|[Ii]mages?|[Tt]okens?|[Ss]amples?|[Qq]ueries|[Cc]lassifications?|"
            r"[Pp]redictions?)(?:\s?/\s?|\s[Pp]er\s)(?:[munk]?J|(?:milli|micro|nano|kilo)?[Jj]oule|[Ww]att)",
            "tokens/J",
            Dimension.EFFICIENCY,
        ),
        (
            r"J(?:oules?)?(?:\s?/\s?(?:[a-z]{3,12}|Inference|Sample|Token|Image|Frame|Query|Step|Decision|Prediction|"
            r"Classification|Operation|Spike|Byte|Bit)|(?:\s?/\s?|\s[Pp]er\s)"
            r"(?:bit|byte|spike|MACs?|SOPs?|FLOPs?|OPs?|ops?|(?:(?:training|weight|synaptic|model|single)\s)?"
            r"(?:encoding|decoding|prediction|inference|classification|update|operation|query|search|token|image|"
            r"frame|sample|step|decision|event|access|read|write|multiplication)))",
            "J/unit",
            Dimension.ENERGY,
        ),
        (r"(?:b|[Bb]its?)\s?(?:/|per)\s?mm(?:\s?\^?\s?\{?\s?2\}?|²)", "b/mm^2", Dimension.SIGNAL),
        (r"(?:OPS|OP/s|FLOP/?s|FLOPS)\s?(?:/|per)\s?mm(?:\s?\^?\s?\{?\s?2\}?|²)", "OPS/mm^2", Dimension.PERFORMANCE),
        (
            r"(?:(?:(?:random|sequential|mixed|4K|8K|aggregate|peak|sustained)[-\s]?){0,2}(?:(?:read|write|"
            r"reads?/writes?)[-\s])?)IOPS",
            "IOPS",
            Dimension.RATE,
        ),
        (r"TEPS", "TEPS", Dimension.RATE),
        (r"(?<=[kMGT])(?:Sa?/s|Sa?ps|SPS)", "S/s", Dimension.RATE),  # what a converter samples
        (r"F?LUPS|F?LUP/s", "LUPS", Dimension.RATE),
        (r"CUPS", "CUPS", Dimension.RATE),
        (r"(?<=[kKMG])[Pp]ps|(?<=[kKMG])PPS", "pps", Dimension.RATE),
        (r"(?<=[kKMG])(?:QPS|qps)", "QPS", Dimension.RATE),
        (r"(?<=[kKMG])(?:TPS|tps)", "TPS", Dimension.RATE),
        (r"eV(?:/(?:atom|Å))?", "eV", Dimension.SIGNAL),
        (
            r"(?:FLOPs?|flops?|Flops?)(?:\s?/\s?s(?:ec(?:ond)?)?|\sper\ssecond|ps)(?!\s?/\s?W)",
            "FLOP/s",
            Dimension.PERFORMANCE,
        ),
        (r"FLOPS", "FLOP/s", Dimension.PERFORMANCE),
        (  # "60 TFLOPs per GPU"
            r"(?<=[GTPE])FLOPs?(?=(?:\s?/\s?|\sper\s)(?:[CGTN]PU|core|node|chip|device|card|accelerator)\b)",
            "FLOP/s",
            Dimension.PERFORMANCE,
        ),
        (r"OPS|OP/s|ops/s|operations\sper\ssecond|(?<=[kKMG])ops", "OPS", Dimension.PERFORMANCE),
        (r"FLOPs?|[Ff]lops?|MACs?|MAdds?", "FLOPs", Dimension.OPERATIONS),
        (r"(?:B|[Bb]ytes?)(?:\s?/\s?s(?:ec(?:ond)?)?|\sper\ssecond|ps)", "B/s", Dimension.BANDWIDTH),
        (
            r"(?:b|[Bb]its?)(?:\s?/\s?s(?:ec(?:ond)?)?|\sper\ssecond|ps)(?:/Hz|\sper\s[Hh]ertz)",
            "b/s/Hz",
            Dimension.BANDWIDTH,
        ),
        (r"(?:b|[Bb]its?)(?:\s?/\s?s(?:ec(?:ond)?)?|\sper\ssecond|ps)", "b/s", Dimension.BANDWIDTH),
        (r"(?:B|[Bb]ytes?)", "B", Dimension.BYTES),
        (r"(?:b|[Bb]its?)", "b", Dimension.BYTES),
        (r"(?:Wh|watt-?hours?)", "Wh", Dimension.ENERGY),
        (r"(?:W|[Ww]atts?)", "W", Dimension.POWER),
        (r"(?:J|[Jj]oules?)", "J", Dimension.ENERGY),
        (r"(?:V|[Vv]olts?)", "V", Dimension.ELECTRIC),
        (r"(?:A|[Aa]mps?|[Aa]mperes?)", "A", Dimension.ELECTRIC),
        (r"(?:Hz|[Hh]ertz)", "Hz", Dimension.FREQUENCY),
        (r"(?:Pa|[Pp]ascals?)", "Pa", Dimension.SIGNAL),
        (rf"(?:{_NEWTON}\s?[·*-]?\s?m|[Nn]ewton[\s-]?met(?:er|re)s?)(?!\s?/)", "N m", Dimension.SIGNAL),
        (rf"(?:{_NEWTON}\s?[·*-]?\s?s|[Nn]ewton[\s-]?seconds?)(?!\s?/)", "N s", Dimension.SIGNAL),
        (rf"(?:{_NEWTON}(?={_PHRASE_GOES_ON})|[Nn]ewtons?)", "N", Dimension.SIGNAL),
        (r"(?:Ah|[Aa]mp(?:ere)?[\s-]hours?)", "Ah", Dimension.ELECTRIC),
        (r"(?:Ω|[Oo]hms?)", "ohm", Dimension.ELECTRIC),
        (r"(?<=[fpnu])F(?:arads?)?", "F", Dimension.ELECTRIC),
        (r"(?<=[mun])T(?:eslas?)?", "T", Dimension.SIGNAL),
        (r"(?<=[kMG])(?:Bd|[Bb]aud)", "Baud", Dimension.BANDWIDTH),
    )
)
_NEED_PREFIX = {"b", "B"}  # "24 b" and "8 B" are not amounts of data


def prefixed_at(view: str, at: int, units: Units) -> UnitMatch | None:
    """The first of some units that stands at a place, with its prefix."""
    for pattern, base, dimension in units:
        if match := pattern.match(view, at):
            prefix = match["p"] or ""
            prefix = _PREFIX_WORDS.get(prefix.lower(), prefix.replace("i", "")) if len(prefix) > 1 else prefix
            if base in _NEED_PREFIX and (not prefix or prefix in "munpf") and "yte" not in match[0]:
                continue
            if base in ("V", "A") and prefix == "K":
                continue
            return UnitMatch(_joined(prefix, base, match[0]), dimension, match.end())
    return None


_PER_ONE = Pattern(r"\s?/\s?|\s[Pp]er\s")


def _joined(prefix: str, base: str, written: str) -> str:
    """The canonical name of a unit, its prefix included."""
    if base == "samples/kJ":
        return base
    if prefix == "k" and base in ("B", "B/s"):
        prefix = "K"
    if base == "OPS/W":
        return f"{prefix}{'FLOP/s' if 'lop' in written.lower() else 'OPS'}/W"
    if base in ("tokens/J", "J/unit"):
        done, per = _PER_ONE.split(written.strip())
        return f"{prefix}J/{per}" if base == "J/unit" else f"{plural(done.lower())}/{_of_energy(per)}"
    if base == "OPS/mm^2":
        return f"{prefix}{'FLOP/s' if 'lop' in written.lower() else 'OPS'}/mm^2"
    if base == "eV":
        return written.replace(" ", "").replace("-", "")  # "meV/atom"
    if base == "FLOPs" and "MA" in written:
        base = "MACs"
    return prefix + base


def _of_energy(per: str) -> str:
    """ "mJ" or "millijoule" as a unit; "watt" as W."""
    word = per.lower()
    if word == "watt":
        return "W"
    return per if per.endswith("J") else f"{_PREFIX_WORDS.get(word.removesuffix('joule'), '')}J"


_TF = Pattern(r"(?P<p>[GTPE])(?:F|Flops)(?:/s)?(?![\p{L}\d])")
_BEGINS_TF = "GTPE"


def flops_at(view: str, at: int) -> UnitMatch | None:
    """ "82 TF", "3.2 GFlops/s"."""
    match = _TF.match(view, at) if view[at] in _BEGINS_TF else None
    return UnitMatch(f"{match['p']}FLOP/s", Dimension.PERFORMANCE, match.end()) if match else None
