"""Comparisons: how much more or less than something else."""

from __future__ import annotations

from dataclasses import replace

import regex

from extractors.claims.difference import difference, fewer_things
from extractors.claims.draft import Before, Draft, NoClaim, Outcome
from extractors.context.change import Change, default_metric, find_change, metric_after
from extractors.context.change.common import usable, window_after
from extractors.context.metric import first_metric, last_metric
from extractors.endings import ending
from extractors.lexicon import CHANGE_CUE, VERB_CUE, has_verb
from extractors.numbers.quantity import Quantity
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Direction, Kind, Metric, Polarity

_HOW_FAST = (Metric.THROUGHPUT, Metric.LATENCY, Metric.RUNTIME, Metric.TRAINING_TIME)
NOTHING_NAMED, BELOW = "outperforms by, nothing named", "below, nothing named"
_ALWAYS = (Dimension.TIMES, Dimension.ORDERS, Dimension.POINTS)
_FREQUENCY = Pattern(
    r"\b(?:repeat\w*|run|runs|ran|sampled?|called|executed|performed|repetitions?|averaged over|visit\w*|"
    r"at least|again)\s(?:\p{L}+\s){0,2}$",
    IGNORECASE,
)
_PER_PERIOD = Pattern(r"^\s(?:per|a|each|every)\s(?:day|week|hour|second|year|epoch|iteration)\b")
_MAGNIFICATION = Pattern(
    r"^\s{0,2}(?:super-?resolution|upsampl\w+|magnification|zoom|upscal\w+|downsampl\w+|objective|SR\b|"
    r"(?:and\s\d{1,2}x\s)?(?:scal(?:e|ing)\s)?factors?\b|(?:and\s\d{1,2}x\s)?scales?\b)",
    IGNORECASE,
)
_BY_BEFORE = Pattern(
    r"\bby\s(?:up to\s|about\s|around\s|nearly\s|over\s|more than\s|at least\s|roughly\s|approximately\s|"
    r"only\s|an average of\s|an?\s(?:\p{L}+\s){0,2}?|as much as\s|just\s|[~$+(]){0,3}\s{0,2}$",
    IGNORECASE,
)
_GAIN_OF = Pattern(  # "an average improvement of 3.2", "a BLEU increase of 2.1"
    r"\b(?P<what>improvement|gain|increase|rise|boost|drop|decrease|decline|reduction)s?\sof\s(?:up to\s|about\s|"
    r"over\s|"
    r"only\s|~){0,2}$"
)
# "gains 5.1 on CodeBench"
_GAINS = Pattern(r"\bgain(?:s|ed|ing)?\s(?:about\s|over\s|up to\s|~){0,2}$")
_IN_SCORE = Pattern(r"\sin\s(?:the\s)?(?:[\p{L}-]{1,20}\s)?(?:[Ss]cores?|BLEU|F1|m?AP|m?IoU|SSIM|accuracy)\b")
_OR_MORE = Pattern(r"\s(?:or|and)\s(?:higher|lower|more|less|better|worse|above|below)\b")  # "of 0.8 or higher"
_GAINS_OR_LOSES = Pattern(
    r"\b(?:gain|improv|add|(?P<down>los|drop|sacrific))(?:e|s|es|ed|t|ing|ping|ped)?\s"
    r"(?:(?:about|over|up to|only|just|nearly|an "
    r"(?:average|extra) of)\s|[~+]){0,2}$"
)
_ABOVE = Pattern(
    r"\s(?:(?P<up>above|ahead of|higher than|over)|below|behind|short of|lower than)\s(?:the|its|that|our|\p{Lu})"
)
_COMMA_BEFORE = Pattern(r",\s(?:(?:about|nearly|over|some)\s|~)?$")
_SCORE_NAMED = Pattern(
    r"\s(?:BLEU|ROUGE(?:-\w)?|chrF|F1|CIDEr|m?AP|m?IoU|PSNR|SSIM|METEOR|Elo|NDCG|EM|AUC|(?P<error>FID|WER|CER|PPL|"
    r"MAE|"
    r"perplexity))\b"
)
_ON_NAME = Pattern(r"\son\s(?:the\s)?\p{Lu}")
_SIGNED = regex.compile(r"(?:\+|(?<=[\s(,])(?<!\b(?:from|to|of|is|was|bias|correlation)\s)-)[$\s]{0,12}$")
_SIGNED_NAME = Pattern(r"(?:^|[,;(.]\s?|\band\s)(?P<name>[\p{L}-]{1,40}(?:\s[\p{L}-]{1,40}){0,2}):?\s[+-]$")
_SCORE_AFTER = Pattern(
    r"^\s{0,2}(?:(?:in|on|for)\s[^,;.]{0,40})?(?:BLEU|ROUGE|F1|CIDEr|mAP|AP\b|PSNR|scores?|METEOR|accuracy|FID|Elo|"
    r"points?|recall|NDCG)",
    IGNORECASE,
)
_BY_TIMES = Pattern(r"\bby\s(?:at least\s|up to\s|about\s|over\s|more than\s){0,2}$")
_BY_A = ending(r"\bby\san?\s(?:(?:about|nearly|over|high)\s|~)?$")
_IMPROVES = Pattern(r"\b(?:improv|better|gain|enhanc)\p{L}*\b", IGNORECASE)
_AND_BRACKET = Pattern(
    r"\)?(?:,\s(?:and\s)?|\sand\s)(?:in\s)?(?P<what>(?:[\p{L}-]+\s){0,4}[\p{L}-]+)\s\((?:(?:up to|about|by|over)\s|"
    r"[~+-])?"
)
_AND_IN = Pattern(
    r"(?:,|\s)?\s?and\s(?:in|of)\s(?P<what>(?:the\s)?(?:[\p{L}-]+\s){1,5})(?:of|by)\s(?:(?:up to|about|over)\s|~)?"
)
_A_RATE = Pattern(
    r"\s(?:(?!relative\b|absolute\b)[\p{L}-]{1,20}\s){0,3}?(?:rate|accuracy|recall|precision|utilization|coverage)\b"
    r"(?!\s(?:gain|improvement|increase|drop|reduction|decrease|boost|decline|loss|margin|difference|gap))"
)
# ", with 86% detection accuracy": no change is said
_WITH_A = ending(r",\s(?:and\s)?with\s(?:an?\s)?(?:(?:over|about|nearly|up to)\s|~)?$")
_A_SCORE = Pattern(
    r"\s(?:(?!(?:(?:high|low|bett|few|great|small|larg|fast)er|more|less|relative|absolute|worse|degradation|"
    r"(?:improve|reduc|increas)(?:ment|tion|ed|d)?)\s)[\p{L}-]{1,20}\s){0,3}?"
    r"(?:accuracy|recall|precision|coverage|(?:success|hit|pass)\srate)\b"
    r"(?!\s(?:gain|improvement|increase|drop|reduction|decrease|boost|decline|loss|margin|difference|gap))"
)
# "without losing accuracy (91.4% and 77.7%)"
_KEPT_SCORE = ending(
    r"\b(?:without|while|whilst|with|at)\s(?:(?!(?:higher|lower|better|improved|increased)\s)[^\s,;:()]+\s){0,4}"
    r"(?:accurac(?:y|ies)|recall|precision|(?:F1(?:[\s-]))?scores?|F1|mAP|AUC)\s\([~$]?$"
)
_HIGH_FOR_A_CHANGE = 50.0  # percent
_A_RATIO = Pattern(r"\s(?:compression|sparsity|retention|keep|masking)\s(?:ratio|rate|level)s?\b")
_UNDER_A = ending(r"\bunder\san?\s(?:~\s?)?$")
_A_BUDGET = Pattern(r"\s(?:[\p{L}-]{1,20}\s){0,2}?budgets?\b")
# "can lead to an underestimation of the cost by up to 60%"
_ESTIMATES = ending(
    r"\b(?P<way>under|over)-?(?:estimat|stat)\w{1,5}\b[^,;:()]{0,60}\sby\s(?:(?:up to|about|over|nearly|around|"
    r"as much as|more than|at least)\s|~){0,2}$",
    regex.IGNORECASE,
)
_OF_THE_NEXT = Pattern(r"\sof\s(?:the|its|all|our)?\s?")
_DATA_UNITS = ("tokens", "samples", "examples", "images", "pairs", "h")
_OF_OTHERS = Pattern(r"\s(?:of|used (?:by|in|for)|in)\s(?:the\s)?\p{Lu}")
_NO_FACTOR = Pattern(
    r"\s(?:cross|CV\b|validation|Genomics)|-(?:level|wise|averaged)\b"
)  # "five-fold cross-validation"
_STENCIL = Pattern(
    r"\s(?:[\p{L}-]+\s)?(?:stencils?|scheme|quadrature|discreti[sz]ation|FFTs?|DFTs?|interpolation|formula)\b"
)
_FORMULA_NEXT = Pattern(r"\s{0,8}\p{L}\s?[\^_]")  # "4.2 x N^0.7"
_GAINED = regex.compile(
    r"\s(?:(?:[\p{L}@\d-]+\s){1,2}|(?=\p{L}+\s(?:in\s|on\s(?:the\s)?\p{Lu})))(?:(?P<down>drop|reduction|decrease)|"
    r"improvement|gain|"
    r"increase)s?\b|"
    r"\s(?:(?P<down>lower)|higher)\sin\s(?=\p{Lu})"
)
# "scores 5.2 BLEU higher than", "stands 1.8 mAP above the best", "2.1 higher F1"
_SCORE_COMPARED = Pattern(
    r"\s(?:(?P<name>(?:BLEU|ROUGE(?:-\w)?|chrF|F1|CIDEr|m?AP\d*|m?IoU|PSNR|METEOR|Elo|NDCG|EM|AUC|ACC|BERTScore|"
    r"COMET|"
    r"(?P<error>FID|FVD|WER|CER|PPL|MAE|RMSE|perplexity))(?:@\d+)?(?:\spoints?)?)\s(?P<what>higher|lower|better|"
    r"worse|above|"
    r"below|ahead\sof|behind|more|less)\b|(?P<before>higher|lower|better|worse)\s(?:average\s|mean\s)?(?:BLEU|ROUGE|"
    r"chrF|F1|"
    r"CIDEr|m?AP\d*|m?IoU|PSNR|METEOR|Elo|NDCG|AUC|(?P<wrong>FID|FVD|WER|CER|PPL|MAE|RMSE|perplexity))\b)"
)
_LESSER = ("less", "lower", "fewer", "shorter", "smaller")
_LESS = ("lower", "worse", "below", "behind", "less")
_AND_OBJECT = Pattern(r",?\sand\s(?:the\s|its\s)?(?:[\p{L}-]+\s){1,4}(?:by\s)?")
_SPREAD = Pattern(
    r"^\s{0,3}of\s(?:size|scale|model size|parameters|compute|data)|\b(?:span(?:s|ning)?|across|over|covering|"
    r"within)\s$",
    IGNORECASE,
)
_OWN_SUBJECT = Pattern(
    r"\b(?:(?:accurac(?:y|ies)|scores?|rates?)\s(?:of|is|to)|reach\w*|achiev\w*|obtain\w*|is|are|was|were|"
    r"from)\b",
    IGNORECASE,
)
_CLAUSE = Pattern(r";|\bwhile\b|\bwhereas\b|\.\s|,\s(?:achieving|reaching)\b|,\swith\b(?!\s[~$]?$)")
_GOES_ON = Pattern(
    r"\s{0,2}\)?\s?(?:,|and\b|compared|over\b|relative to|than\b|on\b|for\b|in\b|against|vs|\)|respectively|$|"
    r"\.)",
    IGNORECASE,
)
_JOINED = regex.compile(
    r"(?:,\s{0,2}(?:and\s)?|\sand\s|/|\(|(?<=[(,]\s?)\p{L}[\p{L}\d-]*:|(?:\son average)?,?\s(?:versus|vs\.?|"
    r"against|compared (?:to|with)))"
    r"\s{0,2}(?:(?:with|a|an|by|up to|about|over|of|another|around|nearly|more than|roughly|only|just|mean|"
    r"median|average|avg\.?|"
    r"max(?:imum)?|geo-?mean|on average|as much as),?\s){0,3}[~($+<>]{0,3}\s{0,3}$",
    regex.IGNORECASE,
)
_CHANGE_NOUN = Pattern(
    r"\b(?:higher|lower|less|larger|greater|reductions?|improvements?|gains?|speed-?ups?|savings?|latency|"
    r"compared|reduced|improved)\b",
    IGNORECASE,
)
_PEAK_SHARE = Pattern(
    r"^\s{0,2}(?:[\p{L}-]+\s)?of\s(?:the\s|its\s)?(?:\p{L}+\s){0,2}(?:peak|theoretical|roofline|ideal)",
    IGNORECASE,
)
_RELATIVE = Pattern(r"\s?(?:relative|rel\.)\b(?!\sto\b)")
_DOWN_WORD = Pattern(r"\b(?:reduc|lower|decreas|drop|cut|fall|fell)\w*\b", IGNORECASE)
_APPOSED = Pattern(
    r"\s?(?:\([^()]{0,30}\)\s?)?(?:,\s(?:an?|or an?|which is an?)|\((?:an?|or)?)\s?(?:(?:relative|nearly|"
    r"roughly|about|almost|over|more than|up to|further|approximately)\s){0,2}[~+]?"
)
_APPOSED_OF = Pattern(  # "falls to 0.3 J, an improvement of 5x"
    r",\s(?:(?:an?|or an?|which is an?)\s)?(?:\p{Ll}+\s)?(?P<what>improvement|reduction|gain|decrease|"
    r"increase|boost|drop)\sof\s(?:(?:about|over|nearly|up to)\s|~)?"
)
# "takes 0.3 s, 12 times less than X", "at 40 W - a third less than the board"
_BESIDE = Pattern(
    r"(?:\s[^,;:()\d]{1,50})?(?:,|\s?\(|\s-{1,3}|;|\sor|:)\s?(?:(?:or|i\.e\.,?|that is,|which is|and|thus|some|about|"
    r"over|nearly|almost|up to|more than|roughly|at least|around|a|an)\s|~){0,3}"
)
_LESS_THAN = Pattern(
    r"\s(?P<word>less|lower|fewer|shorter|smaller|more|greater|higher|longer|larger|better|worse)\s?(?:than\b|"
    r"compared\b|"
    r"\)|,|\.|$)"
)
_OPENS = Pattern(r"\s?(?:,|\()\s?(?:(?:about|over|nearly|roughly)\s|~)?")
_RIVAL = Pattern(  # "a score of 38 (7x the second best)"
    r"\sthe\s(?:(?:second|next|previous|prior|strongest|best|closest|nearest)\b|runner-up|baselines?\b|"
    r"state of the art|vanilla|dense|original)"
)
_BARE_CHANGE = Pattern(r"\s(?:relative\s)?(?:improvement|gain|reduction|decrease|increase)s?\b(?!\s(?:in|of)\b)")
_LOOSE_LIST = Pattern(
    r"[)\s]{0,3}(?:\((?:[^()]{1,40})\)|(?:on|in|for|over|at|with|when|across|under|against|to|"
    r"of)\s[^,;:.]{1,60}?|[\p{L}][^,;:.]{0,40})?\s{0,2}(?:,\s{0,2}(?:and\s)?|\sand\s|/|"
    r",\s?while\s)\s{0,3}(?:(?:with|a|an|the|by|up to|about|over|of|another|to|around|"
    r"nearly|maximum|minimum|average|median|mean)\s){0,3}[~($+]{0,3}\s{0,3}",
    IGNORECASE,
)
_CHANGE_AT_ONCE = Pattern(
    r"\s{0,2}(?:\p{L}+\s){0,2}(?:faster|slower|more|less|fewer|higher|lower|larger|smaller|better|speed|"
    r"reductions?\b|decrease|improvement|increase|gains?\b|boost|drop\b|savings?\b|compression|as\s(?:fast|high|"
    r"many|much|large|long|efficient))"
)


