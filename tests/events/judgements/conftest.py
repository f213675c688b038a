"""A dataset to correct: the examples, of which four reports tell of Banjska, and one built by the plain extractor."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.events.commandline import Affray, Rows
from tests.events.judgements.desk import BANJSKA, Desk
from tests.events.renew.conftest import built, gazetteers, new, old

__all__ = ["built", "desk", "gazetteers", "new", "old"]


@pytest.fixture
def desk(example_dataset: Path, tmp_path: Path, affray: Affray, rows: Rows) -> Desk:
    """Give a copy of the examples with the incident of Banjska."""
    path = Path(shutil.copy(example_dataset, tmp_path / "desk.duckdb"))
    ((incident_id,),) = rows(path, BANJSKA)

    def columns(*names: str, incident: str | None = None) -> tuple[Any, ...]:
        (found,) = rows(
            path, f"select {', '.join(names)} from incidents where incident_id = '{incident or incident_id}'"
        )
        return found

    return Desk(path=path, incident_id=incident_id, columns=columns, affray=affray, rows=rows)
