"""CSV and Parquet: which columns are read, and what one bad row costs."""

from __future__ import annotations

import datetime as dt
import gzip
import io
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from flows.feeds import FeedError, open_feed
from tests.flows.feeds import read

ROW = {"title": "Sorter", "abstract": "It is 2x faster."}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "feed"


def parquet(rows: list[dict[str, Any]], schema: pa.Schema | None = None) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows, schema=schema), out, row_group_size=3)
    return out.getvalue()


def test_the_columns_of_parquet_by_their_names_and_types(path: Path) -> None:
    row = ROW | {
        "arxiv_id": "2401.00001v2",
        "Publication Date": dt.datetime(2024, 2, 29, 23, 0),
        "categories": ["cs.DC", "cs.LG"],
        "doi": "10.1000/X",
        "link": "https://example.org/1",
        "votes": 3,
    }
    path.write_bytes(parquet([row, row | {"arxiv_id": "2401.00002", "title": "Other", "doi": None, "link": None}]))
    one, two = read(path).papers
    assert (one.arxiv_id, one.doi, one.published) == ("2401.00001", "10.1000/x", dt.date(2024, 2, 29))
    assert (one.url, one.categories, one.source) == ("https://example.org/1", ("cs.DC", "cs.LG"), "parquet")
    assert (two.title, two.doi, two.url) == ("Other", None, None)


def test_a_bad_row_of_parquet_is_refused_with_its_number(path: Path) -> None:
    rows = [ROW | {"title": f"Title {number}"} for number in range(1, 9)]
    rows[2]["abstract"] = None  # type: ignore[assignment]
    rows[5]["title"] = " "
    path.write_bytes(parquet(rows))
    found = read(path)
    assert found.titles == [f"Title {number}" for number in (1, 2, 4, 5, 7, 8)]
    assert found.reasons == [(f"{path}:3", "no abstract"), (f"{path}:6", "no title")]


def test_bytes_of_parquet_that_are_not_utf8_cost_their_row(path: Path) -> None:
    texts = pa.array([b"It is 2x faster.", b"caf\xe9", b"It is 3x faster."], pa.binary()).cast(
        pa.string(), safe=False
    )
    table = pa.table({"title": ["A", "B", "C"], "abstract": texts})
    pq.write_table(table, path)
    found = read(path)
    assert found.titles == ["A", "C"]
    assert found.reasons == [(f"{path}:2", "not UTF-8: byte 0xe9 at byte 4 of a field")]


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_parquet_that_is_cut_off_is_refused(path: Path, share: float) -> None:
    data = parquet([ROW | {"title": f"Title {number}"} for number in range(100)])
    path.write_bytes(data[: int(len(data) * share)])
    found = read(path)
    assert found.papers == []
    assert str(found.failure).startswith(f"{path}: the Parquet data is damaged and can not be read (")
    assert "\n" not in str(found.failure)


def test_damage_inside_parquet_keeps_what_is_before_it(path: Path) -> None:
    rows = [ROW | {"title": f"Title {number}"} for number in range(1, 2001)]
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), out, row_group_size=500, compression="gzip")
    data = bytearray(out.getvalue())
    place = pq.ParquetFile(io.BytesIO(data)).metadata.row_group(2).column(0).data_page_offset
    data[place + 20 : place + 80] = b"\0" * 60
    path.write_bytes(data)
    found = read(path)
    assert len(found.papers) == 1000
    assert str(found.failure).startswith(f"{path}: the Parquet data is damaged after row 1000 (")


def test_compressed_parquet(path: Path) -> None:
    path.write_bytes(gzip.compress(parquet([ROW])))
    assert read(path).titles == ["Sorter"]


def csv(*lines: str) -> bytes:
    return "".join(line + "\n" for line in lines).encode()


def both(header: list[str], values: list[str]) -> list[bytes]:
    return [csv(",".join(header), ",".join(values)), parquet([dict(zip(header, values, strict=True))])]


