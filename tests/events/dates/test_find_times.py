"""What the words of a sentence mean: sentence, the words found, the days, by tables of cases."""

from datetime import date

import pytest

from events.dates.expression import NEEDS_PUBLICATION, NEEDS_REFERENCE, NO_SUCH_DAY
from events.dates.find import find_times
from schemas.vocabulary import DateExtent, DatePrecision

MONDAY = date(2023, 9, 25)
SUNDAY = date(2023, 9, 24)
WIRE = date(1990, 1, 3)  # a Wednesday

Cases = list[tuple[str, str, str]]

WEEKDAYS: Cases = [
    ("Four died on Sunday.", "Sunday", "2023-09-24"),
    ("Four died on Monday.", "Monday", "2023-09-25"),
    ("Four died on Tuesday.", "Tuesday", "2023-09-19"),
    ("Four died last Sunday.", "last Sunday", "2023-09-24"),
    ("Four died last Monday.", "last Monday", "2023-09-18"),
    ("Four died this past Friday.", "this past Friday", "2023-09-22"),
    ("Talks resume this Friday.", "this Friday", "2023-09-29"),
    ("Talks resume next Monday.", "next Monday", "2023-10-02"),
    ("Talks resume this coming Monday.", "this coming Monday", "2023-09-25"),
    ("Four died on Sunday night.", "Sunday night", "2023-09-24"),
    ("Four died early Monday.", "early Monday", "2023-09-25"),
    ("Four died late on Sunday.", "late on Sunday", "2023-09-24"),
    ("Four died on Monday morning.", "Monday morning", "2023-09-25"),
    ("Four died late Saturday night.", "late Saturday night", "2023-09-23"),
    ("Four died on the morning of Sunday.", "the morning of Sunday", "2023-09-24"),
    ("It began at dawn on Sunday.", "dawn on Sunday", "2023-09-24"),
    ("It began before dawn on Sunday.", "dawn on Sunday", "2023-09-24"),
    ("It began in the early hours of Sunday.", "the early hours of Sunday", "2023-09-24"),
    ("It began Sunday at dawn.", "Sunday at dawn", "2023-09-24"),
    ("Sunday's attack killed four.", "Sunday", "2023-09-24"),
    ("FOUR DIED ON SUNDAY NIGHT.", "SUNDAY NIGHT", "2023-09-24"),
    ("Four died on Friday of last week.", "Friday of last week", "2023-09-22"),
    ("Four died Tuesday last week.", "Tuesday last week", "2023-09-19"),
    ("Four died Monday this week.", "Monday this week", "2023-09-25"),
    ("Four died a week ago on Sunday.", "a week ago on Sunday", "2023-09-17"),
    ("Four died two weeks ago Sunday.", "two weeks ago Sunday", "2023-09-10"),
    ("Four died on Sat. in the capital.", "Sat.", "2023-09-23"),
    ("Four died on\n   Sunday.", "Sunday", "2023-09-24"),
]

