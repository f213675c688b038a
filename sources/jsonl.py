"""JSON lines: one report a line, in memory that does not grow with the file."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason
from sources.draft import Draft, finished
from sources.encoding import LineDecoder, loosely_decoded
from sources.lines import Line, lines, transcoded
from sources.options import ReadOptions
from sources.refusal import Refusal, quoted
from sources.source import Source, too_large

__all__ = ["KEYS", "JsonLinesReader"]

# The key as users write it, and the draft's field that it fills.
KEYS = {
    "text": "text",
    "id": "external_id",
    "title": "title",
    "published": "published",
    "publisher": "publisher",
    "url": "url",
    "language": "language",
    "byline": "byline",
    "dateline": "dateline",
}


class JsonLinesReader:
    """Reads an object a line, with the keys `KEYS`; all others are left alone."""

    name = "jsonl"
    media_types = ("application/jsonl",)
    suffixes = (".jsonl", ".ndjson")
    is_signed = False
    is_binary = False

    def accepts(self, head: bytes) -> bool:
        """Take what begins like an object with a key, or like an array, which is told how to become lines."""
        start = loosely_decoded(head[:1_000]).lstrip("\ufeff \t\r\n")
        return start.startswith(("{", "[")) and start[1:].lstrip().startswith(('"', "{", "}"))

    def read(self, source: Source, options: ReadOptions) -> Iterator[Report | Reject]:
        """Give the report of each line; a broken line costs only itself."""
        if refusal := _one_value(source.head):
            yield source.refused(refusal)
            return
        decoder = LineDecoder()
        is_empty = True
        for line in lines(transcoded(source.stream, source.head), longest=options.largest_report):
            if line.data is not None and not line.data.strip(b" \t\r\n\xef\xbb\xbf"):
                continue
            is_empty = False
            yield from self._report(line, decoder, source, options)
        if is_empty:
            yield source.refused(Refusal(reason=RejectReason.EMPTY, detail="No line has a report."))

    def _report(
        self, line: Line, decoder: LineDecoder, source: Source, options: ReadOptions
    ) -> Iterator[Report | Reject]:
        part = f"line {line.number}"
        if line.data is None:
            yield source.refused(too_large(line.size, options.largest_report), part=part)
            return
        bare = line.data.rstrip(b"\r\n")
        decoded = decoder.decode(bare)
        draft = decoded if isinstance(decoded, Refusal) else self._draft(decoded.text, bare)
        if isinstance(draft, Refusal):
            yield source.refused(draft, part=part)
            return
        yield from finished(draft, options, source, part=part)

    def _draft(self, text: str, data: bytes) -> Draft | Refusal:
        entry = _parsed(text.lstrip("\ufeff"))
        if isinstance(entry, Refusal):
            return entry
        values = {field: _value(key, entry.get(key)) for key, field in KEYS.items()}
        for value in values.values():
            if isinstance(value, Refusal):
                return value
        if values["text"] is None:
            return _without_text(entry)
        return Draft.model_validate(
            {**values, "media_type": self.media_types[0], "raw_sha256": hashlib.sha256(data).hexdigest()}
        )


def _parsed(text: str) -> dict[str, Any] | Refusal:
    try:
        entry = json.loads(text)
    except RecursionError:
        return _malformed("It is nested too deep to be a report. Leave the line out.")
    except json.JSONDecodeError as error:
        return _malformed(
            f"This is no JSON: {error.msg} at character {error.pos + 1:,}. Mend the line, or leave it out."
        )
    except ValueError:
        return _malformed("A number in it has thousands of digits. Mend the line, or leave it out.")
    if not isinstance(entry, dict):
        return _malformed(f'{quoted(text)} is no JSON object. Write a report as {{"text": "...", ...}}.')
    return entry


def _value(key: str, value: Any) -> str | Refusal | None:  # noqa: ANN401  (JSON holds anything)
    """Give a value as text; a whole number can be an id, and whatever is no date is told by its reader."""
    if value is None or isinstance(value, str):
        return value
    if (key == "id" and type(value) is int) or key == "published":
        return json.dumps(value)
    return _malformed(f"{key!r} is {quoted(json.dumps(value))}, where text is wanted. Put it in quotes.")


def _without_text(entry: dict[str, Any]) -> Refusal:
    names = ", ".join(quoted(name) for name in list(entry)[:10]) or "none"
    return Refusal(
        reason=RejectReason.NO_TEXT,
        detail=f"There is no 'text'; the keys are: {names}. Call the one that holds the report 'text'.",
    )


def _one_value(head: bytes) -> Refusal | None:
    """Know a file that holds one JSON value over many lines, which would give a complaint for each."""
    first, _, rest = loosely_decoded(head).lstrip("\ufeff \t\r\n").partition("\n")
    begins_array = first.lstrip().startswith("[")
    if begins_array or (first.strip() == "{" and rest.strip()):
        return _malformed(
            f"It holds one JSON {'array' if begins_array else 'object'}, not an object a line. "
            f"Turn it into lines: jq -c '{'.[]' if begins_array else '.'}' FILE > FILE.jsonl"
        )
    return None


def _malformed(detail: str) -> Refusal:
    return Refusal(reason=RejectReason.MALFORMED, detail=detail)
