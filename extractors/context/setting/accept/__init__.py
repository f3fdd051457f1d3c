"""Which phrase may be a setting at all, and up to where: "on FooQA (75%)", but not "in practice"."""

from __future__ import annotations

from extractors.context.metric import closing_metric
from extractors.context.setting.accept.cut import until_ranked, up_to, without_bracket, without_subject
from extractors.context.setting.accept.devices import names_devices_only
from extractors.context.setting.accept.forms import BARE_STATE, COMPARED, MEASURE, STATISTIC
from extractors.context.setting.accept.nothing import begins_with_nothing
from extractors.context.setting.accept.refused import is_metric, says_nothing
from extractors.context.setting.span import Span
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation

_NAME_AND_METRIC = Pattern(
    r"(?P<name>\p{Lu}[\p{L}\d.@*/_-]*(?:\s\p{Lu}[\p{L}\d.@*/_-]*){0,2})\s(?:performance|accuracy|"
    r"scores?|pass@\d+|success rates?)"
)
# "in layout and about 18% in naming", "the 3B model by 14% and the 7B model"
_ANOTHER_VALUE = Pattern(
    r",?\sand\s(?:(?:about|around|roughly|nearly|up to|over)\s|~)\s?\d[\d.]{0,6}\s?(?:%|x\b|points?\b)|"
    r"\sby\s[~$+-]?\d"
)
_APPLIED = ("applied to ", "considering ")
_BARE = Pattern(
    r"(?:model )?(?:pre-?)?(?:training|inference|decoding|decode|prefill|generation|serving|fine-?tuning)",
    IGNORECASE,
)


def accept(s: Situation, span: Span | None, prep: str) -> Span | None:
    """A phrase that is neither a metric, nor a remark, nor what the value is compared with."""
    if span is None:
        return None
    start, end = until_ranked(s.doc.view, without_subject(s.doc.view, span))
    text = s.doc.view[start:end]
    if named := _NAME_AND_METRIC.fullmatch(text):  # "in MMLU performance"
        return start, start + named.end("name")
    text = up_to(up_to(without_bracket(up_to(text, COMPARED)), _ANOTHER_VALUE), _TRAILING)
    start += (skipped := _applied(text))
    text = text[skipped:]
    span = start, start + len(text)
    if says_nothing(s.doc.view, start, text) or begins_with_nothing(text) or STATISTIC.match(text):
        return None
    if MEASURE.fullmatch(text.strip(" $")) or names_devices_only(s.doc.view, span, s.devices):
        return None
    if prep == "when" and BARE_STATE.fullmatch(text):
        return None
    if _BARE.fullmatch(text):
        return span if prep in ("during", "in", "for", "on") else None
    return None if prep in ("in", "of", "with", "at", "for", "on") and is_metric(text) else span


_SHARE_OF = Pattern(r"(?:an?\s)?\d[\d.]*\s?\\?%\s(?!of\b|less|more|fewer|lower|higher)\p{L}")  # "5% missing labels"
_ADJECTIVE = Pattern(r"(?:general|real-time|future|part|line|parallel|case)\s(?:and\s)?\p{Ll}{4,}")
# "most of its tasks" and "higher speeds" name none
_SOME = Pattern(
    r"(?:most|higher|lower)\s(?!(?:cases|instances|times)\b)(?:[\p{L}\d-]+\s){0,2}?[\p{L}-]{3,}[^\Ws]s"
    r"(?=$|\s(?:of|with|from|for|in)\s)"
)
_NUMBERS = Pattern(r"[\d.,%\s-]+(?:(?:of|to|and|or|vs\.?)[\d.,%\s-]+)+")  # "0.50 of 0.95"
_TRAILING = Pattern(r"(?:\s(?:further|instead|also|now|still|again|thus))+$")
_DETERMINER = Pattern(r"(?:an?|the|its|their|our)\s")
_FROM = Pattern(r"(?:\sranging)?\s(?:from|by|(?<!\sup\s)to)\s[~$+-]?\d")


def trimmed(view: str, span: Span | None) -> Span | None:
    """A phrase without brackets and what it is compared with; null when it is no setting whatever it holds."""
    if span is None:
        return None
    start, end = without_subject(view, span)
    start += _applied(view[start:end])
    text = view[start:end]
    bare = _DETERMINER.match(text)
    if named := _NAME_AND_METRIC.fullmatch(text, bare.end() if bare else 0):
        return start + named.start("name"), start + named.end("name")
    text = up_to(without_bracket(up_to(up_to(text, COMPARED), _FROM)), _TRAILING)
    refused = (
        says_nothing(view, start, text)
        or (begins_with_nothing(text) and not _says_something(text))
        or _NUMBERS.fullmatch(text)
        or MEASURE.fullmatch(text)
    )
    return None if refused else (start, start + len(text))


def _applied(text: str) -> int:
    """The length of what says only that something is looked at: "(when) considering deep nets"."""
    return next((len(words) for words in _APPLIED if text.startswith(words)), 0)


def _says_something(text: str) -> bool:
    """ "5% missing labels", "most tasks", "higher thresholds"; more of what is measured is no place where it is."""
    if _SHARE_OF.match(text) or _ADJECTIVE.match(text):
        return True
    some = _SOME.match(text)
    return some is not None and closing_metric(some[0]) is None
