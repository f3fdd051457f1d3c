"""Clauses about what the paper is set against: "unlike X, which needs 12 GB", "while X reaches only 27%"."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.context.attribution.nextclause import rival_is_next
from extractors.context.attribution.own import is_another
from extractors.context.attribution.subject import names_device
from extractors.context.metric import metric_cues
from extractors.lexicon import BEATS, HEDGES_OR_A
from extractors.patterns import IGNORECASE, Folded, Match, Pattern
from extractors.situation import Situation

_PARTS = ("while", "where", "though")
_EXCELS = ("outperform", "surpass", "exceed", "beat", " than ")
_CONTRASTS = ("unlike", "contrast", "contrary to", "compar", "relative to", "versus")
_TURNS = ("while", "where", "but", ";")
# "outperforms the dense model, which reaches 3x"; "the 128-GPU baseline"
_RIVAL_WHICH = Folded(
    r"\b(?:" + BEATS + r"|(?:faster|better|fewer|less|lower|higher|smaller|cheaper) than)\s"
    r"(?:(?!,\sand\s(?:an?|our|we|it)\s)[^;.]|\.\d){3,140}?"
    r"(?:(?:,\swhich|\sthat)\s(?:(?:only|both|all|can|\p{L}+ly)\s){0,2}"
    r"(?:achiev|reach|obtain|requir|us|need|tak|ha[sd]|have|contain|emplo|attain|handl|support|cover|scal|process|solv|"
    r"stand|sit|is\b|was\b|be\b|lie)\p{L}*\s|,\swhose\s(?:[\p{L}-]+\s){1,4}?(?:is|are|was|were|reach|stay|remain|stop|peak|drop)(?:e?s|p?ed)?\s)"
    r"[^;.,]{0,60}$"
)
# "However, X does not yet run in real time (8 FPS)"
_FALLS_SHORT = Pattern(
    r"(?:However|Yet|But|Nevertheless|Still),?\s(?P<who>(?:the\s)?\p{L}[\p{L}\d.+-]*(?:\s[\p{L}\d.+-]+){0,4}?)\s"
    r"(?:still\s)?(?:(?:does|do|did|could|can)\snot|cannot|fails?|suffers?|struggles?|remains?)\b"
)
# "while a fine-tuned X achieves only 53%"
_WHILE_ANOTHER = Folded(
    r"\b(?:while|whereas|though|although)\s(?!(?:our|we|it|the proposed|ours)\b)[^,;]{2,70}\s"
    r"(?:achiev|reach|obtain|scor|attain|get|manag|yield|remain|stay)\w*\s(?:at\s)?(?:only|just|merely)\s"
    + HEDGES_OR_A
    + r"\$?$|\b(?:while|whereas)\s(?!(?:our|we|it|the proposed|ours)\b)[^,;]{2,70}\s"
    r"(?:drop|fall|degrad|collaps|plummet)\p{L}*\s(?:to\s" + HEDGES_OR_A + r"|\()\$?$|"
    # "while others achieve only 3 h and an F1 of 56%, ..."
    r"^(?:while|whereas|though|although)\s(?!(?:our|we|it|the proposed|ours)\b)[^,;]{2,70}\s"
    r"(?:achiev|reach|obtain|scor|attain|get|manag|yield)\w*\s(?:only|just|merely)\s[^,;]{0,90}$"
)
# "standard methods like Foo (which drop to 27%)"
_ASIDE_OF_OTHERS = Folded(
    r"\b(?:standard|existing|prior|previous|other|conventional|earlier|traditional|competing|baseline)\s(?:[\p{L}-]+\s){0,2}?"
    r"(?:methods?|models?|approaches|baselines?|systems?|techniques?|work|algorithms?)\b[^()]{0,50}\((?:which|that)\s[^()]{2,60}$"
)
_SUBJECT = r"(?P<who>(?:the\s)?[\p{L}\d][\p{L}\d.+-]*(?:\s[\p{L}\d][\p{L}\d.+-]*){0,3}?)"
REACHES = (
    r"(?:attain|achiev|reach|obtain|scor|get|need|requir|tak|us|run|consum|cost|manag|yield|deliver|remain|stay|"
    r"occup|occupi|occupy|fill|incur|plateau|peak|saturat|stagnat|stall|hover|exhibit|stop)(?:e?s|ed|ing|e)?\s"
)
_SOLVES = (
    r"(?:find|solv|resolv|detect|identif|recover|answer|complet|pass|win|catch|handl|serv|support|process|train|finish|spend|"
    r"draw|hold|classif|predict|keep|retain|preserv|sustain|fit|correct|produc|generat)(?:e?s|ies|ed|e)?\s"
)
_DOES = rf"(?:{REACHES}|{_SOLVES})" + (
    r"(?:(?:at (?:most|best)|no more than|at|in|only|about|around|over|nearly|up to|more than|an?)\s){0,3}"
    r"(?:(?:[\p{L}-]{1,20}\s){1,3}of\s)?[~$]?$"
)
_FALLS = r"(?:degrad|drop|fall|collaps|deteriorat)e?s\sto\s" + HEDGES_OR_A + r"\$?$"
# "unlike X, which needs 12 GB"; "where X reaches 76%"
_UNLIKE = Pattern(
    rf"\b(?:[Uu]nlike|[Ii]n contrast (?:to|with)|[Cc]ontrary to|[Cc]ompared (?:to|with)|[Rr]elative to|[Vv]ersus|"
    rf"[Ii]n comparison (?:to|with))\s{_SUBJECT},?\s(?:which|that)\s{_DOES}"
)
_WHERE = Pattern(rf"\b(?:whereas|where)\s(?:both\s)?(?=\p{{Lu}}){_SUBJECT}\s{_DOES}")
# "X needs 12 GB, whereas ours needs 3 GB"
_FIRST_OF_TWO = Pattern(rf"(?:^|,\s)(?:[Tt]he\s)?{_SUBJECT}\s(?:{_DOES}|{_FALLS})")
_NOW_OURS = Pattern(
    r"^(?:[^.;]|\.\d){0,80}?(?:,\s(?:whereas|while|but)|;|\bwhereas|\bwhile)\s(?:(?:adding|using|with|applying)\s)?"
    r"(?P<who>our|ours|we|it|the proposed|\p{Lu}[\p{L}\d-]+)\b[^.;]{0,60}\d"
)
# "Foobar slows down by 3x, while ours remains fast"
_FAILS = Pattern(
    rf"(?:^|[;:,]\s)(?:[Tt]he\s)?{_SUBJECT}\s(?:\p{{L}}+ly\s)?(?:degrad|drop|fall|collaps|deteriorat|slow|los|diverg|declin|suffer|"
    r"explod|crash|regress|shrink|weaken|decay)(?:e?s|ed|ing)\b[^;]{0,80}$"
)
_QUALITY = Pattern(
    r"\b(?:performance|quality|scores?|use|usage|size|number|rates?|gaps?|gains?|results?|share)\b", IGNORECASE
)
_STAYS = Pattern(
    r"[^.;]{0,80}?,\s(?:whereas|while|but)\s(?P<who>our|ours|we|it|the proposed|\p{Lu}[\p{L}\d-]+)\s"
    r"(?:[\p{L}\d-]+\s){0,3}?(?:remain|stay|hold|keep|maintain|continu|retain|degrad\p{L}{1,3}\sgracefully)(?:s|es)?\b"
)


def falls_short(s: Situation, system: str | None) -> bool:
    """ "However, X does not yet run in real time (8 FPS)"."""
    short = _FALLS_SHORT.match(s.left)
    return short is not None and ": " not in s.left[short.end() :] and is_another(short["who"], system)


def clause_is_of_another(s: Situation, system: str | None) -> bool:
    """Whether the clause of the value tells of another than the paper's own system."""
    return (
        _while_another(s)
        or rival_is_next(s, system)
        or (s.says((" (which", " (that")) and _ASIDE_OF_OTHERS.search(s.left[-170:]) is not None)
        or any(is_another(who, system) for who in _set_apart(s, system))
        or (s.says(_EXCELS) and _RIVAL_WHICH.search(s.left[-170:]) is not None)
    )


