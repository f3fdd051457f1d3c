"""Quantities: numerals with their units, as single values, ranges, before/after pairs and lists with one unit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import regex

from extractors.numbers.idioms import find_idioms
from extractors.numbers.nouns import NounMatch, is_context_length, is_model_size, parse_noun, parse_times_device
from extractors.numbers.numerals import NotNumeral, Numeral, find_numerals
from extractors.numbers.units import Dimension, UnitMatch, parse_unit
from extractors.spans import Spans


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit at ``[start, end)``; ``low`` and ``high`` are equal unless a range is reported."""

    start: int
    end: int
    low: float
    high: float
    unit: str
    dimension: Dimension
    magnitude: str = ""
    in_words: bool = False
    at_least: bool = False
    is_range: bool = False
    pair: str | None = None  # "before" or "after" in "from 21 to 16"
    shared: bool = False  # the unit stands with a later member of the list
    noun: str = ""
    idiom: str = ""  # the word of an exception that carries a value: "halves", "an order of magnitude"
    rule: str = field(default="", compare=False)


_RANGE_GAP = regex.compile(r"\s{0,8}(?:-{1,3}|~)\s{0,4}~?\s?|\s{0,2}~\s{0,4}|\s\.{2,3}\s?|\s-\s")
_TO_GAP = regex.compile(
    r"-?\s{1,3}(?:up\s)?to\s{1,3}~?\s{0,3}(?:(?:over|about|around|roughly|nearly|almost|more than|"
    r"approximately|only|just|as much as|as many as)\s)?|\s{0,4}(?:->|→)\s{0,14}"
)
_LOOSE_TO = regex.compile(
    r"\s?(?:\([^()]{1,40}\)|(?:(?!\b(?:compared|relative|due|thanks|equal|close)\b)[^.;:()]){1,48}?)\s(?:up\s|down\s)?to\s{1,3}~?\s{0,3}(?:(?:over|about|only|just|"
    r"around|nearly|almost)\s)?"
)
_AND_GAP = regex.compile(r"\s{1,3}(?:and|&)\s{1,3}~?")
_BETWEEN = regex.compile(r"\bbetween\s{1,3}~?(?:about\s|roughly\s|approximately\s)?$", regex.IGNORECASE)
_FROM = regex.compile(
    r"\bfrom\s{1,3}[~<>≥≤]?\s?(?:(?:about|around|roughly|approximately|nearly|almost|over|under|a|an|the|"
    r"as low as|as little as|just|only|merely|more than|less than)\s){0,2}$",
    regex.IGNORECASE,
)
_RANGING = regex.compile(
    r"\b(?:rang(?:e|es|ed|ing)|span(?:s|ned|ning)?|var(?:y|ies|ied|ying)|anywhere|"
    r"across)\s(?:\p{L}+\s){0,4}?(?:from\s)?~?$",
    regex.IGNORECASE,
)
_CHANGES = regex.compile(
    r"\b(?:improv|increas|rais|ris|boost|lift|push|reduc|lower|decreas|drop|fall|climb|grow|mov|cut)(?:es?|s|ed|ing|en)\s"
    r"(?:(?!by\b|over\b)[^,;\s]+\s){0,5}$",
    regex.IGNORECASE,
)
_MOVES_ON = regex.compile(r"\s(?:down\s)?to\s(?!\d|train|run|reach|process|complet|achiev|solv|comput|generat|be\b)")
_SCALING = regex.compile(r"\b(?:scal(?:e|es|ed|ing)|grow(?:s|ing)?)\b[^,;.]{0,40}$", regex.IGNORECASE)
_SIZES = regex.compile(
    r"\b(?:sizes?|scales?|models?|parameters?|lengths?|datasets?)\s(?:\p{L}+\s)?from\s~?$", regex.IGNORECASE
)
_MOVES = regex.compile(
    r"\b(?:reduc|improv|increas|decreas|lower|cut|boost|rais|ris|rose|drop|fall|fell|grow|grew|mov|go(?:es|"
    r"ing)?\b|went|shrink|shrank|shrunk|"
    r"shrinks|extend|expand|widen|shift|accelerat|speed|compress|enhanc|elevat|push|bring|brought|tak(?:e|"
    r"es|ing)\b|took|climb|declin|jump|surg|"
    r"narrow|shorten|scal(?:es|ed|ing)\b|advanc|slash|trim|degrad|lift|soar|plummet|enlarg|upgrad|convert|"
    r"dropping|falls|chang|i\.e\.|down|up)",
    regex.IGNORECASE,
)
_LIST_GAP = regex.compile(
    r"\s{0,3}(?:,\s{0,2}(?:and\s|or\s|&\s)?|/|\sand\s|\sor\s|\s&\s|\svs\.?\s|\sversus\s)\s{0,4}(?:(?:up to|"
    r"about|around|over|nearly|a|an|the)\s)?~?\s{0,3}\+?"
)
_BY_FACTOR = regex.compile(
    r"(?:factors?\s(?:of\s|between\s|ranging from\s)?(?:up to\s|about\s|approximately\s|around\s|nearly\s|"
    r"almost\s|over\s|more than\s|at least\s|~\s?)*"
    r"|multiplied by\s(?:up to\s)?|(?:speed-?ups?|accelerations?)(?:\sfactors?)?\s(?:of|by|between|from|is|"
    r"to)\s(?:between\s|from\s)?(?:up to\s|about\s|over\s|~\s?|more than\s|nearly\s|around\s)*)$",
    regex.IGNORECASE,
)
_PARAMETERS = regex.compile(
    r"\b(?:total|active|activated|model|billion)\b[^.;]{0,40}\bparameters?\b|"
    r"\bparameters?\b[^.;]{0,60}\b(?:active|activated|total)\b|\bactivated?\b|\bparameter (?:scales?|"
    r"sizes?|counts?)\b"
)
_LENGTHS = regex.compile(
    r"\b(?:contexts?|sequence|token|prompt|input|output)(?:s|\s|-)(?:lengths?|windows?|sizes?)?\b", regex.IGNORECASE
)
_PER = regex.compile(r"\s?(?:per|/)\s?(?P<what>\p{Ll}{3,20}(?<!s))(?![\p{L}-])")
_FASTER = regex.compile(r"\s{1,4}(?:faster|slower)\b")
_DATA_SET = regex.compile(
    r"\s(?:(?!(?:in|of|from|on|for|and|or)\s)\p{Ll}[\p{Ll}-]+\s){0,2}?(?:data\s?set|corpus|collection)\b(?!s)"
)
_AT_SCALE = regex.compile(r"[\s-](?:scale|parameter|model)s?\b")
_VERSION = "a version"
_CORPUS = regex.compile(r"\s(?:training\s|pre-?training\s|text\s|high-quality\s){0,2}(?:corpus|corpora)\b")
_SORT_OF_SET = regex.compile(
    r"[\s-](?P<noun>image|video|document|paper|question|sample|sentence|prompt|problem|frame|clip)\s(?:collection|dataset|set|corpus|"
    r"benchmark|subset|sequence)s?\b",
    regex.IGNORECASE,
)
_ARTICLE_LAST = regex.compile(r"\san?\s$")
_SPREAD = regex.compile(r"\s{0,4}(?:±|\+/-|\+-|(?<=\d)pm)\s{0,3}\d{1,4}(?:\.\d{1,4})?")
_OR_MORE = regex.compile(r"\s(?:or|and)\s(?:more|above)(?=\s\p{L})")
_CONTEXT_LENGTH = regex.compile(r"\s(?:context|sequence)[\s-](?:lengths?|windows?)\b")
_RATING = regex.compile(r"\s(?:likert|scale|rating)", regex.IGNORECASE)
_OF_TOTAL = regex.compile(r"\s(?:of|out of)\s(?:the\s)?")
_ARROW = regex.compile("->|→")
_SENTENCE_BREAK = regex.compile(r"[;]|[.]\s(?=\p{Lu})")


