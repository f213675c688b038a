import json
from pathlib import Path

import pytest

from events.places.build import build_gazetteer, recipe
from tests.events.commandline import Affray
from tests.events.places.importers.geonames_lines import dump, line
from tests.events.places.test_add import BUNDLED


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "gazetteer.duckdb"
    build_gazetteer(path, BUNDLED, made_of=recipe())
    monkeypatch.setenv("AFFRAY_GAZETTEER", str(path))
    return path


def test_what_is_added_is_found_and_listed_with_where_it_is_from(affray: Affray, small: Path, tmp_path: Path) -> None:
    mine = tmp_path / "camps.csv"
    mine.write_text("name,lat,lon,country,kind\nKaryat Camp,15.5,32.5,SD,camp\n", encoding="utf-8")
    ended = affray("gazetteer", "add", mine, "--source", "our camps", "--licence", "CC BY-SA 4.0")
    assert (ended.status, ended.out) == (0, "")
    assert ended.lines == ["our camps: 1 place with 1 name added"]
    (found,) = json.loads(affray("gazetteer", "search", "karyat CAMP", "--format", "json").out)
    assert (found["name"], found["kind"], found["source"], found["licence"]) == (
        "Karyat Camp",
        "site",
        "our camps",
        "CC BY-SA 4.0",
    )
    listed = json.loads(affray("gazetteer", "list", "--format", "json").out)
    (own,) = [row for row in listed if row["source"] == "our camps"]
    assert (own["places"], own["names"], own["licence"], own["format"]) == (1, 1, "CC BY-SA 4.0", "csv")
    assert own["added"]
    assert str(tmp_path) not in json.dumps(listed)
    assert affray("gazetteer", "remove", "our camps").status == 0
    assert affray("gazetteer", "search", "Karyat Camp").status == 1
    assert small.exists()


def test_the_nearest_comes_first_where_a_point_is_given(affray: Affray, small: Path, tmp_path: Path) -> None:
    affray(
        "gazetteer", "add", dump(tmp_path / "SD.txt", line(1, "Karyat"), line(2, "Karyat", latitude=11.0)), "--quiet"
    )
    found = json.loads(affray("gazetteer", "search", "Karyat", "--near", "11.1,32.5", "--format", "json").out)
    assert [place["latitude"] for place in found] == [11.0, 15.5]
    assert found[0]["km"] == pytest.approx(11.1, abs=0.1)
    assert small.exists()


def test_faults_that_are_many_are_told_a_few_times_and_then_counted(
    affray: Affray, small: Path, tmp_path: Path
) -> None:
    path = dump(tmp_path / "SD.txt", line(1, "Karyat"), *(f"broken {number}" for number in range(50)), line(2, "\0"))
    ended = affray("gazetteer", "add", path)
    assert ended.status == 3
    assert [f"{path}, line {number}: set aside: it has 1 columns" in ended.err for number in (2, 3, 4, 5)] == [
        True,
        True,
        True,
        False,
    ]
    assert "47 more lines set aside" in ended.err
    assert "NUL" in ended.err
    assert "51 set aside" in ended.err
    assert small.exists()


@pytest.mark.parametrize(
    ("words", "ending"),
    [
        (("add", "none.txt"), (2, "there is no such file")),
        (("add", "none.txt", "--country", "Sudan"), (2, "'Sudan' is no code of a country")),
        (("search", "Nowhere", "--country", "sd"), (1, "No place named 'Nowhere' in SD. Add it: affray gazetteer")),
        (("search", "Sudan", "--near", "95,3"), (2, "not on the globe")),
        (("search", "Sudan", "--near", "here"), (2, "'here' is no point")),
        (("remove", "nothing"), (2, "no source 'nothing'")),
        (("list", "--gazetteer", "{notes}"), (1, "is no gazetteer")),
        (("add", "{notes}", "--gazetteer", "{notes}"), (1, "is no gazetteer")),
        (("add", "{notes}"), (2, "no gazetteer file that affray knows")),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    words: tuple[str, ...], ending: tuple[int, str], affray: Affray, small: Path, tmp_path: Path
) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("Dear diary\n", encoding="utf-8")
    ended = affray("gazetteer", *(word.format(notes=notes) for word in words))
    assert ended.status == ending[0]
    assert ending[1] in ended.err
    assert "Traceback" not in ended.err
    assert notes.read_text(encoding="utf-8") == "Dear diary\n"
    assert small.exists()
