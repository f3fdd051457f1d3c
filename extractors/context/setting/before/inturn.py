"""As many names before a list of values as it has members: "Flux and Wan run 2.1x and 3.4x faster"."""

from __future__ import annotations

from extractors.context.metric import metric_cues
from extractors.context.setting.span import Span
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.patterns import Pattern
from extractors.situation import Situation

_NAME = (
    r"(?!(?:It|We|They|This|These|Our|The|On|In|For|With|Both)\s)"
    r"\p{Lu}[\p{L}\d.+-]*(?:\s[\p{Lu}\d][\p{L}\d.+-]*){0,2}"
)
_VERB = (
    r"(?:run|decode|train|generate|infer|render|execute|serve|load|compile|become|grow|are|get|need|use|take|consume|require|draw|"
    r"cost|lose|gain|reach|score|achieve|obtain|attain|improve|drop|(?:can\s)?be)"
)
_NAMES = Ending(
    r"(?:^|[,;:]\s|\b(?:[Bb]oth|speed(?:s|ing)?\sup|sped\sup|accelerat\p{L}+|mak(?:es|ing)|render(?:s|ing)|lets|shrink(?:s|ing)|"
    r"compress\p{L}*|the\s(?:memory|latency|cost|runtime|footprint|size|energy|power|throughput|speed)\s(?:of|for))\s)"
    rf"(?P<np>{_NAME}(?:,\s{_NAME}){{0,4}},?\sand\s{_NAME})\s(?:{_VERB}\s)?(?:by\s|to\s)?{HEDGES}[~$]?$"
)
_ON_DATA = Pattern(r"[%$\\]{0,3}(?:\s[\p{L}-]+){0,3}?\son\s(?:the\s)?\p{Lu}")
_OPENS_WITH_DATA = Pattern(r"(?:On|In|For|Across|Under|At)\s[^,;:]{2,80},\s")
_FURTHEST = 160  # characters
_AND = Pattern(r",?\sand\s|,\s")


def in_turn(s: Situation) -> Span | None:
    """The name that has the place in its list that the value has among the values."""
    first, last = s.group
    if first == last or " and " not in s.list_left:
        return None
    if _ON_DATA.match(s.list_right) or _OPENS_WITH_DATA.match(s.left):
        return None  # "On QuizBank, A and B reach 71% and 68%"
    named = _NAMES.search(s.list_left[-_FURTHEST:])
    if named is None or metric_cues(named["np"]):
        return None
    gaps = [gap.span() for gap in _AND.finditer(named["np"])]
    if len(gaps) != last - first:
        return None
    starts, ends = [0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(named["np"])]
    begin = s.siblings[first].start - min(len(s.list_left), _FURTHEST) + named.start("np")
    return begin + starts[s.index - first], begin + ends[s.index - first]
