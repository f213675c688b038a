import zipfile
from pathlib import Path

import pytest

from events.places.importers import IMPORTERS
from events.places.importers.geonames import GeoNamesImporter
from events.places.importers.geonames_divisions import GeoNamesDivisionsImporter
from events.places.importers.geonames_names import GeoNamesNamesImporter
from events.places.importers.importer import ImportOptions, Refused
from events.places.row import NameRow, PlaceName, PlaceRow
from events.places.territory import Box
from schemas.errors import GazetteerError
from schemas.vocabulary import PlaceKind
from tests.events.places.importers.geonames_lines import ADDED_ID, dump, line

SUDAN = {"SD": Box(south=9.0, west=22.0, north=22.0, east=38.0)}
NAMES = (
    "1\t{id}\tar\tالقرية\t1\t\t\t\t\t\n2\t{id}\t\tKarya\n3\t{id}\tlink\thttps://example.org\t\t\n4\t{id}\tabbr\tKR\n"
)
DIVISIONS = "SD.29\tWad Division\tWad Division\t900000101\nSD.29.77\tWad Locality\tWad Locality\t900000102\n"


def _read(path: Path, options: ImportOptions | None = None) -> tuple[list[PlaceRow], list[Refused]]:
    rows = list(GeoNamesImporter().read(path, options or ImportOptions()))
    return [row for row in rows if isinstance(row, PlaceRow)], [row for row in rows if isinstance(row, Refused)]


def test_a_row_is_a_place_with_all_its_names_and_codes(tmp_path: Path) -> None:
    path = dump(
        tmp_path / "SD.txt", line(1, "Karyat", aliases="Qaryat,KRT,Karyat", admin1="29", admin2="77", population=900)
    )
    (place,), refused = _read(path)
    assert not refused
    assert (place.place_id, place.kind, place.country_code) == (f"geonames:{ADDED_ID + 1}", "settlement", "SD")
    assert (place.latitude, place.longitude, place.population, place.modified) == (15.5, 32.5, 900, "2021-05-06")
    assert place.admin_codes == ("29", "77")
    assert place.names == (PlaceName("Karyat", "name"), PlaceName("Qaryat"), PlaceName("KRT", "code"))


@pytest.mark.parametrize(
    ("feature", "kind", "codes"),
    [
        ("P.PPLX", "settlement", ("29", "77")),
        ("A.ADM1", "admin1", ("29",)),
        ("A.ADM2", "admin2", ("29", "77")),
        ("S.MSTY", "site", ("29", "77")),
        ("S.CMPREF", "site", ("29", "77")),
        ("S.BDG", "site", ("29", "77")),
        ("S.AIRB", "site", ("29", "77")),
        ("H.STM", "area", ("29", "77")),
        ("T.MT", "area", ("29", "77")),
        ("L.RGN", "area", ("29", "77")),
        ("A.PCLI", "country", ("29", "77")),
    ],
)
def test_a_feature_has_the_kind_of_the_codebook(
    feature: str, kind: str, codes: tuple[str, ...], tmp_path: Path
) -> None:
    (place,), _ = _read(dump(tmp_path / "x.txt", line(1, "Karyat", feature=feature, admin1="29", admin2="77")))
    assert (place.kind, place.admin_codes) == (kind, codes)
    assert place.kind in set(PlaceKind)


@pytest.mark.parametrize("feature", ["S.HTL", "H.SPNG", "T.SLP", "X.ODD", "."])
def test_what_no_report_would_name_is_passed_over(feature: str, tmp_path: Path) -> None:
    places, refused = _read(dump(tmp_path / "x.txt", line(1, "Karyat"), line(2, "Other", feature=feature)))
    assert ([place.name for place in places], refused) == (["Karyat"], [])


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        ("900000002\tOnly three\tcolumns", "3 columns"),
        (line(2, "North", latitude=95.0, longitude=132.0), "latitude 95 is not between"),
        (line(2, "East", longitude=190.5), "longitude 190.5 is not between"),
        (line(2, "Swapped", latitude=32.5, longitude=15.5), "look swapped: 32.5, 15.5 is not in SD, 15.5, 32.5 is"),
        (line(2, "Swapped", latitude=132.5, longitude=15.5), "look swapped"),
        (line(2, "Null", latitude=0, longitude=0), "0, 0 stand for an unknown point"),
        (line(2, "Words", latitude="north"), "no number where one belongs"),
        (line(2, "Not a number", latitude="nan"), "no numbers"),
        (line(2, " "), "no name"),
        (line(2, "x" * 10_000), "10,000 characters"),
        (line(2, "Kar\0yat"), "NUL"),
        (line(2, "Karyat", population="many"), "no number"),
    ],
)
def test_a_broken_line_costs_only_itself(broken: str, words: str, tmp_path: Path) -> None:
    path = dump(tmp_path / "SD.txt", line(1, "First"), broken, line(3, "Third"))
    places, refused = _read(path, ImportOptions(boxes=SUDAN))
    assert [place.name for place in places] == ["First", "Third"]
    assert [row.part for row in refused] == ["line 2"]
    assert words in refused[0].reason
    assert len(refused[0].reason) < 200


