"""The views that answer questions count what may be counted, lose nothing, and never count twice."""

from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from duckdb import DuckDBPyConnection

from outputs.query.session import locked
from outputs.store.connect import open_for_writing
from outputs.store.script import scripts
from schemas.priogrid import priogrid_gid

DAY = date(2023, 9, 24)
# id, first day, last day, scope, review status, country, division, precision, killed, side a, side b, type of violence
INCIDENTS = [
    ("i-clash", DAY, DAY, "single", "unreviewed", "XK", "Mitrovica", "settlement", 5, "police", "gunmen", 1),
    ("i-week", date(2023, 9, 29), date(2023, 10, 5), "single", "unreviewed", "XK", None, "admin1", 2, "b", "a", 2),
    ("i-year", date(2023, 12, 30), date(2024, 1, 2), "single", "confirmed", "ML", "Gao", "near", None, "a", "b", 2),
    ("i-raid", DAY, DAY, "single", "corrected", "ML", "Gao", "settlement", 7, "farmers", "a", 3),
    ("i-open", None, DAY, "single", "unreviewed", "ML", None, "country", 1, None, None, None),
    ("i-round", DAY, DAY, "aggregate", "unreviewed", "ML", "Gao", "admin1", 60, "a", "b", 2),
    ("i-false", DAY, DAY, "single", "dismissed", "XK", "Mitrovica", "settlement", 90, "police", "gunmen", 1),
]
TYPES = {"police": "State forces", "gunmen": "Political militia", "farmers": "Civilians"}
COUNTED = 5
KILLED = 15

INSERT = """
insert into incident_facts by name
select
    $id as incident_id,
    $first::date as date_start,
    $last::date as date_end,
    $scope as scope,
    $status as review_status,
    $country as country_code,
    $country as country,
    $division as admin1,
    $precision as place_precision,
    42.97 as latitude,
    20.78 as longitude,
    $killed::integer as killed,
    $killed::integer as killed_low,
    $killed::integer as killed_high,
    $one as actor1,
    $one_type as actor1_type,
    $other as actor2,
    $other_type as actor2_type,
    $kind::integer as ucdp_type,
    $kind = 3 as civilian_targeting,
    1 as run_id
"""
# mention, incident, report, publisher, its day, killed
TOLD = [
    ("m-1", "i-clash", "r-1", "Example Wire", "2023-09-24", 3),
    ("m-2", "i-clash", "r-2", "Example Wire", "2023-09-25", 4),
    ("m-3", "i-clash", "r-3", "Example Post", "2023-09-25", 5),
    ("m-4", "i-clash", "r-4", "Example Radio", "2023-09-25", 5),
    ("m-5", "i-raid", "r-5", "Example Post", "2023-09-25", 7),
    ("m-6", "i-raid", "r-6", "Example Radio", "2023-09-26", 7),
    ("m-7", "i-week", "r-7", "Example Wire", "2023-10-06", 2),
    ("m-8", "i-false", "r-8", "Example Wire", "2023-10-06", 90),
]
COPIES = {"r-6": "r-5"}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DuckDBPyConnection]:
    with open_for_writing(tmp_path_factory.mktemp("questions") / "asked.duckdb") as connection:
        for row in INCIDENTS:
            _insert(connection, row)
        for mention, incident, report, publisher, published, killed in TOLD:
            connection.execute(
                "insert into reports by name select $1 as report_id, $2 as publisher, $3::date as published, "
                "$4 as copy_of, 'en' as language, 1 as run_id",
                [report, publisher, published, COPIES.get(report)],
            )
            connection.execute(
                "insert into mention_facts by name select $1 as mention_id, $2 as report_id, $3 as killed, 1 as run_id",
                [mention, report, killed],
            )
            connection.execute(
                "insert into memberships by name select $1 as mention_id, $2 as incident_id, 1 as run_id",
                [mention, incident],
            )
        for incident, actor, role, kind, side in (
            ("i-clash", "police", "target", "organisation", "a"),
            ("i-clash", "gunmen", "perpetrator", "group", "b"),
            ("i-clash", "bridge", "target", "thing", "a"),
            ("i-raid", "a", "perpetrator", "group", "a"),
            ("i-week", "a", "perpetrator", "group", "a"),
            ("i-week", "a", "victim", "group", "a"),
        ):
            connection.execute(
                "insert into participant_facts by name select $1 as incident_id, $2 as actor, $3 as role, $4 as kind, "
                "$5 as side, 1 as run_id",
                [incident, actor, role, kind, side],
            )
        connection.execute(
            "insert into casualty_facts by name select 'i-raid' as incident_id, 'civilians' as side, "
            "'killed' as kind, 7 as best, 1 as run_id"
        )
        yield connection


def _insert(connection: DuckDBPyConnection, row: tuple[object, ...]) -> None:
    keys = ("id", "first", "last", "scope", "status", "country", "division", "precision", "killed", "one", "other")
    values = dict(zip((*keys, "kind"), row, strict=True))
    for side in ("one", "other"):
        values[f"{side}_type"] = values[side] and TYPES.get(str(values[side]), "Identity militia")
    connection.execute(INSERT, values)


