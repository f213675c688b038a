"""A folder that is whole or not there."""

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from schemas.errors import ExportError

__all__ = ["replacing_folder"]

MARK = "datapackage.json"


@contextmanager
def replacing_folder(target: Path, *, force: bool) -> Iterator[Path]:
    """Lend a new folder beside `target`, which takes its place when the block ends well.

    Raises:
        ExportError: `target` is there and is no bundle or `force` is not given, or it cannot be written.

    """
    final = target.resolve()
    if not final.parent.is_dir():
        raise ExportError(f"{target} could not be written: there is no folder {target.parent}. Create it first.")
    if final.exists() and not (final / MARK).is_file():
        raise ExportError(f"{target} is there already and is no bundle. Name another folder.")
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
    except OSError as error:
        if isinstance(error, ExportError):
            raise
        raise ExportError(f"{target} could not be written: {error.strerror or error}.") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)
