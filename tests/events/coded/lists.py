"""Where the lists that tests read stand, and when everything happens."""

from datetime import UTC, datetime
from pathlib import Path

__all__ = ["LISTS", "NOW"]

LISTS = Path(__file__).parents[2] / "sources" / "coded"
NOW = datetime(2023, 9, 25, 12, tzinfo=UTC)
