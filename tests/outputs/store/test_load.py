"""Loading: idempotent, exact, atomic."""

from collections.abc import Callable
from datetime import date

import duckdb
import pytest
from duckdb import DuckDBPyConnection

from outputs.store.columns import catalogue
from outputs.store.load import Batch, BatchReport, known_reports, load_batch
from outputs.store.renewal import read_reports
from outputs.store.settings import read_settings, write_settings
from outputs.store.transaction import transaction
from schemas.claim import Claim
from schemas.count import Count
from schemas.incident import Incident
from schemas.place import Place, PlaceReference, References
from schemas.report import Report
from schemas.span import Span

Snapshot = Callable[[DuckDBPyConnection], dict[str, list[tuple[object, ...]]]]

# What a hostile or merely odd report holds: each must come back as it went in.
NOT_LOADED = (
    "second_claims",
    "outlet_facts",
    "overruled",
    "links",
    "report_sketches",
    "reprints",
    "parts",
    "unasked_round_ups",
)
ODD_TEXTS = [
    "a \x00 in the middle",
    "\\u0000 written out, \\n too",
    'it\'s "quoted"; drop table reports; --',
    "{'a': 1, \"b\": [null]}",
    "emoji \U0001f469\u200d\U0001f469 and \ufdfd, right\u200fto\u200eleft, \u2028 and \ufeff",
    "tabs\tand\r\nline ends\v\f\x1b[31m",
    "$1 ? :name @x {{x}}",
    "𝒜" * 70_000,
]


def odd_report(text: str) -> Report:
    return Report.identified(text=text, media_type="text/plain", raw_sha256="0" * 64, title=text[:50])


def test_loading_a_batch_again_changes_nothing(
    whole: DuckDBPyConnection, batch: Batch, run_id: int, snapshot: Snapshot
) -> None:
    before = snapshot(whole)
    assert all(
        before[table]
        for table in before
        if not table.startswith(("settings", "past_", "retired", "tags", "judgement", "withdrawals", *NOT_LOADED))
    )
    load_batch(whole, batch, run_id=run_id + 1)
    assert snapshot(whole) == before


def test_a_batch_that_holds_everything_twice_is_loaded_once(
    connection: DuckDBPyConnection, batch: Batch, run_id: int
) -> None:
    doubled = Batch(
        reports=batch.reports * 2,
        mentions=batch.mentions * 2,
        claims=batch.claims * 2,
        rejects=batch.rejects * 2,
        actors=batch.actors * 2,
    )
    load_batch(connection, doubled, run_id=run_id)
    for table in ("reports", "mention_facts", "rejects", "places", "actors"):
        assert len(connection.sql(f"from {table}").fetchall()) == 1, table
    assert connection.sql("select count(*) from claims").fetchall() == [(2,)]
    assert connection.sql("select count(*) from casualty_facts").fetchall() == [(2,)]


def test_new_claims_of_a_known_report_are_added(whole: DuckDBPyConnection, batch: Batch, run_id: int) -> None:
    claim = batch.claims[0].model_copy(update={"claim_id": "c-new"})
    load_batch(whole, Batch(claims=(*batch.claims, claim)), run_id=run_id)
    assert whole.sql("select count(*) from claims").fetchall() == [(3,)]


