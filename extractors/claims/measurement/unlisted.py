"""Decimals of what no list names: "a mean retention of 0.962", "a 0.71 degeneracy rate", "settles at 0.34"."""

from __future__ import annotations

from extractors.claims.draft import Draft, measured
from extractors.claims.measurement.decimal_score import is_decimal
from extractors.context.metric import closing_metric, last_ranked_metric
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.numbers.refused.formula import REACHES_SYMBOL
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Metric

# What is chosen, not found, and changes, which are no values.
_NO_VALUE = Pattern(
    r"temperatures?|thresholds?|steps?|sizes?|p-values?|dropouts?|strengths?|weights?|exponents?|radi(?:us|i)|"
    r"spacings?|intervals?|levels?|parameters?|coefficients?|margins?|budgets?|ranges?|versions?|order|scales?|bounds?|"
    r"maximum|minimum|limits?|confidence|improvements?|gains?|enhancements?|increases?|reductions?|decreases?|"
    r"speed-?ups?|factors?|differences?|sequences?|set",
    IGNORECASE,
)
_RESULT = Pattern(
    r"\b(?:achiev|obtain|reach|scor|attain|yield|get|got|record|report|averag|measur|register|deliver|produc|observ|"
    r"exhibit|show|find|found|demonstrat|giv|gave|improv|increas|rais|ris|rose|drop|fall|fell|reduc|decreas|declin|"
    r"remain|retain|maintain|outperform|surpass|exceed|predict|confirm|reveal|result|with)\w*",
    IGNORECASE,
)
# "a mean retention of 0.962"
_NOUN_OF = Ending(
    r"(?<![\p{L}\d])(?P<sort>(?:[\p{L}\d-]+\s){0,3})(?P<noun>(?!values?\s)\p{L}[\p{L}\d@-]+)(?:\s\(\p{L}[\p{L}\d-]{1,10}\))?"
    r"(?:\svalues?)?\sof\s" + HEDGES + r"\$?$"
)
_CHOSEN_RATE = Pattern(r"\b(?:learning|sampling|dropout|mask(?:ing)?|decay|frame|mutation|crossover)\s$", IGNORECASE)
# "a higher threshold of 0.02" is found
_RANKED = Pattern(r"\b(?:high|low|bett|great|larg|small)(?:er|est)\b|\bbest\b")
# "settles at 0.34", "the tuned one reaches 118.5"
_REACHES = Ending(
    r"\b(?:reach|attain|achiev|obtain|scor|get|yield|register|average|hold|stay|settle|remain|stand|drop|fall|decline|"
    r"collapse|rise|recover|improve|increase|climb|decrease|shrink|saturate|plateau)(?:s|es|ed|ing)?\s"
    r"(?:easily\s|only\s|already\s|steadily\s)?(?:(?:at|to|above|below|near|around|within|from)\s)?"
    + HEDGES
    + r"\$?$"
)
_IS_CHANGE = Pattern(
    r"\$?\s(?:(?:more|less|fewer|higher|lower|better|worse|faster|slower|larger|smaller|greater)\b|"
    r"(?:[\p{L}-]+\s){0,2}(?:improvement|speed-?up|gain|reduction|increase|decrease)s?\b)"
)
# "a 0.71 degeneracy rate"
_NOUN_BEHIND = Pattern(
    r"\$?\s(?:[\p{L}-]+\s){0,2}?(?:rates?|ratios?|probabilit(?:y|ies)|similarit(?:y|ies)|conversion|coverage|consistency|"
    r"agreement|fidelity|retention|stability|efficiency|completeness|diversity|coherence|reliability|alignment|overlap|"
    r"silhouette|divergence|entropy|gap|cross-entropy|likelihood|variance|deviation|distance)\b(?!-)",
    IGNORECASE,
)
# "(62.4)", "the best before (0.512)"
_IN_BRACKETS = Ending(
    r"(?P<noun>\p{L}[\p{L}\d.-]*)\s\((?:(?!(?:roughly|about|around|approximately|nearly|almost|over|up|at|only)\s)"
    r"\p{L}[\p{L}\d .@-]{0,24},?\s)?[~$]?$"
)
_CLOSED = Pattern(r"\$?\s?\)")
# "Gini 0.105": no version is so exact
_NAMED = Ending(r"(?<![\p{L}\d])\p{Lu}[\p{L}\d@-]{1,20}\s(?:=\s)?\$?$")
_EXACT = Pattern(r"\d*\.\d{2,}")
_A_SCORE = Pattern(r"score|average|mean|\p{Lu}.*\p{Lu}")
_RULE = "value of an unlisted noun"


def of_no_list(s: Situation) -> Draft | None:
    """A decimal that is reached, or that stands where the value of a noun does."""
    if not is_decimal(s) or s.quantity.pair or s.quantity.magnitude or _IS_CHANGE.match(s.list_right):
        return None
    if REACHES_SYMBOL.search(s.left[-60:]):
        return measured(s, Metric.OTHER, _RULE)
    return _of_noun(s) or _reached(s) or _named(s)


def _of_noun(s: Situation) -> Draft | None:
    """ "a mean retention of 0.962", "a 0.71 degeneracy rate"."""
    of = _NOUN_OF.search(s.list_left[-90:])
    if (of is None and _NOUN_BEHIND.match(s.list_right) is None) or not _RESULT.search(s.left[-160:]):
        return None
    if of is not None and _is_chosen(of["sort"], of["noun"]):
        return None
    cue = closing_metric(of["noun"]) if of is not None else None
    if cue is not None and cue.metric is not Metric.SPEED:
        return measured(s, cue.metric, _RULE)
    scored = of is not None and (cue is not None or _A_SCORE.search(of["noun"]))
    return measured(s, Metric.ACCURACY if scored else Metric.OTHER, _RULE)


def _is_chosen(sort: str, noun: str) -> bool:
    return (_NO_VALUE.fullmatch(noun) and not _RANKED.search(sort)) or _CHOSEN_RATE.search(sort) is not None


def _reached(s: Situation) -> Draft | None:
    """ "settles at 0.34"."""
    return _of_named_before(s) if _REACHES.search(s.list_left[-90:]) else None


def _named(s: Situation) -> Draft | None:
    """ "Gini 0.105", "the best before (0.512)"."""
    if _NAMED.search(s.near_left) and _EXACT.fullmatch(s.doc.view, s.quantity.start, s.quantity.end):
        return _of_named_before(s)
    if not s.text_is_about_quality or not _CLOSED.match(s.right):
        return None
    bracketed = _IN_BRACKETS.search(s.near_left)
    return _of_named_before(s) if bracketed and not _NO_VALUE.fullmatch(bracketed["noun"]) else None


def _of_named_before(s: Situation) -> Draft:
    """An error where one is named last, else a quality in a text that speaks of such."""
    named = last_ranked_metric(s.left[-60:])
    if named is not None and named.metric is Metric.ERROR:
        return measured(s, Metric.ERROR, _RULE)
    return measured(s, Metric.ACCURACY if s.text_is_about_quality else Metric.OTHER, _RULE)
