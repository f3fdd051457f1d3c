"""Sizes of what is compared with: "outperforms Name (2B)", "the 128-GPU baseline"."""

from __future__ import annotations

import regex

from extractors.context.attribution.used import SHARE_OF_THE, is_used_by_another
from extractors.context.attribution.versus import RIVALS
from extractors.endings import Ending
from extractors.lexicon import BEATS_OR_EQUALS, HEDGES, HEDGES_OR_A
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Folded, Pattern
from extractors.situation import Situation

_SIZES = (Dimension.DEVICES, Dimension.PARAMETERS, Dimension.COUNT)
_USUAL = ("typically", "usually", "normally", "otherwise", "previously", "formerly")
# "runs on 2 GPUs, a job that usually needs 16"
_USUALLY_NEEDS = Ending(
    r",\s(?:an?|which|something)\s(?:[\p{L}-]+\s){0,4}(?:typically|usually|normally|otherwise|previously|formerly)\s"
    r"(?:requir|need|tak|consum|demand|us|run|train)\p{L}*\s"
    r"(?:on\s)?" + HEDGES_OR_A + r"$"
)
_COMPARED = ("compared", "relative to", "unlike", "against")
# "Compared to a 7B model trained on 300B tokens, ours ..."
_COMPARED_AT_ONCE = Pattern(
    r"(?:(?:For (?:example|instance)|Notably|Specifically|Moreover|Furthermore|In particular),\s)?"
    r"(?:[Cc]ompared (?:to|with)|[Rr]elative to|[Uu]nlike|Against(?=\san?\s|\sthe\s))\s(?!our\b)"
    r"(?:(?!\s(?:on|across|in|for|over|when|under|"
    r"our|ours)\s)[^,;:()]){0,90}(?:\s(?:trained|pre-?trained|run|running) on\s[^,;:()]{0,20}|\s\(\s?)?$"
)
_RIVAL = regex.compile(
    r"\b(?:outperform|surpass|exceed|beat|(?<!\b(?:an?|the|under|with|at)\s)match|rival|comparable to|similar to|"
    r"(?:comparable|similar|equivalent|equal|identical)(?:\s(?!(?:and|or|to|with|of|in|on|at)\s)[\p{L}-]{2,20}){1,2}\s(?:to|as)|"
    r"on par with|close to|competes? with|(?:performs?|works?|does) (?:like|as well as)|(?:as (?:good|accurate|"
    r"strong|capable) as)|(?:that|those)\sof|competitive with|(?<!\b(?:more|less|fewer|greater)\s)than|to that of|"
    r"approach|(?<!\b(?:bias(?:ed)?|discriminat\p{L}+|prejudice|robust(?:ness)?|defen[cs]es?)\s)against)(?:s|es|ed|ing|ting)?\s"
    r"(?:(?:the|an?)\s(?:(?!of\s)[\p{L}-]{2,20}\s){0,2}(?:performance|accuracy|quality|results?|scores?)\sof\s)?"
    r"(?:(?:a|an|the|that|those|of|its|much|even|larger|comparable|existing|"
    r"other|in\sthe|open-weight|dense|some|many|most|recent|strong|leading|proprietary|open-source|"
    r"up to|models?|baselines?|performance|"
    r"with|having)\s){0,5}[~]?\s?$|\b(?:traditional|conventional|prior|previous|competing)\s(?:[\p{L}-]+\s){0,2}$",
    regex.IGNORECASE,
)
# "Foobar 2.1", "a strong rival, Foobar", "larger nets, including Foobar"
_RIVAL_NAMED = (
    r"(?:(?!\s(?:on|in|across|for|at|when|using|by|while|after)\s)"
    r"(?:[^;,.()]|\.\d|,\s(?=including\s|such\sas\s|\p{Lu}))){2,80}?"
)
_EXAMPLE = r"(?:e\.g\.,?\s|with\s|about\s|~){0,2}"
_IN_ITS_BRACKET = (  # "outperforms Name (2B)", "4% over Name (2B)"
    r"(?<!-)\b" + BEATS_OR_EQUALS + r"\s"
    rf"(?:[^;,.()]{{2,60}}?\([^()]{{1,24}}\)(?:,\s(?:and\s)?|\sand\s)){{0,5}}{_RIVAL_NAMED}\(\s?{_EXAMPLE}$|"
    rf"(?:%|x|points|times)\s(?:[\p{{L}}@\d-]{{1,20}}\s){{0,3}}(?:over|than)\s{_RIVAL_NAMED}\(\s?{_EXAMPLE}$"
)
_COUNT_OF_RIVAL = Pattern(_IN_ITS_BRACKET)
_SIZE_OF_RIVAL = Pattern(
    _IN_ITS_BRACKET + r"|\bcompar(?:e|es|ed|ing)\s[^;.]{2,80}?\s(?:against|with|to)\s(?:[^;.]|\.\d){2,160}?\(\s?$|"
    r"\bcompared\s(?:with|to)\s(?:(?!\b(?:on|for|in|across)\s)[^;.,]|\.\d){2,80}?\(\s?$"
)
_OTHERS_SUCH_AS = Ending(  # "as seen in models like Name (670B)"
    r"\b(?:seen in|unlike|in contrast to|[Rr]ecent|[Cc]urrent|[Ee]xisting|prevailing|giants?|frontier|leading|"
    r"larger|huge|massive)\s(?:[\p{L}-]+\s){0,4}?(?:like|such as)\s(?:[^;,.()]|\.\d){2,30}\("
    r"(?:[^()]{1,24}\)(?:,\s(?:and\s)?|\sand\s)(?:[^;,.()]|\.\d){2,30}\(){0,4}[>~]?\s?$"
)
_TRAINED_RIVAL = Folded(  # "surpasses models trained on over 1M samples"
    r"\b" + BEATS_OR_EQUALS + r"\s(?:(?:\p{L}+-)*(?:training|tuning)\son\s"
    rf"{HEDGES}$|"
    r"(?:\p{Ll}[\p{L}-]*\s){0,3}(?:models?|methods?|systems?|ones|"
    r"agents|baselines?)\s(?:that (?:are|were)\s)?(?:trained|fine-?tuned|built|pre-?trained|distilled|operating|"
    r"running|working)\s(?:on|with|using|from|at|under)\s"
    rf"{HEDGES}$|"
    r"(?:(?!(?:when|while|by|on|in|despite|being|even|using|is|are|after|and|with|at|for|to|as)\b)[\p{L}\d.+-]+\s){1,7}"
    r"(?:pre-?trained|fine-?tuned|trained|distilled)\s(?:on|with|using|from)\s"
    rf"{HEDGES}$)"
)
_THE_RIVAL = Ending(
    r"\b"
    + BEATS_OR_EQUALS
    + r"\s(?:the\s(?:performance|quality|accuracy|results?|scores?)\sof\s)?(?:the|its|their|all|an?)?\s?"
    r"(?:(?:original|prior|previous|earlier|existing|best|strong|SOTA|state-of-the-art|full|standard|recent)\s){1,2}$"
)
# "surpassing the 300K-step Foobar"
_THE_NAMED = Ending(r"\b" + BEATS_OR_EQUALS + r"\s(?:both\s)?(?:the|an?)\s$")
_NAME_NEXT = Pattern(r"\s(?:(?!our\b)\p{Ll}[\p{L}-]{1,20}\s){0,2}\p{Lu}[\p{L}\d.-]+")
# "strong rivals such as the 70B Foobar and the 34B Tarnet", "both the plain Foobar (71%) and the 20B Tarnet"
_SUCH_AS_THE = Ending(
    r"\b"
    + BEATS_OR_EQUALS
    + r"\s(?:[^;.]|\.\d){2,140}?(?:\b(?:such\sas|like|including|e\.g\.,?)|\bboth\s[^;]{3,80}\sand)\s"
    r"(?:(?:the|an?)\s(?:[^;.()]|\.\d|\([^()]{1,30}\)){3,40}?(?:,\s(?:and\s)?|\sand\s))?(?:the|an?)\s$"
)
# "exceeding the 68% reached by a 14B model", "retains 87% of the 8B teacher"
_REACHED_BY_THE = Ending(
    r"\b(?:than|over|above|below|"
    + BEATS_OR_EQUALS
    + r")\s(?:the\s)?[^\s,;]{1,10}(?:\s(?!by\b)[\p{L}@-]{1,20}){0,3}?\s"
    r"(?:achieved|obtained|reached|reported|scored|attained|set)\s(?:by|for|with)\s(?:the|an?)\s$"
)
_TEACHER = Pattern(r"(?:-?\s?parameter)?\s(?:[\p{L}-]{1,20}\s)?teachers?\b")
_LEVEL = ("-level", "-class", "-scale")
_OF_RESULTS = Pattern(r"\s(?:performance|quality|accuracy|results|capabilit)", IGNORECASE)
_INCLUDING = Ending(  # "outperforms all models, including several with up to 8B parameters"
    r"\b" + BEATS_OR_EQUALS + r"\s[^;.]{3,80},\s(?:including|even|among them)\s"
    r"(?:(?:several|some|many|those|ones|models|much larger ones)\s){0,2}(?:(?:with|of|having|at)\s)?"
    rf"{HEDGES}$|"
    r"\bdespite\stheir\s(?:much\s|far\s)?(?:larger|bigger|greater)\s[^,;.]{0,60}$"
)
# words of which the phrase that names the rival does not consist
_NO_MORE = (
    r"(?!(?:with|at|using|by|on|in|for|when|while|and|across|under|from|our|ours|its|their|we|it|via|through|despite|"
    r"is|are|was|were|has|have|to|as|that|which|more|less|fewer)\s)"
)
_SET_BESIDE = (
    rf"\b(?:{BEATS_OR_EQUALS}|than|approximat\p{{L}}{{0,4}}|recover(?:s|ing)\s[^,;]{{2,12}}of|"
    r"(?:underperform|trail)(?:s|ed|ing)?|(?:ahead|short)\sof|behind|(?:gap|close[rs]?t?|nearer)\sto|"
    r"(?:comparabl[ey]|similar(?:ly)?|equivalent|identical(?:ly)?|competitive(?:ly)?|superior|inferior|favou?rably|par|parity)"
    r"(?:\s(?!(?:and|or|to|with|of|in|on|at)\s)[\p{L}-]{2,20}){0,2}\s(?:to|with))\s(?!our\b|up\s)"
)
_WORDS = rf"(?:{_NO_MORE}\p{{L}}[\p{{L}}\d.+-]*\s)"
# "surpassing specialized 70B+ readers", "nears the skill of a 72B model", "than other top 3B models"
_SOME_RIVAL = Ending(rf"{_SET_BESIDE}{_WORDS}{{1,7}}{HEDGES}$")
# "on par with a dense Tarnet of 2B parameters", "beats models with 2B"; in "beats Tarnet with 2B" it may be the own
_RIVAL_WITH = Ending(
    rf"{_SET_BESIDE}(?:an?\s{_WORDS}{{1,6}}|{_WORDS}{{0,5}}\p{{L}}+s\s)(?:with|of|having|up\sto)\s{HEDGES}$"
)
_BOUND_BY = Ending(r"\b(?:exceed|surpass)(?:s|es|ing|ed)?\s$")  # "models exceeding 100B parameters"
_MODELS = Pattern(
    r"\+?-?(?:scale|parameter)?(?:\s[\p{L}-]{2,20}){0,3}?\s(?:models?|LLMs?|MLLMs?|VLMs?|VLAs?|counterparts?|teachers?|networks?|transformers?|baselines?|"
    r"competitors?|rivals?|predecessors?|backbones?|approach(?:es)?|methods?|systems?|architectures?|variants?|mixtures?)\b"
)
_OF_A_BASELINE = Pattern(r"-?\s?(?:\p{Ll}+\s)?baselines?\b")


