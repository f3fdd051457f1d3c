"""BibTeX: what its fields mean, and its LaTeX as text."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from flows.feeds.latex import plain
from tests.flows.feeds import read


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "feed.bib"


def entry(more: str = "", key: str = "a1", title: str = "Sorter") -> str:
    return f"@Article{{{key}, TITLE = {{{title}}}, abstract = {{It is 2x faster.}}{more}}}\n"


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (", year = 2024, month = feb, day = 29", dt.date(2024, 2, 29)),
        (", year = {2024}, month = {February}", dt.date(2024, 2, 1)),
        (', year = "2024", month = 2', dt.date(2024, 2, 1)),
        (", year = {2024}", dt.date(2024, 1, 1)),
        (", date = {2024-02-29}, year = 2020", dt.date(2024, 2, 29)),
        (", date = {2024-02}", dt.date(2024, 2, 1)),
        (", year = {in press}", None),
        (", year = 2024, month = 13", dt.date(2024, 1, 1)),
        ("", None),
    ],
)
def test_the_date(path: Path, more: str, expected: dt.date | None) -> None:
    path.write_text(entry(more))
    assert [paper.published for paper in read(path).papers] == [expected]


def test_a_year_that_is_none_is_said(path: Path) -> None:
    path.write_text(entry(", date = {30/02/2024}") + entry(", year = {in press}", "b", "Other"))
    found = read(path)
    assert found.titles == ["Sorter", "Other"]
    said = "date is no date such as 2024-12-31: '30/02/2024'; it is left out, as in 1 more record"
    assert found.said == [(f"{path}:1", said)]


def test_identifiers_and_keywords(path: Path) -> None:
    path.write_text(
        entry(
            ", eprint = {hep-th/9901001v2}, archivePrefix = {arXiv}, doi = {10.1000/X}, keywords = {sorting, search}"
        )
        + entry(', url = "https://arxiv.org/abs/2401.00002", primaryClass = {cs.DC}', "a2", "Other")
    )
    one, two = read(path).papers
    assert (one.paper_id, one.doi, one.categories) == ("arxiv:hep-th/9901001", "10.1000/x", ("sorting", "search"))
    assert (two.paper_id, two.categories) == ("arxiv:2401.00002", ("cs.DC",))


def test_what_is_no_entry_is_passed_over(path: Path) -> None:
    path.write_text(
        "This file was made by hand.\n% sorted by hand\n@comment{nothing}\n@string{acl = {ACL}}\n@preamble{ {x} }\n"
        + entry()
    )
    found = read(path)
    assert (found.titles, found.rejects, found.failure) == (["Sorter"], [], None)


def test_a_page_that_quotes_an_entry_is_none(path: Path) -> None:
    path.write_text(f"# Sorter\n\nPlease cite\n\n```\n{entry()}```\n")
    assert "is in no known feed format" in str(read(path).failure)


def test_entries_that_are_no_paper_are_refused_with_their_line(path: Path) -> None:
    path.write_text(
        entry()
        + "@book{b, title = {A Book}}\n"
        + "@article{c, title = {Half, abstract = {never closed},\n"
        + entry(key="a1", title="The Same Key")
        + "@article{d, title = {Cut}, abstract = {It is"
    )
    found = read(path)
    assert found.titles == ["Sorter", "The Same Key"]
    no_end = "not BibTeX: the entry has no end, or a field of it has none"
    assert found.reasons == [(f"{path}:2", "no abstract"), (f"{path}:3", no_end), (f"{path}:5", no_end)]


def test_a_large_file_is_read_in_parts(path: Path) -> None:
    path.write_text(
        "".join(entry(f", note = {{{'x' * 300}}}", f"k{n}", f"Sorter {n}") + "\n" for n in range(1, 2001))
    )
    found = read(path)
    assert (len(found.papers), found.rejects) == (2000, [])
    path.write_text(path.read_text().replace("TITLE = {Sorter 1999}, ", ""))
    assert read(path).reasons == [(f"{path}:{1999 * 2 - 1}", "no title")]


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        ("{BERT}: {P}re-training", "BERT: Pre-training"),
        (r"G{\"o}del, \'Etude, Mart{\'\i}n, {\v{S}}, \c{c}a, na\"{\i}ve", "Gödel, Étude, Martín, Š, ça, naïve"),
        (r"Stra{\ss}e, \O re, {\L}ukasz, {\ae}", "Straße, Øre, Łukasz, æ"),
        (r"2{\%} of \& and \_", "2% of & and _"),
        (r"\emph{fast} and \textbf{faster}", "fast and faster"),
        (r"at $10^{5}$ {GB} or $\frac{1}{2}$", r"at $10^{5}$ GB or $\frac{1}{2}$"),
        (r"\(x_{1}\) and {y}", r"\(x_{1}\) and y"),
        (r"see \footnote{x} {y}", r"see \footnote{x} {y}"),
        (r"costs \$5 and {x}", r"costs \$5 and x"),
        ("no LaTeX, 5% of it", "no LaTeX, 5% of it"),
    ],
)
def test_latex_that_only_writes_text_is_resolved(latex: str, text: str) -> None:
    assert plain(latex) == text
