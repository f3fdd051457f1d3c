"""Who is won or lost against: "outperforms X by 2x", "surpasses A, B and C by 3, 4 and 5 points"."""

from __future__ import annotations

from itertools import pairwise

from extractors.context.baseline.before import compared_first
from extractors.context.baseline.phrases import NP_PREP, cut
from extractors.context.baseline.rival.also import ALSO_BY
from extractors.context.baseline.rival.verb import last_of, objects_of
from extractors.context.baseline.rival.wins import WINS, WINS_PARTS
from extractors.context.metric import metric_cues
from extractors.context.pairing.aligned import aligned
from extractors.endings import Ending
from extractors.lexicon import HEDGES, HEDGES_OR_A
from extractors.patterns import IGNORECASE, Folded, Match, Pattern
from extractors.situation import Situation

# "surpasses or compares favourably with X"
_OR_EQUALS = (
    r"(?:(?:or|and)\s(?:(?:match|rival|equal|approach|tie)(?:e?s|ed|ing)?(?:\swith)?|"
    r"(?:compar|perform)(?:e?s|ed|ing)?\s(?:favou?rably|comparably|competitively|similarly|well|on par)\s"
    r"(?:to|with|against))\s)?"
)
_AND_DOES = (
    rf"\sand\s(?:{WINS}|(?:\p{{L}}+ly\s)?(?:compet|com|match|rival|approach|perform|reach|achiev|reduc|improv)e?s)\s"
)
_OUTPERFORMS = Folded(
    rf"\b(?:{WINS})\s{_OR_EQUALS}"
    r"(?P<np>(?!by|(?:or|and)\s|(?:their|its)\s(?:\p{Ll}+\s)?(?:performance|accuracy|quality|results?|scores?|speed)\b)"
    rf"(?:(?!{_AND_DOES})[^;]){{2,120}}?)(?:(?={_AND_DOES})|"
    r"\sby\b|\swith\b|\sin\b(?!-)|,|:|\son\b(?!-)|\sacross\b|\swhile\b|\susing\b|\(|\s(?:up to\s)?$)"
)
_NAMES_IN_BRACKETS = Pattern(r"\s?\((?P<names>\p{Lu}[^();:]{3,90})\)\sby\s")


def outperforms(s: Situation) -> tuple[int, int] | None:
    """ "outperforms X by 2x", "outperforms three rivals (A, B and C) by 3, 4 and 5 points"."""
    found = last_of(s, _OUTPERFORMS) if s.says(WINS_PARTS) else None
    if found is not None and _THEM.fullmatch(found["np"]):
        found = _named_before(s, found)
    if found is None or _WHICH_HAS.match(s.doc.view, found.end("np"), s.quantity.start):
        return None
    if (several := _as_many_as_values(s, found)) is not None:
        return several
    named = _NAMES_IN_BRACKETS.match(s.doc.view, found.end("np"), s.quantity.start)
    if named is not None and aligned(s, named.span("names")):
        return named.span("names")
    return None if _another_follows(s, found) else objects_of(s, found)


# "outperforms X, which gains 3x": the value is of X
_WHICH_HAS = Pattern(
    r",\swhich\s(?:only\s|itself\s)?(?:achiev|attain|reach|obtain|gain|deliver|offer|yield|provid|score)(?:e?s|ed)\s[^;]*$"
)
_THEM = Pattern(r"(?:them|it|these|those|both)(?:\sall)?", IGNORECASE)


def _named_before(s: Situation, pronoun: Match) -> Match | None:
    """ "outperforms X and Y on A, exceeding them by 5%": X and Y."""
    found = None
    for match in _OUTPERFORMS.finditer(s.doc.view, s.sentence.start, pronoun.start()):
        found = match
    return found


_BY_LAST = Pattern(rf"\sby\s{HEDGES}$")
_DOING_MORE = Pattern(r",\s(?:\p{L}+ly\s)?\p{L}+ing\s")


def _as_many_as_values(s: Situation, found: Match) -> tuple[int, int] | None:
    """ "outperforming A (66%) and B (70%) by 5 and 2 points"."""
    by = _BY_LAST.search(s.list_left) if s.group[1] > s.group[0] else None
    if by is None:
        return None
    start, end = found.start("np"), s.siblings[s.group[0]].start - len(s.list_left) + by.start()
    last = max(start, s.doc.view.rfind(" and ", start, end))
    # "A and B on X"; "A in mild and in harsh weather": one rival
    if aside := NP_PREP.search(s.doc.view, last, end) or NP_PREP.search(s.doc.view, start, last):
        end = aside.start()
    beside = _DOING_MORE.search(s.doc.view, start, end) is not None  # "outperforms X, reducing Y by 2 and 5 points"
    of_others = ": " in s.doc.view[start:end]  # "beats A: the first gains 4%, the second 5% and 6%"
    return (start, end) if end > start and not (beside or of_others) and aligned(s, (start, end)) else None


# "beats X and is on par with Y while ...", "beats X and comes close to Y, with 3x less"
_AND_MATCHES = Ending(
    r"\sand\s(?:even\s|\p{Ll}+ly\s)?(?:(?:match|rival|approach)(?:es|s|ed|ing)?|compet(?:es?|ed|ing)\swith|"
    r"com(?:es?|ing)\sclose\sto|(?:(?:perform(?:s|ing)?|is|are|being|remains?)\s)?"
    r"(?:on\spar|comparabl[ey]|competitive(?:ly)?|similar(?:ly)?)\s(?:to|with))"
    rf"\s[^,;:()]{{3,70}}?,?\s(?:(?:with|at|using)\s{HEDGES_OR_A}\$?|(?:while|despite)\s[^,;:()]{{0,60}})$"
)


def _another_follows(s: Situation, found: Match) -> bool:
    """ "outperforms X, and compared with Y, it gains 3 points", "outperforms X and matches Y with 3x less": Y."""
    later = compared_first(s)
    if later is not None and later > found.end() - s.sentence.start:
        return True
    if _AND_MATCHES.search(s.doc.view, found.start(), s.quantity.start) is not None:
        return True
    for before, value in pairwise(one for one in s.siblings[: s.index] if one.start >= found.end()):
        beaten = ALSO_BY.match(s.doc.view[before.end : value.start])  # "beats A by 2x and B by 3x, saving 5%"
        if beaten and not metric_cues(beaten["np"]):
            return True
    return False


_WINS_BY = Ending(rf"\b(?:{WINS}),?\sby\s{HEDGES_OR_A}$")
_BEHIND = Pattern(r"(?:\s(?:on|in)\s[^,;]{1,30})?,\s(?=(?:the|an?|all|its|our)\s|\p{Lu})")


def won_over(s: Situation) -> tuple[int, int] | None:
    """ "surpasses, by 5 points, a much larger model"."""
    behind = _BEHIND.match(s.right)
    return cut(s, s.quantity.end + behind.end(), s.sentence.end) if behind and _WINS_BY.search(s.left[-60:]) else None
