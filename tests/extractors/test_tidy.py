"""LaTeX makes no difference to what is read, and what is quoted is quoted as the text was given."""

from __future__ import annotations

import pytest

from extractors.engine import explain, extract, extract_paper
from extractors.text import Document
from schemas.records import Claim, Refusal, Span

# The same sentence in LaTeX and without.
PAIRS = (
    (
        r"Our $\textsc{Korb}$ pager cuts the average fault rate from $7.2$ to $4.1$ on three traces.",
        "Our Korb pager cuts the average fault rate from 7.2 to 4.1 on three traces.",
    ),
    (
        r"It gains $6.5\times$ over {\bf Plinth} and $2.25\times$ over \emph{Osier} at $\sim 40$\,W.",
        "It gains 6.5x over Plinth and 2.25x over Osier at ~40W.",
    ),
    (
        r"Sorting needs $31\%$ less time, compared with $12\%$ for radix and $9\%$ for merge~\cite{roe2019merge}.",
        "Sorting needs 31% less time, compared with 12% for radix and 9% for merge.",
    ),
    (
        r"The filter keeps $\mathbf{88.4\%}$ of the recall with up to $3\times$ prefill speedup.",
        "The filter keeps 88.4% of the recall with up to 3x prefill speedup.",
    ),
    (
        r"This gives $\times 6.3$ and $\times 2.9$ fewer stalls than FIFO and LIFO, respectively.",
        "This gives x 6.3 and x 2.9 fewer stalls than FIFO and LIFO, respectively.",
    ),
)


def read(claim: Claim) -> tuple[object, ...]:
    return (
        claim.kind, claim.low, claim.high, claim.unit, claim.metric, claim.direction, claim.qualifier,
        claim.statistic, claim.attribution, claim.factor_low, claim.baseline, claim.setting,
    )  # fmt: skip


@pytest.mark.parametrize(("latex", "plain"), PAIRS, ids=lambda text: text[:24])
def test_latex_reads_like_the_same_words_without_it(latex: str, plain: str) -> None:
    assert [read(claim) for claim in extract(latex)] == [read(claim) for claim in extract(plain)]
    assert extract(latex)


@pytest.mark.parametrize("latex", [latex for latex, _ in PAIRS], ids=lambda text: text[:24])
def test_all_that_is_quoted_stands_in_the_given_text(latex: str) -> None:
    text = f"We present a pager. {latex} It runs on an RTX~3090 in 1{{,}}024 slots."
    paper = extract_paper("Of pagers", text)
    spans: list[Span | Refusal] = [*paper.claims, *paper.mentions, *paper.refusals]
    assert len(spans) > len(paper.claims) > 2
    for span in spans:
        assert text[span.start_char : span.end_char] == span.quote or span.field.value == "title"
    for claim in paper.claims:
        assert claim.quote in claim.sentence
        assert claim.sentence in text


def test_marks_that_a_quote_opens_are_closed_in_it() -> None:
    found, _ = explain(r"It is 20\,\mathrm{FPS}, $3\times$ faster than the \textit{Osier} pager of \textit{Plinth}.")
    claims = [one.claim for one in found]
    assert [claim.quote for claim in claims] == [r"20\,\mathrm{FPS}", r"3\times"]
    assert claims[1].baseline == r"the \textit{Osier} pager of \textit{Plinth}"


@pytest.mark.parametrize(
    ("given", "tidy"),
    [
        (r"a $2.4\times$ gain", "a 2.4x gain"),
        (r"3~GB of {\it hot} data", "3 GB of hot data"),
        (r"\alpha\beta and $1$$2$", "alpha beta and 1 2"),
        (r"as before~\citep[p.~3]{roe}, so", "as before, so"),
        ("no LaTeX, ~5 ms", "no LaTeX, ~5 ms"),
    ],
)
def test_what_is_left_and_where_it_stands(given: str, tidy: str) -> None:
    doc = Document(given)
    assert doc.view == tidy
    assert len(doc.text) == len(doc.view)
    for at, char in enumerate(doc.view):
        start, end = doc.given_span(at, at + 1)
        assert end == start + 1
        assert char in (given[start], " ", "x") or given[start] == "\\"
        assert doc.tidy_span(start, end) == (at, at + 1)
