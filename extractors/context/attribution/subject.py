"""Whose doing a value is: whether the subject of its clause is somebody else than the paper."""

from __future__ import annotations

from extractors.context.attribution.formerly import is_former
from extractors.context.attribution.nobody import is_nobody
from extractors.context.attribution.own import is_another, is_system
from extractors.context.attribution.rows import is_rivals_aside, is_rivals_row
from extractors.context.metric import metric_cues
from extractors.endings import Ending
from extractors.lexicon import BEATS_OR_EQUALS, HEDGES
from extractors.numbers.units import Dimension
from extractors.patterns import Folded, Match, Pattern
from extractors.situation import Situation
from extractors.text import folded, holds

_BEGINS = (
    r"(?:^|^(?:on|in|at|with|for|under)\s[^,;]{2,30}?\s(?=the\s)|[.;:,(]\s|"
    r"\b(?:of which|and|while|whereas|but|although|though|where|because|since|yet|however,)\s)"
    r"(?:(?:in contrast|by contrast|however|typically|currently|today|for comparison|in comparison|even so),\s)?"
    r"(?:(?:the|an?|all|most|many|even|its|both|some|typical|popular|recent|leading|best|strongest)\s){0,3}"
)
# Who is never the paper itself.
_ELSE = (
    r"(?:existing|prior|previous|former(?=\s\p{L}+s\b)|previously\s[\p{L}]+|earlier|conventional|traditional|classical|naive|"
    r"vanilla|competing|rival|stock|legacy|unmodified|off-the-shelf|published|"
    r"baselines?(?!\s(?:experiments?|evaluations?|stud(?:y|ies)|analys[ei]s))|competitors?|predecessors?|"
    r"runner-up|second-best|next-best|original\s(?:implementation|code|version|system|pipeline)|old(?:er)?\b)"
)
# Who may be what a study is about, unless it is set against the paper's own.
_MAYBE = (
    r"(?:standard|state[- ]of[- ]the[- ]art|sota|current|chance|humans?(?!-)|experts?(?!-)|annotators|random|other|"
    r"dense|default|commercial|proprietary|sequential|serial|plain|uncompressed|unpruned|supervised|static|teacher|"
    r"original|today's|full-precision|(?<!the )full|their|closed-source|frontier|alternatives?|others)"
)
_DOES = (
    r"\b(?:need|requir|tak|us|run|consum|cost|reach|achiev|attain|obtain|scor|yield|get|manag|deliver|remain|stay|"
    r"occup|occupy|fill|incur|drop|fall|degrad|collaps|suffer|fail|solv|spend|miss|detect|sustain|serv|train|exhibit|provid|"
    r"offer|lose|leav|produc|perform|peak|support|handl|process|answer|flag|catch|mov|spent|draw|exploit|lie|li|saw|"
    r"see|plateau|saturat|hit|reli|rely|is|are|was|were|has|have|had|did|do|does|succeed|sit|stand|stood|call|drift|top|lag|weigh|"
    r"demand|retriev|agree|go|gets|gave|stop|break|broke|broken|crash|could|cannot)(?:es|s|ed|d|t|ies|e|n)?\b"
)
_REST = r"(?:(?!\b(?:our|ours|we|than|which)\b)(?:[^,;:()]|,(?=\d))){0,60}$"
_REST_OF_SUBJECT = r"(?!,)(?:(?!\b(?:our|ours|we|by|than)\b)[^,;:()]){0,60}?"
# what comes of it, or its value in a bracket: "an older scheme needs 9 s, cutting the rate by", "needs much ("
_OR_RESULT = (
    r"(?:(?!\b(?:our|ours|we|than|which)\b)(?:[^,;:()]|,(?=\d))){0,60}"
    r"(?:,\s(?:thus\s|thereby\s)?\p{L}+ing\s[^,;:()]{0,50}|\s\([<>~$]?\s?)$"
)
_OF_ELSE = Folded(
    rf"{_BEGINS}(?:(?!our\b)[\p{{L}}-]{{1,24}}\s(?=baseline|competitor|predecessor)|[\p{{L}}]{{1,16}}-[\p{{L}}]{{1,16}}\s)?{_ELSE}{_REST_OF_SUBJECT}{_DOES}(?:{_REST}|{_OR_RESULT})"
)
_OF_MAYBE = Folded(rf"{_BEGINS}(?:[\p{{L}}-]{{1,24}}\s)?{_MAYBE}{_REST_OF_SUBJECT}{_DOES}{_REST}")
_ELSE_PARTS = (
    "existing", "prior", "previous", "earlier", "conventional", "traditional", "classical", "naive", "vanilla",
    "competing", "rival", "former", "stock", "legacy", "unmodified", "off-the-shelf", "published", "baseline",
    "competitor", "predecessor", "runner-up", "second-best", "next-best", "original", " old ", " older ",
)  # fmt: skip
_MAYBE_PARTS = (
    "standard", "art", "sota", "current", "chance", "human", "expert", "annotators", "random", "other", "dense",
    "default", "commercial", "proprietary", "sequential", "serial", "plain", "uncompressed", "unpruned", "supervised",
    "static", "teacher", "original", "today's", "full", "closed-source", "frontier", "their", "alternative",
)  # fmt: skip
# "... 48%, and ours 77%", "12 minutes; our tool finishes in 9 s"
_THEN_OURS = Pattern(
    r"[^.;]{0,90}?(?:,|;|\bbut|\bwhile|\bwhereas|\band|\byet)\s(?:and\s|but\s|while\s|whereas\s|yet\s)?"
    r"(?P<who>our|ours|we|(?<!and\s)it|the proposed|\p{Lu}[\p{L}\d-]+)\b[^.;]{0,80}?(?:\d|\bsingle\b|\bone\b)"
)
# "humans solve 92%, while the best model solves 41%"
_THEN_A_MODEL = Pattern(
    r"[^.;]{0,60}?(?:,|;)\s(?:but|while|whereas|yet|and|that of)\s[^.;]{3,80}?(?:\d|\b(?:two|three|four|five|half)\b)"
)
_PEOPLE = Folded(r"\b(?:humans?|experts?|annotators?|people|physicians|clinicians|random|chance)\b")
# "ours reaches 77%, whereas Name stays at 60%", "... while a greedy heuristic does so in 54%"
_WHILE_ANOTHER = Pattern(
    r"\b(?:while|whereas|where|but)\s(?P<who>(?:(?P<a>an?|these|those|such|(?<=where\s)the)\s(?!(?:variant|version)s?\b)[^,;:()]{3,50}?|"
    r"(?:[\p{Ll}-]+\s){1,3}?(?:approaches|methods|baselines|techniques|algorithms|systems)|"
    r"(?:the\s)?(?:\p{Lu}|\p{Ll}{1,6}\p{Lu})[\p{L}\d.+-]*(?:\s[\p{L}\d.+-]+){0,2}?))"
    r"(?:,\s(?:an?|the|its|our|still)\s[^,;:()]{3,50},)?\s"
    + _DOES
    + r"[^,;:()]{0,40}(?:\s\((?:[\p{L}\d@-]{1,20}[:=]?\s){0,3})?$"
)
# "Although the vendor library peaks at 60%, ours gets to 93%"
_ALTHOUGH = Pattern(
    r"(?:Although|Though|While|Whereas|Where)\s(?!(?:our|ours|we|it|its|this|the proposed)\b|"
    r"(?:only\s|not\s)?\p{Ll}+(?:ing|ed)\s|"  # "While trained on 2K scans, ours ..."
    r"(?:[\p{L}-]+\s){0,3}(?:benchmarks|data\s?sets|tasks|cases|inputs|scores?|accuracy|precision|recall)\s)[^;]{5,160}$"
)
_OURS_NEXT = Pattern(
    r"[^.;]{0,60}?,\s(?P<who>our|ours|we|it|the proposed|\p{Lu}[\p{L}\d-]+)\b[^.;]{0,80}?(?:\d|\bsingle\b|\bone\b)"
)
# "GPT-4 solves 31%, Claude 36% and our agent 52%"
_AND_OURS = Ending(
    r"(?:\b(?:and|while|but|whereas|versus|vs\.?)|[,;])\s(?:ours|our\s(?:(?!"
    + BEATS_OR_EQUALS
    + r"\b|can\s|could\s|results?\s|leads?\s|yields?\s)[\p{L}\d-]{1,20}\s?){1,2}?)\s?"
    r"(?:(?:is|at|in|with|on|gets|needs|reaches|achieves|solves|takes|uses|only|just|about)\s){0,3}[~$]?$"
)
_ANY_OURS = Pattern(r"\b(?:[Oo]urs?|[Ww]e|[Tt]he proposed|(?:variant|version|stage|mode)s?)\b")
# "By contrast, a plain transformer plateaus at 71%"
_IN_CONTRAST = Pattern(
    r"(?:By|In) contrast,\s(?:an?|the)\s(?!(?:variant|version|same)\b)(?:[\p{L}\d-]+\s){1,6}"
    + _DOES
    + r"[^,;:()]{0,40}$"
)
# "12 s (previously 95 s)", "45 FPS (the original: 8 FPS)", "0.81 (baseline 0.67)"
_IN_BRACKETS = Ending(
    r"[(,]\s?(?:the\s|its\s)?(?:originals?|baselines?|previous(?:ly)?|prior|before|"
    r"formerly|earlier|was|vanilla|unmodified|instead\sof|rather\sthan|without|w/o|default|chance|human|random)"
    r"(?:\s(?:[\p{L}-]{1,16}\s)?(?:work|best|method|model|system|version|was|is|at)){0,2}[:,=]?\s[~$]?$"
)
# "a clear improvement from 23 mm"
_IMPROVES_FROM = Ending(
    r"\b(?:improvement|reduction|increase|decrease|drop|decline|rise)s?\sfrom\s(?:(?:the|an?|about|over|nearly|around)\s|~){0,2}$"
)
# "(best baseline AUC: 0.91)"
_BEST_OF_OTHERS = Ending(
    r"\((?:(?:the\s)?(?:best|strongest|top|closest)\s)?(?:baseline|competitor|competing|prior|previous|rival)s?\s[^()\d]{0,30}?"
    r"[:=,]?\s[~$]?$"
)
# "down to 4.1% from 6.8%"
_TO_FROM = Pattern(
    r"(?:\s[\p{L}-]{1,20}){0,3}?,?\s(?:(?:up|down|starting)\s)?from\s"
    r"(?:(?:the|an?|its|about|over|nearly|original|previous|initial|earlier|around)\s|~){0,3}"
)
_TO = Ending(rf"\b(?:to|at)\s{HEDGES}$")
_OURS_BEFORE = Pattern(
    r"\b(?:[Oo]urs?|[Ww]e|[Tt]he proposed|[Tt]his (?:work|paper))\b|^(?:[^,;:]{1,40},\s)?[Ii]ts?\s"
)
_TURNS = ("while", "whereas", "but", "where", ";")


