"""The gazetteer as the program reads it: names in, places out, many at once."""

import os
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, Self

import duckdb

from events.places.build import build_gazetteer, own_places, recipe
from events.places.collecting import without_collecting
from events.places.compose import ADDED, OF_GEONAMES, OWN_LIST, digest_of
from events.places.contents import additions_digest, recipe_of
from events.places.enclose import enclosures_of
from events.places.enclosures import Enclosures, Point
from events.places.normalise import bearer, normalise, spellings
from events.places.statement import read_sql
from events.places.territory import Box, Territory
from schemas.errors import GazetteerError
from schemas.place import Place
from schemas.vocabulary import PlaceKind

__all__ = ["Enclosed", "Gazetteer", "Match", "default_gazetteer", "downloads", "ensure_gazetteer"]

VARIABLE = "AFFRAY_GAZETTEER"
REMEMBERED_KEYS = 200_000
PLACE_COLUMNS = (
    "place_id", "name", "kind", "latitude", "longitude", "radius_km", "country_code", "admin1", "admin2", "admin3",
    "population", "source", "licence",
)  # fmt: skip
KM_IN_A_DEGREE = 111.2
NARROWEST_FIRST = ("admin3", "admin2", "admin1", "country")


@dataclass(frozen=True, slots=True)
class Match:
    """A place that answers to a name: by its own name, an alias, a code or a demonym.

    `literal` is false where only a shortened form of the name is known ("Helmand" of "Helmand province").
    `precedence` is that of the source that is believed about the place (see `compose`).
    """

    place: Place
    name_kind: str
    literal: bool = True
    precedence: int = OF_GEONAMES

    @property
    def is_own(self) -> bool:
        """Whether the user's own list has the place."""
        return self.precedence == OWN_LIST

    @property
    def is_minor(self) -> bool:
        """Whether it is one of the thousands of streams, hills and buildings that only a dump has."""
        return self.precedence == ADDED and self.place.kind in (PlaceKind.AREA, PlaceKind.SITE)


class Enclosed(NamedTuple):
    """The country and the names of the divisions that hold a point."""

    country_code: str | None
    admin1: str | None
    admin2: str | None
    admin3: str | None

    @property
    def divisions(self) -> tuple[str | None, str | None, str | None]:
        """Give the names from the first order down."""
        return self.admin1, self.admin2, self.admin3