COUNTED: Cases = [
    ("Four died yesterday.", "yesterday", "2023-09-24"),
    ("Four died today.", "today", "2023-09-25"),
    ("Four died tonight.", "tonight", "2023-09-25"),
    ("Four died this morning.", "this morning", "2023-09-25"),
    ("YESTERDAY AFTERNOON FOUR DIED.", "YESTERDAY AFTERNOON", "2023-09-24"),
    ("Four died late yesterday.", "late yesterday", "2023-09-24"),
    ("Four died early today.", "early today", "2023-09-25"),
    ("Four died last night.", "last night", "2023-09-24"),
    ("Four died late last night.", "late last night", "2023-09-24"),
    ("Four died the night before last.", "the night before last", "2023-09-23"),
    ("Four died the day before yesterday.", "the day before yesterday", "2023-09-23"),
    ("They march tomorrow.", "tomorrow", "2023-09-26"),
    ("Four died overnight.", "overnight", "2023-09-24/2023-09-25"),
    ("Four died overnight Friday to Saturday.", "overnight Friday to Saturday", "2023-09-22/2023-09-23"),
    ("Four died overnight on Friday.", "overnight on Friday", "2023-09-22/2023-09-23"),
    ("Four died overnight into Sunday.", "overnight into Sunday", "2023-09-23/2023-09-24"),
    ("Four died Friday overnight.", "Friday overnight", "2023-09-22/2023-09-23"),
    ("Four died overnight Monday.", "overnight Monday", "2023-09-24/2023-09-25"),
    ("Four died on 23 July 2023, overnight.", "23 July 2023, overnight", "2023-07-23/2023-07-24"),
    ("Four died two days ago.", "two days ago", "2023-09-23"),
    ("Four died 10 days ago.", "10 days ago", "2023-09-15"),
    ("Four died three nights ago.", "three nights ago", "2023-09-22"),
    ("Four died a few days ago.", "a few days ago", "2023-09-20/2023-09-23"),
    ("Four died about two days ago.", "about two days ago", "2023-09-22/2023-09-24"),
    ("Four died three weeks ago.", "three weeks ago", "2023-09-01/2023-09-07"),
    ("Four died a week ago.", "a week ago", "2023-09-15/2023-09-21"),
    ("Four died two months ago.", "two months ago", "2023-07-01/2023-07-31"),
    ("Four died ten months ago.", "ten months ago", "2022-11-01/2022-11-30"),
    ("The war ended ten years ago.", "ten years ago", "2013-01-01/2013-12-31"),
    ("The war ended a decade ago.", "a decade ago", "2011-01-01/2015-12-31"),
    ("The war ended a year ago today.", "a year ago today", "2022-09-25"),
    ("The war ended more than a year ago.", "more than a year ago", "2021-01-01/2022-12-31"),
    ("The war ended twenty-five years ago.", "twenty-five years ago", "1998-01-01/1998-12-31"),
    ("It began five hours ago.", "five hours ago", "2023-09-24/2023-09-25"),
    ("It began 24 hours ago.", "24 hours ago", "2023-09-24"),
    ("Dozens died in recent days.", "in recent days", "2023-09-18/2023-09-25"),
    ("Dozens died in the past week.", "the past week", "2023-09-18/2023-09-25"),
    ("Dozens died over the last three days.", "the last three days", "2023-09-22/2023-09-25"),
    ("Dozens died in the past 48 hours.", "the past 48 hours", "2023-09-23/2023-09-25"),
    ("Dozens died in the last few days.", "the last few days", "2023-09-20/2023-09-25"),
    ("It may come in the next two weeks.", "the next two weeks", "2023-09-25/2023-10-09"),
]

