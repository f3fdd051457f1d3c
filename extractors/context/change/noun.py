"""A noun of change and its quantity: "speedups of up to 3x", "latency overhead (7%)", "the gains reach 8%"."""

from __future__ import annotations

from itertools import pairwise

import regex

from extractors.context.change.bracket import change_in_brackets
from extractors.context.change.common import (
    CLAUSE_BREAK,
    FILLER,
    IS_RUN,
    OPEN,
    Change,
    clip,
    counted,
    default_metric,
    on_metric,
    settle,
    usable,
    window_after,
)
from extractors.context.change.quantity_first.unnamed import IN_OR_OF
from extractors.context.metric import first_metric, head_metric, heads_of_list, last_metric, metric_cues
from extractors.endings import Ending
from extractors.lexicon import BEATS, CHANGE_CUE, DOWN, HEDGES, UP, words_of
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Folded, Match, Pattern
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Direction, Metric

# "a reduction greater than 50%": right behind the noun only, not "a reduction at a recall above 80%"
_BOUND = (
    "(?:"
    + "|".join(
        f"(?<={noun} )"
        for word in (
            "reduction",
            "improvement",
            "gain",
            "saving",
            "speedup",
            "slowdown",
            "increase",
            "decrease",
            "drop",
        )
        for noun in (word, f"{word}s")
    )
    + r")(?:(?:greater|larger|higher|more|bigger|less|smaller|lower) than|in excess of|above|beyond|upwards of|below|"
    r"under|close to|near(?:ing)?)"
)
_OF = Folded(
    r"\b(?=[oribawetslkhupgmcn])(?<!average\s)(?<!mean\s)(?<!factor\s)(?<!factors\s)(?<!means\s)(?<!maximum\s)"
    r"(?:of|ranging(?: from)?|reach(?:ing|es|ed)?|between|is|are|was|were|exceed(?:ing|s|ed)?|amounts?(?:ed)? to|"
    r"total(?:s|ed|led)?|"
    r"(?:(?:is|are|was|were) )?(?:stays?|remains?|kept|limited|held|is|are) (?:under|below|within|to|at)|"
    r"by|up to|as high as|averag(?:ing|es)|in the range of|"
    + _BOUND
    + r"|peak(?:ing|s|ed) at|as (?:large|great|much|big) as)"
    + FILLER
    + r"$"
)
_FROM = Pattern(r"\bfrom\s{1,3}[~($]{0,2}\s?$", IGNORECASE)
_NOUN_BEFORE_OF = Pattern(
    r"(?<!\p{L})(?P<noun>speed-?ups?|accelerations?|improvements?|gains?|increases?|boosts?|reductions?|decreases?|"
    r"(?:drop|fall)-?offs?|drops?|savings?|slow-?downs?|degradations?|overheads?|penalt(?:y|ies)|enhancements?|"
    r"uplifts?|compression|declines?|loss(?:es)?|advantages?|difference|gaps?|rises?|jumps?|surges?|leaps?|"
    r"upticks?|hikes?|spikes?|bumps?|falls?|plunges?|dips?|slumps?|collapse|lifts?|growth|erosion|contraction|"
    r"shrinkage|margins?|leads?)(?:\s(?:factors?|ratios?|rates?|values?|levels?))?"
    r"(?P<rest>(?:\s\((?:[^()]{1,30})\))?(?:\s(?:in|of|on|for|over|across|compared (?:to|with)|relative to|"
    r"against|vs\.?|versus|on top of)\s[^;:]{1,110}?)?(?:\s(?:can|could|may|might)\sbe)?)(?:,)?\s{1,2}$",
    IGNORECASE,
)
_ACHIEVES = Pattern(r"\b(?:achiev|reach|obtain|attain)\p{L}*\b")
_VERSUS_NUMBER = Pattern(r"\s?(?:vs\.?|versus|against)\s$")
_SURPASSES = Pattern(r"\b" + BEATS + r"\b")
# "(mean speed-up 71%)", "(reduction 12%)"
_ASIDE = Pattern(
    r"\((?:[\p{L}-]+\s){0,3}?(?P<noun>speed-?ups?|accelerations?|reductions?|improvements?|gains?|savings?|"
    r"overheads?)[:,]?\s[~+$-]{0,2}$",
    IGNORECASE,
)
_COLON = Pattern(r":\s(?:\(?[ai]\)\s)?(?:up to\s|about\s|a\s)?[~$]?$")
# "an average improvement 12% over X", "with improvements over 30%"
_NOTHING_BETWEEN = Ending(
    r"\b(?:(?:an?|the)\s(?:[\p{L}-]+\s){0,2}(?:improvement|gain|reduction|increase|decrease|boost|saving)|improvements|"
    r"reductions)\s(?:(?:over|up to|nearly|about)\s)?[~$]?$"
)
# "achieves speedups, 19% with X and 24% with Y", "a small drop - only 0.1% for X"
_COMMA = Ending(
    r"(?<=\b(?:speed-?ups?|gains?|improvements?|reductions?|savings?|drops?|degradations?|loss(?:es)?))"
    r"(?:,|\s-{1,3})\s(?:(?:up to|about|maximum|a maximum of|on average|average|only|just|roughly|nearly|over|"
    r"averaging)\s|~){0,2}$",
    regex.IGNORECASE,
)
_BARE_NEXT = Pattern(r"\s?(?:,|\.|$|\)|(?:with|on|for|in|across|under|at|when)\s)")
_STILL_CHANGE = Pattern(
    r"\b(?P<noun>gains?|lead|margin|improvements?|increases?|speed-?ups?|reductions?|savings?)\b(?!\s"
    r"(?:rate|ratio|share|fraction)\b)[^,;.]{0,30}?\b(?:increas|climb|grow|grew|ris|rose|reach|rang|vary|var|"
    r"extend|drop|fall|shrink|are|is|was|were|remain)\w*\s(?:(?:from|to|up to|between|at|as high as|over|above|"
    r"about|around)\s){1,2}[~$+(]{0,2}\s?$",
    IGNORECASE,
)
# What the members of a list are of: "in energy, area, and the decoding time"
_IN = Pattern(
    r"\s(?:in|of)\s(?:terms of\s)?(?P<np>(?:(?!\s(?:over|than|compared|relative|on|for|while|with)\s)[^;:()]){4,80})"
)
_JOINS = Pattern(r"(?:\s?,\s(?:and\s)?|\sand\s|/)(?:the\s)?(?:[\p{L}-]{2,20}\s){0,2}")
_KEEPS = Pattern(
    r"\b(?:while|whilst)\s(?:still\s)?(?:maintain|preserv|keep|retain|achiev|reach|attain|sustain)\p{L}*\s|"
    r"\b(?:maintain|retain|keep|preserv)ing\s"
)
_WITH_A_RATE = frozenset({"collapse", "loss", "drop", "erosion", "fall", "decline", "growth", "dip"})
_A_RATE = Pattern(r"\s(?:rates?|ratios?)\b")
_OF_PARAMETERS = Ending(r"\bparameters?(?:[\s-](?:count|number))?\s$")
_COMPOUND = Pattern(r"(?:[\p{L}@/-]+\s){0,4}$")
_JOINTS = Pattern(
    r"\b(?:an?|the|and|with|of|in|by|its|their)\s|,\s"
)  # "a speedup of 9x in throughput and a reduction of"
_AND_REACHES = Pattern(
    r"\b(?:and|yet|but)\s(?:[\p{L}-]+\s){0,3}?(?:achiev|obtain|reach|scor|attain|solv|perform)\p{L}*\b"
)
_NAMED_GAP = Ending(r"\b(?:optimality|duality|generali[sz]ation|sub-?optimality)\sgaps?$")


