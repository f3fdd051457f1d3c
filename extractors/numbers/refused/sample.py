"""The value of a symbol that is no mathematics: how large a sample is, "nurses (N = 412)", "a user study (n=24)"."""

from __future__ import annotations

from extractors.endings import Ending
from extractors.numbers.nouns.plural import is_plural
from extractors.patterns import IGNORECASE, Pattern

_SAMPLE = Ending(r"(?<![\p{L}\d-])(?P<noun>\p{L}{3,20})\s\(\s{0,2}[nN]\s{0,2}=\s{0,2}$")
_CLOSES = Pattern(r"\s{0,2}(?:[),;]|/\s?\p{Ll}|per\s)")
_NEAR = 40
_BEGINS_CLOSE = "),;/p"
# What takes part, or is looked at, in what was done with so many.
_STUDIED = {
    "participants": Pattern(
        r"stud(?:y|ies)|experiments?|surveys?|interviews?|trials?|deployments?|workshops?|panels?|pilots?|groups?|arms?|"
        r"questionnaires?|assessments?|classrooms?",
        IGNORECASE,
    ),
    "patients": Pattern(r"cohorts?", IGNORECASE),
    "papers": Pattern(r"reviews?|literature|meta-?analys[ie]s", IGNORECASE),
    "samples": Pattern(
        r"sets?|datasets?|data|samples?|subsets?|splits?|train|training|validations?|test|testing|corpus|corpora",
        IGNORECASE,
    ),
}
# Of these a formula gives the number: "for three sizes (n = 64)".
_PARAMETERS = Pattern(
    r"\p{L}*(?:sizes|lengths|dimensions|layers|variables|qubits|bits|nodes|agents|steps|values|neighbou?rs|degrees|"
    r"vertices|matrices|problems|cases|polynomials|conditions|settings|systems|classes|orders|points|particles|"
    r"players|ranks|folds|models|networks|graphs|functions|tests)"
)
_FEWEST, _FEWEST_OF_A_NOUN = 5, 10


def what_is_sampled(view: str, start: int, end: int, first: str) -> str | None:
    """What the digits at ``[start, end)`` count, in the plural, when they are the size of a sample.

    ``first`` is the first character that follows.
    """
    digits = view[start:end].replace(",", "")
    if first not in _BEGINS_CLOSE or not digits.isdigit() or int(digits) < _FEWEST:
        return None
    before = _SAMPLE.search(view, max(0, start - _NEAR), start)
    if before is None or not _CLOSES.match(view, end):
        return None
    noun = before["noun"]
    for counted, studied in _STUDIED.items():
        if studied.fullmatch(noun):
            return counted
    of_things = noun.islower() and is_plural(noun) and not _PARAMETERS.fullmatch(noun)
    return noun if of_things and int(digits) >= _FEWEST_OF_A_NOUN else None
