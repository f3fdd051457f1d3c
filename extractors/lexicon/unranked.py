"""Nouns of what has a value but no better: "sparsity", "prevalence", "trigger rate"."""

_NOUNS = (
    r"(?:sparsit(?:y|ies)|prevalence|incidence|disparit(?:y|ies)|frequenc(?:y|ies)|densit(?:y|ies)|entrop(?:y|ies)|"
    r"dispersion|redundanc(?:y|ies)|turnover|humidity|coefficients?\sof\svariation|return\son\sinvestment)"
)
# Rates of what is neither done well nor badly; those of success, failure and use are metrics by their own names.
_RATES = (
    r"(?:repetition|flakiness|trigger(?:ing)?|activation|firing|condensation|sampling|mask(?:ing)?|subsampling|"
    r"replacement|skip(?:ping)?|exit|escalation|deferral|abstention|fallback|overlap|mixing|mixture|duplication|"
    r"divergence|dropout|attrition|growth|inflation|mortality|birth|interest|unemployment)\s(?:rate|ratio)s?"
)
UNRANKED = rf"(?:{_NOUNS}|{_RATES})"