def find_quantities(view: str) -> tuple[list[Quantity], list[NotNumeral]]:
    """All quantities of a view in reading order, and the digits that are none."""
    refused: list[NotNumeral] = []
    single: list[Quantity] = []
    for found in find_numerals(view):
        if isinstance(found, NotNumeral):
            refused.append(found)
        else:
            quantity = _with_unit(view, found)
            if quantity.rule == _VERSION:
                refused.append(NotNumeral(found.start, found.end, _VERSION))
            elif quantity.dimension is Dimension.NONE and view[quantity.end : quantity.end + 1].isalpha():
                refused.append(NotNumeral(found.start, found.end, "part of a word"))
            else:
                single.append(quantity)
    joined = _join_all(view, _join_all(view, single, _dashed), _join)
    shared = []
    for quantity in _share_units(view, joined):
        if _is_small_count(quantity):
            refused.append(NotNumeral(quantity.start, quantity.end, "a spelled-out count from one to ten"))
        else:
            shared.append(quantity)
    idioms = [
        Quantity(i.start, i.end, i.value, i.value, i.unit, i.dimension, in_words=True, idiom=i.word, rule="idiom")
        for i in find_idioms(view)
    ]
    taken = Spans((q.start, q.end) for q in shared if q.dimension is not Dimension.NONE or q.magnitude)
    counted = Spans((q.start, q.end) for q in shared if q.dimension is Dimension.DEVICES)
    idioms = [  # "a single 24GB GPU" is a device, "a single 8xH100 node" is eight
        i for i in idioms if not (counted if i.dimension is Dimension.DEVICES else taken).meet(i.start, i.end)
    ]
    idiomatic = Spans((i.start, i.end) for i in idioms)
    shared = [q for q in shared if not idiomatic.meet(q.start, q.end)]
    return sorted([*shared, *idioms], key=lambda q: q.start), refused


