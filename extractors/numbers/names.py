"""Digits that are no quantity: parts of names, versions, dates, dimensions, mathematics, markers, bit widths."""

from __future__ import annotations

import regex

from extractors.endings import ending
from extractors.numbers.wordgroups import word_group
from extractors.patterns import IGNORECASE, Pattern
from extractors.text import folded

# Letters that may stand right before a hyphen and a number without making a name of it.
_PREFIX = ending(
    r"(?:^|[^\p{L}\d])(?:sub|near|over|under|up-to|by|approx|batch|batch-size|the|a|an|of|to|is|least|most)-$",
    IGNORECASE,
)
_NAME_BEFORE = ending(
    r"[\p{L}\d_@#\^]$|[\p{L}_]-$|\p{L}\.$|\p{L}\+\+$|[\p{L}\d]/$|_\s?[{(]?\s?$|\^\s{0,2}[{(]?\s{0,2}-?$"
)
_UNIT_BEFORE_DASH = ending(r"\d\s?(?:x|times|%|[kKMBT]|ms|[GMTKk]?B|s)?\s?-{1,3}$")
_OUT_OF = Pattern(r"(?:[4-8]|10|100)(?:\.0)?(?![\d.]*\d|\s?[%x\p{L}]?[\p{L}/]*/)")  # "6.4/8.0", "4.2/5"
_SCORE_OVER = ending(r"(?:^|[^\d.])\d{1,2}\.\d{1,3}/$")
_GLUED_TO = ending(r"\d\s?(?:%|x|[kKMBGT]B?|ms)?\sto$")  # "2% to4%"
_FRACTION_BEFORE = ending(r"(?:\d\s?(?:%|x)\s?/|\d\.\d+/|\d[BMK]/|\d[BMK]\s(?:total|active|activated)\s?/)$")

# What numbers something instead of counting it: "Table 2", "step 50", "Llama 3", "ICML 2024".
_LABEL = (
    r"table|tab\.?|figure|fig\.?|section|sec\.?|eq\.?|equation|appendix|chapter|algorithm|theorem|lemma|"
    r"corollary|part|phase|"
    r"stage|step|level|type|class|version|volume|vol\.?|no\.?|track|task|experiment|case|system|layer|"
    r"epoch|round|day|week|"
    r"gen|generation|tier|gpt|llama|claude|gemini|gemma|qwen|phi|grade|question|rq|challenge|issue|python|"
    r"cuda|pytorch|"
    r"http|ipv|rfc|iso|ieee|nist|top|bleu|rouge|hits|recall|precision|ndcg|hit|pass|cifar|protein|covid|layer|mode|scheme|"
    r"bluetooth|wi-fi|wifi"
)
_LABELS = tuple(_LABEL.replace(r"\.?", "").split("|"))
_LABEL_BEFORE = ending(rf"(?:^|[^\p{{L}}\d])(?P<label>{_LABEL})\s?[-@#]?\s?$", IGNORECASE)
_SCORE_LABEL = Pattern(r"bleu|rouge|recall|precision|ndcg|hits?$", IGNORECASE)
_PROPER_BEFORE = ending(r"(?P<name>[\p{L}\d][\p{L}\d.+*'/-]*)\s{1,3}(?:v\.?)?$")

