"""What a remark in brackets says of a change: "cuts the latency (by 30%)", "a higher cost (+8%)", or of a value."""

from __future__ import annotations

from extractors.context.change.made import Change, settle
from extractors.context.change.meant import default_metric, usable
from extractors.context.change.quantity_first.size import of_length
from extractors.context.metric import Cue, first_metric, head_metric, last_metric, metric_cues
from extractors.endings import Ending
from extractors.lexicon import CHANGE_CUE, words_of
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Match, Pattern
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Metric

_TO_ANOTHER = Pattern(r"\s(?:to|with|from|over)\s\p{L}")
_COMPARATIVE = Pattern(r"lower|higher|smaller|larger|greater|shorter|longer", IGNORECASE)
_ACHIEVES = Pattern(r"\b(?:achiev|reach|obtain|attain)\p{L}*\b")
_CUTS = Pattern(r"(?:cuts|boosts|shrinks)\s(?!(?:in|of|on|for|to|over|across|by|from|with)\b)", IGNORECASE)  # a verb
_STOP = Pattern(r"[.;]")


def change_in_brackets(s: Situation, head: str, cue: Match) -> Change | None:
    """ "adds negligible latency overhead (7%)", "comparable accuracy (0.2 percent better)"."""
    tail = head[cue.end() :]
    if len(tail.split()) > 7 or _STOP.search(tail):
        return None
    if cue[0].lower() == "dropping" or (cue[0].lower() == "gap" and _TO_ANOTHER.match(tail)):
        return None  # "token dropping (up to 75%)": how much of them; "the gap to the teacher (87%)": its value
    if cue[0].lower().endswith("ed") and _ACHIEVES.search(tail):
        return None  # "the enhanced set reaches an accuracy (91%)"
    _, direction, default = words_of(cue)
    named = _named(s, head, cue)
    if _is_a_value(s, cue[0].lower(), tail, named):
        return None
    if named is None and cue[0].lower().startswith("drop"):
        return Change(Metric.OTHER, direction, Form.BY, "change in brackets")
    compared = _COMPARATIVE.fullmatch(cue[0]) is not None
    if compared and named is None and cue[0].lower() in ("shorter", "longer"):
        return Change(of_length(s, cue[0].lower(), tail), direction, Form.BY, "change in brackets")
    if default is Metric.COMPRESSION or (named is None and default is None and compared):
        return None  # "at a lower density (25%)": the value itself
    metric = default if default not in (None, Metric.OVERHEAD) else usable(named, s) or default or default_metric(s)
    return settle(metric or default_metric(s), direction, cue[0], "change in brackets")


def _named(s: Situation, head: str, cue: Match) -> Cue | None:
    """The metric beside the word of change: behind a verb or a comparative, else before."""
    if "+" in s.near_left and (own := first_metric(s.near_right)) is not None and own.start == 1:
        return own  # "a better trade-off (+24% tokens/s)"
    tail = head[cue.end() :]
    before, after = last_metric(head[max(0, cue.start() - 40) : cue.start()]), head_metric(tail)
    if not tail.strip() and after is None and s.near_right.startswith(")"):
        after = head_metric(s.near_right[1:60].partition("(")[0].partition(",")[0])  # "higher (<4%) inference times"
    compared = _COMPARATIVE.fullmatch(cue[0]) is not None
    verb = cue[0].lower().endswith(("ing", "es", "ed")) or _CUTS.match(cue[0] + tail)
    return after or before if compared or verb else before or after  # "faster with lower errors (9%)"


_HIGH_FOR_A_CHANGE = 50.0  # percent: "higher precision (87%)" tells no change of a score
_LOW_FOR_A_CHANGE = 15.0  # percent: "larger errors (9%)" tells the error
_SIGNED = Ending(r"[+-][\s$]{0,2}$|[+-]\s?\d[^()]{0,60}$")
_RIVAL_BEFORE = Pattern(r"\b(?:than|below|over|above|beyond|behind)\s[^,;:]{2,50}$")
_FIRST_OF_ALL = Pattern(r"\b(?:highest|lowest|best|superior|top)\b")
_TO_A_LEVEL = Ending(r"\bto\s(?:(?!(?:the|its|an?)\s)[\p{L}-]+\s?){1,4}$")  # "reduces it to random guessing (10%)"
# "(57% F1)", "(98.8% AUC)", "(30% of the full protocol)", "(95% CI": what the percent is of
_ITS_OWN_NAME = Pattern(
    r"[%$\\]{0,3}\s(?!(?:on|for|in|at|over|under|across|average|avg|median|mean|geomean|max|min|relative|absolute|compared|"
    r"when|while|with|per|to|vs|versus|and|or|than|by|from|as|at)\b)(?P<what>[^(),;]{2,40})"
)
# "(CER 5%)", "(RoBERTa: 76%", "(vs. 10%"; not "(e.g., by up to 30%", "(avg. gain 31%"
_NAMED_INSIDE = Pattern(r"\p{Lu}[\p{L}\d-]*|\bvs\b|\baccuracy\b|=")
_SAID_SO = Pattern(r"\b(?:by|gain|up|reduction|improvement|increase|decrease|drop|saving|loss)\b", IGNORECASE)
_NOUN = Pattern(
    r"(?:improvement|gain|reduction|increase|decrease|drop|saving|boost|loss|benefit|decline|degradation|overhead|uplift)(?:s|es)?"
)


def _is_a_value(s: Situation, cue: str, tail: str, named: Cue | None) -> bool:
    """ "worse than chance (25%)", "a superior score (81%)", "better scoring (57% F1)": a value, not its change."""
    inside = s.list_left.rpartition("(")[2]
    if s.quantity.dimension is not Dimension.PERCENT or _SIGNED.search(inside):
        return False
    if s.quantity.is_range and inside.rstrip().endswith(":"):
        return True  # "degrades on the hard ones (level 2: 64-92%)"
    if cue == "below" or _RIVAL_BEFORE.search(tail) or _TO_A_LEVEL.search(tail):
        return True
    if _FIRST_OF_ALL.search(f"{cue}{tail}") and not _SAID_SO.search(inside):
        return True
    own = _ITS_OWN_NAME.match(s.list_right)
    if own is not None and not (CHANGE_CUE.search(own["what"]) or _NOUN.search(own["what"])):
        return True
    if _NAMED_INSIDE.search(inside) and not _SAID_SO.search(inside):
        return True
    if _COMPARATIVE.fullmatch(cue) and (cues := metric_cues(tail)) and cues[-1].end == len(tail.rstrip()):
        small = s.quantity.high < _LOW_FOR_A_CHANGE and "up to" not in inside
        return (cues[-1].metric is Metric.ERROR and small) or _is_high(s, cues[-1])  # "larger errors (9.2%)"
    return _is_high(s, named) and not _NOUN.fullmatch(cue) and not _SAID_SO.search(inside)


def _is_high(s: Situation, score: Cue | None) -> bool:
    scored = default_metric(s) if score is None else score.metric
    return scored is Metric.ACCURACY and _HIGH_FOR_A_CHANGE <= s.quantity.low <= 100
