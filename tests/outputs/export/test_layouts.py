"""The layouts of others: exact to the column, no code outside its list, whatever the incidents lack."""

import csv
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest
from duckdb import DuckDBPyConnection
from hypothesis import given
from hypothesis import strategies as st

from outputs.export.coded_layout import columns_of, step
from outputs.export.export import export
from outputs.export.layout import LAYOUTS
from outputs.query.session import locked
from outputs.store.connect import open_for_writing
from schemas.codebook import load_codebook
from schemas.errors import ExportError, UsageError
from schemas.priogrid import priogrid_gid
from tests.outputs.export.synthetic import fill

COUNT = 4_000
FLAT = [name for name, layout in LAYOUTS.items() if layout.formats is None and name != "affray"]
CODED = [name for name in LAYOUTS if name != "affray"]

HEADERS = {
    "acled": "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,"
    "assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,"
    "latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp",
    "ucdp-ged": "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,"
    "conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,"
    "side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,"
    "where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,"
    "country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,"
    "best,high,low,gwnoa,gwnob",
    "gtd": "eventid,iyear,imonth,iday,approxdate,extended,resolution,country,country_txt,region,region_txt,provstate,"
    "city,latitude,longitude,specificity,vicinity,location,summary,crit1,crit2,crit3,doubtterr,alternative,"
    "alternative_txt,multiple,success,suicide,attacktype1,attacktype1_txt,attacktype2,attacktype2_txt,"
    "attacktype3,attacktype3_txt,targtype1,targtype1_txt,targsubtype1,targsubtype1_txt,corp1,target1,natlty1,"
    "natlty1_txt,targtype2,targtype2_txt,targsubtype2,targsubtype2_txt,corp2,target2,natlty2,natlty2_txt,"
    "targtype3,targtype3_txt,targsubtype3,targsubtype3_txt,corp3,target3,natlty3,natlty3_txt,gname,gsubname,"
    "gname2,gsubname2,gname3,gsubname3,motive,guncertain1,guncertain2,guncertain3,individual,nperps,nperpcap,"
    "claimed,claimmode,claimmode_txt,claim2,claimmode2,claimmode2_txt,claim3,claimmode3,claimmode3_txt,compclaim,"
    "weaptype1,weaptype1_txt,weapsubtype1,weapsubtype1_txt,weaptype2,weaptype2_txt,weapsubtype2,weapsubtype2_txt,"
    "weaptype3,weaptype3_txt,weapsubtype3,weapsubtype3_txt,weaptype4,weaptype4_txt,weapsubtype4,weapsubtype4_txt,"
    "weapdetail,nkill,nkillus,nkillter,nwound,nwoundus,nwoundte,property,propextent,propextent_txt,propvalue,"
    "propcomment,ishostkid,nhostkid,nhostkidus,nhours,ndays,divert,kidhijcountry,ransom,ransomamt,ransomamtus,"
    "ransompaid,ransompaidus,ransomnote,hostkidoutcome,hostkidoutcome_txt,nreleased,addnotes,scite1,scite2,"
    "scite3,dbsource,INT_LOG,INT_IDEO,INT_MISC,INT_ANY,related",
}

ID_COLUMNS = {"acled": "event_id_cnty", "ucdp-ged": "id", "gtd": "eventid", "plover": "id"}
LAYOUTS_COLUMNS = {name: columns_of(name.replace("-", "_")) for name in CODED}


@pytest.fixture(scope="module")
def words() -> Iterator[DuckDBPyConnection]:
    with duckdb.connect() as connection:
        connection.execute(step("common/words"))
        yield connection


