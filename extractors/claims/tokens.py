"""Tokens: of a text to learn from, of a context, of what a model writes, and those accepted at once."""

from __future__ import annotations

from extractors.claims.draft import Draft
from extractors.context.metric import last_metric
from extractors.endings import Ending
from extractors.lexicon import HEDGES
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Kind, Metric, Polarity

_CONTEXT = Pattern(
    r"\b(?:contexts?|sequences?|windows?|inputs?|prompts?|documents?|lengths?|long|limited to|generat\w+|"
    r"horizon)\b",
    IGNORECASE,
)
_TRAINED = Pattern(r"\b(?:train|pre-?train|corpus|dataset|data|fine-?tun)\w*", IGNORECASE)
_IN_A_BATCH = Ending(rf"\bbatch(?:es)?(?:\ssizes?)?\s(?:of|is|was|to|at)\s{HEDGES}$", IGNORECASE)
_LONGER_THAN_CONTEXTS = 2e7  # tokens
_RUN_OVER = Ending(r"\b(?:over|for|through|after)\s$")
_SPENT = Pattern(  # what a model writes and pays for
    r"(?:\b|^)(?:tokens per (?:task|query|question|problem|response|answer|turn|conversation|"
    r"request|episode|session|user|call|instance)|token (?:usage|consumption|spend)|"
    r"(?:thinking|reasoning) budgets?|(?:reasoning|thinking|"
    r"response|output|generated) tokens)\b"
)
_AND_INPUT = Ending(r"\s(?:input|prompt)(?:\stokens)?\s?(?:and|,|/|\+)\s$")  # "8k input and 16k output tokens"
_ACCEPTED = Pattern(r"\s(?:(?:are|is|were|get|being)\s)?accepted\b")
_ACCEPTS = Ending(
    r"\b(?:accept(?:s|ed|ing)?|(?:accept(?:ed|ance)?|acceptance)\s(?:\p{Ll}+\s)?lengths?(?:\s\(\p{Lu}{1,4}\))?\s(?:of|is|to|from|reaches|"
    r"exceeds|exceeding))\s(?:(?:an\saverage\sof|on\saverage|about|up\sto|over|nearly)\s|~){0,2}$"
)
_OF_TEXT = Pattern(r"\b(?:corpus|training|text|pretraining)\b")
_BUDGET_OF_TRAINING = Pattern(
    r"\s(?:of\s)?(?:(?:pre-?)?training|pre-?train)\s(?:budget|run|corpus|horizon|schedule|data)s?\b"
)


def accepted(s: Situation) -> Draft | None:
    """ "3.7 tokens are accepted", "accepts 3.7 tokens": drafted ones."""
    if _ACCEPTED.match(s.right) or _ACCEPTS.search(s.near_left):
        return Draft(Kind.MEASUREMENT, Metric.CAPACITY, "tokens", "tokens accepted")
    return None


def of_tokens(s: Situation) -> Metric:
    """What so many tokens are: a data set, a context, a batch, or what is written and paid for."""
    if s.quantity.noun == "context":
        return Metric.CONTEXT_LENGTH
    if s.quantity.noun == "vocabulary":
        return Metric.COUNT
    if _IN_A_BATCH.search(s.near_left):
        return Metric.BATCH_SIZE
    paid = last_metric(s.left[-130:]) if s.quantity.pair else None
    if paid is not None and paid.metric.polarity is Polarity.LOWER:
        return paid.metric  # "cuts the cost of a query from 90 tokens to 20"
    if _AND_INPUT.search(s.near_left):
        return Metric.CONTEXT_LENGTH
    if _SPENT.search(s.near_left[-60:] + " ") or _SPENT.match(s.quantity.noun + s.right[:30]):
        return Metric.COMPUTE
    if _is_learned(s):
        return Metric.DATASET_SIZE
    if _is_cut(s):
        return Metric.COMPUTE
    if _CONTEXT.search(s.near_left[-60:] + " " + s.right[:40]):
        return Metric.CONTEXT_LENGTH
    if s.quantity.high >= _LONGER_THAN_CONTEXTS and _RUN_OVER.search(s.near_left):
        return Metric.DATASET_SIZE
    if s.quantity.high >= 500:
        return Metric.CONTEXT_LENGTH
    return Metric.COUNT


def _is_cut(s: Situation) -> bool:
    """ "from 740 to 220 tokens": what there is less of is spent."""
    first, second = (s.quantity, s.following) if s.quantity.pair == "before" else (s.previous, s.quantity)
    return bool(s.quantity.pair) and first is not None and second is not None and second.high < first.low


def _is_learned(s: Situation) -> bool:
    """ "trained on 30M tokens", "a 2B-token training budget"."""
    if _OF_TEXT.search(s.quantity.noun) or _BUDGET_OF_TRAINING.match(s.right) or s.quantity.high >= 1e9:
        return True
    return s.quantity.high >= 1e7 and _TRAINED.search(s.near_left[-60:]) is not None
