"""The codebook of proofs tells of every shared column, in words that the program knows."""

from outputs.pages.proofs import sections
from outputs.pages.stating import READINGS
from outputs.pages.values import SHOWN
from outputs.store.columns import shared_columns
from schemas.vocabulary import Field, Side

RULES = [rule for section in sections() for rule in section.rules]
COLUMNS = [column.name for column in shared_columns()]


def test_every_shared_column_stands_in_one_section() -> None:
    assert sorted(rule.column for rule in RULES) == sorted(COLUMNS)


def test_every_field_of_a_claim_is_told_in_one_section() -> None:
    assert sorted(field for section in sections() for field in section.fields) == sorted(Field)


def test_every_column_can_be_proved() -> None:
    assert not [rule.column for rule in RULES if not rule.claims and not rule.by]


def test_the_words_are_known() -> None:
    for rule in RULES:
        assert rule.reads in READINGS
        assert set(rule.claims) <= set(Field)
        assert set(rule.follows) <= set(COLUMNS)
        assert rule.side is None or rule.side in set(Side)
    assert {section.shows for section in sections() if section.shows} == set(SHOWN)


def test_no_column_follows_from_itself() -> None:
    follows = {rule.column: rule.follows for rule in RULES}

    def roots(column: str, path: tuple[str, ...]) -> None:
        assert column not in path
        for other in follows[column]:
            roots(other, (*path, column))

    for column in follows:
        roots(column, ())
