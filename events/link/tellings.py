"""What is to be linked, whatever it comes from: one row for each time that an incident is told."""

from duckdb import DuckDBPyConnection

from events.link.statements import statement

__all__ = ["make_tellings", "tell_mentions"]


def make_tellings(connection: DuckDBPyConnection) -> None:
    """Make the temp tables that linking reads, all empty: `tellings`, what people `joined` and `parted`, and `fresh`.

    A telling's `group_id` is the report or list that tells its rows apart. `founds` says whether it can found an
    incident, `recalls` whether it only adds to one that is there. Where `fresh` names some, only pairs with one of them
    are compared.
    """
    connection.execute(statement("tellings/tellings"))


def tell_mentions(connection: DuckDBPyConnection, *, found_background: bool) -> None:
    """Fill `tellings` with those mentions of the temp table `asked` that tell incidents."""
    connection.execute(statement("tellings/tell_mentions"), {"found_background": found_background})
