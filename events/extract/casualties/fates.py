"""Later fates of people told before: "he died the next day", "one of the wounded died", "they were freed"."""

from collections.abc import Sequence
from dataclasses import replace

from events.extract.casualties.told import Told
from events.extract.cues.cue import VictimCue
from events.extract.grammar.phrases import Phrase, Token, is_pointed_at
from events.extract.grammar.pronouns import is_somebodys, means_one
from schemas.count import Count
from schemas.vocabulary import CasualtyKind

__all__ = ["former_kind", "is_among_told", "is_pronoun", "later_fate", "survived"]

FATED = frozenset({CasualtyKind.INJURED, CasualtyKind.MISSING})  # the kinds that a death ends
THEM = frozenset({"them", "these", "those", "whom"})
GUESSED = "harm-blow"  # a death that only a blow tells: "he was shot"


def is_pronoun(cue: VictimCue) -> bool:
    """Know victims that only a pronoun tells: "he died", "their bodies were found"."""
    return (
        cue.phrase is not None and means_one(cue.phrase) is not None and (cue.count is None or is_somebodys(cue.phrase))
    )


def later_fate(entry: Told, before: Sequence[Told]) -> Told | None:
    """Give what became of the people whom a pronoun means; None where it means nobody told, or tells it again.

    "He" is whoever was told last alone, "they" who were told last as several. Where nobody was told to be
    harmed before, "he" is one person, whoever it is: "A judge was on his way home. He was shot dead."
    """
    is_one = entry.cue.phrase is not None and means_one(entry.cue.phrase)
    owner = next(
        (told for told in reversed(before) if (told.group.count.best == 1) is is_one and _is_group(told)), None
    )
    if owner is None:
        is_first = is_one and not any(_is_group(told) and told.kind is entry.kind for told in before)
        return _counted(entry, 1) if is_first else None
    if owner.kind is entry.kind and owner.group.count.low > 0:
        return None
    if owner.kind is CasualtyKind.INJURED and _is_guess(entry):
        return None  # "he was shot in the leg. He was shot by robbers"
    if entry.kind is CasualtyKind.INJURED and owner.kind is CasualtyKind.KILLED and owner.group.count.low > 0:
        return None  # "he was killed. He was hit by shrapnel"
    group = replace(owner.group, sentence=entry.group.sentence, line=entry.group.line)
    was = owner.kind if entry.kind is CasualtyKind.KILLED and owner.kind in FATED else None
    return _counted(replace(entry, group=group, was=was), owner.group.count.best)


def former_kind(cue: VictimCue, before: Sequence[Told]) -> CasualtyKind | None:
    """Say what those who died were told to be before, where words point at them: "the guard", "two of the nurses"."""
    fated = [told for told in before if told.kind in FATED and _is_group(told)]
    is_told = any(told.kind is CasualtyKind.KILLED and _may_be(cue, told) for told in before)
    if cue.kind is not CasualtyKind.KILLED or cue.rule == GUESSED or is_told:
        return None
    return next((told.kind for told in reversed(fated) if _may_be(cue, told)), None)


def is_among_told(cue: VictimCue, before: Sequence[Told]) -> bool:
    """Know some of those told before, told again: "two of the guards were badly hurt", "only one needed care"."""
    phrase = cue.phrase
    alike = [told for told in before if told.kind is cue.kind and _is_group(told)]
    if phrase is None or not alike:
        return False
    only = phrase.core.tag_ == "CD" and any(
        child.lower_ == "only" for child in (*phrase.head.children, *_before(phrase))
    )
    return only or (_is_share(cue) and any(_may_be(cue, told) for told in alike))


def survived(fate: Told, before: Sequence[Told]) -> Told | None:
    """Give the death that was only guessed ("shot"), of whom it is told later that he was treated."""
    if fate.kind is not CasualtyKind.INJURED or fate.cue.phrase is None:
        return None
    guesses = [told for told in before if told.kind is CasualtyKind.KILLED and told.group.count.low == 0]
    if means_one(fate.cue.phrase) is not None:
        return next((told for told in guesses if told.group.word == fate.group.word), None)
    return next((told for told in guesses if _may_be(fate.cue, told)), None)


def _may_be(cue: VictimCue, told: Told) -> bool:
    """Say whether words point at people told before: the same noun with an article, "the victim", "one of them"."""
    phrase, group = cue.phrase, told.group
    if phrase is None or cue.count is None or cue.count.best > group.count.best:
        return False
    is_share = _is_share(cue)
    if not is_share and (cue.count.best != group.count.best or not is_pointed_at(phrase.core)):
        return False
    if phrase.core.lower_ in THEM or told.kind in phrase.fated:
        return True
    return _alike(phrase.core.lower_, group.word) or any(_alike(phrase.core.lower_, word) for word in group.said)


def _is_share(cue: VictimCue) -> bool:
    """Know "two of the guards" and "one of them"."""
    phrase = cue.phrase
    if phrase is None or phrase.head.tag_ != "CD" or phrase.head.i >= phrase.core.i:
        return False
    is_whole = any(child.dep_ == "nummod" for child in phrase.core.children)
    return not is_whole and (phrase.core.lower_ in THEM or is_pointed_at(phrase.core))


def _alike(plural: str, word: str) -> bool:
    """Compare two nouns, one perhaps in the plural."""
    return plural in (word, f"{word}s") or plural.replace("men", "man") == word


def _before(phrase: Phrase) -> list[Token]:
    return [phrase.head.nbor(-1)] if phrase.head.i else []


def _is_guess(entry: Told) -> bool:
    return entry.kind is CasualtyKind.KILLED and entry.cue.rule == GUESSED


def _counted(entry: Told, best: int) -> Told:
    count = Count(low=0 if _is_guess(entry) else best, best=best, high=best)
    group = replace(entry.group, count=count, is_generic=False)
    return replace(entry, group=group, cue=replace(entry.cue, count=count))


def _is_group(told: Told) -> bool:
    return not told.group.is_part and not told.group.is_total and told.group.count.best > 0
