"""A summary as one screen of text."""

import io
from collections.abc import Iterator, Sequence

from rich import box
from rich.columns import Columns
from rich.console import Console
from rich.table import Table
from rich.text import Text

from outputs.query.visible import visible
from outputs.summary.summary import Share, Summary, Totals

__all__ = ["screen"]

LABEL = 11
LONGEST_NAME = 24


def screen(name: str, summary: Summary, window: int) -> Iterator[str]:
    """Write a summary of the dataset `name`, its tables no wider than `window` characters."""
    yield f"{visible(name)}\n"
    for label, words in _facts(summary):
        yield f"  {label:<{LABEL}}{visible(words)}\n"
    if summary.totals.incidents:
        yield "\n"
        yield _tables(summary, window)


def _facts(summary: Summary) -> Iterator[tuple[str, str]]:
    totals = summary.totals
    languages = ", ".join(f"{language} {count:,}" for language, count in summary.languages.items())
    published = _span(totals.first_published, totals.last_published)
    yield (
        "reports",
        _joined(
            f"{totals.reports:,} by {_counted(totals.outlets, 'outlet')}{published}",
            languages,
            _some(totals.copies, "copy of another", "copies of others"),
            _some(totals.unread, "kept unread"),
            _some(totals.set_aside, "set aside"),
        ),
    )
    yield (
        "incidents",
        _joined(
            f"{totals.incidents:,}{_span(totals.first_day, totals.last_day)}",
            _some(totals.round_ups, "round-up beside them", "round-ups beside them"),
            _some(totals.dismissed, "dismissed"),
        ),
    )
    yield (
        "known",
        _joined(
            f"{totals.known_to_the_day:,} to the day",
            f"{totals.known_to_a_settlement:,} to a settlement or closer",
            _some(totals.without_a_country, "without a country"),
        ),
    )
    yield "killed", _killed(totals)
    yield (
        "sources",
        _joined(
            f"{totals.single_source:,} of {totals.incidents:,} incidents rest on one",
            _some(totals.disagreeing, "whose reports disagree"),
        ),
    )
    reviewed = (totals.confirmed, "confirmed"), (totals.corrected, "corrected"), (totals.added, "added")
    yield "people", _joined(*(_some(*one) for one in reviewed)) or "nothing reviewed"
    yield "state", _state(totals)


def _killed(totals: Totals) -> str:
    if totals.killed is None:
        return "no report states a toll"
    spread = "" if totals.killed_low == totals.killed_high else f" ({totals.killed_low:,} to {totals.killed_high:,})"
    return _joined(
        f"{totals.killed:,}{spread}",
        f"{totals.killed_civilians or 0:,} of them civilians",
        f"no toll stated in {_counted(totals.without_a_toll, 'incident')}" if totals.without_a_toll else "",
    )


def _state(totals: Totals) -> str:
    if totals.run_id is None:
        return "nothing was built into it yet"
    tag = f"last tag {totals.tag}" if totals.tag else ""
    return _joined(f"run {totals.run_id} of {totals.finished}", f"affray {totals.version}", tag)


def _joined(*parts: str) -> str:
    return "; ".join(part for part in parts if part)


def _some(count: int, what: str, several: str | None = None) -> str:
    return f"{count:,} {what if count == 1 else several or what}" if count else ""


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


def _span(first: object, last: object) -> str:
    if first is None or last is None:
        return ""
    return f", {first}" if first == last else f", {first} to {last}"


def _tables(summary: Summary, window: int) -> str:
    paper = io.StringIO()
    console = Console(file=paper, width=window, color_system=None, markup=False, emoji=False, highlight=False)
    told = (("country", summary.countries), ("kind", summary.types), ("year", summary.years))
    console.print(Columns([_table(heading, shares) for heading, shares in told], padding=(0, 3, 1, 0)))
    return "".join(f"{line.rstrip()}\n" for line in paper.getvalue().splitlines())


def _table(heading: str, shares: Sequence[Share]) -> Table:
    grid = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    grid.add_column(Text(heading), max_width=LONGEST_NAME, no_wrap=True, overflow="ellipsis")
    grid.add_column(Text("incidents"), justify="right")
    grid.add_column(Text("killed"), justify="right")
    for share in shares:
        killed = "" if share.killed is None else f"{share.killed:,}"
        grid.add_row(Text(visible(share.name)), f"{share.incidents:,}", killed)
    return grid
