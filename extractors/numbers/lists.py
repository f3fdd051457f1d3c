"""Lists whose members share the unit of the last: "2, 3 and 4 GPUs"; and factors that need none."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.numbers.elliptic import of_another_thing, with_units_left_out
from extractors.numbers.level import INTERVAL
from extractors.numbers.multiplied import is_factor, is_multiplied
from extractors.numbers.quantity import Quantity
from extractors.numbers.ranges.belonging import NOTHING_COUNTED, only_sized
from extractors.numbers.ranges.scale import scale_of
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern

_LIST_GAP = Pattern(
    r"-?\s{0,3}(?:,\s{0,2}(?:and\s|or\s|&\s)?|/|\sand\s|\sor\s|\s&\s|\svs\.?\s|\sversus\s|\srather than\s|"
    r"\sinstead of\s)\s{0,4}(?:(?:up to|about|around|over|nearly|a|an|the)\s)?~?\s{0,3}\+?"
)
_SORT_GAP = Pattern(
    r"\s(?!(?:of|in|on|to|for|and|or|by|per|is|are|was|out|more|less|times)\b)(?:\p{Ll}[\p{L}-]{2,20}(?<![^s]s)|\p{Lu}[\p{Lu}\d-]{1,12})"
    r"(?:,\s(?:and\s)?|\sand\s|\sor\s)"
)
_BATCH = Ending(
    r"\b(?:batch|hidden|embedding|window|patch|kernel|beam|model|rank|depth|width|stride|degree|order)(?:\s(?:sizes?|dimensions?|widths?))?\s(?:of\s)?$",
    IGNORECASE,
)
_COMPARES = Pattern(r"\s(?:lower|higher|less|more|fewer|faster|slower|better|worse|above|below)\b")
_ARTICLE_LAST = Pattern(r"\san?\s{1,3}[~+]?\s{0,2}$")
_APPOSED = Pattern(r"[\s$)]{0,4},\s{1,3}an?\s{1,3}[~$+]?\s{0,2}")
_OF_TOTAL = Pattern(r"\s(?:of|out of)\s(?:(?:the|all|a total of)\s)?")
_INSTEAD_OF = Pattern(
    r",?\s\(?(?:instead of|rather than|as opposed to|(?:down|up) from|versus|vs\.?|compared (?:to|with))\s"
    r"(?:(?:the|its)\s)?(?:(?:(?:usual|original|typical|standard|previous|earlier)\s)?|(?:[\p{L}\d.-]+\s){0,3}[\p{L}\d.-]+'s?\s)"
    + HEDGES
)
_INTERVAL_GAPS = (",", "/")
# "takes 12 ms for A (17 for B)"
_FOR_ONE = Pattern(r"\s(?P<prep>for|on|with)\s[^,;:()]{2,30}\s\((?:and\s)?~?")
_FOR_ANOTHER = Pattern(r"\s(?:for|on|with)\s[^,;:()]{2,40}\)")
_NEAR = 60  # characters in which what a number numbers stands
_MAGNITUDES = ("thousand", "million", "billion", "trillion")
_IN_PARTS = (Dimension.COUNT, Dimension.TIME, Dimension.BYTES, Dimension.DEVICES, Dimension.ENERGY, Dimension.POWER)
_OF_A_PEAK = (Dimension.PERFORMANCE, Dimension.BANDWIDTH)  # "742 of 806 TFLOPS"


def share_units(view: str, items: list[Quantity]) -> list[Quantity]:
    """Bare members of a list take the unit of the next member; "a factor of 13" is 13 times."""
    out = list(items)
    for i in range(len(out) - 1, -1, -1):
        out[i] = _with_unit_of_next(view, out[i], out[i + 1] if i + 1 < len(out) else None)
    for before, bare in pairwise(range(len(out))):
        if _stands_for(view, out[before], out[bare]) or of_another_thing(view, out[before], out[bare]):
            unit, dimension, noun = out[before].unit, out[before].dimension, out[before].noun
            out[bare] = replace(out[bare], unit=unit, dimension=dimension, noun=noun, rule="unit of the one before")
    out = with_units_left_out(view, out)
    for first, second in pairwise(range(len(out))):  # "factors of 2.6, 2.4 and 2.1"
        factor = out[first].rule == "by a factor of"
        bare = out[second].dimension is Dimension.NONE and not out[second].magnitude
        if factor and bare and _in_list(view, out[first], out[second]) and not _OF_SOME.match(view, out[second].end):
            out[second] = replace(out[second], unit="x", dimension=Dimension.TIMES, rule="by a factor of")
    return out


def _with_unit_of_next(view: str, quantity: Quantity, follower: Quantity | None) -> Quantity:
    if quantity.dimension is not Dimension.NONE and not _is_count_of_the_next(quantity, follower):
        return quantity
    if _stands_alone(view, quantity, follower):
        return quantity
    if follower is not None and _shares_unit(view, quantity, follower):
        return _in_unit_of(quantity, follower)
    if is_factor(view, quantity) or is_multiplied(view, quantity):
        return replace(quantity, unit="x", dimension=Dimension.TIMES, rule="by a factor of")
    return quantity


def _stands_alone(view: str, quantity: Quantity, follower: Quantity | None) -> bool:
    """ "n=400, 95% CI", "216K, 7 times larger", "batch 32 and 4K context": whether it takes no unit of the next."""
    if not quantity.magnitude and _BATCH.search(view, max(0, quantity.start - _NEAR), quantity.start):
        return True
    if follower is None:
        return False
    percent = follower.dimension is Dimension.PERCENT
    if quantity.magnitude and (percent or follower.dimension is Dimension.TIMES):
        return True
    counted = "=" in view[max(0, quantity.start - 2) : quantity.start]
    return (counted and percent and not quantity.low % 1) or _is_beside_its_interval(view, quantity, follower)


def _in_unit_of(quantity: Quantity, follower: Quantity) -> Quantity:
    """The quantity with the unit of the next, and with its thousands or millions where these are a word."""
    low, high, magnitude = quantity.low, quantity.high, quantity.magnitude
    if not magnitude and follower.magnitude.isalpha() and len(follower.magnitude) > 1:
        magnitude = follower.magnitude  # that the next before may take
        low, high = low * scale_of(magnitude), high * scale_of(magnitude)
    return replace(
        quantity,
        low=low,
        high=high,
        unit=follower.unit,
        dimension=follower.dimension,
        noun=follower.noun,
        magnitude=magnitude,
        shared=True,
        rule="list with a shared unit",
    )


_OF_SOME = Pattern(r"\sof\s(?:the|its|all|our|them|those|these|\d)")  # "a speedup of 1.4, and 3 of the kernels"


def _shares_unit(view: str, quantity: Quantity, follower: Quantity) -> bool:
    """ "1,024 and 3,072 GPUs"; not "the speedup is 1.4, and 17 functions slow down"."""
    if follower.dimension is Dimension.NONE or not _in_list(view, quantity, follower):
        return False
    return follower.dimension is not Dimension.COUNT or not (quantity.low % 1 and is_factor(view, quantity))


def _is_count_of_the_next(quantity: Quantity, follower: Quantity | None) -> bool:
    """ "10M and 100M words": what would be the size of a model counts what the next one counts."""
    if follower is None or not only_sized(quantity):
        return False
    return follower.dimension is Dimension.COUNT and follower.magnitude == quantity.magnitude != ""


def _is_beside_its_interval(view: str, quantity: Quantity, follower: Quantity) -> bool:
    """ "an AUC of 0.74, 95% CI 0.69-0.79": the percentage is the level of an interval about the value."""
    if (
        follower.dimension is not Dimension.PERCENT
        or view[quantity.end : follower.start].strip() not in _INTERVAL_GAPS
    ):
        return False
    return INTERVAL.match(view, follower.end) is not None


def _stands_for(view: str, before: Quantity, bare: Quantity) -> bool:
    """ "4 steps instead of 50", "in 3 days, down from 12": whether a bare number has the unit of the one before."""
    gap = view[before.end : bare.start]
    of_another = _FOR_ONE.fullmatch(gap) is not None and _FOR_ANOTHER.match(view, bare.end) is not None
    if of_another and only_sized(bare) and before.dimension is Dimension.COUNT:
        return before.magnitude == bare.magnitude
    both_in_words = before.magnitude.isalpha() and bare.magnitude in _MAGNITUDES  # "41 million FLOPs, not 3 billion"
    if bare.dimension is not Dimension.NONE or bare.in_words:
        return False
    if (before.magnitude or bare.magnitude) and not both_in_words:
        return False
    if before.dimension in (Dimension.NONE, Dimension.TIMES, Dimension.ORDERS, Dimension.POINTS) or before.pair:
        return False
    instead = _INSTEAD_OF.fullmatch(gap) is not None and NOTHING_COUNTED.match(view, bare.end) is not None
    return of_another or instead


def is_apposition(view: str, start: int, gap: str) -> bool:
    """ "an F1 of 0.81, a 6% gain": with what stands between a value that starts there and the next one.

    Where the first has an article too, they are members of a list: "a 2x, a 3x and a 5x speedup".
    """
    return _APPOSED.fullmatch(gap) is not None and not _ARTICLE_LAST.search(view, max(0, start - 4), start)


def _in_list(view: str, quantity: Quantity, follower: Quantity) -> bool:
    gap = view[quantity.end : follower.start]
    if gap == ", " and "." in view[quantity.start : quantity.end] and _COMPARES.match(view, follower.end):
        return False  # "costs 0.51, 22% lower than X"
    if _ARTICLE_LAST.search(gap):  # but for "a 2 and a 3x speedup"
        first = not _ARTICLE_LAST.search(view, max(0, quantity.start - 4), quantity.start)
        if quantity.pair == "after" or (first and "." in view[quantity.start : quantity.end]):
            return False  # "from 13.2 to 10.7, an 18% improvement", "a length of 5.9 and a 4.2x speedup"
    if quantity.in_words and quantity.low <= 10:
        return follower.dimension is Dimension.DEVICES and _LIST_GAP.fullmatch(gap) is not None
    if _LIST_GAP.fullmatch(gap):
        return True
    sorts = follower.dimension in (Dimension.COUNT, Dimension.DEVICES) and len(follower.noun.split()) > 1
    large = quantity.magnitude and follower.magnitude and quantity.dimension is Dimension.NONE
    if sorts and not quantity.low % 1 and (large or not quantity.magnitude) and _SORT_GAP.fullmatch(gap):
        return True  # "7 scoring and 5 grouping methods", "40K drawn and 12K real photos"
    if follower.dimension in _OF_A_PEAK and not quantity.magnitude and not quantity.pair:
        return _OF_TOTAL.fullmatch(gap) is not None
    return follower.dimension in _IN_PARTS and _OF_TOTAL.fullmatch(gap) is not None
