"""Phrases that name a baseline, cut out of the text, and whose a cost is."""

from __future__ import annotations

import regex

from extractors.context.metric import metric_cues
from extractors.context.phrase import noun_phrase
from extractors.endings import Ending
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Polarity

# a number, and no name that begins with one: "3DGS", "an 8T2C cell", "7B-scale rivals", nor rivals that are counted
A_NUMBER = (
    r"(?i:(?!\d{1,3}\s(?:[\p{L}-]+\s){0,3}(?:baseline|state-of-the-art|sota|existing|prior|previous|competing|competitor|rival|"
    r"other|leading)\p{L}*\b(?!\s(?:datasets?|benchmarks?|tasks?|domains?|languages?)\b))"
    r"\d(?!\d*[kmb]?-\p{L}|"
    r"[\d.]{0,3}(?:[dg]|d\p{L}{2,4}|(?!x)\p{L}\d\p{L}{1,2}|t(?=\s(?:[ds]ram|(?:bit-?)?cell)))\b))"
)
THAN = regex.compile(
    r"\b(?<!even\s)(?<!rather\s)(?<!other\s)(?<!robust\s)(?<!robustness\s)(?<!resilien(?:t|ce)\s)(?<!\scontrol\s)"
    r"(?:than|over(?!\sunion)|beyond|on top of|(?<=(?:improvement|gain)s?\s)upon|"
    r"(?<=(?:improvement|gain|advance)s?\s)on(?=\s(?:(?:an?|the|all|our)\s)?"
    r"(?:(?!(?:compared|relative|over|against|than|versus|to|in|for|with|and|by)\s)[\p{L}\d-]+\s){0,3}?"
    r"(?:baselines?|designs?|methods?|approach(?:es)?|schemes?|algorithms?|versions?|implementations?|predecessors?|"
    r"state[- ]of[- ]the[- ]art|systems?|solvers?|compilers?|techniques?|works?|art)\b)|"
    r"compar(?:ed|ing) (?:to|with|"
    r"against)|as compared (?:to|"
    r"with)|relative to|with respect to|w\.r\.t\.?|in (?:comparison|contrast) (?:to|with)|as opposed to|"
    r"in place of|vis-[aà]-vis|(?:anchored|normali[sz]ed) to|versus|vs\.?|against|"
    rf"(?<=^\s{{0,2}})(?:below|above|ahead of|behind|short of|clear of))\s(?!{A_NUMBER}|"
    r"(?:an?|one|two|three|four|five|half\san?)\s(?:points?|order|percent|percentage|times)\b|"
    r"the course|the past|doubl|twice\b|half\b|tripl|time\b|all\b|\p{L}+ (?:years|months|datasets|benchmarks|"
    r"tasks|workloads))",
    regex.IGNORECASE,
)
COMPARED = Pattern(
    r"\b(?<!rather )(?:than|compared (?:to|with|against)|as compared (?:to|with)|relative to|"
    rf"in comparison (?:to|with)|versus)\s(?!doubl|twice\b|half\b|tripl|{A_NUMBER}|"
    r"(?:an?|one|two|three|four|five|half\san?)\s(?:points?|order|percent|percentage|times)\b)",
    IGNORECASE,
)
ANOTHER = (
    r"(?:[\p{L}\d-]{1,20}\s){0,3}?(?:baselines?|original|full|dense|vanilla|standard|conventional|existing|other|"
    r"previous|"
    r"prior|teacher|naive|plain|unmodified|state[- ]of[- ]the[- ]art|best|strongest)\b"
)
_LEAD_IN = Pattern(
    r"(?:for|in|with|at(?=\sbaseline)|that of|those of|that required by|by|on|"
    r"(?:the|an?)\s~?\d[\d.,]*\s?\\?(?:%|x|[\p{L}/]{1,10})\s(?:of|for|by|with|from|(?:achiev|obtain|reach|report|need|requir|us)ed\sby)|"
    r"(?:when\s)?using(?:\s(?:only|just|solely|purely))?)\s",
    IGNORECASE,
)
_GENERIC = Pattern(
    r"(?:(?:an?|the|all|other|existing|previous|strong)\s){0,2}(?:baselines?|methods?|models?|approach(?:es)?|"
    r"systems?|variants?|"
    r"inference|execution|generation|decoding|training|implementations?|versions?|configurations?|set-?ups?|designs?|policy|agents?|"
    r"ones?)(?:\s(?:equipped|trained))?|the\ssame\s[\p{L}-]+(?:\s[\p{L}-]+)?",
    IGNORECASE,
)
_THAT = Pattern(
    r"(?!\swith\s(?:an?\s)?(?:[\p{L}-]+\s){1,3}of\s\d)"
    r"\s(?:that|which|using|relying on|with|without|based on)\s[^,;:().]{3,60}?"
    r"(?=[,;:().]|(?<!rely)(?<!relies)(?<!depends)(?<!solely)(?<!purely)(?<!exclusively)(?<!entirely)(?<!depend)(?<!based)(?<!trained)"
    r"(?<!built)(?<!focus)(?<!operate)(?<!conditioned)\s(?:on|in|for|at|while|and|with)\s|$)"
)
# "models built on state spaces", "code written by hand": more has to follow
_HANGS = Ending(
    r"(?:\s(?:that|which))?\s(?:built|based|rel(?:y|ies|ying)|authored|written|designed|provided|(?:pre-?)?trained|(?:fine-?)?tuned)$"
)
_THEIR_VALUE = Pattern(r"'s\s[~+-]?\s?(?:\d[\d.]*\s?(?:%|x|times|points)?)?$")
_ON_WHAT = Pattern(r"\s(?:(?:up)?on|by|for)\s")
_TRAINED = Ending(
    r"(?:\b(?:pre-?|fine-?)?(?:trained|tuned)|\s(?:operating|running|focusing))(?:\s(?:only|solely|exclusively|directly|purely|entirely))?$"
)
_ON_DATA = Pattern(
    r"\s(?:on|with|from)\s(?!\d)[^,;:().]{3,50}?(?=[,;:().]|\s(?:on|in|for|at|by|while|and|with)\s|\s\(|$)"
)
_WIDELY_USED = Ending(r"\s\p{L}+ly\sused$")
_USED = Pattern(r"\s(?:used|required|needed|consumed|taken|achieved|obtained|produced|generated|attained|reported)$")
_MADE = Pattern(
    r"\s(?:written|authored|designed|crafted|proposed|created|developed|tuned|built|optimi[sz]ed|curated|made|"
    r"trained|chosen|selected|found|drawn|discovered|generated|suggested|provided)$"
)
_BY_WHOM = Pattern(
    r"\sby\s(?!\d|up\b|over\b|about\b|more\b|at\b|nearly\b|an?\s(?:factor|average|margin|mean)\b|[~$]|\p{L}+ing\b)"
)
_BY = Pattern(r"\s(?:by|for)\s")
WORDS_FOR_ANOTHER = (
    r"\b(?:baselines?|original|full|dense|vanilla|standard|conventional|existing|other|previous|teacher|naive|"
    r"native|unmodified|bare-metal|plain|greedy|base[- ]model|(?:open|closed)-(?:source|weights?)|proprietary|"
    r"non-\p{L}+)\b"
)
NAMES_ANOTHER = Pattern(rf"{WORDS_FOR_ANOTHER}|'s\s")
NP_PREP = Pattern(r"\s(?:on|in|for|with|at|across|under|during|within|through|via|to|when|by|while)\s", IGNORECASE)
_METRIC_OF = Pattern(
    r"(?:the\s)?(?P<metric>[^,;()]{2,40}?)\s(?:(?:required|needed|used|consumed|achieved|obtained|produced|"
    r"incurred|taken) by|of)\s"
    r"(?=\p{L})"
)
_REQUIRED_BY = Pattern(
    r"\s(?:required|needed|used|consumed|achieved|obtained|incurred|taken|demanded) "
    r"(?:by\s|for\s(?=full|training|fine|dense|supervised))(?!\d)"
)
# "40% of the memory that a dense index requires"
_THAT_REQUIRES = Pattern(
    r"(?:\s(?:that|which))?\s(?P<np>(?:(?:an?|the)\s)?(?!(?:and|or|but|to|can|while|yet)\b)\p{L}[\p{L}\d.+-]*(?:\s[\p{L}\d.+-]+){0,4}?)\s"
    r"(?:requir|need|us|consum|tak|achiev|obtain|incur|occup|demand)(?:e?s|e|ed)?\b"
)
_THAT_OF = Pattern(r"(?:(?:that|those)\s(?:of|for)|what)\s(?=\p{L})")
_DOES = Pattern(r"\s(?:do|does|did)$")
# "all models tested (on A)", "the prior methods that (reached)", "the best model (90.2%)", "the prior best of 77.3%"
_LOOSE_END = Ending(
    r"(?:\s(?:tested|evaluated|considered|examined|studied|assessed|investigated|observed|established|reported|"
    r"possessing|configured|presented|with|with\s(?:\p{Ll}+\s)?(?:gains?|improvements?)|that|which|whose|both|(?:typic|usu|gener|quantitativ|qualitativ|consistent|significant)\p{Ll}*ly)|"
    r"\s\([~$]?\d[\d.]*\s?\\?%?\$?\)|'s\s[~$]?\d[\d.]*\s?\\?%?|"
    r"\s(?:of|by|reaching|ranging from|scoring)\s[~$+]?\d[\d.]*\s?\\?(?:%|x|times|points|percent)?|(?<!al)\.)+$"
)
_BRACKET = Pattern(r"\s\((?!(?:SOTA|SoTA|sota)\))")
_AND = Ending(r",?\s(?:and|or)$")
_WITH = Pattern(r"\s(?:with|without)\s")
_ACTIVITY = Pattern(r"(?:(?:re|pre-?|co-)?training|(?:fine-?)?tuning|learning|starting|sampling)", IGNORECASE)
_WITH_DATA = Pattern(r"\s(?:on|with|from)\s")
_ARTICLE = len("the ")
_SIZE = Pattern(
    r"(?:the\s)?(?:space|power|time)|size|number|amount|length|scale|(?:trainable\s|model\s|total\s)?(?:parameters|params|weights)"
)
_DATA = Pattern(r"(?:the\s)?(?:data|number|size|scale|amount|length|batch|both|all)\b")


