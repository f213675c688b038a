"""What the words of an incident speak for: the votes of its triggers, and the senses of its sentences."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from events.extract.cues.cue import EventCue, VictimCue
from events.extract.grammar.phrases import Phrase, Token
from events.extract.weaving.strands import Piece
from schemas.vocabulary import ActorType, CasualtyKind

__all__ = ["BLAST", "DISRUPTED", "EXPLOSIVE", "Ballot", "Senses", "count_votes"]

EXPLOSIVE = "Remote explosive/landmine/IED"
DISRUPTED = "Disrupted weapons use"
SHELLING = "Shelling/artillery/missile attack"
BLAST = "blast"  # "the explosion" tells of no kind of its own
LEAD = 2  # the first sentences that tell of an incident say what it was
LEAD_WEIGHT = 3
MAIN_WEIGHT = 1  # what the first sentence's main clause tells is what the report is about
CROWD = 10  # people; fewer men may be a gang
HARMED = frozenset({CasualtyKind.KILLED, CasualtyKind.INJURED})
TAKING = frozenset({"Government regains territory", "Non-state actor overtakes territory"})
DEEPEST = 12  # steps of the parse from a weapon up to the verb that makes it harmless
BELOW = frozenset({"dobj", "nsubjpass", "pobj", "prep", "conj", "compound", "amod", "nmod", "appos", "acl", "relcl"})
# what a crowd does when it turns violent
VIOLENT_KINDS = frozenset({"attack", "fight"})
VIOLENT_TYPES = frozenset({"Mob violence", "Violent demonstration", "Looting/property destruction", "Attack"})


class Senses:
    """Words that decide between types wherever they stand in a sentence of the incident."""

    def __init__(self, codebook: Mapping[str, Any]) -> None:
        self._forms = {
            name: (
                frozenset(form for form in entry["forms"] if " " not in form),
                tuple(form for form in entry["forms"] if " " in form),
            )
            for name, entry in codebook.items()
        }

    def has(self, name: str, words: str) -> bool:
        """Say whether one of some words in lower case has a sense."""
        single, _ = self._forms[name]
        return not single.isdisjoint(words.split())

    def of(self, doc: Token) -> frozenset[str]:
        """Name the senses of a sentence."""
        words = [token.lower_ for token in doc]
        text = f" {' '.join(words)} "
        return frozenset(
            name
            for name, (single, several) in self._forms.items()
            if not single.isdisjoint(words) or any(f" {form} " in text for form in several)
        )


@dataclass(frozen=True, slots=True)
class Ballot:
    """Votes by sub-event type or looser kind, and what else decides.

    `senses` are those of the first sentences that tell the event, `crowds` the types of the crowds that do
    violence, `takers` those of who took ground; `is_armed` says that somebody with arms attacked,
    `hits_forces` that what was attacked belongs to forces.
    """

    votes: Counter[str]
    senses: frozenset[str]
    crowds: tuple[ActorType, ...]
    takers: frozenset[ActorType]
    is_armed: bool
    hits_forces: bool
    killed: bool
    injured: bool

    @property
    def loose(self) -> int:
        """Count the votes for violence of no kind of its own."""
        return self.votes["fight"] + self.votes["attack"]

    @property
    def harmed(self) -> bool:
        """Say whether anybody was killed or injured."""
        return self.killed or self.injured


def count_votes(pieces: Sequence[Piece], senses: Senses) -> Ballot:
    """Count what the triggers of an incident speak for; those told first weigh most."""
    votes: Counter[str] = Counter()
    positions = sorted({piece.position for piece in pieces})
    lead = set(positions[:LEAD])
    telling = {id(piece.reading): senses.of(piece.reading.doc) for piece in pieces}
    harmless = [piece.cue.token for piece in pieces if _is_disrupting(piece)]
    for piece in pieces:
        cue = piece.cue
        if not isinstance(cue, EventCue) or _is_instrument(cue) or _is_made_harmless(cue, harmless):
            continue
        word = _word(cue, telling[id(piece.reading)])
        if word:
            weight = LEAD_WEIGHT if piece.position in lead else 1
            weight += MAIN_WEIGHT if piece.position == positions[0] and _is_main(cue.token) else 0
            votes[word] += weight if cue.trigger.is_strong else 1
    agents = list(_violent(pieces))
    leading = [piece for piece in pieces if piece.position in lead]
    first = {id(piece.reading) for piece in pieces if piece.position in lead}
    return Ballot(
        votes=votes,
        senses=frozenset(sense for key in first for sense in telling[key]),
        crowds=tuple(kind for phrase in agents for kind in [_crowd(phrase, senses)] if kind is not None),
        takers=frozenset(_takers(pieces)),
        is_armed=any(_bears_arms(phrase, senses) for phrase in agents),
        hits_forces=_hits_forces(leading, senses),
        killed=_has_victims(pieces, CasualtyKind.KILLED),
        injured=_has_victims(pieces, CasualtyKind.INJURED),
    )


def _word(cue: EventCue, senses: frozenset[str]) -> str | None:
    word = cue.trigger.sub_event or cue.trigger.kind
    from_the_air = "aircraft" in senses and word in (EXPLOSIVE, SHELLING)
    if from_the_air and not _is_shot_down(cue):
        return "Air/drone strike"
    if word == EXPLOSIVE and not cue.trigger.is_strong:
        return BLAST
    return word


def _is_shot_down(cue: EventCue) -> bool:
    """Know aircraft that are the target: "shot down two helicopters with rockets"."""
    return any(token.lower_ in ("shot", "downed", "intercepted") for token in cue.token.ancestors)


def _is_disrupting(piece: Piece) -> bool:
    cue = piece.cue
    return isinstance(cue, EventCue) and cue.trigger.sub_event == DISRUPTED


def _is_made_harmless(cue: EventCue, harmless: Iterable[Token]) -> bool:
    """Know the bomb of "police defused a bomb": it went off nowhere."""
    if cue.trigger.sub_event is None or cue.trigger.sub_event == DISRUPTED:
        return False
    verbs = {verb.i for verb in harmless if verb.doc is cue.token.doc}
    token = cue.token
    for _ in range(DEEPEST):
        if token.dep_ not in BELOW or token.head.i == token.i:
            return False
        token = token.head
        if token.i in verbs:
            return True
    return False


def _is_instrument(cue: EventCue) -> bool:
    """Know a weapon that is only carried: "armed with rifles and grenades"."""
    token = cue.token
    if cue.trigger.weapon is None or token.pos_ not in ("NOUN", "PROPN"):
        return False
    top = token
    while top.dep_ in ("conj", "compound") and top.head.i != top.i:
        top = top.head
    return (
        top.dep_ == "pobj"
        and top.head.lower_ in ("with", "of")
        and cue.trigger.sub_event in ("Grenade", EXPLOSIVE, SHELLING)
    )


def _violent(pieces: Sequence[Piece]) -> Iterable[Phrase]:
    """Give those who do the violence."""
    for piece in pieces:
        cue = piece.cue
        if isinstance(cue, VictimCue):
            yield from cue.agents if cue.kind in HARMED else ()
        elif cue.trigger.kind in VIOLENT_KINDS or cue.trigger.sub_event in VIOLENT_TYPES:
            yield from cue.roles.agents
            if cue.trigger.kind == "fight" or cue.trigger.sub_event == "Violent demonstration":
                # "fans fought": who fights is agent and patient at once
                yield from (*cue.roles.parties, *cue.roles.patients)


def _takers(pieces: Sequence[Piece]) -> Iterable[ActorType]:
    for piece in pieces:
        if isinstance(piece.cue, EventCue) and piece.cue.trigger.sub_event in TAKING:
            for phrase in piece.cue.roles.agents:
                if kind := phrase.type(bears_arms=True):
                    yield kind


def _is_main(token: Token) -> bool:
    """Know the verb of a sentence's main clause or of what somebody says, and those joined to it by "and"."""
    for _ in range(DEEPEST):
        if token.dep_ not in ("conj", "ccomp") or token.head.pos_ != "VERB":
            break
        token = token.head
    return bool(token.dep_ == "ROOT" and token.pos_ == "VERB")


