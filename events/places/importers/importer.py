"""What reads one format of gazetteer file, and what it gives."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, Protocol

from events.places.row import NameRow, PlaceRow
from events.places.territory import Box

__all__ = ["ImportOptions", "Imported", "Importer", "Refused"]


class Refused(NamedTuple):
    """A line or entry that was set aside: `part` says where it stands ("line 12"), `reason` what is wrong with it."""

    part: str
    reason: str


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What is known of a file beside its content.

    `source` and `licence` are as the user calls them; unknown is None, and an importer's licence is then what
    the format itself says (GeoNames is CC BY 4.0). `country` is an ISO 3166-1 alpha-2 code: the country of
    places that tell none, and of a world's dump the only one taken. `boxes` are the countries' by their codes.
    `wanted` are the GeoNames numbers of the places whose names are wanted; None is all.
    `codebook` is the user's own.
    """

    source: str | None = None
    licence: str | None = None
    country: str | None = None
    boxes: Mapping[str, Box] = field(default_factory=dict)
    wanted: Container[int] | None = None
    codebook: Path | None = None


Imported = PlaceRow | NameRow | Refused


class Importer(Protocol):
    """Reads one format, streaming; a broken entry is given as `Refused`, and reading goes on."""

    @property
    def name(self) -> str:
        """What the format is called on the command line."""

    @property
    def attribution(self) -> str | None:
        """Whom to thank for the places, where the format is one publisher's."""

    @property
    def by_country(self) -> bool:
        """Whether a file with one country is named after it, so that a newer one replaces it; else after the file."""

    @property
    def only_names(self) -> bool:
        """Whether files of this format hold no places, but names for the places of others."""

    @property
    def precedence(self) -> int:
        """Whom to believe where two sources tell of one place; the lower one (see `compose`)."""

    def recognises(self, path: Path) -> bool:
        """Say whether a file or folder, by its content, is of this format; it raises nothing."""

    def read(self, path: Path, options: ImportOptions) -> Iterator[Imported]:
        """Give the places of a file as they come.

        Raises:
            GazetteerError: the whole file cannot be used; the gazetteer stays as it was.

        """
