"""The bound by which pairs are dropped before their words are compared drops none that counts."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

import duckdb
from hypothesis import given, settings
from hypothesis import strategies as some

from events.link.score import score
from events.link.tellings import make_tellings
from events.link.weights import LinkingWeights

Row = Mapping[str, Any]
WEIGHTS = LinkingWeights.load()
WORDS = (
    "Banjska",
    "Kosovo",
    "Zvečan",
    "Radoičić",
    "convoy",
    "ambush",
    "market",
    "police",
    "monastery",
    "dawn",
    "drone",
)

DAYS = some.integers(min_value=0, max_value=3).map(lambda day: date(2021, 3, 1) + timedelta(days=day))
EXACT = DAYS.map(lambda day: (day, day))
DATES = some.one_of(
    EXACT,
    EXACT,
    EXACT,
    DAYS.map(lambda day: (day, day + timedelta(days=1))),
    DAYS.map(lambda day: (day - timedelta(days=3), day + timedelta(days=3))),
    DAYS.map(lambda day: (None, day)),
    some.sampled_from([(date(2021, 3, 1), date(2021, 3, 31)), (None, None)]),
)
VILLAGE = ("village", 43.00, 20.00, 1.0, "settlement", "XK")
POINTS = some.sampled_from(
    [
        VILLAGE,
        VILLAGE,
        ("hamlet", 43.02, 20.00, 2.0, "settlement", "XK"),
        ("town", 43.05, 20.10, 12.0, "settlement", "XK"),
        ("province", 43.10, 20.20, 60.0, "admin1", "XK"),
        (None, None, None, None, "country", "XK"),
        (None, None, None, None, "unknown", None),
    ]
)
TOLLS = some.sampled_from(
    [(None, None, None), (0, 0, 0), (1, 1, 1), (3, 3, 3), (2, 4, 7), (41, 41, 41), (90, 100, 200)]
)
ACTORS = some.lists(
    some.fixed_dictionaries(
        {
            "name": some.sampled_from(["ETA", "Kosovo Police", "Sunni militants", "gunmen", "Protesters", None]),
            "actor_id": some.sampled_from([None, None, "q-1", "q-2"]),
            "type": some.sampled_from(["State forces", "Rebel group", "Protesters", "Civilians", None]),
            "side": some.sampled_from(["a", "b", None]),
            "country_code": some.sampled_from(["XK", None]),
        }
    ),
    max_size=2,
)
COLUMNS: Mapping[tuple[str, ...], some.SearchStrategy[Any]] = {
    ("date_start", "date_end"): DATES,
    ("published",): DAYS.map(lambda day: (day,)),
    ("yearless",): some.sampled_from([(None,), (None,), (["XXXX-03-02"],), (["XXXX-03-01/XXXX-03-05"],)]),
    ("place_id", "latitude", "longitude", "radius_km", "place_precision", "country_code"): POINTS,
    ("event_type", "sub_event_type"): some.sampled_from(
        [("Battles", kind) for kind in ("Armed clash", "Armed clash", "Attack", "Suicide bomb", "Mob violence", None)]
    ),
    ("killed_low", "killed", "killed_high"): TOLLS,
    ("injured_low", "injured", "injured_high"): TOLLS,
    ("actors",): some.tuples(ACTORS),
    ("text",): some.tuples(some.none() | some.lists(some.sampled_from(WORDS), max_size=9).map(" ".join)),
    ("founds", "recalls"): some.sampled_from([(True, False), (True, False), (False, True)]),
    ("persons",): some.sampled_from([(None,), (None,), (["Zvonko Veselinović"],), (["Bojan Jevtić"],)]),
    ("scope",): some.sampled_from([("single",), ("single",), ("aggregate",)]),
    ("coded",): some.tuples(some.booleans()),
}


@some.composite
def tellings(draw: some.DrawFn) -> list[Row]:
    """Draw some that agree in most: of each fact there are up to four, the first the most told."""
    pools = {names: draw(some.lists(facts, min_size=1, max_size=4)) for names, facts in COLUMNS.items()}
    random = draw(some.randoms(use_true_random=False))
    return [
        dict(item for names, pool in pools.items() for item in zip(names, _one_of(pool, random), strict=True))
        for _ in range(draw(some.integers(min_value=10, max_value=40)))
    ]


def _one_of(pool: Sequence[tuple[Any, ...]], random: Random) -> tuple[Any, ...]:
    return pool[0] if random.random() < 0.6 else random.choice(pool)


def scored(rows: Sequence[Row], *, kept: float) -> dict[tuple[int, int], int]:
    """Give the scores of all pairs that score so much, by both."""
    with duckdb.connect() as connection:
        make_tellings(connection)
        for number, row in enumerate(rows):
            names = ", ".join(["id", "group_id", *row])
            marks = ", ".join("?" for _ in range(len(row) + 2))
            values = [f"m-{number}", f"r-{number}", *row.values()]
            connection.execute(f"insert into tellings ({names}) values ({marks})", values)
        score(connection, WEIGHTS.model_copy(update={"limits": {**WEIGHTS.limits, "kept": kept, "link": kept}}))
        pairs = connection.sql("select one, other, score from scored").fetchall()
        return {(one, other): worth for one, other, worth in pairs}


@settings(max_examples=20, deadline=None)
@given(tellings(), some.sampled_from([-4.0, 0.0, 2.0, 2.0, 3.5, 5.0]))
def test_no_pair_that_counts_is_dropped_unseen(rows: list[Row], kept: float) -> None:
    every = scored(rows, kept=-1000.0)
    assert {pair for pair, worth in every.items() if worth > 1000 * kept} <= scored(rows, kept=kept).keys()
