"""Shares of things that are counted: "30% of the layers", "a 5% noise rate", "0.2% of the parameters"."""

from __future__ import annotations

from extractors.claims.draft import Draft, measured
from extractors.claims.measurement.named_metric import clause
from extractors.claims.measurement.utilization import names_peak
from extractors.context.metric import first_metric
from extractors.context.partof import IS_PART
from extractors.endings import Ending
from extractors.lexicon import HEDGES, UNDERGO
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern
from extractors.rulenames import SHARE_OF_PARAMETERS
from extractors.situation import Situation
from schemas.vocabulary import Metric

_MARGIN = Pattern(
    r"\s(?:(?:(?!(?:of|in|on|and|for|with|at|by|under|to|from|than)\b)[\p{L}-]+\s){1,3}budget\b(?!\s(?:cut|reduction|saving))|(?:[\p{L}-]+\s)?(?:margin|subsets?\b|increments?\b|(?:label-?flip|flip|noise|corruption|contamination|poisoning|missing)\s(?:rate|"
    r"level)s?|budgets?|budget ratio|headroom|slack|duty cycle|market share|participation|"
    r"(?:labell?ed|annotated|missing|noisy)\s(?:data|samples|images|labels|annotations|values)|(?:drop|dropout|dropping|"
    r"pruning|masking|keep|skip|retention) (?:rate|ratio)))\b"
)
_THINGS_NEXT = Pattern(
    r"\s(?:(?!accuracy\b|of\b)[\p{L}-]+\s)?(?:heads|layers|tokens|neurons|channels|experts|blocks|users|samples|"
    r"cases|weights|pixels|patches|duplicates)\b"
)
_CONSISTS = Pattern(
    r"\b(?:consist(?:s|ing)? of|composed of|made up of|contain(?:s|ing)|thresholds?(?:\sof|\s\()|"
    r"(?:boundary|cut-?off|duty cycle|duty factor)\s(?:of|at|(?:is|lies|sits|falls)\s(?:at|near)))\s?"
    r"(?:about\s|over\s|only\s|up to\s|~)?$"
)
_SUMS_TO = Pattern(
    r"\b(?:account(?:s|ed|ing)? for|mak(?:es?|ing) up|constitut(?:es?|ing)|compris(?:es?|ing))\s" + HEDGES + r"$"
)
_BEST_SOME = Ending(r"\btop[\s-]$", IGNORECASE)  # "among the top 5% of teams"
_PORTION = Pattern(r"\b(?:share|fraction|proportion|percentage|portion)\s(?:of|whose|that|with)\s[^,;:()]{3,90}$")
# "the share of reviews with a defect was"
_PORTION_WAS = Ending(
    r"\b(?:share|fraction|proportion|portion)\s(?:of|whose|that|with)\s[^,;:()]{3,90}\s(?:was|is|were|reache[ds]|exceed(?:s|ed)|"
    r"(?:fell|rose|drops|dropped|grew|falls|rises|grows|climbs|climbed|shrinks|shrank|increases|increased|declines|"
    r"declined)\s(?:to|from))\s" + HEDGES + r"$"
)
_PORTION_IS = Ending(rf"\b(?:share|fraction|proportion|portion|minority|majority)\sof\s[^,;:()]{{3,40}}\s\({HEDGES}$")
# "mostly generates code (31%) and poems (22%)"
_MAKES_UP = Ending(
    r"\b(?:(?:mostly|mainly|predominantly|primarily|largely|chiefly)\s(?:of\s)?(?:\p{Ll}+s\s)?|(?:most\s(?:often|frequently|commonly))\s"
    rf"(?:\p{{Ll}}+s\s)?)(?:(?!accura|success|correct)[^,;:()]){{3,40}}\({HEDGES}$"
)
_SOLVED_ONES = Pattern(r"\b(?:solv|correct|success|accura|resolv|pass|right|win)", IGNORECASE)
_SUBJECT = Pattern(  # "84 percent exceed the width of a page"
    r"\s(?:exceed|are (?!correct|solved|right|accurate)(?:near|at|in|from|under|over|below|above|due|open|closed|"
    r"non|un)|"
    rf"(?:have|had|{UNDERGO}|contain|carry|embed|hide|expose|leak|violate|include|fall|lie|come|stem|report(?:ed)?|lack|mention|"
    r"trigger|exhibit|display|drive|"
    r"use|used|release|provide|focus|target|concern|address|cover|involve|require|depend|rely|occur|belong|originate|"
    r"support|describe|cite|share|employ|rest|say|said|own|live|work|agree with)\s(?!an?\s(?:accuracy|error))|"
    r"(?:on average\s)?(?:are|were)\s(?:actively|actually|ever|never|rarely|directly|still|also)\s(?:used|read|"
    r"called|executed|invoked|tested|covered|reached|touched|visited|accessed|needed))"
)
_OF_ITS = Pattern(r"[%$\\]{0,2}\sof\s(?:the\s|its\s|all\s|their\s)(?:[\p{Ll}-]+\s){0,2}?\p{Ll}+s\s")
_OF_PARAMETERS = Pattern(
    r"\s{0,2}(?:of\s(?:the\s|its\s)?)?(?:(?:trainable|tunable|additional|extra|total|model|new|more|"
    r"original|active|activated|expert|dense)\s){0,2}\s?(?:parameters|params|weights(?=\s(?:and|but|yet|while)\b|[,.;)]))\b"
)
_BRACKET_AFTER = Pattern(r"(?:\s(?:[\p{L}-]+\s)?parameters)?(?:\s\(|,\s)" + HEDGES)  # "1.1M parameters (0.2%"


