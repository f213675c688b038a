"""Patterns for the words around the names of places: distances, edges, lines, and what ties a name.

Those whose names end in `_of` are searched in the text before a name and end at it; those that begin with `own_`
are matched with the text after it.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

__all__ = ["DIGITS", "Distances", "Edges", "Lines", "Slots", "Ties"]

Book = Mapping[str, Any]

DIGITS = r"\d{1,3}(?:,\d{3})+|\d+(?:[.,]\d+)?"
BRACKET = r"(?:\s*\([^()]{0,30}\))?"  # "30 miles (48 km) south-west"
ASIDE = r"(?:[\s,]+(?:away|due|further|to|the|about|just|in))*"  # "15 km to the north", "20 km due north"
APART = r"(?:[\s,]+(?:of|from|off|outside|away|side))+"
OWNER = r"(?:['\u2019]s?)?"  # "Sudan's border"
AREA = r"(?:\s+(?:area|areas|region|regions|zone|strip|districts?))?"
SHORT = 2  # letters: "NW" is a direction only after a distance
HALVES = re.compile(r"(north|south)(east|west)")


class Slots:
    """What the patterns share: any word of a section, compass points, numbers, and how a phrase ends at a name."""

    def __init__(self, book: Book, *, points: Iterable[str], numbers: Iterable[str]) -> None:
        self._book = book
        words = list(points)
        long = [word for word in words if len(word) > SHORT]
        self.any_point, self.compass = _directions(words), _directions(long)
        self.long = _directions([*long, *book["middles"]["words"]])
        self.numbers = rf"{DIGITS}|{_any(numbers)}"
        self.units = _any(word for row in book["units"].values() for word in row["words"])
        self.modes = _any(book["travel"])
        fillers = rf"(?:[\s,]+(?:{self.any('fillers')}))*"
        self.end = rf"(?:(?:\s+the)?\s+[^\W\d_]+\s+capital,?)?{fillers}[\s,\"'\u2018\u201c]*$"

    def any(self, section: str) -> str:
        """Match any word of a section of the codebook."""
        return _any(self._book[section]["words"])


class Distances:
    """How far and in which direction: "20 km north of", "an hour's drive from", "near"."""

    def __init__(self, slots: Slots) -> None:
        size = rf"\b(?P<number>{slots.numbers})(?:\s+(?:of|a))?[\s-]*(?P<unit>{slots.units})\b{BRACKET}"
        hours = rf"\b(?P<hours>half an|{slots.numbers})[\s-]*hours?(?:['\u2019]s?)?[\s-]+(?P<mode>{slots.modes})"
        self.measure = _pattern(rf"{size}(?:.*?\b(?P<direction>{slots.any_point})\b)?")
        self.offset_of = _pattern(rf"{size}{ASIDE}(?:[\s,]+(?P<direction>{slots.any_point})\b)?{APART}{slots.end}")
        self.travel_of = _pattern(rf"{hours}{ASIDE}(?:\s+(?:{slots.any_point}))?{APART}{slots.end}")
        self.directed_name = _pattern(rf"^(?:the )?(?P<direction>{slots.long}) (?:of )?(?P<rest>.+)$")
        # "north of the city" is outside it, "in the north of the country" is inside
        self.outside = _pattern(rf"(?:^|\b(?:just|to the|lies|lying) )(?:{slots.long}) (?:of|from)\b")
        self.beside_of = _pattern(rf"(?<!in the )(?<!in )\b(?P<direction>{slots.compass})\s+of{slots.end}")
        self.part = _pattern(rf"\b(?P<direction>{slots.long})\b")
        self.near = _pattern(rf"\b(?:{slots.any('near')})\b")


class Edges:
    """Borders, coasts and outskirts."""

    def __init__(self, slots: Slots) -> None:
        border, coast, outskirts = slots.any("borders"), slots.any("coasts"), slots.any("outskirts")
        people = rf"(?!\s+(?:{slots.any('border_people')})\b)"
        self.border_of = _pattern(rf"\b(?:{border}){AREA}\s+(?:with|of|to){slots.end}")
        self.borders_between_of = _pattern(rf"\b(?:{border}){AREA}\s+(?:between|of|dividing|separating){slots.end}")
        self.border_with = _pattern(rf"{OWNER}(?:\s+[^\W\d_]+)?\s+(?:{border}){AREA}\s+(?:with|and){slots.end}")
        self.own_border = _pattern(rf"{OWNER}(?:\s+[^\W\d_]+)?[\s-]+(?:{border})\b{people}")
        self.own_and_border = _pattern(rf"\s+and\s+the\s+(?:[^\W\d_]+\s+)?(?:{border})\b")
        self.coast_of = _pattern(rf"\b(?:{coast})\s+of{slots.end}")
        self.off_of = _pattern(r"\b(?:off|along|on)\s+(?:the\s+)?(?:[^\W\d_]+\s+)?$")
        self.own_coast = _pattern(rf"{OWNER}\s+(?:{coast})\b")
        self.outskirts = _pattern(rf"\b(?:{outskirts})\b")
        self.outskirts_of = _pattern(rf"\b(?:{outskirts})\s+(?:of|to){slots.end}")


class Lines:
    """Two names that one phrase joins: a way from one to the other, or several provinces."""

    def __init__(self, slots: Slots) -> None:
        ways = slots.any("ways")
        on_the_way = rf"\b(?:{ways}|{slots.any('travelling')})\b"
        self.joint = _pattern(rf"\s*(?:,\s*)?(?:\band\b|\bto\b|\bwith\b|[-\u2013\u2014/]){slots.end}")
        self.between_of = _pattern(rf"\bbetween{slots.end}")
        self.way_of = _pattern(rf"{on_the_way}[^.;]{{0,50}}?\bfrom{slots.end}|\b(?:{slots.any('linking')}){slots.end}")
        self.own_way = _pattern(rf"(?:\s+[^\W\d_]+)?\s+(?:{ways})\b")
        self.own_kind = _pattern(rf"\s+(?:{slots.any('plural_kinds')})\b")
        self.kinds_of = _pattern(rf"\b(?:{slots.any('plural_kinds')})\s+of{slots.end}")


class Ties:
    """What ties a name that stands before a noun, or that the parse takes for a part of a longer name."""

    def __init__(self, slots: Slots) -> None:
        self.own_premises = _pattern(rf"{OWNER}\s+(?:[^\W\d_]+\s+)?(?:{slots.any('premises')})\b")
        self.own_then = _pattern(rf"\s*(?:$|[,.;:()\[\]\"]|\d|(?:{slots.any('then')})\b)")
        self.tied_of = _pattern(rf"\b(?:{slots.any('at')})\s+(?:the\s+)?$")


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    """Match any of the words, the longest first; a space is any white space."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


def _directions(words: Iterable[str]) -> str:
    """Match compass words with a hyphen or a space between their halves: "south-west", "north eastern"."""
    return "|".join(HALVES.sub(r"\1[\\s-]?\2", word) for word in sorted(words, key=len, reverse=True))
