"""What a stream raises when its bytes cannot be had: an OSError, as a failing disk raises, which readers let pass."""

from schemas.vocabulary import RejectReason
from sources.refusal import Refusal

__all__ = ["BrokenError", "StoppedError"]


class BrokenError(OSError):
    """The bytes of this one file are damaged; its archive goes on behind it."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.refusal = Refusal(reason=RejectReason.MALFORMED, detail=detail)


class StoppedError(OSError):
    """An archive gives no more, in the middle of a file; it tells so itself, and the file is not told beside it.

    `path` is that of the archive that breaks off, None where the outermost has given all that it may.
    """

    def __init__(self, path: str | None, why: str = "") -> None:
        super().__init__(why)
        self.path = path
        self.why = why
