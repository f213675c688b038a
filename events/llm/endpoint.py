"""An endpoint that speaks OpenAI's chat completions: one call, answered or told apart by what went wrong."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic
from typing import Any, Protocol

from events.llm.cache import Usage
from events.llm.choice import LlmChoice, is_this_machine
from schemas.errors import MissingExtraError, ModelStopError
from schemas.vocabulary import CallOutcome

__all__ = ["NEEDS_EXTRA", "CallFailedError", "Completion", "Endpoint", "OpenAIEndpoint"]

LONGEST_REPLY = 8_000_000  # bytes; an answer's tokens are bounded, a server's zeal is not
NEEDS_EXTRA = "Asking a language model needs the extra llm: pip install 'affray[llm]'."
NO_KEY = "none"
LONGEST_DETAIL = 200
MOST_TOKENS = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Completion:
    """What an endpoint answered."""

    content: str
    finish: str | None
    refusal: str | None
    usage: Usage


class CallFailedError(Exception):
    """A call without an answer: how it went, what the server says, and how long it asks to wait."""

    def __init__(
        self, outcome: CallOutcome, detail: str, *, status: int | None = None, retry_after: str | None = None
    ) -> None:
        super().__init__(detail)
        self.outcome = outcome
        self.detail = detail
        self.status = status
        self.retry_after = retry_after


class Endpoint(Protocol):
    """Answers one body of a chat completion."""

    def complete(self, body: Mapping[str, Any]) -> Completion:
        """Give the answer.

        Raises:
            CallFailedError: there is none.

        """
        ...


class OpenAIEndpoint:
    """Asks through the client `openai`, which never tries again by itself and follows no redirect."""

    def __init__(self, choice: LlmChoice) -> None:
        try:
            import openai  # noqa: PLC0415 -- an extra, and loading it is slow
        except ImportError as error:
            raise MissingExtraError(NEEDS_EXTRA) from error
        self._openai = openai
        self._key = os.environ.get(choice.key_variable, "") or NO_KEY
        self._timeout = choice.timeout
        self._host = choice.host
        is_local = is_this_machine(choice.base_url)
        self._client = openai.OpenAI(
            base_url=choice.base_url,
            api_key=self._key,
            organization="",  # the environment's belongs to another host
            project="",
            timeout=choice.timeout,
            max_retries=0,
            # a proxy is for what leaves this machine; a redirect could lead reports off it
            http_client=openai.DefaultHttpxClient(follow_redirects=False, trust_env=not is_local),
        )

    def complete(self, body: Mapping[str, Any]) -> Completion:
        """Give the answer, read within its limits of time and size."""
        openai = self._openai
        try:
            with self._client.chat.completions.with_streaming_response.create(**body) as response:
                words = self._read(response)
        except openai.APITimeoutError as error:
            raise CallFailedError(CallOutcome.SLOW, f"no answer in {self._timeout:g} seconds") from error
        except openai.APIStatusError as error:
            raise self._refused(error) from error
        except openai.APIConnectionError as error:
            raise self._unreachable(error) from error
        except openai.OpenAIError as error:
            raise CallFailedError(CallOutcome.FAILED, self._clean(str(error))) from error
        except Exception as error:  # a body cut off in the middle comes as the transport's own error
            if not _is_of_transport(error):
                raise
            raise self._cut(error) from error
        return completion_of(words)

    def _read(self, response: Any) -> bytes:  # noqa: ANN401 -- the client's own
        began = monotonic()
        read = bytearray()
        for chunk in response.iter_bytes():
            read += chunk
            if len(read) > LONGEST_REPLY:
                raise CallFailedError(CallOutcome.ENDLESS, f"the reply is longer than {LONGEST_REPLY:,} bytes")
            if monotonic() - began > self._timeout:
                raise CallFailedError(CallOutcome.SLOW, f"the reply did not end in {self._timeout:g} seconds")
        return bytes(read)

    def _refused(self, error: Any) -> CallFailedError:  # noqa: ANN401
        status = int(error.status_code)
        detail = self._clean(_message(error))
        headers = error.response.headers
        outcome = CallOutcome.LIMITED if status == 429 else CallOutcome.FAILED if status >= 500 else CallOutcome.DENIED  # noqa: PLR2004
        return CallFailedError(outcome, detail, status=status, retry_after=headers.get("retry-after"))

    def _unreachable(self, error: Exception) -> CallFailedError:
        reasons = " ".join(_chain(error))
        if "certificate" in reasons.casefold():
            raise ModelStopError(
                f"The certificate of {self._host} cannot be trusted ({self._clean(reasons)[:160]}). Nothing was sent. "
                "Mend the server's certificate, or name another base_url."
            ) from error
        return CallFailedError(CallOutcome.UNREACHABLE, self._clean(reasons) or "no connection")

    def _cut(self, error: Exception) -> CallFailedError:
        if "Timeout" in type(error).__name__:
            return CallFailedError(CallOutcome.SLOW, f"no answer in {self._timeout:g} seconds")
        return CallFailedError(CallOutcome.UNREACHABLE, "the connection ended in the middle of the answer")

    def _clean(self, words: str) -> str:
        """Take the key and control characters out of what a server says, on one line, shortened."""
        shown = words.replace(self._key, "...") if self._key != NO_KEY else words
        return " ".join("".join(c if c.isprintable() else " " for c in shown).split())[:LONGEST_DETAIL]


def completion_of(words: bytes) -> Completion:
    """Read a chat completion; what it lacks is None.

    Raises:
        CallFailedError: it is no JSON, or no chat completion.

    """
    try:
        told = json.loads(words)
        choice = told["choices"][0]
        message = choice["message"]
        content = message.get("content")
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as error:
        raise CallFailedError(CallOutcome.FAILED, "the reply is no chat completion") from error
    usage = told.get("usage")
    return Completion(
        content=content if isinstance(content, str) else "",
        finish=_text(choice.get("finish_reason")),
        refusal=_text(message.get("refusal")),
        usage=_usage(usage if isinstance(usage, dict) else {}),
    )


def _usage(told: Mapping[str, Any]) -> Usage:
    inputs, outputs = told.get("prompt_tokens_details"), told.get("completion_tokens_details")
    return Usage(
        input=_number(told.get("prompt_tokens")),
        cached=_number(inputs.get("cached_tokens")) if isinstance(inputs, dict) else None,
        output=_number(told.get("completion_tokens")),
        reasoning=_number(outputs.get("reasoning_tokens")) if isinstance(outputs, dict) else None,
    )


def _number(told: object) -> int | None:
    return told if isinstance(told, int) and not isinstance(told, bool) and 0 <= told < MOST_TOKENS else None


def _text(told: object) -> str | None:
    return told if isinstance(told, str) and told else None


def _message(error: Any) -> str:  # noqa: ANN401
    body = error.body
    if isinstance(body, dict) and isinstance(body.get("message"), str):
        return str(body["message"])
    return str(error)


def _chain(error: BaseException | None) -> list[str]:
    reasons: list[str] = []
    while error is not None and len(reasons) < 5:  # noqa: PLR2004 -- deep enough for any transport
        reasons.append(str(error))
        error = error.__cause__ or error.__context__
    return list(dict.fromkeys(reason for reason in reasons if reason))


def _is_of_transport(error: Exception) -> bool:
    return type(error).__module__.partition(".")[0] in ("httpx", "httpx2", "httpcore", "httpcore2", "h11", "ssl")
