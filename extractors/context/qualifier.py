"""How the number bounds the value: up to, over, about."""

from __future__ import annotations

import regex

from extractors.endings import Ending
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from extractors.text import folded, holds
from schemas.vocabulary import Qualifier

_ADJ = (
    r"(?:(?:an?|the|by|of|some|just|only|merely|even|additional|average|another|extra|total|further|relative|"
    r"absolute|mean|factors? of|in|to|(?:an\s)?average of|improvement of|speed-?ups? of|"
    r"speed-?up)\s{1,3}){0,3}[$(+~-]{0,2}\s{0,3}$"
)
_AT_MOST = Ending(
    r"(?:\bup\s?-?to(?:\sand\sincluding)?|\bat\smost|\bas\s(?:much|high|many|large|great|long|far|fast|low|little|small|few|"
    r"short)\sas|\bunder|(?<!\b(?:no|not|never)\s)\b(?:less|fewer|lower|smaller|shorter)\sthan(?:\sor\sequal\sto)?|"
    r"\bbelow|\bwithin|\b(?:no|not|never)\s(?:more|greater|larger|higher|longer)\sthan|"
    r"\bsub-?|\bupto|(?<!\bnot )\b(?:limited|restricted|confined|bounded)\sto|"
    r"\b(?:capped|topped\sout)\sat|\bbounded\s(?:above\s)?by|\bkept\s(?:down\s)?to|"
    r"\breaching\sup\sto|\b(?:not|never)\sexceed(?:s|ing)?|[<≤]=?)\s{0,13}" + _ADJ,
    regex.IGNORECASE,
)
_AT_LEAST = Ending(
    r"(?:(?<!\b(?:improvements?|speed-?ups?|gains?|reductions?|acceleration|increase|higher|boost|"
    r"performance|efficiency|fit|obtained|achieved|savings?)\s)\bover|\bmore\sthan|\bat\sleast|\babove|"
    r"\bexceed(?:s|ed|ing)?|\bbeyond|\bgreater\sthan(?:\sor\sequal\sto)?|\bhigher\sthan|\blarger\sthan|"
    r"\b(?:no|not|never)\s(?:less|fewer|lower|smaller|shorter|slower|worse)\sthan|"
    r"\bsurpass(?:es|ing)?|\bin\sexcess\sof|\bupwards?\sof|\bnorth\sof|\blonger\sthan|\bat\s(?:a\s)?minimum|"
    r"\b(?:well|just|slightly|a\slittle|a\sbit)\sover|\btop(?:s|ped|ping)|(?<=\p{L}s\s)top|\bsurpassed|"
    r"(?<!-)[>≥]=?)\s{0,13}" + _ADJ,
    regex.IGNORECASE,
)
_APPROX = Pattern(
    r"(?:\babout|\baround|\broughly|\bnearly|\balmost|\bclose\sto|\bapproximate(?:ly)?|\bapprox\.?|\bnear(?:ing|"
    r"-)?|\bapproaching|\bsome(?=\s{1,3}$)|\bcirca|\bsomewhat|"
    r"\b(?:just\s)?shy\sof|\b(?:on|of|in)\sthe\s(?:order|region|neighbou?rhood|vicinity|"
    r"ballpark)\sof|\bin\sthe\svicinity\sof|~)\s{0,8}" + _ADJ,
    IGNORECASE,
)
# What each of the three has to have, folded.
_MOST = (
    "up", "most", "much", "high", "many", "large", "great", "long", "far", "fast", "low", "little", "small", "few",
    "short", "under", "than", "within", "sub", "limited", "restricted", "confined", "capped", "topped",
    "bounded", "kept", "exceed", "<", "≤",
)  # fmt: skip
_LEAST = (
    "over", "than", "least", "above", "exceed", "beyond", "surpass", "excess", "upward", "north", "minimum", "top",
    ">", "≥",
)  # fmt: skip
_ABOUT = (
    "about", "around", "roughly", "near", "almost", "close", "approx", "approaching", "some", "circa", "shy", "order",
    "region", "hood", "vicinity", "ballpark", "~",
)  # fmt: skip
# "never goes beyond 3 GB", "without exceeding 5 W", "no setting loses more than 2%": a bound turned round
_NOT_ABOVE = Ending(
    r"(?:\b(?:never|not|cannot|without|nor|rarely|seldom|hardly)\s(?:ever\s)?(?:(?!(?:only|just|merely|and|but)\b)"
    r"[\p{L}-]{1,20}\s){0,2}|"
    r"\b(?:no|none|neither)\s(?:(?!and\b|or\b|but\b|with\b|while\b)[\p{L}-]{1,20}\s){0,3}(?:los|tak|need|requir|us|"
    r"exceed|deviat|differ|add|cost|degrad|drop|declin|increas|ris|go|incur|consum|overhead|drift|suffer|grow|"
    r"deviation)\p{L}{0,6}\s(?:(?:by|of|to)\s)?)(?:exceed(?:s|ed|ing)?|top(?:s|ped|ping)?|more than|above|beyond|"
    r"over|surpass(?:es|ing)?|(?:greater|higher|larger|longer) than)\s{1,3}" + _ADJ + "|"
    r"\b(?:no|none|neither)\s(?:of\s)?(?:(?!(?:and|or|but|with|while)\b)[\p{L}-]{1,20}\s){0,4}(?:exceed|surpass|top)(?:s|ed|es)?\s{1,3}"
    + _ADJ,
    regex.IGNORECASE,
)
_NOT_BELOW = Ending(
    r"\b(?:never|not|cannot|without|nor|rarely|seldom)\s(?:ever\s)?(?:(?:fall|drop|go|dip|sink|declin|get|fell|went|"
    r"decreas)\p{L}{0,5}\s(?:(?:to|down to)\s)?)?(?:below|under|beneath|(?:less|fewer|lower) than)\s{1,3}" + _ADJ,
    regex.IGNORECASE,
)
# "earlier systems gave up beyond 13B parameters", "training is infeasible above 8K tokens": as far as it goes
_FAILS_ABOVE = Ending(
    r"\b(?:g[ai]ve(?:s|n)?\sup|fail(?:s|ed)?|stop(?:s|ped)?(?:\sworking)?|br[eo]ak(?:s|en)?(?:\sdown)?|broke(?:\sdown)?|crash(?:es|ed)?|"
    r"r[au]n(?:s|ning)?\sout\sof\s(?:memory|space|time)|infeasible|impossible|intractable|impractical|unusable|time(?:s|d)?\sout)\s"
    r"(?:\p{L}+ly\s)?(?:beyond|above|past|(?:for|with|at|on)\s(?:over|more than|(?:larger|longer) than))\s{1,3}"
    + _ADJ,
    regex.IGNORECASE,
)
_FAILS = (
    "up ",
    "fail",
    "stop",
    "break",
    "broke",
    "crash",
    "out ",
    "impossible",
    "infeasible",
    "intractable",
    "impractical",
    "unusable",
)
_NEGATIONS = ("never", "not", "without", "nor", "rarely", "seldom", "hardly", "no ", "none", "neither")
_AFTER_LEAST = Pattern(
    r"^(?:\s{0,2}\+(?!\s?[\d/-])|\s(?:and|or)\s(?:(?:more(?!\sthan\b)|above|beyond)\b|(?:greater|larger|higher)(?=\s?[,.;)]|"
    r"\s(?:than|on|for|in|at|can|could|is|are|was|were|with|when|across)\b|$)))"
)
_AFTER_MOST = Pattern(r"^\s(?:or\s(?:less|fewer|below|lower)|at\smost|(?:at\s)?maximum)\b")
_ACROSS_A_LINK = Pattern(r"\bover\s(?=(?:an?\s|the\s)?$)", IGNORECASE)
_LINK = Pattern(r"\s?(?:networks?|links?|connections?|Ethernet|interconnects?|channels?|WANs?)\b")
# "tested over 45 days" is across them; "with over 45 nodes" is more than that.
_AVERAGED_OVER = regex.compile(
    r"(?<!(?:^|\b(?:of|with|on|from|in|to|by|contain\w*|compris\w*|includ\w*|spann?\w*|cover\w*|across|"
    r"using|has|have|and|process\w*|handl\w*|"
    r"support\w*|collect\w*|than|the|for|is|are|at|takes?|requir\w+|serv\w+|reach\w*|gather\w*|curat\w*|"
    r"achiev\w*|generat\w*|releas\w*|annotat\w*|provid\w*|saves?|trains?|invest\w*|spen[dt]\w*|consum\w*|us(?:es?|"
    r"ed)|just|well|a|total|into|enrich\w*|"
    r"little|bit|slightly|exceed\w*|encompass\w*|featur\w*|amount\w*|hous\w*|host\w*|scales?|up)|\()\s?)\sover\s(?=(?:the\s|a\s)?$)",
    regex.IGNORECASE,
)
_STATISTICS = ("mean", "average", "median")
_LABELLED = Pattern(r"\s(?:labell?ed|annotated|missing|noisy)\s(?:data|samples|images|labels|annotations|values)\b")
_MANY = 100
_ARROW = len("$\\uparrow")
_HAS_OVER = Ending(
    r"\b(?:integrat|recruit|label|assembl|compil|combin|contribut|crawl|download|scrap|identif|uncover|discover|find|add|"
    r"construct|creat|introduc|offer|present|produc|receiv|attract|involv|survey|review|interview|synthesi[sz]|total|yield|"
    r"pair|mine|index|detect|cit|deploy|install|pars|accumulat|record|stor|retriev|translat|transcrib|count|list|affect|"
    r"examin|categori[sz]|captur|depict|aggregat|recogni[sz]|sustain|replac|engag|extract|verif|filter|surfac|obtain|"
    r"leverag|manag)"
    r"\p{L}{0,4}\sover\s$|"
    r"\b(?:analy[sz]|evaluat|benchmark|assess|audit|profil|leav|writ|build|play|conduct|compar)(?:e|es|s|ing)?\sover\s$|"
    r"\b[Ww]e\s(?:\p{L}+ly\s)?\p{L}+ed\sover\s$|\b(?:together|where|seen)\sover\s$",
    IGNORECASE,
)
# "partitioned over 8,192 ranks" is on them
_SPREAD_OVER = regex.compile(
    r"(?<=\b(?:partition|distribut|spread|split|shard|paralleli[sz]|scatter|replicat|decompos)\p{L}{0,5}\s)over\s(?=(?:the\s)?$)",
    regex.IGNORECASE,
)
_SMALLER_THAN = Pattern(
    r"\s(?:(?!with\b|and\b|but\b)[\p{L}-]{1,20}\s){0,3}?(?:less|fewer|lower|smaller|shorter|larger|higher|greater|"
    r"longer|more)\s"
    r"(?:(?!with\b|and\b|but\b)[\p{L}-]{1,20}\s){0,3}?than\s(?:an?|the|our|its|their|that of)\s(?:(?:the|an?)\s)?"
)
_BEATS = Pattern(r"\b(?:surpass|exceed)(?:es|s|ed|ing)\s(?=(?:the|a|an|its|our)\s$)", IGNORECASE)
_BEATS_THE = Pattern(
    r"\b(?:(?:surpass|exceed)(?:es|s|ed|ing)?|(?:lower|higher|greater|less|more|larger|smaller|fewer)\sthan|"
    r"(?:far|well|still|just|much|slightly|magnitude)\s(?:below|above|beyond|under|over))\s(?=the\s$)",
    IGNORECASE,
)  # "surpassing the 64% of X"
_MARK_NEXT = Pattern(
    r"-?\s?(?:[\p{L}-]+\s)?(?:threshold|mark|barrier|milestone|line|target)\b"
)  # "exceeds the 30% mark"
_THAN_A_MODEL = Pattern(
    r"\b(?:smaller|larger|bigger|better|worse|faster|slower|cheaper|stronger|weaker)\sthan\s(?:\p{L}+\s){0,2}$",
    IGNORECASE,
)
_MODELS = Pattern(
    r"(?:-scale)?(?:\s[\p{L}-]{2,20}){0,3}?\s(?:models?|LLMs?|MLLMs?|VLMs?|counterparts?|baselines?|networks?)\b"
)
_ITS_STATISTIC = Pattern(
    r"[^,;:()\d]{0,24}?\s(?:in\s(?:the\s)?|on\s)(?:geo\p{L}*[\s-]?mean|average|mean|median)(?=[,.;)]|\s(?:across|over|on|for|in|compared|than|when|under|with|at|while|and)\b|$)"
)
_UNDER_A = Pattern(r"\bunder\s(?=an?\s$)", IGNORECASE)
_WITHIN_ONE = Pattern(r"\b(?:within|under)\s$", IGNORECASE)
_LENGTH_NEXT = Pattern(r"\s(?:input\s|output\s|prompt\s)?(?:sequence|context|input|output|prompt)\slengths?\b")
_CONDITIONS = Pattern(
    r"patterns|settings|conditions|scenarios|configurations|regimes|budgets|constraints|protocols|attacks|defen[cs]es|"
    r"corruptions|perturbations|shifts|threats|schemes|strategies|policies|assumptions|requests|users|clients"
)
_WITHIN = Pattern(r"\b(?:within|near|sub|under)\s(?=(?:an?\s|the\s)$)|\b(?:near|sub)\s$", IGNORECASE)


