"""Baselines named behind the value: "3x faster than X"."""

from __future__ import annotations

from extractors.context.baseline.phrases import COMPARED, THAN, cut, is_aspect
from extractors.context.phrase.shapes import ITEM
from extractors.endings import Ending
from extractors.lexicon import BEATS_OR_EQUALS, HEDGES, HEDGES_OR_A, has_verb
from extractors.numbers.units import Dimension
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation

_AFTER_BRACKET = Pattern(r"[^()]{0,80}\)\s(?:over|than|compared (?:to|with)|relative to|versus)\s")
# "up to 71x (38x on average) over A", "-7% perplexity (-2% bits per byte) over A"
_PAST_BRACKET = Pattern(
    r"(?:\s[\p{L}-]{1,30}){0,3}\s\([^()]{1,60}\)(?:\s[\p{L}-]{1,30}|\s\([\p{L}\s-]{1,30}\)){0,5}\s(?:over|than|"
    r"compared (?:to|with)|"
    r"relative to|versus)\s(?!\d)"
)
_JOINS = Pattern(
    r"[^;:]{0,80}?(?:,\s|,?\s(?:and|with)\s)(?:[^;:,]{2,50}\sby\s|an?\s(?:[\p{L}-]+\s){1,3}of\s)?"
    + HEDGES_OR_A
    + r"(?:(?<=\sa\s)(?!factor|total)\p{Ll}{4,}\s)?[$(+]{0,2}\s?"
)
_JOINS_AT_ONCE = Pattern(
    r"(?:(?!\s(?:on|across|for)\s)[^;:,]){0,60}?,?\sand\s(?:an?\s(?:[\p{L}-]+\s){1,3}of\s)?" + HEDGES_OR_A + r"[$+]?"
)
# "gains 3x and reduces the cost by 2x", "gains 3x, lowers the loss by 2%": verbs of one subject
_STEM = (
    r"(?:reduc|cut|lower|improv|increas|decreas|boost|rais|enhanc|sav|shorten|lift|shrink|achiev|deliver|provid|offer|"
    r"yield|show|obtain|attain|reach|requir|us|need|consum|incur|gain|giv|accelerat|enabl)(?:t?ing|e?s)"
)
_NEXT_VERB = Pattern(
    rf"[^;:]{{0,70}}?(?P<joint>,?\s(?:and|while|whilst)|,)\s(?:(?:also|then|further|\p{{L}}+ly)\s)?(?P<verb>{_STEM})\s"
    r"[^;:]{0,70}"
)
_STOPS = Pattern(
    r"[;:]|\.\s|,\s(?:while|whereas|but|which|where|with|\p{Ll}+ing)\b|"
    r"\s(?:and|while)\s(?:\p{Ll}+ly\s)?\p{Ll}+(?:ing|s)\s"
)
_SETS_AGAINST = ("over", "than", "compar", "relative", "versus", "vs", "against", "respect", "place of", "top of")
_SCORE_GAIN = Pattern(r"\s[a-z]{0,2}\p{Lu}{2}[\p{L}\d@-]{0,12}\s(?:improvement|gain|increase|reduction|drop)\b")
_HOLDS_ON = Pattern(
    r"\s(?:on|for|in|at)\s[^,;:()]{2,40}?(?:,\s|,?\sand\s)(?:by\s)?~?|\s[\p{L}\d@-]{1,12}(?:,\s|,?\sand\s)\+"
)
# "a 27% drop in errors from the X baseline"
# "wins over A by 14% and over B by 9%"
_OF_THE_NEXT = Pattern(
    r"(?:[^;:()]{0,60}?,?\sand\s(?:\p{L}+ly\s)?(?:improv|increas|reduc|cut|lower|boost|rais|enhanc)\p{L}*(?:\s[\p{L}-]+){1,4}|,?\sand)\s"
    r"(?:over|against|versus|relative to|compared (?:to|with))\s[^,;]{2,50}\sby\s" + HEDGES
)
_FROM = Pattern(
    r"\s(?:[\p{L}@/-]{1,20}\s){0,6}?from\s(?=(?:(?:an?|the|our|its)\s)?(?:[\p{L}\d.+-]+\s){0,3}?"
    r"(?:baselines?|vanilla|base|original|previous|prior|existing|standard|conventional|unmodified|untuned|dense)\b)"
)
_PLAIN = Pattern(
    r"\b(?:higher|lower|larger|greater|better|faster|fewer|smaller|reductions?|improvements?|gains?|increases?|decreases?|savings?|"
    r"speed-?ups?)\b",
    IGNORECASE,
)
_AT_THE_HEAD = Pattern(
    r"(?:When\s)?(?:[Cc]ompared (?:to|with|against)|[Rr]elative to|[Ii]n comparison (?:to|with)|[Vv]ersus|"
    r"Against)\s[^,;]{2,80},"
)
_AND_DOES = r"\sand\s(?:enabl|allow|achiev|show)(?:ing|e?s)\b"
_SENTENCE_PART = Pattern(rf";|,?\sand\sthat\s(?:over|with|relative|compared|against|versus|vs|w\.)|\.\s|{_AND_DOES}")
_AND_THEN = Pattern(r"[^,;:()]{2,60},\s(?:\p{L}[\p{L}-]*\s){1,6}")
# "With only 10% of the cost, Tarnet surpasses X"
_WITH_SO_LITTLE = Ending(
    r"(?:^|,\s|\bthat,?\s)(?:with|using|at|for)\s(?:(?:only|just|merely|less than|about|under|a mere)\s|~){1,2}$",
    IGNORECASE,
)
_THEN_SURPASSES = Pattern(
    r"\s(?:of\s)?[^,;:]{2,50},\s[^,;:]{1,40}?\s" + BEATS_OR_EQUALS + r"\s"
    r"(?:the\s(?:performance|accuracy|quality)\sof\s)?(?!or\b|and\b)"
)
_BY_CONTRAST = Pattern(r";|\s--\s|,\s(?:while|whereas|but)\b")
_OTHER_CLAUSE = Pattern(rf"{_BY_CONTRAST.pattern}|{_AND_DOES}")
# "8x faster with a 12x smaller footprint than B"
_FASTER_AND = Pattern(
    r"\s(?:(?!(?:over|under|after)\b)[\p{L}-]+er|(?:more|less)\s[\p{L}-]+)\s(?:(?!(?:than|"
    r"over)\b)[\p{L}-]+\s){0,2}?(?:with|at|and)\s" + HEDGES_OR_A + r"\$?"
)
_SMALLER_THAN = Pattern(r"[%$\\]{0,3}\s(?:[\p{L}-]+er|more|less)\s(?:(?!than\b)[\p{L}\d-]+\s){0,4}than\s(?!\d)")
_CHANGES = (Dimension.PERCENT, Dimension.TIMES, Dimension.POINTS)


