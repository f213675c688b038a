"""The words of time, as the codebook lists them."""

from pathlib import Path
from typing import Literal, Self

from pydantic import NonNegativeInt, ValidationError, model_validator

from schemas.codebook import load_codebook
from schemas.errors import CodebookError
from schemas.record import Record

__all__ = ["DatelineWords", "FacingWords", "Feast", "HowMany", "Stretch", "Times", "Unit", "read_times"]

Hedge = Literal["both", "more", "less", "none"]


class Stretch(Record):
    """The first and last of some days or months."""

    first: int
    last: int


class HowMany(Record):
    """The least and the most that a count means."""

    least: NonNegativeInt
    most: NonNegativeInt


class Feast(Record):
    """A day that every year has: a day of a month, its nth such weekday (-1: the last), or days from Easter."""

    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    easter: int | None = None

    @model_validator(mode="after")
    def _is_one_day(self) -> Self:
        told = {name for name in Feast.model_fields if getattr(self, name) is not None}
        if told not in ({"month", "day"}, {"month", "weekday", "nth"}, {"easter"}):
            raise ValueError("a feast takes month and day, or month, weekday and nth, or easter")
        return self


class Unit(Record):
    """How long a unit is (in hours, days or months), and how loosely it is used."""

    hours: NonNegativeInt = 0
    days: NonNegativeInt = 0
    months: NonNegativeInt = 0
    slack: NonNegativeInt


class DatelineWords(Record):
    """What stands where a dateline has its place or its day, and is none."""

    not_places: tuple[str, ...]
    no_date: tuple[str, ...]


class FacingWords(Record):
    """Words that tell of what is to come, and irregular verbs that tell of what has happened."""

    future: tuple[str, ...]
    past: tuple[str, ...]


class Times(Record):
    """The codebook `times`: schemas/codebooks/times.toml tells each table's sentences."""

    parts_of_day: tuple[str, ...]
    introducers: tuple[str, ...]
    doubtful: tuple[str, ...]
    verbs_after_may: tuple[str, ...]
    counted: tuple[str, ...]
    named_after_a_date: tuple[str, ...]
    names: tuple[str, ...]
    months: dict[str, int]
    weekdays: dict[str, int]
    weekday_abbreviations: dict[str, int]
    day_offsets: dict[str, Stretch]
    reference_offsets: dict[str, Stretch]
    reference_offsets_alone: dict[str, Stretch]
    units: dict[str, Unit]
    counts: dict[str, HowMany]
    hedges: dict[str, Hedge]
    thirds: dict[str, int]
    seasons: dict[str, Stretch]
    feasts: dict[str, Feast]
    after_a_feast: tuple[str, ...]
    ordinals: dict[str, int]
    dateline: DatelineWords
    facing: FacingWords
    saying: tuple[str, ...]


def read_times(overlay: Path | None = None) -> Times:
    """Read the words of time, with those of the folder `overlay` laid over them.

    Raises:
        CodebookError: a table or an entry is not of the codebook's kind.

    """
    try:
        return Times.model_validate(load_codebook("times", overlay=overlay))
    except ValidationError as error:
        first = error.errors()[0]
        entry = ".".join(str(part) for part in first["loc"])
        raise CodebookError(f"times.toml: {entry} cannot be used ({first['msg']}). Mend it in the overlay.") from error
