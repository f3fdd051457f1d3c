"""The text of a page of trending papers: lines in pairs, and all the ways in which they are not."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from flows import sample
from flows.feeds import FeedError, Notice, open_feed
from schemas.records import Paper, Reject
from tests.flows.shared import feed

HEADER, MARK = 2, "Subscribe"
LINES = sample.path().read_text(encoding="utf-8").splitlines()
CONTENT = [LINES[HEADER].removeprefix(MARK), *LINES[HEADER + 1 :]]
PAIRS = list(zip(CONTENT[::2], CONTENT[1::2], strict=True))


@dataclass
class Read:
    papers: list[tuple[str, str]]
    rejects: list[Reject]
    notices: list[str]


def read(path: Path, name: str | None = None) -> Read:
    found = Read([], [], [])
    for record in open_feed(path, name).records():
        match record:
            case Paper():
                found.papers.append((record.title, record.abstract))
            case Reject():
                found.rejects.append(record)
            case Notice():
                found.notices.append(record.message)
    return found


def page(path: Path, lines: Sequence[str], end: str = "\n") -> Path:
    path.write_bytes("".join(line + end for line in lines).encode())
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "page.txt"


def test_the_sample_is_forty_pairs() -> None:
    found = read(sample.path())
    assert found.papers == PAIRS
    assert found.rejects == []
    assert found.notices == ["2 lines of page header passed over"]


@pytest.mark.parametrize(
    "header",
    [
        [],
        ["Get the daily e-mail"],
        ["Papers of the day", "picked by readers", "Get them by e-mail"],
        ["New papers every morning", "Sign up", "Log in", "Your inbox, once a day"],
    ],
)
@pytest.mark.parametrize("mark", [MARK, ""])
def test_headers_of_any_length(path: Path, header: list[str], mark: str) -> None:
    if not mark and len(header) > 1:
        header = header[-1:]
    found = read(page(path, [*header, mark + CONTENT[0], *CONTENT[1:]]))
    assert found.papers == PAIRS
    assert found.rejects == []


def test_the_button_on_a_line_of_its_own(path: Path) -> None:
    assert read(page(path, [*LINES[:HEADER], MARK, *CONTENT])).papers == PAIRS


def test_a_title_that_begins_with_the_word_keeps_it(path: Path) -> None:
    lines = [LINES[0], "Subscribers of Topics: Who Reads What and Why", *CONTENT[1:]]
    assert read(page(path, lines), "trending").papers[0][0] == lines[1]


@pytest.mark.parametrize("end", ["\r\n", "\n\n", "\r\n\r\n", "  \n", "\n \t\n"])
def test_line_ends_and_blank_lines(path: Path, end: str) -> None:
    found = read(page(path, LINES, end))
    assert found.papers == PAIRS
    assert found.rejects == []
    assert any("CR LF" in notice for notice in found.notices) == ("\r" in end)
    assert any("blank line" in notice for notice in found.notices) == (end.count("\n") > 1)


def test_byte_order_mark(path: Path) -> None:
    found = read(page(path, ["\ufeff" + LINES[0], *LINES[1:]]))
    assert found.papers == PAIRS
    assert "a byte order mark was taken off" in found.notices


@pytest.mark.parametrize("at", [0, 7, 20, len(PAIRS) - 1])
def test_a_title_without_an_abstract_moves_nothing(path: Path, at: int) -> None:
    lines = list(LINES)
    del lines[HEADER + 2 * at + 1]
    found = read(page(path, lines))
    assert found.papers == PAIRS[:at] + PAIRS[at + 1 :]
    [reject] = found.rejects
    assert (reject.stage, reject.reason) == ("split", "a title without an abstract")
    assert reject.locator == f"{path}:{HEADER + 2 * at + 1}"
    assert reject.payload == PAIRS[at][0]


@pytest.mark.parametrize("at", [0, 7, 20, len(PAIRS) - 1])
def test_an_abstract_without_a_title_moves_nothing(path: Path, at: int) -> None:
    lines = list(LINES)
    del lines[HEADER + 2 * at]
    found = read(page(path, lines), "trending")
    assert found.papers == PAIRS[:at] + PAIRS[at + 1 :]
    [reject] = found.rejects
    assert reject.reason == "text that belongs to no title"
    assert reject.payload == PAIRS[at][1]


@pytest.mark.parametrize("at", [0, 5, 19, len(PAIRS) - 1])
def test_an_abstract_over_two_lines_is_joined(path: Path, at: int) -> None:
    place = HEADER + 2 * at + 1
    middle = LINES[place].index(" ", len(LINES[place]) // 2)
    found = read(page(path, [*LINES[:place], LINES[place][:middle], LINES[place][middle + 1 :], *LINES[place + 1 :]]))
    assert found.papers == PAIRS
    assert found.rejects == []
    assert "an abstract spread over 2 lines was joined" in found.notices


def test_listed_twice(path: Path) -> None:
    found = read(page(path, [*LINES, *LINES[HEADER + 6 : HEADER + 8]]))
    assert found.papers == PAIRS
    [reject] = found.rejects
    assert reject.reason == f"listed before, at {path}:{HEADER + 7}"
    assert reject.locator == f"{path}:{len(LINES) + 1}"


@pytest.mark.parametrize("share", [0.3, 0.5, 0.8])
def test_a_page_that_breaks_off_keeps_what_is_whole_and_says_so(path: Path, share: float) -> None:
    text = "\n".join(LINES) + "\n"
    cut = text.index(" ", int(len(text) * share))
    path.write_text(text[:cut])
    found = read(path)
    assert found.papers == PAIRS[: len(found.papers)]
    assert len(found.papers) == (text.count("\n", 0, cut) - HEADER) // 2
    assert [reject.locator for reject in found.rejects] == [f"{path}:{text.count(chr(10), 0, cut) + 1}"]


def test_bytes_that_are_not_utf8_refuse_one_paper(path: Path) -> None:
    data = [line.encode() for line in LINES]
    data[HEADER + 5] = data[HEADER + 5][:40] + b"\xff" + data[HEADER + 5][40:]
    path.write_bytes(b"\n".join(data))
    found = read(path)
    assert found.papers == PAIRS[:2] + PAIRS[3:]
    [reject] = found.rejects
    assert reject.locator == f"{path}:{HEADER + 6}"
    assert reject.reason == f"not UTF-8: byte 0xff at byte 41 of line {HEADER + 6}"


UNREADABLE: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "is empty"),
    "blank": (b"\n \r\n\t\n", "is empty"),
    "only a byte order mark": (b"\xef\xbb\xbf", "is empty"),
    "binary": (bytes(range(256)) * 20, "is not a text file"),
    "UTF-16": ("\n".join(LINES).encode("utf-16"), "is UTF-16"),
    "one line": (b"Hello there\n", "is in no known feed format"),
    "HTML": (b"<html><body>\n" + "\n".join(LINES).encode(), "is in no known feed format"),
    "a JSON list": (b'["T", "A"]', "is in no known feed format"),
    "source code": (Path(__file__).read_bytes(), "is in no known feed format"),
    "half a gzip header": (b"\x1f\x8b\x08", "can not be read"),
}


@pytest.mark.parametrize(("data", "reason"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_no_page_is_said_in_one_line(path: Path, data: bytes, reason: str) -> None:
    path.write_bytes(data)
    with pytest.raises(FeedError) as caught:
        read(path)
    message = str(caught.value)
    assert message.startswith(f"{path}: ")
    assert reason in message
    assert "\n" not in message


@pytest.mark.parametrize(
    "lines",
    [
        ["A Title That Stands Alone"],
        ["milk", "bread", "a pound of butter"],
        ["Hello there", "How are you", "Fine"],
        ["x = 1", "y = 2", "print(x)"],
        ["I went home.", "It rained.", "That is all."],
    ],
)
def test_named_as_a_page_but_none(path: Path, lines: list[str]) -> None:
    page(path, lines)
    with pytest.raises(FeedError, match="no title with an abstract under it"):
        read(path, "trending")


def test_named_as_a_page_and_unlike_one_is_told_of(path: Path) -> None:
    found = read(page(path, ["Sorter: fast sorting", "Sorter is 2x faster than QuickTool."]), "trending")
    assert found.papers == [("Sorter: fast sorting", "Sorter is 2x faster than QuickTool.")]
    assert found.notices == ["does not look like trending; read as such all the same"]
    assert read(page(path, LINES), "trending").notices == ["2 lines of page header passed over"]


def test_an_unknown_format(path: Path) -> None:
    with pytest.raises(FeedError, match=r"no feed format 'word'; there are: .*jsonl, .*trending"):
        read(page(path, LINES), "word")


def mutilated(seed: int) -> tuple[list[str], set[int]]:
    """The sample with three lines dropped and three abstracts split, and the pairs that lost a line."""
    chance = random.Random(seed)
    hurt = chance.sample(range(len(PAIRS)), 6)
    lost: set[int] = set()
    lines = list(LINES[:HEADER])
    for place, (title, abstract) in enumerate(PAIRS):
        pair = [title, abstract]
        if place in hurt[:3]:
            lost.add(place)
            del pair[chance.randrange(2)]
        elif place in hurt[3:]:
            # At any space, which may be the end of a sentence, but not so near an end that little is left.
            spaces = [i for i, char in enumerate(abstract) if char == " " and 150 < i < len(abstract) - 150]
            cut = chance.choice(spaces)
            pair[1:] = [abstract[:cut], abstract[cut + 1 :]]
        lines += pair
    return lines, lost


def test_however_lines_are_dropped_and_split_the_other_pairs_survive(path: Path) -> None:
    survived = expected = 0
    wrong: list[str] = []
    for seed in range(40):
        lines, lost = mutilated(seed)
        found = set(read(page(path, lines), "trending").papers)
        others = [pair for place, pair in enumerate(PAIRS) if place not in lost]
        expected += len(others)
        survived += sum(pair in found for pair in others)
        wrong += [f"{seed}: {title[:40]}" for title, abstract in others if (title, abstract) not in found]
    assert expected == 40 * 37
    assert (survived, wrong) == (expected, [])


@pytest.mark.shared
@pytest.mark.parametrize(("name", "count"), [("hf-trending.txt", 119), ("hf-trending-1300.txt", None)])
def test_real_pages_are_whole(name: str, count: int | None) -> None:
    path = feed(name)
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    found = read(path)
    refused = [reject for reject in found.rejects if not reject.reason.startswith("listed before")]
    assert refused == []
    # Two lines a paper, whatever the header has.
    assert len(found.papers) + len(found.rejects) == (len(lines) - 1) // 2
    if count is not None:
        assert (len(found.papers), found.rejects) == (count, [])


def cut(abstract: str, most: int) -> str:
    """The abstract's beginning, closed as a sentence is."""
    return abstract if len(abstract) <= most else abstract[:most].rsplit(" ", 1)[0].rstrip(",;:") + "."


