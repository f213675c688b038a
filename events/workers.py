"""Worker processes: batches read side by side, given back in the order in which they came.

The standard library's pool waits for ever for the rest of a result whose worker was killed while it wrote;
here each worker has a pipe of its own, which closes with it.
"""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from itertools import chain
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnContext
from queue import SimpleQueue

from events.places.online.question import Answering, Answers, Question
from events.read import BatchReader, ReaderRecipe
from outputs.store.load import Batch
from schemas.errors import AffrayError
from schemas.report import Report

__all__ = ["read_batches"]

IN_FLIGHT = 4  # batches per worker that may wait: memory stays flat however many reports there are
KILLED = (
    "A worker process was killed, perhaps for want of memory. What was read is kept; "
    "run the same command again, with fewer --workers."
)


def read_batches(
    batches: Iterator[Sequence[Report]], recipe: ReaderRecipe, *, workers: int, answering: Answering | None = None
) -> Generator[Batch, None, None]:
    """Read batches in this process or in `workers` others; the results and their order are the same.

    What they ask is answered by `answering`, always in this process: one paces what leaves the machine.

    Raises:
        UsageError: there is no extractor of the name.
        CodebookError: a codebook is wrong.
        AffrayError: a worker was killed, by the system for want of memory for one.

    """
    first, second = next(batches, None), next(batches, None)
    if first is None:
        return
    every = chain([first], [] if second is None else [second], batches)
    recipe = replace(recipe, asks=answering is not None)
    if workers > 1 and second is not None:
        yield from _side_by_side(every, recipe, workers, answering)
        return
    with closing(BatchReader(recipe, answering=answering)) as reader:
        for batch in every:
            yield reader.read(batch)


@dataclass(frozen=True, slots=True)
class _Questions:
    """What a worker asks in the middle of a batch."""

    asked: Sequence[Question]


@dataclass(frozen=True, slots=True)
class _Reply:
    """What it is answered."""

    answers: Answers


class _Worker:
    """A process that reads one batch after the other, and the pipe that leads to it."""

    def __init__(self, context: SpawnContext, recipe: ReaderRecipe, answering: Answering | None) -> None:
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(recipe, theirs), daemon=True)
        self._answering = answering
        self._answers: deque[Batch | AffrayError] = deque()
        self.owes = 0
        with _deaf_to_interrupts():
            self._process.start()
        theirs.close()

    @property
    def has_answered(self) -> bool:
        """Say whether an answer can be had without waiting."""
        return bool(self._answers)

    def give(self, batch: Sequence[Report]) -> None:
        """Hand over a batch; the worker takes it at once, whatever it is at."""
        try:
            self.pipe.send(batch)
        except OSError as error:
            raise AffrayError(KILLED) from error
        self.owes += 1

    def hear(self) -> None:
        """Take what the worker says, or answer what it asks; a pipe that ends is a worker that died."""
        try:
            said = self.pipe.recv()
        except (EOFError, OSError) as error:
            raise AffrayError(KILLED) from error
        if isinstance(said, _Questions):
            self._reply(said)
        else:
            self._answers.append(said)

    def _reply(self, questions: _Questions) -> None:
        reply = _Reply(self._answering(questions.asked) if self._answering else {})
        try:
            self.pipe.send(reply)
        except OSError as error:
            raise AffrayError(KILLED) from error

    def answer(self) -> Batch:
        """Give the oldest answer."""
        self.owes -= 1
        answer = self._answers.popleft()
        if isinstance(answer, AffrayError):
            raise answer
        return answer

    def end(self) -> None:
        """End the process, which has nothing open that it could spoil."""
        self._process.terminate()
        self._process.join()
        self.pipe.close()


def _side_by_side(
    batches: Iterator[Sequence[Report]], recipe: ReaderRecipe, workers: int, answering: Answering | None
) -> Iterator[Batch]:
    # spawn: a forked child would inherit the parent's open dataset
    context = multiprocessing.get_context("spawn")
    crew: list[_Worker] = []
    turns: deque[_Worker] = deque()
    try:
        for batch in batches:
            if len(crew) < workers:
                crew.append(_Worker(context, recipe, answering))
            worker = min(reversed(crew), key=lambda worker: worker.owes)
            worker.give(batch)
            turns.append(worker)
            if len(turns) >= workers * IN_FLIGHT:
                yield _next_answer(turns, crew)
        while turns:
            yield _next_answer(turns, crew)
    finally:
        for worker in crew:
            worker.end()


def _next_answer(turns: deque[_Worker], crew: Sequence[_Worker]) -> Batch:
    """Wait for the answer whose turn it is, and hear the others meanwhile, so that none stands still."""
    worker = turns.popleft()
    by_pipe = {member.pipe: member for member in crew}
    while not worker.has_answered:
        for pipe in wait(list(by_pipe)):
            by_pipe[pipe].hear()  # type: ignore[index]  # wait gives back what it was given
    return worker.answer()


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


def _work(recipe: ReaderRecipe, pipe: Connection) -> None:
    """Read what comes through the pipe until it ends: the whole life of a worker process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # for Windows, whose processes inherit no mask
    given: SimpleQueue[Sequence[Report]] = SimpleQueue()
    replies: SimpleQueue[_Reply] = SimpleQueue()
    threading.Thread(target=_receive, args=(pipe, given, replies), daemon=True).start()

    def answering(questions: Sequence[Question]) -> Answers:
        _say(pipe, _Questions(questions))
        return replies.get().answers

    try:
        reader = BatchReader(recipe, answering=answering if recipe.asks else None)
        while True:
            _say(pipe, reader.read(given.get()))
    except AffrayError as error:
        _say(pipe, error)
    except Exception as error:  # noqa: BLE001 -- whatever it is, the user is told by the one process that can
        reason = f"{type(error).__name__}: {error}".partition("\n")[0]
        _say(pipe, AffrayError(f"A worker process failed ({reason}). What was read is kept."))
    while True:  # the build ends this process when the answer's turn has come
        given.get()


def _say(pipe: Connection, answer: Batch | AffrayError | _Questions) -> None:
    try:
        pipe.send(answer)
    except OSError:  # the build has ended
        os._exit(1)


def _receive(pipe: Connection, given: "SimpleQueue[Sequence[Report]]", replies: "SimpleQueue[_Reply]") -> None:
    """Take batches and answers as they come; end the process when its parent does, even by kill -9."""
    while True:
        try:
            came = pipe.recv()
        except (EOFError, OSError):
            os._exit(1)
        if isinstance(came, _Reply):
            replies.put(came)
        else:
            given.put(came)
