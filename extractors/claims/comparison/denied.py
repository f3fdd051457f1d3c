"""What a text says that it is not: "is not 2x faster", "fails to yield a 3x speedup", "no 2x gain was seen"."""

from __future__ import annotations

from extractors.claims.draft import Before, Draft, NoClaim, compared
from extractors.endings import Ending
from extractors.patterns import IGNORECASE, Pattern
from extractors.rulenames import NEXT_IN_LIST
from extractors.situation import Situation
from schemas.vocabulary import Kind

# What each of the patterns has to have, folded.
_DENIALS = (
    "not", "n't", "no ", "never", "without", "fail", "unable", "incapable", "none", "neither", "nor ", "instead",
    "rather", "far from", "short of",
)  # fmt: skip
_NEARLY = r"(?:(?:about|around|nearly|almost|roughly|even|quite|an?|any|the full|as much as|up to)\s|~){0,3}"
_HOW = (
    r"(?:(?:yet|always|necessarily|consistently|actually|really|even|often|usually|typically|generally|reliably|ever|"
    r"automatically|anywhere|near|close|directly)\s){0,2}"
)
_NP = r"(?:(?:the|its|their)\s)?(?:[\p{L}-]{2,20}\s){1,3}"
# "yield a", "lead to a", "reduce the latency by", "make it"; "not only", "not more than" and "not at" deny nothing.
_DOES = (
    r"(?:(?!(?:only|just|merely|simply|solely|exceeds?|surpass(?:es)?|top|above|beyond|below|under|fewer|and|but|or|that|at|with|on|than|more|less|over|when|an?|"
    r"any|the)\b)\p{L}[\p{L}-]{1,14}\s"
    rf"(?:to\s(?:(?:be|run|reach)\s)?|(?:in|into|any|it|them|by)\s|{_NP}by\s)?)?"
)
_REACHES = r"(?:(?:deliver|reach|achieve|attain|provide|offer|reproduce|match|confirm|show)\sthe\s)?"
_IS = r"(?:is|are|was|were)"
_CLAUSE = r"(?:^|[,;:]\s|\b(?:and|but|that|while|yet|though)\s)"
_GETS = (
    rf"(?:{_IS}|runs?|ran|reach(?:es|ed)?|achiev(?:es?|ed)|yield(?:s|ed)?|gets?|got|offers?|gives?|gave|attain(?:s|ed)?|"
    r"becomes?|proves?|proved|brings?)"
)
_DENIED = Ending(
    r"(?:(?:\b(?:is|are|was|were|be|been|do|does|did|has|have|had|can|could|will|would|may|might|should|must)\s"
    rf"(?:not|never)|\bcannot|\p{{L}}n't|\bnever|\b{_IS}\sno\slonger|\b(?:fail(?:s|ed|ing)?|unable)\sto|"
    r"\bincapable\sof|\b(?:far|short)\s(?:from|of)"
    rf")\s{_HOW}(?:{_REACHES}|{_DOES}{_NEARLY})|"
    rf"\b(?:instead\sof|rather\sthan)\s(?:\p{{Ll}}{{2,14}}ing\s(?:{_NP}by\s)?)?{_NEARLY}|"
    rf"(?<!\b(?:if|or|why)\s)\bnot\s(?:by\s)?{_NEARLY}|"  # "a 2x gain, not 5x"
    r"\b(?:without|nor)\s(?:(?:being|becoming|running|getting|growing|incurring|needing|requiring|paying|causing|"
    r"suffering|adding|introducing|having|taking|using|losing|is\sit|are\sthey)\s)?(?:(?:an?|any)\s)?|"
    rf"(?:\b(?:there\s{_IS}|sees?|saw|seen|finds?|found|find|shows?|yields?|brings?|gives?|gets?|observed?|offers?|with|"
    rf"has|have)\s|{_CLAUSE})no\s(?:such\s)?|"
    rf"{_CLAUSE}(?:no|none|neither)\s(?:[\p{{L}}-]{{2,20}}\s){{0,5}}?{_GETS}\s{_NEARLY})$",
    IGNORECASE,
)
_NOT_MEANT = Ending(  # "does not mean that it is 2x faster"
    r"(?:\bnot|n't|\bcannot|\bno\s(?:evidence|sign|proof|indication))\s"
    r"(?:(?:mean|imply|claim|suggest|show|prove|assume|expect|find)\s)?that\s"
    rf"[^,;:]{{2,50}}\s(?:{_GETS}|be|makes?\sit)\s(?:(?:up to|about|an?)\s){{0,2}}$",
    IGNORECASE,
)


# "a drop of 0.2 instead of 1.7 points"
_INSTEAD = Pattern(rf",?\s(?:instead\sof|rather\sthan|as\sopposed\sto)\s(?:by\s)?{_NEARLY}", IGNORECASE)


def instead_of_change(s: Situation, before: Before | None) -> Draft | None:
    """ "loses 2 points instead of 7 points": the second is the change that another makes, and no denial."""
    if before is None or before.draft.kind is not Kind.COMPARISON or before.quantity is not s.previous:
        return None
    draft = before.draft
    if draft.unit != s.quantity.unit or not _INSTEAD.fullmatch(s.near_left):
        return None
    return compared(s, draft.metric, draft.direction, NEXT_IN_LIST, draft.form)


def denial(s: Situation) -> NoClaim | None:
    """Why what would be a comparison is none: it is said not to be so. A bound, "not more than 2x", is no denial."""
    if s.says(_DENIALS) and (_DENIED.search(s.list_left) or _NOT_MEANT.search(s.list_left)):
        return NoClaim("said not to be so")
    return None