_BAND_NEXT = Pattern(r"\s(?:[\p{L}-]+\s)?(?:bands?|ranges?|windows?|intervals?|corridor)\b")
_OVER = Pattern(r"(?:\bwell\s)?\bover\s{1,3}" + _ADJ, IGNORECASE)
_FIRST_OVER = Pattern(r"Over\s(?:the\s)?")
_RATIOS = (Dimension.TIMES, Dimension.PERCENT, Dimension.POINTS, Dimension.ORDERS)


def find_qualifier(s: Situation) -> Qualifier:
    """The qualifier of a quantity; the outer one of two; a list shares that of its first member."""
    left = s.left[-70:]
    if s.quantity.dimension in (Dimension.TIMES, Dimension.PERCENT):
        left = _without_condition(s, left)
    left = _without_place(s, left)
    if s.previous is not None and s.previous.dimension in _RATIOS and _SMALLER_THAN.fullmatch(s.near_left):
        return (
            _after(s) or Qualifier.EXACT
        )  # "40x smaller than the 600M model": the factor compares, nothing is bound
    if s.quantity.dimension is Dimension.BANDWIDTH and _LINK.match(s.right):
        left = _ACROSS_A_LINK.sub("", left)  # "trained over a 1 Gbps network"
    left = _without_beating(s, left)
    if s.quantity.dimension is Dimension.TIME and _FIRST_OVER.fullmatch(s.left):
        return Qualifier.EXACT  # "Over 7 days, ...": how long it went on
    own = _before(left) or _after(s)
    if own is None and s.quantity.dimension in _RATIOS and _OVER.search(left):
        own = Qualifier.AT_LEAST  # "gains over 5 points": what stands behind is no baseline
    if own is not None:
        return own
    first = s.group[0] if not _LABELLED.match(s.list_right) else s.index
    if first != s.index and s.quantity.dimension not in (Dimension.NONE, Dimension.COUNT) and not is_statistic(s):
        head = s.siblings[first]
        return _before(s.doc.view[max(s.sentence.start, head.start - 70) : head.start]) or Qualifier.EXACT
    return Qualifier.EXACT


