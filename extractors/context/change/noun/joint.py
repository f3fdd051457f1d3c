"""What joins a quantity to the noun of change before it: "of up to", "reaching", "(", ": "."""

from __future__ import annotations

from typing import NamedTuple

import regex

from extractors.context.change.words import FILLER, OPEN
from extractors.endings import Ending
from extractors.patterns import IGNORECASE, Folded, Pattern
from extractors.situation import Situation

# "a reduction greater than 50%": right behind the noun only, not "a reduction at a recall above 80%"
_CHANGES = ("reduction", "improvement", "gain", "saving", "speedup", "slowdown", "increase", "decrease", "drop")
_BOUND = (
    rf"(?:{'|'.join(f'(?<={noun} )|(?<={noun}s )' for noun in _CHANGES)})"
    r"(?:(?:greater|larger|higher|more|bigger|less|smaller|lower) than|in excess of|above|beyond|upwards of|below|"
    r"under|close to|near(?:ing)?)"
)
_OF = Folded(
    r"\b(?=[oribawetslkhupgmcn])(?<!average\s)(?<!mean\s)(?<!factor\s)(?<!factors\s)(?<!means\s)(?<!maximum\s)"
    r"(?:of|ranging(?:,? on average,?)?(?: from)?|reach(?:ing|es|ed)?|between|is|are|was|were|exceed(?:ing|s|ed)?|"
    r"amounts?(?:ed)? to|total(?:s|ed|led)?|"
    r"(?:(?:is|are|was|were) )?(?:stays?|remains?|kept|limited|held|is|are) (?:under|below|within|to|at)|"
    r"(?:is|are|was|were) (?:(?:more|less|much|even|still|only|slightly|far) ){0,2}(?:modest|small(?:er|est)?|"
    r"larg(?:e|er|est)|low(?:er|est)?|high(?:er|est)?|great(?:er|est)?|similar|limited|moderate|best|worst),? at|"
    r"by|up to|as high as|averag(?:ing|es)|in the range of|"
    + _BOUND
    + r"|peak(?:ing|s|ed) at|as (?:large|great|much|big) as)"
    + FILLER
    + r"$"
)
_FROM = Pattern(r"\bfrom\s{1,3}[~($]{0,2}\s?$", IGNORECASE)
# "(mean speed-up 71%)", "(reduction 12%)"
_ASIDE = Pattern(
    r"\((?:[\p{L}-]+\s){0,3}?(?P<noun>speed-?ups?|accelerations?|reductions?|improvements?|gains?|savings?|"
    r"overheads?)[:,]?\s[~+$-]{0,2}$",
    IGNORECASE,
)
_COLON = Pattern(r":\s(?:\(?[ai]\)\s)?(?:up to\s|about\s|a\s)?[~$]?$")
# "an average improvement 12% over X", "with improvements over 30%"
_NOTHING_BETWEEN = Ending(
    r"\b(?:(?:an?|the)\s(?:[\p{L}-]+\s){0,2}(?:improvement|gain|reduction|increase|decrease|boost|saving)|improvements|"
    r"reductions)\s(?:(?:over|up to|nearly|about)\s)?[~$]?$"
)
# "achieves speedups, 19% with X and 24% with Y", "a small drop - only 0.1% for X"
_COMMA = Ending(
    r"(?<=\b(?:speed-?ups?|gains?|improvements?|reductions?|savings?|drops?|degradations?|loss(?:es)?))"
    r"(?:,|\s-{1,3})\s(?:(?:up to|about|maximum|a maximum of|on average|average|only|just|roughly|nearly|over|"
    r"averaging)\s|~){0,2}$",
    regex.IGNORECASE,
)
_BARE_NEXT = Pattern(r"\s?(?:,|\.|$|\)|(?:with|on|for|in|across|under|at|when)\s)")
_UP_TO_NUMBER = Ending(r"(?:(?:over|up to|nearly|about)\s)?[~$]?$")
_REACH = 150  # characters of the head


class Joint(NamedTuple):
    """What stands before what joins, with the noun at its end, and whether that is a word or opens a remark."""

    head: str
    is_word: bool
    opens: bool


def joint_of(s: Situation) -> Joint | None:
    """How the quantity, or the list that it is in, is joined to what stands before; null when it is not."""
    left = s.list_left
    opened = (
        OPEN.search(left) or _COLON.search(left) or (_COMMA.search(left) if _BARE_NEXT.match(s.near_right) else None)
    )
    of = _OF.search(left) or (_FROM.search(left) if s.quantity.is_range else None)
    if of is None and opened is None and not s.quantity.pair and _NOTHING_BETWEEN.search(left):
        opened = _UP_TO_NUMBER.search(left)
    if of is None and (aside := _ASIDE.search(left)):
        end = aside.end("noun")
    elif joint := of or opened:
        end = joint.start()
    else:
        return None
    return Joint((left[:end].rstrip() + " ")[-_REACH:], of is not None, opened is not None)
