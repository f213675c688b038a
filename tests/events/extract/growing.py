"""Hostile texts of any length: each function makes one of about so many characters."""

from collections.abc import Callable, Mapping

__all__ = ["GROWING"]

TOLD = "Gunmen killed five people. "

GROWING: Mapping[str, Callable[[int], str]] = {
    "no space": lambda length: TOLD + "x" * length,
    "digits": lambda length: TOLD + "9" * length,
    "quotes": lambda length: TOLD + '"' * length,
    "line breaks": lambda length: TOLD + "\n" * length,
    "spaces": lambda length: TOLD + " " * length,
    "stops": lambda length: TOLD + "." * length,
    "combining marks": lambda length: TOLD + "e\u0301" * (length // 2),
    "nested brackets": lambda length: "(" * (length // 2) + TOLD + ")" * (length // 2),
    "open brackets in capitals": lambda length: TOLD.upper() + "(A" * (length // 2),
    "apostrophes": lambda length: TOLD + "a'" * (length // 2),
    "fractions": lambda length: TOLD + "1/2/" * (length // 4),
    "dashes": lambda length: TOLD + "- " * (length // 2),
    "abbreviations": lambda length: TOLD + "Mr. " * (length // 4),
    "one trigger": lambda length: "killed " * (length // 7),
    "a trigger of two words": lambda length: TOLD + "a mob " * (length // 6),
    "a list of victims": lambda length: "Gunmen killed " + "a farmer, " * (length // 10),
    "a name": lambda length: "Gunmen killed five in " + "Kano " * (length // 5),
    "datelines": lambda length: "KANO, " * (length // 6) + TOLD,
    "labels of notes": lambda length: "Looting: " * (length // 9) + TOLD,
    "dates": lambda length: TOLD + "on Sunday " * (length // 10),
    "the opening of a note": lambda length: "On the night of " * (length // 16) + TOLD,
    "sentences": lambda length: TOLD * (length // len(TOLD)),
    "sentences in capitals": lambda length: TOLD.upper() * (length // len(TOLD)),
    "lines": lambda length: (TOLD + "\n") * (length // 28),
    "paragraphs": lambda length: (TOLD + "\n\n") * (length // 29),
    "incidents": lambda length: "".join(
        f"A bomb exploded in Town{number} on {number % 28 + 1} May. " for number in range(length // 45)
    ),
}
