"""A name that a score bears: "an 85.2 RoomBench score", "(85% RoomBench 2, ...)", "(+4% on PicSet)", "A: R^2=0.2"."""

from __future__ import annotations

from extractors.context.setting.accept import accept
from extractors.context.setting.named.measure import of_a_measure
from extractors.context.setting.span import Span
from extractors.endings import Ending
from extractors.patterns import Pattern
from extractors.situation import Situation
from extractors.text import holds

# "(85% RoomBench 2, 96% HomeTasks)"
_LED = Pattern(
    r"^[%$\\]{0,2}\s(?P<np>(?:\p{Lu}[\p{L}\d-]*\p{Ll}[\p{L}\d-]*\p{Lu}?[\p{L}\d-]*|\p{Lu}{4,}[\p{L}\d-]*)(?:\s[\d.]{1,4})?)(?=[,;)])"
)
# "a 7.4 TextSet perplexity", "80% PicSet top-1 accuracy"
_SCORE_ON_NAME = Pattern(
    r"[%$\\]{0,2}\s(?P<np>(?!L\d)\p{Lu}[\p{L}\d@/_-]*[\p{Lu}\d][\p{L}\d@/_-]*(?:\s\d{1,4})?)\s"
    r"(?:(?:overall|average|mean|zero-shot|few-shot|top-1|test|validation|resolve|solve|win|success)\s){0,2}"
    r"(?:scores?|accurac(?:y|ies)|rates?|m?IoU|m?AP|BLEU|perplexity|recall|precision|AUC|g?FID|WER|PSNR|[Pp]ass@\d+)\b(?!\s(?:on|in|for)\s)"
)
_IN_BRACKET = Pattern(r"\([^()]{0,60}$")
# "(+4% on PicSet)"
_ON_INSIDE = Pattern(r"[%$\\]{0,2}\s(?:over\s[^(),;\s]{2,30}\s)?(?:on|for|in)\s(?P<np>[^(),;]{2,50})\)")
# "(A: R^2=0.2, Pearson r=0.4; B: ...)": the label of a score behind the first
_LABELLED = Ending(
    r"[(;]\s?(?P<name>\p{Lu}[\p{L}\d.+@*/_-]*):\s(?:[\p{L}\d^' ]{1,24}\s?=\s?-?[\d.]{1,6}%?,\s){0,3}"
    r"[\p{L}\d^' ]{1,24}\s?=\s?[$-]?$"
)
SCORES = (
    "score", "accurac", "rate", "IoU", "AP", "BLEU", "perplexity", "recall", "precision", "AUC", "FID", "WER", "PSNR",
    "ass@", "record",
)  # fmt: skip


def name_of_score(s: Situation) -> Span | None:
    """The data set that stands with a score, in its bracket or before the word for it."""
    named = _LED.match(s.near_right) if _IN_BRACKET.search(s.left) else None
    if named is not None and of_a_measure(named["np"]):
        named = None
    if s.near_left.rstrip(" ~$+-").endswith("(") and (on := _ON_INSIDE.match(s.near_right)):
        return accept(s, (s.quantity.end + on.start("np"), s.quantity.end + on.end("np")), "on")
    if s.near_left.rstrip(" -$").endswith("=") and (label := _LABELLED.search(s.left[-120:])):
        start = s.quantity.start - len(s.left[-120:])
        return start + label.start("name"), start + label.end("name")
    if named is None and holds(s.near_right[:60], SCORES):
        named = _SCORE_ON_NAME.match(s.near_right)
        if named is not None and of_a_measure(named["np"]):
            return None
    return (s.quantity.end + named.start("np"), s.quantity.end + named.end("np")) if named else None
