"""What stands behind the next values and holds for this one too: "93% recall and 92% precision on A"."""

from __future__ import annotations

from extractors.context.setting.after.pick import behind, pick
from extractors.context.setting.span import Span
from extractors.lexicon import HEDGES_OR_A, has_verb
from extractors.patterns import Pattern
from extractors.situation import Situation

_SHARED = Pattern(
    r"\s(?!on\b)[\p{L}@\d-]+(?:\s[\p{L}@\d-]+){0,2},?\s(?:and|/)\s(?:(?:a|an|of|"
    r"up to)\s){0,2}[~$+]?\s?"
)


def shared_after(s: Situation) -> Span | None:
    """ "93% recall and 92% precision on X": both hold on X."""
    following = s.following
    if following is None or s.group[1] != s.index or following.dimension is not s.quantity.dimension:
        return None
    if not _SHARED.fullmatch(s.near_right) or has_verb(s.near_right):
        return None
    return pick(s, behind(s, following.end, 90), following.end)


_JOINT = Pattern(
    r"(?:(?!\s(?:on|in|for|at|across|over|than|under|with|from|via|using|to)\s)[^,;:()]){0,50}\s(?:and|while)\s"
    r"(?:(?!\s(?:on|in|for|at|across|over|than|under|from|via|using)\s)[^,;:()]){1,60}\s(?:(?:up to|"
    r"about|around|nearly)\s)?[~$]?"
)
_JOINT_END = Pattern(r"[,;:()]|\s(?:with|while|and|than|over|compared)\s")


def joint_after(s: Situation) -> Span | None:
    """ "cuts cost by 2x and latency by 3x on X": one statement, which holds on X."""
    following = s.following
    if following is None or s.group[1] != s.index or s.quantity.pair or not _JOINT.fullmatch(s.near_right):
        return None
    return pick(s, _JOINT_END.split(behind(s, following.end, 70))[0], following.end)


# "a 2x speedup using just 20% of the cache on A"
_WITH_ONLY = Pattern(
    r"\s(?:[\p{L}-]+\s){1,4}(?:using|with|while\susing|from)\s(?:just|only|merely|as\slittle\sas)\s~?"
)
_OF_IT_ON = Pattern(r"[%\\]{0,2}\s(?:of\s)?(?:[\p{L}-]+\s){1,4}?(?=(?:on|in|for|across)\s)")


def with_a_part(s: Situation) -> Span | None:
    """ "a 2x speedup using just 20% of the cache on A": the condition holds there, and so does the speedup."""
    following = s.following
    if following is None or not _WITH_ONLY.fullmatch(s.near_right):
        return None
    match = _OF_IT_ON.match(s.doc.view, following.end, s.sentence.end)
    return pick(s, behind(s, match.end(), 40), match.end()) if match else None


# "a 6x improvement in recall (on A)"
CHANGE_IN = (
    r"(?:\s[\p{L}-]+)?\s(?:improvement|reduction|increase|decrease|gain|drop|boost)s?\sin"
    r"(?:\s(?!(?:and|on|in|for|under|at|during|across|compared|over|than)\b)[\p{L}\d@-]+){1,4}"
)
_CHANGED_IN = Pattern(rf"[%$\\]{{0,3}}{CHANGE_IN}")
# "26% lower latency, 32% less energy and 25% more throughput under load", "4x over A, 3x over B and 2x over C on D"
_NEXT_OF_SEVERAL = Pattern(
    r"(?:(?!\s(?:on|in|for|at|across|under|with|from|via|using|while)\s)[^,;:()]){1,50}(?P<last>,?\sand|,)\s"
    + HEDGES_OR_A
    + r"\$?|"
    r"%?(?P<last_of>,?\sand|,)\s(?:an?\s)?(?:[\p{L}\d@-]{1,20}\s){1,4}?of\s[~$]?|"  # "a WER of 3, CER of 2 and"
    rf"[%\\$]{{0,3}}{CHANGE_IN}(?P<last_in>,?\sand|,)\s" + HEDGES_OR_A + r"\$?"
)
_MOST_JOINED = 5
_ASIDE = Pattern(r"[,;:()]|\s(?:with|while)\s")


def several_after(s: Situation) -> Span | None:
    """ "2x less latency, 3x less energy and 4x more throughput under load": one statement, which holds under load."""
    last = s.index
    while last + 1 < len(s.siblings) and last - s.index < _MOST_JOINED:
        gap = s.doc.view[s.siblings[last].end : s.siblings[last + 1].start]
        match = _NEXT_OF_SEVERAL.fullmatch(gap)
        if match is None:
            return None
        last += 1
        if (match["last"] or match["last_of"] or match["last_in"]).endswith("and"):
            changed = _CHANGED_IN.match(s.doc.view, s.siblings[last].end, s.sentence.end)
            start = changed.end() if changed else s.siblings[last].end
            return pick(s, _ASIDE.split(behind(s, start, 90))[0], start)
    return None
