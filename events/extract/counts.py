"""Number words and figures to counts of people."""

import re
from collections.abc import Sequence
from typing import Any

from schemas.count import Count

__all__ = ["Numbers"]

FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
MOST_PEOPLE = 10_000_000  # a larger figure is money or a telephone number
ROUND = 0.1  # "around thirty" may be a tenth off


class Numbers:
    """Reads counts by the codebook `numbers`."""

    def __init__(self, codebook: dict[str, Any]) -> None:
        self._words: dict[str, int] = codebook["words"]
        self._multipliers: dict[str, int] = codebook["multipliers"]
        self._fixed: dict[str, int] = codebook["fixed"]
        self._vague = {word: Count(**bounds) for word, bounds in codebook["vague"].items()}
        self._bounds = {
            name: re.compile(r"\b(?:" + "|".join(re.escape(phrase) for phrase in phrases) + r")\b")
            for name, phrases in codebook["bounds"].items()
        }

    def is_number(self, word: str) -> bool:
        """Say whether a lower-case word is a figure or a number word."""
        return (
            bool(FIGURE.fullmatch(word))
            or word in self._words
            or word in self._multipliers
            or word in self._fixed
            or word in self._vague
        )

    def read(self, words: Sequence[str]) -> Count | None:
        """Read the count that lower-case words give; None where they give none.

        "at least four", "two hundred and five", "dozens of", "up to 10", "between four and six".
        """
        text = " ".join(words)
        vague = self._read_vague(text)
        if vague:
            return vague
        numbers = self._read_numbers(words)
        if not numbers:
            return None
        if len(numbers) > 1 and self._is_range(words, text) and numbers[0] < numbers[1]:
            return Count(low=numbers[0], best=numbers[0], high=numbers[1])
        if len(numbers) > 1 and "and" in words:
            return Count.exactly(sum(numbers))  # "one international and three national staff"
        return self._bounded(numbers[0], text)

    def _read_vague(self, text: str) -> Count | None:
        found = [word for word in self._vague if re.search(rf"\b{word}\b", text)]
        return self._vague[max(found, key=len)] if found else None

    def _is_range(self, words: Sequence[str], text: str) -> bool:
        """Know "between four and six", "four to six", "four or five", "4-6"."""
        if re.search(r"\b(?:between|from)\b", text):
            return True
        return any(
            word in ("to", "or", "-", "–")
            and 0 < position < len(words) - 1
            and self.is_number(words[position - 1])
            and self.is_number(words[position + 1])
            for position, word in enumerate(words)
        )

    def _bounded(self, number: int, text: str) -> Count:
        if self._bounds["about"].search(text):
            margin = round(number * ROUND)
            return Count(low=number - margin, best=number, high=number + margin)
        return Count.exactly(number)

    def _read_numbers(self, words: Sequence[str]) -> list[int]:
        """Read every number, joining "two hundred and five" and "twenty - five"."""
        numbers: list[int] = []
        running: int | None = None
        for word in words:
            value = self._value(word)
            if value is None:
                if word in ("and", "-") and running is not None and running >= 20:  # noqa: PLR2004 -- "twenty-five"
                    continue
                if running is not None:
                    numbers.append(running)
                running = None
            elif word in self._multipliers or word in ("dozen", "score"):
                running = (running if running is not None else 1) * value
            elif running is not None and running >= 20 and value < running:  # noqa: PLR2004
                running += value
            else:
                if running is not None:
                    numbers.append(running)
                running = value
        return [number for number in [*numbers, running] if number is not None and number <= MOST_PEOPLE]

    def _value(self, word: str) -> int | None:
        if FIGURE.fullmatch(word):
            # a figure of a thousand digits is hostile, not a count
            return int(float(word.replace(",", "")[:12]))
        for table in (self._words, self._multipliers, self._fixed):
            if word in table:
                return table[word]
        return None
