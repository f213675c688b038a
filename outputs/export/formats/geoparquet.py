"""GeoParquet, by DuckDB's own geometry: Parquet with a column of points in WGS 84."""

from pathlib import Path

from outputs.export.edition import Edition, export_step

__all__ = ["write_geoparquet"]


def write_geoparquet(edition: Edition, path: Path) -> int:
    """Write every row with its point, null where it has none; give the number of rows."""
    edition.require_points("geoparquet")
    rows = edition.relation.rows
    ((written,),) = rows.connection.execute(
        export_step("copy_geoparquet"), {"question": rows.sql, "path": str(path)}
    ).fetchall()
    return int(written)
