"""The metric that a verb moves: what its object names, or its subject, or what stands behind the quantity."""

from __future__ import annotations

import itertools

from extractors.context.change.counted import counted
from extractors.context.change.window import window_after
from extractors.context.change.words import CLAUSE_BREAK
from extractors.context.metric import (
    Cue,
    acronym_metric,
    closing_metric,
    first_metric,
    head_metric,
    heads_of_list,
    last_metric,
    metric_cues,
)
from extractors.lexicon import DOWN, HEDGES, has_verb
from extractors.patterns import IGNORECASE, Match, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Direction, Metric

TOKENS = Pattern(
    r"(?<!per\s)\btokens?(?:\s(?:generation|usage|use|consumption|counts?|budgets?|numbers?|lengths?))?\s{1,2}$",
    IGNORECASE,
)
# "cuts latency by 28% and memory pressure by 19%"
_CONJUNCT = Pattern(
    r"(?:,\s|,?\sand\s|,?\sas\swell\sas\s)(?:the\s|its\s)?"
    r"(?P<what>(?:(?!(?:by|in|on|for|of|at|to|with|under|from|over|further|even|then|also|only|again|still|less|more|it|them|that|"
    r"which|this|those|up|down|another|respectively)\s|\p{Ll}+ly\s)[\p{Ll}-]+\s){1,3})by\s" + HEDGES
)
_OF_ITS_OWN = Pattern(
    r"(?:,\s|,?\sand\s)(?:the\s|its\s)?(?:[\p{L}-]+\s){1,3}(?:lengths?|counts?|sizes?|rates?|ratios?|levels?|"
    r"depths?|volumes?|pressure|load|demand|variance|variations?|density|effort|churn|entropy|diversity)\sby\s"
    + HEDGES
)


def own_conjunct(s: Situation, between: str) -> str | None:
    """ "cuts latency by 28% and queue length by 19%": what the value is of, where it has no metric's name."""
    shared = s.list_left if len(s.list_left) < len(between) else ""
    conjunct = _CONJUNCT.fullmatch(shared) if shared else None
    return None if conjunct is None or metric_cues(shared) or has_verb(shared) else f" {conjunct['what']}"


def metric_moved(s: Situation, head: str, verb: Match, direction: Direction) -> Cue | None:
    """The metric that the verb's object names; else its subject, or what stands behind the quantity."""
    between = head[verb.end() :]
    shared = s.list_left if len(s.list_left) < len(between) else ""
    if shared and _OF_ITS_OWN.fullmatch(shared) and not metric_cues(shared):
        return None  # "cuts latency by 28% and queue length by 19%"
    if not between.strip() and (found := _with_no_object(s, head, verb)) is not None:
        return found
    named = _in_the_object(s, head, verb, shared)
    if named is not None and named.metric in _TOLD_IN_ERRORS and (told := _told_in(s)) is not None:
        return told
    if named is None and direction is DOWN and TOKENS.search(between):
        return None
    if named is None and not _has_object(between) and (not between.strip() or counted(" " + between.strip()) is None):
        named = _subject_metric(CLAUSE_BREAK.split(head[: verb.start()])[-1])
    if named is None and _PRONOUN.match(between):
        return last_metric(head[: verb.start()])
    return named or _behind(s, head, verb)


# "improves the image quality by 12% in FID": the score that the quality is told in
_TOLD_IN_ERRORS = (Metric.ACCURACY, Metric.SPEED)
_TOLD_IN = Pattern(
    r"[%$\\]{0,3}\s(?:in|in\sterms\sof)\s(?:the\s)?(?P<what>[\p{L}\d-]+(?:\s[\p{L}-]+){0,2}?)"
    r"(?=[,.;:)]|$|\s(?:on|over|for|compared|relative|and|than|across|versus|vs|against|while|with|at)\b)"
)


def _told_in(s: Situation) -> Cue | None:
    told = _TOLD_IN.match(s.list_right)
    cue = closing_metric(told["what"]) if told else None
    return cue if cue is not None and cue.metric is Metric.ERROR else None


