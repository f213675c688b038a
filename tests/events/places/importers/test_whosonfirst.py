"""A repository of Who's On First gives today's places, names, divisions and polygons; the land is invented."""

import io
import json
import tarfile
from pathlib import Path
from typing import Any

import pytest

from events.places.importers.importer import Imported, ImportOptions, Refused
from events.places.importers.whosonfirst import WhosOnFirst
from events.places.row import PlaceName, PlaceRow
from schemas.errors import GazetteerError

SHARED = Path(__file__).parents[5] / "shared" / "gazetteer"
SQUARE = {"type": "Polygon", "coordinates": [[[20, 42], [21, 42], [21, 43], [20, 43], [20, 42]]]}


def record(number: int, placetype: str = "locality", **about: Any) -> dict[str, Any]:  # noqa: ANN401 - a value of JSON
    properties = {
        "wof:id": number,
        "wof:name": f"Place {number}",
        "wof:placetype": placetype,
        "wof:country": "XK",
        "wof:concordances": {},
        "wof:hierarchy": [{"country_id": 1, "region_id": 2, "county_id": 3, "locality_id": number}],
        "wof:superseded_by": [],
        "mz:is_current": 1,
        "edtf:cessation": "uuuu",
        "geom:latitude": 42.5,
        "geom:longitude": 20.5,
    }
    named = {key.replace("__", ":"): value for key, value in about.items() if key != "geometry"}
    geometry = about.get("geometry", {"type": "Point", "coordinates": [20.5, 42.5]})
    return {"type": "Feature", "properties": properties | named, "geometry": geometry}


def repository(folder: Path, *records: dict[str, Any] | str, name: str = "data/{}/{}.geojson") -> Path:
    for number, one in enumerate(records):
        path = folder / name.format(number, number)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(one if isinstance(one, str) else json.dumps(one), encoding="utf-8")
    return folder


def read(path: Path, **options: Any) -> list[Imported]:  # noqa: ANN401 - an option's value
    return list(WhosOnFirst().read(path, ImportOptions(**options)))


def the_one(path: Path, **options: Any) -> PlaceRow:  # noqa: ANN401 - an option's value
    (row,) = read(path, **options)
    assert isinstance(row, PlaceRow)
    return row


def test_a_town_has_its_names_with_their_languages_the_english_one_first(tmp_path: Path) -> None:
    row = the_one(
        repository(
            tmp_path,
            record(
                7,
                wof__name="Tarnik",
                name__sqi_x_preferred=["Tarniku"],
                name__srp_x_preferred=["Трник", "Trnik"],
                name__eng_x_preferred=["Tarnik Town"],
                name__und_x_variant=["Old  Tarnik"],
                name__eng_x_variant=["TRN"],
                name__fra_x_preferred=["Tarnik"],
                wof__concordances={"gn:id": 99},
                wof__population=5200,
                wof__lastmodified=1566652798,
            ),
        )
    )
    assert row.names == (
        PlaceName("Tarnik Town", "name", "eng"),
        PlaceName("Tarnik", "alias", None),
        PlaceName("Tarniku", "alias", "sqi"),
        PlaceName("Trnik", "alias", "srp"),
        PlaceName("TRN", "code", "eng"),
        PlaceName("Old Tarnik", "alias", None),
    )
    assert (row.place_id, row.kind, row.country_code, row.geonames_id, row.population) == (
        *("wof:7", "settlement", "XK", 99, 5200),
    )
    assert (row.latitude, row.longitude, row.admin_codes) == (42.5, 20.5, ("2", "3"))
    assert row.modified == "2019-08-24"
    assert (row.source, row.licence) == ("whosonfirst", "CC0 and CC BY 4.0")


def test_the_label_point_of_a_town_comes_before_the_middle_of_its_shape(tmp_path: Path) -> None:
    town = record(7, lbl__latitude=42.6, lbl__longitude=20.7, geometry=SQUARE)
    row = the_one(repository(tmp_path, town), source="mine", licence="own")
    assert (row.latitude, row.longitude, row.polygon, row.source, row.licence) == (42.6, 20.7, None, "mine", "own")


@pytest.mark.parametrize(
    ("placetype", "hierarchy", "kind", "codes"),
    [
        ("region", {"region_id": 7}, "admin1", ("7",)),
        ("county", {"region_id": 2, "county_id": 7}, "admin2", ("2", "7")),
        ("localadmin", {"region_id": 2, "localadmin_id": 7}, "admin2", ("2", "7")),
        ("localadmin", {"region_id": 2, "county_id": 3, "localadmin_id": 7}, "admin3", ("2", "3", "7")),
        ("macroregion", {"macroregion_id": 7}, "admin1", ("7",)),
        ("region", {"macroregion_id": 4, "region_id": 7}, "admin2", ("4", "7")),
        ("region", {"macroregion_id": -1, "region_id": 7}, "admin1", ("7",)),
    ],
)
def test_the_order_of_a_division_follows_from_what_is_above_it(
    tmp_path: Path, placetype: str, hierarchy: dict[str, int], kind: str, codes: tuple[str, ...]
) -> None:
    row = the_one(repository(tmp_path, record(7, placetype, wof__hierarchy=[hierarchy], geometry=SQUARE)))
    assert (row.kind, row.admin_codes) == (kind, codes)
    assert row.polygon is not None
    assert (row.latitude, row.longitude) == (42.5, 20.5)


