"""Which of ACLED's 25 sub-event types an incident is, with UCDP's, PLOVER's and GTD's words for it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from events.extract.cues import EventCue
from events.extract.strands import Piece
from schemas.vocabulary import ActorType, EventType, Weapon

__all__ = ["Kind", "Typology"]

ARMED = frozenset(
    {
        ActorType.STATE_FORCES,
        ActorType.REBEL_GROUP,
        ActorType.POLITICAL_MILITIA,
        ActorType.IDENTITY_MILITIA,
        ActorType.EXTERNAL,
    }
)
NON_STATE = ARMED - {ActorType.STATE_FORCES, ActorType.EXTERNAL}
STATES = frozenset({ActorType.STATE_FORCES, ActorType.EXTERNAL})
DEMONSTRATING = frozenset({ActorType.PROTESTERS, ActorType.RIOTERS})
DEMONSTRATIONS = ("Peaceful protest", "Violent demonstration")
EXPLOSIVE = "Remote explosive/landmine/IED"
BLAST = "blast"  # "the explosion" tells of no kind of its own
# in a fight these are what the fighters carry
CARRIED = frozenset({"Grenade", EXPLOSIVE})
LEAD = 2  # the first sentences that tell of an incident say what it was
LEAD_WEIGHT = 3
AIRCRAFT = frozenset({"jets", "jet", "warplanes", "warplane", "aircraft", "planes", "helicopters", "helicopter",
                      "drone", "drones", "gunships", "coalition"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kind:
    """ACLED's two words for an incident."""

    event_type: EventType
    sub_event_type: str


