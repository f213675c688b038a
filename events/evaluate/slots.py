"""Slots: the fields in which an incident is judged, and when two people mean the same by each."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import Enum, auto

from geopy.distance import great_circle

from events.evaluate.gold import GoldIncident
from events.evaluate.names import country_key, place_key, share_a_head
from events.evaluate.predictions import Prediction
from events.evaluate.tally import Tally
from schemas.vocabulary import Role, Side
from schemas.when import When

__all__ = ["SLOTS", "Presence", "Slot"]

NEAR_KM = 25
NOTHING = Tally()


class Presence(Enum):
    """What the gold says of a slot."""

    REQUIRED = auto()  # a value that must be found
    OPTIONAL = auto()  # one that may be found
    ABSENT = auto()  # there is none to be found, so one that is given is wrong
    UNCODED = auto()  # nobody coded it, so nothing can be right or wrong


@dataclass(frozen=True, kw_only=True)
class Slot:
    """One field: what the gold says of it, whether a prediction gives it, and whether the two agree.

    `pooled` slots make up the figure over all slots and the overlap by which incidents are paired. One
    that does not stand alone is another view of the rest: parties are perpetrators and targets, too,
    and are judged only in reports that are coded so.
    """

    name: str
    coded: Callable[[GoldIncident], Presence]
    given: Callable[[Prediction], bool]
    agree: Callable[[GoldIncident, Prediction], bool]
    pooled: bool = True
    stands_alone: bool = True

    def presence(self, gold: GoldIncident) -> Presence:
        """Say what the gold has; a field that its source codes from elsewhere counts as not coded."""
        return Presence.UNCODED if self.name in gold.unscored else self.coded(gold)

    def right(self, gold: GoldIncident, prediction: Prediction) -> bool:
        """Say whether both have a value and agree on it."""
        has_one = self.presence(gold) in (Presence.REQUIRED, Presence.OPTIONAL)
        return has_one and self.given(prediction) and self.agree(gold, prediction)

    def judged(self, gold: GoldIncident, prediction: Prediction) -> Tally:
        """Tally a pair; an optional value is expected only when it was found."""
        if self.presence(gold) is Presence.UNCODED:
            return NOTHING
        right = self.right(gold, prediction)
        expected = right or self.presence(gold) is Presence.REQUIRED
        return Tally(expected=expected, given=self.given(prediction), correct=right)

    def missed(self, gold: GoldIncident) -> Tally:
        """Tally an incident that was not found."""
        return Tally(expected=self.presence(gold) is Presence.REQUIRED)

    def spurious(self, prediction: Prediction) -> Tally:
        """Tally an incident that is none of the gold's."""
        return Tally(given=self.given(prediction))


def _where_any(values: Collection[object]) -> Presence:
    return Presence.REQUIRED if values else Presence.UNCODED


def _dates_agree(gold: GoldIncident, prediction: Prediction) -> bool:
    """Say whether the predicted days lie inside a coded interval; an open end holds everything."""
    ours = prediction.when
    return ours is not None and any(_lies_within(ours, theirs) for theirs in gold.dates)


def _lies_within(inner: When, outer: When) -> bool:
    starts = outer.start is None or (inner.start is not None and inner.start >= outer.start)
    ends = outer.end is None or (inner.end is not None and inner.end <= outer.end)
    return starts and ends


def _countries_agree(gold: GoldIncident, prediction: Prediction) -> bool:
    return bool(set(map(country_key, gold.countries)) & set(map(country_key, prediction.countries)))


def _place_coded(gold: GoldIncident) -> Presence:
    if gold.place_names is None:
        return Presence.UNCODED
    return Presence.REQUIRED if gold.place_names else Presence.ABSENT


def _places_agree(gold: GoldIncident, prediction: Prediction) -> bool:
    """Say whether a name is that of any level below the country, or the points lie within 25 km."""
    same_name = set(map(place_key, gold.place_names or ())) & set(map(place_key, prediction.place_names))
    return bool(same_name) or _points_are_near(gold, prediction)


def _points_are_near(gold: GoldIncident, prediction: Prediction) -> bool:
    ours, theirs = (prediction.latitude, prediction.longitude), (gold.latitude, gold.longitude)
    if None in ours or None in theirs:
        return False
    return float(great_circle(ours, theirs).km) <= NEAR_KM


