"""Where two settings of a value are about as good, the names that the model sees in the sentence count as well."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from extractors.context.ranking import Candidate, ranked, score, weights_of
from extractors.ner.asking import Asking
from extractors.ner.labels import LABELS
from extractors.ner.names import Name
from extractors.sentence import Found

_PACKAGE = "extractors.context.setting"


def with_names(found: Sequence[Found]) -> Asking[list[Found]]:
    """The claims, those whose setting was a close choice with the one that the names in their sentence speak for."""
    weights = weights_of(_PACKAGE)
    by_label = [weights.get(f"a {label}", 0.0) for label in LABELS]
    worth = max(0.0, *by_label) - min(0.0, *by_label)
    close = [_is_close(one, weights, worth) for one in found]
    asked = list(dict.fromkeys(one.claim.sentence for one, is_close in zip(found, close, strict=True) if is_close))
    if not asked:
        return list(found)
    names = dict(zip(asked, (yield asked), strict=True))
    return [
        _chosen_anew(one, names[one.claim.sentence], weights) if is_close else one
        for one, is_close in zip(found, close, strict=True)
    ]


def _is_close(one: Found, weights: Mapping[str, float], worth: float) -> bool:
    """Whether names, of which one is ``worth`` so much more than another, can turn the choice, and there is one.

    A setting shared by a pair stays as it is.
    """
    if len(one.settings) < 2 or one.settings[0].text != one.claim.setting:
        return False
    best, second = (score(candidate, weights) for candidate in one.settings[:2])
    return best - second < worth and any("names" in candidate.signs for candidate in one.settings[:2])


def _chosen_anew(one: Found, names: Sequence[Name], weights: Mapping[str, float]) -> Found:
    settings = ranked([named(candidate, names) for candidate in one.settings], weights)
    return replace(one, claim=replace(one.claim, setting=settings[0].text), settings=settings)


def named(candidate: Candidate, names: Sequence[Name]) -> Candidate:
    """The candidate with a sign for each kind of name that it holds or is a part of; told again, it gains none."""
    text = candidate.text
    if text is None:
        return candidate
    kinds = sorted({f"a {name.label}" for name in names if name.text in text or text in name.text})
    return replace(candidate, signs=(*candidate.signs, *(sign for sign in kinds if sign not in candidate.signs)))
