"""What bounds the value from before: "up to", "more than", "about", "not above"."""

from __future__ import annotations

from typing import NamedTuple

import regex

from extractors.context.qualifier.hedges import BETWEEN
from extractors.context.qualifier.turned import FAILS_ABOVE, FAILURES, NEGATIONS, NOT_ABOVE, NOT_BELOW
from extractors.endings import Ending
from extractors.patterns import IGNORECASE, Pattern
from extractors.text import folded, holds
from schemas.vocabulary import Qualifier

# Of each wording first what it has to have, folded.
_MOST = (
    "up", "most", "much", "high", "many", "large", "great", "long", "far", "fast", "low", "little", "small", "few",
    "short", "under", "beneath", "than", "within", "sub", "limited", "restricted", "confined", "capped", "topped",
    "bounded", "kept", "exceed", "equal", "<", "≤",
)  # fmt: skip
_AT_MOST = Ending(
    r"(?:\bup\s?-?to(?:\sand\sincluding)?|\bat\smost|\bas\s(?:much|high|many|large|great|long|far|fast|low|little|small|few|"
    r"short)\sas|\bunder|(?<!\b(?:no|not|never)\s)\b(?:less|fewer|lower|smaller|shorter)\s(?:than(?:\sor\sequal\sto)?|or\sequal\sto)|"
    r"\b(?:at\smost|up\sto)\san?\s(?!(?:average|mean|factor|total)\b)(?:[\p{L}@-]{1,20}\s){1,4}of|"
    r"\b(?:below|beneath)|\bwithin(?:\s(?:the|its|their)\s(?:first|initial|last|final))?|\b(?:no|not|never)\s(?:more|greater|larger|higher|longer)\sthan|"
    r"\bsub-?|\bupto|(?<!\bnot )\b(?:limited|restricted|confined|bounded)\sto|"
    r"\b(?:capped|topped\sout)\sat|\bbounded\s(?:above\s)?by|\bkept\s(?:down\s)?to|"
    r"\breaching\sup\sto|\b(?:not|never)\sexceed(?:s|ing)?|[<≤]=?)\s{0,13}" + BETWEEN,
    regex.IGNORECASE,
)
_LEAST = (
    "over", "than", "least", "above", "exceed", "beyond", "surpass", "excess", "upward", "north", "minimum", "top",
    "equal", ">", "≥",
)  # fmt: skip
_AT_LEAST = Ending(
    r"(?:(?<!\b(?:improvements?|speed-?ups?|gains?|reductions?|acceleration|increase|higher|boost|"
    r"performance|efficiency|fit|obtained|achieved|savings?)\s)\bover|\bmore\sthan|\bat\sleast|\babove|"
    r"\bexceed(?:s|ed|ing)?|\bbeyond|\bgreater\s(?:than(?:\sor\sequal\sto)?|or\sequal\sto)|"
    r"\bat\sleast\san?\s(?!(?:average|mean|factor|total)\b)(?:[\p{L}@-]{1,20}\s){1,4}of|"
    r"\bhigher\sthan|\blarger\sthan|"
    r"\b(?:no|not|never)\s(?:less|fewer|lower|smaller|shorter|slower|worse)\sthan|"
    r"\bsurpass(?:es|ing)?|\bin\sexcess\sof|\bupwards?\sof|\bnorth\sof|\blonger\sthan|\bat\s(?:a\s)?minimum|"
    r"\b(?:well|just|slightly|a\slittle|a\sbit)\sover|\btop(?:s|ped|ping)|(?<=\p{L}s\s)top|\bsurpassed|"
    r"(?<!-)[>≥]=?)\s{0,13}" + BETWEEN,
    regex.IGNORECASE,
)
_ABOUT = (
    "about", "around", "roughly", "near", "almost", "close", "approx", "approaching", "some", "circa", "shy", "order",
    "region", "hood", "vicinity", "ballpark", "~",
)  # fmt: skip
_APPROX = Pattern(
    r"(?:(?<!bring )(?<!brings )(?<!brought )(?<!come )(?<!comes )(?<!came )\babout|"
    r"\baround|\broughly|\bnearly|\balmost|\bclose\sto|\bapproximate(?:ly)?|\bapprox\.?|\bnear(?:ing|"
    r"-)?|\bapproaching|\bsome(?=\s{1,3}$)|\bcirca|\bsomewhat|"
    r"\b(?:just\s)?shy\sof|\b(?:on|of|in)\sthe\s(?:order|region|neighbou?rhood|vicinity|"
    r"ballpark)\sof|\bin\sthe\svicinity\sof|~)\s{0,8}" + BETWEEN,
    IGNORECASE,
)


class Bound(NamedTuple):
    """A wording, what it says, and parts of words of which it has one, folded."""

    needed: tuple[str, ...]
    wording: Ending
    qualifier: Qualifier


# The first to be found is meant: "not above" before "above".
_BOUNDS = (
    Bound(NEGATIONS, NOT_ABOVE, Qualifier.AT_MOST),
    Bound(NEGATIONS, NOT_BELOW, Qualifier.AT_LEAST),
    Bound(FAILURES, FAILS_ABOVE, Qualifier.AT_MOST),
    Bound(_MOST, _AT_MOST, Qualifier.AT_MOST),
    Bound(_LEAST, _AT_LEAST, Qualifier.AT_LEAST),
)


def before(left: str) -> Qualifier | None:
    """What the end of a text says of the number behind it; the outer one of two."""
    words = folded(left)
    for bound in _BOUNDS:
        if holds(words, bound.needed) and bound.wording.search(left):
            return bound.qualifier
    about = _APPROX.search(left) if holds(words, _ABOUT) else None
    if about is None:
        return None
    inner = left[: about.start()]
    if _AT_MOST.search(inner):
        return Qualifier.AT_MOST
    return Qualifier.AT_LEAST if _AT_LEAST.search(inner) else Qualifier.APPROX
