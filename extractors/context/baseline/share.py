"""The baseline of a share or a multiple: "a third of the energy of X", "5x that of X"."""

from __future__ import annotations

from extractors.context.baseline.before import compared_first
from extractors.context.baseline.doubled import is_verb, whose_is_doubled
from extractors.context.baseline.owner import is_cost, whose
from extractors.context.baseline.phrases import ANOTHER, COMPARED, NAMES_ANOTHER, WORDS_FOR_ANOTHER, cut
from extractors.context.change.share.part import REMOVES
from extractors.context.change.share.timesone import one_behind
from extractors.context.change.share.without_of import AND_ONLY
from extractors.context.metric import metric_cues
from extractors.endings import Ending
from extractors.lexicon import BEATS, HEDGES, HEDGES_OR_A
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Match, Pattern
from extractors.situation import Situation

_WITHIN = Pattern(r"\bwithin\s" + HEDGES + r"\s?$", IGNORECASE)
_WITHIN_OF = Pattern(r"(?:\s\(pp\))?\s(?:[\p{L}-]+\s){0,2}?of\s(?!its\b)", IGNORECASE)
_JUST = Pattern(r"\b(?:just|only|merely)\s" + HEDGES + r"\s?$", IGNORECASE)
# "just 46% memory cost and 8% inference time of X"
_COST_OF = Pattern(r"\s(?:[\p{L}-]+\s){1,3}(?:and\s[~\d.,\s\\%]+(?:[\p{L}-]+\s){1,3})?of\s(?=\p{Lu})")
# what a share is a part of: "20% of the annotated data", "a third of the bits per weight"
_PART = Pattern(
    r"(?:the\s|its\s|all\s)?(?:(?:model|network|backbone)'s\s)?"
    rf"(?:(?!{WORDS_FOR_ANOTHER})[\p{{L}}\d.+-]{{1,24}}\s){{0,4}}?"
    r"(?:parameters|parameter (?:size|count)|params|weights|data|tokens|memory|time|runtime|cost|compute|computation|"
    r"steps|space|bits|bytes|resources?|resource allocations?|(?:(?:token|cache|compute|memory)\s)?budgets?|spend|"
    r"state|optimizer states?|effort|GPUs|CPUs|nodes|cores|devices|machines|servers|labels|annotations|"
    r"demonstrations|examples|samples|trajectories|pairs|queries|calls|requests|iterations|epochs|operations|speakers|"
    r"users|participants|sequences|sentences|words|edges|vertices|states|actions|pixels|patches|frames|images|videos|"
    r"documents|candidates|layers|heads|experts|blocks|"
    r"(?:KV[- ])?cache(?:\s(?:tokens|entries|size))?|(?:accuracy|performance|quality)(?=\s(?:lost|gap|deficit)))"
    r"(?:\sper\s[\p{L}-]+)?(?:\s(?:lost|necessary|available))?",
    IGNORECASE,
)
_OF_BASELINE = Pattern(
    r"^(?:\s\(pp\)|\s(?:performance|accuracy|quality|throughput))?\s{0,2}of\s"
    r"(?=(?:the\s|other|that|those|its\s|their\s[\p{L}\s-]{2,40}'|existing|prior|full|conventional|standard|teacher|"
    r"original|baseline|traditional|typical|an?\s|one\s|human|state[- ]of[- ]the[- ]art|dense|competing|vanilla|"
    r"plain|naive|"
    r"native|unmodified|greedy|raw|base(?:[- ]model)?\s|(?:open|closed)-(?:source|weights?)|proprietary))|"
    r"^\sthe\s[^,;()]{2,50}?\s(?:of|required by|needed by|used by|consumed by)\s(?=\p{L})",  # "6% the cost of X"
    IGNORECASE,
)
# "sustains 85% of Name throughput", "retains 95% of Name's accuracy"
_RETAINS = Pattern(
    r"\b(?:retain|preserv|sustain|keep|maintain|reach|achiev|attain|recover|regain|restor|deliver|match)(?:s|es|e|ed|"
    r"ing)?\s[^,;]{0,30}$"
)
_OF_NAME = Pattern(
    r"\sof\s(?:the\s)?(?P<np>(?:\p{Ll}{1,3}(?=\p{Lu}{2}))?\p{Lu}[\p{L}\d+-]*[\p{Lu}\p{Ll}\d][\p{L}\d.+-]*(?:\s[\p{Lu}\d][\p{L}\d.+-]*)?)(?:'s)?"
    r"\s(?:[\p{L}-]{1,20}\s){0,2}?"
    r"(?:performance|accuracy|quality|throughput|MFU|score|speed|utility|capability|recall|F1|bandwidth)\b(?!\s(?:gap|deficit|loss)\b)"
)
# "recovers 88% of quadratic attention accuracy"
_OF_KIND = Pattern(
    r"\sof\s(?:the\s)?(?P<np>(?:quadratic|softmax|exact|oracle|(?:fully[\s-])?supervised|centrali[sz]ed|"
    r"expert|full[- ]?precision|fine-?tun\p{L}+|"
    r"uncompressed|unpruned|unquanti[sz]ed|float\p{L}*|autoregressive|human)(?:\s[\p{L}-]{2,20}){0,2}?)"
    r"\s(?:performance|accuracy|quality|score|capability|recall)\b(?!\s(?:gap|deficit|loss)\b)"
)
# "keeps 88% of sketch-based accuracy", but not of a kind of accuracy or of task
_OF_COMPOUND = Pattern(
    r"\sof\s(?:the\s)?(?P<np>(?!(?:zero|few|one|two|long|short|end|per|top|single|multi|real|general|instruction|out|high|"
    r"low|down|worst|best|state|question|image|video|code|tool)-)\p{Ll}+-\p{Ll}+(?:\s[\p{L}-]{2,20}){0,2}?"
    r"\s(?:performance|accuracy|quality|score|capability|recall|throughput|speed))\b"
)
_FRACTION_OF_NAME = Pattern(
    r"\sof\s(?P<np>\p{Lu}[\p{L}\d+-]*[\d\p{Lu}](?:[\p{L}\d+-]|\.(?=\d))*(?:\s\p{Lu}[\p{L}\d+-]*)?)(?=[,.;)]|\s(?:on|in|at|while|and|with)\s|$)"
)
# "beats X by 7% of the total speedup": a margin, not a share
_BY_A_MARGIN = Ending(r"\b" + BEATS + r"\s[^,;:()]{2,60}\sby\s" + HEDGES_OR_A + r"$")
# "saves 24% of the bitrate of Codec-9", but no part of what is named
_OF_NAMES_COST = Pattern(
    r"[%$\\]{0,3}\sof\sthe\s(?:[\p{L}-]+\s){0,2}?(?:energy|power|time|runtime|latency|memory|bitrate|bit-rate|rate|bandwidth|traffic|"
    r"cost|costs|compute|area|storage|overhead|footprint|communication)\s(?:(?:of|required\sby|needed\sby|used\sby)\s(?:the\s)?\p{Lu}|"
    rf"(?:required|needed|taken|spent)\sby\s(?:the\s)?(?:human|expert|manual|{ANOTHER}))"
)
_OF_WHOSE = Pattern(
    r"[%\\]{0,2}\sof\s(?P<np>(?:the\s)?\p{Lu}[\p{L}\d+-]*(?:\.[\p{L}\d][\p{L}\d+-]*)?(?:\s[\p{Lu}\d][\p{L}\d.+-]*)?)'s\b"
)
_SIZE = Pattern(r"the\s(?:size|scale|width|depth|length)")
_ITS_OWN = Pattern(
    r"(?:its|their)\s(?!(?:original|full|dense|base|baseline|unpruned|uncompressed|teacher|vanilla|larger|own)\b)[^']*$"
)
_MULTIPLE_OF = Pattern(
    r"^\s{0,2}(?:as (?:[\p{L}-]+)\s(?:\p{L}+\s){0,3}as\s|"
    r"(?=(?:the|that of|those of|other|previous|prior|existing|conventional)\s))|"
    r"^\sof\s(?=(?:the\s[\p{L}-]+'s\s|"
    r"(?:native|non-\p{L}+|bare[- ]metal|baseline|vanilla|unmodified|full|dense)\s|"
    r"(?:the\s)(?:previous\s|prior\s)?(?:best|strongest|fastest|state-of-the-art|second-best)(?:-\p{L}+)?\s|(?-i:\p{Lu})))",
    IGNORECASE,
)


