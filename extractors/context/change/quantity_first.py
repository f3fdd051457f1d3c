"""The quantity, then the change: "2x faster", "30% higher throughput", "29% latency gains"."""

from __future__ import annotations

import regex

from extractors.context.change.common import (
    CLAUSE_BREAK,
    IS_RUN,
    WRITTEN,
    Change,
    change_of_efficiency,
    clip,
    counted,
    default_metric,
    settle,
    usable,
)
from extractors.context.metric import Cue, acronym_metric, first_metric, head_metric, last_metric, metric_cues
from extractors.context.phrase import respective
from extractors.endings import ending
from extractors.lexicon import CHANGE_CUE, CHANGES, DOWN, UP, has_verb
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Match, Pattern
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Direction, Metric, Polarity

_OF_A_NAME = ending(r"\p{Lu}[\p{L}\d@.+-]{2,40}\s\([\s~]{0,2}$")  # "on MiniF2F (33%) more often"
_VERB_AFTER = Pattern(
    r"(?:increas|reduc|improv|sav|decreas|enhanc|boost)es|cuts|saves|boosts|accelerates|speeds",
    IGNORECASE,
)
_PAID_AT = Pattern(
    r"\b(?:at|with|for|incurs|incurring|adds)\s(?:an?|only|just|the cost of an?)\s(?:(?:mere|modest|about)\s|~)?$"
)
_MORE_OF = Pattern(  # "at a 12% area cost"
    r"\s(?P<metric>(?:chip\s|die\s|peak\s)?(?:area|power|energy|memory|latency|storage|compute|bandwidth))\s"
    r"(?:cost|penalty|tax|premium)(?=[\s.,;)]|$)(?!\s(?:reduction|saving))"
)
_FEWER = Pattern(r"\b(?P<word>fewer|less|smaller|more|larger)(?=\s)", IGNORECASE)
_PRICE = Pattern(
    r"\s{0,2}(?:\p{L}+\s)?(?P<metric>throughput|accuracy|performance|quality|speed|bandwidth)\s(?:cost|penalty|"
    r"hit|tax|sacrifice)\b",
    IGNORECASE,
)
# "in 8 evaluations, 40x fewer than X"; "in 500 steps (10x fewer)"
_IS_COMPUTE = Pattern(
    r"steps|evaluations|iterations|calls|rounds|epochs|tokens|passes|queries|NFEs|rollouts|simulations"
)
_THEN = Pattern(r"(?:\sper\s[\p{L}-]+)?(?:,|\s\(|\s-{1,3})\s?(?:(?:about|over|nearly|up to)\s|~)?")
_OF_KIND = {Dimension.PARAMETERS: Metric.MODEL_SIZE, Dimension.DEVICES: Metric.DEVICE_COUNT}
_THINGS = regex.compile(
    r"\s(?:\p{L}[\p{L}-]*\s){0,2}?(?P<what>\p{Ll}{2,20}(?<!ou|s|u|i)s)\b(?!\sper\s(?:second|minute|hour|day|watt|"
    r"joule|dollar)\b)"
)
_SERVED = Pattern(
    r"users|requests|clients|sessions|connections|streams|tenants|instances|customers|passengers|jobs|queries"
)
_SOLVES = Pattern(
    r"\b(?:solv|complet|resolv|answer|prov|pass|finish)(?:e|es|ed|ing|s)?\s(?:(?:up to|about|over|nearly)\s|~)?$"
)
_TASKS = Pattern(r"tasks|subtasks|problems|questions|issues|goals|subgoals|theorems|puzzles|instances|missions|tests")
_SERVES = Pattern(r"\b(?:serv|support|host|handl|admit|accommodat|sustain)\w*\s[^,;]{0,16}$", IGNORECASE)
_HANDLES = ending(
    r"\b(?:process|handl|ingest|support|accommodat|fit|serv|host)\p{L}*\s(?:(?:up to|over|about)\s|~){0,2}$"
)
_ON_DISK = Pattern(r"\son\sdisk\b")
_KEPT_THINGS = Pattern(
    r"\b(?:(?P<cache>(?:KV[-\s])?cache)|data\s?(?:set|base)|corpus|benchmark)\s(?:is\s|are\s)?[^,;:()]{0,12}$"
)
_JOINED = Pattern(r"and\s(?!\d)")
_TAKES = Pattern(r"\b(?:tak(?:es?|ing)|took|runs?|ran|needs?|trains?)\s[^,;]{0,16}$", IGNORECASE)
_TRAINS = Pattern(
    r"\b(?:(?:pre-?|re)?train(?:s|ed|ing)?|fine-?tun(?:es?|ed|ing)|converg(?:es?|ed|ing|"
    r"ence))\s(?:[\p{L}-]+\s){0,4}?in\s"
    r"(?:(?:about|over|up to|nearly)\s|~)?$",
    IGNORECASE,
)
_TRAINING = Pattern(r"\b(?:[Tt]rain|[Pp]re-?train|[Ff]ine-?tun)(?:s|e|es|ed|ing)?\b[^;:]{0,60},\sa(?:bout)?\s$")
_OBJECT = Pattern(
    r"\s(?!than\b|in\b|on\b|for\b|and\b|but\b|when\b|compared\b|while\b|models?\b|networks?\b|ones?\b|LLMs?\b)"
    r"(?:[\p{L}-]+\s){0,2}(?!models?\b|networks?\b|LLMs?\b|baselines?\b)\p{L}+s\b"
)
_OF_CLAUSE = Pattern(
    r"\s(?:sparsity|pruning|load|utili[sz]ation|occupancy|confidence|precision|recall|coverage|compression|dropout)\s"
    r"(?:the|our|its|it|we|they|this)\b"
)
_PERFORMS = Pattern(r"\s(?!(?:less|as|plus|versus)\b)\p{Ll}{2,}s\s")
_RATIO = Pattern(r"\s(?:\p{L}+\s)?(?:reduction|downsampling) (?:ratio|rate|factor)s?\b")
_RATE_OF_DROP = Pattern(r"\s(?:\p{L}+\s)?(?:drop|dropping|loss|savings?)\s(?:rate|ratio)s?\b")
_REDUCES = Pattern(r"\b(?:reduc|cut|lower|eliminat|remov|sav)\w*\s(?:up to\s|about\s|over\s|~){0,2}$", IGNORECASE)
_IN = Pattern(r"\b(?:in|of|for)\s", IGNORECASE)
_ELLIPSIS = Pattern(
    r"\s?[\p{L}\s-]{2,40}(?:,|\sand|,\sand)\s~?|"
    r",?\s(?:and|or)\s(?:(?:an?|up to|over|about|average|on average|mean|median|overall|maximum|of)\s|~){1,3}"
)
_RULE = "quantity and change"
_LESSER = frozenset({"lower", "less", "fewer", "smaller", "shorter", "lighter"})
_IN_OR_OF = Pattern(r"\s(?:in|of)\s(?P<np>[^,;:()]{2,60})")
_LESS = Pattern(r"reduc|decreas|sav|drop|cut|less|fewer")
_NOUN_NEXT = Pattern(r"\s(?!in\b|of\b|to\b)\p{L}")
_SCHEDULE = Pattern(
    r"\s(?:(?!than\b|in\b|on\b|for\b|at\b|during\b)[\p{L}-]+\s)?(?:(?:pre-?)?training(?:\sruns?)?|fine-tuning|"
    r"schedules?|runs|turnaround)\b"
)
_READ = Pattern(r"\s(?:[\p{Ll}-]+\s)?(?:sequences?|inputs?|prompts?|documents?|videos?|texts?|horizons?)\b")
_ARE_READ = Pattern(
    r"\b(?:sequences?|inputs?|prompts?|documents?|videos?|texts?|contexts?|horizons?)\s(?:(?:that are|which are|"
    r"up to|over|about|"
    r"nearly|more than)\s){0,2}$"
)
_FILES = Pattern(
    r"\b(?:index(?:es)?|indices|files?|checkpoints?|binar(?:y|ies)|archives?|logs?|executables?|"
    r"bundles?)\b[^,;()]{0,20}$"
)
_LIGHT = frozenset({"smaller", "lighter", "leaner", "more compact", "more lightweight"})
_SIZED = _LIGHT | {"larger", "bigger"}
_ROOM = Pattern(r"\s(?:(?:storage|disk)\s)?(?:room|space)\b")
_THE_FILES = Pattern(
    r"(?:(?:[Tt]he|[Oo]ur|[Ii]ts)\s)(?:[\p{L}-]+\s){0,2}?(?:index|file|checkpoint|binary|archive|log)\s(?:is|are)\b"
)
_OF_THINGS = frozenset({"more", "larger", "bigger", "smaller", "shorter", "longer", "less"})
_TIME_NEXT = Pattern(r"\s(?:[\p{Ll}-]+\s)?time\b(?!\ssteps?)")
_OF_A_RATE = Pattern(
    r"\b(?:rates?|ratios?|frequenc(?:y|ies)|numbers?|counts?|shares?|variances?)\s(?:that )?(?:(?:is|are|was|"
    r"were)\s)?(?:(?:up to|about|nearly|over)\s|~)?$"
)
# "waits 35% less", "draws 3x less than X"
_EACH_SECOND = Pattern(r"\s(?:per|(?:each|every|a)\s(?:second|minute|hour|day))\b")
_USES_LESS = Pattern(
    r"\b(?:(?P<latency>waits?|waiting)|(?P<runtime>tak(?:es?|ing)|lasts?|lasting)|(?P<power>draws?|drawing)|"
    r"(?P<energy>consum(?:es?|ing))|"
    r"(?P<communication>communicat(?:es?|ing)|transmits?|sends?|transfers?)|(?P<storage>weighs?)|"
    r"(?P<compute>comput(?:es?|ing)|thinks?))\s(?:(?:up to|about|nearly|over|almost|at least|some)\s|~){0,2}$"
)
_OF_VERB = {name: Metric(name) for name in _USES_LESS.of_any().groupindex}
_NOTHING_NEXT = Pattern(r"\s?(?:than\b|,|\.|$|;|\)|and\b|on\b|compared\b|while\b)")
_COSTS = Pattern(r"\b(?:cost|spend|pay)(?:s|ing)?\s(?:(?:up to|about|over|nearly)\s|~)?$")
_AT_A_RATIO = Pattern(r"\b(?:at|under|with)\s(?:an?\s|up to\s)?$")
_RATIO_OF = Pattern(r"\s(?:\p{L}+\s)?compression (?:ratio|rate|level)s?\b")
_UNKNOWN = Pattern(
    r"\s(?:\p{Lu}{2,6}\s)?(?!(?:than|that|those|what|overall|again|still|here|there|throughout|under|between|after|before|during|"
    r"without|within|because|"
    r"while|where|which|when|once|from|thanks|in|on|for|over|with|and|at|compared|relative|when|using|across|average|"
    r"results?|"
    r"performance|"
    r"values?)\b)\p{Ll}{4,}"
)
_THING_NEXT = Pattern(r"\s(?!(?:than|on|in|for|with|when|compared|at|by|and)\b)\p{L}")
_FINDS = Pattern(
    r"\b(?:detect|find|catch|reveal|discover|identif|expos|uncover|flag|spot|found|caught|locat)\p{L}*\s(?:(?:up to|"
    r"about|over|nearly|on average)\s|~)?$"
)
_JOINTS = Pattern(r",?\sand\s|,\s")
_SENDS = Pattern(
    r"\b(?:send|transmit|exchang|transfer|upload|communicat|mov)(?:s|es|ed|ing|e)?\s(?:(?:up to|about|over|"
    r"nearly)\s|~)?$"
)
_LIKELY = Pattern(r"\slikely\s(?:to\s(?P<win>succeed|solve|win|pass|finish|complete|be (?:correct|right))\b)?")
_RIGHTLY = Pattern(r"\s(?:[\p{L}-]+\s){1,3}(?:correctly|successfully|accurately|right)\b")
_MORE_SO = Pattern(  # "4x more sensitive than X"
    r"\s(?:(?P<good>robust|accurate|reliable)|sensitive|stable|diverse|expressive|compressible|scalable|flexible|selective|frequent|"
    r"common|prevalent|informative|persistent|vulnerable|susceptible|severe|complex|difficult|verbose|concise|interpretable)"
    r"(?=\s(?:than|to|in|on|for|at|and|under|when|with|across)\b|[,.;)]|$)"
)
_LOAD = Pattern(r"\s(?:[\p{Ll}-]+\s)?(?:traffic|load|demand)\b")
_BEARS = Pattern(
    r"\b(?:handl|serv|sustain|support|absorb|toler|carr|process)\p{L}*\s(?:(?:up to|over|about|an?)\s|~){0,2}$"
)
_IT_IS = Pattern(
    r"\b\p{Ll}{4,}\s(?:is|are|was|were)\s(?:(?:also|about|up to|nearly|roughly|over|on average)\s|~){0,2}$"
)
_AMOUNT_IS = Pattern(  # "the variance is 9x smaller"
    r"\b(?:volume|variance|variation|spread|number|amount|gradients?|differences?|range|magnitude|norm|radius|scope|"
    r"surface|"
    r"space|counts?|margin|population|deviations?|noise|gap)\s(?:(?:is|are|was|were|becomes?|up to|about|over|"
    r"nearly)\s|~){0,2}$"
)
_PASSES_ON = Pattern(r",|\b(?:and|but|that|which|with|while)\b")
_OF_WHICH = Pattern(r"(?<=s)\s(?:in|of|on|for|from)\s")
_SIZES = Pattern(r"\bsizes?\s$")
_VERB = Pattern(r"(?<!-)\b(?:is|are|was|were|achieves?|to|of|in|has|have|can|shows?)\b(?!-)")
_LOSS = Pattern(r"drop|loss|degrad|declin|differ|gap|penalt|deteri")
_LOST = Pattern(r"loss(?:es)?$|degradations?$|drops?$", IGNORECASE)
_SMALL = Pattern(r"\b(?:an?|only|just|with|than|minimal|slight|about|~)\s{0,2}$")
_THAN_MODELS = Pattern(r"\b(?:models?|networks?|counterparts?|LLMs?|baselines?)\b[^,;]{0,40}$")
_A_MODEL = Pattern(
    r"\s(?:(?:open|closed|dense|proprietary)\s)?(?:(?:models?|networks?|LLMs?)\b|"
    r"\p{Lu}[\p{L}\d.-]+\b(?!\s\p{Ll}+s\b))"
)
_ADJECTIVES = Pattern(
    r"\b(?:relative|absolute|average|mean|median|additional|further|overall|significant|substantial|consistent|"
    r"total|maximum|max|"
    r"geometric|geomean|potential|theoretical|net|cumulative|respective|notable|up to|about|the|an?|and|or|in|"
    r"on|of|to)\b|[^\p{L}\s]",
    IGNORECASE,
)
_PRAISED = Pattern(r"gain|improvement|lift|uplift|boost|enhancement|increase")
_UP_OR_DOWN = Pattern(r"reduc|decreas|increas")


