"""Toponyms: the names of places that people marked in a report, each with the point that it means."""

import unicodedata
from collections.abc import Mapping
from functools import cached_property
from typing import Any, Self

from pydantic import Field as Bounded
from pydantic import NonNegativeInt, model_validator

from schemas.record import Record
from schemas.span import Span

__all__ = ["GoldToponyms", "Toponym", "toponyms_from"]


class Toponym(Record):
    """A name from `start` to `end`; no point where nobody could say which place is meant.

    `geonameid` is GeoNames' number of the place.
    """

    start: NonNegativeInt
    end: NonNegativeInt
    text: str
    lat: float | None = Bounded(default=None, ge=-90, le=90)
    lon: float | None = Bounded(default=None, ge=-180, le=180)
    geonameid: int | None = None

    @property
    def point(self) -> tuple[float, float] | None:
        """Give latitude and longitude."""
        return None if self.lat is None or self.lon is None else (self.lat, self.lon)


class GoldToponyms(Record):
    """A report whose names of places are marked, with what is known of its publication."""

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    toponyms: tuple[Toponym, ...]

    @model_validator(mode="after")
    def _stands_in_the_text(self) -> Self:
        for toponym in self.toponyms:
            if not toponym.start < toponym.end <= len(self.text):
                raise ValueError(f"{toponym.text!r} does not stand at {toponym.start} to {toponym.end}")
        return self

    @cached_property
    def read_text(self) -> str:
        """Give the text as a reader keeps it: composed (NFC), with line feeds alone."""
        return _as_read(self.text)

    def span_of(self, toponym: Toponym) -> Span:
        """Give the characters of a name in `read_text`."""
        if self.read_text == self.text:
            return Span(start=toponym.start, end=toponym.end)
        start = len(_as_read(self.text[: toponym.start]))
        return Span(start=start, end=start + len(_as_read(self.text[toponym.start : toponym.end])))


def toponyms_from(coded: Mapping[str, Any]) -> GoldToponyms:
    """Read one line of the gold; the outlet may be told by its `domain`, the date in any words."""
    return GoldToponyms(
        id=str(coded["id"]),
        text=coded["text"],
        title=coded.get("title"),
        published=coded.get("published"),
        publisher=coded.get("publisher") or coded.get("domain"),
        url=coded.get("url"),
        toponyms=tuple(Toponym(**{key: entry.get(key) for key in Toponym.model_fields}) for entry in coded["toponyms"]),
    )


def _as_read(text: str) -> str:
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