def _is_small_count(quantity: Quantity) -> bool:
    """Whether it counts from one to ten in words, anything but devices (CLAIMS.md, "Not claims")."""
    return (
        quantity.in_words
        and quantity.high <= 10
        and quantity.dimension in (Dimension.NONE, Dimension.COUNT)
        and not quantity.magnitude
        and quantity.pair is None
    )


def _with_unit(view: str, numeral: Numeral) -> Quantity:
    base = Quantity(
        numeral.start,
        numeral.end,
        numeral.value,
        numeral.value,
        "",
        Dimension.NONE,
        numeral.magnitude,
        numeral.in_words,
        numeral.at_least,
        rule="number",
    )
    if numeral.currency:
        per = _PER.match(view, numeral.end)  # "$0.03 per case"
        money, end = (f"USD/{per['what']}", per.end()) if per else ("USD", numeral.end)
        return replace(base, unit=money, end=end, dimension=Dimension.MONEY, rule="amount of money")
    if numeral.times_before:
        return replace(base, unit="x", dimension=Dimension.TIMES, rule="times sign before number")
    device = parse_times_device(view, numeral.end)
    if device is not None:
        return replace(
            base, unit=device.unit, dimension=device.dimension, end=device.end, rule="count of a named device"
        )
    spread = _SPREAD.match(view, numeral.end)  # "91.7 ± 0.6%": the unit stands behind the spread
    if spread is not None and (behind := _usable_unit(view, numeral, parse_unit(view, spread.end()))):
        return replace(base, unit=behind.unit, dimension=behind.dimension, end=behind.end, rule="number and spread")
    unit = _usable_unit(view, numeral, parse_unit(view, numeral.end))
    if unit is not None:
        return replace(base, unit=unit.unit, dimension=unit.dimension, end=unit.end, rule="number and unit")
    more = _OR_MORE.match(view, numeral.end)
    if more is not None:  # "1000 or more GPUs"
        base = replace(base, at_least=True)
    noun = parse_noun(
        view,
        more.end() if more else numeral.end,
        magnitude=numeral.magnitude,
        in_words=numeral.in_words,
        value=numeral.value,
    )
    return _counting(view, numeral, base, noun)


def _counting(view: str, numeral: Numeral, base: Quantity, noun: NounMatch | None) -> Quantity:
    """A number without a unit of measurement, by what it counts."""
    if _is_context_length(view, numeral, noun):
        return replace(base, unit="tokens", dimension=Dimension.COUNT, noun="context", rule="context length")
    if numeral.magnitude in ("B", "T") and (corpus := _CORPUS.match(view, numeral.end)):
        return replace(
            base, unit="tokens", dimension=Dimension.COUNT, noun="corpus", end=corpus.start(), rule="size of a corpus"
        )
    if noun is None and (listed := _SORT_OF_SET.match(view, numeral.end)):
        unit, end = listed["noun"].lower() + "s", listed.end("noun")
        return replace(base, unit=unit, dimension=Dimension.COUNT, end=end, noun=listed["noun"], rule="counted noun")
    if numeral.magnitude in ("K", "k", "M") and (data := _DATA_SET.match(view, numeral.end)):
        return replace(
            base,
            unit="samples",
            dimension=Dimension.COUNT,
            end=data.start(),
            noun="dataset",
            rule="size of a data set",
        )
    if numeral.magnitude == "T" and _AT_SCALE.match(view, numeral.end):
        return replace(base, unit="parameters", dimension=Dimension.PARAMETERS, rule="model size")
    if numeral.magnitude in ("B", "M") and is_model_size(view, numeral.end, noun):
        end = noun.end if noun is not None and noun.dimension is Dimension.PARAMETERS else base.end
        return replace(base, unit="parameters", dimension=Dimension.PARAMETERS, end=end, rule="model size")
    if not numeral.magnitude and not numeral.in_words and (bare := _FASTER.match(view, numeral.end)):
        return replace(base, unit="x", dimension=Dimension.TIMES, end=bare.start(), rule="times sign left out")
    if noun is not None and _is_version(view, numeral, noun):
        return replace(base, rule=_VERSION)
    if noun is None and numeral.magnitude:
        return _by_surroundings(view, numeral, base)
    if noun is None:
        return base
    return replace(
        base, unit=noun.unit, dimension=noun.dimension, end=noun.end, noun=noun.phrase, rule="counted noun"
    )


