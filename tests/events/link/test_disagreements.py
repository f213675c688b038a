"""The view `disagreements` tells where the reports of an incident differ, and by how much."""

from dataclasses import replace
from datetime import timedelta

import pytest

from schemas.count import Count
from schemas.vocabulary import EventType, PlaceKind, Side
from schemas.when import When
from tests.events.link.desk import Desk
from tests.events.link.stories import DAY, HAMA, HOMS, Story, Telling, place

WIRE, DAILY, RADIO = "Example Wire", "Example Daily", "Example Radio"
SYRIA = place("Syria", kind=PlaceKind.ADMIN1).model_copy(update={"radius_km": 300})


def told(publisher: str | None, days: int, **facts: object) -> Story:
    telling = Telling(**facts)  # type: ignore[arg-type]
    return Story(name=f"{publisher} {days}", tells=(telling,), publisher=publisher, published=DAY + timedelta(days))


def by_side(side: Side, number: int) -> dict[str, object]:
    return {"sides": ((side, Count.exactly(number)),)}


DIFFERING: list[tuple[str, list[Story], list[tuple[object, ...]]]] = [
    (
        "tolls",
        [told(WIRE, 0, killed=3), told(DAILY, 1, killed=5), told(RADIO, 2)],
        [("killed", 2, 3, 5, 2, "people", ["3 (Example Wire)", "5 (Example Daily)"])],
    ),
    ("a toll that was told anew", [told(WIRE, 0, killed=3), told(WIRE, 1, killed=5), told(DAILY, 1, killed=5)], []),
    ("one account", [told(WIRE, 0, killed=3)], []),
    (
        "sides",
        [told(WIRE, 0, **by_side(Side.B, 4)), told(DAILY, 1, **by_side(Side.B, 3)), told(RADIO, 1, killed=4)],
        [
            ("killed", 3, 3, 4, 1, "people", ["3 (Example Daily)", "4 (Example Radio)", "4 (Example Wire)"]),
            ("killed_side_b", 2, 3, 4, 1, "people", ["3 (Example Daily)", "4 (Example Wire)"]),
        ],
    ),
    (
        "days",
        [told(WIRE, 0), told(DAILY, 1, when=When.on(DAY + timedelta(days=3)))],
        [("date", 2, None, None, 3, "days", ["2021-03-01 (Example Wire)", "2021-03-04 (Example Daily)"])],
    ),
    ("a day and its month", [told(WIRE, 0), told(DAILY, 1, when=When.in_month(2021, 3))], []),
    (
        "places",
        [told(WIRE, 0, where=HAMA), told(DAILY, 1, where=HOMS)],
        [("place", 2, None, None, 43, "km", ["Hama (Example Wire)", "Homs (Example Daily)"])],
    ),
    ("a town and its country", [told(WIRE, 0, where=HAMA), told(DAILY, 1, where=SYRIA)], []),
    (
        "kinds",
        [told(WIRE, 0), told(DAILY, 1, event=EventType.RIOTS, sub_event="Mob violence")],
        [
            ("event_type", 2, None, None, 1, "further answers", ["Battles (Example Wire)", "Riots (Example Daily)"]),
            (
                "sub_event_type",
                2,
                None,
                None,
                1,
                "further answers",
                ["Armed clash (Example Wire)", "Mob violence (Example Daily)"],
            ),
        ],
    ),
    (
        "unnamed perpetrators",
        [told(WIRE, 0, perpetrators=("gunmen",)), told(DAILY, 1, perpetrators=("men",))],
        [],
    ),
]


@pytest.mark.parametrize(("stories", "expected"), [case[1:] for case in DIFFERING], ids=[case[0] for case in DIFFERING])
def test_what_differs_is_told_with_who_told_it(
    desk: Desk, stories: list[Story], expected: list[tuple[object, ...]]
) -> None:
    desk.derive(*stories)
    assert desk.rows("select * exclude incident_id from disagreements order by field") == expected


def test_copies_are_one_voice(desk: Desk) -> None:
    copies = [replace(told(f"Outlet {number}", number, killed=3), words="Three killed.") for number in range(5)]
    desk.derive(*copies, told(WIRE, 1, killed=5))
    assert desk.rows("select accounts, told from disagreements where field = 'killed' order by spread desc") == [
        (2, ["3 (Outlet 0)", "5 (Example Wire)"])
    ]
