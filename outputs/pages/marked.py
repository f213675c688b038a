r"""A report with its evidence marked in place: `[killed 5: five individuals perished]`.

The report's own brackets are written \[ and \], so that no report can forge a mark.
"""

from collections.abc import Iterator, Sequence

from rich.padding import Padding
from rich.text import Text

from outputs.pages.looks import FAINT, QUOTED, style_of, written
from outputs.pages.marks import Mark
from outputs.pages.passages import passages
from outputs.query.visible import visible

__all__ = ["marked"]

INDENT = 4
ELISION = Text("...", style=FAINT)


def marked(text: str, marks: Sequence[Mark], *, whole: bool) -> Iterator[Padding]:
    """Draw a report's passages, with dots where words are left out."""
    position = 0
    for passage in passages(text, marks, whole=whole):
        if text[position : passage.start].strip():
            yield _indented(ELISION)
        elif position:
            yield _indented(Text())
        inside = [mark for mark in marks if passage.start <= mark.start < passage.end]
        yield _indented(_drawn(text, inside, passage.start, passage.end))
        position = passage.end
    if text[position:].strip():
        yield _indented(ELISION)


def _indented(text: Text) -> Padding:
    return Padding(text, (0, 0, 0, INDENT))


def _drawn(text: str, marks: Sequence[Mark], start: int, end: int, style: str = "") -> Text:
    drawn = Text()
    position = start
    for mark in marks:
        drawn.append(_safe(text[position : mark.start]), style)
        drawn.append_text(_drawn_mark(text, mark, style))
        position = mark.end
    return drawn.append(_safe(text[position:end]), style)


def _drawn_mark(text: str, mark: Mark, around: str) -> Text:
    """Draw the words of a mark, the labels before them; what was not taken keeps the style of the mark around it."""
    taken = [label for label in mark.labels if label.is_taken]
    colour = style_of((taken or mark.labels)[0].field)
    label_style = f"{colour} dim not bold" if taken else "dim"
    labels = ", ".join(written(label.words) for label in mark.labels)
    continued = "… " if mark.is_continued else ""
    drawn = Text().append(f"[{continued}{_safe(labels)}: ", label_style)
    style = f"{colour} {QUOTED}" if taken else f"{around} italic"
    drawn.append_text(_drawn(text, mark.inside, mark.start, mark.end, style))
    return drawn.append("]", style=label_style)


def _safe(words: str) -> str:
    """Keep line breaks and blanks, show what would steer the screen, set the report's own brackets apart."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").split("\n")
    return "\n".join(visible(line).replace("[", r"\[").replace("]", r"\]") for line in lines)
