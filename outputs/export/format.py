"""The formats that a dataset's rows are exported in."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from outputs.query.question import Question
from schemas.errors import UsageError

__all__ = ["FORMATS", "SUFFIXES", "Writer", "format_of"]

# Writes the answer to a question into a new file; gives the number of rows.
Writer = Callable[[Question, Path], int]


def _copied(question: Question, path: Path, *, form: str) -> int:
    return question.copy(form, path)


FORMATS: dict[str, Writer] = {
    "csv": partial(_copied, form="copy_csv"),
    "parquet": partial(_copied, form="copy_parquet"),
    "jsonl": partial(_copied, form="copy_jsonl"),
}

SUFFIXES = {".csv": "csv", ".parquet": "parquet", ".jsonl": "jsonl", ".ndjson": "jsonl"}


def format_of(path: Path) -> str:
    """Tell the format by the file's suffix.

    Raises:
        UsageError: no format has this suffix.

    >>> format_of(Path("incidents.CSV"))
    'csv'

    """
    try:
        return SUFFIXES[path.suffix.lower()]
    except KeyError:
        raise UsageError(
            f"No format is known by the name {path.name}. Add --format with one of {', '.join(FORMATS)}."
        ) from None
