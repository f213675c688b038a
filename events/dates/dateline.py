"""A report's dateline: "NAIROBI, Kenya (AP) —", "SAN SALVADOR, 31 OCT 89 (DPA) -- [TEXT]"."""

import re
from datetime import date
from functools import cache

from events.dates.find import find_times
from events.dates.grammar import Grammar, read_grammar
from schemas.record import Record
from schemas.span import Span

__all__ = ["Dateline", "read_dateline"]

LONGEST = 400
LONGEST_BARE_PLACE = 3
PREVIEW = 60
SHORTEST_PLACE = 3
UPPER = "[A-ZÀ-ÖØ-Þ]"
SHOUTED = rf"{UPPER}[A-ZÀ-ÖØ-Þ'’.-]{{0,24}}(?: {UPPER}[A-ZÀ-ÖØ-Þ'’.-]{{0,24}}){{0,4}}(?!\w)"
NAMED = rf"{UPPER}[\w'’.-]{{1,24}}(?: (?:(?:of|the|de|la|al|el|ad|e) )?{UPPER}[\w'’.-]{{0,24}}){{0,3}}"
NAME = rf"(?:{SHOUTED}|{NAMED})"
DAY = r"(?P<day>(?:(?i:@anyweekday),? )?(?i:\d|@month|@nodate)[^()\[\]\n—–:]{0,24}?)"
TEMPLATE = (
    rf"\s{{0,40}}(?P<place>{NAME}(?:/{NAME})?)"  # BOR/JUBA
    r"(?: \((?P<inside>[^()]{2,60})\))?"  # (PANAMA)
    rf"(?P<country>(?:, (?!(?i:@month|@nodate)){NAME}){{1,2}})?"  # , Kenya
    rf"(?:(?:,| [-–—]) {DAY})?"  # , 31 OCT 89
    r"(?:\s{0,4}\((?P<agency>[^()]{1,60})\))?"  # (Example Wire)
    r"\s{0,3}(?P<mark>--|—|–|:|-(?=\s)|\n)\s{0,8}"
    r"(?:\[[^\[\]]{1,120}\]\s{0,8}){0,6}"  # [REPORT] [TEXT]
)


class Dateline(Record):
    """Where and when a report says that it was written; `span` holds all of the dateline, slugs too."""

    span: Span
    place: str
    place_span: Span
    country: str | None = None
    day: date | None = None
    agency: str | None = None


def read_dateline(text: str, *, published: date | None, grammar: Grammar | None = None) -> Dateline | None:
    """Read the dateline that a report begins with; None where it begins otherwise.

    A day without its year takes the nearest to `published`, and is none without that.

    >>> line = read_dateline("NAIROBI, Kenya (Example Wire) — Gunmen fled.", published=None)
    >>> line and (line.place, line.country, line.agency)
    ('NAIROBI', 'Kenya', 'Example Wire')
    """
    grammar = grammar or read_grammar()
    match = _pattern(grammar).match(text, 0, LONGEST)
    if match is None or not _tells_a_place(match, text, grammar):
        return None
    country, agency = match["country"], match["agency"]
    if match["inside"]:  # "BAGHDAD (Example Wire) -", but "QUITO (ECUADOR), 3 MAY 89 (Example Wire) --"
        is_country = bool(match["day"] or agency)
        country, agency = (match["inside"], agency) if is_country else (country, match["inside"])
    return Dateline(
        span=_trimmed(match),
        place=" ".join(match["place"].split()),
        place_span=Span(start=match.start("place"), end=match.end("place")),
        country=" ".join(country.strip(", \n").split()) if country else None,
        day=_told_day(match["day"], published=published, grammar=grammar),
        agency=" ".join(agency.split()) if agency else None,
    )


@cache
def _pattern(grammar: Grammar) -> re.Pattern[str]:
    return grammar.compiled.cased(TEMPLATE)


def _tells_a_place(match: re.Match[str], text: str, grammar: Grammar) -> bool:
    """Say whether the words before the dash are a place and no headline, slug or weekday."""
    place = match["place"]
    words, mark = grammar.times.dateline, match["mark"]
    if set(place.lower().split()) & set(words.not_places) or len(place) < SHORTEST_PLACE:
        return False
    if find_times(place, published=None, grammar=grammar):
        return False
    if match["day"]:
        is_told = find_times(match["day"], published=None, grammar=grammar)
        return bool(is_told) or match["day"].lower() in words.no_date
    if match["agency"] or match["inside"]:
        return mark not in (":", "\n")
    return mark != "\n" and _stands_alone(match, text)


def _stands_alone(match: re.Match[str], text: str) -> bool:
    """Say whether a place in capitals, with neither day nor agency, is a dateline: "KABUL: Four died"."""
    place, follows = match["place"], text[match.end() : match.end() + PREVIEW]
    if match["mark"] == ":" and (match["country"] or text[match.start("mark") - 1].isspace()):
        return False
    is_short = len(place.split()) <= LONGEST_BARE_PLACE
    return place.isupper() and is_short and not follows.isupper() and not follows[:1].islower()


def _told_day(words: str | None, *, published: date | None, grammar: Grammar) -> date | None:
    times = find_times(words, published=published, grammar=grammar) if words else ()
    return next((time.when.start for time in times if time.when.is_day), None)


def _trimmed(match: re.Match[str]) -> Span:
    """Give the match without the blanks around it."""
    words = match[0]
    start = match.start() + len(words) - len(words.lstrip())
    return Span(start=start, end=match.start() + len(words.rstrip()))
