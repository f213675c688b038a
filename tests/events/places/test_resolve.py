from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.places.gazetteer import Gazetteer
from events.places.resolve import PlaceResolver
from events.places.sphere import distance_km
from schemas.place import Location, PlaceReference
from schemas.report import Report
from schemas.span import Span
from schemas.vocabulary import PlacePrecision

Locate = Callable[..., Location]


def ref(name: str, relation: str = "in", *, kind: str | None = None, within: tuple[str, ...] = ()) -> PlaceReference:
    return PlaceReference(name=name, span=Span(start=0, end=1), relation=relation, kind_word=kind, within=within)


def people(name: str) -> PlaceReference:
    return ref(name, "demonym")


def test_the_banjska_of_the_clash_is_the_one_in_zvecan(locate: Locate) -> None:
    others = ("Kosovo", "Serbia", "Pristina", "Belgrade", people("Serbs"), "Moscow")
    location = locate(ref("Banjska", "near", kind="village"), others=others)
    assert distance_km(location.latitude or 0, location.longitude or 0, 42.973, 20.781) < 3
    assert (location.country_code, location.country, location.disputed_by) == ("XK", "Kosovo", ("RS",))
    assert (location.precision, location.radius_km) == (PlacePrecision.NEAR, 25)
    assert len(location.candidates) > 1
    assert "Kosovo" in location.candidates[0].reason or "XK" in location.candidates[0].reason


@pytest.mark.parametrize("neighbour", ["Vučitrn", "Vushtrri", "VUSHTRRI"])
def test_near_vucitrn_it_is_the_other_banjska(locate: Locate, neighbour: str) -> None:
    text = f"Two men died in Banjska near {neighbour}, the police of Kosovo said"
    location = locate("Banjska", others=(ref(neighbour, "near"), "Kosovo"), text=text)
    assert location.place
    assert location.place.place_id == "affray:banjska-vucitrn"


CASES = [
    # the city before the province of its name, unless the report says province
    (("Kabul",), ("Afghanistan",), "geonames:1138958", "settlement"),
    ((ref("Kabul", kind="province"),), ("Afghanistan",), "geonames:1138957", "admin1"),
    (("Mosul",), ("Iraq", "Baghdad"), "geonames:99072", "settlement"),
    (("SAN SALVADOR",), ("EL SALVADOR",), "geonames:3583361", "settlement"),
    # what the report speaks of
    (("Tripoli",), ("Lebanon", "Beirut", people("Lebanese")), "geonames:266826", "settlement"),
    (("Tripoli",), ("Libya", "Benghazi"), "geonames:2210247", "settlement"),
    (("Georgia",), ("Tbilisi", "Abkhazia"), "country:GE", "country"),
    (("Georgia",), ("Atlanta", "Alabama", "Savannah"), "geonames:4197000", "admin1"),
    # what the report says it lies in
    ((ref("Paris", within=("Texas",)),), ("France",), "geonames:4717560", "settlement"),
    ((ref("Helmand", kind="province"),), (people("Afghan"),), "geonames:1140043", "admin1"),
    # a town inside a country that is named first, but not one elsewhere
    (("Afghanistan", "Sangin"), (), "geonames:1127547", "settlement"),
    (("Afghanistan", "Islamabad"), (), "country:AF", "country"),
    # a capital that stands for its government
    ((ref("Moscow", "loose"), "Mosul"), ("Iraq",), "geonames:99072", "settlement"),
    # a site by its own name, and a camp by its town's
    ((ref("Banjska Orthodox monastery", "at"),), ("Kosovo",), "affray:banjska-monastery", "site"),
    (("Al-Hol camp",), ("Syria",), "geonames:173797", "settlement"),
    # parts and offsets
    ((ref("Kosovo", "in northern"),), (), "country:XK", "area"),
    (("northern Kosovo",), (), "country:XK", "area"),
    ((ref("Mitrovica", "20 km north of"),), ("Kosovo",), "geonames:789225", "near"),
    # a village the list lacks, in a province it has
    ((ref("Xyzabad", kind="village"), "Helmand"), ("Afghanistan",), "geonames:1140043", "admin1"),
    ((ref("Xyzabad", within=("Helmand",)),), ("Afghanistan",), "geonames:1140043", "admin1"),
    ((ref("Xyzabad"), ref("Mosul", "near")), ("Iraq",), "geonames:99072", "near"),
    # a town that the gazetteer lacks here, whatever bears its name elsewhere
    ((ref("San Jacinto", within=("Morazan",)), "El Salvador"), ("San Salvador",), "geonames:3584317", "admin1"),
]


