"""Answers that were paid for: a file of JSON lines by what was asked, which can be shared and joined."""

import json
import os
import threading
from collections.abc import Iterator
from pathlib import Path

from pydantic import NonNegativeInt, ValidationError

from schemas.errors import StoreError
from schemas.record import Record

__all__ = ["AnswerCache", "RawAnswer", "Usage"]


class Usage(Record):
    """Tokens of one call as the endpoint counts them; `cached` are among the input, `reasoning` among the output."""

    input: NonNegativeInt | None = None
    cached: NonNegativeInt | None = None
    output: NonNegativeInt | None = None
    reasoning: NonNegativeInt | None = None

    def tokens(self) -> dict[str, int | None]:
        """Give the counts by the names that they have in `llm_calls`."""
        return {f"{name}_tokens": value for name, value in self.model_dump().items()}


class RawAnswer(Record):
    """What a model answered, word for word, to the request that `key` names."""

    key: str
    model: str
    content: str
    finish: str | None = None
    refusal: str | None = None
    usage: Usage = Usage()
    read_bytes: NonNegativeInt | None = None


class AnswerCache:
    """The answers in a file; each is written as it comes, so that a killed run pays for none twice.

    Half a line, which a killed run may leave, and lines of other kinds are passed over.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._answers = {answer.key: answer for answer in _read(path)}

    def __len__(self) -> int:
        return len(self._answers)

    def __iter__(self) -> Iterator[RawAnswer]:
        return iter(tuple(self._answers.values()))

    def get(self, key: str) -> RawAnswer | None:
        """Give the answer to a request; None where there is none."""
        return self._answers.get(key)

    def put(self, answer: RawAnswer) -> None:
        """Keep an answer; the first to a request stays.

        Raises:
            StoreError: the file cannot be written.

        """
        with self._lock:
            if answer.key in self._answers:
                return
            line = json.dumps(answer.model_dump(mode="json"), ensure_ascii=True) + "\n"
            try:
                _append(self.path, line.encode("ascii"))
            except OSError as error:
                raise StoreError(f"{self.path} cannot be written: {error.strerror}. Mend that and go on.") from error
            self._answers[answer.key] = answer


def _append(path: Path, line: bytes) -> None:
    """Write a whole line at the end, on a line of its own even where a killed run left half of one."""
    with path.open("ab") as file:
        if file.tell() and not _ends_a_line(path):
            line = b"\n" + line
        file.write(line)
        file.flush()


def _ends_a_line(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"


def _read(path: Path) -> Iterator[RawAnswer]:
    if not path.exists():
        return
    try:
        with path.open("rb") as file:
            for line in file:
                try:
                    yield RawAnswer.model_validate_json(line)
                except ValidationError:
                    continue
    except OSError as error:
        raise StoreError(f"{path} cannot be read: {error.strerror}. Name another cache below [llm].") from error