_A_NUMBER = Pattern(r"\sin\s(?:the\s)?(?:total\s|average\s)?number\sof\s")
_UP_TO_NUMBER = Ending(r"(?:(?:over|up to|nearly|about)\s)?[~$]?$")


def _joint(s: Situation) -> tuple[Match | None, Match | None]:
    """What joins the quantity to the noun before it, "of up to", and what opens a remark on that, "(" or ":"."""
    left = s.list_left
    opened = (
        OPEN.search(left) or _COLON.search(left) or (_COMMA.search(left) if _BARE_NEXT.match(s.near_right) else None)
    )
    of = _OF.search(left) or (_FROM.search(left) if s.quantity.is_range else None)
    if of is None and opened is None and not s.quantity.pair and _NOTHING_BETWEEN.search(left):
        return None, _UP_TO_NUMBER.search(left)
    return of, opened


def change_of(s: Situation) -> Change | None:
    """ "speedups of up to 3x", "a reduction in latency of 30%", "improvements (12%)"."""
    of, opened = _joint(s)
    if of is None and (aside := _ASIDE.search(s.list_left)) is not None:
        head = s.list_left[: aside.end("noun")]
    elif (joint := of or opened) is not None:
        head = s.list_left[: joint.start()]
    else:
        return None
    head = head.rstrip() + " "
    noun = _last_noun(head[-150:])
    if noun is None:
        if opened is not None and not _names_its_own(s, head) and (cue := list(CHANGE_CUE.finditer(head[-90:]))):
            return change_in_brackets(s, head[-90:], cue[-1])
        return None
    lessened = noun["noun"].lower().startswith(("reduction", "decrease", "saving"))
    joined = head[-150:][max(0, noun.start() - 40) : noun.start()]
    around = (noun["rest"] or "", _JOINTS.split(joined)[-1])
    if lessened and not any(metric_cues(text) for text in around):
        return _lessened(s, *around)
    cue2 = CHANGE_CUE.match(noun["noun"])
    if cue2 is None or _is_a_value(s, noun, head[-150:]):
        return None
    _, direction, default = words_of(cue2)
    if _ACHIEVES.search(noun["rest"] or "") or _NAMED_GAP.search(head, endpos=len(head) - 1):
        return None  # "an improvement in X and achieves up to 100%", "an optimality gap of 2%": a value of its own
    if _VERSUS_NUMBER.match(s.near_right) and s.near_left.endswith("("):
        return None  # "half the rate of improvements (14% vs. 28%)": two values
    if of is None and _SURPASSES.search(noun["rest"] or ""):
        return None  # "a speedup over X, surpassing Y (27%)": a value of Y
    before = CLAUSE_BREAK.split(head[-150:][: noun.start()])[-1]
    compound = _COMPOUND.search(before)
    named = head_metric(noun["rest"]) if noun["rest"] else None
    named = named or last_metric(compound[0] if compound else "")
    metric = default or _own_of_list(s, compound[0] if compound else "", noun["rest"] or "")
    if metric is None or (metric is Metric.OVERHEAD and named and named.metric is not Metric.SPEED):
        metric = usable(named or first_metric(window_after(s)) or on_metric(s.right), s)
        if metric is None and lessened:
            metric = usable(last_metric(s.left[-140:]), s)
        metric = metric or _unnamed(s, direction)
    return settle(metric, direction, noun["noun"], "change of")


