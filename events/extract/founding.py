"""Whether what was gathered proves an incident, or only words that may mean one."""

from collections.abc import Sequence
from dataclasses import dataclass

from events.extract.actors.cast import SUFFERING, Member, cast
from events.extract.cues.cue import EventCue, VictimCue
from events.extract.grammar.pronouns import means_one
from events.extract.grammar.ties import LOOSE
from events.extract.kinds.typology import ARMED, DEMONSTRATING, STATES
from events.extract.modality.topic import Topics
from events.extract.weaving.pieces import Piece
from events.extract.weaving.specific import is_specific
from events.extract.weaving.strands import Strand
from events.extract.words.entries import Trigger
from events.extract.words.lexicon import Lexicon
from schemas.vocabulary import CasualtyKind, Role, Status, Weapon

__all__ = ["founds_a_mention", "founds_in_company"]

QUIET = 3  # words of another topic in a strand's sentences that outweigh its violent ones
BY_THE_WAY = frozenset({"Arrests"})  # beside a crash or a quarrel they are no matter of conflict
GATHERED = frozenset({"Peaceful protest", "Violent demonstration", "Mob violence"})
DONE = frozenset({"harm-object", "harm-deadly", "harm-blow", "harm-chunk"})  # whom a verb of harm befalls
PLAIN = frozenset({"Violent demonstration", "Agreement", "Arrests"})  # nobody speaks of them in a figure


def founds_a_mention(
    strand: Strand, topics: Topics, lexicon: Lexicon, *, is_note: bool = False, include_crime: bool = False
) -> bool:
    """Say whether a strand's words prove an incident: violence that is told and could be coded.

    A crash or an earthquake kills, too: "died" and "explosion" count only beside violent words, and only
    where no accident, disaster, disease, match or ordinary crime is told. A coder's note is written of an
    incident, so that a weak word is enough.
    """
    if not is_note and not any(map(is_specific, strand.pieces)):
        return False
    if strand.events and all(_is_formal(piece, lexicon) for piece in strand.events):
        return False
    proof = _proof(strand, lexicon, is_note=is_note)
    if not proof.is_borne_out or not (proof.is_strong or proof.is_violent or (strand.events and strand.victims)):
        return False
    if topics.is_mishap and not (proof.is_meant or proof.is_by_arms):
        return False
    if topics.is_figurative and not proof.is_literal and not is_note:
        return False
    if topics.is_crime and not (include_crime or is_note or proof.is_political):
        return False
    hits = _other_words(strand, topics)
    return (
        is_note
        or hits == 0
        or proof.is_certain
        or (proof.is_strong and (hits == 1 or (hits < QUIET and bool(strand.victims))))
    )


def founds_in_company(strand: Strand, proven: Sequence[Strand], topics: Topics, lexicon: Lexicon) -> bool:
    """Say whether weak words prove an incident beside a proven one of their kind.

    "Another explosion damaged a church" is an accident's nowhere where a bomb is told, and "a councillor was
    killed on Monday" no mishap's where a councillor was shot.
    """
    if strand.status is not Status.HAPPENED or _other_words(strand, topics):
        return False
    if topics.is_mishap or topics.is_figurative or topics.is_crime:
        return False
    if not any(map(is_specific, strand.pieces)) or not _proof(strand, lexicon, is_note=False).is_borne_out:
        return False
    if any(piece.cue.trigger.weapon is Weapon.EXPLOSIVES for piece in strand.events if isinstance(piece.cue, EventCue)):
        return any("blast" in other.families for other in proven)
    is_dated = any(piece.when is not None and piece.when.is_day and _is_dated(piece) for piece in strand.victims)
    return is_dated and any(_kills_people(cue) for cue in _killed(strand)) and any(_killed(other) for other in proven)


@dataclass(frozen=True, slots=True)
class _Proof:
    """What a strand holds.

    `is_borne_out`: a day, a place, victims or participants are told. "It was a massacre, one welder said"
    tells nothing that could be coded. `is_certain`: the words for the harm allow no accident. `is_by_arms`: people
    were shot, or hurt by a weapon of war. `is_meant`: armed, rioting or marching people did it. `is_literal`: people
    were killed, or armed people did it, so that it is no figure of speech. `is_political`: a group, a force, a crowd
    or a weapon of war had a hand in it, or it befell somebody in public life.
    """

    is_borne_out: bool
    is_strong: bool
    is_violent: bool
    is_certain: bool
    is_by_arms: bool
    is_meant: bool
    is_literal: bool
    is_political: bool


def _proof(strand: Strand, lexicon: Lexicon, *, is_note: bool) -> _Proof:
    members = cast(strand.pieces)
    words = _words(strand)
    strong = [p.cue.trigger for p in strand.events if isinstance(p.cue, EventCue) and p.cue.trigger.is_strong]
    killing = _killed(strand)
    is_armed = any(_acts(member) and _bears_arms(member) for member in members)
    gathered = any(member.type in DEMONSTRATING for member in members) and any(t.sub_event in GATHERED for t in strong)
    kinds = {trigger.sub_event for trigger in strong}
    is_certain = any(isinstance(p.cue, VictimCue) and p.cue.is_violent for p in strand.victims)
    is_shot = _is_armed_attack(strong, is_armed=is_armed) and any(map(_is_done_to_people, killing))
    has_violent_words = bool(words & lexicon.stances["violent"])
    return _Proof(
        is_borne_out=is_note or _is_borne_out(strand, members),
        is_strong=bool(strong) or (is_note and bool(strand.events)),
        is_violent=any(
            isinstance(p.cue, VictimCue) and (_is_violent(p.cue, lexicon) or has_violent_words) for p in strand.victims
        ),
        is_certain=is_certain or is_shot,
        is_by_arms=is_shot or (is_certain and bool(words & lexicon.instruments)),
        is_meant=(is_armed and not kinds <= BY_THE_WAY) or gathered or ("Mob violence" in kinds and bool(killing)),
        is_literal=is_armed or gathered or bool(kinds & PLAIN) or any(_kills_people(cue) for cue in killing),
        is_political=gathered
        or any(_is_political(member) or _is_public(member, lexicon) for member in members)
        or any(trigger.weapon is Weapon.EXPLOSIVES for trigger in strong),
    )


