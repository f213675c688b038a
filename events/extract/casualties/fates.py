"""Later fates of people told before: "he died the next day", "they were freed"."""

from collections.abc import Sequence
from dataclasses import replace

from events.extract.casualties.told import Told
from events.extract.cues.cue import VictimCue
from events.extract.grammar.pronouns import is_somebodys, means_one
from schemas.count import Count
from schemas.vocabulary import CasualtyKind

__all__ = ["FATED", "is_pronoun", "later_fate", "survived"]

FATED = frozenset({CasualtyKind.INJURED, CasualtyKind.MISSING})  # the kinds that a death ends


def is_pronoun(cue: VictimCue) -> bool:
    """Know victims that only a pronoun tells: "he died", "their bodies were found"."""
    return (
        cue.phrase is not None and means_one(cue.phrase) is not None and (cue.count is None or is_somebodys(cue.phrase))
    )


def later_fate(entry: Told, before: Sequence[Told]) -> Told | None:
    """Give what became of the people whom a pronoun means; None where it means nobody told, or tells it again.

    "He" is whoever was told last alone, "they" who were told last as several.
    """
    is_one = entry.cue.phrase is not None and means_one(entry.cue.phrase)
    owner = next(
        (told for told in reversed(before) if (told.group.count.best == 1) is is_one and _is_group(told)), None
    )
    if owner is None or (owner.kind is entry.kind and owner.group.count.low > 0):
        return None
    count = Count.exactly(owner.group.count.best)
    group = replace(owner.group, count=count, sentence=entry.group.sentence, line=entry.group.line)
    was = owner.kind if entry.kind is CasualtyKind.KILLED and owner.kind in FATED else None
    return replace(entry, group=group, cue=replace(entry.cue, count=count), was=was)


def survived(fate: Told, before: Sequence[Told]) -> Told | None:
    """Give the death that was only guessed ("shot"), of whom it is told later that he was treated."""
    pointed = fate.cue.phrase is not None and means_one(fate.cue.phrase) is not None
    if not pointed or fate.kind is not CasualtyKind.INJURED:
        return None
    guesses = (told for told in before if told.kind is CasualtyKind.KILLED and told.group.count.low == 0)
    return next((told for told in guesses if told.group.word == fate.group.word), None)


def _is_group(told: Told) -> bool:
    return not told.group.is_part and not told.group.is_total and told.group.count.best > 0
