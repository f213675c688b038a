"""Calls to a model: from the cache where they were made, else paced, tried again within limits, and paid."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from events.llm.cache import AnswerCache, RawAnswer
from events.llm.choice import LlmChoice
from events.llm.endpoint import CallFailedError, Endpoint
from events.llm.purse import Purse, cost_of
from events.llm.request import Request
from schemas.errors import ModelStopError
from schemas.model_call import ModelCall
from schemas.vocabulary import CallOutcome

__all__ = ["Caller", "RequestDeniedError"]

# What an endpoint may be able to promise, the strictest first; "json-schema" is llama.cpp's own way of saying "schema".
FORMATS = ("schema", "json-schema", "json", "text")
OF_FORMATS = ("response_format", "json_schema", "json_object", "grammar")
FIRST_WAIT = 1.0  # seconds, doubled with every attempt
NOT_ALLOWED = (401, 403)
NOT_THERE = 404
REDIRECTS = range(300, 400)


class RequestDeniedError(Exception):
    """The server refuses this one request, a report too long for the model perhaps."""


class Caller:
    """Gives answers to requests; every attempt is told to `record`."""

    def __init__(
        self,
        choice: LlmChoice,
        endpoint: Callable[[], Endpoint],
        cache: AnswerCache,
        *,
        sleep: Callable[[float], None],
        now: Callable[[], datetime],
        tell: Callable[[str], object],
    ) -> None:
        self._choice = choice
        self._tell = tell
        self._connect = endpoint
        self._endpoint: Endpoint | None = None
        self._cache = cache
        self._purse = Purse(choice)
        self._sleep = sleep
        self._now = now
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self._format = FORMATS[0] if choice.answer_format == "auto" else choice.answer_format
        self._tokens_name = "max_tokens"

    @property
    def spent(self) -> float:
        """Give what this run's calls have cost."""
        return self._purse.spent

    def ask(self, request: Request, told: ModelCall, record: Callable[[ModelCall], None]) -> RawAnswer:
        """Give the answer to a request; `told` says for which characters of which report it is.

        Raises:
            ModelStopError: no answer can be had now, for this or any other request.
            RequestDeniedError: none to this one.

        """
        told = told.model_copy(update={"request": request.key, "model": request.model})
        known = self._cache.get(request.key)
        if known is not None:
            cached = {"outcome": CallOutcome.ANSWERED, "from_cache": True, "cost": 0.0, "asked_at": self._now()}
            record(told.model_copy(update={**cached, **known.usage.tokens()}))
            return known
        if self._choice.replay:
            raise ModelStopError(
                f"There is no answer in {self._cache.path.name} for a report, and --replay asks no model. "
                "Run without --replay, or join the file that has it."
            )
        return self._asked(request, told, record)

    def _asked(self, request: Request, told: ModelCall, record: Callable[[ModelCall], None]) -> RawAnswer:
        failures = 0
        while True:
            if self._stopped.is_set():
                raise ModelStopError("Another call found that no model can be asked.")
            began = self._now()
            told = told.model_copy(update={"attempt": told.attempt + 1, "asked_at": began})
            try:
                return self._once(request, told, record)
            except CallFailedError as failure:
                seconds = (self._now() - began).total_seconds()
                happened = {"outcome": failure.outcome, "status": failure.status, "detail": failure.detail}
                record(told.model_copy(update={**happened, "seconds": seconds}))
                if self._asks_for_less(failure):
                    continue
                if failure.outcome is CallOutcome.DENIED:
                    raise self._denied(failure) from failure
                failures += 1
                if failures >= self._choice.attempts:
                    raise self._stop(
                        f"The model's server at {self._choice.host} failed {failures} times ({_told(failure)}). "
                        "What was read is kept; run the same command again to go on."
                    ) from failure
                self._sleep(self._pause(failure, failures))

    def _once(self, request: Request, told: ModelCall, record: Callable[[ModelCall], None]) -> RawAnswer:
        endpoint = self._connected()
        held = self._purse.hold(request)
        cost: float | None = 0.0  # what fails is not billed
        try:
            body = request.body(self._choice, answer_format=self._format, tokens_name=self._tokens_name)
            completion = endpoint.complete(body)
            cost = cost_of(completion.usage, self._choice.price)
        finally:
            self._purse.settle(held, cost)
        answer = RawAnswer(
            key=request.key,
            model=request.model,
            content=completion.content,
            finish=completion.finish,
            refusal=completion.refusal,
            usage=completion.usage,
            read_bytes=request.size,
        )
        self._cache.put(answer)
        seconds = (self._now() - told.asked_at).total_seconds() if told.asked_at else None
        done = {"outcome": CallOutcome.ANSWERED, "cost": cost, "seconds": seconds, **completion.usage.tokens()}
        record(told.model_copy(update=done))
        return answer

    def _connected(self) -> Endpoint:
        with self._lock:
            if self._endpoint is None:
                self._endpoint = self._connect()
                self._tell(f"Reports are sent to {self._choice.host}, model {self._choice.model}.\n")
            return self._endpoint

    def _asks_for_less(self, failure: CallFailedError) -> bool:
        """Ask from now on for less where the server cannot do what was asked; some say so as a fault of their own."""
        said = failure.detail.casefold()
        with self._lock:
            if "max_completion_tokens" in said and self._tokens_name == "max_tokens":
                self._tokens_name = "max_completion_tokens"
                return True
            is_about_format = failure.status is not None and any(word in said for word in OF_FORMATS)
            if is_about_format and self._choice.answer_format == "auto" and self._format != FORMATS[-1]:
                self._format = FORMATS[FORMATS.index(self._format) + 1]
                return True
        return False

    def _denied(self, failure: CallFailedError) -> Exception:
        """Say what the server will not have: the key, the model, the address, or this one request."""
        choice, said = self._choice, failure.detail
        if failure.status in NOT_ALLOWED:
            return self._stop(
                f"{choice.host} refuses the key (HTTP {failure.status}: {said}). Put the right one into the "
                f"environment variable {choice.key_variable}."
            )
        if failure.status == NOT_THERE:
            return self._stop(
                f"{choice.host} has no model '{choice.model}' at {choice.base_url} (HTTP 404: {said}). "
                "Name one that it has below [llm]."
            )
        if failure.status in REDIRECTS:
            return self._stop(
                f"{choice.host} sends requests on to another address (HTTP {failure.status}), which is not followed. "
                "Write the address itself as base_url."
            )
        return RequestDeniedError(_told(failure))

    def _stop(self, reason: str) -> ModelStopError:
        """Let no other call begin."""
        self._stopped.set()
        return ModelStopError(reason)

    def _pause(self, failure: CallFailedError, failures: int) -> float:
        asked = _seconds(failure.retry_after, self._now())
        if asked is not None:
            if asked > self._choice.longest_wait:
                raise self._stop(
                    f"{self._choice.host} asks to wait {asked:,.0f} seconds, longer than longest_wait. "
                    "What was read is kept; run the same command again later."
                )
            return asked
        return float(min(FIRST_WAIT * 2 ** (failures - 1), self._choice.longest_wait))


def _seconds(retry_after: str | None, now: datetime) -> float | None:
    """Read Retry-After: seconds, or a date.

    Source: RFC 9110, section 10.2.3.
    """
    if not retry_after:
        return None
    try:
        return max(0.0, float(retry_after))
    except ValueError:
        pass
    try:
        at = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    return max(0.0, (at.replace(tzinfo=at.tzinfo or UTC) - now).total_seconds())


def _told(failure: CallFailedError) -> str:
    return f"HTTP {failure.status}: {failure.detail}" if failure.status else failure.detail