def _is_formal(piece: Piece, lexicon: Lexicon) -> bool:
    """Know a protest that is lodged, and one of a state: "India protested to China over a map"."""
    if not isinstance(piece.cue, EventCue) or piece.cue.trigger.sub_event != "Peaceful protest":
        return False
    token = piece.cue.token
    around = {token.head.lower_, *(child.lower_ for child in token.children)}
    states = (phrase.country_code is not None and phrase.noun is None for phrase in piece.cue.roles.agents)
    is_said = token.pos_ == "VERB" and any(child.dep_ == "ccomp" for child in token.children)  # "protested that"
    return is_said or bool(around & lexicon.stances["formal"]) or any(states)


def _killed(strand: Strand) -> list[VictimCue]:
    cues = (piece.cue for piece in strand.victims)
    return [cue for cue in cues if isinstance(cue, VictimCue) and cue.kind is CasualtyKind.KILLED]


def _is_armed_attack(triggers: Sequence[Trigger], *, is_armed: bool) -> bool:
    """Know "a gunman opened fire" and "men on motorcycles shot her"."""
    return bool(triggers) and (is_armed or any(trigger.weapon is Weapon.FIREARMS for trigger in triggers))


def _kills_people(cue: VictimCue) -> bool:
    """Say whether people are told dead: "late raids killed the game off" tells of none."""
    if cue.count is None or cue.count.best <= 0 or cue.phrase is None:
        return False
    return cue.phrase.noun is not None and not cue.phrase.is_thing


def _is_done_to_people(cue: VictimCue) -> bool:
    """Know "nurses were shot and killed"; a tiger that is blamed for nine deaths is shot, too."""
    return _kills_people(cue) and cue.rule in DONE


def _bears_arms(member: Member) -> bool:
    phrase, _, _ = member.best
    return phrase.is_armed or phrase.known is not None


def _acts(member: Member) -> bool:
    return member.role in (Role.PERPETRATOR, Role.PARTY)


def _is_political(member: Member) -> bool:
    """Know a named group, a force in a fight, and a crowd; thieves, gangs and the police at work are none of them."""
    phrase, _, _ = member.best
    return phrase.known is not None or (
        member.type in ARMED - STATES and phrase.type(bears_arms=False) in ARMED - STATES
    )


def _is_public(member: Member, lexicon: Lexicon) -> bool:
    """Know a victim by office or calling, in the phrase or beside it: "Luis Vega, a senator, was shot"."""
    hit = (phrase for phrase, _, role in member.phrases if role in SUFFERING)
    return any(token.lower_ in lexicon.people["public"] for phrase in hit for token in phrase.head.subtree)


def _words(strand: Strand) -> frozenset[str]:
    readings = {id(piece.reading): piece.reading for piece in strand.pieces}
    return frozenset(token.lower_ for reading in readings.values() for token in reading.doc)


def _is_borne_out(strand: Strand, members: list[Member]) -> bool:
    return (
        any(_is_dated(piece) for piece in strand.pieces)
        or any(closeness < LOOSE for piece in strand.pieces for closeness, _ in piece.places)
        or any(isinstance(piece.cue, VictimCue) and _is_somebody(piece.cue) for piece in strand.pieces)
        or any(member.type is not None for member in members)
        or any(_has_parties(piece) for piece in strand.pieces)
    )


def _is_somebody(cue: VictimCue) -> bool:
    """Know victims who are counted, and the one whom "he" means."""
    return cue.count is not None or (cue.phrase is not None and bool(means_one(cue.phrase)))


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


def _is_dated(piece: Piece) -> bool:
    """Say whether a day hangs on a piece, be it one that nobody can reckon: "on July 27" of a report without a date."""
    return piece.time is not None and piece.time_closeness < LOOSE


def _is_violent(cue: VictimCue, lexicon: Lexicon) -> bool:
    """Know violence by its word, by who does it, and by "killed", which accidents share with it."""
    if cue.is_violent or any(phrase.is_armed or phrase.type(bears_arms=True) in ARMED for phrase in cue.agents):
        return True
    people = any(phrase.noun is not None and not phrase.is_thing for phrase in cue.agents)
    harm = lexicon.harms.get(cue.token.lower_)
    is_done = cue.rule == "harm-object" or (cue.rule == "harm-chunk" and harm is not None and harm.victim == "object")
    return is_done and (not cue.agents or people)


def _other_words(strand: Strand, topics: Topics) -> int:
    """Count the words of other topics in the strand's sentences."""
    return len(_words(strand) & topics.touched)
