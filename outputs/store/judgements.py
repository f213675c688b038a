"""Judgements in the store: what people have said, what it is bound to, and what follows for linking.

All of it belongs into the `transaction` of the run that it is written with.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from duckdb import DuckDBPyConnection

from outputs.store.flat import Row
from outputs.store.insert import insert, remove
from outputs.store.rows import in_utc
from outputs.store.script import statement
from schemas.judgement import Anchor, Judgement, Meant, Undoing
from schemas.span import Span

__all__ = [
    "any_judgement",
    "bind_judgements",
    "constrain_pairs",
    "insert_judgement",
    "insert_undoing",
    "judged",
    "standing_judgements",
    "unbound_judgements",
]


def insert_judgement(connection: DuckDBPyConnection, judgement: Judgement, *, run_id: int) -> None:
    """Write a judgement and the words that it is bound to."""
    said = {"key": list(judgement.said), "value": list(judgement.said.values())}  # as DuckDB takes a map
    row = {
        **judgement.model_dump(exclude={"anchors"}),
        "said": said,
        "meant": judgement.meant.model_dump_json(exclude_defaults=True),
        "made_at": in_utc(judgement.made_at),
    }
    insert(connection, "judgement_facts", [row], run_id=run_id)
    anchors = [_anchor_row(judgement, position, anchor) for position, anchor in enumerate(judgement.anchors)]
    insert(connection, "judgement_anchors", anchors, run_id=run_id)


def insert_undoing(connection: DuckDBPyConnection, undoing: Undoing, *, run_id: int) -> None:
    """Write that a judgement was taken back."""
    insert(
        connection, "judgement_undoings", [{**undoing.model_dump(), "made_at": in_utc(undoing.made_at)}], run_id=run_id
    )


def any_judgement(connection: DuckDBPyConnection) -> bool:
    """Say whether a person has ever said anything; most datasets are spared the search for it."""
    return bool(connection.sql(statement("any_judgement")).fetchall())


def standing_judgements(connection: DuckDBPyConnection) -> dict[str, Judgement]:
    """Give by id what nobody has taken back, in the order in which it was said."""
    rows = _rows(connection, "standing_judgements")
    anchors: dict[str, list[Anchor]] = {row["judgement_id"]: [] for row in rows}
    for row in _rows(connection, "judgement_anchors_of", judgement_ids=list(anchors)) if rows else ():
        anchors[row["judgement_id"]].append(_anchor(row))
    return {row["judgement_id"]: _judgement(row, anchors[row["judgement_id"]]) for row in rows}


def bind_judgements(connection: DuckDBPyConnection, *, run_id: int) -> list[str]:
    """Bind what stands to the mentions that are there, and give those of judgements that are bound otherwise now."""
    connection.execute(statement("bind_judgements"))
    rebound = connection.execute(statement("rebound_judgements")).fetchall()
    judgement_ids = [judgement_id for judgement_id, _ in rebound]
    if judgement_ids:
        remove(connection, "judgement_bindings", "judgement_id", judgement_ids, run_id=run_id)
        bindings = _rows(connection, "bindings_of", judgement_ids=judgement_ids)
        insert(connection, "judgement_bindings", bindings, run_id=run_id)
    return sorted({mention_id for _, mention_ids in rebound for mention_id in mention_ids})


def constrain_pairs(connection: DuckDBPyConnection) -> None:
    """Fill the temporary tables `joined` and `parted` (one, other) by what `bind_judgements` has bound."""
    for name in ("constrain_pairs", "joined", "parted"):
        connection.execute(statement(name))
    connection.execute("drop table constrained")
    connection.execute("drop table bindings_now")


def judged(connection: DuckDBPyConnection, incident_ids: Collection[str]) -> dict[str, list[tuple[str, str]]]:
    """Give by incident the standing judgements that it is bound to, each with its mention, the latest last."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in _rows(connection, "judged", incident_ids=list(incident_ids)):
        found.setdefault(row["incident_id"], []).append((row["judgement_id"], row["mention_id"]))
    return found


def unbound_judgements(connection: DuckDBPyConnection) -> list[dict[str, Any]]:
    """Give what stands and no report tells any more, by judgement_id, kind and incident_id."""
    return _rows(connection, "unbound_judgements")


def _rows(connection: DuckDBPyConnection, name: str, **values: object) -> list[dict[str, Any]]:
    found = connection.execute(statement(name), values or None)
    names = [column[0] for column in found.description or ()]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def _judgement(row: Mapping[str, Any], anchors: Iterable[Anchor]) -> Judgement:
    return Judgement(**{**row, "meant": Meant(**json.loads(row["meant"])), "anchors": tuple(anchors)})


def _anchor(row: Mapping[str, Any]) -> Anchor:
    return Anchor(
        report_id=row["report_id"],
        span=Span(start=row["span_start"], end=row["span_end"]),
        sentence=Span(start=row["sentence_start"], end=row["sentence_end"]),
        part=row["part"],
    )


def _anchor_row(judgement: Judgement, position: int, anchor: Anchor) -> Row:
    return {
        "judgement_id": judgement.judgement_id,
        "position": position,
        "part": anchor.part,
        "report_id": anchor.report_id,
        "span_start": anchor.span.start,
        "span_end": anchor.span.end,
        "sentence_start": anchor.sentence.start,
        "sentence_end": anchor.sentence.end,
    }
