"""A choice: the best candidate of a name, how sure it is, and the next best."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp

from events.places.evidence import Evidence, Sense
from events.places.features import Judge
from events.places.gazetteer import Match

__all__ = ["Choice", "choose"]

LATER_CANDIDATES = 12  # a place that starts behind so many is never the one


@dataclass(frozen=True, slots=True)
class Choice:
    """The best candidate of a sense, how sure it is (0 to 1), and the next best."""

    match: Match
    score: float
    sureness: float
    ranked: tuple[tuple[float, Match], ...]


def choose(
    sense: Sense, matches: Sequence[Match], evidence: Evidence, names: Mapping[str, Sense], judge: Judge
) -> Choice:
    """Rank candidates, of which there is one at least; the more populous first where two score alike."""
    scored = [(judge.score(match, sense, evidence, names), match) for match in matches]
    ranked = sorted(scored, key=lambda entry: (-entry[0], -entry[1].place.population, entry[1].place.place_id))
    best, match = ranked[0]
    sureness = 1 / sum(exp(score - best) for score, _ in ranked)
    return Choice(match, best, sureness, tuple(ranked[:LATER_CANDIDATES]))
