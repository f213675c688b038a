"""Copies are tied to the earliest report that tells all that they tell, in whatever order and portions they come."""

import itertools
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from events.link.copies.tie import originals, tie_copies
from outputs.store.load import Batch, BatchReport, load_batch
from schemas.report import Report
from tests.events.link.copies.test_reprint import BODY, LAST, LEAD, WIRE
from tests.events.link.desk import Clear, Desk

DAY = date(2023, 1, 2)


def told(publisher: str, text: str, published: date | None) -> Report:
    return Report.identified(
        publisher=publisher, text=text, published=published, media_type="text/plain", raw_sha256="0"
    )


FIRST = told("Kigali Example", "Four killed in Hama.", date(2023, 1, 2))
LATER = told("Luanda Example", "FOUR killed  in Hama", date(2023, 1, 3))
UNDATED = told("Example Wire", "Four killed in Hama.", None)
OTHER = told("Example Wire", "Five killed in Hama.", date(2023, 1, 1))
WORDLESS = [told(name, "...", date(2023, 1, 1)) for name in ("a", "b")]


def tie(desk: Desk, *portions: tuple[Report, ...]) -> dict[str, str | None]:
    """Load and tie each portion; give each report's publisher with that of its original."""
    for reports in portions:
        load_batch(desk.connection, Batch(reports=tuple(BatchReport(report=report) for report in reports)), run_id=1)
        tie_copies(desk.connection, run_id=1)
    return dict(
        desk.rows(
            "select copies.publisher, originals.publisher from reports as copies "
            "left join reports as originals on originals.report_id = copies.copy_of"
        )
    )


def later(days: int) -> date:
    return DAY + timedelta(days=days)


def test_equal_texts_are_tied_to_the_earliest_in_any_order_of_loading(cleared: Clear) -> None:
    first = FIRST.report_id
    tied = {first: None, LATER.report_id: first, UNDATED.report_id: first, OTHER.report_id: None}
    for order in itertools.permutations([FIRST, LATER, UNDATED, OTHER]):
        desk = cleared()
        tie(desk, *((report,) for report in order))
        assert dict(desk.rows("select report_id, copy_of from reports")) == tied, order


def test_reports_without_a_letter_are_no_copies(desk: Desk) -> None:
    tie(desk, tuple(WORDLESS))
    assert desk.rows("select count(*), count(copy_of) from reports") == [(2, 0)]


def test_a_cut_wire_is_tied_to_the_whole_one(desk: Desk) -> None:
    whole, cut = told("Wire", WIRE, DAY), told("Daily", f"Four dead near Hama\n{LEAD}\n{BODY}", later(1))
    assert tie(desk, (cut, whole)) == {"Wire": None, "Daily": "Wire"}


def test_a_whole_wire_of_a_later_day_is_no_copy_of_the_cut_one(cleared: Clear) -> None:
    """It tells more; on one day nobody knows which was first."""
    cut = told("Daily", f"{LEAD}\n{BODY}", DAY)
    assert tie(cleared(), (told("Wire", WIRE, later(1)), cut)) == {"Wire": None, "Daily": None}
    assert sorted(map(str, tie(cleared(), (told("Wire", WIRE, DAY), cut)).values())).count("None") == 1


def test_a_near_copy_is_printed_within_the_week(desk: Desk) -> None:
    wire, cut, same = (
        told("Wire", WIRE, DAY),
        told("Daily", f"{LEAD}\n{BODY}", later(8)),
        told("Radio", WIRE, later(90)),
    )
    assert tie(desk, (wire, cut, same)) == {"Wire": None, "Daily": None, "Radio": "Wire"}


def test_a_toll_that_has_risen_is_no_copy(desk: Desk) -> None:
    assert tie(desk, (told("Wire", WIRE, DAY), told("Daily", WIRE.replace("four", "five"), later(1)))) == {
        "Wire": None,
        "Daily": None,
    }


def test_copies_of_a_withdrawn_report_are_tied_anew(desk: Desk) -> None:
    wire, cut, again = (
        told("Wire", WIRE, DAY),
        told("Daily", f"{LEAD}\n{BODY}", later(1)),
        told("Radio", WIRE, later(1)),
    )
    assert tie(desk, (wire, cut, again)) == {"Wire": None, "Daily": "Wire", "Radio": "Wire"}
    desk.connection.execute("delete from reports where publisher = 'Wire'")
    assert sorted(map(str, tie(desk, ()).values())).count("None") == 1


def test_what_two_reprint_does_not_tie_them() -> None:
    """Monday's and Tuesday's note share a form, and somebody prints the form alone."""
    firsts = [("monday", "r-1", DAY), ("tuesday", "r-2", later(1)), ("form", "r-3", later(2))]
    assert originals(firsts, [("form", "monday"), ("form", "tuesday")]) == {"form": "r-1"}


def test_a_copy_of_a_copy_is_tied_to_what_it_reprints_itself_or_to_nothing() -> None:
    firsts = [("a", "r-1", DAY), ("b", "r-2", later(1)), ("c", "r-3", later(2))]
    assert originals(firsts, [("b", "a"), ("c", "b")]) == {"b": "r-1"}
    assert originals(firsts, [("b", "a"), ("c", "b"), ("c", "a")]) == {"b": "r-1", "c": "r-1"}


TEXTS = [
    WIRE,
    f"{LEAD}\n{BODY}",
    f"{BODY}\n{LAST}",
    f"Four dead\n{WIRE}",
    WIRE.upper(),
    WIRE.replace("four", "five"),
    BODY,
]
REPORTS = some.lists(
    some.builds(
        told, some.sampled_from("abcdef"), some.sampled_from(TEXTS), some.sampled_from([None, DAY, later(1), later(8)])
    ),
    max_size=8,
    unique_by=lambda report: report.report_id,
)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(REPORTS, some.data())
def test_order_and_portions_do_not_matter(cleared: Clear, reports: list[Report], data: some.DataObject) -> None:
    def tied(*portions: tuple[Report, ...]) -> dict[str, str | None]:
        desk = cleared()
        tie(desk, *portions)
        return dict(desk.rows("select report_id, copy_of from reports"))

    shuffled = tuple(data.draw(some.permutations(reports)))
    cut = data.draw(some.integers(min_value=0, max_value=len(reports)))
    found = tied(tuple(reports))
    assert tied(shuffled[:cut], shuffled[cut:]) == found
    assert all(found[original] is None for original in found.values() if original)