class Gazetteer:
    """A gazetteer file, read only; many processes may read one file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._connection = duckdb.connect(str(path), read_only=True, config={"threads": 1})
            # it would draw a bar on stdout, where the answer goes, as soon as a query takes two seconds
            self._connection.execute("set enable_progress_bar = false")
        except duckdb.Error as error:
            raise GazetteerError(
                f"{path} cannot be read as a gazetteer: {_first_line(error)}. Delete it or name another file."
            ) from error
        self._known: dict[str, tuple[Match, ...]] = {}  # by normalised name
        self._answers: dict[str, tuple[Match, ...]] = {}  # by name as it is asked for
        self._places: dict[str, Place] = {}
        self._further: Mapping[str, tuple[Match, ...]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @cached_property
    def digest(self) -> str:
        """Name the content: equal for equal places and names, wherever and whenever it was built."""
        row = self._connection.execute("select digest from gazetteer").fetchone()
        return str(row[0]) if row else ""

    @cached_property
    def territories(self) -> Mapping[str, Territory]:
        """Hold every country and first-order division by place_id."""
        rows = self._connection.execute(read_sql("divisions")).fetchall()
        return {row[0]: _territory(row) for row in rows}

    @cached_property
    def _first_orders(self) -> Mapping[tuple[str | None, str | None], Territory]:
        return {
            (territory.place.country_code, territory.place.admin1): territory
            for territory in self.territories.values()
            if territory.place.kind is PlaceKind.ADMIN1
        }

    def country(self, code: str) -> Place | None:
        """Find a country by ISO 3166-1 alpha-2 (XK for Kosovo)."""
        territory = self.territories.get(f"country:{code}")
        return territory.place if territory else None

    def first_order(self, place: Place) -> Territory | None:
        """Find the first-order division that holds a place."""
        return self._first_orders.get((place.country_code, place.admin1)) if place.admin1 else None

    def disputed_by(self, place: Place) -> tuple[str, ...]:
        """List who else claims where a place lies: its country's and its division's claimants."""
        country = self.territories.get(f"country:{place.country_code}")
        division = self.first_order(place)
        claims = [*(country.disputed_by if country else ()), *(division.disputed_by if division else ())]
        return tuple(dict.fromkeys(claims))

    def candidates(self, names: Iterable[str]) -> dict[str, tuple[Place, ...]]:
        """Find all places of all names in one join, the most populous first; demonyms are no places."""
        return {
            name: tuple(match.place for match in matches if match.name_kind != "demonym")
            for name, matches in self.matches(names).items()
        }

    def matches(self, names: Iterable[str]) -> dict[str, tuple[Match, ...]]:
        """Find what answers to each name, by its most literal spelling that is known."""
        self._forget_if_full()
        asked = dict.fromkeys(names)
        new = {name: spellings(name) for name in asked if name not in self._answers}
        self._learn({form for forms in new.values() for form in forms})
        self._answers.update({name: self._best(forms) for name, forms in new.items()})
        if self._further:
            return {name: (*self._answers[name], *self._further.get(name, ())) for name in asked}
        return {name: self._answers[name] for name in asked}

    def with_answers(self, answers: Mapping[str, tuple[Match, ...]]) -> Self:
        """Give the same gazetteer, in which names, exactly as written, have further matches."""
        richer = copy(self)
        richer._further = answers  # noqa: SLF001 - its own copy
        return richer

    def named(self, names: Iterable[str]) -> dict[str, tuple[Match, ...]]:
        """Find what bears each name as it is written, with no word left out: for names that may be none."""
        self._forget_if_full()
        keys = {name: normalise(name) for name in names}
        self._learn(set(keys.values()))
        return {name: self._known[key] for name, key in keys.items()}

    def _forget_if_full(self) -> None:
        if len(self._known) > REMEMBERED_KEYS:
            self._known, self._answers, self._places = {}, {}, {}

    def _best(self, forms: tuple[str, ...]) -> tuple[Match, ...]:
        for form in forms:
            if known := self._known[form]:
                if form == forms[0] or form == bearer(forms[0]):
                    return known
                return tuple(replace(match, literal=False) for match in known)
        return ()

    @without_collecting()
    def _learn(self, keys: set[str]) -> None:
        # not a difference with the dict's keys, which would walk through all that is known for a single name
        new = sorted(key for key in keys if key not in self._known)
        if not new:
            return
        found: defaultdict[str, list[Match]] = defaultdict(list)
        for key, name_kind, precedence, *row in self._connection.execute(
            read_sql("candidates"), {"keys": new}
        ).fetchall():
            place = self._places.get(row[0]) or self._remembered(row)
            found[key].append(Match(place, name_kind, precedence=precedence))
        self._known.update({key: tuple(found.get(key, ())) for key in new})

    def _remembered(self, row: Sequence[Any]) -> Place:
        place = self._places[row[0]] = _place(row)
        return place

    @cached_property
    def _enclosures(self) -> Enclosures | None:
        return enclosures_of(self._connection, "file_regions")

    def enclosed(self, latitude: float, longitude: float, *, country_code: str | None = None) -> Enclosed | None:
        """Say what holds a point, wherever it is, by the polygons that the user added; None where none is near.

        Where the country is known, only its own divisions count. The narrowest division says what is around it.
        """
        if self._enclosures is None:
            return None
        (around,) = self._enclosures.around([Point(latitude, longitude, country_code)])
        narrowest = next((around[order] for order in NARROWEST_FIRST if order in around), None)
        if narrowest is None:
            return None
        row = self._connection.execute(read_sql("enclosing"), [narrowest.place_id]).fetchone()
        return Enclosed(*row) if row else None

    def nearest(self, latitude: float, longitude: float, *, km: float, count: int = 1) -> list[Place]:
        """List the settlements and sites within about `km` of a point, the nearest first."""
        values = {"latitude": latitude, "longitude": longitude, "degrees": km / KM_IN_A_DEGREE, "count": count}
        return [_place(row) for row in self._connection.execute(read_sql("nearest"), values).fetchall()]

    def geonames_ids(self, place_ids: Iterable[str]) -> dict[str, int]:
        """Give GeoNames' numbers of places, of those that have one."""
        values = {"place_ids": sorted(set(place_ids))}
        return dict(self._connection.execute(read_sql("geonames_ids"), values).fetchall())

    def by_id(self, place_id: str) -> Place | None:
        """Find the place of an id."""
        row = self._connection.execute(read_sql("by_id"), {"place_id": place_id}).fetchone()
        return _place(row) if row else None

    def by_geonames_id(self, numbers: Iterable[int]) -> dict[int, Place]:
        """Find places by GeoNames' numbers, those that are known."""
        values = {"numbers": sorted(set(numbers))}
        rows = self._connection.execute(read_sql("by_geonames_id"), values).fetchall()
        return {row[0]: _place(row[1:]) for row in rows}


