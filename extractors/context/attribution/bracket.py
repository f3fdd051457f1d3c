"""Values in the brackets behind names: "outperforms A (58%) and B (61%)", "Compared with A (12 ms), ours"."""

from __future__ import annotations

from extractors.context.attribution.own import is_another
from extractors.endings import Ending
from extractors.lexicon import BEATS
from extractors.patterns import Folded, Pattern
from extractors.situation import Situation

_BRACKETED_NAME = Ending(
    r"(?P<name>[\p{L}\d][^,;()]{1,40})\s\(\s?(?:\p{Lu}[^(),;]{1,30},\s)?(?:(?:best|worst|average|mean|median|top)\s[\p{L}\s-]{2,24}:\s)?(?:[\p{L}\d@-]{2,12}(?:\sscore)?:\s[\d.]{2,6}%?,\s){0,3}"
    r"(?:[\p{L}\d@^-]{2,12}(?:\sscore)?(?::\s?|\sof\s|\s?=\s?))?(?:~|about\s|around\s|only\s)?\s?$"
)
_RESTATES = Pattern(r"\s\(\s?~?")  # "over X, reaching 12 TB/s (70% of the peak)"
_OF_A_MARGIN = Ending(r"\b(?:margins?|gains?|improvements?|reductions?|speed-?ups?)\s\(~?$")  # "by wide margins (3%"
_THAN_NAME = Pattern(r"\bthan\s[^,;()]{2,50}\(\s?$")  # "worse than the tool alone (40%)"
# "a large gain over its base model (12 and 9, respectively)"
_OVER_ITS_BASE = Ending(
    r"\bover\s(?:its|the|their)\s(?:base|baseline|original|previous|teacher|vanilla|unmodified|untrained)(?:\s[\p{L}-]{2,20}){0,2}\s\(~?$"
)
# "trails Foobar (61%)", "falls far short of experts (97%)"
_TRAILS = (
    r"(?:underperform(?:s|ed|ing)?|trail(?:s|ed|ing)?|(?:lag|f[ae]ll|stay|remain)\p{L}{0,4}\s(?:\p{L}+\s){0,2}(?:behind|short\sof))"
    r"(?!\s(?:on|in|across|for|at|when|under|with|by|compared)\b)"
)
_AGAINST = Folded(
    rf"\b(?:{_TRAILS}|{BEATS}|"
    r"match(?:es|ing)|rival(?:s|ing)|compared (?:to|with)|gap (?:to|with)|"
    r"(?:than|over)(?!\s[~$]?\d)|versus|vs\.?|against|ahead of|second only to|"
    r"(?:competitive|comparable|on par|similar|inferior|superior)\s"
    r"(?:to|with)|ahead of|(?:below|above|behind)\s(?:the|its|an?))\b"
    r"(?:(?!,\swith\s|,\s(?:(?:and|while|but)\s)?(?:achiev|reach|attain|obtain|deliver|maintain|keep|preserv|retain|tak|sett|yield)ing\b|"
    r",?\s(?:and|while|but)\s(?:\p{L}+ly\s)?(?:achiev|reach|attain|obtain|deliver|maintain|keep|preserv|retain|tak|runn?|need|"
    r"requir|us|sustain|show|yield)e?s\b)[^;])"
    r"{0,70}$"
)
_CLOSED = Pattern(
    r"\([^()]*\b(?:over|than|surpass\p{L}*|outperform\p{L}*|exceed\p{L}*|beat\p{L}*|vs\.?|versus)\b[^()]*\)"
)  # "(68%, 3 points over X)"
_BEATS = Pattern(rf"\b(?:{BEATS}|{_TRAILS})")
_ON_A_SET = Ending(
    r"\b(?:on|in)\s(?:the\s)?[\p{L}\d-]+(?:\s[\p{L}\d-]+)?\s\((?:[^()]{1,10}\),?\s(?:and\s)?[\p{L}\d-]+\s\(){0,3}\s?$"
)  # "beats all baselines on Set (65%)"
_ALL_OTHERS = Pattern(r"\b(?:all|baselines?|methods|models|approaches|competitors|systems|others)\s(?:on|in)\s")
_IN_THE_BRACKET = Pattern(r"[^()\d]{0,20}\)(?:,|\sand\b)")
_COMPARED_FIRST = Pattern(
    r"(?:Compared (?:to|with|against)|Relative to|Unlike|In (?:contrast|comparison) (?:to|with))\s"
    r"(?:[^();]{2,60}\([^()]{1,30}\)){0,6}(?:(?:[^(),;]{2,40})?,?\s)?(?:and\s)?(?P<who>[^(),;]{2,60})\($"
)


def is_compared_first(s: Situation, system: str | None) -> bool:
    """ "Compared with A (12 ms) and B (30 ms), ours takes 4 ms": the values in the brackets are of others."""
    match = _COMPARED_FIRST.match(s.left) if _IN_THE_BRACKET.match(s.right) else None
    return match is not None and is_another(match["who"].strip(), system)


def is_in_bracket_of_rival(s: Situation) -> bool | None:
    """ "outperforms A (58%)": whether the value in the bracket is A's; null when it is in none, or of nobody."""
    left = s.left
    if (s.index and _RESTATES.fullmatch(s.near_left)) or _OF_A_MARGIN.search(s.near_left[-24:]):
        return False
    if _ON_A_SET.search(left[-60:]) and _ALL_OTHERS.search(left[-90:]):
        return False
    if not _BRACKETED_NAME.search(left) or not _AGAINST.search(_CLOSED.sub("", left[-130:]).rsplit("(", 1)[0]):
        return None
    if s.index > 0 or _BEATS.search(left):
        return True
    return _THAN_NAME.search(left[-60:]) is not None or _OVER_ITS_BASE.search(left[-60:]) is not None