_SHARED_HEAD = Pattern(
    r"\s(?:more|higher|better)\s(?P<what>energy|power|cost|area)-\s(?:and|or)\s[^,;:()]{2,40}?-efficien",
    IGNORECASE,
)
_OF_SHARED = {
    "energy": Metric.ENERGY_EFFICIENCY,
    "power": Metric.ENERGY_EFFICIENCY,
    "cost": Metric.COST_EFFICIENCY,
    "area": Metric.AREA_EFFICIENCY,
}


def _price_paid(s: Situation, window: str) -> Change | None:
    """ "at a 3% accuracy cost", "at a 12% area cost"."""
    if (price := _PRICE.match(window)) is not None:
        return Change(usable(first_metric(price["metric"]), s) or Metric.ACCURACY, DOWN, Form.BY, "price paid")
    extra = _MORE_OF.match(window) if _PAID_AT.search(s.near_left) else None
    named = usable(first_metric(extra["metric"]), s) if extra else None
    return Change(named, UP, Form.BY, "price paid") if named else None


def _of_shared_head(s: Situation) -> Change | None:
    """ "3x more energy- and 2x more area-efficient": the head of the compound is said once."""
    shared = _SHARED_HEAD.match(s.right) if s.says(("- and", "- or")) else None
    return Change(_OF_SHARED[shared["what"].lower()], UP, Form.BY, _RULE) if shared else None


