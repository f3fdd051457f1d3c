"""Names in titles: "Name: what it is", "Long Form (NAME)", "... with Name"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.system.candidate import Candidate
from extractors.system.cues import cue
from extractors.system.longforms import long_form_before
from extractors.system.terms import is_term
from extractors.system.words import is_common, is_distinctive, is_own, words_of

_OPENING = re.compile(r"(?P<name>[^:]{1,60}?)\s?(?::|\s-{1,3}\s|--|\?\s|,\s(?=an?\s))\s*(?P<rest>\S.*)")
_HEAD = re.compile(
    r"(?P<name>[A-Z][\w-]+(?:\s[\w-]+){1,6}?)"
    r"(?:(?:\s(?:for|with|in|on|via|using|to|by|from|through|at)\s|:\s).*)?$"
)
_ACRONYM = re.compile(r"\((?P<name>[A-Z][\w$^+*-]{1,24})\)\s*$")
_USED = re.compile(  # "Counting Storms in the Global Weather Archive (GWA)": what the paper takes its data from
    r"\b(?:in|on|from|of|across|with|using)\s(?:the\s)?(?:[A-Z][\w-]*\s){1,5}"
    r"(?:[Aa]rchive|[Dd]atabase|[Dd]ata\s?[Ss]et|[Cc]orpus|[Cc]ohort|[Ss]urvey|[Rr]egistry|[Ss]tudy|[Cc]hallenge)\s$"
)
_WITH = re.compile(r"\b(?:with|using|via|by|through)\s(?P<name>[\w$^+*-]{2,24})\s*$")
_BOTH = re.compile(r"(?P<long>.+?)\s\((?P<short>[\w$^+*-]{2,24})\)")
_VERSION = re.compile(r"\sv?\d+(?:\.\d+)*$")
_NOTE = re.compile(r"\s\([^()]{1,30}\)$|\.$")  # "(Technical Report)"
_REPORT = re.compile(
    r"(?P<name>[\w$^+*. -]{2,40}?),?\s(?:[Tt]echnical|[Tt]ech|[Ss]ystem)\s(?:[Rr]eport|[Cc]ard)(?::.*)?"
)
_MOST_WORDS = 5
_FEW_WORDS = 3


def title_candidates(title: str) -> Iterator[Candidate]:
    """The names that a title may give."""
    opening = _OPENING.match(title)
    name = _opening_name(opening["name"]) if opening is not None else None
    if name is not None:
        weight = _weight(name)
        yield Candidate(name, "title", weight)
        both = _BOTH.fullmatch(name)
        if both is not None:
            yield Candidate(both["short"], "title", weight + 1.0, both["long"])
    report = _REPORT.fullmatch(title)
    if report is not None and len(report["name"].split()) <= _FEW_WORDS + 1:
        yield Candidate(report["name"], "title", 5.2)
    whole = _NOTE.sub("", title)
    if opening is None and len(whole.split()) <= _FEW_WORDS and any(map(is_own, whole.split())):
        yield Candidate(whole, "title", 3.0)
    end = _ACRONYM.search(title)
    if end is not None and not is_common(end["name"]) and end["name"].lower() not in cue("no_title_name"):
        long_form = long_form_before(words_of(title[: end.start()]).text, end["name"])
        if long_form is None or not _USED.search(title, 0, end.start()):
            yield Candidate(end["name"], "title-acronym", 4.0, long_form)
    last = _WITH.search(title)
    if last is not None and is_own(last["name"]):
        yield Candidate(last["name"], "title-with", 1.5)


def title_head(title: str) -> str | None:
    """What the title says before its first "for", "with" and the like: a name, if the abstract presents it.

    >>> title_head("Early Stream Merging for Sorting at Line Rate")
    'Early Stream Merging'
    """
    head = _HEAD.match(title)
    return head["name"] if head is not None and not is_term(head["name"]) else None


def is_one_word(name: str) -> bool:
    """Whether the name is one word, a version behind it aside: "Tool 1.0"."""
    return " " not in _VERSION.sub("", name)


def _weight(name: str) -> float:
    single = is_one_word(name)
    if any(is_distinctive(word) for word in name.split()):
        weight = 5.2 if single else 3.0
    else:
        weight = 3.2 if single else 1.5
    return weight - (2.0 if is_common(name) else 0.0)


def _opening_name(text: str) -> str | None:
    """The words before the colon, unless they are a kind of paper, a topic or a sentence."""
    name = text.strip(" \"'`,")
    words = name.split()
    if not 1 <= len(words) <= _MOST_WORDS or not any(c.isalpha() for c in name):
        return None
    first = words[0].lower()
    if first in cue("no_title_name") and len(words) <= 2:
        return None
    if first in cue("no_title_start") and (len(words) > 3 or not is_distinctive(words[-1])):
        return None
    return name
