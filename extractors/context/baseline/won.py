"""Who a share of wins is won against: "a win rate of 62% over X", "preferred over X in 64% of the cases"."""

from __future__ import annotations

from extractors.claims.draft import Draft
from extractors.context.baseline.owner import owner
from extractors.context.baseline.phrases import A_NUMBER, cut
from extractors.context.metric import metric_cues
from extractors.context.pairing.aligned import aligned
from extractors.context.phrase.shapes import BENCHMARK
from extractors.endings import Ending
from extractors.lexicon import HEDGES_OR_A
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Kind

_PARTS = ("win", "won", "prefer", "beat", "outperform", "surpass", "defeat", "match", "exceed")
_OVER = (
    r"(?:against|over|versus|vs\.?|(?:as\s)?compared\s(?:to|with)|relative\sto|with\srespect\sto)\s"
    rf"(?!{A_NUMBER}|time\b)"
)
_ON = r"(?:\s(?:on|in|for|by|from|among)\s(?:(?!\s(?:and|while)\s)[^,;:()\d]){2,50}?)?"
_RATE = (
    r"(?:[\p{L}-]+\s){0,3}?(?:win(?:ning|s)?|preferences?)(?:[\s-](?:rates?|ratios?|shares?|scores?|percentages?))?"
)
# "a 62% win rate against X"; "a win rate of 62% on A over X"; "wins 62% of the games against X"
_RATE_OVER = Pattern(rf"[%$\\]{{0,3}}\s{_RATE}{_ON}\s{_OVER}", IGNORECASE)
_AGAINST = Pattern(
    rf"[%$\\]{{0,3}}(?:\sof\s(?:the\s)?(?:[\p{{L}}-]+\s){{0,3}}?[\p{{L}}-]+)?{_ON}\s{_OVER}", IGNORECASE
)
_WINS = Ending(
    rf"\b(?:{_RATE}(?:\s(?:of|is|was|at|reaches|by|:))?|wins?|won|winning|preferred)\s(?:in\s|on\s)?{HEDGES_OR_A}\$?$",
    IGNORECASE,
)
_TO_AND = Ending(
    rf"\b(?:{_RATE}\s(?:of|from)|wins?|won)\s[^;:()]{{3,90}}(?:,\s(?:and\s)?|\sand\s){HEDGES_OR_A}\$?$", IGNORECASE
)
# "preferred over X in 64% of the cases", "wins against X in 83% of games", "beats X on 71% of the tasks"
_BEATS = Ending(
    r"\b(?:(?:preferred|favou?red|chosen|winn?(?:s|ing)?|won)\s(?:over|against|to)|prefer(?:s|red|ring)?\s[^,;:()]{2,50}?\s(?:over|to)|"
    r"(?:beat|outperform|surpass|defeat|exceed)(?:s|ed|ing)?(?:\sor\s(?:match|equal)(?:es|ed|ing)?)?)\s"
    rf"(?P<np>(?!{A_NUMBER})(?:(?!\b(?:in|on|for|by|at|with|while|and\s\p{{Ll}}+s)\s)[^,;:()\d]){{2,60}}?)\s"
    rf"(?:by\s[^,;:()\d]{{3,30}}\s)?(?:(?:in|on|for|with)\s)?{HEDGES_OR_A}\$?$",
    IGNORECASE,
)
# "the win rate against X is 62%", "defeats X with a win rate of 62%", "beats X (with a 62% win rate)"
_AT_A_RATE = Ending(
    rf"\b(?:win(?:ning)?[\s-]rates?\s{_OVER}(?P<np>[^,;:()\d]{{2,60}}?)\s(?:of|is|was|reach(?:es|ed)|exceed(?:s|ed))|"
    rf"(?:beat|outperform|surpass|defeat)(?:s|ed|ing)?\s(?P<beaten>(?:(?!\b(?:in|on|for|by|at|with|while)\s)[^,;:()\d]){{2,60}}?)\s"
    rf"\(?(?:with|at)\s(?:an?\s)?(?:{_RATE}\sof)?)\s?{HEDGES_OR_A}\$?$",
    IGNORECASE,
)
_A_RATE = Pattern(rf"[%$\\]{{0,3}}\s{_RATE}\b", IGNORECASE)
_OVER_SO_MANY = Pattern(r"\s(?:over|across)\s\d")
_OF_CASES = Pattern(r"[%$\\]{0,3}\s(?:of|win|votes?|preference)\b")
# "of which 87% match or beat X"
_OF_THEM = Pattern(
    r"[%$\\]{0,3}\s(?:of\s(?:the\s)?(?:[\p{L}-]+\s){1,3})?(?:match(?:ed|ing)?\sor\s)?(?:beat|outperform(?:ed)?|surpass(?:ed)?|exceed(?:ed)?)\s"
    rf"(?!{A_NUMBER})"
)


def won_against(s: Situation, draft: Draft) -> str | None:
    """The rival of a share that is measured, where the share counts wins."""
    if draft.kind is not Kind.MEASUREMENT or s.quantity.dimension is not Dimension.PERCENT or not s.says(_PARTS):
        return None
    span = _behind(s) or _before(s)
    if span is None:
        return None
    span = owner(s, span)
    if (over := _OVER_SO_MANY.search(s.doc.view, *span)) is not None:
        span = span[0], over.start()
    named = s.doc.view[slice(*span)]
    if metric_cues(named) or BENCHMARK.match(named):
        return None
    return aligned(s, span) or s.doc.text[slice(*span)]


def _behind(s: Situation) -> tuple[int, int] | None:
    """ "a 62% win rate against X"."""
    end = s.siblings[s.group[1]].end
    found = _RATE_OVER.match(s.doc.view, end, s.sentence.end)
    if found is None and (_WINS.search(s.list_left[-90:]) or _TO_AND.search(s.left[-160:])):
        found = _AGAINST.match(s.doc.view, end, s.sentence.end)
    if found is None:
        found = _OF_THEM.match(s.doc.view, end, s.sentence.end)
    return cut(s, found.end(), s.sentence.end) if found else None


def _before(s: Situation) -> tuple[int, int] | None:
    """ "preferred over X in 64% of the cases", "the win rate against X is 64%"."""
    left = s.near_left[-160:]
    start = s.quantity.start - len(left)
    if _OF_CASES.match(s.right) and (found := _BEATS.search(left)) is not None:
        return start + found.start("np"), start + found.end("np")
    found = _AT_A_RATE.search(left)
    name = "np" if found and found["np"] else "beaten"
    if found is None or not (
        found["np"] or " rate" in found[0][found.end("beaten") - found.start() :] or _A_RATE.match(s.right)
    ):
        return None
    return start + found.start(name), start + found.end(name)
