"""Values of another beside one before: "surpassing X's 78% and 49%", "an AUC of 0.75 compared to X with 0.74"."""

from __future__ import annotations

from extractors.claims.draft import Draft
from extractors.context.attribution.own import is_another
from extractors.context.metric import metric_cues
from extractors.endings import Ending
from extractors.lexicon import HEDGES, has_verb
from extractors.patterns import Pattern
from extractors.sentence.found import Earlier, SoFar
from extractors.situation import Situation
from schemas.vocabulary import Attribution, Kind

VERSUS = Pattern(r"(?:\s?\[[^\]]{3,30}\])?[%\s]{0,2}(?:vs\.?|versus|against|compared\s(?:to|with))\s")


def goes_on_with_another(s: Situation, draft: Draft, so_far: SoFar, system: str | None) -> bool:
    """Whether the value before is of another, or ours, and this one is set beside it."""
    return (
        of_the_same_other(s, so_far)
        or _goes_on_elsewhere(s, draft, so_far)
        or _is_next_by_name(s, draft, so_far, system)
        or _of_several_others(s, draft, so_far)
        or _is_named_beside(s, draft, so_far, system)
        or _is_what_the_other_has(s, draft, so_far, system)
    )


_SAME_BRACKET_NEXT = Pattern(r"%?\s?[^()\d]{0,25}(?:[/,]|\sat\b)\s?(?:[\p{L}-]{1,20}\s)?")
# "which reaches 40% (45% on the first set, 31% on the next)"
_BREAKS_DOWN = Pattern(rf"[^,;()]{{0,40}}\({HEDGES}\$?")
_INTO = Pattern(r"[%\s]{0,2}(?:for|on|in|with|at|under)\s[^()]{1,40}?(?:,|;|\sand)\s[^()]{0,12}\d[^()]{1,60}\)")
# "compared with $2 for X and $18 for Y"
_FOR_ANOTHER_NEXT = Pattern(
    r"[%$\s]{0,2}(?:[\p{L}-]{1,20}\s){0,2}?(?:for|with|by|from|of)\s[^,;:()]{2,40}?(?:,|,?\sand)\s(?:(?:only|"
    r"about)\s)?[~$\\]{0,2}"
)


def of_the_same_other(s: Situation, so_far: SoFar) -> bool:
    """ "surpassing X's 78% and 49%", "compared with $2 for X and $18 for Y": the second is of another too."""
    if not so_far or so_far[-1].claim.attribution is not Attribution.BASELINE:
        return False
    earlier = so_far[-1]
    if _SAME_BRACKET_NEXT.fullmatch(s.near_left) and _opens_a_bracket(earlier, s):
        return True  # "outperforming X (7.9 FID / 0.7 CLIP)"
    if not earlier.stands_next_to(s):
        return False
    if _BREAKS_DOWN.fullmatch(s.near_left) and _INTO.match(s.right) and earlier.quantity.unit == s.quantity.unit:
        return True
    if _FOR_ANOTHER_NEXT.fullmatch(s.near_left):
        return True
    return s.group[0] != s.index and s.near_left.strip(" ,/$%~").lower() in ("", "and", "or", "&")


# "Foobar reaches 18% on A and 25% on B, while ours ..."
_ELSEWHERE_NEXT = Pattern(
    r"[%\s]{0,2}(?:[\p{L}@-]{1,20}\s){0,3}?(?:on|in|at|under|for|with)\s[^,;:()]{1,40}?(?:,|,?\sand)\s(?:only\s)?[~$]?"
)
_THEN_ANOTHER = Pattern(r"[^.;]{0,60}?(?:,\s(?:whereas|while|but)|;)\s(?!(?:on|in|at|for)\s)")


def _goes_on_elsewhere(s: Situation, draft: Draft, so_far: SoFar) -> bool:
    """ "X reaches 18% on A and 25% on B, while ours ...": the second is of X too."""
    if not so_far or not so_far[-1].stands_next_to(s) or so_far[-1].quantity.pair:
        return False
    earlier = so_far[-1]
    same = (earlier.draft.metric, earlier.draft.unit) == (draft.metric, draft.unit)
    if not same or earlier.claim.attribution is not Attribution.BASELINE:
        return False
    return _ELSEWHERE_NEXT.fullmatch(s.near_left) is not None and _THEN_ANOTHER.match(s.right) is not None


_ON_WHAT = Pattern(rf"(?:\s[\p{{L}}-]{{1,20}}){{0,2}}?\s(?:on|with|using|across)\s(?:(?:an?|the|all)\s)?{HEDGES}\$?")


def runs_the_other(s: Situation, so_far: SoFar) -> bool:
    """ "in 31 s, compared to 90 s on 64 cores": the cores are the other's."""
    if not so_far or so_far[-1].claim.kind is not Kind.MEASUREMENT or not so_far[-1].stands_next_to(s):
        return False
    earlier = so_far[-1]
    return earlier.claim.attribution is Attribution.BASELINE and _ON_WHAT.fullmatch(s.near_left) is not None


