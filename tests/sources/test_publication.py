from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.publication import read_publication, what_is_wrong

DAY = date(2023, 9, 25)


@pytest.mark.parametrize(
    "written",
    [
        "2023-09-25",
        "2023/9/25",
        "20230925",
        "2023-09-25 10:00",
        "25 September 2023",
        "25th of September, 2023",
        "25-Sep-2023",
        "Sept. 25, 2023",
        "SEPTEMBER 25 2023",
        "Monday, September 25, 2023",
        "Mon 25 Sep 2023, 10.30am BST",
        "2023, September 25",
        "Published 25 September 2023",
        "Published on: Sept. 25, 2023 at 7:58 PM ET",
        "Last updated 25 September 2023 | 18:52",
        "8:56 AM ET, Mon September 25, 2023",
        "25/09/2023",
        "09/25/2023",
        "25.09.2023",
        "25 September, 2023 in the evening",
        " 25\nSeptember 2023 ",
    ],
)
def test_a_day_month_and_year_are_read_however_they_are_written(written: str) -> None:
    publication = read_publication(written)
    assert publication is not None
    assert publication.day == DAY


@pytest.mark.parametrize(
    ("written", "day", "moment"),
    [
        # The outlet's own day stays, though it is another in UTC.
        ("2023-09-25T00:30:00+02:00", DAY, datetime(2023, 9, 24, 22, 30, tzinfo=UTC)),
        ("2023-09-25T23:30:00-05:00", DAY, datetime(2023, 9, 26, 4, 30, tzinfo=UTC)),
        ("2023-09-25T10:00:00.123Z", DAY, datetime(2023, 9, 25, 10, tzinfo=UTC)),
        ("20230925T100000Z", DAY, datetime(2023, 9, 25, 10, tzinfo=UTC)),
        ("Mon, 25 Sep 2023 10:00:00 +0530", DAY, datetime(2023, 9, 25, 4, 30, tzinfo=UTC)),
        ("Mon, 25 Sep 2023 10:00:00 GMT", DAY, datetime(2023, 9, 25, 10, tzinfo=UTC)),
        ("25 September 2023 7:05 pm EST", DAY, datetime(2023, 9, 26, 0, 5, tzinfo=UTC)),
        # "ET" is two zones, and without a zone there is no moment.
        ("Sept. 25, 2023 7:58 AM ET", DAY, None),
        ("2023-09-25T10:00:00", DAY, None),
        ("2023-09-25T25:61:00Z", DAY, None),
    ],
)
def test_a_moment_needs_a_time_and_a_zone(written: str, day: date, moment: datetime | None) -> None:
    publication = read_publication(written)
    assert publication is not None
    assert (publication.day, publication.moment) == (day, moment)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("3 JAN 90", date(1990, 1, 3)),
        ("26 APR 89", date(1989, 4, 26)),
        ("25 APR 17", date(2017, 4, 25)),
        ("3 Jan '90", date(1990, 1, 3)),
    ],
)
def test_two_digits_of_a_wire_are_the_nearest_past_year(written: str, day: date) -> None:
    publication = read_publication(written)
    assert publication is not None
    assert publication.day == day


@pytest.mark.parametrize(
    "written",
    [
        "31 February 2023",
        "2023-02-31",
        "2023-13-01",
        "7:58 AM ET",
        "September 2023",
        "2023",
        "yesterday",
        "24 hours ago",
        "Wed Nov 23",
        "Nov 22, 20",  # cut off in a table of ten characters
        "Dec 16 201",
        "17 Decembe",
        "0001-01-01T00:00:00",
        "9999-12-31",
        "1695636000",
        "five people died on 25 September 2023 in a clash that went on for most of the day and of the night after it",
        "",
    ],
)
def test_what_names_no_day_gives_none(written: str) -> None:
    assert read_publication(written) is None


@pytest.mark.parametrize(
    ("written", "day_first", "month_first"),
    [
        ("06/07/2016", date(2016, 7, 6), date(2016, 6, 7)),
        ("06.07.2016", date(2016, 7, 6), date(2016, 6, 7)),
        ("06/07/16", date(2016, 7, 6), date(2016, 6, 7)),
        ("09/25/2023", DAY, DAY),  # only one order makes a day of it
        ("25/09/23", DAY, DAY),
    ],
)
def test_the_date_order_decides_what_reads_two_ways(written: str, day_first: date, month_first: date) -> None:
    readings = [read_publication(written, date_order="DMY"), read_publication(written, date_order="MDY")]
    assert [reading and reading.day for reading in readings] == [day_first, month_first]


@pytest.mark.parametrize("written", ["06/07/2016", "06.07.2016", "25/09/23"])
def test_what_reads_two_ways_is_not_taken_without_an_order(written: str) -> None:
    assert read_publication(written) is None
    assert "--date-order" in what_is_wrong(written)


def test_what_is_the_same_both_ways_needs_no_order() -> None:
    publication = read_publication("06/06/2016")
    assert publication is not None
    assert publication.day == date(2016, 6, 6)


def test_the_message_names_the_value_and_what_to_do_and_carries_no_control_characters() -> None:
    message = what_is_wrong("31 February\x1b[2J")
    assert "31 February" in message
    assert "--published" in message
    assert message.isprintable()


@given(
    st.dates(date(1800, 1, 1), date(2100, 12, 31)), st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%d %b %Y"])
)
def test_every_day_is_read_back_as_written(day: date, form: str) -> None:
    written = day.strftime(form).replace("%Y", str(day.year))
    publication = read_publication(written)
    assert publication is not None
    assert publication.day == day


@given(st.text())
def test_no_text_makes_it_raise(written: str) -> None:
    read_publication(written)
    what_is_wrong(written)
