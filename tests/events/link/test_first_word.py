"""A first word, in other words and with the first dead alone, meets the later reports of a village, not of a city."""

from collections.abc import Mapping
from typing import Any

import duckdb
import pytest

from events.link.partition import partition
from events.link.tellings import make_tellings
from events.link.weights import LinkingWeights

CLASH: Mapping[str, Any] = {
    "founds": True,
    "recalls": False,
    "scope": "single",
    "date_start": "2023-09-24",
    "date_end": "2023-09-24",
    "country_code": "XK",
    "latitude": 42.97,
    "longitude": 20.78,
    "radius_km": 2.0,
    "place_id": "banjska",
    "place_precision": "settlement",
    "event_type": "Battles",
    "sub_event_type": "Armed clash",
}
TOLD = [
    (1, "Patrol ambushed at dawn by unknown masked gunmen beside a road block"),
    (4, "Three attackers and one sergeant fell, the interior ministry confirmed after darkness"),
    (3, "President admits countrymen perished, rejects accusations from Pristina's government"),
]


def clusters(**facts: object) -> int:
    """Count the incidents that the three tell, each by an outlet of its own."""
    with duckdb.connect() as connection:
        make_tellings(connection)
        for number, (killed, text) in enumerate(TOLD):
            row = {"id": f"m-{number}", "group_id": f"r-{number}", **CLASH, "killed": killed, "text": text, **facts}
            marks = ", ".join("?" for _ in row)
            connection.execute(f"insert into tellings ({', '.join(row)}) values ({marks})", list(row.values()))
        partition(connection, LinkingWeights.load())
        return len(connection.sql("select distinct cluster from clusters").fetchall())


def test_one_clash_of_a_village_is_one_though_no_word_is_the_same() -> None:
    assert clusters() == 1


@pytest.mark.parametrize("facts", [{"radius_km": 20.0}, {"radius_km": 60.0, "place_precision": "admin2"}])
def test_in_a_city_or_a_district_such_reports_stay_apart(facts: Mapping[str, Any]) -> None:
    assert clusters(**facts) > 1
