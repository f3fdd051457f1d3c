"""Digits that number something instead of counting it: "Table 2", "step 50", "Llama 3"."""

from __future__ import annotations

from extractors.endings import Ending
from extractors.numbers.refused.digits import Digits
from extractors.numbers.refused.scores import is_score_in_turn
from extractors.patterns import IGNORECASE, Pattern
from extractors.text import folded

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
_LABEL_BEFORE = Ending(rf"(?:^|[^\p{{L}}\d])(?P<label>{_LABEL})\s?[-@#]?\s?$", IGNORECASE)
_SCORE_LABEL = Pattern(r"bleu|rouge|recall|precision|ndcg|hits?$", IGNORECASE)
_MULTIPLE = Pattern(r"\s{0,3}(?:%|x\b|times\b)")
_TIMES_NAME = Pattern(r"\s?x\s?\p{Lu}{1,4}\d")  # "level 8xA100 GPUs"
_RATE_NEXT = Pattern(
    r"\s?(?:[\p{L}]+\s?/\s?s\b|[KMGTPEk]?(?:FLOPS?|IOPS|QPS|OPS|bps|W)\b|[\p{L}]+\sper\s(?:second|minute|hour|day)\b)"
)
_OF_MODELS = ("top", "level", "class", "tier")


def labelled(d: Digits) -> str | None:
    """What the word before numbers: "Table 2"; not "a recall 0.9", "level 8xA100 GPUs", "the top 3B models"."""
    named = folded(d.before.rstrip().rstrip("-@#").rstrip()).removesuffix(".").endswith(_LABELS)
    label = _LABEL_BEFORE.search(d.before) if named else None
    if label is None:
        return None
    if _SCORE_LABEL.match(label["label"]) and "." in d.text:
        return None
    if is_score_in_turn(d) or _MULTIPLE.match(d.after) or _TIMES_NAME.match(d.after):
        return None
    if label["label"].lower() in ("hit", "hits") and _RATE_NEXT.match(d.after):
        return None  # "throughput hits 112 GB/s"
    if label["label"].lower() in _OF_MODELS and d.text[-1] in "BM":
        return None
    return f"numbers a {label['label'].lower()}"
