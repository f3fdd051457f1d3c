"""Phrases of the sentence that a value can not hold for: "(compared to 60% for Tarnet)" is of another value."""

from __future__ import annotations

from extractors.context.metric import closing_metric
from extractors.context.phrase.shapes import ITEM
from extractors.context.setting.accept.forms import MEASURE, SORT_OF_METRIC
from extractors.context.setting.anothervalue import tells_a_value
from extractors.context.setting.elsewhere import in_other_statement, is_conceded
from extractors.context.setting.introduced import DOING_ELSEWHERE
from extractors.context.setting.ofrival import is_behind_a_rival
from extractors.context.setting.phrases import Phrase
from extractors.context.setting.value import Value
from extractors.patterns import Pattern
from extractors.situation import Situation

_REACH = 500  # characters between a phrase and the value


def belongs_elsewhere(s: Situation, phrase: Phrase, group: tuple[int, int], value: Value) -> bool:
    """Whether a phrase is too far from the values ``group``, of another of them, or what the whole paper is about."""
    start, end = group
    if phrase.end < start - _REACH or phrase.at > end + _REACH:
        return True
    if _is_in_another_item(s, phrase, start) or (phrase.at > end and _is_elsewhere_behind(s, phrase, end, value)):
        return True
    if in_other_statement(s, phrase.at, end) or is_conceded(s, phrase.at, phrase.end, start):
        return True
    if phrase.prep in ("using", "for", "with", "of") and s.doc.text[phrase.start : phrase.end] == value.system:
        return True  # "using Tarnet, we reach": what all is about
    return (_is_of_a_rival(s, phrase, group) or is_behind_a_rival(s, phrase)) or bool(
        DOING_ELSEWHERE.search(s.doc.view[phrase.at - 50 : phrase.at])
    )


def is_no_setting(s: Situation, phrase: Phrase, start: int, value: Value) -> bool:
    """Whether a phrase is a unit, an aside, a measure, or a part of the baseline; the values begin at ``start``."""
    if (phrase.prep == "in" and _is_unit(s, phrase)) or _is_elsewhere(s, phrase, start):
        return True
    if tells_a_value(s, phrase.prep, phrase.start, phrase.end):
        return True
    text = s.doc.text[phrase.start : phrase.end]
    return (
        MEASURE.fullmatch(text) is not None
        or (text == value.baseline and phrase.prep == "on")
        or _is_inside(s, phrase, value.baseline)
        or _is_own_metric(phrase, text, value)
    )


_REMARK = Pattern(
    r"[^;:()]{0,90}?,\s(?:thus\s|thereby\s|clearly\s|further\s)?(?:showcas|demonstrat|highlight|underscor|validat|confirm|prov|"
    r"suggest|illustrat|establish|mak|enabl|offer|pav|open|reveal|reflect|emphasi[sz]|allow)ing\s[^;:()]{1,120}?\s?"
)
_BETTER_ON = Pattern(
    r"[^;:()]{0,60}?,\s(?:while|whilst)\s(?:also\s)?(?:improving|increasing|boosting|raising|enhancing|lifting|outperforming|surpassing)\s[^,;:()]{1,50}?\s?"
)


def _is_in_another_item(s: Situation, phrase: Phrase, start: int) -> bool:
    """ "1) X wins on 16 tasks, and 2) Y saves 12%", "saves 12%: agents struggle in Z", "saves 12%; on Z it fails"."""
    if phrase.start > start:
        between = s.doc.view[start : phrase.at]
        return ": " in between or (";" in between and between.count("(") == between.count(")"))
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


def _is_own_metric(phrase: Phrase, text: str, value: Value) -> bool:
    """ "an improvement on word error rate", "a gain of 3x in end-to-end throughput"."""
    cue = closing_metric(text)
    if cue is None or cue.metric is not value.metric:
        return False
    is_a_sort = phrase.prep == "in" and SORT_OF_METRIC.fullmatch(text, 0, cue.start) is not None
    return phrase.head == "condition" or is_a_sort


def _is_unit(s: Situation, phrase: Phrase) -> bool:
    """ "a gain in throughput (in BIPS)"."""
    return s.doc.view.endswith("(", 0, phrase.at) and s.doc.view.startswith(")", phrase.end)


_P_VALUE = Pattern(r"\(p\s?[<=>≤][^()]*$")  # "(p<0.001 for the rank test)"
_WE_MAKE = Pattern(
    r",\s(?:we|this paper)\s(?:\p{L}+ly\s)?(?:"
    r"develop|design|build|introduce|propose|construct|create|implement|derive)"
)
_WHAT_FOR = ("of", "for", "with", "using")
_CHANGE = (
    " reduction", " reductions", " increase", " increases", " decrease", " rise", " drop", " drops", " improvement",
    " improvements", " gain", " gains", " savings",
)  # fmt: skip
_WHAT_CHANGES = frozenset({"word", "measure"})
_NEAR = 30  # characters


def _is_elsewhere(s: Situation, phrase: Phrase, start: int) -> bool:
    """Whether a phrase is in an aside between dashes, tells what is built of, or has a score that cost the hours."""
    if phrase.start > start:
        changed = phrase.prep == "in" and phrase.head in _WHAT_CHANGES and phrase.at - s.quantity.end < _NEAR
        return changed and s.doc.view.endswith(_CHANGE, 0, phrase.at - 1)  # "a 57% reduction in CPU overload"
    if s.doc.view.rfind("(p", s.sentence.start, phrase.start) > s.doc.view.rfind(")", s.sentence.start, phrase.start):
        return _P_VALUE.search(s.doc.view, s.sentence.start, phrase.start) is not None
    if phrase.prep == "using":  # "Using Tarnet, we build a parser that is 2x faster"
        return _WE_MAKE.match(s.doc.view, phrase.end, start) is not None
    if phrase.prep in _WHAT_FOR and s.doc.view.startswith(", which ", phrase.end):
        return True  # "a better choice of layers, which raises the score by 3%"
    if phrase.prep in ("on", "in") and s.quantity.unit == "GPU-hours":
        return True  # "85% on FooQA in 30 GPU hours"
    return s.says((" -- ", " \u2014 ")) and _in_dashes(s, phrase, start)


_DASH = Pattern(r"\s(?:--|\u2014)\s")


def _in_dashes(s: Situation, phrase: Phrase, start: int) -> bool:
    before = len(_DASH.findall(s.doc.view, s.sentence.start, phrase.at))
    return before % 2 == 1 and _DASH.search(s.doc.view, phrase.end, start) is not None
