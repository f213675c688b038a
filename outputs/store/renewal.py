"""Renewing what is there: reports with what they say of their places, and mentions written in place of themselves."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from duckdb import DuckDBPyConnection

from outputs.store.insert import put, remove
from outputs.store.load import insert_mentions
from outputs.store.read import LinkedMention, read_mentions
from outputs.store.rows import place_row
from outputs.store.script import statement
from schemas.incident import Mention
from schemas.place import Candidate, PlaceReference, References
from schemas.record import Record
from schemas.report import Report
from schemas.span import Span

__all__ = [
    "TABLES_OF_MENTIONS",
    "ReadReport",
    "count_reports",
    "forget_places",
    "placed_with",
    "read_candidates",
    "read_reports",
    "replace_mentions",
]

TABLES_OF_MENTIONS = ("mention_facts", "place_candidates", "casualty_facts", "participant_facts")


class ReadReport(Record):
    """A report of the dataset with its mentions and the names of places that it was read to hold."""

    report: Report
    mentions: tuple[LinkedMention, ...]
    references: tuple[References, ...]


def placed_with(connection: DuckDBPyConnection) -> frozenset[str]:
    """Give the digests of the gazetteers that the dataset's mentions were placed with; none in an empty dataset."""
    return frozenset(digest for (digest,) in connection.sql(statement("placed_with")).fetchall())


def count_reports(connection: DuckDBPyConnection) -> int:
    """Count the reports that tell anything."""
    ((reports,),) = connection.sql(statement("count_mentioning_reports")).fetchall()
    return int(reports)


def read_reports(connection: DuckDBPyConnection, *, at_once: int) -> Iterator[list[ReadReport]]:
    """Give the reports that tell anything, some at a time, by id; they may be replaced meanwhile."""
    after = ""
    while some := _reports(connection, after, at_once):
        report_ids = [report.report_id for report in some]
        references, mentions = _references(connection, report_ids), _mentions(connection, report_ids)
        yield [
            ReadReport(
                report=report,
                mentions=tuple(mentions[report.report_id]),
                references=tuple(references[report.report_id]),
            )
            for report in some
        ]
        after = report_ids[-1]


def read_candidates(connection: DuckDBPyConnection, mention_ids: Collection[str]) -> dict[str, tuple[Candidate, ...]]:
    """Give the places that were considered for each mention, the best first; nameless ones are an older program's."""
    found = connection.execute(statement("read_candidates"), {"mention_ids": list(mention_ids)}).fetchall()
    candidates: defaultdict[str, list[Candidate]] = defaultdict(list)
    for mention_id, place_id, name, score, reason in found:
        candidates[mention_id].append(Candidate(place_id=place_id, name=name or "", score=score, reason=reason))
    return {mention_id: tuple(some) for mention_id, some in candidates.items()}


def replace_mentions(connection: DuckDBPyConnection, mentions: Collection[Mention], *, run_id: int) -> None:
    """Write mentions in place of those with their ids, within a transaction; the incidents are left as they are.

    The places that they are at are written as the mentions have them.
    """
    mention_ids = [mention.mention_id for mention in mentions]
    for table in TABLES_OF_MENTIONS:
        remove(connection, table, "mention_id", mention_ids, run_id=run_id)
    insert_mentions(connection, mentions, run_id=run_id)
    places = (mention.location.place for mention in mentions)
    put(connection, "places", "place_id", [place_row(place) for place in places if place], run_id=run_id)


def forget_places(connection: DuckDBPyConnection, *, run_id: int) -> None:
    """Remove the places that nothing is at any more."""
    idle = [place_id for (place_id,) in connection.sql(statement("idle_places")).fetchall()]
    remove(connection, "places", "place_id", idle, run_id=run_id)


def _reports(connection: DuckDBPyConnection, after: str, count: int) -> list[Report]:
    found = connection.execute(statement("mentioning_reports"), {"after": after, "count": count})
    names = [column[0] for column in found.description or ()]
    rows = (dict(zip(names, values, strict=True)) for values in found.fetchall())
    return [Report(**{name: row[name] for name in Report.model_fields}) for row in rows]


def _mentions(connection: DuckDBPyConnection, report_ids: Sequence[str]) -> defaultdict[str, list[LinkedMention]]:
    found = connection.execute(statement("mentions_of_reports"), {"report_ids": list(report_ids)}).fetchall()
    mentions: defaultdict[str, list[LinkedMention]] = defaultdict(list)
    for linked in read_mentions(connection, [mention_id for (mention_id,) in found]):
        mentions[linked.mention.report_id].append(linked)
    return mentions


def _references(connection: DuckDBPyConnection, report_ids: Sequence[str]) -> defaultdict[str, list[References]]:
    found = connection.execute(statement("read_references"), {"report_ids": list(report_ids)})
    names = [column[0] for column in found.description or ()]
    places: defaultdict[tuple[str, str | None], list[PlaceReference]] = defaultdict(list)
    for values in found.fetchall():
        row = dict(zip(names, values, strict=True))
        span = Span(start=row["span_start"], end=row["span_end"])
        fields = {name: row[name] for name in PlaceReference.model_fields if name != "span"}
        places[row["report_id"], row["mention_id"]].append(PlaceReference(span=span, **fields))
    references: defaultdict[str, list[References]] = defaultdict(list)
    for (report_id, mention_id), some in places.items():
        references[report_id].append(References(report_id=report_id, mention_id=mention_id, places=tuple(some)))
    return references
