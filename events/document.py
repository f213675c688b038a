"""The documentation that cannot lie: pages and JSON Schemas made from what the program itself uses.

`python -m events.document` rewrites them; a test fails when one is stale.
"""

import inspect
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path

import click

from events.commands import affray
from outputs.export.selection import SELECTIONS, order
from outputs.store.check import checks
from outputs.store.columns import Column, Relation, catalogue, shared_columns
from schemas import vocabulary
from schemas.actor import Actor
from schemas.claim import Claim
from schemas.incident import Extraction, Incident, Mention
from schemas.place import Place
from schemas.record import Record
from schemas.report import Reject, Report

__all__ = ["documents"]

ROOT = Path(__file__).resolve().parents[1]
PAGE_WIDTH = 100

RECORDS: tuple[type[Record], ...] = (Report, Reject, Extraction, Claim, Mention, Incident, Place, Actor)

NOTE = "<!-- Written by `python -m events.document`; edit {source} instead. -->"

CODEBOOK = """# Codebook

Every table and view of a dataset, every column, its type as DuckDB writes it, what it means and which words it
takes. The same sentences stand inside the file: `affray query FILE "from duckdb_columns() select table_name,
column_name, comment"`. Null means "not stated" unless the sentence says what else it means; it is never zero.
"""

SHARED = """What `mentions` and `incidents` have in common, in this order."""

BEHIND = """These hold what the views show. They may change with any version: ask the views. Where a later run can
supersede the rows of a table, public or not, those that it superseded stand in the table of the same name with `past_`
before it, with `until_run`, the run that did."""

COMMANDS = """# Commands

Results go to standard output, progress to standard error. The exit status is 0 when all is done; 3 when it is done
but something was set aside, each named with its reason; 2 for wrong usage or nothing to read; 1 for anything else,
findings of `check` among it.
"""

# `WITHIN = "within"  # some moment of the interval`
WORD = re.compile(r'^    [A-Z_0-9]+ = "(?P<word>[^"]+)"(?:  # (?P<meaning>.*))?$', re.MULTILINE)


def documents() -> dict[str, str]:
    """Give every generated file by its path in the repository."""
    schemas = {f"schemas/json/{record.__name__.lower()}.json": _schema(record) for record in RECORDS}
    return {"docs/codebook.md": _codebook(), "docs/commands.md": _commands(), **schemas}


def _schema(record: type[Record]) -> str:
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **record.model_json_schema()}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _codebook() -> str:
    relations = catalogue().values()
    public = [_section(relation) for relation in relations if relation.public]
    of_the_past = {relation.past for relation in relations}
    behind = [_section(relation) for relation in relations if not relation.public and relation.name not in of_the_past]
    return _page(
        CODEBOOK,
        NOTE.format(source="schemas/codebooks/columns.toml"),
        *public,
        f"## The shared columns\n\n{SHARED}",
        _columns(shared_columns()),
        f"## Behind the views\n\n{BEHIND}",
        *(section.replace("## ", "### ", 1) for section in behind),
        "## Words\n\nThe closed vocabularies, in the order of the program.",
        *(_words(getattr(vocabulary, name)) for name in vocabulary.__all__),
        "## What `affray check` proves",
        "\n".join(f"* `{name}`: {sentence}" for name, sentence in checks().items()),
    )


def _section(relation: Relation) -> str:
    shared = {column.name for column in shared_columns()} if _has_shared(relation) else set()
    own = [column for column in relation.columns if column.name not in shared]
    parts = [f"## {relation.name}", f"A {relation.kind}. {relation.means}"]
    if relation.name in SELECTIONS:
        parts.append(f"`affray export --what {relation.name}` orders its rows by {order(relation.name)}.")
    parts.append(_columns(own))
    if shared:
        parts.append(f"And [the shared columns](#the-shared-columns), behind `{_before_shared(relation)}`.")
    return "\n\n".join(parts)


def _has_shared(relation: Relation) -> bool:
    return set(shared_columns()) <= set(relation.columns)


def _before_shared(relation: Relation) -> str:
    first = relation.columns.index(shared_columns()[0])
    return relation.columns[first - 1].name


def _columns(columns: Iterable[Column]) -> str:
    rows = (f"| `{column.name}` | `{column.type}` | {_cell(column.comment)} |" for column in columns)
    return "\n".join(["| column | type | means |", "|---|---|---|", *rows])


def _words(words: type[StrEnum]) -> str:
    entries = (f"* `{word}`: {meaning}" if meaning else f"* `{word}`" for word, meaning in _meanings(words))
    return "\n\n".join([f"### {words.__name__}", inspect.getdoc(words) or "", "\n".join(entries)])


def _meanings(words: type[StrEnum]) -> Iterator[tuple[str, str]]:
    """Read the words with the comments that stand beside them in schemas/vocabulary.py."""
    for found in WORD.finditer(inspect.getsource(words)):
        yield found["word"], found["meaning"] or ""


def _cell(text: str) -> str:
    return text.replace("|", r"\|")


def _commands() -> str:
    context = click.Context(affray, info_name="affray", terminal_width=PAGE_WIDTH, **affray.context_settings)
    pages = [_help(affray, context)]
    pages.extend(_helps(affray, context))
    return _page(COMMANDS, NOTE.format(source="events/commands"), *pages)


def _helps(group: click.Group, context: click.Context) -> Iterator[str]:
    """Give the help of each command of a group, and of those in it."""
    for name in sorted(group.list_commands(context)):
        command = group.get_command(context, name)
        if command is None:
            continue
        within = click.Context(command, info_name=name, parent=context)
        yield f"## {within.command_path}"
        yield _help(command, within)
        if isinstance(command, click.Group):
            yield from _helps(command, within)


def _help(command: click.Command, context: click.Context) -> str:
    return f"```text\n{command.get_help(context)}\n```"


def _page(*parts: str) -> str:
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _write(root: Path, written: Mapping[str, str]) -> None:
    for path, text in written.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    _write(ROOT, documents())
