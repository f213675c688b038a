"""Whose side an actor of a list is on, by affray's own rule."""

from collections.abc import Sequence

from schemas.coded_event import CodedActor
from schemas.vocabulary import ActorType, Side

__all__ = ["Named", "with_sides"]

Named = tuple[str, ActorType | None, str | None]
"""An actor's name, type and country."""


def with_sides(first: Sequence[Named], second: Sequence[Named]) -> tuple[CodedActor, ...]:
    """Give the actors of two camps their sides: a is the state's, else the first; civilians are apart.

    Lists order their camps by their own rules: ACLED by code, GTD the attacker first.
    """
    is_turned = _is_state(second) and not _is_state(first)
    sides = (Side.B, Side.A) if is_turned else (Side.A, Side.B)
    return tuple(
        CodedActor(
            name=name, type=kind, side=Side.CIVILIANS if kind is ActorType.CIVILIANS else side, country_code=code
        )
        for camp, side in zip((first, second), sides, strict=True)
        for name, kind, code in camp
    )


def _is_state(camp: Sequence[Named]) -> bool:
    return any(kind is ActorType.STATE_FORCES for _, kind, _ in camp)


def _own_side(kind: ActorType | None) -> Side | None:
    return Side.CIVILIANS if kind is ActorType.CIVILIANS else None
