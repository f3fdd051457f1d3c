"""What a value is compared with; "improves A by 4x over B while reducing C by 3x": one comparison, one baseline."""

from __future__ import annotations

from extractors.claims.draft import Draft
from extractors.context.baseline import find_baseline, told_before
from extractors.endings import Ending
from extractors.lexicon import BEATS, HEDGES, HEDGES_OR_A
from extractors.patterns import IGNORECASE, Pattern
from extractors.rulenames import NEXT_IN_LIST, RETAINED_SHARE
from extractors.sentence.found import Earlier, SoFar
from extractors.sentence.respectively import one_each
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Direction, Kind, Metric, Polarity

_FARTHEST = 190  # characters between two parts of one comparison
# verbs of one subject: "gains 2% over X, and lowers the cost by 3x", "cut A to 20% of X, speed up B by 2x"
_WHILE = Pattern(
    r"(?:\b(?:while|whilst|and)|,)\s(?:(?:also|still|even|further|\p{L}+ly)\s)?"
    r"(?:reduc|improv|us(?=[ei])|requir|need|cut|lower|be|run|consum|achiev|attain|reach|increas|rais|lift|sav|deliver|"
    r"yield|provid|offer|boost|enhanc|decreas|shorten|shrink|accelerat|speed|gain)"
    r"(?:[tn]?ing|e?[sd]|e)?\b(?!-)[^;.]*$|,\s(?:while\s)?\p{L}+ing\b[^;.]*$|"
    r"\bwhile\s(?:its|their|the)\s(?:[\p{L}-]+\s){1,3}(?:is|are|drops?|falls?|shrinks?)\s[^;.]*$",
    IGNORECASE,
)
# "2% behind X at 3x lower cost", "beyond X with a model 9x smaller", "3x faster than X with less than 1% loss"
_AT_LESS = Pattern(rf"[^;:()]{{0,90}}\s(?:at|with)\s(?:an?\s(?:\p{{L}}+\s)?)?{HEDGES_OR_A}[$+~<>]?")
_LESS = Pattern(
    r"[%$\\]{0,3}\s(?:less|fewer|lower|more|higher|smaller|faster|greater|shorter|cheaper|of\s(?:its|their)\b|"
    r"(?:[\p{L}-]+\s){0,3}?(?:loss|losses|drop|degradation|overhead|penalty|slowdown|decline|sacrifice)\b)"
)
# "up to 8x faster (than X) on A and 90x faster on B"
_ON_ANOTHER = Pattern(
    r"(?:\s(?!than\b|over\b|compared\b)[\p{L}-]{1,20}){1,3}?(?:\s(?:than|over|compared\s(?:to|with))\s[^,;()\d]{2,60})?"
    r"\s(?:on|for|in|at|when|with|under|across)\s(?:(?!\sthan\s|\sover\s)[^,;()]){1,80},?\sand\s" + HEDGES_OR_A
)
# "cuts the power by 9x and the peak delay by 6x", "9x faster reads and 6x shorter writes"
_LIKEWISE = Pattern(
    rf"[^;:()]{{0,90}}?,?\sand\s(?:[\p{{L}}-]+\s){{0,4}}by\s{HEDGES}[$+<>]?|"
    rf"(?:\s(?!than\b|over\b|compared\b)[\p{{L}}-]{{1,20}}){{1,4}}\sand\s{HEDGES_OR_A}[$+<>]?"
)
# "at 4x cache compression", "a 93% compression": a degree of its own, unless a rival stands right behind
_DEGREE = Pattern(
    r"[%$\\]{0,3}\s(?:(?!improve|gain|increase|reduc|in\s|higher|better|more|lower)[\p{L}-]+\s){0,3}?compression\b"
    r"(?!\s(?:improvement|gain|increase))"
)
_DEGREE_OVER = Pattern(
    rf"{_DEGREE.pattern}(?:\s(?:ratio|rate|factor|level)s?)?(?:\sand\s[^,;:()]{{2,60}}?)?\s"
    r"(?:over|than|against|versus|relative\sto|compared\s(?:to|with))\s(?!\d)"
)
# "keeps 97% of the original accuracy while cutting the cost by 3x": the cost is of no accuracy
_QUALITY = Ending(
    r"\s(?:performance|accuracy|quality|scores?|capabilit(?:y|ies)|abilit(?:y|ies)|utility|fidelity)$",
    IGNORECASE,
)
_HAS_QUALITY = Ending(
    r"\s(?:attention|agent|model|cache|tuning|training|decoding|precision|search|inference|context|network|transformer)$",
    IGNORECASE,
)
# "(on A, beating X by 5%), while the speed rises by 18%": the bracket has a verb of its own
_IN_BRACKET = Ending(rf"\([^()]*\b{BEATS}\b[^()]*$")
_SETS_APART = Pattern(r"\s(?:compared|versus|against|than|while|whereas|but)\s")


