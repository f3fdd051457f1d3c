"""What a verb changes when no metric is named with it: "shortens pretraining by a third"."""

from __future__ import annotations

from extractors.context.change.counted import counted
from extractors.context.change.made import Change, settle
from extractors.context.change.meant import default_metric
from extractors.context.change.used import OF_CHIPS
from extractors.context.change.verb.moved import TOKENS
from extractors.context.change.words import IS_RUN, WRITTEN
from extractors.endings import Ending
from extractors.lexicon import DOWN, HEDGES, UNRANKED, UP
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Direction, Metric

_HAS_A_DEFAULT = Pattern(r"improv|boost|enhanc|gain|better|advanc|regress", IGNORECASE)


# "improves the scalability by 2x", "SSD lifetime": a quality of its own, and no speed
_OF_ITS_KIND = Pattern(
    r"\s(?:(?:the|its|their|our)\s)?(?:[\p{L}-]+\s){0,3}?(?:\p{L}+(?:ability|ibility|ivity|urance|ilience|evity)|life(?:time|span)?)"
    r"(?:\s(?:in|of|for|on|under|across)\s[^,;]{2,50})?\s?"
)


_ITS_KIND_MOVES = Ending(  # "fairness improves by 12%"
    r"\b(?:\p{L}+(?:ability|ibility|ivity|ilience|evity|(?<!effective)ness)|life(?:time|span)|comfort|safety|privacy)\s"
    r"(?:(?:is|are|was|were|can|be|been|has|have)\s){0,3}\p{L}+\sby\s" + HEDGES + r"$",
    IGNORECASE,
)


# "improves fairness by 20%", "boosts early fault detection by 9x"
_IS_A_THING = Pattern(
    r"(?!\s(?:over|on|upon|in|for|further|even|(?!early)\p{Ll}+ly|this|that|it|them)\s)(?:\s[\p{Ll}-]+){1,5}\s?"
)
_IS_A_SYSTEM = Ending(
    r"(?:approach(?:es)?|(?:method|model|system|baseline|design|scheme|algorithm|solution|network|framework|work|technique|"
    r"counterpart)s?|state-of-the-art)\s?$"
)
# "improves the pressure ratio by 3%"
_NO_SCORE = Ending(rf"\b(?:{UNRANKED}|\p{{L}}+\sratios?|productivity|dynamic\srange)\s?$", IGNORECASE)
_A_SHARE = Pattern(r"\b(?:share|fraction|proportion|prevalence|frequency)\b")
_RAISES = Pattern(r"rais|lift|elevat", IGNORECASE)
_A_NAME = Pattern(r"\s(?:[\p{Ll}-]+\s)?\p{L}*\p{Lu}[^\s,;]*\s?")


def _is_a_thing(what: str) -> bool:
    """Whether words name neither a system that is better, nor a rival."""
    return _IS_A_THING.fullmatch(what) is not None and _IS_A_SYSTEM.search(what) is None


def _of_a_name(s: Situation, word: str, between: str) -> Metric:
    """ "lifts MegaNet-8B by 27%": a name that has a score."""
    lifted = _RAISES.match(word) and _A_NAME.fullmatch(between) and s.quantity.dimension is Dimension.PERCENT
    return Metric.ACCURACY if lifted and s.text_is_about_quality else Metric.OTHER


def nothing_named(s: Situation, word: str, between: str, direction: Direction, rule: str) -> Change:
    """What a verb changes when no metric is named with it."""
    if direction is DOWN and (lessened := _lessened(s, word, between)) is not None:
        return Change(lessened, DOWN, Form.BY, rule)
    if _is_of_quality(s, word, between):
        return Change(Metric.ACCURACY, DOWN, Form.BY, "drops by")
    if direction is UP and s.quantity.dimension is Dimension.POINTS and not _A_SHARE.search(between):
        return Change(Metric.ACCURACY, UP, Form.BY, rule)  # "raises Avg@12 by 2 points"
    metric = default_metric(s) if _HAS_A_DEFAULT.match(word) else _of_a_name(s, word, between)
    if metric is Metric.ACCURACY and _NO_SCORE.search(between):
        metric = Metric.OTHER
    none = " of " in between or _OF_ITS_KIND.fullmatch(between) or _is_a_thing(between)
    none = none or (not between.strip() and _ITS_KIND_MOVES.search(s.near_left) is not None)
    if metric is Metric.SPEED and none and not IS_RUN.search(between):
        metric = Metric.OTHER  # "improves linearity of the current by 7x", "improves disk lifetime by 2x"
    return settle(metric, direction, word, rule)


_LEAKAGE = Pattern(r"\s(?:(?:the|its)\s)?(?:(?:total|standby|overall)\s)?leakage\s?")
_GAP = Pattern(r"\s(?:the|this|its)\s(?:[\p{L}-]+\s){0,3}?gap\b")
_ACTIVITY = Pattern(  # "shortens pretraining by a third"
    r"\s(?:(?!(?:in|of|for|on|to|during|at)\s)[\p{L}-]{2,20}\s){0,3}?"
    r"(?:(?P<train>(?:pre-?)?training|fine-?tuning|convergence)|inference|decoding|prefill(?:ing)?|rendering|"
    r"compilation|simulation|sampling|preprocessing|indexing)(?:\s(?:in|for|on|of)\s[^,;]{1,40})?\s?$"
)
_NUMBER_OF = Pattern(r"\bnumber of\s(?:[\p{L}-]+\s){0,4}?\p{Ll}+s\b")


def _lessened(s: Situation, word: str, between: str) -> Metric | None:
    """ "narrows the gap to the teacher by 40%", "shortens pretraining by a third", "cuts the number of rules"."""
    if _GAP.search(between):
        return Metric.ERROR
    if _LEAKAGE.fullmatch(between) and OF_CHIPS.search(s.doc.view):
        return Metric.POWER  # of currents, in a text about circuits
    if TOKENS.search(between):
        return Metric.COMPUTE
    if (thing := counted(" " + between.strip())) is not None:
        return thing
    if (activity := _ACTIVITY.match(between)) is not None:
        return Metric.TRAINING_TIME if activity["train"] else Metric.RUNTIME
    if word.lower().startswith(("shorten", "trim", "condens")) and WRITTEN.search(between):
        return Metric.COMPUTE
    return Metric.COUNT if _NUMBER_OF.search(between if between.strip() else s.near_left) else None


_DROPS = Pattern(r"(?:drop|declin|fall|fell|degrad|deteriorat|los|worsen)(?!\p{L}*ed\b)", IGNORECASE)


def _is_of_quality(s: Situation, word: str, between: str) -> bool:
    """ "the model drops by 4%": the quality of its results, where the text is about that."""
    if between.strip() or not _DROPS.match(word) or s.quantity.dimension not in (Dimension.PERCENT, Dimension.POINTS):
        return False
    return s.quantity.dimension is Dimension.POINTS or s.text_is_about_quality
