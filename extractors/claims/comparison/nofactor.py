"""What is written like a factor and compares nothing: "run 5 times a day", "2x upsampling", "five-fold
cross-validation"."""

from __future__ import annotations

from extractors.claims.draft import NoClaim
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation

_FREQUENCY = Pattern(
    r"\b(?:repeat\w*|run|runs|ran|sampled?|called|executed|performed|repetitions?|"
    r"recur(?:s|red|ring)?|loop(?:s|ed)?|appl(?:y|ies|ied)|invok(?:es?|ed)|retr(?:y|ies|ied)|occurs?|occurred|"
    r"averaged over|(?:re-?)?visit\w*|re-?us(?:es?|ed)|"
    r"at least|again)\s(?:(?!(?:at|with|for|in)\s)\p{L}+\s){0,2}$",
    IGNORECASE,
)
_PER_PERIOD = Pattern(r"^\s(?:per|a|each|every)\s(?:day|week|hour|second|year|epoch|iteration)\b")
_MAGNIFICATION = Pattern(
    r"^\s{0,2}(?:(?:and|or)\s\d{1,2}x\s)?(?:super-?resolution|upsampl\w+|magnification|zoom|upscal\w+|(?:video|image|spatial|temporal|face)\s(?:super-?resolution|upsampl\w+|downscal\w+)|"
    r"(?:under|down)-?(?:sampl|scal)\w+|coarser?[\s-]resolution|objective|SR\b|"
    r"(?:and\s\d{1,2}x\s)?(?:scal(?:e|ing)\s)?factors?\b|(?:and\s\d{1,2}x\s)?scales?\b)",
    IGNORECASE,
)
_SAMPLED_AT = Ending(
    r"\b(?:under|down|up|super)-?(?:sampling|scaling)\s(?:rate|factor|ratio)s?\s(?:of\s|\(|at\s)?(?:\d{1,2}x\s(?:and|or)\s)?$",
    IGNORECASE,
)
_MAGNIFIED_AT = Ending(r"\bat\s(?:an?\s)?$")
_GRADES_NEXT = Pattern(
    r"\s(?:[\p{L}-]+\s){0,4}?(?:grading|grades|ratings?|rubric|Likert|questionnaire)\b"
)  # "5-point severity grading"
_PARTS_NEXT = Pattern(  # "a two-fold structure", "a four-point scheme"
    r"\s(?!(?:increas|reduc|improve|speed|gain|decreas|higher|lower|larger|smaller|faster|boost|rise|drop|sav|lead|margin)\p{L}*)"
    r"(?:[\p{L}-]+\s){0,3}?(?:structures?|strateg(?:y|ies)|approach(?:es)?|contributions?|goals?|objectives?|purposes?|"
    r"aims?|designs?|frameworks?|process(?:es)?|mechanisms?|schemes?|roles?|distances?|plans?|checklists?|guidelines?)\b"
)
_SORTS_NEXT = Pattern(  # "a two-fold problem"
    r"\s(?:[\p{L}-]+\s){0,4}?(?:problems?|challenges?|questions?|answers?|reasons?|motivations?|benefits?|issues?|effects?|"
    r"impacts?|failures?|failure modes?|tasks?|limitations?|solutions?|interpretations?|views?|perspectives?|"
    r"symmetr(?:y|ies)|schedules?)\b"
)
_BY_TIMES = Pattern(rf"\bby\s{HEDGES}$")
_NO_FACTOR = Pattern(
    r"\s(?:(?:[\p{L}-]{1,20}\s){0,3}(?:cross-?validation|CV\b)|cross|validation|Genomics)|-(?:level|wise|averaged)\b"
)  # "five-fold cross-validation"
_STENCIL = Pattern(
    r"\s(?:[\p{L}-]+\s)?(?:stencils?|scheme|quadrature|discreti[sz]ation|i?[FD]C?FTs?|i?DCTs?|interpolation|formula|grids?|transforms?|(?:[\p{L}-]+\s){1,2}[Tt]ransforms?|filters?)\b"
)
_THRESHOLD = Pattern(r"\s(?:[\p{L}-]{1,20}\s){0,2}?thresholding\b")  # "with 1% coefficient thresholding"
_FORMULA_NEXT = Pattern(r"\s{0,8}\p{L}\s?[\^_]")  # "4.2 x N^0.7"
_SPREAD = Pattern(
    r"^\s{0,3}of\s(?:size|scale|model size|parameters|compute|data)|"
    r"\b(?:span(?:s|ning)?|across|over|covering|within)\s$",
    IGNORECASE,
)
_CHANGE_AT_ONCE = Pattern(
    r"\s{0,2}(?:\p{L}+\s){0,2}"
    r"(?:faster|slower|more|less|fewer|higher|lower|larger|smaller|better|speed|reductions?\b|decrease|improvement|"
    r"increase|gains?\b|boost|drop\b|savings?\b|compression|as\s(?:fast|high|many|much|large|long|efficient))"
)


