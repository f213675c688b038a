"""Gold: what people coded in a report."""

from schemas.record import Record
from schemas.vocabulary import Role, Side
from schemas.when import When

__all__ = ["GoldActor", "GoldIncident", "GoldReport"]


class GoldActor(Record):
    """Somebody or something under all names that are right; `optional` may be left out without loss."""

    role: Role
    names: tuple[str, ...]
    types: tuple[str, ...] = ()
    side: str | None = None
    optional: bool = False


class GoldIncident(Record):
    """An incident as a person coded it; where several values stand, any of them is right.

    `kinds` are MUC-4's, `event_types` and `sub_event_types` ACLED's, `weapons` GTD's. `place_names` are
    all levels below the country; None where the place was not coded, empty where no more than the
    country is known; `town` is the narrowest. A count is None where the report states nobody.
    `counts_subset`: the casualties are those of some people only (aid workers). `unscored` names the
    fields that cannot be judged.
    """

    dates: tuple[When, ...] = ()
    countries: tuple[str, ...] = ()
    place_names: tuple[str, ...] | None = None
    town: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    kinds: tuple[str, ...] = ()
    event_types: tuple[str, ...] = ()
    sub_event_types: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()
    actors: tuple[GoldActor, ...] = ()
    killed: int | None = None
    injured: int | None = None
    abducted: int | None = None
    counts_subset: bool = False
    optional: bool = False
    unscored: frozenset[str] = frozenset()

    def actors_as(self, role: Role) -> tuple[GoldActor, ...]:
        """Give those who have the part `role`."""
        return tuple(actor for actor in self.actors if actor.role is role)

    def types_on(self, side: Side) -> frozenset[str]:
        """Give the actor types coded for a side."""
        return frozenset(kind for actor in self.actors if actor.side == side for kind in actor.types)


class GoldReport(Record):
    """A report with what people coded in it.

    `relevant` is False where the coders' project left the report out; `tells_no_violence` where it did
    so because nothing that we count is told.
    """

    id: str
    text: str
    published: str | None = None
    title: str | None = None
    publisher: str | None = None
    language: str | None = None
    relevant: bool | None = None
    tells_no_violence: bool = False
    incidents: tuple[GoldIncident, ...] = ()

    @property
    def is_coded(self) -> bool:
        """Say whether the coders listed what the report tells, be it nothing."""
        return self.relevant is not False or not self.incidents