# "three times slower than C"
_LANGUAGE = Pattern(
    r"(?:(?:native|plain|pure|optimi[sz]ed|hand-?written|naive|sequential|serial)\s)?[CR]"
    r"(?=\s?(?:[,.;:)]|$)|\s(?:on|in|for|at|with|and|or|while|when|by|under|across)\b)"
)


def cut(s: Situation, start: int, end: int) -> tuple[int, int] | None:
    if skip := _LEAD_IN.match(s.doc.view, start):
        start = skip.end()
    if (language := _LANGUAGE.match(s.doc.view, start, s.sentence.end)) is not None:
        return language.span()
    span = noun_phrase(s.doc.view, start, end, limit=130)
    if span is None:
        return None
    text = s.doc.view[span[0] : span[1]]
    if _GENERIC.fullmatch(text) and (what := _THAT.match(s.doc.view, span[1], s.sentence.end)):
        return span[0], what.end()  # "baselines that rely on softmax"
    if _ACTIVITY.fullmatch(text) and (data := _WITH_DATA.match(s.doc.view, span[1], s.sentence.end)):
        rest = noun_phrase(s.doc.view, data.end(), s.sentence.end, limit=90)
        return (span[0], rest[1]) if rest else span  # "compared to training on plain scans alone"
    if (hangs := _HANGS.search(text)) and (more := _ON_WHAT.match(s.doc.view, span[1])):
        rest = noun_phrase(s.doc.view, more.end(), end, limit=90)
        return (span[0], rest[1]) if rest else (span[0], span[0] + hangs.start())
    if (theirs := _THEIR_VALUE.search(text)) is not None:  # "compared with X's +25%"
        of_this = span[0] < s.quantity.start <= span[1] + 2
        return None if of_this else (span[0], span[0] + theirs.start())
    prep = _BRACKET.search(text) or NP_PREP.search(text)
    if prep and _WITH.match(prep[0]) and _GENERIC.fullmatch(text, 0, prep.start()):
        return span  # "the inference with a full cache"
    if prep and prep.start() > 1 and text[prep.start() - 1] != "-":  # "the first- to third-order terms"
        span = (span[0], span[0] + prep.start())
    and_more = _AND.search(s.doc.view[slice(*span)])
    return (span[0], span[0] + and_more.start()) if and_more else span  # "compared to A and to B"


