"""Nouns of what has a value but no better: "sparsity", "prevalence", "trigger rate"."""

_NOUNS = (
    r"(?:sparsit(?:y|ies)|prevalence|incidence|disparit(?:y|ies)|frequenc(?:y|ies)|densit(?:y|ies)|entrop(?:y|ies)|"
    r"dispersion|redundanc(?:y|ies)|turnover|humidity|coefficients?\sof\svariation|return\son\sinvestment|"
    # what people do, and what becomes of a market
    r"adoption|penetration|uptake|turnout|participation|(?<!task\s)engagement|churn|enrol{1,2}ment|literacy|"
    r"market\sshares?|(?:user|customer|player|student|employee|subscriber)\sretention|(?:bed|seat|room|vehicle)\soccupancy|"
    # of matter
    r"crystallinity|porosity|moisture|salinity|albedo|opacity|(?:relative\s)?abundance|"
    # of a structure
    r"(?:lexical|vocabulary|token|n-gram|train-test|data)\soverlap|asymmetr(?:y|ies)|reciprocity|imbalance|homophily|"
    r"(?:production\s|process\s|workflow\s|task\s)automation|differentials?)"
)
# Rates of what is neither done well nor badly; those of success, failure and use are metrics by their own names.
_RATES = (
    r"(?:repetition|flakiness|trigger(?:ing)?|activation|firing|condensation|sampling|mask(?:ing)?|subsampling|"
    r"replacement|skip(?:ping)?|exit|escalation|deferral|abstention|fallback|overlap|mixing|mixture|duplication|"
    r"divergence|dropout|attrition|growth|inflation|mortality|birth|interest|unemployment|"
    r"adoption|participation|penetration|automation|fill|click|open|opt-(?:in|out)|bounce|vacancy|cancellation|purchase|"
    r"renewal|subscription|poverty|fertility|vaccination|truncation|pruning|speed-?up|warm-?up|switch(?:ing)?|hedging)"
    r"\s(?:rate|ratio)s?"
)
UNRANKED = rf"(?:{_NOUNS}|{_RATES})"
