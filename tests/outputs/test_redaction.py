"""What is redacted is in no byte of any export."""

import shutil
from pathlib import Path
from zipfile import ZipFile

import duckdb
import pytest

from outputs.export.export import export
from outputs.export.format import FORMATS
from outputs.export.layout import LAYOUTS
from outputs.export.left_out import NAME as LEFT_OUT
from outputs.query.session import locked
from outputs.redaction.redaction import TABLES, redaction_named
from outputs.store.connect import open_for_writing
from schemas.errors import UsageError

PERSON = "Zoravka Plantovska"
TOWN = "Qarabashli"
# no text, but as telling: the point of a house
LATITUDE, LONGITUDE = "36.1234567", "41.7654321"
HOSTILE = f"{PERSON} was shot in {TOWN} ({LATITUDE}, {LONGITUDE})"
BOTH = frozenset({"names", "places"})

PLANTED = f"""
insert into reports by name
select 'r-1' as report_id, '{HOSTILE}' as external_id, 'The {TOWN.upper()} Herald' as publisher, '{HOSTILE}' as title,
  '{PERSON}' as byline, 'https://example.org/{PERSON.replace(" ", "-")}/{TOWN}' as url, 'en' as language,
  date '2023-09-25' as published, '{TOWN}, Sept 24' as dateline, '{HOSTILE}' as text, true as extracted, 1 as run_id;
insert into mention_facts by name
select 'm-1' as mention_id, 'r-1' as report_id, 'happened' as status, 1 as run_id, 'single' as scope,
  date '2023-09-24' as date_start, date '2023-09-24' as date_end, 'within' as date_extent, 'day' as date_precision,
  'Iraq' as country, 'IQ' as country_code, 'Nineveh' as admin1, 'Sinjar District' as admin2, '{TOWN}' as admin3,
  '{TOWN}' as place, '{TOWN}' as place_as_written, 'geonames:{TOWN}' as place_id, {LATITUDE} as latitude,
  {LONGITUDE} as longitude, 'settlement' as place_precision, 2 as radius_km, 'Battles' as event_type,
  'Armed clash' as sub_event_type, 1 as ucdp_type, 'ASSAULT' as plover_event, 'firearms' as plover_mode,
  'Firearms' as weapon, 'The Army' as actor1, 'State forces' as actor1_type, '{PERSON}' as actor2,
  'Rebel group' as actor2_type, 'The Army; {TOWN} Brigade; {PERSON}' as perpetrator, '{PERSON}''s house' as target,
  2 as killed_low, 2 as killed, 2 as killed_high, 0 as killed_side_a, 2 as killed_side_b, 0 as killed_civilians,
  0 as killed_unknown, '{HOSTILE}' as summary, 0.9 as confidence;
insert into incident_facts by name
select * exclude (mention_id, report_id, status, trigger_start, trigger_end), 'i-aaaaaaaaaaaaaaaa' as incident_id,
  'unreviewed' as review_status
from mention_facts;
insert into memberships by name select 'm-1' as mention_id, 'i-aaaaaaaaaaaaaaaa' as incident_id, 1 as run_id;
insert into casualty_facts by name
select 'i-aaaaaaaaaaaaaaaa' as incident_id, 1 as run_id, 'b' as side, 'killed' as kind, 2 as best;
insert into claims by name
select 'c-' || field as claim_id, 'r-1' as report_id, 'm-1' as mention_id, field, '{HOSTILE}' as value, 0 as span_start,
  5 as span_end, '{HOSTILE}' as quote, '{PERSON}' as speaker, 'asserted' as modality, 'quote' as basis, 1 as run_id
from unnest(['place', 'killed', 'perpetrator', 'latitude']) as fields(field);
insert into actors by name
select unnest(['a-1', 'a-2', 'a-3']) as actor_id, unnest(['The Army', '{PERSON}', '{TOWN} Brigade']) as name,
  unnest(['organisation', 'person', 'organisation']) as kind, 'IQ' as country_code, ['{PERSON}'] as aliases,
  1 as run_id;
insert into participant_facts by name
select unnest(['a-1', 'a-2', 'a-3', null]) as actor_id,
  unnest(['The Army', '{PERSON}', '{TOWN} Brigade', 'sons of {PERSON}']) as actor, '{HOSTILE}' as name_as_written,
  unnest(['organisation', 'person', 'organisation', 'group']) as kind,
  unnest(['State forces', 'Rebel group', 'Rebel group', 'Civilians']) as type,
  unnest(['a', 'b', 'b', 'civilians']) as side, 'party' as role, 1 as run_id,
  'i-aaaaaaaaaaaaaaaa' as incident_id;
insert into places by name
select unnest(['geonames:{TOWN}', 'geonames:7']) as place_id, unnest(['{TOWN}', 'Sinjar District']) as name,
  unnest(['settlement', 'admin2']) as kind, unnest([{LATITUDE}, 36.25]) as latitude,
  unnest([{LONGITUDE}, 41.5]) as longitude, 'IQ' as country_code, 'Nineveh' as admin1, 'Sinjar District' as admin2,
  unnest(['{TOWN}', null]) as admin3, unnest([2.0, 40.0]) as radius_km, 1 as run_id;
insert into rejects values ('{TOWN}.txt', '{PERSON}', 'empty', '{HOSTILE}', 1);
insert into coded_events by name
select 'e-1' as event_id, 'list' as source, 'acled' as layout,
  '{TOWN}-1' as original_id, '{TOWN}' as place, '{TOWN}' as admin3,
  {LATITUDE} as latitude, {LONGITUDE} as longitude, 'settlement' as place_precision, '{HOSTILE}' as text,
  [{{name: '{PERSON}', type: 'Civilians', side: 'a', country_code: 'IQ'}}] as actors,
  ['{PERSON}'] as told_by, 1 as run_id;
insert into matches by name
select 'i-aaaaaaaaaaaaaaaa' as id, 'e-1' as event_id, 1.0 as score, 'both name {TOWN}' as reason, 1 as run_id;
"""

