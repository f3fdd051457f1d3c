"""One numeral and its unit, or what it counts."""

from __future__ import annotations

from dataclasses import replace

from extractors.endings import ending
from extractors.numbers.nouns import NounMatch, is_context_length, is_model_size, parse_noun, parse_times_device
from extractors.numbers.numerals import Numeral
from extractors.numbers.quantity import Quantity
from extractors.numbers.units import Dimension, UnitMatch, parse_unit
from extractors.patterns import IGNORECASE, Pattern

_PARAMETERS = Pattern(
    r"\b(?:total|active|activated|model|billion)\b[^.;]{0,40}\bparameters?\b|"
    r"\bparameters?\b[^.;]{0,60}\b(?:active|activated|total)\b|\bactivated?\b|\bparameter (?:scales?|"
    r"sizes?|counts?)\b"
)
_LENGTHS = Pattern(
    r"\b(?:contexts?|(?:sequence|token|prompt|input|output)(?:s|\s|-)(?:lengths?|windows?|sizes?)?)\b", IGNORECASE
)
_PER = Pattern(
    r"(?:\s?(?:per|/)\s?|\sa\s(?=(?:day|hour|week|month|year)\b))(?P<what>(?:(?:million|billion|thousand|1[KMB])\s\p{Ll}{3,20}|(?!million|billion|thousand)\p{Ll}{3,20}(?<!s)))"
    r"(?![\p{L}-])"
)
_FASTER = Pattern(
    r"\s{1,4}(?:faster|slower|(?:end-to-end\s|inference\s|training\s)?(?:speed-?up|"
    r"acceleration)\b(?!s))\b"
)
_DATA_SET = Pattern(
    r"\s(?:(?!(?:in|of|from|on|for|and|or)\s)\p{Ll}[\p{Ll}-]+\s){0,2}?(?:data\s?set|corpus|collection)\b(?!s)"
)
_PER_TIME = Pattern(r"\s(?:per|a|each)\s(?P<time>second|minute|hour|day)\b")
_TIMES = {"second": "s", "minute": "min", "hour": "h", "day": "day"}
_AT_SCALE = Pattern(r"[\s-](?:scale|parameter|model)s?\b")
_NAME_AND_BRACKET = ending(r"\p{Lu}[^\s()]{1,20}(?:\s[^\s()]{1,8})?\s\([~<>≥≤]?\s?$")
_OF_MODELS = Pattern(r"\b(?:LLMs?|models?|parameters?)\b")
VERSION = "a version"
_LENGTH_OF = ending(
    r"\b(?:contexts?(?:\s(?:lengths?|windows?|sizes?))?|sequence\slengths?|(?:prompt|input|token)\slengths?)\s"
    r"(?:(?:grows|is|was|extends|extended|scales|goes|reaches|increases|limited|up|of|from|at|to)\s){1,3}"
    r"(?:[\d,]{1,9}[kKM]?\sto\s)?(?:(?:about|over|up to|as long as|more than)\s|~)?$",
    IGNORECASE,
)
_VOCABULARY = Pattern(r"(?P<unit>[\s-]?(?:tokens?|entr(?:y|ies)|words?|items?)?)[\s-](?:BPE\s)?vocabular(?:y|ies)\b")
_VOCABULARY_OF = ending(
    r"\bvocabular(?:y|ies)(?:\ssizes?)?\s(?:of|is|to|from|at)\s(?:(?:about|over|up to|nearly|only)\s|~)?$",
    IGNORECASE,
)
_CORPUS = Pattern(r"\s(?:training\s|pre-?training\s|text\s|high-quality\s){0,2}(?:corpus|corpora)\b")
_SORT_OF_SET = Pattern(
    r"[\s-](?P<noun>image|video|document|paper|question|sample|sentence|prompt|problem|frame|clip|particle|atom|cell|"
    r"edge|row|record|user|agent|galaxy|vector|triple)\s(?:[\p{L}-]+\s(?=simulation|run|graph|table))?"
    r"(?:collection|dataset|set|corpus|benchmark|subset|sequence|simulation|graph|run|table|grid|system|database|index|"
    r"workload|trace)s?\b",
    IGNORECASE,
)
_SPREAD = Pattern(r"\s{0,4}\(?\s?(?:±|\+/-|\+-|(?<=\d)pm)\s{0,3}\d{1,4}(?:\.\d{1,4})?\)?")
_OR_MORE = Pattern(r"\s(?:or|and)\s(?:more|above)(?=\s\p{L})")
_TO_A_RATE = Pattern(r"\s?(?:to|-|–|→|->)\s?[\d.,]{1,9}\s?[kKM]?\s\p{L}{3,12}(?:\s?/|\sper)\s?\p{L}")
_CONTEXT_LENGTH = Pattern(
    r"\s(?:context|sequence)[\s-](?:lengths?|windows?)\b|[\s-]length\s(?:sequences|contexts|inputs|prompts)\b"
)
_SCORE_NAMES = Pattern(r"\p{Ll}{0,2}\p{Lu}{2,8}(?:/\p{Ll}{0,2}\p{Lu}{2,8}){0,3}")
_CHANGES = frozenset({"improvements", "gains", "boosts", "drops"})
_MONEY = Pattern(r"\sin\s(?:[\p{L}-]{1,15}\s)?(?:funds?|profits?|revenues?|damages?|savings|costs?)\b")
_CONTEXT = Pattern(r"\d[kKM] contexts?\b|\b[Ll]ong contexts?\b")
_TRAINED_ON = ending(
    r"\b(?:(?:pre-?)?train|anneal|fine-?tun)\p{L}{0,4}\s(?:(?:it|them|further)\s)?(?:on|for)\s"
    r"(?:(?:about|another|over|only|up to|just|an|extra|"
    r"additional)\s|~){0,3}$",
    IGNORECASE,
)
_ENDS = Pattern(r"\s?(?:[,.;)]|$|(?:with|and|for|using|in|while|to)\s)")
_CHANGE = Pattern(
    r"(?:\s(?!and\b|or\b)[\p{L}\d-]{1,20}){0,2}\s(?:improvement|gain|drop|increase|lead|boost|margin|advantage|rise|gap|"
    r"decline|decrease|jump|advance)s?\b"
)
_RATING = Pattern(r"\s(?:likert|scale|rating)", IGNORECASE)