def subject_is_another(s: Situation, system: str | None) -> bool:
    """ "Prior work needs 8 GPUs", "humans solve 92%, ours 85%": the subject is what the paper is set against."""
    left = s.before_list[-200:]
    if s.says(_ELSE_PARTS) and holds(folded(left), _ELSE_PARTS) and _OF_ELSE.search(left):
        return True
    return _of_maybe(s, left, system) or _set_beside(s, system)


def _of_maybe(s: Situation, left: str, system: str | None) -> bool:
    """ "humans solve 92%, ours 85%", "ours reaches 77%, whereas a random one stays at 12%"."""
    if len(s.siblings) == 1:
        return False  # there is no value of ours beside it
    alike = any(one.dimension is s.quantity.dimension for one in s.siblings[: s.index])
    if s.says(_TURNS) and (name := _WHILE_ANOTHER.search(left)) and not is_system(name["who"], system):
        before = left[: name.start()]
        ours = _OURS_BEFORE.search(before) is not None or (system is not None and system in before)
        nobody = bool(metric_cues(name["who"])) or is_nobody(name["who"])
        if alike and not names_device(s) and (ours or name["a"]) and not nobody:
            return True
    match = _OF_MAYBE.search(left) if s.says(_MAYBE_PARTS) else None
    if match is None:
        return False
    followed = _ours_follows(_THEN_OURS.match(s.right), system)
    if _PEOPLE.search(match[0]) and _THEN_A_MODEL.match(s.right):
        return True
    return followed or (alike and match[0].lower().lstrip(" ,:(").startswith(_TURNS))


