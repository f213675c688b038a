"""Places that the user brings: files read in a workshop, then the gazetteer composed anew in one step."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from events.places.compose import Source, compose, workshop
from events.places.contents import SourceEntry, entries_of, recipe_of
from events.places.gazetteer import Gazetteer
from events.places.importers import IMPORTERS
from events.places.importers.importer import Importer, ImportOptions
from events.places.lock import locked_against_writers
from events.places.row import NameRow, PlaceRow
from events.places.stage import Stage, Staged
from events.places.territory import Box
from schemas.errors import GazetteerError, UsageError

__all__ = ["AddSummary", "Added", "Teller", "add_places", "remove_source"]

RESERVED = frozenset({"geonames", "affray"})
TOLD_EVERY = 10_000  # places


class Teller(Protocol):
    """Hears what happens while files are read."""

    def set_aside(self, path: Path, part: str | None, reason: str) -> None:
        """Hear of a line, or of a whole file, that was not taken."""

    def read(self, path: Path, places: int) -> None:
        """Hear how many places of a file were read so far."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a source: "added", "replaced" an older one, or left as it was, "same" or "newer"."""

    source: str
    places: int
    names: int
    outcome: str
    version: str | None


@dataclass(frozen=True, slots=True)
class AddSummary:
    """What an addition did; `set_aside` counts files and lines that were not taken."""

    sources: tuple[Added, ...]
    set_aside: int


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    importer: Importer


class _Ids:
    """A set of GeoNames' numbers, a bit each: those of twelve million places fit into two megabytes."""

    def __init__(self) -> None:
        self._bits = bytearray()

    def add(self, number: int) -> None:
        byte = number >> 3
        if byte >= len(self._bits):
            self._bits.extend(bytes(byte + 1 - len(self._bits)))
        self._bits[byte] |= 1 << (number & 7)

    def __contains__(self, number: object) -> bool:
        if not isinstance(number, int):
            return False
        byte = number >> 3
        return byte < len(self._bits) and bool(self._bits[byte] >> (number & 7) & 1)


class _Reading:
    """Reads the files of one addition into stages, and counts what it sets aside."""

    def __init__(self, folder: Path, options: ImportOptions, teller: Teller) -> None:
        self._folder, self._options, self._teller = folder, options, teller
        self.set_aside = 0

    @property
    def is_one_source(self) -> bool:
        """Whether the user gave all files one name."""
        return self._options.source is not None

    def refuse(self, path: Path, reason: str, part: str | None = None) -> None:
        self.set_aside += 1
        self._teller.set_aside(path, part, reason)

    def source(self, files: Sequence[_File], names: Sequence[_File], *, number: int, added: datetime) -> Source:
        """Stage the files of one source, then the names of its places."""
        folder = self._folder / str(number)
        folder.mkdir()
        name = self._options.source or (None if files[0].importer.by_country else files[0].path.name.partition(".")[0])
        before = self.set_aside
        with Stage(folder) as stage:
            ids = _Ids()
            for file in files:
                self._read(file, stage, ids, replace(self._options, source=name))
            for file in names:
                self._read(file, stage, ids, replace(self._options, source=name, wanted=ids))
            staged = stage.finish(licence=self._options.licence)
        importer = files[0].importer
        return Source(
            name=name or _named(importer, files[0].path, staged),
            staged=staged,
            format=importer.name,
            precedence=importer.precedence,
            attribution=importer.attribution,
            refused=self.set_aside - before,
            added=added,
        )

    def _read(self, file: _File, stage: Stage, ids: _Ids, options: ImportOptions) -> None:
        before = stage.places + stage.names
        for row in file.importer.read(file.path, options):
            if isinstance(row, PlaceRow):
                stage.add(row)
                if row.geonames_id is not None:
                    ids.add(row.geonames_id)
                if stage.places % TOLD_EVERY == 0:
                    self._teller.read(file.path, stage.places)
            elif isinstance(row, NameRow):
                stage.add_name(row)
            else:
                self.refuse(file.path, row.reason, row.part)
        if stage.places + stage.names == before and options.wanted is None:
            raise GazetteerError(f"{file.path} has no place that can be used. The gazetteer is as it was.")


def add_places(
    paths: Sequence[Path],
    *,
    gazetteer: Path,
    now: datetime,
    teller: Teller,
    format_name: str | None = None,
    options: ImportOptions | None = None,
) -> AddSummary:
    """Add files to the gazetteer file that is there; the same again changes nothing.

    A file that cannot be used is set aside where others can; a source of the same name and another content
    is replaced unless it is newer.

    Raises:
        UsageError: no importer takes any of the files, or two of them would have one name.
        GazetteerError: nothing in the files can be used, or the gazetteer cannot be written; it is as it was.

    """
    if options and options.source in RESERVED:
        raise UsageError(f"The source {options.source!r} is affray's own. Give yours another name with --source.")
    with workshop(gazetteer) as folder:
        reading = _Reading(folder, replace(options or ImportOptions(), boxes=_boxes(gazetteer)), teller)
        files = _recognised(paths, format_name, reading)
        sources = list(_sources(files, reading, now))
        with locked_against_writers(gazetteer):
            return AddSummary(tuple(_merge(gazetteer, sources, folder)), reading.set_aside)


