"""Settings that stand behind the value: "2x on A", "85% vs. 77% on A", "3x and 2x on A and B, respectively"."""

from __future__ import annotations

from extractors.context.metric import metric_cues
from extractors.context.pairing.parts import respective_part
from extractors.context.phrase import noun_phrase
from extractors.context.setting.accept import accept
from extractors.context.setting.accept.forms import STATISTIC
from extractors.context.setting.accept.more import with_what
from extractors.context.setting.introduced import DOING_ELSEWHERE, MEANT, PREPOSITION
from extractors.context.setting.span import Span
from extractors.endings import Ending
from extractors.lexicon import HEDGES, HEDGES_OR_A, has_verb
from extractors.patterns import IGNORECASE, Folded, Pattern
from extractors.situation import Situation
from extractors.text import folded

# The prepositions that introduce a setting, the surest first.
_RANK = dict.fromkeys(("on", "across", "for", "under", "during"), 0)
_RANK |= dict.fromkeys(("when", "in", "at", "within"), 1) | {"with": 2}
_SHARED = Pattern(
    r"\s(?!on\b)[\p{L}@\d-]+(?:\s[\p{L}@\d-]+){0,2},?\s(?:and|/)\s(?:(?:a|an|of|"
    r"up to)\s){0,2}[~$+]?\s?"
)
_INTRODUCES = Pattern(r"^(?:Despite|With|While|Although|Though|Using|By|Even with|Having|Because|Requiring)\b[^,]*$")
_EXAMPLES = Pattern(r"^\s?\((?:e\.g\.,?|i\.e\.,?|for example,?|such as)\s(?P<np>[^()]{3,90})\)")
_STOP_BREAK = Folded(
    r";|\(p\s?[<=>≤]|[.:]\s|,\s(?:while|whereas|but|and|achiev\w+|with|\p{L}+ing|which|that|compared|without|even|up|or|thereby|thus)\b|,\s\(?\d\)\s|"
    r"\)\s(?:and|via|through|that|which|\p{Ll}+\sthat)\s|"
    r"\band\s(?:\p{L}+ly\s)?(?:outperform|surpass|exceed|reduc|improv|achiev|reach|enhanc|deliver|preserv|remain|generali[sz]|compos|exhibit|support|retain|maintain|"
    r"match|requir|scal)(?:e?s|ing|e)?\b|"
    r"\bwhile\b|\bwhereas\b|\bwithout\b|\bbut\b|\band (?:up|by|a|an|over|on|\d)\b"
)
_CHANGE_IN = Pattern(r"\b(?:reductions?|increases?|decreases?|drops?|savings?)\s$", IGNORECASE)
_WHAT_CHANGES = Pattern(r"\p{Ll}|\p{Lu}{2,5}\s\p{Ll}{3,}(?<!s)\b")
_JOINT = Pattern(
    r"(?:(?!\s(?:on|in|for|at|across|over|than|under|with|from|via|using|to)\s)[^,;:()]){0,50}\s(?:and|while)\s"
    r"(?:(?!\s(?:on|in|for|at|across|over|than|under|from|via|using)\s)[^,;:()]){1,60}\s(?:(?:up to|"
    r"about|around|nearly)\s)?[~$]?"
)
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
# "a 2x speedup using just 20% of the cache on A"
_WITH_ONLY = Pattern(
    r"\s(?:[\p{L}-]+\s){1,4}(?:using|with|while\susing|from)\s(?:just|only|merely|as\slittle\sas)\s~?"
)
_OF_IT_ON = Pattern(r"[%\\]{0,2}\s(?:of\s)?(?:[\p{L}-]+\s){1,4}?(?=(?:on|in|for|across)\s)")
_NAMED_NEAR = 4  # words: "a 2x latency reduction in"
_MOST_JOINED = 5
_ASIDE = Pattern(r"[,;:()]|\s(?:with|while)\s")
_JOINT_END = Pattern(r"[,;:()]|\s(?:with|while|and|than|over|compared)\s")
_NO_HEAD = (
    r"(?!(?:with|while|without|in|of|for|on|at|by|and|or|from|to|as|the|an?|higher|better|relative|absolute|average|mean|overall|"
    r"top|best|new|additional|improve\w*|gains?|boost|increase|drop|competitive|comparable|minimal|slight|state|\p{L}+ing)\b)"
)
_OF_METRIC = Pattern(
    rf"^\\?%?\$?\s(?P<np>{_NO_HEAD}\p{{L}}[\p{{L}}-]+(?:\s{_NO_HEAD}\p{{L}}[\p{{L}}-]+){{1,3}})"
    rf"\s(?:accuracy|success rate|precision|recall|F1(?:[- ]score)?|reliability)\b"
)
_PAIR_OPENS = Pattern(r"^[^,;()]{0,40}\((?:from\s)?[~$+]{0,2}$")
_SHARE = Pattern(r"[%\\]{0,2}\sof\s(?:all\s)?(?!the\s(?:time|cases)\b|cases\b)")
_SOLVES = Ending(
    r"\b(?:solv|complet|answer|resolv|fix|pass|prov|finish|repair|detect|recover|crack|clear)(?:e?s|ed|ing|e)?\s"
    + HEDGES
    + r"$"
)
_AVERAGED_OVER = Pattern(r"[^,;()]{0,40}?\b(?:on average|averaged|average)\sover\s")
_VERSUS = Pattern(r"[%$\s]{0,2}\s(?:vs\.?|versus)\s(?:\p{L}[\p{L}\d-]*\s){0,2}[~$]?")
_OF_OTHER = Pattern(r"^[^,;]{0,20}\sfor\s")
_OWN = r"[%$\s]{0,2}(?:[\p{L}\d@-]+\s){0,2}?(?:on|in|for|with|at|under|during|across)\s"
_OWN_TOO = Pattern(_OWN)
_TO_ANOTHER = Pattern(
    _OWN + r"(?P<np>[^,;()]{2,60}?)\sto\s"
    r"(?:(?:about|around|nearly|almost|over|only|just|at\s(?:most|least)|as\s(?:low|high)\sas)\s){0,2}[~$<>]{0,2}"
)
_ALL_RESPECTIVELY = Pattern(r"^[^;]{0,200}?,?\srespectively\b")