def is_size_of_another(s: Situation) -> bool:
    """Whether devices, parameters or things are counted that another has or needs."""
    if s.quantity.dimension is Dimension.COUNT and RIVALS.fullmatch(s.quantity.unit):
        return False  # "Compared with 9 methods": how many there are
    if s.quantity.dimension not in _SIZES:
        return False
    return _stands_for_another(s) or _is_of_a_larger(s) or _counts_a_rival(s) or is_used_by_another(s)


def _stands_for_another(s: Situation) -> bool:
    """ "a job that usually needs 16 GPUs", "Compared to a 7B model, ours"."""
    if s.says(_USUAL) and _USUALLY_NEEDS.search(s.near_left[-90:]):
        return True
    return s.says(_COMPARED) and _COMPARED_AT_ONCE.match(s.left) is not None


def _is_of_a_larger(s: Situation) -> bool:
    """ "outperforms Name (2B)", "rivals a dense 7B model", "beats all, including some with up to 8B parameters"."""
    return s.quantity.dimension is Dimension.PARAMETERS and (
        _is_of_the_named(s)
        or _INCLUDING.search(s.left[-150:]) is not None
        or (_MODELS.match(s.right) is not None and _SOME_RIVAL.search(s.before_list[-110:]) is not None)
        or (
            s.doc.view.endswith("parameters", 0, s.quantity.end)
            and _RIVAL_WITH.search(s.before_list[-110:]) is not None
        )
        or (_RIVAL.search(s.before_list[-70:]) is not None and not _BOUND_BY.search(s.left[-24:]))
        or _SIZE_OF_RIVAL.search(s.left) is not None
        or (s.near_left.rstrip("~> ").endswith("(") and _OTHERS_SUCH_AS.search(s.left[-160:]) is not None)
    )


