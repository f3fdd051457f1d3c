"""Words that a statistic is named by: where none of them stands, none is sought."""

from __future__ import annotations

from extractors.patterns import Pattern
from extractors.situation import Situation
from extractors.text import folded, holds

_UP_TO = Pattern(r"\bup to\s[~$]?$")

# Where none of these stands in a text, folded, no statistic is named in it.
_STEMS = ("mean", "averag", "avg", "median", "99", "95", "p50", "p-50", "max", "min", "peak", "best", "highest",
          "worst", "lowest", "largest", "smallest", "top", "strongest", "leading", "fastest", "most")  # fmt: skip


def is_named_in_sentence(s: Situation) -> bool:
    """Whether the sentence may name a statistic at all."""
    return s.says(_STEMS)


def may_name_one(text: str) -> bool:
    """Whether a text may name a statistic."""
    return holds(folded(text), _STEMS)


def is_up_to(s: Situation) -> bool:
    """ "up to 3.2x"."""
    return _UP_TO.search(s.near_left) is not None
