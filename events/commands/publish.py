"""`affray publish`: a bundle for an archive or a journal."""

from pathlib import Path

import click

from events.commands.moment import as_of_option
from events.commands.redacting import redact_option
from outputs.export.format import FORMATS
from outputs.export.layout import LAYOUTS
from outputs.publish.publish import publish
from outputs.publish.terms import QUOTE_CHARACTERS, Terms

__all__ = ["command"]

HELP = """Write a folder to publish: data, codebook, citation, and descriptions that archives read.

Texts of reports stay behind unless you ask for them; quotes and headlines are cut.

\b
Example:
  affray publish syria.duckdb --output syria-1.0 --title "Syria 2012" --author "A. Researcher" --licence CC-BY-4.0
  affray publish syria.duckdb --output safe --as-of v1.0 --layout acled --layout affray --redact names,places
"""


@click.command("publish", help=HELP, short_help="Write a folder for an archive or a journal.")
@click.argument("dataset", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--output", metavar="DIR", type=click.Path(path_type=Path), required=True, help="The folder to write.")
@click.option("--title", help="What the dataset is called; by default the name of FILE.")
@click.option("--author", "authors", multiple=True, help="Who made it; once for each.")
@click.option("--licence", help="Under which licence you give it, such as CC-BY-4.0; none by default.")
@click.option(
    "--release", metavar="TEXT", help="Its version; by default what --as-of says, else the day of its last run."
)
@click.option("--layout", "layouts", multiple=True, type=click.Choice(list(LAYOUTS)), default=["affray"])
@click.option("--format", "formats", multiple=True, type=click.Choice(list(FORMATS)), default=["csv"])
@click.option("--texts", is_flag=True, help="Put the texts of reports in; their publishers' licences must allow it.")
@click.option(
    "--quote-characters",
    type=click.IntRange(min=0),
    default=QUOTE_CHARACTERS,
    show_default=True,
    help="How many characters of a quote, a summary or a headline leave.",
)
@as_of_option
@redact_option
@click.option("--force", is_flag=True, help="Replace the bundle that is in DIR.")
def command(
    *,
    dataset: Path,
    output: Path,
    title: str | None,
    authors: tuple[str, ...],
    licence: str | None,
    release: str | None,
    layouts: tuple[str, ...],
    formats: tuple[str, ...],
    texts: bool,
    quote_characters: int,
    as_of: str | None,
    redacted: frozenset[str],
    force: bool,
) -> None:
    """Write one bundle."""
    terms = Terms(
        title=title or dataset.stem,
        version=release or as_of or "",
        authors=authors,
        licence=licence,
        layouts=tuple(dict.fromkeys(layouts)),
        formats=tuple(dict.fromkeys(formats)),
        redacted=redacted,
        texts=texts,
        quote_characters=quote_characters,
    )
    count = publish(dataset, output, terms, force=force, as_of=as_of)
    click.echo(f"{count} files written to {output}", err=True)
