"""What an extractor is, and which there are."""

import hashlib
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path
from typing import Protocol

from events.dates.expression import DateOrder
from schemas.errors import UsageError
from schemas.incident import Extraction
from schemas.report import Report

__all__ = ["Extractor", "extractor_named"]

ENTRY_POINTS = "affray.extractors"


class Extractor(Protocol):
    """Turns reports into tellings and claims: pure, the same answer for the same report every time.

    An extractor is made by calling its entry point of the group `affray.extractors` with
    `pipeline=NAME, codebook=PATH or None, date_order="DMY", "MDY" or None`, and with
    `include_crime=True` besides where the user asks for ordinary crime, and `llm=` where a language model is chosen.
    Its attribute `languages`, ISO 639-1 codes or None for all, says what it reads; without it, English.
    Every claim of basis "quote" must quote the report; what does not is rejected.
    """

    name: str
    version: str

    def extract(self, reports: Iterable[Report]) -> Iterator[Extraction]:
        """Give one extraction per report, in the order of the reports."""
        ...


def extractor_named(
    name: str,
    *,
    pipeline: str,
    codebook: Path | None = None,
    date_order: DateOrder | None = None,
    include_crime: bool = False,
    llm: object = None,
) -> Extractor:
    """Make the extractor that an entry point names.

    Raises:
        UsageError: there is none of this name.

    """
    found = {entry.name: entry for entry in metadata.entry_points(group=ENTRY_POINTS)}
    if name not in found:
        raise UsageError(f"No extractor named '{name}'. There is: {', '.join(sorted(found)) or 'none'}.")
    # an extractor that knows no crime, and asks no model, need not know the words
    asked: dict[str, object] = {"include_crime": True} if include_crime else {}
    if llm is not None:
        asked["llm"] = llm
    extractor: Extractor = found[name].load()(pipeline=pipeline, codebook=codebook, date_order=date_order, **asked)
    return extractor


def codebook_digest(folder: Path | None) -> str | None:
    """Name the user's own codebooks by what they hold; None where there are none."""
    if folder is None:
        return None
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.toml")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]
