"""Names that are those of measures: a score's name is no data set."""

from __future__ import annotations

from extractors.context.metric import metric_cues
from extractors.context.setting.look import names_a_measure


def of_a_measure(name: str) -> bool:
    """Whether a name is, or holds, that of what is measured."""
    return bool(metric_cues(name)) or names_a_measure(name)