# "64 B chunks": what is moved or kept in pieces of so many bytes, and no billion of them
_OF_BYTES = Pattern(
    r"[\s-](?:(?:cache|memory|data|request|write|read)[\s-])?(?:chunks?|transfers?|transactions?|blocks?|lines?|pages?|packets?|"
    r"messages?|payloads?|values?|keys?|objects?|sectors?|bursts?|headers?|accesses|reads|writes|flits?|granularity)\b"
)
_PRECISION = Pattern(r"\s(?:single|double|half|mixed|full)[\s-]precision(?=\s\p{L}{0,5}(?:FLOP|flop|OP))")
_BEGINS_PRECISION = "sdhmf"
# What these begin with, behind at most eight spaces; looking at it spares most of them.
_NEAR = 9
_BEGINS_TIMES, _BEGINS_SPREAD, _BEGINS_OR_MORE = "xt", "±+p(", "oa"


def with_unit(view: str, numeral: Numeral) -> Quantity:
    if numeral.currency:
        per = _PER.match(view, numeral.end)  # "$0.03 per case"
        money, end = (f"USD/{per['what']}", per.end()) if per else ("USD", numeral.end)
        return _quantity(numeral, "amount of money", money, Dimension.MONEY, end)
    if numeral.times_before and not numeral.in_words:
        return _quantity(numeral, "times sign before number", "x", Dimension.TIMES)
    following = view[numeral.end : numeral.end + _NEAR].lstrip()[:1]
    counts = following in _BEGINS_TIMES and not numeral.value % 1
    device = parse_times_device(view, numeral.end) if counts else None
    if device is not None:
        return _quantity(numeral, "count of a named device", device.unit, device.dimension, device.end)
    # "91.7 ± 0.6%": the unit stands behind the spread
    spread = _SPREAD.match(view, numeral.end) if following in _BEGINS_SPREAD else None
    if spread is not None and (behind := _usable_unit(view, numeral, parse_unit(view, spread.end()))):
        return _quantity(numeral, "number and spread", behind.unit, behind.dimension, behind.end)
    precision = _PRECISION.match(view, numeral.end) if following in _BEGINS_PRECISION else None
    unit = _usable_unit(view, numeral, parse_unit(view, precision.end() if precision else numeral.end))
    if unit is not None:
        return _quantity(numeral, "number and unit", unit.unit, unit.dimension, unit.end)
    more = _OR_MORE.match(view, numeral.end) if following in _BEGINS_OR_MORE else None
    if more is not None:  # "1000 or more GPUs"
        numeral = replace(numeral, at_least=True)
    noun = parse_noun(
        view,
        more.end() if more else numeral.end,
        magnitude=numeral.magnitude,
        in_words=numeral.in_words,
        value=numeral.value,
    )
    return _counting(view, numeral, noun)


