"""A verb and its quantity: "reduces memory by 61%", "throughput rises 2x", "cuts compute to 30%"."""

from __future__ import annotations

import itertools

import regex

from extractors.context.change.common import (
    CLAUSE_BREAK,
    FILLER,
    IS_RUN,
    WRITTEN,
    Change,
    change_of_efficiency,
    clip,
    counted,
    default_metric,
    settle,
    size_of_what,
    usable,
    window_after,
)
from extractors.context.metric import Cue, acronym_metric, first_metric, head_metric, last_metric, metric_cues
from extractors.endings import ending
from extractors.lexicon import DOWN, OUTPERFORM, UNDERPERFORM, UP, VERB_CUE, VERBS, has_verb
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Folded, Match, Pattern
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Direction, Metric, Polarity

_BY = Folded(r"\bby" + FILLER + r"$")
# "reduces compute up to 3x" means by; "raises accuracy up to 95%" does not.
_UP_TO = regex.compile(
    r"(?<=\b(?:reduc|lower|cut|decreas|enhanc|boost|improv|accelerat|sav|outperform|shrink|speed)(?:es|s|e|"
    r"ed|ing|ts|ting)?\s(?!to\b|by\b)[^,;.]{2,70})"
    r"\sup to\s[~$]?\s?$",
    regex.IGNORECASE,
)
TO = Folded(r"(?<!up\s)(?<!equal\s)(?<!close\s)\b(?:down\s)?to" + FILLER + r"$")
_BRINGS = Pattern(
    r"\b(?:bring|brought|driv|drove|push|pull|tak|took|scal)\w*\s(?P<what>[^,;:]{3,50}?)\s(?P<way>up|down)\s?$",
    IGNORECASE,
)
_OVER_RIVAL = regex.compile(  # "improves over Name by 3%", "improving upon earlier methods by"
    r"(?<=improv(?:es?|ed|ing))\s(?:over|(?:up)?on)\s(?=(?:(?:the|all|its|these)\s)?(?:\p{Lu}|(?:prior|previous|"
    r"existing|earlier|past|"
    r"competing|best|strongest|strong|other|state|baselines?|second|next|runner|vanilla|standard|conventional)\b))"
)
_QUICKENS = Pattern(r"sp|accelerat", IGNORECASE)
_ACTIVITY = Pattern(  # "shortens pretraining by a third"
    r"\s(?:(?!(?:in|of|for|on|to|during|at)\s)[\p{L}-]{2,20}\s){0,3}?(?:(?P<train>(?:pre-?)?training|fine-?tuning|"
    r"convergence)|inference|"
    r"decoding|prefill(?:ing)?|rendering|"
    r"compilation|simulation|sampling|preprocessing|indexing)(?:\s(?:in|for|on|of)\s[^,;]{1,40})?\s?$"
)
_GAP = Pattern(r"\s(?:the|this|its)\s(?:[\p{L}-]+\s){0,3}?gap\b")
# "outperforms X by 4% while being 2x faster": not by its speed
_WHILE_FAST = Pattern(
    r"\bwhile\s[^;]{0,60}?\b(?:faster|speed-?ups?|lower latency|throughput|accelerat\p{L}+|fewer|less|reduc\p{L}+)\b"
)
_GUESSES = Pattern(r"(?:over|under)estimat", IGNORECASE)
_DONE_BY = ending(
    r"(?<!\b(?:reduc|improv|increas|decreas|lower|boost|exceed|enhanc))ed\sby\s(?:(?:only|about|over|nearly|"
    r"up to)\s|~){0,2}$"
)
_OF_PEOPLE = Pattern(r"\sof\s(?:the\s|all\s)?(?:[\p{L}-]+\s){0,2}\p{Ll}+s\b")
_BARE_SIZE = Pattern(r"\s{0,2}(?:the\s|its\s|their\s|overall\s)?sizes?\s{1,2}", IGNORECASE)
_DROPS = Pattern(r"(?:drop|declin|fall|fell|degrad|deteriorat|los|worsen)(?!\p{L}*ed\b)", IGNORECASE)
_CONDITION = Pattern(r"\b(?:under|at|within|with|for|on|beyond)\s(?:an?\s|the\s)?(?:[\p{L}-]+\s(?:size\s)?of\s)?$")
_NUMBER_OF = Pattern(r"\bnumber of\s(?:[\p{L}-]+\s){0,4}?\p{Ll}+s\b")
_NO_QUALITY = Pattern(
    r"\b(?:efforts?|counts?|usage|sizes?|lengths?|amounts?|volumes?|load|demand|depth|churn|incidents?|requests?|"
    r"interventions?|"
    r"complaints?|workload|population|prevalence|frequenc(?:y|ies))\s\p{L}+\s(?:by\s)?(?:(?:up to|about|over|"
    r"nearly)\s|~)?$"
)
_SOMEBODY = Pattern(r",\s(?=(?:our|we|it|this|these)\s)")  # "At a fixed latency, our method reduces ..."
_PER = Pattern(r"\b(?:per|for each)\s$", IGNORECASE)
_TOKENS = Pattern(
    r"(?<!per\s)\btokens?(?:\s(?:generation|usage|use|consumption|counts?|budgets?|numbers?|lengths?))?\s{1,2}$",
    IGNORECASE,
)
_CONJUNCT = Pattern(r"\bby\s[^,;]{1,30}?(?:,\s(?:and\s)?|\sand\s)")  # "reduces A by 40% and B by 90%"
_OF_ITS_OWN = Pattern(
    r"(?:,\s|,?\sand\s)(?:the\s|its\s)?(?:[\p{L}-]+\s){1,3}(?:lengths?|counts?|sizes?|rates?|ratios?|levels?|depths?|"
    r"volumes?|pressure|"
    r"load|demand|variance|variations?|density|effort|churn|entropy|diversity)\sby\s(?:(?:up to|about|over|nearly)\s|"
    r"~)?"
)
_CONJOINED = Pattern(
    r"(?:^|,\s?|\s)and\s(?P<what>(?:[\p{L}/-]+\s){0,6}[\p{L}/-]+)\sby\s(?:(?:up to|about|over|nearly)\s|~)?$"
)
_HEAD = Pattern(r"\s(?:per|for|on|in|of each|across)\s")
_PAIRS = Pattern(r",|\band\b|/")
# "lowers the size of the corpus", "the number of labels is reduced"
_SIZED = Pattern(
    r"(?:\b(?:[Tt]he|its|their|our|total|overall|average)|^)\s?(?P<how>size|number|amount|volume|quantity|"
    r"count)s?\sof\s(?P<what>(?:(?!(?:is|are|was|were|can|be)\b)[^\s,;]+\s?){1,8}?)"
    r"\s?(?:(?:is|are|was|were|can|could|be|been|has|have)\s?){0,3}$"
)
_VERB_END = Folded(
    r"\b(?P<verb>drop(?:s|ped|ping)?|falls?|fell|falling|ris(?:es?|ing)|rose|increas(?:es?|ed|ing)|"
    r"decreas(?:es?|ed|ing)|improv(?:es?|ed|ing)|"
    r"declin(?:es?|ed|ing)|sav(?:es?|ed|ing)|gain(?:s|ed|ing)?|los(?:es?|ing)|lost|grow(?:s|ing)?|grew|"
    r"reduc(?:es?|ed|ing)|cut(?:s|ting)?|lower(?:s|ed|ing)?|slash(?:es|ed|ing)?|trim(?:s|med|ming)?|shrink(?:s|"
    r"ing)?|shrank|"
    r"sped up|speeds up|accelerated|climb(?:s|ed|ing)?|soar(?:s|ed|ing)?|extend(?:s|ed|ing)?|lengthen(?:s|ed|ing)?|"
    r"enlarg(?:es?|ed|ing))"
    r"\s(?:(?:over|about|nearly|almost|roughly|approximately|up to|around|more than|at least|above|another|"
    r"an additional|"
    r"a further|an?|by|only|just|mere|merely|some)\s){0,3}[~$(+]{0,2}\s?$"
)
_VERB_OBJECT = Pattern(
    r"\b(?P<verb>(?:reduc|improv|increas|decreas|boost|lower|rais|cut|slash|trim|shrink|enhanc|accelerat)(?:e?s|ed|"
    r"ing|ting|ming|e)?|"
    r"speed(?:s|ing)?\sup|sped\sup)\s"
    r"(?P<np>(?:(?:the|its|their|our)\s)?(?:[\p{L}][\p{L}\d-]*\s){0,3}[\p{L}-]+)\s(?:(?:about|roughly|nearly|"
    r"almost|over|around|up to)\s|[~(]){0,2}$",
    IGNORECASE,
)
_IS_DOWN = Pattern(
    r"(?:\s(?:is|are|was|were|goes|go|went|comes|came)|"
    r"\b(?P<joined>and)(?:\s(?!(?:go|goes|went|is|are|was|were|come|comes|came|moves?|"
    r"moved)\b)[\p{L}-]+){1,4})\s(?P<way>up|"
    r"down)\s"
    r"(?:by\s|about\s|roughly\s|nearly\s|over\s|~){0,2}$",
    IGNORECASE,
)
_ADJECTIVE_BEFORE = ending(
    r"\b(?:an?|with|has|have|the|and|but|(?:reach|achiev|show|exhibit|obtain|yield|giv)\p{L}{0,3})\s$"
)
_MOVES = Pattern(r"drop|fall|fell|ris|rose|declin|climb|grew|grow|shrink|shrank")
_MODEL_SIZE = Pattern(
    r"\b(?:(?<!timing\s)(?<!design\s)(?<!process\s)parameter(?:s| count)|model size|"
    r"number of (?:\w+ )?parameters)\b"
)
_ASIDE = Pattern(r"\s?[(-][^()]{3,60}[)-](?=by|\s)")
_PRAISE = Pattern(r"improv|boost|enhanc|gain|better|advanc", IGNORECASE)
_METRIC_OF = Pattern(
    r"\s(?:(?:the|an?|its)\s)?(?P<what>(?:[\p{L}-]+\s){0,3}?[\p{L}-]+)\s(?:of|achieved by|reported for)\s"
)
# "communication time, which dominates at scale, drops by"
_INSERTED = Pattern(r",\s(?:which|whose|when|where|measured|as measured|already|including)\s[^,;:()]{3,70},\s$")
_IN_NAMED = Pattern(r"\sin\s(?!terms\b)")
_IN_TERMS_OF = Pattern(r"\b[Ii]n terms of\s(?P<what>[^,;:()]{2,40}),\s[^;:()]*$")
_THAT_OF = Pattern(r"\s(?:that|those)\sof\b")
_AUXILIARY = Pattern(r"\b(?:is|are|be|been|was|were|can|has|have|significantly|substantially|also|further)\b")
_DETERMINER = Pattern(r"\s{0,2}(?:the|its|our|their|a|an|on|over|upon)\b")
_PREPOSITION = Pattern(r"\b(?:in|on|for|terms of)\b")


