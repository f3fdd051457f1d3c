"""The Pandera model of every relation: what makes a row wrong, in words.

A model judges a polars frame. Its columns are those of :mod:`schemas.tables` and a few that a rule needs beside them
(the text that a span counts in, the factor as defined); :mod:`schemas.validation` adds these. Importing this module
imports Pandera, which takes a while: import it where rows are checked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

import pandera.polars as pa
import polars as pl
from pandera.config import ValidationDepth, config_context
from pandera.errors import SchemaErrors

from schemas import tables
from schemas.vocabulary import (
    Attribution,
    DeviceClass,
    Direction,
    Field,
    Kind,
    LinkType,
    Metric,
    Qualifier,
    Statistic,
    Unit,
)

Rules = dict[str, pl.Expr]  # what is wrong with a row -> an expression that is false for such rows

# A rounding error of a few operations, far below the precision of any reported number.
_CLOSE = 1e-9

_URL = r"""^https?://[\w.-]+\.\w[\w-]*(?::\d+)?(?:[/?#][^\s{}<>"`\\]*)?$"""
_REPO = r"^[^/\s]+\.[^/\s]+(?:/[^/\s]+){2,}$"
_ARXIV_ID = r"^(?:\d{4}\.\d{4,5}|[a-z][a-z-]+(?:\.[A-Z]{2})?/\d{7})$"
_DOI = r"^10\.\d{4,9}/\S+$"


class Model:
    """The Pandera schema of one relation, made of named rules.

    An expression that gives null for a row has nothing to say about it: a missing value is the business of the rule
    that wants it, and so one mistake gives one name.
    """

    def __init__(self, name: str, columns: Mapping[str, pl.DataType], rules: Rules) -> None:
        self.name = name
        self.columns = columns
        self.rules = {words: holds.fill_null(True) for words, holds in rules.items()}
        self.schema = _schema(name, columns, self.rules)
        everything = pl.all_horizontal(self.rules.values())
        self._gate = _schema(name, columns, {"a rule is broken": everything}, n_failure_cases=1)

    def faults(self, frame: pl.DataFrame) -> dict[int, list[str]]:
        """What is wrong with each wrong row, by the row's place in the frame, counted from 0.

        Raises:
            ValueError: the frame has not the columns of the model or not their types.
        """
        # Set here, so that no setting of the environment can switch the checks off.
        with config_context(validation_enabled=True, validation_depth=ValidationDepth.SCHEMA_AND_DATA):
            # Pandera spends 2 ms on a check, however few the rows: all at once first, then only those that fail.
            if not self._failures(self._gate, frame):
                return {}
            broken = frame.select(holds.all().alias(words) for words, holds in self.rules.items()).row(0, named=True)
            rules = {words: holds for words, holds in self.rules.items() if not broken[words]}
            faults: dict[int, list[str]] = {}
            for row, words in self._failures(_schema(self.name, self.columns, rules), frame):
                faults.setdefault(row, []).append(words)
            return faults

    def _failures(self, schema: pa.DataFrameSchema, frame: pl.DataFrame) -> list[tuple[int, str]]:
        try:
            schema.validate(frame, lazy=True)
        except SchemaErrors as errors:
            cases: pl.DataFrame = errors.failure_cases
            at_large = cases.filter(pl.col("index").is_null())
            if not at_large.is_empty():
                column, check = at_large.select("column", "check").row(0)
                raise ValueError(f"{self.name}: column {column}: {check}") from errors
            return list(cases.select("index", "check").iter_rows())
        return []


def _schema(
    name: str, columns: Mapping[str, pl.DataType], rules: Rules, n_failure_cases: int | None = None
) -> pa.DataFrameSchema:
    return pa.DataFrameSchema(
        {column: pa.Column(dtype, nullable=True) for column, dtype in columns.items()},
        checks=[_check(words, holds, n_failure_cases) for words, holds in rules.items()],
        name=name,
        strict=True,
    )


def _check(words: str, holds: pl.Expr, n_failure_cases: int | None) -> pa.Check:
    def judge(data: pa.PolarsData) -> pl.LazyFrame:
        return data.lazyframe.select(holds)

    return pa.Check(judge, name=words, error=words, n_failure_cases=n_failure_cases)


def _given(*columns: str) -> Rules:
    return {f"{column} is missing": pl.col(column).is_not_null() for column in columns}


