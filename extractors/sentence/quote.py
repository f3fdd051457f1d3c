"""Where the quote of a value ends: "$3\\times$" takes the sign that closes the mathematics with it."""

from __future__ import annotations

from extractors.numbers.quantity import Quantity


def end_of_quote(text: str, q: Quantity) -> int:
    """The end of the quote: mathematics and braces that are opened inside are closed inside."""
    end = q.end
    if text[end : end + 1] == "}" and text.count("{", q.start, end) > text.count("}", q.start, end):
        end += 1  # "20\\,\\mathrm{FPS}"
    odd = text.count("$", q.start, end) % 2 == 1
    return end + 1 if odd and text[end : end + 1] == "$" else end
