"""Coded reports that affray did not read: what it is scored on without having told anything of it."""

from collections.abc import Collection, Iterable
from importlib import resources

from duckdb import DuckDBPyConnection

from schemas.record import Record

__all__ = ["Unread", "unread_reports"]


class Unread(Record):
    """A report that nothing is told of, and why; `is_failure` unless it is in a language that nobody promised."""

    id: str
    reason: str
    is_failure: bool


def unread_reports(connection: DuckDBPyConnection, ids: Iterable[str]) -> tuple[Unread, ...]:
    """List which of the coded reports a dataset lacks or holds unread."""
    held = {external_id for (external_id,) in connection.execute(_sql("known_ids")).fetchall()}
    kept = [_kept(*row) for row in connection.execute(_sql("unread")).fetchall()]
    return (*_lacking(ids, held), *kept)


def _lacking(ids: Iterable[str], held: Collection[str]) -> tuple[Unread, ...]:
    reason = "It was set aside and is not in the dataset."
    return tuple(Unread(id=name, reason=reason, is_failure=True) for name in ids if name not in held)


def _kept(external_id: str, language: str | None, detail: str | None) -> Unread:
    reason = detail or f"It is kept unread: its language is {language or 'not known'}."
    return Unread(id=external_id, reason=reason, is_failure=detail is not None)


def _sql(name: str) -> str:
    return resources.files("events.evaluate").joinpath(f"{name}.sql").read_text(encoding="utf-8")
