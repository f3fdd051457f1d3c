"""Rows in, right rows and refused rows out."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from schemas.factor import Form, factor
from schemas.identity import paper_id
from schemas.records import Device, Reject
from schemas.vocabulary import Direction, Kind, Metric, Stage, Unit

if TYPE_CHECKING:
    import polars as pl

    from schemas.models import Model
    from schemas.tables import Tables

_TEXTS = ("title", "abstract")


@dataclass(frozen=True, slots=True)
class Validated:
    """The rows that passed, and one reject for each that did not."""

    tables: Tables
    rejects: list[Reject]


def validate(tables: Tables) -> Validated:
    """Sort the rows of a batch into right ones and refused ones.

    A refused paper takes its claims, mentions and links with it; a refused claim leaves its paper in. A paper that
    stands in the batch more than once becomes one row: with the same text each time, what one row leaves out another
    fills in; with different texts, the newest to appear stands and the others are refused.

    Raises:
        ValueError: a frame has not the columns of :data:`schemas.tables.SCHEMAS` or not their types.
    """
    # Here, since importing Pandera takes longer than most commands.
    from schemas import models
    from schemas.tables import SCHEMAS, Tables

    for relation, frame in tables.items():
        if dict(frame.schema) != SCHEMAS[relation]:
            raise ValueError(f"{relation}: the columns or their types are not those of the relation")
    rejects: list[Reject] = []
    again = _ids_given_again(tables.papers)
    papers = _fold(tables.papers, again) if again else tables.papers
    papers = _passing(models.PAPERS, papers, _with_expected_id(papers), rejects)
    passed = {"papers": papers}
    refused = set(tables.papers["paper_id"]) - set(papers["paper_id"])
    for model in (models.CLAIMS, models.HARDWARE_MENTIONS, models.LINKS):
        frame = getattr(tables, model.name)
        if again:
            frame = _without_repeats(frame, again)
        frame = _without_refused(model, frame, refused, rejects)
        context = _with_text(frame, papers)
        if model is models.CLAIMS:
            context = _with_factors(context)
        passed[model.name] = _passing(model, frame, context, rejects)
    return Validated(Tables(**passed), rejects)


def check_devices(devices: Sequence[Device]) -> list[str]:
    """What is wrong with the rows of a catalogue of devices, one line a row, each naming its device."""
    import polars as pl

    from schemas import models
    from schemas.tables import HARDWARE

    frame = pl.DataFrame([asdict(device) for device in devices], schema=HARDWARE)
    return [f"{devices[row].name}: {'; '.join(faults)}" for row, faults in models.HARDWARE.faults(frame).items()]


def _passing(model: Model, frame: pl.DataFrame, context: pl.DataFrame, rejects: list[Reject]) -> pl.DataFrame:
    """The rows of ``frame`` without a fault; ``context`` is the same rows with the columns that the rules need."""
    faults = model.faults(context)
    if not faults:
        return frame
    numbered = frame.with_row_index("row_")
    rejects.extend(
        _reject(model, row, "; ".join(faults[row.pop("row_")]))
        for row in numbered.filter(_among("row_", faults)).iter_rows(named=True)
    )
    return numbered.remove(_among("row_", faults)).drop("row_")


def _without_refused(model: Model, frame: pl.DataFrame, refused: set[str], rejects: list[Reject]) -> pl.DataFrame:
    if not refused:
        return frame
    rejects.extend(
        _reject(model, row, "its paper was refused")
        for row in frame.filter(_among("paper_id", refused)).iter_rows(named=True)
    )
    return frame.remove(_among("paper_id", refused))


def _reject(model: Model, row: dict[str, Any], reason: str) -> Reject:
    locator = str(row["paper_id"])
    if "start_char" in row:
        locator += f" {model.name} {row['field']}[{row['start_char']}:{row['end_char']}]"
    return Reject(Stage.VALIDATE, locator, reason, _json(row))


def _json(row: dict[str, Any]) -> str:
    # JSON has no word for infinity and not-a-number.
    plain = {k: str(v) if isinstance(v, float) and not math.isfinite(v) else v for k, v in row.items()}
    return json.dumps(plain, ensure_ascii=False, default=str)


def _among(column: str, values: Any) -> pl.Expr:
    import polars as pl

    return pl.col(column).is_in(list(values)).fill_null(False)


def _ids_given_again(papers: pl.DataFrame) -> set[str]:
    ids = papers["paper_id"]
    return set(ids.filter(ids.is_duplicated() & ids.is_not_null()))


def _fold(papers: pl.DataFrame, again: set[str]) -> pl.DataFrame:
    """One row for all rows of a paper that have the same text, with the last that any of them knows."""
    import polars as pl

    key = ("paper_id", *_TEXTS)
    known = [pl.col(name).drop_nulls().last() for name in papers.columns if name not in (*key, "categories")]
    categories = pl.col("categories").filter(pl.col("categories").list.len() > 0).last().fill_null([])
    repeated = papers.filter(_among("paper_id", again))
    folded = repeated.group_by(key, maintain_order=True).agg(*known, categories).select(papers.columns)
    return pl.concat([papers.remove(_among("paper_id", again)), folded])


def _without_repeats(frame: pl.DataFrame, again: set[str]) -> pl.DataFrame:
    """Equal rows once, for the papers whose text was read more than once."""
    import polars as pl

    repeated = _among("paper_id", again)
    return pl.concat([frame.remove(repeated), frame.filter(repeated).unique(maintain_order=True)])


def _with_expected_id(papers: pl.DataFrame) -> pl.DataFrame:
    import polars as pl

    columns = papers.select("title", "arxiv_id", "doi").iter_rows()
    expected = [None if title is None else paper_id(title, arxiv, doi) for title, arxiv, doi in columns]
    return papers.with_columns(pl.Series("expected_id", expected, dtype=pl.String))


def _with_text(frame: pl.DataFrame, papers: pl.DataFrame) -> pl.DataFrame:
    """The rows with the text that their span counts in, null where the paper or the field is unknown."""
    import polars as pl

    texts = papers.select("paper_id", *_TEXTS, known=pl.lit(True)).unique("paper_id", keep="last")
    text = pl.when(pl.col("field") == "title").then("title").when(pl.col("field") == "abstract").then("abstract")
    joined = frame.join(texts, on="paper_id", how="left", maintain_order="left")
    # A paper that is not named at all is reported as missing, not as unknown.
    known = pl.col("known").fill_null(pl.col("paper_id").is_null())
    return joined.with_columns(known, text.alias("text")).drop(*_TEXTS)


def _with_factors(claims: pl.DataFrame) -> pl.DataFrame:
    """The rows with their factor as it is defined, for both wordings of a percentage or of a multiple below 1."""
    import polars as pl

    from schemas.models import FACTOR_COLUMNS

    columns = claims.select("kind", "low", "high", "unit", "metric", "direction").iter_rows()
    rows = [_defined(Form.BY, *row) + _defined(Form.TO, *row) for row in columns]
    return claims.hstack(pl.DataFrame(rows, schema=FACTOR_COLUMNS, orient="row"))


def _defined(
    form: Form,
    kind: str | None,
    low: float | None,
    high: float | None,
    unit: str | None,
    metric: str | None,
    direction: str | None,
) -> tuple[float | None, float | None]:
    if kind != Kind.COMPARISON or low is None or high is None or unit is None or metric is None or direction is None:
        return None, None
    if form is Form.TO and not (unit == Unit.PERCENT or (unit == Unit.TIMES and high < 1)):  # "at 0.7x its power"
        return None, None
    try:
        found = factor(low, high, unit, Metric(metric), Direction(direction), form)
    except (ValueError, ArithmeticError):  # not in the vocabulary, which has a rule of its own, or beyond floats
        return None, None
    return (found.low, found.high) if found else (None, None)
