"""What the reader of reports may be told from outside."""

from datetime import date
from pathlib import Path

from pydantic import Field, PositiveFloat, PositiveInt, field_validator

from schemas.record import Record
from sources.columns import KEYS
from sources.publication import DateOrder

__all__ = ["LARGEST_REPORT", "ReadOptions"]

LARGEST_REPORT = 20_000_000  # bytes; the longest novels have three million
LARGEST_ARCHIVE = 50_000_000_000  # bytes; a month of a web crawl's news has a tenth
MOST_MEMBERS = 1_000_000
DEEPEST = 4  # a mail in a mailbox in a packed tape in a zip
LONGEST_WAIT = 60.0  # seconds; a PDF of a thousand pages takes five


class ReadOptions(Record):
    """What serves every report.

    `published` is the day of those that carry none; `date_order` says how 06/07/2016 is read;
    `largest_report` is the most bytes that one report may have: a file, a line of JSON, a row of a table;
    `largest_archive` the most that all that one archive holds may have, unpacked, `most_members` how many files
    it may hold, `deepest` how many archives may lie one within the other; `longest_wait` the seconds that one
    file of a format without bounds of its own (a PDF) may take; `keep_raw` is the folder in which the bytes of each
    report are kept; `columns` names the columns of tables, and keys
    of JSON lines, that hold a field: {"text": "Body"}.
    """

    published: date | None = None
    date_order: DateOrder | None = None
    largest_report: PositiveInt = LARGEST_REPORT
    largest_archive: PositiveInt = LARGEST_ARCHIVE
    most_members: PositiveInt = MOST_MEMBERS
    deepest: PositiveInt = DEEPEST
    longest_wait: PositiveFloat = LONGEST_WAIT
    keep_raw: Path | None = None
    columns: dict[str, str] = Field(default_factory=dict)

    @field_validator("columns")
    @classmethod
    def _are_of_fields(cls, columns: dict[str, str]) -> dict[str, str]:
        """Refuse a column for what no report has."""
        for field in columns:
            if field not in KEYS:
                raise ValueError(f"'{field}' is nothing that a report has. There is: {', '.join(KEYS)}")
        return columns
