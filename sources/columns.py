"""Columns of tables: which holds the report's words, its title, its day, by the names that people give them."""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache

from pydantic import Field

from schemas.codebook import load_codebook
from schemas.record import Record
from schemas.vocabulary import RejectReason
from sources.refusal import Refusal, quoted

__all__ = ["KEYS", "Mapping", "has_column", "mapping_of", "normalised"]

# What users call a field, and the draft's field that it fills; in this order columns are looked for.
KEYS = {
    "text": "text",
    "id": "external_id",
    "title": "title",
    "published": "published",
    "publisher": "publisher",
    "url": "url",
    "language": "language",
    "byline": "byline",
    "dateline": "dateline",
}
LONG = 200  # characters that the cells of a column have on average where it holds reports
NAMES_SHOWN = 12
RIVALS_SHOWN = 3


class Mapping(Record):
    """Which column fills which field: `columns` by the names in `KEYS`, `at` where each stands.

    `rivals` are columns that could have filled a field and were left alone; `is_guessed` where no name told which
    column holds the reports, and only the length of its cells did.
    """

    columns: dict[str, str]
    at: dict[str, int]
    rivals: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    is_guessed: bool = False

    def told(self) -> Refusal | None:
        """Say what nobody could know without being told; None where the names left no doubt."""
        said = []
        if self.is_guessed:
            said.append(f"The reports are taken from the column {quoted(self.columns['text'])}, as its cells are long")
        for field, rivals in self.rivals.items():
            shown = ", ".join(quoted(name) for name in rivals[:RIVALS_SHOWN])
            more = f" and {len(rivals) - RIVALS_SHOWN:,} more" if len(rivals) > RIVALS_SHOWN else ""
            said.append(f"for {field} {quoted(self.columns[field])} is taken, not {shown}{more}")
        if not said:
            return None
        sentence = "; ".join(said)
        field = "text" if self.is_guessed else next(iter(self.rivals))
        return Refusal(
            reason=RejectReason.COLUMNS,
            detail=f"{sentence[0].upper()}{sentence[1:]}. If that is wrong: --column {field}=NAME.",
        )


def mapping_of(
    names: Sequence[str],
    samples: Iterable[Sequence[str]] = (),
    *,
    chosen: dict[str, str] | None = None,
) -> Mapping | Refusal:
    """Say which column fills which field, by its name; refuse a table in which nothing shows the reports.

    `chosen` outranks all names: {"text": "Body"}. `samples` are some rows; they are asked only where no name shows
    which column holds the reports, and answer only where exactly one column has long cells.

    >>> mapping_of(["Doc ID", "Headline", "Body"]).columns
    {'text': 'Body', 'id': 'Doc ID', 'title': 'Headline'}
    """
    shown = [name.strip("\ufeff \t\r\n\"'") for name in names]
    plain = [normalised(name) for name in shown]
    at: dict[str, int] = {}
    for field, name in (chosen or {}).items():
        place = _place_of(name, shown, plain)
        if place is None:
            return _missing(name, shown)
        at[field] = place
    rivals: dict[str, tuple[str, ...]] = {}
    standing = _standing(plain)
    for field in KEYS:
        if field in at:
            continue
        found = [place for name in _names(field) for place in standing.get(name, ()) if place not in at.values()]
        if found:
            at[field] = found[0]
            # affray's own name is no guess, so only another of the same name is a rival
            is_own = plain[found[0]] == field
            others = [place for place in found[1:] if not is_own or plain[place] == field]
            if others:
                rivals[field] = tuple(shown[place] for place in others)
    is_guessed = "text" not in at
    if is_guessed:
        long = [place for place in _long(samples, len(names)) if place not in at.values()]
        if len(long) != 1:
            return _without_text(shown)
        at["text"] = long[0]
    at = {field: at[field] for field in KEYS if field in at}
    return Mapping(
        columns={field: shown[place] for field, place in at.items()}, at=at, rivals=rivals, is_guessed=is_guessed
    )


def has_column(name: str, names: Sequence[str]) -> bool:
    """Say whether a column that was named is there."""
    return _place_of(name, names, [normalised(one) for one in names]) is not None


def normalised(name: str) -> str:
    """Write a name as it is compared: letters and digits alone, in small letters, without accents.

    >>> normalised("Full_Text"), normalised("Título")
    ('fulltext', 'titulo')
    """
    return "".join(letter for letter in unicodedata.normalize("NFKD", name).casefold() if letter.isalnum())


def _place_of(name: str, shown: Sequence[str], plain: Sequence[str]) -> int | None:
    """Find a column that was named: as it is written, else as names are compared."""
    if name.strip() in shown:
        return shown.index(name.strip())
    bare = normalised(name)
    return plain.index(bare) if bare in plain else None


def _standing(plain: Sequence[str]) -> dict[str, list[int]]:
    standing: dict[str, list[int]] = {}
    for place, name in enumerate(plain):
        standing.setdefault(name, []).append(place)
    return standing


def _long(samples: Iterable[Sequence[str]], width: int) -> list[int]:
    """Give the columns whose cells are long on average; addresses are no reports, however long."""
    total = [0] * width
    rows = 0
    for row in samples:
        rows += 1
        for place, cell in enumerate(row[:width]):
            total[place] += 0 if cell.startswith(("http://", "https://")) else len(cell)
    return [place for place, letters in enumerate(total) if letters > LONG * max(1, rows)]


def _without_text(names: Sequence[str]) -> Refusal:
    """Say that no column holds reports, and which there are."""
    return Refusal(
        reason=RejectReason.NO_TEXT,
        detail=f"No column is called 'text' or alike; there is: {_shown(names)}. "
        "Say which one holds the reports: --column text=NAME.",
    )


def _missing(name: str, names: Sequence[str]) -> Refusal:
    return Refusal(
        reason=RejectReason.NO_TEXT,
        detail=f"There is no column {quoted(name)}, which --column names; there is: {_shown(names)}. "
        "Write it as it stands there.",
    )


def _shown(names: Sequence[str]) -> str:
    more = f" and {len(names) - NAMES_SHOWN:,} more" if len(names) > NAMES_SHOWN else ""
    return (", ".join(quoted(name) for name in names[:NAMES_SHOWN]) or "none") + more


@cache
def _names(field: str) -> tuple[str, ...]:
    """List what a field is called, the surest name first."""
    return tuple(dict.fromkeys(map(normalised, load_codebook("report_columns")[field])))