def _is_version(view: str, numeral: Numeral, noun: NounMatch) -> bool:
    """ "Name 3.0 shows clear improvements": no fraction of things is counted, but on average."""
    written = view[numeral.start : numeral.end]
    apart = noun.dimension is Dimension.COUNT and len(noun.phrase.split()) >= 3
    return apart and "." in written and not numeral.magnitude


def _is_context_length(view: str, numeral: Numeral, noun: NounMatch | None) -> bool:
    if not numeral.magnitude:
        return _CONTEXT_LENGTH.match(view, numeral.end) is not None
    written = noun is not None and noun.unit == "tokens"
    return not written and numeral.magnitude in ("k", "K", "M") and is_context_length(view, numeral.end)


def _by_surroundings(view: str, numeral: Numeral, base: Quantity) -> Quantity:
    """A magnitude with no noun of its own: "13 billion activated per token", "a sequence length of 2048K"."""
    around = view[max(0, numeral.start - 70) : numeral.end + 40]
    if numeral.magnitude in ("billion", "million", "trillion") and _PARAMETERS.search(around):
        return replace(base, unit="parameters", dimension=Dimension.PARAMETERS, rule="model size")
    if numeral.magnitude in ("k", "K") and _LENGTHS.search(around):
        return replace(base, unit="tokens", dimension=Dimension.COUNT, noun="context", rule="context length")
    return base


def _usable_unit(view: str, numeral: Numeral, unit: UnitMatch | None) -> UnitMatch | None:
    if unit is None:
        return None
    written = view[numeral.end : unit.end]
    counted = numeral.magnitude or numeral.value > 100 or _RATING.match(view, unit.end)
    if unit.unit == "pp" and "point" in written and "percent" not in written and counted:
        return None  # "10,000 points" are counted; "3.5 points" are a difference of scores
    if unit.dimension is Dimension.TIMES and numeral.magnitude in ("B", "M", "T"):
        return None
    return unit


_Join = Callable[[str, Quantity, Quantity], list[Quantity] | None]


def _join_all(view: str, items: Sequence[Quantity], join: _Join) -> list[Quantity]:
    out: list[Quantity] = []
    i = 0
    while i < len(items):
        first = items[i]
        second = items[i + 1] if i + 1 < len(items) else None
        joined = join(view, first, second) if second is not None else None
        if joined is None:
            out.append(first)
            i += 1
        else:
            out.extend(joined)
            i += 2
    return out


def _dashed(view: str, first: Quantity, second: Quantity) -> list[Quantity] | None:
    """ "1.2-2.4x", "1.8x ~ 4.5x": dashes bind closer than words."""
    if first.end > second.start or not _compatible(first, second):
        return None
    return [_range(first, second)] if _RANGE_GAP.fullmatch(view[first.end : second.start]) else None


def _join(view: str, first: Quantity, second: Quantity) -> list[Quantity] | None:
    """One range, a before/after pair, or null when the two do not belong together."""
    gap = view[first.end : second.start]
    if len(gap) > 60 or first.end > second.start:
        return None
    before = view[max(0, first.start - 240) : first.start]
    if not _compatible(first, second):
        if _BETWEEN.search(before) or _FROM.search(before):
            return _mixed_range(view, first, second, gap)
        return None
    if _AND_GAP.fullmatch(gap):
        return [_range(first, second)] if _BETWEEN.search(before) else None
    if _TO_GAP.fullmatch(gap):
        return _to_pair_or_range(view, first, second, before)
    if _FROM.search(before) and _LOOSE_TO.fullmatch(gap) and _measured(second) and _MOVES.search(before):
        return _pair(first, second)
    return None


