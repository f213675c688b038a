"""Linking: copies are tied whatever the order, incidents are replaced whole."""

import itertools
from datetime import date

import pytest
from duckdb import DuckDBPyConnection

from outputs.store.fingerprint import fingerprint
from outputs.store.link import remove_incidents, replace_incidents, tie_copies, unlinked_mentions
from outputs.store.load import Batch, BatchReport, load_batch
from outputs.store.read import read_incidents, read_mentions
from outputs.store.transaction import transaction
from schemas.incident import Incident, Mention
from schemas.report import Report
from schemas.vocabulary import Status


def told(publisher: str, text: str, published: date | None) -> Report:
    return Report.identified(
        publisher=publisher, text=text, published=published, media_type="text/plain", raw_sha256="0"
    )


FIRST = told("Kigali Example", "Four killed in Hama.", date(2023, 1, 2))
LATER = told("Luanda Example", "FOUR killed  in Hama", date(2023, 1, 3))
UNDATED = told("Example Wire", "Four killed in Hama.", None)
OTHER = told("Example Wire", "Five killed in Hama.", date(2023, 1, 1))
WORDLESS = [told(name, "...", date(2023, 1, 1)) for name in ("a", "b")]


def test_equal_texts_are_tied_to_the_earliest_in_any_order_of_loading(connection: DuckDBPyConnection) -> None:
    first = FIRST.report_id
    tied = {first: None, LATER.report_id: first, UNDATED.report_id: first, OTHER.report_id: None}
    for order in itertools.permutations([FIRST, LATER, UNDATED, OTHER]):
        connection.execute("truncate reports")
        for report in order:
            load_batch(connection, Batch(reports=(BatchReport(report=report),)), run_id=1)
            tie_copies(connection, run_id=1)
        assert dict(connection.sql("select report_id, copy_of from reports").fetchall()) == tied, order


def test_reports_without_a_letter_are_no_copies(connection: DuckDBPyConnection) -> None:
    load_batch(connection, Batch(reports=tuple(BatchReport(report=report) for report in WORDLESS)), run_id=1)
    tie_copies(connection, run_id=1)
    assert connection.sql("select count(*), count(copy_of) from reports").fetchall() == [(2, 0)]


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
