"""Values of others beside the paper's own: "from 85% on A to 41% on B", "the old record of 79%"."""

from __future__ import annotations

from extractors.endings import Ending
from extractors.lexicon import HEDGES, HEDGES_OR_A, has_verb
from extractors.numbers.units import Dimension
from extractors.patterns import Pattern
from extractors.situation import Situation

# "well below the human baseline of 90%"
_A_BASELINE_OF = Ending(
    r"\b(?:below|above|short of|behind|beyond|under|over|than|exceed\w*|"
    r"surpass\w*|beat\w*|outperform\w*|(?:from|to|near)(?=\s(?:the|a|an|its|their)\s(?:[\p{L}\d'-]{1,20}\s){0,4}?"
    r"(?:baseline|best|record|state|SOTA|bound|ceiling))|match\w*|rival\w*|approach\w*)\s(?:the|a|an|its|their)\s"
    r"(?:[\p{L}\d'-]{1,20}\s){0,4}?(?:baselines?|performance|level|record|results?|scores?|accuracy|rate|ceiling|"
    r"bound|best|state[- ]of[- ]the[- ]art|SOTA)\s(?:of|(?<!baseline\s)(?<!baselines\s)at)\s"
    rf"{HEDGES}\$?$"
)
# "far below the 91% of experts"
_BELOW_THE = Ending(
    r"\b(?:below|above|short of|behind|beyond|past|under|over|than|near|approaching|matching|"
    r"close to|(?:outperform|surpass|exceed|beat|top)(?:s|ing|ping))\sthe\s[~$]?$"
)
_OF_WHOM = Pattern(
    r"[%$\\\s]{0,3}(?:[\p{L}-]+\s){0,2}?(?:of|achieved by|reached by|obtained by|reported for)\s(?!the (?:tasks|"
    r"cases|time)\b)\p{L}"
)
_FROM = Ending(rf"\bfrom\s(?:(?:an?|the|its|about)\s)?{HEDGES}[$<>]?$")
_SPANS = Ending(r"\b(?:scal|rang|span|var|sweep)\p{L}{1,5}\sfrom\s[^,;]{0,20}$")  # "models scaled from 1B to 8B"
# "from 7.2 (A) and 5.1 (B) to 4.3", "from 7.2 for A and 5.1 for B to 4.3"
_WHOSE = r"\s(?:\([^()\d]{1,60}\)|(?:for|with|in|by|using|under|on)\s[^,;:()]{2,40}?)"
_AND_THE_OTHER = Pattern(rf"[%$]{{0,2}}{_WHOSE}\sand\s[$~]?")
_FROM_THE_OTHER = Ending(rf"\bfrom\s[$~]?\d[\d.]{{0,8}}\s?[%$\p{{L}}]{{0,4}}{_WHOSE}\sand\s[$~]?$")
_TO_LAST = Pattern(rf"[%$]{{0,2}}{_WHOSE}\sto\s" + HEDGES + r"\$?\d")
_TO_NEXT = Pattern(
    rf"[%$\s]{{0,2}}(?:[^,;.%]{{1,50}})?\sto\s(?:(?:an?|the)\s)?(?:(?:average|mean|median)\sof\s|within\s)?{HEDGES}[$<>]?"
)
# "reduces the 40 GB footprint to 6 GB"
_CUTS_THE = Pattern(
    r"\b(?:reduc|cut|shrink|lower|bring|trim|slash|compress|shorten|decreas|rais|lift|increas|improv|push|boost|"
    r"turn)(?:es|s|e|ing|ed|ting)?\s(?:the|its|their|a|an)\s(?:(?:original|usual|former|earlier|initial|full)\s)?$"
)
# "cuts the 40 GB footprint by 8 GB"
_BY_NEXT = Pattern(rf"\s(?:[\p{{L}}-]{{1,20}}\s){{1,3}}by\s{HEDGES_OR_A}\$?[\d\p{{L}}]")
_COSTS = frozenset({Dimension.TIME, Dimension.BYTES, Dimension.ENERGY, Dimension.POWER, Dimension.MONEY})
# "raises it to 70% (from 58%)"
_OPENED_FROM = Pattern(r"[^()]{0,24}\((?:up\s|down\s)?from\s" + HEDGES + r"\$?")
_CLOSED_SOON = Pattern(r"%?(?:\s(?!to\b)[\p{L}-]{1,20}){0,6}(?:\)|,|;)")  # "(from 58% in the plain model)"
# "the old record of 72%", "the baseline's 12% error", "a fraction of the 15 W of a CPU"
_OLD = Ending(
    r"\b(?:previous|prior|former|old|earlier|original|existing|baseline|reference|current|standing|published)\s"
    r"(?:[\p{L}-]{1,20}\s){1,3}(?:of|at)\s" + HEDGES + r"\$?$|\b(?:baseline|original|reference|teacher|"
    r"predecessor|competitor|rival)'s\s$|\b(?:fraction|third|quarter|half|tenth|fifth|shy|short)\sof\sthe\s[~$]?$|"
    r"\b(?:[Ii]n\scontrast\s(?:to|with)|[Uu]nlike)\s(?:the|a|an|its)\s[~$]?$|"
    r"\b(?:[Cc]ompared\s(?:to|with)|than|[Vv]ersus|[Rr]elative\sto)\sthe\s[~$]?$"
)
# "For comparison, X takes 3 s", "random guessing would give 20%"
_FOR_COMPARISON = Pattern(
    r"(?:(?:In|By|For|As a) (?:comparison|contrast|reference),|As a reference,)\s(?!(?:our|ours|we|it|its|this|"
    r"these|the proposed|the full)\b)(?P<who>[^,;]{2,60}?)\s(?:\p{Ll}+s|\p{Ll}+ed|took|need|take|reach|has|had)\s"
)