def quantity_and_change(s: Situation) -> Change | None:
    """ "2x faster", "30% higher throughput", "1.7x reduction in latency", "29% latency gains"."""
    rest = s.list_right
    if rest.startswith(")") and s.list_left.rstrip(" ~").endswith("(") and not _OF_A_NAME.search(s.list_left):
        rest = rest[1:]  # "significant (2-3x) gains in throughput"
    window = clip(rest)
    if (other := _price_paid(s, window) or _of_shared_head(s)) is not None:
        return other
    if _OF_CLAUSE.match(window) or _RATE_OF_DROP.match(window):
        return None  # "at 95% sparsity the loss rises", "at a 25% drop rate": how much is left out
    if rest is not s.list_right and _PERFORMS.match(window):
        return None  # "a weak one (42%) performs worse than": the value itself
    if _RATIO.match(window):
        return Change(Metric.COMPRESSION, UP, Form.BY, _RULE)
    cue = CHANGE_CUE.search(window)
    if cue is None or len(window[: cue.start()].split()) > 6:
        return _elliptic(s, window)
    if s.quantity.dimension in (Dimension.PERCENT, Dimension.NONE) and _verb_between(window[: cue.start()]):
        return None
    if _VERB_AFTER.fullmatch(cue[0]) and window[: cue.start()].strip() and _NOUN_NEXT.match(window[cue.end() :]):
        return None  # "a 20% budget increases the throughput": a verb of its own
    if s.quantity.dimension is Dimension.PERCENT and _AT_A_RATIO.search(s.near_left) and _RATIO_OF.match(window):
        return None  # "at 20-50% compression ratios": how much is left out
    _, direction, default = CHANGES[int((cue.lastgroup or "c0")[1:])]
    if direction is UP and _LOAD.match(window[cue.end() :]) and _BEARS.search(s.list_left):
        return Change(Metric.THROUGHPUT, UP, Form.BY, _RULE)  # "sustains 1.7x more traffic"
    if (own := _own_of_pair(s, window[: cue.end()], default)) is not None:
        return settle(own, direction, cue[0].lower().split()[-1], _RULE)
    if default is None:
        return _of_named(s, window, cue, direction)
    metric, direction = _of_default(s, window[: cue.start()], window[cue.end() :], cue[0].lower(), default, direction)
    return settle(metric, direction, cue[0].lower(), _RULE)