def _is_of_the_named(s: Situation) -> bool:
    """ "rivals such as the 70B Foobar", "exceeding the 68% reached by a 14B model", "10B-level quality"."""
    near = s.left[-190:]
    if near.endswith((" the ", " a ", " an ")) and (_SUCH_AS_THE.search(near) or _REACHED_BY_THE.search(near)):
        return True
    if SHARE_OF_THE.search(near[-16:]) and _TEACHER.match(s.right):
        return True
    size = s.doc.view[s.quantity.start : s.quantity.end].lower()
    return size.endswith(_LEVEL) and _OF_RESULTS.match(s.right) is not None


def _counts_a_rival(s: Situation) -> bool:
    """ "surpasses models trained on over 1M samples", "the 128-GPU baseline"."""
    if "-" in s.doc.view[s.quantity.start : s.quantity.end]:
        if _THE_RIVAL.search(s.left[-60:]):
            return True  # "surpassing the original 50-step teacher"
        if _THE_NAMED.search(s.left[-60:]) and _NAME_NEXT.match(s.right):
            return True
    if _TRAINED_RIVAL.search(s.left[-110:]) or _OF_A_BASELINE.match(s.right):
        return True
    if s.near_left.endswith("(") and _COUNT_OF_RIVAL.search(s.left[-200:]):
        return True
    return s.quantity.unit == "tokens" and _SIZE_OF_RIVAL.search(s.left) is not None
