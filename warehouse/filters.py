"""Which claims of the leaderboard are asked for, and what to say when there are none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import duckdb

from schemas.vocabulary import Qualifier
from warehouse.connection import count
from warehouse.errors import WarehouseError
from warehouse.nearest import nearest, offered

# A paper without a date is as old as the month in its arXiv id, by the end of which it was there
# (https://info.arxiv.org/help/arxiv_identifier.html).
_MONTH = r"regexp_extract(work_id, '^arxiv:(?:[a-z-]+(?:\.[A-Za-z]+)?/)?(\d{4})', 1)"
DATE = f"coalesce(published, last_day(try_strptime({_MONTH}, '%y%m')::DATE))"
IS_GAIN = "greatest(worth, other_end) >= 1"
"""SQL: whether something got better, at least in some case; what only got worse has no place in a ranking."""


_LARGEST = "SELECT 'the largest is ' || format('{:.4g}', max(worth)) FROM board"


@dataclass(frozen=True, slots=True)
class Filters:
    """What a claim must be to be ranked; all that is given must hold."""

    hardware: tuple[str, ...] = ()
    """Devices, parts of their names, vendors, families or classes, of which one must fit a device of the claim."""
    baseline: str | None = None
    """A part of the baseline as in the text, a part of its one name, or its name in other words."""
    setting: str | None = None
    """A part of the setting."""
    since: dt.date | None = None
    """Published on that day or later; without a date, by the month in the arXiv id."""
    min_factor: float | None = None
    """How many times better at least, by the end of a range that ranks it; null: all but what only got worse."""
    qualifier: Qualifier | None = None
    min_confidence: float | None = None
    """How often claims found by the same rule were right, at least (0 to 1)."""
    named: bool = False
    """Over a baseline that is one in particular: neither unstated nor generic ("prior work")."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A filter as SQL over the temporary table ``board``, with its parameters by name."""

    said: str
    sql: str
    values: dict[str, object] = field(default_factory=dict)
    names: str = ""  # SQL of the names that it could have been
    text: str = ""  # what they should be like
    fact: str = ""  # SQL of one thing to know where it fits nothing


def conditions(filters: Filters, devices: Sequence[str]) -> Iterator[Condition]:
    """Each filter that is given, and that on the factor; ``devices`` are what the names in ``hardware`` stand for."""
    if filters.hardware:
        yield Condition(
            f"hardware {' or '.join(map(repr, filters.hardware))}",
            "list_has_any(hardware, $devices)",
            {"devices": list(devices)},
            fact="SELECT coalesce('most name ' || string_agg(name, ', ' ORDER BY times DESC, name), 'none name any')"
            " FROM (SELECT name, count(*) AS times FROM (SELECT unnest(hardware) AS name FROM board)"
            " GROUP BY name ORDER BY times DESC, name LIMIT 5)",
        )
    if filters.baseline is not None:
        yield Condition(
            f"baseline {filters.baseline!r}",
            "(contains(lower(baseline), lower($baseline)) OR contains(lower(baseline_name), lower($baseline))"
            " OR baseline_key = (SELECT baseline_key(said) FROM (SELECT $baseline AS said)))",
            {"baseline": filters.baseline},
            names="SELECT baseline_name AS name FROM board WHERE NOT baseline_is_generic",
            text=filters.baseline,
        )
    if filters.setting is not None:
        yield Condition(
            f"setting {filters.setting!r}",
            "contains(lower(setting), lower($setting))",
            {"setting": filters.setting},
            names="SELECT setting AS name FROM board",
            text=filters.setting,
        )
    if filters.since is not None:
        yield Condition(
            f"since {filters.since}",
            f"{DATE} >= $since",
            {"since": filters.since},
            fact=f"SELECT coalesce('the newest is of ' || max({DATE}), 'no paper has a date') FROM board",
        )
    if filters.min_factor is not None:
        yield Condition(
            f"a factor of {filters.min_factor:g} or more",
            "worth >= $min_factor",
            {"min_factor": filters.min_factor},
            fact=_LARGEST,
        )
    else:
        yield Condition("a factor of 1 or more", IS_GAIN, fact=_LARGEST)
    if filters.qualifier is not None:
        yield Condition(
            f"qualifier {filters.qualifier}",
            "qualifier = $qualifier",
            {"qualifier": str(filters.qualifier)},
            fact="SELECT 'there are: ' || string_agg(DISTINCT qualifier, ', ' ORDER BY qualifier) FROM board",
        )
    if filters.min_confidence is not None:
        yield Condition(
            f"a confidence of {filters.min_confidence:g} or more",
            "confidence >= $min_confidence",
            {"min_confidence": filters.min_confidence},
            fact="SELECT 'the highest is ' || format('{:.2f}', max(confidence)) FROM board",
        )
    if filters.named:
        yield Condition("a named baseline", "baseline_name IS NOT NULL AND NOT baseline_is_generic")


def refusal(connection: duckdb.DuckDBPyConnection, given: Sequence[Condition], metric: str | None) -> WarehouseError:
    """Why no row of ``board`` fits: what fits nothing even alone, and what is near to it."""
    rows = count(connection, "SELECT count(*) FROM board")
    of = f" of {metric}" if metric else ""
    if not rows:
        return WarehouseError(f"there is no claim{of} to rank")
    hopeless = [one for one in given if not _fitting(connection, one)]
    if hopeless:
        said = "; nor ".join(one.said + _advice(connection, one) for one in hopeless)
        return WarehouseError(f"of {rows:,} claims{of} none fits {said}")
    each = ", ".join(f"{one.said} ({_fitting(connection, one):,})" for one in given)
    return WarehouseError(f"of {rows:,} claims{of} none fits all of: {each}")


def _fitting(connection: duckdb.DuckDBPyConnection, one: Condition) -> int:
    [(rows,)] = connection.execute(f"SELECT count(*) FROM board WHERE {one.sql}", one.values).fetchall()
    return int(rows)


def _advice(connection: duckdb.DuckDBPyConnection, one: Condition) -> str:
    if one.fact:
        [(fact,)] = connection.execute(one.fact).fetchall()
        return f" ({fact})"
    return offered(nearest(connection, one.names, one.text)) if one.names else ""
