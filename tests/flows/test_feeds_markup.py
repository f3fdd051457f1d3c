"""HTML to text, where it is HTML."""

from __future__ import annotations

import time

import pytest

from flows.feeds.markup import to_text
from schemas.identity import fold_space

PLAIN = [
    "p < 0.05 and n > 3",
    "a<b and c>d, x<i and i>y",
    "AT&T; R&D; &amp without its end",
    r"$\alpha < \beta$ & $x_{1}$, 95\% of <EOS> tokens, List<int> and <https://example.org>",
]


@pytest.mark.parametrize("text", PLAIN)
def test_what_is_no_html_stays_as_it_is(text: str) -> None:
    assert to_text(text) == text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One.</p><p>Two.</p>", "One. Two."),
        ("one<br/>two<BR>three", "one two three"),
        ("<b>b</b>old <a href='https://x.org/?a=1&amp;b=2'>link</a>", "bold link"),
        ("10<sup>5</sup> and 10<sup>-3</sup>, the 5<sup>th</sup>", "10^5 and 10^-3, the 5th"),
        ("H<sub>2</sub>O", "H2O"),
        ("p &lt; 0.05 &amp; more&#8212;&#x2014;&nbsp;&eacute;", "p < 0.05 & more—— é"),
        ("<script>alert('<p>')</script>text<!-- no -->.", "text ."),
        ("<jats:p>In <mml:math><mml:mi>x</mml:mi></mml:math>.</jats:p>", "In x."),
        ('<img src="x.png" alt="a > b"/>After', "After"),
        ("&unknown; &#xD800; stays", "&unknown; \ufffd stays"),
    ],
)
def test_tags_and_references_are_resolved(markup: str, text: str) -> None:
    assert fold_space(to_text(markup)) == text


@pytest.mark.parametrize("part", ["<", "<p ", "<p a=", "<script>", "<!--", "&#", "<a b='", "</p", "&amp"])
def test_a_long_text_takes_no_long_time(part: str) -> None:
    begin = time.process_time()
    to_text(part * 50_000)
    assert time.process_time() - begin < 2
