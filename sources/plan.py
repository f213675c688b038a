"""What a build would read, told before anything is written."""

from collections import Counter
from collections.abc import Iterable, Mapping

from schemas.record import Record
from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason
from sources.reader import READERS

__all__ = ["Kind", "Plan", "plan_of"]

MOST_NAMED = 20  # things set aside that are named; of all others it is told how many


class Kind(Record):
    """A kind of file, how many of it hold reports, and how many reports they hold."""

    name: str
    files: int
    reports: int


class Plan(Record):
    """What is there: kinds of files, reports in all, without a day of publication, by language; what was told of them.

    `refused` are the first that cannot be read, `refusals` counts all of them; `told` are the first warnings, among
    them which column of a table was taken for what.
    """

    kinds: tuple[Kind, ...] = ()
    reports: int = 0
    undated: int = 0
    languages: Mapping[str, int] = {}
    refused: tuple[Reject, ...] = ()
    refusals: int = 0
    told: tuple[Reject, ...] = ()


def plan_of(entries: Iterable[Report | Reject]) -> Plan:
    """Read all and keep nothing of it but counts."""
    files: dict[str, set[str]] = {}
    reports: Counter[str] = Counter()
    languages: Counter[str] = Counter()
    undated = refusals = 0
    refused: list[Reject] = []
    told: list[Reject] = []
    for entry in entries:
        if isinstance(entry, Report):
            kind = _kind(entry.media_type)
            files.setdefault(kind, set()).add(entry.file or "")
            reports[kind] += 1
            languages[entry.language or "unknown"] += 1
            undated += entry.published is None
        elif entry.reason.is_warning:
            if len(told) < MOST_NAMED and entry.reason is not RejectReason.DATE:
                told.append(entry)
        else:
            refusals += 1
            if len(refused) < MOST_NAMED:
                refused.append(entry)
    return Plan(
        kinds=tuple(Kind(name=kind, files=len(files[kind]), reports=count) for kind, count in sorted(reports.items())),
        reports=reports.total(),
        undated=undated,
        languages=dict(sorted(languages.items(), key=lambda item: (-item[1], item[0]))),
        refused=tuple(refused),
        refusals=refusals,
        told=tuple(told),
    )


def _kind(media_type: str) -> str:
    named = (name for name, reader in READERS.items() if media_type in reader.media_types and reader.suffixes)
    return next(named, media_type)
