from events.places.company import Company
from schemas.place import Place
from schemas.vocabulary import PlaceKind


def town(latitude: float, longitude: float, kind: PlaceKind = PlaceKind.SETTLEMENT) -> Place:
    return Place(
        place_id=f"{latitude},{longitude}",
        name="Town",
        kind=kind,
        latitude=latitude,
        longitude=longitude,
        radius_km=2,
        source="affray",
        licence="MIT",
    )


HERE, ABROAD = town(33.7, -95.5), town(48.9, 2.4)
BESIDE, FAR = town(34.0, -95.5), town(10.0, 10.0)


def test_a_place_beside_which_other_names_could_lie_has_company() -> None:
    company = Company([("paris", [HERE, ABROAD]), ("hugo", [BESIDE, FAR])])
    assert company.share(HERE, "paris") > 0
    assert company.share(ABROAD, "paris") == 0


def test_a_name_is_no_company_to_itself() -> None:
    assert Company([("paris", [HERE, BESIDE])]).share(HERE, "paris") == 0


def test_a_name_with_namesakes_everywhere_is_less_company() -> None:
    everywhere = [town(float(degree), float(degree)) for degree in range(0, 80, 4)]
    rare = Company([("hugo", [BESIDE]), ("springfield", everywhere)])
    common = Company([("hugo", [FAR]), ("springfield", [*everywhere, BESIDE])])
    assert rare.share(HERE, "paris") > common.share(HERE, "paris")


def test_a_country_has_no_company_for_its_point_is_no_place_to_lie_beside() -> None:
    company = Company([("hugo", [BESIDE])])
    assert company.share(town(33.7, -95.5, PlaceKind.COUNTRY), "paris") == 0


def test_the_line_where_days_begin_parts_nobody() -> None:
    company = Company([("suva", [town(-17.0, 179.9)])])
    assert company.share(town(-17.0, -179.9), "taveuni") > 0
