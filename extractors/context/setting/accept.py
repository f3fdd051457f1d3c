"""Which phrase may be a setting at all."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.context.metric import closing_metric, metric_cues
from extractors.context.phrase import noun_phrase
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation
from schemas.vocabulary import Metric

Span = tuple[int, int]
# Words with which a preposition says what something rests on or is meant for, not where a value holds.
MEANT = {
    "on": (" rely ", " relies ", " relying ", " based ", " built ", " depend ", " depends ", " depending "),
    "for": (
        " tailored ",
        " designed ",
        " intended ",
        " suited ",
        " suitable ",
        " meant ",
        " crucial ",
        " essential ",
    ),
}
BARE_STATE = Pattern(r"[\p{L}-]+(?:ed|ing|en)")  # "when configured"
_NOTHING = Pattern(
    r"(?:it|them|this|these|that|which|both(?!\s\p{L})|each(?!\s\p{L})|all(?!\s(?:\d|(?!of|cases|metrics|other|three|four|these)\p{L}))|average|particular|hours?|minutes?|seconds?|days?|"
    r"weeks?|as (?:few|little|low|high|many|much) as|"
    r"months?|an? (?:fraction|variety|factor|single pass|few|"
    r"(?:slight|minor|small|modest|marginal|tiny)(?!,?\s(?:[\p{L}-]+\s)?"
    r"(?:corpus|corpora|datasets?|cohorts?|models?|networks?|batch(?:es)?|samples?|images?|graphs?|budgets?|tests?|"
    r"benchmark|cluster|scale|robot|device|vocabulary|inputs?|objects?|sets?(?!\sof))\b)|little|average|total|matter|given|similar|cost|speed|"
    r"time|rate|result|range|relative|reduction|significant|negligible|minimal|accuracy|batch throughput|"
    r"drop)|total|up\b|less than|more than|merely|no\b|"
    r"minimal|negligible|only|just|(?:one|two|three|four|five|six|seven|eight|nine|ten) (?:seconds|minutes|"
    r"hours|days)|improv\w*|comparable|little|better|lower|higher|respect|fewer|less|more|one\b(?!\s[^,;:()]{0,24}(?:[CGTN]PU|FPGA|core|node|board|server|chip)\b)|none\b|"
    r"(?:(?:our|this|the|an?)\s)?(?:[\p{L}-]+\s)?(?:extensive|extended|comprehensive|controlled|rigorous|thorough|empirical)\s"
    r"(?:experiments?|evaluations?|stud(?:y|ies)|analys[ei]s|tests|testing|benchmarking)\b(?!\s(?:on|of|with|across)\b)|"
    r"(?:our|this) (?:experiments?|evaluation|proposed|comparison|stud(?:y|ies)|tests|paper|work)\b|"
    r"\d+\s(?:out\s)?of\s(?:the\s)?\d+(?=\s)(?:\s[\p{L}-]+)?|"
    r"(?:an?|our)\s(?:theoretical|formal|empirical|mathematical|detailed|in-depth|preliminary)\s(?:analysis|study|model|investigation)\b(?!\sof)|"
    r"our (?:[\p{L}-]+\s){0,3}(?:methods?|approach|models?|systems?|framework|"
    r"strateg(?:y|ies)|techniques?|schemes?|algorithms?|designs?|pipeline|implementation|optimi[sz]ers?|compiler|"
    r"scheduler|loss|recipe)\b|"
    r"(?:our|the|an?|this)\s(?:experimental|evaluation)\s(?:setup|setting)s?\b|compar(?:ing|ed)\b|absolute terms|"
    r"response\b|top-\d|relative terms|practice|"
    r"order|addition|contrast|particular|general|terms|fact|summary|example|"
    r"scale(?!\s)|(?:set|pitted|judged|measured|held|put|weighed|stacked)(?!\s)|instance|comparison|most|least|"
    r"par\b|aggregate\b(?!\s\p{L})|(?:earlier|prior|previous|related|our own)\swork\b|"
    r"top(?: of|$)|its (?:peak|best|worst)$|an? (?:mere|additional)\b|behalf|track|average|"
    r"slightly|much|significantly|isolation|"
    r"[$\\]|an? ~?\d[\d.-]*\s?(?:%|(?:x|times)\b(?!\s\p{L}+er\s))|the (?:roc )?curve|"
    r"the (?:basis of|art|other|same time|best|order|rest|paper|process|future|first|"
    r"literature|case|field|community|evaluation$|experiments?$|challenge$|"
    r"(?:[\p{L}-]+\s)?(?:side|front|hand|whole)|"
    r"(?:budget|limits?|envelope) of)|such|both cases|experiments|close|about|around|nearly|approximately|"
    r"parallel|advance\b|(?:accordance|agreement|accord|keeping|conformity|compliance)\swith\b|accounting\b|"
    r"an?\s\d{1,3}(?:(?:-|\sto\s)\d{1,3}|-point)\s(?:[\p{L}-]+\s)?scale|place|turn|general|detail|use|exchange|return|favor|line|part|"
    r"reducing|improving|achieving|increasing|making|providing|maintaining|using|evaluat\w+|experiment\w*|"
    r"extensive|comprehensive|empirical\w*|half|several orders|orders|cases?|scores?|future|real time|"
    r"real-time|this paper|"
    r"(?:under|below|within|over)\s\d[\d.]*\s?(?:ms|us|s|seconds?|minutes?|hours?)|"
    r"(?:\d[\d.,]*\s?(?:x|%|times|h|hours?|minutes?|ms|s|days?|"
    r"seconds?)(?!\w)(?!\s(?:[\p{L}-]+\s){0,2}(?:SLOs?|SLAs?|deadlines?|budgets?|constraints?|limits?|timeouts?)\b))|\d[\d.]*%?-\d[\d.]*%(?!\s(?!of\b)\p{L}))(?![\p{L}-])",
    IGNORECASE,
)
_A_METRIC = Pattern(r"(?:the\s)?\S+(?:\s\S+)?\smetrics?")  # "on the Pass@5 metric"
_A_BASELINE = Pattern(  # "against 44% for the baseline model"
    r"(?:(?:the|an?|our|all|its)\s)?(?:[\p{L}\d-]+\s){0,2}baselines?(?:\s(?:models?|methods?|systems?|approach))?",
    IGNORECASE,
)
_BARE = Pattern(
    r"(?:model )?(?:pre-?)?(?:training|inference|decoding|decode|prefill|generation|serving|fine-?tuning)",
    IGNORECASE,
)
STATISTIC = Pattern(
    r"(?:the\s)?(?:median|mean|average|p\d\d|\d\dth|geometric mean|tail|peak|best|worst|max\w*)\b(?!-)",
    IGNORECASE,
)
COMPARED = Pattern(
    r"\s(?:over(?!\s[~$]?\d(?!-?bit))|against|(?<!more\s)(?<!less\s)(?<!fewer\s)than|compared|relative|versus|vs\.?)\s",
    IGNORECASE,
)
MEASURE = Pattern(
    r"(?:an?\s)?[~<>]?\s?\d[\d.,-]*\s?(?:[mc]m|dB|pp|\\?%)|\$?R\s?\^\s?\{?2\}?\$?|[~<>]?\s?\d[\d.,-]*\s?(?:[munkM]?[WVA]|[KMGT]B|[mu]?s|min(?:utes?)?|h(?:ours?|rs?)?|seconds?|days?|weeks?|FPS|[mkM]?(?:J|Wh)|[MG]Hz|[A-Z]PU[-\s]hours?)|\d+(?:\.\d+)?"
)
_AND_RANKED = Pattern(r"\sand\s(?:ranked|placed|won|came)\s")
_EQUATION = Pattern(r"(?:the\s)?[^\s=]{1,12}\s?=.*")  # "k=4"; "Tarnet at k=4" says more
_BRACKET = Pattern(r"\s\(")
_SHARE_OF = Pattern(r"(?:an?\s)?\d[\d.]*\s?\\?%\s(?!of\b|less|more|fewer|lower|higher)\p{L}")  # "5% missing labels"
# "in layout and about 18% in naming": the next value
_NEXT_VALUE = Pattern(
    r",?\sand\s(?:(?:about|around|roughly|nearly|up to|over)\s|~)\s?\d[\d.]{0,6}\s?(?:%|x\b|points?\b)"
)
_BY_VALUE = Pattern(r"\sby\s[~$+-]?\d")  # "the 3B model by 14% and the 7B model"
_ADJECTIVE = Pattern(r"(?:general|real-time|future|part|line|parallel|case)\s\p{Ll}{4,}")
_NUMBERS = Pattern(r"[\d.,%\s-]+(?:(?:of|to|and|or|vs\.?)[\d.,%\s-]+)+")  # "0.50 of 0.95"
_HELD = Pattern(r"\p{Ll}+s\s(?:kept|held|left|stored|placed)")  # "with weights kept on chip"
_WHERE = Pattern(r"\s(?:on|in|at|near)\s")
_ARTICLE = Pattern(r"(?:an?|the|its|their|our|these|those)", IGNORECASE)  # "the Can Transport task": no verb
_DETERMINER = Pattern(r"(?:an?|the|its|their|our)\s")
_FROM = Pattern(r"(?:\sranging)?\s(?:from|by|to)\s[~$+-]?\d")
# "a power-constrained (7W) board", "tabular (A) and spoken (B) sets": the noun is still to come
_QUALIFIED = Pattern(
    r"[^()]*-\p{L}+ed\s\([^()]*\)\s\p{L}|(?:[^()]*\s\([^()]*\)(?:,?\s(?:and|or)|,)\s){1,3}[\p{Ll}-]+\s\([^()]*\)\s\p{L}"
)
# "the electroencephalogram (EEG) dataset": the noun stands behind the short form
_SHORT_FORM = Pattern(
    r"[^()]*\s\((?=[^()]*\p{Lu}[^()]*\p{Lu})[\p{L}\d-]{2,10}\)\s(?:[\p{Ll}-]+\s)?"
    r"(?:data\s?sets?|benchmarks?|corpus|corpora|tasks?|suite|challenge|test|data|workloads?|problems?|models?|settings?|"
    r"regime|protocol|collection|setup)$"
)
_PREPOSITION = Pattern(r"\s(?:of|for|on|in)\s")
_OF_DEVICES = Pattern(
    r"(?:[\s,/()]|\b(?:and|or|an?|the|both|single|one|two|four|eight|multiple|different|modern|various|consumer|commodity|"
    r"NVIDIA|AMD|Intel|Arm|Google|Apple|GPUs?|CPUs?|TPUs?|FPGAs?|"
    r"graphics processing units?|processors?|accelerators?|chips?|boards?|platforms?|servers?|"
    r"nodes?|cards?|devices?|clusters?|machines?|architectures?|series|systems?|edge|embedded|desktop|laptop)\b)*",
    IGNORECASE,
)
_NAME_AND_METRIC = Pattern(
    r"(?P<name>\p{Lu}[\p{L}\d.@*/_-]*(?:\s\p{Lu}[\p{L}\d.@*/_-]*){0,2})\s(?:performance|accuracy|"
    r"scores?|pass@\d+|success rates?)"
)
_SUBJECT_LAST = Pattern(
    r"(?P<np>[^,]*(?:\p{Ll}s|\s(?:suite|benchmark|dataset|corpus|task|split|leaderboard)))\s(?:\p{Lu}[\p{L}\d.-]*|it|our\s(?:[\p{L}\d-]+\s?){1,3})"
)
# Behind a plural or a name, an article begins another phrase.
_NEXT_PHRASE = Pattern(
    r"\b(?!(?:across|versus|plus|minus|as|less|towards|besides|is|was|has)\s)"
    r"(?:[\p{L}\d-]*(?:\p{Ll}{2}s|[\p{Lu}\d])|\p{Lu}[\p{L}\d-]+)(?P<gap>\s)(?:the|an?|our|its|their)\s(?=\p{L})"
)
_BY_NEXT = Pattern(r"\sby\s(?:up to\s|about\s|over\s|nearly\s)?[~+]?\d")
_AND_RIVAL = Pattern(r"(?P<np>.*?\p{L}[^,]*?),?\sand\s(?:the\s|an?\s)?[\p{Lu}\d][^,]*")
_DOES = Pattern(
    r"\s(?:is|runs|achiev|reach|attain|deliver|gains|can\b|could\b|cuts|reduces|improves|outperforms|needs)"
)
_GENERIC = Pattern(
    r"(?:(?:the|a|an|various|several|multiple|standard|public|real|challenging|common|popular|"
    r"different|widely used)\s){0,2}"
    r"(?:benchmarks?|tasks?|data ?sets?|workloads?|models?|problems?|settings?|scenarios?|tests?|"
    r"configurations?|cases?|"
    r"subsets?|splits?|applications?|traces?|versions?|variants?)",
    IGNORECASE,
)
_CONDITIONS = ("when ", "When ", "if ", "If ", "once ", "Once ")
# "(when) the cache is warm"
_STATE = Pattern(
    r"\s(?:is|are|was|were|becomes?|gets?|grows?)\s(?:not\s|no\s|very\s|\p{Ll}+ly\s){0,2}\p{Ll}[\p{Ll}-]{2,20}"
    r"(?=[,.;:)]|\s(?:and|but|by|while|with|compared|from|to)\b|$)"
)
_GOES_ON = Pattern(
    r"\s(?!with\s(?:less|more|fewer|no|only)\b)"
    r"(?:(?:for|from|in|of|with|without|like|such as|including|using|spanning|covering)\s|(?=(?:that|whose)\s))"
)
# "speedups for convolution operations": what is done, not how much is computed
_DONE = Pattern(
    r"(?:(?:the|an?|all|both)\s)?(?!(?:number|total|count|redundant|fewer|less|more|floating-point|average|overall)\b)"
    r"(?:[\p{L}\d-]+\s){1,4}?(?:operations?|multiplications?|computations?)"
)
# Metrics that a condition may name: "at batch size 32", "for 128K context".
_SIZES = frozenset({Metric.CONTEXT_LENGTH, Metric.CAPACITY, Metric.MODEL_SIZE})


def _until_ranked(view: str, span: Span) -> Span:
    """ "did well on A and ranked 3rd"."""
    ranked = _AND_RANKED.search(view, *span)
    return (span[0], ranked.start()) if ranked else span


def accept(s: Situation, span: Span | None, prep: str) -> Span | None:
    """A phrase that is neither a metric, nor a remark, nor what the value is compared with."""
    if span is None:
        return None
    span = _until_ranked(s.doc.view, _without_subject(s.doc.view, span))
    text = s.doc.view[span[0] : span[1]]
    if named := _NAME_AND_METRIC.fullmatch(text):  # "in MMLU performance"
        return span[0], span[0] + named.end("name")
    if cut := COMPARED.search(text):
        span = (span[0], span[0] + cut.start())
        text = text[: cut.start()]
    if (bracket := _BRACKET.search(text)) and not (_QUALIFIED.match(text) or _SHORT_FORM.match(text)):
        span = (span[0], span[0] + bracket.start())
        text = text[: bracket.start()]
    if following := _NEXT_VALUE.search(text) or _BY_VALUE.search(text):
        span = (span[0], span[0] + following.start())
        text = text[: following.start()]
    if text.startswith("applied to "):
        span, text = (span[0] + 11, span[1]), text[11:]
    if MEASURE.fullmatch(text.strip(" $")):
        return None  # a quantity of its own
    if names_devices_only(s.doc.view, span, s.devices):
        return None
    if (
        len(text) < 2
        or _ARTICLE.fullmatch(text)
        or not any(map(str.isalpha, text))
        or _EQUATION.fullmatch(text)
        or _is_left_open(s.doc.view, span[1], text)
        or _NOTHING.match(text)
        or STATISTIC.match(text)
    ):
        return None
    if _names_a_baseline(text) or (prep == "when" and BARE_STATE.fullmatch(text)):
        return None
    if _BARE.fullmatch(text):
        return span if prep in ("during", "in", "for", "on") else None
    if prep in ("in", "of", "with", "at", "for", "on") and _is_metric(text):
        return None
    return span


def _is_left_open(view: str, end: int, text: str) -> bool:
    """ "with weights kept on chip": what is cut before "on" says nothing."""
    return _HELD.fullmatch(text) is not None and _WHERE.match(view, end) is not None


def _names_a_baseline(text: str) -> bool:
    return "aseline" in text and _A_BASELINE.fullmatch(text) is not None


def _without_subject(view: str, span: Span) -> Span:
    """ "On nine layers EIE is 13x faster", "on TreeSet the parser": the phrase ends where the subject begins."""
    subject = _SUBJECT_LAST.fullmatch(view, *span) if _DOES.match(view, span[1]) else None
    if subject:
        return span[0], subject.end("np")
    if (what := _before_metric(view, span)) is not None:
        return span[0], what  # "on a warm cache throughput is 2x higher"
    if rival := _AND_RIVAL.match(view, *span) if _BY_NEXT.match(view, span[1]) else None:
        return span[0], rival.end("np")  # "beats X by 28% on A and Y by 37% on B"
    other = _NEXT_PHRASE.search(view, *span)
    return (span[0], other.start("gap")) if other else span


# What a metric does, and words that say which sort of it is meant.
_MOVES = Pattern(r"\s(?:is|are|was|were|rises|falls|drops|grows|improves|increases|decreases|climbs|doubles)\b")
SORT_OF_METRIC = Pattern(
    r"(?:(?:^|\s)(?:the|an?|its|our|their))?(?:(?:^|\s)(?:end-to-end|overall|total|average|mean|median|peak|tail|raw|aggregate|effective|serving))*\s?$"
)


def _before_metric(view: str, span: Span) -> int | None:
    """Where a phrase ends that runs into the metric which is the subject."""
    cue = closing_metric(view[slice(*span)]) if _MOVES.match(view, span[1]) else None
    before = SORT_OF_METRIC.search(view, span[0], span[0] + cue.start) if cue else None
    return before.start() if before and before.start() > span[0] else None


def trimmed(view: str, span: Span | None) -> Span | None:
    """A phrase without brackets and what it is compared with; null when it is no setting whatever it holds."""
    if span is None:
        return None
    span = _without_subject(view, span)
    if view.startswith("applied to ", *span):
        span = span[0] + len("applied to "), span[1]
    text = view[slice(*span)]
    bare = _DETERMINER.match(text)
    if named := _NAME_AND_METRIC.fullmatch(text, bare.end() if bare else 0):
        return span[0] + named.start("name"), span[0] + named.end("name")
    for pattern in (COMPARED, _FROM, _BRACKET):
        whole = pattern is _BRACKET and (_QUALIFIED.match(text) or _SHORT_FORM.match(text))
        if not whole and (cut := pattern.search(text)):
            text = text[: cut.start()]
    nothing = _NOTHING.match(text) and not _SHARE_OF.match(text) and not _ADJECTIVE.match(text)
    refused = (
        not any(map(str.isalpha, text))  # "for 151/426 of the issues"
        or (text.endswith(("metric", "metrics")) and _A_METRIC.fullmatch(text))
        or _names_a_baseline(text)
        or len(text) < 2
        or _ARTICLE.fullmatch(text)
        or _NUMBERS.fullmatch(text)
        or _EQUATION.fullmatch(text)
        or _is_left_open(view, span[1], text)
        or nothing
        or MEASURE.fullmatch(text)
    )
    return None if refused else (span[0], span[0] + len(text))


def names_devices_only(view: str, span: Span, devices: Sequence[Span], *, named: bool = True) -> bool:
    """Whether a phrase says on which hardware and nothing else; that is a field of its own.

    ``named``: it must name one of ``devices``; otherwise words for devices will do.
    """
    inside = [device for device in devices if span[0] <= device[0] and device[1] <= span[1]]
    if named and not inside:
        return False
    rest = view[span[0] : span[1]]
    for start, end in reversed(inside):
        rest = rest[: start - span[0]] + rest[end - span[0] :]
    return _OF_DEVICES.fullmatch(rest) is not None


def with_what(view: str, span: Span | None, last: int) -> Span | None:
    """What a phrase goes on with that says nothing by itself: "benchmarks for code generation", "when it is warm"."""
    if span and view.endswith(_CONDITIONS, 0, span[0]) and (state := _STATE.match(view, span[1], last)):
        return span[0], state.end()
    if span is None or not _GENERIC.fullmatch(view[slice(*span)]):
        return span
    more = _GOES_ON.match(view, span[1])
    rest = noun_phrase(view, more.end(), last, limit=90) if more else None
    return (span[0], rest[1]) if rest else span


def _is_metric(text: str) -> bool:
    """Whether the phrase's head names a metric: "end-to-end batch latency"; "speed" of a model's name does not."""
    cues = metric_cues(text)
    if not cues or _DONE.fullmatch(text):
        return False
    head = _PREPOSITION.split(text)[0]
    return any(
        len(head) - 2 <= cue.end <= len(head) + 1 or (cue.start <= 4 and cue.metric is not Metric.COMPUTE)
        for cue in cues
        if cue.metric not in _SIZES
    )
