"""A namesake abroad is taken only where the report gives more than a name for it."""

from collections.abc import Callable

import pytest

from events.places.evidence import Evidence, Sense, Vote
from events.places.gazetteer import Gazetteer

CASES = [
    # what the other names speak for, the country of the candidate, whether something speaks against it
    (("Colombia", "Bogotá"), "San José", True),
    (("Costa Rica", "Colombia"), "San José", False),
]


@pytest.fixture
def sense_of(gazetteer: Gazetteer) -> Callable[[str], Sense]:
    """Give a function that looks a name up."""

    def looked_up(name: str) -> Sense:
        return Sense(name, gazetteer.matches([name])[name], national=True)

    return looked_up


@pytest.mark.parametrize(("others", "name", "is_abroad"), CASES)
def test_other_names_of_one_country_speak_against_a_village_abroad(
    sense_of: Callable[[str], Sense], others: tuple[str, ...], name: str, *, is_abroad: bool
) -> None:
    votes = [Vote(sense, sense.matches[0], 1.0) for sense in map(sense_of, others)]
    sense = sense_of(name)
    costa_rican = next(match.place for match in sense.matches if match.place.country_code == "CR")
    contradiction = Evidence(votes).contradiction(costa_rican, sense)
    assert (contradiction > 0) is is_abroad


def test_nothing_speaks_against_a_capital(sense_of: Callable[[str], Sense]) -> None:
    yemen, riyadh = sense_of("Yemen"), sense_of("Riyadh")
    capital = riyadh.matches[0].place
    evidence = Evidence([Vote(yemen, yemen.matches[0], 1.0)], capitals=frozenset({capital.place_id}))
    assert evidence.contradiction(capital, riyadh) == 0
    assert Evidence(evidence.votes).contradiction(capital, riyadh) > 0