STRETCHES: Cases = [
    ("Four died over the weekend.", "the weekend", "2023-09-23/2023-09-24"),
    ("Four died last weekend.", "last weekend", "2023-09-23/2023-09-24"),
    ("They march next weekend.", "next weekend", "2023-09-30/2023-10-01"),
    ("Four died last week.", "last week", "2023-09-18/2023-09-24"),
    ("Four died late last week.", "late last week", "2023-09-22/2023-09-24"),
    ("Four died last month.", "last month", "2023-08-01/2023-08-31"),
    ("Four died early last month.", "early last month", "2023-08-01/2023-08-10"),
    ("Four died at the end of last month.", "the end of last month", "2023-08-21/2023-08-31"),
    ("Four died last year.", "last year", "2022-01-01/2022-12-31"),
    ("Four died late last year.", "late last year", "2022-09-01/2022-12-31"),
    ("Four died this month.", "this month", "2023-09-01/2023-09-25"),
    ("Four died earlier this month.", "earlier this month", "2023-09-01/2023-09-25"),
    ("Four died earlier this year.", "earlier this year", "2023-01-01/2023-09-25"),
    ("A vote is due later this year.", "later this year", "2023-09-25/2023-12-31"),
    ("A vote is due next year.", "next year", "2024-01-01/2024-12-31"),
    ("Four died in September.", "September", "2023-09-01/2023-09-30"),
    ("Four died in October.", "October", "2022-10-01/2022-10-31"),
    ("Four died in late September.", "late September", "2023-09-21/2023-09-30"),
    ("Four died in early September.", "early September", "2023-09-01/2023-09-10"),
    ("Four died in mid-September.", "mid-September", "2023-09-11/2023-09-20"),
    ("Four died at the end of August.", "the end of August", "2023-08-21/2023-08-31"),
    ("Four died last September.", "last September", "2022-09-01/2022-09-30"),
    ("Four died last March.", "last March", "2023-03-01/2023-03-31"),
    ("A vote is due next March.", "next March", "2024-03-01/2024-03-31"),
    ("Four died in May.", "May", "2023-05-01/2023-05-31"),
    ("FOUR DIED IN MARCH.", "MARCH", "2023-03-01/2023-03-31"),
    ("Four died in September 2021.", "September 2021", "2021-09-01/2021-09-30"),
    ("Four died in Sept. 2021.", "Sept. 2021", "2021-09-01/2021-09-30"),
    ("Four died in early September 2021.", "early September 2021", "2021-09-01/2021-09-10"),
    ("Four died in March last year.", "March last year", "2022-03-01/2022-03-31"),
    ("Four died in September of 2021.", "September of 2021", "2021-09-01/2021-09-30"),
    ("Dozens died between July and September 2021.", "between July and September 2021", "2021-07-01/2021-09-30"),
    ("Dozens died from December to February 2020.", "from December to February 2020", "2019-12-01/2020-02-29"),
    ("The genocide took place in 1994.", "1994", "1994-01-01/1994-12-31"),
    ("The army left in early 1994.", "early 1994", "1994-01-01/1994-04-30"),
    ("He was jailed for the 1994 genocide.", "1994", "1994-01-01/1994-12-31"),
    ("Dozens died between 1992 and 1995.", "between 1992 and 1995", "1992-01-01/1995-12-31"),
    ("He fought in the 1992-95 war.", "1992-95", "1992-01-01/1995-12-31"),
    ("Dozens died in the 1990s.", "1990s", "1990-01-01/1999-12-31"),
    ("Dozens died in the early 1990s.", "early 1990s", "1990-01-01/1993-12-31"),
    ("Fighting resumed in the last week of May.", "the last week of May", "2023-05-25/2023-05-31"),
    ("Fighting resumed in the first week of May 2021.", "the first week of May 2021", "2021-05-01/2021-05-07"),
    ("Dozens died in the first half of 2021.", "the first half of 2021", "2021-01-01/2021-06-30"),
    ("Dozens died in the third quarter of 2021.", "the third quarter of 2021", "2021-07-01/2021-09-30"),
    ("Dozens died in the second half of last month.", "the second half of last month", "2023-08-16/2023-08-31"),
    ("During the week of 29 May a clash took place.", "the week of 29 May", "2023-05-29/2023-06-04"),
    ("Dozens died last summer.", "last summer", "2023-06-01/2023-08-31"),
    ("Dozens died last winter.", "last winter", "2022-12-01/2023-02-28"),
    ("Dozens died in the spring of 2012.", "the spring of 2012", "2012-03-01/2012-05-31"),
    ("The club was hit on New Year's Eve.", "New Year's Eve", "2022-12-31"),
    ("The church was hit on Christmas Day 2021.", "Christmas Day 2021", "2021-12-25"),
]

