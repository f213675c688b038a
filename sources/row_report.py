"""A row of a table that is no text, such as a worksheet's, as a report."""

import json
from collections.abc import Iterator, Sequence

from schemas.report import Reject, Report
from sources.columns import KEYS, Mapping
from sources.draft import Draft, finished
from sources.options import ReadOptions
from sources.raw import digest
from sources.source import Source, too_large

__all__ = ["report_of_row"]


def report_of_row(
    cells: Sequence[str], mapping: Mapping, source: Source, options: ReadOptions, *, media_type: str, part: str
) -> Iterator[Report | Reject]:
    """Make a report of the cells that the mapping names; the digest is that of their JSON, as a row has no bytes."""
    values = {field: cells[at] for field, at in mapping.at.items() if at < len(cells)}
    written = json.dumps(values, ensure_ascii=False).encode("utf-8", "surrogatepass")
    if len(written) > options.largest_report:
        yield source.refused(too_large(len(written), options.largest_report), part=part)
        return
    filled = {KEYS[field]: value for field, value in values.items()}
    sha256 = digest(written, options)
    draft = Draft.model_validate({"text": "", **filled, "media_type": media_type, "raw_sha256": sha256})
    yield from finished(draft, options, source, part=part)