def with_data(view: str, span: tuple[int, int], last: int) -> tuple[int, int]:
    """ "a parser trained on real logs": a phrase that ends with the participle goes on with the data."""
    data = _ON_DATA.match(view, span[1], last) if _TRAINED.search(view, *span) else None
    return (span[0], data.end()) if data else span


def without_loose_end(view: str, span: tuple[int, int]) -> tuple[int, int]:
    """ "all models tested", "the prior best of 77.3%": without what only begins, and without its own value."""
    loose = _LOOSE_END.search(view, *span)
    return (span[0], loose.start()) if loose and loose.start() - span[0] > 2 else span


def owner(s: Situation, span: tuple[int, int]) -> tuple[int, int]:
    """ "the context size of X" and "the cost required by X": X is what is compared with."""
    text = s.doc.view[span[0] : span[1]]
    if (widely := _WIDELY_USED.search(text)) and s.doc.view.startswith(" for ", span[1]):
        return span[0], span[0] + widely.start()  # "the slicing widely used for video"
    if _USED.search(text) and (by := _BY.match(s.doc.view, span[1])):  # "of the compute used by X"
        return noun_phrase(s.doc.view, by.end(), s.sentence.end) or span
    if _MADE.search(text) and (by := _BY_WHOM.match(s.doc.view, span[1], s.sentence.end)):  # "designs written by X"
        whole = noun_phrase(s.doc.view, by.end(), s.sentence.end)
        return (span[0], whole[1]) if whole else span
    if does := _DOES.search(text):  # "than X does"
        return span[0], span[0] + does.start()
    if pronoun := _THAT_OF.match(text):
        return span[0] + pronoun.end(), span[1]
    if is_cost(text) and (by := _REQUIRED_BY.match(s.doc.view, span[1], s.sentence.end)):
        return noun_phrase(s.doc.view, by.end(), s.sentence.end) or span  # "the loss achieved by X"
    match = _METRIC_OF.match(text)
    if match is None or not (metric_cues(match["metric"]) or _SIZE.fullmatch(match["metric"])):
        return span
    return span[0] + match.end(), span[1]


