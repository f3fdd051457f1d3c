"""Baselines named before the value: "Compared to X, it is 3x faster"."""

from __future__ import annotations

import regex

from extractors.context.baseline.owner import is_aspect
from extractors.context.baseline.phrases import A_NUMBER, cut
from extractors.context.pairing.aligned import aligned
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.patterns import IGNORECASE, Folded, Pattern
from extractors.situation import Situation

# "the speedup over X grows from 1.2x", "gains over X reach 4 points"
_CHANGE_OVER = Ending(
    r"\b(?:speed-?ups?|gains?|improvements?|savings?|reductions?|advantages?|leads?|margins?|accelerations?)\s"
    r"(?:over|against|compared (?:to|with)|relative to|versus)\s"
    r"(?P<np>(?!\d)(?:(?!\b(?:with|while|on|in|for|and)\b)[^,;:()\d]){2,50}?)\s(?:(?:on|in|for|at)\s[^,;:()\d]{2,40}\s)?"
    r"(?:rang|grow|var|reach|ris|climb|averag|exceed|amount|increas|widen|is\b|are\b|was\b|were\b)\p{L}*\s"
    r"(?:(?:from|between|to|by|up|about|over|as|high|much|an?|average|of|\p{L}+ly)\s|~){0,4}$",
    regex.IGNORECASE,
)
_TO_ANOTHER = Pattern(r"\s(?:at|on|for|with|in|when|under)\s[^;:()]{2,40}\sto\s(?:(?:over|about|up to)\s)?~?")
_OVER = ("over ", "against ", "compared ", "relative ", "versus ")
# "With X as the reference, ..."
_TAKEN_AS = Pattern(
    r"(?:With|Taking|Using)\s(?P<np>[^,;]{2,50}?)\sas\s(?:the|our|a)\s"
    r"(?:reference|baseline|point of comparison|yardstick),\s"
)
_OVER_LIST = Pattern(
    r"\b(?:over|against|relative to|compared (?:to|with)|than|versus|vs\.)\s"
    r"(?P<np>(?!\d)(?:(?!\b(?:with|while|on|in|for|\p{L}+ing|improve\p{L}+|speed-?ups?|gains?)\b)[^;()]){4,100}?)\s"
    r"(?:of|by|is|are|was|were|amounts? to|amounted to|reach|averag(?:e|ing)|equal|come to)\s" + HEDGES + r"$"
)
# "a better trade-off compared with X, with speedups of up to 3x"
_COMPARED_BEFORE = Pattern(
    r"\b(?:compar(?:ed|ing) (?:to|with|against)|in comparison (?:to|with)|relative to|over|(?<!rather )than|"
    rf"against)\s(?!{A_NUMBER}|\p{{L}}+ (?:years|months))(?=[^,;]{{3,80}}\s(?:while|whilst|but\salso)\s|"
    r"[^,;]{3,90}(?:,\s(?:and\s)?(?-i:\p{Lu})[^,;]{1,60}){0,5},\s"
    r"(?:especially|particularly|notably|with|while|whilst|(?:\p{L}+ly\s)?(?!enabl|allow)\p{L}{3,}ing|e\.g\.|i\.e\.|namely)\b)",
    IGNORECASE,
)
_ANY_RIVAL = Pattern(r"\s(?:over|than|compared\s(?:to|with)|relative\sto|versus|against)\s(?!\d)")
_FOR_WHOM = Pattern(
    r"[%$\\]{0,2}(?:\s(?:±|\\pm|\+/-)\s\d[\d.]*)?[%$\\]{0,2}\s(?:\p{L}[\p{L}-]*\s)?(?:for|of|by|with|in|using|from)\s"
    r"(?P<np>(?:(?!\s(?:at|under|across)\s)[^,;:()]){2,60}?)(?:\s(?:at|under|across|on|in|with)\s[^,;:()]{2,40}?)?"
    r"(?:,|\s?(?:--|—|–|\s-)|\s?\(|:)\s?(?:(?:(?:which|that|this)\s(?:is|means|represents|amounts to|corresponds to)|"
    r"representing|i\.e\.,?|namely|corresponding to|(?:achiev|yield|giv|deliver)ing|with)\s)?"
    r"(?:(?:an?\s)(?:(?!and\b)[\p{Ll}-]+\s){0,4}?(?:of\s)?)?(?:(?:about|nearly|over|roughly|up to)\s|[~$+-]){0,3}"
)
_AGAINST = Ending(
    r"\b(?:compared\s(?:to|with)|versus|vs\.\\?|against|(?<!less\s)(?<!more\s)(?<!fewer\s)than)\s"
    + HEDGES
    + r"[$~\\]{0,2}$"
)
_UNLIKE = Pattern(
    r"(?:Unlike|(?:Used |When used |Deployed )?(?:[Ii]nstead of|[Ii]n (?:place|lieu) of)|In contrast (?:to|with)|"
    r"As opposed to|"
    r"Rather than|Starting (?:from|with)|(?:When |By |Simply )?(?:[Rr]eplac|[Ss]wapp|[Ss]ubstitut|"
    r"[Ee]xchang)ing(?=[^,;]{2,60}?\s(?:with|by|for)\s)|"
    r"(?:Moving|Switching|Going|Migrating|Transitioning|Changing|"
    r"Upgrading)(?: the \p{L}+)? from(?=[^,;]{2,60}?\sto\s)|"
    r"Building (?:up)?on(?: top of)?(?!\s(?:this|these|those|such|our)\b)|"
    r"As an? (?:drop-in )?replacement (?:for|of))\s"
    r"(?P<np>(?:(?:an?|the|our)\s)?\p{L}[\p{L}\d.+-]*(?:\s(?!with\b|by\b|for\b|to\b)[\p{L}\d.+-]+){0,4}?)"
    r"(?:\s(?:with|by|for|to)\s[^,;]{2,60}?)?(?:,\s|\s(?=cuts\b|reduces\b|gives\b|saves\b|yields\b|makes\b|"
    r"improves\b|"
    r"lowers\b|speeds\b|brings\b|shortens\b|raises\b))"
)
# "training on A instead of B raises accuracy by 3 points"
_INSTEAD = Pattern(
    r"\b(?:instead of|rather than|in (?:place|lieu) of|(?:replacement|substitute) (?:for|of))\s(?P<np>(?:(?:an?|"
    r"the)\s)?[\p{L}\d][\p{L}\d.+-]*(?:\s[\p{L}\d.+-]+){0,3}?)"
    r",?\s(?:can\s|we\s|further\s)?(?:rais|improv|increas|cut|reduc|lower|sav|shorten|speed|boost|yield|giv|lift|"
    r"bring|"
    r"obtain|achiev|gain|lead)(?:e?s|e|s to)?\s[^.;]{0,60}$"
)
_INSTEAD_OF = ("instead", "rather than", "place of", "lieu of", "replacement", "substitute")
_REACHES = regex.compile(
    r"\b(?:(?:reach|attain|match)(?:es|ing)?\s(?P<np>(?:the\s)?\p{Lu}[\p{L}\d.+-]*)'s\s\p{L}+\s|"
    r"(?:parity|on par)\swith\s"
    r"(?P<np>(?:(?!\s(?:at|with|but|while|in|on)\b)[^,;]){2,50}?)\s(?=(?:(?:up to|about|over)\s)?$)|"
    r"(?:on par|comparable|competitive)\s(?:with|"
    r"to)\s(?P<np>(?:the\s)?\p{Lu}[\p{L}\d.+-]*(?:\s\p{Lu}[\p{L}\d.+-]*)?)\s(?:at|with|but|"
    r"while)\s)[^,;]{0,20}$"
)
_COMPARED_FIRST = Folded(
    r"(?:^|[.;,(]\s?|(?:--|—)\s?|\bwhen\s|\band\s|\bthat,?\s)(?:(?:when|if|as)\s)?"
    r"(?:compar(?:e[ds]|ing) (?:to|with|against)|(?:bench-?marked|measured|evaluated|tested|judged|pitted|set|"
    r"weighed) against|"
    r"(?:in\s)?(?:an?\s)?(?:[\p{L}-]{1,20}\s){0,2}?(?:comparisons? (?:to|with|against)|"
    r"(?:bench-?mark(?:s|ing)?|evaluations?|tests?|testing|trials?) against)|normali[sz]ed (?:to|against)|"
    r"(?:relative|with respect) to)\s|"
    r"\bcompar(?:e|es|ed|ing) [^,;.()]{2,40}? (?:with|to|against) "
    r"(?=[^,;.()]{2,70}(?: \([^()]{1,30}\))?(?:, and |, | and )(?:we )?"
    r"(?:find|found|show|observ|see\b|saw|report|measur|demonstrat|showcas|achiev|obtain|attain|reach|yield)(?:e|s|ed|ing)?\b)|"
    r"\bcomparing [^,;.()]{2,40}? (?:with|to|against) "
    r"(?=[^,;.()]{2,110} (?:demonstrat|show|reveal|indicat|confirm|suggest)(?:es?|s|ed)?\b)|"
    r"(?:^|,\s|\band,?\s)(?:versus|against)\s(?=[^,;]{3,60},)|^(?:versus|over|against)\s|"
    r"(?<!averaged\s)\bover\s(?!\d|(?:an?\s)?(?:long|short|extended|multiple|several|many|few|time|all|whole|entire)\b)"
    r"(?=[^,;]{3,60}(?:\(|,))"
)
# One of them is in each.
_SETS_AGAINST = ("compar", "relative to", "respect to", "versus", "over", "against", "normali")


