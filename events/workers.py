"""Worker processes: batches read side by side, given back in the order in which they came."""

import atexit
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager
from multiprocessing.connection import wait

from events.read import BatchReader, ReaderRecipe
from outputs.store.load import Batch
from schemas.errors import AffrayError
from schemas.report import Report

__all__ = ["read_batches"]

IN_FLIGHT = 2  # batches per worker that may wait: memory stays flat however many reports there are

# each worker process makes its reader once, or keeps why it could not
_reader: BatchReader | AffrayError | None = None


def read_batches(
    batches: Iterator[Sequence[Report]], recipe: ReaderRecipe, *, workers: int
) -> Generator[Batch, None, None]:
    """Read batches in this process or in `workers` others; the results and their order are the same.

    Raises:
        UsageError: there is no extractor of the name.
        CodebookError: a codebook is wrong.
        AffrayError: a worker was killed, by the system for want of memory for one.

    """
    first = next(batches, None)
    if first is None:
        return
    second = next(batches, None)
    if workers == 1 or second is None:
        with closing(BatchReader(recipe)) as reader:
            for batch in _chained(first, second, batches):
                yield reader.read(batch)
        return
    try:
        yield from _in_pool(_chained(first, second, batches), recipe, workers)
    except (BrokenProcessPool, BrokenPipeError) as error:  # the pipe, where it was killed before it had begun
        raise AffrayError(
            "A worker process was killed, perhaps for want of memory. What was read is kept; "
            "run the same command again, with fewer --workers."
        ) from error


def _chained(
    first: Sequence[Report], second: Sequence[Report] | None, rest: Iterator[Sequence[Report]]
) -> Iterator[Sequence[Report]]:
    yield first
    if second is not None:
        yield second
    yield from rest


def _in_pool(batches: Iterator[Sequence[Report]], recipe: ReaderRecipe, workers: int) -> Iterator[Batch]:
    # spawn: a forked child would inherit the parent's open dataset
    context = multiprocessing.get_context("spawn")
    others = set(multiprocessing.active_children())
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_begin, initargs=(recipe,)) as pool:
        waiting: deque[Future[Batch]] = deque()
        try:
            for batch in batches:
                with _deaf_to_interrupts():
                    waiting.append(pool.submit(_read, batch))
                if len(waiting) >= workers * IN_FLIGHT:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool:
            # Python 3.11 overlooks a worker that begins while another's death is told, and waits for it for ever
            for worker in set(multiprocessing.active_children()) - others:
                worker.terminate()
            raise
        finally:
            for future in waiting:
                future.cancel()


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Start processes that Ctrl-C does not reach: who presses it means the build, which ends them itself.

    One that comes while a process is started, which would begin with half of what it needs, is heard afterwards.
    """
    hears = threading.current_thread() is threading.main_thread() and hasattr(signal, "pthread_sigmask")
    if not hears or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    heard: list[int] = []
    signal.signal(signal.SIGINT, lambda number, _frame: heard.append(number))
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if heard:
        raise KeyboardInterrupt


def _begin(recipe: ReaderRecipe) -> None:
    global _reader  # noqa: PLW0603 -- the one thing that a worker process is
    _end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # for Windows, whose processes inherit no mask
    try:
        _reader = BatchReader(recipe)
    except AffrayError as error:  # raised here it would break the pool, and nobody would be told why
        _reader = error
    atexit.register(_end)


def _end() -> None:
    """Close the gazetteer and go at once: the thread that watches would make a noisy end of the interpreter's."""
    if isinstance(_reader, BatchReader):
        _reader.close()
    os._exit(0)


def _read(reports: Sequence[Report]) -> Batch:
    if isinstance(_reader, AffrayError):
        raise _reader
    if _reader is None:
        raise AffrayError("A worker process was asked to read before it had begun.")
    return _reader.read(reports)


def _end_with_parent() -> None:
    """End this process when its parent does, even by kill -9: an orphan would wait for ever."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def watch() -> None:
        wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
