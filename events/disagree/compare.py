"""The mentions of two extractors paired and set side by side."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from events.disagree.agreement import interval_alpha, nominal_alpha
from events.disagree.reading import FIELDS, NUMBERS, ToldMention
from schemas.record import Record

__all__ = ["Agreement", "Comparison", "Difference", "compare", "pairs_of"]

INCIDENT = "incident"
NEAR = 200  # characters between triggers that may tell one incident
LEAST = 2  # of the score of a pair


class Difference(Record):
    """A field that two extractors tell otherwise of one incident, or that one alone tells; each with its words."""

    report_id: str
    field: str
    kind: Literal["differ", "first", "second"]
    first: str | None = None
    first_quote: str | None = None
    second: str | None = None
    second_quote: str | None = None


class Agreement(Record):
    """One field over all incidents: `agree` and `differ` count those that both tell, `alpha` is Krippendorff's."""

    field: str
    agree: int
    differ: int
    only_first: int
    only_second: int
    alpha: float | None


class Comparison(Record):
    """How two extractors read the same reports."""

    reports: int
    agreements: tuple[Agreement, ...]
    differences: tuple[Difference, ...]


def compare(
    report_ids: Sequence[str],
    first: Mapping[str, Sequence[ToldMention]],
    second: Mapping[str, Sequence[ToldMention]],
) -> Comparison:
    """Compare what two extractors tell of reports, field by field."""
    pairs: list[tuple[ToldMention, ToldMention]] = []
    differences: list[Difference] = []
    alone = {"first": 0, "second": 0}
    for report_id in report_ids:
        paired = list(pairs_of(first.get(report_id, ()), second.get(report_id, ())))
        pairs.extend(paired)
        met = {"first": {one.mention_id for one, _ in paired}, "second": {other.mention_id for _, other in paired}}
        for name, told in (("first", first), ("second", second)):
            for mention in told.get(report_id, ()):
                if mention.mention_id not in met[name]:
                    alone[name] += 1
                    differences.append(_alone(mention, name))
        differences.extend(difference for pair in paired for difference in _differences(*pair))
    whole = Agreement(
        field=INCIDENT,
        agree=len(pairs),
        differ=0,
        only_first=alone["first"],
        only_second=alone["second"],
        alpha=None,
    )
    fields = tuple(_agreement(field, pairs) for field in FIELDS)
    return Comparison(reports=len(report_ids), agreements=(whole, *fields), differences=tuple(differences))


def pairs_of(first: Sequence[ToldMention], second: Sequence[ToldMention]) -> Iterator[tuple[ToldMention, ToldMention]]:
    """Pair the mentions of one report, each once, the likeliest first.

    The same trigger counts three, one near it one, and one each for the same sub-event type, place, day and dead.
    """
    scored = [
        (-_score(one, other), position, place)
        for position, one in enumerate(first)
        for place, other in enumerate(second)
    ]
    taken_first: set[int] = set()
    taken_second: set[int] = set()
    for score, position, place in sorted(scored):
        if -score < LEAST or position in taken_first or place in taken_second:
            continue
        taken_first.add(position)
        taken_second.add(place)
        yield first[position], second[place]


def _score(one: ToldMention, other: ToldMention) -> int:
    overlap = one.start < other.end and other.start < one.end
    near = abs(one.start - other.start) <= NEAR
    same = ("sub_event_type", "place", "date_start", "killed")
    shared = sum(one.values[name] is not None and one.values[name] == other.values[name] for name in same)
    return (3 if overlap else 1 if near else 0) + shared


def _agreement(field: str, pairs: Sequence[tuple[ToldMention, ToldMention]]) -> Agreement:
    told = [(one.values[field], other.values[field]) for one, other in pairs]
    both = [(one, other) for one, other in told if one is not None and other is not None]
    if field in NUMBERS:
        alpha = interval_alpha([(float(one), float(other)) for one, other in both])
    else:
        alpha = nominal_alpha(both)
    agree = sum(one == other for one, other in both)
    return Agreement(
        field=field,
        agree=agree,
        differ=len(both) - agree,
        only_first=sum(one is not None and other is None for one, other in told),
        only_second=sum(one is None and other is not None for one, other in told),
        alpha=alpha,
    )


def _differences(one: ToldMention, other: ToldMention) -> Iterator[Difference]:
    for field in FIELDS:
        first, second = one.values[field], other.values[field]
        if first == second:
            continue
        yield Difference(
            report_id=one.report_id,
            field=field,
            kind="differ" if first is not None and second is not None else "first" if second is None else "second",
            first=first,
            first_quote=one.quotes.get(field),
            second=second,
            second_quote=other.quotes.get(field),
        )


def _alone(mention: ToldMention, name: str) -> Difference:
    told, quote = mention.values["sub_event_type"], mention.quotes.get("event_type")
    if name == "first":
        return Difference(report_id=mention.report_id, field=INCIDENT, kind="first", first=told, first_quote=quote)
    return Difference(report_id=mention.report_id, field=INCIDENT, kind="second", second=told, second_quote=quote)
