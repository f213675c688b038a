"""Requests that a provider answers later and cheaper: written to a file, their answers read from another.

Source of both layouts: OpenAI's Batch API, which other providers and servers have taken over.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from events.llm.cache import AnswerCache, RawAnswer
from events.llm.choice import LlmChoice
from events.llm.endpoint import CallFailedError, completion_of
from events.llm.pieces import number_sentences, pieces_of
from events.llm.request import Request, repair_of, request_for
from events.llm.verdict import judged
from schemas.errors import UsageError
from schemas.record import Record
from schemas.report import Report
from schemas.vocabulary import CallOutcome

__all__ = ["TakenIn", "batch_lines", "pending_requests", "take_in"]

ENDPOINT = "/v1/chat/completions"
KEY_LENGTH = 64
LONGEST_NOTE = 200


class TakenIn(Record):
    """What became of a file of answers; `failed` are requests that the provider could not answer, in its words."""

    new: int = 0
    known: int = 0
    failed: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()


def pending_requests(
    reports: Iterable[Report], choice: LlmChoice, cache: AnswerCache, *, include_crime: bool = False
) -> Iterator[Request]:
    """Give each request once that the reports still need: a piece without an answer, or one to be repaired."""
    given: set[str] = set()
    for report in reports:
        for piece in pieces_of(number_sentences(report.text), longest=choice.piece_characters):
            request = _needed(request_for(report, piece, choice, include_crime=include_crime), cache)
            if request is not None and request.key not in given:
                given.add(request.key)
                yield request


def _needed(request: Request, cache: AnswerCache) -> Request | None:
    raw = cache.get(request.key)
    if raw is None:
        return request
    _, outcome, fault = judged(raw)
    if outcome is not CallOutcome.MALFORMED:
        return None
    repair = repair_of(request, raw.content, fault)
    return repair if cache.get(repair.key) is None else None


def batch_lines(requests: Iterable[Request], choice: LlmChoice) -> Iterator[str]:
    """Write a request a line, named by its key: the same request has the same name in every batch."""
    answer_format = "schema" if choice.answer_format == "auto" else choice.answer_format
    for request in requests:
        body = request.body(choice, answer_format=answer_format)
        yield json.dumps({"custom_id": request.key, "method": "POST", "url": ENDPOINT, "body": body})


def take_in(path: Path, choice: LlmChoice, cache: AnswerCache) -> TakenIn:
    """Read the answers that a provider gave into the file of answers; reading them again changes nothing.

    Raises:
        UsageError: the file cannot be read.

    """
    new = known = 0
    failed: list[str] = []
    unreadable: list[str] = []
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                if not line.strip():
                    continue
                answer = _answer(line, choice)
                if isinstance(answer, CallFailedError):
                    (unreadable if answer.outcome is CallOutcome.MALFORMED else failed).append(
                        f"line {number}: {answer.detail}"
                    )
                elif cache.get(answer.key):
                    known += 1
                else:
                    cache.put(answer)
                    new += 1
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}. Name the file that the provider gave.") from error
    return TakenIn(new=new, known=known, failed=tuple(failed), unreadable=tuple(unreadable))


def _answer(line: bytes, choice: LlmChoice) -> RawAnswer | CallFailedError:
    try:
        told = json.loads(line)
        key, response = told["custom_id"], told.get("response") or {}
        if not isinstance(key, str) or len(key) != KEY_LENGTH or not isinstance(response, dict):
            return CallFailedError(CallOutcome.MALFORMED, "it answers no request of affray's")
        if told.get("error") or response.get("status_code") != 200:  # noqa: PLR2004 -- HTTP's "OK"
            return CallFailedError(CallOutcome.FAILED, _note(told.get("error") or response.get("body")))
        completion = completion_of(json.dumps(response.get("body")).encode())
        return RawAnswer(
            key=key,
            model=choice.model,
            content=completion.content,
            finish=completion.finish,
            refusal=completion.refusal,
            usage=completion.usage,
        )
    except CallFailedError as failure:
        return CallFailedError(CallOutcome.MALFORMED, failure.detail)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, ValidationError):
        return CallFailedError(CallOutcome.MALFORMED, "it is no line of a batch's results")


def _note(told: Any) -> str:  # noqa: ANN401 -- a provider says what it likes
    message = told.get("message") if isinstance(told, dict) else None
    if message is None and isinstance(told, dict) and isinstance(told.get("error"), dict):
        message = told["error"].get("message")
    words = message if isinstance(message, str) else json.dumps(told)
    return "".join(character if character.isprintable() else " " for character in words)[:LONGEST_NOTE]