def _of_default(
    s: Situation, before: str, after: str, word: str, metric: Metric, direction: Direction
) -> tuple[Metric, Direction]:
    """ "2x throughput speedup", "7% latency overhead", "12% slower": a word that names a metric by itself."""
    named = last_metric(before)
    if metric is Metric.OVERHEAD and word in ("additional", "extra"):
        added = head_metric(after)
        return (added.metric if added else counted(after) or metric), direction  # "2% additional training FLOPs"
    if metric is Metric.OVERHEAD:
        if named is not None and named.metric is not Metric.SPEED and named.end >= len(before) - 2:
            metric = named.metric
        return metric, DOWN if _REDUCES.search(s.near_left) else direction
    if metric is Metric.SPEED and named is not None and named.metric is Metric.THROUGHPUT:
        return named.metric, direction
    if metric is Metric.SPEED and s.quantity.dimension is Dimension.PERCENT and word.startswith(("slow-d", "slowd")):
        return Metric.OVERHEAD, UP
    return metric, direction


def _of_named(s: Situation, window: str, cue: Match, direction: Direction) -> Change:
    """ "30% higher throughput", "2x fewer parameters": the change of what is named beside it."""
    rest, word = s.list_right, cue[0].lower()
    before, after = window[: cue.start()], window[cue.end() :]
    fewer = _FEWER.search(window)
    compared = head_metric(_OF_WHICH.split(after)[0] if fewer and fewer["word"].lower() == "fewer" else after)
    sized = _counted_or_sent(s, window[fewer.end() :]) if fewer else None
    more = fewer is not None and fewer["word"].lower() == "more" and not _EACH_SECOND.search(window)
    if more and fewer is not None and _takes_more(s, sized, window[fewer.end() :]):
        return Change(Metric.CAPACITY, direction, Form.BY, "comparative with a size")
    if sized is Metric.COMPUTE and _EACH_SECOND.search(window) and fewer and fewer["word"].lower() == "more":
        return Change(Metric.THROUGHPUT, UP, Form.BY, "comparative with a size")  # "4x more tokens each second"
    if sized and (compared is None or compared.metric in (Metric.COMPUTE, Metric.MODEL_SIZE)):
        return Change(sized, direction, Form.BY, "comparative with a size")
    if fewer and fewer["word"].lower() == "fewer" and compared is None and not last_metric(before):
        sent = Metric.COMMUNICATION if _SENDS.search(s.list_left) else None  # "exchanges 97% fewer gradients"
        return Change(sent or _of_what_there_is(s) or Metric.COUNT, direction, Form.BY, "fewer of a kind")
    if (efficiency := change_of_efficiency(window, direction, _RULE)) is not None:
        return efficiency
    named = _beside(window, cue)
    if named is None and _LOST.match(word) and (of := _IN_OR_OF.match(after)):
        named = head_metric(of["np"])  # "0.5% loss in accuracy"
    named = named or last_metric(window[: cue.end()]) or head_metric(after) or acronym_metric(s.doc.view, window)
    if named is not None and named.word.lower().startswith("degradation"):
        named = None  # of what, is said elsewhere; else of the quality
    if named is None and _SIZES.search(before):
        return Change(Metric.STORAGE, direction, Form.BY, "change of size")
    if named is None and after.strip() and (joined := _JOINED.match(rest, len(window))):
        shared = clip(rest[joined.end() :])
        named = None if has_verb(shared) else head_metric(shared)  # "reduction in parameters and outperforms ..."
    metric = _as_changed(s, usable(named, s) or counted(before + " "), named, word, direction)
    if metric is None:
        metric = _changed_elsewhere(s, rest, cue.end(), word)
        if metric is Metric.OTHER and (
            word == "below" or (word in ("less", "lower") and not _THING_NEXT.match(after))
        ):
            return Change(metric, direction, Form.BY, "below, nothing named")
    return settle(metric, direction, word, _RULE)


