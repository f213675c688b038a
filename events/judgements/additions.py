"""Incidents that a person has added: mentions at the quoted words, made of what was said, and again when lost."""

from collections.abc import Iterable

from duckdb import DuckDBPyConnection

from events.judgements.amending import amended
from events.judgements.amendment import Amendment
from events.judgements.asking import ask, ask_rows
from events.judgements.evidence import PERSON, claims_of
from outputs.store.additions import add_mention, remove_mentions
from schemas.claim import Claim
from schemas.errors import JudgementError
from schemas.incident import Account, Mention
from schemas.judgement import Judgement
from schemas.place import Location
from schemas.record import content_id
from schemas.report import Report
from schemas.span import Span
from schemas.vocabulary import Basis, Field, JudgementKind, Status
from schemas.when import When

__all__ = ["added_mention", "mention_named", "read_report", "restore_additions"]

BY_DEFAULT = "not-after-publication"


def mention_named(report_id: str, span: Span) -> str:
    """Name a mention by its report and its words, as extractors do."""
    return content_id("m", [report_id, span.start, span.end])


def added_mention(judgement: Judgement, report: Report) -> tuple[Mention, tuple[Claim, ...]]:
    """Give the mention that a person has added, and its claims; where no date was said it was not after the report."""
    span = judgement.anchors[0].span
    mention_id = mention_named(report.report_id, span)
    quote = span.of(report.text)
    amendment = Amendment.of([(judgement, mention_id)])
    event = judgement.meant.event
    if event is None:
        raise JudgementError("An incident needs its kind: sub_event_type=Attack")
    blank = Account(
        when=When.until(report.published) if report.published else When.unknown(),
        event_type=event.event_type,
        sub_event_type=judgement.said["sub_event_type"],
        summary=" ".join(quote.split()),
    )
    account, location = amended(blank, Location(), amendment)
    mention = Mention(
        mention_id=mention_id,
        report_id=report.report_id,
        trigger=span,
        status=Status.HAPPENED,
        account=account,
        location=location,
    )
    said = claims_of(amendment, account, location, report_ids={mention_id: report.report_id}, quoting=(span, quote))
    return mention, (*said, *_by_default(mention, report, judgement))


def restore_additions(connection: DuckDBPyConnection, standing: Iterable[Judgement], *, run_id: int) -> list[str]:
    """Make the mentions of additions that are lacking, take those away that were undone, and give both by id."""
    wanted = {
        mention_named(judgement.anchors[0].report_id, judgement.anchors[0].span): judgement
        for judgement in standing
        if judgement.kind is JudgementKind.ADD
    }
    there = {mention_id for (mention_id,) in ask(connection, "additions")}
    gone = sorted(there - wanted.keys())
    remove_mentions(connection, gone, run_id=run_id)
    made = []
    for mention_id in sorted(wanted.keys() - there):
        report = read_report(connection, wanted[mention_id].anchors[0].report_id)
        if report is not None and wanted[mention_id].anchors[0].span.end <= len(report.text):
            mention, claims = added_mention(wanted[mention_id], report)
            meant = wanted[mention_id].meant
            add_mention(connection, mention, claims, places=meant.places, run_id=run_id)
            made.append(mention_id)
    return [*gone, *made]


def read_report(connection: DuckDBPyConnection, report_id: str) -> Report | None:
    """Read a report; None where it is not there or its text was erased."""
    found = [row for row in ask_rows(connection, "report", report_id=report_id) if row["text"]]
    return Report(**{name: found[0][name] for name in Report.model_fields}) if found else None


def _by_default(mention: Mention, report: Report, judgement: Judgement) -> list[Claim]:
    if "date" in judgement.said or report.published is None:
        return []
    return [
        Claim.identified(
            report_id=report.report_id,
            mention_id=mention.mention_id,
            field=Field.DATE,
            value=str(mention.account.when),
            basis=Basis.METADATA,
            extractor=PERSON,
            rule=BY_DEFAULT,
        )
    ]
