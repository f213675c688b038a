"""`affray tag`: a state of a dataset named for citation."""

from datetime import UTC, datetime
from pathlib import Path

import click

from outputs.query.session import locked
from outputs.query.visible import visible
from outputs.store.connect import open_for_reading, open_for_writing
from outputs.store.tags import Tag, name_state, read_tags

__all__ = ["command"]

HELP = """Name the dataset as it stands now, so that a paper can cite it; without NAME, list the tags.

A tag never moves. `affray query --as-of NAME` answers as the dataset stood then.

\b
Example:
  affray tag sudan.duckdb v1.0 --note "as submitted"
  affray tag sudan.duckdb
"""


@click.command("tag", help=HELP, short_help="Name the state of a dataset for citation.")
@click.argument("dataset", metavar="FILE", type=click.Path(path_type=Path))
@click.argument("name", metavar="[NAME]", required=False)
@click.option("--note", metavar="TEXT", help="What to say of the state.")
def command(dataset: Path, name: str | None, note: str | None) -> None:
    """Write a tag, or print those that are there."""
    if name is None:
        with locked(dataset) as connection:
            tags = read_tags(connection)
        for tag in tags:
            click.echo(_line(tag))
        if not tags:
            click.echo(f"No tags yet. Name the dataset as it stands: affray tag {dataset} v1.0", err=True)
        return
    with open_for_reading(dataset):  # a dataset that is not there is not made
        pass
    with open_for_writing(dataset) as connection:
        tag = name_state(connection, name, now=datetime.now(UTC), note=note)
    click.echo(f"{tag.name} names the dataset as run {tag.run_id} left it.", err=True)
    click.echo(f'Next: affray query {dataset} "from incidents" --as-of {tag.name}', err=True)


def _line(tag: Tag) -> str:
    said = f"  {tag.note}" if tag.note else ""
    return visible(f"{tag.name}  run {tag.run_id}  {tag.tagged_at:%Y-%m-%d %H:%M} UTC{said}")
