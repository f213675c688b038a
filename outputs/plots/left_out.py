"""What a plot leaves out, in words: what has no place is on no map, and a round-up is summed with nothing."""

from duckdb import DuckDBPyConnection

from outputs.plots.selection import ask

__all__ = ["left_out"]

# Whatever a timeline's bars stand for.
MONTHLY = "month"


def left_out(connection: DuckDBPyConnection, kind: str, unit: str) -> list[str]:
    """Say which of the chosen incidents a plot of a kind does not show; `unit` is the period of a timeline's bars."""
    unit = MONTHLY if kind == "months" else unit
    (row,) = ask(connection, "left_out", unit=unit)
    if kind == "map":
        reasons = [(row["unlocated"], "known by country at most")]
    elif kind in ("timeline", "months"):
        reasons = [
            (row["round_ups"], "round-ups, which are summed with nothing"),
            (row["undated"], "without a date"),
            (row["spanning"], f"whose {unit} is not known"),
        ]
    else:
        reasons = [(row["round_ups"], "round-ups, which are summed with nothing")]
    return [f"{count:,} {reason}" for count, reason in reasons if count]