def read(s: Situation, before: Before | None, pair: Before | None = None) -> Outcome:
    """A comparison, or null when the quantity may be of another kind; ``pair`` ends right before it."""
    q = s.quantity
    if q.dimension in (Dimension.PARAMETERS, Dimension.DEVICES):
        return None
    if q.pair:
        return _pair_of_factors(s, before) if q.dimension is Dimension.TIMES else None
    if refused := _refuse(s):
        return refused
    if q.dimension is Dimension.ORDERS and _SPREAD.search(s.near_left) and _SPREAD.match(s.near_right):
        return NoClaim("a spread of sizes, not a change")
    if q.dimension in (*_ALWAYS, Dimension.PERCENT):
        return (_of_pair(s, pair) if pair else None) or _of_ratio(s, before, pair)
    if q.dimension is Dimension.NONE:
        return (_step_of_pair(s, pair) if pair else None) or _of_bare(s, before)
    return difference(s, before)


def _pair_of_factors(s: Situation, before: Before | None) -> Draft:
    """ "raises the speedup from 1.4x to 2.1x": two measurements of the speedup (CLAIMS.md, section 2)."""
    if s.quantity.pair == "after" and before is not None and before.quantity.pair == "before":
        return Draft(Kind.MEASUREMENT, before.draft.metric, s.quantity.unit, "pair of factors")
    change = find_change(s)
    return Draft(Kind.MEASUREMENT, change.metric if change else Metric.SPEED, s.quantity.unit, "pair of factors")


