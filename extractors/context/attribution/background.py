"""What is known already: "today's models typically need 80 GB", "our earlier work reached 70%"."""

from __future__ import annotations

import regex

from extractors.context.attribution.own import speaks_of_the_paper
from extractors.patterns import Pattern
from extractors.situation import Situation

_TYPICALLY = regex.compile(
    r"\b(?:typically(?!\s(?:below|under|within|above|over|less|more|around|by)\b)|"
    r"(?<!\b(?:the|most|an?|other|some|several|\d{1,4})\s)commonly|usually|(?<!more )(?<!less )often|"
    r"nowadays|today's|(?:has|have) (?:grown|become))\b|"
    r"\b(?=existing|current)(?<!\b(?:over|than|of|unlike|from|and|on|across|using|by|combin\w+|extend\w*|outperform\w*|surpass\w*|exceed\w*|beat\w*|with|to|against|"
    r"improv\w*)\s(?:the\s|all\s|both\s)?(?:\p{L}+est\s|best\s)?)(?:existing (?:\p{L}+\s){0,3}(?:methods|"
    r"approaches|models|systems|"
    r"works?|data ?sets|"
    r"benchmarks|tools|solutions|maps|techniques|frameworks|studies|implementations|libraries|pipelines|protocols|"
    r"schemes|accelerators|designs)|"
    r"current (?:\p{L}+\s){0,3}(?:methods|approaches|models|systems|practice))\b",
    regex.IGNORECASE,
)
_TYPICAL = (
    "typically", "commonly", "usually", "often", "nowadays", "today's", "grown", "become", "existing", "current",
)  # fmt: skip
# "Recently, a growing number of open models have reached 5x"
_OF_LATE = Pattern(
    r"(?:(?:More\s)?[Rr]ecently|Lately|In recent (?:years|months)|Over the (?:past|last) [^,;]{3,20}),\s"
    r"[^;]{3,160}?\s(?:has|have)\s|"
    r"(?:An?|The)\s(?:(?:growing|increasing|rising|large|ever-growing)\s){1,2}number of\s[^,;]{3,80}?\s"
    r"(?:has|have)\s|"
    r"Recent\s(?:[\p{L}-]+\s){1,4}(?:has|have)\s"
)
_OF_LATE_PARTS = ("recent", "lately", "past", "last", "number of")
_THEREFORE = Pattern(r",\s(?:which|\p{L}+ing)\s(?:[\p{L}-]+\s){0,3}that\b")
_CONTRAST = Pattern(
    r",\s(?:which|that|something)\s(?:existing|current|prior|previous)\s|"
    r",\s(?:often|typically|usually|commonly)\s\p{L}+ing\b|"
    r"\b(?:while|where(?:as)?|when|than|unlike|instead of|compared (?:to|with))\b"
)
_SUPERIOR = Pattern(
    r"\b(?:(?:out)?perform|surpass|exceed|beat|improv|reduc|achiev|reach|deliver|reveal|show|maintain)(?:s|es|ing)\b"
)
# "lesions were commonly venous", "it has grown to 39 pages": what a study found, or did, not what is so in general
_TOLD_OF_ONE = Pattern(
    r"\b(?:was|were)\s(?:\p{L}+\s)?(?:typically|commonly|usually|often)\b|"
    r"\b(?:typically|commonly|usually|often)\s(?:\p{L}+ly\s)?(?!\p{L}*eed\b)\p{L}+ed\s(?!(?:by|in|for|on|as|with|to|from|at)\s)|"
    r"\b[Cc]urrent\s(?:[\p{L}-]+\s){1,4}(?!\p{L}*eed\b)\p{L}+ed\b|\bit\shas\s(?:grown|become)\b"
)
# "a tenth of the data typically used by others": the value is compared with what is usual
_OF_THE_USUAL = Pattern(r"(?:\s[\p{L}-]{1,20}){0,4}\s(?:typically|commonly|usually|often)\s(?!\p{L}*eed\b)\p{L}+ed\b")
_OUTPERFORMS = Pattern(r"\b(?:outperform|surpass)(?:s|es|ing)\b")
_NAME_DOES = Pattern(
    r"\b\p{Lu}[\p{L}\d-]+\s(?:(?:can|still|only|also)\s){0,2}(?:achiev|reach|deliver|maintain|attain|obtain)e?s?\b"
)
_OUR_EARLIER = Pattern(
    r"(?:In\s)?[Oo]ur\s(?:prior|previous|earlier)\s(?:(?:[^,;()]|\([^()]{1,40}\)){2,80}$|"
    r"\p{L}+\s?,\s(?:we|it)\s(?!now|here)[^;]{2,200}$)"
)