@pytest.mark.parametrize(("places", "others", "place_id", "precision"), CASES)
def test_the_place_that_the_report_means_is_chosen(
    locate: Locate,
    places: tuple[str | PlaceReference, ...],
    others: tuple[str | PlaceReference, ...],
    place_id: str,
    precision: str,
) -> None:
    location = locate(*places, others=others)
    assert location.place
    assert (location.place.place_id, location.precision.value) == (place_id, precision)
    assert location.radius_km
    first = places[0] if isinstance(places[0], PlaceReference) else ref(places[0])
    assert location.as_written in {first.name, *(other if isinstance(other, str) else other.name for other in places)}


@pytest.mark.parametrize(
    "places", [(), ("Nonesuchville",), (ref("Ford", "loose"),), (people("Afghan"),), (ref("Washington", "loose"),)]
)
def test_unresolved_is_an_answer(locate: Locate, places: tuple[str | PlaceReference, ...]) -> None:
    location = locate(*places, others=(people("Afghan"),))
    assert location.precision is PlacePrecision.UNKNOWN
    assert (location.place, location.latitude, location.radius_km, location.country_code) == (None, None, None, None)


def test_an_unresolved_name_is_kept_as_written(locate: Locate) -> None:
    assert locate("Nonesuchville").as_written == "Nonesuchville"


def test_a_distance_and_a_direction_move_the_point(locate: Locate, gazetteer: Gazetteer) -> None:
    location = locate(ref("Mitrovica", "20 km north of"), others=("Kosovo",))
    town = gazetteer.candidates(["Kosovska Mitrovica"])["Kosovska Mitrovica"][0]
    assert location.latitude == pytest.approx(town.latitude + 20 / 111.2, abs=0.01)
    assert location.longitude == pytest.approx(town.longitude, abs=0.01)
    assert 5 < (location.radius_km or 0) < 20


@pytest.mark.parametrize(
    ("within", "others", "capital"),
    [((), ("Colombia",), "Bogotá"), (("Somalia",), ("Kenya", "Somalia"), "Mogadishu"), ((), (), None)],
)
def test_an_unnamed_capital_is_that_of_the_country_that_is_told_of(
    locate: Locate, within: tuple[str, ...], others: tuple[str, ...], capital: str | None
) -> None:
    seat = PlaceReference(name="capital", span=Span(start=0, end=7), within=within, kind_word="capital")
    location = locate(seat, others=others)
    assert (location.place.name if location.place else None) == capital


def test_a_part_of_a_country_is_covered_by_its_radius(locate: Locate, gazetteer: Gazetteer) -> None:
    location = locate("northern Kosovo")
    for name in ("Leposavić", "Zubin Potok", "Zvečan"):
        town = next(p for p in gazetteer.candidates([name])[name] if p.country_code == "XK")
        km = distance_km(location.latitude or 0, location.longitude or 0, town.latitude, town.longitude)
        assert km <= (location.radius_km or 0)


def test_the_dateline_decides_between_namesakes(locate: Locate) -> None:
    assert locate("Córdoba", dateline="CORDOBA, Argentina -").country_code == "AR"
    assert locate("Córdoba", dateline="SEVILLE, Spain -").country_code == "ES"


def test_the_outlets_own_country_counts(locate: Locate) -> None:
    place = locate("Newcastle", publisher="www.example.com.au").place
    assert place
    assert place.country_code == "AU"


def test_capitals_and_mixed_case_mean_the_same(locate: Locate) -> None:
    mixed = locate("San Miguel", others=("El Salvador", "Usulutan"))
    capitals = locate("SAN MIGUEL", others=("EL SALVADOR", "USULUTAN"))
    assert mixed.place == capitals.place
    assert mixed.country_code == "SV"


def test_one_name_has_one_meaning_in_a_report(resolver: PlaceResolver) -> None:
    text = "A fire in Paris, Texas, killed two. Paris police said so."
    report = Report.identified(text=text, media_type="text/plain", raw_sha256="0")
    spans = [(10, 15), (17, 22), (36, 41)]
    references = [PlaceReference(name=text[a:b], span=Span(start=a, end=b)) for a, b in spans]
    places = resolver.resolve_names({report.report_id: references}, {report.report_id: report})[report.report_id]
    assert {place.place_id for r in (references[0], references[2]) if (place := places.best(r))} == {"geonames:4717560"}


