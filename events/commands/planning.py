"""The plan of a build, printed."""

import click
from rich.console import Console
from rich.table import Table

from outputs.query.visible import visible
from schemas.report import Reject
from sources.plan import Plan

__all__ = ["tell_plan"]


def tell_plan(plan: Plan) -> None:
    """Print on stdout what a build would read, and on stderr what it could not."""
    table = Table(title="what a build would read; nothing is written")
    for heading in ("kind", "files", "reports"):
        table.add_column(heading, justify="left" if heading == "kind" else "right")
    for kind in plan.kinds:
        table.add_row(visible(kind.name), f"{kind.files:,}", f"{kind.reports:,}")
    Console().print(table)
    languages = ", ".join(f"{visible(language)} {count:,}" for language, count in plan.languages.items())
    click.echo(
        f"{plan.reports:,} reports, {plan.undated:,} of them without a day of publication; languages: {languages}"
    )
    for entry in (*plan.told, *plan.refused):
        click.echo(visible(_line(entry)), err=True)
    if more := plan.refusals - len(plan.refused):
        click.echo(f"... and {more:,} more that cannot be read.", err=True)
    click.echo(f"{plan.refusals:,} cannot be read.", err=True)


def _line(entry: Reject) -> str:
    place = f"{entry.path}, {entry.part}" if entry.part else entry.path
    return f"{place}: {entry.detail}"
