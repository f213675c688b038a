"""Words found to tell a time, on their way to an expression."""

from collections.abc import Callable
from dataclasses import dataclass

from events.dates.anchors import Anchors, MissingAnchorError
from events.dates.expression import NO_SUCH_DAY, TimeExpression
from events.dates.rule import Reading
from schemas.span import Span
from schemas.when import When

__all__ = ["Found", "read_at"]


@dataclass(frozen=True, slots=True)
class Found:
    """Words from `start` to `end`, what they mean by which rule, and how they read from other days."""

    start: int
    end: int
    rule: str
    reading: Reading
    family: str
    reread: Callable[[Anchors], Reading | None]
    is_telling: bool = False

    @property
    def when(self) -> When:
        """Give the days that are meant."""
        return self.reading.when

    @property
    def is_known(self) -> bool:
        """Say whether it means any days at all."""
        return self.when.start is not None or self.when.end is not None

    def expression(self) -> TimeExpression:
        """Give the record of it."""
        return TimeExpression(
            span=Span(start=self.start, end=self.end),
            when=self.when,
            rule=self.rule,
            anchored=self.reading.anchored and self.is_known,
            readings=self.reading.readings,
            is_telling=self.is_telling,
        )


def read_at(reread: Callable[[Anchors], Reading | None], anchors: Anchors, rule: str) -> tuple[str, Reading] | None:
    """Read words with their anchors: the rule that says so, or the reason why nothing is known."""
    try:
        reading = reread(anchors)
    except MissingAnchorError as missing:
        return str(missing), Reading(When.unknown(), anchored=False)
    except (ValueError, OverflowError):  # 31 February; 9,999 years ago
        return NO_SUCH_DAY, Reading(When.unknown(), anchored=False)
    return None if reading is None else (rule, reading)
