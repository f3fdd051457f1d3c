"""The data set of a score, where the rules named none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from extractors.ner.labels import DATASET
from extractors.ner.names import Name, names_in
from extractors.reader import Found
from schemas.vocabulary import Attribution, Kind, Metric

_ON = regex.compile(r"\b(?:on|across)\s(?:the\s)?$", regex.IGNORECASE)
_ASKED = regex.compile(r"\b(?:on|across)\s(?:the\s)?\p{Lu}", regex.IGNORECASE)
_REACH = 90  # characters between the value and the name


def with_datasets(found: Sequence[Found]) -> list[Found]:
    """The claims, those of quality that lack a setting with the nearest data set of their sentence."""
    asked = {one.claim.sentence: None for one in found if _lacks(one)}
    if not asked:
        return list(found)
    names = dict(zip(asked, names_in(list(asked)), strict=True))
    return [_completed(one, names[one.claim.sentence]) if _lacks(one) else one for one in found]


def _lacks(one: Found) -> bool:
    claim = one.claim
    of_quality = claim.metric is Metric.ACCURACY and claim.kind in (Kind.COMPARISON, Kind.MEASUREMENT)
    here = claim.setting is None and claim.attribution is not Attribution.BACKGROUND
    return of_quality and here and _ASKED.search(claim.sentence) is not None


def _completed(one: Found, names: Sequence[Name]) -> Found:
    claim = one.claim
    start = claim.sentence.find(claim.quote)
    near = [
        (abs(name.start - start), name.text)
        for name in names
        if name.label == DATASET and _ON.search(claim.sentence[: name.start]) and abs(name.start - start) <= _REACH
    ]
    return replace(one, claim=replace(claim, setting=min(near)[1])) if near else one
