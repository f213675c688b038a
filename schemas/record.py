"""What every record has in common: it never changes and knows its fields."""

import base64
import hashlib
import json
from collections.abc import Sequence
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

__all__ = ["Record", "content_id"]

ID_CHARACTERS = 16


class Record(BaseModel):
    """A value that is frozen and refuses fields it does not know."""

    model_config: ClassVar[ConfigDict] = ConfigDict(frozen=True, extra="forbid")


def content_id(prefix: str, parts: Sequence[str | int | None]) -> str:
    """Name something by what it holds: a prefix and 16 base-32 characters (80 bits of SHA-256).

    >>> content_id("r", ["Example Wire", None])
    'r-xbn4izwl53io3n5e'
    """
    words = json.dumps(list(parts), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    letters = base64.b32encode(hashlib.sha256(words).digest()).decode("ascii").lower()
    return f"{prefix}-{letters[:ID_CHARACTERS]}"
