"""What one sentence tells of incidents: the triggers in it, and the groups of victims."""

from dataclasses import dataclass

from events.extract.grammar.phrases import Phrase, Token
from events.extract.grammar.roles import Roles
from events.extract.modality.standing import Standing
from events.extract.words.entries import Trigger
from schemas.count import Count
from schemas.vocabulary import CasualtyKind

__all__ = ["EventCue", "VictimCue"]


@dataclass(frozen=True, slots=True)
class EventCue:
    """A trigger and those around it; `start` and `end` count the sentence's characters.

    `is_found` marks a weapon that was found and did nothing: "a store of explosives was found".
    """

    token: Token
    start: int
    end: int
    trigger: Trigger
    standing: Standing
    roles: Roles
    is_found: bool = False


@dataclass(frozen=True, slots=True)
class VictimCue:
    """A group of victims as one sentence tells them; its words are characters `start` to `end`.

    `is_part` marks a group said to be among another ("including three children"), `is_total` a toll.
    """

    token: Token
    start: int
    end: int
    kind: CasualtyKind
    phrase: Phrase | None
    count: Count | None
    is_violent: bool
    is_part: bool
    is_total: bool
    standing: Standing
    agents: tuple[Phrase, ...]
    rule: str
