"""A choice: the best candidate of a name, how sure it is, and the next best."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

from events.places.contender import Contender
from events.places.evidence import Evidence, Sense
from events.places.features import Judge
from events.places.gazetteer import Match

__all__ = ["Choice", "choose", "only"]

LATER_CANDIDATES = 12  # a place that starts behind so many is never the one


@dataclass(frozen=True, slots=True)
class Choice:
    """The best candidate of a sense, how sure it is (0 to 1), and the next best."""

    match: Match
    score: float
    sureness: float
    ranked: tuple[tuple[float, Contender], ...]


def choose(sense: Sense, contenders: Sequence[Contender], evidence: Evidence, judge: Judge) -> Choice:
    """Rank contenders, of which there is one at least; the more populous first where two score alike."""
    others = evidence.others(sense)
    scored = [(one.steady + judge.swayed(one.match, one.vector, sense, evidence, others), one) for one in contenders]
    ranked = sorted(scored, key=_rank)
    best, first = ranked[0]
    sureness = 1 / sum(exp(score - best) for score, _ in ranked)
    return Choice(first.match, best, sureness, tuple(ranked[:LATER_CANDIDATES]))


def only(contender: Contender) -> Choice:
    """Choose where there is nothing to choose: what it scores is of no matter to the others."""
    return Choice(contender.match, contender.steady, 1.0, ((contender.steady, contender),))


def _rank(entry: tuple[float, Contender]) -> tuple[float, int, str]:
    score, contender = entry
    place = contender.match.place
    return -score, -place.population, place.place_id
