"""Scores: precision, recall and F1 of values, claims and full claims, and the share of each field that is right.

A found claim matches an annotated one when both stand in the same field, their spans overlap and their values agree;
matches are one to one, those that agree in most fields first. Claims that the annotation marks optional count neither
way.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from flows.evaluation.agreement import (
    CLAIM_FIELDS,
    FIELDS,
    FULL_FIELDS,
    accepted,
    device_names,
    overlap,
    same_value,
    words,
)
from flows.evaluation.papers import ScoredPaper


@dataclass
class Tally:
    """Right, spurious and missed."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def as_dict(self) -> dict[str, float]:
        """Precision, recall and F1 to four places, and the counts."""
        p = self.tp / (self.tp + self.fp) if self.tp + self.fp else 0.0
        r = self.tp / (self.tp + self.fn) if self.tp + self.fn else 0.0
        f1 = 2 * p * r / (p + r) if p + r else 0.0
        rounded = {"precision": round(p, 4), "recall": round(r, 4), "f1": round(f1, 4)}
        return {**rounded, "tp": self.tp, "fp": self.fp, "fn": self.fn}


@dataclass(frozen=True)
class Difference:
    """One thing in which found and annotated differ; ``what`` says which: ``missed``, ``spurious``, fields."""

    what: str
    title: str
    gold: Any
    found: Any


@dataclass(frozen=True)
class Judged:
    """A found claim with its verdict: right in value and in the fields of a claim, or not."""

    claim: dict[str, Any]
    right: bool


@dataclass
class Scores:
    """All counts of an evaluation; :meth:`as_dict` gives the figures."""

    papers: int = 0
    missing: list[str] = field(default_factory=list)
    ungrounded: int = 0
    value: Tally = field(default_factory=Tally)
    claims_right: int = 0
    full_right: int = 0
    by_kind: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    fields: Counter[str] = field(default_factory=Counter)
    comparisons: Counter[str] = field(default_factory=Counter)
    comparison_count: int = 0
    hardware: Tally = field(default_factory=Tally)
    links: Tally = field(default_factory=Tally)
    systems: int = 0
    systems_right: int = 0
    systems_spurious: int = 0
    differences: list[Difference] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """The figures, shares to four places."""
        value = self.value

        def stricter(right: int) -> dict[str, float]:
            return Tally(right, value.fp + value.tp - right, value.fn + value.tp - right).as_dict()

        def shares(right: Counter[str], of: int) -> dict[str, float]:
            return {name: round(right[name] / of, 4) if of else 0.0 for name in FIELDS}

        return {
            "papers": self.papers,
            "papers_missing": len(self.missing),
            "ungrounded": self.ungrounded,
            "value": value.as_dict(),
            "claim": stricter(self.claims_right),
            "full": stricter(self.full_right),
            "by_kind": {kind: tally.as_dict() for kind, tally in sorted(self.by_kind.items())},
            "fields": shares(self.fields, value.tp),
            "fields_comparison": shares(self.comparisons, self.comparison_count),
            "hardware": self.hardware.as_dict(),
            "links": self.links.as_dict(),
            "system": {
                "accuracy": round(self.systems_right / self.systems, 4) if self.systems else None,
                "n": self.systems,
                "spurious": self.systems_spurious,
            },
        }


def score(annotated: Sequence[ScoredPaper], found: Sequence[ScoredPaper]) -> Scores:
    """Hold what was found against the annotation; papers are paired by title."""
    scores = Scores(papers=len(annotated))
    by_title = {paper.key: paper for paper in found}
    for gold in annotated:
        paper = by_title.get(gold.key)
        if paper is None:
            scores.missing.append(gold.title)
            paper = ScoredPaper(gold.title, gold.abstract)
        scores.ungrounded += sum(_is_ungrounded(gold, claim) for claim in paper.claims)
        _score_claims(scores, gold, paper)
        _score_devices(scores, gold, paper)
        _score_links(scores, gold, paper)
        _score_system(scores, gold, paper)
    return scores


def _is_ungrounded(gold: ScoredPaper, claim: dict[str, Any]) -> bool:
    text = gold.title if claim["field"] == "title" else gold.abstract
    return bool(text[claim["start_char"] : claim["end_char"]] != claim["quote"])


