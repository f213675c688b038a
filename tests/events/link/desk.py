"""A dataset on which tests lay stories, one portion after the other."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from duckdb import DuckDBPyConnection

from events.link.copies.tie import tie_copies
from events.link.derive.derive import derive
from events.link.link import link
from events.settings import Settings
from outputs.store.link import replace_memberships
from outputs.store.load import load_batch
from outputs.store.read import read_incidents
from outputs.store.runs import begin_run, finish_run
from outputs.store.transaction import transaction
from schemas.incident import Incident
from tests.events.link.stories import Story, batch

__all__ = ["Clear", "Desk"]


class Desk:
    """A dataset into which stories are loaded, each portion in a run of its own, and linked."""

    def __init__(self, connection: DuckDBPyConnection) -> None:
        self.connection = connection

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        return self.connection.sql(sql).fetchall()

    def clear(self) -> None:
        tables = "select table_name from duckdb_tables() where database_name = 'dataset' and table_name <> 'migrations'"
        for (table,) in self.rows(tables):
            self.connection.execute(f"delete from {table}")

    def link(self, *portions: tuple[Story, ...], settings: Settings | None = None) -> list[tuple[int, int]]:
        """Load and link each portion; give how many incidents were new and how many changed."""
        found = []
        for stories in portions:
            run_id = self._begin()
            load_batch(self.connection, batch(*stories), run_id=run_id)
            linked = link(self.connection, settings or Settings(), run_id=run_id)
            finish_run(self.connection, run_id, finished_at=datetime(2024, 1, 1, tzinfo=UTC), reports=0, mentions=0)
            found.append((linked.new, linked.changed))
        return found

    def derive(self, *stories: Story, settings: Settings | None = None) -> Incident:
        """Load the stories and derive one incident of all that they tell."""
        run_id = self._begin()
        load_batch(self.connection, batch(*stories), run_id=run_id)
        with transaction(self.connection):
            tie_copies(self.connection, run_id=run_id)
            self.connection.execute(
                "create or replace temp table components as "
                "select 'i-one' as incident_id, mention_id from mention_facts"
            )
            replace_memberships(self.connection, run_id=run_id)
            derive(self.connection, settings or Settings(), run_id=run_id)
        (incident,) = read_incidents(self.connection, ["i-one"])
        return incident

    def partition(self) -> list[list[str]]:
        """Give which mentions tell of the same, by the names of their reports."""
        told = self.rows(
            "select list(external_id order by external_id, mention_id) from mentions "
            "where incident_id is not null group by incident_id order by all"
        )
        return [names for (names,) in told]

    def values(self) -> list[tuple[Any, ...]]:
        """Give the values of incidents without their ids."""
        return self.rows("select * exclude incident_id from incidents order by all")

    def _begin(self) -> int:
        return begin_run(
            self.connection,
            started_at=datetime(2024, 1, 1, tzinfo=UTC),
            version="0",
            extractor="hand",
            settings_digest="s",
            gazetteer_digest="g",
        )


Clear = Callable[[], Desk]
