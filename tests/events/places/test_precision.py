import pytest

from events.places.precision import acled_precision, ucdp_precision
from schemas.place import Location
from schemas.vocabulary import PlacePrecision


@pytest.mark.parametrize(
    ("precision", "ucdp", "acled"),
    [
        (PlacePrecision.SITE, 1, 1),
        (PlacePrecision.SETTLEMENT, 1, 1),
        (PlacePrecision.NEAR, 2, 2),
        (PlacePrecision.ADMIN3, 3, 2),
        (PlacePrecision.ADMIN2, 3, 2),
        (PlacePrecision.ADMIN1, 4, 3),
        (PlacePrecision.AREA, 5, 3),
        (PlacePrecision.COUNTRY, 6, None),
        (PlacePrecision.UNKNOWN, None, None),
    ],
)
def test_codes_follow_the_precision(precision: PlacePrecision, ucdp: int | None, acled: int | None) -> None:
    location = Location(precision=precision, country_code="XK")
    assert (ucdp_precision(location), acled_precision(location)) == (ucdp, acled)


@pytest.mark.parametrize(("radius_km", "code"), [(12.0, 2), (25.0, 2), (37.0, 5), (48.0, 5)])
def test_what_is_far_from_a_known_point_is_not_near_it_to_ucdp(radius_km: float, code: int) -> None:
    assert ucdp_precision(Location(precision=PlacePrecision.NEAR, radius_km=radius_km, country_code="XK")) == code


def test_an_area_of_no_country_is_international() -> None:
    assert ucdp_precision(Location(precision=PlacePrecision.AREA)) == 7
