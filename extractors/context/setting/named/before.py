"""A name right before the value: "GAIA (75%)", "GAIA: 75%", "a GAIA score of 75%"."""

from __future__ import annotations

from extractors.context.baseline.rival.brackets import each_in_brackets
from extractors.context.setting.named.measure import of_a_measure
from extractors.context.setting.named.score import SCORES
from extractors.context.setting.span import Span
from extractors.endings import Ending
from extractors.lexicon import BEATING
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Match, Pattern
from extractors.situation import Situation
from extractors.text import holds
from schemas.vocabulary import Field

_NAMED = Pattern(
    r"(?<![\p{L}\d])(?P<name>(?!(?:On|In|For|With|At|Across|Under|Using|By|From|When|While)\s)"
    r"(?:[\p{Lu}\d][\p{L}\d.+@*'/_-]*|\p{Ll}+\d[\p{L}\d.-]*)(?:\s[\p{Lu}\d][\p{L}\d.+@*'/_-]*){0,3}(?:\s(?:dataset|"
    r"benchmark|test|set|split))?)\s\(\s?[~$+]{0,2}\s?$"
)
_COLON = Pattern(r"(?P<name>(?:[\p{Lu}][\p{L}\d.+@*/_-]*)(?:\s[\p{Lu}\d][\p{L}\d.+@*/_-]*){0,3}):\s{1,2}[+~$]{0,2}$")
_COLON_INSIDE = Pattern(
    r"[(,]\s?(?P<name>(?!(?:average|mean|median|overall|max\p{L}*|min\p{L}*|peak|total|aggregate)\b)\p{Ll}[\p{L}-]{2,20}(?:\s[\p{L}-]{2,20})?):\s{1,2}[+~$]{0,2}$"
)
_SIGNED_NAME = Pattern(
    r"[(,]\s?(?:and\s)?(?P<name>\p{Lu}[\p{L}\d.@*/_-]*(?:\s\p{Lu}[\p{L}\d.@*/_-]*)?)\s{1,2}[$]?[+-]\s?$"
)
# "(PicEdit 3.4, DrawSet 6.9)"
_NAME_INSIDE = Ending(
    r"[(,;]\s?(?:and\s)?(?P<name>(?=[^\s,;]*\p{Ll})\p{Lu}[\p{L}\d.@*/_-]*[\p{Lu}\d][\p{L}\d@*/_-]*)\s$"
)
# "a GenEval score of 0.86", "raises MATH accuracy by over 18%"
_SCORE_OF = Pattern(
    r"\b(?!L\d|[Rr]ank|R\d)(?P<name>\p{Lu}[\p{L}\d.@*/_-]*[\p{Lu}\d][\p{L}\d.@*/_-]*(?:\s\p{Lu}[\p{L}\d.-]*){0,2})\s"
    r"(?:(?:overall|average|mean|zero-shot|few-shot|box|mask|top-1|test|validation|resolve|solve|win)\s){0,2}"
    r"(?:scores?|accurac(?:y|ies)|(?:success\s)?rates?|m?IoU|m?AP(?:50)?|BLEU|perplexity|recall|precision|AUC|FID|WER|[Pp]ass@\d+|record)"
    r"\s(?:of|is|to|by|from)\s(?:(?:up to|a|about|only|over|nearly|more than)\s){0,2}[~$+]?$"
)
_SCORED_ON = Pattern(r"[%\\]{0,2}\son\s(?!average)")
_COMPARED_BEFORE = Pattern(r"\b(?:over|than|against|compared (?:to|with)|to)\s(?:[\p{L}-]+\s){0,3}$", IGNORECASE)
_NEXT_OF_LIST = Ending(r"[^\s)](?:,|,?\sand)\s$")
_BEATEN = Ending(
    r"\b(?:outrank|surpass|outperform|exceed|beat|match|rival|par(?:ity)?\swith)\p{L}*\s(?:[\p{L}-]+\s){0,3}$"
)
_ON_NAME = Pattern(r"\b(?:on|in|for|across)\s[^();]{2,40}\s\(\+")  # "beats it on A (+2%) and B (+3%)"


def name_before(s: Situation) -> Span | None:
    """The name, but not a rival's, a measure's or that of what a title presents."""
    if s.near_left.rstrip().endswith("(+") and BEATING.search(s.left) and not _ON_NAME.search(s.left):
        return None  # a rival's name stands before the bracket
    inside = _NAME_INSIDE.search(s.near_left) if s.left.rfind("(") > s.left.rfind(")") else None
    match = inside or _named(s.near_left, scored_on=_SCORED_ON.match(s.near_right) is not None)
    if match is None or not any(map(str.isalpha, match["name"])) or of_a_measure(match["name"]):
        return None
    if s.group[0] < s.group[1] and _NEXT_OF_LIST.search(s.near_left, 0, match.start("name")):
        return None  # "on A and B (71% and 64%)": one each
    if _COMPARED_BEFORE.search(s.near_left[: match.start()]):
        return None
    start = s.quantity.start - len(s.near_left)
    presented = s.doc.field is Field.TITLE and start + match.start("name") == 0  # "Tarnet: 6x faster parsing"
    if presented or _is_rival(s, s.near_left[: match.start()]):
        return None
    return start + match.start("name"), start + match.end("name")


def _is_rival(s: Situation, left: str) -> bool:
    """ "outperforms Foo (2x)", "faster than Foo (2x) and Bar (3x)"."""
    if s.quantity.dimension is not Dimension.TIMES:
        return False
    return _BEATEN.search(left) is not None or each_in_brackets(s) is not None


def _named(left: str, *, scored_on: bool) -> Match | None:
    """The name that a text ends with: "GAIA (", "GAIA:", ", GAIA +", "a GAIA score of"."""
    match = _NAMED.search(left) if "(" in left else None
    match = match or (_COLON.search(left) or _COLON_INSIDE.search(left) if ":" in left else None)
    match = match or (_SIGNED_NAME.search(left) if "+" in left or "-" in left else None)
    return match or (_SCORE_OF.search(left) if not scored_on and holds(left, SCORES) else None)