def whose(s: Situation, end: int) -> tuple[int, int] | None:
    """Who needs the cost that ends at ``end``: "(the memory) that X requires", "(the parameters) required by X"."""
    if by := _REQUIRED_BY.match(s.doc.view, end, s.sentence.end):
        return cut(s, by.end(), s.sentence.end)
    theirs = _THAT_REQUIRES.match(s.doc.view, end, s.sentence.end)
    return theirs.span("np") if theirs else None


_OF_ONE = Pattern(r"\sper\s[\p{L}-]+$")


def is_cost(phrase: str) -> bool:
    """ "saves 30% of the energy", "100x the model size" name no baseline; "of the baseline energy" does."""
    phrase = _OF_ONE.sub("", phrase)  # "the energy per token" is the energy
    length = len(phrase.split())
    if any(cue.start <= _ARTICLE and cue.end == len(phrase) for cue in metric_cues(phrase)):
        return True  # "the throughput per watt"
    if length > 3 or NAMES_ANOTHER.search(phrase):
        return False
    return any(
        cue.end == len(phrase) and (cue.metric.polarity is not Polarity.HIGHER or length <= 2)
        for cue in metric_cues(phrase)
    )


def is_aspect(s: Situation, start: int) -> bool:
    """ "with respect to latency", "w.r.t. data and batch size": what is compared, not what with."""
    span = noun_phrase(s.doc.view, start, s.sentence.end)
    named = s.doc.view[slice(*span)] if span else ""
    short = len(named.split()) < 4
    return (short and any(cue.end == len(named) for cue in metric_cues(named))) or _DATA.match(named) is not None
