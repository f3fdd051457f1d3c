"""What changed between two runs, for a reader or for a program."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from itertools import groupby
from typing import Any

from flows.rendering import for_programs, render, shown
from warehouse import Change, Changes, RunSummary
from warehouse.matching import Row

_SIGNS = {"came": "+", "went": "-", "changed": "~", "moved": ">"}
_NOUNS = {"papers": "paper", "claims": "claim", "hardware_mentions": "device", "links": "link"}
_COLUMNS = ("paper_id", "title", "change", "relation", "claim_id", "kind", "metric", "quote", "old", "new")
_TEXTS = ("title", "abstract")
_VALUE = ("low", "high")  # read off the quote
_FACTOR = ("factor_low", "factor_high")
_AROUND = 3  # words shown on either side of what differs in a text
_WORDS = 12  # of a text that differs, at most


def write(changes: Changes, style: str) -> None:
    """Print them in a style of :data:`flows.rendering.FORMATS`."""
    counts: Counter[tuple[str, str]] = Counter()
    rows = _counted(changes.rows, counts)
    if for_programs(style):
        render(_COLUMNS, (_complete(change, style) for change in rows), style)
        return
    runs = [f"{word:<4} {_named(run)}" for word, run in (("from", changes.old), ("to", changes.new))]
    if style == "markdown":
        print(*(f"- {line}" for line in runs), "", sep="\n")
        header = ("paper", "title", "change", "of", "what", "says")
        render(header, ([one.row["paper_id"], one.title, one.how, *_told(one)] for one in rows), style)
    else:
        print(*runs, sep="\n")
        _print_by_paper(rows)
    print(f"\n{_summed_up(counts)}")


def _counted(rows: Iterable[Change], counts: Counter[tuple[str, str]]) -> Iterator[Change]:
    for change in rows:
        counts[change.relation, change.how] += 1
        yield change


def _named(run: RunSummary) -> str:
    return f"{run.run_id}  {run.feed}  (extractor {run.extractor_version}, {run.status})"


def _complete(change: Change, style: str) -> list[Any]:
    """Every column of the two rows that differs, or of the one row there is."""
    old, new = change.old, change.new
    if old and new:
        old, new = ({name: both[side] for name, both in change.differences.items()} for side in (0, 1))
    sides = [side if style in ("json", "jsonl") or side is None else json.dumps(side, default=str, ensure_ascii=False)
             for side in (old, new)]  # fmt: skip
    about = [change.row.get(name) for name in ("claim_id", "kind", "metric", "quote")]
    return [change.row["paper_id"], change.title, change.how, change.relation, *about, *sides]


def _print_by_paper(rows: Iterable[Change]) -> None:
    """A heading a paper, and under it a line a change."""
    for (paper_id, title), changes in groupby(rows, key=lambda change: (change.row["paper_id"], change.title)):
        print(f"\n{paper_id}  {title}")
        for change in changes:
            noun, what, says = _told(change)
            print(f"  {_SIGNS[change.how]} {noun:<11} {what}{'  ' if what and says else ''}{says}".rstrip())


def _told(change: Change) -> tuple[str, str, str]:
    """What kind of thing it is, which one, and what it says, or now says instead."""
    row = change.row
    noun = row["kind"] if change.relation == "claims" else _NOUNS[change.relation]
    if change.how in ("came", "went"):
        says = _context(change)
    elif change.how == "changed" and change.relation == "claims":
        says = "; ".join(part for part in (_unchanged(change), _differences(change)) if part)
    else:
        says = _differences(change)
    return noun, row.get("quote", ""), says


def _context(change: Change) -> str:
    """What else a row says, briefly."""
    row = change.row
    match change.relation:
        case "papers":
            return "new" if change.how == "came" else "gone"
        case "claims":
            return _about(row)
        case "hardware_mentions":
            return row["name"] if row["name"] != row["quote"] else ""
        case _:
            return str(row["type"])


def _about(row: Row, unsaid: Container[str] = ()) -> str:
    """What a claim is about and who makes it, without the columns ``unsaid``."""
    facts = [("", "metric"), ("over ", "baseline"), ("for ", "setting"), ("on ", "hardware")]
    said = [f"{word}{shown(row[name])}" for word, name in facts if name not in unsaid and row[name]]
    is_others = row["attribution"] != "own" and "attribution" not in unsaid
    return " ".join(said + [f"({row['attribution']})"] * is_others)


def _unchanged(change: Change) -> str:
    """What a claim that changed is still about, and its factor."""
    about = _about(change.row, change.differences)
    factor = "" if change.differences.keys() & set(_FACTOR) else _factor(change.row)
    return ", ".join([about] * bool(about) + [f"factor {factor}"] * bool(factor))


def _factor(row: Row) -> str:
    return " to ".join(dict.fromkeys(shown(row[name]) for name in _FACTOR if row[name] is not None))


def _differences(change: Change) -> str:
    """What it said and what it says; not what follows from that."""
    both = change.differences
    if change.how == "moved":
        start, end = both.get("start_char", both.get("end_char", (0, 0)))
        moved = [f"from character {start} to {end}"] if start != end else []
        return ", ".join(moved + ["in a sentence that changed"] * ("sentence" in both))
    unsaid = {"start_char", "end_char", "sentence", *_FACTOR, *(_VALUE if "quote" in both else ())}
    says = {name: sides for name, sides in both.items() if name not in unsaid}
    if both.keys() & set(_FACTOR) and change.old and change.new:
        says["factor"] = _factor(change.old), _factor(change.new)
    named: dict[str, list[str]] = {}
    for name, (old, new) in says.items():
        told = _excerpt(old, new) if name in _TEXTS else _values(old, new)
        named.setdefault(told, []).append(name)
    return "; ".join(f"{', '.join(names)}: {told}" for told, names in named.items())


def _values(old: Any, new: Any) -> str:
    """Both as a table shows them, or whole where that would not tell them apart."""
    sides = [shown(old) or "none", shown(new) or "none"]
    return " -> ".join(sides if sides[0] != sides[1] else [repr(old), repr(new)])


def _excerpt(old: str, new: str) -> str:
    """The words that differ, with a few around them."""
    a, b = old.split(), new.split()
    same = min(len(a), len(b))
    front = next((at for at in range(same) if a[at] != b[at]), same)
    back = next((at for at in range(same - front) if a[-1 - at] != b[-1 - at]), same - front)
    first = max(front - _AROUND, 0)
    return " -> ".join(_cut(words, first, len(words) - max(back - _AROUND, 0)) for words in (a, b))


def _cut(words: list[str], first: int, last: int) -> str:
    kept = words[first:last]
    if len(kept) > _WORDS:
        kept, last = kept[:_WORDS], 0
    return repr("... " * (first > 0) + " ".join(kept) + " ..." * (last < len(words)))


def _summed_up(counts: Counter[tuple[str, str]]) -> str:
    """Such as ``papers: 2 came, 1 changed; claims: 9 came``."""
    if not counts:
        return "nothing changed"
    by_relation = []
    for relation, noun in _NOUNS.items():
        of_these = [f"{counts[relation, how]:,} {how}" for how in _SIGNS if counts[relation, how]]
        if of_these:
            by_relation.append(f"{noun}s: {', '.join(of_these)}")
    return "; ".join(by_relation)