def test_a_country_gives_its_polygon_and_no_names_for_a_language_calls_it_as_another_calls_its_people(
    tmp_path: Path,
) -> None:
    row = the_one(repository(tmp_path, record(7, "country", name__aze_x_preferred=["Karski"], geometry=SQUARE)))
    assert (row.kind, row.names, row.polygon is not None) == ("country", (), True)


@pytest.mark.parametrize(
    "past",
    [
        {"mz__is_current": 0},
        {"wof__superseded_by": [8]},
        {"edtf__deprecated": "2017-02-06"},
        {"edtf__cessation": "2018-09-06"},
        {"wof__placetype": "timezone"},
    ],
)
def test_what_is_there_no_more_is_left_out_without_a_word(tmp_path: Path, past: dict[str, object]) -> None:
    rows = read(repository(tmp_path, record(7, **past), record(8, mz__is_current=-1)))
    assert [row.place_id for row in rows if isinstance(row, PlaceRow)] == ["wof:8"]
    assert len(rows) == 1


def test_second_shapes_and_other_files_are_passed_over(tmp_path: Path) -> None:
    repository(tmp_path, record(7))
    repository(tmp_path, record(8), name="data/{}/{}-alt-other.geojson")
    repository(tmp_path, "about", name="LICENSE{}{}.md")
    assert the_one(tmp_path).place_id == "wof:7"


def test_a_folder_and_its_tar_give_the_same(tmp_path: Path) -> None:
    folder = repository(tmp_path / "repository", record(7), record(2, "region", geometry=SQUARE))
    packed = tmp_path / "repository.tar.bz2"
    with tarfile.open(packed, "w:bz2") as tar:
        for path in sorted(folder.rglob("*.geojson")):
            content = path.read_bytes()
            info = tarfile.TarInfo(f"./{path.relative_to(folder)}")
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))
    assert WhosOnFirst().recognises(folder)
    assert WhosOnFirst().recognises(packed)
    assert read(folder) == read(packed)


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        ("{", "it is no GeoJSON"),
        ("[]", "it holds no object"),
        ("[" * 100_000, "it is no GeoJSON"),
        ("{}", "it has no properties"),
        ('{"properties": {"wof:id": 7}}', "wof:placetype"),
        (json.dumps(record(7, geom__latitude=142.0)), "nowhere on earth (142.0, 20.5)"),
        (json.dumps(record(7, geom__latitude=None)), "nowhere on earth (None, 20.5)"),
        (json.dumps(record(7, wof__concordances=7)), "'int' object"),
        (json.dumps(record(7, "region", geometry={"type": "Polygon", "coordinates": "none"})), "cannot be read"),
    ],
)
def test_a_broken_record_is_refused_and_the_next_is_read(tmp_path: Path, broken: str, reason: str) -> None:
    refused, row = read(repository(tmp_path, broken, record(8)))
    assert isinstance(refused, Refused)
    assert refused.part == "data/0/0.geojson"
    assert reason in refused.reason
    assert isinstance(row, PlaceRow)


def test_what_is_no_repository_is_neither_recognised_nor_read(tmp_path: Path) -> None:
    other = tmp_path / "1.geojson"
    other.write_text('{"type": "FeatureCollection", "features": []}')
    assert not WhosOnFirst().recognises(other)
    assert not WhosOnFirst().recognises(tmp_path / "absent")
    with pytest.raises(GazetteerError, match="no place of Who's On First"):
        read(repository(tmp_path, "notes", name="notes{}{}.txt") / "notes00.txt")


@pytest.mark.parametrize(
    ("country", "settlements", "polygons"), [("xk", range(2450, 2550), 48), ("so", range(4400, 4500), 70)]
)
def test_a_real_repository_is_read_whole(country: str, settlements: range, polygons: int) -> None:
    path = SHARED / f"whosonfirst-data-admin-{country}.tar.gz"
    if not path.exists():
        pytest.skip("the real repository is not on this machine")
    rows = read(path)
    places = [row for row in rows if isinstance(row, PlaceRow)]
    assert len(places) == len(rows)
    assert len([place for place in places if place.kind == "settlement"]) in settlements
    assert len([place for place in places if place.polygon]) == polygons
