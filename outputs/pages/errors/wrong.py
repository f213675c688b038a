"""What is wrong in a report: lines of expected and given, in sections, beside its marked text."""

from collections.abc import Iterator
from enum import StrEnum

from outputs.pages.dossier import ToldClaim
from outputs.pages.marks import Mark
from schemas.record import Record

__all__ = ["Line", "Section", "Verdict", "WrongReport"]


class Verdict(StrEnum):
    """How what was given stands to what was expected."""

    RIGHT = "right"
    MISSING = "missing"
    WRONG = "wrong"
    TOO_MANY = "too many"
    NOT_JUDGED = "not judged"

    @property
    def is_mistake(self) -> bool:
        """Say whether it counts as a mistake."""
        return self in (Verdict.MISSING, Verdict.WRONG, Verdict.TOO_MANY)


class Line(Record):
    """One field: what was expected, what was given, and how the two compare; "" where there is nothing."""

    field: str
    expected: str = ""
    given: str = ""
    verdict: Verdict


class Section(Record):
    """Lines that belong together, an incident's most often; `verdict` judges the whole of it.

    Where an incident as a whole is missing or too many that is its one mistake, and its lines are not judged.
    """

    title: str
    field: str = "incident"
    verdict: Verdict = Verdict.NOT_JUDGED
    lines: tuple[Line, ...] = ()

    def mistakes(self) -> Iterator[tuple[str, Verdict]]:
        """Give the field and the verdict of every mistake, each once."""
        if self.verdict.is_mistake:
            yield self.field, self.verdict
        yield from ((line.field, line.verdict) for line in self.lines if line.verdict.is_mistake)


class WrongReport(Record):
    """A report in which something is wrong.

    `marks` lie over `text`; `claims` are what the marks and the given values rest on.
    """

    id: str
    title: str | None = None
    published: str | None = None
    text: str
    marks: tuple[Mark, ...] = ()
    claims: tuple[ToldClaim, ...] = ()
    sections: tuple[Section, ...]
