"""Forms of phrases that are no setting: "the median", "12 ms", "over X", "when configured"."""

from __future__ import annotations

from extractors.patterns import IGNORECASE, Pattern

BARE_STATE = Pattern(r"[\p{L}-]+(?:ed|ing|en)")  # "when configured"
STATISTIC = Pattern(
    r"(?:the\s)?(?:median|mean|average|p\d\d|\d\dth|geometric mean|tail|"
    r"peak(?!\s(?:hours?|loads?|traffic|times?|demand|season|periods?)\b)|best|worst|max\w*)\b(?!-)",
    IGNORECASE,
)
COMPARED = Pattern(
    r"\s(?:over(?!\s[~$]?\d(?!-?bit))(?!\sunion\b)|against|(?<!more\s)(?<!less\s)(?<!fewer\s)than(?!\s[~$]?\d)|compared|relative|versus|vs\.?)\s",
    IGNORECASE,
)
MEASURE = Pattern(
    r"(?:an?\s)?[~<>]?\s?\d[\d.,-]*\s?(?:[mc]m|dB|pp|\\?%)|\$?R\s?\^\s?\{?2\}?\$?|[~<>]?\s?\d[\d.,-]*\s?(?:[munkM]?[WVA]|[KMGT]B|[mu]?s|min(?:utes?)?|h(?:ours?|rs?)?|seconds?|days?|weeks?|FPS|[mkM]?(?:J|Wh)|[MG]Hz|[A-Z]PU[-\s]hours?)|\d+(?:\.\d+)?"
)
SORT_OF_METRIC = Pattern(
    r"(?:(?:^|\s)(?:the|an?|its|our|their))?(?:(?:^|\s)(?:end-to-end|overall|total|average|mean|median|peak|tail|raw|aggregate|effective|serving))*\s?$"
)
