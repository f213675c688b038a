"""`affray build`: reports in, a dataset out."""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from events.build import BuildSummary, build
from events.commands.judging import tell_unbound
from events.commands.online import choice_of, online_options
from events.commands.planning import tell_plan
from events.commands.progress import BuildProgress
from events.extract.extractor import codebook_digest
from events.llm.choice import LlmChoice
from events.llm.estimate import Estimate
from events.llm.setup import llm_of
from events.settings import FILE_NAME, read_settings_file, settings_to_come
from schemas.errors import ModelStopError, NothingToReadError
from schemas.report import Reject, Report
from sources.columns import KEYS
from sources.options import ReadOptions
from sources.plan import plan_of
from sources.read import STANDARD_INPUT, read_sources, size_of

__all__ = ["Day", "but_its_own", "command", "tell_summary"]

SOMETHING_SET_ASIDE = 3
# The bounds of reading by the names that --limit takes.
LIMITS = {
    "report": "largest_report",
    "archive": "largest_archive",
    "members": "most_members",
    "depth": "deepest",
    "seconds": "longest_wait",
}
UNITS = {"": 1, "KB": 1_000, "MB": 1_000_000, "GB": 1_000_000_000}
LIMIT = re.compile(r"(?P<name>[a-z]+)\s*=\s*(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>[KMG]B)?", re.IGNORECASE)

HELP = """Read reports into a dataset, a new one or one that is there; what it has already is left alone.

SOURCE is a file, a folder, or - for standard input: text, web pages, PDF, Word, downloads of Nexis and Factiva, mails,
feeds, tables, web archives, archives of any of these. `--dry-run` tells what is in it.

\b
Example:
  affray build articles/ --into sudan.duckdb --dry-run
  affray build articles/ --into sudan.duckdb
  affray build march.jsonl --into sudan.duckdb --workers 4
  affray build march.jsonl --into sudan.duckdb --online nominatim --agent "Sudan Monitor, desk@example.org"
"""


class Day(click.ParamType[date]):
    """A calendar day as ISO 8601 writes it."""

    name = "date"

    # click hands on whatever it was given, a default among it
    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401
        """Read YYYY-MM-DD."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"'{value}' is no day. Write it as 2023-09-24.", param, ctx)


class Column(click.ParamType[tuple[str, str]]):
    """A field of a report and the column that holds it."""

    name = "column"

    # click hands on whatever it was given, a default among it
    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:  # noqa: ANN401
        """Read FIELD=NAME."""
        if isinstance(value, tuple):
            return value
        field, _, name = (part.strip() for part in str(value).partition("="))
        if field not in KEYS or not name:
            self.fail(f"'{value}' names no column. Write it as text=Body; fields are {', '.join(KEYS)}.", param, ctx)
        return field, name


class Limit(click.ParamType[tuple[str, float]]):
    """A bound of reading and its value, in bytes where it is a size."""

    name = "limit"

    # click hands on whatever it was given, a default among it
    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, float]:  # noqa: ANN401
        """Read NAME=VALUE, a value such as 60, 20MB or 50GB."""
        if isinstance(value, tuple):
            return value
        written = LIMIT.fullmatch(str(value).strip())
        if written is None or written["name"].lower() not in LIMITS or float(written["number"]) <= 0:
            self.fail(f"'{value}' is no limit. Write it as report=20MB; limits are {', '.join(LIMITS)}.", param, ctx)
        number = float(written["number"]) * UNITS[(written["unit"] or "").upper()]
        name = written["name"].lower()
        return name, number if name == "seconds" else max(1, int(number))


@click.command("build", help=HELP, short_help="Read reports into a dataset.")
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option("--into", metavar="FILE.duckdb", required=True, type=click.Path(path_type=Path), help="The dataset.")
@click.option("--published", metavar="DATE", type=Day(), help="The day of publication of reports that carry none.")
@click.option("--date-order", type=click.Choice(["DMY", "MDY"]), help="How 06/07/2016 is read.")
@click.option(
    "--column",
    "columns",
    metavar="FIELD=NAME",
    type=Column(),
    multiple=True,
    help="The column of tables that holds a field: text=Body. May be given again.",
)
@click.option(
    "--limit",
    "limits",
    metavar="NAME=VALUE",
    type=Limit(),
    multiple=True,
    help="A bound of reading: report=20MB, archive=50GB, members=1000000, depth=4, seconds=60. May be given again.",
)
@click.option(
    "--workers", type=click.IntRange(min=1), default=None, help="How many processes read. [default: all cores]"
)
@click.option("--extractor", metavar="NAME", help="Another extractor than the built-in rules; one per dataset.")
@click.option(
    "--budget",
    metavar="AMOUNT",
    type=click.FloatRange(min=0),
    help="The most that this run's calls to a language model may cost.",
)
@click.option("--replay", is_flag=True, help="Take a language model's answers from the file of answers alone.")
@click.option(
    "--derivation",
    type=click.Choice(["latest", "lowest", "highest", "majority", "source-order"]),
    help="How an incident's values are chosen where reports differ. [default: latest]",
)
@click.option("--found", "found", type=click.Choice(["background"]), help="Found incidents on what is recalled, too.")
@click.option("--include", "include", type=click.Choice(["crime"]), help="Tell ordinary crime, too.")
@click.option(
    "--codebook",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Your own TOML codebooks, laid over affray's.",
)
@click.option("--gazetteer", metavar="FILE", type=click.Path(path_type=Path), help="Another than the machine's own.")
@online_options
@click.option(
    "--keep-raw",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Keep the bytes that each report was read from, filed by their SHA-256 (reports.raw_sha256).",
)
@click.option("--dry-run", is_flag=True, help="Tell what would be read and what cannot be; write nothing.")
@click.option("--quiet", is_flag=True, help="No progress, no summary; what is set aside is named all the same.")
def command(
    *,
    sources: tuple[str, ...],
    into: Path,
    published: date | None,
    columns: tuple[tuple[str, str], ...],
    limits: tuple[tuple[str, float], ...],
    keep_raw: Path | None,
    dry_run: bool,
    workers: int | None,
    codebook: Path | None,
    gazetteer: Path | None,
    quiet: bool,
    budget: float | None,
    replay: bool,
    **flags: Any,  # noqa: ANN401 - words, and days among what is asked online
) -> None:
    """Build, tell on stderr what was done, and end with 3 if something was set aside."""
    filed = read_settings_file(into)
    if codebook is None and "codebook" in filed:
        codebook = Path(filed["codebook"])
    chosen = {**filed, **_chosen(flags, codebook)}
    choice = choice_of(into, **{name: flags.pop(name) for name in ("online", "agent", "online_url", "online_refresh")})
    date_order = settings_to_come(into, chosen).date_order
    llm = llm_of(into, chosen, budget=budget, replay=replay)
    options = ReadOptions(
        published=published,
        date_order=date_order,
        columns=dict(columns),
        keep_raw=None if dry_run else keep_raw,
        **{LIMITS[name]: value for name, value in limits},
    )
    stdin = sys.stdin.buffer if STANDARD_INPUT in sources else None
    if dry_run:
        estimate = Estimate(llm, include_crime=settings_to_come(into, chosen).include_crime) if llm else None
        _plan(but_its_own(into, read_sources(sources, options, stdin=stdin), llm), estimate)
        return
    with BuildProgress(total=size_of(sources), quiet=quiet) as progress:
        summary = build(
            but_its_own(into, read_sources(sources, options, on_bytes=progress.advance, stdin=stdin), llm),
            into=into,
            chosen=chosen,
            now=lambda: datetime.now(UTC),
            workers=workers or os.cpu_count() or 1,
            gazetteer=gazetteer,
            codebook=codebook,
            online=choice,
            llm=llm,
            progress=progress,
        )
    if not quiet:
        tell_summary(summary, into)
        tell_unbound(into)
    if summary.stopped:
        raise ModelStopError(summary.stopped)
    if summary.set_aside:
        sys.exit(SOMETHING_SET_ASIDE)


def _plan(items: Iterator[Report | Reject], estimate: Estimate | None) -> None:
    plan = plan_of(estimate.counting(items) if estimate else items)
    tell_plan(plan)
    if estimate:
        click.echo(estimate.told())
    if not plan.reports:
        raise NothingToReadError("There is no report in what was named. Name files or folders that hold some.")
    if plan.refusals:
        sys.exit(SOMETHING_SET_ASIDE)


def but_its_own(
    into: Path, items: Iterable[Report | Reject], llm: LlmChoice | None = None
) -> Iterator[Report | Reject]:
    """Pass over the dataset, its log, its settings and its answers where they lie among the reports."""
    beside = [into, into.with_name(f"{into.name}.wal"), into.with_name(FILE_NAME)]
    if llm and llm.cache:
        beside.append(Path(llm.cache))
    own = {path.resolve() for path in beside}
    return (item for item in items if isinstance(item, Report) or Path(item.path).resolve() not in own)


def _chosen(flags: dict[str, str | None], codebook: Path | None) -> dict[str, Any]:
    """Give the settings that the command line names; what it leaves out is the dataset's to say."""
    chosen: dict[str, Any] = {name: flags[name] for name in ("extractor", "derivation", "date_order") if flags[name]}
    if flags["found"]:
        chosen["found_background"] = True
    if flags["include"]:
        chosen["include_crime"] = True
    if codebook is not None:
        chosen["codebook"] = codebook_digest(codebook)
    return chosen