# "Corvid solves 22% and Heron 30%"
_NAME_NEXT = Pattern(
    rf"[%$\\]{{0,3}}(?:,\s(?:and\s)?|\sand\s)(?P<who>(?:the\s)?\p{{Lu}}[\p{{L}}\d+.-]*(?:\s[\p{{L}}\d+.-]+)?)\s{HEDGES}\$?"
)


def _is_next_by_name(s: Situation, draft: Draft, so_far: SoFar, system: str | None) -> bool:
    """Whether a value goes on, with the name of another alone, from one that is a rival's."""
    earlier = so_far[-1] if so_far else None
    if earlier is None or earlier.claim.attribution is not Attribution.BASELINE or not earlier.stands_next_to(s):
        return False
    if earlier.quantity.pair or (earlier.draft.metric, earlier.draft.unit) != (draft.metric, draft.unit):
        return False
    named = _NAME_NEXT.fullmatch(s.near_left)
    return named is not None and is_another(named["who"], system) and not metric_cues(named["who"])


def _opens_a_bracket(earlier: Earlier, s: Situation) -> bool:
    return s.left[: earlier.quantity.start - s.sentence.start].rstrip(" ~$").endswith("(")


_ALSO_ANOTHER = Pattern(
    r"[^()]{0,25}\)\s?(?:,\s(?:and|but also|as well as)|\sand|,|\sbut also)\s(?!(?:our|we|it|its|"
    r"ours)\b)[^();]{3,100}\(\s?[~$]?"
)
_BEATS = Pattern(r"\b(?:surpass|outperform|exceed|beat|(?:well|far|substantially|significantly|clearly)\sabove\s)")


def _of_several_others(s: Situation, draft: Draft, so_far: SoFar) -> bool:
    """ "surpasses A (8%) and B (38%), but also C (57%)": all are of others."""
    if not so_far or not _ALSO_ANOTHER.fullmatch(s.near_left) or not _BEATS.search(s.left):
        return False
    if VERSUS.match(s.near_right):
        return False  # "beats X on A (80 vs. 79) and B (74 vs. 70)"
    earlier = so_far[-1]
    same = earlier.draft.metric is draft.metric and earlier.stands_next_to(s)
    return same and earlier.claim.attribution is Attribution.BASELINE


# "against 20% (Foobar) and 10% (Tarnet)", "above chance (25%) and majority (29%)"
_NAMED_NEXT = Pattern(r"%?\s\([^()\d]{2,30}\),?\sand\s[~$]?")
_NAME_BEHIND = Pattern(r"%?\s\((?P<who>[^()\d]{2,30})\)")
_IN_NEXT_BRACKET = Pattern(r"%?\),?\s(?:and|or)\s(?P<who>[^(),;:]{2,40}?)\s\([~$]?")


def _is_named_beside(s: Situation, draft: Draft, so_far: SoFar, system: str | None) -> bool:
    """Whether a value with its name in a list goes on from one of another with its name."""
    if not so_far or so_far[-1].claim.attribution is not Attribution.BASELINE or not so_far[-1].stands_next_to(s):
        return False
    if so_far[-1].draft.metric is not draft.metric or so_far[-1].draft.unit != draft.unit:
        return False
    if so_far[-1].quantity.pair or VERSUS.match(s.near_right):
        return False
    if _NAMED_NEXT.fullmatch(s.near_left) and (behind := _NAME_BEHIND.match(s.right)):
        return is_another(behind["who"], system)
    between = _IN_NEXT_BRACKET.fullmatch(s.near_left)
    return between is not None and is_another(between["who"], system) and not has_verb(between["who"])


# "an AUC of 0.75, compared to Foobar with 0.74"
_COMPARED_WITH_ONE = Ending(
    r"\b(?:compared\s(?:to|with)|versus|vs\.?|against|relative\sto)\s(?P<who>(?:(?!(?:with|at|of|on|for|in|and)\s)[^\s,;:()]{1,30}\s){1,5})"
    r"(?:with|at|of|scoring|reaching|having)\s(?:(?:an?|the|only|about|around|roughly)\s|~){0,2}\$?$"
)


def _is_what_the_other_has(s: Situation, draft: Draft, so_far: SoFar, system: str | None) -> bool:
    """Whether a value of the same sort as ours before stands behind the name of what that is compared with."""
    if not so_far or not so_far[-1].stands_next_to(s):
        return False
    ours = so_far[-1].draft
    if (ours.kind, ours.metric, ours.unit) != (draft.kind, draft.metric, draft.unit):
        return False
    found = _COMPARED_WITH_ONE.search(s.near_left[-120:])
    return found is not None and is_another(found["who"], system)