def _lessened(s: Situation, rest: str, before: str) -> Change:
    """ "an aggressive parameter reduction (94%)"; else a reduction of a metric that was named before."""
    if _OF_PARAMETERS.search(before):
        return Change(Metric.MODEL_SIZE, DOWN, Form.BY, "change of")
    if (what := IN_OR_OF.match(rest)) is not None:  # "a reduction in page churn of 12%"
        return Change(counted(f" {what['np']}") or Metric.OTHER, DOWN, Form.BY, "change of")
    if _A_NUMBER.match(s.list_right):  # "a reduction of 40% in the number of runs"
        return Change(counted(s.list_right) or Metric.COUNT, DOWN, Form.BY, "change of")
    named = first_metric(window_after(s)) or last_metric(s.left[-140:])
    metric = _own_of_list(s, "") or usable(named, s) or Metric.OTHER
    return Change(metric, DOWN, Form.BY, "reduction of what was named before")


def _own_of_list(s: Situation, before: str, behind: str = "") -> Metric | None:
    """ "power and area savings of 3% and 5%", "gains of 3x and 5x in speed and memory": each value has its own."""
    first, last = s.group
    if last == first:
        return None
    after = _IN.match(s.list_right)
    for named in (before, behind, after["np"] if after else ""):
        cues = heads_of_list(named)
        gaps = (named[one.end : other.start] for one, other in pairwise(cues))
        if len(cues) == last - first + 1 and all(_JOINS.fullmatch(gap) for gap in gaps):
            return usable(cues[s.index - first], s)
    return None


