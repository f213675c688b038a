"""A gazetteer with polygons knows the divisions of every point; the land is invented, and lies where none is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shapely

from events.places.build import build_gazetteer
from events.places.gazetteer import Enclosed, Gazetteer
from events.places.location import located
from events.places.outline import outline_of
from events.places.relation import Relation
from events.places.row import PlaceName, PlaceRow
from schemas.place import Place

WEST, EAST, DISTRICT = shapely.box(-30, 30, -29, 31), shapely.box(-29, 30, -28, 31), shapely.box(-30, 30, -29.5, 30.5)


def place(name: str, kind: str = "settlement", area: object = None, **known: object) -> PlaceRow:
    polygon = bytes(shapely.to_wkb(area)) if area else None
    fields = {"place_id": name, "name": name, "kind": kind, "country_code": "XK", "source": "test", "licence": "none"}
    return PlaceRow(**(fields | {"names": (PlaceName(name, "name"),), "polygon": polygon} | known))  # type: ignore[arg-type]


ROWS = [
    place("country:XK", "country", shapely.union_all([WEST, EAST])),
    place("country:RS", "country", country_code="RS", latitude=40.0, longitude=-30.0),
    place("Westland", "admin1", WEST, admin1_id="Westland"),
    place("Eastland", "admin1", EAST, admin1_id="Eastland"),
    place("Cape", "admin2", DISTRICT, admin2_id="Cape"),
    place("Codeless", latitude=30.2, longitude=-29.8),
    place("Inland", latitude=30.8, longitude=-29.2),
    place("Coded", latitude=30.2, longitude=-29.8, admin1_id="Eastland"),
    place("Port", latitude=29.98, longitude=-28.5),
    place("Platform", latitude=29.5, longitude=-28.5),
    place("Foreign", latitude=30.2, longitude=-29.8, country_code="RS"),
    place("Stateless", latitude=30.8, longitude=-28.2, country_code=None),
]


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    path = tmp_path_factory.mktemp("gazetteer") / "gazetteer.duckdb"
    build_gazetteer(path, ROWS)
    with Gazetteer(path) as opened:
        yield opened


def find(gazetteer: Gazetteer, name: str) -> Place:
    (found,) = gazetteer.candidates([name])[name]
    return found


@pytest.mark.parametrize(
    ("name", "divisions"),
    [
        ("Codeless", ("XK", "Westland", "Cape")),
        ("Inland", ("XK", "Westland", None)),
        ("Port", ("XK", "Eastland", None)),
        ("Platform", ("XK", None, None)),
        # what its source says stays, and a district of another province is none of its own
        ("Coded", ("XK", "Eastland", None)),
        ("Foreign", ("RS", None, None)),
        ("Stateless", ("XK", "Eastland", None)),
        # a district knows the province around it
        ("Cape", ("XK", "Westland", "Cape")),
    ],
)
def test_a_place_without_codes_has_the_divisions_that_hold_it(
    gazetteer: Gazetteer, name: str, divisions: tuple[str | None, ...]
) -> None:
    found = find(gazetteer, name)
    assert (found.country_code, found.admin1, found.admin2) == divisions


def test_a_division_has_its_point_inside_its_polygon_and_a_radius_that_covers_it(gazetteer: Gazetteer) -> None:
    found, outline = find(gazetteer, "Westland"), outline_of(bytes(shapely.to_wkb(WEST)))
    assert (found.latitude, found.longitude, found.radius_km) == (30.5, -29.5, outline.radius_km)


def test_the_north_of_a_division_is_the_north_of_its_polygon(gazetteer: Gazetteer) -> None:
    assert gazetteer.territories["Eastland"].box == outline_of(bytes(shapely.to_wkb(EAST))).box


@pytest.mark.parametrize(
    ("latitude", "longitude", "country_code", "enclosed"),
    [
        (30.2, -29.8, None, Enclosed("XK", "Westland", "Cape", None)),
        (30.9, -28.1, "XK", Enclosed("XK", "Eastland", None, None)),
        (30.9, -28.1, "RS", None),
        (0.0, 0.0, None, None),
    ],
)
def test_any_point_on_earth_can_be_asked_for_its_divisions(
    gazetteer: Gazetteer, latitude: float, longitude: float, country_code: str | None, enclosed: Enclosed | None
) -> None:
    assert gazetteer.enclosed(latitude, longitude, country_code=country_code) == enclosed


def test_a_point_that_is_computed_lies_in_the_divisions_that_hold_it(gazetteer: Gazetteer) -> None:
    east_of_inland = Relation(near=True, km=60, bearing=90)
    location = located(find(gazetteer, "Inland"), east_of_inland, gazetteer=gazetteer, as_written="Inland")
    assert location.held_by == ("Eastland", None, None)


def test_a_gazetteer_without_polygons_knows_of_none(tmp_path: Path) -> None:
    path = tmp_path / "plain.duckdb"
    build_gazetteer(path, [place("Codeless", latitude=30.2, longitude=-29.8)])
    with Gazetteer(path) as plain:
        assert plain.enclosed(30.2, -29.8) is None
        assert find(plain, "Codeless").admin1 is None


def test_a_province_that_is_a_district_today_takes_no_polygon_of_a_province(tmp_path: Path) -> None:
    path = tmp_path / "renumbered.duckdb"
    rows = [
        place("Seat", "admin2", geonames_id=5, source="a", latitude=30.5, longitude=-29.5),
        place("Karsk", "admin1", geonames_id=5, source="b", latitude=30.5, longitude=-29.5),
        place("drawn", "admin1", WEST, source="c", names=(PlaceName("Karsk", "name"),)),
        place("Village", latitude=30.2, longitude=-29.8, source="c"),
    ]
    build_gazetteer(path, rows)
    with Gazetteer(path) as opened:
        assert (find(opened, "Village").admin1, find(opened, "Village").admin2) == ("drawn", None)


def test_a_district_that_no_settlement_places_takes_the_polygon_of_its_only_namesake(tmp_path: Path) -> None:
    path = tmp_path / "unplaced.duckdb"
    rows = [
        place("Karsk", "admin1", source="a"),
        place("drawn", "admin1", WEST, source="c", names=(PlaceName("Karsk", "name"),)),
        place("Village", latitude=30.2, longitude=-29.8, source="c"),
    ]
    build_gazetteer(path, rows)
    with Gazetteer(path) as opened:
        assert find(opened, "Village").admin1 == "Karsk"
        assert find(opened, "Karsk").radius_km == outline_of(bytes(shapely.to_wkb(WEST))).radius_km
