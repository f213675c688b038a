"""Which of ACLED's 25 sub-event types an incident is, with UCDP's, PLOVER's and GTD's words for it.

Source of the distinctions: ACLED's codebook, "Event types".
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from events.extract.kinds.ballot import BLAST, DISRUPTED, EXPLOSIVE, Ballot, Senses, count_votes
from events.extract.kinds.violence import ARMED, STATES
from events.extract.weaving.strands import Piece
from schemas.errors import CodebookError
from schemas.vocabulary import ActorType, EventType, Weapon

__all__ = ["ARMED", "DEMONSTRATING", "STATES", "Kind", "Typology"]

NON_STATE = ARMED - {ActorType.STATE_FORCES, ActorType.EXTERNAL}
DEMONSTRATING = frozenset({ActorType.PROTESTERS, ActorType.RIOTERS})
DEMONSTRATIONS = ("Peaceful protest", "Violent demonstration")
# in a fight these are what the fighters carry
CARRIED = frozenset({"Grenade", EXPLOSIVE})
LOOTING = "Looting/property destruction"
ABDUCTION = "Abduction/forced disappearance"
REGAINS, OVERTAKES = "Government regains territory", "Non-state actor overtakes territory"
HANDOVER = "Non-violent transfer of territory"
TERRITORY = frozenset({REGAINS, OVERTAKES, HANDOVER, "territory"})


@dataclass(frozen=True, slots=True)
class Kind:
    """ACLED's two words for an incident."""

    event_type: EventType
    sub_event_type: str


class Typology:
    """Decides by what the triggers tell and by who takes part."""

    def __init__(self, codebook: Mapping[str, Any]) -> None:
        self._events = codebook["event"]
        self._order = {name: position for position, name in enumerate(self._events)}
        self._senses = Senses(codebook["sense"])
        self.labels = {
            label.casefold(): name for name, entry in self._events.items() for label in (name, *entry.get("labels", ()))
        }
        self._explosions = self._of(EventType.EXPLOSIONS)
        self._strategic = self._of(EventType.STRATEGIC_DEVELOPMENTS)

    def kind(self, sub_event_type: str) -> Kind:
        """Give the event type that a sub-event type belongs to."""
        return Kind(EventType(self._events[sub_event_type]["event_type"]), sub_event_type)

    def require_known(self, sub_event_types: Iterable[str]) -> None:
        """Refuse what is none of ACLED's sub-event types.

        Raises:
            CodebookError: one is not known.

        """
        for name in sub_event_types:
            if name not in self._events:
                close = get_close_matches(name, self._events, n=1)
                proposal = f" Did you mean '{close[0]}'?" if close else ""
                raise CodebookError(f"triggers.toml: '{name}' is none of ACLED's sub-event types.{proposal}")

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
    ) -> Kind:
        """Decide from the triggers' votes; `acting` and `suffering` are the types of those who take part.

        What is told first weighs most. "Attack" and "fight" become a clash where both sides bear arms, an
        attack on civilians where one does not, mob violence where a crowd attacks, a demonstration where one
        side demonstrates.
        """
        ballot = count_votes(pieces, self._senses)
        everyone = {*acting, *suffering}
        if self._is_demonstration(ballot, everyone, suffering):
            return self.kind(_demonstration(ballot, acting, everyone))
        if self._is_mob(ballot):
            return self.kind("Mob violence")
        specific, votes_for_it = self._specific(ballot, acting)
        votes, loose = ballot.votes, ballot.loose
        hits_arms = _are_armed(suffering) or (ballot.hits_forces and ActorType.CIVILIANS not in suffering)
        both_armed = hits_arms and bool(set(acting) & ARMED)
        is_fight = specific in CARRIED and loose and (both_armed or votes["fight"])
        if specific and self._outweighs(specific, votes_for_it, ballot) and not is_fight:
            return self.kind(specific)
        if votes["fight"] and not (set(suffering) == {ActorType.CIVILIANS} and votes["attack"] >= votes["fight"]):
            return self.kind("Armed clash")
        return self.kind("Armed clash" if hits_arms else "Attack")

    def _of(self, event_type: EventType) -> frozenset[str]:
        return frozenset(name for name, entry in self._events.items() if entry["event_type"] == event_type.value)

    def _is_demonstration(self, ballot: Ballot, everyone: set[ActorType], suffering: Sequence[ActorType]) -> bool:
        votes = ballot.votes
        demonstrating = sum(votes[name] for name in DEMONSTRATIONS) + votes["intervention"]
        explosive = sum(votes[name] for name in votes if name in self._explosions)
        is_told = bool(demonstrating) and bool(everyone & DEMONSTRATING or demonstrating > 1 or not ballot.loose)
        is_target = bool(NON_STATE & everyone) and not STATES & everyone and bool(votes["attack"])
        return is_told and demonstrating > explosive and not is_target and not _rages_at_people(ballot, suffering)

    def _is_mob(self, ballot: Ballot) -> bool:
        """Know a crowd that attacks: ACLED's mob violence is done by rioters, whom no weapon makes a militia."""
        votes = ballot.votes
        if ballot.is_armed or any(votes[name] for name in self._explosions):
            return False
        violent = (
            ballot.loose
            + votes["Mob violence"]
            + votes["Violent demonstration"]
            + (votes[LOOTING] if not votes[DISRUPTED] else 0)
        )
        rages = any(kind is ActorType.RIOTERS for kind in ballot.crowds)
        return bool(violent) and bool(ballot.crowds) and (rages or not votes[LOOTING] or bool(ballot.loose))

    def _outweighs(self, specific: str, count: int, ballot: Ballot) -> bool:
        """Say whether a type of its own stands against "attack" and "fight".

        Burning and arresting are an incident of their own only where nobody was harmed.
        """
        if specific in ("Sexual violence", "Chemical weapon"):
            return True
        attacks = ballot.votes["attack"]
        if specific in self._strategic and specific != "Agreement" and ballot.killed and attacks:
            return count > attacks
        return count * 2 >= ballot.loose

    def _specific(self, ballot: Ballot, acting: Sequence[ActorType]) -> tuple[str | None, int]:
        """Give the sub-event type with most votes and their number, a narrower explosion before a wider one."""
        votes = ballot.votes
        named = {name: count for name, count in votes.items() if name in self._events and name not in DEMONSTRATIONS}
        self._join_explosions(named, blasts=votes[BLAST])
        if "chemical" in ballot.senses and (ballot.harmed or ballot.loose or self._explosions & named.keys()):
            return "Chemical weapon", ballot.loose
        if land := _territory(votes, acting, ballot):
            named = {name: count for name, count in named.items() if name not in TERRITORY}
            named[land] = sum(votes[name] for name in TERRITORY)
            if land == HANDOVER:
                named.pop("Agreement", None)
        elif HANDOVER in named and ballot.loose:
            del named[HANDOVER]
        if not named:
            return None, 0
        if LOOTING in named and ("Mob violence" in named or ActorType.RIOTERS in acting):
            named["Mob violence"] = named.get("Mob violence", 0) + named.pop(LOOTING)
        named = self._leading(named)
        chosen = max(named, key=lambda name: (named[name], -self._order[name]))
        if chosen == "Arrests" and NON_STATE & set(acting) and not STATES & set(acting):
            return ABDUCTION, named[chosen]
        return chosen, named[chosen]

    def _leading(self, named: dict[str, int]) -> dict[str, int]:
        """Leave out what goes with something else: arrests, looting, a curfew are the incident only by themselves."""
        violent = {name: count for name, count in named.items() if name not in self._strategic}
        strategic = {name: count for name, count in named.items() if name in self._strategic}
        if violent and max(violent.values()) * 2 >= max(strategic.values(), default=0):
            return violent
        following = ("Arrests", DISRUPTED, "Other")
        return {name: count for name, count in named.items() if name not in following} or named

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