NAMED: Cases = [
    ("Four died on 24 September.", "24 September", "2023-09-24"),
    ("Four died on September 24.", "September 24", "2023-09-24"),
    ("Four died on Sept. 24.", "Sept. 24", "2023-09-24"),
    ("Four died on 24th September.", "24th September", "2023-09-24"),
    ("Four died on the 24th of September.", "24th of September", "2023-09-24"),
    ("Four died on the 24th.", "the 24th", "2023-09-24"),
    ("Four died on the 27th.", "the 27th", "2023-08-27"),
    ("Four died on the 5th of last month.", "the 5th of last month", "2023-08-05"),
    ("Four died on the fifth of May.", "fifth of May", "2023-05-05"),
    ("Four died on 24 September 2023.", "24 September 2023", "2023-09-24"),
    ("Four died on 24 September, 2023.", "24 September, 2023", "2023-09-24"),
    ("Four died on September 24, 2021.", "September 24, 2021", "2021-09-24"),
    ("Four died on September 24 2021.", "September 24 2021", "2021-09-24"),
    ("Four died on 24-Sep-2021.", "24-Sep-2021", "2021-09-24"),
    ("Four died on 24 September '21.", "24 September '21", "2021-09-24"),
    ("Four died on 2023-09-24.", "2023-09-24", "2023-09-24"),
    ("Logged at 2023-09-24T10:15:00Z.", "2023-09-24", "2023-09-24"),
    ("Four died on 24/09/2023.", "24/09/2023", "2023-09-24"),
    ("Four died on 09/24/2023.", "09/24/2023", "2023-09-24"),
    ("Four died on 24.9.2023.", "24.9.2023", "2023-09-24"),
    ("Four died on 24/9/23.", "24/9/23", "2023-09-24"),
    ("Four died on 05/05/2021.", "05/05/2021", "2021-05-05"),
    ("Four died on Wednesday 06/07/2016.", "Wednesday 06/07/2016", "2016-07-06"),
    ("Four died on Sunday, 24 September.", "Sunday, 24 September", "2023-09-24"),
    ("Four died on Sunday, September 24, 2023.", "Sunday, September 24, 2023", "2023-09-24"),
    ("Four died on Sunday (September 24).", "Sunday (September 24)", "2023-09-24"),
    ("Four died on Sunday the 24th of September.", "Sunday the 24th of September", "2023-09-24"),
    ("Four died on Sat 24 September.", "Sat 24 September", "2022-09-24"),
    ("Four died on 5 October.", "5 October", "2023-10-05"),
    ("Four died on 30 December.", "30 December", "2022-12-30"),
    ("On 30 December, the march.", "30 December", "2023-12-30"),
    ("The permit of Dec.30, the last one.", "Dec.30", "2023-12-30"),
    ("Four died the day after Christmas.", "the day after Christmas", "2022-12-26"),
    ("Four died on Friday the 15th.", "Friday the 15th", "2023-09-15"),
    ("The talks resume a week from Thursday.", "a week from Thursday", "2023-10-05"),
    ("The talks resume three days from now.", "three days from now", "2023-09-28"),
    ("The talks resume next Friday.", "next Friday", "2023-10-06"),
    ("The talks resume on the 26th.", "the 26th", "2023-09-26"),
    ("The talks resume on the 4th.", "the 4th", "2023-10-04"),
    ("It began a year ago Friday.", "a year ago Friday", "2022-09-22"),
    ("Four died on Labor Day.", "Labor Day", "2023-09-04"),
    ("Four died on Easter Monday.", "Easter Monday", "2023-04-10"),
    ("Four died on 5 April.", "5 April", "2023-04-05"),
    ("Four died on 29 February.", "29 February", "2024-02-29"),
    ("Four died on the night of 24 September.", "the night of 24 September", "2023-09-24"),
    ("Four died on 24 September in the evening.", "24 September in the evening", "2023-09-24"),
    ("AT 1400 ON 27 MAY FOUR DIED.", "27 MAY", "2023-05-27"),
    ("Four died on May 3.", "May 3", "2023-05-03"),
    ("Four died on 15 March last year.", "15 March last year", "2022-03-15"),
    ("A vote is due on December 15 of this year.", "December 15 of this year", "2023-12-15"),
    ("They voted on the first Monday of May.", "the first Monday of May", "2023-05-01"),
    ("They voted on the last Sunday of May 2021.", "the last Sunday of May 2021", "2021-05-30"),
    ("Four died on 2021 September 24.", "2021 September 24", "2021-09-24"),
]

