"""What a value is compared with, as in the text."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import regex

from extractors.context.metric import Cue, metric_cues
from extractors.context.phrase import aligned, noun_phrase, respective
from extractors.lexicon import has_verb
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Folded, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Polarity

_THAN = regex.compile(
    r"\b(?<!even\s)(?<!rather\s)(?<!other\s)(?:than|over|beyond|on top of|compar(?:ed|ing) (?:to|with|"
    r"against)|as compared (?:to|"
    r"with)|relative to|with respect to|w\.r\.t\.?|in (?:comparison|contrast) (?:to|with)|as opposed to|"
    r"in place of|vis-[aà]-vis|versus|vs\.?|against|"
    r"(?<=^\s{0,2})(?:below|above|ahead of|behind|short of))\s(?!\d(?!\d*-\p{L})|"
    r"the course|the past|time\b|all\b|\p{L}+ (?:years|months|datasets|benchmarks|tasks|workloads))",
    regex.IGNORECASE,
)
_COMPARED = Pattern(
    r"\b(?:than|compared (?:to|with|against)|as compared (?:to|with)|relative to|in comparison (?:to|with)|"
    r"versus)\s(?!\d(?!\d*-\p{L}))",
    IGNORECASE,
)
_ALSO_BY = regex.compile(
    r"^(?:\s(?:on|in)\s[^,;]{1,40}?)?\s?,?\s(?:and|as well as)\s(?:(?:up)?on\s|over\s)?(?P<np>[^,;]{2,70}?)\sby\s|"
    r"^(?:\s(?:on|in)\s[^,;]{1,40}?|\s?\([^()]{1,30}\)?)?\s?,\s(?P<np>(?-i:\p{L}*\p{Lu}|"
    r"\p{Ll}+\d)[^,;()]{1,40}?)\sby\s",
    regex.IGNORECASE,
)
# Verbs whose object is what the subject wins or loses against.
_WINS = (
    r"(?:outperform|surpass|exceed|beat|outpac|outscal|outclass|outrank|outscor|outstrip|outshin|outmatch|eclips|"
    r"dominat|"
    r"overtak|underperform|trail)(?:s|es|e|ed|ing|ting)?|outdo(?:es|ing)?|edg(?:es?|ed|ing) (?:out|past)|"
    r"(?:lag(?:s|ged|ging)?(?: behind)?|fall(?:s|ing)? behind|"
    r"(?:fall(?:s|ing)?|com(?:es?|ing)) short of)|"
    r"(?:topping|bests|besting|betters)"
)
_OUTPERFORMS = Folded(rf"\b(?:{_WINS})\b")
_WINNING = Folded(rf"\b(?:{_WINS})\b|\bimprov(?:es|e|ed|ing)\b")
_IMPROVES_ON = Pattern(r"\bimprov(?:es|e|ed|ing)\s(?:(?:up)?on|over)\s")
_SUPERIOR = regex.compile(
    r"\b(?:superior|superiority|inferior|comparabl[ey]|similar|competitive|favou?rabl[ey])\b[^,;]{0,50}?\s(?:to|"
    r"with|against|over)\s(?P<np>[^,;]{2,80}?)(?=,|\swhile\b|\sat\b|\swith\b|\sbut\b|\sand\b|\()|"
    r"\bthan\s(?P<np>[^,;]{2,50}?)(?=,\s(?:offering|achieving|with|deliver\w+|yielding|provid\w+|and\b))",
    regex.IGNORECASE,
)
_WITHIN = Pattern(r"\bwithin\s(?:about\s|only\s|just\s|~)?\s?$", IGNORECASE)
_WITHIN_OF = Pattern(r"\s(?:[\p{L}-]+\s){0,2}?of\s(?!its\b)", IGNORECASE)
_JUST = Pattern(r"\b(?:just|only|merely)\s(?:about\s|~)?\s?$", IGNORECASE)
# "just 46% memory cost and 8% inference time of X"
_COST_OF = Pattern(r"\s(?:[\p{L}-]+\s){1,3}(?:and\s[~\d.,\s\\%]+(?:[\p{L}-]+\s){1,3})?of\s(?=\p{Lu})")
# "outperforms models such as X (+3%)": the name before the bracket
_SIGNED_RIVAL = Pattern(r"(?P<np>\p{Lu}[\p{L}\d.+-]*(?:\s\p{Lu}[\p{L}\d.+-]*){0,3}(?:\sbaseline)?)\s\(\s?\+\s?$")
_THAT_ARE = Pattern(
    r"\b(?:(?:outperform|surpass|exceed|beat|match|rival)\p{L}*|(?:comparable|similar|equal|close|superior|"
    r"competitive|"
    r"par)\s(?:to|with)|than|over|against)\s(?!or\b|and\b)(?P<np>(?:(?!\b(?:to|with|than|over|"
    r"against)\b)[^,;()]){2,60}?)\sthat\s(?:are|is|were)\s"
    r"(?:(?:up to|over|about|nearly|roughly|more than|at least)\s|~){0,2}$"
)
_AFTER_BRACKET = Pattern(r"[^()]{0,80}\)\s(?:over|than|compared (?:to|with)|relative to|versus)\s")
# "up to 71x (38x on average) over A", "-7% perplexity (-2% bits per byte) over A"
_PAST_BRACKET = Pattern(
    r"(?:\s[\p{L}-]{1,30}){0,3}\s\([^()]{1,60}\)(?:\s[\p{L}-]{1,30}|\s\([\p{L}\s-]{1,30}\)){0,5}\s(?:over|than|"
    r"compared (?:to|with)|"
    r"relative to|versus)\s(?!\d)"
)
_GENERIC = Pattern(
    r"(?:(?:an?|the|all|other|existing|previous|strong)\s){0,2}(?:baselines?|methods?|models?|approach(?:es)?|"
    r"systems?|variants?|"
    r"inference|execution|implementations?|versions?|configurations?|set-?ups?|designs?|policy|agents?|"
    r"ones?)(?:\s(?:equipped|trained))?",
    IGNORECASE,
)
_THAT = Pattern(
    r"\s(?:that|which|using|relying on|with|without|based on)\s[^,;:().]{3,60}?(?=[,;:().]|\s(?:on|in|for|"
    r"at|while|and|with)\s|$)"
)
_USED = Pattern(r"\s(?:used|required|needed|consumed|taken|achieved|obtained)$")
_BY = Pattern(r"\s(?:by|for)\s")
_NAMES_ANOTHER = Pattern(
    r"\b(?:baselines?|original|full|dense|vanilla|standard|conventional|existing|other|previous|teacher|naive)\b|'s\s"
)
_PART = Pattern(
    r"(?:the\s|its\s|all\s)?(?:trainable\s|model\s|total\s|training\s|visual\s|input\s|output\s|"
    r"original\s)?(?:parameters|parameter (?:size|count)|params|weights|data|tokens|memory|time|cost|compute|steps|"
    r"computation)",
    IGNORECASE,
)
_LEAD_IN = Pattern(r"(?:for|in|with|that of|those of|that required by|by|on|using|when using)\s", IGNORECASE)
_BEFORE_VALUE = Folded(
    r"\b(?:over|compared (?:to|with)|relative to|than|against|versus|vs\.?)\s"
    r"(?P<np>(?!\d|up to)"
    r"(?:(?!\sand\s(?:\p{L}+ing|(?:improv|outperform|surpass|exceed|reduc|beat)e?s)\b)[^,;()]){2,60}?)\s"
    r"(?:\(|(?<!state\s)of\b|by\b|up to\b|to (?:as (?:low|little|few) as|only|just|about|under|below)\b|ranging\b|"
    r"reaching\b|is\b|are\b|was\b|were\b|"
    r"reach(?:es|ed)\b)[^,;()]{0,24}$"
)
_MATCHES = regex.compile(
    r"\b(?:match(?:es|ed|ing)?|rival(?:s|ed|ing)?|approach(?:es|ing))\s"
    r"(?:the\s(?:[\p{L}-]+\s){0,2}(?:performance|quality|accuracy|improvements?|results?|"
    r"speed)\sof\s)?(?P<np>(?!or\b|"
    r"and\b)(?:the\s)?[^,;()]{2,60}?)(?=\s(?:in|on|while|with|at|across)\b(?!-)|,)|"
    r"\bthan\s(?P<np>(?!\d)(?:[^,;()]|,(?=\d)){2,50}?)(?=,(?!\d)|\swhile\b|\sand\b|\swith\b)",
    regex.IGNORECASE,
)
_JOINS = Pattern(
    r"[^;:]{0,80}?(?:,\s|,?\sand\s)(?:[^;:,]{2,50}\sby\s)?(?:(?:an?|up to|about|over|nearly)\s){0,2}[~$(+]{0,2}\s?"
)
_JOINS_AT_ONCE = Pattern(
    r"(?:(?!\s(?:on|across|for)\s)[^;:,]){0,60}?,?\sand\s(?:(?:an?|up to|about|over|nearly)\s){0,2}[~$+]?"
)
_TO_MATCH = Pattern(
    r"[^,;]{0,80}?\sto\s(?:match|reach|equal|attain)\s(?:the\s(?:performance|accuracy|quality|scores?|results?|"
    r"loss)\sof\s)?(?=(?:the\s)?\p{Lu})"
)
# "a better trade-off compared with X, with speedups of up to 3x"
_COMPARED_BEFORE = Pattern(
    r"\b(?:compar(?:ed|ing) (?:to|with|against)|in comparison (?:to|with)|relative to|over|than|against)\s(?!\d|"
    r"\p{L}+ (?:years|months))(?=[^,;]{3,80},\s"
    r"(?:with|while|whilst|achieving|delivering|yielding|providing|offering|giving|showing|reaching|attaining|"
    r"including|"
    r"e\.g\.|i\.e\.|namely)\b)"
)
_UNLIKE = Pattern(
    r"(?:Unlike|(?:Used |When used |Deployed )?(?:[Ii]nstead of|[Ii]n (?:place|lieu) of)|In contrast (?:to|with)|"
    r"As opposed to|"
    r"Rather than|Starting (?:from|with)|(?:When |By |Simply )?(?:[Rr]eplac|[Ss]wapp|[Ss]ubstitut|"
    r"[Ee]xchang)ing(?=[^,;]{2,60}?\s(?:with|by|for)\s)|"
    r"Building (?:up)?on(?: top of)?|As an? (?:drop-in )?replacement (?:for|of))\s"
    r"(?P<np>(?:(?:an?|the)\s)?\p{L}[\p{L}\d.+-]*(?:\s(?!with\b|by\b|for\b)[\p{L}\d.+-]+){0,4}?)"
    r"(?:\s(?:with|by|for)\s[^,;]{2,60}?)?(?:,\s|\s(?=cuts\b|reduces\b|gives\b|saves\b|yields\b|makes\b|improves\b|"
    r"lowers\b|speeds\b|brings\b|shortens\b|raises\b))"
)
# "training on A instead of B raises accuracy by 3 points"
_INSTEAD = Pattern(
    r"\b(?:instead of|rather than|in (?:place|lieu) of)\s(?P<np>(?:(?:an?|"
    r"the)\s)?[\p{L}\d][\p{L}\d.+-]*(?:\s[\p{L}\d.+-]+){0,3}?)"
    r",?\s(?:can\s|we\s|further\s)?(?:rais|improv|increas|cut|reduc|lower|sav|shorten|speed|boost|yield|giv|lift|"
    r"bring|"
    r"obtain|achiev|gain|lead)(?:e?s|e|s to)?\s[^.;]{0,60}$"
)
# "a 27% drop in errors from the X baseline"
_FROM = Pattern(
    r"\s(?:[\p{L}@/-]{1,20}\s){0,6}?from\s(?=(?:(?:an?|the|our|its)\s)?(?:[\p{L}\d.+-]+\s){0,3}?"
    r"(?:baseline|vanilla|base|original|previous|prior|existing|standard|conventional|unmodified|untuned|dense)\b)"
)
_REACHES = regex.compile(
    r"\b(?:(?:reach|attain|match)(?:es|ing)?\s(?P<np>(?:the\s)?\p{Lu}[\p{L}\d.+-]*)'s\s\p{L}+\s|"
    r"(?:parity|on par)\swith\s"
    r"(?P<np>(?:(?!\s(?:at|with|but|while|in|on)\b)[^,;]){2,50}?)\s(?=(?:(?:up to|about|over)\s)?$)|"
    r"(?:on par|comparable|competitive)\s(?:with|"
    r"to)\s(?P<np>(?:the\s)?\p{Lu}[\p{L}\d.+-]*(?:\s\p{Lu}[\p{L}\d.+-]*)?)\s(?:at|with|but|"
    r"while)\s)[^,;]{0,20}$"
)
_AS_AGAINST = Pattern(r"\s(?:vs\.?|versus)\s")
_BY_LAST = Pattern(r"\sby\s(?:(?:up to|about|over)\s)?$")
_PLAIN = Pattern(
    r"\b(?:higher|lower|larger|greater|reductions?|improvements?|gains?|increases?|decreases?|savings?|"
    r"speed-?ups?)\b",
    IGNORECASE,
)
_OUTPERFORM_BY = Folded(
    rf"\b(?:{_WINS})\s"
    r"(?P<np>(?!by)[^;]{2,120}?)(?:\sby\b|\swith\b|\sin\b(?!-)|,|:|\son\b(?!-)|\sacross\b|\swhile\b|\susing\b|\()"
)
_IMPROVES_BY = Pattern(
    r"\b(?:[Ii]mprov|[Ee]nhanc|boost|better)(?:es|e|s|ed|ing|ts)?\s(?:(?:up)?on\s|over\s)?(?P<np>(?:the\s|"
    r"its\s|our\s)?(?:[\p{L}\d+./-]+\s){0,4}?(?:(?i:baselines?|\p{L}*(?:LMs|LLMs|VLMs)|models|methods|networks|"
    r"agents|policies|best [\p{L}\s]{3,30}|state[- ]of[- ]the[- ]art[\p{L}\s-]{0,30}|prior\s[\p{L}\s]{2,30}|"
    r"base model)|(?:\p{Ll}{0,3}\p{Lu}[\p{L}\d.+-]*)(?:\s\p{Lu}[\p{L}\d.+-]*){0,3}))\sby\b"
)
# "pushes the state of the art on X by 4 points", "improves on the accuracy of X by 3%"
_PUSHES = Pattern(
    r"\b(?:push|advanc|rais|lift|mov|extend|improv|further)(?:es|e|s|ed|ing)?\s(?:(?:up)?on\s|over\s)?"
    r"(?P<np>(?:the\s|all\s)?(?:[\p{L}-]+\s){0,2}?(?:state[- ]of[- ]the[- ]art|SOTA|previous best|best previous|"
    r"prior best)"
    r"(?:\s\p{L}+)?)(?:\s(?:on|in|for|across)\s[^,;]{2,50}?)?\s(?:further\s)?by\b|"
    r"\b(?:improv(?:es|e|ed|ing)\s(?:(?:up)?on|over)|leads(?!\s(?:to|the\s(?:leader|rank|field))))\s"
    r"(?P<of>[^;()]{2,60}?),?(?<!achieved)(?<!obtained)\sby\b"
)
# "accelerating our base model by 3x": the model as it was
_ACCELERATES = Pattern(
    r"\baccelerat(?:es|ed|ing)\s(?P<np>(?:our|the|its)\s(?:base|original|teacher|vanilla)\s\p{Ll}+)\sby\b", IGNORECASE
)
_COMPARED_FIRST = Folded(
    r"(?:^|[.;,(]\s?|(?:--|—)\s?|\bwhen\s|\band\s|\bthat,?\s)(?:(?:when|if|as)\s)?"
    r"(?:compare[ds] (?:to|with|against)|(?:bench-?marked|measured|evaluated|tested|judged|pitted|set|"
    r"weighed) against|"
    r"in comparison (?:to|with)|(?:relative|with respect) to)\s|"
    r"^(?:versus|over|against)\s|(?<!averaged\s)\bover\s(?!\d)(?=[^,;]{3,60}(?:\(|,))"
)
_INSTEAD_OF = ("instead", "rather than", "place of", "lieu of")
# One of them is in each.
_SETS_AGAINST = ("compare", "relative to", "respect to", "versus", "over", "against", "comparison")
_AT_THE_HEAD = Pattern(
    r"(?:When\s)?(?:[Cc]ompared (?:to|with|against)|[Rr]elative to|[Ii]n comparison (?:to|with)|[Vv]ersus|"
    r"Against)\s[^,;]{2,80},"
)
_OF_BASELINE = Pattern(
    r"^\s{0,2}of\s(?=(?:the\s|other|that|those|its\s|existing|prior|full|conventional|standard|teacher|"
    r"original|baseline))",
    IGNORECASE,
)
# "sustains 85% of Name throughput", "retains 95% of Name's accuracy"
_RETAINS = Pattern(
    r"\b(?:retain|preserv|sustain|keep|maintain|reach|achiev|attain|recover|deliver|match)(?:s|es|e|ed|"
    r"ing)?\s[^,;]{0,30}$"
)
_OF_NAME = Pattern(
    r"\sof\s(?:the\s)?(?P<np>\p{Lu}[\p{L}\d+-]*[\p{Ll}\d][\p{L}\d.+-]*(?:\s[\p{Lu}\d][\p{L}\d.+-]*)?)(?:'s)?"
    r"\s(?:[\p{L}-]{1,20}\s){0,2}?"
    r"(?:performance|accuracy|quality|throughput|MFU|score|speed|utility|capability|recall|F1|bandwidth)\b"
)
_MULTIPLE_OF = Pattern(
    r"^\s{0,2}(?:as (?:\p{L}+)\s(?:\p{L}+\s){0,3}as\s|"
    r"(?=(?:the|that of|those of|other|previous|prior|existing|conventional)\s))",
    IGNORECASE,
)
_BAD = Pattern(
    r"^(?:it\b|them\b|(?:just|only|merely)\s|(?:leveraging|achieving|exploiting|reducing|improving|maintaining|"
    r"enabling|delivering)\b|"
    r"an?\s(?:speed-?up|accuracy|score|improvement|reduction)\sof\b|"
    r"the (?:same(?!\s[^,;]{2,40}\sbaseline)|course|past|whole|entire)\b(?!-)|"
    r"\d(?!\d*-\p{L})|"
    r"time|which|(?:claimed|expected|necessary|required|before|usual|reported|needed|possible|ever)\b|"
    r"all (?:the )?(?:datasets|tasks|benchmarks|cases|settings|metrics)|a (?:wide|range)|"
    r"an? (?:order|average)|both(?!\s[^,;]{2,60}\sand\s\p{L}|\sbaselines)|\p{L}+ years|(?:\p{L}+\s)?(?:seconds?|"
    r"minutes?|hours?|days?|weeks?)$|"
    r"(?:that|those|expectations)$|diverse|various|multiple|different)",
    IGNORECASE,
)
_VERB = Pattern(r"(?:hal|doub|trip|quadrup)\p{L}*(?:e|es|ed|ing|s)$")  # their object is the metric
_NP_PREP = Pattern(r"\s(?:on|in|for|with|at|across|under|during|within|through|via|to|when|by|while)\s", IGNORECASE)
_METRIC_OF = Pattern(
    r"(?:the\s)?(?P<metric>[^,;()]{2,40}?)\s(?:(?:required|needed|used|consumed|achieved|obtained|produced|"
    r"incurred|taken) by|of)\s"
    r"(?=\p{L})"
)
_REQUIRED_BY = Pattern(r"\s(?:required|needed|used|consumed|achieved|obtained|incurred|taken|demanded) by\s(?!\d)")
# "40% of the memory that a dense index requires"
_THAT_REQUIRES = Pattern(
    r"(?:\s(?:that|which))?\s(?P<np>(?:(?:an?|the)\s)?\p{L}[\p{L}\d.+-]*(?:\s[\p{L}\d.+-]+){0,4}?)\s"
    r"(?:requir|need|us|consum|tak|achiev|obtain|incur|occup|demand)(?:e?s|e|ed)?\b"
)
_THAT_OF = Pattern(r"(?:(?:that|those)\s(?:of|for)|what)\s(?=\p{L})")
_DOES = Pattern(r"\s(?:do|does|did)$")
_BRACKET = Pattern(r"\s\(")
_DATA = Pattern(r"(?:the\s)?(?:data|number|size|scale|amount|length|batch|both|all)\b")
_WITH = Pattern(r"\s(?:with|without)\s")
_AND_DOES = r"\sand\s(?:enabl|allow|achiev|show)(?:ing|e?s)\b"
_SENTENCE_PART = Pattern(rf";|\.\s|{_AND_DOES}")
_OTHER_CLAUSE = Pattern(rf";|,\s(?:while|whereas|but)\b|{_AND_DOES}")
_SIZE = Pattern(r"size|number|amount|length|scale")
_CHANGES = (Dimension.PERCENT, Dimension.TIMES, Dimension.POINTS)


def find_baseline(s: Situation) -> str | None:
    """The baseline of a comparison; members of aligned lists get their own."""
    if (own := respective(s, _THAN)) is not None:
        return own
    for step in _STEPS:
        span = step(s)
        if span is not None and not _BAD.match(s.doc.view[span[0] : span[1]]):
            span = _owner(s, span)
            return aligned(s, span) or s.doc.text[span[0] : span[1]]
    return None


def _owner(s: Situation, span: tuple[int, int]) -> tuple[int, int]:
    """ "the context size of X" and "the cost required by X": X is what is compared with."""
    text = s.doc.view[span[0] : span[1]]
    if _USED.search(text) and (by := _BY.match(s.doc.view, span[1])):  # "of the compute used by X"
        return noun_phrase(s.doc.view, by.end(), s.sentence.end) or span
    if does := _DOES.search(text):  # "than X does"
        return span[0], span[0] + does.start()
    if pronoun := _THAT_OF.match(text):
        return span[0] + pronoun.end(), span[1]
    if _is_cost(text) and (by := _REQUIRED_BY.match(s.doc.view, span[1], s.sentence.end)):
        return noun_phrase(s.doc.view, by.end(), s.sentence.end) or span  # "the loss achieved by X"
    match = _METRIC_OF.match(text)
    if match is None or not (metric_cues(match["metric"]) or _SIZE.fullmatch(match["metric"])):
        return span
    return span[0] + match.end(), span[1]


def _cut(s: Situation, start: int, end: int) -> tuple[int, int] | None:
    if skip := _LEAD_IN.match(s.doc.view, start):
        start = skip.end()
    span = noun_phrase(s.doc.view, start, end, limit=130)
    if span is None:
        return None
    text = s.doc.view[span[0] : span[1]]
    if _GENERIC.fullmatch(text) and (what := _THAT.match(s.doc.view, span[1], s.sentence.end)):
        return span[0], what.end()  # "baselines that rely on softmax"
    prep = _BRACKET.search(text) or _NP_PREP.search(text)
    if prep and _WITH.match(prep[0]) and _GENERIC.fullmatch(text, 0, prep.start()):
        return span  # "the inference with a full cache"
    if prep and prep.start() > 1:
        span = (span[0], span[0] + prep.start())
    return span


def _after_own(s: Situation, window: str, start: int) -> tuple[int, int] | None:
    """What the text ``window``, which begins at ``start``, says that the value is compared with."""
    match = _THAN.search(window)
    if match is None or _SENTENCE_PART.search(window[: match.start()]):
        return None
    if match[0].startswith(("with respect", "w.r.t")) and _is_aspect(s, start + match.end()):
        return None
    return _cut(s, start + match.end(), s.sentence.end if match.end() > len(window) - 2 else start + len(window) + 60)


def _near(s: Situation) -> tuple[int, int] | None:
    return _after_own(s, s.near_right, s.quantity.end)


def _after_list(s: Situation) -> tuple[int, int] | None:
    first, last = s.group
    if last == first or (s.index < last and _AT_THE_HEAD.match(s.left)):
        return None
    return _after_own(s, s.list_right, s.siblings[last].end)


def _share(s: Situation) -> tuple[int, int] | None:
    if (s.quantity.dimension is Dimension.POINTS and not _WITHIN.search(s.list_left)) or _VERB.search(
        s.quantity.idiom
    ):
        return None
    if s.quantity.dimension not in (Dimension.PERCENT, Dimension.TIMES, Dimension.POINTS):
        return None
    if within := _WITHIN_OF.match(s.list_right) if _WITHIN.search(s.list_left) else None:
        return _cut(s, s.siblings[s.group[1]].end + within.end(), s.sentence.end)
    if cost := _COST_OF.match(s.right) if _JUST.search(s.list_left) else None:
        return _cut(s, s.quantity.end + cost.end(), s.sentence.end)
    if name := _OF_NAME.match(s.right) if _RETAINS.search(s.left[-60:]) else None:
        return s.quantity.end + name.start("np"), s.quantity.end + name.end("np")
    for pattern in (_OF_BASELINE, _MULTIPLE_OF):
        match = pattern.match(s.list_right)
        if match and (pattern is _OF_BASELINE) == (_is_share(s) and "as" not in match[0]):
            span = _cut(s, s.siblings[s.group[1]].end + match.end(), s.sentence.end)
            if span is None or not (_is_cost(s.doc.view[slice(*span)]) or _PART.fullmatch(s.doc.view, *span)):
                return span
            return _whose(s, span[1])
    return None


def _whose(s: Situation, end: int) -> tuple[int, int] | None:
    """Who needs the cost that ends at ``end``: "(the memory) that X requires", "(the parameters) required by X"."""
    if by := _REQUIRED_BY.match(s.doc.view, end, s.sentence.end):
        return _cut(s, by.end(), s.sentence.end)
    theirs = _THAT_REQUIRES.match(s.doc.view, end, s.sentence.end)
    return theirs.span("np") if theirs else None


def _is_share(s: Situation) -> bool:
    """ "30% of", "a third of"."""
    return s.quantity.dimension is Dimension.PERCENT or s.quantity.idiom.startswith("1/")


def _is_cost(phrase: str) -> bool:
    """ "saves 30% of the energy", "100x the model size" name no baseline; "of the baseline energy" does."""
    length = len(phrase.split())
    if length > 3 or _NAMES_ANOTHER.search(phrase):
        return False
    return any(
        cue.end == len(phrase) and (cue.metric.polarity is not Polarity.HIGHER or length <= 2)
        for cue in metric_cues(phrase)
    )


def _object(s: Situation, pattern: Pattern | regex.Pattern[str]) -> tuple[int, int] | None:
    """ "outperforms X by 2x": the last such verb before the quantity."""
    if _AS_AGAINST.match(s.near_left):
        return None  # "loses to X (1.2x vs. 1.6x)": the second is that of X
    found = None
    for match in pattern.finditer(s.doc.view, s.sentence.start, s.quantity.start):
        found = match
    if found is None:
        return None
    name = "of" if pattern is _PUSHES and found["of"] else "np"
    if pattern is _OUTPERFORM_BY and s.group[1] > s.group[0] and (by := _BY_LAST.search(s.list_left)):
        # "outperforming A (66%) and B (70%) by 5 and 2 points"
        several = found.start("np"), s.siblings[s.group[0]].start - len(s.list_left) + by.start()
        if aside := _NP_PREP.search(s.doc.view, max(several[0], s.doc.view.rfind(" and ", *several)), several[1]):
            several = several[0], aside.start()  # "A and B on X"
        if several[1] > several[0] and aligned(s, several):
            return several
    if pattern is _OUTPERFORM_BY and (later := _compared_first(s)) and later > found.end() - s.sentence.start:
        return None  # "outperforms X, and compared with Y, it gains 3 points"
    listed = pattern is _OUTPERFORM_BY and s.doc.view[found.end("np")] == ","
    span = noun_phrase(s.doc.view, found.start(name), s.siblings[s.group[0]].start if listed else found.end(name))
    if span is None:
        return None
    named = s.doc.view[span[0] : span[1]]
    cues = metric_cues(named)
    of_cost = pattern is _MATCHES and any(c.end == len(named) and c.metric.polarity is Polarity.LOWER for c in cues)
    return None if of_cost or (pattern is _IMPROVES_BY and any(not _in_a_name(named, c) for c in cues)) else span


def _in_a_name(named: str, cue: Cue) -> bool:
    """ "Faster R-CNN": the word is a part of a name and says nothing of a metric."""
    return cue.end < len(named) and named[cue.start : cue.end].istitle()


def _that_are(s: Situation) -> tuple[int, int] | None:
    """ "matches models that are 10x larger": what is larger is what it is compared with."""
    match = _THAT_ARE.search(s.list_left)
    start = s.siblings[s.group[0]].start - len(s.list_left)
    return (start + match.start("np"), start + match.end("np")) if match else None


def _signed_rival(s: Situation) -> tuple[int, int] | None:
    """ "outperforms strong models, including X (+3%) and Y (+2%)": each its own."""
    if not _OUTPERFORMS.search(s.left):
        return None
    match = _SIGNED_RIVAL.search(s.near_left)
    start = s.quantity.start - len(s.near_left)
    return (start + match.start("np"), start + match.end("np")) if match else None


def _after_bracket(s: Situation) -> tuple[int, int] | None:
    """ "gains (11% for small and 17% for large models) over X", "up to 9x (4x on average) over X"."""
    inside = s.left.count("(") > s.left.count(")")
    match = (_AFTER_BRACKET if inside else _PAST_BRACKET).match(s.right)
    return _cut(s, s.quantity.end + match.end(), s.sentence.end) if match else None


def _shared_over(s: Situation) -> int | None:
    """ "7x speed and 3x energy improvement over B": where the baseline of both begins, when only "and" joins them."""
    if s.index + 1 >= len(s.siblings):
        return None
    follower = s.siblings[s.index + 1]
    alike = follower.dimension is s.quantity.dimension
    joins = _JOINS if alike else _JOINS_AT_ONCE
    if follower.dimension not in _CHANGES or not joins.fullmatch(s.near_right):
        return None
    if has_verb(_PLAIN.sub("", s.near_right)):
        return None
    end = s.siblings[s.index + 2].start if not alike and s.index + 2 < len(s.siblings) else s.sentence.end
    found = _THAN.search(s.doc.view, follower.end, end)
    return found.end() if found else None


def _also(s: Situation) -> tuple[int, int] | None:
    """ "outperforms A by 2x, and B by 3x"."""
    match = _ALSO_BY.match(s.list_left)
    if match is None or not (_OUTPERFORMS.search(s.left) or _IMPROVES_ON.search(s.left)):
        return None
    start = s.siblings[s.group[0]].start - len(s.list_left)
    span = noun_phrase(s.doc.view, start + match.start("np"), start + match.end("np"))
    if span is None or _WINNING.search(s.doc.view, *span):  # "matches A and beats it by 2x"
        return None
    return None if metric_cues(s.doc.view[span[0] : span[1]]) else span


def _later(s: Situation) -> tuple[int, int] | None:
    """The first baseline named later in the sentence, unless a clause of its own begins before."""
    if _AT_THE_HEAD.match(s.left):
        return None  # "Relative to X, it gains 3 points, and 5 points over Y"
    if (shared := _shared_over(s)) is not None and not _OTHER_CLAUSE.search(s.doc.view, s.quantity.end, shared):
        return _cut(s, shared, s.sentence.end)
    match = _COMPARED.search(s.right)
    if match is None or _OTHER_CLAUSE.search(s.right[: match.start()]):
        return None
    return _cut(s, s.quantity.end + match.end(), s.sentence.end)


def _earlier(s: Situation) -> tuple[int, int] | None:
    """ "Compared to X, ...": said at the start, or just before brackets."""
    end = _compared_first(s)
    if end is None or (s.left[:end].lower().endswith("respect to ") and _is_aspect(s, s.sentence.start + end)):
        return None
    return _cut(s, s.sentence.start + end, s.quantity.start)


def _is_aspect(s: Situation, start: int) -> bool:
    """ "with respect to latency", "w.r.t. data and batch size": what is compared, not what with."""
    span = noun_phrase(s.doc.view, start, s.sentence.end)
    named = s.doc.view[slice(*span)] if span else ""
    return any(cue.end == len(named) for cue in metric_cues(named)) or _DATA.match(named) is not None


def _compared_first(s: Situation) -> int | None:
    """Where the last "compared to" that begins a clause before the value ends, in the sentence."""
    end = None
    if s.says(_SETS_AGAINST):
        for match in _COMPARED_FIRST.finditer(s.left):
            end = match.end()
    return end


def _compared_before(s: Situation) -> tuple[int, int] | None:
    """ "a better trade-off compared with X, with speedups of up to 3x"."""
    if s.group[1] > s.group[0] and "respectively" in s.list_right:
        return None  # the list pairs up with the baselines before
    found = None
    for match in _COMPARED_BEFORE.finditer(s.left):
        found = match
    if found is None or ";" in s.left[found.end() :]:
        return None
    return _cut(s, s.sentence.start + found.end(), s.quantity.start)


def _reached(s: Situation) -> tuple[int, int] | None:
    """ "3x fewer steps to match X", "reaches X's quality 3x faster", "unlike X, it is 3x faster"."""
    after = _TO_MATCH.match(s.right)
    if after is not None:
        return _cut(s, s.quantity.end + after.end(), s.sentence.end)
    if since := _FROM.match(s.right):
        return _cut(s, s.quantity.end + since.end(), s.sentence.end)
    if unlike := _UNLIKE.match(s.left) or (s.says(_INSTEAD_OF) and _INSTEAD.search(s.left)):
        return s.sentence.start + unlike.start("np"), s.sentence.start + unlike.end("np")
    reached = _REACHES.search(s.near_left)
    start = s.quantity.start - len(s.near_left)
    return (start + reached.start("np"), start + reached.end("np")) if reached else None


_STEPS: tuple[Callable[[Situation], tuple[int, int] | None], ...] = (
    _share,
    _signed_rival,
    _that_are,
    _near,
    _after_list,
    _after_bracket,
    _also,
    partial(_object, pattern=_BEFORE_VALUE),
    partial(_object, pattern=_OUTPERFORM_BY),
    partial(_object, pattern=_IMPROVES_BY),
    partial(_object, pattern=_PUSHES),
    partial(_object, pattern=_ACCELERATES),
    _later,
    _earlier,
    partial(_object, pattern=_SUPERIOR),
    _compared_before,
    partial(_object, pattern=_MATCHES),
    _reached,
)
