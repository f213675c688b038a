"""Terms: what is published of a dataset, by whom and under which licence."""

from dataclasses import dataclass

__all__ = ["QUOTE_CHARACTERS", "Terms"]

# A sentence of news is shorter, a paragraph longer.
QUOTE_CHARACTERS = 200


@dataclass(frozen=True)
class Terms:
    """What the user says of a bundle; an unnamed author is anonymous, and no licence is none.

    Without a version it is the day of the dataset's last run.
    """

    title: str
    version: str = ""
    authors: tuple[str, ...] = ()
    licence: str | None = None
    layouts: tuple[str, ...] = ("affray",)
    formats: tuple[str, ...] = ("csv",)
    redacted: frozenset[str] = frozenset()
    texts: bool = False
    quote_characters: int = QUOTE_CHARACTERS