_OF_ALL = Pattern(r"\sof\s(?:the\s|all\s)?(?:total|all|overall)\b")


def share(s: Situation) -> tuple[int, int] | None:
    if is_verb(s):
        return whose_is_doubled(s)
    if s.quantity.dimension is Dimension.POINTS and not _WITHIN.search(s.list_left):
        return None
    if s.quantity.dimension not in (Dimension.PERCENT, Dimension.TIMES, Dimension.POINTS):
        return None
    if one := one_behind(s):
        return cut(s, s.siblings[s.group[1]].end + one.start("what"), s.sentence.end)
    if within := _WITHIN_OF.match(s.list_right) if _WITHIN.search(s.list_left) else None:
        return cut(s, s.siblings[s.group[1]].end + within.end(), s.sentence.end)
    if cost := _COST_OF.match(s.right) if _JUST.search(s.list_left) or _after_just(s) else None:
        return cut(s, s.quantity.end + cost.end(), s.sentence.end)
    if (name := _named(s)) is not None:
        return s.quantity.end + name.start("np"), s.quantity.end + name.end("np")
    if s.quantity.dimension is Dimension.PERCENT and (
        _BY_A_MARGIN.search(s.list_left) or (REMOVES.search(s.near_left) and not _OF_NAMES_COST.match(s.right))
    ):
        return None
    return _of_rival(s)


