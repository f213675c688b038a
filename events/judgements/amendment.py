"""An amendment: all that persons have said of one incident, the latest word of each field."""

from collections.abc import Mapping, Sequence
from typing import Self

from events.judgements.fields import SIDES
from schemas.judgement import Judgement, Meant
from schemas.record import Record

__all__ = ["Amendment", "Word"]

# What is said of a field takes back what was said before of those that must agree with it.
TAKES_BACK: Mapping[str, tuple[str, ...]] = {
    "killed": SIDES,
    "place": ("country",),
    "actor1": ("actor1_type",),
    "actor2": ("actor2_type",),
}


class Word(Record):
    """One field's value as it was said last, and by which judgement; `mention_id` is what that is bound to."""

    field: str
    value: str
    judgement: Judgement
    mention_id: str

    @property
    def meant(self) -> Meant:
        """Give what the judgement's words meant."""
        return self.judgement.meant


class Amendment(Record):
    """The words that hold, by field."""

    words: Mapping[str, Word] = {}

    @classmethod
    def of(cls, judgements: Sequence[tuple[Judgement, str]]) -> Self:
        """Put judgements, each with its mention, one upon another, the latest last."""
        words: dict[str, Word] = {}
        for judgement, mention_id in judgements:
            for field in _taken_back(judgement, words):
                words.pop(field, None)
            for field, value in judgement.said.items():
                words[field] = Word(field=field, value=value, judgement=judgement, mention_id=mention_id)
        return cls(words=words)

    def get(self, field: str) -> str | None:
        """Give what was said of a field; None where nothing was."""
        return self.words[field].value if field in self.words else None


def _taken_back(judgement: Judgement, words: Mapping[str, Word]) -> set[str]:
    fields = {other for field in judgement.said for other in TAKES_BACK.get(field, ())}
    place = words.get("place")
    if "country" in judgement.said and place is not None and not _lies_there(place.meant, judgement.meant):
        fields.add("place")
    return fields


def _lies_there(place: Meant, country: Meant) -> bool:
    """Say whether the place that was said before lies in the country that is said now."""
    return bool(place.location and country.country and place.location.country_code == country.country.country_code)
