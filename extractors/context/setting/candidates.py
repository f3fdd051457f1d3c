"""The candidates for the setting of a value, and what speaks for each of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import replace
from operator import attrgetter

from extractors.context.pairing.aligned import aligned
from extractors.context.pairing.members import members
from extractors.context.ranking import Candidate
from extractors.context.setting.anothervalue import tells_a_value
from extractors.context.setting.clause import clause_subject
from extractors.context.setting.elsewhere import in_other_statement
from extractors.context.setting.excluded import belongs_elsewhere, is_no_setting
from extractors.context.setting.look import look_of
from extractors.context.setting.ofrival import is_set_against_one
from extractors.context.setting.phrases import Phrase, phrases
from extractors.context.setting.relative import relative
from extractors.context.setting.value import Value, whole_of
from extractors.endings import Ending
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern
from extractors.situation import Situation
from schemas.vocabulary import Attribution, Field

_RESPECTIVELY = Pattern(r"\brespectively\b")
_WORDS = Pattern(r"[\p{L}\d]+")
_NOUN_NEXT = Pattern(r"\s\p{Ll}{3,}")
_JOINT = Pattern(r"\s(?:with|from|by|to|at|of|and|in|reaching|is|,)\s[^\p{L}]{0,4}(?:\p{L}+\s){0,2}[^\p{L}]{0,4}$")
_NAME = r"(?:the\s)?[\p{Lu}\d][^\s,]*(?:\s[\p{Lu}\d][^\s,]*){0,3}"
_NAMES = Pattern(rf"(?:both\s)?{_NAME}(?:,\s{_NAME})*,?\sand\s{_NAME}(?:\s\p{{Ll}}+){{0,2}}")
# "at a compression ratio of | 20x", "texts longer than | 9 pages"
_CONDITION_OF = Ending(
    r"\b(?:ratio|rate|sparsity|threshold|level|budget|overlap|density|load|dose|context|temperature|utili[sz]ation)\s"
    r"of\s[~<>]?\s?$|\b(?:longer|shorter|older|more|fewer|less|larger|smaller)\sthan\s$|\sof\sat\s(?:least|most)\s$"
)
# "PicSet | with an F1 | of 91%"
_WITH_IT = Ending(r"\s(?:with|from|at)\s(?:an?|the|its)\s[^,;:()]{2,40}$")
_END = attrgetter("end")
_CHANGES = frozenset({Dimension.PERCENT, Dimension.TIMES, Dimension.POINTS, Dimension.TIME})


def candidates(
    s: Situation, value: Value, rule: tuple[str, str] | None, before: str | None, spent: Collection[str] = ()
) -> list[Candidate]:
    """No setting at all, what a rule found (its name and the text), and every phrase of the sentence.

    ``before`` is the setting of the value before in the same sentence; those ``spent`` are of others alone.
    """
    made: dict[str, list[str]] = {}
    lists = _lists_of_own(s)
    for text, signs in _of_phrases(s, value, lists):
        if text not in spent or signs[0] == "after":
            made.setdefault(text, []).extend(signs)
    subject = clause_subject(s, value.system)
    if subject is not None and _is_a_rivals(s, value, subject):
        rule = None if rule and rule[1] == s.doc.text[subject.start : subject.end] else rule
    elif subject is not None:
        text = s.doc.text[subject.start : subject.end]
        signs = relative(s, subject, whole_of(s), value)
        made.setdefault(text, []).extend(
            [*signs, f"subject, {value.attribution.value}", f"subject, {value.kind.value}"]
        )
    if rule is not None and (rule[1] in made or not _is_of_others(s, rule[1], value, lists)):
        name, text = rule
        if text not in made:
            head, look = look_of(text)
            made[text] = [f"head {head}", *look, "by rule only"]
        made[text] += [f"rule {name}", f"rule {value.sort}"]
    if before is not None and before in made:
        made[before].append("of the value before")
        if s.near_left.count("(") > s.near_left.count(")"):  # "a gain of 9 points (from 21 to 30)"
            made[before].append("of the value before the bracket")
    none = _signs_of_none(s, value, rule is None, len(made))
    return [Candidate(None, none), *(Candidate(text, tuple(signs)) for text, signs in made.items())]


def _is_of_others(s: Situation, text: str, value: Value, lists: frozenset[int]) -> bool:
    """Whether what a rule found begins a list whose parts pair up with values, is a rival's, elsewhere or our own."""
    said = s.doc.text[s.sentence.start : s.sentence.end]
    if text == value.system and (f"With {text}" in said or f"with {text}" in said):
        return True  # "With Tarnet we reach": what all is about
    in_list = any(s.doc.text.startswith(text, at) for at in lists)
    if in_list or (value.baseline is not None and text in value.baseline):
        return True
    end = whole_of(s)[1]
    at = s.doc.text.find(text, end, s.sentence.end) if text not in s.left else -1
    return at >= 0 and (in_other_statement(s, at, end) or _is_told(s, at, at + len(text)))


