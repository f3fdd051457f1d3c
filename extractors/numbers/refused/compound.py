"""Digits of a compound word: "2-edge-connected", "a 5-point scale", "a 10-fold split"; not "a 7-layer net"."""

from __future__ import annotations

from extractors.endings import Ending
from extractors.numbers.nouns.device import DEVICES
from extractors.numbers.nouns.hyphenated import COMPOUNDED, counts_many, is_of_a_set
from extractors.numbers.refused.digits import Digits
from extractors.numbers.wordgroups import word_group
from extractors.patterns import IGNORECASE, Pattern

_HYPHENATED = Pattern(r"-(?P<noun>\p{L}[\p{L}]*)")
_COMPOUND = Pattern(
    r"fold|level|class|nfes?|parameters?|params?|tokens?|gpus?|cpus?|tpus?|fpgas?|npus?|cores?|nodes?|workers?|machines?|"
    r"accelerators?|devices?|"
    r"chips?|scale|size|million|billion|trillion|thousand|percent|point|x|times|orders?|ms|seconds?|"
    r"minutes?|hours?|days?|"
    r"weeks?|gb|mb|tb|kb|[pnumk]j|threads?|processors?|servers?|sockets?|entry|context|length|to|and",
    IGNORECASE,
)
_SIZED = word_group("sized")
_RATING = Pattern(
    r"-point\s(?:(?!\p{L}*(?:improve|gain|increase|drop|boost|margin|lead|reduc|lift|decrease|"
    r"advantage))\p{L}+\s){0,2}"
    r"(?:scale|likert|rating|scoring|rubric|score|system|scores)\b",
    IGNORECASE,
)
_OF_A_GRAPH = Pattern(r"-(?:edge|vertex|node)-\p{L}+(?:ed|able)\b")  # "2-edge-connected"
OF_VALIDATION = (  # what the folds of a data set are of: "five-fold splits"
    r"\s(?:cross|CV|validation|stratified|nested|(?:[\p{Ll}-]+\s)?(?:study|splits?|protocol|evaluation|ensemble)\b|\p{L}*Fold)"
)
FOLD_OF_VALIDATION = Pattern(rf"-fold{OF_VALIDATION}")


def in_compound(d: Digits) -> str | None:
    """A word joined by a hyphen that is no unit and counts nothing, a rating, or folds of a validation."""
    hyphen = _HYPHENATED.match(d.after) if d.after[:1] == "-" else None
    if hyphen is None:
        return None
    noun = hyphen["noun"]
    if not (_is_counted(d, noun.lower()) or _is_of_many(d, noun)) or _OF_A_GRAPH.match(d.after):
        return "part of a compound word"
    if noun == "point" and _RATING.match(d.after):
        return "a rating scale"
    if noun == "fold" and FOLD_OF_VALIDATION.match(d.after):
        return "part of a compound word"
    return None


def _is_counted(d: Digits, noun: str) -> bool:
    """ "a 7-layer net", "a 10-billion-cell mesh", "a 310-mineral catalogue"."""
    sized = noun in _SIZED and d.view[d.end - 1].isalpha()
    if sized or noun in COMPOUNDED or noun in DEVICES or _COMPOUND.fullmatch(noun) is not None:
        return True
    return is_of_a_set(d.view, noun, d.end + len("-") + len(noun))


# "the IEEE 69-bus grid", "the IEEE 33-bus and 69-bus grids"
_NAME_BEFORE = Ending(r"\b\p{Lu}{2,8}\s(?:\d{1,4}-\p{Ll}+(?:,|,?\sand)\s){0,2}$")
_WHOLE = Pattern(r"(?P<digits>\d{1,3}(?:,\d{3})+|\d{1,9})(?P<magnitude>[kKM]?)")


def _is_of_many(d: Digits, noun: str) -> bool:
    """ "a 40-station line", "12k-cycle runs"."""
    whole = _WHOLE.fullmatch(d.view, d.start, d.end)
    if whole is None or _NAME_BEFORE.search(d.before):
        return False
    value = float(whole["digits"].replace(",", "")) * (1000 if whole["magnitude"] else 1)
    return counts_many(value, noun)