# What a system's parts share: "accounts for 2% power and 3% area".
_OF_A_WHOLE = frozenset(
    {
        Metric.POWER,
        Metric.ENERGY,
        Metric.AREA,
        Metric.RUNTIME,
        Metric.LATENCY,
        Metric.MEMORY,
        Metric.STORAGE,
        Metric.COST,
    }
)

# "2% | power and | 3% area"
_AND_MORE = Pattern(rf"[%$\\]{{0,3}}\s[\p{{L}} -]{{2,30}}?(?:,\s(?:and\s)?|\sand\s){HEDGES}")


def _share_named(s: Situation) -> Draft | None:
    """ "accounts for 2% power": what it is a share of stands right behind."""
    cue = first_metric(clause(s.list_right))
    if cue is None or cue.start != 1 or cue.metric not in _OF_A_WHOLE:
        return None
    first = s.previous
    if first is not None and _AND_MORE.fullmatch(s.near_left):
        return measured(s, cue.metric, "share of a metric") if _sums_to_at(s, first.start) else None
    return measured(s, cue.metric, "share of a metric") if _sums_to_at(s, s.quantity.start) else None


def _sums_to_at(s: Situation, start: int) -> bool:
    return _SUMS_TO.search(s.doc.view[max(s.sentence.start, start - 60) : start]) is not None


def share_of_things(s: Situation) -> Draft | None:
    """ "a 5% noise rate", "40% of heads", "accounts for 12%", "84 percent exceed the width"."""
    if (named := _share_named(s)) is not None:
        return named
    if (
        _MARGIN.match(s.list_right)
        or _THINGS_NEXT.match(s.list_right)
        or _CONSISTS.search(s.near_left)
        or _BEST_SOME.search(s.near_left)
        or (_SUMS_TO.search(s.near_left) and not IS_PART.match(s.right))
        or _of_some(s)
        or is_of_a_mix(s)
    ):
        return measured(s, Metric.OTHER, "share")
    return None


_PLUS = Pattern(r"\\?%?\s(?:[\p{L}-]+\s){0,3}(?:\+|plus)\s?")
_WHOLE = 100


def is_of_a_mix(s: Situation) -> bool:
    """ "70% clean + 30% noisy data": two shares of one whole."""
    pairs = ((s.index - 1, s.index), (s.index, s.index + 1))
    for one, other in pairs:
        if one < 0 or other >= len(s.siblings):
            continue
        first, second = s.siblings[one], s.siblings[other]
        whole = first.dimension is second.dimension and first.low + second.low == _WHOLE
        if whole and _PLUS.fullmatch(s.doc.view, first.end, second.start):
            return True
    return False


def _of_some(s: Situation) -> bool:
    """ "84 percent exceed the width", "the share of valid programs from 55%": how many of them."""
    if s.quantity.pair == "before":
        some = _PORTION.search(s.near_left)
        return some is not None and not (_SOLVED_ONES.search(some[0]) or names_peak(some[0]))
    return (
        _SUBJECT.match(s.right, of.end() - 1 if (of := _OF_ITS.match(s.right)) else 0) is not None
        or _PORTION_IS.search(s.near_left) is not None
        or ((was := _PORTION_WAS.search(s.near_left)) is not None and not _SOLVED_ONES.search(was[0]))
        or _MAKES_UP.search(s.near_left) is not None
    )


def of_the_parameters(s: Situation) -> Draft | None:
    """ "0.2% of the trainable parameters", "1.1M trainable parameters (0.2% of the backbone)"."""
    if _OF_PARAMETERS.match(s.list_right) or _follows_parameters(s):
        return measured(s, Metric.MODEL_SIZE, SHARE_OF_PARAMETERS)
    return None


def _follows_parameters(s: Situation) -> bool:
    if s.previous is None or s.previous.dimension is not Dimension.PARAMETERS:
        return False
    counted = "param" in s.doc.view[s.previous.start : s.quantity.start].lower()
    return counted and _BRACKET_AFTER.fullmatch(s.near_left) is not None
