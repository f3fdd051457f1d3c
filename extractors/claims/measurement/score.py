"""Bare numbers, which are scores where a score is named near: "a BLEU of 31.2", "rated 4.6 out of 5"."""

from __future__ import annotations

from extractors.claims.draft import Before, Draft, Outcome, measured
from extractors.claims.measurement.counterpart import came_from, is_instead
from extractors.claims.measurement.decimal_score import decimal_score, is_decimal
from extractors.claims.measurement.moved_count import amount_moved, count_moved
from extractors.claims.measurement.pair import bare_pair, pair_of_counts
from extractors.claims.measurement.price import price
from extractors.claims.measurement.score_name import named_behind_each, named_behind_other, named_score
from extractors.claims.measurement.unit_before import of_unit_before
from extractors.claims.measurement.unlisted import of_no_list
from extractors.context.metric import closing_metric, last_metric, last_ranked_metric
from extractors.context.won import is_score_of_loser, is_score_of_winner
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.numbers.quantity import NONE_OF_A_COST
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Kind, Metric

_NEAR = Ending(r"\bnear[\s-]$")  # "near-zero overhead" gives no number
_AT_THRESHOLD = Pattern(r"\bat\s(?:an?\s)?(?:IoU|tIoU)(?:\sthresholds?)?\s(?:(?:of|above|over)\s)?$")
_IS = (
    r"(?:\s\(\p{Lu}{2,4}\))?\s(?:(?:drops?|falls?|rises?|grows?|dropped|fell|rose|grew)\sto|stands\sat|of|is|was|to|"
    r"reach(?:es|ed)|from|at)\s" + HEDGES
)
_RATIO_BEFORE = Ending(
    r"\b(?:(?:write|read|space|noise|error)\samplification|(?:odds|hazard|competitive|approximation|signal-to-noise|"
    r"imbalance|stretch|aspect)\s(?:ratio|factor)|(?:mean|average)\srank(?:ing)?|load\s(?:im)?balance|IPC|CPI|PUE|"
    rf"instructions\sper\scycle|power\susage\seffectiveness|load\sfactor){_IS}$",
    IGNORECASE,
)
# "a parallel efficiency of 0.92", "the hit ratio is 0.94"
_IS_SO_MUCH = Ending(_IS + r"$")
_COMPRESSED = Pattern(r"compression\s(?:ratio|rate|factor)s?", IGNORECASE)
_SHARES = (Metric.UTILIZATION, Metric.SCALING_EFFICIENCY)
_ACCEPTED = Ending(
    r"\baccept(?:ance|ed)\s(?:lengths?|tokens?(?:\scounts?)?)(?:\s\(\p{Lu}{1,4}\))?\s(?:of|is|was|to|reaches|from|at)\s"
    + HEDGES
    + r"$",
    IGNORECASE,
)
_LIST_OF_SCORES = Pattern(
    r"[)\s]{0,3}(?:\(?(?:±|\+/-|\+-)\s?[\d.]{1,8}\)?\s?)?(?:\(95[^()]{1,40}\)\s(?=\p{L}))?(?:\([^()]{1,40}\)|(?:on|in|for|at|with)\s[^;:]{1,60}?|"
    r"\p{L}[\p{L}\d@_\s-]{1,40})?\s{0,2}(?:,\s{0,2}(?:and\s)?|\sand\s|\s&\s|/|\(|,?\s(?:vs\.?|versus|against)\s|"
    r",?\scompared (?:to|with)\s|,\s(?:lower|higher|better|worse|more|less|up|down)\s(?:than|from)\s)"
    r"[\s~($]{0,4}(?:(?:an?|the)\s)?",
    IGNORECASE,
)
# "rated 4.6 out of 5"
_OUT_OF_BEST = Pattern(r"\s?(?:out of|of|/)\s?(?:[457]|10|100)(?![\d.%])(?!\s\p{Ll}+s\b)")
_RATED = Pattern(
    r"\b(?:rat(?:e|ed|es|ing|ings)|scor(?:e|ed|es|ing)|grad(?:e|ed|es)|averag\p{L}+|mean|satisfaction)\b", IGNORECASE
)


