"""Files, folders and standard input to one stream of reports."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason
from sources.allowance import Allowance
from sources.broken import BrokenError, StoppedError
from sources.container import Container
from sources.encoding import is_text
from sources.folder import files_in
from sources.options import ReadOptions
from sources.reader import Reader, reader_for
from sources.refusal import Refusal
from sources.source import HEAD, Source, open_file, open_stream, shown_path, unreadable

__all__ = ["STANDARD_INPUT", "read_files", "read_sources", "size_of"]

STANDARD_INPUT = "-"


def read_sources(
    paths: Sequence[str],
    options: ReadOptions,
    *,
    on_bytes: Callable[[int], None] | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Report | Reject]:
    """Read files, folders and, for "-", `stdin`, in the order given; what cannot be read is told in its place.

    `on_bytes` hears how many bytes went by; over all of a `size_of` it hears the whole, whatever was refused.
    """
    for path in paths:
        if path == STANDARD_INPUT:
            yield from _read_stream(stdin, options, on_bytes)
            continue
        for file in _files(Path(path)):
            if isinstance(file, Reject):
                yield file
            else:
                yield from _read_file(file, options, on_bytes, is_named=file == Path(path))


def read_files(
    files: Sequence[Path], options: ReadOptions, *, on_bytes: Callable[[int], None] | None = None
) -> Iterator[Report | Reject]:
    """Read files of a folder, each as if the folder had been named and not the file."""
    for file in files:
        yield from _read_file(file, options, on_bytes, is_named=False)


def size_of(paths: Sequence[str]) -> int:
    """Count the bytes that `read_sources` would read; standard input counts nothing."""
    files = (file for path in paths if path != STANDARD_INPUT for file in _files(Path(path)))
    return sum(_size(file) for file in files if isinstance(file, Path))


def _files(path: Path) -> Iterator[Path | Reject]:
    try:
        is_there, is_folder = path.exists(), path.is_dir()
    except (OSError, ValueError) as error:  # a name too long, or with a NUL
        yield Refusal(reason=RejectReason.MISSING, detail=f"There can be no such file: {error}.").at(shown_path(path))
        return
    if not is_there:
        yield Refusal(
            reason=RejectReason.MISSING, detail="There is no such file or folder. Check how it is written."
        ).at(shown_path(path))
    elif is_folder:
        yield from files_in(path)
    else:
        yield path


def _size(file: Path) -> int:
    try:
        return file.stat().st_size if file.is_file() else 0
    except OSError:
        return 0


def _read_file(
    file: Path, options: ReadOptions, on_bytes: Callable[[int], None] | None, *, is_named: bool
) -> Iterator[Report | Reject]:
    heard = 0

    def hear(count: int) -> None:
        nonlocal heard
        heard += count
        if on_bytes:
            on_bytes(count)

    source = open_file(file, on_bytes=hear)
    if isinstance(source, Refusal):
        yield source.at(shown_path(file))
        return
    with source.stream:
        yield from _read(source, file.suffix, options, is_named=is_named)
    hear(max(0, (source.size or 0) - heard))


def _read_stream(
    stdin: BinaryIO | None, options: ReadOptions, on_bytes: Callable[[int], None] | None
) -> Iterator[Report | Reject]:
    if stdin is None:
        yield Refusal(
            reason=RejectReason.MISSING, detail="Nothing is piped in. Name files or folders, or pipe reports in."
        ).at(STANDARD_INPUT)
        return
    source = open_stream(stdin, path=STANDARD_INPUT, on_bytes=on_bytes)
    if isinstance(source, Refusal):
        yield source.at(STANDARD_INPUT)
        return
    yield from _read(source, "", options, is_named=True)


def _read(
    source: Source, suffix: str, options: ReadOptions, *, is_named: bool, depth: int = 0
) -> Iterator[Report | Reject]:
    # "report.0001" has no ending; "notes.md" has another's, and is a report only when its owner says so.
    is_text_taken = is_named or not suffix[1:].isalpha()
    taker = reader_for(source.head, suffix, is_text_taken=is_text_taken)
    if len(source.head) < HEAD and not source.head.strip():
        yield source.refused(
            Refusal(reason=RejectReason.EMPTY, detail="There are no words in it. Leave it out, or fetch it again.")
        )
    elif taker is None or not (_may_be_binary(taker) or is_text(source.head)):
        yield source.refused(_unknown(suffix, is_known=taker is not None or is_text_taken))
    else:
        try:
            if isinstance(taker, Reader):
                yield from taker.read(source, options)
            else:
                yield from _read_members(taker, source, options, depth=depth)
        except BrokenError as broken:
            yield source.refused(broken.refusal)
        except StoppedError:  # the archive that it lies in tells why
            return
        except OSError as error:  # the disk or the network gave up half-way
            yield source.refused(unreadable(error))


def _read_members(
    container: Container, source: Source, options: ReadOptions, *, depth: int
) -> Iterator[Report | Reject]:
    if depth >= options.deepest:
        yield source.refused(
            Refusal(
                reason=RejectReason.TOO_LARGE,
                detail=f"It lies in {depth:,} archives, one within the other, which is the most. Unpack it by hand.",
            )
        )
        return
    allowance = source.allowance or Allowance.of(options)
    is_empty = True
    try:
        for member in container.members(replace(source, allowance=allowance), options):
            is_empty = False
            if not isinstance(member, Source):
                yield member
                continue
            allowance.take_file()
            suffix = PurePosixPath(member.path).suffix if member.suffix is None else member.suffix
            counted = replace(member, allowance=allowance)
            yield from _read(counted, suffix, options, is_named=False, depth=depth + 1)
    except StoppedError:
        is_empty = False
    if allowance.is_spent and source.allowance is None:
        yield source.refused(allowance.refusal())
    elif is_empty:
        yield source.refused(
            Refusal(reason=RejectReason.EMPTY, detail="There are no files in it to be read. Leave it out.")
        )


def _may_be_binary(taker: Reader | Container) -> bool:
    return not isinstance(taker, Reader) or taker.is_binary


def _unknown(suffix: str, *, is_known: bool) -> Refusal:
    if is_known:
        return Refusal(
            reason=RejectReason.BINARY,
            detail="This is no text in any encoding. Convert it to .txt, .html, .pdf or .docx.",
        )
    return Refusal(
        reason=RejectReason.UNKNOWN_FORMAT,
        detail=f"No reader takes {suffix} files. Reports are read from text, web pages, PDF, Word, mails, feeds, "
        "tables and archives; name the file itself to read it as text.",
    )
