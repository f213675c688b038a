"""What one extractor tells of a report: its mentions, field by field, each with the words that prove it."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from duckdb import DuckDBPyConnection

from outputs.store.script import statement
from schemas.record import Record

__all__ = ["FIELDS", "NUMBERS", "ToldMention", "mentions_told"]

# What is compared, and the fields of the claims that prove it.
FIELDS: Mapping[str, tuple[str, ...]] = {
    "status": ("event",),
    "event_type": ("event",),
    "sub_event_type": ("event",),
    "date_start": ("date",),
    "date_end": ("date",),
    "country_code": ("place",),
    "place": ("place",),
    "actor1_type": ("perpetrator", "party", "target", "victim"),
    "actor2_type": ("target", "victim", "party", "perpetrator"),
    "perpetrator": ("perpetrator",),
    "target": ("target", "victim"),
    "weapon": ("weapon",),
    "killed": ("killed",),
    "injured": ("injured",),
    "missing": ("missing",),
    "detained": ("detained",),
    "abducted": ("abducted",),
    "displaced": ("displaced",),
    "crowd_size": ("crowd_size",),
}
NUMBERS = frozenset({"killed", "injured", "missing", "detained", "abducted", "displaced", "crowd_size"})


class ToldMention(Record):
    """One incident as one extractor reads it in one report; values are words, numbers in figures."""

    mention_id: str
    report_id: str
    start: int
    end: int
    values: dict[str, str | None]
    quotes: dict[str, str]


def mentions_told(connection: DuckDBPyConnection, report_ids: Collection[str]) -> dict[str, list[ToldMention]]:
    """Give the mentions of reports, by report, in the order of the text; what persons have added is left out."""
    claimed: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    told = connection.execute(statement("second_quotes"), {"report_ids": list(report_ids)})
    for mention_id, field, quote in told.fetchall():
        claimed[mention_id][field].append(quote)
    found: dict[str, list[ToldMention]] = defaultdict(list)
    rows = connection.execute(statement("second_mentions"), {"report_ids": list(report_ids)}).fetchall()
    for mention_id, report_id, start, end, *values in rows:
        quotes = claimed[mention_id]
        found[report_id].append(
            ToldMention(
                mention_id=mention_id,
                report_id=report_id,
                start=start,
                end=end,
                values={
                    name: None if value is None else str(value) for name, value in zip(FIELDS, values, strict=True)
                },
                quotes={name: _quoted(quotes, of) for name, of in FIELDS.items() if _quoted(quotes, of)},
            )
        )
    return found


def _quoted(quotes: Mapping[str, list[str]], fields: tuple[str, ...]) -> str:
    """Give the words of the first of the fields that has some."""
    told = next((quotes[field] for field in fields if quotes.get(field)), [])
    return " … ".join(dict.fromkeys(told))
