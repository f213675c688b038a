"""How a page looks: one colour per kind of evidence, and the words that every part of a page writes alike."""

import io
from collections.abc import Iterable
from typing import Literal

from rich.console import Console, RenderableType
from rich.text import Text

from outputs.pages.dossier import ToldReport
from outputs.pages.stating import collapsed
from outputs.query.visible import visible

__all__ = ["FAINT", "LOUD", "LOUDEST", "QUOTED", "Colours", "named", "printed", "spaced", "style_of", "written"]

Colours = Literal["standard", "256", "truecolor", "windows"]

FAINT = "dim"
LOUD = "bold"
LOUDEST = "bold red reverse"
QUOTED = "underline"

# Readable on black and on white; who took part is yellow, who came to harm is red.
FIELD_STYLES = {
    "date": "cyan",
    "place": "green",
    "event": "magenta",
    "weapon": "bright_magenta",
    "perpetrator": "yellow",
    "target": "yellow",
    "victim": "yellow",
    "party": "yellow",
    "crowd_size": "yellow",
    "killed": "bold red",
}
OTHER_HARM = "red"


def style_of(field: str) -> str:
    """Give the style of a field's evidence."""
    return FIELD_STYLES.get(field, OTHER_HARM)


def written(value: object) -> str:
    r"""Write a value of any column on one line, safe for a screen.

    >>> written([]), written(True), written("Banjska\n")
    ('none', 'true', 'Banjska')
    """
    if isinstance(value, list):
        return ", ".join(map(written, value)) or "none"
    if isinstance(value, bool):
        return str(value).lower()
    return visible(collapsed(str(value)))


def named(report: ToldReport, *, with_number: bool = True) -> str:
    """Name a report by its number, its outlet and its day."""
    published = report.published or "no date"
    name = f"{written(report.publisher or 'no publisher')}, {published}"
    return f"[{report.number}] {name}" if with_number else name


def printed(parts: Iterable[RenderableType], *, window: int, colours: Colours | None) -> str:
    """Draw a page no wider than `window`; without `colours` it is plain text."""
    paper = io.StringIO()
    console = Console(
        file=paper,
        width=window,
        color_system=colours,
        force_terminal=colours is not None,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    for part in parts:
        console.print(part)
    return "".join(f"{line.rstrip()}\n" for line in paper.getvalue().split("\n")[:-1])


def spaced(*parts: Text | str) -> Text:
    """Set parts side by side with a dot between them, leaving out the empty ones."""
    return Text(" · ", style=FAINT).join([Text(part) if isinstance(part, str) else part for part in parts if part])