def verb_and_by(s: Situation) -> Change | None:
    """ "reduces memory by 61%", "throughput is improved by 2x", "outperforms X by 3%"."""
    left = s.list_left if s.group[0] != s.index and not _BY.search(s.near_left) else s.near_left
    start = s.doc.view[s.sentence.start : s.quantity.start]
    by = _BY.search(left) or _UP_TO.search(left)
    if by is None or (_DONE_BY.search(s.near_left) and _OF_PEOPLE.match(s.near_right)):
        return None  # "used by 87% of companies"
    # The verb may stand before an earlier quantity: "improves A by 2x in X and by 3x in Y".
    head = start[: len(start) - (len(left) - by.start())] if left and start.endswith(left) else left[: by.start()]
    return _governed(s, head, "verb and by")


def _governed(s: Situation, head: str, rule: str) -> Change | None:
    """What the last verb of change before the quantity does to what."""
    if brought := _BRINGS.search(head):
        return _brought(s, brought, rule)
    verbs = list(VERB_CUE.finditer(head))
    if not verbs:
        return None
    verb = verbs[-1]
    number = int((verb.lastgroup or "v0")[1:])
    if _OVER_RIVAL.match(head, verb.end()):
        return _against_rival(s, head, verb, OUTPERFORM)
    if number in (OUTPERFORM, UNDERPERFORM):
        return _against_rival(s, head, verb, number)
    _, direction, default = VERBS[number]
    if _GUESSES.match(verb[0]):
        return Change(Metric.OTHER, direction, Form.BY, rule)  # no better and no worse
    between = head[verb.end() :]
    if default is not None:
        return _of_default(s, between, default, direction, rule)
    if (size := _size_of(_CONJUNCT.split(between)[-1], direction)) is not None:
        return Change(size, direction, Form.BY, rule)
    if (efficiency := change_of_efficiency(between, direction, rule)) is not None:
        return efficiency
    subject = CLAUSE_BREAK.split(head[: verb.start()])[-1][-60:].rstrip()
    if direction is DOWN and not between.strip() and _TOKENS.search(subject + " ") and not metric_cues(subject):
        return Change(Metric.COMPUTE, DOWN, Form.BY, rule)  # "output tokens fall by 37%"
    found = usable(_object_metric(s, head, verb, direction), s)
    if found is not None:
        used = found is Metric.BANDWIDTH and direction is DOWN and between.strip()  # "cuts repair bandwidth by 35%"
        return settle(Metric.COMMUNICATION if used else found, direction, verb[0], rule)
    if (sized := _SIZED.search(between if between.strip() else subject)) is not None:
        size = size_of_what(s, sized["what"])
        none = size is Metric.OTHER and sized["how"] == "number"
        return Change(Metric.COUNT if none else size, direction, Form.BY, rule)
    return _nothing_named(s, verb[0], between, direction, rule)