def _compatible(first: Quantity, second: Quantity) -> bool:
    if first.dimension is Dimension.NONE:
        return first.magnitude not in ("B", "T") or second.dimension in (
            Dimension.PARAMETERS,
            Dimension.COUNT,
            Dimension.NONE,
        )
    if first.dimension is second.dimension:
        return True
    if first.dimension is Dimension.PARAMETERS and not first.noun and first.rule == "model size":
        return second.dimension is Dimension.COUNT and second.unit == "tokens" and second.magnitude in ("B", "T")
    return second.dimension is Dimension.NONE and first.dimension in (
        Dimension.PERCENT,
        Dimension.TIMES,
        Dimension.MONEY,
    )


def _measured(quantity: Quantity) -> bool:
    return quantity.dimension not in (Dimension.NONE, Dimension.COUNT, Dimension.DEVICES)


def _to_pair_or_range(view: str, first: Quantity, second: Quantity, before: str) -> list[Quantity] | None:
    origin = _FROM.search(before)
    sentence = _SENTENCE_BREAK.split(before)[-1]
    if origin is not None:
        head = sentence[: -len(origin[0])] if origin[0] else sentence
        if _MOVES_ON.match(view, second.end):
            return [replace(_range(first, second), pair="before")]  # "from 1 to 2 minutes to real time"
        if first.low > second.low or (first.is_range and second.is_range):
            return _pair(first, second)
        sized = second.dimension in (
            Dimension.PARAMETERS,
            Dimension.COUNT,
            Dimension.BYTES,
            Dimension.DEVICES,
        ) and (_SIZES.search(head + "from ") or _SCALING.search(head))
        moved = second.dimension is Dimension.TIMES and _CHANGES.search(head[-70:])
        if moved and not _RANGING.search(head + "from "):
            return _pair(first, second)
        if _RANGING.search(head + "from ") or sized or second.dimension is Dimension.TIMES:
            return [_range(first, second)]
        wide = second.dimension not in (Dimension.PARAMETERS, Dimension.COUNT, Dimension.DEVICES)
        if _MOVES.search(head if wide else head[-90:]):
            return _pair(first, second)
        return [_range(first, second)]
    if before.rstrip().endswith("(") and first.dimension in (
        Dimension.PERCENT,
        Dimension.NONE,
        Dimension.TIME,
        Dimension.BYTES,
    ):
        return _pair(first, second)
    if _ARROW.search(view[first.end : second.start]):
        return _pair(first, second)
    if first.dimension is Dimension.NONE and second.dimension is Dimension.NONE:
        return None if not first.magnitude and not _BY_FACTOR.search(before[-60:]) else [_range(first, second)]
    if first.dimension is Dimension.DEVICES and not first.shared and first.end - first.start > 6:
        return None
    return [_range(first, second)]


def _range(first: Quantity, second: Quantity) -> Quantity:
    a, b = first.low, second.high
    if second.magnitude and not first.magnitude and first.dimension is Dimension.NONE and a < 1000:
        scale = _scale(second.magnitude)
        a = a * scale
    if (
        first.dimension is Dimension.NONE
        and second.dimension is Dimension.NONE
        and first.magnitude
        and not second.magnitude
    ):
        b = b * _scale(first.magnitude)
    unit, dimension = (
        (second.unit, second.dimension) if second.dimension is not Dimension.NONE else (first.unit, first.dimension)
    )
    if first.dimension is Dimension.PARAMETERS and dimension is Dimension.COUNT:
        b = second.high
    elif first.dimension is second.dimension and first.unit != second.unit and first.dimension is not Dimension.COUNT:
        b *= _ratio(second.unit, first.unit)
        unit = first.unit
    return replace(
        second,
        start=first.start,
        low=min(a, b),
        high=max(a, b),
        unit=unit,
        dimension=dimension,
        is_range=a != b,
        in_words=first.in_words and second.in_words,
        rule="range",
    )


def _mixed_range(view: str, first: Quantity, second: Quantity, gap: str) -> list[Quantity] | None:
    """ "ranging from 32.2% to 10x": both as factors."""
    if {first.dimension, second.dimension} != {Dimension.PERCENT, Dimension.TIMES}:
        return None
    if not (_TO_GAP.fullmatch(gap) or _AND_GAP.fullmatch(gap)):
        return None
    low, high = (1 + q.low / 100 if q.dimension is Dimension.PERCENT else q.low for q in (first, second))
    return [
        replace(
            second,
            start=first.start,
            low=min(low, high),
            high=max(low, high),
            unit="x",
            dimension=Dimension.TIMES,
            is_range=True,
            rule="range of mixed units",
        )
    ]


