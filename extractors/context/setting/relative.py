"""How a phrase stands to the value, in signs: "on QuizBench, 81%" has it directly before, with no value between."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter

from extractors.context.setting.look import names_a_measure
from extractors.context.setting.phrases import Phrase
from extractors.context.setting.value import Value
from extractors.patterns import Match, Pattern
from extractors.situation import Situation
from extractors.text import holds

_CLAUSE = Pattern(
    r";|\.\s|,\s(?:while|whereas|but|and)\s|\s(?:while|whereas|but)\s|\band\s(?:\p{L}+ly\s)?(?:\p{L}+(?:s|es|ing)|generali[sz]e|"
    r"maintain|preserve|remain|transfer|retain)\s"
)
# "outperforming B while reducing", "scales well and reduces": another verb of the same subject
_SAME_SUBJECT = Pattern(r",?\s?(?:while|whilst|and)\s(?:also\s|\p{L}+ly\s)?\p{L}+(?:ing|s)\s(?!(?:is|are)\b)")
_BREAKS = (";", ".", ",", "while", "whereas", "but", "and")  # one of them is in each
_VALUE_NEXT = Pattern(
    r"\s(?:from|by|to|with|at|of|is|are|reach\p{L}+|\(|\p{L}+\s(?:by|from|to))\s?(?:up to\s|about\s|[~+$(-]){0,2}\d"
)
_BRACKETS = Pattern(r"\([^()]*\)")
_START, _END = attrgetter("start"), attrgetter("end")


def relative(s: Situation, phrase: Phrase, group: tuple[int, int], value: Value) -> list[str]:
    """How a phrase stands to the value: first on which side, then how many other values stand between."""
    view, prep, place = s.doc.view, phrase.prep, phrase.place
    before = phrase.end <= s.quantity.start
    side, gap = ("before", (phrase.end, group[0])) if before else ("after", (group[1], phrase.at))
    between = f"{_values_between(s, gap)} values between"
    outer = view[slice(*gap)]
    words = outer.count(" ")
    near = "0-2 words" if words < 3 else "3-6 words" if words < 7 else "7-14 words" if words < 15 else "15+ words"
    signs = [
        side,
        between,
        *phrase.signs,
        f"head {phrase.head}",
        f"{prep} {side}",
        f"{place} {side}",
        f"{prep} of {value.sort}",
        f"{prep} of {value.metric.value}",
        f"{between}, {side}",
        f"{prep} {side}, {place}",
        f"{place} {side}, {between}",
        f"{prep}, head {phrase.head}",
        f"{between}, {side}, head {phrase.head}",
        f"{near} {side}",
        f"{prep} {side}, {near}",
    ]
    if holds(outer, _BREAKS) and (clause := _CLAUSE.search(outer)):
        same = place == "opens the sentence" and _goes_on(outer, clause)
        signs.append("another verb behind the opening" if same else f"another clause {side}")
    elif "," in outer:
        signs.append(f"comma {side}")
    if outer.count("(") != outer.count(")"):
        signs.append(f"bracket between {side}")
    if not before and names_a_measure(outer):
        signs.append("metric between")
    direct = not outer.strip(" %$\\")
    if direct:
        signs.append(f"directly {side}")
    if direct and prep == "of" and not before:
        signs += ["a share of it", f"a share of it, head {phrase.head}"]
    if not before and _VALUE_NEXT.match(view, phrase.end):
        signs.append("a value follows")
    return signs


def _goes_on(outer: str, clause: Match) -> bool:
    """Whether the only other clause has the same subject: what the sentence opens with holds for it as well."""
    return _SAME_SUBJECT.match(outer, clause.start()) is not None and not _CLAUSE.search(outer, clause.end())


def _values_between(s: Situation, gap: tuple[int, int]) -> str:
    between = s.siblings[bisect_left(s.siblings, gap[0], key=_START) : bisect_right(s.siblings, gap[1], key=_END)]
    aside = _BRACKETS.finditer(s.doc.view, *gap) if between else ()
    asides = [match.span() for match in aside]
    count = sum(not any(start < q.start < end for start, end in asides) for q in between)
    return "no" if count <= 0 else "1" if count == 1 else "2+"
