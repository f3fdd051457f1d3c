"""The workload, data set, model or condition that a value holds for, as in the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from extractors.context.metric import metric_cues
from extractors.context.phrase import aligned, respective
from extractors.context.setting.accept import Span
from extractors.context.setting.after import (
    PREPOSITION,
    after,
    after_list,
    joint_after,
    later_respectively,
    of_what,
    shared_after,
)
from extractors.context.setting.before import before_with, done_meanwhile, object_of, sentence_start, sped_up, subject
from extractors.context.setting.beside import in_brackets, listed_before
from extractors.situation import Situation

Step = Callable[[Situation], Span | None]
_STEPS: tuple[Step, ...] = (
    in_brackets,
    after,
    after_list,
    shared_after,
    listed_before,
    done_meanwhile,
    later_respectively,
    object_of,
    sped_up,
    subject,
    sentence_start,
    before_with,
    joint_after,
    of_what,
)


def find_setting(s: Situation) -> str | None:
    """The setting of a value; null when none is stated near it."""
    if (own := respective(s, PREPOSITION)) is not None and not metric_cues(own):
        return own
    span = _first(s, _STEPS)
    if span is None and s.devices:  # hardware only where nothing else is said
        span = _first(replace(s, devices=()), (after, after_list, sentence_start))
    return None if span is None else aligned(s, span) or s.doc.text[span[0] : span[1]]


def _first(s: Situation, steps: Sequence[Step]) -> Span | None:
    return next((span for step in steps if (span := step(s)) is not None), None)
