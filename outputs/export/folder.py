"""A folder that is whole or not there."""

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from outputs.query.visible import first_line
from schemas.errors import AffrayError, ExportError

__all__ = ["replacing_folder"]


@contextmanager
def replacing_folder(target: Path, *, mark: str, force: bool) -> Iterator[Path]:
    """Lend a new folder beside `target`, which takes its place when the block ends well.

    A folder that holds no file called `mark` is somebody else's and stays.

    Raises:
        ExportError: `target` is there and is somebody else's or `force` is not given, or it cannot be written.

    """
    final = target.resolve()
    if not final.parent.is_dir():
        raise ExportError(f"{target} could not be written: there is no folder {target.parent}. Create it first.")
    if final.exists() and not (final / mark).is_file():
        raise ExportError(
            f"{target} is there already and holds no {mark}: it is none of affray's. Name another folder."
        )
    if final.exists() and not force:
        raise ExportError(f"{target} is there already. Add --force to replace it, or name another folder.")
    token = secrets.token_hex(8)
    part, old = final.with_name(f".affray-{token}.part"), final.with_name(f".affray-{token}.old")
    try:
        part.mkdir()
        yield part
        if final.exists():
            final.rename(old)
        try:
            part.rename(final)
        except OSError:
            if old.exists():
                old.rename(final)
            raise
    except AffrayError:
        raise
    except duckdb.Error as error:
        reason = first_line(error).replace(str(part), str(target))
        raise ExportError(f"{target} could not be written: {reason}") from error
    except OSError as error:
        raise ExportError(f"{target} could not be written: {error.strerror or error}.") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)
