"""The radius covers what the words allow, and grows as they grow vaguer."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.places.extent import Extent, extent
from events.places.gazetteer import Gazetteer
from events.places.relation import Relation, Shape
from events.places.sphere import destination, distance_km
from schemas.place import Place
from schemas.vocabulary import PlaceKind, PlacePrecision

law = settings(deadline=None)  # the first look-up reads the file

IN, NEAR = Relation(), Relation(near=True)
BETWEEN, TOGETHER = Relation(shape=Shape.BETWEEN), Relation(shape=Shape.TOGETHER)
BORDER, COAST = Relation(shape=Shape.BORDER), Relation(near=True, shape=Shape.COAST)
OUTSKIRTS, GROUND = Relation(near=True, shape=Shape.OUTSKIRTS), Relation(shape=Shape.GROUND)


def place_of(gazetteer: Gazetteer, name: str, country: str, kind: str = "settlement") -> Place:
    return next(
        place for place in gazetteer.candidates([name])[name] if (place.country_code, place.kind) == (country, kind)
    )


def covers(found: Extent, latitude: float, longitude: float) -> bool:
    return distance_km(found.latitude, found.longitude, latitude, longitude) <= found.radius_km + 1e-6


TOWN = [
    ("in", IN, PlacePrecision.SETTLEMENT, 3),
    ("on the outskirts of", OUTSKIRTS, PlacePrecision.NEAR, 8),
    ("near", NEAR, PlacePrecision.NEAR, 25),
    ("in the hills of", GROUND, PlacePrecision.NEAR, 25),
    ("north of", Relation(near=True, bearing=0), PlacePrecision.NEAR, 28),
    ("5 km north of", Relation(near=True, km=5, bearing=0), PlacePrecision.NEAR, 6),
    ("20 km north of", Relation(near=True, km=20, bearing=0), PlacePrecision.NEAR, 13),
    ("20 km from", Relation(near=True, km=20), PlacePrecision.NEAR, 27),
    ("200 km north of", Relation(near=True, km=200, bearing=0), PlacePrecision.AREA, 103),
    ("an hour's drive from", Relation(near=True, km=70), PlacePrecision.AREA, 87),
    ("off", COAST, PlacePrecision.AREA, 53),
]


@pytest.mark.parametrize(("words", "relation", "precision", "radius"), TOWN, ids=[case[0] for case in TOWN])
def test_a_town_has_an_extent_by_the_words_before_it(
    gazetteer: Gazetteer, words: str, relation: Relation, precision: PlacePrecision, radius: float
) -> None:
    del words
    found = extent(place_of(gazetteer, "Gao", "ML"), relation, gazetteer)
    assert found.precision is precision
    assert found.radius_km == pytest.approx(radius, abs=2.5)


LANDS = [
    ("in", ("Helmand", "AF", "admin1"), IN, PlacePrecision.ADMIN1),
    ("in the mountains of", ("Helmand", "AF", "admin1"), GROUND, PlacePrecision.AREA),
    ("in the north of", ("Helmand", "AF", "admin1"), Relation(part="north"), PlacePrecision.AREA),
    ("near", ("Helmand", "AF", "admin1"), NEAR, PlacePrecision.ADMIN1),
    ("in", ("Mali", "ML", "country"), IN, PlacePrecision.COUNTRY),
    ("in northern", ("Mali", "ML", "country"), Relation(part="north"), PlacePrecision.AREA),
    ("in central", ("Mali", "ML", "country"), Relation(part="centre"), PlacePrecision.AREA),
    ("off the coast of", ("Somalia", "SO", "country"), COAST, PlacePrecision.AREA),
    ("on the border of", ("Mali", "ML", "country"), BORDER, PlacePrecision.AREA),
]


@pytest.mark.parametrize(("words", "name", "relation", "precision"), LANDS)
def test_a_land_has_an_extent_by_the_words_before_it(
    gazetteer: Gazetteer, words: str, name: tuple[str, str, str], relation: Relation, precision: PlacePrecision
) -> None:
    del words
    land = place_of(gazetteer, *name)
    found = extent(land, relation, gazetteer)
    assert found.precision is precision
    assert found.radius_km > 0
    whole = extent(land, IN, gazetteer)
    assert (found.radius_km < whole.radius_km) is bool(relation.part)


@law
@given(
    km=st.floats(1, 400),
    bearing=st.sampled_from(range(0, 360, 45)),
    drawn=st.tuples(st.floats(0.85, 1.15), st.floats(-22.5, 22.5)),
    inside=st.tuples(st.floats(0, 1), st.floats(0, 360)),
)
def test_a_distance_and_a_direction_cover_what_a_reporter_rounds(
    gazetteer: Gazetteer, km: float, bearing: int, drawn: tuple[float, float], inside: tuple[float, float]
) -> None:
    town = place_of(gazetteer, "Gao", "ML")
    found = extent(town, Relation(near=True, km=km, bearing=bearing), gazetteer)
    start = destination(town.latitude, town.longitude, bearing=inside[1], km=inside[0] * town.radius_km)
    assert covers(found, *destination(*start, bearing=bearing + drawn[1], km=km * drawn[0]))


@law
@given(km=st.floats(0.1, 300), share=st.floats(0, 1.15), bearing=st.floats(0, 360))
def test_a_distance_alone_covers_every_direction(gazetteer: Gazetteer, km: float, share: float, bearing: float) -> None:
    town = place_of(gazetteer, "Gao", "ML")
    found = extent(town, Relation(near=True, km=km), gazetteer)
    assert covers(found, *destination(town.latitude, town.longitude, bearing=bearing, km=km * share))


@law
@given(share=st.floats(0, 1))
def test_a_road_is_covered_from_end_to_end(gazetteer: Gazetteer, share: float) -> None:
    one, other = place_of(gazetteer, "Kabul", "AF"), place_of(gazetteer, "Kandahar", "AF")
    found = extent(one, BETWEEN, gazetteer, others=[other])
    latitude = one.latitude + share * (other.latitude - one.latitude)
    longitude = one.longitude + share * (other.longitude - one.longitude)
    assert covers(found, latitude, longitude)
    assert found.precision is PlacePrecision.AREA


def test_two_towns_side_by_side_are_no_area(gazetteer: Gazetteer) -> None:
    towns = [place_of(gazetteer, "Goma", "CD"), place_of(gazetteer, "Gisenyi", "RW")]
    assert extent(towns[0], BETWEEN, gazetteer, others=towns[1:]).precision is PlacePrecision.NEAR


def test_several_provinces_are_covered_together(gazetteer: Gazetteer) -> None:
    lands = [place_of(gazetteer, name, "AF", "admin1") for name in ("Helmand", "Kandahar", "Zabul")]
    found = extent(lands[0], TOGETHER, gazetteer, others=lands[1:])
    assert found.precision is PlacePrecision.AREA
    for land in lands:
        own = extent(land, IN, gazetteer)
        apart = distance_km(found.latitude, found.longitude, own.latitude, own.longitude)
        assert apart + own.radius_km <= found.radius_km * 1.01


BORDERS = [
    ((("Kenya", "KE"), ("Somalia", "SO")), (("Mandera", "KE"), ("Dhobley", "SO"))),
    ((("Turkey", "TR"), ("Syria", "SY")), (("Kilis", "TR"), ("Nusaybin", "TR"), ("Reyhanlı", "TR"), ("Kobani", "SY"))),
    ((("Sudan", "SD"), ("Chad", "TD")), (("Geneina", "SD"), ("Adre", "TD"))),
    ((("Afghanistan", "AF"), ("Pakistan", "PK")), (("Chaman", "PK"), ("Spin Boldak", "AF"), ("Landi Kotal", "PK"))),
    ((("Colombia", "CO"), ("Venezuela", "VE")), (("Cúcuta", "CO"), ("Arauca", "CO"), ("Maicao", "CO"))),
]


@pytest.mark.parametrize(("sides", "towns"), BORDERS)
def test_a_border_holds_the_towns_on_it(
    gazetteer: Gazetteer, sides: tuple[tuple[str, str], ...], towns: tuple[tuple[str, str], ...]
) -> None:
    lands = [place_of(gazetteer, name, code, "country") for name, code in sides]
    found = extent(lands[0], BORDER, gazetteer, others=lands[1:])
    assert found == extent(lands[1], BORDER, gazetteer, others=lands[:1])
    assert found.precision is PlacePrecision.AREA
    for name, country in towns:
        town = place_of(gazetteer, name, country)
        assert covers(found, town.latitude, town.longitude), name


@law
@given(st.data())
def test_the_part_of_a_land_covers_its_towns_there(gazetteer: Gazetteer, data: st.DataObject) -> None:
    code = data.draw(st.sampled_from(["ML", "AF", "CO", "BF", "SY", "XK"]))
    country = gazetteer.country(code)
    assert country
    box = gazetteer.territories[country.place_id].box
    assert box
    part = data.draw(st.sampled_from(["north", "south", "east", "west", "northeast", "centre"]))
    found = extent(country, Relation(part=part), gazetteer)
    inner = box.part(part)
    latitude = data.draw(st.floats(inner.south, inner.north))
    longitude = data.draw(st.floats(inner.west, inner.east))
    assert covers(found, latitude, longitude)


@pytest.mark.parametrize("code", ["ML", "AF", "CO", "SY", "IQ", "SD", "PE", "XK"])
def test_a_country_covers_the_box_of_its_settlements(gazetteer: Gazetteer, code: str) -> None:
    country = gazetteer.country(code)
    assert country
    box = gazetteer.territories[country.place_id].box
    assert box
    found = extent(country, IN, gazetteer)
    assert all(covers(found, lat, lon) for lat in (box.south, box.north) for lon in (box.west, box.east))


def test_an_area_is_as_wide_as_it_is(gazetteer: Gazetteer) -> None:
    lake = next(place for place in gazetteer.candidates(["Lake Chad"])["Lake Chad"] if place.kind is PlaceKind.AREA)
    assert extent(lake, IN, gazetteer) == Extent(PlacePrecision.AREA, lake.latitude, lake.longitude, lake.radius_km)
