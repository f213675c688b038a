"""Every copy tied to its original: the earliest report whose text it prints again, whole, cut or retitled."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from duckdb import DuckDBPyConnection

from events.link.copies.reprint import reprints
from events.link.copies.sketch import sketch
from events.link.copies.wording import Wording, wording
from outputs.store.link import write_copies

__all__ = ["originals", "tie_copies"]

TEXTS_AT_ONCE, PAIRS_AT_ONCE = 1_000, 5_000  # that are held in memory
DAYS = 7  # a wire is printed again within the week; equal texts are copies whenever
TABLES = ("changed_texts", "candidates", "reached", "tied")

First = tuple[str, str, date | None]  # a text, the first report that prints it, and its day


def tie_copies(connection: DuckDBPyConnection, *, run_id: int) -> list[str]:
    """Tie the copies among the reports and give the mentions of those that are tied otherwise than before.

    The ties are a pure function of the set of reports; what is read is what new and withdrawn reports reach.
    """
    connection.execute(_sql("changed_texts"))
    connection.execute(_sql("forget_sketches"))
    _sketch(connection)
    connection.execute(_sql("candidates"), {"days": DAYS})
    connection.execute(_sql("forget_reprints"))
    _compare(connection)
    connection.execute(_sql("reached"))
    found = originals(connection.sql(_sql("firsts")).fetchall(), connection.sql(_sql("reprints")).fetchall())
    connection.execute(_sql("tied"), {"copies": list(found), "originals": list(found.values())})
    touched = write_copies(connection, run_id=run_id)
    for table in TABLES:
        connection.execute(f"drop table {table}")
    return touched


def originals(firsts: Sequence[First], reprinted: Sequence[tuple[str, str]]) -> Mapping[str, str]:
    """Give the original of each text that reprints another, from the texts in the order of their days and ids.

    A text reprints an earlier one that tells all that it tells. On one day nobody knows which was earlier, and the
    cut one may stand first. A copy has no copies: its own reprints are tied to what it reprints, or to nothing.
    """
    tells_all_of: defaultdict[str, set[str]] = defaultdict(set)
    near: defaultdict[str, set[str]] = defaultdict(set)
    for copy, original in reprinted:
        tells_all_of[original].add(copy)
        near[copy].add(original)
        near[original].add(copy)
    standing: dict[str, tuple[int, str, date | None]] = {}
    tied: dict[str, str] = {}
    for number, (text, report_id, day) in enumerate(firsts):
        for other in sorted(near[text] & standing.keys(), key=lambda found: standing[found][0]):
            _, other_id, other_day = standing[other]
            is_told = text in tells_all_of[other] or (day == other_day and other in tells_all_of[text])
            if is_told and _within_days(day, other_day):
                tied[text] = other_id
                break
        else:
            standing[text] = (number, report_id, day)
    return tied


def _within_days(one: date | None, other: date | None) -> bool:
    return one is None or other is None or abs((one - other).days) <= DAYS


def _sketch(connection: DuckDBPyConnection) -> None:
    """Keep the sketches of the reports that have none."""
    while some := connection.execute(_sql("unsketched"), {"count": TEXTS_AT_ONCE}).fetchall():
        report_ids, fingerprints, days, texts = zip(*some, strict=True)
        values = {
            "report_ids": list(report_ids),
            "text_fingerprints": list(fingerprints),
            "published": list(days),
            "keys": [sketch(wording(text).words) for text in texts],
        }
        connection.execute(_sql("keep_sketches"), values)
        connection.execute(_sql("add_changed_texts"), {"text_fingerprints": list(fingerprints)})


def _compare(connection: DuckDBPyConnection) -> None:
    """Keep which of the candidates reprint which."""
    parsed = lru_cache(maxsize=TEXTS_AT_ONCE)(wording)
    for some in _some_candidates(connection):
        compared = ((one, other, parsed(ours), parsed(theirs)) for one, other, ours, theirs in some)
        found = [pair for pair_of_texts in compared for pair in _reprints(*pair_of_texts)]
        if found:
            copies, sources = zip(*found, strict=True)
            connection.execute(_sql("keep_reprints"), {"copies": list(copies), "originals": list(sources)})


def _reprints(one: str, other: str, ours: Wording, theirs: Wording) -> Iterator[tuple[str, str]]:
    if reprints(ours, theirs):
        yield one, other
    if reprints(theirs, ours):
        yield other, one


def _some_candidates(connection: DuckDBPyConnection) -> Iterator[list[Any]]:
    after = {"one": "", "other": ""}
    while some := connection.execute(_sql("some_candidates"), {**after, "count": PAIRS_AT_ONCE}).fetchall():
        yield some
        after = {"one": some[-1][0], "other": some[-1][1]}


@cache
def _sql(name: str) -> str:
    return resources.files("events.link.copies").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")
