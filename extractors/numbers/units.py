"""Units of measurement: how they are written, and their canonical names (CLAIMS.md, section 2)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

import regex

from extractors.patterns import Pattern


class Dimension(StrEnum):
    """What a unit measures; the rules choose by it."""

    TIMES = "times"
    PERCENT = "percent"
    POINTS = "points"
    ORDERS = "orders"
    TIME = "time"
    BYTES = "bytes"
    BANDWIDTH = "bandwidth"
    RATE = "rate"
    OPERATIONS = "operations"  # an amount of work: "4.1 GFLOPs"
    PERFORMANCE = "performance"  # work per second
    POWER = "power"
    ENERGY = "energy"
    EFFICIENCY = "efficiency"  # work per energy
    MONEY = "money"
    AREA = "area"
    LENGTH = "length"
    FREQUENCY = "frequency"
    ELECTRIC = "electric"
    SIGNAL = "signal"  # dB, bits per byte, degrees and the like
    PARAMETERS = "parameters"
    DEVICES = "devices"
    COUNT = "count"
    NONE = "none"  # a bare number


@dataclass(frozen=True, slots=True)
class UnitMatch:
    """A unit that ends at ``end``."""

    unit: str
    dimension: Dimension
    end: int


# What "parameter" before it only describes: "1,300 parameter combinations".
PARAMETER_SORTS = "combinations|configurations|settings|sets|groups|values|choices|updates|types|points|vectors"

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

_TIME = {
    r"fs|fsec|femtoseconds?": "fs",
    r"ps|psec|picoseconds?": "ps",
    r"ns|nsec|nanoseconds?": "ns",
    r"us|usec|m?u\s?s|microseconds?": "us",
    r"ms|msec|msecs|[Mm]illiseconds?|milli-seconds?": "ms",
    r"s|secs?|[Ss]econds?": "s",
    r"mins?|[Mm]inutes?": "min",
    r"h|hrs?|[Hh]ours?": "h",
    r"[Dd]ays?": "day",
    r"[Ww]eeks?": "week",
    r"months?": "month",
    r"years?": "year",
}
_PER = r"(?:\s?/\s?|\s{1,2}per\s{1,2}|\sa\s)"
_PER_TIME = {
    r"s\b|secs?\b|seconds?\b": "s",
    r"mins?\b|minutes?\b": "min",
    r"h\b|hrs?\b|hours?\b": "h",
    r"days?\b": "day",
}
# Things that are counted per unit of time, and how their rate is written.
_RATE_NOUN = (
    r"tokens?|toks?|samples?|images?|imgs?|frames?|queries|requests?|reqs?|messages?|msgs?|packets?|"
    r"transactions?|tuples?|records?|rows?|"
    r"documents?|items?|edges?|updates?|steps?|iterations?|its?|inferences?|predictions?|operations?|ops|"
    r"pages?|videos?|"
    r"clips?|sentences?|words?|events?|points?|nodes?|vertices|atoms?|particles?|cells?|examples?|sequences?|keys?|"
    r"pairs?|rays?|pixels?|episodes?|jobs?|tasks?|users?|reads?|molecules?|hashes|signatures?|calls?|scans?|slices?"
)
_NOUN_ALIAS = {
    "tok": "tokens",
    "toks": "tokens",
    "img": "images",
    "imgs": "images",
    "req": "requests",
    "reqs": "requests",
    "msg": "messages",
    "msgs": "messages",
    "it": "iterations",
    "its": "iterations",
    "ops": "operations",
}
_WIDEST_GAP = 12  # "20\\,\\mathrm{FPS}"
_GAP = Pattern(r"\s{0,12}|-")
_POINTS = Pattern(r"\s{0,2}-?(?:points?|pts?)\b")


_Units = tuple[tuple[Pattern, str, Dimension], ...]

_SIMPLE: _Units = tuple(
    (Pattern(rf"(?:{pattern})(?![\p{{L}}\d])"), unit, dimension)
    for pattern, unit, dimension in (
        (
            r"percentage[-\s]points?|percent(?:age)?\spoints?|%\s{0,2}points?|pp|pps|ppt|%\s?pts?|\bpts|p\.\s?p\.|"
            r"absolute\spoints?",
            "pp",
            Dimension.POINTS,
        ),
        (r"(?:F1|BLEU|ROUGE|accuracy|mAP|AUC|score|Elo)[-\s]?(?:score\s)?points?|points?", "pp", Dimension.POINTS),
        (r"(?:[Ff]ull\s)?[Oo]rders?[-\s][Oo]f[-\s][Mm]agnitudes?|OOMs?", "orders of magnitude", Dimension.ORDERS),
        (r"[Pp]ercent|per\scent|pct", "%", Dimension.PERCENT),
        (
            r"tokens?\s(?:per|/)\s(?:forward(?:\spass)?|pass)|tokens?/(?:forward(?:\spass)?|pass)",
            "tokens/forward pass",
            Dimension.COUNT,
        ),
        (r"(?:FPS|fps|frames?/s)\s?(?:/|per)\s?[Ww](?:att)?", "frames/s/W", Dimension.EFFICIENCY),
        (r"(?:frames?[-\s]per[-\s]second|FPS|fps|frames?/s(?:ec(?:ond)?)?)", "frames/s", Dimension.RATE),
        (r"QPS|qps", "queries/s", Dimension.RATE),
        (r"SPS", "steps/s", Dimension.RATE),
        (r"TPS|tps", "transactions/s", Dimension.RATE),
        (r"t/s", "tokens/s", Dimension.RATE),
        (r"(?:ns|nanoseconds?)(?:\s?/\s?|\sper\s)days?", "ns/day", Dimension.RATE),
        (r"(?:us|microseconds?)(?:\s?/\s?|\sper\s)days?", "us/day", Dimension.RATE),
        (
            r"SYPD|sim(?:ulat(?:ed|ion))?[-\s]years?[-\s]per[-\s](?:(?:wall[-\s]?clock|computing)[-\s])?day",
            "SYPD",
            Dimension.RATE,
        ),
        (r"bpb|bits?[-\s](?:per|/)[-\s]byte|bits?/byte", "bpb", Dimension.SIGNAL),
        (r"bpp|bits?[-\s]per[-\s]pixel|bits?/pixel", "bpp", Dimension.SIGNAL),
        (
            r"bpw|bits?[-\s]per[-\s](?:weight|parameter)|bits?/(?:weight|param(?:eter)?)",
            "bits/weight",
            Dimension.SIGNAL,
        ),
        (r"(?:(?:effective|average|mean)\s)?bits(?!/s/)", "bits", Dimension.SIGNAL),
        (r"dB(?:m|FS|c)?", "dB", Dimension.SIGNAL),
        (r"kcal/mol", "kcal/mol", Dimension.SIGNAL),
        (r"nats?", "nats", Dimension.SIGNAL),
        (r"kJ/mol", "kJ/mol", Dimension.SIGNAL),
        (r"(?:(?:km|kilomet(?:er|re)s?)\s?(?:/|per)\s?(?:h(?:r|our)?)|kmph|km/hr)", "km/h", Dimension.SIGNAL),
        (r"(?:m|met(?:er|re)s)\s?(?:/|per)\s?s(?:ec(?:ond)?)?(?!\s?\^)", "m/s", Dimension.SIGNAL),
        (r"cm/s", "cm/s", Dimension.SIGNAL),
        (r"mm/s", "mm/s", Dimension.SIGNAL),
        (r"degrees?\s(?:Celsius|C)|°\s?C|℃", "°C", Dimension.SIGNAL),
        (r"degrees?(?!-of)|°", "°", Dimension.SIGNAL),
        (r"mm\s?\^?\s?\s?2|mm²|square\smillimet(?:er|re)s?", "mm^2", Dimension.AREA),
        (r"um\s?\^?\s?\s?2|um²|square\smicro(?:meters?|metres?|ns)", "um^2", Dimension.AREA),
        (r"km\s?\^?\s?\s?2|km²|square\skilomet(?:er|re)s?", "km^2", Dimension.AREA),
        (r"nm|nanomet(?:er|re)s?", "nm", Dimension.LENGTH),
        (r"um|micromet(?:er|re)s?|microns?", "um", Dimension.LENGTH),
        (r"mm|millimet(?:er|re)s?", "mm", Dimension.LENGTH),
        (r"cm|centimet(?:er|re)s?", "cm", Dimension.LENGTH),
        (r"km|kilomet(?:er|re)s?", "km", Dimension.LENGTH),
        (r"angstroms?|Å", "Å", Dimension.LENGTH),
        (r"m|met(?:er|re)s?", "m", Dimension.LENGTH),
        (r"dollars?|USD|US\sdollars?", "USD", Dimension.MONEY),
        (r"(?:US\s)?cents?", "cents", Dimension.MONEY),
        (r"euros?|EUR", "EUR", Dimension.MONEY),
        (r"yuan|RMB|CNY", "CNY", Dimension.MONEY),
        (
            r"(?:(?:NVIDIA\s)?[A-Z]{1,3}\d{2,4}(?:-\d{2,3}GB?)?[-\s])?GPU[-\s]?(?:(?:training|"
            r"compute)\s)?(?:[Hh]ours?|hrs?|h)|"
            r"(?:[AHVBLPTK]\d{1,3}|(?:RTX\s?)?\d0[6-9]0|MI\d{3}X?|TITAN)[-\s](?:GPU[-\s])?hours?",
            "GPU-hours",
            Dimension.TIME,
        ),
        (
            r"(?:(?:NVIDIA\s)?[A-Z]{1,3}\d{2,4}[-\s])?GPU[-\s]?days?|[AHV]\d?00[-\s](?:GPU[-\s])?days?",
            "GPU-days",
            Dimension.TIME,
        ),
        (r"GPU[-\s]?years?", "GPU-years", Dimension.TIME),
        (r"GPU[-\s]?months?", "GPU-months", Dimension.TIME),
        (r"TPU[-\s]?(?:core[-\s])?months?", "TPU-months", Dimension.TIME),
        (r"(?:CPU|core)[-\s]?months?", "CPU-months", Dimension.TIME),
        (r"(?:CPU|core)[-\s]?years?", "CPU-years", Dimension.TIME),
        (r"GPU[-\s]?min(?:ute)?s?", "GPU-minutes", Dimension.TIME),
        (r"(?:CPU|core)[-\s]?days?", "CPU-days", Dimension.TIME),
        (r"TPU[-\s]?(?:core[-\s])?(?:hours?|h)", "TPU-hours", Dimension.TIME),
        (r"TPU[-\s]?(?:v\d[-\s])?(?:core[-\s])?days?", "TPU-days", Dimension.TIME),
        (r"(?:(?:CPU|processor)[-\s]?)?(?:CPU|core)[-\s]?(?:hours?|hrs)", "CPU-hours", Dimension.TIME),
        (r"(?:compute[-\s])?node[-\s]?(?:hours?|hrs)", "node-hours", Dimension.TIME),
        (
            r"(?:accelerator|device|chip|NPU|IPU|DCU|machine|server|instance|VM)[-\s]?(?:hours?|hrs)",
            "device-hours",
            Dimension.TIME,
        ),
        (
            r"(?:person|human|man|annotator|expert|developer|engineer(?:ing)?|clinician)[-\s](?:hours?|hrs)",
            "person-hours",
            Dimension.TIME,
        ),
        (r"kg(?:CO2(?:e|eq)?)?|kilograms?", "kg", Dimension.SIGNAL),
        (r"(?:metric\s)?(?:tons|tonnes)|t\s?CO2(?:-?eq?)?", "tons", Dimension.SIGNAL),
        (r"cycles?", "cycles", Dimension.COUNT),
        (rf"parameters?(?!\s(?:{PARAMETER_SORTS})\b)|params?|weights", "parameters", Dimension.PARAMETERS),
    )
)

_P = r"(?P<p>[kKMGTPEZmunpf]|Ki|Mi|Gi|Ti|(?i:" + _WORDS + r"))?[-\s]{0,2}"
_PREFIXED: _Units = tuple(
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
            r"J(?:oules?)?(?:\s?/\s?[a-z]{3,12}|(?:\s?/\s?|\s[Pp]er\s)(?:bit|byte|spike|MACs?|SOPs?|FLOPs?|OPs?|"
            r"(?:(?:training|weight|synaptic|model|single)\s)?(?:encoding|decoding|prediction|inference|"
            r"classification|update|"
            r"operation|query|search|token|image|frame|sample|step|decision|event|access|read|write|"
            r"multiplication)))",
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
    )
)
_NEED_PREFIX = {"b", "B"}  # "24 b" and "8 B" are not amounts of data
_BEGINS_TF = "GTPE"
_TF = Pattern(r"(?P<p>[GTPE])(?:F|Flops)(?:/s)?(?![\p{L}\d])")

_TIME_UNIT: _Units = tuple(
    (Pattern(rf"(?:(?:wall-?\s?clock|additional|extra|full)\s)?(?:{p})(?![\p{{L}}\d])"), unit, Dimension.TIME)
    for p, unit in _TIME.items()
)
_TIME_RATE = Pattern(rf"{_PER}(?P<what>[\p{{Ll}}][\p{{L}}]{{2,14}}(?:\s(?:step|pass|token))?)\b(?!-)")
_RATE = Pattern(
    rf"(?:(?:[\p{{L}}-]{{2,20}})\s){{0,4}}?(?P<noun>(?i:{_RATE_NOUN}))(?:\s?/\s?|"
    rf"[-\s][Pp]er[-\s](?:wall[-\s]?clock\s)?|\sa\s|\severy\s)(?P<per>s\b|(?i:secs?\b|seconds?\b|mins?\b|minutes?\b|"
    rf"hrs?\b|hours?\b|days?\b)|h\b)"
)
# "2,400 tokens/s/GPU"; "per GPU" in words is left out
_PER_DEVICE = Pattern(
    r"\s?/\s?(?P<what>(?:[CGTN]P|FPG)[UA]|(?:node|device|user|core|chip|card|server|worker|machine|accelerator))"
    r"(?![\p{L}\d])"
)
# "900 trajectories/GPU per day"
_RATE_OF_DEVICE = Pattern(
    rf"(?P<noun>\p{{Ll}}{{3,14}})\s?/\s?(?P<what>[CGTN]PU|node|device|core|worker)(?:\s?/\s?|\sper\s|-)(?P<per>{'|'.join(_PER_TIME)})"
)
_RATE_TIMES = Pattern(r"(?P<noun>\p{Ll}{3,14})\s?/\s?(?P<per>s|sec|second|min|minute|h|hour|day)\b(?!/Hz)")
# What both have, no further on than the longest of them can reach: looked for first, in a fifth of the time.
_PER_MARK = re.compile(r"[\s/-](?:(?<=/)\s?|[Pp]er[\s-]|a\s|every\s)[smhdSMHDw]")
_PER_MARK_WITHIN = 120
_TIMES_UNIT = regex.compile(
    r"(?:\s{0,8}(?:x(?![\p{L}\d\^]|-\p{Ll})|X(?![\p{L}\d]))|[\s-]{0,2}[Tt]imes(?!\p{Ll})|\s?-?\s?fold(?!\p{L})|"
    r"\*(?<=\.\d{1,2}\*)(?=\s?(?:\p{Ll}{4,20}|[CGN]PU)\s))"  # "1.6* throughput"
)
_PER_ONE = Pattern(r"\s?/\s?|\s[Pp]er\s")
_PERCENT_UNIT = Pattern(r"\s{0,3}%")
_PER_STEP = (
    "step",
    "epoch",
    "iteration",
    "token",
    "frame",
    "image",
    "query",
    "sample",
    "request",
    "time step",
    "inference",
    "batch",
    "layer",
    "sequence",
    "atom",
    "call",
    "prompt",
    "problem",
    "video",
    "episode",
    "element",
    "operation",
    "dataset",
    "task",
    "lookup",
    "packet",
    "transaction",
    "message",
    "document",
    "page",
    "review",
    "instance",
    "example",
    "action",
    "turn",
    "word",
    "sentence",
    "patient",
    "user",
    "run",
)


_BEGINNING = 3  # characters that tell most units from a word
# What these begin with, behind at most eight spaces and a hyphen; looking at it spares most of them.
_NEAR = 9
_BEGINS_PERCENT, _BEGINS_TIMES = "%", "xXtTf*"


def parse_unit(view: str, start: int) -> UnitMatch | None:
    """The unit that starts at ``start`` (after an optional space or hyphen); null when there is none."""
    first = view[start : start + _NEAR].lstrip().lstrip("-").lstrip()[:1]
    if first in _BEGINS_PERCENT and (match := _PERCENT_UNIT.match(view, start)):
        points = _POINTS.match(view[match.end() : match.end() + 12])
        if points:
            return UnitMatch("pp", Dimension.POINTS, match.end() + points.end())
        return UnitMatch("%", Dimension.PERCENT, match.end())
    if first in _BEGINS_TIMES and (match := _TIMES_UNIT.match(view, start)):
        return UnitMatch("x", Dimension.TIMES, match.end())
    gap = _GAP.match(view, start, start + _WIDEST_GAP)
    at = gap.end() if gap else start
    if at == start and view[start : start + 1] == "-":
        at += 1
    if at >= len(view):
        return None
    return _measured(view, at)


def _measured(view: str, at: int) -> UnitMatch | None:
    marked = _PER_MARK.search(view, at, at + _PER_MARK_WITHIN)
    if marked and (match := _RATE.match(view, at) or _RATE_TIMES.match(view, at)):
        return _of_each(view, f"{_things(match['noun'])}/{_per(match['per'])}", Dimension.RATE, match.end())
    if marked and (match := _RATE_OF_DEVICE.match(view, at)):
        unit = f"{_things(match['noun'])}/{match['what']}/{_per(match['per'])}"
        return UnitMatch(unit, Dimension.RATE, match.end())
    simple, prefixed, times = _beginning_with(view[at : at + _BEGINNING])
    for pattern, unit, dimension in simple:
        if match := pattern.match(view, at):
            return UnitMatch(
                "tokens/s" if match[0] in ("TPS", "tps") and "token" in view else unit, dimension, match.end()
            )
    for pattern, base, dimension in prefixed:
        if match := pattern.match(view, at):
            prefix = match["p"] or ""
            prefix = _PREFIX_WORDS.get(prefix.lower(), prefix.replace("i", "")) if len(prefix) > 1 else prefix
            if base in _NEED_PREFIX and (not prefix or prefix in "munpf") and "yte" not in match[0]:
                continue
            if (base == "b" and prefix == "") or (base in ("V", "A") and prefix == "K"):
                continue
            return UnitMatch(_joined(prefix, base, match[0]), dimension, match.end())
    if view[at] in _BEGINS_TF and (match := _TF.match(view, at)):
        return UnitMatch(f"{match['p']}FLOP/s", Dimension.PERFORMANCE, match.end())
    for pattern, unit, _ in times:
        if match := pattern.match(view, at):
            per = _TIME_RATE.match(view, match.end())
            if per and per["what"] in _PER_STEP:
                return UnitMatch(f"{unit}/{per['what']}", Dimension.TIME, per.end())
            return UnitMatch(unit, Dimension.TIME, match.end())
    return None


@lru_cache(maxsize=1 << 13)
def _beginning_with(chars: str) -> tuple[_Units, ...]:
    """The units, simple, prefixed and of time, that can begin with some characters."""
    kinds = _beginning_with(chars[:-1]) if len(chars) > 1 else (_SIMPLE, _PREFIXED, _TIME_UNIT)
    return tuple(tuple(u for u in units if u[0].of_any().match(chars, partial=True)) for units in kinds)


def _of_each(view: str, unit: str, dimension: Dimension, end: int) -> UnitMatch:
    """A rate, of each device where the text goes on so: "tokens/s/GPU"."""
    if each := _PER_DEVICE.match(view, end):
        return UnitMatch(f"{unit}/{each['what']}", dimension, each.end())
    return UnitMatch(unit, dimension, end)


def _joined(prefix: str, base: str, written: str) -> str:
    if base == "samples/kJ":
        return base
    if prefix == "k" and base in ("B", "B/s"):
        prefix = "K"
    if base == "OPS/W":
        return f"{prefix}{'FLOP/s' if 'lop' in written.lower() else 'OPS'}/W"
    if base in ("tokens/J", "J/unit"):
        done, per = _PER_ONE.split(written.strip())
        return f"{prefix}J/{per}" if base == "J/unit" else f"{_plural(done.lower())}/{_of_energy(per)}"
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


@cache
def _per(text: str) -> str:
    return next(unit for pattern, unit in _PER_TIME.items() if regex.fullmatch(pattern, text.lower()))


def _things(noun: str) -> str:
    """What is counted per unit of time, in the plural."""
    return _NOUN_ALIAS.get(noun.lower(), _plural(noun.lower()))


def _plural(noun: str) -> str:
    return noun if noun.endswith("s") or noun == "vertices" else noun + "s"
