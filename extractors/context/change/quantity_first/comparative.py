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
_MORE_TRAINING = Pattern(
    r"\s(?:pre-?)?training\b(?!\s(?:data|samples?|tokens|examples|images|steps|pairs|text|sets?))"
)
_ON_DISK = Pattern(r"\son\sdisk\b")
_KEPT_THINGS = Pattern(
    r"\b(?:(?P<cache>(?:KV[-\s])?cache)|data\s?(?:set|base)|corpus|benchmark)"
    r"(?:,\s(?:which\sis\s)?|\s(?:is\s|are\s)?)[^,;:()]{0,12}$"
)


def of_comparative(s: Situation, word: str, after: str) -> Metric | None:
    """ "4x more users", "4x more bugs", "the data set is 4x larger", "4x smaller on disk": no speed is meant."""
    if word == "more":
        return _of_more(s, after)
    if word == "less":
        return _of_less(s, after)
    if word in ("shorter", "longer"):
        return _of_duration(s, _SCHEDULE.match(after))
    if _ON_DISK.match(after):
        return Metric.STORAGE
    kept = _KEPT_THINGS.search(s.list_left)
    if kept is None:
        return None
    return Metric.MEMORY if kept["cache"] else Metric.DATASET_SIZE


_COSTS = Pattern(r"\b(?:cost|spend|pay)(?:s|ing)?\s" + HEDGES + r"$")
_LIKELY = Pattern(r"\slikely\s(?:to\s(?P<win>succeed|solve|win|pass|finish|complete|be (?:correct|right))\b)?")
_MORE_SO = Pattern(  # "4x more sensitive than X"
    r"\s(?:(?P<good>robust|accurate|reliable)|sensitive|stable|diverse|expressive|compressible|scalable|flexible|"
    r"selective|frequent|common|prevalent|informative|persistent|vulnerable|susceptible|severe|complex|difficult|"
    r"verbose|concise|interpretable)(?=\s(?:than|to|in|on|for|at|and|under|when|with|across)\b|[,.;)]|$)"
)
_RIGHTLY = Pattern(r"\s(?:[\p{L}-]+\s){1,3}(?:correctly|successfully|accurately|right)\b")
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
    if _RIGHTLY.match(after):
        return Metric.ACCURACY
    if _MORE_TRAINING.match(after):
        return Metric.TRAINING_TIME
    things = THINGS.match(after)
    if things is None:
        return None
    if _SOLVES.search(s.list_left) and _TASKS.fullmatch(things["what"]):
        return Metric.ACCURACY
    served = SERVED.fullmatch(things["what"]) or SERVES.search(s.list_left)
    return Metric.CAPACITY if served else Metric.OTHER


_ROOM = Pattern(r"\s(?:(?:storage|disk)\s)?(?:room|space)\b")
_USES_LESS = Pattern(  # "waits 35% less", "draws 3x less than X"
    r"\b(?:(?P<latency>waits?|waiting)|(?P<runtime>tak(?:es?|ing)|lasts?|lasting)|(?P<power>draws?|drawing)|"
    r"(?P<energy>consum(?:es?|ing))|(?P<communication>communicat(?:es?|ing)|transmits?|sends?|transfers?)|"
    r"(?P<storage>weighs?)|(?P<compute>comput(?:es?|ing)|thinks?))\s" + HEDGES + r"$"
)
_NOTHING_NEXT = Pattern(r"\s?(?:than\b|,|\.|$|;|\)|and\b|on\b|compared\b|while\b)")
_OF_VERB = {name: Metric(name) for name in _USES_LESS.of_any().groupindex}
_TIME_NEXT = Pattern(r"\s(?:[\p{Ll}-]+\s)?time\b(?!\ssteps?)")


def _of_less(s: Situation, after: str) -> Metric | None:
    """ "takes 3x less room", "costs 30% less", "waits 35% less", "2x less training time"."""
    if _ROOM.match(after):
        return Metric.STORAGE
    if _COSTS.search(s.list_left):
        return Metric.COST
    if (used := _USES_LESS.search(s.list_left)) is not None and _NOTHING_NEXT.match(after):
        return _OF_VERB[str(used.lastgroup)]
    return _of_duration(s, _TIME_NEXT.match(after))


_TRAINS = Pattern(
    r"\b(?:(?:pre-?|re)?train(?:s|ed|ing)?|fine-?tun(?:es?|ed|ing)|converg(?:es?|ed|ing|ence))\s"
    r"(?:[\p{L}-]+\s){0,4}?in\s" + HEDGES + r"$",
    IGNORECASE,
)
_TRAINING = Pattern(r"\b(?:[Tt]rain|[Pp]re-?train|[Ff]ine-?tun)(?:s|e|es|ed|ing)?\b[^;:]{0,60},\sa(?:bout)?\s$")


def _of_duration(s: Situation, timed: Match | None) -> Metric | None:
    """ "2x less training time", "converges in 3x less time", "a 3x shorter schedule"."""
    if timed is None:
        return None
    trained = "train" in timed[0] or _TRAINS.search(s.list_left) or _TRAINING.search(s.left)
    return Metric.TRAINING_TIME if trained else Metric.RUNTIME
