"""A destination: a file that is whole or not there."""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from outputs.query.visible import first_line
from schemas.errors import AffrayError, ExportError, UsageError

__all__ = ["replacing"]

NAME_BYTES = 8


@contextmanager
def replacing(target: Path, *, force: bool, dataset: Path) -> Iterator[Path]:
    """Lend the name of a new file beside `target`, which takes its place when the block ends well.

    The file is on the disk before it is renamed; when the block fails, `target` is as it was.

    Raises:
        UsageError: `target` is the dataset itself.
        ExportError: `target` is there and `force` is not given, or it cannot be written.

    """
    final = target.resolve()
    _require_writable(target, final, force=force, dataset=dataset)
    part = final.with_name(f".affray-{secrets.token_hex(NAME_BYTES)}.part")
    try:
        yield part
        _take_its_place(part, final)
    except AffrayError:
        raise
    except duckdb.Error as error:
        reason = first_line(error).replace(str(part), str(target))
        raise ExportError(f"{target} could not be written: {reason}") from error
    except OSError as error:
        raise ExportError(f"{target} could not be written: {error.strerror or error}.") from error
    finally:
        part.unlink(missing_ok=True)


def _require_writable(target: Path, final: Path, *, force: bool, dataset: Path) -> None:
    source = dataset.resolve()
    if final in (source, source.with_name(f"{source.name}.wal")):
        raise UsageError(f"{target} is the dataset itself. Name another file as --output.")
    if not final.parent.is_dir():
        raise ExportError(f"{target} could not be written: there is no folder {target.parent}. Create it first.")
    if not final.exists():
        return
    if not final.is_file():
        raise ExportError(f"{target} could not be written: it is no file. Name a file as --output.")
    if not force:
        raise ExportError(f"{target} is there already. Add --force to replace it, or name another file.")


def _take_its_place(part: Path, final: Path) -> None:
    if final.exists():
        shutil.copymode(final, part)
    _flush(part, os.O_RDWR)
    part.replace(final)
    if os.name == "posix":  # elsewhere a folder cannot be opened
        _flush(final.parent, os.O_RDONLY)


def _flush(path: Path, flags: int) -> None:
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
