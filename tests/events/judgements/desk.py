"""A dataset with an incident in it, and the commands that judge it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.events.commandline import Affray, Ended, Rows

__all__ = ["BANJSKA", "SAID", "Desk"]

BANJSKA = "select incident_id from incidents where place = 'Banjska' order by report_count desc limit 1"
# What a dataset says, without the runs that wrote it and the judgements themselves.
SAID = [
    "from incidents order by all",
    "from mentions order by all",
    "from casualties order by all",
    "from participants order by all",
    "from memberships select mention_id, incident_id order by all",
    "select * exclude run_id from claims order by all",
    "select * exclude run_id from derivations order by all",
]


@dataclass(frozen=True)
class Desk:
    """A dataset, an incident of it told by four reports, and what asks and changes them."""

    path: Path
    incident_id: str
    columns: Callable[..., tuple[Any, ...]]
    affray: Affray
    rows: Rows

    def correct(self, *words: str, why: str = "It was so.", by: str | None = None) -> Ended:
        """Correct the incident."""
        name = ("--by", by) if by else ()
        return self.affray("correct", self.path, self.incident_id, *words, "--why", why, *name)

    def judgement_ids(self) -> list[str]:
        """Give the judgements that stand, the latest first."""
        found = self.rows(
            self.path, "select judgement_id from judgements where undone_run is null order by run_id desc"
        )
        return [judgement_id for (judgement_id,) in found]

    def said(self) -> list[list[tuple[Any, ...]]]:
        """Give all that the dataset says."""
        return [self.rows(self.path, sql) for sql in SAID]