def _is_a_value(s: Situation, noun: Match, head: str) -> bool:
    """ "a reduction in size while keeping an accuracy of 87%", "a collapse rate of 37%"."""
    if s.quantity.dimension is Dimension.PERCENT and _KEEPS.search(noun["rest"] or ""):
        return True
    return noun["noun"].lower() in _WITH_A_RATE and _A_RATE.match(head, noun.end("noun")) is not None


def _names_its_own(s: Situation, head: str) -> bool:
    """ "improves the efficiency: 1.6x GPU utilization, 1.9x training throughput"."""
    if s.quantity.dimension is not Dimension.TIMES or not s.left.rstrip().endswith(":"):
        return False
    cue = first_metric(clip(s.list_right))
    return cue is not None and len(s.list_right[: cue.start].split()) <= 2


def _last_noun(head: str) -> Match | None:
    """The noun that begins last, of all with which the text may end."""
    noun = _NOUN_BEFORE_OF.search(head)
    while noun and (later := _NOUN_BEFORE_OF.search(head, noun.start() + 1)):
        noun = later
    return noun


def change_of_a_change(s: Situation) -> Change | None:
    """ "the gains increase to 8%": a change of a change is still a change of the metric."""
    match = _STILL_CHANGE.search(s.list_left)
    if match is None:
        return None
    cue = CHANGE_CUE.match(match["noun"])
    _, direction, default = words_of(cue) if cue else ("", UP, None)  # a lead, a margin
    named = last_metric(s.list_left[max(0, match.start() - 40) : match.start()])
    return settle(
        default or usable(named, s) or _unnamed(s, direction), direction, match["noun"], "change of a change"
    )


def _unnamed(s: Situation, direction: Direction) -> Metric:
    """What a change is of that names nothing; "reductions of switching can reach 33%" are of no speed."""
    metric = default_metric(s)
    tail = IN_OR_OF.match(s.list_right) if metric is Metric.SPEED else None
    of_a_thing = tail is not None and not IS_RUN.search(tail["np"])  # "gains of 16% in sharpness"
    return Metric.OTHER if metric is Metric.SPEED and (direction is DOWN or of_a_thing) else metric


_LOSSES = ("degradation", "loss", "drop")
_LOSS = r"(?P<noun>degradation|loss|drop)(?:es|s)?\s"
_LIMITED = Ending(
    r"\b(?:limit|keep|kept|hold|held|restrict|bound|cap|contain|confin)\p{L}*\s(?P<what>(?:[\p{L}-]+\s){1,4}?)"
    + _LOSS
    + r"(?:to|at|under|below|within)\s"
    + HEDGES
    + r"$"
)
_BELOW = Ending(
    r"\b(?P<what>(?:accuracy|quality|performance|utility)\s)" + _LOSS + r"(?:under|below|within)\s" + HEDGES + r"$"
)


def loss_kept_low(s: Situation) -> Change | None:
    """ "while limiting the accuracy loss to under 2%", "with an accuracy drop below 2%"."""
    if s.quantity.dimension is not Dimension.PERCENT or not s.says(_LOSSES):
        return None
    kept = _LIMITED.search(s.near_left) or _BELOW.search(s.near_left)
    if kept is None:
        return None
    named = usable(last_metric(kept["what"]), s)
    return settle(named or _unnamed(s, DOWN), DOWN, kept["noun"], "loss kept low")


def overhead(s: Situation) -> Change | None:
    """ "the latency overhead remains below 10%": an overhead is an increase."""
    if s.quantity.dimension is not Dimension.PERCENT:
        return None
    cues = metric_cues(s.list_left[-90:]) if s.says(("overhead", "slowdown")) else ()
    if not cues or not cues[-1].word.lower().endswith(("overhead", "overheads", "slowdown", "slowdowns")):
        return None
    tail = s.list_left[-90:][cues[-1].end :]
    if "," in tail or len(tail.split()) > 7 or _AND_REACHES.search(tail):
        return None
    others = [cue for cue in cues[:-1] if cues[-1].start - cue.end <= 1 and cue.metric is not Metric.SPEED]
    return settle(others[-1].metric if others else Metric.OVERHEAD, UP, "overhead", "overhead")