_MATHS_BEFORE = ending(
    r"(?:(?:^|[\s(,\[|])[\p{L}](?:_\s?\w{1,8})?(?:\s?\([^()]{0,12}\))?\s?(?:=|->|∈)\s?|[+*^|!]\s?|"
    r"\w\s?[+*]\s?)$"
)
_ASSIGNMENT = ending(r"(?P<name>[\p{L}\d_%@^-]+)\s{0,2}(?:=|:=)\s{0,2}$")
_QUALITY = Pattern(
    r"acc(?:uracy)?|f1|auc|auroc|map(?:@\d+|\d*)|ap\d*|bleu|psnr|ssim|fid|iou|miou|wer|cer|mae|mse|rmse|score|"
    r"recall|precision|"
    r"r(?:-?squared|\^?2)?|nmi|ari|nds|pq|sq|rq|ade|fde|minade|minfde|pesq|stoi|si-?sdr|sdr|mos|ece|nll|bpc|chrf|comet|ter|der|epe|"
    r"uas|las|r@\d+|p@\d+|κ|hota|mota|motp|idf1|jaccard|bpd|bpc|spl|fad|utmos|ap50|ap75|f1-score|asr|csr|vqa|clip-?score|hd95|assd|nse|kge|speedup|ppl|perplexity|n|(?:macro|micro)-f1|kid|fvd|rfid|gfid|lpips|ndcg@\d+|recall@\d+|auprc|"
    r"mpjpe|p(?:50|75|9\d)|dsc|ate|dice|jaccard|kappa|spearman|pearson|elo|mcc|srcc|plcc|auprc|ndcg|mrr|em|is|cider|meteor|rouge(?:-\w)?|icc",
    IGNORECASE,
)