def compares_nothing(s: Situation) -> NoClaim | None:
    """Why a quantity is no comparison and no other claim either; null when it may be one."""
    dimension = s.quantity.dimension
    if dimension is Dimension.POINTS and (
        _STENCIL.match(s.right) or _GRADES_NEXT.match(s.right) or (s.quantity.in_words and _PARTS_NEXT.match(s.right))
    ):
        return NoClaim("a sort of operator")
    if dimension is Dimension.PERCENT and _THRESHOLD.match(s.list_right):
        return NoClaim("a threshold")
    if dimension is Dimension.ORDERS and _SPREAD.search(s.near_left) and _SPREAD.match(s.near_right):
        return NoClaim("a spread of sizes, not a change")
    return _no_factor(s) if dimension is Dimension.TIMES else None


def _no_factor(s: Situation) -> NoClaim | None:
    if _says_how_often(s):
        return NoClaim("how often, not how much")
    if s.quantity.idiom.endswith("ed") and _IF.search(s.left[-90:]):
        return NoClaim("a condition of the experiment")
    if _FORMULA_NEXT.match(s.right):
        return NoClaim("a formula")
    folded = s.quantity.in_words and s.doc.view.endswith("fold", s.quantity.start, s.quantity.end)
    if folded and _ARE.search(s.near_left) and _ENDS.match(s.right):
        return NoClaim("of so many parts")  # "our contributions are two-fold:"
    if _NO_FACTOR.match(s.right):
        return NoClaim("part of a name")
    if folded and (_PARTS_NEXT.match(s.right) or _SORTS_NEXT.match(s.right)):
        return NoClaim("how many parts something has")
    if (
        _MAGNIFICATION.match(s.right)
        or (s.says(("magnif",)) and _MAGNIFIED_AT.search(s.near_left))
        or _SAMPLED_AT.search(s.list_left)
    ):
        return NoClaim("a magnification")
    return None


# "if the budget is doubled, the score improves", "even when halved"
_IF = Ending(
    r"\b(?:if|when|once|unless|whenever|whether)\s(?:[^,;:()]{1,60}\s(?:is|are|was|were|gets?|be)\s)?$", IGNORECASE
)
_ARE = Ending(r"\b(?:is|are|was|were)\s(?:mainly\s|mostly\s)?$")
_ENDS = Pattern(r"\s?[.:;,]|\s\(?i\)")


def _says_how_often(s: Situation) -> bool:
    """ "once", "4 times per day", "repeated 5 times"; not "3 times faster"."""
    q = s.quantity
    if (q.in_words and not q.idiom and q.low <= 1) or "x" not in q.unit or _PER_PERIOD.match(s.right):
        return True
    return (
        "times" in s.doc.view[q.start : q.end].lower()
        and _FREQUENCY.search(s.near_left) is not None
        and not (_CHANGE_AT_ONCE.match(s.right) or _BY_TIMES.search(s.near_left))
    )