@pytest.mark.parametrize("data", both(["name", "tldr", "when"], ["Sorter", "It is 2x faster.", "2024-02-29"]))
def test_names_that_are_not_recognised_can_be_given(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    columns = {"title": "name", "abstract": "tldr", "published": "when"}
    [paper] = read(path, columns=columns).papers
    assert (paper.title, paper.abstract, paper.published) == ("Sorter", "It is 2x faster.", dt.date(2024, 2, 29))
    [paper] = read(path, columns={**columns, "published": ""}).papers
    assert paper.published is None
    failure = read(path, "csv" if data.startswith(b"name") else "parquet", columns | {"abstract": "tl;dr"}).failure
    assert failure == f"{path}: has no column 'tl;dr' for the abstract; it has: name, tldr, when"


TABLES = both(["Title", "abstract"], ["Sorter", "It is 2x faster."])


@pytest.mark.parametrize("field", ["title", "abstract", "doi"])
@pytest.mark.parametrize("data", [*TABLES, TABLES[0].replace(b",", b";")], ids=["csv", "parquet", "semicolons"])
def test_a_name_that_no_column_has_is_said_on_opening(path: Path, data: bytes, field: str) -> None:
    path.write_bytes(data)
    with pytest.raises(FeedError) as caught:
        open_feed(path, columns={field: "nosuch"})
    assert str(caught.value) == f"{path}: has no column 'nosuch' for the {field}; it has: Title, abstract"


def test_a_table_is_known_by_one_name_that_is_given_and_there(path: Path) -> None:
    path.write_bytes(csv("name,tldr", "Sorter,It is 2x faster."))
    with pytest.raises(FeedError) as caught:
        open_feed(path, columns={"title": "name", "abstract": "tl;dr"})
    assert str(caught.value) == f"{path}: has no column 'tl;dr' for the abstract; it has: name, tldr"


def test_of_a_directory_the_table_without_the_column_fails(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(csv("title,abstract", "A,It is 2x faster."))
    with pytest.raises(FeedError) as caught:
        open_feed(tmp_path, columns={"abstract": "tldr"})
    assert str(caught.value) == (
        f"{tmp_path}: its only file is no feed; "
        f"{tmp_path / 'a.csv'}: has no column 'tldr' for the abstract; it has: title, abstract"
    )
    (tmp_path / "b.csv").write_bytes(csv("title,tldr", "B,It is 2x faster."))
    found = read(tmp_path, columns={"abstract": "tldr"})
    assert found.titles == ["B"]
    assert found.failure == f"{tmp_path / 'a.csv'}: has no column 'tldr' for the abstract; it has: title, abstract"


@pytest.mark.parametrize("data", both(["title", "text"], ["Sorter", "It is 2x faster."]))
def test_a_column_that_is_missing_is_said_with_those_that_are_there(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    failure = read(path, "csv" if data.startswith(b"title") else "parquet").failure
    assert failure == f"{path}: has no column for the abstract; it has: title, text; name it by --abstract-column"


@pytest.mark.parametrize("columns", [None, {"abstract": "abstract"}])
def test_a_name_that_two_columns_have_is_not_guessed_at(path: Path, columns: dict[str, str] | None) -> None:
    path.write_bytes(csv("title,abstract,note,abstract,note", "Sorter,It is 2x faster.,,It is 3x faster.,"))
    listed = "title, abstract, note, abstract, note"
    said = f"{path}: has 2 columns 'abstract', and one abstract only; it has: {listed}"
    assert read(path, columns=columns).failure == said
    table = pa.Table.from_arrays(
        [["Sorter"], ["It is 2x faster."], ["It is 3x faster."]], ["title", *["abstract"] * 2]
    )
    pq.write_table(table, path)
    assert str(read(path, columns=columns).failure).startswith(f"{path}: has 2 columns 'abstract', and one abstract")


def test_a_line_of_names_that_is_none(path: Path) -> None:
    path.write_bytes(b"title,abs\rtract\nSorter,It is 2x faster.\n")
    assert str(read(path, "csv").failure).startswith(f"{path}: the line of names is not CSV: ")


def test_a_name_in_parquet_that_is_not_utf8(path: Path) -> None:
    path.write_bytes(parquet([ROW]).replace(b"title", b"\xe5itle"))
    failure = str(read(path).failure)
    assert failure.startswith(f"{path}: the Parquet data is damaged and can not be read (")


def test_names_are_for_formats_that_have_them(path: Path) -> None:
    path.write_text("<rss><channel/></rss>")
    with pytest.raises(FeedError, match="is rss; names of columns are for json, jsonl, parquet, csv"):
        open_feed(path, columns={"title": "name"})


def test_a_byte_order_mark_and_blank_lines_of_csv(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + csv("", "Title,Abstract", "", "Sorter,It is 2x faster.", "", ""))
    found = read(path)
    assert (found.titles, found.rejects) == (["Sorter"], [])
    assert found.said == [(f"{path}:1", "a byte order mark was taken off")]


def test_a_quote_that_is_never_closed_costs_one_row(path: Path) -> None:
    rows = [f'{number},Title {number},"It is {number}x faster, says ""Zoë""."' for number in range(1, 3000)]
    rows[10] = '11,"Title 11,It is 11x faster.'
    path.write_bytes(csv("id,title,abstract", *rows))
    found = read(path)
    assert found.titles == [f"Title {number}" for number in range(1, 3000) if number != 11]
    assert [place for place, _ in found.reasons] == [f"{path}:12"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("1,Sorter", "2 fields, where the first line has 3"),
        ("1,Sorter,It is, 2x faster.", "4 fields, where the first line has 3"),
        ("1,,It is 2x faster.", "no title"),
        ("Sorter", "1 field, where the first line has 3"),
        ('1,"Sorter"x,It', "not CSV: ',' expected after '\"'"),
    ],
)
def test_a_bad_row_of_csv_is_refused_with_its_line(path: Path, row: str, reason: str) -> None:
    path.write_bytes(csv("id,title,abstract", "1,A,It is 2x faster.", row, "2,B,It is 3x faster."))
    found = read(path)
    assert (found.titles, found.reasons) == (["A", "B"], [(f"{path}:3", reason)])


def test_the_last_line_without_an_end_is_told_of(path: Path) -> None:
    path.write_bytes(csv("title,abstract", "A,It is 2x faster.")[:-1])
    [(place, message)] = read(path).said
    assert (place, message.partition(";")[0]) == (f"{path}:2", "the last line has no end")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("cs.DC cs.LG", ("cs.DC", "cs.LG")),
        ("Sorting; Machine Learning", ("Sorting", "Machine Learning")),
        ("cs.DC|cs.LG", ("cs.DC", "cs.LG")),
        ("['cs.DC', 'cs.LG']", ("cs.DC", "cs.LG")),
        ("cs.DC", ("cs.DC",)),
        ("", ()),
    ],
)
def test_categories_in_one_column(path: Path, written: str, expected: tuple[str, ...]) -> None:
    path.write_bytes(csv("title\tabstract\tcategories", f"A\tIt is 2x faster.\t{written}"))
    [paper] = read(path).papers
    assert paper.categories == expected


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-02-29", 29),
        ("2024-02-29T10:00:00Z", 29),
        ("2024-02-29 10:00:00 UTC", 29),
        ("Thu, 29 Feb 2024 10:00:00 GMT", 29),
        ("20240229", 29),
        ("2024-02", 1),
        ("2024-2", 1),
        (" ", None),
    ],
)
def test_dates(path: Path, written: str, day: int | None) -> None:
    path.write_bytes(csv("title,abstract,date", f'A,It is 2x faster.,"{written}"'))
    found = read(path)
    assert [paper.published for paper in found.papers] == [dt.date(2024, 2, day) if day else None]
    assert found.said == []


