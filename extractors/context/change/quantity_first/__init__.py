"""The quantity, then the change: "2x faster", "30% higher throughput", "29% latency gains"."""

from __future__ import annotations

from extractors.context.change.made import Change, settle
from extractors.context.change.meant import default_metric, usable
from extractors.context.change.price import price_paid
from extractors.context.change.quantity_first.implied import of_implied
from extractors.context.change.quantity_first.listed import elliptic, head_said_once, own_of_pair
from extractors.context.change.quantity_first.named import of_named
from extractors.context.change.window import clip
from extractors.context.metric import last_metric, metric_cues
from extractors.endings import Ending
from extractors.lexicon import CHANGE_CUE, DOWN, HEDGES, HEDGES_OR_A, UNDERGO, UP, words_of
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Match, Pattern
from extractors.rulenames import QUANTITY_AND_CHANGE
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Metric

_OF_CLAUSE = Pattern(
    r"\s(?:sparsity|pruning|load|utili[sz]ation|occupancy|confidence|precision|recall|coverage|compression|dropout)\s"
    r"(?:the|our|its|it|we|they|this|drops|falls|rises|improves|decreases|increases)\b"
)
# "at dropout rates of 40% or more": a bound, which says of no change
_OR_MORE = Pattern(
    r"[%$\\]{0,3}\s(?:or|and)\s(?:more|less|higher|lower|greater|fewer|above|below|beyond)\b\s?"
    r"(?:[,.;:)]|$|(?:on|over|than|of|in|for|when|across|compared|relative|at|under|with|by|from|to)\b)"
)
_OF_SPARSITY = Pattern(
    r"\s(?:[\p{Ll}-]+\s)?(?:sparsity|pruning)\s(?:constraint|level|ratio|pattern|budget|target|rate|setting|regime|mask|threshold)s?\b"
)
_RATE_OF_DROP = Pattern(r"\s(?:\p{L}+\s)?(?:drop|dropping|loss|savings?)\s(?:rate|ratio)s?\b")
_PERFORMS = Pattern(
    r"\s(?!(?:less|as|plus|versus)\b|"
    r"(?:gains|improvements|reductions|increases|decreases|savings|boosts|drops)\s(?:in|of)\b)\p{Ll}{2,}s(?:[\s.]|$)"
)
_RATIO = Pattern(r"\s(?:\p{L}+\s)?(?:reduction|downsampling) (?:ratio|rate|factor)s?\b")


# "a 12% edge over X"
_AHEAD = Pattern(
    r"[%$\\]{0,3}\s(?P<what>(?:(?!(?:by|with|at|on|in|of|to|and|the|an?|lead)\s)[\p{L}@-]+\s){0,2}?)(?:edge|lead|margin)s?\s(?:over|against)\s"
)


def quantity_and_change(s: Situation) -> Change | None:
    """ "2x faster", "30% higher throughput", "1.7x reduction in latency", "29% latency gains"."""
    if _is_level_of_first(s):
        return None
    rest = _after_bracket(s)
    window = clip(rest)
    if (price := price_paid(s, window)) is not None:
        return price
    if (ahead := _AHEAD.match(rest)) is not None:
        led = usable(last_metric(ahead["what"]), s) if ahead["what"] else None
        return settle(led or default_metric(s), UP, "better", QUANTITY_AND_CHANGE)
    if (shared := head_said_once(s)) is not None:
        return Change(shared, UP, Form.BY, QUANTITY_AND_CHANGE)
    if (
        _OF_SPARSITY.match(window)
        or _OF_CLAUSE.match(window)
        or _RATE_OF_DROP.match(window)
        or _OR_MORE.match(s.right)
    ):
        return None  # "at 95% sparsity the loss rises", "at a 25% drop rate": how much is left out
    if rest is not s.list_right and _PERFORMS.match(window):
        return None  # "a weak one (42%) performs worse than": the value itself
    if _RATIO.match(window):
        return Change(Metric.COMPRESSION, UP, Form.BY, QUANTITY_AND_CHANGE)
    cue = CHANGE_CUE.search(window)
    if cue is None or len(window[: cue.start()].split()) > 6:
        return elliptic(s, window)
    if _is_of_another(s, window, cue):
        return None
    return _said_by(s, rest, window, cue)


