"""What stands between the two numbers of a range or a pair, and what announces them."""

from __future__ import annotations

from extractors.patterns import IGNORECASE, Pattern

TO = Pattern(
    r"-?\s{1,3}(?:(?:up|down)\s)?to\s{0,3}[~+-]?\s{0,8}(?:(?:well\s)?(?:over|about|around|roughly|nearly|almost|"
    r"more than|approximately|only|just|merely|a mere|less than|under|below|above|beyond|within|fewer than|"
    r"at least|at most|close to|as much as|as many as|as high as|as low as|as little as|as few as)\s)?|"
    r"\s{0,4}(?:->|→)\s{0,14}"
)
AND = Pattern(r"\s{1,3}(?:and|&)\s{1,3}~?")
BETWEEN = Pattern(r"\bbetween\s{1,3}~?(?:about\s|roughly\s|approximately\s)?$", IGNORECASE)
FROM = Pattern(
    r"\bfrom\s{1,3}[~<>≥≤-]?\s{0,8}(?:(?:an?|the|its|our)\s(?:[\p{L}-]{1,20}\s){1,4}of\s)?(?:(?:about|around|roughly|approximately|nearly|almost|over|under|a|an|the|well|"
    r"below|above|fewer than|at least|at most|up to|close to|as high as|as much as|as many as|"
    r"as low as|as little as|just|only|merely|more than|less than|(?:the\s)?\p{L}[\p{L}\d-]{0,20}'s?)\s){0,2}$",
    IGNORECASE,
)
ARROW = Pattern("->|→")
