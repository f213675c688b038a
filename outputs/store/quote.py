"""Quoting, for the few statements that take no parameters: `attach` before DuckDB 2.0, `comment on`."""

__all__ = ["identifier", "literal"]


def identifier(name: str) -> str:
    """Write a name so that nothing in it is read as SQL.

    >>> identifier("when")
    '"when"'
    """
    return '"' + name.replace('"', '""') + '"'


def literal(words: str) -> str:
    """Write words so that nothing in them is read as SQL.

    >>> literal("it's")
    "'it''s'"
    """
    return "'" + words.replace("'", "''") + "'"
