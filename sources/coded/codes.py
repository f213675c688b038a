"""What the codes of other lists mean here, from the codebook `coded_events`."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from schemas.codebook import load_codebook
from schemas.vocabulary import EventType, PlacePrecision
from sources.coded.cells import Cells

__all__ = ["Codes", "folded"]

ASIDE = re.compile(r"\s*\([^)]*\)\s*")


class Codes:
    """The codebook, made ready for looking codes up; all names are compared without case and accents."""

    def __init__(self, overlay: Path | None = None) -> None:
        self._book = load_codebook("coded_events", overlay=overlay)
        self._countries = load_codebook("countries", overlay=overlay)
        self._tables: dict[tuple[str, str], Mapping[str, Any]] = {}
        self._events = load_codebook("event_types", overlay=overlay)["event"]

    def table(self, layout: str, name: str) -> Mapping[str, Any]:
        """Give one table of a layout, by folded words."""
        if (layout, name) not in self._tables:
            self._tables[layout, name] = {folded(key): value for key, value in self._book[layout][name].items()}
        return self._tables[layout, name]

    def section(self, layout: str, name: str) -> Mapping[str, Any]:
        """Give one section of a layout as the codebook has it."""
        found: Mapping[str, Any] = self._book[layout][name]
        return found

    @cached_property
    def countries(self) -> Mapping[str, str]:
        """Map every name of every country to its code."""
        named = {
            folded(name): code
            for code, country in self._countries.items()
            for name in (country["name"], *country.get("aliases", ()))
        }
        return named | {folded(name): code for name, code in self._book["countries"].items()}

    @cached_property
    def nowhere(self) -> frozenset[str]:
        """List the names that stand for no country."""
        return frozenset(map(folded, self._book["nowhere"]["names"]))

    @cached_property
    def sub_event_types(self) -> Mapping[str, str]:
        """Map every sub-event type, folded, to ACLED's spelling."""
        return {folded(name): name for name in self._events}

    def event_type_of(self, sub_event_type: str) -> EventType:
        """Give the event type that a sub-event type belongs to."""
        return EventType(self._events[sub_event_type]["event_type"])

    def country(self, cells: Cells, column: str) -> str | None:
        """Give the code of the country that a cell names."""
        name = cells.text(column)
        if name is None:
            return None
        code = self.country_named(name)
        if code is None and folded(name) not in self.nowhere:
            cells.note(column, "no country that affray knows, kept without a code")
        return code

    def country_named(self, name: str) -> str | None:
        """Give the code of a country, also where an older name stands beside it.

        >>> Codes().country_named("Myanmar (Burma)"), Codes().country_named("Yugoslavia")
        ('MM', None)
        """
        return self.countries.get(folded(name)) or self.countries.get(folded(ASIDE.sub(" ", name)))

    def precision(
        self, cells: Cells, layout: str, column: str, code: str | None = None
    ) -> tuple[PlacePrecision, float | None]:
        """Give how well a place is known, and the radius, by the code in a cell or the one that is given."""
        written = code or cells.code(column)
        if written is None:
            return PlacePrecision.UNKNOWN, None
        entry = self.entry(cells, layout, "place_precision", column, written)
        return (PlacePrecision(entry["precision"]), entry.get("radius_km")) if entry else (PlacePrecision.UNKNOWN, None)

    def entry(self, cells: Cells, layout: str, name: str, column: str, code: str | None) -> Any:  # noqa: ANN401 (a codebook's entry)
        """Look a code up in a table of a layout; what the table lacks is odd, and None."""
        found = self.table(layout, name).get(folded(code)) if code else None
        if code and found is None:
            cells.note(column, "an unknown code, left out")
        return found


def folded(name: str) -> str:
    """Write a name as it is compared: no case, no accents, plain quotes, one blank between words.

    >>> folded("Côte  d’Ivoire")
    "cote d'ivoire"
    """
    letters = unicodedata.normalize("NFKD", name.replace("’", "'").replace("St. ", "Saint "))
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).casefold().split())