# "lifts the hit rate to 72%, 9% higher than X": where it comes to, then how far that is
_TO_A_LEVEL = Ending(rf"(?<!\bby\s)\b(?:to|of|is|was|(?:reach|achiev|attain|obtain)(?:es|ed|ing)?|at)\s{HEDGES}$")
_DIFFERS = Pattern(r"[%$\\]{0,3}\s(?:better|worse|higher|lower|above|below|ahead|behind|more|less)\b")
_LEVEL_OF = Ending(
    r"\b(?:with|has|at|achiev\p{L}*|reach\p{L}*|attain\p{L}*|show\p{L}*)\s(?:an?|the)\s(?P<what>[^,;:()]{3,50})\sof\s(?:only\s|~)?$"
)


def _is_level_of_first(s: Situation) -> bool:
    """ "with an error of 0.4%, and 93% saving in time": the first of the two is the error itself."""
    if not (s.index == s.group[0] < s.group[1]) or s.quantity.dimension is not Dimension.PERCENT:
        return False
    if _TO_A_LEVEL.search(s.near_left) and s.near_right == ", " and s.siblings[s.index + 1].high < s.quantity.low:
        return _DIFFERS.match(s.doc.view, s.siblings[s.index + 1].end) is not None
    level = _LEVEL_OF.search(s.near_left)
    if level is None or CHANGE_CUE.search(level["what"]):
        return False
    cue = last_metric(level["what"])
    return cue is not None and cue.end == len(level["what"]) and cue.metric in (Metric.ERROR, Metric.ACCURACY)


_OF_A_NAME = Ending(r"\p{Lu}[\p{L}\d@.+-]{2,40}\s\([\s~]{0,2}$")  # "on MiniF2F (33%) more often"


# "up to 31% (average 17%) lower latency": the second of the two
_STATISTIC = r"(?:on average|average|avg\.?|mean|median|geomean|at most|max)"
_IN_ASIDE = Pattern(rf"[%$\\]{{0,2}}\s\((?:{_STATISTIC}(?:\sof)?\s)?~?")
_CLOSED_ASIDE = Pattern(
    rf"(?:\s{_STATISTIC})?\)(?=\s(?:lower|higher|less|fewer|faster|more|better|smaller|shorter|speed|reduc|improve))"
)
_SORT_AND_CHANGE = Pattern(
    r"\s\([^()\d]{1,24}\)(?=\s(?:(?:[\p{L}-]+\s){0,3}"
    r"(?:improvement|gain|reduction|increase|decrease|drop|speed-?up|saving)s?\b|"
    r"(?:lower|higher|less|fewer|faster|smaller|shorter|better)\s\p{Ll}))"
)


# "a 9% WER (word error rate) reduction"
_EXPANDED = Pattern(
    r"(?P<name>\s[\p{L}\d@-]{1,14})\s\([^()\d]{4,60}\)(?=\s(?:improvement|gain|reduction|increase|decrease|drop|saving|boost)s?\b)"
)


def _after_bracket(s: Situation) -> str:
    """What stands behind, past the bracket of "significant (2-3x) gains" and of "a 5% (A) and 3% (B) gain"."""
    rest = s.list_right
    if rest.startswith(")") and s.list_left.rstrip(" ~").endswith("(") and not _OF_A_NAME.search(s.list_left):
        return rest[1:]
    aside = _CLOSED_ASIDE.match(rest) if s.index and "(" in s.near_left else None
    if aside and _IN_ASIDE.fullmatch(s.near_left):
        return rest[aside.end() :]
    if (expanded := _EXPANDED.match(rest)) is not None:
        return expanded["name"] + rest[expanded.end() :]
    several = rest.startswith(" (") and s.group[0] != s.group[1]
    sort = _SORT_AND_CHANGE.match(rest) if several else None
    return rest[sort.end() :] if sort else rest


