"""Who took part is who a person says, on the side and in the role that was said."""

import pytest

from events.judgements.parties import named, on_side, typed
from schemas.actor import Participation
from schemas.judgement import KnownParty
from schemas.vocabulary import ActorKind, ActorType, Role, Side

ARMY = Participation(
    actor="army", kind=ActorKind.GROUP, type=ActorType.STATE_FORCES, side=Side.A, role=Role.PERPETRATOR
)
REBELS = Participation(actor="rebels", kind=ActorKind.GROUP, type=ActorType.REBEL_GROUP, side=Side.B, role=Role.PARTY)
FARMERS = Participation(
    actor="farmers", kind=ActorKind.GROUP, type=ActorType.CIVILIANS, side=Side.CIVILIANS, role=Role.VICTIM
)
ALL = (ARMY, REBELS, FARMERS)
KNOWN = {"ISIS": KnownParty(name="Islamic State", type=ActorType.REBEL_GROUP)}


def told(parties: tuple[Participation, ...]) -> list[tuple[str, str | None, str]]:
    return [(entry.actor, entry.side, entry.role) for entry in parties]


def test_another_actor_takes_the_place_of_the_one_told() -> None:
    parties = on_side(ALL, Side.B, "ISIS", KNOWN)
    assert told(parties)[1] == ("Islamic State", "b", "party")
    assert parties[1].type is ActorType.REBEL_GROUP
    assert parties[1].name_as_written == "ISIS"


def test_the_actor_who_was_told_stays_as_told() -> None:
    assert on_side(ALL, Side.A, "ARMY", {}) == ALL


def test_an_unknown_actor_leaves_the_side_empty() -> None:
    assert told(on_side(ALL, Side.A, "unknown", {})) == [("rebels", "b", "party"), ("farmers", "civilians", "victim")]


def test_an_actor_of_whom_no_report_tells_takes_part() -> None:
    assert told(on_side((), Side.A, "army", {})) == [("army", "a", "party")]


@pytest.mark.parametrize(("written", "kind"), [("Rioters", ActorType.RIOTERS), ("unknown", None)])
def test_a_type_is_taken_over_that_of_the_place(written: str, kind: ActorType | None) -> None:
    abroad = ARMY.model_copy(update={"type": ActorType.EXTERNAL, "type_as_told": ActorType.STATE_FORCES})
    (entry,) = typed((abroad,), Side.A, written)
    assert (entry.type, entry.type_as_told) == (kind, None)


def test_the_perpetrators_are_those_named_and_no_others() -> None:
    parties = named(ALL, Role.PERPETRATOR, "rebels; ISIS", KNOWN)
    assert told(parties) == [
        ("rebels", "b", "perpetrator"),
        ("Islamic State", "a", "perpetrator"),
        ("farmers", "civilians", "victim"),
    ]


def test_a_victim_may_be_the_target() -> None:
    assert told(named(ALL, Role.TARGET, "farmers", {}))[2] == ("farmers", "civilians", "target")


def test_a_perpetrator_whom_nobody_knows_took_part_all_the_same() -> None:
    assert told(named(ALL, Role.PERPETRATOR, "unknown", {}))[0] == ("army", "a", "party")
