"""Datelines: the place, and often the agency and the date, that a report opens with."""

import re
from functools import cache
from typing import NamedTuple

from schemas.codebook import load_codebook
from sources.outlet import outlet_named
from sources.publication import is_date

__all__ = ["Dateline", "read_dateline"]

LONGEST = 160  # characters; a dash further on belongs to a sentence
MOST_WORDS = 4  # of a place: "SAN JOSE DE OCOA"
SMALL_WORDS = frozenset({"of", "the", "de", "del", "la", "las", "los", "el", "al", "and", "du", "da"})
STRETCH = 60  # characters behind the dash that show whether the whole report is in capitals

# BANJSKA, Kosovo, Sept. 25 (Example Wire) -    /    SAN JOSE (COSTA RICA), 11 DEC 89 (EFE) -- [TEXT]
_OPENING = re.compile(
    r"(?P<place>[^\W\d_][^\n\[\]()—–:]{1,60}?(?:\([^()\d\n]{2,30}\)(?:,[^\n\[\]()—–:]{1,40}?)?)?)"
    r"\s*(?:[(\[](?P<agency>[^()\[\]\n]{2,60})[)\]])?\s*(?P<mark>--+|[—–](?=\s)|(?<=\w):(?=\s)|-(?=\s)|$)"
)
# "Sept. 25", "3 JAN 90", "July 28", "Friday", "NO DATE"
_WORDS_OF_DATES = r"(?:\d{{1,4}}|{words}|NO DATE)\.?(?:\s+(?:\d{{1,4}}|{words})\.?)*"


class Dateline(NamedTuple):
    """What stands before the dash; `published` is the date as written, where it has a year."""

    text: str
    agency: str | None = None
    published: str | None = None


def read_dateline(paragraph: str) -> Dateline | None:
    """Read the dateline that a paragraph begins with.

    >>> read_dateline("BANJSKA, Kosovo, Sept. 25 (Example Wire) - Five people died.")
    Dateline(text='BANJSKA, Kosovo, Sept. 25', agency='Example Wire', published=None)
    """
    start = paragraph.lstrip()
    match = _OPENING.match(start[:LONGEST])
    if not match or (match["mark"] == "" and not match["agency"]):
        return None
    place, agency = " ".join(match["place"].split()), match["agency"]
    parts = [part.strip() for part in place.split(",")]
    if not _is_place(parts) or outlet_named(place):
        return None
    dated = _full_date(parts)
    if not (dated or _is_agency(agency) or _stands_out(parts, match["mark"], start[match.end() :])):
        return None
    return Dateline(place, " ".join(agency.split()) if agency and _is_agency(agency) else None, dated)


def _full_date(parts: list[str]) -> str | None:
    """Give the date with its year that ends a dateline: "Sept. 25, 2023" holds a comma."""
    endings = (", ".join(parts[at:]) for at in range(1, len(parts)))
    return next((ending for ending in endings if is_date(ending)), None)


def _is_place(parts: list[str]) -> bool:
    first, *others = parts
    return (
        _is_name(first)
        and not _is_date(first)
        and first.casefold() not in _no_places()
        and all(_is_name(part) or _is_date(part) for part in others)
    )


def _is_name(words: str) -> bool:
    names = re.sub(r"[()]", " ", words).split()
    return 0 < len(names) <= MOST_WORDS + words.count("(") * 2 and all(
        name[0].isupper() or name.casefold() in SMALL_WORDS for name in names
    )


def _is_date(words: str) -> bool:
    return bool(_date_words().fullmatch(words))


def _is_agency(words: str | None) -> bool:
    names = words.split() if words else []
    return bool(names) and all(name[0].isupper() or not name[0].isalpha() or name in SMALL_WORDS for name in names)


def _stands_out(parts: list[str], mark: str, rest: str) -> bool:
    """Know a dateline that names neither agency nor year by its capitals, or by place and country.

    In a report that is all in capitals a dash may stand in any sentence.
    """
    if rest[:STRETCH].isupper() and "NO DATE" not in parts:
        return False
    is_capital = parts[0].isupper() and len(parts[0]) > 2  # noqa: PLR2004  ("A - the first of two")
    return is_capital or (mark in {"—", "–", "--"} and len(parts) > 1)


@cache
def _date_words() -> re.Pattern[str]:
    times = load_codebook("times")
    words = [*times["months"], *times["weekdays"], *times["weekday_abbreviations"]]
    longest_first = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(_WORDS_OF_DATES.format(words=f"(?:{longest_first})"), re.IGNORECASE)


@cache
def _no_places() -> frozenset[str]:
    return frozenset(load_codebook("front_matter")["no_places"])
