"""What each service answers becomes a place of the gazetteer's kinds, or nothing."""

from typing import Any

import pytest

from events.places.online.question import Question
from events.places.online.service import SERVICES, service_named
from events.places.territory import Box
from schemas.codebook import load_codebook
from schemas.errors import UsageError
from schemas.vocabulary import PlaceKind
from tests.events.loopback import nominatim_hit, photon_hit

KINDS = load_codebook("online")


def opencage_hit(name: str, **components: str) -> dict[str, Any]:
    own = {"_type": "village", "village": name, "state": "Mitrovica", "ISO_3166-1_alpha-2": "XK", **components}
    return {
        "formatted": f"{name}, Kosovo",
        "geometry": {"lat": 42.9, "lng": 20.8},
        "bounds": {"northeast": {"lat": 42.92, "lng": 20.82}, "southwest": {"lat": 42.88, "lng": 20.78}},
        "components": own,
    }


def geonames_hit(name: str, **changes: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    return {
        "geonameId": 7, "lat": "42.9", "lng": "20.8", "name": name, "toponymName": name, "countryCode": "XK",
        "adminName1": "Mitrovica", "fcl": "P", "fcode": "PPL", "population": 300,
    } | changes  # fmt: skip


VILLAGES = [
    ("nominatim", nominatim_hit("Zorbinka", 42.9, 20.8), "osm:node/7", 2.8),
    ("photon", photon_hit("Zorbinka", 42.9, 20.8), "osm:node/7", 2.0),
    ("photon", photon_hit("Zorbinka", 42.9, 20.8, extent=[20.7, 43.0, 20.9, 42.8]), "osm:node/7", 13.8),
    ("opencage", opencage_hit("Zorbinka"), None, 2.8),
    ("geonames", geonames_hit("Zorbinka"), "geonames:7", 2.0),
]


@pytest.mark.parametrize(("service", "hit", "place_id", "radius_km"), VILLAGES)
def test_a_village_is_a_settlement_in_its_country(
    service: str, hit: dict[str, Any], place_id: str | None, radius_km: float
) -> None:
    found = SERVICES[service].read(hit, KINDS)
    assert found is not None
    place = found.place
    assert (place.name, place.kind, place.country_code, place.admin1) == (
        "Zorbinka", PlaceKind.SETTLEMENT, "XK", "Mitrovica",
    )  # fmt: skip
    assert (place.latitude, place.longitude, place.radius_km) == (42.9, 20.8, pytest.approx(radius_km, abs=0.1))
    assert place.source == service
    assert place.licence
    assert place_id in (None, place.place_id)
    assert found.names == ("Zorbinka",)


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"class": "place", "type": "hamlet"}, PlaceKind.SETTLEMENT),
        ({"class": "boundary", "type": "administrative", "addresstype": "state"}, PlaceKind.ADMIN1),
        ({"class": "boundary", "type": "administrative", "addresstype": "county"}, PlaceKind.ADMIN2),
        ({"class": "boundary", "type": "administrative", "addresstype": "city"}, PlaceKind.SETTLEMENT),
        ({"class": "amenity", "type": "refugee_site"}, PlaceKind.SITE),
        ({"class": "military", "type": "airfield"}, PlaceKind.SITE),
        ({"class": "waterway", "type": "river"}, PlaceKind.AREA),
        ({"class": "natural", "type": "peak"}, PlaceKind.SITE),
        ({"class": "highway", "type": "residential"}, None),
        ({"class": "shop", "type": "bakery"}, None),
        ({"class": "boundary", "type": "administrative", "addresstype": "country"}, None),
        ({"name": "Бањска", "display_name": "Бањска", "namedetails": {}}, None),
    ],
)
def test_only_places_of_the_gazetteers_kinds_are_taken(changes: dict[str, Any], kind: PlaceKind | None) -> None:
    found = SERVICES["nominatim"].read(nominatim_hit("Zorbinka", 42.9, 20.8, **changes), KINDS)
    assert (found.place.kind if found else None) is kind


def test_all_its_names_are_known_and_people_counted() -> None:
    details = {"name": "Зорбинка", "name:en": "Zorbinka", "alt_name": "Zorbinkë;Zorbinke", "name:ar": "زوربينكا"}
    hit = nominatim_hit("Zorbinka", 42.9, 20.8, namedetails=details, extratags={"population": "1 200"})
    found = SERVICES["nominatim"].read(hit, KINDS)
    assert found is not None
    assert found.names == ("Zorbinka", "Zorbinkë", "Zorbinke")
    assert found.place.population == 1200


BROKEN: list[object] = [
    None, [], "Zorbinka", {},
    nominatim_hit("Zorbinka", 91, 20.8), nominatim_hit("Zorbinka", 42.9, 20.8, lat="nan"),
    nominatim_hit("Zorbinka", 42.9, 20.8, osm_type="javascript"),
    nominatim_hit("Zorbinka", 42.9, 20.8, boundingbox=["x"]),
]  # fmt: skip


@pytest.mark.parametrize("hit", BROKEN, ids=repr)
@pytest.mark.parametrize("service", SERVICES)
def test_a_broken_hit_is_refused(service: str, hit: object) -> None:
    with pytest.raises(ValueError, match="validation error"):
        SERVICES[service].read(hit, KINDS)


@pytest.mark.parametrize("word", ["\ud800", "a\x00b", "x\x1b[31m", "y" * 1000, 7, None, ["z"]])
def test_what_is_no_word_is_no_division(word: object) -> None:
    hit = nominatim_hit("Zorbinka", 42.9, 20.8, address={"state": word, "country_code": word}, namedetails={"n": word})
    found = SERVICES["nominatim"].read(hit, KINDS)
    assert found is not None
    assert (found.place.admin1, found.place.country_code, found.names) == (None, None, ("Zorbinka",))


@pytest.mark.parametrize("service", SERVICES.values(), ids=SERVICES)
def test_a_country_is_preferred_and_never_demanded(service: Any) -> None:  # noqa: ANN401 - a service
    box = Box(42, 20, 43, 22)
    biased = service.bias(Question(name="Zorbinka", country_code="XK"), box)
    assert {"country_codes", "bounded", "country", "bbox"}.isdisjoint(biased)
    assert biased != service.bias(Question(name="Zorbinka"), None)


def test_an_unknown_service_is_refused_with_the_choices() -> None:
    with pytest.raises(UsageError, match=r"'nomiantim'.*nominatim, photon, geonames, opencage"):
        service_named("nomiantim")


def test_every_kind_of_the_codebook_is_the_gazetteers() -> None:
    kinds = {kind for values in KINDS["osm"].values() for kind in values.values()}
    assert kinds | set(KINDS["level"].values()) | set(KINDS["geonames"].values()) <= set(PlaceKind)
