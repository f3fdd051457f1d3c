"""Units that a second clause leaves out: "starts one in 3.9 seconds and the other in 14.6", "adds 5, B adds 2"."""

from __future__ import annotations

from dataclasses import replace

from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.numbers.quantity import Quantity
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern

# What leads up to the first number leads up to the second.
_PREPOSITION = r"(?P<lead>at|in|to|after|within)"
_VERB = r"(?P<verb>add|cost|gain|contribut|bring|yield|take|need|draw|hold|last)(?:e?s|ed)"
_LED_UP = Ending(rf"\b(?:{_PREPOSITION}|{_VERB})\s{HEDGES}$")
_REST = r"(?:\s(?!(?:and|of|while|whereas|but)\s)[^\s,;:()]{1,30}){0,6}?"
_JOINT = r"(?:,?\s(?:and|while|whereas|but)\s|[;,]\s)"
# no number of something: "and a batch at 16", "and the rest at layer 12"
_NUMBERED = Ending(
    r"\b(?:batch|rank|layer|step|epoch|level|size|temperature|degree|stage|version|page|depth|threshold)(?:es|s)?\s$"
)
_AND = Pattern(
    rf"(?:\sof\s[\p{{L}}-]{{2,20}})?(?:{_REST}){_JOINT}(?P<other>(?:[^\s,;:()]{{1,30}}\s){{0,7}}?)(?:{_PREPOSITION}|{_VERB})\s{HEDGES}"
)
_CLOSES = Pattern(r"\s?[.,;)](?!\d)|$|\s(?:for|on|with|when|under|in|at|and|while|but)\s")
_MOST_WITHIN = 3
_FURTHEST = 110  # characters
_WITHIN = (Dimension.PARAMETERS, Dimension.DEVICES)  # of what is named between them: "and a 70B model in 14.6"
_HAVE_NONE = (Dimension.NONE, Dimension.COUNT, Dimension.ORDERS, *_WITHIN)
_YEARS = range(1900, 2100)


def with_units_left_out(view: str, items: list[Quantity]) -> list[Quantity]:
    """The quantities, bare ones with the unit that a clause before has behind the same preposition or verb."""
    out = list(items)
    for at, bare in enumerate(out):
        if not at or bare.dimension is not Dimension.NONE or bare.magnitude or bare.in_words or bare.pair:
            continue
        back = at - 1
        while back > max(0, at - _MOST_WITHIN) and (out[back].dimension in _WITHIN or out[back].idiom):
            back -= 1
        first = out[back]
        if _goes_on(view, first, bare):
            rule = "unit of the one before"
            out[at] = replace(bare, unit=first.unit, dimension=first.dimension, noun=first.noun, rule=rule)
    return out


def _goes_on(view: str, first: Quantity, bare: Quantity) -> bool:
    if first.dimension in _HAVE_NONE or first.magnitude or first.pair or bare.start - first.end > _FURTHEST:
        return False
    if bare.low in _YEARS or _CLOSES.match(view, bare.end) is None:
        return False
    led = _LED_UP.search(view, max(0, first.start - 40), first.start)
    again = _AND.fullmatch(view, first.end, bare.start) if led else None
    if led is None or again is None or led["lead"] != again["lead"]:
        return False
    return led["lead"] is None or _NUMBERED.search(again["other"]) is None


# "2.3 times for training and 1.4 for inference", "0.4 s on the first and 0.9 on the second"
_NOT_MEASURED = (*_HAVE_NONE, Dimension.POINTS)
_OF_ONE_THING = Pattern(r"\s(?P<prep>for|on|in|with|over)\s[^,;:()\d]{2,40}?(?:,\s(?:and\s)?|\sand\s)~?")


def of_another_thing(view: str, before: Quantity, bare: Quantity) -> bool:
    """ "2.3 times for A and 1.4 for B": whether a bare decimal has the unit of the one before."""
    if before.dimension in _NOT_MEASURED or before.pair or bare.dimension is not Dimension.NONE or bare.magnitude:
        return False
    gap = _OF_ONE_THING.fullmatch(view, before.end, bare.start) if "." in view[bare.start : bare.end] else None
    if gap is None or (gap["prep"] == "in" and before.dimension is not Dimension.TIMES):
        return False  # "by 1.3 dB in PSNR and 0.04 in SSIM"
    return view.startswith(f" {gap['prep']} ", bare.end)
