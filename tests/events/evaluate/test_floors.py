import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.evaluate.coding import incident_from
from events.evaluate.floors import digest, measures, read_floors, repinned, shortfalls, written
from events.evaluate.gold import GoldReport
from events.evaluate.score import score_incidents
from schemas.errors import UsageError

CORPUS = {"corpus": "examples/coded.jsonl", "corpus_sha256": digest(b"corpus")}
PINNED = repinned(None, {"incidents.recall": 0.8, "slots.overall.date": 0.9}, **CORPUS)


def test_a_score_below_its_floor_is_told() -> None:
    assert shortfalls(PINNED, {"incidents.recall": 0.8, "slots.overall.date": 0.95}) == []
    assert shortfalls(PINNED, {"incidents.recall": 0.79}) == [
        "incidents.recall is 0.79, its floor is 0.8",
        "slots.overall.date is not measured, its floor is 0.9",
    ]


def test_floors_rise_by_themselves() -> None:
    better = repinned(PINNED, {"incidents.recall": 0.85, "slots.overall.date": 0.9, "new": 0.1}, **CORPUS)
    assert better.floors == {"incidents.recall": 0.85, "slots.overall.date": 0.9, "new": 0.1}
    assert better.lowered == ()


@pytest.mark.parametrize(
    ("lower", "reason", "message"),
    [
        ([], "a reason", "would fall: incidents.recall, slots.overall.date"),
        (["incidents.recall"], "a reason", "would fall: slots.overall.date"),
        (["incidents.recall", "slots.overall.date"], None, "takes a reason"),
        (["incidents.recall", "slots.overall.date"], "  ", "takes a reason"),
    ],
)
def test_lowering_a_floor_takes_its_name_and_a_reason(lower: list[str], reason: str | None, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        repinned(PINNED, {"incidents.recall": 0.7}, lower=lower, reason=reason, **CORPUS)


def test_a_lowered_floor_keeps_its_reason() -> None:
    reached = {"incidents.recall": 0.7, "slots.overall.date": 0.9}
    lowered = repinned(PINNED, reached, lower=["incidents.recall"], reason="harder reports", **CORPUS)
    assert lowered.floors == reached
    (change,) = lowered.lowered
    assert (change.measure, change.before, change.after) == ("incidents.recall", 0.8, 0.7)
    assert read_floors(written(lowered)) == lowered


def test_a_floor_changed_by_hand_is_refused() -> None:
    with pytest.raises(UsageError, match="changed by hand"):
        read_floors(written(PINNED).replace("0.8", "0.7"))
    with pytest.raises(UsageError, match="changed by hand"):
        read_floors(written(PINNED).replace(CORPUS["corpus_sha256"], digest(b"another")))


def test_what_is_no_table_of_floors_is_refused() -> None:
    for text in ("[floors", "floors = 3"):
        with pytest.raises(UsageError, match="no floors"):
            read_floors(text)


keys = st.text(max_size=12)


@given(st.dictionaries(keys, st.floats(0, 1)), keys)
def test_floors_read_back_as_they_were_written(reached: dict[str, float], reason: str) -> None:
    floors = repinned(None, reached, **CORPUS)
    lowered = repinned(floors, {}, lower=reached, reason=f"because {reason}", **CORPUS)
    assert read_floors(written(floors)) == floors
    assert read_floors(written(lowered)) == lowered


def test_every_measure_is_better_when_higher() -> None:
    coded = {"event_type": "Battles", "sub_event_type": "Armed clash", "country": "Mali", "killed": 3}
    gold = [
        GoldReport(id="one", text="t", incidents=(incident_from(coded, source={}),)),
        GoldReport(id="two", text="t", relevant=False, tells_no_violence=True),
    ]
    right = {**coded, "status": "happened", "scope": "single"}
    perfect = measures(score_incidents(gold, {"one": [right]}))
    poor = measures(score_incidents(gold, {"two": [right]}))
    assert set(perfect.values()) == {1.0}
    assert all(poor[name] < 1 for name in poor)
    assert {"incidents.recall", "counts.killed.overall", "not_silent"} <= set(poor)
