"""A share of a whole, which is compared with nothing: "accounts for 30% of the time", "reaches 80% of the peak"."""

from __future__ import annotations

from extractors.context.change.share.another import names_another
from extractors.context.change.share.limit import is_of_a_limit
from extractors.context.change.share.offered import is_of_an_offer
from extractors.context.change.share.own import is_of_its_own
from extractors.context.change.share.part import happens_to
from extractors.context.change.used import TAKES_UP
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.patterns import IGNORECASE, Folded, Pattern
from extractors.situation import Situation

ACCOUNTS = Pattern(
    r"\b(?:account|spend|spent|contribut|constitut|compris|represent|(?:make|makes|take|takes|took|making|taking) up|"
    r"occup)\w*\b[^,;]{0,24}$",
    IGNORECASE,
)
# "one stage consumes over 75% of the training time"
_CONSUMES = Ending(
    r"\b(?:consum(?:es?|ed|ing)\s(?:over|more than|up to|nearly|almost|as much as|at least)\s~?|"
    r"dominat(?:es?|ed|ing)\s(?:with|at)\s" + HEDGES + r")$"
)
# "copying takes 31% of the run time": of the whole, unless a rival is named or so much is only needed
TAKES = Ending(
    r"\b(?:consum(?:es?|ed|ing)|takes?|took|costs?|wast(?:es?|ed|ing))\s(?:(?:over|more than|up to|nearly|almost|"
    r"as much as|at least|about|around|roughly|approximately)\s)?~?$"
)
# "accounts for 90% of the latency and 44% of the energy"
_AND_PART = Pattern(r"\sof\s[^,;:()]{2,40}?(?:,|,?\sand)\s" + HEDGES)
# "keeps the overhead under 3% of the run time": what it comes to, and the time is that of the same
_OVERHEAD_IS = Ending(
    r"\boverheads?\s(?:(?!(?:and|while|that|which)\s)[\p{L}-]+\s){0,3}?(?:to|at|under|below|within|of|is|are|was|less\sthan)\s"
    + HEDGES
    + r"$"
)
_OF_AN_OVERHEAD = Pattern(
    r"\boverheads?\b|\b(?:baselines?|original|others?|previous|prior|existing|that|those|conventional|standard)\b|'s\b"
)
OF_A_CHIP = Pattern(
    r"(?:the\s|its\s|all\s|available\s){0,2}(?:LUTs?|FFs|DSPs?|BRAMs?|URAMs?|slices|registers|flip-flops)\b(?!\s(?:of|required|"
    r"needed|used|that)\b)"
)
_PEAK = Pattern(
    r"\b(?:peak|theoretical|roofline|ideal|maximum achievable|"
    r"available(?!\s(?:[\p{L}-]+\s){0,2}?(?:data|labels|annotations|samples|examples|images|demonstrations)\b)|"
    r"bandwidth|line rate|attainable|"
    r"hardware limit|speed of light)\b",
    IGNORECASE,
)
_CAUSED = Pattern(r"\b(?:attribut\w+|due to|caused|come|occur)")
# "only 4% of published models report their emissions"
_THEY_DO = Pattern(
    r"(?:the\s|all\s)?(?:[\p{L}-]+\s){0,3}?(?!(?:less|times|its|this)\b)\p{Ll}+s\s"
    r"(?:report|use|contain|include|provide|release|disclose|mention|support|meet|exceed|require|show|exhibit|"
    r"suffer|cite|share|publish|specify|document|offer|consider)\b"
)
# "70% of the failures stem from timeouts", "detects 10% of errors": how many of them
_EVENTS = Pattern(
    r"(?:(?!(?:of|in|on|for|from|by|with)\s)[\p{L}\d'-]+\s){0,5}?"
    r"(?:errors|failures|hallucinations|mistakes|faults|violations|crashes|bugs|vulnerabilities)\b"
)
_TOTAL = Pattern(
    r"(?:the\s)?(?:total|overall|end-to-end|global|world(?:wide|'s)?|national|system|device|GPU|host|available|"
    r"on-chip|chip)\b",
    IGNORECASE,
)
JUST = Folded(r"\b(?:only|just|merely|as little as|less than|under)\b[^,;:]{0,16}$|\band\s" + HEDGES + r"$")


def is_of_a_whole(s: Situation, what: str) -> bool:
    """ "accounts for 30% of the time", "reaches 80% of the peak", "4% of models report": compared with nothing."""
    return bool(
        (ACCOUNTS.search(s.near_left) and not _occupies_of_another(s, what))
        or (_OVERHEAD_IS.search(s.near_left) and not _OF_AN_OVERHEAD.search(what))
        or _is_next_part(s)
        or _CONSUMES.search(s.near_left)
        or (TAKES.search(s.near_left) and not names_another(what))
        or happens_to(s, what)
        or (_PEAK.search(what) and not _takes_bandwidth(s, what))
        or OF_A_CHIP.match(what)
        or _CAUSED.search(what)
        or _THEY_DO.match(what)
        or _EVENTS.match(what)
        or (_TOTAL.match(what) and not JUST.search(s.near_left))
        or is_of_its_own(s, what)
        or is_of_an_offer(s, what)
        or is_of_a_limit(s, what)
    )


_BANDWIDTH = Pattern(r"\bbandwidth\b")
_PEAK_OF = Pattern(r"\b(?:peak|theoretical|ideal|available|attainable|achievable|total)\b")


def _takes_bandwidth(s: Situation, what: str) -> bool:
    """ "needs 30% of the bandwidth of Tarnet": a cost of both."""
    of_bandwidth = _BANDWIDTH.search(what) is not None and TAKES_UP.search(s.near_left) is not None
    return of_bandwidth and names_another(what) and not _PEAK_OF.search(what)


_OCCUPIES = Ending(rf"\b(?:occup(?:y|ies|ied|ying)|tak(?:es?|ing)\sup|took\sup)\s{HEDGES}$")
_WHILE_ONLY = Ending(r"\b(?:occupying|taking\sup)\s(?:only|just|merely)\s(?:about\s|~)?$")
_ITS_COST = Pattern(r"(?:its|their)\s(?!(?:total|whole|entire|own|available|overall)\b)")


def _occupies_of_another(s: Situation, what: str) -> bool:
    """ "takes up 30% of the memory of Tarnet", "as exact as a tree, occupying only 30% of its memory"."""
    if _OCCUPIES.search(s.near_left) is None or _TOTAL.match(what):
        return False
    return names_another(what) or (_WHILE_ONLY.search(s.near_left) is not None and _ITS_COST.match(what) is not None)


def _is_next_part(s: Situation) -> bool:
    if s.previous is None or _AND_PART.fullmatch(s.near_left) is None:
        return False
    return ACCOUNTS.search(s.doc.view[s.sentence.start : s.previous.start]) is not None
