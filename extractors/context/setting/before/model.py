"""A model known by name whose value is told: "Qwen3-8B needs 16 GB", "makes Qwen3-8B reach 71%"."""

from __future__ import annotations

from extractors.context.attribution.own import is_system
from extractors.context.setting.span import Span, span_of
from extractors.endings import Ending
from extractors.situation import Situation

# Families of models that anyone may use.
_FAMILIES = (
    "ChatGPT", "GPT", "Claude", "Gemini", "Gemma", "CodeLlama", "CodeLLaMA", "Llama", "LLaMA", "LLama", "Qwen", "QwQ",
    "Mistral", "Mixtral", "DeepSeek", "Grok", "Kimi", "GLM", "InternVL", "LLaVA", "OPT", "OLMo", "Falcon",
)  # fmt: skip
_PARTS = tuple(map(str.lower, _FAMILIES))
_NAME = (
    rf"(?:(?:the|an?)\s)?(?:{'|'.join(_FAMILIES)})"
    r"(?![\p{L}-]*(?:based|powered|generated|style|like|class|level|judged?)\b)[\p{L}\d.-]{0,24}"
    r"(?:\s(?:\d[\d.]{0,4}[\p{L}]?|\p{Lu}[\p{L}\d.-]{0,16}|mini|nano|turbo)){0,4}(?:\s\([^()\d]{1,20}\))?(?:\smodels?)?"
)
_OPENS = (
    r"(?:^(?:[Ee]ven\s|[Ww]hile\s|[Aa]lthough\s|[Ww]hereas\s)?|[,;:]\s(?:but\s)?|"
    r"\b(?:while|whereas|but|that|where|(?:such\sas|like)(?![^,;:()]{0,60},[^,;:()]{0,60}\sand\s)|even)\s)"
)
_VERB = (
    r"(?:achiev|reach|requir|need|trail|demonstrat|show|drop|us|scor|remain|fall|lead|attain|obtain|solv|los|gain|degrad|exhibit|"
    r"consum|occup|suffer|sustain|process|produc|generat|decod|improv|hallucinat|refus|answer|run|spend|tak|stay|yield|fail)"
    r"(?:i?es|s|ed|e)?|lags|has|had|is|was|took|ran|fell|led|lost|spent|rose"
)
_DOES = Ending(
    rf"{_OPENS}(?P<np>{_NAME})\s(?:(?:only|still|even|already|alone|also|then|consistently|correctly)\s){{0,2}}(?:{_VERB})\s"
    r"(?:(?!\s(?:than|over|versus|while(?!\s\p{L}+ing\b)|whereas|but|as|by)\s)[^,;:]){0,90}$"
)
_MADE = Ending(
    rf"\b(?:enabl|allow|help|lett?|lead|caus|push|mak)(?:e?s|ing|e)?\s(?P<np>{_NAME})\s(?:to\s)?"
    r"(?:perform|run|achieve|reach|attain|train|decode|generate|process|solve|obtain|use|fit|handle|serve|support)\s"
    r"(?:(?!\s(?:than|over|versus|while|whereas|but)\s)[^,;:]){0,90}$"
)


def named_model(s: Situation, system: str | None) -> Span | None:
    """ "Qwen3-8B needs 16 GB": the model, unless it is what the paper tells of."""
    if not s.says(_PARTS):
        return None
    match = _DOES.search(s.before_list) or _MADE.search(s.before_list)
    if match is None or is_system(match["np"], system):
        return None
    return span_of(match, s.siblings[s.group[0]].start)
