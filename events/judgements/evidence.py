"""The claims of a person: what was said of which field, and by whom; only an addition quotes a report."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from events.judgements.amendment import Amendment, Word
from events.judgements.counts import UNKNOWN, read_count
from events.judgements.fields import SIDES
from outputs.store.flat import shared_values
from schemas.claim import Claim
from schemas.count import Count
from schemas.incident import Account, Derivation
from schemas.place import Location
from schemas.span import Span
from schemas.vocabulary import Basis, CasualtyKind, Field, JudgementKind, Side

__all__ = ["ADDITION", "CORRECTION", "PERSON", "claims_of", "derivations_of"]

PERSON = "person"  # whom claims name as their extractor
CORRECTION, ADDITION = "correction", "addition"  # rules
RULES = {JudgementKind.CORRECT: CORRECTION, JudgementKind.ADD: ADDITION}

SIDE_OF = dict(zip(SIDES, (Side.A, Side.B, Side.CIVILIANS, Side.UNKNOWN), strict=True))
FIELD_OF = {
    "sub_event_type": (Field.EVENT, None),
    "actor1": (Field.PARTY, Side.A),
    "actor2": (Field.PARTY, Side.B),
    "actor1_type": (Field.ACTOR_TYPE, Side.A),
    "actor2_type": (Field.ACTOR_TYPE, Side.B),
    **{field: (Field.KILLED, side) for field, side in SIDE_OF.items()},
}
# The column that holds what was said, where it is not called as the field is.
COUNTED = {*(kind.value for kind in CasualtyKind), *SIDES, "crowd_size"}
COLUMN_OF = {"place": "place_as_written", "country": "country_code"}


class _Said(NamedTuple):
    field: Field
    value: str | None
    bounds: Count | None = None
    side: Side | None = None


def claims_of(
    amendment: Amendment,
    account: Account,
    location: Location,
    *,
    report_ids: Mapping[str, str],
    quoting: tuple[Span, str] | None = None,
) -> Iterator[Claim]:
    """Give a claim for each value that was said, as the amended values have it, on the mention it is bound to.

    `report_ids` are those of the mentions; `quoting` are the words of the report that a person points at.
    """
    span, quote = quoting or (None, None)
    for word in amendment.words.values():
        for said in _said(word, account, location):
            yield Claim.identified(
                report_id=report_ids[word.mention_id],
                mention_id=word.mention_id,
                field=said.field,
                value=said.value,
                count=said.bounds,
                side=said.side,
                span=span,
                quote=quote,
                speaker=word.judgement.made_by,
                basis=Basis.PERSON,
                extractor=PERSON,
                rule=RULES[word.judgement.kind],
            )


def derivations_of(amendment: Amendment) -> list[Derivation]:
    """Say of every field that was said that a person gave it, and on which mention's account."""
    fields = {word.field if word.field not in SIDES else "killed": word for word in amendment.words.values()}
    return [
        Derivation(field=field, rule=RULES[word.judgement.kind], mention_id=word.mention_id)
        for field, word in fields.items()
    ]


def _said(word: Word, account: Account, location: Location) -> Iterator[_Said]:
    """Give what a word claims: its value as it is amended, so that a name has the codebook's spelling."""
    field, side = FIELD_OF.get(word.field) or (Field(word.field), None)
    if word.field in COUNTED:
        count = read_count(word.value)
        yield _Said(field, str(count.best) if count else None, count, side)
        return
    value = _amended(word.field, account, location)
    if word.value == UNKNOWN or value is None:
        yield _Said(field, None, side=side)
        return
    names = value.split("; ") if word.field in ("perpetrator", "target") else [value]
    yield from (_Said(field, name, side=side) for name in names)
    country = word.meant.country
    if word.field == "country" and country and location.as_written == country.as_written:
        yield _Said(Field.PLACE, location.as_written)  # nothing finer is known of where it was


def _amended(field: str, account: Account, location: Location) -> str | None:
    if field == "date":
        return str(account.when)
    value = shared_values(account, location)[COLUMN_OF.get(field, field)]
    if isinstance(value, bool):
        return str(value).lower()
    return None if value is None else str(value)
