"""The subject of the value's clause, which may be what the value holds for: "sorting networks become 2x faster"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from extractors.context.attribution.own import is_system
from extractors.context.metric import metric_cues
from extractors.context.setting.accept import trimmed
from extractors.context.setting.look import look_of
from extractors.context.setting.phrases import Phrase
from extractors.context.setting.subjects import clause_start
from extractors.endings import Ending
from extractors.lexicon import has_verb
from extractors.patterns import IGNORECASE, Folded, Match, Pattern
from extractors.situation import Situation

_VERBS = (
    "achiev|reach|match|requir|obtain|attain|scor|yield|deliver|remain|drop|suffer|fail|solv|sustain|exhibit|provid|perform|peak|"
    "support|handl|process|reduc|increas|decreas|show|gain|improv|complet|climb|refus|offer|detect|benefit|converg|train|enabl|"
    "result|caus|incur|introduc|add|speed|account|generat|produc|retain|maintain|preserv|doubl|halv|rais|lower|experienc|"
    "averag|rang|consum|contain|outperform|exceed|surpass|accelerat|degrad|catch|broaden|inherit|collaps|settl|"
    "dissipat|operat|compress|generali[sz]|predict|recover|contribut|dominat|elicit|express|demonstrat|respond"
)
_PREDICATE = Folded(
    r"\s(?:(?:can|could|may|might|will|would|must|not|only|even|still|already|now|then|also|\p{L}+ly)\s){0,2}(?:(?:is|are|was|"
    r"were|has|have|had|makes?|made|gives?|gave|runs?|ran|falls?|fell|takes?|took|rises?|rose|grows?|grew|holds?|held|sees?|"
    r"saw|loses?|lost|wins?|won|costs?|spends?|spent|gets?|got|uses?|saves?|needs?|stays?|hits?|cuts?|fits?|becomes?|became|"
    r"leads?|led|brings?|brought|shrinks?|shrank|passes|finishes|beats?)|"
    rf"(?:{_VERBS})(?:es|s|ed|(?P<bare>e?)))(?=\s)"
)
_PLURAL = Ending(r"(?:[^s\W]s|\))$")  # of one thing, no verb is bare: "the process node"
_OPENS = (
    ", ", "; ", ": ", ") ", " while ", " whereas ", " but ", " and ", " that ", " where ", " which ", " as ",
    " since ", " because ",
)  # fmt: skip
# What begins so is no subject, or is the paper and what it tells of.
_NO_SUBJECT = Pattern(
    r"(?:we|it|they|this|these|those|that|which|who|such|both|there|here|results?|experiments?|evaluations?|analys[ie]s|"
    r"simulations?|measurements?|tests?|findings?|ablations?|ours?|its|their|on|in|for|with|by|to|from|at|of|under|using|over|"
    r"across|through|during|when|if|while|where|what|although|though|unlike|despite|and|or|but|than|not|\p{L}+ly|(?:the|an?)\s(?:\p{L}+\s)?(?:proposed|"
    r"resulting|final|results?|system|method|approach|framework|algorithm|technique|design|tool|code|implementation|"
    r"solution|architecture|former|latter))\b|"
    r"(?:the|an?)\s\p{L}+$|"  # "the net"
    r"\p{L}+ing(?:$|\s(?:the\b|an?\b|(?-i:\p{Lu})))",  # "training", "quantizing Kelp-13B"
    IGNORECASE,
)
# "the gap between old and new maps", "the share of maps": how much there is of something
_HOW_MUCH = Pattern(
    r"(?:the|an?)\s(?:[\p{L}-]+\s){0,2}(?:(?:gap|spread|difference|distance|disparity|margin|correlation|agreement)\s(?:between|of|in)|"
    r"(?:fraction|share|proportion|percentage|number|ratio|probability)\sof)\s",
    IGNORECASE,
)
_AND = " and "
_REACH = 70  # characters of a subject


def clause_subject(s: Situation, system: str | None) -> Phrase | None:
    """The subject of the last clause that begins before the value; null where it is the paper's own system."""
    found = _subjects(s.doc.view, s.sentence.start, s.sentence.end)
    last = next((phrase for phrase in reversed(found) if phrase.at <= s.quantity.start), None)
    if last is None or is_system(s.doc.text[last.start : last.end], system):
        return None
    return last


@lru_cache(maxsize=4)
def _subjects(view: str, first: int, last: int) -> tuple[Phrase, ...]:
    """Each subject, with the end of its verb as the place from which it holds."""
    return tuple(_each(view, first, last))


def _each(view: str, first: int, last: int) -> Iterator[Phrase]:
    for verb in _predicates(view, first, last):
        start = clause_start(view, first, verb.start(), _OPENS)
        both = _with_first(view, first, start)
        if _HOW_MUCH.match(view, both, verb.start()):
            continue
        span = _subject(view, both, verb.start()) if both < start else None
        start, span = (both, span) if span else (start, _subject(view, start, verb.start()))
        if span is not None:
            head, look = look_of(view[slice(*span)])
            place = "opens the sentence" if start == first else "opens a clause"
            yield Phrase(verb.end(), *span, "subject", place, head, look)


def _with_first(view: str, first: int, start: int) -> int:
    """Where the first of two subjects begins: "small nets and large nets reach"."""
    two = view.endswith(_AND, first, start) and not view.endswith((f",{_AND}", f";{_AND}"), first, start)
    return clause_start(view, first, start - len(_AND), _OPENS) if two else start


def _predicates(view: str, first: int, last: int) -> Iterator[Match]:
    """The verbs of clauses: "a head retains", "heads retain"."""
    for verb in _PREDICATE.finditer(view, first, last):
        if verb["bare"] is None or _PLURAL.search(view, max(first, verb.start() - _REACH), verb.start()):
            yield verb


def _subject(view: str, start: int, end: int) -> tuple[int, int] | None:
    text = view[start:end]
    if (
        text.endswith(",")
        or (text.endswith(")") and "(" not in text)
        or not 1 < len(text) < _REACH
        or _NO_SUBJECT.match(text)
        or any(_predicates(view, max(start - 1, 0), end + 1))
    ):
        return None
    return None if has_verb(text) or metric_cues(text) else trimmed(view, (start, end))
