"""The check: proves a dataset by queries that must find nothing, one in each file of `checks`."""

from dataclasses import dataclass

from duckdb import DuckDBPyConnection

from outputs.store.columns import catalogue
from outputs.store.script import scripts

__all__ = ["Finding", "check", "checks"]

SAMPLES = 5
ROWS_AT_ONCE = 10_000


@dataclass(frozen=True)
class Finding:
    """A check that found rows: the sentence that does not hold, how often, and some of the ids."""

    check: str
    sentence: str
    samples: tuple[str, ...]
    count: int

    def __str__(self) -> str:
        """Say it in one line."""
        return f"{self.check}: {self.count} break this: {self.sentence} ({', '.join(self.samples)})"


def checks() -> dict[str, str]:
    """Give the sentence that each check proves, by the check's name."""
    return {name: _sentence(sql) for name, sql in scripts("checks").items()}


def check(connection: DuckDBPyConnection) -> list[Finding]:
    """Run every check; none of them finds anything in a sound dataset."""
    findings = (_finding(connection, name, sql) for name, sql in scripts("checks").items())
    return [finding for finding in findings if finding]


def _finding(connection: DuckDBPyConnection, name: str, sql: str) -> Finding | None:
    found = connection.execute(sql, {"words": _words()} if "$words" in sql else None)
    samples = tuple(str(row[0]) for row in found.fetchmany(SAMPLES))
    count = len(samples)
    while rows := found.fetchmany(ROWS_AT_ONCE):
        count += len(rows)
    return Finding(check=name, sentence=_sentence(sql), samples=samples, count=count) if count else None


def _sentence(sql: str) -> str:
    """Read what a check proves from its first line, a comment."""
    return sql.partition("\n")[0].removeprefix("-- ")


def _words() -> list[dict[str, str]]:
    """Give each word that a column may hold."""
    return [
        {"relation": relation.name, "column_name": column.name, "word": word}
        for relation in catalogue().values()
        for column in relation.columns
        for word in column.words
    ]
