"""What the reader of reports may be told from outside."""

from datetime import date

from pydantic import PositiveInt

from schemas.record import Record
from sources.publication import DateOrder

__all__ = ["LARGEST_REPORT", "ReadOptions"]

LARGEST_REPORT = 20_000_000  # bytes; the longest novels have three million


class ReadOptions(Record):
    """What serves every report.

    `published` is the day of those that carry none; `date_order` says how 06/07/2016 is read;
    `largest_report` is the most bytes that one report may have: a file, a line of JSON, a row of a table.
    """

    published: date | None = None
    date_order: DateOrder | None = None
    largest_report: PositiveInt = LARGEST_REPORT
