"""What a word that compares sets beside the subject: "the gains over X reach 2x", "as accurate as X with 2x less"."""

from __future__ import annotations

import regex

from extractors.context.baseline.phrases import A_NUMBER
from extractors.context.baseline.rival.verb import last_of, object_of, objects_of
from extractors.patterns import Folded
from extractors.situation import Situation

_COMPARED = Folded(
    r"\b(?:over|compared (?:to|with)|(?:relative|with respect) to|w\.r\.t\.?|(?<!rather )than|against|versus|vs\.?)\s"
    rf"(?P<np>(?!{A_NUMBER}|up to)"
    r"(?:(?!\swith\s(?:an?|the|its)\s[\p{L}-]+\sof\b|"
    r"\sand\s(?:\p{L}+ing|over|against|versus|relative|(?:improv|outperform|surpass|exceed|reduc|beat)e?s)\b)"
    r"[^,;:()]){2,60}?)(?::\s|\s"
    r"(?:\(with\s(?:(?!(?:over|against|versus|than)\s)[^,;()]){0,30}|\(|"
    r"(?<!state\s)of\b|by\b|up to\b|to (?:as (?:low|little|few) as|only|just|about|under|below)\b|ranging\b|"
    r"reaching\b|is\b|are\b|was\b|were\b|averag(?:es|ing)\b|amounts? to\b|equals?\b|"
    r"(?:grow|widen|shrink|fall|drop|ris|increas|decreas|narrow)e?s to\b|reach(?:es|ed)\b))"
    r"(?:(?!\b(?:over|against|versus|relative)\s)[^,;()]){0,24}$"
)


def compared(s: Situation) -> tuple[int, int] | None:
    """ "the gains over X reach 2x", "compared with X by 2x"."""
    return object_of(s, last_of(s, _COMPARED))


_SUPERIOR = regex.compile(
    r"\b(?:superior|superiority|inferior|comparabl[ey]|similar|competitive|favou?rabl[ey]|on[ -]par|equal|identical|"
    r"equivalent|compar(?:es|ed|ing) (?:well|poorly)|parity|los(?:es|ing|t)|com(?:es|ing) close|com(?:es|ing) second|"
    r"compet(?:es|ing)(?=\swith))\b[^,;]{0,50}?\s(?:to|with|against|over)\s(?:matching\s)?"
    rf"(?P<np>(?!{A_NUMBER}|(?:far\s|much\s)?(?:fewer|less|lower|more|only|no|minimal)\b)[^,;:]{{2,80}}?)"
    r"(?=,|:|\swhile\b|\sdespite\b|\syet\b|\sat\b|\swith\b|\susing\b|\sbut\b|\sand\b|\sby\b|\s?(?:\(|--|—|–))|"
    r"\bsame\s[^,;]{2,40}?\sas\s(?P<np>[^,;]{2,60}?)(?=,|\swhile\b|\swith\b|\sbut\b|\sand\b|\sat\b|\()|"
    r"\bas\s(?:accurate|good|fast|precise|strong|robust|expressive|capable|effective|small|cheap)\sas\s"
    r"(?P<np>[^,;]{2,60}?)(?=,|\swhile\b|\sbut\b|\sand\b|\sat\b)|"
    r"(?<!rather )\bthan\s(?P<np>[^,;]{2,50}?)(?=,\s(?:offering|achieving|with|deliver\w+|yielding|provid\w+|and\b))",
    regex.IGNORECASE,
)


# "a scheme similar to X that cuts the time by 30%": how it is made
_LIKENESS = Folded(r"(?:similar|identical|equivalent)\sto\s[^,;:]{2,60}?\s(?:that|which)\s")


def superior(s: Situation) -> tuple[int, int] | None:
    """ "superior to X with 2x less memory", "as accurate as X at 2x the speed"."""
    found = last_of(s, _SUPERIOR)
    return None if found and _LIKENESS.match(found[0]) else objects_of(s, found)