def _refuse(s: Situation) -> NoClaim | None:
    if s.quantity.dimension is Dimension.POINTS and _STENCIL.match(s.right):
        return NoClaim("a sort of operator")
    if s.quantity.dimension is not Dimension.TIMES:
        return None
    if s.quantity.in_words and not s.quantity.idiom and s.quantity.low <= 1:
        return NoClaim("how often, not how much")
    if "x" not in s.quantity.unit or _PER_PERIOD.match(s.right):
        return NoClaim("how often, not how much")
    written = s.doc.view[s.quantity.start : s.quantity.end]
    if (
        "times" in written.lower()
        and _FREQUENCY.search(s.near_left)
        and not (find_right_change(s) or _BY_TIMES.search(s.near_left))
    ):
        return NoClaim("how often, not how much")
    if _FORMULA_NEXT.match(s.right):
        return NoClaim("a formula")
    if _NO_FACTOR.match(s.right):
        return NoClaim("part of a name")
    if _MAGNIFICATION.match(s.right):
        return NoClaim("a magnification")
    return None


def find_right_change(s: Situation) -> bool:
    """Whether a word of comparison follows at once: "3 times faster"."""
    return _CHANGE_AT_ONCE.match(s.right) is not None


def _of_ratio(s: Situation, before: Before | None, pair: Before | None) -> Outcome:
    percent = s.quantity.dimension is Dimension.PERCENT
    if percent and _PEAK_SHARE.match(s.list_right):
        return None
    if percent and (
        (_BY_A.search(s.near_left) and _A_RATE.match(s.list_right))  # "amplified by a 40% hit rate"
        or (_WITH_A.search(s.near_left) and _A_SCORE.match(s.list_right))
        or (s.quantity.low >= _HIGH_FOR_A_CHANGE and "(" in s.list_left and _KEPT_SCORE.search(s.list_left))
        or _A_RATIO.match(s.list_right)
        or (_UNDER_A.search(s.near_left) and _A_BUDGET.match(s.list_right))
    ):
        return None
    if (estimated := _ESTIMATES.search(s.near_left)) is not None:
        direction = Direction.DECREASE if estimated["way"].lower() == "under" else Direction.INCREASE
        return Draft(Kind.COMPARISON, Metric.OTHER, s.quantity.unit, "estimate and by", direction)
    if percent and (part := _part_of_the_counted(s)) is not None:
        return part
    change = find_change(s)
    weak = change is None or change.rule.startswith(("bare", "factor of")) or change.rule == "points"
    if weak and before is not None and before.draft.kind is Kind.COMPARISON and _continues(s, before):
        draft = before.draft
        metric = metric_after(s) or _before_its_bracket(s) or draft.metric
        way = _the_same_way(s, draft, metric)
        return Draft(Kind.COMPARISON, metric, s.quantity.unit, "next in the list", way, draft.form)
    if (
        change is not None
        and change.rule == "multiple of a count"
        and before is not None
        and before.draft.rule == "multiple of the baseline"
        and _continues(s, before)
    ):
        draft = before.draft  # "4.5x that of X and 11x that of Y"
        return Draft(Kind.COMPARISON, draft.metric, s.quantity.unit, "next in the list", draft.direction, draft.form)
    if weak and before is not None and (same := _of_the_same_verb(s, before)) is not None:
        return same
    if weak and _SIGNED.search(s.left):
        own = _plainly_after(s) if s.quantity.dimension is Dimension.POINTS else None
        metric = own or (change.metric if change and change.metric is not Metric.SPEED else _signed_metric(s, pair))
        return Draft(Kind.COMPARISON, metric, s.quantity.unit, "signed difference", _sign(s))
    if change is None:
        return None
    return _draft(s, change)