_CORRELATION = ending(
    r"\b(?:Spearman|Kendall|Pearson|[Cc]orrelation)(?:'s|s')?(?:[\s-](?:rank|correlation|coefficient)){0,2}\s\(?(?:rho|"
    r"tau|r)(?:[_-]\w)?\s?=\s?$"
)
_ACRONYM = Pattern(r"(?!(?:LR|WD|OR|HR|CI|SD|SE|EPS|SNR|TEMP|ATT|ATE|RR|IRR|DF)$)\p{Lu}{2,6}")  # "IPW=0.97"
_SCORE_AFTER = Pattern(r"\$?\s(?:\p{L}+\s)?(?:correlation|accuracy|agreement|recall|precision|F1)\b")
_LETTER_AFTER = Pattern(
    r"(?:st|nd|rd|th)\b|[-]?[dD]\b|[gG]\b(?!\s?(?:[bB]|FLOP|MAC))|[a-zA-Z]\d|-(?:norm|dimensional|D|d)\b"
)
_DIMENSION = Pattern(r"\s{0,8}x\s{0,4}\d|\s?times\s?\d|\s?x\s?[nNmMdDkKhHwW]\b(?!\.r\.t)|\s?x\s?\p{Lu}\b")
_RATIO = Pattern(r":\d|\s:\s\d")
_VERSION = Pattern(r"\.\d+\.|(?:\.\d+){2}")
_BITS = Pattern(r"(?:\.\d+|(?:/\d{1,2}){1,3})?\s?-?\s?bits?\b(?!\s?(?:/|per))|-bit\b", IGNORECASE)
_MEAN_BITS = Pattern(r"\d{1,2}\.\d{1,3}\sbits\b")  # of no one weight: "compressed to 1.6 bits"
_HYPHENATED = Pattern(r"-(?P<noun>\p{L}[\p{L}]*)")
_COMPOUND = Pattern(
    r"fold|level|class|nfes?|parameters?|params?|tokens?|gpus?|cpus?|tpus?|fpgas?|npus?|cores?|nodes?|workers?|machines?|"
    r"accelerators?|devices?|"
    r"chips?|scale|size|million|billion|trillion|thousand|percent|point|x|times|orders?|ms|seconds?|"
    r"minutes?|hours?|days?|"
    r"weeks?|gb|mb|tb|kb|[pnumk]j|threads?|processors?|servers?|sockets?|entry|context|length|to|and",
    IGNORECASE,
)
_COMPOUNDED = word_group("compounded")
_SIZED = word_group("sized")
_RATING = Pattern(
    r"-point\s(?:(?!\p{L}*(?:improve|gain|increase|drop|boost|margin|lead|reduc|lift|decrease|"
    r"advantage))\p{L}+\s){0,2}"
    r"(?:scale|likert|rating|scoring|rubric|score|system|scores)\b",
    IGNORECASE,
)
_SLASHED = ending(r"(?:^|[\s(])\d{1,4}(?:\.\d+)?/$")  # "230/435ms"
_UNIT_AFTER = Pattern(r"\s?(?:ms|us|s|GB|MB|FPS|fps|%|x|W|mW|mJ)(?![\p{L}\d])")
# "An Image Is Worth 32 Tokens": in a title what is counted is capitalised too
_TITLE_COUNTED = Pattern(
    r"\s(?:Tokens|Steps|Hours|Minutes|Seconds|Days|Parameters|Images|Samples|Examples|Languages|Tasks|Papers|Frames|Questions)\b"
)
_YEAR_AND_MONTH = Pattern(r"(?:19|20)\d\d\.(?:0[1-9]|1[0-2])")
_CARD_NUMBER = Pattern(r"[2-9]0[5-9]0")
_GPU = Pattern(r"(?:\s?(?:Ti|Super|D|\d{2}GB))?\s(?:laptop\s)?GPU(?!s)")
_MARKER = Pattern(r"\)\s")
_SPLIT_OF = Pattern(
    r"/(?P<all>\d{2,4})(?!\d|[.,]\d|\s?%|\s?(?:ms|us|s|x|W|"
    r"[GMK]B)\b)(?P<things>\s\p{Ll}{3,}s\b)?"
)  # "pruned to 8/128"
_SCORES_OF = ending(r"\b(?:rates?|scores?|accuracy|recall|precision)\s(?:of|is|was|at|to)\s$")
_OF_A_GRAPH = Pattern(r"-(?:edge|vertex|node)-\p{L}+(?:ed|able)\b")  # "2-edge-connected"
_FULL_MARKS = ("10", "20", "50", "100")
_POINT_MARKER = Pattern(r"\.\s\p{Ll}")  # "three steps: 1. parse, 2. link, and 3. run"
_CITATION = Pattern(r"\[\s?\d{1,3}(?:\s?[,-]\s?\d{1,3}){0,20}\s?\]")
_YEAR = Pattern(
    r"(?!2048)(?:19[5-9]\d|20[0-4]\d)(?![\d,.]\d|[\d%]|-\p{Ll})(?!\s{0,3}(?:x|%|times|[kKMGTPE]?(?:FLOP|B)|ms|"
    r"W)(?![\p{L}]))"
)
_MONTH = ending(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s(?:\d{1,2},?\s)?$|'$")
_LONGEST_MONTH = 16  # characters, the day and a line break after it included
_DAY_OF = Pattern(r"\s(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b")
_URL = Pattern(r"(?:https?://|www\.|doi\.org|github\.com|10\.\d{4,9}/|arXiv:)\S*$", IGNORECASE)
_TOKEN = Pattern(r"(?:(?!=\d)[^\s,;()])*")  # up to the value of "F1=0.9"
_COUNTED_AFTER_YEAR = Pattern(
    r"\s(?:\p{L}[\p{L}/-]*\s){0,3}?(?:GPUs|CPUs|TPUs|cores|nodes|processors|images|samples|tokens|papers|"
    r"tasks|instances|workers|examples|"
    r"documents|videos|threads|context|parameters|points|elements|users|sequences|steps|problems|questions|"
    r"ranks|processes)\b"
)

_MORE_THAN = ending(
    r"\b(?:over|[Mm]ore than|[Aa]t least|nearly|almost|approximately|about|around|up to|only|just)\s$"
)
_PLURAL = Pattern(r"\s(?:\p{Ll}[\p{L}-]*\s){0,2}?\p{Ll}{3,}(?<![sui])s\b")
_ORDINARY = word_group("ordinary")
_PLUS_MINUS = Pattern(r"(?:±|\+/-|\+-|\(pm)\s{0,8}$")
_SUBSCRIPT = Pattern(r"[_^]\s{0,2}[{(]?\s{0,2}(?:\d{1,4},\s?)?$")
_TERM_PLUS = Pattern(r"(?:[)\]\d]|(?:^|[^\p{L}])\p{L})\s{0,2}\+\s{1,2}$")
_SYMBOL_PLUS = ending(
    r"(?:\d[acdefhijlnopqruvwyz]|\b(?:alpha|beta|gamma|delta|epsilon|eps|lambda|sigma|theta|kappa|omega|pi|"
    r"rho|tau))\s{0,2}[-+]\s{0,2}$|(?:^|[\s($])[b-z]\+$"
)
# How what these patterns match may end, white space aside.
_ENDS_PLUS_MINUS = frozenset("±-m")
_ENDS_SUBSCRIPT = frozenset("_^{(,")
_ENDS_MATHS = frozenset("=+-<>≥≤(∈*^|!")
_ENDS_TIMES = ("x", "times")
# What the patterns of what follows begin with, behind at most eight spaces.
_NEAR = 9
_BEGINS_DIMENSION, _BEGINS_RATIO, _BEGINS_VERSION, _BEGINS_BITS = "xt", ":", ".", ".-bB/"
_BEGINS_FORMULA, _BEGINS_RATIO_UNIT, _BEGINS_MONTH = "^_*+!lc", "%xt-mGMTKpcudFf", "JFMASOND"
_MULTIPLE = Pattern(r"\s{0,3}(?:%|x\b|times\b)")
_TIMES_NAME = Pattern(r"\s?x\s?\p{Lu}{1,4}\d")  # "level 8xA100 GPUs"
_ARROW_AFTER = Pattern(r"\s{0,14}(?:->|→)")
_RATIO_UNIT = Pattern(
    r"\s{0,4}(?:%|x(?![\p{L}\d])|times(?!\p{L})|-fold|[mcu]m\b|dB\b|FPS\b|fps\b|ms\b|[GMTK]i?B\b|percent)|"
    r"\s?-\s?\d+(?:\.\d+)?\s{0,3}(?:%|x\b)"
)
_OPENING = ending(r"(?:^|[.!?:;(]\s{1,2})$")
_COUNTED = Pattern(r"\s\p{Ll}\p{L}+s\b|\s?(?:GPUs|CPUs|cores|nodes)\b")
_P_VALUE = ending(r"\bp-?\s?values?\s?(?:of\s)?[<=≤>~]\s?$")
_P_LESS = ending(r"(?:^|[\s(])p\s(?:(?:is|was)\s)?(?:less|smaller|lower|greater) than\s$")
_BOUND_OF_LETTER = ending(
    r"(?:^|[\s($])(?!a\s)(?:\p{L}|alpha|beta|gamma|delta|epsilon|lambda|sigma|theta|kappa|tau|"
    r"(?<!Spearman\s)(?<!correlation\s)rho)\s{0,2}[<>≥≤]=?\s{0,2}$"
)
_FORMULA_GOES_ON = regex.compile(
    r"\s{0,2}[lc]dots\b|\s?[\^_]\s?[{(\p{L}\d]|\s?[*]\s?[\p{L}\d](?!(?<=\*\s?\p{L})(?:\p{Ll}{3,20}|PU)\s)|\s?\+\s?(?:[a-z]\b|\d)|![\s)]"
)
_DOI = Pattern(r"10\.\d{4,9}/\d")
OF_VALIDATION = (  # what the folds of a data set are of: "five-fold splits"
    r"\s(?:cross|CV|validation|stratified|nested|(?:[\p{Ll}-]+\s)?(?:study|splits?|protocol|evaluation|ensemble)\b|\p{L}*Fold)"
)
_FOLD_OF_VALIDATION = Pattern(rf"-fold{OF_VALIDATION}")
_CAPITALISED_BEFORE = ending(r"\p{Lu}[\p{L}\d-]*\s$")
_SUBJECT_VERB = Pattern(r"\s(?:and|or|is|was|has|with|on|were|are)\b")
_DIGIT = Pattern(r"\d")
_FUNCTION_OF = Pattern(r"\p{L}\(\s?$")
_OVER_LETTER = Pattern(r"\s?/\s?\p{L}")
_DIGITS_TIMES = ending(r"\d\s{0,8}(?:x|times)\s{1,4}$")
_REPORT = Pattern(r"\s(?:Technical|Tech|System)\sReport\b")
_MAGNITUDE_END = Pattern(r"\s{0,2}[kKMBT]?\b[).,;]")
_GRAPHICS_CARD = Pattern("[RG]TX")


def reason_to_refuse(view: str, start: int, end: int, *, in_words: bool) -> tuple[int, str] | None:
    """Why the digits at ``[start, end)`` are no quantity, and where what they belong to ends; null when they are."""
    if in_words:
        folds = _FOLD_OF_VALIDATION.match(view, end) if view.startswith("-fold", end) else None
        return (folds.end(), "part of a compound word") if folds else None
    before, after = view[max(0, start - 60) : start], view[end : end + 40]
    for check in (_inside_word, _inside_reference, _date, _mathematics, _after_number, _labelled, _proper_name):
        reason = check(view, start, end, before, after)
        if reason is not None:
            token = _TOKEN.match(view, end)
            return (token.end() if token else end), reason
    return None


def _next(after: str) -> str:
    """The first character behind white space, or nothing."""
    return after[:_NEAR].lstrip()[:1]


def _inside_word(view: str, start: int, end: int, before: str, after: str) -> str | None:
    last = before.rstrip()[-1:]  # looking at it spares most searches
    if last in _ENDS_PLUS_MINUS and _PLUS_MINUS.search(before):
        return "a spread"
    if last in _ENDS_SUBSCRIPT and _SUBSCRIPT.search(before):
        return "part of a name or a formula"
    if not before or before[-1] in " (":
        return None
    word = before.rstrip().rpartition(" ")[2]
    if ("." in word or ":" in word) and _URL.search(before):
        return "part of an address"
    if last == "-" and _UNIT_BEFORE_DASH.search(before):
        return None
    if last == "/" and _OUT_OF.match(view, start) and _SCORE_OVER.search(before):
        return "the most that a score can be"
    if last == "/" and (_FRACTION_BEFORE.search(before) or (_SLASHED.search(before) and _UNIT_AFTER.match(after))):
        return None
    if last == "o" and _GLUED_TO.search(before):
        return None
    prefixed = last == "-" and _PREFIX.search(before)
    if before.endswith("-of-") or (not prefixed and _NAME_BEFORE.search(before)):
        return "part of a name or a formula"
    return None


def _inside_reference(view: str, start: int, end: int, before: str, after: str) -> str | None:
    opening = before.rfind("[")
    if opening >= 0 and "]" not in before[opening:]:
        cited = _CITATION.match(view, start - (len(before) - opening))
        if cited and cited.end() > start:
            return "a citation"
    if end - start <= 2 and view[start:end].isdigit() and _MARKER.match(after):
        opening = before.rfind("(")
        inside = before[opening + 1 :] if opening >= 0 else before
        if not inside.strip() and (opening >= 0 or before.endswith((" ", ",", ":", ";")) or not before):
            return "a list marker"
        if opening < 0 or ")" in before[opening:]:
            return "a list marker"
    if after[:1] == "." and before.endswith((": ", ", ", "; ", " and ")) and _POINT_MARKER.match(after):
        return "a list marker" if end - start <= len("12") else None
    return None


def _date(view: str, start: int, end: int, before: str, after: str) -> str | None:
    digits = end - start
    if digits == len("2024.01") and _YEAR_AND_MONTH.fullmatch(view[start:end]):
        return "a date"
    recent = before[max(0, len(before) - _LONGEST_MONTH) :]
    dated = not recent.islower() or "'" in recent
    if (dated and _MONTH.search(before)) or (after[1:2] in _BEGINS_MONTH and _DAY_OF.match(after)):
        return "a date"
    if digits == len("2024") and _YEAR.match(view, start) and not _counts(before, after):
        return "a year"
    return None


def _counts(before: str, after: str) -> bool:
    """ "over 2000 comparisons": whether what looks like a year counts something."""
    counted = _MORE_THAN.search(before) and _PLURAL.match(after)
    return counted is not None or _COUNTED_AFTER_YEAR.match(after) is not None


def _mathematics(view: str, start: int, end: int, before: str, after: str) -> str | None:
    stripped = before.rstrip()
    if stripped[-1:] in _ENDS_MATHS:
        return _equation(view, start, end, before, after)
    if stripped.endswith("than") and _P_LESS.search(before):
        return "a p-value"
    if stripped.endswith("O(") or (_next(after) in _BEGINS_FORMULA and _FORMULA_GOES_ON.match(after)):
        return "mathematics"
    return None


def _equation(view: str, start: int, end: int, before: str, after: str) -> str | None:
    stripped = before.rstrip()
    assigned = _ASSIGNMENT.search(before)
    if assigned and (_SCORE_AFTER.match(after) or _CORRELATION.search(before)):
        return None
    if assigned:
        symbol = assigned["name"]
        if _ACRONYM.fullmatch(symbol) and "." in view[start:end]:
            return None
        named = _QUALITY.fullmatch(symbol) and not (len(symbol) == 1 and symbol != "n" and "." not in view[start:end])
        return None if named else "the value of a symbol"
    if _TERM_PLUS.search(before):
        return "mathematics"
    if _SYMBOL_PLUS.search(before):
        return "mathematics"
    if (
        _P_VALUE.search(before)
        or _BOUND_OF_LETTER.search(before)
        or (_FUNCTION_OF.search(before) and _OVER_LETTER.match(after))
    ):
        return "mathematics"
    if _MATHS_BEFORE.search(before) and not stripped.endswith("+"):
        return "mathematics"
    if stripped.endswith("O(") or _FORMULA_GOES_ON.match(after):
        return "mathematics"
    return None


def _after_number(view: str, start: int, end: int, before: str, after: str) -> str | None:
    if view[end - 1].isdigit():
        following = _next(after)
        if following in _BEGINS_DIMENSION and _DIMENSION.match(after):
            return "a dimension"
        if before.rstrip().endswith(_ENDS_TIMES) and _DIGITS_TIMES.search(before):
            return "a dimension"
        if "/" in after[:3] and _DOI.match(view[start : end + 3]):
            return "part of an address"
        if _is_ratio(view[start:end], before, after):
            return "a ratio"
        if following in _BEGINS_VERSION and _VERSION.match(after):
            return "a version"
        if following in _BEGINS_BITS and _BITS.match(after) and not _MEAN_BITS.match(view, start):
            return "a bit width"
        if after[:1] != " " and _LETTER_AFTER.match(after):
            return "part of a word"
    hyphen = _HYPHENATED.match(after) if after[:1] == "-" else None
    joined = hyphen["noun"].lower() if hyphen else ""
    sized = joined in _SIZED and view[end - 1].isalpha()  # "a 10-billion-cell mesh"
    known = _COMPOUND.fullmatch(joined) or joined in _COMPOUNDED or sized
    if joined and (not known or _OF_A_GRAPH.match(after)):
        return "part of a compound word"
    if end - start == len("4090") and _CARD_NUMBER.fullmatch(view[start:end]) and _GPU.match(after):
        return "part of a device's name"
    if hyphen and hyphen["noun"] == "point" and _RATING.match(after):
        return "a rating scale"
    if hyphen and hyphen["noun"] == "fold" and _FOLD_OF_VALIDATION.match(after):
        return "part of a compound word"
    return None


def _is_ratio(number: str, before: str, after: str) -> bool:
    """ "16:9", "pruned to 8/128"; not a score, "7/10"."""
    if (_next(after) in _BEGINS_RATIO and _RATIO.match(after)) or (before[-1:] == ":" and before[-2:-1].isdigit()):
        return True
    split = _SPLIT_OF.match(after) if after[:1] == "/" and number.isdigit() else None
    if split is None or int(number) >= int(split["all"]) or _SCORES_OF.search(before):
        return False
    return split["things"] is not None or split["all"] not in _FULL_MARKS


# "A scores 86.4, B 83.7 and C 80.2": no versions
_PERCENT_LIKE = Pattern(r"\d\d\.\d{1,2}")
SCORES_IN_TURN = ending(
    r"\d\.\d{1,2}%?(?:,\s(?:and\s)?|\sand\s)(?:our\s)?\p{L}[\p{L}\d.-]*(?:\s\p{L}[\p{L}\d-]*)?\s$"
)


def _is_score_in_turn(view: str, start: int, end: int, before: str) -> bool:
    return _PERCENT_LIKE.fullmatch(view, start, end) is not None and SCORES_IN_TURN.search(before) is not None


def _labelled(view: str, start: int, end: int, before: str, after: str) -> str | None:
    named = folded(before.rstrip().rstrip("-@#").rstrip()).removesuffix(".").endswith(_LABELS)
    label = _LABEL_BEFORE.search(before) if named else None
    if label is None:
        return None
    if _SCORE_LABEL.match(label["label"]) and "." in view[start:end]:
        return None
    if _is_score_in_turn(view, start, end, before):
        return None
    if _MULTIPLE.match(after) or _TIMES_NAME.match(after):
        return None
    if label["label"].lower() in ("top", "level", "class", "tier") and view[end - 1] in "BM":
        return None  # "the top 3B models"
    return f"numbers a {label['label'].lower()}"


def _proper_name(view: str, start: int, end: int, before: str, after: str) -> str | None:
    """A capitalised word right before a number makes a name of the two: "Snapdragon 8", "Llama 3.1 405B"."""
    if _next(after) in _BEGINS_RATIO_UNIT and _RATIO_UNIT.match(after):
        return None
    named = _PROPER_BEFORE.search(before)
    if named is None or ("." in view[start:end] and _ARROW_AFTER.match(after)):  # "BetaEdit 6.1 -> 7.2"
        return None
    if _is_score_in_turn(view, start, end, before):
        return None
    name = named["name"].rstrip(".,")
    if name[:1].isdigit() and _CAPITALISED_BEFORE.search(before[: named.start()]):
        return "part of a proper name"
    if name.endswith("'s") or name.lower() in _ORDINARY or not (name[0].isupper() or _DIGIT.search(name)):
        return None
    if _QUALITY.fullmatch(name) or ("." in view[start:end] and _QUALITY.fullmatch(name.rpartition("-")[2])):
        return None  # "(ROC-AUC 0.97)"
    opens = _OPENING.search(before[: named.start()])
    if opens and _SUBJECT_VERB.match(after) and not view[start:end].endswith(("B", "M", "K")):
        return "part of a proper name"
    if opens and _REPORT.match(after):
        return "part of a proper name"  # "Motif 2.6B Technical Report"
    if opens and name[1:].islower() and not _MAGNITUDE_END.match(after):
        return None
    if _TITLE_COUNTED.match(after):
        return None
    counted = _COUNTED.match(after)
    if counted and view[start:end].isdigit() and int(view[start:end]) >= 100 and not _GRAPHICS_CARD.match(name):
        return None
    if _DIGIT.search(name) and not name[0].isalpha():
        return None
    return "part of a proper name"