def _quantity(
    numeral: Numeral,
    rule: str,
    unit: str = "",
    dimension: Dimension = Dimension.NONE,
    end: int | None = None,
    noun: str = "",
) -> Quantity:
    """The quantity of a numeral, which ends with it unless another end is given."""
    return Quantity(
        numeral.start,
        numeral.end if end is None else end,
        numeral.value,
        numeral.value,
        unit,
        dimension,
        numeral.magnitude,
        numeral.in_words,
        numeral.at_least,
        noun=noun,
        rule=rule,
    )


def _counting(view: str, numeral: Numeral, noun: NounMatch | None) -> Quantity:
    """A number without a unit of measurement, by what it counts."""
    if (of_text := _of_text(view, numeral, noun)) is not None:
        return of_text
    if noun is None and (listed := _SORT_OF_SET.match(view, numeral.end)):
        unit, end = listed["noun"].lower() + "s", listed.end("noun")
        return _quantity(numeral, "counted noun", unit, Dimension.COUNT, end, listed["noun"])
    if numeral.magnitude in ("K", "k", "M") and (data := _DATA_SET.match(view, numeral.end)):
        return _quantity(numeral, "size of a data set", "samples", Dimension.COUNT, data.start(), "dataset")
    if numeral.magnitude == "T" and (_AT_SCALE.match(view, numeral.end) or _is_size_of_name(view, numeral)):
        return _quantity(numeral, "model size", "parameters", Dimension.PARAMETERS)
    if numeral.magnitude and _MONEY.match(view, numeral.end):
        return _quantity(numeral, "amount of money", "USD", Dimension.MONEY)
    if numeral.magnitude == "B" and _OF_BYTES.match(view, numeral.end) and view[numeral.end - 2] in " -":
        size = replace(numeral, value=numeral.value / 1e9, magnitude="")
        return _quantity(size, "size in bytes", "B", Dimension.BYTES, noun="bytes")
    of_them = view.endswith(("of which ", "of these ", "of those "), 0, numeral.start)
    if numeral.magnitude in ("B", "M") and not of_them and is_model_size(view, numeral.end, noun):
        end = noun.end if noun is not None and noun.dimension is Dimension.PARAMETERS else numeral.end
        return _quantity(numeral, "model size", "parameters", Dimension.PARAMETERS, end)
    if not numeral.magnitude and not numeral.in_words and (bare := _FASTER.match(view, numeral.end)):
        return _quantity(numeral, "times sign left out", "x", Dimension.TIMES, bare.start())
    if noun is not None and _is_version(view, numeral, noun):
        return _quantity(numeral, VERSION)
    if noun is None and numeral.magnitude:
        return _by_surroundings(view, numeral)
    if noun is None or (noun.dimension is Dimension.COUNT and _is_score(view, numeral, noun)):
        return _quantity(numeral, "number")
    if noun.dimension is Dimension.COUNT and (per := _PER_TIME.match(view, noun.end)):
        unit = f"{noun.unit}/{_TIMES[per['time']]}"
        return _quantity(numeral, "counted noun and time", unit, Dimension.RATE, per.end())
    return _quantity(numeral, "counted noun", noun.unit, noun.dimension, noun.end, noun.phrase)


def _is_size_of_name(view: str, numeral: Numeral) -> bool:
    """ "models such as Foo k2 (>1T)": a number alone in the bracket behind a name."""
    if not view.startswith(")", numeral.end) or _OF_MODELS.search(view) is None:
        return False
    return _NAME_AND_BRACKET.search(view, max(0, numeral.start - 30), numeral.start) is not None


def _is_score(view: str, numeral: Numeral, noun: NounMatch) -> bool:
    """ "28.08 CLIP scores", "37.9 mAP/NDS", "7.9 absolute gains" are no counts."""
    if numeral.magnitude or "." not in view[numeral.start : numeral.end]:
        return False
    changes = noun.unit in _CHANGES and noun.phrase.count(" ") < 2
    return changes or noun.unit == "scores" or _SCORE_NAMES.fullmatch(noun.phrase) is not None