def _of_default(s: Situation, between: str, metric: Metric, direction: Direction, rule: str) -> Change:
    """What "accelerates", "slows" or "compresses" changes: what it says, unless a conjunct names its own."""
    conjunct = _CONJOINED.search(s.near_left)
    joined = usable(_whole(_HEAD.split(conjunct["what"])[0]), s) if conjunct else None
    if joined is not None:  # "tokens are compressed 16x, and the number of FLOPs by 11x"
        return Change(joined, DOWN if joined.polarity is Polarity.LOWER else direction, Form.BY, rule)
    if metric is Metric.COMPRESSION and s.quantity.dimension is Dimension.PERCENT:
        kept = last_metric(between)
        stored = kept is not None and kept.metric is Metric.MEMORY
        return Change(Metric.MEMORY if stored else Metric.STORAGE, DOWN, Form.BY, rule)  # "compresses it by 80%"
    return Change(metric, direction, Form.BY, rule)


def _against_rival(s: Situation, head: str, verb: Match, number: int) -> Change:
    """ "outperforms X by 3%", "falls short of X by 2 points": the object is a baseline, not a metric."""
    between = head[verb.end() :]
    named = first_metric(window_after(s))
    if number == UNDERPERFORM:
        return settle(usable(named, s) or default_metric(s), DOWN, "worse", "underperforms by")
    if named is None and " in " in between:
        named = last_metric(_PREPOSITION.split(between)[-1])
    if named is None and (beaten := _METRIC_OF.match(between)) is not None:
        named = _whole(beaten["what"])  # "surpasses the accuracy of X by 1.4x"
    if named is None and _THAT_OF.match(between):
        named = last_metric(head[: verb.start()])  # "its efficiency exceeds that of X by 3x"
    if named is None and (terms := _IN_TERMS_OF.search(head)) is not None:
        named = last_metric(terms["what"])
    if (metric := usable(named, s)) is not None:
        return settle(metric, UP, "better", "outperforms by")
    percent = s.quantity.dimension is Dimension.PERCENT
    metric = Metric.ACCURACY if percent and _WHILE_FAST.search(s.right) else default_metric(s)
    return settle(metric, UP, "better", "outperforms by, nothing named")


