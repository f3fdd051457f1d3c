"""Where a statement holds that goes on: "on A, it takes 30% less time and 20% less memory"."""

from __future__ import annotations

from extractors.claims.draft import Draft
from extractors.context.setting.ofrival import is_where
from extractors.lexicon import HEDGES_OR_A, has_verb
from extractors.patterns import Pattern
from extractors.sentence.found import SoFar
from extractors.situation import Situation
from schemas.vocabulary import Attribution, Kind

_PLACE = (" in ", " on ", " for ", " at ", " across ")  # what follows is the place of this one alone
_ANOTHER = Pattern(r",\sand\s|\s--?\s|—|\)\s|;")
_WORD = r"(?!(?:and|while|but|which|that|where|for|whereas)\b)[^\s,;:()]+\s"
_GOES_ON = Pattern(
    rf"[%$\\]{{0,3}}\s?(?:(?:{_WORD}){{0,9}}(?:and|while(?:\salso)?(?=\s\p{{Ll}}+ing\b))|(?:{_WORD}){{0,8}}[^\s,;:()]+,\s(?:and|while(?=\s\p{{Ll}}+ing\b)))\s"
    rf"(?P<does>(?:{_WORD}){{0,7}}?)(?:by\s|to\s)?{HEDGES_OR_A}[~$+<>]{{0,2}}"
)


def held_on(s: Situation, draft: Draft, so_far: SoFar) -> str | None:
    """The place of the change before in the same statement, where it stands before both."""
    if draft.kind is not Kind.COMPARISON or not so_far or not so_far[-1].stands_next_to(s):
        return None
    last = so_far[-1]
    where = last.claim.setting
    if where is None or last.claim.attribution is not Attribution.OWN or last.claim.kind is Kind.SCALE:
        return None
    at = s.left.rfind(where)
    upto = last.quantity.start - s.sentence.start
    if not 0 <= at < upto or not is_where(s, where) or s.right.removeprefix("%").startswith(_PLACE):
        return None
    if _ANOTHER.search(s.left, at + len(where), upto):
        return None
    joint = _GOES_ON.fullmatch(s.near_left)
    if joint is None:
        return None
    does = joint["does"]
    return where if not does or has_verb(does) or does.split(" ", 1)[0].endswith("ing") else None