def _crowd(phrase: Phrase, senses: Senses) -> ActorType | None:
    """Give the type of a crowd: rioters, protesters, or unarmed people in numbers."""
    if phrase.is_armed or phrase.is_thing:
        return None
    kind = phrase.noun.type if phrase.noun else None
    is_single = phrase.count is not None and phrase.count.high == 1
    if kind in (ActorType.RIOTERS, ActorType.PROTESTERS):
        return kind
    is_many = phrase.count is None or phrase.count.best >= CROWD
    if is_many and senses.has("crowd", f"{phrase.head.lower_} {phrase.core.lower_}"):
        return ActorType.CIVILIANS
    return kind if kind is ActorType.CIVILIANS and not is_single else None


def _bears_arms(phrase: Phrase, senses: Senses) -> bool:
    """Know who attacks with arms; the workers of a party do not, though it is known by name."""
    is_known = phrase.known is not None and not phrase.is_people
    return phrase.is_armed or (is_known and not senses.has("crowd", phrase.core.lower_))


def _hits_forces(pieces: Sequence[Piece], senses: Senses) -> bool:
    """Say whether what forces own is attacked, as a convoy or a base; "a man was shot at a checkpoint" is none."""
    victims = [piece.cue.phrase for piece in pieces if isinstance(piece.cue, VictimCue) and piece.cue.phrase]
    if any(phrase.count is not None and phrase.count.high == 1 and not phrase.is_armed for phrase in victims):
        return False
    attacks = (piece.cue for piece in pieces if isinstance(piece.cue, EventCue))
    hit = (phrase for cue in attacks if cue.trigger.kind in VIOLENT_KINDS for phrase in cue.roles.patients)
    return any(_belongs_to_forces(phrase, senses) for phrase in hit)


def _belongs_to_forces(phrase: Phrase, senses: Senses) -> bool:
    """Know "an army convoy" and "a checkpoint"."""
    return phrase.is_thing and senses.has("garrison", phrase.name.lower())


def _has_victims(pieces: Sequence[Piece], kind: CasualtyKind) -> bool:
    return any(
        isinstance(piece.cue, VictimCue)
        and piece.cue.kind is kind
        and (piece.cue.count is None or piece.cue.count.best > 0)
        for piece in pieces
    )
