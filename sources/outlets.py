"""A table of outlets that a user brings: a row each, refused whole where a row is wrong."""

import csv
from pathlib import Path

from schemas.errors import UsageError
from schemas.outlet import Outlet
from schemas.vocabulary import Ownership, SourceScale

__all__ = ["COLUMNS", "read_outlets"]

COLUMNS = ("publisher", "country", "language", "scale", "ownership", "lean", "url", "notes")
LONGEST = 1_000  # characters of a cell
CODE = 2


def read_outlets(path: Path, *, countries: dict[str, str]) -> tuple[list[Outlet], list[str]]:
    """Read outlets, and name the columns that are none of theirs; `countries` are codes by lower-case names.

    Raises:
        UsageError: the file cannot be read, lacks the column publisher, or has a value that is none. The message
            names row and column.

    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file, strict=True)
            names = [str(name or "").strip().lower() for name in rows.fieldnames or ()]
            if "publisher" not in names:
                raise UsageError(f"{path} has no column publisher. Its columns are {', '.join(names) or 'none'}.")
            outlets = [
                _outlet(path, number, dict(zip(names, row.values(), strict=False)), countries)
                for number, row in enumerate(rows, 2)
            ]
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not UTF-8. Save it as CSV in UTF-8.") from error
    except csv.Error as error:
        raise UsageError(f"{path} is no CSV: {error}. Mend it.") from error
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}. Name a file that can.") from error
    twice = [outlet.publisher for outlet in outlets if sum(other.name == outlet.name for other in outlets) > 1]
    if twice:
        raise UsageError(f"{path} names '{twice[0]}' twice. Keep one row of each outlet.")
    return outlets, [name for name in names if name and name not in COLUMNS]


def _outlet(path: Path, number: int, row: dict[str, object], countries: dict[str, str]) -> Outlet:
    told = {name: str(row.get(name) or "").strip() or None for name in COLUMNS}

    def wrong(column: str, reason: str) -> UsageError:
        return UsageError(f"{path}, row {number}, {column}: '{str(told[column])[:80]}' {reason}. Nothing was changed.")

    for column, value in told.items():
        if value is not None and (len(value) > LONGEST or not value.isprintable()):
            raise wrong(column, "is no word that could be shown")
    publisher = told["publisher"]
    if publisher is None:
        raise UsageError(f"{path}, row {number}: it names no publisher. Nothing was changed.")
    country = told["country"]
    code = None
    if country is not None:
        code = country.upper() if country.upper() in countries.values() else countries.get(country.lower())
        if code is None:
            raise wrong("country", "is no country. Write ISO 3166-1 alpha-2, such as KE")
    language = told["language"].lower() if told["language"] else None
    if language is not None and not (len(language) == CODE and language.isascii() and language.isalpha()):
        raise wrong("language", "is no code of a language. Write ISO 639-1, such as en")
    by_scale = {word.lower(): word for word in SourceScale}
    scale = by_scale.get((told["scale"] or "").lower())
    if told["scale"] and scale is None:
        raise wrong("scale", f"is none of {', '.join(SourceScale)}")
    ownership = {word.lower(): word for word in Ownership}.get((told["ownership"] or "").lower())
    if told["ownership"] and ownership is None:
        raise wrong("ownership", f"is none of {', '.join(Ownership)}")
    return Outlet(
        publisher=publisher,
        country_code=code,
        language=language,
        scale=scale,
        ownership=ownership,
        lean=told["lean"],
        url=told["url"],
        notes=told["notes"],
    )
