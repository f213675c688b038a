"""Why bytes could not be read as a report, in words for the person who has to mend them."""

from schemas.record import Record
from schemas.report import Reject
from schemas.vocabulary import RejectReason

__all__ = ["Refusal", "quoted"]

LONGEST_QUOTE = 40  # characters of a value that a message repeats


class Refusal(Record):
    """A reason and a sentence that names the value and what to do."""

    reason: RejectReason
    detail: str

    def at(self, path: str, *, part: str | None = None) -> Reject:
        """Say which file, and which part of it, was refused."""
        return Reject(path=path, part=part, reason=self.reason, detail=self.detail)


def quoted(value: str, *, longest: int = LONGEST_QUOTE) -> str:
    r"""Quote a hostile value for a message: on one line, short, without control characters.

    >>> quoted("31 February\x1b[2J")
    "'31 February\ufffd[2J'"
    """
    line = " ".join(value.split())
    short = line if len(line) <= longest else f"{line[:longest]}..."
    printable = (letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in short)
    return f"'{''.join(printable)}'"
