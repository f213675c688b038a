"""One attempt to have a report read by a language model: what it took and how it ended."""

from datetime import datetime

from pydantic import NonNegativeFloat, NonNegativeInt

from schemas.record import Record
from schemas.vocabulary import CallOutcome

__all__ = ["ModelCall"]


class ModelCall(Record):
    """A call for the characters `span_start` to `span_end` of a report's text.

    `request` is the key of what was asked and of its answer in the cache. `cost` is None where a price is unknown,
    0 where the answer was there already. `cached_tokens` are among the input, `reasoning_tokens` among the output.
    """

    report_id: str
    span_start: NonNegativeInt
    span_end: NonNegativeInt
    attempt: NonNegativeInt = 0
    asked_at: datetime | None = None
    model: str = ""
    request: str = ""
    outcome: CallOutcome = CallOutcome.FAILED
    status: int | None = None
    detail: str | None = None
    from_cache: bool = False
    input_tokens: NonNegativeInt | None = None
    cached_tokens: NonNegativeInt | None = None
    output_tokens: NonNegativeInt | None = None
    reasoning_tokens: NonNegativeInt | None = None
    cost: NonNegativeFloat | None = None
    seconds: NonNegativeFloat | None = None
