"""The answers that were had, in a DuckDB file beside the gazetteer.

A file of its own, since workers hold the gazetteer open and an answer must be safe as soon as it has come:
each is one transaction in a file that is opened for it and closed again. So a build that is killed loses no
more than the answer it waits for, two builds at once share answers and pace, and a gazetteer that is built
anew keeps them.
"""

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path
from typing import Any

import duckdb

from events.places.online.question import Found, Question
from schemas.errors import GazetteerError
from schemas.place import Place

__all__ = ["Answer", "AnswerCache", "cache_beside"]

FORMAT = 1
LOOKS, LOOK_SECONDS = 60, 0.5  # half a minute for others to let go of the file; each needs some 20 milliseconds
FARTHEST_SLOT = 300.0  # seconds; a slot behind it was taken by a clock that went wrong

Key = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class Answer:
    """What one server answered to a question, and when; no place is an answer, too."""

    server: str
    asked_at: datetime
    found: tuple[Found, ...]


def cache_beside(gazetteer: Path, *, own_of_the_machine: Path) -> Path:
    """Say where the answers for a gazetteer are; all of the machine's own gazetteers share them.

    >>> cache_beside(Path("g/mine.duckdb"), own_of_the_machine=Path("c/gazetteer.duckdb")).name
    'mine.online.duckdb'
    """
    shares = gazetteer.parent == own_of_the_machine.parent
    named = own_of_the_machine if shares else gazetteer
    return named.with_name(f"{named.stem}.online{named.suffix}")


class AnswerCache:
    """Keeps answers by their questions; `sleep` waits while another process has the file."""

    def __init__(self, path: Path, *, sleep: Callable[[float], None]) -> None:
        self.path = path
        self._sleep = sleep

    @property
    def exists(self) -> bool:
        """Say whether anything was ever kept."""
        return self.path.exists()

    def known(self, questions: Iterable[Question]) -> dict[Key, tuple[Answer, ...]]:
        """Give the answers to questions, by key and country, in an order of their own."""
        keys: list[Key] = list(dict.fromkeys((question.key, question.country_code) for question in questions))
        if not keys or not self.exists:
            return {}
        values = {"keys": [key for key, _ in keys], "countries": [country for _, country in keys]}
        with self._opened(read_only=True) as connection:
            rows = connection.execute(_sql("known"), values).fetchall()
        known: dict[Key, tuple[Answer, ...]] = {}
        for key, country, server, asked_at, places in rows:
            answer = Answer(server, asked_at.replace(tzinfo=UTC), tuple(_found(place) for place in places))
            known[key, country] = (*known.get((key, country), ()), answer)
        return known

    def keep(
        self, service: str, server: str, question: Question, found: Iterable[Found], *, asked_at: datetime
    ) -> None:
        """Keep an answer, in the place of an older one of the same server."""
        asked = {"service": service, "server": server, "key": question.key, "country_code": question.country_code}
        told = {
            "name": question.name,
            "asked_at": asked_at.replace(tzinfo=None),
            "places": [_row(one) for one in found],
        }
        with self._opened() as connection:
            connection.execute("begin")
            connection.execute(_sql("forget"), asked)
            connection.execute(_sql("keep"), asked | told)
            connection.execute("commit")

    def reserve(self, server: str, *, interval: float, at: float) -> float:
        """Take the server's next free moment, in seconds since 1970, and give the seconds until then."""
        with self._opened() as connection:
            connection.execute("begin")
            row = connection.execute("select max(free_at) from paces where server = ?", [server]).fetchone()
            free_at = row[0] if row and row[0] is not None else at
            slot = free_at if at < free_at < at + FARTHEST_SLOT else at
            connection.execute("delete from paces where server = ?", [server])
            connection.execute("insert into paces values (?, ?)", [server, slot + interval])
            connection.execute("commit")
        return slot - at

    def digest(self) -> str | None:
        """Name the content, whenever it was asked; None where there is none."""
        if not self.exists:
            return None
        with self._opened(read_only=True) as connection:
            rows = connection.execute(_sql("digest")).fetchall()
        return hashlib.sha256(repr(rows).encode()).hexdigest() if rows else None

    def make(self) -> None:
        """Make the file where there is none.

        Raises:
            GazetteerError: the folder cannot be written.

        """
        if self.exists:
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            # made beside and moved, so that nobody meets half a file
            with tempfile.TemporaryDirectory(dir=self.path.parent, prefix=".online-") as folder:
                made = Path(folder) / "online.duckdb"
                with closing(_attached(made)) as connection:
                    connection.execute(_sql("schema"))
                    connection.execute("insert into cache values (?)", [FORMAT])
                _move_unless_there(made, self.path)
        except (OSError, duckdb.Error) as error:
            raise GazetteerError(
                f"Answers cannot be kept at {self.path}: {_first_line(error)}. Name another gazetteer with --gazetteer."
            ) from error

    @contextmanager
    def _opened(self, *, read_only: bool = False) -> Iterator[duckdb.DuckDBPyConnection]:
        with closing(self._attached(read_only=read_only)) as connection:
            if _format_of(connection) != FORMAT:
                raise self._unusable("it is no file of answers, or another version's")
            try:
                yield connection
            except duckdb.Error as error:
                raise self._unusable(_first_line(error)) from error

    def _attached(self, *, read_only: bool) -> duckdb.DuckDBPyConnection:
        """Open the file as soon as no other process has it."""
        for _ in range(LOOKS):
            try:
                return _attached(self.path, read_only=read_only)
            except duckdb.Error as error:
                if "lock" not in str(error):
                    raise self._unusable(_first_line(error)) from error
            self._sleep(LOOK_SECONDS)
        raise self._unusable("another process does not let go of it")

    def _unusable(self, reason: str) -> GazetteerError:
        return GazetteerError(
            f"The answers at {self.path} cannot be used: {reason}. Move the file away to have them asked anew."
        )


def _attached(path: Path, *, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(config={"threads": 1})
    try:
        # ATTACH takes no bound value; newer DuckDB writes by default a file that 1.5 cannot read
        how = "read_only" if read_only else "storage_version 'v1.5.0'"
        quoted = str(path).replace("'", "''")
        connection.execute(f"attach '{quoted}' as online ({how})")
        connection.execute("use online")
    except duckdb.Error:
        connection.close()
        raise
    return connection


def _move_unless_there(made: Path, path: Path) -> None:
    """Put a file where it belongs; of two builds that make it at once, the first one's stays."""
    try:
        os.link(made, path)
    except FileExistsError:
        return
    except OSError:  # a file system without links
        os.replace(made, path)  # noqa: PTH105 - the one call that is atomic on every system


def _format_of(connection: duckdb.DuckDBPyConnection) -> int | None:
    try:
        row = connection.execute("select format from cache").fetchone()
    except duckdb.CatalogException:
        return None
    return row[0] if row else None


def _row(found: Found) -> dict[str, Any]:
    return found.place.model_dump(mode="json") | {"names": list(found.names)}


def _found(row: dict[str, Any]) -> Found:
    return Found(place=Place(**{name: value for name, value in row.items() if name != "names"}), names=row["names"])


def _sql(name: str) -> str:
    return resources.files("events.places.online").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0]
