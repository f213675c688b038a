"""The bytes that a report was read from: their digest, and a copy of them where that is wanted."""

import hashlib
import os
import tempfile
from pathlib import Path

from schemas.errors import RawError
from sources.options import ReadOptions

__all__ = ["digest"]


def digest(data: bytes, options: ReadOptions) -> str:
    """Give the SHA-256 of what a report was read from, as `reports.raw_sha256` has it.

    Where `keep_raw` names a folder the bytes are filed there by it, once: `3f/3f9a...`. A file that is there is whole.

    Raises:
        RawError: they cannot be kept there.

    """
    name = hashlib.sha256(data).hexdigest()
    if options.keep_raw is not None:
        try:
            _file(data, options.keep_raw / name[:2] / name)
        except OSError as error:
            raise RawError(
                f"The bytes of reports cannot be kept in {options.keep_raw}: {error.strerror or error}. "
                "Mend that, or build without --keep-raw."
            ) from error
    return name


def _file(data: bytes, path: Path) -> None:
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, part = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        Path(part).replace(path)
    except OSError:
        Path(part).unlink(missing_ok=True)
        raise