RANGES: Cases = [
    ("Dozens died between 3 and 5 May.", "between 3 and 5 May", "2023-05-03/2023-05-05"),
    ("Dozens died between May 3 and 5.", "between May 3 and 5", "2023-05-03/2023-05-05"),
    ("Dozens died on 24-26 August.", "24-26 August", "2023-08-24/2023-08-26"),
    ("Dozens died on 24/25 August 2021.", "24/25 August 2021", "2021-08-24/2021-08-25"),
    ("Dozens died on 24 and 25 August.", "24 and 25 August", "2023-08-24/2023-08-25"),
    ("Dozens died May 3-5, 2021.", "May 3-5, 2021", "2021-05-03/2021-05-05"),
    ("It lasted from 3 to 5 May.", "from 3 to 5 May", "2023-05-03/2023-05-05"),
    ("It lasted from Friday to Sunday.", "from Friday to Sunday", "2023-09-22/2023-09-24"),
    ("It lasted Friday through Sunday.", "Friday through Sunday", "2023-09-22/2023-09-24"),
    (
        "It lasted from early Friday until late on Sunday.",
        "from early Friday until late on Sunday",
        "2023-09-22/2023-09-24",
    ),
    ("Dozens died between Friday and Sunday.", "between Friday and Sunday", "2023-09-22/2023-09-24"),
    ("Dozens died between Saturday and Monday.", "between Saturday and Monday", "2023-09-23/2023-09-25"),
    ("Dozens died Friday night into Saturday.", "Friday night into Saturday", "2023-09-22/2023-09-23"),
    ("Dozens died on the night of 24-25 September.", "the night of 24-25 September", "2023-09-24/2023-09-25"),
    ("It lasted from 30 September to 2 October 2020.", "from 30 September to 2 October 2020", "2020-09-30/2020-10-02"),
    ("Dozens died between 30 August and 2 September.", "between 30 August and 2 September", "2023-08-30/2023-09-02"),
    (
        "It lasted from December 30, 2020 to January 2, 2021.",
        "from December 30, 2020 to January 2, 2021",
        "2020-12-30/2021-01-02",
    ),
    ("It lasted from 1992 to 1995.", "from 1992 to 1995", "1992-01-01/1995-12-31"),
    ("It lasted from July to September.", "from July to September", "2023-07-01/2023-09-30"),
    ("Dozens have died since Friday.", "since Friday", "2023-09-22/2023-09-25"),
    ("Dozens have died since 3 May 2021.", "since 3 May 2021", "2021-05-03/2023-09-25"),
    ("Dozens have died since last month.", "since last month", "2023-08-01/2023-09-25"),
    ("Dozens have died since the start of the year.", "since the start of the year", "2023-01-01/2023-09-25"),
    ("Dozens have died since early September.", "since early September", "2023-09-01/2023-09-25"),
    ("The town had fallen by Friday.", "by Friday", "../2023-09-22"),
    ("The town had fallen by Friday night.", "by Friday night", "../2023-09-22"),
    ("It happened on or before 3 May.", "on or before 3 May", "../2023-05-03"),
    ("The truce held until Friday.", "until Friday", "../2023-09-22"),
    ("The truce held until the end of August.", "until the end of August", "../2023-08-31"),
    ("The unrest was set off by Friday's killing.", "Friday", "2023-09-22"),
]

CASES = [*WEEKDAYS, *COUNTED, *STRETCHES, *NAMED, *RANGES]

NO_TIMES = [
    "Police may fire. They march on.",
    "The Sun and a man who sat.",
    "Marchers met in the march of the unions.",
    "A 15-year-old died after 30 minutes at 7:58 AM.",
    "At 0700 and 1400 hours shots were heard.",
    "Two days of fighting and a five-day siege.",
    "Some 2,008 people; 2008 recognised.",
    "In 2000 villages there was no water.",
    "They meet every Friday and on Sundays.",
    "He was 24 and had served 12 years.",
    "A fire on the 24th floor; the 5th Battalion.",
    "The M-19 [19 APRIL MOVEMENT] claimed it.",
    "The Good Friday Agreement and the Sunday Times.",
    "It falls on the second Tuesday of every month.",
    "Troops of the 3rd and 6th Brigades; the funeral MARCH OF THE 10 dead.",
    "They won 21-10-12 and 3-2.",
    "Flight 9/11, ratio 24/7, version 1.2.3.4.",
    "Up to 12 may have died.",
    "AT LEAST 12 MAY BE DEAD.",
    "$24 million and 24,000 dollars",
    "",
    " ",
]


@pytest.mark.parametrize(("sentence", "words", "days"), CASES)
def test_words_of_time_mean_these_days(sentence: str, words: str, days: str) -> None:
    times = find_times(sentence, published=MONDAY)
    assert [(" ".join(time.span.of(sentence).split()), str(time.when)) for time in times] == [(words, days)]


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(CASES) >= 150
    assert len({sentence for sentence, _, _ in CASES}) == len(CASES)


