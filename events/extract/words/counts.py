"""Number words and figures to counts of people."""

import re
from collections.abc import Sequence
from typing import Any

from schemas.count import Count

__all__ = ["Numbers"]

FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
MOST_PEOPLE = 10_000_000  # a larger figure is money or a telephone number
LARGE = 1_000
TENS = 20  # "twenty-five" is one number, "five two" is two
GROUPS = frozenset({"dozen", "score"})
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
        numbers = self._read_numbers(words)
        vague = self._read_vague(words, text, has_number=bool(numbers))
        if vague:
            return vague
        if not numbers:
            return None
        if len(numbers) > 1 and self._is_range(words, text) and numbers[0] < numbers[1]:
            return Count(low=numbers[0], best=numbers[0], high=numbers[1])
        if len(numbers) > 1 and "and" in words:
            return Count.exactly(sum(numbers))  # "one international and three national staff"
        return self._bounded(numbers[0], text)

    def _read_vague(self, words: Sequence[str], text: str, *, has_number: bool) -> Count | None:
        """Read "several", "several hundred" and "dozens"; in "as many as 30" the figure counts."""
        found = [word for word in self._vague if re.search(rf"\b{word}\b", text)]
        if not found:
            return None
        word = max(found, key=len)
        vague = self._vague[word]
        following = words[words.index(word) + 1] if word in words[:-1] else ""
        times = self._multipliers.get(following) or (self._fixed[following] if following in GROUPS else None)
        if times:
            return Count(low=vague.low * times, best=vague.best * times, high=vague.high * times)
        return None if has_number else vague

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
        """Read every number, joining "three thousand two hundred and five" and "twenty - five"."""
        numbers: list[float] = []
        whole: float | None = None  # of the thousands read so far
        part: float | None = None
        for position, word in enumerate(words):
            value = self._value(word)
            if value is None:
                if word in ("and", "-") and self._goes_on(part, whole, words[position + 1 : position + 2]):
                    continue
                numbers.extend([(whole or 0) + (part or 0)] if part is not None or whole is not None else [])
                whole = part = None
            elif word == "dozen" and words[max(0, position - 2) : position] == ["half", "a"]:
                part = value // 2
            elif value >= LARGE and word in self._multipliers:
                whole, part = (whole or 0) + (1 if part is None else part) * value, None
            elif word in self._multipliers or word in GROUPS:
                part = (1 if part is None else part) * value
            elif part is None or (part >= TENS and value < part and part % 10 == 0):
                part = (part or 0) + value
            else:
                numbers.append((whole or 0) + part)
                whole, part = None, value
        numbers.extend([(whole or 0) + (part or 0)] if part is not None or whole is not None else [])
        return [int(number) for number in numbers if number <= MOST_PEOPLE]

    def _goes_on(self, part: float | None, whole: float | None, following: Sequence[str]) -> bool:
        """Know the "and" and the "-" inside a number."""
        value = self._value(following[0]) if following else None
        return value is not None and ((part or 0) >= TENS or whole is not None) and value < (part or whole or 0)

    def _value(self, word: str) -> float | None:
        """Give what one word is worth; "1.03" is read whole, for a "million" may follow."""
        if FIGURE.fullmatch(word):
            # a figure of a thousand digits is hostile, not a count
            return float(word.replace(",", "")[:12])
        for table in (self._words, self._multipliers, self._fixed):
            if word in table:
                return table[word]
        return None