def remove_source(name: str, *, gazetteer: Path) -> None:
    """Take a source that was added out of a gazetteer file.

    Raises:
        UsageError: there is no such source, or it came with affray.

    """
    with workshop(gazetteer) as folder, locked_against_writers(gazetteer):
        entries = entries_of(gazetteer)
        added = [entry.source for entry in entries if not entry.bundled]
        if name not in added:
            choice = f"Choose one of: {', '.join(added)}." if added else "Nothing was added yet."
            raise UsageError(f"There is no source {name!r} that was added. {choice}")
        _recompose(gazetteer, [], [entry for entry in entries if entry.source != name], folder)


def _boxes(gazetteer: Path) -> dict[str, Box]:
    with Gazetteer(gazetteer) as opened:
        return {
            territory.place.country_code: territory.box
            for territory in opened.territories.values()
            if territory.box and territory.place.country_code and territory.place.place_id.startswith("country:")
        }


def _recognised(paths: Iterable[Path], format_name: str | None, reading: _Reading) -> list[_File]:
    """Find each file's importer; what has none is set aside, unless nothing is left."""
    files: list[_File] = []
    problems: list[tuple[Path, str]] = []
    for path in paths:
        importer = _importer(path, format_name)
        if isinstance(importer, str):
            problems.append((path, importer))
        else:
            files.append(_File(path, importer))
    if not files:
        path, problem = problems[0]
        raise UsageError(f"{path}: {problem}")
    for path, problem in problems:
        reading.refuse(path, problem)
    return files


def _importer(path: Path, format_name: str | None) -> Importer | str:
    if not path.exists():
        return "there is no such file."
    if format_name is not None:
        return IMPORTERS[format_name]
    for importer in IMPORTERS.values():
        if importer.recognises(path):
            return importer
    return (
        f"it is no gazetteer file that affray knows ({', '.join(IMPORTERS)}). A list of your own has the columns name, "
        "latitude, longitude."
    )


def _sources(files: Sequence[_File], reading: _Reading, now: datetime) -> Iterator[Source]:
    """Read the files source by source; one that is wholly wrong is set aside where another is good."""
    names = [file for file in files if file.importer.only_names]
    places = [file for file in files if not file.importer.only_names]
    wrong: dict[Path, GazetteerError] = {}
    taken = set[str]()
    groups = _groups(places or names, is_one_source=reading.is_one_source)
    for number, group in enumerate(groups):
        try:
            source = reading.source(group, names if places else (), number=number, added=now)
        except GazetteerError as error:
            wrong[group[0].path] = error
            continue
        if source.name in taken:
            raise UsageError(f"Two of the files would be the source {source.name!r}. Add one of them with --source.")
        taken.add(source.name)
        yield source
    if not taken:
        raise next(iter(wrong.values()))
    for path, reason in wrong.items():
        reading.refuse(path, str(reason).removeprefix(f"{path} "))


def _groups(files: Sequence[_File], *, is_one_source: bool) -> list[list[_File]]:
    """Put together what the user calls one source."""
    return [list(files)] if is_one_source else [[file] for file in files]


def _named(importer: Importer, path: Path, staged: Staged) -> str:
    """Name a source whose file is of one country after that, else after the file."""
    return f"{importer.name} {staged.country_code or path.name.partition('.')[0]}"


def _merge(gazetteer: Path, sources: Sequence[Source], folder: Path) -> Iterator[Added]:
    """Replace what is there of the same sources; where nothing changes, leave the file alone."""
    entries = {entry.source: entry for entry in entries_of(gazetteer)}
    outcomes = {source.name: _outcome(source, entries.get(source.name)) for source in sources}
    new = [source for source in sources if outcomes[source.name] in ("added", "replaced")]
    if new:
        replaced = {source.name for source in new}
        _recompose(gazetteer, new, [entry for entry in entries.values() if entry.source not in replaced], folder)
    for source in sources:
        staged = source.staged
        yield Added(source.name, staged.places, staged.names, outcomes[source.name], staged.version)


def _outcome(source: Source, there: SourceEntry | None) -> str:
    if there is None:
        return "added"
    if there.digest == source.staged.digest:
        return "same"
    newer = there.version and source.staged.version and there.version > source.staged.version
    return "newer" if newer else "replaced"


def _recompose(gazetteer: Path, sources: Sequence[Source], kept: Sequence[SourceEntry], folder: Path) -> None:
    compose(
        gazetteer,
        sources,
        folder=folder,
        made_of=recipe_of(gazetteer) or "",
        old=gazetteer,
        kept=[entry.source for entry in kept],
    )
