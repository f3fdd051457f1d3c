"""Bare numbers in a bracket behind what they count: "fewer steps (4 vs. 50)", "plots (e.g., 40)"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.endings import Ending
from extractors.lexicon.hedges import HEDGES
from extractors.numbers.nouns.plural import is_plural
from extractors.numbers.quantity import Quantity
from extractors.numbers.units import Dimension
from extractors.patterns import Match, Pattern

_SUCH = r"(?P<noun>(?<![\p{L}-])\p{Ll}{3,}s)"
_EXAMPLE = r"\s\(\s?e\.g\.,?\s"
_MORE = Ending(
    rf"\b(?:[Mm]ore|[Ff]ewer|[Ll]ess)\s(?:(?!than\s)[\p{{L}}-]+\s){{0,3}}{_SUCH}(?:\s(?:than|by|in|per|for|on|of|from|across)\s[^()]{{1,50}})?"
    rf"(?:\s\(\s?|{_EXAMPLE}){HEDGES}[$]?$"
)
_FOR_INSTANCE = Ending(rf"{_SUCH}{_EXAMPLE}{HEDGES}[$]?$")
_VERSUS = Pattern(r"[$]?\s(?:vs\.?|versus|against|compared\s(?:to|with)|instead\sof)\s(?:only\s)?[~$]?")
_CLOSES = Pattern(r"[$]?\s?[),;]|\s(?:for|in|on|with|at|by)\s")
_NEAR = 110  # characters
_LEAST_BY_EXAMPLE = 20  # what is less may be an example of a value
# of these a number is the value
_VALUES = Pattern(
    r"bits|scores|ratings|rates|levels|values|sizes|lengths|ratios|percentages|shares|prices|points|temperatures|"
    r"thresholds|dimensions|widths|depths|ranks|grades|frequencies|speeds|degrees|indices|scales|results|gains|"
    r"budgets|ages|distances|angles|resolutions|ranges|voltages|weights|losses|times|years|versions|orders|intervals|"
    r"numbers|primes|bases|moduli|seeds|days|hours|minutes|seconds|weeks|months|errors|costs|parameters|periods|codes"
)


def counted_before(view: str, items: Sequence[Quantity]) -> list[Quantity]:
    """The quantities, bare whole ones in such a bracket with the noun before it."""
    out = list(items)
    for at, bare in enumerate(out):
        if not _is_bare(bare):
            continue
        before = view[max(0, bare.start - _NEAR) : bare.start]
        if "(" not in before[-24:]:
            continue
        second = out[at + 1] if at + 1 < len(out) and _is_bare(out[at + 1]) else None
        if second and _VERSUS.fullmatch(view, bare.end, second.start) and _CLOSES.match(view, second.end):
            noun = _noun(_MORE.search(before))
            if noun:
                out[at : at + 2] = [_counts(bare, noun), _counts(second, noun)]
        elif bare.low >= _LEAST_BY_EXAMPLE and _CLOSES.match(view, bare.end):
            noun = _noun(_FOR_INSTANCE.search(before))
            out[at] = _counts(bare, noun) if noun else bare
    return out


def _is_bare(quantity: Quantity) -> bool:
    none = quantity.dimension is Dimension.NONE and not quantity.pair and not quantity.is_range
    return none and not quantity.in_words and not quantity.low % 1


def _noun(before: Match | None) -> str | None:
    """What is counted, if it is something that can be."""
    noun = before["noun"] if before else ""
    return noun if noun and is_plural(noun) and not _VALUES.fullmatch(noun) else None


def _counts(bare: Quantity, noun: str) -> Quantity:
    return replace(bare, unit=noun, dimension=Dimension.COUNT, noun=noun, rule="counted noun before its bracket")