def _whole(phrase: str) -> Cue | None:
    """The metric at the end of a phrase."""
    cue = last_metric(phrase)
    return cue if cue is not None and cue.end == len(phrase) else None


def _size_of(between: str, direction: Direction) -> Metric | None:
    """ "reduces the model size by 4x", "the number of parameters", "cuts tokens by 60%"."""
    if direction is DOWN and _BARE_SIZE.fullmatch(between):
        return Metric.STORAGE
    size = _MODEL_SIZE.search(between)
    if size is None:
        return None
    return Metric.STORAGE if "model size" in size[0].lower() and direction is DOWN else Metric.MODEL_SIZE


def _object_metric(s: Situation, head: str, verb: Match, direction: Direction) -> Cue | None:
    """The metric that the verb's object names; else its subject, or what stands behind the quantity."""
    between = head[verb.end() :]
    shared = s.list_left if len(s.list_left) < len(between) else ""
    if shared and _OF_ITS_OWN.fullmatch(shared) and not metric_cues(shared):
        return None  # "cuts latency by 28% and queue length by 19%"
    named = last_metric(shared[: len(shared) - 3]) if shared and not has_verb(shared) else None
    if verb[0].lower() == "reduction" and not between.strip():
        compound = _whole(head[max(0, verb.start() - 30) : verb.start()].rstrip())
        if compound is None:
            compound = next(
                (c for c in metric_cues(head[max(0, verb.start() - 30) :]) if c.word.lower() == "time"), None
            )
        if compound is not None:
            return compound  # "a cost reduction by 9x and a time reduction by 4x"
    if not between.strip() and _IN_NAMED.match(s.near_right) and (inside := first_metric(window_after(s))):
        return inside  # "image quality improves by 12% in FID"
    named = (
        _paired(s, between if between.strip(" ,") else CLAUSE_BREAK.split(head[: verb.start()])[-1][-60:])
        or named
        or head_metric(_object(between))
        or acronym_metric(s.doc.view, between)
    )
    if named is None and direction is DOWN and _TOKENS.search(between):
        return None
    if (
        named is None
        and " of " not in between
        and (len(_AUXILIARY.sub("", between).split()) <= 1 or not _DETERMINER.match(between))
    ):
        named = _subject_metric(CLAUSE_BREAK.split(_INSERTED.sub(" ", head[: verb.start()]))[-1])
    if named is not None:
        return named
    named = first_metric(window_after(s)) or acronym_metric(
        s.doc.view, head[max(0, verb.start() - 40) : verb.start()]
    )
    if named is None and verb[0].lower().startswith("reduction"):
        named = last_metric(head[max(0, verb.start() - 30) : verb.end()])
    return named


