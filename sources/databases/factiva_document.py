"""What ends an article of Factiva's: "Document EXWI000020230925ej9p0001"; and what the database says of itself."""

import re
from functools import cache

from sources.databases.lines import is_page
from sources.databases.words import any_of, begins_with, database_words

__all__ = ["document_in", "is_furniture", "is_search"]


def document_in(line: str) -> str | None:
    """Read an article's number, which has letters and digits; None where a line is anything else.

    >>> document_in("Document EXWI000020230925ej9p0001"), document_in("Document 7")
    ('EXWI000020230925ej9p0001', None)
    """
    match = _document_line().fullmatch(line)
    return match["id"] if match else None


def is_furniture(line: str) -> bool:
    """Know the head and foot of a page, and what the database says of itself."""
    return is_page(line) or bool(begins_with(database_words().factiva.furniture).match(line))


def is_search(line: str) -> bool:
    """Know the line under the last article from which on the search is told."""
    return bool(begins_with(database_words().factiva.searches).match(line))


@cache
def _document_line() -> re.Pattern[str]:
    documents = any_of(database_words().factiva.documents)
    return re.compile(rf"\s*(?:{documents})\s+(?P<id>(?=\w*\d)(?=\w*[^\W\d])\w{{10,40}})\s*", re.IGNORECASE)
