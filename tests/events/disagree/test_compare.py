"""Mentions of two extractors are paired one to one, and what differs is told with both quotes."""

from events.disagree.compare import compare, pairs_of
from events.disagree.reading import FIELDS, ToldMention


def told(name: str, start: int, **values: str) -> ToldMention:
    return ToldMention(
        mention_id=f"m-{name}",
        report_id="r-1",
        start=start,
        end=start + 5,
        values={field: values.get(field) for field in FIELDS},
        quotes=dict.fromkeys(values, f"words of {name}"),
    )


def test_the_same_trigger_pairs_before_likeness() -> None:
    first = [told("a", 0, killed="4", place="Hama"), told("b", 100, killed="4", place="Hama")]
    second = [told("c", 102, killed="9"), told("d", 900, killed="4", place="Hama")]
    paired = [(one.mention_id, other.mention_id) for one, other in pairs_of(first, second)]
    assert paired == [("m-b", "m-c"), ("m-a", "m-d")]


def test_what_shares_nothing_is_not_paired() -> None:
    assert list(pairs_of([told("a", 0, killed="4")], [told("b", 5_000, killed="5")])) == []


def test_the_same_trigger_of_both_is_one_mention_of_each() -> None:
    one = told("same", 0, killed="4")
    comparison = compare(["r-1"], {"r-1": [one]}, {"r-1": [one]})
    assert comparison.differences == ()
    assert comparison.agreements[0].agree == 1


def test_every_difference_is_counted_and_told() -> None:
    first = {"r-1": [told("a", 0, killed="4", event_type="Battles"), told("b", 9_000, sub_event_type="Attack")]}
    second = {"r-1": [told("c", 2, killed="5", event_type="Battles", place="Hama")]}
    comparison = compare(["r-1", "r-2"], first, second)
    by_field = {one.field: one for one in comparison.agreements}
    assert (by_field["incident"].agree, by_field["incident"].only_first) == (1, 1)
    assert (by_field["killed"].differ, by_field["event_type"].agree, by_field["place"].only_second) == (1, 1, 1)
    found = {(one.field, one.kind, one.first, one.second) for one in comparison.differences}
    assert found == {
        ("killed", "differ", "4", "5"),
        ("place", "second", None, "Hama"),
        ("incident", "first", "Attack", None),
    }
    (killed,) = (one for one in comparison.differences if one.field == "killed")
    assert (killed.first_quote, killed.second_quote) == ("words of a", "words of c")
