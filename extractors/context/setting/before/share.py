"""What makes up a share of a whole: "sampling accounts for 70% of the latency"."""

from __future__ import annotations

from extractors.context.setting.accept import accept
from extractors.context.setting.span import Span, span_of
from extractors.endings import Ending
from extractors.lexicon import HEDGES, has_verb
from extractors.numbers.quantity import Quantity
from extractors.numbers.units import Dimension
from extractors.patterns import Match, Pattern
from extractors.situation import Situation

_PARTS = (
    "account", "make up", "makes up", "making up", "made up", "constitut", "take up", "takes up", "taking up",
    "consum", "occup", "represent", "compris", "contribut", "receiv", "responsible", "absorb",
)  # fmt: skip
_OF_SEVERAL = frozenset(
    {
        "account for", "make up", "take up", "occupy", "represent", "absorb", "constitute", "consume", "comprise",
        "contribute", "receive",
    }
)  # fmt: skip
_OF = Pattern(r"[%$\\]{0,3}\sof\s")
_LEADS = r"(?:(?i:although|though|while|whereas|since|because)|and|but|with|where|as)\s"
_MAKES_UP = Ending(
    rf"(?:^(?:{_LEADS})?|[,;:]\s(?:{_LEADS})?|"
    r"\b(?:[Tt]hat|with|where|since|because|although|though|while|whereas|[Oo]bserve|[Ff]ind|[Ss]hows?)\s)"
    r"(?P<np>(?!(?i:although|though|while|whereas|since|because|in|on|for|this|these|it|they|we|which|that|those|and|thus|"
    r"often|typically|together|each|both)\b)[\p{L}\d][^\s,;:]*(?:\s[^\s,;:]+){0,7}?)(?<!\sas)\s"
    r"(?:alone\s|itself\s|themselves\s)?"
    r"(?:(?:can|may|could|might|would|now|still|already|often|typically|usually|only)\s){0,2}"
    r"(?P<verb>account(?:s|ed|ing)?\sfor|ma(?:kes?|king|de)\sup|tak(?:es?|ing)\sup|occup(?:y|ies|ied|ying)|represent(?:s|ed|ing)?|"
    r"(?:constitut|consum|compris|contribut|receiv)(?:es?|ed|ing)|absorb(?:s|ed)?|(?:is|are|was|were)\sresponsible\sfor)\s"
    r"(?:an?\saverage\sof\s)?" + HEDGES + r"$"
)
# "data centres are expected to consume", "inverting the matrix consumes"
_NO_SUBJECT = Pattern(r"\b(?:is|are|was|were)\s|\sto$|^\p{L}+ing\s(?:the|an?|its|all|each|every)\s")


def share_of_whole(s: Situation) -> Span | None:
    """The subject of what accounts for a share."""
    if s.quantity.dimension is not Dimension.PERCENT or not s.says(_PARTS):
        return None
    if not (_is_of_a_whole(s, s.quantity) or any(_is_of_a_whole(s, q) for q in s.siblings[: s.index])):
        return None
    match = _MAKES_UP.search(s.left)
    if match is None or has_verb(match["np"]) or _NO_SUBJECT.search(match["np"]) or _is_one_of_several(match):
        return None
    return accept(s, span_of(match, s.quantity.start), "subject")


def _is_one_of_several(match: Match) -> bool:
    """ "parsing, sorting, and hashing occupy": the last of them is not alone."""
    return match.string.endswith(", and ", 0, match.start("np")) and match["verb"] in _OF_SEVERAL


def _is_of_a_whole(s: Situation, q: Quantity) -> bool:
    """ "70% of the latency"; what is of the same whole may go without: "and decoding accounts for 20%"."""
    return q.dimension is Dimension.PERCENT and _OF.match(s.doc.view, q.end) is not None
