"""Bounds turned round: "never goes beyond 3 GB", "drops no lower than 2%", "fails above 8K tokens"."""

from __future__ import annotations

import regex

from extractors.context.qualifier.hedges import BETWEEN
from extractors.endings import Ending

# "never goes beyond 3 GB", "without exceeding 5 W", "no setting loses more than 2%": a bound turned round
NOT_ABOVE = Ending(
    r"(?:\b(?:never|not|cannot|without|nor|rarely|seldom|hardly)\s(?:ever\s)?(?:(?!(?:only|just|merely|and|but)\b)"
    r"[\p{L}-]{1,20}\s){0,2}|"
    r"\b(?:no|none|neither)\s(?:(?!and\b|or\b|but\b|with\b|while\b)[\p{L}-]{1,20}\s){0,3}(?:los|tak|need|requir|us|"
    r"exceed|deviat|differ|add|cost|degrad|drop|declin|increas|ris|go|incur|consum|overhead|drift|suffer|grow|"
    r"deviation|"
    r"reach|achiev|attain|scor|solv|resolv|get|pass|complet|detect|recover|answer|improv|gain|retriev|reduc|cut|sav|cover|"
    r"find|reproduc)\p{L}{0,6}\s(?:(?:by|of|to)\s)?)"
    r"(?:exceed(?:s|ed|ing)?|top(?:s|ped|ping)?|more than|above|beyond|past|"
    r"over|surpass(?:es|ing)?|(?:greater|higher|larger|longer) than)\s{1,3}" + BETWEEN + "|"
    r"\b(?:no|none|neither)\s(?:of\s)?(?:(?!(?:and|or|but|with|while)\b)[\p{L}-]{1,20}\s){0,4}(?:exceed|surpass|top)(?:s|ed|es)?\s{1,3}"
    + BETWEEN,
    regex.IGNORECASE,
)
NOT_BELOW = Ending(
    r"\b(?:never|not|cannot|without|nor|rarely|seldom)\s(?:ever\s)?(?:(?:fall|drop|go|dip|sink|declin|get|fell|went|"
    r"decreas)\p{L}{0,5}\s(?:(?:to|down to)\s)?)?(?:below|under|beneath|(?:less|fewer|lower) than)\s{1,3}" + BETWEEN,
    regex.IGNORECASE,
)
# "earlier systems gave up beyond 13B parameters", "training is infeasible above 8K tokens": as far as it goes
FAILS_ABOVE = Ending(
    r"\b(?:g[ai]ve(?:s|n)?\sup|fail(?:s|ed)?|stop(?:s|ped)?(?:\sworking)?|br[eo]ak(?:s|en)?(?:\sdown)?|broke(?:\sdown)?|crash(?:es|ed)?|"
    r"r[au]n(?:s|ning)?\sout\sof\s(?:memory|space|time)|infeasible|impossible|intractable|impractical|unusable|time(?:s|d)?\sout)\s"
    r"(?:\p{L}+ly\s)?(?:beyond|above|past|(?:for|with|at|on)\s(?:over|more than|(?:larger|longer) than))\s{1,3}"
    + BETWEEN,
    regex.IGNORECASE,
)
# What each of them has to have, folded.
NEGATIONS = ("never", "not", "without", "nor", "rarely", "seldom", "hardly", "no ", "none", "neither")
FAILURES = (
    "up ", "fail", "stop", "break", "broke", "crash", "out ", "impossible", "infeasible", "intractable",
    "impractical", "unusable",
)  # fmt: skip
