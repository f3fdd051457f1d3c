"""What stands right behind the value, or its list, and holds for it: "2x on A", "94% (87%) on A"."""

from __future__ import annotations

from extractors.context.phrase import noun_phrase
from extractors.context.setting.accept import accept
from extractors.context.setting.after.pick import behind, pick
from extractors.context.setting.span import Span
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern
from extractors.situation import Situation

_BRACKET_OPENS = Pattern(r"[<>~+ ]{0,3}\([<>~+ ]{0,3}(?:up to\s)?[<>~+ ]{0,3}")
_PAIR_OPENS = Pattern(r"^[^,;()]{0,40}\((?:from\s)?[~$+]{0,2}$")
_VERSUS = Pattern(r"[%$\s]{0,2}\s(?:vs\.?|versus)\s(?:\p{L}[\p{L}\d-]*\s){0,2}[~$]?")
_OF_OTHER = Pattern(r"^[^,;]{0,20}\sfor\s")
_EXAMPLES = Pattern(r"^\s?\((?:e\.g\.,?|i\.e\.,?|for example,?|such as)\s(?P<np>[^()]{3,90})\)")
_AVERAGED_OVER = Pattern(r"[^,;()]{0,40}?\b(?:on average|averaged|average)\sover\s")
_INTRODUCES = Pattern(r"^(?:Despite|With|While|Although|Though|Using|By|Even with|Having|Because|Requiring)\b[^,]*$")


_FOR_WHAT = Pattern(r"(?:\s\p{L}+){0,2}?\sfor\s")


def after(s: Situation) -> Span | None:
    """ "2x on A", "94% (87%) on A", "2x (e.g., A)", "85% vs. 77% on A"."""
    if (both := _both(s)) is not None:
        return pick(s, behind(s, both, 60), both)
    if (ends := _pair_closed(s)) is not None and (found := pick(s, behind(s, ends, 40), ends)) is not None:
        return found
    if (against := _against(s)) is not None:
        window = behind(s, against, 60)
        return None if _OF_OTHER.match(window) else pick(s, window, against)
    if examples := _EXAMPLES.match(s.near_right):
        return s.quantity.end + examples.start("np"), s.quantity.end + examples.end("np")
    if averaged := _AVERAGED_OVER.match(s.near_right):
        return accept(s, noun_phrase(s.doc.view, s.quantity.end + averaged.end(), s.sentence.end, limit=90), "over")
    window = _with_devices(s)
    if _INTRODUCES.match(s.left):  # "Despite 2x fewer parameters, it wins on X": another clause
        window = window.split(",")[0]
    return pick(s, window, s.quantity.end)


def _with_devices(s: Situation) -> str:
    """Up to the next value, or what the devices that it counts did: "20 hours on 8 GPUs for fine-tuning"."""
    devices = s.following
    if devices is None or devices.dimension is not Dimension.DEVICES or not s.near_right.startswith(" on "):
        return s.near_right
    for_what = _FOR_WHAT.match(s.doc.view, devices.end, s.sentence.end)
    return s.near_right if for_what is None else s.doc.view[s.quantity.end : for_what.end()]


def _both(s: Situation) -> int | None:
    """ "94% (up to 97%) on X": where the bracket with the other value ends."""
    opens = s.following is not None and _BRACKET_OPENS.fullmatch(s.near_right)
    return _closed(s, s.index + 1) if opens else None


def _pair_closed(s: Situation) -> int | None:
    """ "a gain of 9 points (from 21 to 30) on X": where the bracket with the before/after pair ends."""
    last = s.index + 2
    if not _PAIR_OPENS.search(s.near_right) or last >= len(s.siblings) or s.siblings[last].pair != "after":
        return None
    return _closed(s, last)


def _closed(s: Situation, index: int) -> int | None:
    """Where the bracket ends that one of the quantities closes."""
    end = s.siblings[index].end
    closed = s.doc.view.find(")", end, end + 4)
    return closed + 1 if closed > 0 else None


def _against(s: Situation) -> int | None:
    """ "85% vs. 77% on X": both sides hold on X; where the other ends."""
    return s.following.end if s.following and _VERSUS.fullmatch(s.near_right) else None


def after_list(s: Situation) -> Span | None:
    """ "2x and 3x on A": what stands behind the whole list."""
    first, last = s.group
    if first == last:
        return None
    return pick(s, s.list_right, s.siblings[last].end)
