"""Where a clause of its own begins, so that a baseline named there is of that: "by 2x, and compared to X, ..."."""

from __future__ import annotations

from extractors.patterns import Pattern
from extractors.situation import Situation

_AND_DOES = r"\sand\s(?:enabl|allow|achiev|show)(?:ing|e?s)\b"
# "3x faster, showing that large steps are better than small ones"
_CONCLUDES = (
    r"\b(?:demonstrat|show|suggest|indicat|reveal|confirm|highlight|prov|validat|establish|illustrat|underscor|mean|"
    r"impl[iy]|evidenc)(?:ing|e?s)\s(?:that|there\s(?:is|are)|how|why)\b"
)
SENTENCE_PART = Pattern(
    rf";|,?\sand\sthat\s(?:over|with|relative|compared|against|versus|vs|w\.)|\.\s|{_AND_DOES}|{_CONCLUDES}"
)
# "by 3% on A, and the larger one reaches the best score compared to X"
_AND_SUBJECT = (
    r",\sand\s(?:(?:at|on|for|in|with)\s[^,;]{2,30}?,?\s)?(?:it|we|they|(?-i:\p{Lu})[\p{L}\d.+-]*)\s(?:\p{L}+ly\s)?"
    r"(?:reach|achiev|attain|obtain|generat|deliver|provid|outperform|surpass|exceed|show|offer|produc|run|train|yield)(?:e?s|e)\b"
)
BY_CONTRAST = Pattern(rf";|\s--\s|,\s(?:while|whereas|but)\b|{_AND_SUBJECT}")
OTHER_CLAUSE = Pattern(rf"{BY_CONTRAST.pattern}|{_AND_DOES}|{_CONCLUDES}")
# "at an overhead of 2%, cutting the delay by 3x compared to X"; what results is of the same comparison
_IN_ITS_TURN = Pattern(
    r",\s(?:(?:also|further|even|\p{L}+ly)\s)?"
    r"(?:achiev|deliver|bring|reduc|cut|lower|sav|shorten|shrink|improv|increas|boost|rais|enhanc|mak|provid|offer|gain|"
    r"accelerat|speed|outperform|surpass|exceed|beat)(?:t?ing)\s[^,;]{0,60}?\d"
)

_AT_THE_HEAD = Pattern(
    r"(?:When\s)?(?:[Cc]ompared (?:to|with|against)|[Rr]elative to|[Ii]n comparison (?:to|with)|[Vv]ersus|Against)\s"
    r"[^,;]{2,80},"
)
_AND_THEN = Pattern(r"[^,;:()]{2,60},\s(?:\p{L}[\p{L}-]*\s){1,6}")


def named_first(s: Situation) -> bool:
    """ "Relative to X, it gains 3 points, and 5 points over Y"."""
    return _AT_THE_HEAD.match(s.left) is not None


# "much cheaper (2.4x less fuel), while it is safer than X"
_PAST_BRACKET = Pattern(r"[^()]{0,80}\),?\s(?:while|whereas|whilst|but|yet)\s")


def is_of_another(until: str) -> bool:
    """Whether what is compared behind ``until`` is a value of another clause: "by 3%, making it 9x faster than"."""
    turn = None if until.endswith(", ") else _IN_ITS_TURN.search(until)
    return turn is not None and until.count("(", 0, turn.start()) <= until.count(")", 0, turn.start())


def leaves_its_bracket(until: str) -> bool:
    """Whether the bracket of the value closes, and a clause that contrasts begins behind it."""
    return _PAST_BRACKET.match(until) is not None


def opens_a_clause(s: Situation, start: int, end: int) -> bool:
    """ "cuts it to 1/8, and compared to X, the cost falls": what the words at ``start`` introduce is not of 1/8."""
    joined = s.doc.view.endswith((" and ", "; ", " while "), 0, start)
    return joined and _AND_THEN.match(s.doc.view, end, s.sentence.end) is not None
