"""Whether a bare "7B" is the size of a model, and "32K" the length of a context."""

from __future__ import annotations

from extractors.numbers.nouns.word import WORD, NounMatch
from extractors.patterns import IGNORECASE, Pattern

# Nouns that a bare "7B" may stand before without counting them: it is the size of the model.
_MODELISH = Pattern(
    r"models?|llms?|slms?|mllms?|vlms?|lms?|variants?|networks?|transformers?|versions?|backbones?|scales?|"
    r"sizes?|baselines?|"
    r"checkpoints?|agents?|counterparts?|architectures?|moes?|experts?|encoders?|decoders?|dense|parameters?|params?|"
    r"weights|activations?|configurations?|settings?|setups?|levels?|regimes?|systems?|students?|teachers?|competitors?|"
    r"ones|series|class|reasoners?|policies|vlas?|drafters?|drafts?|generators?|verifiers?|judges?|planners?|controllers?|"
    r"lmms?|lvlms?|dllms?|lrms?|plms?|mlms?|lalms?|targets?|rankers?|rerankers?|retrievers?|embedders?|foundation|"
    r"famil(?:y|ies)|guards?|guardrails?|\p{L}{3,}(?:at|i[sz]|ifi|ss)(?:or|er)s?",  # "evaluators", "classifiers"
    IGNORECASE,
)
_SORT_OF_MODEL = Pattern(r"\p{Lu}{1,4}Ms?(?![\p{L}\d/-])")  # "8B PRMs": the last letter stands for it
_OF_TRAFFIC = Pattern(
    r"\s{1,8}network\s(?:traces|flows|packets|logs|measurements|records|events|captures|requests)\b"
)
_SAID = Pattern(  # "2.5M LLM answers": of models, which none of them is
    r"conversations|dialogues|interactions|responses|answers|queries|prompts|traces|outputs|generations|calls|requests|messages|"
    r"annotations|judge?ments|completions|evaluations|trajectories|chats|sessions|instructions|predictions"
)
_A_MODEL = Pattern(r"\b(?:model|LLM|network)(?=\s\p{L})", IGNORECASE)


def is_model_size(view: str, start: int, noun: NounMatch | None) -> bool:
    """Whether a number with a bare magnitude letter is a model's size rather than a count of ``noun``."""
    if noun is None:
        return True
    if _OF_TRAFFIC.match(view, start) or (noun.phrase == "scale" and noun.unit == "samples"):
        return False
    first = WORD.match(view, start)
    if view[start - 1 : start] == "M" and _SAID.fullmatch(noun.unit):
        return False
    if view[start - 1 : start] in "BM" and _A_MODEL.search(noun.phrase):
        return True  # "A 1.5B reasoning model outranks"
    if _MODELISH.fullmatch(noun.unit) or (first is not None and _SORT_OF_MODEL.match(first["word"])):
        return True
    queried = (
        view[start - 1 : start] in "M+K" and first is not None and first["word"] == "model"
    )  # "1M+ model queries"
    return not queried and first is not None and _MODELISH.fullmatch(first["word"]) is not None


_CONTEXTISH = Pattern(
    r"\s?-?\s?(?:token\s|length\s)?(?:(?:thinking|reasoning|token|memory|KV(?:[\s-]cache)?|cache)[\s-]budgets?|context|ctx|sequence|input|prompt|window|prefill|contexts|sequences|inputs)\b",
    IGNORECASE,
)


def is_context_length(view: str, start: int) -> bool:
    """Whether a context or a sequence follows: "32K context"."""
    return _CONTEXTISH.match(view, start) is not None
