"""A hearing: one judgement taken, in one run and one transaction, and what it changed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from importlib import metadata
from pathlib import Path
from typing import Any

from duckdb import DuckDBPyConnection

from events.extract.extractor import codebook_digest
from events.judgements.asking import ask, ask_rows
from events.judgements.fields import plain_words
from events.link.link import relink
from events.settings import settle_settings
from outputs.query.visible import visible
from outputs.store.connect import open_for_reading, open_for_writing
from outputs.store.judgements import insert_judgement, insert_undoing, unbound_judgements
from outputs.store.runs import begin_run, finish_run
from outputs.store.settings import read_settings
from outputs.store.transaction import transaction
from schemas.errors import JudgementError
from schemas.judgement import Anchor, Judgement, Meant, Undoing
from schemas.record import Record
from schemas.vocabulary import JudgementKind

__all__ = ["Hearing", "Outcome", "hearing", "reason"]

Columns = Mapping[str, Any]


class Outcome(Record):
    """What a judgement changed: the columns of the incidents that it touched, before and after, by incident_id.

    `unbound` names judgements that no report tells any more, each with its kind and incident.
    """

    judgement_id: str
    before: Mapping[str, Columns]
    after: Mapping[str, Columns]
    unbound: tuple[Columns, ...] = ()


class Hearing:
    """An open dataset within a transaction, in which one thing is said; who says it is known from the start."""

    def __init__(
        self,
        connection: DuckDBPyConnection,
        *,
        now: Callable[[], datetime],
        why: str | None,
        made_by: str | None,
        codebook: Path | None = None,
    ) -> None:
        self.connection = connection
        self._now = now
        self._why, self._made_by = why, made_by
        self._codebook = codebook
        chosen = {"codebook": codebook_digest(codebook)} if codebook else {}
        self._settings = settle_settings(chosen, stored=read_settings(connection))

    def columns(self, incident_id: str) -> Columns:
        """Give an incident's columns as they stand."""
        (found,) = ask_rows(self.connection, "columns", incident_ids=[incident_id])
        return found

    def judge(
        self,
        kind: JudgementKind,
        *,
        incident_ids: Sequence[str],
        anchors: Callable[[], Sequence[Anchor]],
        said: Mapping[str, str] | None = None,
        meant: Meant | None = None,
    ) -> Outcome:
        """Say something of incidents; the first is what the judgement names."""
        run_id = self._begin(kind.value)
        judgement = Judgement.identified(
            kind=kind,
            incident_id=incident_ids[0],
            anchors=anchors(),
            made_at=self._now().replace(microsecond=0),
            run_id=run_id,
            said=said,
            meant=meant,
            why=self._why,
            made_by=self._made_by,
        )
        before = self._state(judgement.anchors, incident_ids)
        insert_judgement(self.connection, judgement, run_id=run_id)
        return self._end(judgement.judgement_id, judgement.anchors, before, run_id)

    def undo(self, judgement: Judgement) -> Outcome:
        """Take back what was said."""
        run_id = self._begin("undo")
        before = self._state(judgement.anchors, [judgement.incident_id])
        undoing = Undoing(
            judgement_id=judgement.judgement_id,
            why=self._why,
            made_by=self._made_by,
            made_at=self._now().replace(microsecond=0),
        )
        insert_undoing(self.connection, undoing, run_id=run_id)
        return self._end(judgement.judgement_id, judgement.anchors, before, run_id)

    def _begin(self, command: str) -> int:
        return begin_run(
            self.connection,
            started_at=self._now(),
            version=metadata.version("affray"),
            extractor=self._settings.extractor,
            settings_digest=self._settings.digest,
            gazetteer_digest=self._gazetteer_digest(),
            command=command,
        )

    def _end(self, judgement_id: str, anchors: Sequence[Anchor], before: Mapping[str, Columns], run_id: int) -> Outcome:
        relink(self.connection, self._settings, run_id=run_id, codebook=self._codebook)
        finish_run(self.connection, run_id, finished_at=self._now(), reports=0, mentions=0)
        after = self._state(anchors, list(before))
        return Outcome(
            judgement_id=judgement_id, before=before, after=after, unbound=tuple(unbound_judgements(self.connection))
        )

    def _state(self, anchors: Sequence[Anchor], incident_ids: Sequence[str]) -> dict[str, Columns]:
        """Give the incidents of these ids and those that are told at the anchors."""
        told = ask(
            self.connection, "incidents_at", anchors=[_spot(anchor) for anchor in anchors if anchor.part is not None]
        )
        every = {*incident_ids, *(incident_id for (incident_id,) in told)}
        rows = ask_rows(self.connection, "columns", incident_ids=sorted(every))
        return {row["incident_id"]: row for row in rows}

    def _gazetteer_digest(self) -> str:
        """Give the digest that stands: a judgement places no mention anew."""
        found = ask(self.connection, "last_gazetteer")
        return str(found[0][0]) if found else ""


def _spot(anchor: Anchor) -> dict[str, object]:
    return {"report_id": anchor.report_id, "span_start": anchor.span.start, "span_end": anchor.span.end}


@contextmanager
def hearing(
    dataset: Path, *, now: Callable[[], datetime], why: str | None, made_by: str | None, codebook: Path | None = None
) -> Iterator[Hearing]:
    """Open a dataset for one judgement: what leaves with an error has changed nothing.

    Raises:
        StoreMissingError: there is no dataset.
        StoreError: it cannot be written.
        SettingsConflictError: it was built with codebooks other than `codebook`.

    """
    with open_for_reading(dataset):  # a dataset that is not there is not made
        pass
    with open_for_writing(dataset) as connection, transaction(connection):
        yield Hearing(connection, now=now, why=why, made_by=made_by, codebook=codebook)


def reason(words: str | None, *, what: str) -> str | None:
    """Give a reason or a name as it is kept, on one line.

    Raises:
        JudgementError: it is empty, too long, or no text.

    """
    if words is None:
        return None
    try:
        return plain_words(words)
    except ValueError as error:
        shown = visible(words.encode("utf-8", "replace").decode("utf-8")[:60])
        raise JudgementError(f"{what} '{shown}' says nothing. Write 1 to 500 characters.") from error
