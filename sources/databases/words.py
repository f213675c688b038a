"""The words by which newspaper databases mark what stands about an article."""

import re
from collections.abc import Iterable
from functools import cache

from schemas.codebook import load_codebook, read_codebook
from schemas.record import Record

__all__ = ["DatabaseWords", "any_of", "begins_with", "counted", "database_words", "field_kinds"]


class _Words(Record):
    weekdays: tuple[str, ...]
    editions: tuple[str, ...]
    notices: tuple[str, ...]
    units: tuple[str, ...]
    bylines: tuple[str, ...]
    copyrights: tuple[str, ...]
    reserved: tuple[str, ...]


class _Nexis(Record):
    counts: tuple[str, ...]
    ends: tuple[str, ...]
    bodies: tuple[str, ...]
    graphics: tuple[str, ...]
    indexes: tuple[str, ...]
    totals: tuple[str, ...]
    covers: tuple[str, ...]
    requests: tuple[str, ...]
    pages: tuple[str, ...]
    furniture: tuple[str, ...]


class _Factiva(Record):
    title: str
    byline: str
    published: str
    publisher: str
    language: str
    external_id: str
    above: tuple[str, ...]
    text: tuple[str, ...]
    below: tuple[str, ...]
    indexes: tuple[str, ...]
    documents: tuple[str, ...]
    searches: tuple[str, ...]
    furniture: tuple[str, ...]


class DatabaseWords(Record):
    """The codebook `databases`: each entry stands there beside a line that it is for."""

    months: dict[str, int]
    words: _Words
    languages: dict[str, str]
    fields: dict[str, tuple[str, ...]]
    nexis: _Nexis
    factiva: _Factiva


@cache
def database_words() -> DatabaseWords:
    """Read the codebook, with the English months and weekdays, which another one has."""
    book, times = read_codebook(DatabaseWords, "databases"), load_codebook("times")
    weekdays = (*book.words.weekdays, *times["weekdays"], *times["weekday_abbreviations"])
    words = book.words.model_copy(update={"weekdays": weekdays})
    return book.model_copy(update={"words": words, "months": {**book.months, **times["months"]}})


@cache
def field_kinds() -> dict[str, str]:
    """Say what a field is by any of its names, in small letters."""
    return {name: kind for kind, names in database_words().fields.items() for name in names}


def any_of(words: Iterable[str]) -> str:
    """Write a pattern that matches any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def begins_with(words: tuple[str, ...]) -> re.Pattern[str]:
    """Know a line that begins with one of the words; `{year}` stands for any year."""
    return re.compile(rf"\s*(?:{any_of(words)})(?!\w)".replace(r"\{year\}", r"\d{4}"), re.IGNORECASE)


@cache
def counted(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Know a line that counts, "1 of 50 DOCUMENTS"; each form gives its groups names with its place behind."""
    forms = (
        form.replace("{number}", rf"(?P<number{at}>\d{{1,7}})").replace("{all}", rf"(?P<all{at}>\d{{1,7}})")
        for at, form in enumerate(patterns)
    )
    return re.compile(rf"\s*(?:{'|'.join(forms)})\s*", re.IGNORECASE)