def _part_of_the_counted(s: Situation) -> Draft | None:
    """ "0.4% of 1.2T tokens of X", "3% of the 7B parameters": what it is a share of is the next quantity."""
    if not _OF_THE_NEXT.fullmatch(s.near_right):
        return None
    whole = s.siblings[s.index + 1]
    if whole.dimension is Dimension.PARAMETERS:
        metric = Metric.MODEL_SIZE
    elif whole.unit in _DATA_UNITS and _OF_OTHERS.match(s.doc.view, whole.end, s.sentence.end):
        metric = Metric.DATASET_SIZE
    else:
        return None
    return Draft(Kind.COMPARISON, metric, "%", "share of the counted", Direction.DECREASE, Form.TO)


def _of_the_same_verb(s: Situation, before: Before) -> Draft | None:
    """ "reduces the MAE 5% and the RMSE 6%": the second has its own object, and the verb of the first.

    Likewise "a reduction in cost of 40% and in emissions of 50%".
    """
    draft = before.draft
    if draft.kind is not Kind.COMPARISON or before.quantity is not s.previous:
        return None
    if of := _AND_IN.fullmatch(s.near_left):
        own = usable(last_metric(of["what"]), s)
        return Draft(Kind.COMPARISON, own, s.quantity.unit, draft.rule, _the_same_way(s, draft, own)) if own else None
    if draft.rule != "verb and quantity" or not _AND_OBJECT.fullmatch(s.near_left):
        return None
    metric = usable(last_metric(s.near_left), s)
    return Draft(Kind.COMPARISON, metric, s.quantity.unit, draft.rule, draft.direction) if metric else None


