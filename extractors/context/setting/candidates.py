"""The candidates for the setting of a value, and what speaks for each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from extractors.context.metric import metric_cues
from extractors.context.phrase import aligned
from extractors.context.ranking import Candidate
from extractors.context.setting.accept import names_devices_only
from extractors.context.setting.phrases import Phrase, phrases, signs_of
from extractors.numbers.units import Dimension
from extractors.situation import Situation
from schemas.vocabulary import Attribution, Field, Kind, Metric

_CLAUSE = regex.compile(
    r";|\.\s|,\s(?:while|whereas|but|and)\s|\s(?:while|whereas|but)\s|\band\s(?:\p{L}+ly\s)?\p{L}+(?:s|es|ing)\s"
)
_VALUE_NEXT = regex.compile(
    r"\s(?:from|by|to|with|at|of|is|are|reach\p{L}+|\(|\p{L}+\s(?:by|from|to))\s?(?:up to\s|about\s|[~+$(-]){0,2}\d"
)
_RESPECTIVELY = regex.compile(r"\brespectively\b")
_WORDS = regex.compile(r"[\p{L}\d]+")
_NOUN_NEXT = regex.compile(r"\s\p{Ll}{3,}")
_JOINT = regex.compile(
    r"\s(?:with|from|by|to|at|of|and|in|reaching|is|,)\s[^\p{L}]{0,4}(?:\p{L}+\s){0,2}[^\p{L}]{0,4}$"
)
_CHANGES = frozenset({Dimension.PERCENT, Dimension.TIMES, Dimension.POINTS, Dimension.TIME})
_TIMES = frozenset(
    {Metric.SPEED, Metric.LATENCY, Metric.RUNTIME, Metric.TRAINING_TIME, Metric.THROUGHPUT, Metric.COMPUTE}
)


@dataclass(frozen=True, slots=True)
class Value:
    """What is known of a value when its setting is sought."""

    kind: Kind
    metric: Metric
    attribution: Attribution
    baseline: str | None
    system: str | None

    @property
    def sort(self) -> str:
        """Quality, speed or whatever else the value is about."""
        if self.metric in (Metric.ACCURACY, Metric.ERROR):
            return "quality"
        return "speed" if self.metric in _TIMES else "other"


def candidates(s: Situation, value: Value, rule: tuple[str, str] | None, before: str | None) -> list[Candidate]:
    """No setting at all, what a rule found (its name and the text), and every phrase of the sentence.

    ``before`` is the setting of the value before in the same sentence.
    """
    sort, kind = value.sort, value.kind.value
    made: dict[str, list[str]] = {}
    for text, signs in _of_phrases(s, value):
        made.setdefault(text, []).extend(signs)
    if rule is not None:
        name, text = rule
        if text not in made:
            made[text] = [*signs_of(text, 0, len(text)), "by rule only"]
        made[text] += [f"rule {name}", f"rule {sort}"]
    if before is not None and before in made:
        made[before] += ["of the value before"]
    none = ["none", f"none {sort}", f"none {kind}", f"none {value.attribution.value}"]
    none.append(f"none, {min(len(made), 4)} others")
    if rule is None:
        none.append("none by rule")
    if s.quantity.pair:
        none.append("none of a pair")
    if s.doc.field is Field.TITLE:
        none.append("none in a title")
    if s.group[0] != s.group[1]:
        none.append("none of a list")
    return [Candidate(None, tuple(none)), *(Candidate(text, tuple(signs)) for text, signs in made.items())]


def _of_phrases(s: Situation, value: Value) -> Iterator[tuple[str, list[str]]]:
    first, last = s.group
    start, end = s.siblings[first].start, s.siblings[last].end
    theirs = set(_WORDS.findall(value.baseline.lower())) if value.baseline else set()
    nearest = {True: -1, False: len(s.doc.view) + 1}
    known = phrases(s.doc.view, s.sentence.start, s.sentence.end)
    for phrase in known:
        if phrase.end <= start and phrase.prep not in ("of", "name", "subject"):
            nearest[True] = max(nearest[True], phrase.at)
        elif phrase.start >= end and phrase.prep not in ("of", "name", "subject"):
            nearest[False] = min(nearest[False], phrase.at)
    for phrase in known:
        phrase = _before_values(s, phrase)
        if phrase is None:
            continue
        if names_devices_only(s, (phrase.start, phrase.end), named=False):
            continue  # hardware is a field of its own
        text = s.doc.text[phrase.start : phrase.end]
        before = phrase.end <= s.quantity.start
        signs = [*phrase.signs, *_relative(s, phrase, before, (start, end), value)]
        if phrase.at == nearest[before]:
            side = "before" if before else "after"
            between = _values_between(s, phrase, before)
            signs += [
                f"nearest {side}",
                f"nearest {side}, {between} values between",
                f"nearest {side}, {phrase.prep}",
            ]
        if theirs and len(theirs & set(_WORDS.findall(text.lower()))) * 2 >= len(theirs):
            signs.append("the baseline")
        if value.system and text in value.system:
            signs.append("the system")
        yield text, signs
        part = aligned(s, (phrase.start, phrase.end))
        if part is not None and len(part) > 1:
            side = "before" if before else "after"
            told = _RESPECTIVELY.search(s.doc.view, s.quantity.end, s.sentence.end) is not None
            yield part, [*signs, "member of a list", f"member {side}{', respectively' if told else ''}"]


def _before_values(s: Situation, phrase: Phrase) -> Phrase | None:
    """A phrase up to the first value that it runs into: "short queries with 40%"; null when it begins with it."""
    for q in s.siblings:
        inside = phrase.start < q.end and q.start < phrase.end
        if (
            inside
            and (q is s.quantity or q.dimension in _CHANGES)
            and not _NOUN_NEXT.match(s.doc.view, q.end, phrase.end)
        ):
            last = _JOINT.search(s.doc.view, phrase.start, q.start)
            return replace(phrase, end=last.start()) if last and last.start() - phrase.start > 1 else None
        if inside and q is s.quantity:
            return None
    return phrase


def _relative(s: Situation, phrase: Phrase, before: bool, group: tuple[int, int], value: Value) -> Iterator[str]:
    """How a phrase stands to the value."""
    side = "before" if before else "after"
    view = s.doc.view
    outer = view[phrase.end : group[0]] if before else view[group[1] : phrase.at]
    between = _values_between(s, phrase, before)
    yield f"{phrase.prep} {side}"
    yield f"{phrase.place} {side}" if phrase.place else f"{phrase.prep} anywhere"
    yield f"{phrase.prep} of {value.sort}"
    yield f"{between} values between, {side}"
    yield f"{phrase.prep} {side}, {phrase.place}"
    yield f"{phrase.place} {side}, {between} values between"
    yield f"{phrase.prep}, {next(sign for sign in phrase.signs if sign.startswith('head'))}"
    words = outer.count(" ")
    near = "0-2" if words < 3 else "3-6" if words < 7 else "7-14" if words < 15 else "15+"
    yield f"{near} words {side}"
    yield f"{phrase.prep} {side}, {near} words"
    if _CLAUSE.search(outer):
        yield f"another clause {side}"
    elif "," in outer:
        yield f"comma {side}"
    if outer.count("(") != outer.count(")"):
        yield f"bracket between {side}"
    if not before and between == 0 and metric_cues(outer):
        yield "metric between"
    if not before and _VALUE_NEXT.match(view, phrase.end):
        yield "a value follows"


def _values_between(s: Situation, phrase: Phrase, before: bool) -> str:
    first, last = s.group
    others: Sequence[object] = (
        [q for q in s.siblings[:first] if q.start >= phrase.end]
        if before
        else [q for q in s.siblings[last + 1 :] if q.end <= phrase.at]
    )
    return "no" if not others else "1" if len(others) == 1 else "2+"
