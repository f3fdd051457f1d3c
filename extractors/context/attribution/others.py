"""What others do, in general: "existing methods only reach 40%"."""

from __future__ import annotations

import regex

from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation

_FIRST_PERSON = Pattern(r"\b(?:we|our|ours|the proposed)\b", IGNORECASE)
_OTHERS_DO = regex.compile(
    r"(?<!\b(?:over|than|of|to|with|against|(?:surpass|outperform|exceed|beat|match|improv)\p{L}*)\s"
    r"(?:the\s|all\s)?)\b(?:(?:every|all|best|strongest)\s(?:[\p{L}-]+\s){0,2}(?:baselines?|competitors)|"
    r"(?:existing|current|prior|previous|other|competing|common|popular|naive|"
    r"[Ii]n contrast, (?:[\p{L}-]+\s){0,6}?)\s?"
    r"(?:[\p{L}-]+\s){0,2}(?:baselines?|methods|approaches|competitors|systems))\b(?:(?!,\s(?:and|but|while)\b)[^.;]){0,40}?\b"
    r"(?:exhibits?|suffers?|fails?|reach(?:es)?|achieves?|struggles?|drops?|only|degrades?|attains?|obtains?)\b",
    regex.IGNORECASE,
)
_OTHERS = ("baseline", "method", "approach", "competitor", "system")
_DO = (
    "exhibit", "suffer", "fail", "reach", "achieve", "struggle", "drop", "only", "degrade", "attain", "obtain",
)  # fmt: skip
_THEN_OURS = Pattern(r",\s(?:we|our|it|\p{Lu}[\p{L}\d]*[\p{Lu}\d-][\p{L}\d]*)\s")


def others_do(s: Situation) -> bool:
    """Whether the sentence says up to the value what other methods reach, and not yet what the paper does."""
    others = _OTHERS_DO.search(s.left) if s.says(_OTHERS) and s.says(_DO) else None
    return others is not None and not (_FIRST_PERSON.search(s.left) or _THEN_OURS.search(s.left, others.start()))