def pick(s: Situation, window: str, start: int) -> Span | None:
    """The best of the phrases that a preposition of the window introduces; it may run on past the window."""
    stop = _STOP_BREAK.search(window)
    window = window[: stop.start()] if stop else window
    best: tuple[int, Span] | None = None
    for match in PREPOSITION.finditer(window):
        prep = folded(match["prep"])
        if best is not None and best[0] <= _RANK[prep]:
            continue  # of equals, the first
        if prep in MEANT and window.endswith(MEANT[prep], 0, match.start()):
            continue
        if DOING_ELSEWHERE.search(window[: match.start()]):
            continue
        if prep == "in" and window.endswith("(", 0, match.start()):
            continue  # "(in BIPS)"
        unnamed = prep == "in" and not metric_cues(" ".join(window[: match.start()].split()[-_NAMED_NEAR:]))
        if unnamed and _CHANGE_IN.search(window[: match.start()]) and _WHAT_CHANGES.match(window, match.end()):
            continue  # "a reduction in routing complexity", "in CPU overload" says what is reduced
        span = noun_phrase(s.doc.view, start + match.end(), s.sentence.end, limit=90)
        span = accept(s, with_what(s.doc.view, span, s.sentence.end), prep)
        best = (_RANK[prep], span) if span is not None else best
    return best[1] if best else None


_BRACKET_OPENS = Pattern(r"[<>~+ ]{0,3}\([<>~+ ]{0,3}(?:up to\s)?[<>~+ ]{0,3}")


def after(s: Situation) -> Span | None:
    """ "2x on A", "94% (87%) on A", "2x (e.g., A)", "85% vs. 77% on A"."""
    if _BRACKET_OPENS.fullmatch(s.near_right) and s.index + 1 < len(s.siblings):  # "94% (up to 97%) on X": both
        follower = s.siblings[s.index + 1]
        closed = s.doc.view.find(")", follower.end, follower.end + 4)
        if closed > 0:
            return pick(s, s.doc.view[closed + 1 : s.sentence.end][:60], closed + 1)
    if (
        _PAIR_OPENS.search(s.near_right) and (ends := _pair_closed(s)) is not None
    ):  # "a gain of 9 points (from 21 to 30) on X"
        found = pick(s, s.doc.view[ends : s.sentence.end][:40], ends)
        if found is not None:
            return found
    if (against := _against(s)) is not None:
        window = s.doc.view[against : s.sentence.end][:60]
        return None if _OF_OTHER.match(window) else pick(s, window, against)
    examples = _EXAMPLES.match(s.near_right)
    if examples:
        return s.quantity.end + examples.start("np"), s.quantity.end + examples.end("np")
    if averaged := _AVERAGED_OVER.match(s.near_right):
        return accept(s, noun_phrase(s.doc.view, s.quantity.end + averaged.end(), s.sentence.end, limit=90), "over")
    window = s.near_right
    if _INTRODUCES.match(s.left):  # "Despite 2x fewer parameters, it wins on X": another clause
        window = window.split(",")[0]
    return pick(s, window, s.quantity.end)


