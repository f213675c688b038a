"""`left_out.csv`: what a layout has no row for, told beside the file that it is missing from."""

import csv
from collections.abc import Iterator
from pathlib import Path

from outputs.export.destination import replacing
from outputs.query.question import Question
from schemas.errors import ExportError

__all__ = ["NAME", "tell_left_out"]

NAME = "left_out.csv"
FILE = "file"


def tell_left_out(question: Question, *, output: Path, dataset: Path, force: bool) -> int:
    """Write the rows of `question` to `left_out.csv` in the folder of `output`; give their number.

    One such file serves all exports of a folder: its rows name the file that they are missing from, and those of other
    files stay.

    Raises:
        ExportError: the folder has a `left_out.csv` that is none of affray's and `force` is not given.

    """
    beside = output.parent / NAME
    header = [FILE, *question.csv_header()]
    if beside.exists() and not force:
        _require_own(beside, header)
    with replacing(beside, force=True, dataset=dataset) as part, part.open("w", encoding="utf-8", newline="") as file:
        written = csv.writer(file, lineterminator="\n")
        written.writerow(header)
        written.writerows(_of_others(beside, header, output.name))
        count = 0
        for row in question.rows("csv_rows"):
            written.writerow([output.name, *row])
            count += 1
    return count


def _require_own(beside: Path, header: list[str]) -> None:
    if _header_of(beside) != header:
        raise ExportError(f"{beside} is there already and was not written by an export. Add --force to replace it.")


def _header_of(beside: Path) -> list[str] | None:
    try:
        with beside.open(encoding="utf-8", newline="") as file:
            return next(csv.reader(file), None)
    except (UnicodeDecodeError, csv.Error):
        return None


def _of_others(beside: Path, header: list[str], name: str) -> Iterator[list[str]]:
    """Give the rows that tell of other files."""
    if not beside.exists() or _header_of(beside) != header:
        return
    with beside.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        yield from (row for row in rows if row and row[0] != name)
