"""Names of actors in other lists are those that reports give."""

import pytest

from events.link.names import ActorNames
from schemas.vocabulary import ActorType

NAMES = ActorNames()
STATE, ABROAD = ActorType.STATE_FORCES, ActorType.EXTERNAL


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Boko Haram - Jamatu Ahli is-Sunnah lid-Dawati wal-Jihad", "Boko Haram"),
        ("Islamic State of Iraq and the Levant (ISIL)", "Islamic State"),
        ("IS", "Islamic State"),
        ("Al Shabaab", "Al-Shabaab"),
        ("Al-Shabaab", "Al-Shabaab"),
        ("Tehrik-i-Taliban Pakistan (TTP)", "Tehrik-i-Taliban Pakistan"),
        ("TTP", "Tehrik-i-Taliban Pakistan"),
        ("Islamic State West Africa Province (ISWAP) - Lake Chad Faction", "Islamic State West Africa Province"),
    ],
)
def test_a_known_actor_is_known_by_any_name(written: str, name: str) -> None:
    found = NAMES.named(written)
    assert found.name == name
    assert found.actor_id == NAMES.named(name).actor_id is not None


@pytest.mark.parametrize(
    ("written", "kind", "country"),
    [
        ("Government of Nigeria", STATE, "NG"),
        ("Military Forces of Nigeria (2015-2023)", STATE, "NG"),
        ("Police Forces of Nigeria (2015-2023) Mobile Police", STATE, "NG"),
        ("Military Forces of the Democratic Republic of Congo (2019-)", STATE, "CD"),
        ("Government of DR Congo (Zaire)", STATE, "CD"),
        ("Government of Myanmar (Burma)", STATE, "MM"),
        ("Mutiny of Military Forces of Mali (2020-2021)", STATE, "ML"),
        ("Military Forces of the United States (2009-2017)", ABROAD, "US"),
        ("Security forces (Kenya)", STATE, "KE"),
        ("Fighters of Nigeria", ActorType.REBEL_GROUP, None),
        ("Protesters (Sudan)", ActorType.PROTESTERS, None),
    ],
)
def test_a_states_forces_have_its_country(written: str, kind: ActorType, country: str | None) -> None:
    found = NAMES.named(written, type=kind)
    assert (found.actor_id, found.type, found.country_code) == (None, kind, country)


@pytest.mark.parametrize("written", ["Unidentified Armed Group (Nigeria)", "Civilians", "Unknown", "Serbs of Kosovo"])
def test_nobody_is_no_known_actor(written: str) -> None:
    assert NAMES.named(written).actor_id is None


def test_what_the_list_tells_stands() -> None:
    assert NAMES.named("Al Shabaab", type=ActorType.POLITICAL_MILITIA).type is ActorType.POLITICAL_MILITIA
