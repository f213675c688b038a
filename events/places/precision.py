"""How well a place is known, in the codes of the field's two reference datasets."""

from schemas.place import Location
from schemas.vocabulary import PlacePrecision

__all__ = ["acled_precision", "ucdp_precision"]

UCDP_CODES = {
    PlacePrecision.SITE: 1,
    PlacePrecision.SETTLEMENT: 1,
    PlacePrecision.NEAR: 2,
    PlacePrecision.ADMIN3: 3,
    PlacePrecision.ADMIN2: 3,
    PlacePrecision.ADMIN1: 4,
    PlacePrecision.AREA: 5,
    PlacePrecision.COUNTRY: 6,
}
UCDP_INTERNATIONAL = 7
UCDP_LINE = 5
UCDP_NEAR_KM = 25.0
ACLED_CODES = {
    PlacePrecision.SITE: 1,
    PlacePrecision.SETTLEMENT: 1,
    PlacePrecision.NEAR: 2,
    PlacePrecision.ADMIN3: 2,
    PlacePrecision.ADMIN2: 2,
    PlacePrecision.ADMIN1: 3,
    PlacePrecision.AREA: 3,
}


def ucdp_precision(location: Location) -> int | None:
    """Give UCDP GED's `where_prec`; None where the place is unknown.

    1 exact location; 2 within about 25 km of a known point; 3 second-order division; 4 first-order
    division; 5 a part of a country or a linear feature; 6 country; 7 international waters or airspace,
    here an area of no country. "60 km from Mosul" is no longer near it: a 5. Source: UCDP GED Codebook,
    `where_prec`.
    """
    if location.precision is PlacePrecision.NEAR and not _within_reach(location):
        return UCDP_LINE
    if location.precision is PlacePrecision.AREA and location.country_code is None:
        return UCDP_INTERNATIONAL
    return UCDP_CODES.get(location.precision)


def acled_precision(location: Location) -> int | None:
    """Give ACLED's `geo_precision`; None for what ACLED does not code: a whole country, or nothing known.

    1 the town itself; 2 a small part of a region or near a town; 3 a larger region, coded at its
    capital. Source: ACLED Codebook, `geo_precision`.
    """
    return ACLED_CODES.get(location.precision)


def _within_reach(location: Location) -> bool:
    """Say whether the true place is some 25 km from the place's edge at most."""
    own = location.place.radius_km if location.place else 0.0
    return (location.radius_km or 0.0) <= UCDP_NEAR_KM + own
