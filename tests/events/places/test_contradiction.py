"""A namesake abroad is taken only where the report gives more than a name for it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from events.places.evidence import Evidence, Sense, Vote
from events.places.gazetteer import Gazetteer
from events.places.sphere import vector

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
    costa_rican = next(match for match in sense.matches if match.place.country_code == "CR")
    contradiction = Evidence(votes).contradiction(costa_rican, sense)
    assert (contradiction > 0) is is_abroad


def test_nothing_speaks_against_a_capital(sense_of: Callable[[str], Sense]) -> None:
    yemen, riyadh = sense_of("Yemen"), sense_of("Riyadh")
    capital = riyadh.matches[0]
    evidence = Evidence([Vote(yemen, yemen.matches[0], 1.0)], capitals=frozenset({capital.place.place_id}))
    assert evidence.contradiction(capital, riyadh) == 0
    assert Evidence(evidence.votes).contradiction(capital, riyadh) > 0


def test_all_other_countries_together_speak_against_a_further_name_of_a_city(sense_of: Callable[[str], Sense]) -> None:
    votes = [Vote(sense, sense.matches[0], 1.0) for sense in map(sense_of, ("Sudan", "South Sudan"))]
    yida = sense_of("Yida")  # as Jeddah is called in Chinese
    (jeddah,) = (match for match in yida.matches if match.place.name == "Jeddah")
    its_own_name = replace(jeddah, name_kind="name")
    evidence = Evidence(votes)
    assert evidence.contradiction(jeddah, yida) > evidence.contradiction(its_own_name, yida) > 0


def test_a_place_is_not_beside_itself(sense_of: Callable[[str], Sense]) -> None:
    riyadh = sense_of("Riyadh").matches[0]
    here = vector(riyadh.place.latitude, riyadh.place.longitude)
    town, other = (Sense(name, (riyadh,)) for name in ("Riyadh town", "Riyadh"))
    assert Evidence([Vote(town, riyadh, 1.0)]).others(other).nearness(riyadh.place, here) == (0.0, 0.0, None)
