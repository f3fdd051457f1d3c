"""A noun of change and its quantity: "speedups of up to 3x", "a reduction in latency of 30%", "gains (12%)"."""

from __future__ import annotations

from extractors.context.change.bracket import change_in_brackets
from extractors.context.change.made import Change, settle
from extractors.context.change.meant import default_metric, usable
from extractors.context.change.noun.joint import Joint, joint_of
from extractors.context.change.noun.named import of_its_clause, of_the_lessened, of_unnamed, own_of_list
from extractors.context.change.noun.value import is_a_value, names_its_own
from extractors.context.change.window import on_metric, window_after
from extractors.context.change.words import CLAUSE_BREAK
from extractors.context.metric import first_metric, head_metric, last_metric, metric_cues
from extractors.endings import Ending
from extractors.lexicon import CHANGE_CUE, HEDGES, UP, words_of
from extractors.patterns import IGNORECASE, Match, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Metric

_NOUN = Pattern(
    r"(?<!\p{L})(?P<noun>speed-?ups?|accelerations?|improvements?|gains?|increases?|boosts?|reductions?|decreases?|"
    r"(?:drop|fall)-?offs?|drops?|savings?|slow-?downs?|degradations?|overheads?|penalt(?:y|ies)|enhancements?|"
    r"uplifts?|compression|declines?|loss(?:es)?|advantages?|difference|gaps?|rises?|jumps?|surges?|leaps?|"
    r"upticks?|hikes?|spikes?|bumps?|falls?|plunges?|dips?|slumps?|collapse|lifts?|growth|erosion|contraction|"
    r"shrinkage|margins?|leads?|edge)(?:\s(?:factors?|ratios?|rates?|values?|levels?))?"
    r"(?P<rest>(?:\s\((?:[^()]{1,30})\))?(?:\s(?:in|of|on|for|over|across|compared (?:to|with)|relative to|"
    r"against|vs\.?|versus|on top of)\s[^;:]{1,110}?)?(?:\s(?:can|could|may|might)\sbe)?)(?:,)?\s{1,2}$",
    IGNORECASE,
)
# "the score falls below 30%": a verb, and what it comes to
_REACHES = Ending(
    r"\b(?:drops|falls|dips|plunges|slumps|declines|rises|jumps|climbs|surges|leaps)\s(?:to\s)?(?:well\s)?(?:below|under|above|beyond|past)\s"
    + HEDGES
    + r"$"
)
_COMPOUND = Pattern(r"(?:[\p{L}@/-]+\s){0,4}$")
_JOINTS = Pattern(r"\b(?:an?|the|and|with|of|in|by|its|their)\s|,\s")
_LESSENED = ("reduction", "decrease", "saving")


def change_of(s: Situation) -> Change | None:
    """What the noun before a quantity says of it: its own metric, a metric beside it, or one further off."""
    joint = joint_of(s)
    if joint is None:
        return None
    if _REACHES.search(s.near_left):
        return None
    noun = _last_noun(joint.head)
    if noun is None:
        return _in_brackets(s, joint)
    lessened = noun["noun"].lower().startswith(_LESSENED)
    near = _JOINTS.split(joint.head[max(0, noun.start() - 40) : noun.start()])[-1]
    rest = noun["rest"] or ""
    if lessened and not (metric_cues(rest) or metric_cues(near)):
        return of_the_lessened(s, rest, near)
    if _LEAD.fullmatch(noun["noun"]):
        return _led(s, rest, near) if not is_a_value(s, joint, noun) else None
    cue = CHANGE_CUE.match(noun["noun"])
    if cue is None or is_a_value(s, joint, noun):
        return None
    _, direction, default = words_of(cue)
    compound = _COMPOUND.search(CLAUSE_BREAK.split(joint.head[: noun.start()])[-1])
    before = compound[0] if compound else ""
    named = (head_metric(rest) if rest else None) or last_metric(before)
    metric = default or own_of_list(s, before, rest)
    if metric is None or (metric is Metric.OVERHEAD and named and named.metric is not Metric.SPEED):
        metric = usable(named or first_metric(window_after(s)) or on_metric(s.right), s)
        if metric is None and lessened:
            metric = usable(last_metric(s.left[-140:]), s)
        metric = metric or of_its_clause(s, joint.head[: noun.start()]) or of_unnamed(s, direction, noun["noun"])
    return settle(metric, direction, noun["noun"], "change of")


# who is ahead: "its lead over X", which is no metric's
_LEAD = Pattern(r"(?:margin|lead|edge)s?", IGNORECASE)
_OVER = Pattern(r"[%$\\]{0,3}\s(?:over|against|on\stop\sof)\s")


def _led(s: Situation, rest: str, before: str) -> Change | None:
    """ "its margin over X is 12%"; a margin over nothing is set, not won."""
    if not (_OVER.match(rest) or _OVER.match(s.list_right)):
        return None
    return settle(usable(last_metric(before), s) or default_metric(s), UP, "better", "change of")


def _last_noun(head: str) -> Match | None:
    """The noun that begins last, of all with which the text may end."""
    noun = _NOUN.search(head)
    while noun and (later := _NOUN.search(head, noun.start() + 1)):
        noun = later
    return noun


def _in_brackets(s: Situation, joint: Joint) -> Change | None:
    """ "saves memory (12%)": a remark on another word of change than such a noun."""
    if not joint.opens or names_its_own(s):
        return None
    cues = list(CHANGE_CUE.finditer(joint.head[-90:]))
    return change_in_brackets(s, joint.head[-90:], cues[-1]) if cues else None