def test_a_name_that_is_too_long_is_left_out_and_the_place_is_kept(tmp_path: Path) -> None:
    places, refused = _read(dump(tmp_path / "x.txt", line(1, "Karyat", aliases=f"{'x' * 10_000},Qarya")))
    assert [name.name for name in places[0].names] == ["Karyat", "Qarya"]
    assert "10,000 characters" in refused[0].reason


def test_a_line_in_another_encoding_is_refused_where_the_others_are_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(line(1, "Kõrge").encode() + b"\n" + line(2, "Kõrge").encode("latin-1") + b"\n")
    places, refused = _read(path)
    assert len(places) == 1
    assert refused[0].part == "line 2"


def test_a_file_in_utf_16_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes((line(1, "Kõrge") + "\n").encode("utf-16"))
    assert GeoNamesImporter().recognises(path)
    assert [place.name for place in _read(path)[0]] == ["Kõrge"]


def test_of_a_worlds_dump_one_country_is_taken(tmp_path: Path) -> None:
    path = dump(tmp_path / "allCountries.txt", line(1, "Here"), line(2, "There", country="TD"))
    assert [place.name for place in _read(path, ImportOptions(country="TD"))[0]] == ["There"]


def test_a_zip_is_read_without_unpacking_it(tmp_path: Path) -> None:
    path = tmp_path / "SD.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("readme.txt", "about GeoNames\n" * 1000)
        archive.writestr("SD.txt", line(1, "Karyat") + "\n")
    assert GeoNamesImporter().recognises(path)
    assert [place.name for place in _read(path)[0]] == ["Karyat"]


def test_each_file_of_geonames_is_recognised_by_its_content(tmp_path: Path) -> None:
    files = {
        "geonames": line(1, "Karyat"),
        "geonames-names": NAMES.format(id=ADDED_ID + 1),
        "geonames-divisions": DIVISIONS,
        "csv": "name;lat;lon\nKaryat;15.5;32.5\n",
    }
    for name, content in files.items():
        path = tmp_path / f"{name}.dat"
        path.write_text(content, encoding="utf-8")
        assert [other for other, importer in IMPORTERS.items() if importer.recognises(path)] == [name]


def test_names_have_their_languages_and_links_are_none(tmp_path: Path) -> None:
    path = tmp_path / "alternateNamesV2.txt"
    path.write_text(NAMES.format(id=ADDED_ID + 1) + "5\tmany\tar\tname\n", encoding="utf-8")
    *names, refused = GeoNamesNamesImporter().read(path, ImportOptions())
    place_id = f"geonames:{ADDED_ID + 1}"
    assert names == [
        NameRow(place_id, PlaceName("القرية", "alias", "ar")),
        NameRow(place_id, PlaceName("Karya")),
        NameRow(place_id, PlaceName("KR", "code")),
    ]
    assert isinstance(refused, Refused)
    assert not list(GeoNamesNamesImporter().read(path, ImportOptions(wanted=())))[:-1]


def test_tables_of_divisions_tell_what_lies_in_what(tmp_path: Path) -> None:
    path = tmp_path / "admin.txt"
    path.write_text(DIVISIONS, encoding="utf-8")
    rows = [row for row in GeoNamesDivisionsImporter().read(path, ImportOptions()) if isinstance(row, PlaceRow)]
    assert [(row.kind, row.admin_codes, row.latitude) for row in rows] == [
        ("admin1", ("29",), None),
        ("admin2", ("29", "77"), None),
    ]


def test_a_file_that_is_not_there_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="cannot be read"):
        list(GeoNamesImporter().read(tmp_path / "none.txt", ImportOptions()))
