"""Verbs whose object is what the subject wins or loses against: "outperforms X", "lags behind X"."""

from __future__ import annotations

from extractors.patterns import Folded

WINS = (
    r"(?:outperform|surpass|exceed|beat|outpac|outscal|outclass|outrank|outscor|outstrip|outshin|outmatch|eclips|"
    r"dominat|overtak|underperform|trail)(?:s|es|e|ed|ing|ting)?|out(?:d(?:o(?:es|ing|ne)?|id)|run(?:s|ning)?|ran)|"
    r"edg(?:es?|ed|ing) (?:out|past)|"
    r"(?:lag(?:s|ged|ging)?(?: behind)?|fall(?:s|ing)? behind|(?:fall(?:s|ing)?|com(?:es?|ing)) short of)|"
    r"(?:topping|bests|besting|betters|(?<!\d )tops(?= (?:all|the|every|both|any) ))"
)
WINS_PARTS = (  # one of which is in each
    "outp", "underperform", "surpass", "exceed", "beat", "outs", "outc", "outr", "outm", "outd", "eclips",
    "dominat", "overt", "trail", "edg", "lag", "behind", "short of", "topping", "best", "betters", "tops",
)  # fmt: skip
WINNING = Folded(rf"\b(?:{WINS})\b")
WINNING_OR_IMPROVING = Folded(rf"\b(?:{WINS})\b|\bimprov(?:es|e|ed|ing)\b")
