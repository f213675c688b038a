"""Taking a list of coded events into a dataset: read whole, compared with what is there, written in one run."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from importlib import metadata
from itertools import islice
from pathlib import Path

from duckdb import DuckDBPyConnection

from events.coded.matching import match
from events.coded.oddities import Oddities
from events.settings import Settings
from outputs.store.coded import (
    Difference,
    coded_lists,
    compare_staged,
    stage,
    stage_anew,
    write_staged,
)
from outputs.store.connect import open_for_reading, open_for_writing
from outputs.store.renewal import placed_with
from outputs.store.runs import begin_run, finish_run
from outputs.store.settings import read_settings
from outputs.store.transaction import transaction
from schemas.coded_event import CodedEvent
from schemas.errors import CodedFileError, UsageError
from schemas.record import Record
from schemas.report import Reject
from sources.coded.cells import Oddity
from sources.coded.opening import open_list
from sources.coded.read import layout_named, read_events

__all__ = ["Imported", "import_list"]

ROWS_AT_ONCE = 5_000


class Imported(Record):
    """What an import did, in numbers of events and of rows that were set aside; `odd` tells what was read in spite."""

    events: int
    new: int
    changed: int
    gone: int
    is_gone_kept: bool
    set_aside: int
    odd: tuple[str, ...]


def import_list(
    path: Path,
    *,
    layout: str,
    source: str,
    into: Path,
    now: Callable[[], datetime],
    replace: bool = False,
    codebook: Path | None = None,
    on_bytes: Callable[[int], None] | None = None,
    rejecting: Callable[[Reject], None] | None = None,
) -> Imported:
    """Read a list into a dataset under the name `source`; rows that are there by the same id give way.

    All of it is one transaction. The same list again changes nothing. With `replace`, events that the list has no
    more are taken away, too.

    Raises:
        CodedFileError: the file is no list in this layout, or no row of it can be used; nothing is imported.
        UsageError: the dataset has a list of this name in another layout.
        StoreError: the dataset is not there or cannot be written.

    """
    if not source:
        raise UsageError("The list needs a name. Give it one: --source NAME.")
    with open_for_reading(into):  # a dataset that is not there is not made
        pass
    with open_for_writing(into) as connection:
        _require_one_layout(connection, source=source, layout=layout)
        stage_anew(connection)
        reading = _Reading(rejecting)
        with open_list(path, on_bytes=on_bytes) as opened:
            items = read_events(opened, layout_named(layout, overlay=codebook), name=source)
            kept = reading.kept(items)
            while some := list(islice(kept, ROWS_AT_ONCE)):
                events = [item for item in some if isinstance(item, CodedEvent)]
                stage(connection, events, [item for item in some if isinstance(item, Reject)])
        if not reading.events:
            raise CodedFileError(f"No row of {path} can be used. Is its layout {layout}?")
        difference = compare_staged(connection, source=source)
        if difference.new or difference.changed or difference.rejects or (replace and difference.gone):
            _write(connection, now=now, with_gone=replace, codebook=codebook)
    return _told(reading, difference, replace=replace)


class _Reading:
    """What has gone by of a list: how many events, how many rows set aside, what was odd."""

    def __init__(self, rejecting: Callable[[Reject], None] | None) -> None:
        self._rejecting = rejecting
        self.events = self.set_aside = 0
        self.odd = Oddities()

    def kept(self, items: Iterable[CodedEvent | Reject | Oddity]) -> Iterator[CodedEvent | Reject]:
        """Count what goes by and give what is to be written."""
        for item in items:
            if isinstance(item, Oddity):
                self.odd.add(item)
                continue
            if isinstance(item, CodedEvent):
                self.events += 1
            else:
                self.set_aside += 1
                if self._rejecting:
                    self._rejecting(item)
            yield item


def _require_one_layout(connection: DuckDBPyConnection, *, source: str, layout: str) -> None:
    for there in coded_lists(connection):
        if there.source == source and there.layout != layout:
            raise UsageError(
                f"'{source}' is a list in the layout {there.layout} here. Give this one another name: --source NAME."
            )


def _write(
    connection: DuckDBPyConnection, *, now: Callable[[], datetime], with_gone: bool, codebook: Path | None
) -> None:
    settings = Settings.from_stored(read_settings(connection))
    with transaction(connection):
        run_id = begin_run(
            connection,
            started_at=now(),
            version=metadata.version("affray"),
            extractor=settings.extractor,
            settings_digest=settings.digest,
            gazetteer_digest=_gazetteer(placed_with(connection)),
            command="import",
        )
        write_staged(connection, run_id=run_id, with_gone=with_gone)
        match(connection, run_id=run_id, codebook=codebook)
        finish_run(connection, run_id, finished_at=now(), reports=0, mentions=0)


def _gazetteer(digests: frozenset[str]) -> str:
    """Name the gazetteer that the dataset stands by; an import asks none."""
    return ",".join(sorted(digests))


def _told(reading: _Reading, difference: Difference, *, replace: bool) -> Imported:
    return Imported(
        events=reading.events,
        new=difference.new,
        changed=difference.changed,
        gone=difference.gone,
        is_gone_kept=not replace,
        set_aside=reading.set_aside,
        odd=tuple(reading.odd.lines()),
    )
