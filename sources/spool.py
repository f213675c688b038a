"""A source written to a file of its own, for libraries that must go back and forth in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sources.refusal import Refusal
from sources.source import HEAD, Source, too_large

__all__ = ["spooled"]


@contextmanager
def spooled(source: Source, *, name: str, largest: int) -> Iterator[Path | Refusal]:
    """Give a file called `name` that holds the source's bytes, at most `largest`; it is gone afterwards.

    Raises:
        OSError: the operating system stops reading or writing half-way.

    """
    with TemporaryDirectory(prefix="affray-") as folder:
        path = Path(folder) / name
        left = largest
        with path.open("wb") as file:
            while left >= 0 and (chunk := source.stream.read(HEAD)):
                left -= len(chunk)
                file.write(chunk)
        yield path if left >= 0 else too_large(source.size, largest)
