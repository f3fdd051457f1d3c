"""Verbs that set a system against another: "surpasses X", "rivals X"."""

from extractors.patterns import Pattern

BEATS = r"(?:outperform|surpass|exceed|beat)(?:s|es|ed|ing|en)?"
BEATS_OR_EQUALS = r"(?:outperform|surpass|exceed|beat|match|rival)(?:s|es|ed|ing|en)?"
BEATING = Pattern(rf"\b{BEATS}\b")
