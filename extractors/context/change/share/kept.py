"""How much of its quality or speed is kept: "retains 97% of the accuracy", "preserves 99% performance"."""

from __future__ import annotations

from extractors.context.change.made import Change
from extractors.context.change.share.another import REFERENCE
from extractors.lexicon import DOWN
from extractors.patterns import IGNORECASE, Pattern
from extractors.rulenames import RETAINED_SHARE
from extractors.situation import Situation
from schemas.factor import Form
from schemas.vocabulary import Metric, Polarity

KEEPS = Pattern(r"\b(?:retain|preserv|maintain|keep|kept|recover|regain|restor)\w*\b[^;:,]{0,30}$", IGNORECASE)
RETAIN = Pattern(
    r"\b(?:retain|preserv|maintain|sustain|keep|kept|recover|achiev|reach|attain|match|obtain|deliver|"
    r"within)\w*\b[^;:]{0,40}$",
    IGNORECASE,
)
# "preserves 99% performance"; "61.7 points (87% of the teacher)"
_KEPT_PERFORMANCE = Pattern(
    r"\s(?:(?!of\b)[\p{L}-]+\s){0,2}?(?:performance|quality)\b(?!\s(?:drop|loss|gain|improvement|varia))", IGNORECASE
)
_RETENTION = Pattern(r"\s(?:[\p{L}-]+\s)?(?:performance|accuracy|quality)\s(?:retention|preservation)\b", IGNORECASE)


def kept_performance(s: Situation) -> Change | None:
    """ "preserves 99% performance", "with 99% accuracy retention"."""
    kept = (_KEPT_PERFORMANCE.match(s.list_right) and KEEPS.search(s.list_left)) or _RETENTION.match(s.list_right)
    return Change(Metric.ACCURACY, DOWN, Form.TO, RETAINED_SHARE) if kept else None


_PERFORMANCE_OF = Pattern(r"(?:the\s)?performance\sof\s(?!(?:the|this|our|its|a)\s)")
# "of the Name throughput", "of the throughput achieved by Name"
_OF_RIVAL = Pattern(
    r"^(?:the\s)?(?:\p{L}*\p{Lu}[\p{L}\d-]*|hand-\p{L}+|native|single-\p{L}+)\s[^,;]{2,40}|\s(?:achieved|obtained|"
    r"delivered|reached|offered|attained)\s(?:by|with)\s"
)


# "recovers 60% of the throughput gap": no throughput
A_GAP = Pattern(r"(?:(?:the|this|that|its)\s)?(?:[\p{L}\d-]+\s){0,4}?(?:gaps?|deficits?|shortfalls?|differences?)\b")


def is_retained(s: Situation, what: str, metric: Metric) -> bool:
    """ "retains 97% of the accuracy", "reaches 90% of the throughput of X"."""
    if A_GAP.match(what):
        return False
    if metric.polarity is not Polarity.HIGHER or not RETAIN.search(s.list_left):
        return False
    return bool(
        REFERENCE.search(what)
        or _PERFORMANCE_OF.match(what)
        or metric is Metric.ACCURACY
        or KEEPS.search(s.list_left)
        or _OF_RIVAL.search(what)
    )


# "retains 98% of the model's performance", "reaches 99% of full-cache performance": how good it is
_OF_THE_WHOLE = Pattern(
    r"(?:the\s|its\s)?(?:full|dense|unpruned|uncompressed|unquantized|full-precision|(?:BF|FP)\d\d|original|teacher)[\s'-]"
    r"(?:[\p{L}'-]+\s){0,3}?performance\b"
)


def is_of_quality(s: Situation, what: str) -> bool:
    """Whether the *performance* that is kept is how good the results are, and no speed."""
    whole = _OF_THE_WHOLE.match(what) and RETAIN.search(s.list_left)
    return bool(whole or KEEPS.search(s.list_left))


# "keeps 97% of its reasoning ability": what has no score's name is measured by scores all the same
_ABILITIES = Pattern(
    r"(?:(?:the|its|their)\s)?(?:(?!(?:and|in|on|for|of)\b)[\p{L}'-]+\s){0,4}?(?:capabilit(?:y|ies)|abilit(?:y|ies)|effectiveness|"
    r"utility|competence|skills?|functionality)\b",
    IGNORECASE,
)


def keeps_ability(s: Situation, what: str) -> bool:
    """ "keeps 97% of its reasoning ability"."""
    return _ABILITIES.match(what) is not None and KEEPS.search(s.list_left) is not None
