"""How much each sign counts when a name is taken for a place: the codebook place_names.toml as a record."""

from pathlib import Path
from typing import Self

from events.places.finding.words import Word
from schemas.codebook import read_codebook
from schemas.record import Record

__all__ = ["Forms", "NameWeights", "SignWeights", "Signs"]

Signs = dict[str, float]
"""What speaks for a name and against it, each with its strength, 1 where it is simply there."""


class SignWeights(Record):
    """One number a sign; the codebook tells each with its sentence."""

    country: float
    area: float
    division: float
    district: float
    people: float
    alias: float
    code: float
    common: float
    noun: float
    never: float
    own_kind: float
    opening: float
    acronym: float
    all_common: float
    locative: float
    loose: float
    kind_before: float
    kind_after: float
    site_after: float
    part: float
    people_after: float
    held: float
    held_in: float
    holder: float
    listed: float
    dateline: float
    compound: float
    title: float
    speaks: float
    aged: float
    name_before: float
    name_after: float
    word_before: float
    word_after: float
    team: float
    paper: float
    person: float
    sure_elsewhere: float

    def score(self, signs: Signs) -> float:
        """Add the signs up, each times its weight."""
        total: float = sum(getattr(self, name) * strength for name, strength in signs.items())
        return round(total, 4)


class Forms(Record):
    """The words of one rule, in lower case; with `capital` only where they are written as names are."""

    forms: frozenset[str]
    capital: bool = False

    def has(self, word: Word) -> bool:
        """Say whether the rule is for a word."""
        return word.lower.rstrip(".") in self.forms and (word.is_name or not self.capital)


class NameWeights(Record):
    """The whole codebook: `before` and `after` give a sign for the words on that side, the first that fits."""

    weights: SignWeights
    limits: dict[str, float]
    before: dict[str, Forms]
    after: dict[str, Forms]
    behind_a_language: Forms
    given_names: Forms
    never: Forms
    never_in_capitals: Forms
    joints: Forms

    @classmethod
    def load(cls, *, overlay: Path | None = None) -> Self:
        """Read the codebook, with the user's own laid over it.

        Raises:
            CodebookError: a sign is missing, unknown or no number.

        """
        return read_codebook(cls, "place_names", overlay=overlay)
