"""Linking: incidents are replaced whole."""

import pytest
from duckdb import DuckDBPyConnection

from outputs.store.fingerprint import fingerprint
from outputs.store.link import remove_incidents, replace_incidents, unlinked_mentions
from outputs.store.load import Batch, load_batch
from outputs.store.read import read_incidents, read_mentions
from outputs.store.transaction import transaction
from schemas.incident import Incident, Mention
from schemas.vocabulary import Status


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        ("Four killed.", "FOUR  KILLED", True),
        ("Straße", "STRASSE", True),
        ("4 killed", "5 killed", False),
        ("убито 4", "УБИТО: 4!", True),
    ],
)
def test_a_fingerprint_hears_letters_and_digits_alone(one: str, other: str, *, equal: bool) -> None:
    assert (fingerprint(one) == fingerprint(other)) is equal


def test_replacing_an_incident_twice_changes_nothing(
    whole: DuckDBPyConnection, incident: Incident, run_id: int
) -> None:
    with transaction(whole):
        replace_incidents(whole, [incident], run_id=run_id)
    assert read_incidents(whole, [incident.incident_id]) == [incident]
    for table in ("incident_facts", "memberships", "derivations"):
        assert len(whole.sql(f"from {table}").fetchall()) == 1, table


def test_a_mention_leaves_the_incident_it_was_in(
    whole: DuckDBPyConnection, incident: Incident, mention: Mention, run_id: int
) -> None:
    other = incident.model_copy(update={"incident_id": "i-other"})
    with transaction(whole):
        replace_incidents(whole, [other], run_id=run_id)
        remove_incidents(whole, [incident.incident_id], run_id=run_id)
    (linked,) = read_mentions(whole, [mention.mention_id])
    assert linked.incident_id == "i-other"
    assert whole.sql("select incident_id from incidents").fetchall() == [("i-other",)]
    assert whole.sql("select count(*) from casualties").fetchall() == [(4,)]


def test_an_incident_that_is_removed_leaves_its_mentions(
    whole: DuckDBPyConnection, incident: Incident, mention: Mention, run_id: int
) -> None:
    with transaction(whole):
        remove_incidents(whole, [incident.incident_id], run_id=run_id)
    assert whole.sql("select mention_id, incident_id from mentions").fetchall() == [(mention.mention_id, None)]
    assert unlinked_mentions(whole) == [mention.mention_id]


def test_a_denied_incident_asks_for_no_link(connection: DuckDBPyConnection, mention: Mention) -> None:
    denied = mention.model_copy(update={"status": Status.DENIED})
    load_batch(connection, Batch(mentions=(denied,)), run_id=1)
    assert unlinked_mentions(connection) == []
    assert unlinked_mentions(connection, statuses=[Status.DENIED]) == [mention.mention_id]