def default_gazetteer() -> Path:
    """Say where the machine's own gazetteer lies, in the user's cache folder."""
    if sys.platform == "win32":
        cache = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    elif sys.platform == "darwin":
        cache = Path.home() / "Library" / "Caches"
    else:
        cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return cache / "affray" / "gazetteer.duckdb"


def downloads() -> Path:
    """Say where fetched files are kept, in the user's cache folder."""
    return default_gazetteer().with_name("downloads")


def ensure_gazetteer(
    path: Path | None = None, *, codebook: Path | None = None, build: Callable[[Path], None] | None = None
) -> Path:
    """Give a gazetteer that can be read, building it where there is none or an outdated one.

    Without `path` it is the one that the variable AFFRAY_GAZETTEER names, else the machine's own; the
    places of the folder `codebook` have one beside that, of their own, with what was added to the machine's.

    Raises:
        CodebookError: a place of the user's own cannot be used.
        GazetteerError: a file that the user named is of another kind, and is never overwritten; the file is a
            newer affray's; or the gazetteer cannot be built.

    """
    variable = os.environ.get(VARIABLE)
    named = path or (Path(variable) if variable else None)
    wanted = recipe(codebook)
    chosen, carried_from = named or default_gazetteer(), None
    if named is None and own_places(codebook):
        carried_from = chosen
        chosen = chosen.with_name(f"{chosen.stem}-{wanted[:16]}{chosen.suffix}")
        if added := additions_digest(carried_from):
            wanted = digest_of([wanted, added])
    if chosen.exists():
        made_of = recipe_of(chosen)
        if made_of == wanted:
            return chosen
        if made_of is None and named is not None:
            raise GazetteerError(f"{chosen} is no gazetteer. Name another file, or delete it to have one built there.")
    if build:
        build(chosen)
    else:
        build_gazetteer(chosen, codebook=codebook, made_of=wanted, carried_from=carried_from)
    return chosen


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0]


def _place(row: Sequence[Any]) -> Place:
    return Place(**dict(zip(PLACE_COLUMNS, row, strict=True)))


def _territory(row: tuple[Any, ...]) -> Territory:
    *box, disputed_by = row[len(PLACE_COLUMNS) :]
    return Territory(
        place=_place(row[: len(PLACE_COLUMNS)]),
        box=Box(*box) if None not in box else None,
        disputed_by=tuple(disputed_by),
    )
