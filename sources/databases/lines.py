"""Lines of a download: where words begin and end, dates, fields, and what belongs to no article."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from schemas.vocabulary import RejectReason
from sources.databases.words import any_of, begins_with, counted, database_words, field_kinds
from sources.refusal import Refusal, quoted

__all__ = [
    "Field",
    "body_of",
    "day_in",
    "field_in",
    "has_blank_lines",
    "is_copyright",
    "is_page",
    "language_in",
    "lines_of",
    "name_in",
    "numbers_in",
    "one_line",
    "stray",
]

LONGEST_DATE_LINE = 120  # characters, with an edition behind the date

_FIELD = re.compile(r"\s*(?P<name>[^\W\d_][\w -]{1,30}?)\s?:\s*(?P<value>.*)")


class Field(NamedTuple):
    """One line of the header, "BYLINE: Jane Doe": what it is, as it is named there, and what it says."""

    kind: str
    name: str
    value: str


def lines_of(text: str) -> list[str]:
    """Split a text at its line ends, whichever they are."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def body_of(lines: Sequence[str]) -> str:
    """Give lines as they are, without the blank ones above and below."""
    worded = [at for at, line in enumerate(lines) if line.strip()]
    return "\n".join(lines[worded[0] : worded[-1] + 1]) if worded else ""


def has_blank_lines(lines: Sequence[str]) -> bool:
    """Say whether blank lines part the paragraphs; where none does, each line is one."""
    worded = [at for at, line in enumerate(lines) if line.strip()]
    return any(below != at + 1 for at, below in pairwise(worded))


def one_line(lines: Sequence[str]) -> str | None:
    """Join the lines of a headline; None where there are no words."""
    return " ".join(" ".join(lines).split()) or None


def field_in(line: str) -> Field | None:
    """Read a line as a field whose name the codebook knows."""
    match = _FIELD.fullmatch(line)
    kind = field_kinds().get(match["name"].casefold()) if match else None
    return Field(kind, match["name"], match["value"].strip()) if match and kind else None


def day_in(line: str) -> str | None:
    """Read a line that is a date of publication, in any of the languages, as ISO 8601 with the time behind it.

    >>> day_in("January 20, 2009 Tuesday 8:27 PM GMT"), day_in("Montag 25. September 2023")
    ('2009-01-20 8:27 PM GMT', '2023-09-25')
    >>> day_in("25 September 2023: what we know") is None
    True
    """
    match = _date_line().fullmatch(line.strip()) if len(line) <= LONGEST_DATE_LINE else None
    if not match:
        return None
    year = match["year"] or match["year_behind"] or match["year_before"]
    day = match["day"] or match["day_behind"] or match["day_last"]
    name = match["month"] or match["month_before"]
    month = database_words().months[name.casefold()] if name else int(match["month_number"])
    written = f"{year}-{month:02}-{int(day):02}"
    return f"{written} {match['clock'].strip()}" if match["clock"] else written


def name_in(line: str) -> str:
    """Give the name that a byline holds: "By Jane Doe" is Jane Doe."""
    return re.sub(rf"^\s*(?:{any_of(database_words().words.bylines)})\s+(?=\S)", "", line, flags=re.IGNORECASE).strip()


def language_in(written: str | None) -> str | None:
    """Give a language as metadata name it, where the database writes it in a language of its own ("Englisch")."""
    first = re.split(r"[;,]", written, maxsplit=1)[0].strip() if written else ""
    return database_words().languages.get(first.casefold(), first) or None


def is_copyright(line: str) -> bool:
    """Know "Copyright 2023 Example Wire", "(c) 2023 Example Wire" and "All Rights Reserved"."""
    words = database_words().words
    has_year = begins_with(words.copyrights).match(line) and re.search(r"\d{4}", line)
    return bool(has_year or begins_with(words.reserved).match(line))


def is_page(line: str) -> bool:
    """Know the head or foot of a page: "Page 2 of 3"."""
    numbers = numbers_in(line, counted(database_words().nexis.pages))
    return numbers is not None and numbers[0] <= numbers[1]


def numbers_in(line: str, pattern: re.Pattern[str]) -> tuple[int, int] | None:
    """Read a line that counts: its own number, and of how many."""
    match = pattern.fullmatch(line)
    if not match:
        return None
    number, total = (int(value) for name, value in match.groupdict().items() if value)
    return number, total


def stray(lines: Sequence[str], first: int, *, is_furniture: Callable[[str], object]) -> Iterator[Refusal]:
    """Tell of lines that belong to no article; `first` is the number of the first of them."""
    worded = [at for at, line in enumerate(lines) if line.strip() and not is_furniture(line)]
    if worded:
        yield Refusal(
            reason=RejectReason.INCOMPLETE,
            detail=f"The words at line {first + worded[0]:,}, {quoted(lines[worded[0]])}, belong to no article of the "
            "download. If they are a report, save them as a file of their own.",
        )


@cache
def _date_line() -> re.Pattern[str]:
    book = database_words()
    month, weekday = any_of(book.months), any_of(book.words.weekdays)
    forms = (
        rf"(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th|er|º)?\s*(?:de\s+)?(?P<month>{month})\.?,?\s*(?:del?\s+)?(?P<year>\d{{4}})",
        rf"(?P<month_before>{month})\.?\s*(?P<day_behind>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year_behind>\d{{4}})",
        r"(?P<year_before>\d{4})-(?P<month_number>\d{1,2})-(?P<day_last>\d{1,2})",
    )
    clock = r"\d{1,2}:\d\d(?::\d\d)?(?:\s*[AP]\.?M\.?)?(?:\s+[A-Z]{2,5}\b)?"
    edition = rf"[^\n]*\b(?:{any_of(book.words.editions)})\b[^\n]*"
    return re.compile(
        rf"(?:(?:{weekday})\b\.?,?\s+)?(?:{'|'.join(forms)})(?:,?\s*\b(?:{weekday})\b\.?)?"
        rf"(?:,?\s+(?P<clock>{clock}))?(?:[,;]?\s+{edition})?",
        re.IGNORECASE,
    )
