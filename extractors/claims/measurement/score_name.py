"""Scores whose name stands next to them: "an AUC of 0.91", "7.6 FID and 0.7 GenEval", "(83.1 vs. 83.4 mAP)"."""

from __future__ import annotations

from extractors.claims.draft import Draft, measured
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Folded, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Metric

_SCORE_NOUN = Pattern(
    r"^\s{0,2}\(?(?:(?!(?:and|while|with|but|at|(?:improv|increas|rais|boost|lift|enhanc|reduc|lower|decreas|degrad|hurt)"
    r"(?:e?s|ed|ing))\s)"
    r"\p{L}[\p{L}\d@-]*\s){0,2}?(?:\p{L}{3,12}-)?(?:acc(?:uracy)?\b|acc@|m?ap\d{0,2}\b|"
    r"m?ap@|bleu|rouge|[mc]?f_?1|auc|auroc|[mcg]?iou|dice|psnr|ssim|[rg]?fid|fvd|lpips|wer|cer|mae|rmse|mse|perplexity|"
    r"ppl|recall|precision|ndcg|mrr|elo|cider|meteor|mcc|r2|scores?\b|kappa|correlation|uas|las|nds|ari|nmi|pesq|"
    r"stoi|chrf|nll|log-likelihood|ece|brier|s?mape|nrmse|kid|mpjpe|epe|hota|mota|idf1|bertscore|comet)(?:s?(?![a-z]))",
    IGNORECASE,
)
_NAME = (
    r"(?P<name>acc(?:uracy|uracies)?(?:@\S+)?|m?ap\d{0,2}(?:-\d{2})?(?:@\S+)?|bleu(?:-\d)?|rouge(?:-\w)?|"
    r"f1(?:[-\s]scores?)?|auc|auroc|au(?:prc?|c-roc)|[mcg]?iou|dice(?: score| coefficient)?|psnrs?|ssims?|"
    r"r?g?fid(?:-?\d{0,2}k)?|fvd|kid|lpips|auprc|clip(?:-?score)?|mos|c-index|abs-?rel|epe|m?ade|m?fde|mpjpe|nll|"
    r"ece|chamfer(?:[- ]distance)?|brier(?: score)?|s?mape|nrmse|eer|pesq|stoi|chrf|comet|bertscore|wer|cer|mae|"
    r"rmse|mse|perplexity|ppl|recall(?:@\S+)?|precision(?:@\S+)?|ndcg(?:@\S+)?|mrr(?:@\S+)?|ari|nmi|[rp]@\S+|"
    r"r-precision|jaccard|hota|mota|motp|idf1|bp[dc]|pq|spl|fad|utmos|f-measures?|b(?:it[-\s])?er|bler|der|tau|rho|"
    r"returns?|rewards?|dsc|hd95|nse|kge|uas|las|rtfx?|(?:inverse )?real[- ]time factors?(?: \(rtfx?\))?|"
    r"elo(?: rating)?|cider|meteor|mcc|scores?|kappa|correlation(?: coefficient)?|errors?|loss|pass@\S+|(?:success|"
    r"hit|pass|win|solve|detection|retrieval|completion) rates?(?:\sat\s[a-z]+)?|(?:success|attack|failure|"
    r"detection|error)\sprobability|(?:spearman|pearson|kendall)\S*(?:\s(?:rank\s)?(?:correlation|rho|tau|[rwq])\b"
    r"(?:\scoefficient)?)?|r[- ]?squared?(?: value)?|r\s?\^?\s?2|r(?=\s?=)|rating(?!s\s?\()|[np]pvs?|index|indices)s?"
)
# "(PSNR) (of)", "values (of)", "on the test set", "climbs (to)"
_BEHIND_NAME = (
    r"(?:\s\([^()\d]{2,40}\)(?=\sof\s))?(?:\s(?:values|levels|coefficients)(?=\sof\s))?(?:\s(?:on|in|for|"
    r"across)\s[^,;:.()]{1,50}?)?(?:\s(?:climb|ris|rose|go|went|jump|grow|grew|mov|drop|fall|fell|increas|improv|"
    r"decreas|declin|shrink|shrank)[a-z]{0,3}(?:\s(?:up|down))?(?=\sto\s))?"
)
_IS = (
    r"(?:\s(?:of|is|was|are|were|(?:is|was|are|were|stays?|remains?)\s(?:below|above|under|over)|to|at|from|reaching|reaches|exceeding|"
    r"above|below|over|between|around|about|up to|and|scores?|values?|only|as high as|as low as|near)|"
    r"\s?[=:(,≥≤~]|(?=\s{1,2}[$]?[~≈]?\s?$))[\s$(]{0,4}[~<>≥≤]?\s?$"
)
_SCORE_BEFORE = Folded(r"\b" + _NAME + _BEHIND_NAME + _IS)
_ANY_SCORE = Pattern(r"scores?|rating|index", IGNORECASE)
_ERRORS = Pattern(
    r"error|\bloss|log-likelihood|\b(?:bp[dc]|fad|ber|bler|der|hd95|wer|cer|s?mape|n?mae|[nsr]{0,2}mse|[rg]{0,2}fid(?:-?\d{0,2}k)?|fvd|kid|perplexity|"
    r"ppl|lpips|abs-?rel|epe|m?[af]de|mpjpe|nll|ece|eer|fpr\d*)s?\b|chamfer|brier",
    IGNORECASE,
)
_REAL_TIME = Pattern(r"rtf|real[- ]time factor", IGNORECASE)
_INVERSE = Pattern(r"\brtfx\b|\binverse\b", IGNORECASE)
# "7.6 FID and 0.7 GenEval": each score has its name behind it
_NAMES_AFTER = Pattern(
    r"\s[a-z]{0,2}\p{Lu}(?=[\p{L}@-]{0,19}[\p{Lu}\d])[\p{L}\d@-]{1,20}(?:\sscore)?(?:\s?/|,|\sand|,\sand)\s"
)
_NAME_NEXT = Pattern(r"\s[a-z]{0,2}\p{Lu}(?=[\p{L}@-]{0,19}[\p{Lu}\d])[\p{L}\d@-]{1,20}\b")
# "reaches 88.4 XYZS and 71.2 QRS": the first of such
_NAMED_AND_NEXT = Pattern(
    r"(?P<name>\s[a-z]{0,2}\p{Lu}(?=[\p{L}@-]{0,19}[\p{Lu}\d])[\p{L}\d@-]{1,20}(?:\sscore)?)(?:\s?/|,|\sand|,\sand)\s[~$]?"
)
_BY = Ending(r"\bby\s" + HEDGES + r"$")  # a difference
_VERSUS_NEXT = Pattern(
    r"\s(?:vs\.?|versus|against|compared (?:to|with)|rather than|instead of)\s(?:(?:the|an?)\s)?~?"
)


