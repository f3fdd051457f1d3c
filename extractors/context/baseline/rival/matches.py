"""A rival that is equalled: "matches X with 3x less data", "keeps the accuracy of X at 2x the speed"."""

from __future__ import annotations

import regex

from extractors.context.baseline.phrases import A_NUMBER
from extractors.context.baseline.rival.verb import last_of, objects_of
from extractors.context.metric import metric_cues
from extractors.situation import Situation
from schemas.vocabulary import Polarity

# "while matching X", and no "flow matching"
_IS_VERB = (
    r"(?<=(?:^|[^\p{L}\d]\s|[(\p{Pd}]|"
    r"\b(?:while|whilst|by|and|or|but|when|thus|even|still|often|nearly|almost|\p{L}{1,16}ly)\s)matching)"
)
_MATCHES = regex.compile(
    rf"\b(?:match(?:es)?|matching{_IS_VERB}|(?<!(?:\d|\b(?:a|an|the|of|under|at|with|in|on|for|than|across))\s)matched|"
    r"rival(?:s|ed|ing)?|approach(?:es|ing)"
    r"(?<!\b(?:existing|current|prior|previous|recent|most|many|such|other|these|those|of|[\p{L}-]{1,20}(?:based|al|ive))\sapproaches)"
    r"(?!\s(?:achiev|reach|obtain|attain|show|yield|deliver|outperform|are\b|were\b|have\b|that\b|which\b|in\b|for\b|"
    r"to\b|on\b|across\b|using\b|under\b|at\b|by\b|and\b))|tracks(?=\s[^,;]{2,50}\swithin\s))\s"
    r"(?:(?:and|or)\s(?:even\s)?(?:improv|exceed|outperform|surpass|beat)(?:e?s|ing|e)?\s(?:(?:up)?on\s)?)?"
    r"(?:the\s(?:[\p{L}-]+\s){0,2}(?:performance|quality|accuracy|improvements?|results?|speed)\sof\s)?"
    r"(?P<np>(?!or\b|and\b)(?:the\s)?[^,;()]{2,60}?)"
    r"(?=\s(?:in|on|while|with|at|across|using|requiring|consuming|(?:to\s)?within)\b(?!-)|,|"
    r"\s\([^()]{1,40}\)\s(?:\p{L}+\s)?(?:while|with|at|using)\s)|"
    r"\b(?:retain|maintain|preserv|keep|reach|attain|equal|sustain)(?:s|es|e|ed|ing)?\s"
    r"(?P<np>(?:the\s)?[^,;()\d%]{2,40}?)'s?\s(?:[\p{L}-]+\s)?"
    r"(?:performance|quality|accuracy|results?|fidelity|recall|expressivity|robustness|utility|loss|scores?)"
    r"(?=\s(?:while|with|at|using|in|after)\b)|"
    r"\b(?:retain|maintain|preserv|keep|reach|attain|equal|sustain|achiev|deliver)(?:s|es|e|ed|ing)?\s"
    r"(?P<np>(?-i:\p{Lu})[\p{L}\d.+-]*?|baseline|teacher|human|expert)[- ](?:level|class|grade)\s(?:[\p{L}-]+\s)?"
    r"(?:performance|quality|accuracy|results?|fidelity|recall)(?=\s(?:while|with|at|using)\b)|"
    r"\b(?:retain|maintain|preserv|keep|reach|attain|equal|sustain)(?:s|es|ed|ing)?\s(?:the|all the)\s"
    r"(?:[\p{L}-]+\s){0,2}(?:performance|quality|accuracy|results?|fidelity|recall|expressivity|robustness|errors?|precision|F1|"
    r"scores?|utility|perplexity)\sof\s"
    r"(?P<np>(?:the\s|an?\s)?[^,;()]{2,60}?)(?=\s(?:in|on|while|with|at|across|but|and|takes)\b(?!-)|,)|"
    rf"(?<!rather )\bthan\s(?P<np>(?!{A_NUMBER})(?:[^,;()]|,(?=\d)){{2,50}}?)"
    r"(?=,(?!\d)|\swhile\b|\sand\b(?!(?-i:\s\p{Lu}[\p{L}\d.-]*(?:\s\p{Lu}[\p{L}\d.-]*){0,2},))|\swith\b)",
    regex.IGNORECASE,
)


def matches(s: Situation) -> tuple[int, int] | None:
    """The object, where it is more than a metric: "96% label match precision" has no rival."""
    found = last_of(s, _MATCHES)
    cues = metric_cues(found["np"]) if found else ()
    if found is None or (cues and (cues[0].start, cues[-1].end) == (0, len(found["np"]))):
        return None
    span = objects_of(s, found)
    return _apart_from_metric(s, span) if span else None


def _apart_from_metric(s: Situation, span: tuple[int, int]) -> tuple[int, int] | None:
    """ "matches Tarnet accuracy": Tarnet; null where a cost is the object: "matches its latency"."""
    named = s.doc.view[slice(*span)]
    cues = metric_cues(named)
    if not cues or cues[-1].end != len(named):
        return span
    metric = cues[-1]
    if metric.metric.polarity is Polarity.LOWER and not named[metric.start :].istitle():
        return None
    name = named[: metric.start].rstrip().removesuffix("'s")
    in_a_name = named[metric.start].isupper()  # "ONNX Runtime"
    return span if in_a_name or name.islower() or not name else (span[0], span[0] + len(name))
