"""What may stand before a number and leaves it what it is: "by nearly 3%", "of only about 40"."""

HEDGES = (
    r"(?:(?:about|around|over|nearly|almost|roughly|approximately|some|only|just|merely|a mere|up to|more than|"
    r"less than|at least|at most|as much as|as many as|under|below|above)\s|~){0,3}"
)
