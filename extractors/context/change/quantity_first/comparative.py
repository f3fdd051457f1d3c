"""A bare comparative, "4x more", "3x less", "2x larger", of what has no speed: users, bugs, time, room on a disk."""

from __future__ import annotations

import regex

from extractors.lexicon import HEDGES
from extractors.patterns import IGNORECASE, Match, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Metric

THINGS = regex.compile(
    r"\s(?:\p{L}[\p{L}-]*\s){0,2}?(?P<what>\p{Ll}{2,20}(?<!ou|s|u|i)s)\b(?!\sper\s(?:second|minute|hour|day|watt|"
    r"joule|dollar)\b)"
)
SERVED = Pattern(
    r"users|requests|clients|sessions|connections|streams|tenants|instances|customers|passengers|jobs|queries"
)
SERVES = Pattern(r"\b(?:serv|support|host|handl|admit|accommodat|sustain)\w*\s[^,;]{0,16}$", IGNORECASE)
_SCHEDULE = Pattern(
    r"\s(?:(?!than\b|in\b|on\b|for\b|at\b|during\b)[\p{L}-]+\s)?(?:(?:pre-?)?training(?:\sruns?)?|fine-tuning|"
    r"schedules?|runs|turnaround)\b"
)
_THING_NEXT = Pattern(
    r"\s(?!(?:than|in|on|for|and|but|at|with|when|while|compared|so|as|yet|under|over|by|to|if|because|relative|even|after|per|across|"
    r"without|again|still)\b)\p{L}"
)
_KEPT_THINGS = Pattern(
    r"\b(?:(?P<cache>(?:KV[-\s])?cache)|data\s?(?:set|base)|corpus|benchmark)"
    r"(?:,\s(?:which\sis\s)?|\s(?:is\s|are\s)?)[^,;:()]{0,12}$"
)


def of_comparative(s: Situation, word: str, after: str) -> Metric | None:
    """ "4x more users", "4x more bugs", "the data set is 4x larger": no speed is meant."""
    if word == "more":
        return _of_more(s, after)
    if word == "less":
        return Metric.COST if _COSTS.search(s.list_left) else _of_duration(_TIME_NEXT.match(after))
    if word in ("shorter", "longer"):
        return _of_duration(_SCHEDULE.match(after))
    kept = None if _THING_NEXT.match(after) else _KEPT_THINGS.search(s.list_left)
    if kept is None:
        return None
    return Metric.MEMORY if kept["cache"] else Metric.DATASET_SIZE


_COSTS = Pattern(r"\b(?:cost|spend|pay)(?:s|ing)?\s" + HEDGES + r"$")
_LIKELY = Pattern(r"\slikely\s(?:to\s(?P<win>succeed|solve|win|pass|finish|complete|be (?:correct|right))\b)?")
_MORE_SO = Pattern(  # "4x more sensitive than X"
    r"\s(?:(?P<good>robust|accurate|reliable)|sensitive|stable|diverse|expressive|compressible|scalable|flexible|"
    r"frequent|common|informative|persistent|severe|complex|difficult|verbose|concise|often|\p{Ll}+ly|"
    r"(?!efficient|competent|(?:cost-?)?effective|product|perform|(?:\p{Ll}+-)?powerful)[\p{L}-]{3,}(?:[ai]ble|ive|ent|ant|ous|ful|ic|al))(?=\s(?:than|to|in|on|for|at|and|under|when|with|across)\b|[,.;)]|$)"
)
_SOLVES = Pattern(r"\b(?:solv|complet|resolv|answer|prov|pass|finish)(?:e|es|ed|ing|s)?\s" + HEDGES + r"$")
_TASKS = Pattern(r"tasks|subtasks|problems|questions|issues|goals|subgoals|theorems|puzzles|instances|missions|tests")


def _of_more(s: Situation, after: str) -> Metric | None:
    """ "4x more users", "solves 20% more tasks", "3x more likely to succeed", "costs 12% more"."""
    if _COSTS.search(s.list_left):
        return Metric.COST
    if (likely := _LIKELY.match(after)) is not None:
        return Metric.ACCURACY if likely["win"] else Metric.OTHER
    if (so := _MORE_SO.match(after)) is not None:
        return Metric.ACCURACY if so["good"] else Metric.OTHER
    things = THINGS.match(after)
    if things is None:
        return None
    if _SOLVES.search(s.list_left) and _TASKS.fullmatch(things["what"]):
        return Metric.ACCURACY
    served = SERVED.fullmatch(things["what"]) or SERVES.search(s.list_left)
    return Metric.CAPACITY if served else Metric.OTHER


_TIME_NEXT = Pattern(r"\s(?:[\p{Ll}-]+\s)?time\b(?!\ssteps?)")


def _of_duration(timed: Match | None) -> Metric | None:
    """ "2x less training time", "a 3x shorter schedule"."""
    if timed is None:
        return None
    return Metric.TRAINING_TIME if "train" in timed[0] else Metric.RUNTIME
