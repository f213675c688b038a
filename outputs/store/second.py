"""What a second extractor says of reports: kept beside the dataset's own claims, derived from by nothing."""

from collections.abc import Collection, Sequence

from duckdb import DuckDBPyConnection

from outputs.store.flat import Row
from outputs.store.insert import insert
from outputs.store.script import statement
from schemas.report import Report

__all__ = ["keep_second_claims", "sampled_reports"]


def sampled_reports(connection: DuckDBPyConnection, *, seed: int, count: int) -> list[Report]:
    """Give `count` reports whose words are here; a seed gives the same ones, whatever the order of loading."""
    found = connection.execute(statement("sampled_reports"), {"seed": str(seed), "count": count})
    names = [column[0] for column in found.description or ()]
    rows = (dict(zip(names, values, strict=True)) for values in found.fetchall())
    return [Report(**{name: row[name] for name in Report.model_fields}) for row in rows]


def keep_second_claims(
    connection: DuckDBPyConnection,
    *,
    extractor: str,
    report_ids: Collection[str],
    claims: Sequence[Row],
    calls: Sequence[Row],
    run_id: int,
) -> None:
    """Keep what an extractor claims of reports in place of what it claimed before, within a transaction."""
    told = {"extractor": extractor, "report_ids": list(report_ids)}
    connection.execute(statement("forget_second_claims"), told)
    insert(connection, "second_claims", claims, run_id=run_id)
    insert(connection, "llm_calls", calls, run_id=run_id)
