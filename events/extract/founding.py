"""Whether what was gathered proves an incident, or only words that may mean one."""

from events.extract.cast import cast
from events.extract.cues import EventCue, VictimCue
from events.extract.lexicon import Lexicon
from events.extract.pieces import Piece
from events.extract.specific import is_specific
from events.extract.strands import Strand
from events.extract.ties import LOOSE
from events.extract.topic import Topics
from schemas.vocabulary import Weapon

__all__ = ["founds_a_mention"]

QUIET = 3  # words of another topic in a strand's sentences that outweigh its violent ones


def founds_a_mention(strand: Strand, topics: Topics, lexicon: Lexicon, *, is_note: bool = False) -> bool:
    """Say whether a strand's words prove an incident: violence that is told and could be coded.

    A crash or an earthquake kills, too: "died" and "explosion" count only beside violent words, and only
    where no accident, disaster, disease or match is told. A coder's note is written of an incident, so that a
    weak word is enough.
    """
    harmed = any(isinstance(piece.cue, VictimCue) and piece.cue.count for piece in strand.victims)
    specific = is_note or any(map(is_specific, strand.pieces))
    if not specific or not _is_borne_out(strand) or (topics.is_sport and not harmed):
        return False
    strong = any(
        isinstance(piece.cue, EventCue) and (is_note or piece.cue.trigger.is_strong) for piece in strand.events
    )
    killing = any(isinstance(piece.cue, VictimCue) and _is_violent(piece.cue) for piece in strand.victims)
    violent = killing and (strong or not topics.is_mishap)
    if not strong and not violent and not (strand.events and strand.victims):
        return False
    hits = _other_words(strand, lexicon)
    return hits == 0 or (strong and (hits == 1 or (hits < QUIET and bool(strand.victims))))


def _is_borne_out(strand: Strand) -> bool:
    """Ask that a day, a place, victims or people taking part are told: many a metaphor has none of them.

    "It was a massacre, one welder said" tells nothing that could be coded.
    """
    return (
        strand.when is not None
        or any(closeness < LOOSE for piece in strand.pieces for closeness, _ in piece.places)
        or any(isinstance(piece.cue, VictimCue) and piece.cue.count for piece in strand.pieces)
        or any(member.type is not None for member in cast(strand.pieces))
        or any(_has_parties(piece) for piece in strand.pieces)
    )


def _has_parties(piece: Piece) -> bool:
    """Ask for a verb with both who did it and whom it befell, or for a thing that a bomb hit.

    "They attacked a farm" and "a bomb destroyed a bridge" tell enough to be coded.
    """
    cue = piece.cue
    if (
        isinstance(cue, EventCue)
        and cue.trigger.weapon is Weapon.EXPLOSIVES
        and any(p.is_thing for p in piece.suffering)
    ):
        return True
    return bool(piece.acting) and bool(piece.suffering) and cue.token.pos_ == "VERB"


def _is_violent(cue: VictimCue) -> bool:
    """Know violence by its word, by who does it, and by "killed", which accidents share with it."""
    if cue.is_violent or any(phrase.is_armed for phrase in cue.agents):
        return True
    people = any(phrase.noun is not None and not phrase.is_thing for phrase in cue.agents)
    return cue.rule == "harm-object" and (not cue.agents or people)


def _other_words(strand: Strand, lexicon: Lexicon) -> int:
    """Count the words of the strongest other topic in the strand's sentences."""
    readings = {id(piece.reading): piece.reading for piece in strand.pieces}
    words = [token.lower_ for reading in readings.values() for token in reading.doc]
    return max(sum(word in topic for word in words) for topic in lexicon.contexts.values())