def another_is_beside(s: Situation, system: str | None) -> bool:
    """Whether the value is of something that the paper's own is set beside."""
    near = s.near_left[-110:]
    if s.index and _OPENED_FROM.fullmatch(s.near_left) and _CLOSED_SOON.match(s.right):
        return True
    if near.endswith((" the ", " the ~")) and _BELOW_THE.search(near[-30:]) and _OF_WHOM.match(s.near_right):
        return True
    if _A_BASELINE_OF.search(near[-90:]) or _OLD.search(near[-80:]):
        return True
    if s.quantity.dimension in _COSTS and _BY_NEXT.match(s.right) and _CUTS_THE.search(near[-50:]):
        return True
    return _moved_from(s, near) or _told_for_comparison(s, system)


def _moved_from(s: Situation, near: str) -> bool:
    """ "from 85% on A to 41% on B", "cuts the 40 GB footprint to 6 GB"."""
    after = next((one for one in s.siblings[s.index + 1 :] if one.dimension is not Dimension.DEVICES), None)
    if after is None or after.dimension is not s.quantity.dimension:
        return False
    between = s.doc.view[s.quantity.end : after.start]
    if _AND_THE_OTHER.fullmatch(between) and _FROM.search(near) and _TO_LAST.match(s.doc.view, after.end):
        return True
    if _FROM_THE_OTHER.search(s.left[-90:]) and _TO_LAST.match(s.doc.view, s.quantity.end):
        return True
    if not _TO_NEXT.fullmatch(between):
        return False
    return _CUTS_THE.search(near[-50:]) is not None or (
        _FROM.search(near) is not None and has_verb(near) and not _SPANS.search(near)
    )


def _told_for_comparison(s: Situation, system: str | None) -> bool:
    """ "For comparison, X takes 3 s"."""
    found = _FOR_COMPARISON.match(s.left) if s.index == 0 else None
    return found is not None and not (system and system.lower() in found["who"].lower())