def _without_place(s: Situation, left: str) -> str:
    """What stands before, less what says where: "within an eight-GPU node", "within a 70-80% band"."""
    counts = s.quantity.dimension in (Dimension.DEVICES, Dimension.COUNT, Dimension.TIME)
    if counts or (s.quantity.is_range and _BAND_NEXT.match(s.right)):
        left = _WITHIN.sub("", left)  # but "within 10 ms" is a bound
    if not counts:
        return left
    if s.quantity.idiom or _CONDITIONS.fullmatch(s.quantity.unit) or _LENGTH_NEXT.match(s.right):
        left = _WITHIN_ONE.sub("", left)  # "under four patterns" holds for each of them
    if s.quantity.dimension is Dimension.DEVICES:
        return _SPREAD_OVER.sub("", left)
    return left if left.endswith(" over ") and _counts_more(s, left) else _AVERAGED_OVER.sub("", left)


def _without_condition(s: Situation, left: str) -> str:
    """ "under a 10x shift", "under 5% labelled data": it holds there, nothing is bound."""
    left = _UNDER_A.sub("", left)
    return _WITHIN_ONE.sub("", left) if _LABELLED.match(s.list_right) else left


def _without_beating(s: Situation, left: str) -> str:
    """ "surpassing the 64% of X", "smaller than 7B models": the value compares, nothing is bound."""
    if s.quantity.dimension is not Dimension.PARAMETERS:
        return left if _MARK_NEXT.match(s.right) else _BEATS_THE.sub("", left)
    left = _BEATS.sub("", left)
    return _THAN_A_MODEL.sub("", left) if _MODELS.match(s.right) else left


