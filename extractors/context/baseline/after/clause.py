"""Where a clause of its own begins, so that a baseline named there is of that: "by 2x, and compared to X, ..."."""

from __future__ import annotations

from extractors.patterns import Pattern
from extractors.situation import Situation

_AND_DOES = r"\sand\s(?:enabl|allow|achiev|show)(?:ing|e?s)\b"
SENTENCE_PART = Pattern(rf";|,?\sand\sthat\s(?:over|with|relative|compared|against|versus|vs|w\.)|\.\s|{_AND_DOES}")
BY_CONTRAST = Pattern(r";|\s--\s|,\s(?:while|whereas|but)\b")
OTHER_CLAUSE = Pattern(rf"{BY_CONTRAST.pattern}|{_AND_DOES}")
_AT_THE_HEAD = Pattern(
    r"(?:When\s)?(?:[Cc]ompared (?:to|with|against)|[Rr]elative to|[Ii]n comparison (?:to|with)|[Vv]ersus|Against)\s"
    r"[^,;]{2,80},"
)
_AND_THEN = Pattern(r"[^,;:()]{2,60},\s(?:\p{L}[\p{L}-]*\s){1,6}")


def named_first(s: Situation) -> bool:
    """ "Relative to X, it gains 3 points, and 5 points over Y"."""
    return _AT_THE_HEAD.match(s.left) is not None


def opens_a_clause(s: Situation, start: int, end: int) -> bool:
    """ "cuts it to 1/8, and compared to X, the cost falls": what the words at ``start`` introduce is not of 1/8."""
    joined = s.doc.view.endswith((" and ", "; ", " while "), 0, start)
    return joined and _AND_THEN.match(s.doc.view, end, s.sentence.end) is not None