def read(s: Situation, draft: Draft, so_far: SoFar) -> str | None:
    """The value's own baseline, else that of a comparison before; members of a list take one each."""
    if draft.metric is Metric.COMPRESSION and _DEGREE.match(s.list_right) and not _DEGREE_OVER.match(s.list_right):
        return None
    own = find_baseline(s)
    if own is not None:
        return None if _is_theirs(s, so_far, own) else _nearer(s, so_far, own) or own
    if s.group[0] == s.group[1]:
        shared = _inherited(s, so_far)
        shared = shared if _is_sole(s, so_far, shared) else None
    else:
        shared = one_each(s, (earlier.claim.baseline for earlier in so_far))
    shared = shared or (_of_the_list(s, so_far) if draft.rule == NEXT_IN_LIST else None)
    return shared or (told_before(s) if _may_go_on(s, draft) else None)


def _may_go_on(s: Situation, draft: Draft) -> bool:
    """Not with what a pair tells the change of, nor with a loss: that is none of a rival."""
    if not draft.unit or any(one.pair for one in s.siblings) or draft.direction is None or draft.form is not Form.BY:
        return False
    polarity = draft.metric.polarity
    return polarity is Polarity.NEITHER or (polarity is Polarity.HIGHER) is (draft.direction is Direction.INCREASE)


def _of_the_list(s: Situation, so_far: SoFar) -> str | None:
    """ "3x faster than X on A and 2x on B": the list goes on, and so does the comparison."""
    alike = (one for one in reversed(so_far) if one.quantity.dimension is s.quantity.dimension)
    before = next(alike, None)
    if before is None or before.claim.kind is not Kind.COMPARISON:
        return None
    gap = s.doc.view[before.quantity.end : s.quantity.start]
    own = not before.stands_next_to(s) and _SETS_APART.search(gap)
    return before.claim.baseline if not own and gap.count("(") == gap.count(")") and ";" not in gap else None


def _nearer(s: Situation, so_far: SoFar, own: str) -> str | None:
    """ "set against A, it gains 3% over B while using 9% less": the value goes on where B is named, behind A."""
    inherited = _inherited(s, so_far) if s.group[0] == s.group[1] else None
    if inherited is None or inherited == own:
        return None
    text, start = s.doc.text, so_far[-1].quantity.end
    named = text.find(inherited, start, s.quantity.start) >= 0
    return inherited if named and text.find(own, start, s.sentence.end) < 0 else None


def _inherited(s: Situation, so_far: SoFar) -> str | None:
    """The baseline of the nearest comparison before, when the value goes on in it."""
    compared = next((earlier for earlier in reversed(so_far) if earlier.draft.kind is Kind.COMPARISON), None)
    if compared is None:
        return None
    gap = s.doc.view[compared.quantity.end : s.quantity.start]
    alike = compared.quantity.dimension is s.quantity.dimension and _LIKEWISE.fullmatch(gap)
    at_less = _LESS.match(s.right) and _AT_LESS.fullmatch(gap)
    if gap.count(")") > gap.count("(") and _IN_BRACKET.search(s.doc.view, s.sentence.start, compared.quantity.start):
        return None
    goes_on = len(gap) < _FARTHEST and (_WHILE.search(gap) or _ON_ANOTHER.fullmatch(gap) or alike or at_less)
    return _without_quality(compared) if goes_on else None


def _without_quality(compared: Earlier) -> str | None:
    """The baseline; of a quality that is kept, whose it is: "full attention performance"."""
    whole = compared.claim.baseline
    quality = _QUALITY.search(whole) if whole and compared.draft.rule == RETAINED_SHARE else None
    if whole is None or quality is None:
        return whole
    whose = whole[: quality.start()]
    return whose if _HAS_QUALITY.search(whose) else None


def _is_sole(s: Situation, so_far: SoFar, rival: str | None) -> bool:
    """Not in "by 2x and 3x compared to A and B, while saving 9%": with two, the value is of neither."""
    compared = (one for one in so_far if one.draft.kind is Kind.COMPARISON and one.claim.baseline)
    return all(
        rival in (one.claim.baseline, _without_quality(one)) or ";" in s.doc.view[one.quantity.end : s.quantity.start]
        for one in compared
    )


def _is_theirs(s: Situation, so_far: SoFar, own: str) -> bool:
    """ "by 2x over A and by 3x over B, while saving 9%": B is named behind the 3x and is its alone."""
    if _is_sole(s, so_far, own) or _inherited(s, so_far) != own:
        return False
    return s.doc.text.find(own, so_far[-1].quantity.end, s.quantity.start) >= 0
