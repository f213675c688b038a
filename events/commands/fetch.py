"""`affray fetch`: pages into a web archive."""

import sys
import time
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path

import click

from outputs.query.visible import visible
from schemas.errors import UsageError
from schemas.report import Reject
from sources.fetch.fetch import Pacing, fetch
from sources.fetch.getting import Getting

__all__ = ["command"]

SOMETHING_SET_ASIDE = 3
ENDING = ".warc.gz"

HELP = """Fetch the pages at URL... into a web archive, which `affray build` reads; - takes them from standard input.

Nothing else is fetched. What a site's robots.txt keeps from programs is left alone, its pages come one after the other
with a pause between, and machines of private networks are never asked. Pages are added to an archive that is there.

\b
Example:
  affray fetch https://wire.example/2023/banjska --output march.warc.gz
  affray fetch - --output march.warc.gz --agent "Sudan Monitor, desk@example.org" < addresses.txt
  affray build march.warc.gz --into sudan.duckdb
"""


@click.command("fetch", help=HELP, short_help="Fetch pages from the web into an archive.")
@click.argument("urls", metavar="URL...", nargs=-1, required=True)
@click.option(
    "--output",
    metavar="FILE.warc.gz",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The archive.",
)
@click.option("--agent", metavar="TEXT", help="Who asks, with an address to write to: sites want to know.")
@click.option(
    "--pause", type=click.FloatRange(min=0.5), default=2.0, show_default=True, help="Seconds between two pages."
)
def command(urls: tuple[str, ...], output: Path, agent: str | None, pause: float) -> None:
    """Fetch, tell on stderr what came and what did not, and end with 3 if something did not."""
    if not output.name.lower().endswith(ENDING):
        raise UsageError(f"{output} is no web archive. Name it with the ending {ENDING}.")
    named = [line.strip() for line in sys.stdin if line.strip()] if urls == ("-",) else list(urls)
    version = f"affray/{metadata.version('affray')}"
    getting = Getting(agent=f"{version} ({agent})" if agent and agent.isprintable() else version)
    pacing = Pacing(pause, time.sleep, time.monotonic)
    fetched = refused = 0
    try:
        with output.open("ab") as archive:
            for outcome in fetch(named, archive, getting, pacing, now=lambda: datetime.now(UTC)):
                if isinstance(outcome, Reject):
                    refused += 1
                    click.echo(visible(f"{outcome.path}: {outcome.detail}"), err=True)
                else:
                    fetched += 1
    except OSError as error:
        raise UsageError(f"{output} cannot be written: {error.strerror or error}.") from error
    finally:
        if output.exists() and not output.stat().st_size:
            output.unlink()
    click.echo(f"{fetched:,} fetched, {refused:,} not.", err=True)
    if fetched:
        click.echo(visible(f"Next: affray build {output} --into FILE.duckdb"), err=True)
    if refused:
        sys.exit(SOMETHING_SET_ASIDE)
