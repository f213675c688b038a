"""JSON lines: one report a line, in memory that does not grow with the file."""

import json
from collections.abc import Iterator
from typing import Any

from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason
from sources.columns import KEYS, Mapping, has_column, mapping_of
from sources.draft import Draft, finished
from sources.encoding import LineDecoder, loosely_decoded
from sources.lines import Line, lines, transcoded
from sources.options import ReadOptions
from sources.raw import digest
from sources.refusal import Refusal, quoted
from sources.source import HEAD, Source, too_large

__all__ = ["JsonLinesReader"]

SAMPLED = 100  # lines that show what the keys hold
MOST_KEY_SETS = 1_000  # that are remembered; lines of one file have one or a few


class JsonLinesReader:
    """Reads an object a line, with the keys that are named for what a report has; all others are left alone."""

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
        keys = _Keys(source.head, options)
        if keys.refusal:
            yield source.refused(keys.refusal)
            return
        yield from _LineReader(source, options, self.media_types[0], keys).read()


class _Keys:
    """Knows which key of a line fills which field; remembers it for each set of keys."""

    def __init__(self, head: bytes, options: ReadOptions) -> None:
        self._chosen = options.columns
        self._known: dict[tuple[str, ...], Mapping | Refusal] = {}
        entries = _sample(head)
        names = list(dict.fromkeys(name for entry in entries for name in entry))
        missing = [name for name in self._chosen.values() if not has_column(name, names)]
        sample = [[value if isinstance(value := entry.get(name), str) else "" for name in names] for entry in entries]
        whole = mapping_of(names, sample, chosen=self._chosen)
        self.refusal = whole if isinstance(whole, Refusal) and entries and missing else None
        self.guess = whole if isinstance(whole, Mapping) and whole.is_guessed else None

    def mapping_of(self, keys: tuple[str, ...]) -> Mapping | Refusal:
        """Say which key fills which field; a key that was asked for need not be in every line, but for the text."""
        if keys not in self._known:
            if len(self._known) >= MOST_KEY_SETS:
                self._known.clear()
            self._known[keys] = self._found(keys)
        return self._known[keys]

    def _found(self, keys: tuple[str, ...]) -> Mapping | Refusal:
        chosen = {field: name for field, name in self._chosen.items() if field == "text" or has_column(name, keys)}
        found = mapping_of(keys, chosen=chosen)
        guess = self.guess.columns["text"] if self.guess else None
        if isinstance(found, Refusal) and guess in keys:
            return mapping_of(keys, chosen={"text": guess, **chosen})
        return found


class _LineReader:
    """Reads the lines of one file; which key was taken for what is told once, whatever keys its lines have."""

    def __init__(self, source: Source, options: ReadOptions, media_type: str, keys: _Keys) -> None:
        self._source = source
        self._options = options
        self._media_type = media_type
        self._keys = keys
        self._decoder = LineDecoder()
        self._has_told = False

    def read(self) -> Iterator[Report | Reject]:
        is_empty = True
        yield from self._told(self._keys.guess)
        for line in lines(transcoded(self._source.stream, self._source.head), longest=self._options.largest_report):
            if line.data is not None and not line.data.strip(b" \t\r\n\xef\xbb\xbf"):
                continue
            is_empty = False
            yield from self._report(line)
        if is_empty:
            yield self._source.refused(Refusal(reason=RejectReason.EMPTY, detail="No line has a report."))

    def _report(self, line: Line) -> Iterator[Report | Reject]:
        part = f"line {line.number}"
        if line.data is None:
            yield self._source.refused(too_large(line.size, self._options.largest_report), part=part)
            return
        bare = line.data.rstrip(b"\r\n")
        decoded = self._decoder.decode(bare)
        entry = decoded if isinstance(decoded, Refusal) else _parsed(decoded.text.lstrip("\ufeff"))
        if isinstance(entry, Refusal):
            yield self._source.refused(entry, part=part)
            return
        keys = tuple(key for key, value in entry.items() if value is not None)
        mapping = self._keys.mapping_of(keys)
        draft = mapping if isinstance(mapping, Refusal) else self._draft(entry, keys, mapping, bare)
        if isinstance(draft, Refusal):
            yield self._source.refused(draft, part=part)
            return
        yield from self._told(mapping, part=part)
        yield from finished(draft, self._options, self._source, part=part)

    def _told(self, mapping: Mapping | Refusal | None, *, part: str | None = None) -> Iterator[Reject]:
        if not self._has_told and isinstance(mapping, Mapping) and (told := mapping.told()):
            self._has_told = True
            yield self._source.refused(told, part=part)

    def _draft(self, entry: dict[str, Any], keys: tuple[str, ...], mapping: Mapping, data: bytes) -> Draft | Refusal:
        values: dict[str, Any] = {}
        for field, at in mapping.at.items():
            key = keys[at]
            # Under a name that may be meant otherwise anything can stand: {"source": {"id": 3}}
            is_meant = field in ("text", key) or field in self._options.columns
            value = _value(key, field, entry[key]) if is_meant else _likely_value(field, entry[key])
            if isinstance(value, Refusal):
                return value
            values[KEYS[field]] = value
        sha256 = digest(data, self._options)
        return Draft.model_validate({**values, "media_type": self._media_type, "raw_sha256": sha256})


def _sample(head: bytes) -> list[dict[str, Any]]:
    """Give the objects of the first lines, as far as they are whole and can be read."""
    found = loosely_decoded(head).lstrip("\ufeff").split("\n")
    whole = found[:-1] if len(head) >= HEAD else found
    entries = (_parsed(line) for line in whole[:SAMPLED] if line.strip())
    return [entry for entry in entries if isinstance(entry, dict)]


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


def _value(key: str, field: str, value: Any) -> str | Refusal | None:  # noqa: ANN401  (JSON holds anything)
    """Give a value as text; a whole number can be an id, and whatever is no date is told by its reader."""
    if value is None or isinstance(value, str):
        return value
    if (field == "id" and type(value) is int) or field == "published":
        return json.dumps(value)
    return _malformed(f"{quoted(key)} is {quoted(json.dumps(value))}, where text is wanted. Put it in quotes.")


def _likely_value(field: str, value: Any) -> str | None:  # noqa: ANN401  (JSON holds anything)
    """Give a value as text where it can be meant for the field: a name, some names, a number that is an id."""
    if isinstance(value, list) and value and all(isinstance(name, str) for name in value):
        return ", ".join(value)
    is_number = field in ("id", "published") and type(value) is int
    return json.dumps(value) if is_number else value if isinstance(value, str) else None


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
