"""What tells event types apart: a colour, a shape and a letter each, so that no eye depends on colour alone.

The colours are those of Okabe and Ito, Color Universal Design (2008), which people with any of the common kinds of
colour blindness tell apart; their yellow and black are left out, which paper and screen swallow.
"""

from collections.abc import Mapping

from schemas.record import Record
from schemas.vocabulary import EventType

__all__ = ["GREY", "KINDS", "LOOKS", "NO_TYPE", "Kind"]


class Kind(Record):
    """How an event type looks: its shape as Vega names it and as a sign, and its letter."""

    colour: str
    shape: str
    sign: str
    letter: str


KINDS: Mapping[str, Kind] = {
    EventType.BATTLES: Kind(colour="#d55e00", shape="circle", sign="●", letter="B"),
    EventType.EXPLOSIONS: Kind(colour="#e69f00", shape="diamond", sign="◆", letter="E"),
    EventType.VIOLENCE_AGAINST_CIVILIANS: Kind(colour="#cc79a7", shape="square", sign="■", letter="V"),
    EventType.RIOTS: Kind(colour="#56b4e9", shape="triangle-up", sign="▲", letter="R"),
    EventType.PROTESTS: Kind(colour="#009e73", shape="triangle-down", sign="▼", letter="P"),
    EventType.STRATEGIC_DEVELOPMENTS: Kind(colour="#0072b2", shape="cross", sign="✚", letter="S"),
}

# What has no type, and what is no type's.
GREY = "#767676"
NO_TYPE = "No type"
LOOKS: Mapping[str, Kind] = {**KINDS, NO_TYPE: Kind(colour=GREY, shape="stroke", sign="–", letter="?")}