@pytest.mark.parametrize("most", [60, 120, 200, 280])
@pytest.mark.parametrize("header", [[], ["Trending Papers", "by the readers"]])
def test_short_abstracts(path: Path, most: int, header: list[str]) -> None:
    short = [(title, cut(abstract, most)) for title, abstract in PAIRS]
    content = [line for pair in short for line in pair]
    found = read(page(path, [*header, MARK + content[0], *content[1:]]))
    assert found.papers == short
    assert found.rejects == []


def test_a_page_of_two_short_papers(path: Path) -> None:
    pairs = [
        ("FooNet: Fast Kernels", "We make all kernels 2x faster."),
        ("BarSys: A Better Cache", "Every hit in it costs half of what it did."),
    ]
    found = read(page(path, ["Trending Papers", "by the readers", MARK + pairs[0][0], pairs[0][1], *pairs[1]]))
    assert found.papers == pairs
    assert found.notices == ["2 lines of page header passed over"]


def test_the_button_glued_to_an_abstract_without_its_title(path: Path) -> None:
    found = read(page(path, ["Trending Papers", "by the readers", MARK + PAIRS[0][1], *CONTENT[2:]]))
    assert found.papers == PAIRS[1:]
    assert [reject.reason for reject in found.rejects] == ["text that belongs to no title"]
