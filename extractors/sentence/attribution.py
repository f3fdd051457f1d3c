"""Whose a value is; "surpassing X's 78% and 49%": both are of X."""

from __future__ import annotations

from extractors.claims.draft import Draft
from extractors.context.attribution import find_attribution, is_set_against, score_of_other
from extractors.context.won import is_score_of_winner
from extractors.numbers.quantity import Quantity
from extractors.patterns import Pattern
from extractors.rulenames import SPARSITY
from extractors.sentence.found import Earlier, Known, SoFar
from extractors.sentence.otherbeside import VERSUS, goes_on_with_another, of_the_same_other, runs_the_other
from extractors.sentence.rivalcount import counts_what_the_rival_has
from extractors.situation import Situation
from schemas.vocabulary import Attribution, Direction, Kind, Metric, Polarity


def read(s: Situation, draft: Draft, against: str | None, so_far: SoFar, known: Known) -> Attribution:
    """Whose the value is by its own words, else of another where the score before is and it goes on with that."""
    system = known.system
    if s.says(("vs", "versus", "against", "compared")) and (one := _of_two(s, draft, so_far)) is not None:
        return one
    attribution = find_attribution(s, known.own_from, system)
    if attribution is Attribution.OWN and against is not None and _is_worse_than_ours(s, draft, against, system):
        return Attribution.BASELINE
    if attribution is Attribution.OWN and (
        _ends_the_others_list(s, draft, so_far)
        or counts_what_the_rival_has(s, draft, so_far)
        or (draft.kind is Kind.RESOURCE and runs_the_other(s, so_far))
    ):
        return Attribution.BASELINE
    if attribution is Attribution.OWN and draft.kind is not Kind.MEASUREMENT and of_the_same_other(s, so_far):
        return Attribution.BASELINE
    absolute = draft.kind is Kind.MEASUREMENT and not s.quantity.pair and draft.rule != SPARSITY
    if (
        attribution is Attribution.OWN
        and absolute
        and not is_score_of_winner(s)
        and not VERSUS.match(s.right)  # "keeps pace with X (16 FPS vs. X's 18 FPS)"
        and (score_of_other(s, system) or goes_on_with_another(s, draft, so_far, system))
    ):
        return Attribution.BASELINE
    return attribution


_SPEAKS_OF_US = Pattern(
    r"\b(?:[Oo]urs?|[Ww]e|[Ii]ts?|[Tt]his|[Tt]hese|[Tt]he proposed)\b(?!\s(?:find|show|observe|see)\b)"
)


def _is_worse_than_ours(s: Situation, draft: Draft, against: str, system: str | None) -> bool:
    """ "MegaNet needs 3x the memory of Tarnet": where Tarnet is the paper's own, the value is of the other."""
    if system is None or against.lower() != system.lower() or draft.direction is None:
        return False
    if draft.metric.polarity is Polarity.NEITHER or system in s.left or _SPEAKS_OF_US.search(s.left):
        return False
    return (draft.metric.polarity is Polarity.LOWER) is (draft.direction is Direction.INCREASE)


_ROUNDED = 0.06  # points that a difference of two scores may be off


def _of_two(s: Situation, draft: Draft, so_far: SoFar) -> Attribution | None:
    """ "a 29-point drop in errors (40% vs. 11%)": ours is the one that the change leads to."""
    two = _set_against(s)
    if two is None:
        return None
    first, second = two
    back = 1 if s.quantity is first else 2
    change = so_far[-back].claim if len(so_far) >= back else None
    if change is None or change.direction is None or change.kind is not Kind.COMPARISON:
        return None
    if abs(abs(first.low - second.low) - change.low) <= _ROUNDED:
        rises = change.direction is Direction.INCREASE
    elif (
        change.factor_low and first.dimension is second.dimension and _is_what_changes(s, first, draft, so_far[-back])
    ):
        rises = (draft.metric.polarity is Polarity.HIGHER) is (change.factor_low > 1)  # "3x faster (9 s vs. 3 s)"
    else:
        return None
    new = second if (first.low < second.low) is rises else first
    return Attribution.OWN if s.quantity is new else Attribution.BASELINE


_SCORES = (Metric.ACCURACY, Metric.ERROR)
_OF_ELSE = Pattern(r"[,;]|\b(?:with|at|while|and|but|using|despite|though|without|for)\b")


def _is_what_changes(s: Situation, first: Quantity, draft: Draft, change: Earlier) -> bool:
    """Whether the values of a bracket are of what changes before it: not "3x faster, less accurate (91 vs. 92)"."""
    if draft.metric.polarity is Polarity.NEITHER or (draft.metric in _SCORES) is not (change.draft.metric in _SCORES):
        return False
    return _OF_ELSE.search(s.doc.view, change.quantity.end, first.start) is None


def _set_against(s: Situation) -> tuple[Quantity, Quantity] | None:
    """The two of "(40% vs. 11%)" when the value is one of them."""
    if s.near_left.endswith("(") and VERSUS.match(s.near_right) and s.index + 1 < len(s.siblings):
        return s.quantity, s.siblings[s.index + 1]
    if s.previous is not None and VERSUS.fullmatch(s.near_left):
        return s.previous, s.quantity
    return None


# "compared to a recall of 0.4 and a precision of 0.7 for X", "versus 61%, 2000 tokens, and 90 s for X"
_NO_VERB = r"(?!(?:for|on|in|with|at|by|from|of|to|the|while|when|using|is|are|was|were)\s)"
_ANOTHER_SORT = Pattern(
    rf"(?:\s{_NO_VERB}[\p{{L}}\d@-]{{1,20}}){{0,3}}(?:,\s(?:and\s)?|\sand\s)"
    rf"(?:an?\s)?(?:{_NO_VERB}[\p{{L}}@-]{{1,20}}\s(?:\([\p{{L}}\d]{{2,8}}\)\s)?){{0,4}}(?:of\s)?[~$]?"
)
_OF_WHOM = Pattern(
    r"(?:\s[\p{L}@-]{1,20}){0,3}?(?:(?:,\s(?:and\s)?|\sand\s)(?:an?\s)?(?:[\p{L}@-]{1,20}\s){0,4}[~$]?\d[\d.,]*\s?[%\p{L}]{0,10}"
    r"(?:\s[\p{L}@-]{1,20}){0,2}?){0,2}\s(?:for|by|from|with)\s(?!(?:only|an?|up|more|less)\s)\p{L}"
)


def _ends_the_others_list(s: Situation, draft: Draft, so_far: SoFar) -> bool:
    """ "compared to a recall of 0.4 and 90 ms for X": values of several sorts, all of X."""
    if draft.kind not in (Kind.MEASUREMENT, Kind.SCALE) or not so_far or not so_far[-1].stands_next_to(s):
        return False
    if so_far[-1].claim.attribution is not Attribution.BASELINE or not _ANOTHER_SORT.fullmatch(s.near_left):
        return False
    return _OF_WHOM.match(s.right) is not None and _leads_from_comparison(so_far)


def _leads_from_comparison(so_far: SoFar) -> bool:
    """Whether the last values of others go back to one that words of comparison lead to."""
    for earlier in reversed(so_far):
        if earlier.claim.attribution is not Attribution.BASELINE:
            return False
        if is_set_against(earlier.situation):
            return True
    return False
