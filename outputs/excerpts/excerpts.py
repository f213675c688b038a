"""Excerpts: how much of the words of reports may leave, since newspapers own them."""

from dataclasses import dataclass
from functools import cache
from importlib import resources

from duckdb import DuckDBPyConnection

from outputs.store.script import views

__all__ = ["Excerpts", "cut"]

TABLES = ("reports", "claims", "mention_facts", "incident_facts")


@dataclass(frozen=True)
class Excerpts:
    """Whether whole texts leave, and how many characters of a quote or a headline do."""

    quote_characters: int
    texts: bool = False


def cut(connection: DuckDBPyConnection, excerpts: Excerpts) -> None:
    """Let tables and views of this connection tell no more of reports' words than `excerpts` allows.

    The tables must be temporary views already, as `stand_at` makes them.
    """
    for table in TABLES:
        connection.execute(f"alter view temp.main.{table} rename to whole_{table}")
    connection.execute(_sql("allowed"), {"characters": excerpts.quote_characters, "texts": excerpts.texts})
    for step in ("excerpt", *TABLES):
        connection.execute(_sql(step))
    for view in views():
        connection.execute(view.replace("create or replace view", "create or replace temp view", 1))


@cache
def _sql(name: str) -> str:
    return resources.files("outputs.excerpts").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")
