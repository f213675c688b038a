"""One program beside this one that opens PDFs, started when the first comes and again when it has died."""

import atexit
import importlib.util
import json
import os
import subprocess
import sys
from contextlib import suppress
from threading import Event, Lock, Timer
from typing import Any

__all__ = ["PdfHelper", "is_installed"]

MOST_FILES = 1_000  # that one program opens; then another begins with fresh memory
MODULE = "sources.documents.pdf_child"
LENGTH = 8  # bytes of a length, as the other program has it


def is_installed() -> bool:
    """Say whether the library that opens PDFs is there."""
    return importlib.util.find_spec("pypdfium2") is not None


class PdfHelper:
    """Asks the program; what it answers is data and never code."""

    def __init__(self) -> None:
        self._program: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._files = 0
        self._lock = Lock()
        atexit.register(self.close)

    def ask(self, data: bytes, *, longest_wait: float) -> dict[str, Any]:
        """Give what the program answers, or the word for what went wrong with it."""
        with self._lock:
            program = self._started()
            late = Event()
            timer = Timer(longest_wait, _stop, (program, late))
            timer.daemon = True
            timer.start()
            try:
                answer = _asked(program, data)
            except (OSError, ValueError):
                answer = None
            finally:
                timer.cancel()
                timer.join()
            if answer is None or late.is_set():
                self._end()
            if answer is None:
                return {"wrong": "late" if late.is_set() else "crashed"}
            return answer

    def close(self) -> None:
        """End the program."""
        with self._lock:
            self._end()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._program and (
            self._owner != os.getpid() or self._files >= MOST_FILES or self._program.poll() is not None
        ):
            self._end()
        if self._program is None:
            path = os.pathsep.join(filter(None, sys.path))
            self._program = subprocess.Popen(  # noqa: S603  (its own words and nothing of a report)
                [sys.executable, "-m", MODULE],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": path},
            )
            self._owner, self._files = os.getpid(), 0
        self._files += 1
        return self._program

    def _end(self) -> None:
        program, self._program = self._program, None
        if program is None or self._owner != os.getpid():
            return
        program.kill()
        for stream in (program.stdin, program.stdout):
            if stream:
                with suppress(OSError):  # what was not sent yet cannot be sent any more
                    stream.close()
        program.wait()


def _stop(program: subprocess.Popen[bytes], late: Event) -> None:
    late.set()
    program.kill()


def _asked(program: subprocess.Popen[bytes], data: bytes) -> dict[str, Any] | None:
    """Send a PDF and wait; None where the program ends without an answer."""
    if program.stdin is None or program.stdout is None:
        return None
    program.stdin.write(len(data).to_bytes(LENGTH, "big") + data)
    program.stdin.flush()
    length = program.stdout.read(LENGTH)
    reply = program.stdout.read(int.from_bytes(length, "big")) if len(length) == LENGTH else b""
    answer = json.loads(reply) if reply else None
    return answer if isinstance(answer, dict) else None