_VERB = Pattern(
    r"(?<!-)\b(?:is|are|was|were|achieves?|to|of|in|has|have|can|shows?|include|contain|carry|hold|need|require|involve|"
    rf"receive|span|{UNDERGO}|exhibit|slow\sdown|speed\sup|"
    r"yields?|leads?\sto|results?\sin|brings?|gives?|produces?|enables?|causes?|translates?)\b(?!-)"
)
_VERB_AFTER = Pattern(
    r"(?:increas|reduc|improv|sav|decreas|enhanc|boost)es|cuts|saves|boosts|accelerates|speeds",
    IGNORECASE,
)
_NOUN_NEXT = Pattern(r"\s(?!in\b|of\b|to\b)\p{L}")
_GAP_CLOSED = Pattern(r"\s(?:the\s)?gap[-\s]closure\b")


_SOONER = Pattern(r"faster|sooner|earlier|quicker|slower|later", IGNORECASE)


def _is_of_another(s: Situation, window: str, cue: Match) -> bool:
    """Whether a word of change says something of its own, and nothing of the quantity before it."""
    before, after = window[: cue.start()], window[cue.end() :]
    if s.quantity.dimension in (Dimension.PERCENT, Dimension.NONE) and _VERB.search(before):
        return True
    percent = s.quantity.dimension is Dimension.PERCENT
    if percent and _SOONER.fullmatch(cue[0]) and any(c.metric is Metric.ACCURACY for c in metric_cues(before)):
        return True  # "reaches a 100% success rate faster"
    if s.quantity.idiom and _GAP_CLOSED.match(window):
        return True  # "doubles gap closure"
    # "a 20% budget increases the throughput": a verb of its own
    return bool(_VERB_AFTER.fullmatch(cue[0]) and before.strip() and _NOUN_NEXT.match(after))


_LOAD = Pattern(r"\s(?:[\p{Ll}-]+\s)?(?:traffic|load|demand)\b")
_LESSENING = Pattern(r"\s(?:[\p{L}-]+\s){1,2}(?:savings?|reductions?)\b(?!\s(?:ratio|rate|factor))")
_BEARS = Pattern(r"\b(?:handl|serv|sustain|support|absorb|toler|carr|process)\p{L}*\s" + HEDGES_OR_A + r"$")


def _said_by(s: Situation, rest: str, window: str, cue: Match) -> Change:
    """What a word of change says: of its member of a list, of what is named beside it, or by itself."""
    before, after, word = window[: cue.start()], window[cue.end() :], cue[0].lower()
    _, direction, default = words_of(cue)
    if direction is UP and _LESSENING.match(after):
        direction = DOWN  # "2.9x higher memory savings"
    if word in ("gap", "difference") and s.quantity.dimension in (Dimension.TIMES, Dimension.ORDERS):
        direction = UP  # "a 7x gap": how far ahead, of what is compared
    if direction is UP and _LOAD.match(after) and _BEARS.search(s.list_left):
        return Change(Metric.THROUGHPUT, UP, Form.BY, QUANTITY_AND_CHANGE)  # "sustains 1.7x more traffic"
    if (own := own_of_pair(s, rest, window[: cue.end()], default)) is not None:
        return settle(own, direction, word.split()[-1], QUANTITY_AND_CHANGE)
    if default is None:
        return of_named(s, rest, window, cue, direction)
    metric, direction = of_implied(s, before, after, word, default, direction)
    if metric is Metric.COMPRESSION and word == "compression" and s.quantity.dimension is Dimension.PERCENT:
        return Change(Metric.STORAGE, DOWN, Form.BY, QUANTITY_AND_CHANGE)  # "achieves 93% compression"
    part = s.quantity.dimension is Dimension.TIMES and s.quantity.high < 1 and not s.quantity.idiom
    added = default is Metric.OVERHEAD and direction is UP and part  # "adds only 0.02x extra cost"
    return settle(metric, direction, word, QUANTITY_AND_CHANGE, Form.ADDED if added else Form.BY)
