"""Laws that hold for any text and any day."""

import sys
from datetime import date, timedelta
from types import FrameType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from events.dates.dateline import read_dateline
from events.dates.find import find_times
from events.dates.numeric import order_of

WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September"]
NUMBERS = ["24", "3", "31", "2023", "1994", "89", "999", "two", "24/09/2023", "2023-09-24"]
LINKS = ["the", "of", "on", "since", "by", "until", "from", "to", "between", "and", "last", "next", "this"]
TIMES = ["early", "late", "mid-", "overnight", "yesterday", "days", "weeks", "years", "ago", "later", "earlier"]
MARKS = ["(", ")", ",", "-", "–", ".", "weekend", "morning", "night", "summer", "Sept."]
PHRASES = ["\n", "the next day", "the past", "the first week of", "the 24th", "New Year's Eve"]
PIECES = [*WEEKDAYS, *MONTHS, *NUMBERS, *LINKS, *TIMES, *MARKS, *PHRASES]
published_days = st.one_of(st.none(), st.dates())
texts = st.one_of(st.text(max_size=120), st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))


# no deadline: the first odd date loads dateparser
@settings(deadline=None)
@given(text=texts, published=published_days, reference=published_days, facing=st.sampled_from(["past", "future"]))
@example(text="9999 years ago", published=date.min, reference=None, facing="past")
@example(
    text="tomorrow, next year, the following week, 29 February", published=date.max, reference=date.max, facing="past"
)
def test_any_text_gives_ordered_spans_inside_it(
    text: str, published: date | None, reference: date | None, facing: str
) -> None:
    times = find_times(
        text, published=published, reference=reference, facing="future" if facing == "future" else "past"
    )
    ends = [0]
    for time_found in times:
        assert time_found.span.start >= ends[-1]
        assert time_found.span.of(text).strip()
        ends.append(time_found.span.end)
        when = time_found.when
        assert when.start is None or when.end is None or when.start <= when.end
    assert ends[-1] <= len(text)


@settings(deadline=None)
@given(text=texts, published=published_days)
def test_any_text_gives_a_dateline_inside_it_or_none(text: str, published: date | None) -> None:
    dateline = read_dateline(text, published=published)
    if dateline:
        assert dateline.span.end <= len(text)
        assert dateline.place_span.of(text)
    assert order_of(text) in (None, "DMY", "MDY")


@given(published=st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 1, 1)), weekday=st.integers(0, 6))
def test_a_weekday_lies_within_the_six_days_before_publication(published: date, weekday: int) -> None:
    (found,) = find_times(f"Four died on {WEEKDAYS[weekday]}.", published=published)
    assert found.when.is_day
    assert found.when.start is not None
    assert found.when.start.weekday() == weekday
    assert timedelta() <= published - found.when.start <= timedelta(days=6)


@given(published=st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 1, 1)), weekday=st.integers(0, 6))
def test_last_weekday_lies_one_to_seven_days_before_publication(published: date, weekday: int) -> None:
    (found,) = find_times(f"Four died last {WEEKDAYS[weekday]}.", published=published)
    assert found.when.start is not None
    assert timedelta(days=1) <= published - found.when.start <= timedelta(days=7)


@given(
    day=st.dates(min_value=date(1900, 1, 1), max_value=date(2090, 1, 1)),
    layout=st.sampled_from(
        ["{0:%d %B %Y}", "{0:%B %d, %Y}", "{0:%Y-%m-%d}", "{0:%d %b %Y}", "{0:%d-%b-%Y}", "{0:%d %B, %Y}"]
    ),
    published=published_days,
)
def test_a_whole_date_reads_back_from_every_layout(day: date, layout: str, published: date | None) -> None:
    (found,) = find_times(f"It happened on {layout.format(day)}.", published=published)
    assert found.when.start == found.when.end == day
    assert not found.anchored


@given(
    day=st.dates(min_value=date(1900, 1, 1), max_value=date(2090, 1, 1)),
    distance=st.integers(-170, 170),
)
def test_a_day_and_month_take_the_nearest_year(day: date, distance: int) -> None:
    published = day + timedelta(days=distance)
    (found,) = find_times(f"On {day:%d %B}, a bombing.", published=published)
    if (day.month, day.day) != (2, 29):
        assert found.when.start == day


@settings(deadline=None)
@given(text=texts, published=st.dates())
def test_without_publication_nothing_is_anchored(text: str, published: date) -> None:
    assert not any(found.anchored for found in find_times(text, published=None))
    spans = [found.span for found in find_times(text, published=published)]
    assert len(spans) == len(set(spans))


HOSTILE = {
    "digits": "1" * 100,
    "spaces": "on " + " " * 97,
    "hyphens": "-" * 100,
    "numbers": "12 " * 33,
    "dates": "12-12-" * 16,
    "slashes": "1/1/",
    "months": "May ",
    "weekdays": "Sunday, ",
    "odd dates": "sept / 5 / ",
    "betweens": "between 1 and ",
    "counts": "two two ",
    "units": "the past few days ",
    "brackets": "Sunday (the ",
    "overnights": "overnight ",
    "since": "since ",
    "years": "in 1994-",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_of_any_length_is_read_to_its_end(piece: str) -> None:
    text = (piece * 200_000)[:200_000]
    assert read_dateline(text, published=None) is None
    ends = [0]
    for found in find_times(text, published=date(2023, 9, 25)):
        assert found.span.start >= ends[-1]
        ends.append(found.span.end)
    assert ends[-1] <= len(text)


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_the_work_on_hostile_text_grows_no_faster_than_its_length(piece: str) -> None:
    short, long = calls(piece * 200), calls(piece * 2_000)
    assert long <= 11 * short


def test_text_without_a_time_word_costs_the_same_few_calls_whatever_its_length() -> None:
    sentence = "Gunmen opened fire on a convoy of aid workers near the border and killed four guards, police said. "
    assert calls(sentence) == calls(100 * sentence) < 30


def calls(text: str) -> int:
    """Count the functions, Python's own among them, that reading a text calls: work without a clock."""
    find_times(text[:100], published=None)  # what is compiled once is no work of this text
    count = 0

    def hear(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(hear)
    try:
        find_times(text, published=date(2023, 9, 25))
    finally:
        sys.setprofile(before)
    return count
