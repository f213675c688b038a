"""JSON: an array of objects, or one object a line."""

import json
import re
from collections.abc import Iterator

from outputs.query.question import Question

__all__ = ["array", "lines", "unsteering", "without_nan"]

# Signs that steer a terminal although JSON allows them bare; written as escapes they say the same.
STEERING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")

NO_NUMBER = re.compile("NaN|Infinity")


def array(question: Question, _window: int) -> Iterator[str]:
    """Write the answer as a JSON array of objects."""
    before = "["
    for row in _objects(question):
        yield f"{before}\n{row}"
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def lines(question: Question, _window: int) -> Iterator[str]:
    """Write the answer as JSON lines."""
    for row in _objects(question):
        yield f"{row}\n"


def _objects(question: Question) -> Iterator[str]:
    for (row,) in question.rows("json_rows"):
        # A row is never null: it is an object.
        yield unsteering(without_nan(row or "{}"))


def unsteering(written: str) -> str:
    r"""Write the signs in JSON that would steer a terminal as the escapes that say the same.

    >>> unsteering('"\u202e"')
    '"\\u202e"'
    """
    return STEERING.sub(_escaped, written)


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"


def without_nan(row: str) -> str:
    """Write null for what is no number: JSON has no word for it."""
    # Within a list or a struct DuckDB writes NaN, which is no JSON. The words may also be a report's.
    if not NO_NUMBER.search(row):
        return row
    return json.dumps(json.loads(row, parse_constant=lambda _: None), ensure_ascii=False, separators=(",", ":"))