def _pair(first: Quantity, second: Quantity) -> list[Quantity]:
    if first.dimension is Dimension.NONE:
        low = (
            first.low * _scale(second.magnitude)
            if second.magnitude and not first.magnitude and first.low < 1000
            else first.low
        )
        first = replace(
            first, low=low, high=low, unit=second.unit, dimension=second.dimension, noun=second.noun, shared=True
        )
    elif second.dimension is Dimension.NONE:
        second = replace(second, unit=first.unit, dimension=first.dimension, noun=first.noun)
    return [
        replace(first, pair="before", rule="before/after pair"),
        replace(second, pair="after", rule="before/after pair"),
    ]


def _scale(magnitude: str) -> float:
    from extractors.numbers.numerals import LETTERS
    from extractors.numbers.words import MAGNITUDES

    return LETTERS.get(magnitude, MAGNITUDES.get(magnitude, 1.0))


_SI = {
    "k": 1e3,
    "K": 1e3,
    "M": 1e6,
    "G": 1e9,
    "T": 1e12,
    "P": 1e15,
    "E": 1e18,
    "m": 1e-3,
    "u": 1e-6,
    "n": 1e-9,
    "p": 1e-12,
}
_SECONDS = {
    "ns": 1e-9,
    "us": 1e-6,
    "ms": 1e-3,
    "s": 1.0,
    "min": 60.0,
    "h": 3600.0,
    "day": 86400.0,
    "week": 604800.0,
    "month": 2592000.0,
    "year": 31536000.0,
}


def _ratio(unit: str, other: str) -> float:
    """How many of ``other`` make one of ``unit``; 1 where that is not known."""
    if unit in _SECONDS and other in _SECONDS:
        return _SECONDS[unit] / _SECONDS[other]
    if unit[1:] == other[1:] and unit[:1] in _SI and other[:1] in _SI:
        return _SI[unit[0]] / _SI[other[0]]
    if unit[1:] == other and unit[:1] in _SI:
        return _SI[unit[0]]
    if other[1:] == unit and other[:1] in _SI:
        return 1 / _SI[other[0]]
    return 1.0


def _share_units(view: str, items: list[Quantity]) -> list[Quantity]:
    """Bare members of a list take the unit of the next member; "a factor of 13" is 13 times."""
    out = list(items)
    for i in range(len(out) - 1, -1, -1):
        quantity = out[i]
        if quantity.dimension is not Dimension.NONE:
            continue
        follower = out[i + 1] if i + 1 < len(out) else None
        sized = (
            quantity.magnitude and follower is not None and follower.dimension in (Dimension.TIMES, Dimension.PERCENT)
        )
        if sized:
            continue  # "216K, 7 times larger"
        if follower is not None and follower.dimension is not Dimension.NONE and _in_list(view, quantity, follower):
            low, high = quantity.low, quantity.high
            if (
                follower.magnitude
                and not quantity.magnitude
                and follower.magnitude.isalpha()
                and len(follower.magnitude) > 1
            ):
                low, high = low * _scale(follower.magnitude), high * _scale(follower.magnitude)
            out[i] = replace(
                quantity,
                low=low,
                high=high,
                unit=follower.unit,
                dimension=follower.dimension,
                noun=follower.noun,
                shared=True,
                rule="list with a shared unit",
            )
        elif _BY_FACTOR.search(view[max(0, quantity.start - 60) : quantity.start]):
            out[i] = replace(quantity, unit="x", dimension=Dimension.TIMES, rule="by a factor of")
    return out


def _in_list(view: str, quantity: Quantity, follower: Quantity) -> bool:
    gap = view[quantity.end : follower.start]
    if quantity.pair == "after" and _ARTICLE_LAST.search(gap):
        return False  # "from 13.2 to 10.7, an 18% improvement"
    if quantity.in_words and quantity.low <= 10:
        return follower.dimension is Dimension.DEVICES and _LIST_GAP.fullmatch(gap) is not None
    if _LIST_GAP.fullmatch(gap):
        return True
    counted = follower.dimension is Dimension.COUNT and _OF_TOTAL.fullmatch(gap)
    return counted is not None and counted is not False


__all__ = ["Dimension", "NounMatch", "Quantity", "find_quantities"]