# "relative to Foo without a cache, ..."
_WITHOUT = Pattern(r"\swithout\s(?!any\b|\p{L}+ing\b|loss)[^,;:()]{2,50}(?=,)")


def earlier(s: Situation) -> tuple[int, int] | None:
    """ "Compared to X, ...": said at the start, or just before brackets."""
    end = compared_first(s)
    if end is None or (s.left[:end].lower().endswith("respect to ") and is_aspect(s, s.sentence.start + end)):
        return None
    span = cut(s, s.sentence.start + end, s.siblings[s.group[0]].start)
    lacks = _WITHOUT.match(s.doc.view, span[1], s.quantity.start) if span else None
    return (span[0], lacks.end()) if span and lacks else span


def compared_first(s: Situation) -> int | None:
    """Where the last "compared to" that begins a clause before the value ends, in the sentence."""
    end = None
    if s.says(_SETS_AGAINST):
        for match in _COMPARED_FIRST.finditer(s.left):
            end = match.end()
    return end


def change_over(s: Situation) -> tuple[int, int] | None:
    """ "the speedup over X grows from 1.2x on A to 4.5x on B": X for both."""
    alike = next((one for one in s.siblings if one.dimension is s.quantity.dimension), s.quantity)
    left = s.left
    if alike is not s.quantity and _TO_ANOTHER.fullmatch(s.doc.view, alike.end, s.quantity.start):
        left = s.doc.view[s.sentence.start : alike.start]
    match = _CHANGE_OVER.search(left[-140:]) if s.says(_OVER) else None
    start = s.sentence.start + len(left) - len(left[-140:])
    return (start + match.start("np"), start + match.end("np")) if match else None


