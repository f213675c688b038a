"""Which reports found an incident: whom it befell decides where crime is told, and so does what stands beside it."""

from collections.abc import Callable

import pytest

from schemas.incident import Telling
from schemas.vocabulary import Status

Founded = Callable[[str], list[Telling]]

CRIME = (
    "Detectives questioned two suspects about the drugs and the money on Monday. Cocaine was found at a flat. "
    "Neighbours heard a quarrel. {deed} Investigators took fingerprints in the kitchen."
)

# a deed among the words of ordinary crime, and how many incidents it founds
BEFALLEN = [
    ("The former mayor Ana Cruz was shot dead by two men on Monday.", 1),
    ("Luis Vega, a senator, was kidnapped on Monday.", 1),
    ("Two journalists were shot dead on Monday.", 1),
    ("A shopkeeper was shot dead by two men on Monday.", 0),
    ("Ana Cruz was stabbed by her husband on Monday.", 0),
]

# what is told first, what weak words tell then, and how many incidents both found
BESIDE = [
    ("A bomb exploded at a bank in Leon on Monday.", "Another explosion damaged a church in Masaya.", 2),
    ("Rebels shot a councillor dead in Leon on Sunday.", "A teacher was killed in Masaya on Monday.", 2),
    ("Rebels shot a councillor dead in Leon on Sunday.", "A boiler explosion hurt a cook in Masaya.", 1),
    ("The council of Leon met on Sunday.", "An explosion damaged a church in Masaya.", 0),
]

# reports with the words of another topic, or with no word but the harm, that tell an incident
TOLD = [
    "A guest was killed when a gunman opened fire at a club where a football game was on.",
    "Four vaccinators of the polio campaign were shot and killed by men on motorcycles.",
    "A vaccinator of the polio campaign was killed by a roadside IED.",
    "A clerk of a relief agency was killed in Malawi.",
    "A teacher was killed by the Taliban on her way home.",
    "Three drivers carrying food rations were abducted by unknown men. The food is lost.",
    "A driver was injured in an ambush.",
]

# the same topics where nobody meant it, or it is long past
NOT_TOLD = [
    "A patron was killed when the stands of the football stadium collapsed during a match.",
    "Polio killed four children in an outbreak, and the vaccine is late.",
    "The shark attacked a swimmer off the beach and killed him.",
    "The camp's refugees, who fled the massacres of last year, queue for food rations.",
]


@pytest.mark.parametrize(("deed", "incidents"), BEFALLEN)
def test_harm_to_somebody_in_public_life_is_no_ordinary_crime(founded: Founded, deed: str, incidents: int) -> None:
    assert len(founded(CRIME.format(deed=deed))) == incidents


@pytest.mark.parametrize(("first", "then", "incidents"), BESIDE)
def test_weak_words_found_an_incident_beside_a_proven_one_of_their_kind(
    founded: Founded, first: str, then: str, incidents: int
) -> None:
    assert len(founded(f"{first} {then}")) == incidents


def test_a_deed_that_only_tells_who_somebody_is_founds_nothing(founded: Founded) -> None:
    told = founded("A bomb wounded two guards in Leon on Monday. A friend of murdered Senator Luis Vega spoke there.")
    assert [telling.account.sub_event_type for telling in told] == ["Remote explosive/landmine/IED"]


def test_persons_who_share_a_given_name_are_two(founded: Founded) -> None:
    told = founded("Gunmen shot Carlos Valencia dead in Leon on Sunday. Gunmen shot Carlos Mejia dead in Leon.")
    assert len(told) == 2


@pytest.mark.parametrize("text", TOLD)
def test_violence_is_told_beside_other_matters(founded: Founded, text: str) -> None:
    assert [telling.status for telling in founded(text)] == [Status.HAPPENED]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_nobody_meant_or_is_long_past_is_not_told(founded: Founded, text: str) -> None:
    assert not [telling for telling in founded(text) if telling.status is Status.HAPPENED]