def _takes_more(s: Situation, sized: Metric | None, things: str) -> bool:
    """ "processing 8x more frames", "serves 2x more requests adhering to the limit"."""
    if sized in (Metric.COMPUTE, Metric.MODEL_SIZE):
        return _HANDLES.search(s.list_left) is not None
    served = _THINGS.match(things) if _SERVES.search(s.list_left) else None
    return served is not None and _SERVED.fullmatch(served["what"]) is not None


def _as_changed(
    s: Situation, metric: Metric | None, named: Cue | None, word: str, direction: Direction
) -> Metric | None:
    """The metric that a change of something with two sides is of."""
    if direction is DOWN and named is not None and named.word.lower() == "model size":
        return Metric.STORAGE
    if metric is Metric.ERROR and direction is UP and _FINDS.search(s.list_left):
        return Metric.COUNT  # "detects 5x more errors"
    if metric is Metric.BANDWIDTH and direction is DOWN and _LESS.match(word):
        return Metric.COMMUNICATION  # "a 50% bandwidth reduction": what is used of it
    return metric


def _of_what_there_is(s: Situation) -> Metric | None:
    """ "in 500 steps (10x fewer)", "8.5M parameters, 58% fewer than X"."""
    if s.previous is None or not _THEN.fullmatch(s.near_left):
        return None
    if s.previous.dimension in _OF_KIND:
        return _OF_KIND[s.previous.dimension]
    return Metric.COMPUTE if _IS_COMPUTE.fullmatch(s.previous.unit) else None


