"""What the verb before a quantity does to what."""

from __future__ import annotations

import regex

from extractors.context.change.counted import counted, size_of_what
from extractors.context.change.made import Change, settle
from extractors.context.change.meant import change_of_efficiency, usable
from extractors.context.change.quantity_first.size import of_resized
from extractors.context.change.used import used
from extractors.context.change.verb.moved import TOKENS, metric_moved, own_conjunct
from extractors.context.change.verb.rival import against_rival
from extractors.context.change.verb.unnamed import nothing_named
from extractors.context.change.words import CLAUSE_BREAK
from extractors.context.metric import closing_metric, last_metric, metric_cues
from extractors.endings import Ending
from extractors.lexicon import DOWN, HEDGES, OUTPERFORM, UNDERPERFORM, UP, VERB_CUE, words_of
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Match, Pattern
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Direction, Metric, Polarity

_OVER_RIVAL = regex.compile(  # "improves over Name by 3%", "improving upon earlier methods by"
    r"(?<=improv(?:es?|ed|ing))\s(?:over|(?:up)?on)\s(?=(?:(?:the|all|its|these)\s)?"
    r"(?:\p{Lu}|(?:prior|previous|existing|earlier|past|competing|best|strongest|strong|other|state|baselines?|"
    r"second|next|runner|vanilla|standard|conventional)\b))"
)
# "the throughput of an already optimized engine", "a trimmed mean", "the number of expanded nodes"
_NOUN_GOES_ON = Pattern(
    r"(?:(?!(?:and|that|which|while|by|to|is|are|was|were|be|been|has|have|we|it|compared|relative)\s)[^\s,;:()]+\s){0,8}?"
    r"(?:(?:an?|the|of|over|highly|already|all|[\p{L}]+-\p{L}+)\s)"
)
_A_NOUN = Pattern(r"\s(?!(?:by|on|in|for|from|to|at|with|over|and|compared|the|an?|its|their|our|both)\s)[\p{L}\d]")


# "the number of joints with errors under 5 mm rose by": how many there are, whatever their errors
_HOW_MANY = Ending(
    r"\b(?:(?P<number>number|count)|share|fraction|percentage|proportion)\sof\s[^,;:()]{3,40}\s(?:with|whose|having)\s"
    r"[^,;:()]{3,60}\s(?:(?:increas|ris|rose|grow|grew|climb)\p{L}{0,3}|(?P<fell>decreas|drop|fall|fell|declin)\p{L}{0,4})\sby\s"
    + HEDGES
    + r"$"
)


def governed(s: Situation, head: str, rule: str) -> Change | None:
    """What the last verb of change before the quantity does to what."""
    verbs = list(VERB_CUE.finditer(head))
    if not verbs:
        return None
    if (many := _HOW_MANY.search(s.left)) is not None:
        fell = many["fell"] is not None
        return Change(Metric.COUNT if many["number"] else Metric.OTHER, DOWN if fell else UP, Form.BY, rule)
    verb = verbs[-1] if len(verbs) == 1 or not _is_inside_object(head, verbs[-2], verbs[-1]) else verbs[-2]
    words = words_of(verb)
    if _OVER_RIVAL.match(head, verb.end()):
        return against_rival(s, head, verb, OUTPERFORM)
    if words in (OUTPERFORM, UNDERPERFORM):
        return against_rival(s, head, verb, words)
    _, direction, default = words
    if default is not None:
        return _of_default(s, head[verb.end() :], default, direction, rule)
    return _of_any(s, head, verb, direction, rule)


# no clause begins: "cuts the voltage [shift]", "beats layer [pruning]"
_SAME_PHRASE = Pattern(
    r"\s(?:(?!(?:and|or|but|to|by|that|which|who|while|when|where|as|so|if|then|can|could|will|would|may|might|must|should|"
    r"do|does|did|not|we|it|they|us|from|over|than|in|on|at|for|with|via|through|after|before|without|is|are|was|were|be)\s)"
    r"[\p{L}\d'-]+\s){0,5}"
)
_ENDS_PHRASE = Pattern(r"(?:\s\([^()]{1,20}\))?\s{0,2}")
_TECHNIQUE = Pattern(r"(?:prun|compress|scal|skipp|trimm|shrink|squeez)ing")
_NOUN_TOO = Pattern(r"shift|lift|rise|increase|decrease|drop|fall|decline|gain|boost|surge")