def _nothing_named(s: Situation, word: str, between: str, direction: Direction, rule: str) -> Change:
    """What a verb changes when no metric is named with it."""
    if direction is DOWN and _GAP.search(between):
        return Change(Metric.ERROR, DOWN, Form.BY, rule)  # "narrows the gap to the teacher by 40%"
    if direction is DOWN and _TOKENS.search(between):
        return Change(Metric.COMPUTE, DOWN, Form.BY, rule)
    if direction is DOWN and (thing := counted(" " + between.strip())) is not None:
        return Change(thing, direction, Form.BY, rule)
    if direction is DOWN and (activity := _ACTIVITY.match(between)):
        return Change(Metric.TRAINING_TIME if activity["train"] else Metric.RUNTIME, DOWN, Form.BY, rule)
    if word.lower().startswith(("shorten", "trim", "condens")) and WRITTEN.search(between):
        return Change(Metric.COMPUTE, DOWN, Form.BY, rule)
    if direction is DOWN and _NUMBER_OF.search(between if between.strip() else s.near_left):
        return Change(Metric.COUNT, DOWN, Form.BY, rule)
    drops = (
        not between.strip() and _DROPS.match(word) and s.text_is_about_quality and not _NO_QUALITY.search(s.near_left)
    )
    if drops and s.quantity.dimension in (Dimension.PERCENT, Dimension.POINTS):
        return Change(Metric.ACCURACY, DOWN, Form.BY, "drops by")
    metric = default_metric(s) if _PRAISE.match(word) else Metric.OTHER
    if metric is Metric.SPEED and " of " in between and not IS_RUN.search(between):
        metric = Metric.OTHER  # "improves linearity of the current by 7x"
    return settle(metric, direction, word, rule)


def _brought(s: Situation, match: Match, rule: str) -> Change:
    """ "brings the energy down by 45%"."""
    found = usable(first_metric(match["what"]), s)
    return Change(found or Metric.OTHER, DOWN if match["way"].lower() == "down" else UP, Form.BY, rule)


def _paired(s: Situation, between: str) -> Cue | None:
    """ "improves throughput and latency by 3x and 2x": the first value is of the first metric, and so on."""
    first, last = s.group
    cues = metric_cues(_object(between))
    if last == first or len(cues) != last - first + 1 or len({cue.metric for cue in cues}) < len(cues):
        return None
    joined = all(_PAIRS.search(between[a.end : b.start]) for a, b in itertools.pairwise(cues))
    return cues[s.index - first] if joined else None


