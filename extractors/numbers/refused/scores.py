"""Scores that look like a part of a name: the 0.9 of "F1=0.9", the 83.7 of "A scores 86.4, B 83.7"."""

from __future__ import annotations

from extractors.endings import Ending
from extractors.numbers.refused.digits import Digits
from extractors.patterns import IGNORECASE, Pattern

QUALITY = Pattern(
    r"acc(?:uracy)?|f1|auc|auroc|map(?:@\d+|\d*)|ap\d*|bleu|psnr|ssim|fid|iou|miou|wer|cer|mae|mse|rmse|score|"
    r"recall|precision|"
    r"r(?:-?squared|\^?2)?|nmi|ari|nds|pq|sq|rq|ade|fde|minade|minfde|pesq|stoi|si-?sdr|sdr|mos|ece|nll|bpc|chrf|comet|ter|der|epe|"
    r"uas|las|r@\d+|p@\d+|κ|hota|mota|motp|idf1|jaccard|bpd|bpc|spl|fad|utmos|ap50|ap75|f1-score|asr|csr|vqa|clip-?score|hd95|assd|nse|kge|speedup|ppl|perplexity|n|(?:macro|micro)-f1|kid|fvd|rfid|gfid|lpips|ndcg@\d+|recall@\d+|auprc|"
    r"mpjpe|p(?:50|75|9\d)|dsc|ate|dice|jaccard|kappa|spearman|pearson|elo|mcc|srcc|plcc|auprc|ndcg|mrr|em|is|cider|meteor|rouge(?:-\w)?|icc",
    IGNORECASE,
)
# "A scores 86.4, B 83.7 and C 80.2": no versions
_PERCENT_LIKE = Pattern(r"\d\d\.\d{1,2}")
SCORES_IN_TURN = Ending(
    r"\d\.\d{1,2}%?(?:,\s(?:and\s)?|\sand\s)(?:our\s)?\p{L}[\p{L}\d.-]*(?:\s\p{L}[\p{L}\d-]*)?\s$"
)


def is_score_in_turn(d: Digits) -> bool:
    """ "A scores 86.4, B 83.7 and C 80.2": no versions."""
    return _PERCENT_LIKE.fullmatch(d.view, d.start, d.end) is not None and SCORES_IN_TURN.search(d.before) is not None
