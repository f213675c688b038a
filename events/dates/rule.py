"""A rule: a pattern of words and what they mean."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from events.dates.anchors import Anchors
from events.dates.patterns import Patterns
from events.dates.words import Times
from schemas.when import When

__all__ = ["Read", "Reading", "Rule", "rules_of"]


@dataclass(frozen=True, slots=True)
class Reading:
    """The days that words mean, whether they follow from the day of publication, and other readings."""

    when: When
    anchored: bool = True
    readings: tuple[When, ...] = ()


Read = Callable[[re.Match[str], Anchors, Times], Reading | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern; `read` says what a match means, None where it is no time after all.

    A pattern with a group `core` finds only that group; what stands before it is context. A rule is
    tried around the words of its `family`. A `guard` finds words that look like a time and are none
    ("Bloody Sunday"): it wins over what it covers and tells nothing.
    """

    name: str
    family: str
    pattern: re.Pattern[str]
    read: Read
    guard: bool = False

    @property
    def group(self) -> str | int:
        """Name the group of the pattern that holds the words of time."""
        return "core" if "core" in self.pattern.groupindex else 0


def rules_of(compiled: Patterns, family: str, *table: tuple[str, str, Read]) -> list[Rule]:
    """Compile a table of rules: name, template, what a match means."""
    return [Rule(name, family, compiled(template), read) for name, template, read in table]
