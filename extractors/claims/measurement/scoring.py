"""Percentages that nothing names: a score where their sentence speaks of results, else a share of something."""

from __future__ import annotations

from extractors.claims.draft import Draft, measured
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.patterns import IGNORECASE, Folded, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Metric

_NEAR = 40  # characters
# what results are reached, compared and judged by
_OF_RESULTS = Folded(
    r"achiev|reach|attain|obtain|get(?:s|ting)?\b|yield|boost|\brais|\blift|push|gain|improv|increas|\blowers?\b|perform|scor|degrad|"
    r"drop|declin|outperform|surpass|exceed|beat|rival|prefer|favou?r|\bcho(?:se|osing)|chosen|\bwin|\branks?\b|better|best|worse|"
    r"dominates|match|succe|solv|solution|complet|finish|pass|resolv|answer|correct|detect|classif|recogni|predict|identif|"
    r"retriev|recover|discrimin|accura|quality|benchmark|baseline|state.of.the.art|\bsota\b|capab|abilit|skill|reliab|fidelity|"
    r"finds\sthe|\btop(?:s|ped|ping)\b|leaderboard|\bgood\b|helpful|\baccept|rating|\bjudged|align|agree|attack|\basr\b|lead(?:s|ing)?\b|retain|preserv|maintain|"
    r"\bkeeps?\b|upper bound|clos(?:e|ing)\b|test set"
)
# "supports 91% on HumanEval"
_ON_NAME = Pattern(r"[%$\\]{0,3}\s(?:on|for|in|across|over)\s(?:the\s)?\p{Lu}")
_WITHIN = Ending(rf"\bwithin\s{HEDGES}$|\bplus\sor\sminus\s$|±\s?$", IGNORECASE)


def of_nothing_named(s: Situation) -> Draft:
    """An accuracy where results are spoken of; "skewed male (68%)" is none, "predicts it within 4%" an error."""
    if _WITHIN.search(s.near_left):
        return measured(s, Metric.ERROR, "percentage of a spread")
    scored = _OF_RESULTS.search(s.left) or _OF_RESULTS.search(s.right[:_NEAR]) or _ON_NAME.match(s.right)
    if scored:
        return measured(s, Metric.ACCURACY, "percentage")
    return measured(s, Metric.OTHER, "percentage of no score")
