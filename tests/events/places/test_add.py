import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events.places.add import AddSummary, add_places, remove_source
from events.places.build import build_gazetteer
from events.places.contents import entries_of
from events.places.gazetteer import Gazetteer
from events.places.importers.importer import ImportOptions
from events.places.row import PlaceName, PlaceRow
from schemas.errors import GazetteerError, UsageError
from tests.events.places.importers.geonames_lines import ADDED_ID, dump, line

NOW = datetime(2024, 2, 3, tzinfo=UTC)


class Heard:
    """Remembers what was set aside."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, str | None, str]] = []

    def set_aside(self, path: Path, part: str | None, reason: str) -> None:
        self.lines.append((path.name, part, reason))

    def read(self, path: Path, places: int) -> None:
        """Pass over how far it is."""


def _row(place_id: str, name: str, kind: str, **fields: object) -> PlaceRow:
    values = {"country_code": "SD", "source": "geonames", "licence": "CC BY 4.0", "names": (PlaceName(name, "name"),)}
    return PlaceRow(place_id=place_id, name=name, kind=kind, **{**values, **fields})  # type: ignore[arg-type]


STATE, LOCALITY = f"geonames:{ADDED_ID + 100}", f"geonames:{ADDED_ID + 101}"
BUNDLED = [
    _row("country:SD", "Sudan", "country"),
    _row(STATE, "Wad State", "admin1", admin1_id=STATE, admin_codes=("07",), geonames_id=ADDED_ID + 100),
    _row(
        LOCALITY,
        "Wad Locality",
        "admin2",
        admin1_id=STATE,
        admin2_id=LOCALITY,
        admin_codes=("07", "70"),
        geonames_id=ADDED_ID + 101,
    ),
    *(
        _row(
            f"geonames:{ADDED_ID + 200 + n}",
            f"Old {n}",
            "settlement",
            latitude=14.0 + n / 10,
            longitude=32.0,
            radius_km=2.0,
            admin1_id=STATE,
            geonames_id=ADDED_ID + 200 + n,
            population=n,
        )
        for n in range(4)
    ),
    _row(
        "affray:camp",
        "Camp Nine",
        "settlement",
        latitude=15.9,
        longitude=33.0,
        radius_km=2.0,
        source="affray",
        licence="MIT",
    ),
]

Add = Callable[..., AddSummary]


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bundled") / "gazetteer.duckdb"
    build_gazetteer(path, BUNDLED, made_of="these rows")
    return path


@pytest.fixture
def gazetteer(bundled: Path, tmp_path: Path) -> Path:
    return shutil.copy(bundled, tmp_path / "gazetteer.duckdb")


@pytest.fixture
def add(gazetteer: Path) -> Add:
    def added(*paths: Path, heard: Heard | None = None, into: Path = gazetteer, **options: str) -> AddSummary:
        given_options = ImportOptions(**options)  # type: ignore[arg-type]
        return add_places(paths, gazetteer=into, now=NOW, teller=heard or Heard(), options=given_options)

    return added


def _found(path: Path, name: str) -> list[tuple[str, str, str | None, str | None]]:
    with Gazetteer(path) as gazetteer:
        places = gazetteer.candidates([name])[name]
    return [(place.place_id, place.source, place.admin1, place.admin2) for place in places]


def _digest(path: Path) -> str:
    with Gazetteer(path) as gazetteer:
        return gazetteer.digest


def _content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with duckdb.connect(str(path), read_only=True) as connection:
        tables = ("places", "divisions", "names", "entries")
        return {table: connection.execute(f"from {table} order by all").fetchall() for table in tables}


def test_places_of_a_dump_lie_in_the_divisions_that_their_codes_mean(gazetteer: Path, add: Add, tmp_path: Path) -> None:
    add(
        dump(
            tmp_path / "SD.txt",
            line(1, "Karyat", admin1="07", admin2="70"),
            line(2, "Hilla", admin1="08"),
            # the division stands after what lies in it
            line(3, "Far State", feature="A.ADM1", admin1="08"),
            line(4, "Nowhere", admin1="99"),
        )
    )
    assert _found(gazetteer, "Karyat") == [(f"geonames:{ADDED_ID + 1}", "geonames SD", "Wad State", "Wad Locality")]
    assert _found(gazetteer, "Hilla") == [(f"geonames:{ADDED_ID + 2}", "geonames SD", "Far State", None)]
    assert _found(gazetteer, "Nowhere") == [(f"geonames:{ADDED_ID + 4}", "geonames SD", None, None)]


def test_codes_of_an_older_dump_mean_the_divisions_of_today(gazetteer: Path, add: Add, tmp_path: Path) -> None:
    # what was a division of the first order is one of the second now, under the same number
    old = line(101, "Wad Locality", feature="A.ADM1", admin1="70")
    add(dump(tmp_path / "SD.txt", old, line(1, "Karyat", admin1="70")))
    assert _found(gazetteer, "Karyat") == [(f"geonames:{ADDED_ID + 1}", "geonames SD", "Wad State", "Wad Locality")]
    assert [place_id for place_id, *_ in _found(gazetteer, "Wad Locality")] == [LOCALITY]


def test_a_place_that_is_bundled_stays_one_and_has_the_names_of_both(gazetteer: Path, add: Add, tmp_path: Path) -> None:
    add(dump(tmp_path / "SD.txt", line(201, "Old One", aliases="Qadim", latitude=14.2)))
    for name in ("Old 1", "Old One", "Qadim"):
        assert _found(gazetteer, name) == [(f"geonames:{ADDED_ID + 201}", "geonames", "Wad State", None)]


def test_a_place_of_ones_own_outranks_that_of_the_same_name_beside_it(
    gazetteer: Path, add: Add, tmp_path: Path
) -> None:
    dumped = dump(tmp_path / "SD.txt", line(1, "Karyat", latitude=15.5, aliases="Qarya", population=700))
    mine = tmp_path / "mine.csv"
    mine.write_text(
        "name,lat,lon,country,admin1\nKaryat,15.51,32.5,SD,Wad State\nKaryat,10.5,30.0,SD,\n", encoding="utf-8"
    )
    add(dumped, mine)
    with Gazetteer(gazetteer) as opened:
        near, far = sorted(opened.candidates(["Karyat"])["Karyat"], key=lambda place: -place.latitude)
        assert opened.candidates(["Qarya"])["Qarya"] == (near,)
    assert (near.source, near.latitude, near.admin1, near.population) == ("mine", 15.51, "Wad State", 700)
    assert (far.source, far.latitude) == ("mine", 10.5)


def test_two_places_of_one_name_in_one_list_stay_two(gazetteer: Path, add: Add, tmp_path: Path) -> None:
    mine = tmp_path / "mine.csv"
    mine.write_text("name,lat,lon,country\nCamp Nine,15.90,33.0,SD\nCamp Nine,15.91,33.0,SD\n", encoding="utf-8")
    add(mine)
    assert len(_found(gazetteer, "Camp Nine")) == 2


def test_names_in_other_languages_come_with_the_places_they_belong_to(
    gazetteer: Path, add: Add, tmp_path: Path
) -> None:
    names = tmp_path / "alternateNamesV2.txt"
    names.write_text(
        f"1\t{ADDED_ID + 1}\tar\tالقرية\t\t\t\t\t\t\n2\t{ADDED_ID + 7}\tfr\tAilleurs\t\t\t\t\t\t\n", encoding="utf-8"
    )
    (added,) = add(names, dump(tmp_path / "SD.txt", line(1, "Karyat"))).sources
    assert (added.source, added.places, added.names) == ("geonames SD", 1, 2)
    assert [found[0] for found in _found(gazetteer, "القرية")] == [f"geonames:{ADDED_ID + 1}"]
    with duckdb.connect(str(gazetteer), read_only=True) as connection:
        assert connection.execute("select language from names where name = 'القرية'").fetchall() == [("ar",)]


def test_the_same_again_changes_nothing(gazetteer: Path, add: Add, tmp_path: Path) -> None:
    path = dump(tmp_path / "SD.txt", line(1, "Karyat"))
    add(path)
    before = gazetteer.read_bytes()
    (again,) = add(path).sources
    assert again.outcome == "same"
    assert gazetteer.read_bytes() == before


def test_a_newer_dump_of_a_country_replaces_the_older_and_not_the_other_way_round(
    gazetteer: Path, add: Add, tmp_path: Path
) -> None:
    older = dump(tmp_path / "old" / "SD.txt", line(1, "Karyat", modified="2019-01-01"), line(2, "Gone"))
    newer = dump(tmp_path / "new" / "SD.txt", line(1, "Karyat", modified="2023-01-01"), line(3, "Come"))
    add(older)
    assert add(newer).sources[0].outcome == "replaced"
    assert not _found(gazetteer, "Gone")
    assert _found(gazetteer, "Come")
    assert add(older).sources[0].outcome == "newer"
    assert _found(gazetteer, "Come")


def test_a_source_that_is_removed_leaves_the_gazetteer_as_it_was(gazetteer: Path, add: Add, tmp_path: Path) -> None:
    before, digest = _content(gazetteer), _digest(gazetteer)
    add(dump(tmp_path / "SD.txt", line(1, "Karyat"), line(201, "Old One")))
    assert _digest(gazetteer) != digest
    remove_source("geonames SD", gazetteer=gazetteer)
    assert (_content(gazetteer), _digest(gazetteer)) == (before, digest)
    with pytest.raises(UsageError, match="Nothing was added yet"):
        remove_source("geonames SD", gazetteer=gazetteer)
    with pytest.raises(UsageError, match="no source 'geonames' that was added"):
        remove_source("geonames", gazetteer=gazetteer)


def test_what_was_added_is_carried_over_when_the_bundled_part_is_built_anew(
    gazetteer: Path, add: Add, tmp_path: Path
) -> None:
    mine = tmp_path / "mine.csv"
    mine.write_text("name,lat,lon,country,aliases\nKaryat,15.5,32.5,SD,Qarya\n", encoding="utf-8")
    add(mine, dump(tmp_path / "SD.txt", line(201, "Old One")))
    build_gazetteer(gazetteer, BUNDLED[:-1], made_of="a newer recipe")
    assert [entry.source for entry in entries_of(gazetteer)] == ["geonames", "mine", "geonames SD"]
    assert _found(gazetteer, "Qarya")
    assert _found(gazetteer, "Old One") == [(f"geonames:{ADDED_ID + 201}", "geonames", "Wad State", None)]
    assert not _found(gazetteer, "Camp Nine")


def test_names_are_spelt_anew_where_the_rules_of_spelling_have_changed(
    gazetteer: Path, add: Add, tmp_path: Path
) -> None:
    add(dump(tmp_path / "SD.txt", line(1, "Umm Karyat")))
    with duckdb.connect(str(gazetteer)) as connection:
        connection.execute("update names set key = 'by older rules' where name = 'Umm Karyat'")
        connection.execute("update gazetteer set spelling = 'older'")
    build_gazetteer(gazetteer, BUNDLED, made_of="these rows")
    assert _found(gazetteer, "Umm Karyat")


def test_the_digest_is_of_the_content_and_not_of_the_order_of_adding(bundled: Path, tmp_path: Path, add: Add) -> None:
    mine = tmp_path / "mine.csv"
    mine.write_text("name,lat,lon,country\nOld 1,14.1,32.0,SD\nHilla,15.5,32.5,SD\n", encoding="utf-8")
    files = [
        mine,
        dump(tmp_path / "SD.txt", line(1, "Karyat", admin1="07"), line(201, "Old One")),
        dump(tmp_path / "cities.txt", line(1, "Kariat"), line(5, "Abeche", country="TD")),
    ]
    contents, digests = [], set()
    for number, order in enumerate(permutations(files)):
        path = shutil.copy(bundled, tmp_path / f"{number}.duckdb")
        for file in order:
            add(file, into=path)
        contents.append(_content(path))
        digests.add(_digest(path))
    assert all(content == contents[0] for content in contents)
    assert len(digests) == 1


NAMES = st.sampled_from(["Karyat", "Hilla", "Old 1", "Camp Nine", "Umm Dar"])
ROWS = st.tuples(NAMES, st.integers(140, 160), st.integers(310, 340))
LISTS = st.lists(st.lists(ROWS, min_size=1, max_size=4), min_size=2, max_size=3)


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lists=LISTS)
def test_adding_twice_is_adding_once_and_the_order_of_sources_does_not_matter(
    lists: list[list[tuple[str, int, int]]], bundled: Path, add: Add, tmp_path: Path
) -> None:
    files = []
    for number, rows in enumerate(lists):
        files.append(tmp_path / f"list {number}.csv")
        told = "".join(f"{name},{north / 10},{east / 10},SD\n" for name, north, east in rows)
        files[-1].write_text(f"name,lat,lon,country\n{told}", encoding="utf-8")
    one, other = (shutil.copy(bundled, tmp_path / f"{name}.duckdb") for name in ("one", "other"))
    add(*files, into=one)
    for file in [*reversed(files), *files]:
        add(file, into=other)
    assert _content(one) == _content(other)
    assert _digest(one) == _digest(other)


def test_a_broken_line_is_told_with_its_number_and_the_rest_is_loaded(
    gazetteer: Path, add: Add, tmp_path: Path
) -> None:
    heard = Heard()
    summary = add(dump(tmp_path / "SD.txt", line(1, "Karyat"), "broken", line(2, "Hilla")), heard=heard)
    assert heard.lines == [("SD.txt", "line 2", "it has 1 columns, and GeoNames' dumps have 19")]
    assert (summary.set_aside, summary.sources[0].places) == (1, 2)
    assert _found(gazetteer, "Hilla")


def _swapped(path: Path) -> Path:
    return dump(path, line(1, "Karyat", latitude=132.5, longitude=15.5))


def _nameless(path: Path) -> Path:
    path.write_text("latitude,longitude\n1,2\n", encoding="utf-8")
    return path


def _unpacks_to_much(path: Path) -> Path:
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("world.txt", "w", force_zip64=True) as member,
    ):
        member.write(f"{line(1, 'Karyat')}\n".encode())
        for _ in range(100):
            member.write(bytes(2**20))
    return path


WRONG: Sequence[tuple[Callable[[Path], Path], str]] = (
    (_swapped, "no place that can be used"),
    (_nameless, "has no column name"),
    (_unpacks_to_much, "unpacks to far more"),
)


@pytest.mark.parametrize(("made", "words"), WRONG)
def test_a_file_that_is_wholly_wrong_leaves_the_gazetteer_as_it_was(
    made: Callable[[Path], Path], words: str, gazetteer: Path, tmp_path: Path
) -> None:
    before = gazetteer.read_bytes()
    path = made(tmp_path / "wrong.dat")
    good = dump(tmp_path / "SD.txt", line(2, "Hilla"))
    name = "csv" if made is _nameless else "geonames"
    with pytest.raises(GazetteerError, match=words) as raised:
        add_places([path], gazetteer=gazetteer, now=NOW, teller=Heard(), format_name=name)
    assert "\n" not in str(raised.value)
    assert gazetteer.read_bytes() == before
    assert sorted(entry.name for entry in tmp_path.iterdir() if entry.name.startswith(".gazetteer-")) == []
    heard = Heard()
    if name == "geonames":
        add_places([path, good], gazetteer=gazetteer, now=NOW, teller=heard, format_name=name)
        assert heard.lines[-1][0] == "wrong.dat"
        assert _found(gazetteer, "Hilla")


def test_what_is_no_gazetteer_file_is_named_and_what_is_not_there_too(add: Add, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("Dear diary,\nnothing happened.\n", encoding="utf-8")
    for path, words in ((notes, "no gazetteer file that affray knows"), (tmp_path / "none.txt", "no such file")):
        with pytest.raises(UsageError, match=words):
            add(path)
        heard = Heard()
        add(path, dump(tmp_path / "SD.txt", line(1, "Karyat")), heard=heard)
        assert [(name, words in reason) for name, _, reason in heard.lines] == [(path.name, True)]


def test_a_source_cannot_take_the_name_of_affrays_own(add: Add, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="affray's own"):
        add(dump(tmp_path / "SD.txt", line(1, "Karyat")), source="geonames")


def test_files_that_the_user_calls_one_source_are_one(gazetteer: Path, add: Add, tmp_path: Path) -> None:
    for number, name in enumerate(("Karyat", "Hilla")):
        (tmp_path / f"{number}.csv").write_text(f"name,lat,lon\n{name},15,3{number}\n", encoding="utf-8")
    (added,) = add(tmp_path / "0.csv", tmp_path / "1.csv", source="the office", licence="CC0").sources
    assert (added.source, added.places) == ("the office", 2)
    assert [entry.licence for entry in entries_of(gazetteer) if entry.source == "the office"] == ["CC0"]


def test_two_processes_that_add_at_once_both_end_well(gazetteer: Path, tmp_path: Path) -> None:
    program = (
        "import sys; from datetime import datetime; from pathlib import Path;"
        "from events.places.add import add_places; from tests.events.places.test_add import Heard;"
        "add_places([Path(sys.argv[2])], gazetteer=Path(sys.argv[1]), now=datetime(2024, 1, 1), teller=Heard())"
    )
    files = []
    for number in range(3):
        files.append(tmp_path / f"list{number}.csv")
        files[-1].write_text(f"name,lat,lon\nKaryat {number},15,3{number}\n", encoding="utf-8")
    running = [subprocess.Popen([sys.executable, "-c", program, str(gazetteer), str(file)]) for file in files]
    assert [process.wait(120) for process in running] == [0, 0, 0]
    assert all(_found(gazetteer, f"Karyat {number}") for number in range(3))
