"""The database's own catalogue equals the codebook's, and both equal the public face."""

import re

import pytest
from duckdb import DuckDBPyConnection

from outputs.store.columns import catalogue, shared_columns
from outputs.store.migrate import migrations

SHARED = (
    "scope varchar, "
    "date_start date, date_end date, date_extent varchar, date_precision varchar, "
    "country varchar, country_code varchar, disputed_by varchar[], "
    "admin1 varchar, admin2 varchar, admin3 varchar, "
    "place varchar, place_as_written varchar, place_id varchar, latitude double, longitude double, "
    "place_precision varchar, radius_km double, "
    "event_type varchar, sub_event_type varchar, ucdp_type integer, plover_event varchar, "
    "plover_mode varchar, weapon varchar, "
    "actor1 varchar, actor1_type varchar, actor2 varchar, actor2_type varchar, "
    "perpetrator varchar, target varchar, "
    "killed_low integer, killed integer, killed_high integer, "
    "injured_low integer, injured integer, injured_high integer, "
    "missing integer, detained integer, abducted integer, released integer, displaced integer, "
    "killed_side_a integer, killed_side_b integer, killed_civilians integer, killed_unknown integer, "
    "crowd_size integer, civilian_targeting boolean, summary varchar, confidence double"
)
TALLY = (
    "incidents bigint, fatal_incidents bigint, incidents_without_toll bigint, killed_low bigint, killed bigint, "
    "killed_high bigint, killed_civilians bigint, injured bigint, abducted bigint, single_source bigint"
)
PUBLIC_FACE = {
    "reports": "report_id varchar, external_id varchar, publisher varchar, title varchar, byline varchar, "
    "url varchar, language varchar, published date, published_at timestamp, dateline varchar, text varchar, "
    "media_type varchar, raw_sha256 varchar, copy_of varchar, extracted boolean",
    "claims": "claim_id varchar, report_id varchar, mention_id varchar, field varchar, value varchar, "
    "low integer, best integer, high integer, side varchar, span_start integer, span_end integer, "
    "quote varchar, speaker varchar, modality varchar, basis varchar, confidence double, "
    "extractor varchar, rule varchar",
    "llm_calls": (
        "run_id integer, report_id varchar, span_start integer, span_end integer, attempt integer, asked_at timestamp, "
        "model varchar, request varchar, outcome varchar, status integer, detail varchar, from_cache boolean, "
        "input_tokens integer, cached_tokens integer, output_tokens integer, reasoning_tokens integer, cost double, "
        "seconds double"
    ),
    "rejects": "path varchar, part varchar, reason varchar, detail varchar, run_id integer",
    "runs": "run_id integer, started_at timestamp, finished_at timestamp, version varchar, "
    "extractor varchar, settings_digest varchar, gazetteer_digest varchar, reports integer, "
    "mentions integer",
    "places": "place_id varchar, name varchar, kind varchar, latitude double, longitude double, "
    "country_code varchar, admin1 varchar, admin2 varchar, admin3 varchar, source varchar, licence varchar",
    "actors": "actor_id varchar, name varchar, kind varchar, country_code varchar, aliases varchar[], "
    "since date, until date",
    "mentions": "mention_id varchar, incident_id varchar, report_id varchar, external_id varchar, "
    f"publisher varchar, published date, status varchar, {SHARED}",
    "incidents": "incident_id varchar, report_count bigint, publisher_count bigint, first_published date, "
    f"last_published date, review_status varchar, {SHARED}",
    "casualties": "incident_id varchar, mention_id varchar, side varchar, kind varchar, "
    "low integer, best integer, high integer",
    "participants": "incident_id varchar, mention_id varchar, actor_id varchar, actor varchar, "
    "name_as_written varchar, kind varchar, type varchar, country_code varchar, side varchar, "
    "role varchar, count_low integer, count integer, count_high integer",
    "coded_events": "event_id varchar, source varchar, layout varchar, original_id varchar, date_start date, "
    "date_end date, date_extent varchar, date_precision varchar, country varchar, country_code varchar",
    "matches": "id varchar, event_id varchar, score double, reason varchar",
    "links": "mention_id varchar, other_id varchar, score double, reason varchar, run_id integer",
    "comparison": "source varchar, held_by varchar, incident_id varchar, event_id varchar, country_code varchar, "
    "month date, killed_affray integer, killed_theirs integer, difference integer, is_covered boolean",
    "parts": "aggregate_id varchar, part_id varchar, reason varchar, run_id integer",
    "retired": "old_id varchar, new_id varchar, run_id integer, why varchar",
    "withdrawals": "report_id varchar, why varchar, withdrawn_by varchar, erased boolean, run_id integer",
    "tags": "name varchar, run_id integer, tagged_at timestamp, note varchar",
    "disagreements": "incident_id varchar, field varchar, accounts bigint, lowest integer, highest integer, "
    "spread integer, unit varchar, told varchar[]",
    "evidence": "incident_id varchar, mention_id varchar, claim_id varchar, report_id varchar, "
    "publisher varchar, field varchar, value varchar, quote varchar, speaker varchar, modality varchar",
    "countable_incidents": "incident_id varchar, day date, month date, year integer, priogrid_gid integer, "
    "country_code varchar, country varchar, admin1 varchar, admin2 varchar, place varchar",
    "country_month": f"country_code varchar, country varchar, month date, {TALLY}",
    "admin1_month": f"country_code varchar, country varchar, admin1 varchar, month date, {TALLY}",
    "cell_month": f"priogrid_gid integer, month date, {TALLY}",
    "actor_day": "actor_id varchar, actor varchar, type varchar, day date, incidents bigint, as_perpetrator bigint, "
    "as_target bigint, countries bigint, killed_low bigint, killed bigint, killed_high bigint",
    "dyad_year": "actor1 varchar, actor1_type varchar, actor2 varchar, actor2_type varchar, ucdp_type integer, "
    "year integer, incidents bigint, fatal_incidents bigint, killed_low bigint, killed bigint, killed_high bigint",
    "civilian_harm": "incident_id varchar, day date, month date, year integer, country_code varchar",
    "single_source_incidents": "incident_id varchar, publisher varchar, report_id varchar, report_count bigint",
    "sources": "publisher varchar, reports bigint, copies bigint, first_published date, last_published date, "
    "languages varchar[], incidents bigint, told_alone bigint",
    "judgements": "judgement_id varchar, kind varchar, incident_id varchar, said map(varchar, varchar), why varchar, "
    "made_by varchar, made_at timestamp, run_id integer, undone_run integer, undone_why varchar, undone_by varchar, "
    "undone_at timestamp, bound boolean, bound_to varchar",
}