def _is_a_rivals(s: Situation, value: Value, subject: Phrase) -> bool:
    """ "A reaches 71%, above the 69% of others": the second is not A's."""
    return value.attribution is Attribution.BASELINE and not s.quantity.pair and is_set_against_one(s, subject.at)


def _is_told(s: Situation, start: int, end: int) -> bool:
    """ "71% with 190 KB of flash": what stands behind the preposition is a value too."""
    *_, prep = s.doc.view[:start].rsplit(maxsplit=1)
    return tells_a_value(s, prep.lower(), start, end)


def _signs_of_none(s: Situation, value: Value, by_rule: bool, others: int) -> tuple[str, ...]:
    signs = ["none", f"none {value.sort}", f"none {value.kind.value}", f"none {value.attribution.value}"]
    signs.append(f"none, {min(others, 4)} others")
    if by_rule:
        signs.append("none by rule")
    if s.quantity.pair:
        signs.append("none of a pair")
    if s.doc.field is Field.TITLE:
        signs.append("none in a title")
    if s.group[0] != s.group[1]:
        signs.append("none of a list")
    return tuple(signs)


def _of_phrases(s: Situation, value: Value, lists: frozenset[int]) -> Iterator[tuple[str, list[str]]]:
    """Each phrase that is near, and each member of a list that belongs to the value, with its signs."""
    several = members(s).size > 1
    start, end = whole_of(s)
    theirs = set(_WORDS.findall(value.baseline.lower())) if value.baseline else set()
    known = phrases(s.doc.view, s.sentence.start, s.sentence.end, tuple(s.devices))
    asides = [phrase for phrase in known if phrase.prep != "of"]
    nearest = (
        max((phrase.at for phrase in asides if phrase.end <= start), default=-1),
        min((phrase.at for phrase in asides if phrase.start >= end), default=-1),
    )
    for whole in known:
        if whole.start in lists and "goes on in a list" not in whole.signs:
            continue
        if belongs_elsewhere(s, whole, (start, end), value):
            continue
        phrase = _before_values(s, whole)
        if phrase is None or is_no_setting(s, phrase, start, value):
            continue
        text = s.doc.text[phrase.start : phrase.end]
        signs = relative(s, phrase, (start, end), value)
        if phrase.at in nearest:
            side, between = signs[:2]
            signs += [f"nearest {side}", f"nearest {side}, {between}", f"nearest {side}, {phrase.prep}"]
        if theirs and len(theirs & set(_WORDS.findall(text.lower()))) * 2 >= len(theirs):
            signs.append("the baseline")
        if value.system and text in value.system:
            signs.append("the system")
        part = aligned(s, (phrase.start, phrase.end)) if several else None
        if part is None or not _NAMES.fullmatch(text):
            yield text, signs  # "on A and B, reaching 71% and 64%": one value on each
        if part is not None and (len(part) > 1 or part.isdigit()):
            told = _RESPECTIVELY.search(s.doc.view, s.quantity.end, s.sentence.end) is not None
            yield part, [*signs, "member of a list", f"member {signs[0]}{', respectively' if told else ''}"]


def _lists_of_own(s: Situation) -> frozenset[int]:
    """Where lists begin that have a member for each value of a list; the first of them is not for all."""
    if members(s).size == 1:
        return frozenset()
    known = phrases(s.doc.view, s.sentence.start, s.sentence.end, tuple(s.devices))
    listed = (phrase for phrase in known if "goes on in a list" in phrase.signs)
    return frozenset(phrase.start for phrase in listed if aligned(s, (phrase.start, phrase.end)) is not None)


def _before_values(s: Situation, phrase: Phrase) -> Phrase | None:
    """A phrase up to the first value that it runs into: "short queries with 40%"; null when it begins with it."""
    for q in s.siblings[bisect_right(s.siblings, phrase.start, key=_END) :]:
        if q.start >= phrase.end:
            break
        own, with_noun = q is s.quantity, _NOUN_NEXT.match(s.doc.view, q.end, phrase.end) is not None
        if not own and (q.dimension not in _CHANGES or with_noun or _is_of_a_condition(s, phrase, q.start)):
            continue  # "batches of 64", "5% missing labels", "a compression ratio of 20x"
        if own and with_noun:
            return None
        end = _before_joint(s, phrase, q.start, own=own)
        return replace(phrase, end=end) if end - phrase.start > 1 else None
    return phrase


def _is_of_a_condition(s: Situation, phrase: Phrase, value: int) -> bool:
    return _CONDITION_OF.search(s.doc.view, phrase.start, value) is not None


def _before_joint(s: Situation, phrase: Phrase, value: int, *, own: bool) -> int:
    """Where what joins a phrase to a value begins; of "PicSet with an F1 of 91%" it is "with"."""
    joint = _JOINT.search(s.doc.view, phrase.start, value)
    if joint is None:
        return phrase.start
    if not joint[0].startswith(" of "):
        return joint.start()
    with_it = _WITH_IT.search(s.doc.view, phrase.start, joint.start())
    return with_it.start() if with_it else phrase.start if own else joint.start()
