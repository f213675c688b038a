"""What a run supersedes is kept, what it wrote again unchanged has stood all along, and any moment can be asked."""

from datetime import UTC, datetime

import pytest
from duckdb import DuckDBPyConnection

from outputs.store.as_of import run_at, stand_at
from outputs.store.insert import put
from outputs.store.link import remove_incidents, replace_incidents
from outputs.store.past import settle, with_past
from outputs.store.runs import begin_run, finish_run
from schemas.errors import UsageError
from schemas.incident import Incident

TOLL = "select killed, run_id from incident_facts"
GONE = "select killed, run_id, until_run from past_incident_facts"


def run(connection: DuckDBPyConnection, *, ended: datetime) -> int:
    run_id = begin_run(
        connection, started_at=ended, version="1", extractor="rules", settings_digest="s", gazetteer_digest="g"
    )
    finish_run(connection, run_id, finished_at=ended, reports=0, mentions=0)
    return run_id


def with_toll(incident: Incident, killed: int) -> Incident:
    entries = tuple(
        entry.model_copy(update={"count": entry.count.model_copy(update={"best": killed, "high": killed})})
        for entry in incident.account.casualties[:1]
    )
    return incident.model_copy(update={"account": incident.account.model_copy(update={"casualties": entries})})


@pytest.fixture
def changed(whole: DuckDBPyConnection, incident: Incident) -> DuckDBPyConnection:
    """Give a dataset whose incident a run of 2 March changed and a run of 5 March took away."""
    finish_run(whole, 1, finished_at=datetime(2024, 1, 1, tzinfo=UTC), reports=1, mentions=1)
    replace_incidents(whole, [with_toll(incident, 9)], run_id=run(whole, ended=datetime(2024, 3, 2, 12, tzinfo=UTC)))
    settle(whole, run_id=2)
    run_id = run(whole, ended=datetime(2024, 3, 5, 12, tzinfo=UTC))
    remove_incidents(whole, [incident.incident_id], run_id=run_id)
    settle(whole, run_id=run_id)
    return whole


def test_a_superseded_row_knows_both_its_runs(changed: DuckDBPyConnection) -> None:
    assert changed.sql(TOLL).fetchall() == []
    assert changed.sql(GONE).order("run_id").fetchall() == [(5, 1, 2), (9, 2, 3)]


def test_what_is_written_again_as_it_was_has_stood_all_along(whole: DuckDBPyConnection, incident: Incident) -> None:
    before = {table.name: whole.sql(f"from {table.name} order by all").fetchall() for table in with_past()}
    replace_incidents(whole, [incident], run_id=2)
    settle(whole, run_id=2)
    assert {table.name: whole.sql(f"from {table.name} order by all").fetchall() for table in with_past()} == before
    assert all(whole.sql(f"from {table.past}").fetchall() == [] for table in with_past())


def test_what_came_and_went_in_one_run_was_never_there(whole: DuckDBPyConnection, incident: Incident) -> None:
    remove_incidents(whole, [incident.incident_id], run_id=1)
    assert whole.sql(GONE).fetchall() == []


def test_a_row_goes_to_the_past_only_where_it_says_something_else(whole: DuckDBPyConnection) -> None:
    names = [name for name, *_ in whole.sql("describe places").fetchall()]
    (entry,) = (dict(zip(names, row, strict=True)) for row in whole.sql("from places").fetchall())
    put(whole, "places", "place_id", [entry | {"run_id": None}], run_id=2)
    assert whole.sql("select count(*) from past_places").fetchall() == [(0,)]
    put(whole, "places", "place_id", [entry | {"name": "Banjska"}], run_id=2)
    assert whole.sql("select name, until_run from past_places").fetchall() == [(entry["name"], 2)]


def test_a_table_with_a_past_forgets_nothing_without_a_run(whole: DuckDBPyConnection) -> None:
    with pytest.raises(ValueError, match="name the run"):
        put(whole, "places", "place_id", [{"place_id": row[0]} for row in whole.sql("from places").fetchall()])


@pytest.mark.parametrize(
    ("moment", "killed"),
    [
        ("2024-01-01", [5]),
        ("2024-03-01", [5]),
        ("2024-03-02", [9]),
        ("2024-03-04", [9]),
        ("2024-03-05", []),
        ("now", []),
    ],
)
def test_the_dataset_answers_as_it_stood(changed: DuckDBPyConnection, moment: str, killed: list[int]) -> None:
    stand_at(changed, run_at(changed, moment))
    assert [toll for (toll,) in changed.sql("select killed from incidents").fetchall()] == killed
    assert len(changed.sql("from reports").fetchall()) == 1


def test_a_tag_is_a_moment(changed: DuckDBPyConnection) -> None:
    changed.execute("insert into tags values ('v1.0', 2, now()::timestamp, null)")
    assert run_at(changed, "v1.0") == 2


@pytest.mark.parametrize(
    ("moment", "line"),
    [
        ("v2", "'v2' is no tag of this dataset and no day. It has no tags; a day is written 2024-03-31."),
        ("2024-02-31", "'2024-02-31' is no tag of this dataset and no day."),
        ("2023-12-31", "No run had ended by 2023-12-31. The first ended on 2024-01-01."),
    ],
)
def test_a_moment_that_is_none_is_refused_in_one_line(changed: DuckDBPyConnection, moment: str, line: str) -> None:
    with pytest.raises(UsageError) as refused:
        run_at(changed, moment)
    assert str(refused.value).startswith(line)