def test_each_report_is_resolved_by_itself(resolver: PlaceResolver) -> None:
    texts = ("Tripoli and Beirut in Lebanon", "Tripoli and Benghazi in Libya")
    reports = [Report.identified(text=text, media_type="text/plain", raw_sha256="0") for text in texts]
    references = {
        report.report_id: [
            PlaceReference(name=word, span=Span(start=report.text.index(word), end=report.text.index(word) + len(word)))
            for word in report.text.replace(" and", "").replace(" in", "").split()
        ]
        for report in reports
    }
    together = resolver.resolve_names(references, {report.report_id: report for report in reports})
    for report, code in zip(reports, ("LB", "LY"), strict=True):
        alone = resolver.resolve_names({report.report_id: references[report.report_id]}, {report.report_id: report})
        for reference in references[report.report_id]:
            place = together[report.report_id].best(reference)
            assert place
            assert place.country_code == code
            assert place == alone[report.report_id].best(reference)


@settings(max_examples=25, deadline=None)
@given(st.permutations(["Banjska", "Kosovo", "Pristina", "Belgrade", "Vučitrn", "Serbia"]))
def test_the_order_of_the_other_names_does_not_matter(resolver: PlaceResolver, names: list[str]) -> None:
    text = "Banjska ; Kosovo ; Pristina ; Belgrade ; Vučitrn ; Serbia"
    report = Report.identified(text=text, media_type="text/plain", raw_sha256="0")
    references = [
        PlaceReference(name=name, span=Span(start=text.index(name), end=text.index(name) + len(name))) for name in names
    ]
    places = resolver.resolve_names({report.report_id: references}, {report.report_id: report})[report.report_id]
    banjska = places.best(references[names.index("Banjska")])
    assert banjska
    assert banjska.place_id == "affray:banjska-vucitrn"


# What a report says around its names, and what follows for the place.
TOLD = [
    ("They died between Gao and Kidal in Mali", ("Gao", "Kidal", "Mali"), ("Gao and Kidal", "Gao", "area")),
    ("Four died on the Kabul-Kandahar highway", ("Kabul-Kandahar",), ("Kabul-Kandahar", "Kabul", "area")),
    ("A man died in Xyzabad, 10 km NW of Mogadishu", ("Xyzabad", "Mogadishu"), ("Xyzabad", "Mogadishu", "near")),
    (
        "They died in El-Berde, 420 km northwest of Mogadishu",
        ("El-Berde", "Mogadishu"),
        ("El-Berde", "Mogadishu", "area"),
    ),
    ("He died in Sudan near the border with Chad", ("Sudan", "Chad"), ("Chad", "Sudan", "area")),
    ("He died in Gao, near the border with Niger", ("Gao", "Niger"), ("Gao", "Gao", "settlement")),
    (
        "He died right in Bolivar Square after rallies in Bogota",
        ("Bolivar", "Bogota"),
        ("Bolivar", "Bogotá", "settlement"),
    ),
    ("A boat sank off the coast of Somalia", ("Somalia",), ("Somalia", "Somalia", "area")),
    ("A bomb hit the Xyz neighborhood after rallies in Mosul", ("Xyz", "Mosul"), ("Xyz", "Mosul", "settlement")),
]


@pytest.mark.parametrize(("text", "names", "place"), TOLD)
def test_the_words_around_names_decide_the_place(
    locate: Locate, text: str, names: tuple[str, ...], place: tuple[str, str, str]
) -> None:
    kinds = {"Kabul-Kandahar": "highway", "Sudan": "country", "Chad": "country", "Niger": "country"}
    told = (ref(name, "country" if name in ("Niger", "Chad") else "in", kind=kinds.get(name)) for name in names)
    location = locate(*told, text=text)
    assert location.place
    assert (location.as_written, location.place.name, location.precision) == place


def test_a_quarter_of_no_named_town_is_in_the_datelines(locate: Locate) -> None:
    dateline = ref("LIMA", "dateline", within=("Peru",))
    location = locate(ref("Xyz", kind="neighborhood"), dateline, text="LIMA, Peru -- A bomb hit the Xyz neighborhood")
    assert location.place
    assert (location.as_written, location.place.name, location.precision) == ("Xyz", "Lima", "settlement")


def test_a_border_of_two_countries_has_no_divisions(locate: Locate) -> None:
    location = locate(
        ref("Kenya-Somalia", kind="border"),
        ref("Kenya", "country"),
        ref("Somalia", "country"),
        text="They died on the Kenya-Somalia border",
    )
    assert (location.country_code, location.held_by) == ("KE", (None, None, None))


def test_a_point_that_moved_lies_in_the_divisions_where_it_is(locate: Locate) -> None:
    location = locate(ref("Kabul", "100 km east of"), others=("Afghanistan",))
    assert location.place
    assert location.held_by[0] not in (None, location.place.admin1)
    assert locate("Kabul", others=("Afghanistan",)).held_by[0] == "Kabul"
