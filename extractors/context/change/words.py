"""Words that several wordings of a change share."""

from __future__ import annotations

from extractors.endings import Ending
from extractors.patterns import IGNORECASE, Folded, Pattern

CLAUSE_BREAK = Pattern(r"[;]|,\s(?:while|whereas|but|with|and|which)\s|\bwhile\b|\bwhereas\b|\.\s", IGNORECASE)
# "recovers all but 2 points": what is still lost
ALL_BUT = Ending(r"\ball\sbut\s(?:(?:the\slast|an?|about|some)\s){0,2}$")
# "the accuracy lost on the far set stays below 2 points"
LOST_ON = Ending(
    r"\b(?:accuracy|score|quality|performance|recall|precision|F1|points?)\slost\s(?:[^,;:()\d]{2,50}\s)?"
    r"(?:is|was|are|stays|remains|stayed|remained|amounts\sto)\s"
    r"(?:(?:below|under|within|at|only|just|about|less\sthan|at\smost|no\smore\sthan)\s){0,2}$"
)
FILLER = (
    r"(?:\s{1,3}|(?:a|an|the|between|up[ -]?to|about|around|circa|over|nearly|almost|roughly|approximately|"
    r"(?:no )?(?:more|less) than|at least|at most|only|just|merely|a mere|as much as|as many as|as low as|as high as|"
    r"as little as|a further|an additional|further|another|on average|an? average|average|"
    r"(?:geometric means?|geomean|factors?) of|"
    r"an? (?:[\p{L}-]+ ){0,2}(?:margin|average|mean|median|geomean|factor|maximum|minimum|accuracy|score|amount) of|"
    r"an (?:average )?improvement of|an average gain of|"
    r"maximum|minimum|max\.?|minimum/maximum of|a minimum/maximum of|some|even|well over|close to|under|exceeding|"
    r"beyond|above|below|within|an? (?:overall|relative|absolute|impressive|remarkable|significant|substantial|"
    r"notable|total)|[~<>≥≤$(+-]|by)(?=\W|$)){0,8}"
)
OPEN = Pattern(r"[(\[][^()\[\]]{0,12}$")
# What is run, and so gets faster when it improves.
IS_RUN = Pattern(
    r"\b(?:perf\w*|train|inference|serving|decod|generat|pre-?fill|process|execut|quer|insert|workload|comput|"
    r"kernel|operation|operator|attention|search|simulat|render|sampl|GEMM|matmul|matri|convol|compil|lookup|"
    r"loading|transfer|step|system|end-to-end|CPU|GPU|hardware|application|benchmark|case|setting|scenario|"
    r"wall-?clock|time|rate|speed)",
    IGNORECASE,
)
# A noun before a word of change: of what it names, and of nothing that is named farther off.
THING_BEFORE = Pattern(
    r"\s(?!(?:relative|absolute|average|mean|median|additional|further|overall|significant|substantial|consistent|total|"
    r"maximum|geometric|geomean|potential|theoretical|cumulative|respective|notable|modest|dramatic|massive|huge|large|"
    r"drastic|considerable|remarkable|impressive|up|about|corresponding|similar|comparable|better|observed|measured)\b)"
    r"\p{Ll}{4,}(?:-\p{Ll}+)?(?<!al|ly|ed|ve|nt)\s"
)
# What a model writes: shorter ones take fewer tokens.
WRITTEN = Pattern(
    r"\b(?:reasoning|responses?|outputs?|traces?|chains?(?:[-\s]of[-\s]thoughts?)?|CoTs?|thoughts?|thinking|"
    r"answers?|completions?|rationales?)\b"
)
# "loses 2% of the accuracy", "trades 1% accuracy for speed"
PAYS = Folded(
    r"\b(?:costs?|costing|sacrific\w+|los(?:es?|ing)|lost|giv(?:es|ing) up|trad(?:es|ing)(?: away| off)?|forgoes|"
    r"forfeits)\s(?:(?:about|only|just|up to|merely|a mere|less than|under|at most|roughly|another)\s|~)?\s?$"
)
