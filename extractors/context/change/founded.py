"""Whether a factor with no word of change compares at all, and where it stands beside what is no metric."""

from __future__ import annotations

from extractors.context.change.counted import counted
from extractors.context.change.made import Change
from extractors.context.change.window import clip
from extractors.context.change.words import CLAUSE_BREAK
from extractors.context.metric import first_metric, last_metric
from extractors.endings import Ending
from extractors.lexicon import DOWN, HEDGES, HEDGES_OR_A, UP
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Folded, Match, Pattern
from extractors.rulenames import BARE_FACTOR
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Metric

_TOO = Pattern(r"\stoo\s(?P<word>\p{Ll}+)")
_TOO_WORDS = {
    "slow": (Metric.SPEED, DOWN),
    "expensive": (Metric.COST, UP),
    "costly": (Metric.COST, UP),
    "small": (None, DOWN),
    "short": (None, DOWN),
    "low": (None, DOWN),
    "few": (None, DOWN),
    "weak": (None, DOWN),
}
_DATA = Pattern(r"\b(?:datasets?|data\ssets?|corpus|corpora|data|collections?)\b", IGNORECASE)
_BEYOND = Pattern(r"\s(?:beyond|past|above|longer\sthan|larger\sthan)\s(?P<what>[^,;:.()]{2,60})")
_A_WINDOW = Pattern(
    r"(?:the\s|its\s|their\s)?(?:[\p{L}'-]+\s){0,3}?(?:contexts?(?:\s(?:window|length|limit|size)s?)?|"
    r"(?:training|trained|train|pre-?training|sequence)\s(?:length|window|horizon)s?)\b(?!-)",
    IGNORECASE,
)
_ITS_OWN = Pattern(
    r"\s(?:of\s)?(?:its|their|our|his|her|one's)\s(?![^,;:.()]{0,20}\b(?:numbers?|amounts?|counts?|lengths?|sizes?)\b)"
    r"(?P<what>[^,;:.()]{2,40})"
)
_AS_IT_IS = Pattern(r"\sas\s(?!well\b|an?\b|the\b|part\b)\p{Ll}{3,}(?<!ed)(?<!wn)\b")


def beside(s: Situation) -> Change | None:
    """ "10x too small", "100x beyond the context window", "30 times its own weight", "3 times as dense as X"."""
    if (too := _TOO.match(s.list_right)) is not None:
        return _too(s, too)
    if (beyond := _BEYOND.match(s.list_right)) is not None:
        return _beyond(s, beyond)
    own = _ITS_OWN.match(s.list_right)
    if (own and first_metric(own["what"]) is None) or _AS_IT_IS.match(s.list_right):
        return Change(Metric.OTHER, UP, Form.BY, "multiple of no metric")
    return None


def _too(s: Situation, too: Match) -> Change:
    metric, way = _TOO_WORDS.get(too["word"], (None, UP))
    if metric is None:
        metric = Metric.DATASET_SIZE if _DATA.search(s.list_left[-60:]) else Metric.OTHER
    return Change(metric, way, Form.BY, "too much")


def _beyond(s: Situation, beyond: Match) -> Change | None:
    """Where no metric is named on either side, what is surpassed is of none."""
    if _A_WINDOW.match(beyond["what"]):
        return Change(Metric.CONTEXT_LENGTH, UP, Form.BY, "beyond a length")
    named = first_metric(clip(beyond["what"] + ".")) or last_metric(CLAUSE_BREAK.split(s.list_left)[-1][-60:])
    return None if named or counted(" " + beyond["what"]) else Change(Metric.OTHER, UP, Form.BY, BARE_FACTOR)


_COMPARES = Folded(
    r"\b(?:than|compared|comparison|relative(?:ly)?\sto|with\srespect\sto|versus|vs|against|over\s(?:the\s|its\s|our\s|an?\s)?"
    r"(?:[\p{L}-]+\s){0,2}(?:baselines?|state|prior|previous|existing|original|naive|best|default|standard|reference|"
    r"sequential|serial|conventional|other)|"
    r"improv\w*|enhanc\w*|(?:out|under)perform\w*|surpass\w*|speed\w*|fast\w*|quick\w*|accelerat\w*|gains?|boost\w*|"
    r"increas\w*|decreas\w*|reduc\w*|sav(?:es?|ed|ings?)|better|worse|higher|lower|slow\w*|throughput|performance|"
    r"efficien\w*|overheads?|latency|runtimes?|compress\w*|grow\w*|grew|rises?|rose|multipli\w*|cheaper|fewer)\b"
)
_REACHES = Ending(
    r"(?:\b(?:achiev|reach|attain|deliver|yield|obtain|provid|offer|giv|gave|show|report|demonstrat|gain|"
    r"(?:is|are|was|were|to|of|by|with|factor)\b)\p{L}{0,4}|\()\s?"
    rf"{HEDGES_OR_A}[~(]?$",
    IGNORECASE,
)
_ALONE = Pattern(r"\s?(?:[.,;:)\]]|(?:on|for|in|at|with)\b|$)")
# "1.5x amplification", "a 3x ratio": of what is named there, and that is no metric.
_OF_SOMETHING = Pattern(
    r"\s(?!(?:on|for|in|at|with|over|than|compared|relative|and|or|to|of|by|versus|vs|against|as|when|while|where|which|"
    r"that|under|using|from|without|after|through|via|across|between|within|during|due|but|because|is|are|was|were|"
    r"respectively|overall|average|mean|median|geo\p{Ll}*|peak|more|less|real|better|worse|only|here|there|per|above|"
    r"below|beyond|behind|depending|alone|even|also|faster|slower|quicker|ahead|the|its|their|our|an?)\b)\p{Ll}{3,}(?!-)"
)


# "210 images/s -- 3 times Tarnet --", "3 times what Tarnet needs"
_OF_A_NAME = Pattern(r"\s(?:\p{Ll}{0,3}\p{Lu}|(?:what|that\sof)\s)")
_IN_APPOSITION = Ending(r"(?:,|\s-{1,3}|\u2014|\s(?:is|are|was|were))\s" + HEDGES_OR_A + r"$")


_HEDGED = Pattern(HEDGES + r"$")


def says_how_often(s: Situation) -> bool:
    """ "ran the suite 400 times across 3 releases": no word of improvement or of comparison stands with the times."""
    q = s.quantity
    if q.dimension is not Dimension.TIMES or not s.doc.view[q.start : q.end].endswith(" times"):
        return False
    in_a_series = s.previous is not None and s.previous.dimension in (Dimension.TIMES, Dimension.PERCENT)
    if _OF_A_NAME.match(s.list_right) and _IN_APPOSITION.search(s.near_left):
        return False
    clause = s.left[-160:] if in_a_series else CLAUSE_BREAK.split(s.left)[-1][-100:]
    clause = _HEDGED.sub("", clause)  # "occurs fewer than 50 times"
    behind = s.list_right.lstrip()[:40]
    if _COMPARES.search(clause) or _COMPARES.search(behind) or first_metric(clip(s.list_right)) is not None:
        return False
    return not _REACHES.search(s.near_left)


def may_be_speed(s: Situation) -> bool:
    """Whether the text speaks of speed and a bare factor compares, so that it may be taken for one of speed."""
    if s.nothing_about_speed or _OF_SOMETHING.match(s.list_right):
        return False
    if _COMPARES.search(s.doc.view, s.sentence.start, s.sentence.end):
        return True
    if s.quantity.dimension is Dimension.ORDERS:
        return False
    return _ALONE.match(s.list_right) is not None and _REACHES.search(s.list_left) is not None
