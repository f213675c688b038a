"""The task `links`: which entries of event lists affray takes for one incident."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from events.evaluate.entries import Entry
from events.evaluate.linked_entries import LinkedEntries
from events.evaluate.predictions import Row
from outputs.pages.errors.wrong import Line, Section, Verdict, WrongReport

__all__ = ["rows_of_links", "sections_of_links", "wrong_links"]

SHOWN = 30  # a wrong cluster of a thousand has half a million wrong pairs

Judged = Sequence[tuple[Entry, tuple[Section, ...]]]


def rows_of_links(entries: Sequence[Entry], linked: LinkedEntries) -> Iterator[Row]:
    """Give the cluster of each entry, also of those that nobody judged."""
    for entry in entries:
        yield {"id": entry.id, "cluster": linked.clusters[entry.id]}


def sections_of_links(entries: Sequence[Entry], linked: LinkedEntries) -> Judged:
    """Judge for every entry which others it is put together with; entries without a cluster are not judged."""
    judged = [entry for entry in entries if entry.cluster is not None]
    expected, given = _members(judged, {entry.id: entry.cluster for entry in judged}), _members(judged, linked.clusters)
    return [
        (entry, (_section(entry, expected[entry.cluster or ""], given[linked.clusters[entry.id]], linked),))
        for entry in judged
    ]


def wrong_links(judged: Judged) -> Iterator[WrongReport]:
    """Give the entries that are put together wrongly, each with what it holds."""
    for entry, sections in judged:
        if any(True for section in sections for _ in section.mistakes()):
            yield WrongReport(
                id=entry.id,
                title=entry.caption,
                published=str(entry.when.start) if entry.when.start else None,
                text=entry.text or "",
                sections=sections,
            )


def _members(entries: Sequence[Entry], clusters: Mapping[str, str | None]) -> Mapping[str, Mapping[str, Entry]]:
    members: defaultdict[str, dict[str, Entry]] = defaultdict(dict)
    for entry in entries:
        members[clusters[entry.id] or ""][entry.id] = entry
    return members


def _section(entry: Entry, expected: Mapping[str, Entry], given: Mapping[str, Entry], linked: LinkedEntries) -> Section:
    others = [other for other in (*given, *(name for name in expected if name not in given)) if other != entry.id]
    lines = [
        _line(
            entry,
            (expected.get(name) or given[name]),
            is_expected=name in expected,
            is_given=name in given,
            linked=linked,
        )
        for name in others[:SHOWN]
    ]
    return Section(title="The same incident as", field="link", lines=tuple(lines))


def _line(entry: Entry, other: Entry, *, is_expected: bool, is_given: bool, linked: LinkedEntries) -> Line:
    reason = linked.reason(entry.id, other.id)
    given = f"{other.id}: {reason or 'by way of others'}" if is_given else reason or ""
    verdict = Verdict.RIGHT if is_expected and is_given else Verdict.MISSING if is_expected else Verdict.TOO_MANY
    return Line(field="link", expected=other.caption if is_expected else "", given=given, verdict=verdict)
