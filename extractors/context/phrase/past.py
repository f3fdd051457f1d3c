"""How far a phrase goes that ends neither with its bracket nor with its comma: "the noisy, irregular (NI) logs"."""

from __future__ import annotations

from extractors.context.phrase.conjoined import conjoined, with_brackets
from extractors.context.phrase.ends import end_after
from extractors.context.phrase.shapes import NOUN_BEHIND
from extractors.endings import Ending
from extractors.patterns import Match, Pattern

_ADJECTIVE_FORM = (
    r"(?!(?:training|decoding|reasoning|serving|encoding|processing|pre-?training|fine-tuning|planning|rendering|"
    r"learning|testing|sampling|scaling|coding|speed|\p{Ll}+-?time|[\p{Ll}-]+ly)\b)"
    r"(?:\p{Ll}+-(?:\p{Ll}+-)?\p{Ll}+|\p{Ll}{2,}(?:al|ed|ive|ous|ic|ex|ing|able|ible|ful|less|ent|ant|ar|"
    r"ary|isy|thy|ult|"
    r"ense|arse|short)|deep|dense|sparse|eager|plain|naive|exact|large|small|long|low|rich|wide|new|old|high|hard|full|easy)"
)
# "noisy, irregular patterns", "the deep, recurrent baselines": adjectives side by side before their noun
_FIRST_ADJECTIVE = Pattern(
    rf"\s?(?:(?:an?|the|other|more|many|most|all|our|standard|conventional|ordinary|common|typical|traditional|existing|prior|previous)"
    rf"\s){{0,2}}(?:\p{{Ll}}+ly\s)?(?:{_ADJECTIVE_FORM}\s)?{_ADJECTIVE_FORM}"
)
_NEXT_ADJECTIVE = Pattern(
    rf",\s(?:(?:and|but|yet)\s)?(?:\p{{Ll}}+ly\s)?{_ADJECTIVE_FORM}(?:\s(?!(?:and|or|to|of|in|on|for|"
    rf"with)\s)[\p{{L}}-]+){{0,2}}?"
    r"\s(?:\p{Ll}{2,}[^s\W]s(?=[,.;:)]|\s(?!(?:the|an?|its|their|by)\s)|$)|"
    r"(?:cohort|corpus|dataset|data\sset|benchmark|collection|subset|split|sample|pool|suite|testbed|cluster|scene|task|environment|domain|setting|execution|"
    r"decoding|training|inference|attention|generation|search|sampling|processing|serving|rendering|simulation|optimi[sz]ation|scheduling|"
    r"implementation|pipeline|model|baseline|system|method|approach|solver|kernel|network|architecture|planner|encoder|decoder|design|"
    r"version|variant|counterpart|strategy|scheme|framework|engine)\b)"
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
_SHORT_FORM = Pattern(rf"[^(),;:]{{3,70}}\s?\((?=[^()]*\p{{Lu}}[^()]*\p{{Lu}})[\p{{L}}\d-]{{2,10}}\)\s{NOUN_BEHIND}")
# "the Question Corpus for Tax Law (QCTL)"
_WRITTEN_OUT = Pattern(
    r"\s?(?P<first>(?:(?:the|a)\s)?(?:\p{Ll}+\s)?(?P<name>\p{Lu}[\p{L}-]+)(?:\s\p{Lu}[\p{L}-]+){0,4})\s(?:for|of|in|on|from|with)\s"
    rf"(?P<rest>\p{{Lu}}[\p{{L}}-]+(?:\s(?:(?:and|of|for|the|with|in)\s)?\p{{Lu}}[\p{{L}}-]+){{0,6}})\s\((?P<short>\p{{Lu}}[\p{{L}}\d-]{{1,10}})\)"
    rf"(?:\s{NOUN_BEHIND})?"
)
_SOTA = Ending(r"\((?:SOTA|SoTA|sota)\)$")


def past(window: str, stop: Match) -> int | None:
    """How far a phrase goes that ends neither with a bracket nor with what joins adjectives at ``stop``."""
    if (each := _each_with_bracket(window, stop)) is not None:
        return each
    if stop[0][0] == " ":
        if (title := _title(window, stop)) is not None:
            return title
        joined = _JOINED_ADJECTIVE.match(window, stop.start())
        if joined and _ONE_WORD.fullmatch(window, 0, stop.start()):
            return joined.end()
        return conjoined(window, stop) if stop[0].startswith(" and") else None
    if stop[0] == ")" and _SOTA.search(window, 0, stop.end()):
        return stop.end()  # "the state-of-the-art (SOTA) samplers"
    if stop[0] == ",":
        first = _FIRST_ADJECTIVE.fullmatch(window, 0, stop.start())
        adjective = _NEXT_ADJECTIVE.match(window, stop.start()) if first else None
        return adjective.end() if adjective else conjoined(window, stop)
    if short := _SHORT_FORM.match(window):  # "the electroencephalogram (EEG) dataset"
        return short.end() if short.end() > stop.start() else None
    sorts = _SORTS_IN_BRACKETS.match(window) if window.count("(") > 1 else None
    return sorts.end() if sorts and sorts.end() > stop.start() else None


def _title(window: str, stop: Match) -> int | None:
    """How far a name written out goes, whose initials are behind it: "the Question Corpus for Tax Law (QCTL)"."""
    opened = window.find(" (", stop.end())
    title = _WRITTEN_OUT.match(window) if opened > 0 else None
    if title is None or title.end("rest") != opened or title.end("first") != stop.start():
        return None
    short = title["short"]
    both = title["first"].split()[-1][0], title["rest"].split()[0][0]
    return title.end() if short[0] == title["name"][0] and all(letter in short[1:] for letter in both[1:]) else None


def _each_with_bracket(window: str, stop: Match) -> int | None:
    """How far "Foo (2B/13B) and Bar (1.3B)" goes, none of whose names ends before its bracket."""
    opened = window.find("(")
    if not 0 < opened < stop.end() or (each := with_brackets(window)) is None:
        return None
    last = each.start("last")
    end = end_after(window, last)
    closes = each.start("said") if each["said"] else each.end()
    return each.end() if end is None or end.start() >= closes else None