def _while_another(s: Situation) -> bool:
    """ "while X drops to 60%"; in "while precision drops to 60%" it is another score of the same."""
    match = _WHILE_ANOTHER.search(s.left[-140:]) if s.says(_PARTS) else None
    if match is None or names_device(s, len(s.left) - len(s.left[-140:]) + match.start()):
        return False  # "an A reaches 81%, while a B reaches only 27%": both devices are what is studied
    who = match[0].split()[1:3]
    return not (who and any(word.islower() and metric_cues(word) for word in who))


def _set_apart(s: Situation, system: str | None) -> Iterator[str]:
    """The subjects of clauses that contrast with the paper's own."""
    if s.says(_CONTRASTS) and (unlike := _UNLIKE.search(s.left[-120:])):
        yield unlike["who"]
    if system and "where" in s.sentence_folded and (where := _WHERE.search(s.left[-120:])):
        yield where["who"]
    if (first := _first_of_two(s, system)) is not None:
        yield first["who"]


def _first_of_two(s: Situation, system: str | None) -> Match | None:
    """ "X needs 12 GB, whereas ours needs 3 GB"."""
    if not s.says(_TURNS):
        return None
    ours = _NOW_OURS.match(s.right)
    if ours is not None and not is_another(ours["who"], system):
        return _FIRST_OF_TWO.search(s.left) or _fails(s, system)
    return _fails(s, system)


def _fails(s: Situation, system: str | None) -> Match | None:
    """ "X slows down by 3x, while ours remains fast"."""
    ours = _STAYS.match(s.right)
    fails = None if ours is None or is_another(ours["who"], system) else _FAILS.search(s.left)
    return None if fails is None or _QUALITY.search(fails["who"]) or metric_cues(fails["who"].lower()) else fails
