"""What reads one format of gazetteer file, and what it gives."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from events.places.row import NameRow, PlaceRow

__all__ = ["ImportOptions", "Imported", "Importer", "Refused"]


class Refused(NamedTuple):
    """A line or entry that was set aside: `part` says where it stands ("line 12"), `reason` what is wrong with it."""

    part: str
    reason: str


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the user says of a file; every row carries `source` and `licence` as they stand here.

    Unknown is None: an importer then falls back on what the format itself says (GeoNames is CC BY 4.0).
    `country` is an ISO 3166-1 alpha-2 code for rows that tell none.
    """

    source: str | None = None
    licence: str | None = None
    country: str | None = None


Imported = PlaceRow | NameRow | Refused


class Importer(Protocol):
    """Reads one format, streaming; a broken entry is given as `Refused`, and reading goes on."""

    @property
    def name(self) -> str:
        """What the format is called on the command line."""

    @property
    def attribution(self) -> str | None:
        """Whom to thank for the places, where the format is one publisher's."""

    def recognises(self, path: Path) -> bool:
        """Say whether a file or folder, by its content, is of this format; it raises nothing."""

    def read(self, path: Path, options: ImportOptions) -> Iterator[Imported]:
        """Give the places of a file as they come.

        Raises:
            GazetteerError: the whole file cannot be used; the gazetteer stays as it was.

        """
