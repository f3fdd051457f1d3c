"""The statistic of a count: "an average of 109 words", "109 words on average"."""

from __future__ import annotations

from extractors.lexicon import HEDGES
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Statistic

_SIZE_AVERAGED = Pattern(  # "an average activated size of 5B", "the mean number of turns is 12"
    r"\b(average|mean|median)\s(?:(?!of\b)[\p{L}-]+\s){0,3}(?:of|is|to|exceeding)\s(?:(?:greater|longer)\sthan\s)?"
    + HEDGES
    + r"$",
    IGNORECASE,
)
# "the top ten average 6B parameters": no "average 7B model"
_AVERAGES = Pattern(
    r"(?<!\bthe\s)(?<!\ban\s)\b(?:now\saverage|averag(?:es|ed|ing)|(?:s|top\s\p{Ll}+|them|which|that)\saverage)\s"
    + HEDGES
    + r"$"
)
_COUNT_ON_AVERAGE = Pattern(r"(?:\s(?:per|a|each)\s\p{L}+)?,?\s(?:on|in) average\b")
_EXTREME_COUNT = Pattern(r"\b(max(?:imum)?|min(?:imum)?)\.?\s(?:of\s)?$", IGNORECASE)
_COUNT_AFTER = Pattern(
    r"\b(average|mean|median|averag(?:ing|es))(?:\sof)?\s" + HEDGES + r"$",
    IGNORECASE,
)

# "the median prompt has 1,200 tokens", "an average user sends 14 requests"
_COUNT_OF_SUBJECT = Pattern(
    r"(?:^|[,;]\s|\b(?:and|while|where)\s)(?:the|an?|our|its)\s(average|mean|median)\s"
    r"(?!(?:number|of|iou|squared?|absolute|reciprocal|pooling|and|or)\b)\p{Ll}[\p{L}-]*(?:\s[\p{L}-]+){0,5}?\s"
    r"(?:has|had|contains?|contained|takes|took|runs\sto|ran\sto|sends|sent|needs|needed|spans|uses|used|requires|required|comprises|holds|"
    r"is|was|includes|consumes|generates|generated|emits|produces|makes|made|covers)\s" + HEDGES + r"$",
    IGNORECASE,
)


_OPENS_ON_AVERAGE = Pattern(
    r"^[Oo]n\saverage,?\s[^;:()]{3,110}$"
)  # "On average, pupils need 2.4 hints and 6.1 minutes"


def statistic_of_count(s: Situation) -> Statistic | None:
    """ "an average of 109 words", "109 words on average": only what stands right beside the count."""
    if (
        s.quantity.dimension is Dimension.PARAMETERS
        and not _SIZE_AVERAGED.search(s.near_left)
        and not _AVERAGES.search(s.near_left)
        and not _COUNT_ON_AVERAGE.match(s.right)
    ):
        return None
    if bound := _EXTREME_COUNT.search(s.near_left):
        return Statistic.MAX if bound[1].lower().startswith("max") else Statistic.MIN
    if averaged := _SIZE_AVERAGED.search(s.near_left):
        return Statistic.MEDIAN if averaged[1].lower() == "median" else Statistic.MEAN
    if _COUNT_ON_AVERAGE.match(s.right):
        return Statistic.MEAN
    if s.quantity.low % 1 and _OPENS_ON_AVERAGE.search(s.left):
        return Statistic.MEAN
    named = _COUNT_AFTER.search(s.near_left) or _COUNT_OF_SUBJECT.search(s.near_left)
    if named is None:
        return None
    return Statistic.MEDIAN if named[1].lower() == "median" else Statistic.MEAN