def score(s: Situation, before: Before | None) -> Outcome:
    """By the name next to it, the score before, or the words around; null where nothing says that it is a score."""
    q = s.quantity
    if (counted := of_unit_before(s)) is not None:
        return counted
    if q.pair and q.magnitude:
        return amount_moved(s) or pair_of_counts(s) or count_moved(s)
    if q.in_words or q.magnitude:
        return _none_of_a_cost(s)
    if s.doc.view[q.start : q.end].strip() in ("0", "1") or _AT_THRESHOLD.search(s.near_left):
        return None
    return (
        price(s)
        or named_behind_each(s)
        or (count_moved(s) if q.pair else None)
        or named_score(s)
        or _instead_of_score(s, before)
        or _of_a_win(s)
        or decimal_score(s)
        or _ratio(s)
        or named_behind_other(s)
        or _next_score(s, before)
        or (bare_pair(s) if q.pair else _out_of_best(s) or of_no_list(s))
    )


def _none_of_a_cost(s: Situation) -> Draft | None:
    """ "zero memory overhead": the cost is named behind."""
    said = s.quantity.high == 0 and not _NEAR.search(s.near_left)
    named = NONE_OF_A_COST.match(s.right) if said else None
    if named is None:
        return None
    cue = last_metric(named[0])
    return measured(s, cue.metric if cue else Metric.OTHER, "none of a cost")


def _instead_of_score(s: Situation, before: Before | None) -> Draft | None:
    """ "an MAE of 1.6, compared to 12.1", "rises to 78.9 from 61.3"."""
    if before is None or before.draft.kind is not Kind.MEASUREMENT:
        return None
    bare = not before.draft.unit or before.draft.metric in (Metric.ACCURACY, Metric.ERROR)
    beside = is_instead(s, before) or came_from(s, before)
    return measured(s, before.draft.metric, "next score") if bare and beside else None


def _of_a_win(s: Situation) -> Draft | None:
    """ "beats Tarnet on QuizBank, 0.83 to 0.79": both."""
    if not (is_score_of_winner(s) or is_score_of_loser(s)):
        return None
    named = last_ranked_metric(s.left[-120:])
    error = named is not None and named.metric is Metric.ERROR
    return measured(s, Metric.ERROR if error else Metric.ACCURACY, "score of a win")


def _ratio(s: Situation) -> Draft | None:
    """ "a write amplification of 1.07", "a mean acceptance length of 4.2"."""
    if _ACCEPTED.search(s.list_left):
        return measured(s, Metric.CAPACITY, "tokens accepted")
    if _RATIO_BEFORE.search(s.list_left):
        return measured(s, Metric.OTHER, "a ratio")
    named = _IS_SO_MUCH.search(s.list_left) if is_decimal(s) else None
    cue = closing_metric(s.list_left[: named.start()]) if named else None
    if cue is None:
        return None
    of_one = cue.metric in _SHARES and s.quantity.high <= 1
    return measured(s, cue.metric, "a ratio") if of_one or _COMPRESSED.fullmatch(cue.word) else None


def _next_score(s: Situation, before: Before | None) -> Draft | None:
    """ "scores 31.2 on the first set and 28.4 on the second"."""
    if before is None or before.draft.kind is not Kind.MEASUREMENT or before.quantity.pair != s.quantity.pair:
        return None
    between = s.doc.view[before.quantity.end : s.quantity.start]
    if between == "/" and not is_decimal(s) and "." in s.doc.view[before.quantity.start : before.quantity.end]:
        return None  # "2.4/3": the most that it can be
    return measured(s, before.draft.metric, "next score") if _LIST_OF_SCORES.fullmatch(between) else None


def _out_of_best(s: Situation) -> Draft | None:
    """ "rated 4.6 out of 5"."""
    out_of = _OUT_OF_BEST.match(s.doc.view, s.quantity.end, s.sentence.end)
    return measured(s, Metric.ACCURACY, "score") if out_of and _RATED.search(s.left[-120:]) else None