def _of_text(view: str, numeral: Numeral, noun: NounMatch | None) -> Quantity | None:
    """The length of a context, the size of a vocabulary or of a corpus, in tokens."""
    if _is_context_length(view, numeral, noun):
        return _quantity(numeral, "context length", "tokens", Dimension.COUNT, noun="context")
    if noun is None and _LENGTH_OF.search(view, max(0, numeral.start - 60), numeral.start) and _is_length(numeral):
        return _quantity(numeral, "context length", "tokens", Dimension.COUNT, noun="context")
    if words := _VOCABULARY.match(view, numeral.end):
        return _quantity(numeral, "size of a vocabulary", "tokens", Dimension.COUNT, words.end("unit"), "vocabulary")
    if noun is None and _VOCABULARY_OF.search(view, max(0, numeral.start - 40), numeral.start):
        return _quantity(numeral, "size of a vocabulary", "tokens", Dimension.COUNT, noun="vocabulary")
    on_data = (
        noun is None
        and numeral.magnitude in ("B", "T")
        and _TRAINED_ON.search(view, max(0, numeral.start - 90), numeral.start)
    )
    if on_data and _ENDS.match(view, numeral.end):
        return _quantity(numeral, "size of a corpus", "tokens", Dimension.COUNT, noun="corpus")
    if numeral.magnitude in ("B", "T") and (corpus := _CORPUS.match(view, numeral.end)):
        return _quantity(numeral, "size of a corpus", "tokens", Dimension.COUNT, corpus.start(), "corpus")
    return None


def _is_length(numeral: Numeral) -> bool:
    whole = not numeral.value % 1 and not numeral.in_words
    return whole and (numeral.magnitude in ("k", "K", "M") or (not numeral.magnitude and numeral.value >= 512))


def _is_version(view: str, numeral: Numeral, noun: NounMatch) -> bool:
    """ "Name 3.0 shows clear improvements": no fraction of things is counted, but on average."""
    written = view[numeral.start : numeral.end]
    if written.startswith("802."):
        return True  # "802.11 traces"
    apart = noun.dimension is Dimension.COUNT and len(noun.phrase.split()) >= 3
    return apart and "." in written and not numeral.magnitude


def _is_context_length(view: str, numeral: Numeral, noun: NounMatch | None) -> bool:
    if _CONTEXT_LENGTH.match(view, numeral.end):
        return True
    if numeral.magnitude not in ("k", "K", "M") or (noun is not None and noun.unit == "tokens"):
        return False
    # Not "from 1.2k to 3.4k tokens/s".
    return is_context_length(view, numeral.end) and not _TO_A_RATE.match(view, numeral.end)


def _by_surroundings(view: str, numeral: Numeral) -> Quantity:
    """A magnitude with no noun of its own: "13 billion activated per token", "a sequence length of 2048K"."""
    around = view[max(0, numeral.start - 70) : numeral.end + 40]
    if numeral.magnitude in ("billion", "million", "trillion") and _PARAMETERS.search(around):
        return _quantity(numeral, "model size", "parameters", Dimension.PARAMETERS)
    of_length = _LENGTHS.search(around) or _CONTEXT.search(view, max(0, numeral.start - 110), numeral.start)
    if numeral.magnitude in ("k", "K") and of_length and not _TO_A_RATE.match(view, numeral.end):
        return _quantity(numeral, "context length", "tokens", Dimension.COUNT, noun="context")
    return _quantity(numeral, "number")


def _usable_unit(view: str, numeral: Numeral, unit: UnitMatch | None) -> UnitMatch | None:
    if unit is None:
        return None
    if unit.unit == "pp" and view[unit.end : unit.end + 1] == "/":
        return None  # "35 points/m^2"
    if unit.unit == "pp":
        written = view[numeral.end : unit.end]
        many = numeral.value > 100 and not _CHANGE.match(view, unit.end)  # "a 114-point lead"
        counted = numeral.magnitude or many or _RATING.match(view, unit.end)
        listed = numeral.in_words and view[unit.end : unit.end + 1] == ":"  # "in two points: ..."
        if (counted or listed) and "point" in written and "percent" not in written:
            return None  # "10,000 points" are counted; "3.5 points" are a difference of scores
    if unit.dimension is Dimension.TIMES and numeral.magnitude in ("B", "M", "T"):
        return None
    return unit
