"""Datelines of the kinds that agencies write."""

from datetime import date

import pytest

from events.dates.dateline import read_dateline

PUBLISHED = date(2023, 9, 25)


Told = tuple[str, str | None, date | None, str | None]

DATELINES: list[tuple[str, str, Told]] = [
    (
        "SAN SALVADOR, 31 OCT 89 (DPA) -- [TEXT] FOUR DIED.",
        "SAN SALVADOR, 31 OCT 89 (DPA) -- [TEXT]",
        ("SAN SALVADOR", None, date(1989, 10, 31), "DPA"),
    ),
    (
        "   LIMA (PERU), 3 JAN 90 -- [REPORT] [ARMY,\nPRESS] [TEXT] FOUR",
        "LIMA (PERU), 3 JAN 90 -- [REPORT] [ARMY,\nPRESS] [TEXT]",
        ("LIMA", "PERU", date(1990, 1, 3), None),
    ),
    (
        "PERTH, JUNE 11 89 (EXAMPLE WIRE) -- [TEXT] FOUR",
        "PERTH, JUNE 11 89 (EXAMPLE WIRE) -- [TEXT]",
        ("PERTH", None, date(1989, 6, 11), "EXAMPLE WIRE"),
    ),
    (
        "MOSCOW, NO DATE -- [TEXT] FOUR",
        "MOSCOW, NO DATE -- [TEXT]",
        ("MOSCOW", None, None, None),
    ),
    (
        "NAIROBI, Kenya (AP) — Four died.",
        "NAIROBI, Kenya (AP) —",
        ("NAIROBI", "Kenya", None, "AP"),
    ),
    (
        "PARIS, March 3 - Four died.",
        "PARIS, March 3 -",
        ("PARIS", None, date(2024, 3, 3), None),
    ),
    (
        "KABUL, Sept. 12 (Example Wire) -- Four died.",
        "KABUL, Sept. 12 (Example Wire) --",
        ("KABUL", None, date(2023, 9, 12), "Example Wire"),
    ),
    (
        "BAGHDAD (Example Wire) - Four died.",
        "BAGHDAD (Example Wire) -",
        ("BAGHDAD", None, None, "Example Wire"),
    ),
    (
        "KHARTOUM — The death toll rose.",
        "KHARTOUM —",
        ("KHARTOUM", None, None, None),
    ),
    (
        "LAGOS, Nigeria, May 3 (Example Wire) — Four",
        "LAGOS, Nigeria, May 3 (Example Wire) —",
        ("LAGOS", "Nigeria", date(2023, 5, 3), "Example Wire"),
    ),
    (
        "Mogadishu (Example Wire) – Four died.",
        "Mogadishu (Example Wire) –",
        ("Mogadishu", None, None, "Example Wire"),
    ),
    (
        "Addis Ababa, October 16, 2020 – Four died.",
        "Addis Ababa, October 16, 2020 –",
        ("Addis Ababa", None, date(2020, 10, 16), None),
    ),
    (
        "BOR/JUBA - 24 Aug 2020\nFour died.",
        "BOR/JUBA - 24 Aug 2020",
        ("BOR/JUBA", None, date(2020, 8, 24), None),
    ),
    (
        "N'DJAMENA, Chad — Four died.",
        "N'DJAMENA, Chad —",
        ("N'DJAMENA", "Chad", None, None),
    ),
    (
        "KABUL: Four died.",
        "KABUL:",
        ("KABUL", None, None, None),
    ),
    (
        "NEWARK, N.J. (AP) - Four died.",
        "NEWARK, N.J. (AP) -",
        ("NEWARK", "N.J.", None, "AP"),
    ),
]


@pytest.mark.parametrize(("text", "whole", "told"), DATELINES)
def test_a_dateline_tells_place_country_day_and_agency(text: str, whole: str, told: Told) -> None:
    dateline = read_dateline(text, published=PUBLISHED)
    assert dateline is not None
    assert dateline.span.of(text) == whole
    assert dateline.place_span.of(text) == dateline.place
    assert (dateline.place, dateline.country, dateline.day, dateline.agency) == told


@pytest.mark.parametrize(
    "text",
    [
        "Four died near Banjska - a village in the north.",
        "The FARC (Revolutionary Armed Forces) said so.",
        "ARMY KILLS FIVE - POLICE SAY",
        "BREAKING - Four died.",
        "REPORT : Four died.",
        "Sunday, 24 September - Four died.",
        "Former governor Mario Example -- who was there -- left.",
        "COLTS TOP CHIEFS, 20 - 3",
        "--",
        "",
        "A - b",
    ],
)
def test_other_beginnings_are_no_datelines(text: str) -> None:
    assert read_dateline(text, published=PUBLISHED) is None


def test_a_dateline_without_year_has_no_day_where_publication_is_unknown() -> None:
    dateline = read_dateline("PARIS, March 3 - Four died.", published=None)
    assert dateline is not None
    assert dateline.day is None
