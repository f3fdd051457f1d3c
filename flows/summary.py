"""What a run did, for a reader."""

from __future__ import annotations

from warehouse import RunSummary


def rows(summary: RunSummary) -> list[tuple[str, str]]:
    """Pairs of a label and a value, in the order in which a reader wants them."""
    papers = (
        f"{summary.papers_seen:,} ({summary.papers_new:,} new, {summary.papers_changed:,} changed,"
        f" {summary.papers_unchanged:,} unchanged)"
    )
    claims = f"{summary.claims:,} ({summary.claims_new:,} new, {summary.claims_replaced:,} replaced)"
    took = (summary.finished_at - summary.started_at).total_seconds() if summary.finished_at else 0.0
    return [
        ("feed", summary.feed),
        ("run", f"{summary.run_id} {summary.status}"),
        ("papers", papers),
        ("claims", claims),
        ("refused", f"{summary.rejected:,}"),
        ("extractor", summary.extractor_version),
        ("took", f"{took:.1f} s"),
    ]


def as_markdown(summary: RunSummary) -> str:
    """The summary as a Markdown table."""
    cells = ((label, value.replace("|", r"\|")) for label, value in rows(summary))
    return "\n".join(["| | |", "|---|---|", *(f"| {label} | {value} |" for label, value in cells)])
