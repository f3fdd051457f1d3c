"""What bounds a value; "up to 2x faster decoding and a 30% shorter start": the first bound holds for both."""

from __future__ import annotations

from extractors.claims.draft import Draft
from extractors.context.qualifier import find_qualifier
from extractors.context.qualifier.statistic import is_statistic
from extractors.lexicon import has_verb
from extractors.patterns import IGNORECASE, Pattern
from extractors.sentence.found import Earlier, SoFar
from extractors.situation import Situation
from schemas.vocabulary import Kind, Polarity, Qualifier

_BROKEN = Pattern(
    r"\bby\b|\bwith\b|\baverage\b(?!\s\p{L}[^,;]*,\s)|\bmean\b(?!\s\p{L}[^,;]*,\s)|\bmedian\b|\breach|;|\bwhile\b|"
    r"\ban?\s[($]?\s?$|\b(?:achiev|attain|obtain|deliver|provid|offer|yield|exhibit|demonstrat|requir|consum|incur|"
    r"maintain|retain|preserv|includ|suffer)(?:e|es|s|ed|ing)\b|\b(?:and|,)\s(?:needs|uses|runs|takes|shows|brings|gives|keeps)\b|"
    r"\b(?:up|down)\sfrom\b|\b(?:versus|vs\.?|against|compared\s(?:to|with)|instead\sof)\s(?:an?\s)?[~$]?$|"
    r"\bconverg|\b(?:increas|decreas|ris|grow|drop|fall)(?:e|es|s|ing)?\sto\b|"
    r"\b(?:improvement|gain|speed-?up|reduction|saving|increase|decrease|lift|drop|boost)s?\sof\b",
    IGNORECASE,
)
_NOUNS = Pattern(
    r"\b(?:higher|lower|larger|greater|reductions?|improvements?|gains?|increases?|decreases?|drops?|boosts?|"
    r"savings?|speed-?ups?)\b",
    IGNORECASE,
)
_WORD = (
    r"\s(?!(?:and|or|but|by|while|at|with|for|on|over|than|across|under|within|in|of|to|from|vs|versus)\s)"
    r"[\p{L}\d@/-]{1,40}"
)
# "up to 2x faster decoding, a 30% shorter start and 40% less memory"
_JOINED = Pattern(
    rf"(?:{_WORD}){{1,5}}(?:\s(?:in|of)(?:\s[\p{{L}}-]{{1,40}}){{1,3}})?(?:\s\([^()\d]{{1,24}}\))?,?\s(?:and\s)?(?:an?\s)?"
)
# "up to 84% recall on A and 81% precision"
_AND = Pattern(rf"(?:{_WORD}){{0,5}}(?:\s(?:on|in|for|of)(?:{_WORD}){{1,5}})?\sand\s")
_FOR_ANOTHER = Pattern(r"(?:\s[\p{L}-]{1,20}){0,3}\s(?:for|on|in)\s[^,;()]{1,50},?\sand\s")
_MEAN_NEXT = Pattern(
    r"\s(?:average|mean|median)\s(?!(?:average|absolute|squared?|reciprocal|precision|[Ii]o[Uu]|[Ii]ntersection)\b)"
)  # "up to a 9% gain and a 5% average gain"
_ARTICLE = Pattern(r"\ban?\s$")
_ROUND, _MANY = 2, 100  # digits, and the least, of a number that a hedge may stand before: "about 12,000"


def read(s: Situation, draft: Draft, so_far: SoFar) -> Qualifier:
    """The value's own qualifier, else that of the value next to it where it reaches so far."""
    own = find_qualifier(s)
    if own not in (Qualifier.EXACT, Qualifier.APPROX) or not so_far:
        return own
    earlier = so_far[-1]
    before = earlier.claim.qualifier
    if own is Qualifier.APPROX and not (before is Qualifier.AT_MOST and _are_both_rounded(earlier, s)):
        return own
    if before is Qualifier.EXACT or not earlier.stands_next_to(s) or earlier.claim.kind is not draft.kind:
        return own
    return before if _reaches(before, earlier, s, draft) else own


_ROUNDLY = Pattern(r"(?:~|\b(?:about|around|roughly|approximately|nearly|almost)\s)\$?\s?$")


def _are_both_rounded(earlier: Earlier, s: Situation) -> bool:
    """ "up to about 2x on A and about 3x on B": the outer bound of the first holds for the second."""
    return _ROUNDLY.search(earlier.situation.near_left) is not None and _ROUNDLY.search(s.near_left) is not None


_TOLD_AGAIN = Pattern(r"\)|\s(?:relative|absolute)")


def _is_apart(earlier: Earlier, s: Situation) -> bool:
    """Whether no bound of the value before holds for this one: for a range, nor for another value in brackets.

    So "less than 5% overhead (2% when tuned)", but not "up to 50% (70%) less time (memory)".
    """
    if s.quantity.is_range and not earlier.quantity.is_range:
        return True
    alike = earlier.quantity.dimension is s.quantity.dimension
    return alike and s.near_left.endswith("(") and _TOLD_AGAIN.match(s.right) is None


def _reaches(before: Qualifier, earlier: Earlier, s: Situation, draft: Draft) -> bool:
    """Whether what bounds the value before bounds this one: not past a verb or a repeated "by", nor a mean."""
    if _is_apart(earlier, s):
        return False
    gap = words = _ROUNDLY.sub("", s.near_left)
    if _ARTICLE.search(earlier.situation.near_left):
        gap = _ARTICLE.sub("", gap)  # "up to a 2x speedup and a 30% saving"
    if is_statistic(s) or _MEAN_NEXT.match(s.near_right) or _BROKEN.search(gap) or has_verb(_NOUNS.sub("", gap)):
        return False
    alike = earlier.quantity.dimension is s.quantity.dimension
    if draft.kind is Kind.COMPARISON:
        joined = _JOINED if before is Qualifier.AT_MOST else _FOR_ANOTHER
        return (alike and before is Qualifier.AT_MOST) or any(p.fullmatch(words) for p in (joined, _AND))
    if not _AND.fullmatch(gap):
        return False
    if draft.kind is not Kind.MEASUREMENT:
        return before is Qualifier.AT_MOST or _is_round(s.quantity.low)
    # "below 5 ms and 98% accuracy" are two statements
    polarities = {earlier.draft.metric.polarity, draft.metric.polarity}
    if alike:
        return len(polarities - {Polarity.NEITHER}) < 2
    return before is Qualifier.AT_MOST and len(polarities) == 1 and Polarity.NEITHER not in polarities


def _is_round(value: float) -> bool:
    return value >= _MANY and len(f"{value:.0f}".rstrip("0")) <= _ROUND
