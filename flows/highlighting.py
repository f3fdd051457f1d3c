"""Claims, devices and links in a text for the terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from flows.rendering import shown
from schemas.vocabulary import Kind

if TYPE_CHECKING:
    from rich.text import Text

    from warehouse import StoredPaper

STYLES = {
    Kind.COMPARISON: "black on green",
    Kind.MEASUREMENT: "black on cyan",
    Kind.RESOURCE: "black on yellow",
    Kind.SCALE: "black on magenta",
}
_DEVICE, _LINK = "underline", "blue underline"


Row = Mapping[str, Any]


def mark(text: str, claims: Sequence[tuple[int, Row]], others: Sequence[tuple[Row, str]] = ()) -> Text:
    """The text with its spans styled, and each claim's number after it, for readers without colour."""
    from rich.text import Text

    styled = Text(text)
    for row, style in others:
        styled.stylize(style, row["start_char"], row["end_char"])
    for _, claim in claims:
        styled.stylize(STYLES[Kind(claim["kind"])], claim["start_char"], claim["end_char"])
    numbered = Text()
    position = 0
    for number, claim in sorted(claims, key=lambda pair: pair[1]["end_char"]):
        numbered.append_text(styled[position : claim["end_char"]])
        numbered.append(f"[{number}]", style="dim")
        position = claim["end_char"]
    return numbered.append_text(styled[position:])


def highlighted(stored: StoredPaper, field: str) -> Text:
    """The title or abstract of a stored paper, marked; claims are numbered through the paper."""
    claims = [(number, row) for number, row in enumerate(stored.claims, 1) if row["field"] == field]
    others = [(row, _DEVICE) for row in stored.mentions if row["field"] == field]
    others += [(row, _LINK) for row in stored.links if row["field"] == field]
    return mark(str(stored.paper[field]), claims, others)


def claim_fields(number: int, claim: Mapping[str, Any]) -> Text:
    """The fields of a claim that are set, under its quote."""
    from rich.text import Text

    text = Text.assemble((f"[{number}] ", "dim"), (str(claim["quote"]), "bold"), (f"  {claim['kind']}", "dim"))
    value = (
        shown(claim["low"]) if claim["low"] == claim["high"] else f"{shown(claim['low'])} to {shown(claim['high'])}"
    )
    factor = claim["factor_low"]
    rows = {
        "value": f"{value} {claim['unit']}".strip()
        + (f" ({claim['qualifier']})" if claim["qualifier"] != "exact" else ""),
        "metric": " ".join(str(claim[name]) for name in ("statistic", "metric", "direction") if claim[name]),
        "factor": None
        if factor is None
        else " to ".join(dict.fromkeys([shown(factor), shown(claim["factor_high"])])),
        "baseline": claim["baseline"],
        "setting": claim["setting"],
        "hardware": shown(claim["hardware"]) or None,
        "attribution": None if claim["attribution"] == "own" else claim["attribution"],
        "rule": f"{claim['rule']} (confidence {claim['confidence']:.2f})",
    }
    for name, content in rows.items():
        if content:
            text.append(f"\n    {name:<12}", style="dim").append(str(content))
    return text