def stands_before_own(s: Situation, own_from: int) -> bool:
    """Whether nothing has been said of the paper itself so far, or earlier work of its authors is spoken of."""
    if _OUR_EARLIER.match(s.left):
        return True
    if s.sentence.index == 0 and _OUTPERFORMS.search(s.doc.view, s.sentence.start, s.sentence.end):
        return False
    return s.sentence.index < own_from


# "Every 10 ms of added delay costs 1% of the sales"
_EVERY = Pattern(
    r"(?:Every|Each)\s(?:(?:additional|extra|further|added)\s)?\d[\d.,]*\s?\\?(?:%|[\p{L}/]{1,14})\s"
    r"(?:(?:of|in)\s(?:added|additional|extra|increased|lost|saved)|increase|reduction|drop|rise|more|less)\b"
)


def is_usual(s: Situation, own_from: int) -> bool:
    """ "models typically need 80 GB": what holds in general, unless the sentence speaks of the paper too."""
    if _EVERY.match(s.doc.view, s.sentence.start, s.sentence.end):
        return True
    if not (s.says(_TYPICAL) or s.says(_OF_LATE_PARTS)):
        return False
    sentence = s.doc.view[s.sentence.start : s.sentence.end]
    contrast = _CONTRAST.search(s.right)  # "in 3 s where existing tools take 40 s"
    told = sentence[: len(sentence) - len(s.right) + contrast.start()] if contrast else sentence
    usual = _TYPICALLY.search(told)
    if usual is None or speaks_of_the_paper(sentence):
        return s.says(_OF_LATE_PARTS) and _OF_LATE.match(sentence) is not None and not speaks_of_the_paper(sentence)
    if own_from < s.sentence.index and (_TOLD_OF_ONE.search(told) or _OF_THE_USUAL.match(s.right)):
        return False
    if _THEREFORE.search(sentence, len(s.left), usual.start()):
        return False  # "3 points lower, which shows that models often guess"
    return not ((own_from and _SUPERIOR.search(s.left)) or _NAME_DOES.search(s.left))


# "GPU memory has grown from 16 GB to 141 GB in six years": the state of the world
_HAS_GROWN = Pattern(
    r"(?P<the>\b(?:[Tt]he|[Tt]his|[Tt]hese)\s(?:[\p{L}\d-]+\s){1,3}?)?\b(?P<have>has|have)\s(?:\p{Ll}+ly\s)?(?:grown|moved|gone|risen|"
    r"increased|evolved|climbed|jumped|advanced|progressed|exploded|ballooned|soared|surged|scaled|expanded|fallen|dropped|"
    r"shrunk|decreased|declined|improved)\s[^,;:()]{0,40}?\bfrom\s"
)
_IN_YEARS = Pattern(
    r"\s(?:in|over|within|during)\s(?:(?:the\s)?(?:past|last|recent|a|only|just|under|about|less\sthan)\s){0,3}(?:[\p{L}\d]+\s)?"
    r"(?:years?|decades?|months|generations?)\b|\s(?:since|between)\s(?:19|20)\d\d"
)


def has_grown(s: Situation) -> bool:
    """ "switches have moved from 100 to 400 Gb/s": the second of a pair that is so in general."""
    if s.quantity.pair != "after" or not s.says(("has ", "have ")):
        return False
    grown = _HAS_GROWN.search(s.left)
    if grown is None or speaks_of_the_paper(s.doc.view[s.sentence.start : s.sentence.end]):
        return False
    return _IN_YEARS.search(s.right) is not None or grown["have"] == "have" or grown["the"] is None
