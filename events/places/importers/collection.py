"""A GeoJSON feature collection read feature by feature, so that a file needs the memory of its largest one."""

import re
from codecs import getincrementaldecoder
from collections.abc import Iterator
from io import BufferedIOBase
from json import JSONDecodeError, JSONDecoder
from typing import Any

__all__ = ["MOST_IN_A_FEATURE", "BrokenError", "Collection", "refuse_constant"]

CHUNK = 2**20  # characters
MOST_IN_A_FEATURE = 512 * 2**20  # characters; Canada's coast in full detail has sixty million
BLANK = re.compile(r"[\s,]*")
LONGEST_TOKEN = 64  # characters that a number or a word such as "false" may have
NEXT_FEATURE = re.compile(r'\{\s*"type"\s*:\s*"Feature"')


class BrokenError(ValueError):
    """Mark a text that is no GeoJSON; its message says what stands there."""


class Collection:
    """The members of a feature collection; `about` holds those that stand before the features."""

    def __init__(self, stream: BufferedIOBase) -> None:
        self._stream = stream
        self._decode = getincrementaldecoder("utf-8-sig")("replace")
        self._decoder = JSONDecoder(parse_constant=refuse_constant)
        self._buffer, self._at, self._is_over = "", 0, False
        self.about: dict[str, Any] = {}

    def open(self) -> None:
        """Read up to the features.

        Raises:
            BrokenError: the text is no GeoJSON object, or has no features.

        """
        if self._next() != "{":
            raise BrokenError("it does not start as GeoJSON does, with {")
        self._at += 1
        while self._next() != "}":
            key = self._value()
            if self._next() != ":":
                raise BrokenError(f"no colon follows {key!r}")
            self._at += 1
            if key == "features" and self._next() == "[":
                self._at += 1
                return
            self.about[str(key)] = self._value()
        raise BrokenError("it has no features")

    def features(self) -> Iterator[dict[str, Any] | BrokenError]:
        """Give each feature, or what is wrong with it, and go on with the next."""
        while self._next() not in ("]", ""):
            try:
                feature = self._value()
            except BrokenError as error:
                yield error
                self._skip()
                continue
            yield feature if isinstance(feature, dict) else BrokenError("it is no feature")
        if self._next() != "]":
            yield BrokenError("the file ends before its features do")

    def _value(self) -> Any:  # noqa: ANN401 - a value of JSON
        self._next()
        while True:
            try:
                value, end = self._decoder.raw_decode(self._buffer, self._at)
            except (ValueError, RecursionError) as error:
                if not (self._is_cut(error) and self._more()):
                    raise BrokenError(_words(error)) from error
            else:
                # "12" may be the half of 1234
                if end == len(self._buffer) and self._more():
                    continue
                self._at = end
                return value

    def _is_cut(self, error: Exception) -> bool:
        """Say whether the text may be right and only not all there yet."""
        if not isinstance(error, JSONDecodeError):
            return False
        is_at_the_end = error.pos >= len(self._buffer) - LONGEST_TOKEN
        return is_at_the_end or error.msg.startswith("Unterminated string")

    def _next(self) -> str:
        """Pass over blanks and commas and give the character that follows; "" at the end."""
        while True:
            self._at = _end_of_blanks(self._buffer, self._at)
            if self._at < len(self._buffer):
                return self._buffer[self._at]
            if not self._more():
                return ""

    def _skip(self) -> None:
        """Go to where the next feature starts."""
        self._at += 1
        while not (found := NEXT_FEATURE.search(self._buffer, self._at)):
            self._at = max(self._at, len(self._buffer) - LONGEST_TOKEN)
            if not self._more():
                self._at = len(self._buffer)
                return
        self._at = found.start()

    def _more(self) -> bool:
        """Read on, as much again as is held, so that a long feature is tried a few times only."""
        rest = self._buffer[self._at :]
        if self._is_over or len(rest) > MOST_IN_A_FEATURE:
            return False
        read = self._stream.read(max(CHUNK, len(rest)))
        self._is_over = not read
        self._buffer, self._at = rest + self._decode.decode(read, final=self._is_over), 0
        return True


def refuse_constant(word: str) -> None:
    """Refuse NaN and Infinity, which Python writes and JSON does not know.

    Raises:
        ValueError: always.

    """
    raise ValueError(f"{word} is no number")


def _end_of_blanks(text: str, start: int) -> int:
    found = BLANK.match(text, start)
    return found.end() if found else start


def _words(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "its brackets are nested too deeply"
    return error.msg if isinstance(error, JSONDecodeError) else str(error)
