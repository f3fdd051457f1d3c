"""Numbers whose noun stands with one before: "faster on 103 schemes and ties on 59"."""

from __future__ import annotations

from dataclasses import replace

from extractors.claims.draft import Draft
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern
from extractors.sentence.found import SoFar
from extractors.situation import Situation
from schemas.vocabulary import Kind, Metric

# "faster on 103 schemes and ties on | 59"
_ON_OF = Pattern(r"(?:,|\band)\s(?:[\p{L}]+\s){1,6}(?:on|for|in)\s$")
# "34 bugs, of which 21 are fixed", "34 bugs, 21 of them fixed"
_OF_WHICH = Ending(r"\b(?:(?:of|among)\s(?:which|them|these|those),?|the\s(?:remaining|other))\s" + HEDGES + r"$")
_WHICH_OF = Pattern(r"\s(?:of|out of|among)\s(?:which|them|these|those)\b")
# "900 puzzles, including 120 drawn from exams"
_INCLUDING = Ending(r",?\sincluding\s" + HEDGES + r"$")
_WHICH_ARE = Pattern(
    r"\s(?:drawn|taken|from|that|which|with|collected|written|annotated|labell?ed|in|of|by|for|on)\b"
)
# "Of the 40 bugs, 31 were fixed and 7 confirmed"
_OF_ALL = Pattern(r"(?:Of|Among|Out of|Across|From)\s(?:(?:the|these|all|our)\s){0,2}[~$]?\d[\d,]*[^,]{2,50},\s")
_FOUND = Ending(  # "Of the 40 bugs, the tool found 31"
    r"\s(?:f(?:ou|i)nds?|solve[sd]?|resolve[sd]?|miss(?:es|ed)|fix(?:es|ed)|detect(?:s|ed)?|pass(?:es|ed)|fail(?:s|ed)|"
    r"confirm(?:s|ed)|catch(?:es)?|caught|prove[sd]?|repair(?:s|ed)|cover(?:s|ed)|complete[sd]?|accept(?:s|ed)|"
    r"reject(?:s|ed)|identif(?:ies|ied|y)|recover(?:s|ed)|reproduce[sd]?|remove[sd]?|ke(?:eps|pt)|retain(?:s|ed))\s"
    + HEDGES
    + r"$"
)
# "found 31, and", "found 31 within a day": what is counted is not named behind
_CLOSES = Pattern(r"\s?(?:[,.;:)]|$)|\s(?:and|while|but|in|with|by|correctly|within)\b")
# "31 were fixed"
_ARE_SO = Pattern(
    r"\s(?:were|was|are|is|have|had|can|could|remain|remained|turned|proved|show|exhibit|use|report|contain|focus|rely|\p{Ll}{2,}ed)\b"
)


def of_the_counted(s: Situation, so_far: SoFar) -> Draft | None:
    """A count of what the nearest count before is of; null when the number is none."""
    if s.quantity.unit or s.quantity.low % 1 or not (_is_some_of_them(s) or _ON_OF.search(s.near_left)):
        return None
    for draft in (earlier.draft for earlier in reversed(so_far)):
        if draft.kind is Kind.SCALE and draft.metric in (Metric.COUNT, Metric.DATASET_SIZE) and draft.unit:
            sized = s.quantity.magnitude and draft.metric is Metric.DATASET_SIZE  # "out of 9T tokens, it keeps 2T"
            return Draft(Kind.SCALE, draft.metric if sized else Metric.COUNT, draft.unit, "count of the same")
    return None


def such_ones(s: Situation, so_far: SoFar) -> Draft | None:
    """ "300 photos, including 40 sharp ones": of what the nearest count before is of."""
    if s.quantity.unit != "ones" or s.quantity.in_words:
        return None
    counts = (d for d in (earlier.draft for earlier in reversed(so_far)) if d.kind is Kind.SCALE and d.unit)
    of = next(counts, None)
    return Draft(Kind.SCALE, of.metric, of.unit, "count of the same") if of else None


