"""The formats that answers are given in."""

from collections.abc import Callable, Iterator

from outputs.query.markdown import markdown
from outputs.query.objects import array, lines
from outputs.query.question import Question
from outputs.query.separated import separated
from outputs.query.table import table

__all__ = ["COPIED", "FORMATS", "PRINTED", "SUFFIXES"]

Printer = Callable[[Question, int], Iterator[str]]

# Text, given piece by piece; the number is the width of the window.
PRINTED: dict[str, Printer] = {
    "table": table,
    "csv": separated,
    "json": array,
    "jsonl": lines,
    "markdown": markdown,
}

# Files that DuckDB writes itself, by the step that does; `export` writes the same.
COPIED = {"csv": "copy_csv", "parquet": "copy_parquet", "jsonl": "copy_jsonl"}

FORMATS = (*PRINTED, "parquet")

SUFFIXES = {
    ".csv": "csv",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".md": "markdown",
    ".parquet": "parquet",
    ".txt": "table",
}
