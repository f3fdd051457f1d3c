"""Which statistic of several values the number is."""

from __future__ import annotations

from extractors.context.statistic.before import named_before, named_before_list
from extractors.context.statistic.behind import named_behind, named_behind_list
from extractors.context.statistic.best import of_the_best
from extractors.context.statistic.count import statistic_of_count
from extractors.context.statistic.listed import own_of_list
from extractors.context.statistic.mean import mean_of_several
from extractors.context.statistic.words import is_named_in_sentence, is_up_to
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Statistic

__all__ = ["find_statistic", "statistic_of_count"]


def find_statistic(s: Situation) -> Statistic | None:
    """The statistic that the words next to the quantity name; null when none does."""
    if not is_named_in_sentence(s):
        return None
    if (own := own_of_list(s) or named_behind(s) or named_before(s)) is not None:
        return own
    if s.index and is_up_to(s):
        return None  # "on average 1.7x (up to 3.2x)"
    return mean_of_several(s) or (_of_list(s) if s.group[0] != s.group[1] else of_the_best(s))


def _of_list(s: Situation) -> Statistic | None:
    """What is said once for a list: not of the first, "up to 2x and 3x on average"."""
    if s.group[0] != s.index:
        return named_before_list(s) or named_behind_list(s)
    if is_up_to(s):
        return _STATISTIC_OF[said.lastgroup or ""] if (said := _OF_EACH.match(s.list_right)) else None
    return named_behind_list(s)


# "up to 3x and 2x p50 latency speedup", "up to 30% and 50% fewer average tokens": of what is compared
_OF_EACH = Pattern(
    r"[%x$\\]{0,3}\s(?:(?:(?:reduction|improvement|increase|decrease|gain|saving|speed-?up)s?\sin|higher|lower|less|fewer|more|faster)\s"
    r"(?:the\s)?)?(?:(?P<median>p-?50|median)|(?P<p95>p-?95)|(?P<p99>p-?99)|(?P<mean>(?<=\s(?:in|er|ss|re)\s)(?:average|mean)))\s\p{L}",
    IGNORECASE,
)
_STATISTIC_OF = {one.value: one for one in (Statistic.MEDIAN, Statistic.P95, Statistic.P99, Statistic.MEAN)}
