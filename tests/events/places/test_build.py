import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from events.places.build import build_gazetteer
from events.places.gazetteer import Gazetteer, default_gazetteer, ensure_gazetteer
from events.places.reach import settlement_radius
from events.places.row import PlaceName, PlaceRow
from schemas.errors import GazetteerError


def _row(place_id: str, name: str, kind: str, **fields: object) -> PlaceRow:
    return PlaceRow(
        place_id=place_id,
        name=name,
        kind=kind,
        country_code="XK",
        source="affray",
        licence="MIT",
        names=(PlaceName(name, "name"),),
        **fields,  # type: ignore[arg-type]
    )


KOSOVO = _row("country:XK", "Kosovo", "country", disputed_by=("RS",))
NORTH = _row("d:1", "Mitrovica", "admin1", admin1_id="d:1")
EMPTY = _row("d:2", "Nowhere", "admin2", admin1_id="d:1", admin2_id="d:2")
TOWNS = [
    _row(
        f"t:{n}",
        f"Town {n}",
        "settlement",
        latitude=43 + n / 10,
        longitude=21.0,
        radius_km=2.0,
        admin1_id="d:1",
        population=n,
    )
    for n in range(5)
]
ROWS = [KOSOVO, NORTH, EMPTY, *TOWNS]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.duckdb"
    build_gazetteer(path, ROWS)
    return path


def test_a_division_has_the_point_and_the_reach_of_its_settlements(small: Path) -> None:
    with Gazetteer(small) as gazetteer:
        (north,) = gazetteer.candidates(["Mitrovica"])["Mitrovica"]
    assert north.latitude == pytest.approx(43.2, abs=0.2)
    assert 20 < north.radius_km < 40
    assert north.population == 10


def test_a_division_without_settlements_lies_somewhere_in_its_parent(small: Path) -> None:
    with Gazetteer(small) as gazetteer:
        found = gazetteer.candidates(["Mitrovica", "Nowhere"])
    (north,), (empty,) = found["Mitrovica"], found["Nowhere"]
    assert (empty.latitude, empty.longitude, empty.radius_km) == (north.latitude, north.longitude, north.radius_km)


def test_equal_places_give_equal_digests(small: Path, tmp_path: Path) -> None:
    again, other = tmp_path / "again.duckdb", tmp_path / "other.duckdb"
    build_gazetteer(again, ROWS)
    build_gazetteer(other, ROWS[:-1])
    digests = []
    for path in (small, again, other):
        with Gazetteer(path) as gazetteer:
            digests.append(gazetteer.digest)
    assert digests[0] == digests[1] != digests[2]


def test_each_source_keeps_its_licence(small: Path) -> None:
    with duckdb.connect(str(small), read_only=True) as connection:
        assert connection.execute("select source, licence, places from sources").fetchall() == [("affray", "MIT", 8)]


def test_two_builders_at_once_both_end_well(tmp_path: Path) -> None:
    path = tmp_path / "shared.duckdb"
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: build_gazetteer(path, ROWS), range(8)))
    with Gazetteer(path) as gazetteer:
        assert gazetteer.candidates(["Town 1"])["Town 1"]
    assert sorted(entry.name for entry in tmp_path.iterdir()) == [".shared.duckdb.lock", "shared.duckdb"]


def test_two_processes_at_once_both_end_well(tmp_path: Path) -> None:
    path = tmp_path / "shared.duckdb"
    program = (
        "import sys; from pathlib import Path; from events.places.build import build_gazetteer;"
        "from events.places.row import PlaceName, PlaceRow;"
        "town = PlaceRow('t:1', 'Town', 'settlement', 'XK', 'affray', 'MIT', 43.0, 21.0, 2.0,"
        " names=(PlaceName('Town', 'name'),));"
        "build_gazetteer(Path(sys.argv[1]), [town])"
    )
    running = [subprocess.Popen([sys.executable, "-c", program, str(path)]) for _ in range(2)]
    assert [process.wait(60) for process in running] == [0, 0]
    with Gazetteer(path) as gazetteer:
        assert len(gazetteer.candidates(["Town"])["Town"]) == 1


def test_a_name_that_is_sql_or_csv_stays_a_name(tmp_path: Path) -> None:
    name = 'O\'Neil", \n"; drop table places; --'
    path = tmp_path / "hostile.duckdb"
    build_gazetteer(path, [_row("t:1", name, "settlement", latitude=1.0, longitude=2.0, radius_km=2.0)])
    with Gazetteer(path) as gazetteer:
        (place,) = gazetteer.candidates([name])[name]
    assert place.name == " ".join(name.split())


def test_a_folder_that_cannot_be_made_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("here")
    with pytest.raises(GazetteerError, match=r"cannot be built at .*--gazetteer") as raised:
        build_gazetteer(tmp_path / "file" / "g.duckdb", ROWS)
    assert "\n" not in str(raised.value)


def test_a_good_gazetteer_is_not_built_again(small: Path) -> None:
    before = small.stat().st_mtime_ns
    assert ensure_gazetteer(small, build=lambda _: pytest.fail("built again")) == small
    assert small.stat().st_mtime_ns == before


@pytest.mark.parametrize("content", [b"", b"no database at all", b"\0" * 20000])
def test_a_broken_file_in_the_cache_is_built_again(
    content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("AFFRAY_GAZETTEER", raising=False)
    path = default_gazetteer()
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    ensure_gazetteer(build=lambda chosen: build_gazetteer(chosen, ROWS))
    with Gazetteer(path) as gazetteer:
        assert gazetteer.country("XK")


def test_a_gazetteer_of_an_older_recipe_is_built_again(small: Path) -> None:
    with duckdb.connect(str(small)) as connection:
        connection.execute("update gazetteer set recipe = 'older'")
    built: list[Path] = []
    ensure_gazetteer(small, build=built.append)
    assert built == [small]


def test_a_file_of_another_kind_that_the_user_named_is_never_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    thesis = tmp_path / "thesis.docx"
    thesis.write_bytes(b"years of work")
    monkeypatch.setenv("AFFRAY_GAZETTEER", str(thesis))
    for path in (thesis, None):
        with pytest.raises(GazetteerError, match="is no gazetteer"):
            ensure_gazetteer(path)
    assert thesis.read_bytes() == b"years of work"


def test_the_variable_names_another_gazetteer(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFFRAY_GAZETTEER", str(small))
    assert ensure_gazetteer() == small


def test_a_file_that_is_no_gazetteer_is_said_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("words")
    with pytest.raises(GazetteerError, match=r"notes\.txt cannot be read as a gazetteer"):
        Gazetteer(path)


def test_a_settlement_reaches_further_the_more_people_it_has() -> None:
    radii = [settlement_radius(people) for people in (0, 5_000, 100_000, 1_000_000, 30_000_000)]
    assert radii == sorted(radii)
    assert (radii[0], radii[-1]) == (2.0, 25.0)


def test_places_of_the_users_own_codebook_have_a_gazetteer_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AFFRAY_GAZETTEER", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    own = tmp_path / "own"
    own.mkdir()
    built: list[Path] = []
    (own / "actors.toml").write_text("", encoding="utf-8")
    assert ensure_gazetteer(codebook=own, build=built.append) == ensure_gazetteer(build=built.append)
    (own / "places.toml").write_text("", encoding="utf-8")
    with_places = ensure_gazetteer(codebook=own, build=built.append)
    assert with_places not in built[:2]
    (own / "places.toml").write_text("# changed", encoding="utf-8")
    assert ensure_gazetteer(codebook=own, build=built.append) not in built[:3]
