"""Lines of a table whose cells stand between tabs, as GeoNames publishes them."""

from collections.abc import Iterator
from pathlib import Path

from events.places.importers.importer import Refused
from events.places.importers.opened import head_of, opened
from sources.encoding import LineDecoder, loosely_decoded
from sources.lines import lines
from sources.refusal import Refusal

__all__ = ["first_cells", "tabbed"]

LONGEST_LINE = 1_000_000  # bytes; GeoNames' longest have 20,000
LOOKED_AT = 20


def tabbed(path: Path) -> Iterator[tuple[int, list[str]] | Refused]:
    """Give the number and the cells of each line; a line that cannot be read is refused, an empty one passed over."""
    decoder = LineDecoder()
    with opened(path) as stream:
        for number, data, size in lines(stream, longest=LONGEST_LINE):
            if data is None:
                yield Refused(f"line {number}", f"it has {size:,} bytes; a place has at most {LONGEST_LINE:,}")
                continue
            decoded = None if data.isascii() else decoder.decode(data)
            if isinstance(decoded, Refusal):
                yield Refused(f"line {number}", decoded.detail)
                continue
            text = decoded.text if decoded else data.decode("ascii")
            if "\0" in text:
                yield Refused(f"line {number}", "it has a NUL character")
            elif cells := text.strip("\r\n\ufeff"):
                yield number, cells.split("\t")


def first_cells(path: Path) -> list[list[str]]:
    """Give the cells of a file's first lines, without the last, which may be cut off; none where it is no table."""
    *whole, last = loosely_decoded(head_of(path)).split("\n")
    shown = [line.strip("\r\ufeff") for line in (whole or [last])]
    return [line.split("\t") for line in shown if line][:LOOKED_AT]