def _before_its_bracket(s: Situation) -> Metric | None:
    """ "improvements in energy (33%) and execution time (21%)"."""
    own = _AND_BRACKET.fullmatch(s.near_left)
    cue = last_metric(own["what"]) if own else None
    return usable(cue, s) if own and cue and cue.end == len(own["what"]) else None


def _the_same_way(s: Situation, draft: Draft, metric: Metric) -> Direction | None:
    """The direction of the one before, unless both improve and for this one better is the other way."""
    sides = {draft.metric.polarity, metric.polarity}
    if draft.direction is None or sides != {Polarity.HIGHER, Polarity.LOWER} or not _IMPROVES.search(s.left):
        return draft.direction
    return Direction.DECREASE if metric.polarity is Polarity.LOWER else Direction.INCREASE


def _signed_metric(s: Situation, pair: Before | None) -> Metric:
    """ "throughput: +27%", "from 30 ms to 12 ms (-60%)": what the sign is of."""
    if pair is not None:
        return pair.draft.metric
    named = _SIGNED_NAME.search(s.near_left)
    return (usable(last_metric(named["name"]), s) if named else None) or _plainly_after(s) or default_metric(s)


def _plainly_after(s: Situation) -> Metric | None:
    """ "-2% perplexity"; the words of "+2% Watch Duration" are a name."""
    cue = first_metric(window_after(s))
    return usable(cue, s) if cue and (cue.word[0].islower() or cue.word.isupper()) else None


