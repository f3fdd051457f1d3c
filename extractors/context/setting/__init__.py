"""The workload, data set, model or condition that a value holds for, as in the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from extractors.context.pairing.aligned import aligned
from extractors.context.pairing.respective import respective
from extractors.context.setting.after.further import joint_after, several_after, shared_after, with_a_part
from extractors.context.setting.after.own import later_respectively, listed_behind, of_a_pair
from extractors.context.setting.after.part import of_what, solved_of
from extractors.context.setting.after.right import after, after_list
from extractors.context.setting.before.faster import made_faster
from extractors.context.setting.before.inturn import in_turn
from extractors.context.setting.before.object import improved_data, object_of, sped_up
from extractors.context.setting.before.score import change_on, gain_in, score_of
from extractors.context.setting.before.start import before_with, sentence_start
from extractors.context.setting.before.subject import doing, led_by, study_of, subject
from extractors.context.setting.before.time import done_meanwhile, on_devices
from extractors.context.setting.earlierlist import listed_earlier
from extractors.context.setting.introduced import PREPOSITION
from extractors.context.setting.listed import listed_before, named_by
from extractors.context.setting.look import is_a_measure
from extractors.context.setting.named import in_brackets
from extractors.context.setting.named.measure import of_a_measure
from extractors.context.setting.side_by_side import side_by_side
from extractors.context.setting.span import Span
from extractors.context.setting.told import told_subject
from extractors.context.setting.without import with_or_without
from extractors.patterns import Pattern
from extractors.situation import Situation

Step = Callable[[Situation], Span | None]
_STEPS: tuple[Step, ...] = (
    in_brackets,
    of_a_pair,
    side_by_side,
    in_turn,
    named_by,
    with_or_without,
    listed_behind,
    after,
    after_list,
    shared_after,
    listed_before,
    told_subject,
    done_meanwhile,
    later_respectively,
    with_a_part,
    gain_in,
    improved_data,
    change_on,
    object_of,
    sped_up,
    subject,
    sentence_start,
    before_with,
    joint_after,
    several_after,
    score_of,
    solved_of,
    of_what,
    study_of,
    doing,
    on_devices,
    made_faster,
    led_by,
    listed_earlier,
)
# What these find is taken as it is; all others are weighed against the phrases of the sentence.
SURE = frozenset(
    {
        "in_brackets",
        "respective",
        "listed_before",
        "told_subject",
        "named_by",
        "later_respectively",
        "listed_behind",
        "with_or_without",
        "before_with",
        "with_a_part",
        "gain_in",
        "improved_data",
        "change_on",
        "study_of",
        "sped_up",
        "made_faster",
        "led_by",
        "listed_earlier",
        "list before",
        "side_by_side",
        "in_turn",
        "of_a_pair",
        "named_subject",
    }
)


def find_setting(s: Situation) -> tuple[str, str] | None:
    """The rule that finds a setting of a value, and the setting; null when none is stated as the rules know it."""
    if (own := respective(s, PREPOSITION)) is not None:
        own = _without_shared_measure(s, own) if of_a_measure(own) else own
        if own is not None:
            return "respective", own
    found = _first(s, _STEPS)
    if found is None and s.devices:  # hardware only where nothing else is said
        found = _first(replace(s, devices=()), (after, after_list, sentence_start))
    if found is None:
        return None
    text = aligned(s, found[1]) or s.doc.text[slice(*found[1])]
    return None if is_a_measure(text) else (found[0], text)


_SHARED_MEASURE = Pattern(
    r"\s(?:time|latency|throughput|speed|accuracy|memory|energy|costs?|performance|perplexity)$"
)


def _without_shared_measure(s: Situation, name: str) -> str | None:
    """ "2x and 3x better in start-up and query time, respectively": the measure is of all, the last is "query"."""
    first, shared = respective(s, PREPOSITION, first=True), _SHARED_MEASURE.search(name)
    if first is None or first == name or shared is None or of_a_measure(first):
        return None
    return name[: shared.start()]


def _first(s: Situation, steps: Sequence[Step]) -> tuple[str, Span] | None:
    return next(((step.__name__, span) for step in steps if (span := step(s)) is not None), None)
