"""One writer at a time: a lock that the system lets go of when its process ends, however it ends."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

__all__ = ["locked_against_writers"]

if sys.platform == "win32":
    import msvcrt

    def _lock(file: BinaryIO) -> None:
        while True:
            # gives up after ten tries, a second apart
            with suppress(OSError):
                msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
                return

else:
    import fcntl

    def _lock(file: BinaryIO) -> None:
        # some network file systems have no locks: whoever writes there alone needs none
        with suppress(OSError):
            fcntl.flock(file, fcntl.LOCK_EX)


@contextmanager
def locked_against_writers(path: Path) -> Iterator[None]:
    """Wait until nobody else writes the file `path`; the lock is a small hidden file beside it, which stays."""
    with path.with_name(f".{path.name}.lock").open("ab") as file:
        _lock(file)
        yield