def _of_pair(s: Situation, before: Before) -> Draft | None:
    """ "from 0.5 to 0.6 (20% relative)", "from 13 to 10, an 18% improvement": a change of what the pair measures."""
    gap = s.doc.view[before.quantity.end : s.quantity.start]
    metric, change = before.draft.metric, find_change(s)
    if (
        change is not None
        and change.rule == "multiple of a count"
        and _OPENS.fullmatch(gap)
        and _RIVAL.match(s.right)
    ):
        return Draft(
            Kind.COMPARISON, metric, s.quantity.unit, "multiple of the baseline", change.direction, change.form
        )
    if (
        change is not None
        and change.rule == "quantity and change"
        and _BESIDE.fullmatch(gap)
        and _LESS_THAN.match(s.right)
    ):
        return _less_than_another(s, metric)
    bracketed = s.quantity.dimension is Dimension.TIMES and _OPENS.fullmatch(gap) and s.right.startswith(")")
    if bracketed and (change is None or change.rule == "bare factor"):
        fell = (
            s.index > 1
            and s.siblings[s.index - 2].pair == "before"
            and s.siblings[s.index - 2].low > before.quantity.low
        )
        if metric is Metric.ACCURACY or before.quantity.pair == "after":
            direction = Direction.DECREASE if fell else Direction.INCREASE
            metric = Metric.CAPACITY if metric is Metric.BATCH_SIZE else metric
            return Draft(Kind.COMPARISON, metric, s.quantity.unit, "change of a pair", direction)
    if change is None and _RELATIVE.match(s.right):
        fell = _DOWN_WORD.search(s.doc.view, s.sentence.start, before.quantity.start) is not None
        direction = Direction.DECREASE if fell else Direction.INCREASE
        return Draft(Kind.COMPARISON, metric, s.quantity.unit, "relative change of a pair", direction)
    if s.quantity.dimension in (Dimension.TIMES, Dimension.PERCENT) and (step := _step_of_pair(s, before)):
        return step
    if (
        change is not None
        and change.rule == "quantity and change"
        and _APPOSED.fullmatch(gap)
        and _BARE_CHANGE.match(s.right)
    ):
        down = metric.polarity is Polarity.LOWER
        return Draft(
            Kind.COMPARISON,
            metric,
            s.quantity.unit,
            "change of a pair",
            Direction.DECREASE if down else change.direction,
        )
    return None


def _less_than_another(s: Situation, metric: Metric) -> Draft:
    """ "takes 0.3 s, 12 times less than X": less of what was measured right before."""
    match = _LESS_THAN.match(s.right)
    word = match["word"] if match else ""
    lower = metric.polarity is Polarity.LOWER
    down = lower if word == "better" else not lower if word == "worse" else word in _LESSER
    return Draft(
        Kind.COMPARISON,
        metric,
        s.quantity.unit,
        "change of a pair",
        Direction.DECREASE if down else Direction.INCREASE,
    )


