"""Marks lie inside one another or apart, whatever the claims' spans do."""

from collections.abc import Callable, Iterable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outputs.pages.dossier import ToldClaim
from outputs.pages.marks import Label, Mark, claimed_words, count_of, marks_of, nest

Tree = tuple[int, int, list["Tree"]]

NESTED = [
    ("apart", [(0, 3), (5, 8)], [(0, 3, []), (5, 8, [])]),
    ("side by side", [(0, 3), (3, 6)], [(0, 3, []), (3, 6, [])]),
    ("inside", [(2, 4), (0, 8)], [(0, 8, [(2, 4, [])])]),
    ("the same start", [(0, 4), (0, 8)], [(0, 8, [(0, 4, [])])]),
    ("the same end", [(4, 8), (0, 8)], [(0, 8, [(4, 8, [])])]),
    ("three deep", [(0, 9), (1, 8), (2, 3)], [(0, 9, [(1, 8, [(2, 3, [])])])]),
    ("crossing", [(0, 5), (3, 8)], [(0, 5, [(3, 5, [])]), (5, 8, [])]),
    ("crossing twice", [(0, 4), (2, 6), (5, 8)], [(0, 4, [(2, 4, [])]), (4, 6, [(5, 6, [])]), (6, 8, [])]),
    ("empty", [(3, 3)], []),
]

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted).map(tuple), max_size=12)


def mark(start: int, end: int) -> Mark:
    return Mark(start=start, end=end, labels=(Label(claim_id=f"{start}-{end}", field="place", words="place"),))


def tree(marks: Iterable[Mark]) -> list[Tree]:
    return [(mark.start, mark.end, tree(mark.inside)) for mark in marks]


def flat(marks: Iterable[Mark]) -> Iterator[Mark]:
    for outer in marks:
        yield outer
        yield from flat(outer.inside)


@pytest.mark.parametrize(("spans", "nested"), [case[1:] for case in NESTED], ids=[case[0] for case in NESTED])
def test_a_mark_lies_inside_the_narrowest_that_holds_it(spans: list[tuple[int, int]], nested: list[Tree]) -> None:
    assert tree(nest(mark(*span) for span in spans)) == nested


def test_the_second_half_of_a_cut_mark_says_that_it_goes_on() -> None:
    assert [(m.start, m.is_continued) for m in flat(nest([mark(0, 5), mark(3, 8)]))] == [
        (0, False),
        (3, False),
        (5, True),
    ]


@given(SPANS)
def test_every_character_keeps_its_marks(spans: list[tuple[int, int]]) -> None:
    nested = list(flat(nest(mark(*span) for span in set(spans))))
    for position in range(31):
        told = sorted(f"{start}-{end}" for start, end in set(spans) if start <= position < end)
        marked = sorted(m.labels[0].claim_id for m in nested if m.start <= position < m.end)
        assert marked == told


@given(SPANS)
def test_no_mark_crosses_the_end_of_another(spans: list[tuple[int, int]]) -> None:
    def check(marks: Iterable[Mark], start: int, end: int) -> None:
        position = start
        for inner in marks:
            assert position <= inner.start < inner.end <= end
            position = inner.end
            check(inner.inside, inner.start, inner.end)

    check(nest(mark(*span) for span in spans), 0, 30)


LABELS = [
    ({"field": "place", "value": "Hama", "quote": "HAMA"}, "place"),
    ({"field": "place", "value": "Hama", "quote": "the city"}, "place Hama"),
    ({"field": "killed", "value": "5", "low": 5, "best": 5, "high": 5, "quote": "five"}, "killed 5"),
    ({"field": "killed", "low": 25, "best": 30, "high": 35, "quote": "around thirty"}, "killed 30 (25–35)"),
    ({"field": "perpetrator", "value": "men", "low": 9, "best": 9, "high": 9, "quote": "men"}, "perpetrator 9"),
    ({"field": "killed", "low": 2, "best": 2, "high": 2, "quote": "two", "modality": "denied"}, "killed 2, denied"),
]


@pytest.mark.parametrize(("claimed", "words"), LABELS)
def test_a_label_says_what_the_quote_does_not(
    told_claim: Callable[..., ToldClaim], claimed: dict[str, object], words: str
) -> None:
    assert claimed_words(told_claim(start=0, end=1, **claimed)) == words


def test_claims_of_the_same_words_share_a_mark_and_the_taken_come_first(told_claim: Callable[..., ToldClaim]) -> None:
    event = told_claim("event", 0, 4, value="Attack", quote="shot")
    weapon = told_claim("weapon", 0, 4, value="Firearms", quote="shot")
    (mark,) = marks_of([event, event, weapon], taken={weapon.claim_id})
    assert [label.words for label in mark.labels] == ["weapon Firearms", "also event Attack"]


def test_what_quotes_nothing_is_not_marked(told_claim: Callable[..., ToldClaim]) -> None:
    assert marks_of([told_claim("date", value="../2023-09-24", basis="metadata")], taken=()) == ()


def test_a_count_without_doubt_is_one_number() -> None:
    assert count_of(1200, 1200, 1200) == "1,200"
    assert count_of(None, None, None) is None