def _pair_closed(s: Situation) -> int | None:
    """Where the bracket with the before/after pair behind the value ends."""
    last = s.index + 2
    if last >= len(s.siblings) or s.siblings[last].pair != "after":
        return None
    closed = s.doc.view.find(")", s.siblings[last].end, s.siblings[last].end + 4)
    return closed + 1 if closed > 0 else None


def _against(s: Situation) -> int | None:
    """ "85% vs. 77% on X": both sides hold on X; where the other ends."""
    return s.siblings[s.index + 1].end if _VERSUS.fullmatch(s.near_right) and s.index + 1 < len(s.siblings) else None


def after_list(s: Situation) -> Span | None:
    """ "2x and 3x on A": what stands behind the whole list."""
    first, last = s.group
    if first == last:
        return None
    return pick(s, s.list_right, s.siblings[last].end)


def shared_after(s: Situation) -> Span | None:
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
    return pick(s, s.doc.view[follower.end : s.sentence.end][:90], follower.end)


def of_a_pair(s: Situation) -> Span | None:
    """ "from 61% on A to 22% on B": each of a before/after pair has its own."""
    first = s.quantity.pair == "before" and s.index + 1 < len(s.siblings)
    match = _TO_ANOTHER.fullmatch(s.near_right) if first else None
    if match is None or not _OWN_TOO.match(s.doc.view, s.siblings[s.index + 1].end):
        return None
    return accept(s, (s.quantity.end + match.start("np"), s.quantity.end + match.end("np")), "on")


def joint_after(s: Situation) -> Span | None:
    """ "cuts cost by 2x and latency by 3x on X": one statement, which holds on X."""
    if s.index + 1 >= len(s.siblings) or s.group[1] != s.index or s.quantity.pair:
        return None
    follower = s.siblings[s.index + 1]
    if not _JOINT.fullmatch(s.near_right):
        return None
    window = _JOINT_END.split(s.doc.view[follower.end : s.sentence.end][:70])[0]
    return pick(s, window, follower.end)


def with_a_part(s: Situation) -> Span | None:
    """ "a 2x speedup using just 20% of the cache on A": the condition holds there, and so does the speedup."""
    if s.index + 1 >= len(s.siblings) or not _WITH_ONLY.fullmatch(s.near_right):
        return None
    follower = s.siblings[s.index + 1]
    match = _OF_IT_ON.match(s.doc.view, follower.end, s.sentence.end)
    return pick(s, s.doc.view[match.end() : s.sentence.end][:40], match.end()) if match else None


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
            return pick(s, _ASIDE.split(s.doc.view[start : s.sentence.end][:90])[0], start)
    return None


def solved_of(s: Situation) -> Span | None:
    """ "answers 84% of the puzzles", "completes 3% of RoomBench": what is solved."""
    match = _SHARE.match(s.near_right)
    if match is None or not _SOLVES.search(s.near_left):
        return None
    return accept(s, noun_phrase(s.doc.view, s.quantity.end + match.end(), s.sentence.end, limit=90), "across")


def of_what(s: Situation) -> Span | None:
    """ "95% source translation accuracy": what is translated."""
    match = _OF_METRIC.match(s.near_right)
    if match is None or metric_cues(match["np"]) or STATISTIC.search(match["np"]):
        return None
    return s.quantity.end + match.start("np"), s.quantity.end + match.end("np")


def later_respectively(s: Situation) -> Span | None:
    """ "2x and 3x speedups while keeping 30 and 31 dB on A and B, respectively": the later list serves both."""
    first, last = s.group
    end = _ALL_RESPECTIVELY.match(s.doc.view[s.siblings[last].end : s.sentence.end]) if last > first else None
    if end is None:
        return None
    at = s.siblings[last].end
    for intro in reversed([*PREPOSITION.finditer(s.doc.view, at, at + end.end())]):
        part = respective_part(s.doc.view, intro.end(), at + end.end(), s.group, s.index)
        if part is not None:
            return accept(s, part, intro["prep"].lower())
    return None