def rows(connection: DuckDBPyConnection, sql: str) -> list[tuple[object, ...]]:
    return connection.sql(sql).fetchall()


@pytest.mark.parametrize("view", ["country_month", "admin1_month", "cell_month"])
def test_every_table_of_months_sums_to_what_may_be_counted(asked: DuckDBPyConnection, view: str) -> None:
    assert rows(asked, f"select sum(incidents), sum(killed) from {view}") == [(COUNTED, KILLED)]
    assert rows(asked, "select count(*), sum(killed) from countable_incidents") == [(COUNTED, KILLED)]


def test_round_ups_and_dismissed_incidents_are_counted_nowhere(asked: DuckDBPyConnection) -> None:
    for view in ("countable_incidents", "civilian_harm", "single_source_incidents"):
        assert rows(asked, f"select incident_id from {view} where incident_id in ('i-round', 'i-false')") == []


@pytest.mark.parametrize(
    ("incident", "day", "month", "year"),
    [
        ("i-clash", DAY, date(2023, 9, 1), 2023),
        ("i-week", None, None, 2023),
        ("i-year", None, None, None),
        ("i-open", None, None, None),
    ],
)
def test_a_day_a_month_and_a_year_are_told_only_where_the_words_allow_one(
    asked: DuckDBPyConnection, incident: str, day: date | None, month: date | None, year: int | None
) -> None:
    found = rows(asked, f"select day, month, year from countable_incidents where incident_id = '{incident}'")
    assert found == [(day, month, year)]


def test_only_what_is_known_to_a_second_order_division_stands_in_a_cell(asked: DuckDBPyConnection) -> None:
    cell = priogrid_gid(42.97, 20.78)
    assert rows(asked, "select priogrid_gid, sum(incidents) from cell_month group by 1 order by 1") == [
        (cell, 3),
        (None, 2),
    ]


def test_the_cells_of_sql_are_those_of_the_formula(tmp_path: Path) -> None:
    latitudes, longitudes = (-90, -0.5, -0.01, 0, 41.5, 89.99, 90), (-180, -0.5, 0, 20.25, 179.99, 180)
    points = list(product(latitudes, longitudes))
    with open_for_writing(tmp_path / "points.duckdb") as connection:
        connection.execute(
            "insert into incident_facts by name select concat('i-', row_number() over ()) as incident_id, 1 as run_id, "
            "'single' as scope, 'unreviewed' as review_status, 'site' as place_precision, latitude, longitude "
            f"from (values {', '.join(map(str, points))}) as points(latitude, longitude)"
        )
        found = rows(connection, "select priogrid_gid from countable_incidents order by incident_id[3:]::integer")
    assert [cell for (cell,) in found] == [priogrid_gid(*point) for point in points]


def test_a_against_b_and_b_against_a_are_one_dyad(asked: DuckDBPyConnection) -> None:
    found = rows(asked, "select actor1, actor2, year, incidents, killed from dyad_year order by all")
    assert found == [
        ("a", "b", 2023, 1, 2),
        ("a", "b", None, 1, None),
        ("a", "farmers", 2023, 1, 7),
        ("police", "gunmen", 2023, 1, 5),
    ]


def test_an_actor_counts_once_in_an_incident_whatever_its_parts(asked: DuckDBPyConnection) -> None:
    found = rows(asked, "select actor, day, incidents, as_perpetrator, as_target from actor_day order by all")
    assert found == [
        ("a", DAY, 1, 1, 0),
        ("a", None, 1, 1, 1),
        ("gunmen", DAY, 1, 1, 0),
        ("police", DAY, 1, 0, 1),
    ]


def test_civilian_harm_says_how_many_of_them(asked: DuckDBPyConnection) -> None:
    harmed = "select incident_id, killed_civilians, injured_civilians, civilian_targeting from civilian_harm"
    assert rows(asked, harmed) == [("i-raid", 7, None, True)]


def test_copies_of_one_text_are_one_source(asked: DuckDBPyConnection) -> None:
    alone = "select incident_id, publisher, report_id, report_count from single_source_incidents order by all"
    assert rows(asked, f"from ({alone}) where report_count > 0") == [
        ("i-raid", "Example Post", "r-5", 2),
        ("i-week", "Example Wire", "r-7", 1),
    ]


def test_an_outlets_last_toll_is_held_beside_the_middle_of_the_others(asked: DuckDBPyConnection) -> None:
    columns = "publisher, reports, incidents, told_alone, tolls_compared, tolls_higher, tolls_lower, mean_difference"
    assert rows(asked, f"select {columns} from sources order by all") == [
        ("Example Post", 2, 2, 1, 2, 1, 0, 0.25),
        ("Example Radio", 2, 2, 1, 2, 1, 0, 0.25),
        ("Example Wire", 4, 2, 1, 1, 0, 1, -1.0),
    ]


def test_questions_answer_as_of_a_run(tmp_path: Path) -> None:
    path = tmp_path / "empty.duckdb"
    with open_for_writing(path):
        pass
    with locked(path, as_of="now") as connection:
        for view in scripts("questions"):
            assert connection.sql(f"from {view}").fetchall() == []
