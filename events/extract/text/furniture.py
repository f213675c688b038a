"""What a saved web page leaves around a report: menus, share links, captions, comment counters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

__all__ = ["Furniture", "Line"]

LONGEST_FURNITURE = 200  # characters; a longer line is a paragraph
BULLETS = "•·▪*- \t\u00a0\u2013"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a report and where it stands."""

    text: str
    start: int
    after_blank: bool

    @property
    def end(self) -> int:
        """Count the characters up to the line's end."""
        return self.start + len(self.text)


class Furniture:
    """Knows by the codebook `furniture` which lines are no sentences of a report."""

    def __init__(self, codebook: dict[str, Any]) -> None:
        self._line = _whole_line("|".join(f"(?:{pattern})" for pattern in codebook["lines"]))
        self._link = _whole_line(codebook["links"])
        self._inline_link = _whole_line(codebook["inline_links"])

    def body(self, text: str) -> Iterator[Line]:
        """Give the lines that belong to the report."""
        link_title_follows = False
        lines = list(_lines(text))
        for line, following in zip(lines, [*lines[1:], None], strict=True):
            words = line.text.strip(BULLETS)
            if len(words) > LONGEST_FURNITURE:
                yield line
            elif self._link.fullmatch(words):
                link_title_follows = True
                continue
            elif not (link_title_follows and _is_title(words)) and not self._is_furniture(words, following):
                yield line
            link_title_follows = False

    def _is_furniture(self, words: str, following: Line | None) -> bool:
        if self._line.fullmatch(words) or self._inline_link.fullmatch(words):
            return True
        # a caption that stands once more behind its picture, with the credit
        repeated = following.text.strip(BULLETS) if following else ""
        return repeated.startswith(words) and bool(self._line.fullmatch(repeated))


def _lines(text: str) -> Iterator[Line]:
    after_blank = True
    for match in re.finditer(r"[^\n]+|\n", text):
        words = match.group()
        if words == "\n":
            continue
        if not words.strip():
            after_blank = True
            continue
        blank_before = text[max(0, match.start() - 2) : match.start()] == "\n\n"
        yield Line(words, match.start(), after_blank=after_blank or blank_before)
        after_blank = False


def _whole_line(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _is_title(words: str) -> bool:
    """Know the title of another page: it ends without a full stop."""
    return not words.endswith((".", "!", "?", '."', ".”"))
