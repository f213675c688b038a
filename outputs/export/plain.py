"""Values for libraries that know text, numbers, truth values, days and moments."""

from datetime import date
from typing import TypeAlias

__all__ = ["Plain", "plain"]

Plain: TypeAlias = str | int | float | bool | date | None

NUL_PICTURE = "\u2400"


def plain(value: object) -> Plain:
    r"""Keep what such a library knows; lists become text, and all else what Python writes.

    A NUL ends a text in C and is no character of XML: its picture stands for it, so that nothing behind it is lost.

    >>> plain(["RS", "XK"]), plain("a\0b")
    ('RS; XK', 'a␀b')
    """
    if value is None or isinstance(value, int | float | date):
        return value
    if isinstance(value, list):
        return "; ".join(str(plain(one)) for one in value if one is not None)
    return str(value).replace("\0", NUL_PICTURE)
