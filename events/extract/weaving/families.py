"""Families of events: which kinds of event may be one incident."""

from events.extract.cues.cue import EventCue
from events.extract.weaving.pieces import Piece
from schemas.vocabulary import Weapon

__all__ = ["family_of", "go_together"]

FAMILIES = {
    "Agreement": "agreement",
    "Arrests": "arrest",
    "Peaceful protest": "demonstration",
    "Violent demonstration": "demonstration",
    "Suicide bomb": "blast",
    "Remote explosive/landmine/IED": "blast",
    "Air/drone strike": "blast",
    "Grenade": "blast",
    "Shelling/artillery/missile attack": "blast",
    "Chemical weapon": "blast",
    "Abduction/forced disappearance": "abduction",
    "Looting/property destruction": "plunder",
}
# beside these any other kind is a part of the same: fighters shell, shoot and burn
LOOSE_FAMILIES = frozenset({"fight", "attack"})
ALONE = frozenset({"agreement", "arrest"})
PAIRS = frozenset(
    {
        frozenset({"blast", "shooting"}),
        frozenset({"blast", "plunder"}),
        frozenset({"fire", "plunder"}),
        frozenset({"demonstration", "arrest"}),
        frozenset({"demonstration", "fire"}),
        frozenset({"demonstration", "plunder"}),
        frozenset({"demonstration", "shooting"}),
        frozenset({"shooting", "abduction"}),
        frozenset({"fire", "shooting"}),
        frozenset({"plunder", "shooting"}),
    }
)


def family_of(piece: Piece) -> str | None:
    """Give the family of what a strong trigger tells; None where the words tell of no kind."""
    if not isinstance(piece.cue, EventCue) or not piece.cue.trigger.is_strong or piece.cue.is_found:
        return None
    trigger = piece.cue.trigger
    family = FAMILIES.get(trigger.sub_event or "", trigger.kind)
    if family == "plunder" and trigger.weapon is Weapon.INCENDIARY:
        return "fire"
    return "shooting" if family == "attack" and trigger.weapon is not None else family


def go_together(one: str, other: str) -> bool:
    """Say whether two families may be one incident: a bomb and a shooting may, a bomb and a kidnapping not."""
    if one == other:
        return True
    if frozenset({one, other}) in PAIRS:
        return True
    return bool(LOOSE_FAMILIES & {one, other}) and not ALONE & {one, other}