def _step_of_pair(s: Situation, before: Before) -> Draft | None:
    """ "falls to 0.3 J, an improvement of 5x", "from 40.1 to 44.8, an increase of 4.7"."""
    metric = before.draft.metric
    of = _APPOSED_OF.fullmatch(s.doc.view[before.quantity.end : s.quantity.start])
    if of is None or (not s.quantity.unit and metric not in (Metric.ACCURACY, Metric.ERROR)):
        return None
    fell = metric.polarity is Polarity.LOWER or of["what"] in ("reduction", "decrease", "drop")
    direction = Direction.DECREASE if fell else Direction.INCREASE
    return Draft(Kind.COMPARISON, metric, s.quantity.unit or "pp", "change of a pair", direction)


def _sign(s: Situation) -> Direction:
    signed = _SIGNED.search(s.left) or _SIGNED.search(s.list_left)
    return Direction.DECREASE if signed and signed[0].startswith("-") else Direction.INCREASE


def _continues(s: Situation, before: Before) -> bool:
    """Whether the quantity goes on with the list of the one before: no verb, score or clause in between."""
    gap = s.doc.view[before.quantity.end : s.quantity.start]
    if before.quantity.pair or len(gap) > 130 or _OWN_SUBJECT.search(gap) or _CLAUSE.search(gap):
        return False
    if s.quantity.dimension is Dimension.NONE and gap.rstrip().endswith("("):
        return False
    if _LOOSE_LIST.fullmatch(gap):
        return not has_verb(_CHANGE_NOUN.sub("", gap))
    return (
        _GOES_ON.match(s.right) is not None
        and _JOINED.search(gap) is not None
        and not has_verb(_CHANGE_NOUN.sub("", gap))
    )


def _of_bare(s: Situation, before: Before | None) -> Outcome:
    """A number with no unit: how many fewer of a kind, or a difference of scores."""
    if s.quantity.in_words:
        return None
    return fewer_things(s) or _compared_score(s) or _difference_of_scores(s, before)


def _difference_of_scores(s: Situation, before: Before | None) -> Outcome:
    """A bare number after "by" or a plus sign, or in a list of such."""
    signed = _SIGNED.search(s.left) or _SIGNED.search(s.list_left)
    if s.quantity.high <= 1 and not s.quantity.high % 1 and signed:
        return NoClaim("a sign in a formula")
    if _BY_BEFORE.search(s.list_left) or _SIGNED.search(s.list_left):
        change = find_change(s)
        if (
            (change is not None and change.metric in (Metric.ACCURACY, Metric.ERROR))
            or _SCORE_AFTER.match(s.list_right)
            or _SIGNED.search(s.list_left)
        ):
            lost = last_metric(s.left[-160:]) if change is None else None
            metric = change.metric if change else lost.metric if lost else Metric.ACCURACY
            own = _SCORE_NAMED.match(s.list_right)
            if own is not None and own["error"] and change is not None and metric is not Metric.ERROR:
                return Draft(Kind.COMPARISON, Metric.ERROR, "pp", "difference of scores", Direction.DECREASE)
            metric = metric if metric is Metric.ERROR else Metric.ACCURACY
            direction = change.direction if change else _sign(s)
            return Draft(Kind.COMPARISON, metric, "pp", "difference of scores", direction)
    if gain := _GAIN_OF.search(s.near_left):
        named = usable(last_metric(s.near_left[max(0, gain.start() - 40) : gain.start()]), s)
        if s.quantity.high % 1 and (_IN_SCORE.match(s.right) or (named is None and s.nothing_about_speed)):
            named = Metric.ACCURACY
        if named in (Metric.ACCURACY, Metric.ERROR):
            up = gain["what"] in ("improvement", "gain", "boost", "increase", "rise")
            worse = named is Metric.ERROR and gain["what"] in ("improvement", "gain")
            direction = Direction.INCREASE if up and not worse else Direction.DECREASE
            return Draft(Kind.COMPARISON, named, "pp", "difference of scores", direction)
    if (gained_score := _gained_score(s) or _above_another(s, before)) is not None:
        return gained_score
    if gained := _GAINED.match(s.right):
        change = find_change(s)
        named = metric_after(s) or Metric.ACCURACY
        if change is not None and named in (Metric.ACCURACY, Metric.ERROR):
            praised = named is Metric.ERROR and "increase" not in gained[0]
            down = gained["down"] is not None or praised
            return Draft(
                Kind.COMPARISON,
                named,
                "pp",
                "difference of scores",
                Direction.DECREASE if down else Direction.INCREASE,
            )
    if before is not None and before.quantity is s.previous and _is_next_difference(s, before):
        return Draft(Kind.COMPARISON, before.draft.metric, "pp", "next in the list", before.draft.direction)
    return _as_points(s)


