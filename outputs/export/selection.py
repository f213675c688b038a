"""What can be exported: a view or table each, its columns that say nothing of runs, in a total order."""

from functools import cache
from importlib import resources

__all__ = ["RESTRICTED", "SELECTIONS", "order", "selection"]

# The names that `--what` takes; each is a file in the folder `selections`.
SELECTIONS = (
    "incidents",
    "mentions",
    "claims",
    "reports",
    "casualties",
    "participants",
    "evidence",
    "places",
    "actors",
    "rejects",
    "coded_events",
    "matches",
)

# What holds words or figures of others, whose licences may forbid passing them on.
RESTRICTED = frozenset({"coded_events", "matches"})


@cache
def selection(name: str) -> str:
    """Read the SQL that selects and orders the rows."""
    return resources.files("outputs.export").joinpath("selections", f"{name}.sql").read_text(encoding="utf-8")


def order(name: str) -> str:
    """Say in which order the rows come, as the selection's first line does.

    >>> order("places")
    'place_id'
    """
    return selection(name).splitlines()[0].removeprefix("-- ")
