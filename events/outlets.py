"""What people say of a dataset's outlets, taken in as a run of its own; what was said before is superseded."""

from collections.abc import Callable, Sequence
from datetime import datetime
from importlib import metadata
from pathlib import Path

from events.settings import Settings
from outputs.store.connect import open_for_reading, open_for_writing
from outputs.store.insert import put
from outputs.store.runs import begin_run, finish_run, last_gazetteer
from outputs.store.script import statement
from outputs.store.settings import read_settings
from outputs.store.transaction import transaction
from schemas.outlet import Outlet, outlet_key

__all__ = ["tell_outlets"]


def tell_outlets(dataset: Path, outlets: Sequence[Outlet], *, now: Callable[[], datetime]) -> list[str]:
    """Take in facts of outlets in one transaction; give the names of those that no report bears.

    Raises:
        StoreMissingError: there is no dataset.
        StoreError: the dataset cannot be written.

    """
    with open_for_reading(dataset) as connection:  # a dataset that is not there is not made
        borne = {outlet_key(name) for (name,) in connection.sql(statement("publishers")).fetchall()}
    with open_for_writing(dataset) as connection, transaction(connection):
        settings = Settings.from_stored(read_settings(connection))
        run_id = begin_run(
            connection,
            started_at=now(),
            version=metadata.version("affray"),
            extractor=settings.extractor,
            settings_digest=settings.digest,
            gazetteer_digest=last_gazetteer(connection),
            command="sources",
        )
        rows = [{**outlet.model_dump(), "name": outlet.name} for outlet in outlets]
        put(connection, "outlet_facts", "name", rows, run_id=run_id)
        finish_run(connection, run_id, finished_at=now(), reports=0, mentions=0)
    return [outlet.publisher for outlet in outlets if outlet.name not in borne]
