"""Which kind of claim a value is, and of which metric; a later value may be one of what an earlier one named."""

from __future__ import annotations

from dataclasses import replace

from extractors.claims import comparison, interval, measurement, resource, scale
from extractors.claims.draft import Before, Draft, Outcome
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern
from extractors.rulenames import RELATIVE_CHANGE, RETAINED_SHARE, SHARE_OF
from extractors.sentence.beside import of_what_is_beside
from extractors.sentence.counted import of_the_counted, part_of_a_total, some_in_a_bracket, such_ones, tokens_alike
from extractors.sentence.found import SoFar
from extractors.sentence.pair import pair_before
from extractors.sentence.sharedunit import of_the_rate_before
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Kind, Metric


def read(s: Situation, so_far: SoFar) -> Outcome:
    """The first of the kinds that a quantity is of; a before/after pair is two measurements, whatever it counts."""
    if (none := interval.bound(s)) is not None:
        return none
    before = _before(s, so_far)
    outcome = (
        _said_relatively(s, so_far)
        or part_of_a_total(s, so_far)
        or some_in_a_bracket(s)
        or such_ones(s, so_far)
        or of_the_rate_before(s, so_far)
        or comparison.read(s, before, pair_before(s, so_far))
        or resource.read(s)
        or measurement.read(s, before)
        or scale.read(s)
        or of_the_counted(s, so_far)
    )
    if not isinstance(outcome, Draft):
        return outcome
    if outcome.kind is Kind.COMPARISON:
        outcome = of_what_is_beside(s, outcome, so_far)
        measured = _result_before(s, outcome, so_far)
        return comparison.of_what_was_measured(outcome, measured) if measured else outcome
    outcome = tokens_alike(s, outcome, so_far)
    return replace(outcome, kind=Kind.MEASUREMENT) if s.quantity.pair else outcome


_OPENS = Pattern(r"[^()]{0,30}\(" + HEDGES + r"[+-]?")
_OF_THE_SAME = Pattern(r"[%$\\]{0,3}\s(?:relative|rel\.|absolute|abs\.)(?=[),;]|\sto\s)")

_OR_SO_MUCH = Pattern(rf"(?:,?\s(?:or|i\.e\.,?|that\sis,?)\s|\s\((?:or\s)?){HEDGES}[<>≥≤+-]?\s?")
_IS_ALL = Pattern(r"[,.;)]|$")
_AMOUNTS = (Dimension.TIME, Dimension.BYTES, Dimension.ENERGY, Dimension.POWER, Dimension.MONEY, Dimension.PARAMETERS)


def _said_relatively(s: Situation, so_far: SoFar) -> Draft | None:
    """ "by 4 points (9% relative)", "by 6 GB, or about 8%": the change before, said once more."""
    if not so_far or s.quantity.dimension is not Dimension.PERCENT or not so_far[-1].stands_next_to(s):
        return None
    changed = so_far[-1].draft
    relatively = _OF_THE_SAME.match(s.right) and _OPENS.fullmatch(s.near_left)
    amount = so_far[-1].quantity.dimension in _AMOUNTS and _OR_SO_MUCH.fullmatch(s.near_left)
    if changed.kind is not Kind.COMPARISON or not (relatively or (amount and _IS_ALL.match(s.right))):
        return None
    return replace(changed, unit="%", rule=RELATIVE_CHANGE, form=Form.BY)


def _before(s: Situation, so_far: SoFar) -> Before | None:
    """The nearest value before of the same dimension, or the score that a number without a unit may follow."""
    for earlier in reversed(so_far):
        if earlier.quantity.pair and not s.quantity.pair and earlier.draft.kind is Kind.MEASUREMENT:
            continue
        same = earlier.quantity.dimension is s.quantity.dimension
        if same or (s.quantity.unit == "" and earlier.draft.unit in ("%", "pp", "")):
            return Before(earlier.quantity, _one_of_as_many(s, so_far) or _kept_of(s, so_far) or earlier.draft)
    return None


def _one_of_as_many(s: Situation, so_far: SoFar) -> Draft | None:
    """ "2x the speed and 5x the efficiency of A, and 3x/7x over B": of "3x/7x" each is of what one before is of."""
    first, last = s.group
    if first in (0, last) or not so_far or so_far[-1].draft.kind is not Kind.COMPARISON:
        return None
    if not _SLASHED.fullmatch(s.doc.view, s.siblings[first].end, s.siblings[last].start):
        return None
    before = [earlier for earlier in so_far if earlier.situation.index < first][first - last - 1 :]
    alike = all(
        earlier.quantity.dimension is s.quantity.dimension and earlier.draft.kind is Kind.COMPARISON
        for earlier in before
    )
    return before[s.index - first].draft if len(before) == last - first + 1 and alike else None


_SLASHED = Pattern(r"[^\p{L}]{0,6}/[^\p{L}]{0,6}(?:[\d.x]+[^\p{L}]{0,6}/[^\p{L}]{0,6}){0,3}")
_COMPARED = Ending(
    rf",?\s(?:compared\s(?:to|with)|versus|vs\.?|against|instead\sof|rather\sthan)\s(?:only\s)?{HEDGES}$"
)


def _kept_of(s: Situation, so_far: SoFar) -> Draft | None:
    """ "keeps 83% of the score with 2% of the data, compared with 52% for X": 52% of the score."""
    if len(so_far) < 2 or not _COMPARED.search(s.near_left):
        return None
    kept, needed = so_far[-2].draft, so_far[-1].draft
    shares = kept.rule == RETAINED_SHARE and needed.rule.startswith(SHARE_OF)
    return kept if shares and so_far[-2].quantity.dimension is s.quantity.dimension else None


# "a 5x acceleration, improving over X by 23%"
_GOES_ON_TO_BEAT = Pattern(
    r",\s(?:improving|outperforming|surpassing|exceeding|beating)\s[^,;]{2,60}\sby\s" + HEDGES + r"$"
)


# "over 3 days of search, X beats Y by 4%": what stands before a finite verb is how it was run, if it is no score
_BEATS = Ending(r"(?<!\band\s)(?<!\band\s\p{L}+ly\s)\b(?:outperforms?|surpass(?:es)?|exceeds?|beats?)\s[^;]{2,90}$")
_SCORES = (Metric.ACCURACY, Metric.ERROR)


def _result_before(s: Situation, draft: Draft, so_far: SoFar) -> Draft | None:
    """What a change with no metric named is of: "92% accuracy and an FID of 21, 5% above X" is of the percents."""
    goes_on = so_far and _GOES_ON_TO_BEAT.search(s.list_left)
    drafts = (earlier.draft for earlier in reversed(so_far))
    results = [d for d in drafts if _is_a_result(d) or (goes_on and d.kind is Kind.COMPARISON)]
    if results and _BEATS.search(s.left):
        results = [d for d in results if d.metric in _SCORES]
    alike = (d for d in results if d.unit == draft.unit == "%")
    return next(alike, None) or next(iter(results), None)


def _is_a_result(draft: Draft) -> bool:
    """Whether a draft is a measurement, or the length of a context."""
    spent = draft.unit == "GPU-hours"
    return (draft.kind is Kind.MEASUREMENT and not spent) or draft.metric is Metric.CONTEXT_LENGTH
