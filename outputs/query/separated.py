"""Comma-separated values, by RFC 4180, with lines that end in a line feed."""

import re
from collections.abc import Iterator, Sequence

from outputs.query.question import Question

__all__ = ["separated"]

NEEDS_QUOTES = re.compile(r'[",\r\n]')


def separated(question: Question, _window: int) -> Iterator[str]:
    """Write the answer as CSV that runs nothing in a spreadsheet; null is empty, empty text is ""."""
    yield _line(question.csv_header())
    for row in question.rows("csv_rows"):
        yield _line(row)


def _line(cells: Sequence[str | None]) -> str:
    return ",".join(map(_cell, cells)) + "\n"


def _cell(text: str | None) -> str:
    if text is None:
        return ""
    return '"' + text.replace('"', '""') + '"' if not text or NEEDS_QUOTES.search(text) else text
