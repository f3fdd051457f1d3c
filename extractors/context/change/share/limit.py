"""A share of a limit that a device is set to: "capped at 70% of the TDP", "runs at 80% of its nominal clock"."""

from __future__ import annotations

from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation

_SET_TO = Ending(
    r"\b(?:(?:power-?)?cap|under-?clock|under-?volt|down-?clock|over-?clock|clock|limit|throttl|run|operat|fix|hold|keep|restrict|set)"
    rf"(?:p?ing|p?ed|e?s|e|ning|ting)?\s(?:[^,;:()]{{1,40}}\s)?(?:at|to|below|under)\s{HEDGES}$",
    IGNORECASE,
)
_LIMIT = Pattern(
    r"(?:(?:the|its|their)\s)?(?:(?:nominal|rated|maximum|max|peak|base|full|default|stock|power|thermal|clock|board|chip|package|"
    r"design|device|GPU|CPU|core)\s){0,3}(?:TDPs?|limits?|caps?|power\s(?:limits?|budgets?|caps?)|frequenc(?:y|ies)|clocks?|"
    r"clock\s(?:rates?|speeds?|frequenc(?:y|ies))|voltages?|ratings?)\b(?!\sof\s)",
    IGNORECASE,
)


def is_of_a_limit(s: Situation, what: str) -> bool:
    """Whether a share says how a device is set, and not how much less something takes."""
    return _LIMIT.match(what) is not None and _SET_TO.search(s.near_left) is not None
