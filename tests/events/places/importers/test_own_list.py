from pathlib import Path

import pytest

from events.places.importers.importer import ImportOptions, Refused
from events.places.importers.own_list import OwnListImporter
from events.places.row import PlaceName, PlaceRow
from events.places.territory import Box
from schemas.errors import GazetteerError

SUDAN = {"SD": Box(south=9.0, west=22.0, north=22.0, east=38.0)}


def _read(path: Path, content: str | bytes, **options: object) -> tuple[list[PlaceRow], list[Refused]]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    rows = list(OwnListImporter().read(path, ImportOptions(boxes=SUDAN, **options)))  # type: ignore[arg-type]
    return [row for row in rows if isinstance(row, PlaceRow)], [row for row in rows if isinstance(row, Refused)]


@pytest.mark.parametrize(
    "content",
    [
        "name,latitude,longitude\nKaryat,15.5,32.5\n",
        "Longitude;Latitude;NAME\n32,5;15,5;Karyat\n",
        "lat\tlon\tplace name\n15.5\t32.5\tKaryat",
        "\ufeffPlace|Y|X\r\nKaryat|15.5° N|32.5° E\r\n",
        'id,name,latitude,longitude,notes\n7,Karyat,15.5,32.5,"two\nlines"\n',
    ],
)
def test_columns_and_delimiters_may_be_called_and_set_as_people_do(content: str, tmp_path: Path) -> None:
    (place,), refused = _read(tmp_path / "mine.csv", content)
    assert not refused
    assert (place.name, place.latitude, place.longitude, place.kind) == ("Karyat", 15.5, 32.5, "settlement")


def test_what_else_the_user_knows_is_taken(tmp_path: Path) -> None:
    content = (
        "name,latitude,longitude,country,admin1,kind,aliases\nKaryat,15.5,32.5,Sudan,Khartoum,camp,Qarya; Qaryat\n"
    )
    (place,), _ = _read(tmp_path / "mine.csv", content, source="our camps")
    assert (place.country_code, place.admin1_name, place.kind, place.source) == ("SD", "Khartoum", "site", "our camps")
    assert place.names == (PlaceName("Karyat", "name"), PlaceName("Qarya"), PlaceName("Qaryat"))


def test_the_country_of_the_command_line_serves_where_none_is_told(tmp_path: Path) -> None:
    content = "name,latitude,longitude,country\nOne,15.5,32.5,\nTwo,13.5,20.5,TD\n"
    places, _ = _read(tmp_path / "mine.csv", content, country="SD")
    assert [place.country_code for place in places] == ["SD", "TD"]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("Karyat,north,32.5,,", "its latitude 'north' is no number of degrees"),
        ("Karyat,15.5,,,", "its longitude '' is no number"),
        ("Karyat,32.5,15.5,Sudan,", "look swapped"),
        ("Karyat,115.5,32.5,,", "look swapped"),
        ("Karyat,115.5,132.5,,", "not between -90 and 90"),
        ("Karyat,15.5,32.5,Ruritania,", "country 'Ruritania' is not known"),
        ("Karyat,15.5,32.5,,starship", "kind 'starship' is not known"),
        (",15.5,32.5,,", "no name"),
        (f"{'x' * 10_000},15.5,32.5,,", "10,000 characters"),
        ("Kar\0yat,15.5,32.5,,", "NUL"),
        ('"never closed,15.5,32.5,,', "quote"),
    ],
)
def test_a_row_that_cannot_be_right_costs_only_itself(row: str, words: str, tmp_path: Path) -> None:
    content = f"name,latitude,longitude,country,kind\nFirst,15.5,32.5,,\n{row}\nThird,15.6,32.5,,\n"
    places, refused = _read(tmp_path / "mine.csv", content)
    assert [place.name for place in places] == ["First", "Third"]
    assert [row.part for row in refused] == ["line 3"]
    assert words in refused[0].reason


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("latitude,longitude,note\n15.5,32.5,x\n", "has no column name; it has 'latitude', 'longitude', 'note'"),
        ("name,latitude\nKaryat,15.5\n", "has no column longitude"),
        ("", "no table of places"),
    ],
)
def test_a_table_without_a_column_that_is_needed_is_refused_whole(content: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=words):
        _read(tmp_path / "mine.csv", content)


def test_old_encodings_are_read(tmp_path: Path) -> None:
    places, _ = _read(tmp_path / "mine.csv", "name,latitude,longitude\nZvečan Köy,42.9,20.8\n".encode("cp1250"))
    assert places[0].name.startswith("Zve")


def test_a_place_has_the_same_id_however_often_it_is_read(tmp_path: Path) -> None:
    content = "name,latitude,longitude\nOne,15.5,32.5\nTwo,15.5,32.5\n"
    once, _ = _read(tmp_path / "a.csv", content)
    again, _ = _read(tmp_path / "b.csv", content)
    assert [place.place_id for place in once] == [place.place_id for place in again]
    assert len({place.place_id for place in once}) == 2