def _of_rival(s: Situation) -> tuple[int, int] | None:
    """ "40% of the baseline's energy", "5x that of X"."""
    for pattern in (_OF_BASELINE, _MULTIPLE_OF):
        match = pattern.match(s.list_right)
        if match is None:
            continue
        if COMPARED.search(s.list_right.rstrip()) and (pattern is _MULTIPLE_OF or _OF_ALL.match(s.list_right)):
            continue  # "3x the lines of code compared to X", "18% of the total messages compared to X"
        if (pattern is _OF_BASELINE) == (_is_share(s) and "as" not in match[0]):
            span = cut(s, s.siblings[s.group[1]].end + match.end(), s.sentence.end)
            if span is not None and _names_nobody(s, span):
                return None
            if span is not None and not NAMES_ANOTHER.search(s.doc.view, *span) and compared_first(s) is not None:
                return None  # "Compared to X, it needs 25% of the queries"
            if span is None or not _is_a_whole(s, span):
                return span
            return whose(s, span[1])
    return None


def _is_a_whole(s: Situation, span: tuple[int, int]) -> bool:
    """ "(30% of) the energy", "the annotated data", "the compute and data": what the share is a part of."""
    first, _, rest = s.doc.view[slice(*span)].partition(" and ")
    if rest and (" of " in rest or s.doc.view.startswith(" of ", span[1])):
        return False  # "the time and cost of X"
    return is_cost(first) or _PART.fullmatch(first) is not None


def _names_nobody(s: Situation, span: tuple[int, int]) -> bool:
    """ "a model twice the size", "keeps 97% of its TreeSet score": of its own, before."""
    if _SIZE.fullmatch(s.doc.view, *span):
        return True
    return _ITS_OWN.match(s.doc.view, *span) is not None and bool(metric_cues(s.doc.view[slice(*span)]))


def _named(s: Situation) -> Match | None:
    """ "1/8 of Tarnet7B", "3% of Tarnet's", "retains 95% of Tarnet's accuracy": the name."""
    if s.quantity.idiom.startswith("1/") and (named := _FRACTION_OF_NAME.match(s.right)):
        return named
    if whole := _OF_WHOSE.match(s.right):
        return whole
    if not _RETAINS.search(s.left[-60:]):
        return None
    return _OF_NAME.match(s.right) or _OF_KIND.match(s.right) or _OF_COMPOUND.match(s.right)


def _after_just(s: Situation) -> bool:
    """ "just 46% memory cost and 8% inference time of X": the second of the two."""
    previous = s.previous
    if previous is None or previous.dimension is not s.quantity.dimension or not AND_ONLY.fullmatch(s.near_left):
        return False
    return _JUST.search(s.doc.view[max(s.sentence.start, previous.start - 20) : previous.start]) is not None


def _is_share(s: Situation) -> bool:
    """ "30% of", "a third of"."""
    return s.quantity.dimension is Dimension.PERCENT or s.quantity.idiom.startswith("1/")
