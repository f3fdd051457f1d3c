"""A name in brackets behind the value: "75% (GAIA)", "94% (indoor) and 88% (outdoor)"."""

from __future__ import annotations

from extractors.context.metric import metric_cues
from extractors.context.setting.accept.devices import names_devices_only
from extractors.context.setting.span import Span
from extractors.patterns import Match, Pattern
from extractors.situation import Situation

_OPENED = Pattern(r"\([~+<>-]?\s?$")
_NAMED_INSIDE = Pattern(r"^,\s(?P<np>\p{Lu}[\p{L}\d.@-]*(?:\s\p{Lu}[\p{L}\d.@-]*){0,2})\)")
_NAMED_AFTER = Pattern(
    r"^\s?\((?P<np>\p{Lu}[^()\d]{1,30}|(?!(?:Table|Fig|Figure|Section|Eq|Appendix|Tab|CI|SD)\b)\p{Lu}[\p{L}-]{2,20}[\s-]?"
    r"\d[\p{L}\d.-]{0,12}|"
    # "(Tarnet 2.5 Pro)", "(V2B)"
    r"(?!(?:IQR|CI|SD|SE|SEM|HR|OR|RR|PR|NPV|Table|Fig|Figure|Section|Eq|Appendix|Tab|Stage|Grade|Level|Rank|Q)\b)"
    r"(?=\p{Lu}[^()]{0,24}\d)\p{Lu}[\p{L}\d.-]*(?:\s(?:\p{Lu}[\p{L}\d.-]*|\d(?:\.\d)?)){0,3})\)"
)
# "94% (indoor) and 88% (outdoor)"
_LABEL = (
    r"[%$\\]{0,3}\s?\((?P<np>(?!(?:relative|absolute|average|mean|median|best|worst|baseline|ours|previous|higher|lower|"
    r"better|worse|up|down|vs)\b)(?:\d[\d,.]*[KMB]?(?:-\p{Ll}{3,}s?)?\s)?\p{Ll}[\p{Ll}-]{2,20}(?:\s\p{Ll}[\p{Ll}-]{2,20})?)\)"
)
_LABEL_AND_NEXT = Pattern(_LABEL + r"(?:,\s(?:and\s)?|,?\sand\s|\s(?:vs\.?|to)\s)(?:only\s|about\s)?[~$+]?")
_LABEL_AFTER = Pattern(_LABEL)


def name_behind(s: Situation) -> Span | None:
    """ "75% (GAIA)", "(75%, GAIA)"; where no name stands, what each of a list says that it holds for."""
    named = _named(s)
    if named is None:
        return _label(s)
    if metric_cues(named["np"]) or _is_its_unit(s, named["np"]):
        return None
    name = s.quantity.end + named.start("np"), s.quantity.end + named.end("np")
    if s.quantity.pair and _is_numbered(named["np"]):
        return None  # "from 90 s (Fennet2) to 60 s": what it is set against
    return None if names_devices_only(s.doc.view, name, s.devices) else name


def _named(s: Situation) -> Match | None:
    named = _NAMED_AFTER.match(s.near_right)
    return _NAMED_INSIDE.match(s.near_right) if named is None and _OPENED.search(s.near_left) else named


def _is_numbered(name: str) -> bool:
    return any(map(str.isdigit, name))


def _is_its_unit(s: Situation, name: str) -> bool:
    """ "30 million steps per second (SPS)"."""
    initials = "".join(word[0] for word in s.doc.view[s.quantity.start : s.quantity.end].lower().split())
    return len(name) > 1 and initials.endswith(name.lower())


def _label(s: Situation) -> Span | None:
    """ "94% (indoor) and 88% (outdoor)": each of a list says in a bracket what it holds for."""
    label = _LABEL_AFTER.match(s.doc.view, s.quantity.end, s.sentence.end)
    if label is None or (metric_cues(label["np"]) and not _is_numbered(label["np"])):
        return None
    return label.span("np") if _follows_a_label(s) or _next_is_labelled(s, label.end()) else None


def _follows_a_label(s: Situation) -> bool:
    """Whether one of the two values before has a label; it may hold a number: "8% (4-bit weights) and 9%"."""
    before = s.siblings[max(0, s.index - 2) : s.index]
    return any(_LABEL_AND_NEXT.fullmatch(s.doc.view, one.end, s.quantity.start) for one in before)


def _next_is_labelled(s: Situation, end: int) -> bool:
    """Whether the value behind the bracket that ends at ``end`` has a label too."""
    behind = next((one for one in s.siblings[s.index + 1 : s.index + 3] if one.start >= end), None)
    if behind is None or not _LABEL_AND_NEXT.fullmatch(s.doc.view, s.quantity.end, behind.start):
        return False
    return _LABEL_AFTER.match(s.doc.view, behind.end, s.sentence.end) is not None
