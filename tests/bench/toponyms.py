"""Reports that are nothing but names of places, repeated as news repeats them, and how many are placed in a second."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate, chain
from random import Random
from statistics import median
from time import process_time

import duckdb
from rich.table import Table

from events.places.gazetteer import Gazetteer, ensure_gazetteer
from events.places.resolve import PlaceResolver
from schemas.place import PlaceReference
from schemas.report import Report
from schemas.span import Span

__all__ = ["toponym_table"]

REPORTS = 3_000
TOWNS = 6  # different ones a report, of one country
ROUNDS = 3
ALONE = 200  # names that are looked up one by one
SETTLEMENTS = """
    select settlement.country_code, country.name, settlement.name, settlement.admin1, settlement.population
    from places as settlement
    join places as country on country.place_id = 'country:' || settlement.country_code
    where settlement.kind = 'settlement'
    order by settlement.place_id
"""

Corpus = tuple[dict[str, Report], dict[str, list[PlaceReference]]]
Town = tuple[str, str, str | None, int]  # its country's name, its own, its division's, its people


def toponym_table() -> Table:
    """Look names up one by one, look them up at once, and resolve them whole, in turns."""
    path = ensure_gazetteer()
    reports, references = _corpus(_towns())
    names = [reference.name for some in references.values() for reference in some]
    different = list(dict.fromkeys(names))
    sides: Mapping[str, tuple[int, Callable[[Gazetteer], object]]] = {
        "looked up one by one": (ALONE, lambda opened: [opened.matches([name]) for name in different[:ALONE]]),
        "looked up in batch": (len(names), lambda opened: opened.matches(names)),
        "resolved in batch": (len(names), lambda opened: PlaceResolver(opened).resolve_names(references, reports)),
    }
    seconds = defaultdict[str, list[float]](list)
    for _ in range(ROUNDS):
        for side, (_, work) in sides.items():
            with Gazetteer(path) as opened:  # a new one remembers nothing
                seconds[side].append(_seconds(work, opened))
    table = Table(title=f"{len(names):,} names of places, {len(different):,} of them different, in {REPORTS:,} reports")
    for heading in ("", "seconds of the processor", "names/s"):
        table.add_column(heading, justify="right" if heading else "left")
    for side, (count, _) in sides.items():
        taken = median(seconds[side])
        table.add_row(side, f"{taken:.2f}", f"{count / taken:,.0f}")
    return table


def _seconds(work: Callable[[Gazetteer], object], opened: Gazetteer) -> float:
    # of the processor: the clock on the wall tells of the machine's other work, too
    started = process_time()
    work(opened)
    return process_time() - started


def _towns() -> list[list[Town]]:
    """List the bundled gazetteer's settlements, country by country."""
    by_country: defaultdict[str, list[Town]] = defaultdict(list)
    with duckdb.connect(str(ensure_gazetteer()), read_only=True) as connection:
        for code, *town in connection.execute(SETTLEMENTS).fetchall():
            by_country[code].append((town[0], town[1], town[2], town[3]))
    return [by_country[code] for code in sorted(by_country)]


def _corpus(countries: Sequence[Sequence[Town]]) -> Corpus:
    """Write reports, each of one country: big countries and big towns are named most, and some again and again."""
    chance = Random(4)  # noqa: S311 -- the same reports every time
    sizes = [len(towns) ** 0.5 for towns in countries]
    people = {id(towns): list(accumulate((town[3] + 100) ** 0.7 for town in towns)) for towns in countries}
    reports, references = {}, {}
    for number in range(REPORTS):
        (towns,) = chance.choices(countries, sizes)
        named = chance.choices(towns, cum_weights=people[id(towns)], k=TOWNS)
        every = [named[0][0]] * chance.randint(1, 3)
        every += chain.from_iterable([town[1]] * chance.choice([1, 1, 2, 3]) for town in named)
        every += [town[2] for town in named if town[2] and chance.random() < 0.3]
        chance.shuffle(every)
        report, some = _report(number, every)
        reports[report.report_id], references[report.report_id] = report, some
    return reports, references


def _report(number: int, names: Sequence[str]) -> tuple[Report, list[PlaceReference]]:
    text, some = f"Report {number}: fighting", []
    for name in names:
        text += " in "
        some.append(PlaceReference(name=name, span=Span(start=len(text), end=len(text) + len(name))))
        text += f"{name} and then"
    return Report.identified(text=text, media_type="text/plain", raw_sha256="0" * 64), some
