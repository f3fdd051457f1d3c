"""What is known already: "today's models typically need 80 GB", "our earlier work reached 70%"."""

from __future__ import annotations

import regex

from extractors.context.attribution.own import speaks_of_the_paper
from extractors.patterns import Pattern
from extractors.situation import Situation

_TYPICALLY = regex.compile(
    r"\b(?:typically|commonly|usually|(?<!more )(?<!less )often|nowadays|today's|(?:has|have) (?:grown|become))\b|"
    r"\b(?=existing|current)(?<!\b(?:over|than|of|unlike|outperform\w*|surpass\w*|exceed\w*|beat\w*|with|to|against|"
    r"improv\w*)\s(?:the\s|all\s|both\s)?)(?:existing (?:\p{L}+\s){0,3}(?:methods|approaches|models|systems|"
    r"works?|data ?sets|"
    r"benchmarks|tools|solutions|maps|techniques|frameworks|studies|implementations|libraries|pipelines|protocols|"
    r"schemes|accelerators|designs)|"
    r"current (?:\p{L}+\s){0,3}(?:methods|approaches|models|systems|practice))\b",
    regex.IGNORECASE,
)
_TYPICAL = (
    "typically", "commonly", "usually", "often", "nowadays", "today's", "grown", "become", "existing", "current",
)  # fmt: skip
_SUPERIOR = Pattern(
    r"\b(?:(?:out)?perform|surpass|exceed|beat|improv|reduc|achiev|reach|deliver|reveal|show|maintain)(?:s|es|ing)\b"
)
_OUTPERFORMS = Pattern(r"\b(?:outperform|surpass)(?:s|es|ing)\b")
_NAME_DOES = Pattern(
    r"\b\p{Lu}[\p{L}\d-]+\s(?:(?:can|still|only|also)\s){0,2}(?:achiev|reach|deliver|maintain|attain|obtain)e?s?\b"
)
_OUR_EARLIER = Pattern(
    r"(?:In\s)?[Oo]ur\s(?:prior|previous|earlier)\s(?:[^,;]{2,80}$|\p{L}+\s?,\s(?:we|it)\s(?!now|here)[^;]{2,200}$)"
)


def stands_before_own(s: Situation, own_from: int) -> bool:
    """Whether nothing has been said of the paper itself so far, or earlier work of its authors is spoken of."""
    if _OUR_EARLIER.match(s.left):
        return True
    if s.sentence.index == 0 and _OUTPERFORMS.search(s.doc.view, s.sentence.start, s.sentence.end):
        return False
    return s.sentence.index < own_from


def is_usual(s: Situation, own_from: int) -> bool:
    """ "models typically need 80 GB": what holds in general, unless the sentence speaks of the paper too."""
    if not s.says(_TYPICAL):
        return False
    sentence = s.doc.view[s.sentence.start : s.sentence.end]
    if not _TYPICALLY.search(sentence) or speaks_of_the_paper(sentence):
        return False
    return not ((own_from and _SUPERIOR.search(s.left)) or _NAME_DOES.search(s.left))
