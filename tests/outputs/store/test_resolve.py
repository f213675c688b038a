"""Every id that was given out resolves, over as many steps as it took."""

import pytest
from duckdb import DuckDBPyConnection

from outputs.store.check import check
from outputs.store.insert import insert
from outputs.store.resolve import resolve_id

RETIRED = [("i-a", "i-b"), ("i-b", "i-c"), ("i-d", None), ("i-e", "i-d")]
CASES = [("i-a", "i-c"), ("i-b", "i-c"), ("i-c", "i-c"), ("i-d", None), ("i-e", None)]


@pytest.fixture
def retired(connection: DuckDBPyConnection) -> DuckDBPyConnection:
    insert(connection, "incident_facts", [{"incident_id": "i-c"}], run_id=1)
    insert(connection, "retired", [{"old_id": old, "new_id": new, "why": "told"} for old, new in RETIRED], run_id=1)
    return connection


@pytest.mark.parametrize(("given", "stands"), CASES)
def test_an_id_leads_to_what_stands_in_its_place(retired: DuckDBPyConnection, given: str, stands: str | None) -> None:
    assert resolve_id(retired, given) == stands


def test_an_id_that_was_never_given_out_is_unknown(retired: DuckDBPyConnection) -> None:
    with pytest.raises(KeyError):
        resolve_id(retired, "i-z")


def test_an_id_that_leads_nowhere_is_found_by_the_check(retired: DuckDBPyConnection) -> None:
    insert(retired, "retired", [{"old_id": "i-x", "new_id": "i-y", "why": "told"}], run_id=2)
    assert "retired_ids_resolve" in {finding.check for finding in check(retired)}
