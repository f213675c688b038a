"""Pronouns that point at people told before, and what is theirs: "he", "their bodies"."""

from events.extract.grammar.phrases import Phrase

__all__ = ["is_somebodys", "means_one"]

ONE, MANY = frozenset({"he", "she", "him", "her", "his"}), frozenset({"they", "them", "their"})


def means_one(phrase: Phrase) -> bool | None:
    """Say whether one person is pointed at or several; None where the phrase points at nobody."""
    words = {phrase.core.lower_}
    if phrase.is_body:
        words = {child.lower_ for child in phrase.core.children if child.tag_ == "PRP$"}
    return True if words & ONE else False if words & MANY else None


def is_somebodys(phrase: Phrase) -> bool:
    """Know "his body" and "their bodies"."""
    return phrase.is_body and means_one(phrase) is not None
