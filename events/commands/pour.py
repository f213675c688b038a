"""Results on their way to standard output."""

import os
import sys
from collections.abc import Iterable

__all__ = ["pour"]


def pour(pieces: Iterable[str], *, for_people: bool) -> None:
    """Write to standard output, until it is closed: `affray query ... | head` ends quietly.

    Only people's screens may know another encoding; programs expect UTF-8.
    """
    encoding = sys.stdout.encoding if for_people else "utf-8"
    stream = sys.stdout.buffer
    try:
        for piece in pieces:
            stream.write(piece.encode(encoding, errors="replace"))
        stream.flush()
    except BrokenPipeError:
        # Python flushes once more at its end, and would complain then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
