"""The workload, data set, model or condition that a value holds for, as in the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import regex

from extractors.context.metric import metric_cues
from extractors.context.phrase import aligned, noun_phrase, respective, respective_part
from extractors.lexicon import VERB_CUE, has_verb
from extractors.numbers.units import Dimension
from extractors.situation import Situation
from schemas.vocabulary import Metric

Span = tuple[int, int]
Step = Callable[[Situation], Span | None]

_PREP = regex.compile(
    r"(?<!\b(?:compar\w+|consistent|competitive|par|parity|equal|along|together|beginning|starting|than|required|needed|suitable)\s)\b(?P<prep>on|for|across|in|under|during|within|at|when|"
    r"with)\s",
    regex.IGNORECASE,
)
# The prepositions that introduce a setting, the surest first.
_RANK = dict.fromkeys(("on", "across", "for", "under", "during"), 0)
_RANK |= dict.fromkeys(("when", "in", "at", "within"), 1) | {"with": 2}
_FIRST = regex.compile(
    r"(?:^(?:(?:Our|The|Extensive|Comprehensive|Experimental|Empirical|Numerical|Efficiency|Additional|Further|Preliminary)\s){0,2}"
    r"(?:[Ee]xperiments?|[Ee]valuations?|[Rr]esults?|[Bb]enchmarks?|[Tt]ests|[Ee]xperimentation|"
    r"[Cc]ase studies|[Ss]tudies)\s|^(?:For (?:instance|example)|Specifically|Notably|In particular|"
    r"Moreover|Furthermore|Additionally|"
    r"Meanwhile|Remarkably|Crucially|Empirically|Experimentally|Finally|Importantly|"
    r"[A-Z]\p{L}+\s\p{L}+),\s|^\s?|[;:]\s|\bthat,?\s|,\s(?:and|while|whereas|but)\s|,\s(?=across\s)|\bshow(?:s|n)?\s|\(\d\)\s)(?P<prep>On|Across|"
    r"For|In|Under|At|During|When applied to|Applied to|Evaluated on|Tested on|With|on|across|for|in|"
    r"under|when applied to)\s",
    regex.IGNORECASE,
)
_OBJECT = regex.compile(
    r"\b(?:of|for|on|in)\s(?P<np>(?:(?!\s(?:of|for|on|in)\s)[^,;:()]){2,70}?)(?<!\b(?:up|and))(?:\s\([^()]{2,30}\))?\s(?:by|to|is|"
    r"reaches|from)\s(?:(?:up to|an?|the|over|about|only|average|of|factor|nearly|around|more than|"
    r"approximately|roughly|at least|geometric|mean|geomean)\s)*[~$(+]{0,2}\s?$",
    regex.IGNORECASE,
)
_NAMED = regex.compile(
    r"(?P<name>(?:[\p{Lu}\d][\p{L}\d.+@*'/_-]*)(?:\s[\p{Lu}\d][\p{L}\d.+@*'/_-]*){0,3}(?:\s(?:dataset|"
    r"benchmark|test|set|split))?)\s\(\s?[~$+]{0,2}\s?$"
)
_OPENED = regex.compile(r"\([~+<>-]?\s?$")
_NAMED_INSIDE = regex.compile(r"^,\s(?P<np>\p{Lu}[\p{L}\d.@-]*(?:\s\p{Lu}[\p{L}\d.@-]*){0,2})\)")
_NAMED_AFTER = regex.compile(r"^\s?\((?P<np>\p{Lu}[^()\d]{1,30})\)")
# "(85% RoomBench 2, 96% HomeTasks)"
_LED = regex.compile(r"^%?\s(?P<np>\p{Lu}[\p{L}\d-]*\p{Ll}[\p{L}\d-]*\p{Lu}?[\p{L}\d-]*(?:\s[\d.]{1,4})?)(?=[,;)])")
_IN_BRACKET = regex.compile(r"\([^()]{0,60}$")
_SCOPED = regex.compile(
    r"\b(?:in|on|for|under)\s(?P<np>(?:(?!\s(?:in|on|for|under|of)\s)[^,;:()]){2,50})\s\((?:up to\s|about\s|~|"
    r"over\s|around\s|nearly\s)?\s?[$+]?$"
)
_COLON = regex.compile(
    r"(?P<name>(?:[\p{Lu}][\p{L}\d.+@*/_-]*)(?:\s[\p{Lu}\d][\p{L}\d.+@*/_-]*){0,3}):\s{1,2}[+~$]{0,2}$"
)
_SIGNED_NAME = regex.compile(
    r"[(,]\s?(?:and\s)?(?P<name>\p{Lu}[\p{L}\d.@*/_-]*(?:\s\p{Lu}[\p{L}\d.@*/_-]*)?)\s{1,2}[$]?[+-]\s?$"
)
_SHARED = regex.compile(
    r"\s(?!on\b)[\p{L}@\d-]+(?:\s[\p{L}@\d-]+){0,2},?\s(?:and|/)\s(?:(?:a|an|of|"
    r"up to)\s){0,2}[~$+]?\s?"
)
# "improves HumanEval accuracy from 40% to 50%", "and MBPP from 3 to 4": the name is the data set's
_MOVED = regex.compile(
    r"(?:\b(?:improv|increas|rais|boost|lift|push|reduc|lower|mov|tak|bring|advanc)\p{L}*|\band|,)\s"
    r"(?:(?:its|their|our|overall|average|mean|final|zero-shot)\s){0,3}(?P<np>(?:the\s)?(?:\p{Lu}[\p{L}\d.@*/_-]*)(?:\s\p{Lu}[\p{L}\d.@*/_-]*){0,2}?)"
    r"(?:\s(?:\p{L}[\p{L}@\d-]*)){0,2}\sfrom\s[~$]?$"
)
_SCOPE_FROM = regex.compile(
    r"\b(?:on|across|for)\s(?P<np>(?:(?!\s(?:on|across|for|in)\s)[^,;:()]){2,50}?)(?<!\sand)\sfrom\s[~$]?$"
)
_INTRODUCES = regex.compile(
    r"^(?:Despite|With|While|Although|Though|Using|By|Even with|Having|Because|Requiring)\b[^,]*$"
)
_EXAMPLES = regex.compile(r"^\s?\((?:e\.g\.,?|i\.e\.,?|for example,?|such as)\s(?P<np>[^()]{3,90})\)")
_STOP_BREAK = regex.compile(
    r";|\.\s|,\s(?:while|whereas|but|and|achiev\w+|with|\p{L}+ing|which|that|compared|without|even|up|or|thereby|thus)\b|,\s\(?\d\)\s|"
    r"\)\s(?:and|via|through|that|which|\p{Ll}+\sthat)\s|"
    r"\band\s(?:\p{L}+ly\s)?(?:outperform|surpass|exceed|reduc|improv|achiev|reach|enhanc|deliver|preserv|remain|generali[sz]|compos|exhibit|support|retain|maintain|"
    r"match|requir|scal)(?:e?s|ing|e)?\b|"
    r"\bwhile\b|\bwhereas\b|\bwithout\b|\bbut\b|\band (?:up|by|a|an|over|\d)\b",
    regex.IGNORECASE,
)
_NOTHING = regex.compile(
    r"(?:it|them|this|these|that|which|each|all|average|particular|hours?|minutes?|seconds?|days?|"
    r"weeks?|as (?:few|little|low|high|many|much) as|"
    r"months?|an? (?:fraction|variety|factor|single pass|few|slight|minor|small|modest|marginal|tiny|"
    r"little|average|total|matter|given|similar|cost|speed|"
    r"time|rate|result|range|relative|reduction|significant|negligible|minimal|accuracy|batch throughput|"
    r"drop)|total|up\b|less than|more than|no\b|"
    r"minimal|negligible|only|just|(?:one|two|three|four|five|six|seven|eight|nine|ten) (?:seconds|minutes|"
    r"hours|days)|improv\w*|comparable|little|better|lower|higher|respect|fewer|less|more|one\b|"
    r"our (?:method|approach|model|system|framework|experiments|evaluation|proposed|comparison)\b|"
    r"comparing\b|absolute terms|"
    r"relative terms|practice|order|addition|contrast|particular|general|terms|fact|summary|example|"
    r"instance|comparison|most|least|par\b|top of|an? (?:mere|additional)\b|behalf|track|average|"
    r"slightly|much|significantly|"
    r"[$\\]|an? ~?\d[\d.-]*\s?%|the (?:art|other|same time|best|order|rest|paper|process|future|first|"
    r"literature|case|field|community)|such|both cases|experiments|close|about|around|nearly|approximately|"
    r"parallel|place|turn|general|detail|use|exchange|return|favor|line|part|"
    r"reducing|improving|achieving|increasing|making|providing|maintaining|using|evaluat\w+|experiment\w*|"
    r"extensive|comprehensive|empirical\w*|half|several orders|orders|cases?|scores?|future|real time|"
    r"real-time|this paper|(?:\d[\d.,]*\s?(?:x|%|times|h|hours?|minutes?|ms|s|days?|"
    r"seconds?)(?!\w)))(?![\p{L}-])",
    regex.IGNORECASE,
)
_BARE = regex.compile(
    r"(?:model )?(?:pre-?)?(?:training|inference|decoding|decode|prefill|generation|serving|fine-?tuning)",
    regex.IGNORECASE,
)
_CHANGE_IN = regex.compile(r"\b(?:reductions?|increases?|decreases?|drops?|savings?)\s$", regex.IGNORECASE)
_STATISTIC = regex.compile(
    r"(?:the\s)?(?:median|mean|average|p\d\d|\d\dth|geometric mean|tail|peak|best|worst|max\w*)\b(?!-)",
    regex.IGNORECASE,
)
_COMPARED_BEFORE = regex.compile(
    r"\b(?:over|than|against|compared (?:to|with)|to)\s(?:[\p{L}-]+\s){0,3}$", regex.IGNORECASE
)
_SUBJECT = regex.compile(
    r"(?:^|[:;]\s|\(\d\)\s|\bthat:?\s)(?P<np>(?!the\s(?:accelerated|resulting|compressed|quantized|"
    r"proposed|final|trained|distilled)\b)(?!(?:\p{L}+\s)?(?:experiments?|evaluations?|results?|"
    r"analys[ei]s|extensive|ablations?)\b)(?:(?!our\b|we\b|"
    r"the proposed)[\p{L}\d/-]+\s){0,6}?(?:architectures|networks|models|variants|datasets|workloads|"
    r"benchmarks|kernels|tasks|cases|LLMs)(?:\s\([^()]{2,80}\))?)"
    r"\s(?:achieve|show|exhibit|obtain|reach|get|yield|see|gain|score|attain|experience|have)s?\b[^;:]*$",
    regex.IGNORECASE,
)
_COMPARED = regex.compile(r"\s(?:over|against|than|compared|relative|versus|vs\.?)\s", regex.IGNORECASE)
_MEASURE = regex.compile(r"[~<>]?\s?\d[\d.,]*\s?(?:[kmM]?W|[KMGT]B|ms|us|s|FPS|[mkM]?J|[MG]Hz)")
_BRACKET = regex.compile(r"\s\(")
# "a power-constrained (7W) board": the noun is still to come
_QUALIFIED = regex.compile(r"[^()]*-\p{L}+ed\s\([^()]*\)\s\p{L}")
_PREPOSITION = regex.compile(r"\s(?:of|for|on|in)\s")


def find_setting(s: Situation) -> str | None:
    """The setting of a value; null when none is stated near it."""
    if (own := respective(s, _PREP)) is not None and not metric_cues(own):
        return own
    span = _first(s, _STEPS)
    if span is None and s.devices:  # hardware only where nothing else is said
        span = _first(replace(s, devices=()), (_after, _after_list, _sentence_start))
    return None if span is None else aligned(s, span) or s.doc.text[span[0] : span[1]]


def _first(s: Situation, steps: Sequence[Step]) -> Span | None:
    return next((span for step in steps if (span := step(s)) is not None), None)


def _accept(s: Situation, span: Span | None, prep: str) -> Span | None:
    """A phrase that is neither a metric, nor a remark, nor what the value is compared with."""
    if span is None:
        return None
    if _DOES.match(s.doc.view, span[1]) and (subject := _SUBJECT_LAST.fullmatch(s.doc.view, *span)):
        span = span[0], subject.end("np")  # "On nine layers EIE is 13x faster"
    text = s.doc.view[span[0] : span[1]]
    if named := _NAME_AND_METRIC.fullmatch(text):  # "in MMLU performance"
        return span[0], span[0] + named.end("name")
    if cut := _COMPARED.search(text):
        span = (span[0], span[0] + cut.start())
        text = text[: cut.start()]
    if (bracket := _BRACKET.search(text)) and not _QUALIFIED.match(text):
        span = (span[0], span[0] + bracket.start())
        text = text[: bracket.start()]
    if text.startswith("applied to "):
        span, text = (span[0] + 11, span[1]), text[11:]
    if _MEASURE.fullmatch(text):
        return None  # a quantity of its own
    if _names_devices_only(s, span):
        return None
    if len(text) < 2 or "=" in text or _NOTHING.match(text) or _STATISTIC.match(text):
        return None
    if _BARE.fullmatch(text):
        return span if prep in ("during", "in", "for", "on") else None
    if prep in ("in", "of", "with", "at", "for", "on") and _is_metric(text):
        return None
    return span


def _names_devices_only(s: Situation, span: Span) -> bool:
    """Whether a phrase says on which hardware and nothing else; that is a field of its own."""
    inside = [device for device in s.devices if span[0] <= device[0] and device[1] <= span[1]]
    if not inside:
        return False
    rest = s.doc.view[span[0] : span[1]]
    for start, end in reversed(inside):
        rest = rest[: start - span[0]] + rest[end - span[0] :]
    return _OF_DEVICES.fullmatch(rest) is not None


def _with_what(s: Situation, span: Span | None) -> Span | None:
    """ "benchmarks for code generation": a phrase that says nothing by itself goes on past its preposition."""
    if span is None or not _GENERIC.fullmatch(s.doc.view[span[0] : span[1]]):
        return span
    more = _GOES_ON.match(s.doc.view, span[1])
    rest = noun_phrase(s.doc.view, more.end(), s.sentence.end, limit=90) if more else None
    return (span[0], rest[1]) if rest else span


def _is_metric(text: str) -> bool:
    """Whether the phrase's head names a metric: "end-to-end batch latency"; "speed" of a model's name does not."""
    cues = metric_cues(text)
    if not cues:
        return False
    head = _PREPOSITION.split(text)[0]
    return any(
        len(head) - 2 <= cue.end <= len(head) + 1 or (cue.start <= 4 and cue.metric is not Metric.COMPUTE)
        for cue in cues
        if cue.metric not in _SIZES
    )


_OF_DEVICES = regex.compile(
    r"(?:[\s,/()]|\b(?:and|or|an?|the|both|single|one|two|four|eight|multiple|different|modern|various|consumer|commodity|"
    r"NVIDIA|AMD|Intel|Arm|Google|Apple|GPUs?|CPUs?|TPUs?|FPGAs?|processors?|accelerators?|chips?|boards?|platforms?|servers?|"
    r"nodes?|cards?|devices?|clusters?|machines?|architectures?|series|systems?|edge|embedded|desktop|laptop)\b)*",
    regex.IGNORECASE,
)
_NAME_AND_METRIC = regex.compile(
    r"(?P<name>\p{Lu}[\p{L}\d.@*/_-]*(?:\s\p{Lu}[\p{L}\d.@*/_-]*){0,2})\s(?:performance|accuracy|"
    r"scores?|pass@\d+|success rates?)"
)
_NAME_LIST = regex.compile(r"\((?P<names>\p{Lu}[^();]{3,90})\)")
_NAMES = regex.compile(r"(?!and\s)[\p{Lu}\d][^,]*?(?=,|\sand\s|\)|$)")
_OUTPERFORMS = regex.compile(r"\b(?:outperform|surpass|exceed|beat)(?:s|es|ed|ing)?\b")
_CLAUSE = regex.compile(r"\s(?:it|we|they|is|are|our)\s")
# "a GenEval score of 0.86"
_SCORE_OF = regex.compile(
    r"\b(?P<name>\p{Lu}[\p{L}\d.@*/_-]*\p{Lu}[\p{L}\d.@*/_-]*(?:\s\p{Lu}[\p{L}\d.-]*)?)\s(?:(?:overall|average|mean)\s)?"
    r"(?:scores?|accuracy|success rate)\s(?:of|is|to)\s(?:\p{L}+\s){0,1}$"
)
_SPEEDS_UP = regex.compile(
    r"\b(?:speed(?:s|ing)? up|accelerat\p{L}+|compress\p{L}*|prun\p{L}+|"
    r"quanti[sz]\p{L}+)\s(?P<np>(?:the\s)?\p{Lu}[^,;:()]{1,40}?)\s(?:by|up to)\s"
    r"(?:(?:up to|about|over|nearly)\s|~){0,2}$"
)
_SUBJECT_LAST = regex.compile(r"(?P<np>[^,]*\p{Ll}s)\s(?:\p{Lu}[\p{L}\d.-]*|it|our\s(?:[\p{L}\d-]+\s?){1,3})")
_JOINT = regex.compile(
    r"(?:(?!\s(?:on|in|for|at|across|over|than|under|with|from|via|using|to)\s)[^,;:()]){0,50}\s(?:and|while)\s"
    r"(?:(?!\s(?:on|in|for|at|across|over|than|under|from|via|using)\s)[^,;:()]){1,60}\s(?:(?:up to|"
    r"about|around|nearly)\s)?[~$]?"
)
_JOINT_END = regex.compile(r"[,;:()]|\s(?:with|while|and|than|over|compared)\s")
_NO_HEAD = (
    r"(?!(?:with|while|without|in|of|for|on|at|by|and|or|from|to|as|the|an?|higher|better|relative|absolute|average|mean|overall|"
    r"top|best|new|additional|improve\w*|gains?|boost|increase|drop|competitive|comparable|minimal|slight|state|\p{L}+ing)\b)"
)
_OF_METRIC = regex.compile(
    rf"^\\?%?\$?\s(?P<np>{_NO_HEAD}\p{{L}}[\p{{L}}-]+(?:\s{_NO_HEAD}\p{{L}}[\p{{L}}-]+){{1,3}})"
    rf"\s(?:accuracy|success rate|precision|recall|F1(?:[- ]score)?|reliability)\b"
)
_SIDES = 3  # values on the other side of "vs."
_VERSUS = regex.compile(r"[%$\s]{0,2}\s(?:vs\.?|versus)\s(?:\p{L}[\p{L}\d-]*\s){0,2}[~$]?")
_OR = regex.compile(r"[%$]?\s?/\s?")
_OF_OTHER = regex.compile(r"^[^,;]{0,20}\sfor\s")
_DOES = regex.compile(r"\s(?:is|runs|achiev|reach|attain|deliver|gains)")
# "reconstructs a scene in 54 seconds": what is done in that time
_DONE = regex.compile(
    r"\b(?:generat|reconstruct|render|produc|process|synthesi[sz]|solv|complet|finish|edit|decod|encod|simulat|sort|index|"
    r"compil|search|scan|answer)(?:es?|s|ed|ing)\s(?P<np>(?!it\b|them\b|up\b|over\b|and\b)[^,;:()]{3,60}?)\s(?:in|within)\s"
    r"(?:(?:just|only|under|about|around|nearly|less than|as little as|a mere|approximately)\s|~){0,2}$"
)
_ALL_RESPECTIVELY = regex.compile(r"^[^;]{0,200}?,?\srespectively\b")
_ON_WITH = regex.compile(
    r"\b(?:on|across)\s(?P<np>(?:(?!\s(?:on|across|for|in|of|with)\s)[^,;:()]){3,60}?)(?:,\s|\s)(?:with|at|achieving|reaching|attaining|"
    r"obtaining|scoring)\s[^,;:()]{0,50}$"
)
_SAYS = regex.compile(r"\s(?:that|which|shows?|demonstrates?|indicates?|reveals?)\s")
_GENERIC = regex.compile(
    r"(?:(?:the|a|an|various|several|multiple|standard|public|real|challenging|common|popular|"
    r"different|widely used)\s){0,2}"
    r"(?:benchmarks?|tasks?|data ?sets?|workloads?|models?|problems?|settings?|scenarios?|tests?|"
    r"configurations?|cases?|"
    r"subsets?|splits?|applications?|traces?|versions?|variants?)",
    regex.IGNORECASE,
)
_GOES_ON = regex.compile(r"\s(?:(?:for|from|in|of|with|without|like|such as|including)\s|(?=(?:that|whose)\s))")
# Metrics that a condition may name: "at batch size 32", "for 128K context".
_SIZES = frozenset({Metric.CONTEXT_LENGTH, Metric.CAPACITY, Metric.MODEL_SIZE})


def _pick(s: Situation, window: str, start: int) -> Span | None:
    """The best of the phrases that a preposition of the window introduces; it may run on past the window."""
    stop = _STOP_BREAK.search(window)
    window = window[: stop.start()] if stop else window
    best: tuple[int, int, Span] | None = None
    for match in _PREP.finditer(window):
        prep = match["prep"].lower()
        unnamed = prep == "in" and not metric_cues(window[: match.start()])
        if unnamed and _CHANGE_IN.search(window[: match.start()]) and window[match.end() : match.end() + 1].islower():
            continue  # "a reduction in routing complexity" says what is reduced
        span = noun_phrase(s.doc.view, start + match.end(), s.sentence.end, limit=90)
        span = _accept(s, _with_what(s, span), prep)
        if span is not None and (best is None or (_RANK[prep], span[0]) < best[:2]):
            best = (_RANK[prep], span[0], span)
    return best[2] if best else None


def _after(s: Situation) -> Span | None:
    if s.near_right.strip(" <>~+") == "(" and s.index + 1 < len(s.siblings):  # "94% (87%) on X": both hold on X
        follower = s.siblings[s.index + 1]
        closed = s.doc.view.find(")", follower.end, follower.end + 4)
        if closed > 0:
            return _pick(s, s.doc.view[closed + 1 : s.sentence.end][:60], closed + 1)
    if (against := _against(s)) is not None:
        window = s.doc.view[against : s.sentence.end][:60]
        return None if _OF_OTHER.match(window) else _pick(s, window, against)
    examples = _EXAMPLES.match(s.near_right)
    if examples:
        return s.quantity.end + examples.start("np"), s.quantity.end + examples.end("np")
    window = s.near_right
    if _INTRODUCES.match(s.left):  # "Despite 2x fewer parameters, it wins on X": another clause
        window = window.split(",")[0]
    return _pick(s, window, s.quantity.end)


def _against(s: Situation) -> int | None:
    """ "85% vs. 77%/79% on X": both sides hold on X; where the last of them ends."""
    last = s.index
    while last + 1 < len(s.siblings) and last < s.index + _SIDES:
        gap = s.doc.view[s.siblings[last].end : s.siblings[last + 1].start]
        if not (_VERSUS if last == s.index else _OR).fullmatch(gap):
            break
        last += 1
    return s.siblings[last].end if last > s.index else None


def _in_brackets(s: Situation) -> Span | None:
    """ "GAIA (75%)", "GAIA: 75%", "75% (GAIA)", "speedups in the cloud (up to 3x)"."""
    after = _NAMED_AFTER.match(s.near_right) or (
        _NAMED_INSIDE.match(s.near_right) if _OPENED.search(s.near_left) else None
    )
    if after and not metric_cues(after["np"]):
        return s.quantity.end + after.start("np"), s.quantity.end + after.end("np")
    start = s.quantity.start - len(s.near_left)
    inside = _SCOPED.search(s.near_left)
    if inside and not _CLAUSE.search(inside["np"]):
        span = _accept(s, (start + inside.start("np"), start + inside.end("np")), "in")
        if span is not None:
            return span
    if s.quantity.pair == "before" and (scope := _SCOPE_FROM.search(s.near_left)):
        span = _accept(s, (start + scope.start("np"), start + scope.end("np")), "on")
        if span is not None:
            return span
    if s.quantity.pair == "before" and (moved := _MOVED.search(s.near_left)) and not metric_cues(moved["np"]):
        return start + moved.start("np"), start + moved.end("np")
    if _OUTPERFORMS.search(s.left) and s.near_left.rstrip().endswith("(+"):
        return None  # a rival's name stands before the bracket
    if (led := _LED.match(s.near_right)) and _IN_BRACKET.search(s.left) and not metric_cues(led["np"]):
        return s.quantity.end + led.start("np"), s.quantity.end + led.end("np")
    match = _NAMED.search(s.near_left) or _COLON.search(s.near_left) or _SIGNED_NAME.search(s.near_left)
    match = match or _SCORE_OF.search(s.near_left)
    if match is None or metric_cues(match["name"]) or _COMPARED_BEFORE.search(s.near_left[: match.start()]):
        return None
    return start + match.start("name"), start + match.end("name")


def _after_list(s: Situation) -> Span | None:
    first, last = s.group
    if first == last:
        return None
    return _pick(s, s.list_right, s.siblings[last].end)


def _shared_after(s: Situation) -> Span | None:
    """ "93% recall and 92% precision on X": both hold on X."""
    if s.index + 1 >= len(s.siblings) or s.group[1] != s.index:
        return None
    follower = s.siblings[s.index + 1]
    if (
        follower.dimension is not s.quantity.dimension
        or not _SHARED.fullmatch(s.near_right)
        or has_verb(s.near_right)
    ):
        return None
    return _pick(s, s.doc.view[follower.end : s.sentence.end][:90], follower.end)


def _joint_after(s: Situation) -> Span | None:
    """ "cuts cost by 2x and latency by 3x on X": one statement, which holds on X."""
    if s.index + 1 >= len(s.siblings) or s.group[1] != s.index or s.quantity.pair:
        return None
    follower = s.siblings[s.index + 1]
    if not _JOINT.fullmatch(s.near_right):
        return None
    window = _JOINT_END.split(s.doc.view[follower.end : s.sentence.end][:70])[0]
    return _pick(s, window, follower.end)


def _of_what(s: Situation) -> Span | None:
    """ "95% source translation accuracy": what is translated."""
    match = _OF_METRIC.match(s.near_right)
    if match is None or metric_cues(match["np"]) or _STATISTIC.search(match["np"]):
        return None
    return s.quantity.end + match.start("np"), s.quantity.end + match.end("np")


def _listed_before(s: Situation) -> Span | None:
    """ "On three models (A, B, and C), it achieves 2x, 3x and 4x": a list of names as long as that of the values."""
    first, last = s.group
    if last == first:
        return None
    found: Span | None = None
    for bracket in _NAME_LIST.finditer(s.doc.view, s.sentence.start, s.siblings[first].start):
        names = [*_NAMES.finditer(s.doc.view, bracket.start("names"), bracket.end("names"))]
        of_devices = any(bracket.start() <= start < bracket.end() for start, _ in s.devices)
        if len(names) == last - first + 1 and not of_devices:
            found = names[s.index - first].span()
    return found


def _done_meanwhile(s: Situation) -> Span | None:
    if s.quantity.dimension is not Dimension.TIME:
        return None
    match = _DONE.search(s.near_left)
    start = s.quantity.start - len(s.near_left)
    return _accept(s, (start + match.start("np"), start + match.end("np")), "on") if match else None


def _later_respectively(s: Situation) -> Span | None:
    """ "2x and 3x speedups while keeping 30 and 31 dB on A and B, respectively": the later list serves both."""
    first, last = s.group
    end = _ALL_RESPECTIVELY.match(s.doc.view[s.siblings[last].end : s.sentence.end]) if last > first else None
    if end is None:
        return None
    at = s.siblings[last].end
    for intro in reversed([*_PREP.finditer(s.doc.view, at, at + end.end())]):
        part = respective_part(s.doc.view, intro.end(), at + end.end(), s.group, s.index)
        if part is not None:
            return _accept(s, part, intro["prep"].lower())
    return None


def _before_with(s: Situation) -> Span | None:
    """ "state of the art on X with a score of 1.35": what is named before in the same clause."""
    match = _ON_WITH.search(s.near_left)
    start = s.quantity.start - len(s.near_left)
    return _accept(s, (start + match.start("np"), start + match.end("np")), "on") if match else None


def _object_of(s: Situation) -> Span | None:
    """ "improves the performance of X by 14%", "cutting the footprint of Y by 90%"."""
    left = s.list_left
    match = _OBJECT.search(left)
    if match is None and s.index == s.group[0] and s.index:  # the size of a model stands in between
        before = s.siblings[s.index - 1]
        left = s.left if before.dimension is Dimension.PARAMETERS and s.near_left[:1] == " " else left
        match = _OBJECT.search(left)
    if (
        match is None
        or left[: match.start()].endswith(("number ", "that ", "those "))
        or VERB_CUE.search(match["np"])
        or _SAYS.search(match["np"])
    ):
        return None
    start = s.siblings[s.group[0]].start - len(left)
    return _accept(s, (start + match.start("np"), start + match.end("np")), "of")


def _sped_up(s: Situation) -> Span | None:
    """ "speeds up X by 2x and Y by 3x": the model that is made faster."""
    match = _SPEEDS_UP.search(s.near_left)
    if match is None or metric_cues(match["np"]) or _COMPARED.search(match["np"]):
        return None
    start = s.quantity.start - len(s.near_left)
    return start + match.start("np"), start + match.end("np")


def _subject(s: Situation) -> Span | None:
    """ "shallow networks (ResNet-18) show gains of 4%": whose value it is."""
    match = _SUBJECT.search(s.left)
    if match is None or metric_cues(match["np"]):
        return None
    return s.sentence.start + match.start("np"), s.sentence.start + match.end("np")


def _sentence_start(s: Situation) -> Span | None:
    """ "On X, ...", "For Y, ...": the last such phrase before the quantity."""
    found: Span | None = None
    for match in _FIRST.finditer(s.left):
        if match["prep"].lower() == "with" and match.start() > 0:
            continue
        if ";" in s.left[match.end() :]:
            continue
        start = s.sentence.start + match.end()
        span = _with_what(s, noun_phrase(s.doc.view, start, s.quantity.start, limit=110))
        if span is not None and s.doc.view[span[1] : span[1] + 1] not in (",", " ", ")", ";", ":"):
            continue
        found = _accept(s, span, match["prep"].lower()) or found
    return found


_STEPS: tuple[Step, ...] = (
    _in_brackets,
    _after,
    _after_list,
    _shared_after,
    _listed_before,
    _done_meanwhile,
    _later_respectively,
    _object_of,
    _sped_up,
    _subject,
    _sentence_start,
    _before_with,
    _joint_after,
    _of_what,
)
