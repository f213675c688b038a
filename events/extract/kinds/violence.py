"""What follows from an incident's kind and from those who take part: UCDP's type, and whether civilians are hit."""

from collections.abc import Sequence

from schemas.actor import Participation
from schemas.vocabulary import ActorType, EventType, Role

__all__ = ["ARMED", "STATES", "targets_civilians", "ucdp_type"]

ARMED = frozenset(
    {
        ActorType.STATE_FORCES,
        ActorType.REBEL_GROUP,
        ActorType.POLITICAL_MILITIA,
        ActorType.IDENTITY_MILITIA,
        ActorType.EXTERNAL,
    }
)
STATES = frozenset({ActorType.STATE_FORCES, ActorType.EXTERNAL})


def ucdp_type(event_type: EventType, participants: Sequence[Participation]) -> int | None:
    """Code UCDP's type_of_violence: 1 state-based, 2 non-state, 3 one-sided; None for what is no armed violence.

    Source: UCDP GED codebook, type_of_violence.
    """
    if event_type in (EventType.STRATEGIC_DEVELOPMENTS, EventType.PROTESTS, EventType.RIOTS):
        return None
    armed = [p for p in participants if p.type in ARMED and p.role is not Role.VICTIM]
    states = [p for p in armed if p.type in STATES]
    unarmed = any(p.type in (ActorType.CIVILIANS, ActorType.PROTESTERS) for p in participants)
    if len(armed) > 1:
        return 1 if states else 2
    victims = any(p.type in STATES and p.role is Role.VICTIM for p in participants)
    if victims:
        return 1
    return 3 if armed and unarmed else None


def targets_civilians(event_type: EventType, sub_event_type: str, participants: Sequence[Participation]) -> bool:
    """Say what ACLED's column civilian_targeting says: civilians are the main or only target."""
    if event_type is EventType.VIOLENCE_AGAINST_CIVILIANS:
        return True
    if sub_event_type == "Excessive force against protesters":
        return True
    if event_type not in (EventType.EXPLOSIONS, EventType.RIOTS):
        return False
    suffering = {p.type for p in participants if p.role in (Role.TARGET, Role.VICTIM) and p.type}
    return suffering == {ActorType.CIVILIANS}