def _not_empty(*columns: str) -> Rules:
    return {f"{column} is empty": pl.col(column).str.len_chars() > 0 for column in columns}


def _member(column: str, vocabulary: type[StrEnum]) -> Rules:
    return {f"{column} is not in the vocabulary": _in(column, vocabulary)}


def _in(column: str, vocabulary: type[StrEnum]) -> pl.Expr:
    return pl.col(column).is_in([str(word) for word in vocabulary])


def _matches(column: str, pattern: str, otherwise: str) -> Rules:
    return {f"{column} {otherwise}": pl.col(column).str.contains(pattern)}


def _unique(columns: Iterable[str], words: str) -> Rules:
    return {words: pl.struct(*columns).is_first_distinct()}


def _positive(*columns: str) -> Rules:
    return {
        f"{column} is not a finite number above 0": pl.col(column).is_finite() & (pl.col(column) > 0)
        for column in columns
    }


_SPAN_COLUMNS = ("paper_id", "field", "start_char", "end_char", "quote")

# Beside its own columns: whether the paper is known, and the text that the span counts in.
_WITH_TEXT: dict[str, pl.DataType] = {"known": pl.Boolean(), "text": tables.TEXT}


def _span_rules() -> Rules:
    start, end = pl.col("start_char"), pl.col("end_char")
    text, quote = pl.col("text"), pl.col("quote")
    inside = (start >= 0) & (start < end) & (end <= text.str.len_chars())
    stands_there = text.str.slice(start.clip(lower_bound=0), (end - start).clip(lower_bound=0))
    return {
        **_given(*_SPAN_COLUMNS),
        "paper_id is not a paper of the batch": pl.col("known"),
        **_member("field", Field),
        "span is empty or outside the text": inside,
        "quote is not what stands at the span": pl.when(inside).then(stands_there == quote),
    }


def _claim_rules() -> Rules:
    low, high = pl.col("low"), pl.col("high")
    return {
        **_given("claim_id"),
        **_unique(["claim_id"], "claim_id is given twice"),
        **_span_rules(),
        **_given("kind", "low", "high", "unit", "qualifier", "metric", "hardware", "attribution"),
        **_member("kind", Kind),
        **_member("qualifier", Qualifier),
        **_member("statistic", Statistic),
        **_member("metric", Metric),
        **_member("direction", Direction),
        **_member("attribution", Attribution),
        "low is not a finite number": low.is_finite(),
        "high is not a finite number": high.is_finite(),
        "low is greater than high": pl.when(low.is_finite() & high.is_finite()).then(low <= high),
        **_direction_rules(),
        **_factor_rules(),
        "hardware holds an empty name": pl.col("hardware").list.eval(pl.element().fill_null("") != "").list.all(),
        **_given("sentence", "rule", "confidence", "extractor_version"),
        **_not_empty("sentence", "extractor_version"),
        "sentence does not hold the quote": pl.when(pl.col("sentence") != "").then(
            pl.col("sentence").str.contains(pl.col("quote"), literal=True)
        ),
        "confidence is not between 0 and 1": pl.col("confidence").is_between(0, 1),
    }


def _direction_rules() -> Rules:
    comparison = pl.col("kind") == Kind.COMPARISON.value
    given = pl.col("direction").is_not_null()
    return {
        "direction is missing from a comparison": given | ~comparison,
        "direction is given for what is no comparison": pl.when(_in("kind", Kind)).then(comparison | ~given),
    }


# The factor as defined, of a percentage or a multiple below 1 *by* which and *to* which the metric moved; null where
# none is.
FACTOR_COLUMNS: dict[str, pl.DataType] = {
    "by_low": tables.NUMBER,
    "by_high": tables.NUMBER,
    "to_low": tables.NUMBER,
    "to_high": tables.NUMBER,
}


def _factor_rules() -> Rules:
    low, high = pl.col("factor_low"), pl.col("factor_high")
    by, to = pl.col("by_low").is_not_null(), pl.col("to_low").is_not_null()
    both = low.is_not_null() & high.is_not_null()
    neither = low.is_null() & high.is_null()
    # A percentage's row may leave the factor out where either wording, "by" or "to", defines none.
    called_for = by & (to | (pl.col("unit") != Unit.PERCENT))
    rules = {
        "factor_low and factor_high are not given together": both | neither,
        "factor is missing": ~(neither & called_for),
        "factor is given where none is defined": ~both | by | to,
        "factor is not the one that is defined": ~(both & (by | to)) | _as_defined("by") | _as_defined("to"),
    }
    return {words: pl.when(_defining_fields_are_right()).then(holds) for words, holds in rules.items()}