def _beside(window: str, cue: Match) -> Cue | None:
    """The metric named last before a noun of change: "runtime token savings", "4x weight-traffic reduction"."""
    before = window[: cue.start()]
    within = [found for found in metric_cues(window[: cue.end()]) if found.end <= cue.start() + 1]
    alone = last_metric(before)
    if within and (alone is None or within[-1].start > alone.start):
        return within[-1]
    return alone or last_metric(before.replace("-", " "))


def _counted_or_sent(s: Situation, things: str) -> Metric | None:
    """What there is less of; in "exchanges 8x less data" it is what is sent."""
    size = counted(things)
    return Metric.COMMUNICATION if size is Metric.DATASET_SIZE and _SENDS.search(s.list_left) else size


def _own_of_pair(s: Situation, named: str, default: Metric | None) -> Metric | None:
    """ "27x/35x energy/speed gains", "2x and 1.4x improvements in latency and throughput, respectively"."""
    first, last = s.group
    if last == first:
        return None
    cues = metric_cues(named)
    if len(cues) == last - first + 1 and "/" in named:
        return usable(cues[s.index - first], s)
    tail = _IN_OR_OF.match(s.list_right[len(named) :])
    shared = metric_cues(clip(_JOINTS.sub("/", tail["np"]) + ".")) if tail else ()
    if len(shared) == last - first + 1 and len({cue.metric for cue in shared}) == len(shared):
        return usable(shared[s.index - first], s)  # "1.8x and 2.7x gains in speed and memory"
    part = respective(s, _IN)
    own = usable(first_metric(part), s) if part else None
    timed = default is Metric.SPEED and own is not None and own.polarity is Polarity.LOWER
    return default if timed else own  # "2x and 4x speedups in build and query time"


