"""A telling with its place: what the place says of those who took part."""

from schemas.actor import Participation
from schemas.incident import Mention, Telling
from schemas.place import Location
from schemas.vocabulary import ActorType

__all__ = ["placed", "seated"]


def placed(telling: Telling, location: Location) -> Mention:
    """Make the mention: an army at home is State forces, abroad External/Other forces."""
    account = telling.account
    participants = tuple(seated(participant, location.country_code) for participant in account.participants)
    return Mention(
        mention_id=telling.mention_id,
        report_id=telling.report_id,
        trigger=telling.trigger,
        status=telling.status,
        account=account.model_copy(update={"participants": participants}),
        location=location,
    )


def seated(participant: Participation, country_code: str | None) -> Participation:
    """Type an army by where it fights, whatever it was before."""
    told = participant.type_as_told or participant.type
    is_abroad = participant.country_code and country_code and participant.country_code != country_code
    if told is ActorType.STATE_FORCES and is_abroad:
        return participant.model_copy(update={"type": ActorType.EXTERNAL, "type_as_told": told})
    if participant.type_as_told is None:
        return participant
    return participant.model_copy(update={"type": told, "type_as_told": None})
