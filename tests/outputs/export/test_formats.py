"""Formats for other programs, each read back by a program that its users have."""

import json
import math
import shutil
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import duckdb
import geopandas
import openpyxl
import pandas as pd
import polars as pl
import pyogrio
import pyreadstat
import pytest

from outputs.export.export import export
from outputs.export.format import FORMATS
from outputs.export.formats.stata import stata_names
from outputs.export.plain import plain
from outputs.store.connect import open_for_writing
from schemas.errors import ExportError, UsageError

SPATIAL = ["geojson", "geoparquet", "gpkg"]
TOLD = {"i-bbbbbbbbbbbbbbbb", "i-aaaaaaaaaaaaaaaa", "i-cccccccccccccccc", "i-dddddddddddddddd"}
POINTS = {"i-bbbbbbbbbbbbbbbb": (20.8, 42.973), "i-aaaaaaaaaaaaaaaa": (181.0, -42.5), "i-dddddddddddddddd": (8.5, 47.4)}
PLACE = "update incident_facts set longitude = $longitude where incident_id = $id"
ON_EARTH = {"i-bbbbbbbbbbbbbbbb": (20.8, 42.973), "i-dddddddddddddddd": (8.5, 47.4)}


@pytest.fixture(scope="module")
def placed(master: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the dataset with longitudes, one of which is not on earth."""
    path = Path(shutil.copy(master, tmp_path_factory.mktemp("placed")))
    with open_for_writing(path) as connection:
        for incident_id, (longitude, _) in POINTS.items():
            connection.execute(
                "update incident_facts set longitude = $1 where incident_id = $2", [longitude, incident_id]
            )
        connection.execute("update incident_facts set event_type = 'Battles' where incident_id = 'i-bbbbbbbbbbbbbbbb'")
    return path


@pytest.fixture(scope="module")
def files(placed: Path) -> dict[str, Path]:
    """Give the incidents in every format."""
    return {name: written(placed, name) for name in FORMATS}


def written(dataset: Path, as_format: str, *, what: str = "incidents", folder: str = "") -> Path:
    output = dataset.parent / folder / f"{what}.{as_format}"
    output.parent.mkdir(exist_ok=True)
    export(dataset, output, what=what, as_format=as_format, force=True)
    return output


def located(frame: geopandas.GeoDataFrame) -> dict[str, tuple[float, float]]:
    """Give the points of a GeoDataFrame by incident."""
    return {row.incident_id: (row.geometry.x, row.geometry.y) for row in frame.itertuples() if row.geometry is not None}


@pytest.mark.parametrize("as_format", SPATIAL)
def test_geopandas_reads_points_in_their_coordinate_system(files: dict[str, Path], as_format: str) -> None:
    path = files[as_format]
    frame = geopandas.read_parquet(path) if as_format == "geoparquet" else geopandas.read_file(path)
    assert set(frame["incident_id"]) == TOLD
    assert located(frame) == ON_EARTH
    assert frame.crs.equals("EPSG:4326", ignore_axis_order=True)


@pytest.mark.parametrize("as_format", SPATIAL)
def test_rows_without_coordinates_are_refused_as_a_map(dataset: Path, tmp_path: Path, as_format: str) -> None:
    with pytest.raises(UsageError, match=r"needs latitude and longitude, which rejects has not"):
        export(dataset, tmp_path / "rejects.out", what="rejects", as_format=as_format, force=False)
    assert not (tmp_path / "rejects.out").exists()


def test_a_geopackage_is_one_layer_of_points_with_typed_fields(files: dict[str, Path]) -> None:
    told = pyogrio.read_info(files["gpkg"])
    fields = dict(zip(told["fields"], told["dtypes"], strict=True))
    assert (told["geometry_type"], told["features"], told["layer_name"]) == ("Point", 4, "incidents")
    assert fields["killed"] == "int32"
    assert fields["date_start"].startswith("datetime64")


def test_geojson_is_a_collection_with_null_for_what_is_unknown(files: dict[str, Path]) -> None:
    told = json.loads(files["geojson"].read_text(encoding="utf-8"))
    without = next(one for one in told["features"] if one["properties"]["incident_id"] == "i-cccccccccccccccc")
    assert told["type"] == "FeatureCollection"
    assert (without["type"], without["geometry"], without["properties"]["killed"]) == ("Feature", None, None)


def test_polars_and_pandas_read_the_same_parquet(files: dict[str, Path]) -> None:
    assert set(pl.read_parquet(files["parquet"])["incident_id"]) == TOLD
    frame = pd.read_parquet(files["parquet"]).set_index("incident_id")
    assert frame.loc["i-bbbbbbbbbbbbbbbb", "killed"] == 4
    assert pd.isna(frame.loc["i-cccccccccccccccc", "killed"])


def test_pandas_reads_the_csv(files: dict[str, Path]) -> None:
    frame = pd.read_csv(files["csv"], parse_dates=["date_start"]).set_index("incident_id")
    assert frame.loc["i-bbbbbbbbbbbbbbbb", "date_start"] == pd.Timestamp(2023, 9, 24)
    assert frame.loc["i-dddddddddddddddd", "place"] == "Zürich"


def test_a_workbook_has_data_codebook_and_sources(files: dict[str, Path]) -> None:
    with closing(openpyxl.load_workbook(files["xlsx"], read_only=True)) as workbook:  # it keeps its file open
        assert workbook.sheetnames == ["data", "codebook", "sources"]
        head, *rows = workbook["data"].iter_rows(values_only=True)
        described = [row[0] for row in workbook["codebook"].iter_rows(min_row=2, values_only=True)]
    incidents = {row[0]: dict(zip(head, row, strict=True)) for row in rows}
    assert set(incidents) == TOLD
    assert incidents["i-bbbbbbbbbbbbbbbb"]["killed"] == 4
    assert incidents["i-bbbbbbbbbbbbbbbb"]["date_start"] == datetime(2023, 9, 24)  # noqa: DTZ001  # as openpyxl reads it
    assert described == list(head)


def test_a_workbooks_text_is_no_formula(files: dict[str, Path]) -> None:
    workbook = openpyxl.load_workbook(files["xlsx"])
    told = [cell for row in workbook["data"].iter_rows() for cell in row if str(cell.value).startswith("=")]
    assert told
    assert {cell.data_type for cell in told} == {"s"}


def test_stata_has_days_labels_and_closed_words_as_numbers(files: dict[str, Path]) -> None:
    frame, told = pyreadstat.read_dta(str(files["dta"]))
    incidents = frame.set_index("incident_id")
    assert incidents.loc["i-bbbbbbbbbbbbbbbb", "date_start"] == date(2023, 9, 24)
    assert incidents.loc["i-bbbbbbbbbbbbbbbb", "killed"] == 4
    assert math.isnan(incidents.loc["i-cccccccccccccccc", "killed"])
    assert told.column_names_to_labels["killed"]
    numbered = told.variable_value_labels["event_type"]
    assert numbered[incidents.loc["i-bbbbbbbbbbbbbbbb", "event_type"]] == "Battles"


@pytest.mark.parametrize("layout", ["acled", "ucdp-ged"])
def test_stata_takes_the_layouts_of_others(placed: Path, tmp_path: Path, layout: str) -> None:
    export(placed, tmp_path / "a.dta", what="incidents", as_format="dta", force=False, layout=layout)
    export(placed, tmp_path / "a.csv", what="incidents", as_format="csv", force=True, layout=layout)
    frame, _ = pyreadstat.read_dta(str(tmp_path / "a.dta"))
    assert [name.lower() for name in frame.columns] == list(pd.read_csv(tmp_path / "a.csv").columns)


@pytest.mark.parametrize("as_format", FORMATS)
def test_the_same_dataset_gives_the_same_bytes(placed: Path, files: dict[str, Path], as_format: str) -> None:
    assert written(placed, as_format, folder="again").read_bytes() == files[as_format].read_bytes()


@pytest.mark.parametrize("as_format", FORMATS)
def test_an_empty_dataset_gives_a_valid_file_without_rows(empty_dataset: Path, as_format: str) -> None:
    path = written(empty_dataset, as_format)
    assert rows_of(path, as_format) == 0


def rows_of(path: Path, as_format: str) -> int:
    match as_format:
        case "xlsx":
            with closing(openpyxl.load_workbook(path, read_only=True)) as workbook:  # it keeps its file open
                return len(list(workbook["data"].iter_rows())) - 1
        case "dta":
            return len(pyreadstat.read_dta(str(path))[0])
        case "geojson":
            return len(json.loads(path.read_text(encoding="utf-8"))["features"])
        case "gpkg":
            return int(pyogrio.read_info(path)["features"])
        case "csv":
            return len(pd.read_csv(path))
        case "jsonl":
            return len(path.read_text(encoding="utf-8").splitlines())
        case _:
            return int(duckdb.execute("select count(*) from read_parquet($1)", [str(path)]).fetchall()[0][0])


def test_a_text_too_long_for_a_cell_is_refused_and_none_is_cut(dataset: Path, tmp_path: Path) -> None:
    with open_for_writing(dataset) as connection:
        connection.execute("update incident_facts set summary = repeat('x', 32768)")
    with pytest.raises(ExportError, match=r"A cell of Excel has 32,767 characters, and a summary has 32,768"):
        export(dataset, tmp_path / "a.xlsx", what="incidents", as_format="xlsx", force=False)
    assert [path.name for path in tmp_path.iterdir()] == [dataset.name]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["if", "2nd", "côte"], ["_if", "_2nd", "c_te"]),
        (["a" * 40, "a" * 33], ["a" * 32, "a" * 30 + "_2"]),
        ([""], ["_"]),
    ],
)
def test_stata_takes_every_name(names: list[str], expected: list[str]) -> None:
    assert stata_names(names) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(None, None), (1.5, 1.5), (True, True), (["RS", None, "XK"], "RS; XK"), ("a\0b", "a␀b"), ([], "")],
)
def test_values_become_plain(value: object, expected: object) -> None:
    assert plain(value) == expected
