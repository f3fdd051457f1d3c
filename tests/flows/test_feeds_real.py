"""Real feeds: how many papers each gives, whole, cut off, with a broken record, and all of them as one."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from flows.feeds import FORMATS
from flows.feeds.dates import Dates
from flows.feeds.source import head
from tests.flows.feeds import COMPRESSED, read
from tests.flows.shared import feed

# By name: its format, its papers, its refusals.
REAL: dict[str, tuple[str, int, int]] = {
    "formats/arxiv-api-atom-10.xml": ("arxiv-api", 10, 0),
    "formats/arxiv-api-atom-single.xml": ("arxiv-api", 1, 0),
    "formats/hf-daily-papers-2025-11-24.json": ("hf-daily", 17, 0),
    "formats/kaggle-arxiv-metadata-oai-snapshot.50.jsonl": ("kaggle", 50, 0),
    "formats/oai-pmh-listrecords-arxiv-physics-hep-th.xml": ("oai-pmh", 3, 0),
    "hf-trending.txt": ("trending", 119, 0),
    "mixed-120.jsonl": ("jsonl", 120, 0),
}
ERROR = "formats/arxiv-api-atom-error.xml"

real = pytest.mark.parametrize(("name", "kind", "papers", "refused"), [(n, *of) for n, of in REAL.items()], ids=REAL)


@pytest.mark.shared
@real
def test_a_real_feed_is_whole(name: str, kind: str, papers: int, refused: int) -> None:
    found = read(feed(name))
    assert (len(found.papers), len(found.rejects), found.failure) == (papers, refused, None)
    assert {paper.source for paper in found.papers} == {kind}
    assert all(len(paper.abstract) > 100 and not paper.title.endswith(".xml") for paper in found.papers)
    if kind not in ("trending", "jsonl"):
        assert all(paper.arxiv_id and paper.published for paper in found.papers)
        assert all(paper.categories for paper in found.papers) == (kind != "hf-daily")


@pytest.mark.shared
@pytest.mark.parametrize("name", [*REAL, ERROR])
def test_one_sniffer_takes_it_before_all_others(name: str) -> None:
    start = head(feed(name))
    taken = [kind for kind, known in FORMATS.items() if known.fits(start, {})]
    assert taken[0] == (REAL[name][0] if name in REAL else "arxiv-api")
    assert set(taken[1:]) <= {"json", "jsonl", "atom"}


@pytest.mark.shared
@real
def test_a_real_feed_that_is_cut_off_says_so(tmp_path: Path, name: str, kind: str, papers: int, refused: int) -> None:
    data = feed(name).read_bytes()
    path = tmp_path / "cut"
    for share in (0.3, 0.5, 0.7, 0.9):
        path.write_bytes(data[: int(len(data) * share)])
        found = read(path, kind)
        assert len(found.papers) < papers
        assert found.failure or found.rejects


@pytest.mark.shared
@real
@pytest.mark.parametrize("compress", COMPRESSED.values(), ids=COMPRESSED)
def test_a_real_feed_compressed(
    tmp_path: Path, name: str, kind: str, papers: int, refused: int, compress: Callable[[bytes], bytes]
) -> None:
    path = tmp_path / "feed"
    path.write_bytes(compress(feed(name).read_bytes()))
    assert (len(read(path).papers), len(read(path, kind).rejects)) == (papers, refused)


@pytest.mark.shared
def test_the_message_of_an_error_is_no_paper() -> None:
    path = feed(ERROR)
    found = read(path)
    assert (found.papers, found.rejects) == ([], [])
    assert found.failure == f"{path}: arXiv answered with an error: incorrect id format for abc"


@pytest.mark.shared
def test_a_directory_of_all_formats_fails_for_the_error_when_the_others_are_read() -> None:
    folder = feed("formats")
    found = read(folder)
    assert len(found.papers) == sum(papers for name, (_, papers, _) in REAL.items() if name.startswith("formats/"))
    assert (
        found.failure
        == f"{folder}/arxiv-api-atom-error.xml: arXiv answered with an error: incorrect id format for abc"
    )


@pytest.mark.shared
def test_one_paper_from_two_feeds_is_one_paper(tmp_path: Path) -> None:
    """The first papers of the snapshot, as the other formats write them."""
    snapshot = read(feed("formats/kaggle-arxiv-metadata-oai-snapshot.50.jsonl")).papers
    path = tmp_path / "again.jsonl"
    with path.open("w") as stream:
        for paper in snapshot:
            url = f"http://arxiv.org/abs/{paper.arxiv_id}v3"
            print(json.dumps({"title": paper.title, "abstract": paper.abstract, "url": url}), file=stream)
    assert [paper.paper_id for paper in read(path).papers] == [paper.paper_id for paper in snapshot]


@pytest.mark.shared
@pytest.mark.parametrize("kind", ["formats/arxiv-api-atom-10.xml", "formats/hf-daily-papers-2025-11-24.json"])
def test_a_long_feed_takes_no_more_memory(tmp_path: Path, kind: str) -> None:
    """A real feed repeated many times: memory holds a few records, not the file."""
    text = feed(kind).read_text(encoding="utf-8")
    if text.startswith("["):
        data = text * 60
    else:
        begin, end = text.index("<entry>"), text.rindex("</entry>") + len("</entry>")
        data = text[:begin] + text[begin:end] * 280 + text[end:]
    path = tmp_path / "long"
    path.write_text(data)
    assert path.stat().st_size > 6_000_000
    tracemalloc.start()
    try:
        found = sum(1 for _ in FORMATS[REAL[kind][0]].records(path, {}, Dates()))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert found > 1000
    assert peak < 4_000_000
