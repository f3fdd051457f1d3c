"""Bare decimals in a sentence that speaks of scores: "obtaining 64.7 on A and 40.2 on B", "a mean DCS of 0.91"."""

from __future__ import annotations

from extractors.claims.draft import Draft, measured
from extractors.claims.measurement.scores_compared import compared_in_bracket, scores_of_difference
from extractors.context.metric import acronym_metric, last_ranked_metric, metric_cues
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.numbers.refused.scores import SCORES_IN_TURN
from extractors.patterns import IGNORECASE, Folded, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Metric

_FEW_PERCENT = 10  # what is less may be a version or a time
_DECIMAL = Pattern(r"\d\.\d")
_OBTAINS = Folded(
    r"\b(?:achiev|obtain|reach|scor|attain|yield|get|record|report|averag|measur|rang|register|deliver|"
    r"produc)\w*\b"
)
_SCORE_END = Pattern(r"\s?[)$]?\s?(?:,|on\b|in\b|for\b|and\b|\)|\.|vs|at\b)")
# "a mean DCS of 0.91"
_ACRONYM_OF = Ending(
    r"\b(?:[Aa]n?|[Tt]he|mean|average|overall|median|[Ii]ts|[Oo]ur)\s(?:[\p{L}-]{1,20}\s){0,2}\p{Lu}{2,8}\d?\s"
    r"(?:score\s)?(?:(?:of|is|was|reaches)\s)?(?:about\s|~)?$"
)
_ACRONYM_IS = Ending(r"\b\p{Lu}{2,6}\s?=\s?$")  # "IPW=0.97"
_MOVED_TO = Ending(
    r"\b(?:drop|reduction|decline|decrease|increase|rise|fall|improvement|gain)s?\s(?:(?:in|of)\s(?:[\p{L}-]+\s){1,4})?to\s"
    + HEDGES
    + r"$"
)
_KEPT_AT = Ending(
    r"\b(?:preserv|maintain|keep|kept|hold|held|sustain|retain)(?:s|es|ed|ing)?\s(?:[\p{L}-]+\s){1,4}(?:at|above|below|near|over)\s"
    + HEDGES
    + r"$"
)
_SCORING = Ending(r",\sscoring\s(?:(?:an?|only|about|up\sto|average|of)\s|~){0,3}$")
_RATED_AT = Pattern(r"\brat(?:ed|es|ing)\s(?:[\p{L}]+\s){0,3}$")
_ON_A_BENCHMARK = Ending(  # "On MT-Bench it gets 8.1"
    r"\bOn\s(?:the\s)?[\p{L}\d@.-]*\p{Lu}[^,;]{0,30}?,?\s(?:it|we|ours|our\s[\p{L}-]+|the\s[\p{L}-]+|"
    r"\p{Lu}[\p{L}\d.-]*(?:(?:,|,?\sand)\s\p{Lu}[\p{L}\d.-]*){0,4})\s"
    r"(?:gets?|scores?|achieves?|obtains?|reach(?:es)?|attains?|records?)\s(?:an?\s)?" + HEDGES + r"$"
)
_FOR_OURS = Pattern(r"\sfor\s(?:ours|our\s\p{L}+|the\s(?:next|second|baseline|strongest|best))\b")
_ON_NAME = Pattern(
    r"\s?[$)]?(?:\s[a-z]{0,2}\p{Lu}{2}[\p{L}\d@/-]{0,16})?\son\s(?:the\s)?(?:\p{Lu}|(?:\p{Ll}+\s)?(?:aggregate|"
    r"leaderboard|benchmark|suite|test set|exam)\b)"
)
_NAMED_SCORE = Pattern(r"\b\p{Lu}[\p{L}\d-]+\s\(\s?$")
_CLOSED = Pattern(r"\)|\svs\.?\s\d")
_ACHIEVES = Pattern(rf"{_OBTAINS.pattern}|\b(?:surpass|outperform|exceed|beat|rival|match)\w*\b", IGNORECASE)
_IS_OF = Pattern(r"(?:-of-\p{L}+)?\s(?:of|is|at|to)\s(?:only\s|about\s|~)?")


def is_decimal(s: Situation) -> bool:
    """Whether the number is written with a decimal point."""
    return _DECIMAL.search(s.doc.view[s.quantity.start : s.quantity.end]) is not None


# "from 7.1 (A) and 5.3 (B) to"
_FROM_LABELLED = Ending(
    r"\bfrom\s\d[\d.]*\s\([^()]{1,40}\)(?:,?\sand\s\d[\d.]*\s\([^()]{1,60}\))?\sto\s(?:only\s|just\s|about\s)?$"
)


# "wins at noise rates 0.2-0.6": what it holds for
_AT_RATES = Ending(
    r"\b(?:at|for|under|with)\s(?:[\p{L}-]{2,20}\s){0,3}(?:rate|level|ratio|fraction|threshold|strength|intensit|temperature)"
    r"(?:s|ies|y)?\s(?:of\s|between\s|from\s)?~?$"
)


def decimal_score(s: Situation) -> Draft | None:
    """A decimal that is obtained, or that ends its phrase, by what stands around it."""
    if not is_decimal(s) or s.quantity.pair or (s.quantity.is_range and _AT_RATES.search(s.near_left)):
        return None
    if (each := _of_each_in_bracket(s) or scores_of_difference(s)) is not None:
        return each
    left = s.left[-160:]
    if not (_OBTAINS.search(left) or _SCORE_END.match(s.right) or _FROM_LABELLED.search(left)):
        return compared_in_bracket(s)
    return (
        _of_acronym(s)
        or _acronym_behind(s)
        or _on_benchmark(s)
        or _of_scores(s)
        or _moved_or_kept(s)
        or _in_turn(s)
        or compared_in_bracket(s)
    )


