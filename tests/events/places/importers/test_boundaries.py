"""Boundaries of every publisher become divisions with polygons; what cannot be one is told; the land is invented."""

import gzip
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from events.places.importers.boundaries import Boundaries
from events.places.importers.importer import Imported, ImportOptions, Refused
from events.places.row import PlaceName, PlaceRow
from schemas.errors import GazetteerError

SQUARE = {"type": "Polygon", "coordinates": [[[20, 42], [21, 42], [21, 43], [20, 43], [20, 42]]]}
OWN = {"name": "Karsk", "kind": "admin1", "country": "XK"}


def collection(*properties: dict[str, Any] | None, geometry: object = SQUARE, **about: object) -> str:
    features = [{"type": "Feature", "properties": one, "geometry": geometry} for one in properties]
    return json.dumps({"type": "FeatureCollection", **about, "features": features})


def read(folder: Path, text: str, **options: Any) -> list[Imported]:  # noqa: ANN401 - an option's value
    path = folder / "file.geojson"
    path.write_text(text, encoding="utf-8")
    assert Boundaries().recognises(path)
    return list(Boundaries().read(path, ImportOptions(**options)))


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        (
            {"shapeName": "Karsk", "shapeISO": "", "shapeID": "123B", "shapeGroup": "XKX", "shapeType": "ADM1"},
            ("geoboundaries:admin1:123B", "Karsk", "admin1", "XK", (), None),
        ),
        (
            {"shapeName": "Karsk", "shapeISO": "SO-KA", "shapeID": "9", "shapeGroup": "SOM", "shapeType": "ADM2"},
            ("geoboundaries:admin2:9", "Karsk", "admin2", "SO", (), None),
        ),
        (
            {"adm1_code": "KOS-1", "name": "Karskë", "name_en": "Karsk", "iso_a2": "-1", "adm0_a3": "KOS",
             "gn_id": 77.0},
            ("naturalearth:admin1:KOS-1", "Karsk", "admin1", "XK", ("KOS-1",), 77),
        ),
        (
            {"ADM0_A3": "SOM", "ADMIN": "Somalia", "NAME": "Somalia", "ISO_A2": "SO", "featurecla": "Admin-0 country"},
            ("naturalearth:country:SOM", "Somalia", "country", "SO", (), 51537),
        ),
        (
            {"GID_0": "XKO", "COUNTRY": "Kosovo", "GID_1": "XKO.1_1", "NAME_1": "Karsk", "VARNAME_1": "NA"},
            ("gadm:admin1:XKO.1_1", "Karsk", "admin1", "XK", ("XKO-1_1",), None),
        ),
        (
            {"GID_0": "XKO", "NAME_0": "Kosovo", "GID_1": "XKO.1_1", "NAME_1": "Up", "GID_2": "XKO.1.2_1",
             "NAME_2": "Karsk"},
            ("gadm:admin2:XKO.1.2_1", "Karsk", "admin2", "XK", ("XKO-1_1", "XKO-1-2_1"), None),
        ),
        (OWN, ("own:admin1:XK:Karsk", "Karsk", "admin1", "XK", (), None)),
    ],
)  # fmt: skip
def test_each_publisher_is_understood_by_its_own_spelling(
    tmp_path: Path, properties: dict[str, Any], expected: tuple[object, ...]
) -> None:
    (row,) = read(tmp_path, collection(properties))
    assert isinstance(row, PlaceRow)
    assert (row.place_id, row.name, row.kind, row.country_code, row.admin_codes, row.geonames_id) == expected
    assert row.polygon is not None
    assert (row.latitude, row.longitude) == (42.5, 20.5)


def test_other_names_are_taken_apart_and_those_of_other_scripts_left_out(tmp_path: Path) -> None:
    gadm = {"GID_0": "XKO", "GID_1": "1", "NAME_1": "Karsk", "VARNAME_1": "Karskë|Карск|Karska ; Karsk"}
    (row,) = read(tmp_path, collection(gadm))
    assert isinstance(row, PlaceRow)
    assert row.names == (PlaceName("Karsk", "name"), PlaceName("Karskë"), PlaceName("Karska"))


def test_what_the_user_says_of_a_file_comes_first(tmp_path: Path) -> None:
    (row,) = read(tmp_path, collection({**OWN, "country": None}), source="survey", licence="CC0", country="SO")
    assert isinstance(row, PlaceRow)
    assert (row.source, row.licence, row.country_code) == ("survey", "CC0", "SO")


