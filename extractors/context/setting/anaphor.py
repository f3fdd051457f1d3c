"""Settings that only point to what is named elsewhere, if at all: "3% on others"."""

from __future__ import annotations

from extractors.context.ranking import Candidate

_POINTS = frozenset({"some", "others", "many", "several", "few", "any", "either", "those"})


def none_if_it_points(settings: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The candidates as they are, but none before a best one that names nothing; what comes second is of others."""
    if settings and settings[0].text in _POINTS:
        return (Candidate(None, ("of some of them",)), *settings)
    return settings