def test_the_same_reason_on_another_line_is_another_reject(
    whole: DuckDBPyConnection, batch: Batch, run_id: int
) -> None:
    reject = batch.rejects[0].model_copy(update={"part": None})
    for _ in range(2):
        load_batch(whole, Batch(rejects=(reject,)), run_id=run_id)
    assert whole.sql("select part from rejects order by all").fetchall() == [("7",), (None,)]


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_any_text_comes_back_as_it_went_in_and_its_spans_stay_true(
    connection: DuckDBPyConnection, run_id: int, text: str
) -> None:
    report = odd_report(text)
    span = Span(start=len(report.text) // 2, end=len(report.text))
    claim = Claim.identified(
        report_id=report.report_id,
        mention_id=None,
        field="killed",
        extractor="rules",
        rule="odd",
        count=Count.exactly(1),
        span=span,
        quote=span.of(report.text),
    )
    load_batch(connection, Batch(reports=(BatchReport(report=report),), claims=(claim,)), run_id=run_id)
    found = connection.sql(
        "select text, quote, substr(text, span_start + 1, span_end - span_start) "
        "from claims join reports using (report_id)"
    ).fetchall()
    assert found == [(report.text, claim.quote, claim.quote)]


def test_half_a_character_is_refused_and_the_whole_batch_with_it(
    connection: DuckDBPyConnection, batch: Batch, run_id: int
) -> None:
    torn = BatchReport(report=odd_report("half of an emoji: \ud83d"))
    # Readers replace such halves; DuckDB 1.5 raises a builtin exception where 2.0 raises its own.
    with pytest.raises((duckdb.Error, RuntimeError)):
        load_batch(connection, batch.model_copy(update={"reports": (*batch.reports, torn)}), run_id=run_id)
    assert connection.sql("select count(*) from reports").fetchall() == [(0,)]


def test_a_report_in_another_language_is_kept_and_marked(
    connection: DuckDBPyConnection, report: Report, run_id: int
) -> None:
    load_batch(connection, Batch(reports=(BatchReport(report=report, extracted=False),)), run_id=run_id)
    assert connection.sql("select report_id, extracted from reports").fetchall() == [(report.report_id, False)]


def test_a_moment_with_an_offset_is_kept_in_utc(connection: DuckDBPyConnection, run_id: int) -> None:
    report = odd_report("x").model_copy(update={"published_at": "2023-09-25T01:30:00+02:00"})
    report = Report.model_validate(report.model_dump(warnings=False))
    load_batch(connection, Batch(reports=(BatchReport(report=report),)), run_id=run_id)
    assert connection.sql("select cast(published_at as varchar) from reports").fetchall() == [("2023-09-24 23:30:00",)]


def test_known_reports_are_those_that_the_dataset_has(whole: DuckDBPyConnection, report: Report) -> None:
    assert known_reports(whole, [report.report_id, "r-other"]) == {report.report_id}
    assert known_reports(whole, []) == set()


def test_a_place_that_the_gazetteer_has_mended_stays_until_the_places_are_renewed(
    whole: DuckDBPyConnection, place: Place, run_id: int
) -> None:
    mended = place.model_copy(update={"latitude": 42.98})
    load_batch(whole, Batch(places=(mended,)), run_id=run_id)
    assert whole.sql("select place_id, latitude from places").fetchall() == [(place.place_id, place.latitude)]


def test_every_word_that_a_reference_has_is_kept(whole: DuckDBPyConnection, references: References) -> None:
    assert set(PlaceReference.model_fields) - {"span"} <= {c.name for c in catalogue()["place_references"].columns}
    (read,) = [entry for some in read_reports(whole, at_once=5) for entry in some]
    assert read.references == (references,)


def test_an_exception_takes_back_the_whole_transaction(whole: DuckDBPyConnection, snapshot: Snapshot) -> None:
    before = snapshot(whole)
    with pytest.raises(duckdb.CatalogException), transaction(whole):
        whole.execute("delete from claims; delete from nothing")
    assert snapshot(whole) == before


def test_settings_are_kept_and_replaced_one_by_one(connection: DuckDBPyConnection) -> None:
    assert read_settings(connection) == {}
    write_settings(connection, {"rule": "latest", "date_order": "DMY"})
    write_settings(connection, {"rule": "highest"})
    assert read_settings(connection) == {"date_order": "DMY", "rule": "highest"}


def test_the_flat_columns_of_a_mention_tell_its_account(whole: DuckDBPyConnection) -> None:
    (row,) = whole.sql(
        "select publisher, published, external_id, date_precision, country, country_code, disputed_by, "
        "admin1, place, place_as_written, actor1, actor1_type, actor2, perpetrator, target, "
        "killed_low, killed, killed_high, killed_side_a, killed_side_b, killed_civilians, killed_unknown, "
        "injured, missing from mentions"
    ).fetchall()
    assert row == (
        *("Example Wire", date(2023, 9, 25), "wire-1", "day", "Kosovo", "XK", ["RS"]),
        *("Mitrovica", "Banjskë", "Banjska", "Police Forces of Kosovo", "State forces", "attackers"),
        *("attackers", "Police Forces of Kosovo"),
        *(4, 5, 5, 1, 0, 0, 4),
        *(None, None),
    )


def test_an_incident_counts_its_reports_and_publishers(
    whole: DuckDBPyConnection, batch: Batch, incident: Incident
) -> None:
    (row,) = whole.sql(
        "select incident_id, report_count, publisher_count, first_published, last_published, "
        "review_status, killed, place from incidents"
    ).fetchall()
    day = batch.reports[0].report.published
    assert row == (incident.incident_id, 1, 1, day, day, "unreviewed", 5, "Banjskë")


@pytest.mark.parametrize(("view", "told", "derived"), [("casualties", 2, 2), ("participants", 2, 2)])
def test_a_derived_row_has_no_mention_and_a_told_one_has_both_ids(
    whole: DuckDBPyConnection, view: str, told: int, derived: int
) -> None:
    found = whole.sql(
        f"select count(mention_id), count(*) - count(mention_id), count(incident_id) from {view}"
    ).fetchall()
    assert found == [(told, derived, told + derived)]


def test_evidence_stands_beside_its_incident(whole: DuckDBPyConnection, incident: Incident, batch: Batch) -> None:
    found = whole.sql(
        "select incident_id, mention_id, claim_id, publisher, quote, speaker from evidence where quote is not null"
    ).fetchall()
    claim = batch.claims[0]
    assert found == [
        (incident.incident_id, claim.mention_id, claim.claim_id, "Example Wire", "four attackers", "police")
    ]