def _matches(gold: ScoredPaper, paper: ScoredPaper) -> dict[int, int]:
    """Which found claim each annotated one is matched with, by their places."""
    pairs = sorted(
        (-sum(agrees(want, have) for agrees in FIELDS.values()), i, j)
        for i, want in enumerate(gold.claims)
        for j, have in enumerate(paper.claims)
        if overlap(want, have) and same_value(want, have)
    )
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in pairs:
        if i not in matched and j not in taken:
            matched[i] = j
            taken.add(j)
    return matched


def _score_claims(scores: Scores, gold: ScoredPaper, paper: ScoredPaper) -> None:
    matched = _matches(gold, paper)
    for i, want in enumerate(gold.claims):
        if want.get("optional"):
            continue
        kind = scores.by_kind[accepted(want["kind"])[0]]
        if i not in matched:
            scores.value.fn += 1
            kind.fn += 1
            scores.differences.append(Difference("missed", gold.title, want, None))
            continue
        scores.value.tp += 1
        kind.tp += 1
        _score_fields(scores, gold.title, want, paper.claims[matched[i]])
    taken = set(matched.values())
    for j, have in enumerate(paper.claims):
        if j in taken or any(want.get("optional") and overlap(want, have) for want in gold.claims):
            continue
        scores.value.fp += 1
        scores.by_kind[have["kind"]].fp += 1
        scores.differences.append(Difference("spurious", gold.title, None, have))
        scores.judged.append(Judged(have, right=False))


def _score_fields(scores: Scores, title: str, want: dict[str, Any], have: dict[str, Any]) -> None:
    right = {name for name, agrees in FIELDS.items() if agrees(want, have)}
    scores.fields.update(right)
    if "comparison" in accepted(want["kind"]):
        scores.comparison_count += 1
        scores.comparisons.update(right)
    is_claim = right.issuperset(CLAIM_FIELDS)
    scores.claims_right += is_claim
    scores.full_right += right.issuperset(FULL_FIELDS)
    scores.judged.append(Judged(have, right=is_claim))
    wrong = [name for name in FULL_FIELDS if name not in right]
    if wrong:
        scores.differences.append(Difference("fields " + ",".join(wrong), title, want, have))


def _score_devices(scores: Scores, gold: ScoredPaper, paper: ScoredPaper) -> None:
    needed = set(device_names([row["name"] for row in gold.hardware if not row.get("optional")]))
    optional = set(device_names([row["name"] for row in gold.hardware if row.get("optional")]))
    have = set(device_names([row["name"] for row in paper.hardware])) - (optional - needed)
    _score_sets(scores, scores.hardware, "hardware", gold.title, needed, have)


def _score_links(scores: Scores, gold: ScoredPaper, paper: ScoredPaper) -> None:
    needed, have = ({row["url"].rstrip("/") for row in one.links} for one in (gold, paper))
    _score_sets(scores, scores.links, "links", gold.title, needed, have)


def _score_sets(scores: Scores, tally: Tally, what: str, title: str, needed: set[str], have: set[str]) -> None:
    tally.tp += len(needed & have)
    tally.fp += len(have - needed)
    tally.fn += len(needed - have)
    if needed != have:
        difference = Difference(what, title, {"missed": sorted(needed - have)}, {"spurious": sorted(have - needed)})
        scores.differences.append(difference)


def _score_system(scores: Scores, gold: ScoredPaper, paper: ScoredPaper) -> None:
    if not gold.system:
        scores.systems_spurious += bool(paper.system)
        return
    scores.systems += 1
    if any(words(name) == words(paper.system) for name in accepted(gold.system)):
        scores.systems_right += 1
    else:
        scores.differences.append(Difference("system", gold.title, gold.system, paper.system))


def confidence_bands(
    judged: Sequence[Judged], edges: Sequence[float]
) -> Iterator[tuple[float, float, int, float, float]]:
    """Bands of confidence ``[low, high)``: how many claims, their mean confidence, and the share that is right."""
    for low, high in zip(edges, [*edges[1:], 1.01], strict=True):
        inside = [one for one in judged if low <= one.claim["confidence"] < high]
        if inside:
            mean = sum(one.claim["confidence"] for one in inside) / len(inside)
            yield low, min(high, 1.0), len(inside), mean, sum(one.right for one in inside) / len(inside)
