"""A Markdown table for notes; words of reports stay words."""

import re
from collections.abc import Iterator, Sequence

from outputs.query.question import Question
from outputs.query.visible import visible

__all__ = ["escaped", "markdown"]

# Whatever would become a link, an image, a tag, code, emphasis, a formula or the next cell. An underscore
# within a word is none of them: sub_event_type.
ACTIVE = re.compile(r"[\\`*\[\]<>|~&$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])")

LINE_BREAKS = re.compile(r"\r\n|[\r\n]")


def markdown(question: Question, _window: int) -> Iterator[str]:
    """Write the answer as a table in the style of GitHub."""
    columns = question.columns()
    yield _line([escaped(column.name) for column in columns])
    yield _line(["---"] * len(columns))
    for row in question.rows("printed_rows"):
        yield _line([escaped(cell or "") for cell in row])


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def escaped(text: str) -> str:
    """Let no character of a text mean anything to Markdown."""
    return ACTIVE.sub(r"\\\g<0>", visible(LINE_BREAKS.sub(" ", text)))
