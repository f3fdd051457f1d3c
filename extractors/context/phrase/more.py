"""What belongs to a phrase behind its end: the rest of a list, of a bound, of words with a hyphen."""

from __future__ import annotations

from extractors.context.phrase.conjoined import SHARED_HEAD
from extractors.context.phrase.ends import first_end
from extractors.lexicon import has_verb
from extractors.patterns import Match, Pattern

_BOUND = Pattern(
    r"\sto\s\d(?:[\d.,]*\d)?(?![\d.,]*\d)[kKMBT]?(?:\s[TtBbMm]r?illions?\b)?(?:\s?(?:[kKMGT]i?B|(?!(?:by|and|or|in|on|with|for|at)\b)[\p{Ll}-]{2,20}))?(?=[,;.)]|$|\s(?!by\b))"
)
# "CNN-, and Transformer-based baselines"
_SUSPENDED = Pattern(
    r"(?:,\s[\p{L}\d]{1,20}-){0,4},?\s(?:and|or|to)\s[\p{L}\d]{1,20}-[\p{L}\d-]{2,20}(?:\s[\p{L}\d-]+){1,2}?"
    r"(?=[,.;)]|\s(?:by|on|in|for|at|with|while|across|and|under|to|of|from)\b|$)"
)
# ", B, and C": the rest of a list of short names
_ITEM = (
    r"(?!\p{Ll}\)|\p{Ll}+(?:ing\b(?!,)|s\s)|(?:which|with|while|and|but|the|a|an|our|we|it|its|thus|at|up|over|"
    r"by|on|in|for|"
    r"never|still|that|nearly|roughly|about|approximately|almost|lastly|finally|broadly|exhibit|"
    r"using|\p{L}+(?:ing|s)\s(?:up|to|by)|\p{Ll}+\s(?:the|an?|that|how))\b)"
    r"\p{L}[\p{L}\d.+@*/_-]*(?:\s(?!\p{Ll}+s\s)[\p{L}\d.+@*/_-]+){0,2}?"
)
_LIST_REST = Pattern(
    rf"(?P<rest>(?:,\s{_ITEM}){{0,5}},?\sand\s(?:the\s)?(?P<last>{_ITEM}))(?=[,.;)]|\s(?:{SHARED_HEAD}|respectively|"
    rf"(?:while|with|by|using|under|at|in|across|on|for|but|of|is|are)\b|show|demonstrat|amount|reach)|$)"
)
# "reasoning, tool-using, and coding benchmarks"
_ACTIVITIES = Pattern(
    r"(?P<rest>(?:,\s[\p{Ll}-]{3,24}(?:\s[\p{Ll}-]{3,20})?){0,4},?\sand\s[\p{Ll}-]{2,20}ing)"
    r"(?=\s(?:benchmark|task|dataset|domain|workload|problem|suite|scenario|quer|phase|stage)\p{L}*)"
)
_TASKS = Pattern(r"\stasks\b(?!,?\srespectively)")
_SHARED_HEAD = Pattern(rf"\s{SHARED_HEAD}\b(?!,?\srespectively)")
_DO_NEXT = Pattern(r"\s(?:show|demonstrat|amount|reach|get|scor|achiev|obtain|attain)")
_NEXT_WORD = 12  # characters
_LIST_BREAK = Pattern(r",\s(?:and\s)?|\sand\s")


def with_list(view: str, first: int, last: int, end: int) -> int:
    """Where the list ends that the phrase at ``[first, last)`` begins; its own end when it begins none."""
    if view.endswith("ing", first, last) and (more := _ACTIVITIES.match(view, last, end)):
        return more.end("rest")
    more = _LIST_REST.match(view, last, end)
    if more is None or has_verb(more["rest"]):
        return last
    if not _names_alike(view, first, last, more["rest"]) and not _has_a_head(view, more, end):
        return last
    if view.endswith("On ", 0, first) and _DO_NEXT.match(view, more.end()):
        return last  # "On A, B and C reach"
    if more["rest"].startswith(", and ") and not more["rest"][6:7].isupper():
        return last  # "across sizes, and steady across"
    last = more.end("rest") - more["rest"].endswith(".")
    stop = first_end(view[more.start("last") : min(end, last + _NEXT_WORD)])
    if stop and (stopped := more.start("last") + stop.start()) < last:
        return stopped  # "A, B, and C compared with"
    head = _SHARED_HEAD.match(view, last, end)
    return head.end() if head else last


def _has_a_head(view: str, more: Match, end: int) -> bool:
    """ "QA, tagging and plain summary tasks": what is listed are all tasks."""
    return more["rest"].endswith(" tasks") or _TASKS.match(view, more.end("rest"), end) is not None


def _names_alike(view: str, first: int, last: int, rest: str) -> bool:
    """Whether names go on with names, and words with words: "joint training of Foo, Bar and Baz"."""
    item = _LIST_BREAK.split(rest)[-1].removeprefix("the ")
    head = first + 4 if view.startswith("the ", first) else first
    ends = view.rfind(" ", head, last) + 1 or head
    named = item[:1].isupper()
    return view[head].isupper() == named or (named and (view[ends].isupper() or view[ends].isdigit()))


def with_bound(view: str, first: int, last: int, end: int) -> int:
    """Where "message sizes up to 8 MB" ends, or the phrase without "up"."""
    if not view.endswith(" up", first, last):
        return last
    bound = _BOUND.match(view, last, end)
    return bound.end() if bound else last - (6 if view.endswith(" of up", first, last) else 3)


def with_suspended(view: str, first: int, last: int, end: int) -> int:
    """Where "CNN-, and Transformer-based baselines" ends."""
    suspended = _SUSPENDED.match(view, last, end) if view.endswith("-", first, last) else None
    return suspended.end() if suspended else last