def _defining_fields_are_right() -> pl.Expr:
    return pl.all_horizontal(
        _in("kind", Kind),
        _in("metric", Metric),
        _in("direction", Direction) | pl.col("direction").is_null(),
        pl.col("unit").is_not_null(),
        pl.col("low").is_finite() & pl.col("high").is_finite() & (pl.col("low") <= pl.col("high")),
    )


def _as_defined(form: str) -> pl.Expr:
    return pl.all_horizontal(
        (pl.col(f"factor_{end}") - pl.col(f"{form}_{end}")).abs() <= _CLOSE * pl.col(f"{form}_{end}").abs()
        for end in ("low", "high")
    ).fill_null(False)


def _paper_rules() -> Rules:
    # What fold_space leaves: single spaces, none at the ends.
    unfolded = r"^\s|\s$|\s\s|[^\S ]"
    return {
        **_given("paper_id", "title", "abstract", "source", "categories"),
        # The last one stands, as it does between one batch and the next.
        "paper_id is given again with another text": pl.col("paper_id").is_last_distinct(),
        "paper_id is not the one that its identifiers give": pl.col("paper_id") == pl.col("expected_id"),
        **_not_empty("title", "source"),
        "white space of the title is not folded": ~pl.col("title").str.contains(unfolded),
        "white space of the abstract is not folded": ~pl.col("abstract").str.contains(unfolded),
        **_matches("url", _URL, "is not well formed"),
        **_matches("arxiv_id", _ARXIV_ID, "is not well formed"),
        **_matches("doi", _DOI, "is not well formed"),
    }


def _link_rules() -> Rules:
    repository = pl.col("type") == LinkType.REPOSITORY.value
    host = pl.col("repo").str.split("/").list.first()
    return {
        **_span_rules(),
        **_unique(_SPAN_COLUMNS[:4], "span is given twice"),
        **_given("url", "type"),
        **_member("type", LinkType),
        **_matches("url", _URL, "is not well formed"),
        "url ends in punctuation": ~pl.col("url").str.contains(r"[.,;:!?'’]$"),
        "repo is missing from a repository": pl.col("repo").is_not_null() | ~repository,
        "repo is given for what is no repository": repository | pl.col("repo").is_null(),
        "repo is not host/owner/name": pl.col("repo").str.contains(_REPO)
        & (host == host.str.to_lowercase())
        & ~pl.col("repo").str.ends_with(".git"),
        "ref is given without a repo": pl.col("repo").is_not_null() | pl.col("ref").is_null(),
    }


PAPERS = Model("papers", {**tables.PAPERS, "expected_id": tables.TEXT}, _paper_rules())
CLAIMS = Model("claims", {**tables.CLAIMS, **_WITH_TEXT, **FACTOR_COLUMNS}, _claim_rules())
HARDWARE_MENTIONS = Model(
    "hardware_mentions",
    {**tables.HARDWARE_MENTIONS, **_WITH_TEXT},
    {
        **_span_rules(),
        **_unique(_SPAN_COLUMNS[:4], "span is given twice"),
        **_given("name", "rule"),
        **_not_empty("name"),
    },
)
LINKS = Model("links", {**tables.LINKS, **_WITH_TEXT}, _link_rules())
HARDWARE = Model(
    "hardware",
    tables.HARDWARE,
    {
        **_given("name", "device_class"),
        **_not_empty("name", "vendor", "family", "architecture", "accelerator"),
        **_unique(["name"], "name is given twice"),
        **_member("device_class", DeviceClass),
        "released is not a year of computing": pl.col("released").is_between(1940, 2100),
        **_positive("memory_gb", "fp16_tflops", "bandwidth_gbs", "tdp_w"),
        "aliases holds an empty name": pl.col("aliases").list.eval(pl.element().fill_null("") != "").list.all(),
        "accelerators is not 1 or more": pl.col("accelerators") >= 1,
    },
)