# "pruning cuts memory by 3x, and sharing cuts it by another 2x"
_PRONOUN = Pattern(r"\s(?:it|them|this|these)(?:\s(?:further|again|even|down|by|another|an?))*\s?$")
_IN_NAMED = Pattern(r"\sin\s(?!terms\b)")


def _with_no_object(s: Situation, head: str, verb: Match) -> Cue | None:
    """ "a cost reduction by 9x", "image quality improves by 12% in FID"."""
    compound = _compound(head, verb) if verb[0].lower() == "reduction" else None
    if compound is None and _IN_NAMED.match(s.near_right):
        return first_metric(window_after(s))
    return compound


def _compound(head: str, verb: Match) -> Cue | None:
    """ "a cost reduction by 9x and a time reduction by 4x"."""
    whole = closing_metric(head[max(0, verb.start() - 30) : verb.start()].rstrip())
    timed = (cue for cue in metric_cues(head[max(0, verb.start() - 30) :]) if cue.word.lower() == "time")
    return whole or next(timed, None)


def _in_the_object(s: Situation, head: str, verb: Match, shared: str) -> Cue | None:
    """The metric in what stands between the verb and the quantity; ``shared`` is what stands before a list."""
    between = head[verb.end() :]
    shared_named = last_metric(shared[: len(shared) - 3]) if shared and not has_verb(shared) else None
    return (
        _paired(s, between if between.strip(" ,") else CLAUSE_BREAK.split(head[: verb.start()])[-1][-60:])
        or shared_named
        or head_metric(_UNDER.split(_without_aside(between))[0])
        or acronym_metric(s.doc.view, between)
    )


# "availability under failures", "the tokens needed to reach a performance"
_UNDER = Pattern(r"\s(?:under|despite|in the (?:presence|face) of|(?:needed|required|necessary) (?:to|for))\s")
_PAIRS = Pattern(r",|\band\b|/")


def _paired(s: Situation, between: str) -> Cue | None:
    """ "improves throughput and latency by 3x and 2x": the first value is of the first metric, and so on."""
    first, last = s.group
    cues = heads_of_list(_without_aside(between))
    if last == first or len(cues) != last - first + 1 or len({cue.metric for cue in cues}) < len(cues):
        return None
    joined = all(_PAIRS.search(between[a.end : b.start]) for a, b in itertools.pairwise(cues))
    return cues[s.index - first] if joined else None


_ASIDE = Pattern(r"\s?[(-][^()]{3,60}[)-](?=by|\s)")


def _without_aside(between: str) -> str:
    """The noun phrase after a verb, without an inserted remark."""
    return _ASIDE.sub(" ", between)


_NO_OBJECT = Pattern(
    r"\s{0,2}(?:(?:\p{Ll}+ly|further|again|even|only|still|also|somewhat|steadily|much|less|more|(?:up)?on|over|in|from|at|"
    r"for|with|within|under|across|during|after|before|when|while|as|to|than|and|compared|relative|versus|without|beyond|"
    r"between|through|thanks|due|because)\b|[,;:()]|(?:of\s?)?$)"
)


def _has_object(between: str) -> bool:
    """Whether the verb has an object, even one that names no metric: its subject is then not what moves."""
    return " of " in between or _NO_OBJECT.match(between) is None


_SOMEBODY = Pattern(r",\s(?=(?:our|we|it|this|these)\s)")  # "At a fixed latency, our method reduces ..."


def _subject_metric(subject: str) -> Cue | None:
    return last_metric(_SOMEBODY.split(subject)[-1][-110:])


def _behind(s: Situation, head: str, verb: Match) -> Cue | None:
    """ "improves by 3% in accuracy"; last, a name that the verb itself is a part of."""
    start = head[max(0, verb.start() - 40) : verb.start()]
    named = first_metric(window_after(s)) or acronym_metric(s.doc.view, start)
    if named is None and verb[0].lower().startswith("reduction"):
        named = last_metric(head[max(0, verb.start() - 30) : verb.end()])
    return named
