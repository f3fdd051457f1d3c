"""How far a phrase goes that ends neither with its bracket nor with its comma: "the noisy, irregular (NI) logs"."""

from __future__ import annotations

from extractors.endings import Ending
from extractors.patterns import Match, Pattern

_ADJECTIVE_FORM = (
    r"(?!(?:training|decoding|reasoning|serving|encoding|processing|pre-?training|fine-tuning|planning|rendering|"
    r"learning|testing|sampling|scaling|coding|speed|\p{Ll}+-?time|[\p{Ll}-]+ly)\b)"
    r"(?:\p{Ll}+-(?:\p{Ll}+-)?\p{Ll}+|\p{Ll}{2,}(?:al|ed|ive|ous|ic|ex|ing|able|ible|ful|less|ent|ant|ar|"
    r"ary|isy|thy|ult|"
    r"ense|arse|short)|deep|large|small|long|low|rich|wide|new|old|high|hard|full|easy)"
)
# "noisy, irregular patterns", "the deep, recurrent baselines": adjectives side by side before their noun
_FIRST_ADJECTIVE = Pattern(
    rf"\s?(?:(?:an?|the|other|more|many|most|all|our)\s){{0,2}}(?:\p{{Ll}}+ly\s)?{_ADJECTIVE_FORM}"
)
_NEXT_ADJECTIVE = Pattern(
    rf",\s(?:(?:and|but|yet)\s)?(?:\p{{Ll}}+ly\s)?{_ADJECTIVE_FORM}(?:\s(?!(?:and|or|to|of|in|on|for|"
    rf"with)\s)[\p{{L}}-]+){{0,2}}?"
    r"\s(?:\p{Ll}{2,}[^s\W]s(?=[,.;:)]|\s(?!(?:the|an?|its|their|by)\s)|$)|"
    r"(?:cohort|corpus|dataset|data\sset|benchmark|collection|subset|split|sample|pool|suite|testbed|cluster|scene|task|environment|domain|setting)\b)"
)
# "bursty and changing loads": of verbs, only those that say what a thing itself does
_ONE_WORD = Pattern(r"\s?(?:(?:an?|the|both|very|highly)\s){0,2}\p{Ll}[\p{Ll}-]+")
_JOINED_ADJECTIVE = Pattern(
    r"\s(?:and|but|yet)\s(?:\p{Ll}+ly\s)?(?:chang|vary|evolv|shift|grow|fluctuat|challeng|emerg|differ|compet|conflict|"
    r"mov|alternat|demand|missing|overlapp|interfer|fad|recurr|incom|interact|last|stream|trend|exist)\p{Ll}*ing\s"
    r"(?!(?:the|an?|its|their|to|by|on|in)\b)\p{L}"
)
# "tabular (A) and spoken (B) benchmarks"
_SORTS_IN_BRACKETS = Pattern(
    r"\s?(?:(?:both|the)\s)?[\p{Ll}-]+\s\([^()\d]{1,40}\)(?:,?\s(?:and|or)\s|,\s)(?:[\p{Ll}-]+\s\([^()\d]{1,40}\)"
    r"(?:,?\s(?:and|or)\s|,\s)){0,2}[\p{Ll}-]+\s\([^()]{1,40}\)(?=\s\p{Ll}{3,})"
)
_SHORT_FORM = Pattern(
    r"[^(),;:]{3,70}\s\((?=[^()]*\p{Lu}[^()]*\p{Lu})[\p{L}\d-]{2,10}\)\s(?:[\p{Ll}-]+\s)?"
    r"(?:data\s?sets?|benchmarks?|corpus|corpora|tasks?|suite|challenge|test|data|workloads?|problems?|models?|settings?|"
    r"regime|protocol|collection|setup)\b"
)
_SOTA = Ending(r"\((?:SOTA|SoTA|sota)\)$")


def past(window: str, stop: Match) -> int | None:
    """How far a phrase goes that ends neither with a bracket nor with what joins adjectives at ``stop``."""
    if stop[0][0] == " ":
        joined = _JOINED_ADJECTIVE.match(window, stop.start())
        return joined.end() if joined and _ONE_WORD.fullmatch(window, 0, stop.start()) else None
    if stop[0] == ")" and _SOTA.search(window, 0, stop.end()):
        return stop.end()  # "the state-of-the-art (SOTA) samplers"
    if stop[0] == ",":
        first = _FIRST_ADJECTIVE.fullmatch(window, 0, stop.start())
        adjective = _NEXT_ADJECTIVE.match(window, stop.start()) if first else None
        return adjective.end() if adjective else None
    if short := _SHORT_FORM.match(window):  # "the electroencephalogram (EEG) dataset"
        return short.end() if short.end() > stop.start() else None
    sorts = _SORTS_IN_BRACKETS.match(window) if window.count("(") > 1 else None
    return sorts.end() if sorts and sorts.end() > stop.start() else None
