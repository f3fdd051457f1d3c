"""Verbs that set a system against another: "surpasses X", "rivals X"."""

from extractors.patterns import Pattern

_OTHERS = (
    r"out(?:pac(?:e[sd]?|ing)|run(?:s|ning)?|ran|strip(?:s|ped|ping)?)|edg(?:es?|ed|ing)\sout|"
    r"overt(?:akes?|aking|ook)|eclips(?:e[sd]?|ing)"
)
BEATS = rf"(?:(?:outperform|surpass|exceed|beat)(?:s|es|ed|ing|en)?|{_OTHERS})"
BEATS_OR_EQUALS = rf"(?:(?:outperform|surpass|exceed|beat|match|rival)(?:s|es|ed|ing|en)?|{_OTHERS})"
BEATING = Pattern(rf"\b{BEATS}\b")
