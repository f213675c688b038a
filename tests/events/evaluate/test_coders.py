import pytest

from events.evaluate.coders import Coders, Named
from schemas.vocabulary import ActorType, EventType

STATE, REBELS = ActorType.STATE_FORCES, ActorType.REBEL_GROUP


@pytest.fixture(scope="module")
def coders() -> Coders:
    return Coders()


@pytest.mark.parametrize(
    ("written", "kind", "country"),
    [
        ("Government of Nigeria", STATE, "NG"),
        ("Military Forces of Nigeria (2015-2023)", STATE, "NG"),
        ("Police Forces of Nigeria (2010-2015) Mobile Police", STATE, "NG"),
        ("Government of Russia (Soviet Union)", STATE, "RU"),
        ("Military Forces of the United States", STATE, "US"),
        ("Civilians (Nigeria)", ActorType.CIVILIANS, "NG"),
        ("Civilians", ActorType.CIVILIANS, None),
        ("Protesters (Myanmar)", ActorType.PROTESTERS, "MM"),
        ("Fulani Ethnic Militia (Nigeria)", ActorType.IDENTITY_MILITIA, "NG"),
        ("Private Citizens & Property", ActorType.CIVILIANS, None),
        ("Police", STATE, None),
    ],
)
def test_a_kind_of_actor_is_known_by_how_lists_name_it(
    written: str, kind: ActorType, country: str | None, coders: Coders
) -> None:
    (actor,) = coders.actors(written)
    assert (actor.type, actor.country_code, actor.actor_id) == (kind, country, None)


@pytest.mark.parametrize(
    "names",
    [
        ("Boko Haram - Jamatu Ahli is-Sunnah lid-Dawatai wal-Jihad", "Jama'atu Ahlis Sunna Lidda'awati wal-Jihad"),
        ("JNIM: Group for Support of Islam and Muslims", "JNIM"),
        ("Tehrik-i-Taliban Pakistan (TTP) (suspected)", "TTP"),
        ("Islamic State of Iraq and the Levant (ISIL)", "IS", "Islamic State (Iraq)"),
        ("Abu Sayyaf Group (ASG)", "ASG"),
        ("ADF: Allied Democratic Forces", "Allied Democratic Forces"),
    ],
)
def test_a_group_is_the_same_under_each_list_s_name(names: tuple[str, ...], coders: Coders) -> None:
    ids = {actor.actor_id for name in names for actor in coders.actors(name)}
    assert len(ids) == 1
    assert None not in ids


@pytest.mark.parametrize("written", [None, "", "Unknown", "Unidentified Armed Group (Mali)", "Not stated"])
def test_nobody_is_named_by_words_for_nobody(written: str | None, coders: Coders) -> None:
    assert [actor.name for actor in coders.actors(written) if actor.name] == []


def test_a_name_that_nobody_knows_is_kept(coders: Coders) -> None:
    assert list(coders.actors("Example Front")) == [Named("Example Front")]


@pytest.mark.parametrize(
    ("written", "source", "event_type", "sub_event_type"),
    [
        ("Suicide bomb", "acled", EventType.EXPLOSIONS, "Suicide bomb"),
        ("Battles", "acled", EventType.BATTLES, None),
        ("3", "ucdp-ged", EventType.VIOLENCE_AGAINST_CIVILIANS, None),
        ("3", "GTD", EventType.EXPLOSIONS, None),
        ("Bombing/Explosion", "gtd", EventType.EXPLOSIONS, None),
        ("Hostage Taking (Kidnapping)", "gtd", EventType.VIOLENCE_AGAINST_CIVILIANS, "Abduction/forced disappearance"),
        ("Spontaneous Violent Riot", "scad", EventType.RIOTS, "Violent demonstration"),
        ("Unknown", "gtd", None, None),
        (None, None, None, None),
    ],
)
def test_a_kind_is_read_in_the_words_of_each_list(
    written: str | None, source: str | None, event_type: EventType | None, sub_event_type: str | None, coders: Coders
) -> None:
    assert coders.kind(written, source=source) == (event_type, sub_event_type)


def test_nothing_reported_is_no_zero_in_acled_alone(coders: Coders) -> None:
    assert [coders.writes_zero_for_unknown(source) for source in ("ACLED 2011", "gtd", None)] == [True, False, False]
