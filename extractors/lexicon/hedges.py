"""What may stand before a number and leaves it what it is: "by nearly 3%", "of only about 40", "with just a 2%"."""

_WORDS = (
    "about|around|circa|over|nearly|almost|roughly|approximately|some|only|just|merely|a mere|up ?to|"
    "(?:no )?(?:more|less|fewer) than|at least|at most|as (?:much|many|little|few) as|under|below|above"
)
HEDGES = rf"(?:(?:{_WORDS})\s|~){{0,3}}"
HEDGES_OR_A = rf"(?:(?:{_WORDS}|an?)\s|~){{0,3}}"
