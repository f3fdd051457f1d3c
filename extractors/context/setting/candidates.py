"""The candidates for the setting of a value, and what speaks for each of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from operator import attrgetter

from extractors.context.metric import last_metric
from extractors.context.phrase import ITEM, aligned
from extractors.context.ranking import Candidate
from extractors.context.setting.accept import MEASURE
from extractors.context.setting.after import DOING_ELSEWHERE
from extractors.context.setting.phrases import Phrase, look_of, names_a_measure, phrases
from extractors.numbers.units import Dimension
from extractors.patterns import Match, Pattern
from extractors.situation import Situation
from extractors.text import holds
from schemas.vocabulary import Attribution, Field, Kind, Metric

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
_REMARK = Pattern(
    r"[^;:()]{0,90}?,\s(?:thus\s|thereby\s|clearly\s|further\s)?(?:showcas|demonstrat|highlight|underscor|validat|confirm|prov|"
    r"suggest|illustrat|establish|mak|enabl|offer|pav|open|reveal|reflect|emphasi[sz]|allow)ing\s[^;:()]{1,120}?\s?"
)
_BETTER_ON = Pattern(
    r"[^;:()]{0,60}?,\s(?:while|whilst)\s(?:also\s)?(?:improving|increasing|boosting|raising|enhancing|lifting|outperforming|surpassing)\s[^,;:()]{1,50}?\s?"
)
_RESPECTIVELY = Pattern(r"\brespectively\b")
_WORDS = Pattern(r"[\p{L}\d]+")
_NOUN_NEXT = Pattern(r"\s\p{Ll}{3,}")
_JOINT = Pattern(r"\s(?:with|from|by|to|at|of|and|in|reaching|is|,)\s[^\p{L}]{0,4}(?:\p{L}+\s){0,2}[^\p{L}]{0,4}$")
_CHANGE = (" reduction", " reductions", " increase", " increases", " decrease", " rise", " drop", " drops")
_WHAT_CHANGES = frozenset({"word", "measure"})
_NEAR = 30  # characters
_WHAT_FOR = ("of", "for", "with", "using")
_DASH = Pattern(r"\s(?:--|\u2014)\s")
_WE_MAKE = Pattern(
    r",\s(?:we|this paper)\s(?:\p{L}+ly\s)?(?:"
    r"develop|design|build|introduce|propose|construct|create|implement|derive)"
)
_BRACKETS = Pattern(r"\([^()]*\)")
_P_VALUE = Pattern(r"\(p\s?[<=>≤][^()]*$")  # "(p<0.001 for the rank test)"
_REACH = 500  # characters between a phrase and the value
_START, _END = attrgetter("start"), attrgetter("end")
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
    """Whether what a rule found begins a list whose parts pair up with values, or is a part of the baseline."""
    in_list = any(s.doc.text.startswith(text, at) for at in lists)
    return in_list or (value.baseline is not None and text in value.baseline)


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
    first, last = s.group
    start, end = _whole(s)
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
        if whole.end < start - _REACH or whole.at > end + _REACH:
            continue
        if _is_in_another_item(s, whole, start) or (whole.at > end and _is_elsewhere_behind(s, whole, end, value)):
            continue
        if whole.prep in ("using", "for", "with", "of") and s.doc.text[whole.start : whole.end] == value.system:
            continue  # "using Tarnet, we reach": what all is about
        if _is_of_a_rival(s, whole, (start, end)) or DOING_ELSEWHERE.search(s.doc.view[whole.at - 50 : whole.at]):
            continue
        phrase = _before_values(s, whole)
        if phrase is None or (phrase.prep == "in" and _is_unit(s, phrase)) or _is_elsewhere(s, phrase, start):
            continue
        text = s.doc.text[phrase.start : phrase.end]
        if (
            MEASURE.fullmatch(text)
            or (text == value.baseline and phrase.prep == "on")
            or _is_inside(s, phrase, value.baseline)
            or (phrase.head == "condition" and _is_own_metric(text, value))
        ):
            continue
        signs = _relative(s, phrase, (start, end), value)
        if phrase.at in nearest:
            side, between = signs[:2]
            signs += [f"nearest {side}", f"nearest {side}, {between}", f"nearest {side}, {phrase.prep}"]
        if theirs and len(theirs & set(_WORDS.findall(text.lower()))) * 2 >= len(theirs):
            signs.append("the baseline")
        if value.system and text in value.system:
            signs.append("the system")
        yield text, signs
        part = aligned(s, (phrase.start, phrase.end)) if last > first else None
        if part is not None and len(part) > 1:
            told = _RESPECTIVELY.search(s.doc.view, s.quantity.end, s.sentence.end) is not None
            yield part, [*signs, "member of a list", f"member {signs[0]}{', respectively' if told else ''}"]


_OPENS_AGAINST = Pattern(
    r"\((?:as\s)?(?:compared (?:to|with)|versus|vs\.?|against|up from|down from)\s[^()]{0,60}\d[^()]{0,80}$"
)
_OF_ITS_OWN = frozenset({"for", "by", "with", "from", "using"})
_RIGHT_BEHIND = Pattern(r"[%$\\]{0,3}\s(?:[\p{L}\d@-]{1,20}\s){0,2}?")


def _is_of_a_rival(s: Situation, phrase: Phrase, value: tuple[int, int]) -> bool:
    """ "71% (compared to 60% for A and 64% for B)": A is not of the first, and neither of the third."""
    if phrase.prep not in _OF_ITS_OWN:
        return False
    if phrase.start > value[1]:
        return _OPENS_AGAINST.search(s.doc.view, value[1], phrase.at) is not None
    before = s.previous
    if before is None or phrase.at < before.end or before.dimension is not s.quantity.dimension:
        return False
    each = s.right.startswith(f" {phrase.prep} ")
    return each and _RIGHT_BEHIND.fullmatch(s.doc.view, before.end, phrase.at) is not None


def _is_inside(s: Situation, phrase: Phrase, baseline: str | None) -> bool:
    """ "over models trained on PicSet": the phrase is a part of the baseline."""
    at = s.doc.text.find(baseline, s.sentence.start, phrase.end) if baseline else -1
    return baseline is not None and 0 <= at < phrase.start and phrase.end <= at + len(baseline)


def _is_own_metric(text: str, value: Value) -> bool:
    """ "an improvement on word error rate"."""
    cue = last_metric(text)
    return cue is not None and cue.metric is value.metric and cue.end == len(text)


def _is_unit(s: Situation, phrase: Phrase) -> bool:
    """ "a gain in throughput (in BIPS)"."""
    return s.doc.view.endswith("(", 0, phrase.at) and s.doc.view.startswith(")", phrase.end)


def _is_elsewhere(s: Situation, phrase: Phrase, start: int) -> bool:
    """Whether a phrase is in an aside between dashes, tells what is built of, or has a score that cost the hours."""
    if phrase.start > start:
        changed = phrase.prep == "in" and phrase.head in _WHAT_CHANGES and phrase.at - s.quantity.end < _NEAR
        return changed and s.doc.view.endswith(_CHANGE, 0, phrase.at)  # "a 57% reduction in CPU overload"
    if s.doc.view.rfind("(p", s.sentence.start, phrase.start) > s.doc.view.rfind(")", s.sentence.start, phrase.start):
        return _P_VALUE.search(s.doc.view, s.sentence.start, phrase.start) is not None
    if phrase.prep == "using":  # "Using Tarnet, we build a parser that is 2x faster"
        return _WE_MAKE.match(s.doc.view, phrase.end, start) is not None
    if phrase.prep in _WHAT_FOR and s.doc.view.startswith(", which ", phrase.end):
        return True  # "a better choice of layers, which raises the score by 3%"
    if phrase.prep in ("on", "in") and s.quantity.unit == "GPU-hours":
        return True  # "85% on FooQA in 30 GPU hours"
    return s.says((" -- ", " \u2014 ")) and _in_dashes(s, phrase, start)


def _in_dashes(s: Situation, phrase: Phrase, start: int) -> bool:
    before = len(_DASH.findall(s.doc.view, s.sentence.start, phrase.at))
    return before % 2 == 1 and _DASH.search(s.doc.view, phrase.end, start) is not None


def _is_in_another_item(s: Situation, phrase: Phrase, start: int) -> bool:
    """ "1) X wins on 16 tasks, and 2) Y saves 12%", "saves 12%: agents struggle in Z"."""
    if phrase.start > start:
        return s.doc.view.find(": ", start, phrase.at) > 0
    if s.doc.view.find(") ", phrase.end, start) < 0:
        return False
    another = ITEM.search(s.doc.view, phrase.end, start)
    return another is not None and ITEM.search(s.doc.view, s.sentence.start, phrase.at) is not None


def _is_elsewhere_behind(s: Situation, phrase: Phrase, end: int, value: Value) -> bool:
    """ "5x less memory, while improving the score on A", "2x faster, which shows its use for B"."""
    if s.doc.view.find("ing ", end, phrase.at) < 0:
        return False
    if _REMARK.fullmatch(s.doc.view, end, phrase.at):
        return True
    return value.sort != "quality" and _BETTER_ON.fullmatch(s.doc.view, end, phrase.at) is not None


def _lists_of_own(s: Situation) -> frozenset[int]:
    """Where lists begin that have a member for each value of a list; the first of them is not for all."""
    if s.group[0] == s.group[1]:
        return frozenset()
    known = phrases(s.doc.view, s.sentence.start, s.sentence.end, tuple(s.devices))
    listed = (phrase for phrase in known if "goes on in a list" in phrase.signs)
    return frozenset(phrase.start for phrase in listed if aligned(s, (phrase.start, phrase.end)) is not None)


def _whole(s: Situation) -> tuple[int, int]:
    """Where the list of values, or the before/after pair, that the value is a member of begins and ends."""
    first, last = s.group
    first -= s.quantity.pair == "after" and first > 0
    last += s.quantity.pair == "before" and last + 1 < len(s.siblings)
    return s.siblings[first].start, s.siblings[last].end


def _before_values(s: Situation, phrase: Phrase) -> Phrase | None:
    """A phrase up to the first value that it runs into: "short queries with 40%"; null when it begins with it."""
    for q in s.siblings[bisect_right(s.siblings, phrase.start, key=_END) :]:
        if q.start >= phrase.end:
            break
        if q is not s.quantity and (q.dimension not in _CHANGES or _NOUN_NEXT.match(s.doc.view, q.end, phrase.end)):
            continue  # "batches of 64", "5% missing labels"
        if q is s.quantity and _NOUN_NEXT.match(s.doc.view, q.end, phrase.end):
            return None
        last = _JOINT.search(s.doc.view, phrase.start, q.start)
        return replace(phrase, end=last.start()) if last and last.start() - phrase.start > 1 else None
    return phrase


def _relative(s: Situation, phrase: Phrase, group: tuple[int, int], value: Value) -> list[str]:
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
