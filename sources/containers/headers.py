"""Lines of names and values that stand before a record, a page or a part of one."""

import re
from email.message import Message

from sources.containers.feed import CHUNK, Feed

__all__ = ["content_type", "parameter", "read_headers"]

LONGEST = 1_000_000  # bytes of all lines together

_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)


def read_headers(feed: Feed) -> dict[str, str] | None:
    """Read values by their names in small letters, up to the empty line; of two of one name the first is taken.

    None where there is no end to them. A line that begins with white space goes on with the one before.
    """
    headers: dict[str, str] = {}
    name = ""
    size = 0
    while (line := feed.line()).strip():
        size += len(line)
        if size > LONGEST or len(line) == CHUNK:
            return None
        text = line.decode("utf-8", "replace")
        if text[0] in " \t":
            if name:
                headers[name] += f" {text.strip()}"
            continue
        written, colon, value = text.partition(":")
        name = written.strip().lower() if colon and written.strip().lower() not in headers else ""
        if name:
            headers[name] = value.strip()
    return headers


def content_type(written: str) -> tuple[str, str | None]:
    """Give the kind of a text in small letters, and the encoding that is named with it."""
    charset = _CHARSET.search(written)
    return written.split(";", 1)[0].strip().lower(), charset[1] if charset else None


def parameter(written: str, name: str) -> str | None:
    """Give what stands beside the kind: a boundary, the part that is the first."""
    message = Message()
    message["content-type"] = written
    value = message.get_param(name)
    return value if isinstance(value, str) else None