def _people(role: Role, names: Callable[[Prediction], tuple[str, ...]]) -> Slot:
    """Make the slot of those with a part; one head word in common is enough."""

    def coded(gold: GoldIncident) -> Presence:
        actors = gold.actors_as(role)
        if not actors:
            # Who codes the parties to a fight says nothing of an attacker, and the other way round.
            return Presence.UNCODED if gold.actors_as(Role.PARTY) or role is Role.PARTY else Presence.ABSENT
        return Presence.OPTIONAL if all(actor.optional for actor in actors) else Presence.REQUIRED

    def agree(gold: GoldIncident, prediction: Prediction) -> bool:
        known = (name for actor in gold.actors_as(role) for name in actor.names)
        return share_a_head(known, names(prediction))

    return Slot(
        name=role.value,
        coded=coded,
        given=lambda ours: bool(names(ours)),
        agree=agree,
        stands_alone=role is not Role.PARTY,
    )


def _people_counted(
    name: str, theirs: Callable[[GoldIncident], int | None], ours: Callable[[Prediction], int | None]
) -> Slot:
    """Make the slot of a count, which must be exact; nobody, stated or not, is no value."""
    return Slot(
        name=name,
        coded=lambda gold: Presence.REQUIRED if theirs(gold) else Presence.ABSENT,
        given=lambda prediction: bool(ours(prediction)),
        agree=lambda gold, prediction: theirs(gold) == ours(prediction),
    )


def _side_type(name: str, side: Side, ours: Callable[[Prediction], str | None]) -> Slot:
    """Make the slot of what kind of actor a side is, in ACLED's words."""
    return Slot(
        name=name,
        coded=lambda gold: _where_any(gold.types_on(side)),
        given=lambda prediction: ours(prediction) is not None,
        agree=lambda gold, prediction: ours(prediction) in gold.types_on(side),
        pooled=False,
    )


_ALL = (
    Slot(
        name="type",
        coded=lambda gold: _where_any(gold.kinds),
        given=lambda _: True,
        agree=lambda gold, ours: bool(ours.kinds & set(gold.kinds)),
    ),
    Slot(
        name="event_type",
        coded=lambda gold: _where_any(gold.event_types),
        given=lambda ours: ours.event_type is not None,
        agree=lambda gold, ours: ours.event_type in gold.event_types,
    ),
    Slot(
        name="sub_event_type",
        coded=lambda gold: _where_any(gold.sub_event_types),
        given=lambda ours: ours.sub_event_type is not None,
        agree=lambda gold, ours: ours.sub_event_type in gold.sub_event_types,
    ),
    Slot(
        name="date",
        coded=lambda gold: _where_any(gold.dates),
        given=lambda ours: ours.when is not None,
        agree=_dates_agree,
    ),
    Slot(
        name="country",
        coded=lambda gold: _where_any(gold.countries),
        given=lambda ours: bool(ours.countries),
        agree=_countries_agree,
    ),
    Slot(
        name="place",
        coded=_place_coded,
        given=lambda ours: bool(ours.place_names),
        agree=_places_agree,
    ),
    _people(Role.PERPETRATOR, lambda ours: ours.perpetrators),
    _people(Role.TARGET, lambda ours: ours.targets),
    _people(Role.PARTY, lambda ours: ours.parties),
    _people_counted("killed", lambda gold: gold.killed, lambda ours: ours.killed),
    _people_counted("injured", lambda gold: gold.injured, lambda ours: ours.injured),
    _people_counted("abducted", lambda gold: gold.abducted, lambda ours: ours.abducted),
    Slot(
        name="weapon",
        coded=lambda gold: _where_any(gold.weapons),
        given=lambda ours: ours.weapon is not None,
        agree=lambda gold, ours: ours.weapon in gold.weapons,
        pooled=False,
    ),
    _side_type("actor1_type", Side.A, lambda ours: ours.actor1_type),
    _side_type("actor2_type", Side.B, lambda ours: ours.actor2_type),
)

SLOTS = {slot.name: slot for slot in _ALL}