def _is_inside_object(head: str, verb: Match, last: Match) -> bool:
    """ "boosts an optimized engine by 2x", "cuts the voltage shift by 9%": the last is part of its object."""
    between = head[verb.end() : last.start()]
    if last[0].endswith("ing") and between in (" ", " the "):
        return not head[last.end() :].strip()
    of_many = between.rstrip().endswith("s")  # "reduced loads drop by 8%": such a form is their verb
    if _TECHNIQUE.fullmatch(last[0]) or (_NOUN_TOO.fullmatch(last[0]) and not of_many):
        return _SAME_PHRASE.fullmatch(between) is not None and _ENDS_PHRASE.fullmatch(head, last.end()) is not None
    if not last[0].endswith("ed") or not between.startswith(" "):
        return False
    return _A_NOUN.match(head, last.end()) is not None and _NOUN_GOES_ON.fullmatch(between[1:]) is not None


_CONJOINED = Pattern(r"(?:^|,\s?|\s)and\s(?P<what>(?:[\p{L}/-]+\s){0,6}[\p{L}/-]+)\sby\s" + HEDGES + r"$")


# "compresses the benchmark by 80%": into fewer examples, and no fewer bytes
_EXAMPLES = Ending(
    r"\b(?:benchmarks?|(?:(?:pre-?)?training|fine-?tuning|test|evaluation|validation|calibration)\s(?:sets?|suites?|pools?))\s?$"
)


def _of_default(s: Situation, between: str, metric: Metric, direction: Direction, rule: str) -> Change:
    """What "accelerates", "slows" or "compresses" changes: what it says, unless a conjunct names its own."""
    apart = len(between) > len(s.near_left)  # "speeds up control and alignment by 5x" speeds up both
    conjunct = _CONJOINED.search(s.near_left) if apart else None
    joined = usable(closing_metric(conjunct["what"]), s) if conjunct else None
    if joined is not None:  # "tokens are compressed 16x, and the number of FLOPs by 11x"
        return Change(joined, DOWN if joined.polarity is Polarity.LOWER else direction, Form.BY, rule)
    if metric is Metric.COMPRESSION and s.quantity.dimension is Dimension.PERCENT:
        if _EXAMPLES.search(between):
            return Change(Metric.DATASET_SIZE, DOWN, Form.BY, rule)
        kept = last_metric(between)
        stored = kept is not None and kept.metric is Metric.MEMORY
        return Change(Metric.MEMORY if stored else Metric.STORAGE, DOWN, Form.BY, rule)  # "compresses it by 80%"
    return Change(metric, direction, Form.BY, rule)


_PARTS = Pattern(r",\s(?:and\s)?|\sand\s")
_BY_LAST = Pattern(r",?\sby\b[^,;]{0,30}$")
_EACH = Pattern(r"[^;.]{0,80}?,?\srespectively\b")


def _of_its_part(s: Situation, between: str) -> Metric | None:
    """ "reduces FLOPs and parameters by 36% and 32%, respectively": of the noun that the value pairs up with."""
    first, last = s.group
    if last == first or not _EACH.match(s.list_right):
        return None
    parts = _PARTS.split(_BY_LAST.sub("", between).strip())
    if len(parts) != last - first + 1:
        return None
    metrics = [usable(closing_metric(part), s) or counted(f" {part.strip()}") for part in parts]
    return metrics[s.index - first] if None not in metrics and len(set(metrics)) > 1 else None


