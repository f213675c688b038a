"""What is asked about a name, and what is answered."""

from collections.abc import Callable, Mapping, Sequence

from schemas.place import Place
from schemas.record import Record

__all__ = ["Answering", "Answers", "Found", "Question"]


class Question(Record):
    """A name as a report writes it, and the country that the report speaks of: all that leaves the machine.

    An answer serves its own question and no other, so that what a report is given does not depend on
    the reports that were read before it.
    """

    name: str
    country_code: str | None = None

    @property
    def key(self) -> str:
        """Fold case: "BANJSKA" and "Banjska" are asked once."""
        return self.name.casefold()


class Found(Record):
    """A place that a service answers with, and all the names that it knows for it."""

    place: Place
    names: tuple[str, ...]


Answers = Mapping[Question, tuple[Found, ...]]
Answering = Callable[[Sequence[Question]], Answers]
