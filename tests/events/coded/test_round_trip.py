"""What is exported in a layout of others is read back by it, and every event meets the incident that it was."""

import csv
import shutil
from pathlib import Path

import pytest

from events.build import build
from events.coded.importing import import_list
from outputs.export.export import export
from outputs.store.connect import open_for_reading
from sources.options import ReadOptions
from sources.read import read_sources
from tests.events.coded.lists import NOW

EXAMPLES = Path(__file__).parents[3] / "examples" / "reports"
LAYOUTS = {"acled": "event_id_cnty", "ucdp-ged": "id", "gtd": "eventid"}


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demonstration") / "demo.duckdb"
    build(read_sources([str(EXAMPLES)], ReadOptions()), into=path, chosen={}, now=lambda: NOW)
    return path


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_export_read_back_meets_every_incident(demonstration: Path, tmp_path: Path, layout: str) -> None:
    dataset = Path(shutil.copy(demonstration, tmp_path / "demo.duckdb"))
    output = tmp_path / "events.csv"
    export(dataset, output, what="incidents", as_format="csv", force=False, layout=layout)
    import_list(output, layout=layout, source="own", into=dataset, now=lambda: NOW)
    with output.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with open_for_reading(dataset) as connection:
        matched = {
            original_id
            for (original_id,) in connection.sql(
                "select original_id from matches join coded_events using (event_id)"
            ).fetchall()
        }
    # a point that stands for a whole country is never compared
    comparable = {row[LAYOUTS[layout]] for row in rows if row.get("where_prec") != "6"}
    assert len(comparable) > len(rows) / 2
    assert comparable <= matched


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_of_an_earlier_moment_is_of_that_moment(demonstration: Path, tmp_path: Path, layout: str) -> None:
    for name, moment in (("then.csv", str(NOW.date())), ("now.csv", None)):
        export(
            demonstration, tmp_path / name, what="incidents", as_format="csv", force=False, layout=layout, as_of=moment
        )
    assert (tmp_path / "then.csv").read_bytes() == (tmp_path / "now.csv").read_bytes()
