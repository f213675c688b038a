"""How much each feature counts when a place is chosen: the codebook place_weights.toml as a record."""

from pathlib import Path
from typing import Self

from schemas.codebook import read_codebook
from schemas.record import Record

__all__ = ["FeatureWeights", "PlaceWeights"]


class FeatureWeights(Record):
    """One number a feature; the codebook tells each with its sentence."""

    people: float
    country: float
    capital: float
    admin1: float
    admin2: float
    namesake: float
    area: float
    site: float
    literal: float
    own_name: float
    code: float
    own_list: float
    minor: float
    within: float
    not_within: float
    holds: float
    kind_word: float
    country_votes: float
    division_votes: float
    dateline: float
    home: float
    home_division: float
    home_near: float
    english: float
    company: float
    near: float
    close: float
    part: float
    same_name: float

    def score(self, features: dict[str, float]) -> float:
        """Add the features up, each times its weight."""
        weights, total = self.__dict__, 0.0
        for name, value in features.items():
            total += weights[name] * value
        return round(total, 4)


class PlaceWeights(Record):
    """The whole codebook: `kinds` are a report's words for what a place is, by the gazetteer's kind."""

    weights: FeatureWeights
    limits: dict[str, float]
    kinds: dict[str, tuple[str, ...]]

    @classmethod
    def load(cls, *, overlay: Path | None = None) -> Self:
        """Read the codebook, with the user's own laid over it.

        Raises:
            CodebookError: a feature is missing, unknown or no number.

        """
        return read_codebook(cls, "place_weights", overlay=overlay)