def _of_acronym(s: Situation) -> Draft | None:
    """ "a mean DCS of 0.91", "DCS = 0.91"."""
    if not (_ACRONYM_OF.search(s.near_left) or _ACRONYM_IS.search(s.near_left)):
        return None
    known = last_ranked_metric(s.near_left[-30:]) or acronym_metric(s.doc.view, s.near_left[-30:])
    if known is not None and known.metric is not Metric.SPEED:  # "the best performance, with a TNR of 0.7"
        return measured(s, known.metric, "score")
    return measured(s, Metric.ACCURACY, "score of an unknown name")


# "reaches 91.0 PDMS with one camera and 94.8 PDMS in"
_ACRONYM_BEHIND = Pattern(r"\$?\s(?P<name>\p{Lu}{3,6})(?=\s(?:with|on|in|and|at|for|under|using|over)\b|[,.;)])")
_REACHES_IT = Pattern(r"\b(?:achiev|obtain|reach|scor|attain|yield|get|record)(?:e?s|ed|ing)?\s(?:an?\s|about\s)?$")


def _acronym_behind(s: Situation) -> Draft | None:
    """ "reaches 91.0 PDMS with one camera and 94.8 PDMS in another": a score of an unknown name."""
    behind = _ACRONYM_BEHIND.match(s.right)
    if behind is None:
        return None
    again = s.previous is not None and s.left.count(f" {behind['name']} ") > 0
    return (
        measured(s, Metric.ACCURACY, "score of an unknown name") if again or _REACHES_IT.search(s.near_left) else None
    )


_ANOTHER_NEXT = Pattern(
    r"(?:,\s(?:and\s)?|\sand\s)(?:our\s)?\p{L}[\p{L}\d.-]*(?:\s\p{L}[\p{L}\d-]*)?\s\d\d\.\d{1,2}\b(?!%|x)"
)


def _in_turn(s: Situation) -> Draft | None:
    """ "A gets 71.3, B 68.2 and our model 75.1"."""
    if s.quantity.low < _FEW_PERCENT or not _OBTAINS.search(s.left):
        return None
    if _ANOTHER_NEXT.match(s.doc.view, s.quantity.end) or SCORES_IN_TURN.search(s.left):
        return measured(s, Metric.ACCURACY, "score of each")
    return None


# "far above the base model (12.4, 8.9 and 3.1, respectively)"
_IN_TURN_CLOSES = Pattern(r",?\srespectively\)")


def _of_each_in_bracket(s: Situation) -> Draft | None:
    """ "improves over the base (12.4, 8.9 and 3.1, respectively)": a score on each of what was named before."""
    if s.group[0] == s.group[1] or not s.list_left.endswith("(") or not _IN_TURN_CLOSES.match(s.list_right):
        return None
    named = last_ranked_metric(s.list_left[-60:])
    if named is not None and named.metric not in (Metric.ACCURACY, Metric.ERROR, Metric.SPEED):
        return None
    metric = Metric.ERROR if named is not None and named.metric is Metric.ERROR else Metric.ACCURACY
    return measured(s, metric, "score of each") if s.text_is_about_quality else None


def _moved_or_kept(s: Situation) -> Draft | None:
    """ "a modest drop in cooperation to 0.64", "preserving autonomy at 0.91"."""
    if not (_MOVED_TO.search(s.near_left) or _KEPT_AT.search(s.near_left)):
        return None
    named = last_ranked_metric(s.near_left[-60:])
    scored = named is not None and named.metric is Metric.ERROR
    return measured(s, Metric.ERROR if scored else Metric.ACCURACY, "score kept or moved to")


def _on_benchmark(s: Situation) -> Draft | None:
    """ "rated at 4.2", "On MT-Bench it gets 8.1", "reaches 64.7 on A"."""
    if _SCORING.search(s.list_left):
        return measured(s, Metric.ACCURACY, "score on a benchmark")
    if _RATED_AT.search(s.near_left) or _ON_A_BENCHMARK.search(s.before_list[-160:]) or _FOR_OURS.match(s.right):
        return measured(s, Metric.ACCURACY, "score on a benchmark")
    if _ON_NAME.match(s.list_right) and _OBTAINS.search(s.before_list[-90:]):
        named = {cue.metric for cue in metric_cues(s.left)} & {Metric.ACCURACY, Metric.ERROR}
        wrong = named == {Metric.ERROR}  # "halves the RMSE and obtains 1.2 on A"
        return measured(s, Metric.ERROR if wrong else Metric.ACCURACY, "score on a benchmark")
    return None


def _of_scores(s: Situation) -> Draft | None:
    """A decimal in a sentence that names a quality or an error."""
    scores = [
        cue
        for cue in metric_cues(s.doc.view[s.sentence.start : s.sentence.end])
        if cue.metric in (Metric.ACCURACY, Metric.ERROR)
    ]
    if not scores or not (_OBTAINS.search(s.left[-160:]) or scores[0].start < len(s.left)):
        return _in_bracket(s)
    if (of := last_ranked_metric(s.near_left[-40:])) is not None and _IS_OF.fullmatch(s.near_left[-40:], of.end):
        return measured(s, of.metric, "score")  # "a cost-of-pass of 0.5"
    near = [cue for cue in scores if cue.end <= len(s.left) + 1]
    return measured(s, (near or scores)[-1].metric, "decimal in a sentence of scores")


def _in_bracket(s: Situation) -> Draft | None:
    """ "outperforms all others on LongQA (64.7)"."""
    if _NAMED_SCORE.search(s.left) and _CLOSED.match(s.right) and _ACHIEVES.search(s.left[-160:]):
        return measured(s, Metric.ACCURACY, "score on a benchmark")
    return None
