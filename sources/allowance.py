"""What an archive may still give, with all that lies in it: the bound that no bomb passes."""

import io
from dataclasses import dataclass
from typing import BinaryIO

from schemas.vocabulary import RejectReason
from sources.broken import StoppedError
from sources.options import ReadOptions
from sources.pieces import Pieces, at_once
from sources.refusal import Refusal

__all__ = ["Allowance", "metered"]


@dataclass(slots=True)
class Allowance:
    """How many bytes and files an archive has given; one for the outermost and all archives in it.

    Bytes are counted as they come, so that it does not matter what an archive says of its sizes.
    """

    largest: int
    most: int
    taken: int = 0
    files: int = 0

    @classmethod
    def of(cls, options: ReadOptions) -> "Allowance":
        """Give a fresh one."""
        return cls(options.largest_archive, options.most_members)

    @property
    def is_spent(self) -> bool:
        """Say whether the archive held more than is read."""
        return self.taken > self.largest or self.files > self.most

    def take(self, size: int) -> None:
        """Count bytes that were unpacked.

        Raises:
            StoppedError: it has given all that it may.

        """
        self.taken += size
        self._check()

    def take_file(self) -> None:
        """Count a file that is about to be read.

        Raises:
            StoppedError: it has given all that it may.

        """
        self.files += 1
        self._check()

    def refusal(self) -> Refusal:
        """Say where reading ended, and what to do."""
        has_too_many = self.files > self.most
        bound = f"{self.most:,} files" if has_too_many else f"{self.largest:,} bytes unpacked"
        read = self.most if has_too_many else max(0, self.files - 1)
        return Refusal(
            reason=RejectReason.TOO_LARGE,
            detail=f"It holds more than {bound}, the most for one archive; what stands before is read "
            f"(files: {read:,}). Unpack it by hand and read the folder.",
        )

    def _check(self) -> None:
        if self.is_spent:
            raise StoppedError(None)


class _Metered(Pieces):
    def __init__(self, stream: BinaryIO | io.RawIOBase, allowance: Allowance) -> None:
        super().__init__()
        self._stream = stream
        self._allowance = allowance

    def piece(self, size: int) -> bytes:
        """Give the next piece."""
        chunk = at_once(self._stream, size)
        self._allowance.take(len(chunk))
        return chunk


def metered(stream: BinaryIO | io.RawIOBase, allowance: Allowance) -> io.RawIOBase:
    """Count all that is read of a stream."""
    return _Metered(stream, allowance)
