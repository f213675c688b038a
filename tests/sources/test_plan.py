"""The plan of a build counts what is there, and keeps none of it."""

from datetime import date

from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason
from sources.plan import MOST_NAMED, plan_of


def report(text: str, file: str, media_type: str = "text/plain", **facts: object) -> Report:
    return Report(report_id=text, text=text, media_type=media_type, raw_sha256="0", file=file, **facts)


def reject(reason: RejectReason, detail: str = "Broken.") -> Reject:
    return Reject(path="a", reason=reason, detail=detail)


def test_files_and_reports_are_counted_by_kind() -> None:
    rows = [report(f"row {number}", "a.csv", "text/csv", language="en") for number in range(3)]
    plan = plan_of([*rows, report("page", "b.html", "text/html", published=date(2023, 9, 25), language="sr")])
    assert [(kind.name, kind.files, kind.reports) for kind in plan.kinds] == [("html", 1, 1), ("table", 1, 3)]
    assert (plan.reports, plan.undated, dict(plan.languages)) == (4, 3, {"en": 3, "sr": 1})


def test_what_cannot_be_read_is_named_at_first_and_then_counted() -> None:
    many = [reject(RejectReason.MALFORMED) for _ in range(MOST_NAMED + 5)]
    plan = plan_of([*many, reject(RejectReason.COLUMNS, "Body was taken for the text."), reject(RejectReason.DATE)])
    assert (len(plan.refused), plan.refusals) == (MOST_NAMED, MOST_NAMED + 5)
    assert [entry.detail for entry in plan.told] == ["Body was taken for the text."]