def _verb_between(text: str) -> bool:
    return _VERB.search(text) is not None


def _changed_elsewhere(s: Situation, rest: str, at: int, word: str) -> Metric:
    """ "achieves a throughput 2x higher than": the metric stands before; else what the text is about."""
    tail = _IN_OR_OF.match(rest[at:])
    if tail:
        named = usable(head_metric(clip(tail["np"] + ".")), s)
        if named is not None or _UP_OR_DOWN.match(word):
            return named or counted(" " + tail["np"]) or Metric.OTHER
        if default_metric(s) is Metric.SPEED and not IS_RUN.search(tail["np"]):
            return Metric.OTHER  # "a 1.6-fold improvement in contrast"
    if _LOSS.match(word) and s.quantity.dimension in (
        Dimension.PERCENT,
        Dimension.POINTS,
    ):
        if _SMALL.search(s.list_left):
            return Metric.ACCURACY
        named = usable(last_metric(CLAUSE_BREAK.split(s.list_left)[-1][-24:]), s)
        return named if named not in (None, Metric.SPEED) else Metric.ACCURACY
    if word in _OF_THINGS and (things := _of_things(s, word, rest[at:])) is not None:
        return things
    if word in _SIZED:
        return _of_size(s, word, rest[at:])
    if word in _LESSER or word in ("higher", "greater", "longer", "better", "worse", "improved", "reduced", "below"):
        nearby = s.list_left if len(s.list_left) > 12 else s.left[-90:]
        named = usable(last_metric(CLAUSE_BREAK.split(nearby)[-1][-70:]), s) or usable(last_metric(nearby[-50:]), s)
        if named is not None:
            return Metric.OTHER if _UNKNOWN.match(rest[at:]) else named
        if word in ("shorter", "longer") or _OF_A_RATE.search(s.list_left) or _is_unknown(s, word):
            return _of_length(s, word, rest[at:])
    if _LESS.match(word):
        named = usable(last_metric(CLAUSE_BREAK.split(s.left)[-1][-90:]), s)
        return named or Metric.OTHER
    what = rest[:at][: -len(word)] if rest[:at].lower().endswith(word) else ""
    unknown = _ADJECTIVES.sub("", what).strip()
    compared = word in ("higher", "greater", "lower")
    praised = _PRAISED.match(word) and default_metric(s) is Metric.SPEED and not IS_RUN.search(what)
    if (compared and _UNKNOWN.match(rest[at:])) or (unknown and praised):
        return Metric.OTHER  # "13% higher reply engagement", "an 11% click-rate lift"
    return Metric.OTHER if word == "below" else default_metric(s)


def _is_unknown(s: Situation, word: str) -> bool:
    """ "their entropy is 2x lower": something that has a value, but no metric; a method is never "lower"."""
    return word in ("higher", "lower", "greater") and _IT_IS.search(s.list_left) is not None


def _of_length(s: Situation, word: str, after: str) -> Metric:
    """What is "3x longer" or "shorter" where no metric is beside it; "the refusal rate is 5x lower" has none."""
    if word not in ("shorter", "longer"):
        return Metric.OTHER
    if WRITTEN.search(after[:40]) or WRITTEN.search(s.list_left[-50:]):
        return Metric.COMPUTE
    if _READ.match(after) or (word == "longer" and _ARE_READ.search(s.list_left)):
        return Metric.CONTEXT_LENGTH
    return Metric.RUNTIME if word == "shorter" or _TAKES.search(s.list_left) else Metric.OTHER


