"""What a table says of a ranked claim: its factor in words, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from flows.rendering import shown

if TYPE_CHECKING:
    from rich.text import Text

Row = Mapping[str, Any]
"""The columns of the relation ``leaderboard`` by name."""

_QUALIFIERS = {"at_most": "up to ", "at_least": "over ", "approx": "about "}


def factor(row: Row) -> str:
    """The factor with its qualifier: "up to 2.4", "10 to 20"."""
    ends = dict.fromkeys(shown(end) for end in sorted((row["factor_low"], row["factor_high"])))
    return _QUALIFIERS.get(row["qualifier"], "") + " to ".join(ends)


def is_peak(row: Row) -> bool:
    """Whether it is an "up to" or a maximum."""
    return bool(row["qualifier"] == "at_most" or row["statistic"] == "max")


def said(row: Row) -> str:
    """The quote and what it holds for, as the paper words it."""
    parts = [str(row["quote"])]
    parts += [f"({row['statistic']})"] if row["statistic"] else []
    parts += [f"over {row['baseline']}"] if row["baseline"] else []
    parts += [f"for {row['setting']}"] if row["setting"] else []
    parts += [f"on {shown(row['hardware'])}"] if row["hardware"] else []
    return " ".join(parts)


def sentence(row: Row) -> Text:
    """The sentence, in it the quote in bold."""
    from rich.text import Text

    text = Text(str(row["sentence"]))
    start = str(row["sentence"]).find(row["quote"])
    if start >= 0:
        text.stylize("bold", start, start + len(row["quote"]))
    return text