def near(s: Situation) -> tuple[int, int] | None:
    if _FASTER_AND.fullmatch(s.near_right) and s.index + 1 < len(s.siblings):
        smaller = _SMALLER_THAN.match(s.doc.view, s.siblings[s.index + 1].end, s.sentence.end)
        return cut(s, smaller.end(), s.sentence.end) if smaller else None
    return _after_own(s, s.near_right, s.quantity.end)


def after_list(s: Situation) -> tuple[int, int] | None:
    first, last = s.group
    if last == first or (s.index < last and _AT_THE_HEAD.match(s.left)):
        return None
    return _after_own(s, s.list_right, s.siblings[last].end)


def _after_own(s: Situation, window: str, start: int) -> tuple[int, int] | None:
    """What the text ``window``, which begins at ``start``, says that the value is compared with."""
    match = THAN.search(window)
    if match is None or _SENTENCE_PART.search(window[: match.start()]) or _OF_THE_NEXT.fullmatch(window):
        return None
    if _opens_a_clause(s.doc.view, start + match.start(), start + match.end(), s.sentence.end):
        return None
    if match[0].startswith(("with respect", "w.r.t")) and is_aspect(s, start + match.end()):
        return None
    return cut(s, start + match.end(), s.sentence.end if match.end() > len(window) - 2 else start + len(window) + 60)


def _opens_a_clause(view: str, start: int, end: int, last: int) -> bool:
    """ "cuts it to 1/8, and compared to X, the cost falls": what the words at ``start`` introduce is not of 1/8."""
    joined = view.endswith((" and ", "; ", " while "), 0, start)
    return joined and _AND_THEN.match(view, end, last) is not None


def after_bracket(s: Situation) -> tuple[int, int] | None:
    """ "gains (11% for small and 17% for large models) over X", "up to 9x (4x on average) over X"."""
    inside = s.left.count("(") > s.left.count(")")
    match = (_AFTER_BRACKET if inside else _PAST_BRACKET).match(s.right)
    return cut(s, s.quantity.end + match.end(), s.sentence.end) if match else None