def _set_beside(s: Situation, system: str | None) -> bool:
    """ "Although X peaks at 60%, ours ...", "X 36% and our agent 52%", "used to take 6 days", "to 4% from 7%"."""
    if _IN_CONTRAST.match(s.left) and not _ANY_OURS.search(s.left) and not (system and system in s.left):
        return s.quantity.dimension is not Dimension.TIMES
    if is_rivals_row(s, system) or is_rivals_aside(s, system):
        return True
    if is_former(s) or _IN_BRACKETS.search(s.near_left):
        return True
    if not (s.quantity.pair or s.quantity.is_range) and _IMPROVES_FROM.search(s.near_left):
        return True
    if s.near_left.count("(") and _BEST_OF_OTHERS.search(s.near_left):
        return True
    previous = s.previous
    same = previous is not None and previous.unit == s.quantity.unit
    if previous is not None and same and not s.quantity.pair and _TO_FROM.fullmatch(s.near_left):
        return _TO.search(s.doc.view[s.sentence.start : previous.start]) is not None
    although = _ALTHOUGH.match(s.left) and not (system and system in s.left)
    if although and _ours_follows(_OURS_NEXT.match(s.right), system):
        return True
    if not s.says(("our",)) or _ANY_OURS.search(s.left):
        return False
    return any(
        later.dimension is s.quantity.dimension and _AND_OURS.search(s.doc.view[s.quantity.end : later.start])
        for later in s.siblings[s.index + 1 : s.index + 4]
    )


def names_device(s: Situation, start: int = 0) -> bool:
    """Whether a device is named between a place of the sentence and the value."""
    return any(s.sentence.start + start <= first and last <= s.quantity.start for first, last in s.devices)


def _ours_follows(match: Match | None, system: str | None) -> bool:
    return match is not None and not is_another(match["who"], system)
