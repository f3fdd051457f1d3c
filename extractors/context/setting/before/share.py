"""What makes up a share of a whole: "sampling accounts for 70% of the latency"."""

from __future__ import annotations

from extractors.context.setting.accept import accept
from extractors.context.setting.span import Span, span_of
from extractors.endings import Ending
from extractors.lexicon import HEDGES, has_verb
from extractors.numbers.units import Dimension
from extractors.situation import Situation

_PARTS = ("account", "make up", "makes up", "making up", "made up", "constitut", "take up", "takes up", "taking up")
_LEADS = r"(?:(?i:although|though|while|whereas|since|because)|and|but|with|where|as)\s"
_MAKES_UP = Ending(
    rf"(?:^(?:{_LEADS})?|[,;:]\s(?:{_LEADS})?|"
    r"\b(?:[Tt]hat|with|where|since|because|although|though|while|whereas|[Oo]bserve|[Ff]ind|[Ss]hows?)\s)"
    r"(?P<np>(?!(?i:although|though|while|whereas|since|because|in|on|for|this|these|it|they|we|which|that|those|and|thus|"
    r"often|typically|together|each|both)\b)[\p{L}\d][^\s,;:]*(?:\s[^\s,;:]+){0,7}?)\s"
    r"(?:alone\s|itself\s|themselves\s)?"
    r"(?:(?:can|may|could|might|would|now|still|already|often|typically|usually|only)\s){0,2}"
    r"(?:account(?:s|ed|ing)?\sfor|ma(?:kes?|king|de)\sup|constitut(?:es?|ed|ing)|tak(?:es?|ing)\sup)\s"
    r"(?:an?\saverage\sof\s)?" + HEDGES + r"$"
)


def share_of_whole(s: Situation) -> Span | None:
    """The subject of what accounts for a share."""
    if s.quantity.dimension is not Dimension.PERCENT or not s.says(_PARTS):
        return None
    if not s.right.lstrip("%\\$").startswith(" of "):
        return None
    match = _MAKES_UP.search(s.left)
    return None if match is None or has_verb(match["np"]) else accept(s, span_of(match, s.quantity.start), "subject")
