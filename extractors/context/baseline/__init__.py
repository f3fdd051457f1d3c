"""What a value is compared with, as in the text."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from extractors.context.baseline.after import BEHIND, despite, equalled, from_baseline, later
from extractors.context.baseline.before import (
    change_over,
    compared_before,
    earlier,
    instead_of,
    over_list,
    reached,
    set_against,
)
from extractors.context.baseline.bracketed import with_name
from extractors.context.baseline.multiple import multiple_of_whom
from extractors.context.baseline.owner import owner
from extractors.context.baseline.phrases import A_NUMBER, THAN, with_data, without_loose_end
from extractors.context.baseline.rival import BESIDE, OBJECTS, also, matches, superior, won_over
from extractors.context.baseline.share import share
from extractors.context.baseline.told import rival_told_before
from extractors.context.baseline.whole import whole as as_whole
from extractors.context.metric import metric_cues
from extractors.context.pairing.aligned import aligned
from extractors.context.pairing.respective import respective
from extractors.context.phrase import noun_phrase
from extractors.endings import Ending
from extractors.patterns import IGNORECASE, Pattern
from extractors.situation import Situation

_BAD = Pattern(
    r"^(?:it\b|or\b|them\b|all of (?:them|these|those)\b|(?:about|over|nearly|up to|at least|more than)\s\d|"
    r"more\b(?!-)|(?:just|only|merely)\b|(?:double|triple|quadruple|twice)(?:$|\s(?!precision))|(?:and|other|the|an?|one|up)$|fewer\sthan\b|previously\s(?:reported|thought|known)$|(?:is|are|was|were|would|over)\b(?!-)|"
    r"(?:leveraging|achieving|exploiting|reducing|improving|maintaining|"
    r"enabling|delivering)\b|"
    r"an?\s(?:speed-?up|accuracy|score|improvement|reduction)\sof\b|an?\s[~$]?\d[\d.]*\s?(?:\\?%|percent\b|x\b|-?fold\b)|"
    r"the (?:same(?!\s[^,;]{2,40}\sbaseline|"
    r"\s(?:[\p{L}\d-]{1,20}\s){0,3}(?:(?:L|ML|VL)[LM]M?s?|models?|networks?|backbones?|architectures?|method|approach|algorithm|"
    r"policy|agents?|system|implementation|pipeline|design|engine|recipe|technique|strategy|framework|library|kernel|"
    r"solver|planner|parser|compiler|encoder|decoder|prompt)\b|"
    r"\s(?:[\p{L}-]{1,20}\s){1,3}(?:with|without|using|(?:pre-?)?trained|fine-?tuned)\s)|course|past|whole|entire)\b(?!-)|"
    rf"[+~$<>-]|{A_NUMBER}|"
    r"the (?:last|next)\s(?:\p{L}+\s)?(?:decades?|years?|months?)\b|"
    r"(?:(?:all|total|repeated|independent|random)\s)?(?:trials|runs|seeds|repetitions)\b|total$|"
    r"time|which|(?:claimed|expected|necessary|required|before|usual|reported|needed|possible|ever)\b|"
    r"an? (?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|twelve)-"
    r"(?:second|minute|hour|day|week|month|year|step|round|episode|frame)\b|"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|twelve|several|\d+)\s(?!(?:existing|prior|previous|other|baseline)\b)"
    r"(?:[\p{L}-]+\s){0,3}(?:benchmarks?|datasets|tasks|seeds|runs|trials|domains|scenarios|workloads|languages)$|"
    r"all (?:the )?(?:datasets|tasks|benchmarks|cases|settings|metrics)|a (?:wide|range)|"
    r"an? (?:order|average)|both(?!\s[^,;]{2,60}\sand\s\p{L}|\sbaselines)|\p{L}+ years|(?:\p{L}+\s)?(?:seconds?|"
    r"minutes?|hours?|days?|weeks?)$|"
    r"(?:that|those|average|expectations|results|performance|outcomes)$|(?:the\s)?[^,;]{0,60}\b(?:trade-?off\s(?:space|curve)|frontier|front)$|diverse|various|multiple|different)",
    IGNORECASE,
)


def find_baseline(s: Situation) -> str | None:
    """The baseline of a comparison; members of aligned lists get their own."""
    if (own := respective(s, THAN)) is not None:
        return _resolved(s, own)
    for step in _STEPS:
        span = step(s)
        if span is not None and not _BAD.match(s.doc.view[slice(*span)]) and not _is_withstood(s, span):
            if (theirs := _of_two(s, span)) is not None:
                return theirs
            span = _without_metrics(s, owner(s, span))
            if span is not None:
                return _resolved(s, aligned(s, span) or _whole(s, span))
    return None


def told_before(s: Situation) -> str | None:
    """The rival that the sentence before names, where the value goes on from there."""
    told = rival_told_before(s)
    if told is None or _BAD.match(s.doc.view[slice(*told[1])]) or _is_withstood(*told):
        return None
    there, span = told
    named = _without_metrics(there, owner(there, span))
    return _resolved(there, _whole(there, named)) if named else None


def _whole(s: Situation, span: tuple[int, int]) -> str:
    """The phrase as it is written, with its data and the name in its bracket."""
    span = as_whole(s.doc.view, span, s.sentence.end)
    whole = without_loose_end(s.doc.view, with_data(s.doc.view, span, s.sentence.end))
    return _as_written(s.doc.text, *with_name(s.doc.view, whole, s.sentence.end))


_AND_ANOTHER = Pattern(r"\sand\s(?=(?:an?|the)\s\p{L})")


def _of_two(s: Situation, span: tuple[int, int]) -> str | None:
    """ "2x and 3x faster than X and an oracle": each value has its own, unless they are of two metrics."""
    more = _AND_ANOTHER.match(s.doc.view, span[1]) if s.group[1] - s.group[0] == 1 else None
    rest = noun_phrase(s.doc.view, more.end(), s.sentence.end) if more else None
    if rest is None or len({cue.metric for cue in metric_cues(s.list_left[-80:])}) > 1:
        return None
    return aligned(s, (span[0], rest[1]))


# "a success rate against guarded models", "robust against noise"
_WITHSTANDS = Ending(
    r"\b(?:attacks?|success|success\srates?|robust(?:ness|ly)?|resilien(?:t|ce)|defen[cs]es?|defend\p{L}*|protect\p{L}*|guard\p{L}*|"
    r"secur(?:e|ity)|immun(?:e|ity)|effective(?:ness|ly)?)\sagainst\s(?:the\s)?$",
    IGNORECASE,
)


def _is_withstood(s: Situation, span: tuple[int, int]) -> bool:
    """ "robustness against noise": what is fought, and nothing to compare with."""
    return (
        s.doc.view.endswith((" against ", " against the "), 0, span[0])
        and _WITHSTANDS.search(s.doc.view[max(s.sentence.start, span[0] - 40) : span[0]]) is not None
    )


_FORMER = r"(?:the\s)?(?P<which>former|latter)(?:\s(?:one|two|system|method|model|approach|tool))?"
_FORMER_OR_LATTER = Pattern(_FORMER)
_THE_LATTER = Pattern(rf"(?:,\s(?:and\s)?|\sand\s){_FORMER}(?:\sone)?\sby\s[^,;]{{0,20}}$")
_WORD = r"\p{Lu}[\p{L}\d+-]*(?:\.[\p{L}\d]+)*"
_NAME = rf"(?!(?:Both|Compared|Unlike|Against|While|Over|With)\b)(?:the\s)?{_WORD}(?:\s{_WORD})?"
_TWO = Pattern(rf"\b(?P<former>{_NAME}),?\sand\s(?P<latter>{_NAME})")
_PLACE = Pattern(r"(?:in|on|at|from|under|during|within|inside|of|to|by|as|when)\s")


def _resolved(s: Situation, found: str) -> str | None:
    """The name that "the latter" stands for; null for what is no thing: "(faster than) from disk"."""
    which = _FORMER_OR_LATTER.fullmatch(found) or (
        _THE_LATTER.search(s.near_left) if " and " in found and s.says(("former", "latter")) else None
    )
    if which is None:
        return None if _PLACE.match(found) else found
    start = s.doc.sentences[max(0, s.sentence.index - 1)].start
    pairs = [*_TWO.finditer(s.doc.view, start, s.quantity.start)]
    return s.doc.text[slice(*pairs[-1].span(which["which"]))] if pairs else None


_OF = Pattern(r"\sof\s(?=\p{L})")
_AND = Pattern(r",?\sand\s(?:the\s)?|,\s(?:the\s)?|/")


def _without_metrics(s: Situation, span: tuple[int, int]) -> tuple[int, int] | None:
    """Metrics are no baseline: "the throughput and area of A" is A; "(compared with) A, speed and cost" is A too."""
    text = s.doc.view[slice(*span)]
    named, comma, rest = text.partition(", ")
    if _are_metrics(text):
        of = _OF.match(s.doc.view, span[1], s.sentence.end)
        return noun_phrase(s.doc.view, of.end(), s.sentence.end) if of else None
    return (span[0], span[0] + len(named)) if comma and _are_metrics(rest) else span


def _are_metrics(text: str) -> bool:
    """Whether a phrase names metrics and nothing else; "Accelerate" is a name."""
    named = text.removeprefix("the ")
    cues = metric_cues(named) if named[:1].islower() else ()
    if not cues or cues[0].start or cues[-1].end < len(named):
        return False
    return all(_AND.fullmatch(named, one.end, other.start) for one, other in pairwise(cues))


def _as_written(text: str, start: int, end: int) -> str:
    """With the brace that ends a command: "\\textit{Tarnet}"."""
    opened = text.count("{", start, end) > text.count("}", start, end)
    return text[start : end + 1] if opened and text[end : end + 1] == "}" else text[start:end]


_STEPS: tuple[Callable[[Situation], tuple[int, int] | None], ...] = (
    multiple_of_whom,
    share,
    *BESIDE,
    *BEHIND,
    also,
    over_list,
    change_over,
    *OBJECTS,
    set_against,
    later,
    earlier,
    superior,
    compared_before,
    matches,
    from_baseline,
    instead_of,
    won_over,
    reached,
    equalled,
    despite,
)
