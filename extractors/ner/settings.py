"""The data set of a score, where the rules named none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from extractors.endings import ending
from extractors.ner.asking import Asking
from extractors.ner.labels import DATASET
from extractors.ner.names import Name
from extractors.reader import Found
from schemas.vocabulary import Attribution, Kind, Metric

_ON = regex.compile(r"\b(?:on|across)\s(?:the\s)?(?:\p{Ll}[\p{L}-]*\s){0,3}$", regex.IGNORECASE)
_BESIDE = regex.compile(r"[\s:(+~$-]{0,5}")  # "QuizBench +6.3", "QuizBench: 81.2%"
_PROPER = regex.compile(r"\S*[\p{Lu}\d-]")  # how a data set's name begins: with a word that is no plain one
_LAST_PROPER = regex.compile(r"[\p{Lu}\d]\S*$")  # and ends, where it stands beside the value
# Where a data set may stand that a value is measured on; only the few sentences with such a place are asked about.
_ON_PROPER = regex.compile(rf"\b(?i:on|across)\s(?i:the\s)?(?:\p{{L}}[\p{{L}}-]*\s){{0,3}}?{_PROPER.pattern}")
_BESIDE_PROPER = ending(rf"[\p{{Lu}}\d]\S*{_BESIDE.pattern}$")
_LIST = regex.compile(r"(?:\s?\([^()]{0,25}\))?(?:,\s(?:and\s)?|\sand\s|\s&\s)(?:the\s)?")
_RESPECTIVELY = regex.compile(r"[^;.]{0,60}\brespectively\b")
_CLAUSE = regex.compile(r";|,\s(?:while|whereas|but)\s")
_REACH = 90  # characters between the value and the name


def with_datasets(found: Sequence[Found]) -> Asking[list[Found]]:
    """The claims, those of quality that lack a setting with the data set that their sentence gives them."""
    lacking = {one.claim.sentence: None for one in found if _lacks(one)}
    if not lacking:
        return list(found)
    members: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(found):
        members[one.claim.sentence].append(place)
    asked = [sentence for sentence in lacking if _is_worth_asking(sentence, [found[i] for i in members[sentence]])]
    if not asked:
        return list(found)
    completed = list(found)
    for sentence, known in zip(asked, (yield asked), strict=True):
        datasets = [name for name in known if name.label == DATASET and _PROPER.match(name.text)]
        for place, setting in _settings(sentence, datasets, [found[i] for i in members[sentence]]):
            one = found[members[sentence][place]]
            completed[members[sentence][place]] = replace(one, claim=replace(one.claim, setting=setting))
    return completed


def _is_worth_asking(sentence: str, found: Sequence[Found]) -> bool:
    """Whether the sentence has a place where a data set that is named is taken for a claim's."""
    if _ON_PROPER.search(sentence):
        return True
    places = zip(_places(sentence, found), found, strict=True)
    return any(_lacks(one) and _BESIDE_PROPER.search(sentence[:start]) for (start, _), one in places)


def _lacks(one: Found) -> bool:
    claim = one.claim
    of_quality = claim.metric is Metric.ACCURACY and claim.kind in (Kind.COMPARISON, Kind.MEASUREMENT)
    here = claim.setting is None and claim.attribution is not Attribution.BACKGROUND
    return of_quality and here


def _settings(sentence: str, datasets: Sequence[Name], found: Sequence[Found]) -> Iterator[tuple[int, str]]:
    """Which of the sentence's claims get which data set."""
    places = _places(sentence, found)
    lacking = [i for i, one in enumerate(found) if _lacks(one)]
    listed = _listed(sentence, datasets)
    for i in lacking:
        start, end = places[i]
        beside = [name for name in datasets if _is_beside(sentence, name, start)]
        if beside:
            yield i, beside[-1].text
        elif listed and len(lacking) % len(listed) == 0:
            yield i, listed[lacking.index(i) % len(listed)].text
        elif (name := _on(sentence, datasets, (start, end), places)) is not None:
            yield i, name.text


def _is_beside(sentence: str, name: Name, start: int) -> bool:
    before = name.end <= start and _BESIDE.fullmatch(sentence, name.end, start) is not None
    return before and _LAST_PROPER.search(name.text) is not None


def _places(sentence: str, found: Sequence[Found]) -> list[tuple[int, int]]:
    """Where the quotes stand in their sentence; they come in reading order."""
    places: list[tuple[int, int]] = []
    at = 0
    for one in found:
        start = max(0, sentence.find(one.claim.quote, at))
        at = start + len(one.claim.quote)
        places.append((start, at))
    return places


def _listed(sentence: str, datasets: Sequence[Name]) -> list[Name]:
    """The items of "on A, B and C, respectively"."""
    for first, name in enumerate(datasets):
        run = [name]
        for following in datasets[first + 1 :]:
            if not _LIST.fullmatch(sentence, run[-1].end, following.start):
                break
            run.append(following)
        if len(run) > 1 and _ON.search(sentence[: name.start]) and _RESPECTIVELY.match(sentence, run[-1].end):
            return run
    return []


def _on(
    sentence: str, datasets: Sequence[Name], place: tuple[int, int], places: Sequence[tuple[int, int]]
) -> Name | None:
    """The next "on X" after the value, else the last one before all values."""
    start, end = place
    on = [name for name in datasets if _ON.search(sentence[max(0, name.start - 60) : name.start])]
    after = [name for name in on if 0 <= name.start - end <= _REACH and not _CLAUSE.search(sentence, end, name.start)]
    if after:
        return after[0]
    before = [name for name in on if name.end <= places[0][0] and start - name.end <= _REACH]
    return before[-1] if before else None
