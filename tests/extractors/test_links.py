"""Links: the corpus of URLs as papers write them, what they lead to, and hostile texts."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
import regex

from extractors.links import find_links
from extractors.links.targets import Target, target_of
from schemas.records import Link
from schemas.vocabulary import Field, LinkType
from tests.extractors.timing import assert_linear

_MARK = regex.compile(r"«(?P<wanted>[^«»]+)»|‹(?P<other>[^‹›]+)›")
# What a row of links has to look like.
_WELL_FORMED = regex.compile(r"""https?://[\w.-]+\.\w[\w-]*(?::\d+)?(?:[/?#][^\s{}<>"`\\]*)?""")


def corpus() -> dict[str, Any]:
    return tomllib.loads(files("extractors.links").joinpath("links.corpus.toml").read_text(encoding="utf-8"))


def marked_texts() -> Iterator[tuple[dict[str, str], str]]:
    for table in corpus()["link"]:
        fields = {name: value for name, value in table.items() if name != "texts"}
        for text in table["texts"]:
            yield fields, text


def unmark(marked: str) -> tuple[str, list[tuple[int, int]], int]:
    """The text without marks, the spans of all links, and the index of the wanted one."""
    text, wanted, last = "", -1, 0
    spans: list[tuple[int, int]] = []
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        quote = mark["wanted"] or mark["other"]
        if mark["wanted"]:
            wanted = len(spans)
        spans.append((len(text), len(text) + len(quote)))
        text += quote
        last = mark.end()
    return text + marked[last:], spans, wanted


@pytest.mark.parametrize(("fields", "marked"), list(marked_texts()))
def test_the_marked_link_is_found_as_it_is_meant(fields: dict[str, str], marked: str) -> None:
    text, spans, wanted = unmark(marked)
    assert wanted >= 0, "a text of the list has to mark a link"
    links = find_links(text, Field.ABSTRACT)
    assert [(link.start_char, link.end_char) for link in links] == spans
    link = links[wanted]
    quote = text[slice(*spans[wanted])]
    assert link == Link(
        field=Field.ABSTRACT,
        start_char=spans[wanted][0],
        end_char=spans[wanted][1],
        quote=quote,
        url=fields.get("url", quote),
        type=LinkType(fields["type"]),
        repo=fields.get("repo"),
        ref=fields.get("ref"),
    )
    assert all(_WELL_FORMED.fullmatch(link.url) for link in links)


@pytest.mark.parametrize("text", corpus()["nothing"])
def test_what_is_no_link_yields_nothing(text: str) -> None:
    assert find_links(text, Field.ABSTRACT) == []


def test_the_corpus_is_large_and_repeats_nothing() -> None:
    texts = [text for _, text in marked_texts()]
    nothing = corpus()["nothing"]
    assert len(texts) >= 40
    assert len(nothing) >= 20
    assert len({*texts, *nothing}) == len(texts) + len(nothing)


def test_a_url_glued_to_a_word_is_found() -> None:
    [link] = find_links("Code at https://githubhttps://github.com/lab/tool", Field.ABSTRACT)
    assert link.url == "https://github.com/lab/tool"


def test_a_title_has_links_too() -> None:
    [link] = find_links("A Tool: https://github.com/lab/tool", Field.TITLE)
    assert link.field is Field.TITLE


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://github.com/lab/tool/tree/main", Target(LinkType.REPOSITORY, "github.com/lab/tool", "main")),
        ("https://GitHub.com/Lab/Tool", Target(LinkType.REPOSITORY, "github.com/Lab/Tool")),
        ("https://github.com/orgs/lab", Target(LinkType.PAGE)),
        ("https://github.com/lab/.git", Target(LinkType.PAGE)),
        ("https://git.example.org/lab/tool", Target(LinkType.REPOSITORY, "git.example.org/lab/tool")),
        ("https://data.example.figshare.com/x", Target(LinkType.ARCHIVE)),
        ("https://notgithub.com/lab/tool", Target(LinkType.PAGE)),
        ("https://example.org", Target(LinkType.PAGE)),
    ],
)
def test_what_a_url_leads_to(url: str, target: Target) -> None:
    assert target_of(url) == target


HOSTILE = {
    "digits": "https://a.org/" + "1" * 100_000,
    "schemes": "https://" * 12_500,
    "schemes in queries": "https://a.b=" * 8_000,
    "no host": "https://a=" * 10_000,
    "glued": "xhttps://a.org/b" * 6_000,
    "dots": "a." * 50_000,
    "hosts": "github.com/" * 9_000,
    "commas": "https://a.org/," * 6_600,
    "brackets": "https://a.org/" + "(" * 50_000 + ")" * 50_000,
    "braces": "https://a.org{" * 7_000,
    "dollars": "$" * 100_000 + "https://a.org",
    "escapes": "https://a.org/" + "\\_" * 50_000,
    "full stops": "https://a.org/b" + "." * 100_000,
    "no hint": "word " * 20_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_takes_linear_time(text: str) -> None:
    assert_linear(lambda part: find_links(part, Field.ABSTRACT), text, 2)
    links = find_links(text, Field.ABSTRACT)
    assert all(text[link.start_char : link.end_char] == link.quote for link in links)
