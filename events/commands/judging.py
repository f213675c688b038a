"""What the commands of a judgement have in common: who says it and why, and how what it changed is told."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from events.judgements.hearing import Hearing, Outcome, hearing, reason
from events.settings import read_settings_file
from outputs.query.visible import visible
from outputs.store.columns import shared_columns
from outputs.store.connect import open_for_reading
from outputs.store.judgements import unbound_judgements
from schemas.errors import JudgementError

__all__ = [
    "changes",
    "codebook_of",
    "codebook_option",
    "dataset_argument",
    "gazetteer_option",
    "heard",
    "reasons",
    "tell_unbound",
]

Option = Callable[[Callable[..., None]], Callable[..., None]]

# What is told by the columns beside it, and would say everything twice.
SILENT = frozenset(
    {"date_precision", "plover_event", "plover_mode", "place_as_written", "confidence", "country", "disputed_by"}
)

dataset_argument: Option = click.argument("dataset", metavar="FILE", type=click.Path(path_type=Path))
gazetteer_option: Option = click.option(
    "--gazetteer", metavar="FILE", type=click.Path(path_type=Path), help="Another than the machine's own, for place=."
)
codebook_option: Option = click.option(
    "--codebook",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Your own TOML codebooks, the ones the dataset was built with.",
)


def reasons(*, is_needed: bool) -> Option:
    """Give the options --why, needed or not, and --by."""

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        by = click.option("--by", "made_by", metavar="NAME", help="Who says so, as others should read it.")
        why = click.option("--why", metavar="TEXT", help="The reason, for those who come after you.")
        return (
            why(by(command))
            if not is_needed
            else click.option("--why", metavar="TEXT", help="The reason, for those who come after you; needed.")(
                by(command)
            )
        )

    return decorate


def heard(
    dataset: Path,
    say: Callable[[Hearing], Outcome],
    *,
    why: str | None,
    made_by: str | None,
    codebook: Path | None,
    is_why_needed: bool = True,
) -> Outcome:
    """Take one judgement, and tell on stderr which ones no report tells of any more.

    Raises:
        JudgementError: it has no reason, or cannot be taken; nothing is changed then.

    """
    if is_why_needed and why is None:
        raise JudgementError('Say why: --why "..."')
    words, name = reason(why, what="--why"), reason(made_by, what="--by")
    books = codebook_of(dataset, codebook)
    with hearing(dataset, now=lambda: datetime.now(UTC), why=words, made_by=name, codebook=books) as opened:
        outcome = say(opened)
    _tell(outcome.unbound)
    return outcome


def tell_unbound(dataset: Path) -> None:
    """Tell on stderr which judgements no report of a dataset tells of any more."""
    with open_for_reading(dataset) as connection:
        _tell(unbound_judgements(connection))


def _tell(unbound: Iterable[Mapping[str, Any]]) -> None:
    for entry in unbound:
        click.echo(
            f"unbound: {entry['judgement_id']} ({entry['kind']} of {entry['incident_id']}) is told by no report now",
            err=True,
        )


def codebook_of(dataset: Path, codebook: Path | None) -> Path | None:
    """Give the folder of codebooks that was named, else the one that affray.toml beside the dataset names."""
    filed = read_settings_file(dataset)
    return codebook or (Path(filed["codebook"]) if filed.get("codebook") else None)


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    """Tell which columns changed, old -> new; nothing where none did.

    >>> changes({"killed": 3, "place": "Hama"}, {"killed": 4, "place": "Hama"})
    'killed 3 -> 4'
    """
    return "; ".join(_changes(before, after))


def _changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    for column in ("review_status", *(column.name for column in shared_columns())):
        old, new = before.get(column), after.get(column)
        if old != new and column not in SILENT:
            yield f"{column} {_written(old)} -> {_written(new)}"


def _written(value: Any) -> str:  # noqa: ANN401 - a column of any type
    return "unknown" if value is None else visible(str(value))
