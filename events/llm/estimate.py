"""What asking a model about reports would take: calls, tokens and money, before any is spent."""

import math
from collections.abc import Iterator
from pathlib import Path

from events.llm.cache import AnswerCache, Usage
from events.llm.choice import LlmChoice
from events.llm.pieces import number_sentences, pieces_of
from events.llm.purse import cost_of
from events.llm.request import Request, request_for
from schemas.report import Reject, Report

__all__ = ["Estimate"]

BYTES_A_TOKEN = 4.0  # of English, by the makers of tokenisers; measured from the answers where there are some
ANSWER_TOKENS = 500  # of one answer, before any was seen
ENOUGH = 20  # answers to measure by


class Estimate:
    """Counts what reports would cost while they stream by; what the file of answers has costs nothing."""

    def __init__(self, choice: LlmChoice, *, include_crime: bool = False) -> None:
        self._choice = choice
        self._include_crime = include_crime
        self._cache = AnswerCache(Path(choice.cache)) if choice.cache else None
        self.calls = 0
        self.known = 0
        self._bytes = 0

    def counting(self, items: Iterator[Report | Reject]) -> Iterator[Report | Reject]:
        """Give all items on, counted."""
        for item in items:
            if isinstance(item, Report):
                self._count(item)
            yield item

    def _count(self, report: Report) -> None:
        for piece in pieces_of(number_sentences(report.text), longest=self._choice.piece_characters):
            request: Request = request_for(report, piece, self._choice, include_crime=self._include_crime)
            if self._cache is not None and self._cache.get(request.key):
                self.known += 1
            else:
                self.calls += 1
                self._bytes += request.size

    def usage(self) -> tuple[Usage, bool]:
        """Estimate the tokens, and say whether by answers of this model rather than by rule of thumb."""
        per_token, answer = BYTES_A_TOKEN, float(ANSWER_TOKENS)
        seen = [a for a in self._cache or () if a.model == self._choice.model and a.read_bytes and a.usage.input]
        is_measured = len(seen) >= ENOUGH
        if is_measured:
            per_token = sum(a.read_bytes or 0 for a in seen) / sum(a.usage.input or 0 for a in seen)
            answer = sum(a.usage.output or 0 for a in seen) / len(seen)
        return Usage(input=math.ceil(self._bytes / per_token), output=math.ceil(self.calls * answer)), is_measured

    def told(self) -> str:
        """Say it in a sentence."""
        usage, is_measured = self.usage()
        cost = cost_of(usage, self._choice.price)
        money = "unknown, for want of prices below [llm]" if cost is None else f"{cost:,.2f} {self._choice.currency}"
        basis = "by the answers there are" if is_measured else f"at {BYTES_A_TOKEN:g} bytes a token"
        return (
            f"{self._choice.model} at {self._choice.host}: {self.calls:,} calls ({self.known:,} answers are there), "
            f"about {usage.input:,} tokens in and {usage.output:,} out {basis}; cost: {money}"
        )
