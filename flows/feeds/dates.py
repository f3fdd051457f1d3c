"""The dates of a feed: what is no date is left out, counted, and said once; a paper is worth more than its date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from email.utils import parsedate_to_datetime

import regex

from flows.feeds.source import Notice

_ISO_DAY = len("2024-12-31")
_SHOWN = 40  # characters of what is no date
_YEAR = regex.compile(r"(?P<year>[12]\d{3})(?:-(?P<month>\d\d?))?")


class Dates:
    """Reads the dates of one feed; what it can not read of a record is kept until the record's place is known."""

    def __init__(self) -> None:
        self.unread: str | None = None
        """What the record that was read last has for a date that is none."""
        self._first = ""
        self._place = ""
        self._count = 0

    def of(self, value: object, key: str = "published") -> dt.date | None:
        """The day of a date, or of a date and time, as ISO 8601 or RFC 822 write it; null when there is none.

        Of a year, or a year and a month, it is the first day. What is no date is null as well, and noted.
        """
        if value is None or (isinstance(value, str) and not value.strip()):
            return None
        if (found := _day(value)) is None:
            self.leave_out(value, key)
        return found

    def earliest(self, values: Iterable[str], key: str) -> dt.date | None:
        """The first day of some dates, of which those that are none do not matter beside others."""
        found = [day for value in values if (day := self.of(value, key))]
        if found:
            self.unread = None
        return min(found, default=None)

    def leave_out(self, value: object, key: str) -> None:
        """Note that what a record has under ``key`` is no date."""
        self.unread = f"{key} is no date such as 2024-12-31: {str(value)[:_SHOWN]!r}"

    def note(self, place: str | None) -> None:
        """Count what is unread of a paper at that place; null: the record is refused, which is said by itself."""
        if place is not None:
            if not self._count:
                self._first, self._place = self.unread or "", place
            self._count += 1
        self.unread = None

    def told(self) -> Iterator[Notice]:
        """What is to be said at the end of the feed."""
        if self._count:
            more = self._count - 1
            as_in = f", as in {more:,} more record{'s' if more > 1 else ''}" if more else ""
            yield Notice(self._place, f"{self._first}; it is left out{as_in}")


def _day(value: object) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, float) and value.is_integer():  # a column of years, some of which are missing
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    written = str(value).strip()
    try:
        if len(written) == _ISO_DAY:
            return dt.date.fromisoformat(written)
        if found := _YEAR.fullmatch(written):
            return dt.date(int(found["year"]), int(found["month"] or 1), 1)
        return dt.datetime.fromisoformat(written).date()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(written).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    # A time that is not ISO's may follow.
    return _day(written[:_ISO_DAY]) if written[_ISO_DAY : _ISO_DAY + 1] in (" ", "T") else None
