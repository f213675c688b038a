"""Partitions: a folder of Parquet files, one for each country and year, as Arrow, DuckDB and Polars read them."""

from pathlib import Path

from outputs.export.edition import export_step
from outputs.export.folder import replacing_folder
from outputs.export.layout import LAYOUTS
from outputs.query.session import locked

__all__ = ["PARTITIONED", "export_partitioned"]

# What has a country and days.
PARTITIONED = ("incidents", "mentions")

# Readers pass over names that begin with an underscore.
ABOUT = "_about.txt"
ABOUT_WORDS = """Written by affray: one Parquet file for each country and year.

DuckDB:  from read_parquet('*/*/*.parquet', hive_partitioning = true)
Polars:  polars.scan_parquet('.', hive_partitioning=True)
R:       arrow::open_dataset('.')
"""


def export_partitioned(
    dataset: Path,
    output: Path,
    *,
    what: str,
    force: bool,
    as_of: str | None = None,
    redacted: frozenset[str] = frozenset(),
) -> int:
    """Write the rows that `what` selects into the folder `output`; give their number.

    The same dataset gives the same bytes.

    Raises:
        UsageError: there is no such moment.
        ExportError: `output` is there already or cannot be written; what was there stays.
        StoreError: the dataset cannot be read.

    """
    with (
        replacing_folder(output, mark=ABOUT, force=force) as folder,
        locked(dataset, folder=folder, as_of=as_of, redacted=redacted) as connection,
    ):
        question = LAYOUTS["affray"].lay_out(connection, what).rows
        ((rows,),) = connection.execute(
            export_step("copy_partitions"), {"question": question.sql, "path": str(folder)}
        ).fetchall()
        (folder / ABOUT).write_text(ABOUT_WORDS, encoding="utf-8", newline="\n")
    return int(rows)
