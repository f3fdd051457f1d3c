"""What a percentage before it is the level of: "95% confidence", "a 90% credible interval"."""

from extractors.patterns import IGNORECASE, Pattern

INTERVAL = Pattern(
    r"\s{0,2}-?(?:(?:bootstrap(?:ped)?|exact|simultaneous|asymptotic|normal|percentile|pointwise|Wilson|Bayesian)\s)?(?:confidence|credible|CIs?\b|(?:prediction|bootstrap|posterior)\s(?:intervals?|bands?)|significance|"
    r"interval|(?:upper|lower)[-\s](?:confidence[-\s])?(?:bound|limit))",
    IGNORECASE,
)