def _of_size(s: Situation, word: str, after: str) -> Metric:
    """What is "2x larger" or "smaller" where no metric stands beside it."""
    if word not in _LIGHT and (_THAN_MODELS.search(s.list_left) or _A_MODEL.match(after)):
        return Metric.MODEL_SIZE
    if word not in _LIGHT and (thing := _OBJECT.match(after)) is not None:
        return Metric.CAPACITY if "batch" in thing[0] else Metric.OTHER
    if _FILES.search(s.list_left) or _FILES.search(after[:24]) or (word in _LIGHT and _THE_FILES.match(s.left)):
        return Metric.STORAGE
    cue = last_metric(s.list_left[-40:])
    before = usable(cue, s)
    beside = cue is not None and not _PASSES_ON.search(s.list_left[-40:], cue.end)
    if word in _LIGHT and beside and before is not None and before.polarity is Polarity.LOWER:
        return before
    if before in (Metric.STORAGE, Metric.MEMORY, Metric.MODEL_SIZE, Metric.AREA, Metric.CAPACITY, Metric.ERROR):
        return before
    if word in _LIGHT and _AMOUNT_IS.search(s.list_left):
        return Metric.OTHER
    return Metric.MODEL_SIZE if word in _LIGHT else Metric.CAPACITY


def _of_things(s: Situation, word: str, after: str) -> Metric | None:
    """ "4x more users", "4x more bugs", "the data set is 4x larger", "4x smaller on disk": no speed is meant."""
    if word == "less" and _ROOM.match(after):
        return Metric.STORAGE
    if word in ("more", "less") and _COSTS.search(s.list_left):
        return Metric.COST
    if word in ("shorter", "longer", "less"):
        timed = (_TIME_NEXT if word == "less" else _SCHEDULE).match(after)
        trained = timed is not None and (
            "train" in timed[0] or _TRAINS.search(s.list_left) or _TRAINING.search(s.left)
        )
        return None if timed is None else Metric.TRAINING_TIME if trained else Metric.RUNTIME
    if word == "less" and (used := _USES_LESS.search(s.list_left)) is not None and _NOTHING_NEXT.match(after):
        return _OF_VERB[str(used.lastgroup)]
    if word == "more" and (likely := _LIKELY.match(after)) is not None:
        return Metric.ACCURACY if likely["win"] else Metric.OTHER
    if word == "more" and (so := _MORE_SO.match(after)) is not None:
        return Metric.ACCURACY if so["good"] else Metric.OTHER
    if word == "more":
        if _RIGHTLY.match(after):
            return Metric.ACCURACY
        things = _THINGS.match(after)
        if things is None:
            return None
        if _SOLVES.search(s.list_left) and _TASKS.fullmatch(things["what"]):
            return Metric.ACCURACY
        served = _SERVED.fullmatch(things["what"]) or _SERVES.search(s.list_left)
        return Metric.CAPACITY if served else Metric.OTHER
    if _ON_DISK.match(after):
        return Metric.STORAGE
    kept = _KEPT_THINGS.search(s.list_left)
    if kept is None:
        return None
    return Metric.MEMORY if kept["cache"] else Metric.DATASET_SIZE


def _elliptic(s: Situation, window: str) -> Change | None:
    """ "11% performance and 8% energy efficiency improvements": the change stands with the next member.

    The first may name a metric of its own, or share that too: "8x spatial and 4x temporal compression".
    """
    last = s.group[1]
    if last + 1 >= len(s.siblings):
        return None
    follower = s.siblings[last + 1]
    if follower.dimension is not s.quantity.dimension or _ELLIPSIS.fullmatch(s.list_right) is None:
        return None
    after = clip(s.doc.view[follower.end : s.sentence.end])
    if last + 2 < len(s.siblings) and s.siblings[last + 2].dimension is s.quantity.dimension:
        between = s.doc.view[follower.end : s.siblings[last + 2].start]
        if _ELLIPSIS.fullmatch(between) and CHANGE_CUE.search(between) is None:
            after = clip(s.doc.view[s.siblings[last + 2].end : s.sentence.end])  # "8% A, 5% B and 3% C savings"
    cue = CHANGE_CUE.search(after)
    if cue is None or len(after[: cue.start()].split()) > 6:
        return None
    _, direction, default = CHANGES[int((cue.lastgroup or "c0")[1:])]
    metric = usable(first_metric(window), s)
    if metric is None:
        shared = default or (default_metric(s) if len(after[: cue.end()].split()) == 1 else None)
        if len(s.list_right.split()) > 4 or shared is None:
            return None
        metric = shared
    if default is Metric.SPEED and metric.polarity is Polarity.LOWER:
        metric = default  # "a 40% training time and 55% compute speedup"
    return settle(metric, direction, cue[0], "shared change")