def columns_of(connection: DuckDBPyConnection, relation: str) -> list[tuple[str, str]]:
    return [(name, kind) for name, kind, *_ in connection.sql(f"describe {relation}").fetchall()]


@pytest.mark.parametrize("relation", PUBLIC_FACE)
def test_the_public_face_is_kept_to_the_letter(shelf: DuckDBPyConnection, relation: str) -> None:
    promised = [tuple(entry.split(" ", 1)) for entry in re.split(r", (?![^(]*\))", PUBLIC_FACE[relation])]
    found = [(name, kind.lower()) for name, kind in columns_of(shelf, relation)]
    assert found[: len(promised)] == promised


def test_what_is_public_is_marked_so() -> None:
    assert {relation.name for relation in catalogue().values() if relation.public} == set(PUBLIC_FACE)


@pytest.mark.parametrize("relation", catalogue())
def test_the_codebook_describes_the_database_as_it_is(shelf: DuckDBPyConnection, relation: str) -> None:
    described = [(column.name, column.type) for column in catalogue()[relation].columns]
    assert columns_of(shelf, relation) == described


def test_mentions_and_incidents_share_their_columns(shelf: DuckDBPyConnection) -> None:
    shared = [(column.name, column.type) for column in shared_columns()]
    for relation, own in (("mentions", 7), ("incidents", 6)):
        assert columns_of(shelf, relation)[own : own + len(shared)] == shared


def test_every_table_and_view_explains_itself(shelf: DuckDBPyConnection) -> None:
    found = shelf.sql(
        "select table_name, comment from duckdb_tables() where database_name = 'dataset' "
        "union all select view_name, comment from duckdb_views() where database_name = 'dataset'"
    ).fetchall()
    assert dict(found) == {relation.name: relation.means for relation in catalogue().values()}


def test_every_column_explains_itself(shelf: DuckDBPyConnection) -> None:
    found = shelf.sql(
        "select table_name, column_name, comment from duckdb_columns() where database_name = 'dataset'"
    ).fetchall()
    described = {
        (relation.name, column.name): column.comment for relation in catalogue().values() for column in relation.columns
    }
    assert {(table, column): comment for table, column, comment in found} == described
    assert all(described.values())


def test_a_column_of_closed_words_names_them() -> None:
    scope = shared_columns()[0]
    assert scope.comment.endswith("One of: single, aggregate.")


def test_no_table_carries_a_key_or_an_index(shelf: DuckDBPyConnection) -> None:
    assert shelf.sql("from duckdb_indexes()").fetchall() == []
    assert shelf.sql("from duckdb_constraints() where database_name = 'dataset'").fetchall() == []


def test_each_migration_is_recorded_once(shelf: DuckDBPyConnection) -> None:
    recorded = shelf.sql("select number, name from migrations order by number").fetchall()
    assert recorded == [(migration.number, migration.name) for migration in migrations()]
