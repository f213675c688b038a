"""Which reports found an incident: whom it befell decides where crime is told, and so does what stands beside it."""

from collections.abc import Callable

import pytest

from schemas.incident import Telling

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
