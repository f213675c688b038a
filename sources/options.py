"""What the reader of reports may be told from outside."""

from datetime import date

from pydantic import PositiveFloat, PositiveInt

from schemas.record import Record
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
    file of a format without bounds of its own (a PDF) may take.
    """

    published: date | None = None
    date_order: DateOrder | None = None
    largest_report: PositiveInt = LARGEST_REPORT
    largest_archive: PositiveInt = LARGEST_ARCHIVE
    most_members: PositiveInt = MOST_MEMBERS
    deepest: PositiveInt = DEEPEST
    longest_wait: PositiveFloat = LONGEST_WAIT
