"""An empty dataset for every example, made once."""

from collections.abc import Iterator

import pytest

from outputs.store.connect import open_for_writing
from tests.events.link.desk import Clear, Desk


@pytest.fixture(scope="session")
def cleared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clear]:
    """Give a function that gives the empty dataset, as often as an example needs one."""
    with open_for_writing(tmp_path_factory.mktemp("link") / "dataset.duckdb") as connection:
        desk = Desk(connection)

        def give() -> Desk:
            desk.clear()
            return desk

        yield give
    # hypothesis remembers its last example, and DuckDB complains of a connection that outlives the program
    del desk.connection, connection


@pytest.fixture
def desk(cleared: Clear) -> Desk:
    return cleared()