def tell_summary(summary: BuildSummary, into: Path) -> None:
    """Close with what was read, set aside, found."""
    lines = [
        f"{_counted(summary.reports_read, 'report')} read, {summary.reports_new:,} of them new",
        _counted(summary.mentions_new, "mention"),
        f"{_counted(summary.incidents_new, 'incident')} new, {summary.incidents_changed:,} changed",
    ]
    if summary.calls or summary.answers_from_cache:
        cost = "of unknown cost" if summary.cost is None else f"for {summary.cost:.4f}"
        lines.append(
            f"{_counted(summary.calls, 'call')} to a language model, {summary.tokens:,} tokens, {cost}; "
            f"{_counted(summary.answers_from_cache, 'answer')} from the file of answers"
        )
    if summary.names_asked:
        lines.append(
            f"{_counted(summary.names_asked, 'name')} asked online, {summary.names_found:,} of them known there"
        )
    if summary.reports_unread:
        kept = _counted(summary.reports_unread, "report")
        lines.append(f"{kept} kept unread: not in English, or the extractor failed")
    if summary.reports_withdrawn:
        lines.append(
            f"{_counted(summary.reports_withdrawn, 'report')} withdrawn from this dataset before, and left out"
        )
    if summary.reports_outdated:
        outdated = _counted(summary.reports_outdated, "report")
        lines.append(
            f"{outdated} read by another version of affray and left alone. To read them again: "
            f"affray renew {into} --extract"
        )
    if summary.is_placed_otherwise:
        lines.append(
            "Reports of earlier runs stay where another gazetteer placed them. "
            f"To place all with this one: affray renew {into} --places"
        )
    if summary.set_aside:
        lines.append(f"{summary.set_aside:,} set aside, each named above and in the table rejects")
    if summary.warnings:
        lines.append(f"{summary.warnings:,} read with a warning, named above and in the table rejects")
    for line in [*lines, f'Next: affray query {into} "from incidents"']:
        click.echo(line, err=True)


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
