"""What a paper, a claim, a mention, a link and a refusal are, as plain immutable records."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from schemas.identity import fold_space, normalise_arxiv_id, normalise_doi, paper_id
from schemas.vocabulary import (
    Attribution,
    DeviceClass,
    Direction,
    Field,
    Kind,
    LinkType,
    Metric,
    Qualifier,
    Stage,
    Statistic,
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper as a feed gave it, white space folded; make one with :meth:`of`."""

    paper_id: str
    title: str
    abstract: str
    source: str  # the kind of feed it came from
    url: str | None = None
    arxiv_id: str | None = None
    doi: str | None = None
    published: dt.date | None = None
    categories: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        title: str,
        abstract: str,
        *,
        source: str,
        url: str | None = None,
        arxiv_id: str | None = None,
        doi: str | None = None,
        published: dt.date | None = None,
        categories: tuple[str, ...] = (),
    ) -> Paper:
        """Fold the texts, normalise the identifiers and derive the paper's id.

        An arXiv id or a DOI is also read off ``url`` when it is not given.
        """
        title, abstract = fold_space(title), fold_space(abstract)
        arxiv = normalise_arxiv_id(arxiv_id) or normalise_arxiv_id(url)
        known_doi = normalise_doi(doi) or normalise_doi(url)
        return cls(
            paper_id=paper_id(title, arxiv, known_doi),
            title=title,
            abstract=abstract,
            source=source,
            url=url or None,
            arxiv_id=arxiv,
            doi=known_doi,
            published=published,
            categories=tuple(categories),
        )


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``[start_char, end_char)`` of one text, in code points, and what stands there."""

    field: Field
    start_char: int
    end_char: int
    quote: str


@dataclass(frozen=True, slots=True)
class Claim(Span):
    """One number that a paper asserts."""

    kind: Kind
    low: float
    high: float
    unit: str
    metric: Metric
    qualifier: Qualifier = Qualifier.EXACT
    statistic: Statistic | None = None
    direction: Direction | None = None
    baseline: str | None = None
    setting: str | None = None
    hardware: tuple[str, ...] = ()
    attribution: Attribution = Attribution.OWN
    factor_low: float | None = None
    factor_high: float | None = None
    sentence: str = ""
    rule: str = ""  # what found it
    confidence: float = 1.0  # 0 to 1: the share of such claims that are right


@dataclass(frozen=True, slots=True)
class Mention(Span):
    """A named device in a text, with its canonical name."""

    name: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Link(Span):
    """A URL in a text; ``repo`` is ``host/owner/name`` of a repository, ``ref`` its branch, tag or commit."""

    url: str
    type: LinkType
    repo: str | None = None
    ref: str | None = None


@dataclass(frozen=True, slots=True)
class Device:
    """A known device, as its maker's public figures have it; null where unknown."""

    name: str  # canonical, with the vendor
    vendor: str | None
    device_class: DeviceClass
    family: str | None = None
    released: int | None = None  # year
    memory_gb: float | None = None
    fp16_tflops: float | None = None  # dense, without sparsity
    bandwidth_gbs: float | None = None  # of its memory, GB/s
    tdp_w: float | None = None
    architecture: str | None = None  # without the vendor: "Hopper", "Zen 3"
    aliases: tuple[str, ...] = ()  # further names
    accelerators: int | None = None  # devices in a system, chips on a board of several
    accelerator: str | None = None  # the canonical name of the device that a system holds


@dataclass(frozen=True, slots=True)
class Refusal:
    """A number that was looked at and is not a claim, and why."""

    field: Field
    start_char: int
    end_char: int
    quote: str
    reason: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one paper."""

    claims: tuple[Claim, ...] = ()
    mentions: tuple[Mention, ...] = ()
    links: tuple[Link, ...] = ()
    system: str | None = None
    refusals: tuple[Refusal, ...] = ()
    failures: tuple[str, ...] = ()  # a step that gave up, such as a pattern over its time limit


@dataclass(frozen=True, slots=True)
class Reject:
    """An input or a row that did not get in."""

    stage: Stage
    locator: str  # file and line, or paper
    reason: str
    payload: str = field(default="")