def over_list(s: Situation) -> tuple[int, int] | None:
    """ "the gains over A, B and C amount to 3%, 2% and 1%"."""
    match = _OVER_LIST.search(s.list_left) if s.group[1] > s.group[0] else None
    if match is None:
        return None
    start = s.siblings[s.group[0]].start - len(s.list_left)
    span = start + match.start("np"), start + match.end("np")
    return span if aligned(s, span) else None


def set_against(s: Situation) -> tuple[int, int] | None:
    """ "1.7, compared to 12.0 for X, an 86% reduction", "4.1 vs. 2.7 for X (49% gain)": whose the value before is."""
    if s.previous is None or (match := _FOR_WHOM.fullmatch(s.near_left)) is None:
        return None
    start = s.previous.end
    against = _AGAINST.search(s.doc.view[s.sentence.start : s.previous.start][-30:])
    return cut(s, start + match.start("np"), start + match.end("np")) if against else None


def compared_before(s: Situation) -> tuple[int, int] | None:
    """ "a better trade-off compared with X, with speedups of up to 3x"."""
    if s.group[1] > s.group[0] and "respectively" in s.list_right and len(_ANY_RIVAL.findall(s.left)) > 1:
        return None  # the list pairs up with the baselines before
    found = None
    for match in _COMPARED_BEFORE.finditer(s.left):
        found = match
    if found is None or ";" in s.left[found.end() :]:
        return None
    return cut(s, s.sentence.start + found.end(), s.quantity.start)


def instead_of(s: Situation) -> tuple[int, int] | None:
    """ "Unlike X, it is 3x faster", "using A instead of X cuts the time by 30%"."""
    found = _UNLIKE.match(s.left) or _TAKEN_AS.match(s.left) or (s.says(_INSTEAD_OF) and _INSTEAD.search(s.left))
    return (s.sentence.start + found.start("np"), s.sentence.start + found.end("np")) if found else None


def reached(s: Situation) -> tuple[int, int] | None:
    """ "reaches X's quality 3x faster", "on par with X at 3x the speed"."""
    reached = _REACHES.search(s.near_left)
    start = s.quantity.start - len(s.near_left)
    return (start + reached.start("np"), start + reached.end("np")) if reached else None
