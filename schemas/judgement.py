"""Judgements: what a person has said of an incident, and the words of reports that it is bound to."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Self

from schemas.actor import Actor
from schemas.place import Location, Place
from schemas.record import Record, content_id
from schemas.span import Span
from schemas.vocabulary import ActorType, EventType, JudgementKind

__all__ = ["Anchor", "EventWords", "Judgement", "KnownParty", "Meant", "Undoing"]


class Anchor(Record):
    """The words of one mention that a judgement is bound to: its trigger, and the sentence around that.

    `part` numbers what is told apart: the incidents of a merge, those who stay (0) and leave (1) in a split. It is
    None for what stood in the same words and was not meant.
    """

    report_id: str
    span: Span
    sentence: Span
    part: int | None = 0


class EventWords(Record):
    """What follows from a sub-event type by the codebook; `plover_modes` are those that a weapon decides."""

    event_type: EventType
    plover_event: str
    plover_mode: str | None = None
    plover_modes: Mapping[str, str] = {}


class KnownParty(Record):
    """Somebody whom a person named and the codebook knows."""

    actor: Actor | None = None
    name: str
    type: ActorType | None = None
    country_code: str | None = None


class Meant(Record):
    """What words of a judgement meant when they were said: the gazetteer's and the codebooks' entries.

    `country` is the country as a whole, where a country was said and no place. `parties` are by name as said.
    """

    location: Location | None = None
    country: Location | None = None
    event: EventWords | None = None
    parties: Mapping[str, KnownParty] = {}

    @property
    def places(self) -> tuple[Place, ...]:
        """Give the gazetteer's entries."""
        return tuple(found.place for found in (self.location, self.country) if found and found.place)

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Give the codebook's actors."""
        return tuple(party.actor for party in self.parties.values() if party.actor)


class Judgement(Record):
    """What a person has said of the incident that was then called `incident_id`, and why.

    `said` are values by field, as they were said; `anchors` come in the order in which they are bound, that of the
    founding mention first. `made_at` is in UTC.
    """

    judgement_id: str
    kind: JudgementKind
    incident_id: str
    said: Mapping[str, str] = {}
    meant: Meant = Meant()
    why: str | None = None
    made_by: str | None = None
    made_at: datetime
    anchors: tuple[Anchor, ...]

    @classmethod
    def identified(
        cls,
        *,
        kind: JudgementKind,
        incident_id: str,
        anchors: Sequence[Anchor],
        made_at: datetime,
        run_id: int,
        said: Mapping[str, str] | None = None,
        meant: Meant | None = None,
        why: str | None = None,
        made_by: str | None = None,
    ) -> Self:
        """Make a judgement and name it by what it says and by its run: said again, it is another."""
        pairs = [word for pair in (said or {}).items() for word in pair]
        return cls(
            judgement_id=content_id("j", [kind, incident_id, run_id, *pairs]),
            kind=kind,
            incident_id=incident_id,
            said=said or {},
            meant=meant or Meant(),
            why=why,
            made_by=made_by,
            made_at=made_at,
            anchors=tuple(anchors),
        )


class Undoing(Record):
    """What a person has taken back, and why if that was said."""

    judgement_id: str
    why: str | None = None
    made_by: str | None = None
    made_at: datetime