@pytest.fixture(scope="module")
def many(empty_master: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("many") / "many.duckdb"
    shutil.copy(empty_master, path)
    fill(path, count=COUNT)
    return path


Lay = Callable[[str], list[dict[str, Any]]]


@pytest.fixture(scope="module")
def laid_out(many: Path) -> Lay:
    """Give the rows of a layout, each laid out once."""
    rows: dict[str, list[dict[str, Any]]] = {}

    def lay(name: str) -> list[dict[str, Any]]:
        if name not in rows:
            rows[name] = asked(many, name)
        return rows[name]

    return lay


def asked(dataset: Path, name: str) -> list[dict[str, Any]]:
    with locked(dataset) as connection:
        relation = LAYOUTS[name].lay_out(connection, "incidents")
        answer = connection.execute(relation.rows.sql)
        columns = [column.name for column in relation.columns]
        return [dict(zip(columns, row, strict=True)) for row in answer.fetchall()]


def left_out(dataset: Path, name: str) -> dict[str, str]:
    with locked(dataset) as connection:
        question = LAYOUTS[name].lay_out(connection, "incidents").left_out
        assert question is not None
        return {row[0]: row[-1] for row in connection.execute(question.sql).fetchall()}


@pytest.mark.parametrize("name", HEADERS)
def test_the_header_is_the_layouts_own_byte_for_byte(empty_dataset: Path, tmp_path: Path, name: str) -> None:
    export(empty_dataset, tmp_path / "x.csv", what="incidents", as_format="csv", force=False, layout=name)
    assert (tmp_path / "x.csv").read_bytes() == f"{HEADERS[name]}\n".encode()


@pytest.mark.parametrize("name", CODED)
def test_an_empty_dataset_gives_an_empty_list_of_what_is_left_out(
    empty_dataset: Path, tmp_path: Path, name: str
) -> None:
    export(empty_dataset, tmp_path / "x.jsonl", what="incidents", as_format="jsonl", force=False, layout=name)
    assert (tmp_path / "x.jsonl").read_bytes() == b""
    assert (tmp_path / "left_out.csv").read_text() == (
        "file,incident_id,date_start,country_code,sub_event_type,killed,reason\n"
    )


@pytest.mark.parametrize("name", CODED)
def test_columns_are_of_the_type_that_the_codebook_tells(many: Path, name: str) -> None:
    with locked(many) as connection:
        relation = LAYOUTS[name].lay_out(connection, "incidents")
        told = [(column.name, column.type) for column in relation.columns]
        assert [(column.name, column.type) for column in relation.rows.columns()] == told


@pytest.mark.parametrize("name", CODED)
def test_no_code_is_outside_its_list(laid_out: Lay, name: str) -> None:
    for column in LAYOUTS_COLUMNS[name]:
        known = {*column.labels, *column.words}
        if known:
            given_codes = {str(row[column.name]) for row in laid_out(name) if row[column.name] is not None}
            assert given_codes <= known, column.name


@pytest.mark.parametrize("name", CODED)
def test_every_incident_has_a_row_or_a_reason(many: Path, laid_out: Lay, name: str) -> None:
    reasons = left_out(many, name)
    assert len(laid_out(name)) + len(reasons) == COUNT
    assert len(laid_out(name)) > COUNT / 20
    assert all(reasons.values())


@pytest.mark.parametrize("name", CODED)
def test_dismissed_incidents_are_left_out(many: Path, name: str) -> None:
    with locked(many) as connection:
        dismissed = "select incident_id from incidents where review_status = 'dismissed'"
        ids = {incident_id for (incident_id,) in connection.execute(dismissed).fetchall()}
    reasons = left_out(many, name)
    assert ids
    assert {reasons[incident_id] for incident_id in ids} == {"A person has dismissed it."}


@pytest.mark.parametrize("name", CODED)
def test_ids_are_their_own_and_stay(many: Path, laid_out: Lay, tmp_path: Path, name: str) -> None:
    key = ID_COLUMNS[name]
    ids = {row[key] for row in laid_out(name)}
    assert len(ids) == len(laid_out(name))
    grown = Path(shutil.copy(many, tmp_path / "grown.duckdb"))
    with open_for_writing(grown) as connection:
        connection.execute(
            "insert into incident_facts by name "
            "select * replace ('i-' || md5(incident_id || 'x')[1:16] as incident_id) "
            "from incident_facts where hash(incident_id) % 10 = 0"
        )
    assert ids <= {row[key] for row in asked(grown, name)}


@pytest.mark.parametrize("name", FLAT)
def test_rows_of_hostile_words_stay_rows(many: Path, laid_out: Lay, tmp_path: Path, name: str) -> None:
    output = tmp_path / "x.csv"
    export(many, output, what="incidents", as_format="csv", force=False, layout=name)
    text = output.read_text(encoding="utf-8")
    assert "\x00" not in text
    assert len(text.splitlines()) == len(laid_out(name)) + 1
    rows = list(csv.reader(text.splitlines()))
    assert not any(cell.startswith("=") for row in rows for cell in row)


def test_two_of_one_number_get_two(empty_dataset: Path) -> None:
    # the ids differ behind the characters that the number is made of
    with open_for_writing(empty_dataset) as connection:
        for incident_id in ("i-aaaaaaaaaaaaaaaa", "i-aaaaaaaaaaaaaaab"):
            connection.execute("insert into incident_facts (incident_id) values ($id)", {"id": incident_id})
    with locked(empty_dataset) as connection:
        LAYOUTS["acled"].lay_out(connection, "incidents")
        numbers = dict(connection.execute("select incident_id, number from numbers").fetchall())
    assert numbers["i-aaaaaaaaaaaaaaaa"] == 0
    assert 0 < numbers["i-aaaaaaaaaaaaaaab"] < 2**48


@given(st.text("abcdefghijklmnopqrstuvwxyz234567", min_size=16, max_size=16))
def test_a_number_is_the_first_48_bits_of_the_hash(words: DuckDBPyConnection, characters: str) -> None:
    bits = "".join(f"{'abcdefghijklmnopqrstuvwxyz234567'.index(letter):05b}" for letter in characters)
    ((number,),) = words.execute("select bits_of_id('i-' || $characters)", {"characters": characters}).fetchall()
    assert number == int(bits[:48], 2)


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_the_cell_is_that_of_the_formula(words: DuckDBPyConnection, latitude: float, longitude: float) -> None:
    ((cell,),) = words.execute("select priogrid($1::double, $2::double)", [latitude, longitude]).fetchall()
    assert cell == priogrid_gid(latitude, longitude)


def test_a_selection_without_a_place_in_a_layout_is_refused(dataset: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="has no place for claims"):
        export(dataset, tmp_path / "x.csv", what="claims", as_format="csv", force=False, layout="acled")
    assert not (tmp_path / "x.csv").exists()


def test_left_out_tells_of_every_file_of_the_folder(many: Path, tmp_path: Path) -> None:
    for output in ("one.csv", "two.csv", "one.csv"):
        export(many, tmp_path / output, what="incidents", as_format="csv", force=True, layout="acled")
    with (tmp_path / "left_out.csv").open(encoding="utf-8", newline="") as file:
        files = [row["file"] for row in csv.DictReader(file)]
    expected = len(left_out(many, "acled"))
    assert (files.count("one.csv"), files.count("two.csv")) == (expected, expected)


def test_a_left_out_of_somebody_else_stays_without_force(many: Path, tmp_path: Path) -> None:
    (tmp_path / "left_out.csv").write_text("mine")
    with pytest.raises(ExportError, match=r"left_out.csv is there already"):
        export(many, tmp_path / "x.csv", what="incidents", as_format="csv", force=False, layout="acled")
    assert (tmp_path / "left_out.csv").read_text() == "mine"
    assert not (tmp_path / "x.csv").exists()


def test_fatalities_are_the_lowest_and_a_zero_nobody_told_is_in_the_notes(laid_out: Lay) -> None:
    for row in laid_out("acled"):
        assert row["fatalities"] >= 0
        if "No report says how many were killed" in row["notes"]:
            assert row["fatalities"] == 0


def test_an_interaction_names_the_types_of_its_actors(laid_out: Lay) -> None:
    for row in laid_out("acled"):
        if row["inter2"]:
            assert set(row["interaction"].split("-")) == {row["inter1"], row["inter2"]}
        elif row["inter1"]:
            assert row["interaction"] == f"{row['inter1']} only"
        assert (row["actor2"] is None) == (row["inter2"] is None)


def test_the_four_sides_are_best_and_best_is_within_its_bounds(laid_out: Lay) -> None:
    for row in laid_out("ucdp-ged"):
        sides = (row["deaths_a"], row["deaths_b"], row["deaths_civilians"], row["deaths_unknown"])
        assert min(sides) >= 0
        assert sum(sides) == row["best"] > 0
        assert row["low"] <= row["best"] <= row["high"]


def test_a_dyad_is_named_as_its_sides_are_and_has_one_number(laid_out: Lay) -> None:
    numbers: dict[str, set[int]] = {}
    for row in laid_out("ucdp-ged"):
        named = row["side_a"] and row["side_b"]
        assert row["dyad_name"] == (f"{row['side_a']} - {row['side_b']}" if named else None)
        assert row["code_status"] == ("Clear" if named else "Check Dyad")
        if named:
            numbers.setdefault(row["dyad_name"], set()).add(row["dyad_new_id"])
            assert row["dyad_new_id"] < 2**48
    assert all(len(found) == 1 for found in numbers.values())
    assert len({number for found in numbers.values() for number in found}) == len(numbers)


def test_a_point_is_told_three_ways_alike(laid_out: Lay) -> None:
    for row in laid_out("ucdp-ged"):
        assert row["geom_wkt"] == f"POINT ({row['longitude']} {row['latitude']})"
        assert row["priogrid_gid"] == priogrid_gid(row["latitude"], row["longitude"])


def test_the_lists_of_sources_are_of_one_length(laid_out: Lay) -> None:
    for row in laid_out("ucdp-ged"):
        for column in ("source_article", "source_office", "source_date", "source_headline"):
            if row[column] is not None:
                assert row[column].count(";") == row["number_of_sources"] - 1


def test_a_country_that_was_none_yet_is_what_it_was_part_of(empty_dataset: Path) -> None:
    with open_for_writing(empty_dataset) as connection:
        connection.execute(
            "insert into incident_facts by name "
            "select 'i-' || day as incident_id, 'unreviewed' as review_status, 'single' as scope, day as date_start, "
            "day as date_end, 'XK' as country_code, 1.0 as latitude, 2.0 as longitude, 3 as ucdp_type, 1 as killed "
            "from unnest([date '2008-02-16', date '2008-02-17']) as days(day)"
        )
    assert [(row["country"], row["country_id"]) for row in asked(empty_dataset, "ucdp-ged")] == [
        ("Serbia (Yugoslavia)", 340),
        ("Kosovo", 347),
    ]


def test_gtd_writes_a_code_and_its_words_together(laid_out: Lay) -> None:
    for row in laid_out("gtd"):
        for column in ("country", "region", "attacktype1", "targtype1", "weaptype1", "weapsubtype1"):
            assert (row[column] is None) == (row[f"{column}_txt"] is None)
        assert 0 <= row["imonth"] <= 12
        assert row["imonth"] > 0 or row["iday"] == 0
        assert row["gname"]


def test_a_layout_of_records_is_refused_as_a_table(dataset: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Use jsonl or parquet"):
        export(dataset, tmp_path / "x.csv", what="incidents", as_format="csv", force=False, layout="plover")


def test_records_are_one_object_a_line_with_every_field(many: Path, laid_out: Lay, tmp_path: Path) -> None:
    output = tmp_path / "x.jsonl"
    export(many, output, what="incidents", as_format="jsonl", force=False, layout="plover")
    records = [json.loads(line) for line in output.read_text(encoding="utf-8").split("\n") if line]
    assert len(records) == len(laid_out("plover"))
    book = load_codebook("layouts/plover")
    for record in records:
        assert list(record) == list(book["columns"])
        (event,) = record["event"]
        assert record["quad_code"] == book["events"][event]["quad_code"]
        assert all(f"{event}.{mode}" in book["modes"] for mode in record["mode"])
        assert record["actor"]
        assert {entity["sector"] for entity in record["actor"]} <= {"COP", "GOV", "MIL", "REB", "UAF", "CVL"}


@pytest.mark.parametrize("name", CODED)
def test_the_page_of_layouts_tells_of_every_column(name: str) -> None:
    page = (Path(__file__).parents[3] / "docs" / "layouts.md").read_text(encoding="utf-8")
    for column in LAYOUTS_COLUMNS[name]:
        told = f"| `{column.name}` | {column.means} |"
        assert told in page or (column.means.startswith("Always empty") and f"`{column.name}`" in page)
