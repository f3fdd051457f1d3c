"""What is a URL, which can be fetched, and what of it is shown."""

from __future__ import annotations

import pytest

from flows.fetching.address import check_url, is_url, short, without_secrets
from flows.fetching.errors import FetchError
from flows.fetching.policy import secrets_of
from flows.usererror import UserError


@pytest.mark.parametrize(
    ("feed", "is_one"),
    [
        ("http://example.org/a", True),
        ("HTTPS://example.org", True),
        ("ftp://example.org/a", True),
        ("papers.jsonl", False),
        ("./http:/a", False),
        ("a:b", False),
        ("C://x", True),
    ],
)
def test_what_is_a_url(feed: str, is_one: bool) -> None:
    assert is_url(feed) is is_one


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("http://me:secret@example.org:8080/a", "http://example.org:8080/a"),
        ("http://me@example.org/a@b", "http://example.org/a@b"),
        ("https://example.org/a?q=cat:cs.LG&api_key=secret#part", "https://example.org/a?q=cat:cs.LG&api_key=***"),
        ("https://example.org/a?Api-Key=secret", "https://example.org/a?Api-Key=***"),
        ("https://example.org/a?access%5Ftoken=secret&b", "https://example.org/a?access%5Ftoken=***&b"),
        ("https://example.org/oai2?resumptionToken=5|1", "https://example.org/oai2?resumptionToken=5|1"),
        ("http://me:se/cret@example.org/a", "http://example.org/a"),
        ("http://me:secret@[bad/a?key=secret", "http://[bad/a"),
        ("papers.jsonl", "papers.jsonl"),
    ],
)
def test_what_is_shown_holds_no_secret(url: str, shown: str) -> None:
    assert without_secrets(url) == shown
    assert without_secrets(shown) == shown


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("ftp://example.org/a", "is fetched from http:// and https:// only, not ftp://"),
        ("file:///etc/hosts", "not file://"),
        ("http:///a", "names no host"),
        ("http://example.org:port/a", "is not a URL that can be read"),
        ("http://me:secret@example.org:port/a", "is not a URL that can be read"),
        ("http://[::1/a", "is not a URL that can be read"),
        ("http://example.org/a b", "holds a space (%20)"),
        ("http://example.org/a\x1b[2J", r"holds the character '\x1b'"),
    ],
)
def test_what_can_not_be_fetched_is_said(url: str, said: str) -> None:
    with pytest.raises(FetchError) as caught:
        check_url(url)
    assert said in str(caught.value)
    assert "secret" not in str(caught.value)
    assert str(caught.value).isprintable()


@pytest.mark.parametrize(
    ("feed", "name"),
    [
        ("feeds/papers.jsonl", "papers.jsonl"),
        ("https://example.org/a/papers.jsonl", "papers.jsonl"),
        ("https://example.org/api/query?search_query=a/b&start=1", "query?search_query=a/b&start=1"),
        ("https://example.org/", "example.org"),
        ("reextract", "reextract"),
    ],
)
def test_a_short_name(feed: str, name: str) -> None:
    assert short(feed) == name


def test_secrets_are_found_again_by_what_is_shown() -> None:
    assert secrets_of(["a.txt", "https://me:secret@example.org/a"]) == {
        "https://example.org/a": "https://me:secret@example.org/a"
    }


def test_one_name_with_two_secrets_is_refused() -> None:
    with pytest.raises(UserError, match=r"^https://example.org/a: is named twice, with different credentials$"):
        secrets_of(["https://me:one@example.org/a", "https://me:two@example.org/a"])