def later(s: Situation) -> tuple[int, int] | None:
    """The first baseline named later in the sentence, unless a clause of its own begins before."""
    if _AT_THE_HEAD.match(s.left):
        return None  # "Relative to X, it gains 3 points, and 5 points over Y"
    if (shared := _shared_over(s)) is not None:
        return cut(s, shared, s.sentence.end)
    match = COMPARED.search(s.right)
    if match is None:
        return None
    until = s.right[: match.start()]
    if (_BY_CONTRAST if until.endswith(", ") else _OTHER_CLAUSE).search(until):
        return None  # "by 30%, and achieves 2x, compared with B" is of both
    if ITEM.search(s.right, 0, match.start()) and ITEM.search(s.left):
        return None  # "a) raises the score by 4%, b) is faster than X"
    if s.right.rfind("(", 0, match.start()) > s.right.rfind(")", 0, match.start()):
        return None  # "cuts memory by 5x, and time more (8x less than X)"
    first = s.quantity.end
    if _opens_a_clause(s.doc.view, first + match.start(), first + match.end(), s.sentence.end):
        return None
    return cut(s, s.quantity.end + match.end(), s.sentence.end)


_LESS_AND = Pattern(
    r"[%$\\]{0,3}\s(?:less|fewer|lower|more|higher|smaller|faster|greater|shorter|better)(?:\s(?!and\b)[\p{L}-]+){1,3},?\sand\s"
    r"(?:(?:up to|about|over|nearly|an?)\s|~){0,2}"
)
_LESS_THAN = Pattern(
    r"[%$\\]{0,3}\s(?:less|fewer|lower|more|higher|smaller|faster|greater|shorter|better)\s(?:(?!and\b)[\p{L}-]+\s){1,3}?"
    r"(?:than|over|(?:as\s)?compared\s(?:to|with)|relative\sto|versus)\s(?!\d)"
)


def jointly(s: Situation) -> tuple[int, int] | None:
    """ "27% less compute and 30% less memory than B": one comparison with B, whatever is said before."""
    if s.index + 1 >= len(s.siblings) or not _LESS_AND.fullmatch(s.near_right):
        return None
    follower = s.siblings[s.index + 1]
    than = _LESS_THAN.match(s.doc.view, follower.end, s.sentence.end) if follower.dimension in _CHANGES else None
    return cut(s, than.end(), s.sentence.end) if than else None


def _shared_over(s: Situation) -> int | None:
    """ "7x speed and 3x energy gains over X", "gains 3x, lowers the loss by 2% and saves 5% over X": where X is."""
    if not s.says(_SETS_AGAINST):
        return None
    for last in range(s.index + 1, min(s.index + 6, len(s.siblings))):
        joint = _joint(s, last)
        if joint is None:
            return None
        if joint != "," and (shared := _than(s, last)) is not None:
            return shared
    return None


def _than(s: Situation, index: int) -> int | None:
    """Where the baseline begins that stands behind a value, before the next one and in its clause."""
    start, end = s.siblings[index].end, s.sentence.end
    for value in s.siblings[index + 1 :]:
        between = s.doc.view[start : value.start]
        if value.dimension in _CHANGES and between.count("(") <= between.count(")"):
            end = value.start + 1  # "over 9": a digit tells that nothing is named
            break
    found = THAN.search(s.doc.view, start, end)
    return found.end() if found and not _STOPS.search(s.doc.view, start, found.start()) else None


def _joint(s: Situation, index: int) -> str | None:
    """What joins a value to the one before, as nouns are joined or verbs of one subject; null when nothing does."""
    before, value = s.siblings[index - 1], s.siblings[index]
    gap = s.doc.view[before.end : value.start]
    changes = value.dimension in (*_CHANGES, s.quantity.dimension) or _SCORE_GAIN.match(s.doc.view, value.end)
    if not changes or THAN.search(s.doc.view, before.end, value.start + 1):
        return None
    if (verb := _NEXT_VERB.fullmatch(gap)) is not None:
        is_own = verb["joint"] == "," and verb["verb"].endswith("ing")  # "gains 3x, lowering the loss by 2% over X"
        return None if is_own else verb["joint"]
    joins = _JOINS if value.dimension is before.dimension else _JOINS_AT_ONCE
    return "and" if joins.fullmatch(gap) and not has_verb(_PLAIN.sub("", gap)) else None


def from_baseline(s: Situation) -> tuple[int, int] | None:
    """ "27% fewer errors from the X baseline", "with 10% of the cost, it beats X"."""
    found = _FROM.match(s.right)
    if found is None and _WITH_SO_LITTLE.search(s.left):
        found = _THEN_SURPASSES.match(s.right)
    return cut(s, s.quantity.end + found.end(), s.sentence.end) if found else None
