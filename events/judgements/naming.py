"""Incidents, mentions, reports and judgements as people name them: by id, or by the beginning of one."""

from duckdb import DuckDBPyConnection

from events.judgements.asking import ask
from outputs.pages.identity import Identity, Kind, identify
from outputs.query.visible import visible
from schemas.errors import JudgementError, UnknownIdError

__all__ = ["incident_named", "judgement_named", "mention_named", "report_named"]


def incident_named(connection: DuckDBPyConnection, written: str) -> str:
    """Give the incident of an id, its own or that of one of its mentions.

    Raises:
        JudgementError: no incident has it, or it is retired; the message says where it went.

    """
    identity = _identified(connection, written)
    if identity.kind is Kind.INCIDENT:
        return identity.id
    if identity.kind is not Kind.MENTION:
        raise JudgementError(f"{identity.id} is a {identity.kind}. Name an incident, or a mention of one.")
    ((incident_id,),) = ask(connection, "incident_of", mention_id=identity.id) or [(None,)]
    if incident_id is None:
        raise JudgementError(f"{identity.id} tells of no incident: what did not happen founds none.")
    return str(incident_id)


def mention_named(connection: DuckDBPyConnection, written: str) -> str:
    """Give the mention of an id.

    Raises:
        JudgementError: no mention has it.

    """
    return _of_kind(connection, written, Kind.MENTION)


def report_named(connection: DuckDBPyConnection, written: str) -> str:
    """Give the report of an id.

    Raises:
        JudgementError: no report has it.

    """
    return _of_kind(connection, written, Kind.REPORT)


def judgement_named(connection: DuckDBPyConnection, written: str) -> str:
    """Give the judgement of an id that nobody has taken back yet.

    Raises:
        JudgementError: no judgement has it, or it was taken back.

    """
    found = ask(connection, "undone", written=written.strip()) if written.strip() else []
    named = visible(written)
    if not found:
        raise JudgementError(f"There is no judgement '{named}'. Judgements: affray query FILE 'from judgements'")
    if len(found) > 1:
        raise JudgementError(f"'{named}' begins several judgements: {', '.join(entry[0] for entry in found)}.")
    ((judgement_id, _, undone_run),) = found
    if undone_run is not None:
        raise JudgementError(f"{judgement_id} was taken back already, in run {undone_run}.")
    return str(judgement_id)


def _of_kind(connection: DuckDBPyConnection, written: str, kind: Kind) -> str:
    identity = _identified(connection, written)
    if identity.kind is not kind:
        raise JudgementError(f"{identity.id} is a {identity.kind}. Name a {kind}.")
    return identity.id


def _identified(connection: DuckDBPyConnection, written: str) -> Identity:
    try:
        return identify(connection, written)
    except UnknownIdError as error:
        retired = ask(connection, "retired", old_id=written.strip())
        if retired:
            raise JudgementError(_gone(connection, written.strip(), [new_id for (new_id,) in retired])) from error
        raise JudgementError(str(error)) from error


def _gone(connection: DuckDBPyConnection, old_id: str, new_ids: list[str | None]) -> str:
    """Say where a retired id went, over as many steps as it took."""
    seen, ends, waiting = {old_id}, list[str](), list(new_ids)
    while waiting:
        new_id = waiting.pop(0)
        further = [entry for (entry,) in ask(connection, "retired", old_id=new_id)] if new_id else []
        if new_id and not further and new_id not in ends:
            ends.append(new_id)
        waiting += [entry for entry in further if entry not in seen]
        seen.update(entry for entry in further if entry)
    where = f"goes on as {' and '.join(ends)}. Name that" if ends else "goes on as nothing. Name another incident"
    return f"{old_id} is retired and {where}."
