"""GeoJSON, by RFC 7946: one collection of features, a row each."""

from pathlib import Path

from outputs.export.edition import Edition
from outputs.query.objects import without_nan

__all__ = ["write_geojson"]


def write_geojson(edition: Edition, path: Path) -> int:
    """Write every row as a feature, without a geometry where it has no point; give the number of rows."""
    edition.require_points("geojson")
    rows = 0
    with path.open("x", encoding="utf-8", newline="") as file:
        file.write('{"type":"FeatureCollection","features":[')
        for (feature,) in edition.ask("features"):
            file.write(",\n" if rows else "\n")
            file.write(without_nan(feature))
            rows += 1
        file.write("\n]}\n")
    return rows
