"""Phrases that name a baseline, cut out of the text, and whose a cost is."""

from __future__ import annotations

import regex

from extractors.context.phrase import noun_phrase
from extractors.endings import Ending
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation

# a number, and no name that begins with one: "3DGS", "an 8T2C cell", "7B-scale rivals", nor rivals that are counted
A_NUMBER = (
    r"(?i:(?!\d{1,3}\s(?:[\p{L}-]+\s){0,3}(?:baseline|state-of-the-art|sota|existing|prior|previous|competing|competitor|rival|"
    r"other|leading)\p{L}*\b(?!\s(?:datasets?|benchmarks?|tasks?|domains?|languages?)\b))"
    r"(?!\d{1,2}x\d{1,2}\s\p{L})(?!\d[\d.]{0,3}b(?:(?:\s?(?:--?|–)\s?|\sto\s)\d[\d.]{0,3}b)?\s(?:[\p{L}-]+\s){0,2}"
    r"(?:models?|\p{L}{0,3}lms?|baselines?|counterparts?|guards|agents|encoders?|decoders?|systems)\b)"
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
    r"(?:\([\p{L}\s-]{2,24}\)(?=\s[\p{L}\d])|for|in|with|at(?=\sbaseline)|that of|those of|that required by|by|on|"
    r"(?:the|an?)\s~?\d[\d.,]*\s?\\?(?:%|x|[\p{L}/]{1,10})(?:\sper\s\p{L}+)?\s(?:of|for|by|with|from|(?:achiev|obtain|reach|report|need|requir|us)ed\sby)|"
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
    r"\sat\s\d[^,;:()]{1,40}?(?=[,;:()]|\.(?:\s|$)|\s(?:on|in|for|by|while|and|with)\s|$)|"
    r"\s(?:on|with|from)\s(?!\d)[^,;:().]{3,50}?(?=[,;:().]|\s(?:on|in|for|at|by|while|and|with)\s|\s\(|$)"
)
WORDS_FOR_ANOTHER = (
    r"\b(?:baselines?|original|full|dense|vanilla|standard|conventional|existing|other|previous|teacher|naive|"
    r"native|unmodified|bare-metal|plain|greedy|base[- ]model|(?:open|closed)-(?:source|weights?)|proprietary|"
    r"non-\p{L}+)\b"
)
NAMES_ANOTHER = Pattern(rf"{WORDS_FOR_ANOTHER}|'s\s")
NP_PREP = Pattern(r"\s(?:on|in|for|with|at|across|under|during|within|through|via|to|when|by|while)\s", IGNORECASE)
# "all models tested (on A)", "the prior methods that (reached)", "the best model (90.2%)", "the prior best of 77.3%"
_LOOSE_END = Ending(
    r"(?:\s(?:tested|evaluated|considered|examined|studied|assessed|investigated|observed|established|reported|"
    r"possessing|configured|presented|up|with|with\s(?:\p{Ll}+\s)?(?:gains?|improvements?)|that|which|whose|both|(?:typic|usu|gener|quantitativ|qualitativ|consistent|significant)\p{Ll}*ly)|"
    r"\s\([~$]?\d[\d.]*\s?\\?%?\$?\)|"
    r"'s\s[~$]?\d[\d.,]*(?:\s?\\?%|\s(?:[munμ]?s|[GMKT]i?B|min|hours?|h|minutes?|seconds?|[kM]?W|m?J|fps|FPS|(?:tokens|frames)/s))?|"
    r"\s(?:of|by|reaching|ranging from|scoring)\s[~$+]?\d[\d.]*\s?\\?(?:%|x|times|points|percent)?|(?<!al)\.)+$"
)
_BRACKET = Pattern(r"\s\((?!(?:SOTA|SoTA|sota)\))")
_AND = Ending(r",?\s(?:and|or)$")
_WITH = Pattern(r"\s(?:with|without)\s")
_ACTIVITY = Pattern(r"(?:(?:re|pre-?|co-)?training|(?:fine-?)?tuning|learning|starting|sampling)", IGNORECASE)
_WITH_DATA = Pattern(r"\s(?:on|with|from)\s")
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
