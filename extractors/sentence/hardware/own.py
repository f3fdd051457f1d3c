"""The devices that are said to be one value's among several: "3x faster on A and 4x on B"."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.lexicon import HEDGES
from extractors.patterns import IGNORECASE, Pattern
from extractors.sentence.found import Earlier
from extractors.sentence.hardware.groups import Group, groups_of, names_of
from extractors.situation import Situation
from schemas.records import Mention
from schemas.vocabulary import Metric

# "3x faster than X on A": what may stand between a value and the device that it was obtained on
_ON = Pattern(r"(?P<before>[^;]{0,110}?)\b(?:on|for|using|atop)\s(?:(?!\b(?:on|for|using|atop)\s)[^,;:()]){0,50}")
# "an A100 generates 17 tokens/s": the device is the subject of the value's verb
_DOES = Pattern(r"\s(?:(?:only|just|still|also|alone|itself)\s)?\p{Ll}{3,}(?:s|ed)\s" + HEDGES)
_OTHER_CLAUSE = Pattern(r"\b(?:while|whereas|but)\b|(?:,|\band)\s$")
_JOINS = Pattern(
    r"(?:\s?\([^()]{1,30}\))?(?:\s(?:GPU|CPU|FPGA|TPU|board|platform|system|server|card|device)s?)?"
    r"(?:,\s(?:and\s)?|\sand\s|/)(?:the\s|an?\s)?(?:[\p{L}-]+\s){0,2}"
)
_BOTH = Pattern(r"\b(?:both|either)\s(?:(?:the|an?)\s)?(?:[\p{L}-]+\s)?$", IGNORECASE)


def own_devices(value: Earlier, values: Sequence[Earlier], usable: Sequence[Mention]) -> tuple[str, ...]:
    """The devices of a value: every usable one where none is said to be its own."""
    every = names_of(usable)
    if not usable or len(values) < 2:
        return every
    s, claim = value.situation, value.claim
    if inside := [m for m in usable if claim.start_char <= m.start_char < claim.end_char]:
        return names_of(inside)  # "64 A100 GPUs"
    groups = list(groups_of(s, values, usable))
    if len(groups) == 1:
        return _one_each(value, values, groups[0]) or every
    own = _subject(s, groups) or _behind(s, groups) or _around_bracket(s, groups) or _in_turn(s, values, groups)
    if own is None:
        return _left_by_others(value, values, groups) or every
    return _one_each(value, values, own) or own.names


def _subject(s: Situation, groups: Sequence[Group]) -> Group | None:
    """ "an A100 generates 17 tokens/s": the device that is the subject of the value's verb."""
    group = _last_before(s, groups)
    if group is None or _DOES.fullmatch(s.doc.view, group.end, s.quantity.start) is None:
        return None
    return group


def _behind(s: Situation, groups: Sequence[Group]) -> Group | None:
    """ "3x faster on A": the devices that stand behind the value, or the list that it is a member of."""
    last = s.group[1]
    start = s.siblings[last].end
    group = next((group for group in groups if group.start >= start), None)
    if group is None or any(start <= other.start and other.end <= group.start for other in s.siblings[last + 1 :]):
        return None
    said = _ON.fullmatch(s.doc.view, start, group.start)
    if said is None or _OTHER_CLAUSE.search(said["before"]):
        return None
    closes = said["before"].count(")") > said["before"].count("(")  # "on A it takes more (5 ms) than on B"
    return None if closes and _around_bracket(s, groups) is not None else group


def _around_bracket(s: Situation, groups: Sequence[Group]) -> Group | None:
    """ "3x on A (up to 5x) and 4x on B": the devices before the bracket that the value stands in."""
    group = _last_before(s, groups)
    if group is None:
        return None
    between = s.doc.view[group.end : s.quantity.start]
    return group if between.count("(") > between.count(")") else None


def _in_turn(s: Situation, values: Sequence[Earlier], groups: Sequence[Group]) -> Group | None:
    """ "on A 3x and on B 4x": where devices and values take turns, those before each value, or those behind it."""
    first, last = values[0].quantity, values[-1].quantity
    if groups[0].end <= first.start and groups[-1].end <= last.start:
        return _last_before(s, groups)
    if first.start < groups[0].start and last.start < groups[-1].start:
        return next((group for group in groups if group.start >= s.quantity.end), None)
    return None


def _last_before(s: Situation, groups: Sequence[Group]) -> Group | None:
    return next((group for group in reversed(groups) if group.end <= s.quantity.start), None)


def _left_by_others(value: Earlier, values: Sequence[Earlier], groups: Sequence[Group]) -> tuple[str, ...]:
    """ "on A 3x and 2 GB less, where others need 5 GB on B": the devices that are not said to be another value's."""
    others = [one for one in values if one is not value and one.claim.metric is not Metric.DEVICE_COUNT]
    taken = [group for one in others if (group := _behind(one.situation, groups)) is not None]
    return names_of(mention for group in groups if group not in taken for mention in group.mentions)


def _one_each(value: Earlier, values: Sequence[Earlier], group: Group) -> tuple[str, ...] | None:
    """ "3x and 4x on A and B": the device whose place in its list is that of the value; null where all are of all."""
    s, (first, last) = value.situation, value.situation.group
    members = [one for one in values if first <= one.situation.index <= last]
    if len(members) != last - first + 1 or len(members) < 2 or len(group.mentions) != len(members):
        return None
    view = s.doc.view
    gaps = zip(group.mentions, group.mentions[1:], strict=False)
    if not all(_JOINS.fullmatch(view, one.end_char, other.start_char) for one, other in gaps):
        return None
    alike = len({one.draft.metric for one in members}) == 1 and len({one.claim.baseline for one in members}) == 1
    if not alike or _BOTH.search(view, s.sentence.start, group.start):
        return None
    return (group.mentions[s.index - first].name,)