@pytest.mark.parametrize("sentence", NO_TIMES)
def test_what_is_no_time_is_not_found(sentence: str) -> None:
    assert find_times(sentence, published=MONDAY) == ()


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("Four died on Sunday.", "2023-09-24"),
        ("Four died last Sunday.", "2023-09-17"),
        ("Talks resume next Sunday.", "2023-10-01"),
        ("Four died on Monday.", "2023-09-18"),
        ("Four died over the weekend.", "2023-09-23/2023-09-24"),
        ("Four died last weekend.", "2023-09-16/2023-09-17"),
        ("Four died overnight Sunday.", "2023-09-23/2023-09-24"),
    ],
)
def test_a_day_that_is_today_is_read_as_the_rules_say(sentence: str, days: str) -> None:
    assert [str(time.when) for time in find_times(sentence, published=SUNDAY)] == [days]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("IT TOOK PLACE ON 30 DECEMBER.", [("30 DECEMBER", "1989-12-30")]),
        ("SAN SALVADOR, 31 OCT 89 (DPA) -- YESTERDAY", [("31 OCT 89", "1989-10-31"), ("YESTERDAY", "1990-01-02")]),
        ("PERTH, JUNE 11 89 (AFP)", [("JUNE 11 89", "1989-06-11")]),
        ("ON 12 SEP 15 PEASANTS DIED.", [("12 SEP", "1989-09-12")]),
        ("IN MAY 12 PEASANTS DIED.", [("MAY", "1989-05-01/1989-05-31")]),
        ("THEY BEGAN TO MARCH.", []),
        ("ON SATURDAY 30 DECEMBER", [("SATURDAY 30 DECEMBER", "1989-12-30")]),
        ("LAST NIGHT AND TONIGHT", [("LAST NIGHT", "1990-01-02"), ("TONIGHT", "1990-01-03")]),
        ("THE OFFENSIVE OF 11-12 NOVEMBER", [("11-12 NOVEMBER", "1989-11-11/1989-11-12")]),
    ],
)
def test_wires_in_capitals_are_read_alike(sentence: str, expected: list[tuple[str, str]]) -> None:
    times = find_times(sentence, published=WIRE)
    assert [(time.span.of(sentence), str(time.when)) for time in times] == expected


@pytest.mark.parametrize(
    ("sentence", "words", "days"),
    [
        ("The next day the bodies were found.", "The next day", "2023-09-21"),
        ("The same day a clinic was looted.", "The same day", "2023-09-20"),
        ("He had left two days earlier.", "two days earlier", "2023-09-18"),
        ("He died two days later.", "two days later", "2023-09-22"),
        ("He died a week later.", "a week later", "2023-09-24/2023-09-30"),
        ("The following morning he died.", "The following morning", "2023-09-21"),
        ("He died the day after.", "the day after", "2023-09-21"),
        ("He died the following Friday.", "the following Friday", "2023-09-22"),
        ("He was seen the previous Sunday.", "the previous Sunday", "2023-09-17"),
        ("Hours later he died.", "Hours later", "2023-09-20/2023-09-21"),
        ("It went on the same week.", "the same week", "2023-09-18/2023-09-24"),
        ("It went on the following month.", "the following month", "2023-10-01/2023-10-31"),
        ("The previous two days were calm.", "The previous two days", "2023-09-18/2023-09-19"),
        ("He died the following weekend.", "the following weekend", "2023-09-23/2023-09-24"),
    ],
)
def test_times_that_lean_on_the_day_told_before(sentence: str, words: str, days: str) -> None:
    times = find_times(sentence, published=MONDAY, reference=date(2023, 9, 20))
    assert [(time.span.of(sentence), str(time.when)) for time in times] == [(words, days)]
    assert not times[0].anchored
    unsaid = find_times(sentence, published=MONDAY)
    assert [(time.rule, str(time.when)) for time in unsaid] == [(NEEDS_REFERENCE, "../..")]


