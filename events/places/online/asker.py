"""One service, asked: at its pace, again with back-off where it does not answer, and not at all once it refuses."""

import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from geopy.adapters import AdapterHTTPError, get_retry_after
from geopy.exc import (
    ConfigurationError,
    GeocoderAuthenticationFailure,
    GeocoderInsufficientPrivileges,
    GeocoderQueryError,
    GeocoderQuotaExceeded,
    GeocoderRateLimited,
    GeopyError,
)

from events.places.online.access import Access
from events.places.online.cache import AnswerCache
from events.places.online.question import Found, Question
from events.places.online.service import Service
from events.places.territory import Box

__all__ = ["Asker", "NoAnswerError"]

BACK_OFF = (2.0, 4.0, 8.0)  # seconds before the second, third and fourth try
LONGEST_WAIT = 120.0  # seconds that a server may ask for before it is left alone
FAILURES_IN_A_ROW = 3  # questions, all tries of each: then it is not there
LONGEST_REASON = 120
REFUSALS = (ConfigurationError, GeocoderAuthenticationFailure, GeocoderInsufficientPrivileges)
# geopy reads an answer of another shape by hoping for the best, and one that is nested ten thousand times
FAILURES = (GeopyError, ValueError, LookupError, TypeError, AttributeError, RecursionError)


class NoAnswerError(Exception):
    """Tell, inside this package, that a question stays open, and why: the build goes on without its answer."""


class Asker:
    """Asks one server, and gives it up for the rest of the run when it refuses or stays silent."""

    def __init__(
        self,
        service: Service,
        access: Access,
        *,
        interval: float,
        cache: AnswerCache,
        boxes: Mapping[str, Box],
        kinds: Mapping[str, Any],
        now: Callable[[], datetime],
        sleep: Callable[[float], None],
    ) -> None:
        self.service, self.access = service, access
        self._geocoder = service.geocoder(access)
        self._interval, self._cache = interval, cache
        self._boxes, self._kinds = boxes, kinds
        self._now, self._sleep = now, sleep
        self._failures = 0
        self._given_up: str | None = None

    def ask(self, question: Question) -> tuple[Found, ...]:
        """Ask and keep the answer.

        Raises:
            NoAnswerError: there was none after all tries, or the server was given up before.

        """
        if self._given_up:
            raise NoAnswerError(self._given_up)
        found = self._tried(question)
        self._failures = 0
        self._cache.keep(self.service.name, self.access.place, question, found, asked_at=self._now())
        return found

    def _tried(self, question: Question) -> tuple[Found, ...]:
        for wait in (*BACK_OFF, None):
            self._sleep(self._cache.reserve(self.access.place, interval=self._interval, at=self._now().timestamp()))
            try:
                return self._answer(question)
            except REFUSALS as error:
                raise self._give_up(_reason(error)) from error
            except FAILURES as error:
                self._pause(error, wait)
        raise AssertionError  # the last pause raises

    def _pause(self, error: Exception, wait: float | None) -> None:
        """Wait as long as the server asks for, else as long as it is this try's turn to."""
        asked_for = _asked_for(error)
        if asked_for is not None and asked_for > LONGEST_WAIT:
            raise self._give_up(f"{_reason(error)}; it asks to be left alone for {asked_for:,.0f} seconds") from error
        if isinstance(error, GeocoderQuotaExceeded) and not isinstance(error, GeocoderRateLimited):
            raise self._give_up(_reason(error)) from error
        if wait is None or isinstance(error, GeocoderQueryError):
            self._failures += 1
            if self._failures >= FAILURES_IN_A_ROW:
                raise self._give_up(_reason(error)) from error
            raise NoAnswerError(_reason(error)) from error
        self._sleep(max(wait, asked_for or 0.0))

    def _give_up(self, reason: str) -> NoAnswerError:
        self._given_up = reason
        return NoAnswerError(reason)

    def _answer(self, question: Question) -> tuple[Found, ...]:
        box = self._boxes.get(question.country_code or "")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # geopy warns of degrees out of range before it refuses them
            hits = self._geocoder.geocode(question.name, exactly_one=False, **self.service.bias(question, box))
        read = list(self._read([hit.raw for hit in hits or ()]))
        return tuple({found.place.place_id: found for found in read if found}.values())

    def _read(self, hits: Sequence[object]) -> Iterator[Found | None]:
        """Read every hit that can be read; an answer of none but broken ones is none."""
        broken: ValueError | None = None
        whole = 0
        for hit in hits:
            try:
                yield self.service.read(hit, self._kinds)
                whole += 1
            except ValueError as error:
                broken = error
        if broken and not whole:
            raise broken


def _asked_for(error: BaseException) -> float | None:
    """Give the seconds that the server asks for (Retry-After), be it too busy (429) or down (503)."""
    cause = error.__cause__
    if not isinstance(cause, AdapterHTTPError):
        return None
    seconds = get_retry_after(cause.headers)
    return None if seconds is None else float(seconds)


def _reason(error: Exception) -> str:
    """Say what went wrong in a line; what a server wrote is cut."""
    line = next(iter(str(error).splitlines()), "") or type(error).__name__
    if isinstance(error, GeopyError):
        return line[:LONGEST_REASON]
    return "its answer cannot be understood"