# Every format once, every selection and layout in some: all of them read the same redacted views.
EXPORTS = [
    *(("affray", "incidents", form) for form in FORMATS),
    *(("affray", what, "csv") for what in LAYOUTS["affray"].selections if what != "incidents"),
    *((layout, "incidents", "jsonl") for layout in LAYOUTS if layout != "affray"),
]


@pytest.fixture(scope="module")
def planted(empty_master: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = Path(shutil.copy(empty_master, tmp_path_factory.mktemp("planted")))
    with open_for_writing(path) as connection:
        connection.execute(PLANTED)
    return path


def as_text(path: Path, form: str) -> str:
    """Give what a file holds, unpacked where its bytes are packed."""
    if form in {"parquet", "geoparquet"}:
        told = str(duckdb.execute("from read_parquet(?)", [str(path)]).fetchall())
    elif form == "xlsx":
        with ZipFile(path) as book:
            told = " ".join(book.read(name).decode() for name in book.namelist())
    else:
        told = path.read_bytes().decode("utf-8", errors="replace")
    beside = path.parent / LEFT_OUT
    return told + (beside.read_text(encoding="utf-8") if beside.exists() else "")


@pytest.mark.parametrize(("layout", "what", "form"), EXPORTS)
def test_no_byte_tells_what_is_redacted(planted: Path, tmp_path: Path, layout: str, what: str, form: str) -> None:
    output = tmp_path / f"out.{form}"
    done = export(planted, output, what=what, as_format=form, force=False, layout=layout, redacted=BOTH)
    told = as_text(output, form).casefold()
    assert done.rows + done.left_out > 0
    leaks = [*PERSON.split(), TOWN, LATITUDE[:7], LONGITUDE[:7]]
    assert [word for word in leaks if word.casefold() in told] == []


def test_a_redacted_place_is_its_district_with_the_centre_of_it(planted: Path) -> None:
    with locked(planted, redacted=frozenset({"places"})) as connection:
        rows = connection.sql(
            "select place, place_precision, latitude, longitude, radius_km, place_id, admin2, admin3 from incidents"
        ).fetchall()
    assert rows == [("Sinjar District", "admin2", 36.25, 41.5, 40.0, "geonames:7", "Sinjar District", None)]


def test_redacted_names_leave_places_and_organisations(planted: Path) -> None:
    with locked(planted, redacted=frozenset({"names"})) as connection:
        rows = connection.sql("select place, latitude, actor1, actor2, perpetrator, target from incidents").fetchall()
    assert rows == [(TOWN, float(LATITUDE), "The Army", None, f"The Army; {TOWN} Brigade", None)]


def test_no_column_changes_its_name_or_type(planted: Path) -> None:
    with locked(planted, redacted=BOTH) as connection:
        for table in (*TABLES, "incidents", "mentions", "evidence", "participants", "disagreements"):
            as_it_is = connection.execute(f"describe dataset.main.{table}").fetchall()
            redacted = connection.execute(f"describe temp.main.{table}").fetchall()
            assert [row[:2] for row in redacted] == [row[:2] for row in as_it_is], table


def test_an_unknown_kind_is_refused_with_the_choices() -> None:
    with pytest.raises(UsageError, match=r"'dates' cannot be redacted\. Choose among names, places"):
        redaction_named("names,dates")
