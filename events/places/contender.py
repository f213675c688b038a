"""A contender: a candidate for a name with what its report's other answers do not change."""

from collections.abc import Mapping
from dataclasses import dataclass

from events.places.evidence import Evidence, Sense
from events.places.features import Judge
from events.places.gazetteer import Match
from events.places.sphere import Vector, vector

__all__ = ["Contender", "contenders"]


@dataclass(frozen=True, slots=True)
class Contender:
    """A candidate, what it scores by itself and by the words around its name, and where it lies on the globe."""

    match: Match
    steady: float
    vector: Vector


def contenders(sense: Sense, evidence: Evidence, names: Mapping[str, Sense], judge: Judge) -> tuple[Contender, ...]:
    """Give the matches of a name as contenders."""
    return tuple(
        Contender(
            match, judge.steady(match, sense, evidence, names), vector(match.place.latitude, match.place.longitude)
        )
        for match in sense.matches
    )