@pytest.mark.parametrize(
    ("properties", "geometry", "reason"),
    [
        ({**OWN, "name": " "}, SQUARE, "it has no name: name is empty"),
        ({**OWN, "name": "K\N{REPLACEMENT CHARACTER}rsk"}, SQUARE, "it has no name"),
        ({**OWN, "kind": "ADM4"}, SQUARE, "ADM4 is no order of divisions that affray keeps"),
        ({"label": "Karsk"}, SQUARE, "(label) are spelt as by none of gadm, geoboundaries, naturalearth, own"),
        (None, SQUARE, "its properties (none)"),
        (OWN, {"type": "Point", "coordinates": [20, 42]}, "it has no polygon but Point"),
        (OWN, None, "it has no polygon but nothing"),
        (OWN, {"type": "Polygon", "coordinates": [[[5e5, 4.7e6], [6e5, 4.7e6], [6e5, 4.8e6]] * 2]}, "EPSG:4326"),
    ],
)
def test_a_feature_that_is_no_division_is_refused_and_the_rest_is_read(
    tmp_path: Path, properties: dict[str, Any], geometry: object, reason: str
) -> None:
    bad = json.loads(collection(properties, geometry=geometry))["features"]
    good = json.loads(collection({**OWN, "name": "Other"}))["features"]
    refused, row = read(tmp_path, json.dumps({"type": "FeatureCollection", "features": [*bad, *good]}))
    assert isinstance(refused, Refused)
    assert refused.part == "feature 1"
    assert reason in refused.reason
    assert isinstance(row, PlaceRow)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (collection(), "holds no division with a polygon"),
        (collection({**OWN, "kind": "lake"}), "lake is no order of divisions"),
        (collection(OWN, crs={"properties": {"name": "urn:ogc:def:crs:EPSG::32634"}}), "coordinates in urn:ogc.*32634"),
        ('{"type": "Topology", "objects": {}}', "no features"),
        ('{"type": "FeatureCollection"', "no GeoJSON feature collection"),
    ],
)
def test_a_file_without_any_division_is_refused_whole(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(GazetteerError, match=reason):
        read(tmp_path, text)


@pytest.mark.parametrize("name", ["urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4326", "EPSG:4326"])
def test_degrees_are_degrees_by_whatever_name(tmp_path: Path, name: str) -> None:
    assert len(read(tmp_path, collection(OWN, crs={"type": "name", "properties": {"name": name}}))) == 1


def test_a_zip_is_read_layer_by_layer_without_its_simplified_doubles(tmp_path: Path) -> None:
    path = tmp_path / "boundaries.zip"
    with zipfile.ZipFile(path, "w") as zipped:
        zipped.writestr("ADM1.geojson", collection(OWN))
        zipped.writestr("ADM1_simplified.geojson", collection(OWN))
        zipped.writestr("ADM2_simplified.geojson", collection({**OWN, "kind": "admin2"}, {**OWN, "kind": "lake"}))
        zipped.writestr("__MACOSX/._ADM1.geojson", "junk")
        zipped.writestr("licence.txt", "free")
    assert Boundaries().recognises(path)
    first, second, third = Boundaries().read(path, ImportOptions())
    assert isinstance(first, PlaceRow)
    assert isinstance(second, PlaceRow)
    assert (first.kind, second.kind) == ("admin1", "admin2")
    assert isinstance(third, Refused)
    assert third.part == "ADM2_simplified.geojson, feature 2"


def test_a_gzipped_file_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "file.geojson.gz"
    path.write_bytes(gzip.compress(collection(OWN).encode()))
    assert Boundaries().recognises(path)
    assert len(list(Boundaries().read(path, ImportOptions()))) == 1


def test_a_shapefile_is_recognised_to_say_how_it_is_turned_into_geojson(tmp_path: Path) -> None:
    path = tmp_path / "shapes.zip"
    with zipfile.ZipFile(path, "w") as zipped:
        zipped.writestr("shapes/ADM1.shp", b"\x00\x00\x27\x0a")
    assert Boundaries().recognises(path)
    with pytest.raises(GazetteerError, match="ogr2ogr -f GeoJSON"):
        list(Boundaries().read(path, ImportOptions()))


@pytest.mark.parametrize("content", [b"", b"name,latitude,longitude\n", b'{"places": []}', b"\x00" * 50])
def test_what_is_no_geojson_is_not_recognised(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file.geojson"
    path.write_bytes(content)
    assert not Boundaries().recognises(path)
    assert not Boundaries().recognises(tmp_path / "absent.geojson")
