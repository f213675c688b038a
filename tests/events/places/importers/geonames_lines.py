"""Rows as GeoNames writes them, of places that are not on any map."""

from pathlib import Path

__all__ = ["ADDED_ID", "dump", "line"]

ADDED_ID = 900_000_000  # far above any number in use


def line(number: int, name: str, **cells: object) -> str:
    """Write a row of a dump; `number` is counted from the first number that nobody has."""
    values = {
        "ascii": name, "aliases": "", "latitude": 15.5, "longitude": 32.5, "feature": "P.PPL", "country": "SD",
        "other": "", "admin1": "", "admin2": "", "admin3": "", "admin4": "", "population": 0, "elevation": "",
        "dem": 380, "zone": "Africa/Khartoum", "modified": "2021-05-06", **cells,
    }  # fmt: skip
    feature_class, _, code = str(values.pop("feature")).partition(".")
    first = [ADDED_ID + number, name, *(values.pop(cell) for cell in ("ascii", "aliases", "latitude", "longitude"))]
    return "\t".join(map(str, [*first, feature_class, code, *values.values()]))


def dump(path: Path, *lines: str) -> Path:
    """Write rows to a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{one}\n" for one in lines), encoding="utf-8")
    return path