def _counts_more(s: Situation, left: str) -> bool:
    """ "Since 2019, over 4,000 papers", "integrating over 900 documents": more than so many, not across them."""
    if left.endswith(", over "):
        return s.quantity.low >= _MANY
    return s.quantity.dimension is Dimension.COUNT and _HAS_OVER.search(left) is not None


def is_statistic(s: Situation) -> bool:
    """ "2x on average": what bounds the values before does not bound their mean."""
    return s.says(_STATISTICS) and _ITS_STATISTIC.match(s.near_right) is not None


def _before(left: str) -> Qualifier | None:
    words = folded(left)
    if holds(words, _NEGATIONS):
        if _NOT_ABOVE.search(left):
            return Qualifier.AT_MOST
        if _NOT_BELOW.search(left):
            return Qualifier.AT_LEAST
    if holds(words, _FAILS) and _FAILS_ABOVE.search(left):
        return Qualifier.AT_MOST
    if holds(words, _MOST) and _AT_MOST.search(left):
        return Qualifier.AT_MOST
    if holds(words, _LEAST) and _AT_LEAST.search(left):
        return Qualifier.AT_LEAST
    if holds(words, _ABOUT) and (match := _APPROX.search(left)):
        inner = left[: match.start()]
        outer = _AT_MOST.search(inner), _AT_LEAST.search(inner)
        if outer[0]:
            return Qualifier.AT_MOST
        return Qualifier.AT_LEAST if outer[1] else Qualifier.APPROX
    return None


def _given_end(s: Situation) -> int:
    return s.doc.given_span(s.quantity.start, s.quantity.end)[1]


def _after(s: Situation) -> Qualifier | None:
    right = s.right[:24]
    if right.lstrip()[:1] == "+" and s.doc.given.find("arrow", at := _given_end(s), at + _ARROW) >= 0:
        return None  # "34%$\\uparrow$": it has risen
    if s.quantity.at_least or _AFTER_LEAST.match(right):
        return Qualifier.AT_LEAST
    return Qualifier.AT_MOST if _AFTER_MOST.match(right) else None