_SCORE_NEXT = Pattern(
    r"[%$\\]{0,3}\s(?:(?:mean|average|absolute|top-\d)\s){0,2}(?:[Rr]ecall|[Pp]recision|m?IoU|m?AP|F1|AUC|AUROC|BLEU|EM)"
    r"(?:@\d{1,3})?(?=[\s,.;)]|$)"
)
_CONJUNCT = Pattern(r"\bby\s[^,;]{1,30}?(?:,\s(?:and\s)?|\sand\s)")  # "reduces A by 40% and B by 90%"
# "lowers the size of the corpus", "the number of labels is reduced"
_SIZED = Pattern(
    r"(?:\b(?:[Tt]he|its|their|our|total|overall|average)|^)\s?(?P<how>size|number|amount|volume|quantity|"
    r"count)s?\sof\s(?P<what>(?:(?!(?:is|are|was|were|can|be)\b)[^\s,;]+\s?){1,8}?)"
    r"\s?(?:(?:is|are|was|were|can|could|be|been|has|have)\s?){0,3}$"
)


# "trainable parameters can be reduced by 30%"
_PARAMETERS_ARE = Ending(
    r"(?<!timing\s)(?<!design\s)(?<!process\s)\bparameters?(?:\scounts?)?\s(?:(?:is|are|was|were|can|could|be|been|being|has|have|further|thus)\s){0,3}$"
)


def _of_any(s: Situation, head: str, verb: Match, direction: Direction, rule: str) -> Change:
    """What a verb moves that may move anything, such as "reduces" or "improves"."""
    between = head[verb.end() :]
    if s.quantity.dimension in (Dimension.PERCENT, Dimension.POINTS) and _SCORE_NEXT.match(s.near_right):
        return Change(Metric.ACCURACY, direction, Form.BY, rule)  # "improves occupancy by 1% Recall"
    if (own := _of_its_part(s, between)) is not None:
        sent = own is Metric.BANDWIDTH and direction is DOWN
        return settle(Metric.COMMUNICATION if sent else own, direction, verb[0], rule)
    if (size := _size_of(_CONJUNCT.split(between)[-1], direction)) is not None:
        return Change(size, direction, Form.BY, rule)
    if (efficiency := change_of_efficiency(between, direction, rule)) is not None:
        return efficiency
    subject = CLAUSE_BREAK.split(head[: verb.start()])[-1][-60:].rstrip()
    if direction is DOWN and not between.strip() and TOKENS.search(subject + " ") and not metric_cues(subject):
        return Change(Metric.COMPUTE, DOWN, Form.BY, rule)  # "output tokens fall by 37%"
    if not between.strip() and _PARAMETERS_ARE.search(subject + " "):
        return Change(Metric.MODEL_SIZE, direction, Form.BY, rule)
    if direction is DOWN and (conjunct := own_conjunct(s, between)) is not None:
        return nothing_named(s, verb[0], conjunct, direction, rule)
    moved = metric_moved(s, head, verb, direction)
    if (found := usable(moved, s)) is not None:
        sent = found is Metric.BANDWIDTH and direction is DOWN and bool(between.strip())
        metric = Metric.COMMUNICATION if sent else used(s, found, moved, direction)  # "cuts repair bandwidth by 35%"
        return settle(metric, direction, verb[0], rule)
    if (sized := _SIZED.search(between if between.strip() else subject)) is not None:
        size = size_of_what(s, sized["what"])
        none = size is Metric.OTHER and sized["how"] == "number"
        return Change(Metric.COUNT if none else size, direction, Form.BY, rule)
    if (resized := of_resized(verb[0], between if between.strip() else subject)) is not None:
        return Change(resized, direction, Form.BY, rule)
    return nothing_named(s, verb[0], between, direction, rule)


_BARE_SIZE = Pattern(r"\s{0,2}(?:the\s|its\s|their\s|overall\s)?sizes?\s{1,2}", IGNORECASE)
_MODEL_SIZE = Pattern(
    r"\b(?:(?<!timing\s)(?<!design\s)(?<!process\s)parameter(?:s| count)|model size|"
    r"number of (?:\w+ )?parameters)\b"
)


def _size_of(between: str, direction: Direction) -> Metric | None:
    """ "reduces the model size by 4x", "the number of parameters", "cuts tokens by 60%"."""
    if direction is DOWN and _BARE_SIZE.fullmatch(between):
        return Metric.STORAGE
    return Metric.MODEL_SIZE if _MODEL_SIZE.search(between) else None