# "876 patients (604 for training, 272 for tests)"
_OPENS = Pattern(r"\s\(")
_MOST_PARTS = 6


def part_of_a_total(s: Situation, so_far: SoFar) -> Draft | None:
    """One of the bare numbers in a bracket that add up to the count before it; null where they do not."""
    q = s.quantity
    if q.dimension is not Dimension.NONE or q.pair or q.low % 1 or not so_far or "(" not in s.left:
        return None
    first = last = s.index
    while first and "(" not in _gap(s, first):
        first -= 1
    while last + 1 < len(s.siblings) and ")" not in _gap(s, last + 1):
        last += 1
    parts = s.siblings[first : last + 1]
    if not first or not 1 < len(parts) <= _MOST_PARTS or not _OPENS.fullmatch(_gap(s, first)):
        return None
    whole = s.siblings[first - 1]
    if whole.dimension is not Dimension.COUNT or whole.low != sum(part.low for part in parts):
        return None
    return Draft(Kind.SCALE, Metric.COUNT, whole.unit, "part of a total")


# "720 charts (30 per family)", "1,204 adults (318 with asthma)"
_PART_NEXT = Pattern(
    r"\s(?:on\saverage\s)?(?:per\s(?P<one>\p{L}[\p{L}-]*)|(?:for|from|in)\seach\s\p{L})|"
    r"\s(?:with|without|from|in|on|of\s(?:them|these|which|whom)|who|that|were|are)\s\p{L}"
)


def some_in_a_bracket(s: Situation) -> Draft | None:
    """The whole number with which the bracket right behind a count begins: some of these; null for any other."""
    q = s.quantity
    if q.dimension is not Dimension.NONE or q.pair or not s.index:
        return None
    whole, part = s.siblings[s.index - 1], _PART_NEXT.match(s.right)
    if (
        part is None
        or whole.dimension is not Dimension.COUNT
        or whole.in_words
        or not _OPENS.fullmatch(_gap(s, s.index))
    ):
        return None
    if q.low > whole.low or (q.low % 1 and part["one"] is None):
        return None
    unit = f"{whole.unit}/{part['one']}" if part["one"] else whole.unit
    return Draft(Kind.SCALE, Metric.COUNT, unit, "part of a total")


def _gap(s: Situation, index: int) -> str:
    """What stands before a quantity of the sentence, back to the one before."""
    return s.doc.view[s.siblings[index - 1].end : s.siblings[index].start]


def _is_some_of_them(s: Situation) -> bool:
    """Whether a part of what is counted before is told: "34 bugs, of which 21 are fixed"."""
    return bool(
        _OF_WHICH.search(s.near_left)
        or _WHICH_OF.match(s.near_right)
        or (_OF_ALL.match(s.left) and (_ARE_SO.match(s.near_right) or _is_found(s)))
        or (_INCLUDING.search(s.near_left) and _WHICH_ARE.match(s.near_right))
    )


def _is_found(s: Situation) -> bool:
    """ "Of the 40 bugs, the tool found 31 and missed 9"."""
    return _CLOSES.match(s.near_right) is not None and _FOUND.search(s.near_left) is not None


_AGAINST = Pattern(r"\b(?:compared|versus|vs|against|than|instead\sof|from|whereas|while)\b")


def tokens_alike(s: Situation, draft: Draft, so_far: SoFar) -> Draft:
    """ "uses 700 reasoning tokens, compared with 2,100 tokens for X": both are spent, and none is a context."""
    if draft.unit != "tokens" or draft.metric is not Metric.CONTEXT_LENGTH:
        return draft
    before = next((earlier for earlier in reversed(so_far) if earlier.draft.unit == "tokens"), None)
    if before is None or before.draft.metric not in (Metric.COMPUTE, Metric.DATASET_SIZE):
        return draft
    against = _AGAINST.search(s.doc.view, before.quantity.end, s.quantity.start) is not None
    return replace(draft, metric=before.draft.metric) if against else draft