def named_behind_each(s: Situation) -> Draft | None:
    """ "7.6 FID and 0.7 GenEval": the name before is of the score before."""
    name = _NAME_NEXT.match(s.right) if _NAMES_AFTER.fullmatch(s.near_left) else None
    return measured(s, _metric_of(name[0]), "score and its name") if name else _named_before_another(s)


def _named_before_another(s: Situation) -> Draft | None:
    """ "reaches 88.4 XYZS and 71.2 QRS": a decimal and its name, before another with one."""
    q = s.quantity
    whole = "." not in s.doc.view[q.start : q.end]
    if whole or q.is_range or s.index + 1 == len(s.siblings) or _BY.search(s.near_left):
        return None
    other = s.siblings[s.index + 1]
    between = _NAMED_AND_NEXT.fullmatch(s.doc.view, q.end, other.start)
    if between is None or other.dimension is not Dimension.NONE or "." not in s.doc.view[other.start : other.end]:
        return None
    name = _NAME_NEXT.match(s.doc.view, other.end)
    return measured(s, _metric_of(between["name"]), "score and its name") if name else None


def named_score(s: Situation) -> Draft | None:
    """ "an AUC of 0.91", "31.2 BLEU", "scores 2.9 FID"."""
    behind = _SCORE_NOUN.match(s.list_right)
    before = _SCORE_BEFORE.search(s.list_left)
    if before and not (behind and _ANY_SCORE.fullmatch(before["name"])):
        name = before["name"]
        wrong = _ERRORS.search(s.list_left[-24:].rpartition(",")[2]) is not None
    elif behind:
        name, wrong = behind[0], False
    else:
        return None
    if _REAL_TIME.match(name):
        inverse = _INVERSE.search(s.list_left[-60:])
        return measured(s, Metric.SPEED if inverse else Metric.LATENCY, "real-time factor")
    return measured(s, Metric.ERROR if wrong else _metric_of(name), "score")


def named_behind_other(s: Situation) -> Draft | None:
    """ "(83.1 vs. 83.4 mAP)": the score is named behind the other value."""
    if s.index + 1 == len(s.siblings) or not _VERSUS_NEXT.fullmatch(s.near_right):
        return None
    other = s.siblings[s.index + 1]
    name = _SCORE_NOUN.match(s.doc.view[other.end : s.sentence.end]) if other.dimension is Dimension.NONE else None
    return measured(s, _metric_of(name[0]), "score") if name else None


def _metric_of(name: str) -> Metric:
    return Metric.ERROR if _ERRORS.search(name) else Metric.ACCURACY
