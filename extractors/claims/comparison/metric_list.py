"""As many metrics as values: "latency, energy and area are better by 2x, 3x and 4x", "2x/3x less latency/power"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.claims.draft import Draft
from extractors.context.change.meant import usable
from extractors.context.metric import Cue, metric_cues
from extractors.lexicon import DOWN, UP
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Metric, Polarity

_REACH = 130  # characters
_AND = Pattern(r"\s?(?:,\s(?:and\s)?|,?\sand\s|/|\s&\s)\s?(?:(?:the|its|in|of|a)\s){0,2}(?:[\p{L}-]+\s){0,2}")
_AVERAGED = Pattern(r"[%$\\]{0,3}\s(?:on|in) average\b")
# What may stand between the values and the list behind them: "lower", "improvements in", "better (for)", "the"
_TO_LIST = Pattern(
    r"[%$\\]{0,3}\s?(?:(?:higher|lower|better|less|more|fewer|greater|smaller|larger|faster|improved|reduced|"
    r"advantages?|improvements?|gains?|reductions?|savings?|increases?|decreases?|drops?|overheads?|the|its|in|of|terms)\s){0,5}"
    r"(?:[\p{L}-]+\s)?"
)
_IN = Pattern(r"\s(?:in|of)\s(?:the\s)?")
_TO_VALUES = Pattern(r"(?!.*(?:;|\bwhile\b|\bwhereas\b|\bwith\b|\bwithout\b|\bbut\b|\bat\b|[.:]\s|\()).{0,90}")
_AND_AGAIN = Pattern(
    r"[%$\\]{0,3}\s(?:over|on|for|in|against|than|compared\s\p{L}+)\s[^;:()]{1,60}?,?\sand\s(?:by\s)?[^;:,()]{0,12}"
)
_SAYS_LITTLE = (Metric.SPEED, Metric.ACCURACY, Metric.OVERHEAD, Metric.OTHER)  # what a change may be of by default
# A word that says which way, not only that it is better.
_WAY = Pattern(
    r"\b(?:higher|lower|less|more|fewer|greater|smaller|larger|reduc|increas|rais|rise|drop|f[ae]ll|decreas|cut|grow|"
    r"grew|shr[iu]nk|sav|overhead|slash|times|those|that of)\p{L}*",
    IGNORECASE,
)


def of_its_place(s: Situation, draft: Draft) -> Draft:
    """The draft of a member of a list of values, with the metric that has its place in a list of as many metrics."""
    first, last = s.group
    if first == last or draft.direction is None or _AVERAGED.match(s.list_right):
        return draft
    count = last - first + 1
    found = _behind(s, count) or _before(s, count)
    if found is None:
        return draft
    cues, said = found
    metrics = [usable(cue, s) for cue in cues]
    if None in metrics or len(set(metrics)) < count or draft.metric not in (*metrics, *_SAYS_LITTLE):
        return draft
    metric = metrics[s.index - first]
    return draft if metric is None or metric is draft.metric else _turned(draft, metric, said)


def _turned(draft: Draft, metric: Metric, said: str) -> Draft:
    """A change of ``metric`` as good as that of the draft's, or, where ``said`` tells which way, the same way."""
    sides = {draft.metric.polarity, metric.polarity}
    if draft.form is not Form.BY or _WAY.search(said) or sides != {Polarity.HIGHER, Polarity.LOWER}:
        return replace(draft, metric=metric)
    return replace(draft, metric=metric, direction=UP if draft.direction is DOWN else DOWN)


def _behind(s: Situation, count: int) -> tuple[list[Cue], str] | None:
    text = s.list_right[:_REACH]
    heads = _heads(text)
    if len(heads) > 1 and _IN.fullmatch(text, heads[0].end, heads[1].start):
        heads = heads[1:]  # "2% and 3% overhead in power and area"
    cues, more = heads[:count], heads[count : count + 1]
    if len(cues) < count or not _joined(text, cues) or not _TO_LIST.fullmatch(text, 0, cues[0].start):
        return None
    return None if more and _joined(text, [cues[-1], *more]) else (cues, text[: cues[0].start])


def _before(s: Situation, count: int) -> tuple[list[Cue], str] | None:
    again = _AND_AGAIN.fullmatch(s.list_left)  # "by 2x and 3x over A, and by 4x and 5x over B"
    text = s.before_list[-2 * _REACH :] if again else s.list_left[-_REACH:]
    cues = _heads(text)
    listed = cues[-count:]
    if len(listed) < count or not _joined(text, listed) or (cues[:-count] and _joined(text, cues[-count - 1 :][:2])):
        return None
    said = text[listed[-1].end : -len(s.list_left) if again else None]
    return (listed, said + s.list_right[:20]) if _TO_VALUES.fullmatch(said) else None


def _heads(text: str) -> list[Cue]:
    """The metrics that a text names, each by the head of its compound; "area and power overheads" names two."""
    heads: list[Cue] = []
    for cue in metric_cues(text):
        if heads and cue.start - heads[-1].end <= 1 and text[heads[-1].end : cue.start] != "/":
            if cue.metric is Metric.OVERHEAD:
                continue
            heads.pop()
        heads.append(cue)
    return heads


def _joined(text: str, cues: Sequence[Cue]) -> bool:
    return all(_AND.fullmatch(text, one.end, other.start) for one, other in pairwise(cues))
