"""What is found in a sentence, and what of it the values that follow may lean on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.claims.draft import Draft
from extractors.context.ranking import Candidate
from extractors.numbers.quantity import Quantity
from extractors.situation import Situation
from schemas.factor import Factor
from schemas.records import Claim, Mention


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a text before its quantities are read."""

    own_from: int  # the first sentence that speaks of the paper itself
    mentions: Sequence[Mention] = ()
    system: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A claim and how its factor came about."""

    claim: Claim
    factor: Factor | None
    settings: tuple[Candidate, ...] = ()  # what was considered, the best first


@dataclass(frozen=True, slots=True)
class Earlier:
    """A value that was read earlier in the sentence, and what it was found to be."""

    situation: Situation
    draft: Draft
    found: Found

    @property
    def quantity(self) -> Quantity:
        return self.situation.quantity

    @property
    def claim(self) -> Claim:
        return self.found.claim

    def stands_next_to(self, s: Situation) -> bool:
        """Whether no other quantity, not even one that is no claim, stands between this one and ``s``."""
        return self.situation.index == s.index - 1


SoFar = Sequence[Earlier]  # what was read so far, in reading order
