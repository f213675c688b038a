"""A redaction: views in the place of a dataset's tables, so that whatever reads them never sees what is hidden."""

from collections.abc import Iterable
from functools import cache
from importlib import resources

from duckdb import DuckDBPyConnection

from outputs.store.script import views
from schemas.errors import UsageError

__all__ = ["KINDS", "redact", "redaction_named"]

# What `--redact` takes.
KINDS = ("names", "places")

# What those views rest on, each with what is before it.
GROUNDS = ("hidden_names", "tellable_actors", "tellable_outlets", "tellable_labels", "tellable_divisions")

# The tables that hold anything to hide; the SQL of each reads `unredacted_` and its name.
TABLES = (
    "reports",
    "claims",
    "mention_facts",
    "incident_facts",
    "participant_facts",
    "actors",
    "places",
    "place_candidates",
    "place_references",
    "rejects",
    "llm_calls",
    "second_claims",
    "outlet_facts",
    "links",
    "parts",
    "retired",
    "overruled",
    "matches",
    "coded_events",
    "withdrawals",
    "judgement_facts",
    "judgement_undoings",
)


def redaction_named(told: str) -> frozenset[str]:
    """Read what `--redact` was given.

    Raises:
        UsageError: a word is none of the kinds.

    >>> sorted(redaction_named("names, places"))
    ['names', 'places']

    """
    kinds = frozenset(word.strip() for word in told.split(","))
    for word in sorted(kinds - frozenset(KINDS)):
        raise UsageError(f"'{word}' cannot be redacted. Choose among {', '.join(KINDS)}.")
    return kinds


def redact(connection: DuckDBPyConnection, kinds: Iterable[str]) -> None:
    """Hide names, places or both from whatever reads tables and views by their bare names on this connection.

    The tables must be temporary views already, as `stand_at` makes them.
    """
    hidden = frozenset(kinds)
    for table in TABLES:
        connection.execute(f"alter view temp.main.{table} rename to unredacted_{table}")
    connection.execute(_sql("hidden_kinds"), {"names": "names" in hidden, "places": "places" in hidden})
    for step in (*GROUNDS, *TABLES):
        connection.execute(_sql(step))
    for view in views():
        connection.execute(view.replace("create or replace view", "create or replace temp view", 1))


@cache
def _sql(name: str) -> str:
    return resources.files("outputs.redaction").joinpath("views", f"{name}.sql").read_text(encoding="utf-8")
