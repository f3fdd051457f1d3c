"""Units that take no prefix: percentage points, degrees, lengths, GPU-hours, cycles."""

from __future__ import annotations

from extractors.numbers.units.unit import Dimension, UnitMatch, Units
from extractors.patterns import Pattern

# What "parameter" before it only describes: "1,300 parameter combinations".
PARAMETER_SORTS = "combinations|configurations|settings|sets|groups|values|choices|updates|types|points|vectors"
# What is scored in points: "4.3 Dice points", "31 PRAUC points"; points of "GPS" and the like are counted.
SCORES_IN_POINTS = (
    r"(?:[Mm]acro-|[Mm]icro-)?F1|m?IoU|chrF|[Aa]ccuracy|mAP|[Ss]core|Elo|[Dd]ice|[Rr]ecall|[Pp]recision|[Ss]uccess|"
    r"performance|quality|benchmark|[Oo]verall|[Ww]in-?rate|[Cc]overage|[Ff]aithfulness|"
    r"(?!(?:GPS|GNSS|LiDAR|LIDAR|RGB|SfM|API|UI|POI|QA|IMU|AIS|GCP|ECG|MRI|CT|DFT|PDE)\b)\p{L}{0,3}\p{Lu}{2}[\p{L}\d@]{0,10}"
)
# "3.4 tokens per verification step"
_OF_DECODING = (
    r"(?:(?:(?:parallel\s|speculative\s)?(?:decod|verif|speculat|draft)\p{Ll}*|inference|generation|"
    r"(?:target\s)?model)\s)?"
)
PLAIN: Units = tuple(
    (Pattern(rf"(?:{pattern})(?![\p{{L}}\d])"), unit, dimension)
    for pattern, unit, dimension in (
        (
            r"percentage[-\s]points?|percent(?:age)?\spoints?|%\s{0,2}points?|pp|pps|ppt|%\s?pts?|\bpts|p\.\s?p\.|"
            r"absolute\spoints?",
            "pp",
            Dimension.POINTS,
        ),
        (
            rf"(?:{SCORES_IN_POINTS})[-\s]?(?:score\s)?points?|"
            r"points?(?!\s(?:clouds?|distributions?|sets|sources?|process(?:es)?|mutations?|pairs|trackers?|patterns?|"
            r"features|maps?|prompts?|groups|defects?)\b)",
            "pp",
            Dimension.POINTS,
        ),
        (r"(?:[Ff]ull\s)?[Oo]rders?[-\s][Oo]f[-\s][Mm]agnitudes?|OOMs?", "orders of magnitude", Dimension.ORDERS),
        (r"[Pp]ercent|per\scent|pct", "%", Dimension.PERCENT),
        (
            r"tokens?\s(?:per|/)\s(?:forward(?:\spass)?|pass)|tokens?/(?:forward(?:\spass)?|pass)",
            "tokens/forward pass",
            Dimension.COUNT,
        ),
        *(
            (rf"tokens?(?:\s(?:per|/)\s|/|\seach\s){_OF_DECODING}{step}\b(?!s)", f"tokens/{step}", Dimension.COUNT)
            for step in ("step", "iteration", "round", "cycle", "call")
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
        (r"dBm", "dBm", Dimension.SIGNAL),  # a power, a gain over one sort of antenna, a level: no bare ratios
        (r"dBc", "dBc", Dimension.SIGNAL),
        (r"dBi", "dBi", Dimension.SIGNAL),
        (r"dBFS", "dBFS", Dimension.SIGNAL),
        (r"dBA|dB\(A\)", "dBA", Dimension.SIGNAL),
        (r"dB", "dB", Dimension.SIGNAL),
        (r"kcal/mol", "kcal/mol", Dimension.SIGNAL),
        (r"nats?", "nats", Dimension.SIGNAL),
        (r"kJ/mol", "kJ/mol", Dimension.SIGNAL),
        (r"mmol/[lL]", "mmol/L", Dimension.SIGNAL),
        (r"mg/d[lL]", "mg/dL", Dimension.SIGNAL),
        (r"ng/m[lL]", "ng/mL", Dimension.SIGNAL),
        (r"ppm", "ppm", Dimension.SIGNAL),
        (r"ppb", "ppb", Dimension.SIGNAL),
        (r"mm\s?Hg", "mmHg", Dimension.SIGNAL),
        (r"hPa", "hPa", Dimension.SIGNAL),
        (r"rpm|RPM|revolutions\sper\sminute", "rpm", Dimension.SIGNAL),
        (r"bpm|BPM|(?:heart)?beats\sper\sminute", "beats/min", Dimension.SIGNAL),
        (r"lux", "lux", Dimension.SIGNAL),
        (r"LSBs?(?:rms)?(?!\s(?:first|bits?|planes?|cod|encod|steg|replac|substit))", "LSB", Dimension.SIGNAL),
        (r"px(?!\s?/)|pixels?(?!\s?/|\sper\b)", "pixels", Dimension.SIGNAL),
        (r"rad(?:ians?)?(?:\s?/\s?|\sper\s)s(?:ec(?:ond)?)?", "rad/s", Dimension.SIGNAL),
        (r"rad(?:ians?)?", "rad", Dimension.SIGNAL),
        (r"(?:m|met(?:er|re)s)\s?/\s?s(?:\s?\^\s?\{?\s?2\}?|²)", "m/s^2", Dimension.SIGNAL),
        (r"(?:°|deg(?:rees?)?)(?:\s?/\s?|\sper\s)s(?:ec(?:ond)?)?", "°/s", Dimension.SIGNAL),
        (r"(?:(?:km|kilomet(?:er|re)s?)\s?(?:/|per)\s?(?:h(?:r|our)?)|kmph|km/hr)", "km/h", Dimension.SIGNAL),
        (r"(?:m|met(?:er|re)s)\s?(?:/|per)\s?s(?:ec(?:ond)?)?(?!\s?\^)", "m/s", Dimension.SIGNAL),
        (r"cm/s", "cm/s", Dimension.SIGNAL),
        (r"mm/s", "mm/s", Dimension.SIGNAL),
        (r"degrees?\s(?:Celsius|C)|°\s?C|℃", "°C", Dimension.SIGNAL),
        (r"degrees\sof\sfreedom|D[oO]Fs", "degrees of freedom", Dimension.COUNT),
        (r"degrees?(?!-of|\sof\s(?:freedom|separation))|°", "°", Dimension.SIGNAL),
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
            r"(?:(?:NVIDIA\s)?[A-Z]{1,3}\d{2,4}(?:-\d{2,3}GB?)?[-\s])?GPU[-\s]?(?:(?:training|compute)\s)?"
            r"(?:[Hh]ours?|hrs?|h)|(?:[AHVBLPTK]\d{1,3}|(?:RTX\s?)?\d0[6-9]0|MI\d{3}X?|"
            r"TITAN)[-\s](?:GPU[-\s])?hours?",
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
        (r"mg|milligrams?", "mg", Dimension.SIGNAL),
        (r"g(?!-)|grams?", "g", Dimension.SIGNAL),
        (r"m[Ll]|millilit(?:er|re)s?", "mL", Dimension.SIGNAL),
        (r"L(?!-)(?=\s\p{Ll})|lit(?:er|re)s?", "L", Dimension.SIGNAL),
        (r"(?:metric\s)?(?:tons|tonnes)|t\s?CO2(?:-?eq?)?", "tons", Dimension.SIGNAL),
        (r"cycles?", "cycles", Dimension.COUNT),
        (
            rf"parameters?(?!\s(?:{PARAMETER_SORTS})\b|-(?:search|tuning|sweep|estimation|fitting)\b)|params?|weights",
            "parameters",
            Dimension.PARAMETERS,
        ),
    )
)


def plain_at(view: str, at: int, units: Units) -> UnitMatch | None:
    """The first of some units without a prefix that stands at a place."""
    for pattern, unit, dimension in units:
        if match := pattern.match(view, at):
            of_tokens = match[0] in ("TPS", "tps") and "token" in view
            return UnitMatch("tokens/s" if of_tokens else unit, dimension, match.end())
    return None
