"""The words beside a change in which its metric is sought."""

from __future__ import annotations

from extractors.context.metric import Cue, last_metric
from extractors.patterns import Folded, Pattern
from extractors.situation import Situation

_RIGHT_END = Folded(
    r"[,;:()]|\.\s|(?<!-)\b(?:than|over(?! union)|compared|relative to|versus|vs|while|when|whenever|once|"
    r"whereas|for|on|across|"
    r"under(?! (?:the )?(?:[\p{L}-]+ ){0,2}(?:curve|roc|receiver|pr)\b)|using|at|via|by|which|that|without|with|"
    r"thanks|due|given|after|because|but|from|against|where|during|depending|respectively|as well|within|through)"
    r"\b(?!-)|\band\b"
)
_ACRONYM = Pattern(r"(?<=\p{L})\s\((?=[^()]*\p{Lu})[\p{L}\d/-]{2,12}\)(?=\s\p{Ll})")
_IN_BRACKET = Pattern(r"^\s?\((?P<np>[^()]{2,40})\)")
_IN_TERMS_OF = Pattern(r"^\s{0,2}(?:in|of|in terms of)\s(?P<np>[^,;:()]{2,50})")
_DIRECT = Pattern(r"^\s{0,2}(?P<np>\p{L}[^,;:()]{2,30})")
_ON_METRIC = Pattern(
    r"\son\s(?:the\s)?(?P<np>(?:[\p{L}\d-]+\s){0,4}?[\p{L}\d-]+)"
    r"(?=\s(?:over|compared|relative|than|on|for|in|across|against)\b|[,.;)]|$)"
)


def clip(text: str) -> str:
    """The words at the start of a text that belong together; the acronym of a long form does not end them."""
    text = text[:220]
    if "(" in text:
        text = _ACRONYM.sub("", text)
    end = _RIGHT_END.search(text)
    return text[: end.start()] if end else text[:110]


def window_after(s: Situation) -> str:
    """ "by 1.5 in BLEU": the metric after the quantity."""
    bracket = _IN_BRACKET.match(s.near_right)
    if bracket:
        return str(bracket["np"])
    match = _IN_TERMS_OF.match(s.list_right)
    if match:
        return clip(match["np"] + ".")
    direct = _DIRECT.match(s.list_right)
    return clip(direct["np"] + ".") if direct else ""


def on_metric(after: str) -> Cue | None:
    """ "a 17% improvement on word error rate"."""
    on = _ON_METRIC.match(after)
    cue = last_metric(on["np"]) if on else None
    return cue if on and cue and cue.end == len(on["np"]) else None
