"""Incidents as persons have corrected them, written over what was derived in the same run."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from duckdb import DuckDBPyConnection

from outputs.store.flat import Row
from outputs.store.insert import insert, put, put_if_absent, remove
from outputs.store.rows import actor_row, casualty_rows, claim_row, participant_rows, place_row
from outputs.store.script import statement
from schemas.actor import Actor
from schemas.claim import Claim
from schemas.incident import Account, Derivation
from schemas.place import Place
from schemas.record import Record

__all__ = ["Corrected", "write_corrected"]


class Corrected(Record):
    """One incident: the columns that differ from what was derived, and all that stands behind them."""

    incident_id: str
    columns: Mapping[str, Any]
    account: Account
    places: tuple[Place, ...] = ()
    actors: tuple[Actor, ...] = ()
    claims: tuple[Claim, ...] = ()
    derivations: tuple[Derivation, ...] = ()


def write_corrected(
    connection: DuckDBPyConnection,
    incidents: Sequence[Corrected],
    *,
    derived_anew: Collection[str],
    rule: str,
    run_id: int,
) -> None:
    """Write corrected incidents; claims by this rule of those `derived_anew` are gone where nobody says so any more."""
    _write_claims(connection, incidents, derived_anew=derived_anew, rule=rule, run_id=run_id)
    if not incidents:
        return
    incident_ids = [incident.incident_id for incident in incidents]
    columns = {incident.incident_id: incident.columns for incident in incidents}
    rows = [{**row, **columns[row["incident_id"]]} for row in _rows(connection, "incident_facts", incident_ids)]
    _replace(connection, "incident_facts", incident_ids, rows, run_id=run_id)
    for table, rows_of in (("casualty_facts", casualty_rows), ("participant_facts", participant_rows)):
        details = [row for entry in incidents for row in rows_of(entry.account, incident_id=entry.incident_id)]
        _replace(connection, table, incident_ids, details, run_id=run_id)
    _replace(connection, "derivations", incident_ids, _derivations(connection, incidents), run_id=run_id)
    places = [place_row(place) for incident in incidents for place in incident.places]
    put_if_absent(connection, "places", "place_id", places, run_id=run_id)
    actors = [actor_row(actor) for incident in incidents for actor in incident.actors]
    put(connection, "actors", "actor_id", actors, run_id=run_id)


def _write_claims(
    connection: DuckDBPyConnection,
    incidents: Sequence[Corrected],
    *,
    derived_anew: Collection[str],
    rule: str,
    run_id: int,
) -> None:
    values = {"rule": rule, "incident_ids": list(derived_anew)}
    found = connection.execute(statement("claims_by_correction"), values).fetchall()
    remove(connection, "claims", "claim_id", [claim_id for (claim_id,) in found], run_id=run_id)
    claims = {claim.claim_id: claim for incident in incidents for claim in incident.claims}
    insert(connection, "claims", [claim_row(claim) for claim in claims.values()], run_id=run_id)


def _derivations(connection: DuckDBPyConnection, incidents: Sequence[Corrected]) -> list[Row]:
    """Give the rules that stand and, in place of those for the same fields, those of the corrections."""
    by_person = {(incident.incident_id, entry.field): entry for incident in incidents for entry in incident.derivations}
    standing = _rows(connection, "derivations", [incident.incident_id for incident in incidents])
    kept = [row for row in standing if (row["incident_id"], row["field"]) not in by_person]
    return [*kept, *({"incident_id": owner, **entry.model_dump()} for (owner, _), entry in by_person.items())]


def _replace(
    connection: DuckDBPyConnection, table: str, incident_ids: Sequence[str], rows: Sequence[Row], *, run_id: int
) -> None:
    remove(connection, table, "incident_id", incident_ids, run_id=run_id)
    insert(connection, table, [{name: row[name] for name in row if name != "run_id"} for row in rows], run_id=run_id)


def _rows(connection: DuckDBPyConnection, table: str, incident_ids: Sequence[str]) -> list[dict[str, Any]]:
    found = connection.execute(statement(f"{table}_of"), {"incident_ids": list(incident_ids)})
    names = [column[0] for column in found.description or ()]
    return [dict(zip(names, values, strict=True)) for values in found.fetchall()]
