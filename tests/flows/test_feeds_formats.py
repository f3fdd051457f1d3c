"""What holds for every format: all fields of all papers, one's damage is not another's, no end is overlooked."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from flows.feeds import FORMATS
from flows.feeds.source import HEAD_BYTES
from tests.flows.feed_samples import (
    ALL,
    CATEGORIES,
    COUNT,
    MARK,
    SAMPLES,
    Sample,
    arxiv_id,
    doi,
    folded,
    published,
    title,
)
from tests.flows.feeds import COMPRESSED, read

samples = pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "feed"


@samples
def test_every_field_of_every_paper(path: Path, sample: Sample) -> None:
    path.write_bytes(sample.data())
    found = read(path)
    assert (found.failure, found.rejects) == (None, [])
    assert found.titles == [title(number) for number in ALL]
    for number, paper in zip(ALL, found.papers, strict=True):
        assert (paper.abstract, paper.published, paper.source) == (folded(number), published(number), sample.name)
        assert (paper.arxiv_id, paper.paper_id) == (arxiv_id(number), f"arxiv:{arxiv_id(number)}")
        assert paper.doi == (doi(number) if sample.has_doi else None)
        assert paper.categories == (CATEGORIES if sample.has_categories else ())


@samples
def test_only_its_own_sniffer_takes_it(sample: Sample) -> None:
    taken = [name for name, known in FORMATS.items() if known.fits(sample.text()[:HEAD_BYTES], {})]
    general = {"kaggle": {"jsonl"}, "arxiv-api": {"atom"}, "hf-daily": {"json", "jsonl"}, "json": {"jsonl"}}
    assert taken[0] == sample.name
    assert set(taken[1:]) <= general.get(sample.name, set())


@samples
@pytest.mark.parametrize("compress", COMPRESSED.values(), ids=COMPRESSED)
def test_compressed(path: Path, sample: Sample, compress: Callable[[bytes], bytes]) -> None:
    path.write_bytes(compress(sample.data()))
    found = read(path)
    assert (found.titles, found.rejects, found.failure) == ([title(number) for number in ALL], [], None)


def cut_short(record: bytes, _: Sample) -> bytes:
    return record[: record.index(b"QuickTool")]


def without_beginning(record: bytes, _: Sample) -> bytes:
    return record[record.index(b"QuickTool") :]


def without_abstract(record: bytes, sample: Sample) -> bytes:
    key = sample.abstract_key.encode()
    return record.replace(key, b"nothing")


def with_empty_title(record: bytes, _: Sample) -> bytes:
    return re.sub(rb"\{?Sorter\d\}?: [^\n]*?Speed", b"", record)


def not_utf8(record: bytes, _: Sample) -> bytes:
    return record.replace(MARK.encode(), b"Zo\xff\xfe")


def with_a_stray_sign(record: bytes, sample: Sample) -> bytes:
    return record.replace(b"faster", f"fas{sample.stray}ter".encode())


DAMAGES = {
    "cut short": cut_short,
    "without its beginning": without_beginning,
    "without an abstract": without_abstract,
    "with an empty title": with_empty_title,
    "not UTF-8": not_utf8,
    "with a stray sign": with_a_stray_sign,
}


BROKEN = {
    f"{name}, {how}": (sample, damage)
    for name, sample in SAMPLES.items()
    for how, damage in DAMAGES.items()
    if sample.name != "csv" or damage is not without_abstract  # whose name stands in the first line only
}


@pytest.mark.parametrize(("sample", "damage"), BROKEN.values(), ids=BROKEN)
def test_the_damage_of_one_record_costs_that_record(
    path: Path, sample: Sample, damage: Callable[[bytes, Sample], bytes]
) -> None:
    for broken in ALL:
        records = [sample.record(number).encode() for number in ALL]
        records[broken - 1] = damage(records[broken - 1], sample)
        path.write_bytes(sample.data(records))
        found = read(path, sample.name)
        assert found.titles == [title(number) for number in ALL if number != broken]
        assert {paper.abstract for paper in found.papers} <= {folded(number) for number in ALL}
        if broken == COUNT and damage is cut_short and found.failure:
            continue  # as if the file were cut off there
        assert found.failure is None
        assert found.rejects
        for reject in found.rejects:
            line = int(reject.locator.removeprefix(f"{path}:"))
            assert sample.line(broken) <= line <= sample.line(broken) + records[broken - 1].count(b"\n")
            assert reject.payload
        assert len(found.rejects) == 1 or (sample.name == "csv" and damage is without_beginning)


@samples
def test_a_file_that_is_cut_off_keeps_what_is_whole_and_says_so(path: Path, sample: Sample) -> None:
    data = sample.data()
    records = [sample.record(number).encode() for number in ALL]
    ends = [len(sample.data(records[:number])) - len(sample.foot.encode()) for number in ALL]
    head = len(sample.head.encode())
    for cut in range(head + 1, len(data.rstrip()), 17):
        path.write_bytes(data[:cut])
        found = read(path, sample.name)
        whole = sum(end <= cut for end in ends)
        rest = data[max([head, *(end for end in ends if end <= cut)]) : cut].strip().strip(b",")
        assert found.titles[:whole] == [title(number) for number in ALL][:whole]
        if rest or sample.ends_visibly:
            assert found.failure or found.rejects or found.notices
        if sample.ends_visibly:
            assert found.failure
        assert len(found.papers) == whole or (sample.name == "csv" and found.said[-1][1].startswith("the last line"))


@samples
def test_listed_twice(path: Path, sample: Sample) -> None:
    records = [sample.record(number).encode() for number in (1, 2, 1)]
    path.write_bytes(sample.data(records))
    found = read(path)
    assert found.titles == [title(1), title(2)]
    first = sample.line(1)
    again = first + sum(data.count(b"\n") for data in (*records[:2], *[sample.joint.encode()] * 2))
    assert found.reasons == [(f"{path}:{again}", f"listed before, at {path}:{first}")]


@samples
def test_without_a_record(path: Path, sample: Sample) -> None:
    path.write_bytes(sample.data([]))
    found = read(path, sample.name)
    assert found.papers == []
    if sample.text([]) == "{}":
        assert found.reasons == [(f"{path}:1", "no title")]
    elif not sample.data([]).strip():
        assert found.failure == f"{path}: is empty"
    else:
        assert (found.failure, found.rejects) == (None, [])


@samples
def test_a_byte_order_mark_and_carriage_returns(path: Path, sample: Sample) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + sample.data().replace(b"\n", b"\r\n"))
    found = read(path)
    assert (found.titles, found.rejects, found.failure) == ([title(number) for number in ALL], [], None)
    assert [paper.abstract for paper in found.papers] == [folded(number) for number in ALL]


@samples
def test_small_reads_make_no_difference(path: Path, sample: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_bytes(sample.data())
    for size in (1, 7, 64, 1000):
        monkeypatch.setattr("flows.feeds.source._CHUNK_BYTES", size)
        found = read(path)
        assert (len(found.papers), found.rejects, found.failure) == (COUNT, [], None)


@samples
def test_read_as_another_format_it_holds_no_paper(path: Path, sample: Sample) -> None:
    path.write_bytes(sample.data())
    kin = {"atom", "arxiv-api"} if sample.text()[0] == "<" else {"kaggle", "json", "jsonl", "hf-daily"}
    for name in FORMATS:
        if name == sample.name or {name, sample.name} <= kin or name == "trending":
            continue
        found = read(path, name)
        assert found.papers == []
        assert found.failure or found.rejects or found.notices
