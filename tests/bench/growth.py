"""What a report costs that is twice as long: twice as much, and no more."""

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate, cycle, pairwise, takewhile
from time import perf_counter

from rich.table import Table

from schemas.report import Report
from tests.bench.sides import EXTRACTION, SIDES

__all__ = ["growth_table"]

LENGTHS = (25_000, 50_000, 100_000, 200_000)  # characters


def growth_table(reports: Sequence[Report]) -> Table:
    """Extract reports of growing length and set each time beside the one before."""
    made: Mapping[str, Callable[[int], str]] = {
        "news, report after report": lambda length: "\n\n".join(_news(reports, length)),
        "one sentence, again and again": lambda length: "Gunmen killed five people. " * (length // 27),
        "one word, again and again": lambda length: "killed " * (length // 7),
        "brackets in brackets": lambda length: "(" * (length // 2) + " killed five " + ")" * (length // 2),
        "no space": lambda length: "killed" * (length // 6),
    }
    table = Table(title="one report that grows: seconds, and times those of the one half as long")
    for heading in ("", *(f"{length:,} characters" for length in LENGTHS)):
        table.add_column(heading, justify="right" if heading else "left")
    read = SIDES[EXTRACTION]()
    read(reports[:1])
    for name, text_of in made.items():
        taken = [_seconds(read, text_of(length)) for length in LENGTHS]
        ratios = (f"{second:.2f} ({second / first:.1f} times)" for first, second in pairwise(taken))
        table.add_row(name, f"{taken[0]:.2f}", *ratios)
    return table


def _news(reports: Sequence[Report], length: int) -> list[str]:
    texts = cycle(report.text for report in reports)
    ends = accumulate(len(report.text) for report in cycle(reports))
    return [text for text, _ in zip(texts, takewhile(lambda end: end < length, ends), strict=False)]


def _seconds(read: Callable[[Sequence[Report]], None], text: str) -> float:
    report = Report.identified(text=text, media_type="text/plain", raw_sha256="0" * 64)
    started = perf_counter()
    read([report])
    return perf_counter() - started
