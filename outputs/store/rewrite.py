"""A dataset changed in a copy that takes its place: its file then holds no block of what was there before.

DuckDB leaves what is deleted in blocks that it calls free, until something else needs them.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from duckdb import DuckDBPyConnection

from outputs.store.connect import open_for_reading, open_for_writing
from outputs.store.quote import literal

__all__ = ["rewriting"]

# One that a killed process has left beside the dataset is overwritten by the next.
CHANGED, WHOLE = ".changed.part", ".whole.part"
ATTACH = "attach {path} as {name} (storage_version 'v1.5.0')"


@contextmanager
def rewriting(path: Path) -> Iterator[DuckDBPyConnection]:
    """Lend a copy of the dataset that can be changed; when the block ends well, a fresh copy of it takes its place.

    The dataset is held meanwhile, and is as it was when the block fails or the process is killed. There must be
    room for two copies beside it.

    Raises:
        StoreMissingError: there is no dataset.
        StoreBusyError: another process has it open.
        StoreError: it is no dataset or cannot be written.

    """
    with open_for_reading(path):  # a dataset that is not there is not made
        pass
    final = path.resolve()
    changed, whole = (final.with_name(f"{final.name}{suffix}") for suffix in (CHANGED, WHOLE))
    try:
        with open_for_writing(path) as held:
            _copy(held, "dataset", changed)
            with open_for_writing(changed) as connection:
                yield connection
            held.execute(f"attach {literal(str(changed))} as changed (read_only)")
            _copy(held, "changed", whole)
            held.execute("detach changed")
            shutil.copymode(final, whole)
            _flush(whole)
            whole.replace(final)
            _flush(final.parent)
    finally:
        for part in (changed, whole):
            _remove(part)


def _copy(connection: DuckDBPyConnection, name: str, part: Path) -> None:
    """Copy an attached database into a new file, block by block anew."""
    _remove(part)
    connection.execute(ATTACH.format(path=literal(str(part)), name="copied"))
    connection.execute(f"copy from database {name} to copied")
    connection.execute("detach copied")


def _remove(part: Path) -> None:
    for path in (part, part.with_name(f"{part.name}.wal")):
        path.unlink(missing_ok=True)


def _flush(path: Path) -> None:
    if os.name != "posix" and path.is_dir():  # elsewhere a folder cannot be opened
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
