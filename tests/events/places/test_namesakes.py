"""Two villages of one name in one country: which of them a report means, with what a dump adds."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from events.places.add import add_places
from events.places.build import build_gazetteer
from events.places.gazetteer import Gazetteer, ensure_gazetteer
from events.places.resolve import PlaceResolver
from events.places.row import PlaceName, PlaceRow
from schemas.place import PlaceReference
from schemas.report import Report
from schemas.span import Span
from tests.events.commandline import Affray
from tests.events.places.importers.geonames_lines import ADDED_ID, dump, line
from tests.events.places.test_add import BUNDLED, Heard

SHARED = Path(__file__).parents[4] / "shared"
NOW = datetime(2024, 2, 3, tzinfo=UTC)
TOWNS = [
    PlaceRow(
        place_id=f"geonames:{ADDED_ID + number}",
        name=name,
        kind="settlement",
        country_code="SD",
        source="geonames",
        licence="CC BY 4.0",
        latitude=latitude,
        longitude=32.0,
        radius_km=3.0,
        population=30_000,
        geonames_id=ADDED_ID + number,
        names=(PlaceName(name, "name"),),
    )
    for number, name, latitude in ((300, "Wad Nour", 15.0), (301, "Hasheem", 12.0))
]
VILLAGES = (
    line(1, "Karyat", latitude=15.05, longitude=32.03, aliases="Qaryat"),
    line(2, "Karyat", latitude=12.05, longitude=32.03),
    line(3, "Karyat", feature="H.STM", latitude=13.5),
    line(4, "Khor Karyat", feature="H.STM", latitude=15.06, aliases="Karyat"),
)


def _resolved(gazetteer: Path, text: str, name: str) -> str | None:
    with Gazetteer(gazetteer) as opened:
        report = Report.identified(text=text, media_type="text/plain", raw_sha256="0")
        start = text.index(name)
        reference = PlaceReference(name=name, span=Span(start=start, end=start + len(name)))
        places = PlaceResolver(opened).resolve_names({report.report_id: [reference]}, {report.report_id: report})
        place = places[report.report_id].accepted(reference)
        return place.place_id if place else None


@pytest.fixture(scope="module")
def with_villages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("villages")
    path = folder / "gazetteer.duckdb"
    build_gazetteer(path, [*BUNDLED, *TOWNS])
    add_places([dump(folder / "SD.txt", *VILLAGES)], gazetteer=path, now=NOW, teller=Heard())
    return path


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Two people were killed in Karyat, near Wad Nour, police said.", 1),
        ("Two people were killed in Karyat, near Hasheem, police said.", 2),
        ("Two people were killed in the village of Karyat, not far from the town of Hasheem.", 2),
    ],
)
def test_the_village_beside_the_town_that_the_report_names_is_meant_and_no_stream(
    text: str, number: int, with_villages: Path
) -> None:
    assert _resolved(with_villages, text, "Karyat") == f"geonames:{ADDED_ID + number}"


def test_the_users_own_place_is_meant_where_nothing_speaks_for_another(with_villages: Path, tmp_path: Path) -> None:
    path = tmp_path / "gazetteer.duckdb"
    path.write_bytes(with_villages.read_bytes())
    mine = tmp_path / "mine.csv"
    mine.write_text("name,lat,lon,country\nKaryat,10.0,30.0,SD\n", encoding="utf-8")
    add_places([mine], gazetteer=path, now=NOW, teller=Heard())
    found = _resolved(path, "Two people were killed in Karyat, police said.", "Karyat")
    assert found is not None
    assert found.startswith("own-")


@pytest.mark.skipif(
    not (SHARED / "gazetteer" / "XK.txt").exists(), reason="the dump of Kosovo is not beside the project"
)
@pytest.mark.parametrize("town", ["Vučitrn", "Vushtrri"])
def test_with_the_dump_of_kosovo_each_report_finds_its_own_banjska(town: str, affray: Affray, tmp_path: Path) -> None:
    gazetteer, dataset = tmp_path / "gazetteer.duckdb", tmp_path / "dataset.duckdb"
    gazetteer.write_bytes(ensure_gazetteer().read_bytes())
    assert affray("gazetteer", "add", SHARED / "gazetteer" / "XK.txt", "--gazetteer", gazetteer).status == 0
    other = tmp_path / "other.txt"
    other.write_text(f"Two farmers were killed on Saturday in Banjska, near {town}, police said.\n", encoding="utf-8")
    words = ("--into", dataset, "--gazetteer", gazetteer, "--published", "2023-03-05", "--workers", "1")
    assert affray("build", SHARED / "seeds", other, *words).status in (0, 3)
    asked = "select latitude, longitude from incidents where place like 'Banjsk%' order by latitude desc"
    found = json.loads(affray("query", dataset, asked, "--format", "json").out)
    points = {(round(point["latitude"], 2), round(point["longitude"], 2)) for point in found}
    assert points == {(42.97, 20.78), (42.86, 20.95)}