def test_the_day_before_an_event_counts_from_the_event() -> None:
    sentence = "He left the day before the vote and two days after the raid."
    assert find_times(sentence, published=MONDAY, reference=MONDAY) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "on Sunday",
        "yesterday",
        "last week",
        "in September",
        "24 September",
        "two days ago",
        "over the weekend",
        "on the 24th",
    ],
)
def test_without_publication_no_day_is_invented(sentence: str) -> None:
    (time,) = find_times(sentence, published=None)
    assert (str(time.when), time.rule, time.anchored) == ("../..", NEEDS_PUBLICATION, False)


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("24 September 2023", "2023-09-24"),
        ("31 OCT 89", "1989-10-31"),
        ("24/09/2023", "2023-09-24"),
        ("in 1994", "1994-01-01/1994-12-31"),
        ("September 2021", "2021-09-01/2021-09-30"),
        ("since 3 May 2021", "2021-05-03/.."),
        ("from 30 September to 2 October 2020", "2020-09-30/2020-10-02"),
    ],
)
def test_absolute_times_need_no_publication(sentence: str, days: str) -> None:
    (time,) = find_times(sentence, published=None)
    assert (str(time.when), time.anchored) == (days, False)


@pytest.mark.parametrize(
    "sentence", ["31 February", "31 February 2020", "February 30, 2020", "31/02/2020", "2020-02-31"]
)
def test_a_day_that_is_none_stays_unknown(sentence: str) -> None:
    (time,) = find_times(sentence, published=MONDAY)
    assert (time.span.of(sentence), str(time.when), time.rule) == (sentence, "../..", NO_SUCH_DAY)


@pytest.mark.parametrize(
    ("sentence", "extent", "precision"),
    [
        ("between 3 and 5 May", DateExtent.WITHIN, DatePrecision.DAYS),
        ("from 3 to 5 May", DateExtent.THROUGHOUT, DatePrecision.DAYS),
        ("from Friday to Sunday", DateExtent.THROUGHOUT, DatePrecision.DAYS),
        ("the night from Friday to Saturday", DateExtent.WITHIN, DatePrecision.DAYS),
        ("overnight Friday to Saturday", DateExtent.WITHIN, DatePrecision.DAYS),
        ("since Friday", DateExtent.THROUGHOUT, DatePrecision.DAYS),
        ("for the past two weeks", DateExtent.THROUGHOUT, DatePrecision.MONTH),
        ("by Friday", DateExtent.WITHIN, DatePrecision.UNKNOWN),
        ("until Friday", DateExtent.THROUGHOUT, DatePrecision.UNKNOWN),
        ("three weeks ago", DateExtent.WITHIN, DatePrecision.WEEK),
        ("in 1994", DateExtent.WITHIN, DatePrecision.YEAR),
    ],
)
def test_an_interval_says_what_it_means(sentence: str, extent: DateExtent, precision: DatePrecision) -> None:
    (time,) = find_times(sentence, published=MONDAY)
    assert (time.when.extent, time.when.precision) == (extent, precision)


def test_overnight_beside_a_month_stays_a_night_of_its_own() -> None:
    sentence = "Houses burnt overnight, in September 2021 too."
    times = find_times(sentence, published=MONDAY)
    assert [str(time.when) for time in times] == ["2023-09-24/2023-09-25", "2021-09-01/2021-09-30"]


def test_a_plan_looks_forward() -> None:
    sentence = "They plan to march on Friday and over the weekend."
    times = find_times(sentence, published=MONDAY, facing="future")
    assert [str(time.when) for time in times] == ["2023-09-29", "2023-09-30/2023-10-01"]


def test_anchored_says_that_the_day_follows_from_publication() -> None:
    sentence = "On Sunday, on 24 September, on 24 September 2023 and since 1994."
    times = find_times(sentence, published=MONDAY)
    assert [time.anchored for time in times] == [True, True, False, True]


def test_several_times_are_listed_left_to_right() -> None:
    sentence = "On Sunday four died, yesterday two; in 1994 and on 3 May 2021 more."
    times = find_times(sentence, published=MONDAY)
    assert [time.span.of(sentence) for time in times] == ["Sunday", "yesterday", "1994", "3 May 2021"]


@pytest.mark.parametrize(
    ("phrase", "days"),
    [("24.Sep.2023", "2023-09-24"), ("Sept/24/2023", "2023-09-24"), ("24, September", "2023-09-24")],
)
def test_dateparser_reads_odd_ways_of_writing_a_day(phrase: str, days: str) -> None:
    (time,) = find_times(f"Four died on {phrase}.", published=MONDAY)
    assert (time.span.of(f"Four died on {phrase}."), str(time.when), time.rule) == (phrase, days, "dateparser")
