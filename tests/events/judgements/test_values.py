"""Values are read as people write them, and what is none of its kind is refused."""

from typing import Any

import pytest

from events.judgements.counts import read_count, written_count
from events.judgements.days import read_days
from events.judgements.fields import cleaned
from events.judgements.saying import read_saying
from schemas.errors import JudgementError


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        ("4", (4, 4, 4)),
        ("0", (0, 0, 0)),
        ("1,200", (1200, 1200, 1200)),
        ("3..4..6", (3, 4, 6)),
        ("3-6", (3, 3, 6)),
        ("3..6", (3, 3, 6)),
    ],
)
def test_a_count_is_read_with_its_bounds(words: str, bounds: tuple[int, int, int]) -> None:
    count = read_count(words)
    assert count is not None
    assert (count.low, count.best, count.high) == bounds
    assert read_count(written_count(count)) == count


@pytest.mark.parametrize("words", ["", "-1", "four", "4.5", "6-3", "4..3..6", "99999999999", "٤", "1,2", "4 5"])
def test_what_is_no_count_is_refused(words: str) -> None:
    with pytest.raises(JudgementError, match="killed cannot be"):
        cleaned("killed", words)


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2023-09-24", "2023-09-24"),
        ("2023-09", "2023-09-01/2023-09-30"),
        ("2023", "2023-01-01/2023-12-31"),
        ("2023-09-20/2023-09-24", "2023-09-20/2023-09-24"),
        ("../2023-09-24", "../2023-09-24"),
        ("2023-09-24/..", "2023-09-24/.."),
        ("unknown", "../.."),
    ],
)
def test_a_date_keeps_its_precision(words: str, iso: str) -> None:
    assert str(read_days(words)) == iso
    assert read_days(iso) == read_days(words)


@pytest.mark.parametrize(
    "words", ["", "2023-09-00", "2023-13", "2023-02-30", "24.9.2023", "2023-09-24/2023-09-20", "/"]
)
def test_what_is_no_date_is_refused(words: str) -> None:
    with pytest.raises(JudgementError, match="date cannot be"):
        cleaned("date", words)


STANDING: dict[str, Any] = {
    "killed_low": 3,
    "killed": 4,
    "killed_high": 6,
    "killed_side_a": 1,
    "killed_side_b": 2,
    "killed_civilians": 0,
    "killed_unknown": 1,
    "injured": None,
    "date_start": "2023-09-20",
    "date_end": "2023-09-24",
}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["killed=4"], {"killed": "4"}),
        (["killed=unknown"], {"killed": "unknown"}),
        (["killed_high=9"], {"killed": "3..4..9"}),
        (["killed=5", "killed_low=2"], {"killed": "2..5..5"}),
        (["injured=3-6"], {"injured": "3..3..6"}),
        (["date_end=2023-09-30"], {"date": "2023-09-20/2023-09-30"}),
        (["date_start=unknown"], {"date": "../2023-09-24"}),
        (["latitude=42.9", "longitude=20.7"], {"place": "42.9,20.7"}),
        (["latitude=42.9", "longitude=20.7", "radius_km=5"], {"place": "42.9,20.7,5"}),
        (["event=attack"], {"sub_event_type": "attack"}),
        (["weapon=melee"], {"weapon": "Melee"}),
        (["actor1_type=state FORCES"], {"actor1_type": "State forces"}),
        (["civilian_targeting=yes"], {"civilian_targeting": "true"}),
        (["crowd_size=2,000"], {"crowd_size": "2000"}),
        (["summary=  Two\nlines "], {"summary": "Two lines"}),
        (
            ["killed_side_b=3"],
            {
                "killed": "3..4..6",
                "killed_side_a": "1",
                "killed_side_b": "3",
                "killed_civilians": "0",
                "killed_unknown": "0",
            },
        ),
        (
            ["killed=7", "killed_civilians=5"],
            {
                "killed": "7",
                "killed_side_a": "0",
                "killed_side_b": "0",
                "killed_civilians": "5",
                "killed_unknown": "2",
            },
        ),
    ],
)
def test_words_are_put_into_the_spelling_of_their_fields(words: list[str], said: dict[str, str]) -> None:
    assert read_saying(words, standing=STANDING) == said


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "field=value"),
        (["killed"], "Write field=value"),
        (["killed="], "killed=unknown"),
        (["kiled=4"], "Did you mean killed?"),
        (["deaths=4"], "Fields are scope, date"),
        (["event_type=Battles"], "follows from sub_event_type"),
        (["admin1=Gao"], "follows from place"),
        (["confidence=1"], "the extractor's own"),
        (["killed=many"], "Write a number (4)"),
        (["killed=3", "killed=4"], "said twice"),
        (["date=yesterday"], "a day (2023-09-24)"),
        (["weapon=gun"], "one of Biological"),
        (["actor1_type=Army"], "one of State forces"),
        (["ucdp_type=4"], "1 (state-based)"),
        (["civilian_targeting=unknown"], "yes or no"),
        (["crowd_size=3-6"], "a number"),
        (["scope=both"], "one of single, aggregate"),
        (["latitude=3"], "both"),
        (["latitude=3", "longitude=4", "place=Hama"], "place=NAME"),
        (["date=2023", "date_start=2023-01-01"], "both ends"),
        (["killed_low=5"], "out of order"),
        (["injured_low=5"], "Nobody says how many"),
        (["killed_low=some"], "Write a number"),
        (["killed_side_a=4"], "The sides make 6 (side a 4, side b 2), and killed is 4"),
        (["killed=5", "killed_side_a=1", "killed_unknown=1"], "The sides make 2"),
        (["killed=unknown", "killed_side_a=1"], "Leave one of them out"),
        (["killed_side_a=unknown"], "Write a number"),
        (["summary=" + "x" * 501], "at most 500"),
        (["actor1=\udcff"], "a name"),
        (["event=Attack", "sub_event_type=Attack"], "say the same"),
    ],
)
def test_what_cannot_be_taken_is_refused_in_one_line(words: list[str], told: str) -> None:
    with pytest.raises(JudgementError) as refused:
        read_saying(words, standing=STANDING)
    message = str(refused.value)
    assert told in message
    assert "\n" not in message
    assert message.isprintable()
