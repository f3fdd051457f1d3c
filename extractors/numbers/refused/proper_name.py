"""Digits that make a name with the capitalised word before them: "Snapdragon 8", "Llama 3.1 405B"."""

from __future__ import annotations

from extractors.endings import Ending
from extractors.numbers.behind import first_behind
from extractors.numbers.refused.digits import Digits
from extractors.numbers.refused.scores import QUALITY, is_score_in_turn
from extractors.numbers.wordgroups import word_group
from extractors.patterns import Pattern

_PROPER_BEFORE = Ending(r"(?P<name>[\p{L}\d][\p{L}\d.+*'/-]*)\s{1,3}(?:v\.?)?$")
_ORDINARY = word_group("ordinary")
_ARROW_AFTER = Pattern(r"\s{0,14}(?:->|→)")
_RATIO_UNIT = Pattern(
    r"\s{0,4}(?:%|x(?![\p{L}\d])|times(?!\p{L})|-fold|[mcu]m\b|dB\b|FPS\b|fps\b|ms\b|[GMTK]i?B\b|percent)|"
    r"\s?-\s?\d+(?:\.\d+)?\s{0,3}(?:%|x\b)"
)
# "faster than cuDNN 9.11": a version, not a score ("an mIoU 71.2")
_TOOL_BEFORE = Ending(
    r"\b(?:than|over|with|using|against|versus|vs\.?|in|on|to|of|and|from)\s\p{Ll}{1,3}\p{Lu}[\p{L}]{1,12}\s$"
)
_TOOL_VERSION = Pattern(r"\d\d?\.\d\d?(?:\.\d+)?(?!\d)(?!\s?(?:%|x\b|times\b|ms\b|s\b|GB\b|percent|on\b|points))")
_OPENING = Ending(r"(?:^|[.!?:;(]\s{1,2})$")
_COUNTED = Pattern(r"\s\p{Ll}\p{L}+s\b|\s?(?:GPUs|CPUs|cores|nodes)\b")
_CAPITALISED_BEFORE = Ending(r"\p{Lu}[\p{L}\d-]*\s$")
_SUBJECT_VERB = Pattern(r"\s(?:and|or|is|was|has|with|on|were|are)\b")
_DIGIT = Pattern(r"\d")
_REPORT = Pattern(r"\s(?:Technical|Tech|System)\sReport\b")
_GRAPHICS_CARD = Pattern("[RG]TX")
_MANY = 100
# "An Image Is Worth 32 Tokens": in a title what is counted is capitalised too
_TITLE_COUNTED = Pattern(
    r"\s(?:Tokens|Steps|Hours|Minutes|Seconds|Days|Parameters|Images|Samples|Examples|Languages|Tasks|Papers|Frames|Questions)\b"
)
_BEGINS_RATIO_UNIT = "%xt-mGMTKpcudFf"
# "Gini 0.105", "a CE of 1.385": no version is so exact
_EXACT = Pattern(r"0\.\d{2,}|\d{1,2}\.\d{3,}")
_SPREADS = frozenset({"SD", "SE", "SEM", "STD", "CI", "IQR", "Version"})


def in_proper_name(d: Digits) -> str | None:
    """A capitalised word right before a number makes a name of the two: "Snapdragon 8", "Llama 3.1 405B"."""
    if first_behind(d.after) in _BEGINS_RATIO_UNIT and _RATIO_UNIT.match(d.after):
        return None
    named = _PROPER_BEFORE.search(d.before)
    if named is None or ("." in d.text and _ARROW_AFTER.match(d.after)):  # "BetaEdit 6.1 -> 7.2"
        return None
    if "." in d.text and _TOOL_BEFORE.search(d.before) and _TOOL_VERSION.match(d.view, d.start):
        return "part of a proper name" if QUALITY.fullmatch(named["name"]) is None else None
    if is_score_in_turn(d):
        return None
    name, before = named["name"].rstrip(".,"), d.before[: named.start()]
    if name[:1].isupper() and name not in _SPREADS and _EXACT.fullmatch(d.text):
        return None
    if name[:1].isdigit() and _CAPITALISED_BEFORE.search(before):
        return "part of a proper name"
    if not _may_be_named(d, name):
        return None
    if _OPENING.search(before):
        if (_SUBJECT_VERB.match(d.after) and not d.text.endswith(("B", "M", "K"))) or _REPORT.match(d.after):
            return "part of a proper name"  # "Motif 2.6B Technical Report"
        if name[1:].islower():
            return None
    if _is_counted(d, name) or (_DIGIT.search(name) and not name[0].isalpha()):
        return None
    return "part of a proper name"


def _may_be_named(d: Digits, name: str) -> bool:
    """Whether a word is none of those that stand before any number, nor a score: "(ROC-AUC 0.97)"."""
    if name.endswith("'s") or name.lower() in _ORDINARY or not (name[0].isupper() or _DIGIT.search(name)):
        return False
    return not (QUALITY.fullmatch(name) or ("." in d.text and QUALITY.fullmatch(name.rpartition("-")[2])))


def _is_counted(d: Digits, name: str) -> bool:
    """ "An Image Is Worth 32 Tokens", "Tarnet 400 tasks": whether the number counts what follows."""
    if _TITLE_COUNTED.match(d.after):
        return True
    counted = _COUNTED.match(d.after) and d.text.isdigit() and int(d.text) >= _MANY
    return bool(counted) and not _GRAPHICS_CARD.match(name)