class Typology:
    """Decides by what the triggers tell and by who takes part."""

    def __init__(self, codebook: Mapping[str, Any]) -> None:
        self._events = codebook["event"]

    def kind(self, sub_event_type: str) -> Kind:
        """Give the event type that a sub-event type belongs to."""
        return Kind(EventType(self._events[sub_event_type]["event_type"]), sub_event_type)

    def plover(self, sub_event_type: str, weapon: Weapon | None) -> tuple[str, str | None]:
        """Give PLOVER's event and mode; a mode that the weapon decides stands in the codebook under it."""
        entry = self._events[sub_event_type]
        modes = entry.get("plover_modes", {})
        by_weapon = modes.get(weapon.value) if weapon else None
        return entry["plover_event"], by_weapon or entry.get("plover_mode")

    def decide(
        self,
        pieces: Sequence[Piece],
        *,
        acting: Sequence[ActorType],
        suffering: Sequence[ActorType],
        harmed: bool,
    ) -> Kind:
        """Decide from the triggers' votes; `acting` and `suffering` are the types of those who take part.

        What is told first weighs most. "Attack" and "fight" become a clash where both sides bear arms, an
        attack on civilians where one does not, a demonstration where one side demonstrates.
        """
        votes = self._votes(pieces)
        everyone = {*acting, *suffering}
        if self._is_demonstration(votes, everyone):
            return self.kind(self._demonstration(votes, acting, everyone, harmed=harmed))
        specific = self._specific(votes, acting)
        loose = votes["fight"] + votes["attack"]
        both_armed = self._are_armed(suffering) and bool(set(acting) & ARMED)
        is_fight = specific in CARRIED and loose and (both_armed or votes["fight"])
        if specific and votes[specific] * 2 >= loose and not is_fight:
            return self.kind(specific)
        if votes["fight"] and not (set(suffering) == {ActorType.CIVILIANS} and votes["attack"] >= votes["fight"]):
            return self.kind("Armed clash")
        return self.kind("Armed clash" if self._are_armed(suffering) else "Attack")

    def _votes(self, pieces: Sequence[Piece]) -> Counter[str]:
        votes: Counter[str] = Counter()
        positions = sorted({piece.position for piece in pieces})
        lead = set(positions[:LEAD])
        for piece in pieces:
            cue = piece.cue
            if isinstance(cue, EventCue) and not _is_instrument(cue):
                weight = LEAD_WEIGHT if piece.position in lead else 1
                word = cue.trigger.sub_event or cue.trigger.kind
                if word == EXPLOSIVE and _from_the_air(cue):
                    word = "Air/drone strike"
                if word == EXPLOSIVE and not cue.trigger.is_strong:
                    word = BLAST
                if word:
                    votes[word] += weight if cue.trigger.is_strong else 1
        return votes

    def _is_demonstration(self, votes: Counter[str], everyone: set[ActorType]) -> bool:
        demonstrating = sum(votes[name] for name in DEMONSTRATIONS) + votes["intervention"]
        explosive = sum(votes[name] for name in votes if name in self._explosions)
        return (
            bool(demonstrating) and bool(everyone & DEMONSTRATING or demonstrating > 1) and demonstrating >= explosive
        )

    @property
    def _explosions(self) -> frozenset[str]:
        return frozenset(
            name for name, entry in self._events.items() if entry["event_type"] == EventType.EXPLOSIONS.value
        )

    def _demonstration(
        self, votes: Counter[str], acting: Sequence[ActorType], everyone: set[ActorType], *, harmed: bool
    ) -> str:
        state_acts = bool(STATES & set(acting))
        if state_acts and harmed and votes["attack"]:
            return "Excessive force against protesters"
        if votes["Violent demonstration"] or ActorType.RIOTERS in everyone or votes["fight"]:
            return "Violent demonstration"
        if votes["intervention"] or votes["Arrests"] or (state_acts and votes["attack"]):
            return "Protest with intervention"
        return "Peaceful protest"

    def _specific(self, votes: Counter[str], acting: Sequence[ActorType]) -> str | None:
        """Give the sub-event type with most votes, a narrower explosion before a wider one."""
        named = {name: count for name, count in votes.items() if name in self._events and name not in DEMONSTRATIONS}
        self._join_explosions(named, blasts=votes[BLAST])
        if not named:
            return None
        if "Looting/property destruction" in named and ("Mob violence" in named or ActorType.RIOTERS in acting):
            named["Mob violence"] = named.get("Mob violence", 0) + named.pop("Looting/property destruction")
        if len(named) > 1:
            # arrests and looting go with what they follow; they are the incident only where nothing else is
            named = {
                name: count for name, count in named.items() if name not in ("Arrests", "Disrupted weapons use")
            } or named
        chosen = max(named, key=lambda name: (named[name], -list(self._events).index(name)))
        if chosen == "Government regains territory" and NON_STATE & set(acting) and not STATES & set(acting):
            return "Non-state actor overtakes territory"
        return chosen

    def _join_explosions(self, named: dict[str, int], *, blasts: int) -> None:
        """Let a bomb be part of what was told more narrowly, a suicide attack or an air strike; a grenade is none."""
        explosions = [name for name in named if name in self._explosions]
        narrower = [name for name in explosions if name not in CARRIED]
        if narrower and EXPLOSIVE in named:
            best = max(narrower, key=lambda name: named[name])
            named[best] += named.pop(EXPLOSIVE)
        if blasts:
            told = [name for name in explosions if name in named]
            word = max(told, key=lambda name: named[name]) if told else EXPLOSIVE
            named[word] = named.get(word, 0) + blasts

    def _are_armed(self, suffering: Sequence[ActorType]) -> bool:
        """Say whether those attacked bear arms: most victims do, whoever the attackers are."""
        armed = sum(kind in ARMED for kind in suffering)
        return armed > len(suffering) - armed and bool(suffering)


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
        and cue.trigger.sub_event in ("Grenade", EXPLOSIVE, "Shelling/artillery/missile attack")
    )


def _from_the_air(cue: EventCue) -> bool:
    """Know by who bombs that it came from the air."""
    return any(phrase.core.lower_ in AIRCRAFT for phrase in cue.roles.agents)