def _rages_at_people(ballot: Ballot, suffering: Sequence[ActorType]) -> bool:
    """Know rioters who attack people or shops where nobody demonstrates and no force is attacked."""
    votes = ballot.votes
    protests = votes["Peaceful protest"] + votes["intervention"]
    rages = ActorType.RIOTERS in ballot.crowds and bool(votes["attack"] or votes["Mob violence"])
    return not protests and (rages or set(ballot.crowds) == {ActorType.CIVILIANS}) and STATES.isdisjoint(suffering)


def _demonstration(ballot: Ballot, acting: Sequence[ActorType], everyone: set[ActorType]) -> str:
    """Tell ACLED's four demonstrations apart: by who is violent, then by what the forces did.

    Peaceful protesters who are killed or shot at meet excessive force; tear gas, batons and arrests are an
    intervention; protesters who throw, burn or fight make it violent, whatever the forces do.
    """
    votes = ballot.votes
    state_acts = bool(STATES & set(acting))
    by_force = state_acts and bool(votes["attack"]) and ballot.harmed
    riots = bool(votes["Violent demonstration"]) or ActorType.RIOTERS in everyone
    riots = riots or any(kind in DEMONSTRATING for kind in ballot.crowds)
    if by_force and not riots:
        return "Excessive force against protesters"
    if riots or votes["fight"] or "riotous" in ballot.senses:
        return "Violent demonstration"
    if votes["intervention"] or votes["Arrests"] or (state_acts and votes["attack"]):
        return "Protest with intervention"
    return "Peaceful protest"


def _territory(votes: Counter[str], acting: Sequence[ActorType], ballot: Ballot) -> str | None:
    """Say whose the ground became: the government's, another's, or either's without a fight."""
    taken = votes[REGAINS] + votes[OVERTAKES] + votes["territory"]
    if not taken:
        return None
    if "handover" in ballot.senses and not ballot.loose and not ballot.harmed:
        return HANDOVER
    if not votes[REGAINS] and not votes[OVERTAKES]:
        return None  # "entered the town" alone takes nothing
    takers = ballot.takers or set(acting)
    if ActorType.STATE_FORCES in takers:
        return REGAINS
    if takers & ARMED:
        return OVERTAKES
    return REGAINS if votes[REGAINS] >= votes[OVERTAKES] else OVERTAKES


def _are_armed(suffering: Sequence[ActorType]) -> bool:
    """Say whether those attacked bear arms: most victims do, whoever the attackers are."""
    armed = sum(kind in ARMED for kind in suffering)
    return armed > len(suffering) - armed and bool(suffering)
