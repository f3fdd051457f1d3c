"""Whether a measured value is that of what is compared with: "outperforming A (58%)", "approaching B at 88%"."""

from __future__ import annotations

from extractors.context.attribution.beside import another_is_beside
from extractors.context.attribution.bracket import is_compared_first, is_in_bracket_of_rival
from extractors.context.attribution.level import baseline_reaches, is_avoided, is_level_of_another
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.numbers.units import Dimension
from extractors.patterns import Folded, Pattern
from extractors.situation import Situation

_APPROACHING = Folded(
    r"\b(?:approaching|above|exceeding|surpassing|beating|outperforming|close to|"
    r"(?<!ntersection\s)(?<!preferred\s)(?<!favoured\s)(?<!favored\s)(?<!chosen\s)(?<!picked\s)(?<!selected\s)over(?!\sat\s(?:least|most)\s)|"
    r"matching(?!\s(?:on|in|of|with|for|at|between|and)\s)|than)\s(?!real[- ]time|an?\s{0,2}$)(?:the\s|its\s)?"
    r"(?:(?!(?:by|while|when|without|using)\s)\p{L}[\p{L}\d()'.-]*\s(?:\([^()]{1,20}\)\s)?){1,6}(?:at|of|with|\()?\s{0,2}$|"
    r"'s\s~?$"
)
_THEN_REACHES = Pattern(  # "by 20% over X and attains a"
    r"\b(?:and|while|but)\s(?:\p{Ll}+ly\s)?(?:achiev|reach|attain|obtain|deliver|gett?|yield|maintain|keep|preserv|"
    r"retain|runn?|requir|us|need|consum|scor|tak|sustain|show)(?:e?s|ing|e)\s"
)
_AT_A = Ending(r"\b(?:at|with)\s(?:an?|only|just)\s(?:[\p{L}-]+\s){1,3}of\s$")
_SHOWS = Ending(r"\b(?:demonstrat|show|confirm|highlight|validat|verif)\p{Ll}{0,4}\s[^\s,;()]{2,30}'s\s~?$")
_LASTING = Ending(r"\b(?:spanning|lasting|covering|totall?ing)\s" + HEDGES + r"$")


def score_of_other(s: Situation, system: str | None = None) -> bool:
    """Whether a value is that of the thing compared with: "outperforming CNN (58%)", "approaching o1 at 88%"."""
    if is_level_of_another(s) or another_is_beside(s, system) or is_compared_first(s, system) or is_avoided(s):
        return True
    if baseline_reaches(s):
        return True
    in_bracket = is_in_bracket_of_rival(s)
    return _is_approached(s) if in_bracket is None else in_bracket


def _is_approached(s: Situation) -> bool:
    """ "approaching o1 at 88%", "beats X's 70%"."""
    near = s.near_left[-90:]
    if near.endswith(("'s ", "'s ~")) and _SHOWS.search(near):
        return False  # "experiments demonstrate Name's 97% recall"
    if s.quantity.dimension is Dimension.TIME and near.endswith("within "):
        return False  # "higher than the baseline within 8 hours"
    if _LASTING.search(near):
        return False  # "500 homes followed over four rounds spanning 13 months"
    if near.rstrip("( $~").count(")") > near.rstrip("( $~").count("("):  # what a bracket ends with is of that bracket
        near = near[near.rindex(")") + 1 :]
    of_scores = s.quantity.dimension is Dimension.NONE and near.endswith("(")  # "a gain over its base (12.1)"
    approached = _APPROACHING.search(near) if s.index or of_scores else None
    if approached is None or _THEN_REACHES.search(approached[0]):
        return False
    return not _AT_A.search(approached[0])  # "faster than X at a mean error of 4%": the own error
