"""What is done with a share of something: "solves 80% of the tasks", "skips 15% of the frames"."""

from __future__ import annotations

from extractors.claims.draft import Draft, measured
from extractors.claims.measurement.failure import fails
from extractors.context.change.share.kept import A_GAP
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.patterns import IGNORECASE, Folded, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Metric

_SOLVES = Folded(
    r"\b(?:solv|succe|(?<!compiler )(?<!our )(?<!the )(?<!a )pass|correct|resolv|complet|detect|win|identif|"
    r"classif|recogni|retriev|answer|match|"
    r"agree|prefer|favou?r|recall|recover|"
    r"(?:chose|chosen|choose|pick(?:ed)?|select(?:ed)?)(?=\s[^,;]{2,40}\sover\s)|"
    r"(?:predict|select|choos|pick|find|found|name)s?(?=[^,;]{0,20}\s(?:best|right|correct|optimal|true|same)\s)|"
    r"finish|accomplish|fulfil|fix|repair|prov(?:e|es|ed|ing)\b|localiz|reproduc|diagnos)\w*\b(?:(?!\bby\s\w+ing\b)[^,;]){0,30}$"
)
# "predicts the optimal way of sharing work for 87% of the loads"
_RIGHT_ONE = Pattern(
    r"\b(?:predict|infer|select|choos|chose|pick|nam|identif|rank|find|found|guess|assign|propos|suggest)\p{L}*\s(?:the|its|an?|each)\s"
    r"(?:[\p{Ll}-]+\s){0,2}?(?:best|right|correct|optimal|true|intended|actual|ground-truth)\s[^,;:()]{3,50}\s(?:for|in|on|at)\s$"
)
# "raters prefer it over X on 68% of the pairs"
_PREFER = Ending(
    rf"\b(?:prefer(?:s|red)?|favou?r(?:s|ed)?)\s[^,;:()]{{2,70}}\s(?:on|in|at|for)\s{HEDGES}$", IGNORECASE
)
_SOLVED = Pattern(
    r"\b(?:is|are|was|were|be)\s(?:\p{L}+ly\s)?(?:correct|solved|completed|finished|accomplished|right|answered|"
    r"resolved|detected|recognized|helpful|useful|valid|relevant|acceptable|successful|classified|identified)\b|"
    r"\bprefer(?:s|red)?\b|\s(?:right|correctly)\b|"
    r"\b(?:trials|runs|attempts|episodes|rollouts|cases|games)\s(?:the|our|it|this|all)\s(?:[\p{L}-]+\s){0,2}?"
    r"(?:recover|succeed|reache|win|finishe|complete|land|converge|solve)s?\b",
    IGNORECASE,
)
_CATCHES = Pattern(
    r"\b(?:flag|captur|block|catch|caught|thwart|stop|prevent|detect|find|found|uncover|reveal|identif|spot)\p{L}*\s"
    r"[^,;]{0,16}$"
)
_EVIL = Pattern(
    r"(?:(?:injected|malicious|harmful|adversarial|toxic|unsafe|poisoned|forged)\s(?:[\p{L}-]+\s)?\p{Ll}+s|"
    r"(?:(?!(?:as|with|for|in|of|on|to)\b)[\p{L}-]+\s){0,2}?(?:attacks|injections|faults|bugs|errors|violations|"
    r"anomalies|intrusions|failures|jailbreaks|defects))\b"
)


_GOOD = Pattern(r"\b(?:correct|valid|success|succeed|accura|pass(?:es|ed)?\b|solv|right\b|good\b|accept)", IGNORECASE)


def is_of_the_solved(s: Situation, what: str) -> bool:
    """Whether so many are solved, are good, or were caught."""
    return _GOOD.search(what) is not None or _is_solved(s, what)


def share_treated(s: Situation, what: str) -> Draft | None:
    """Null where so many are solved: that is an accuracy."""
    if not what:
        return None
    if fails(s):
        return measured(s, Metric.ERROR, "share that fails")
    if A_GAP.match(what):
        return measured(s, Metric.OTHER, "share")  # "recovers 60% of the gap"
    return None if _is_solved(s, what) else measured(s, Metric.OTHER, "share")


def _is_solved(s: Situation, what: str) -> bool:
    """ "solves 40% of the tasks", "40% of the answers are right", "blocks 90% of the attacks"."""
    if (
        _SOLVES.search(s.near_left)
        or _RIGHT_ONE.search(s.near_left)
        or _SOLVED.search(what)
        or _PREFER.search(s.near_left)
    ):
        return True
    return _is_caught(s, what)


def share_solved(s: Situation, what: str) -> Draft | None:
    """ "chooses the best one in 87% of cases": an accuracy, where nothing else names one."""
    return measured(s, Metric.ACCURACY, "percentage") if what and _is_solved(s, what) else None


def share_caught(s: Situation, what: str) -> Draft | None:
    """ "catches 98% of the faults": an accuracy, whatever the faults are of; an error what "fails to detect" them."""
    if not what or not _is_caught(s, what):
        return None
    if fails(s):
        return measured(s, Metric.ERROR, "share that fails")
    return measured(s, Metric.ACCURACY, "percentage of a metric")


def _is_caught(s: Situation, what: str) -> bool:
    return _EVIL.match(what) is not None and _CATCHES.search(s.near_left) is not None
