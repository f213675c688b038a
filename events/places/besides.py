"""Names that a report puts beside a place and that nobody has found in it: "in Banjska, near Vučitrn"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from schemas.place import PlaceReference
from schemas.span import Span

__all__ = ["besides"]

# A capital, then letters; two or three such words, joined as names of places are: "Deir ez-Zor", "Umm al-Fahm".
WORD = r"[^\W\d_a-z][\w'\u2019-]*"
BESIDE = re.compile(
    r"\b(?P<relation>near|outside|close to|not far from) (?:the )?(?:(?P<kind>village|town|city) of )?"
    rf"(?P<name>{WORD}(?:[ -](?:al|el|ez|az|as|ash|de|la|le|du|upon)?[ -]?{WORD}){{0,2}})"
)


def besides(text: str, references: Sequence[PlaceReference]) -> Iterator[PlaceReference]:
    """Give the names after "near" and the like that overlap no reference; what is no place has no candidate later.

    >>> [found.name for found in besides("two killed in Banjska, near Vučitrn, police said", [])]
    ['Vučitrn']
    """
    taken = sorted((reference.span.start, reference.span.end) for reference in references)
    for found in BESIDE.finditer(text):
        start, end = found.span("name")
        before = bisect_left(taken, (end, 0))
        if before == 0 or taken[before - 1][1] <= start:
            yield PlaceReference(
                name=found["name"], span=Span(start=start, end=end), relation="near", kind_word=found["kind"]
            )
