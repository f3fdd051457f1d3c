"""A part that a verb or *only* settles: "removes 60% of the latency", "only 10% of the tokens"."""

from __future__ import annotations

from extractors.context.change.counted import counted
from extractors.context.change.made import Change
from extractors.context.change.share.needed import CACHE, ONLY
from extractors.context.change.words import PAYS
from extractors.context.metric import first_metric, head_metric
from extractors.endings import Ending
from extractors.lexicon import DOWN, HEDGES, UP
from extractors.patterns import IGNORECASE, Pattern
from extractors.rulenames import PRICE_PAID, SHARE_OF_COST
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Metric, Polarity

REMOVES = Pattern(
    r"\b(?:remov|sav|free(?!z)|prun|eliminat|skip|omit|cut|drop|avoid|prevent|filter|discard|bypass|exclud|"
    r"reduc)\w*(?:,?\s(?:out|on average,?))?,?\s(?!(?:below|under|above)\s)"  # "drops below 4%" is a place
    + HEDGES
    + r"$",
    IGNORECASE,
)
SAVES = Ending(
    rf"\b(?:(?:sav|eliminat|avoid|spar|remov|prevent|bypass)(?:e|es|ed|ing|s)?|(?:skip|omit)(?:s|[pt]ed|[pt]ing)?)\s{HEDGES}$"
)
_RECOVERS = Pattern(r"\b(?:recover|regain|restor|recoup)(?:s|es|ed|ing|e)?\s(?:on\saverage\s)?" + HEDGES + r"\s?$")
_WHAT_IS_LOST = Pattern(
    r"(?:the\s)?(?:[\p{L}\d-]+\s){0,2}?(?:lost\s(?:accuracy|performance|quality)|(?:accuracy|performance|quality)\s"
    r"(?:that (?:was|is)\s)?(?:lost|loss|drop|degradation|gap|deficit))\b"
)
_MAKES_UP = Ending(  # "constitutes less than 2% of the tokens", "code is just 5% of all tokens": what they consist of
    r"\b(?:account|contribut|constitut|compris|represent|(?:mak|tak)(?:es?|ing)\sup|made\sup|occup|are|is|was|were)\p{L}{0,4}\s"
    rf"(?:for\s)?{HEDGES}$"
)
_TOKENS = Pattern(r"(?:the\s|its\s)?(?:\p{L}+\s)?tokens\b")


def part_of(s: Situation, what: str) -> Change | None:
    """ "removes 60% of the latency", "at 3% of the accuracy", "10% of the tokens": a verb or *only* settles it."""
    if REMOVES.search(s.near_left) and (removed := _removed(what)) is not None:
        return removed
    if SAVES.search(s.near_left):
        if _TIME.match(what):
            return Change(Metric.RUNTIME, DOWN, Form.BY, "part of a cost removed")
        return Change(Metric.OTHER, DOWN, Form.BY, "parts removed")
    if PAYS.search(s.near_left) and (paid := first_metric(what)) and paid.metric.polarity is Polarity.HIGHER:
        return Change(paid.metric, DOWN, Form.BY, PRICE_PAID)
    if _RECOVERS.search(s.near_left) and _WHAT_IS_LOST.match(what):
        return Change(Metric.ACCURACY, UP, Form.BY, "part of a loss recovered")
    if (
        ONLY.search(s.list_left)
        and _TOKENS.match(what)
        and not (happens_to(s, what) or _MAKES_UP.search(s.near_left))
    ):
        return Change(Metric.COMPUTE, DOWN, Form.TO, SHARE_OF_COST)
    return None


_PARTS = Pattern(
    r"(?:the\s|its\s|all\s)?(?:[\p{L}-]+\s){0,2}?(?:layers|heads|experts|weights|parameters|channels|neurons|blocks|"
    r"(?P<read>tokens|patches|frames|steps|calls|views|inferences|invocations|evaluations|iterations|computations))\b",
    IGNORECASE,
)
# "saves 20% of energy and stretches the run time"
_AND_DOES = Pattern(
    r",?\s(?:and|but|yet)\s(?=(?:also\s|only\s|even\s|\p{Ll}+ly\s)?(?!(?:los|acces)ses\b)\p{Ll}{3,}s\s(?!(?:in|on|for|of|at|by|from|when|with|during|"
    r"are|were|used|needed|required|per|across)\b)[\p{L}\d])"
)
_MEMORY = Pattern(
    r"(?:the\s|its\s)?(?:(?:[GC]PU|device|host|main|total)\s)?(?:DRAM|HBM|S?RAM|VRAM|memory|(?P<sent>(?:network\s|link\s)?bandwidth))\.?"
)
_TIME = Pattern(  # "saves 30% of the time", "of wall time"
    r"(?:(?:the|its|their|total|overall|wall|elapsed)\s){0,2}time(?=[,.;)]|$|\s(?:and|in|on|for|when|with|while|of|to|needed|required)\b)"
)
WITHOUT = Pattern(r"\s(?:without|with|while|at)\s")


def _removed(what: str) -> Change | None:
    """ "prunes 60% of the heads", "skips 40% of the steps", "removes 30% of the latency"."""
    if (part := _PARTS.match(what)) is not None:
        return Change(Metric.COMPUTE if part["read"] else Metric.MODEL_SIZE, DOWN, Form.BY, "parts removed")
    if (thing := counted(what)) is not None:
        return Change(thing, DOWN, Form.BY, "parts removed")
    if CACHE.match(what):
        return Change(Metric.MEMORY, DOWN, Form.BY, "parts removed")
    if _TIME.match(what):
        return Change(Metric.RUNTIME, DOWN, Form.BY, "part of a cost removed")
    what = WITHOUT.split(_AND_DOES.split(what)[0])[0]
    if (memory := _MEMORY.fullmatch(what)) is not None:
        return Change(
            Metric.COMMUNICATION if memory["sent"] else Metric.MEMORY, DOWN, Form.BY, "part of a cost removed"
        )
    cut = head_metric(what)
    if cut is not None and cut.metric.polarity is Polarity.LOWER:
        return Change(cut.metric, DOWN, Form.BY, "part of a cost removed")
    return None


_TAKEN = Pattern(r"\s(?:are|is|were|was|get|gets|need|needs|require|requires|have|has)\s")
_ALONE = Pattern(
    r"(?:^|[,;:]\s|\b(?:and|while|that|because|since)\s)(?:[Oo]nly|[Jj]ust|[Mm]erely|[Aa]bout|[Ll]ess than)\s$"
)


def happens_to(s: Situation, what: str) -> bool:
    """ "only 14% of the tokens are routed": what happens to so many of them."""
    return _TAKEN.search(what) is not None and _ALONE.search(s.near_left) is not None