def _is_next_difference(s: Situation, before: Before) -> bool:
    return before.draft.kind is Kind.COMPARISON and before.draft.unit in ("pp", "%") and _continues(s, before)


def _as_points(s: Situation) -> Draft | None:
    """A bare number of which the text says what it would say of points: "a margin of 2.3 in F1", "AP goes up 1.9"."""
    if not s.quantity.high % 1 or s.quantity.magnitude or _OR_MORE.match(s.right):
        return None
    named = last_metric(s.near_left[-60:]) or first_metric(s.list_right[:40])
    if named is None or named.metric not in (Metric.ACCURACY, Metric.ERROR) or named.word.lower().endswith("loss"):
        return None  # "the validation loss is 1.9"
    beside = f"{s.list_left[-90:]}|{s.list_right[:50]}"
    if not (CHANGE_CUE.search(beside) or VERB_CUE.search(beside)):
        return None
    siblings = [_in_points(one) if one.dimension is Dimension.NONE else one for one in s.siblings]
    change = find_change(replace(s, quantity=siblings[s.index], siblings=siblings))
    if change is None or change.rule == "points" or change.metric not in (Metric.ACCURACY, Metric.ERROR):
        return None
    return Draft(Kind.COMPARISON, change.metric, "pp", "difference of scores", change.direction)


def _in_points(quantity: Quantity) -> Quantity:
    return replace(quantity, dimension=Dimension.POINTS, unit="pp")


def _compared_score(s: Situation) -> Draft | None:
    """ "scores 5.2 BLEU higher", "1.8 lower FID": the score is named beside the comparative."""
    match = _SCORE_COMPARED.match(s.right)
    if match is None:
        return None
    word = match["what"] or match["before"]
    metric = Metric.ERROR if match["error"] or match["wrong"] else Metric.ACCURACY
    praised = {"better": "lower", "worse": "higher"}.get(word, word) if metric is Metric.ERROR else word
    direction = Direction.DECREASE if praised in _LESS else Direction.INCREASE
    return Draft(Kind.COMPARISON, metric, "pp", "difference of scores", direction)


def _above_another(s: Situation, before: Before | None) -> Draft | None:
    """ "reaches 63.2 on X, 5.1 above the strongest model"."""
    place = _ABOVE.match(s.right) if s.quantity.high % 1 and _COMMA_BEFORE.search(s.near_left) else None
    if (
        place is None
        or before is None
        or before.quantity is not s.previous
        or before.draft.kind is not Kind.MEASUREMENT
    ):
        return None
    if before.draft.metric not in (Metric.ACCURACY, Metric.ERROR):
        return None
    direction = Direction.INCREASE if place["up"] else Direction.DECREASE
    return Draft(Kind.COMPARISON, before.draft.metric, "pp", "difference of scores", direction)


def _gained_score(s: Situation) -> Draft | None:
    """ "gains 5.1 on CodeBench", "improves 1.7 mAP", "loses 0.4 chrF"."""
    if _GAINS.search(s.near_left) and _ON_NAME.match(s.list_right):
        return Draft(Kind.COMPARISON, Metric.ACCURACY, "pp", "difference of scores", Direction.INCREASE)
    verb = _GAINS_OR_LOSES.search(s.near_left)
    score = _SCORE_NAMED.match(s.list_right) if verb else None
    if verb is None or score is None or not s.quantity.high % 1:
        return None
    metric = Metric.ERROR if score["error"] else Metric.ACCURACY
    down = verb["down"] is not None or metric is Metric.ERROR
    return Draft(
        Kind.COMPARISON, metric, "pp", "difference of scores", Direction.DECREASE if down else Direction.INCREASE
    )


def of_what_was_measured(draft: Draft, measured: Draft) -> Draft:
    """ "compresses to 2.1 bpb, beating X by 8%": where no metric is named, it is that of the value before."""
    metric = measured.metric
    ranked = metric.polarity is not Polarity.NEITHER or metric is Metric.CONTEXT_LENGTH
    if draft.rule not in (NOTHING_NAMED, BELOW) or not ranked:
        return draft
    if draft.unit == "x" and draft.rule == NOTHING_NAMED and metric in _HOW_FAST:
        return draft  # "at 13 tokens/s, outperforming X by 11x" is a speedup
    direction = draft.direction
    if metric.polarity is Polarity.LOWER and draft.rule == NOTHING_NAMED:
        direction = Direction.DECREASE
    return Draft(draft.kind, metric, draft.unit, draft.rule, direction, draft.form)


def _draft(s: Situation, change: Change) -> Draft:
    return Draft(Kind.COMPARISON, change.metric, s.quantity.unit, change.rule, change.direction, change.form)