def verb_object_and_quantity(s: Situation) -> Change | None:
    """ "lowers the peak memory 37%", "improves throughput 15-30%": the object stands between, without *by*."""
    if s.quantity.dimension not in (Dimension.PERCENT, Dimension.TIMES) or s.quantity.pair:
        return None
    match = _VERB_OBJECT.search(s.near_left)
    cues = metric_cues(match["np"]) if match else []
    if match is not None and _QUICKENS.match(match["verb"]):
        return Change(Metric.SPEED, UP, Form.BY, "verb and quantity")  # "speeds up training 30%"
    if match is None or not cues or len(match["np"]) - cues[-1].end > 1:
        return None
    if match["verb"] == "lower" and _ADJECTIVE_BEFORE.search(s.near_left, endpos=match.start("verb")):
        return None  # "with a lower error (3%)"
    verb = VERB_CUE.match(match["verb"])
    if verb is None:
        return None
    _, direction, default = VERBS[int((verb.lastgroup or "v0")[1:])]
    return settle(default or usable(cues[-1], s) or Metric.OTHER, direction, match["verb"], "verb and quantity")


def is_down(s: Situation) -> Change | None:
    """ "power is down 35%", "throughput was up 12%"."""
    match = _IS_DOWN.search(s.near_left) if s.group[0] == s.group[1] else None
    cues = metric_cues(CLAUSE_BREAK.split(s.near_left[: match.start("way")])[-1][-60:]) if match else []
    if match is None or not (cues or match["joined"]):
        return None
    way = DOWN if match["way"].lower() == "down" else UP
    named = usable(cues[-1], s) if cues else None
    return Change(named or Metric.OTHER, way, Form.BY, "verb and quantity")


def verb_and_quantity(s: Situation) -> Change | None:
    """ "energy drops 75%", "throughput rises 2.5x": the verb stands right before the quantity."""
    match = _VERB_END.search(s.near_left)
    if match is None or s.quantity.pair:
        return None
    verb = VERB_CUE.match(match["verb"])
    if verb is None:
        return None
    _, direction, default = VERBS[int((verb.lastgroup or "v0")[1:])]
    subject = CLAUSE_BREAK.split(s.near_left[: match.start()])[-1]
    named = first_metric(clip(s.right)) or last_metric(subject[-60:]) or acronym_metric(s.doc.view, subject[-60:])
    if (
        named is None
        and s.previous is not None
        and _CONDITION.search(s.left, endpos=s.previous.start - s.sentence.start)
    ):
        named = last_metric(s.left[: s.previous.start - s.sentence.start][-60:])  # "capacity at 64 users grows 2x"
    things = None if s.quantity.dimension is Dimension.POINTS else counted(s.right)
    metric = default or usable(named, s) or things
    if metric is None and match["verb"].lower().startswith(("gain", "improv")):
        metric = default_metric(s)
    if metric is None and s.quantity.dimension is Dimension.PERCENT and _MOVES.match(match["verb"]):
        metric = Metric.ACCURACY if s.text_is_about_quality else Metric.OTHER  # "its confidence drops 14%"
    if metric is None and s.quantity.dimension is not Dimension.TIMES:
        return None
    return settle(metric or Metric.OTHER, direction, match["verb"], "verb and quantity")


def _object(between: str) -> str:
    """The noun phrase after a verb, without an inserted remark."""
    return _ASIDE.sub(" ", between)


def _subject_metric(subject: str) -> Cue | None:
    subject = _INSERTED.sub(" ", _SOMEBODY.split(subject)[-1][-110:])
    cues = [cue for cue in metric_cues(subject) if not _PER.search(subject, endpos=cue.start)]
    return cues[-1] if cues else None


def reduced_to(s: Situation) -> Change | None:
    """ "reduces compute to only 30%": a percentage of a cost is a share of the baseline's."""
    if s.quantity.dimension is not Dimension.PERCENT or s.quantity.pair:
        return None
    to = TO.search(s.near_left)
    if to is None:
        return None
    change = _governed(s, s.near_left[: to.start()], "reduced to")
    if change is None or change.direction is not DOWN or change.metric.polarity is not Polarity.LOWER:
        return None
    if change.metric in (Metric.ERROR, Metric.OVERHEAD):
        return None
    return Change(change.metric, DOWN, Form.TO, "reduced to")
