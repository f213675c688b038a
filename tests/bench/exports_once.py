"""One export, or DuckDB's `copy` of the same rows: prints its seconds, and the megabytes held at most."""

import sys
from pathlib import Path
from time import perf_counter

from outputs.export.export import export
from outputs.export.selection import selection
from outputs.query.session import locked
from tests.bench.memory import megabytes_held

COPIES = {
    "csv": "copy (from query($rows)) to $path (format csv, header)",
    "parquet": "copy (from query($rows)) to $path (format parquet, compression zstd)",
}


def _main(dataset: Path, layout: str, form: str, output: Path) -> None:
    started = perf_counter()
    if layout == "copy":
        with locked(dataset, output=output) as connection:
            connection.execute(COPIES[form], {"rows": selection("incidents"), "path": str(output)})
    else:
        export(dataset, output, what="incidents", as_format=form, layout=layout, force=True)
    held = megabytes_held()
    print(perf_counter() - started, held)  # noqa: T201 - its answer


if __name__ == "__main__":
    _main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], Path(sys.argv[4]))