@pytest.mark.parametrize("year", [2024, "2024", 2024.0, 20240101])
def test_a_year_is_its_first_day(path: Path, year: object) -> None:
    path.write_bytes(parquet([{**ROW, "Publication Date": year}]))
    found = read(path)
    assert ([paper.published for paper in found.papers], found.said) == ([dt.date(2024, 1, 1)], [])


def test_a_date_that_is_none_costs_no_paper_and_is_said_once(tmp_path: Path) -> None:
    rows = ["A,It is 2x faster.,2024", "B,,9/9", "C,It is 3x faster.,31/12/2024", "D,It is 4x faster.,2024-13"]
    (tmp_path / "a.csv").write_bytes(csv("title,abstract,date", *rows))
    (tmp_path / "b.jsonl").write_text('{"title": "E", "abstract": "It is 5x faster.", "date": [2024, 1]}\n')
    found = read(tmp_path)
    assert [paper.published for paper in found.papers] == [dt.date(2024, 1, 1), None, None, None]
    assert found.reasons == [(f"{tmp_path / 'a.csv'}:3", "no abstract")]
    said = "date is no date such as 2024-12-31: '31/12/2024'; it is left out, as in 2 more records"
    assert found.said == [(f"{tmp_path / 'a.csv'}:4", said)]
