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
    r"with)|relative to|with respect to|w\.r\.t\.?|in comparison (?:to|with)|versus|vs\.?|against|"
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
    r"^(?:\s(?:on|in)\s[^,;]{1,40}?)?\s?,?\s(?:and|as well as)\s(?P<np>[^,;]{2,70}?)\sby\s|"
    r"^(?:\s(?:on|in)\s[^,;]{1,40}?|\s?\([^()]{1,30}\)?)?\s?,\s(?P<np>(?-i:\p{L}*\p{Lu}|"
    r"\p{Ll}+\d)[^,;()]{1,40}?)\sby\s",
    regex.IGNORECASE,
)
_OUTPERFORMS = Folded(r"\b(?:outperform|surpass|exceed|beat|outscal|outpac)(?:s|es|ed|ing|ting)?\b")
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
    r"\b(?:(?:outperform|surpass|exceed|beat|match|rival)\p{L}*|(?:comparable|similar|equal|close|superior|competitive|"
    r"par)\s(?:to|with)|than|over|against)\s(?!or\b|and\b)(?P<np>(?:(?!\b(?:to|with|than|over|against)\b)[^,;()]){2,60}?)\sthat\s(?:are|is|were)\s"
    r"(?:(?:up to|over|about|nearly|roughly|more than|at least)\s|~){0,2}$"
)
_AFTER_BRACKET = Pattern(r"[^()]{0,80}\)\s(?:over|than|compared (?:to|with)|relative to|versus)\s")
# "up to 71x (38x on average) over A", "-7% perplexity (-2% bits per byte) over A"
_PAST_BRACKET = Pattern(
    r"(?:\s[\p{L}-]{1,30}){0,3}\s\([^()]{1,60}\)(?:\s[\p{L}-]{1,30}){0,3}\s(?:over|than|compared (?:to|with)|"
    r"relative to|versus)\s(?!\d)"
)
_GENERIC = Pattern(
    r"(?:(?:an?|the|all|other|existing|previous|strong)\s){0,2}(?:baselines?|methods?|models?|approach(?:es)?|systems?|variants?)",
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
    r"original\s)?(?:parameters|params|weights|data|tokens|memory|time|cost|compute|steps|computation)",
    IGNORECASE,
)
_LEAD_IN = Pattern(r"(?:for|in|with|that of|those of|that required by|by|on|using|when using)\s", IGNORECASE)
_BEFORE_VALUE = Folded(
    r"\b(?:over|compared (?:to|with)|relative to|than|against|versus|vs\.?)\s"
    r"(?P<np>(?!\d|up to)"
    r"(?:(?!\sand\s(?:\p{L}+ing|(?:improv|outperform|surpass|exceed|reduc|beat)e?s)\b)[^,;()]){2,60}?)\s"
    r"(?:\(|(?<!state\s)of\b|by\b|up to\b|ranging\b|reaching\b|is\b|are\b|was\b|were\b|"
    r"reach(?:es|ed)\b)[^,;()]{0,24}$"
)
_MATCHES = regex.compile(
    r"\b(?:match(?:es|ed|ing)?|rival(?:s|ed|ing)?|approach(?:es|ing))\s"
    r"(?:the\s(?:[\p{L}-]+\s){0,2}(?:performance|quality|accuracy|improvements?|results?|speed)\sof\s)?(?P<np>(?!or\b|"
    r"and\b)(?:the\s)?[^,;()]{2,60}?)(?=\s(?:in|on|while|with|at|across)\b(?!-)|,)|"
    r"\bthan\s(?P<np>(?!\d)(?:[^,;()]|,(?=\d)){2,50}?)(?=,(?!\d)|\swhile\b|\sand\b|\swith\b)",
    regex.IGNORECASE,
)
_JOINS = Pattern(
    r"[^;:]{0,80}?(?:,\s|,?\sand\s)(?:[^;:,]{2,50}\sby\s)?(?:(?:an?|up to|about|over|nearly)\s){0,2}[~$(]{0,2}\s?"
)
_JOINS_AT_ONCE = Pattern(
    r"(?:(?!\s(?:on|across|for)\s)[^;:,]){0,60}?,?\sand\s(?:(?:an?|up to|about|over|nearly)\s){0,2}[~$]?"
)
_TO_MATCH = Pattern(
    r"[^,;]{0,80}?\sto\s(?:match|reach|equal|attain)\s(?:the\s(?:performance|accuracy|quality|scores?|results?|loss)\sof\s)?(?=(?:the\s)?\p{Lu})"
)
_UNLIKE = Pattern(
    r"(?:Unlike|Instead of|In contrast to)\s(?P<np>(?:the\s)?\p{L}[\p{L}\d.+-]*(?:"
    r"\s[\p{L}\d.+-]+){0,4}?),\s"
)
_REACHES = regex.compile(
    r"\b(?:(?:reach|attain|match)(?:es|ing)?\s(?P<np>(?:the\s)?\p{Lu}[\p{L}\d.+-]*)'s\s\p{L}+\s|"
    r"(?:parity|on par)\swith\s"
    r"(?P<np>(?:(?!\s(?:at|with|but|while|in|on)\b)[^,;]){2,50}?)\s(?=(?:(?:up to|about|over)\s)?$)|"
    r"(?:on par|comparable|competitive)\s(?:with|"
    r"to)\s(?P<np>(?:the\s)?\p{Lu}[\p{L}\d.+-]*(?:\s\p{Lu}[\p{L}\d.+-]*)?)\s(?:at|with|but|"
    r"while)\s)[^,;]{0,20}$"
)
_BY_LAST = Pattern(r"\sby\s(?:(?:up to|about|over)\s)?$")
_PLAIN = Pattern(
    r"\b(?:higher|lower|larger|greater|reductions?|improvements?|gains?|increases?|decreases?|savings?|"
    r"speed-?ups?)\b",
    IGNORECASE,
)
_OUTPERFORM_BY = Folded(
    r"\b(?:outperform|surpass|exceed|beat|outpac|outscal|outclass|outrank)(?:s|es|ed|ing|"
    r"ting)?\s(?P<np>(?!by)[^;]{2,120}?)(?:\sby\b|\swith\b|\sin\b(?!-)|,|:|\son\b(?!-)|\sacross\b|\swhile\b|\susing\b|\()"
)
_IMPROVES_BY = Pattern(
    r"\b(?:[Ii]mprov|[Ee]nhanc|boost|better)(?:es|e|s|ed|ing|ts)?\s(?:(?:up)?on\s|over\s)?(?P<np>(?:the\s|"
    r"its\s|our\s)?(?:[\p{L}\d+./-]+\s){0,4}?(?:(?i:baselines?|\p{L}*(?:LMs|LLMs|VLMs)|models|methods|networks|"
    r"agents|policies|best [\p{L}\s]{3,30}|state[- ]of[- ]the[- ]art[\p{L}\s-]{0,30}|prior\s[\p{L}\s]{2,30}|"
    r"base model)|(?:\p{Ll}{0,3}\p{Lu}[\p{L}\d.+-]*)(?:\s\p{Lu}[\p{L}\d.+-]*){0,3}))\sby\b"
)
# "accelerating our base model by 3x": the model as it was
_ACCELERATES = Pattern(
    r"\baccelerat(?:es|ed|ing)\s(?P<np>(?:our|the|its)\s(?:base|original|teacher|vanilla)\s\p{Ll}+)\sby\b", IGNORECASE
)
_COMPARED_FIRST = Folded(
    r"(?:^|[.;,(]\s?|(?:--|—)\s?|\bwhen\s|\band\s|\bthat\s)(?:when\s)?compare[ds] (?:to|with|against)\s|"
    r"^(?:relative to|versus|"
    r"over|against|in comparison (?:to|with))\s|(?<!averaged\s)\bover\s(?!\d)(?=[^,;]{3,60}(?:\(|,))"
)
_SETS_AGAINST = ("compare", "relative to", "versus", "over", "against", "comparison")  # one of them is in each
_OF_BASELINE = Pattern(
    r"^\s{0,2}of\s(?=(?:the\s|other|that|those|its\s|existing|prior|full|conventional|standard|teacher|"
    r"original|baseline))",
    IGNORECASE,
)
_MULTIPLE_OF = Pattern(
    r"^\s{0,2}(?:as (?:\p{L}+)\s(?:\p{L}+\s){0,3}as\s|"
    r"(?=(?:the|that of|those of|other|previous|prior|existing|conventional)\s))",
    IGNORECASE,
)
_BAD = Pattern(
    r"^(?:it\b|them\b|(?:just|only|merely)\s|(?:leveraging|achieving|exploiting|reducing|improving|maintaining|enabling|delivering)\b|"
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
_METRIC_OF = Pattern(r"(?:the\s)?(?P<metric>[^,;()]{2,40}?)\s(?:required by|needed by|used by|of)\s(?=\p{L})")
_THAT_OF = Pattern(r"(?:that|those)\s(?:of|for)\s(?=\p{L})")
_BRACKET = Pattern(r"\s\(")
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
    if pronoun := _THAT_OF.match(text):
        return span[0] + pronoun.end(), span[1]
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
    if prep and prep.start() > 1:
        span = (span[0], span[0] + prep.start())
    return span


def _after_own(s: Situation, window: str, start: int) -> tuple[int, int] | None:
    """What the text ``window``, which begins at ``start``, says that the value is compared with."""
    match = _THAN.search(window)
    if match is None or _SENTENCE_PART.search(window[: match.start()]):
        return None
    return _cut(s, start + match.end(), s.sentence.end if match.end() > len(window) - 2 else start + len(window) + 60)


def _near(s: Situation) -> tuple[int, int] | None:
    return _after_own(s, s.near_right, s.quantity.end)


def _after_list(s: Situation) -> tuple[int, int] | None:
    first, last = s.group
    return _after_own(s, s.list_right, s.siblings[last].end) if last > first else None


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
    for pattern in (_OF_BASELINE, _MULTIPLE_OF):
        match = pattern.match(s.list_right)
        if match and (pattern is _OF_BASELINE) == (
            s.quantity.dimension is Dimension.PERCENT and "as" not in match[0]
        ):
            span = _cut(s, s.siblings[s.group[1]].end + match.end(), s.sentence.end)
            named = s.doc.view[slice(*span)] if span else ""
            return None if _is_cost(named) or _PART.fullmatch(named) else span
    return None


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
    found = None
    for match in pattern.finditer(s.doc.view, s.sentence.start, s.quantity.start):
        found = match
    if found is None:
        return None
    if pattern is _OUTPERFORM_BY and s.group[1] > s.group[0] and (by := _BY_LAST.search(s.list_left)):
        # "outperforming A (66%) and B (70%) by 5 and 2 points"
        several = found.start("np"), s.siblings[s.group[0]].start - len(s.list_left) + by.start()
        if aside := _NP_PREP.search(s.doc.view, max(several[0], s.doc.view.rfind(" and ", *several)), several[1]):
            several = several[0], aside.start()  # "A and B on X"
        if several[1] > several[0] and aligned(s, several):
            return several
    listed = pattern is _OUTPERFORM_BY and s.doc.view[found.end("np")] == ","
    span = noun_phrase(s.doc.view, found.start("np"), s.siblings[s.group[0]].start if listed else found.end("np"))
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
    if match is None or not _OUTPERFORMS.search(s.left):
        return None
    start = s.siblings[s.group[0]].start - len(s.list_left)
    span = noun_phrase(s.doc.view, start + match.start("np"), start + match.end("np"))
    return None if span is None or metric_cues(s.doc.view[span[0] : span[1]]) else span


def _later(s: Situation) -> tuple[int, int] | None:
    """The first baseline named later in the sentence, unless a clause of its own begins before."""
    if (shared := _shared_over(s)) is not None and not _OTHER_CLAUSE.search(s.doc.view, s.quantity.end, shared):
        return _cut(s, shared, s.sentence.end)
    match = _COMPARED.search(s.right)
    if match is None or _OTHER_CLAUSE.search(s.right[: match.start()]):
        return None
    return _cut(s, s.quantity.end + match.end(), s.sentence.end)


def _earlier(s: Situation) -> tuple[int, int] | None:
    """ "Compared to X, ...": said at the start, or just before brackets."""
    found = None
    if s.says(_SETS_AGAINST):
        for match in _COMPARED_FIRST.finditer(s.left):
            found = match
    if found is None:
        return None
    return _cut(s, s.sentence.start + found.end(), s.quantity.start)


def _reached(s: Situation) -> tuple[int, int] | None:
    """ "3x fewer steps to match X", "reaches X's quality 3x faster", "unlike X, it is 3x faster"."""
    after = _TO_MATCH.match(s.right)
    if after is not None:
        return _cut(s, s.quantity.end + after.end(), s.sentence.end)
    if unlike := _UNLIKE.match(s.left):
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
    partial(_object, pattern=_ACCELERATES),
    _later,
    _earlier,
    partial(_object, pattern=_SUPERIOR),
    partial(_object, pattern=_MATCHES),
    _reached,
)
